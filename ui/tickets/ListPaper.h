// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/SheetPages.h"
#include "tickets/TicketPaper.h"
#include "tickets/TicketText.h"

namespace huiyin {

class CaseFile;
class Progress;

constexpr qsizetype mostListedOnPaper = 2'000; // some eighty pages

// A row of a printed list, with what is known of its citizens.
struct ListedTicket
{
    TicketRow row{};
    Ticket ticket{};
    QList<Call> calls{};
};

// In a reading thread. Throws StorageError of Kind::Cancelled when stopped.
QList<ListedTicket> readListed(CaseFile &file, const QList<TicketId> &ids, const Progress &progress);

// What stands above a list.
struct ListHead
{
    QString narrowed{};    // by which conditions, in words; "" for none
    bool isChosen = false; // not the whole list: some of its rows
};

// A list of tickets with the columns in sight from left to right, in Chinese whatever the window speaks, citizens' data
// masked.
PaperSheet listSheet(const QList<ListedTicket> &rows, const QList<TicketField> &columns, const TicketText &text,
                     const ListHead &listHead, const PaperContext &context);

// The conditions of a list in words. What was searched for is not told: it may be a citizen's name.
QString filterInWords(const TicketFilter &filter, const CodeTables &tables, const OfficeZone &zone);

} // namespace huiyin
