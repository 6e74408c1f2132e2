// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Deadlines.h"
#include "domain/Dispatch.h"
#include "domain/Ticket.h"

namespace huiyin {

// A ticket in hand, with what its due times go by.
struct TicketInHand
{
    const Ticket &ticket;
    const QList<Dispatch> &dispatches;
    const Deadlines &deadlines;
};

// From when days are lost to a dispatch whose time stands still from `from`: the day on which its time began is lost
// only when it counts for the due time.
QDateTime daysLostFrom(const TicketInHand &in, const Dispatch &dispatch, const QDateTime &from);

// The due time behind `due` when the time stands still from `from` and runs again at `until`, in the unit of the limit;
// see dueBehind(). nullopt: the calendar ends before.
std::optional<QDateTime> dueBehindSuspension(const TicketInHand &in, const Dispatch &dispatch, const QDateTime &due,
                                             LimitUnit unit, const QDateTime &from, const QDateTime &until);

// The working days that the time of a dispatch has stood still, or will have by what is planned, in all its suspensions.
int spentSuspension(const TicketInHand &in, const Dispatch &dispatch);

// The last day that the rule allows to a suspension from `from`; nullopt: it allows none any more.
std::optional<QDate> lastSuspensionDay(const TicketInHand &in, const Dispatch &dispatch, const DeadlineRule &rule,
                                       const QDateTime &from);

// The due time if a dispatch whose time stands still runs again at `at`; nullopt: it stays as it is. `rule`: the one
// that applies to the ticket by now, nullptr for none.
std::optional<QDateTime> dueAfterResuming(const TicketInHand &in, const Dispatch &dispatch, const DeadlineRule *rule,
                                          const QDateTime &now, const QDateTime &at);

} // namespace huiyin
