// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Deadlines.h"
#include "domain/Dispatch.h"

namespace huiyin {

// The working days that the time of a dispatch has stood still, or will have by what is planned, in all its suspensions.
int spentSuspension(const Dispatch &dispatch, const Deadlines &deadlines);

// The due time if its time stood still from `from` to the end of `lastDay`; nullopt: it has none, or the calendar ends.
std::optional<QDateTime> dueBehindSuspension(const Dispatch &dispatch, LimitUnit unit, const Deadlines &deadlines,
                                             const QDateTime &from, QDate lastDay);

// The last day that the rule allows to a suspension from `from`; nullopt: it allows none any more.
std::optional<QDate> lastSuspensionDay(const Dispatch &dispatch, const DeadlineRule &rule, const Deadlines &deadlines,
                                       const QDateTime &from);

// The due time if a dispatch whose time stands still runs again at `at`; nullopt: it stays as it is. `rule`: the one
// that applies to the ticket by now, nullptr for none.
std::optional<QDateTime> dueAfterResuming(const Dispatch &dispatch, const DeadlineRule *rule,
                                          const Deadlines &deadlines, const QDateTime &now, const QDateTime &at);

} // namespace huiyin
