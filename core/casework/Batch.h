// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/CaseBook.h"

#include <functional>

namespace huiyin {

// What came of a command given for many tickets.
struct BatchResult
{
    struct Refused
    {
        QString number{}; // of the ticket
        QString reason{};
    };

    qsizetype done = 0;       // tickets
    QList<Refused> refused{}; // in the order in which they were given
    bool stopped = false; // by trouble with the file, which is the last reason; the tickets behind it are as they were
    Changes changes{};
};

// Gives a command for each of the tickets on its own: what one refuses keeps none of the others from it.
BatchResult forEachTicket(CaseBook &book, const QList<TicketId> &tickets,
                          const std::function<Outcome<Changes>(TicketId)> &act);

// Gives a command for every dispatch of a ticket that is where the command is for, all of them or none; a refusal when
// none is.
Outcome<Changes> forEachDispatch(CaseBook &book, TicketId ticket, Command command,
                                 const std::function<Outcome<Changes>(DispatchId)> &act);

} // namespace huiyin
