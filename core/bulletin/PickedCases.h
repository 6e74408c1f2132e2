// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ticket.h"
#include "statistics/Question.h"

#include <QList>

namespace huiyin {

class CaseFile;

// A case picked for a list of the bulletin by its ticket's mark: title, department, result. In the title are
// masked telephone and identity numbers, number plates, and the requester; other names are not found by themselves.
struct PickedCase
{
    TicketId ticket{0};
    QString title{};
    std::optional<DepartmentId> department{}; // nullopt: the office itself answered it
    QString result{};                         // 已实际解决，反映人表示满意
};

// The picked cases of one list received in the question's period, oldest first; results as they stood at the cut-off.
QList<PickedCase> pickedCases(CaseFile &file, const Question &question, Mark mark);

} // namespace huiyin
