// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/SheetPages.h"
#include "tickets/TicketPaper.h"
#include "tickets/TicketText.h"

namespace huiyin {

constexpr qsizetype mostListedOnPaper = 2'000; // some eighty pages

// A list of tickets as the window shows it, the columns in sight from left to right, citizens' data masked. `narrowed`:
// by which conditions, in words; "" for none.
PaperSheet listSheet(const QList<TicketRow> &rows, const QList<TicketField> &columns, const TicketText &text,
                     const QString &narrowed, const PaperContext &context);

// The conditions of a list in words.
QString filterInWords(const TicketFilter &filter, const CodeTables &tables, const OfficeZone &zone);

} // namespace huiyin
