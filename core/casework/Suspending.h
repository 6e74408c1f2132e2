// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Deadlines.h"
#include "domain/Dispatch.h"
#include "domain/Ticket.h"

namespace huiyin {

// From when days are lost to a dispatch whose time stands still from `from`: the day of receipt (or of the dispatch,
// where its time is counted from then) is lost only when it counts for the due time.
QDateTime daysLostFrom(const Ticket &ticket, const Dispatch &dispatch, const Deadlines &deadlines,
                       const QDateTime &from);
// The due time behind such a suspension, in the unit of the limit; see dueBehind().
std::optional<QDateTime> dueBehindSuspension(const Ticket &ticket, const Dispatch &dispatch, const Deadlines &deadlines,
                                             const QDateTime &due, LimitUnit unit, const QDateTime &from,
                                             const QDateTime &until);
// The working days that the time of a dispatch has stood still, or will have by what is planned, in all its suspensions.
int spentSuspension(const Ticket &ticket, const Dispatch &dispatch, const Deadlines &deadlines);

} // namespace huiyin
