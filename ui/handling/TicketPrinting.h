// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "tickets/PaperKind.h"

#include <QList>

#include <functional>
#include <optional>

class QWidget;

namespace huiyin {

class CaseFile;
class CaseSession;
class Progress;

constexpr qsizetype mostPrinted = 500; // tickets at once

struct ListOnPaper
{
    PaperSheet sheet{};
    qsizetype tickets = 0;
};

// A list that can be printed itself, besides the tickets in it: makes its sheet in a reading thread. nullopt: it is too
// long for paper.
using MakeListSheet = std::function<std::optional<ListOnPaper>(CaseFile &, Progress &, const PaperContext &)>;

// Asks which paper of these tickets is wanted, `chosen` unless there is none, and whether with the citizens' data, lays it out in the background, keeps
// the record of what leaves the file, and shows the preview.
void askPrint(CaseSession &session, QWidget *parent, const QList<TicketId> &tickets, const MakeListSheet &list = {},
              PaperKind chosen = PaperKind::DispatchSheets);

} // namespace huiyin
