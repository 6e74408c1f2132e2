// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Wording.h"
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
    // Of one of the year's best cases.
    QString departments{}; // all that handled it
    QString reason{};      // 推荐理由, masked
    int place = 0;
    int votes = 0;
};

// The picked cases of one list received in the question's period, oldest first; results as they stood at the cut-off.
QList<PickedCase> pickedCases(CaseFile &file, const Question &question, Mark mark);

// 十佳案例 of the year that the question asks for, by place; none for another period, or before the ballot is closed. Their
// results as they stood at the cut-off, or when the ballot was closed if that was later.
QList<PickedCase> bestCases(CaseFile &file, const Question &question);

// What can be said of the ballot of that year: best_cases (how many are chosen), best_nominated, best_voters, best_votes;
// all 0 where there is no result.
WordingScope bestCaseWords(CaseFile &file, const Question &question);
WordingScope bestCaseWords(qint64 chosen, qint64 nominated, qint64 voters, qint64 votes);

} // namespace huiyin
