// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "tickets/TicketPaper.h"

namespace huiyin {

// The papers that tickets come onto. Codes stand in access records; the Chinese name is what a file is called.
enum class PaperKind {
    DispatchSheets,
    Notices,
    Rulings,
    FollowUps,     // what was noted
    FollowUpForms, // to be filled in by hand
    Explanations,
    WholeTickets,
    List, // the list itself, which none of its tickets has
};

// How many sheets a ticket has of a kind; 0 for the list.
qsizetype sheetCount(PaperKind kind, const WholeTicket &facts);
// The sheets themselves, as many.
QList<PaperSheet> sheetsOf(PaperKind kind, const WholeTicket &facts, const PaperContext &context);

} // namespace huiyin
