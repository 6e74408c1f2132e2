// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Command.h"
#include "tickets/WholeTicket.h"

#include <QList>

#include <optional>

namespace huiyin {

class CaseSession;
struct DeadlineRule;

// What can be done with one ticket, read off where it stands, who works and what time it is. The case book asks again
// when a command is given; here is what a menu need not offer in vain.

// As a menu shows them, parted by what they concern. What the intake page or a list gives stands elsewhere.
[[nodiscard]] const QList<QList<Command>> &commandGroups();
[[nodiscard]] std::optional<Mark> markOf(Command command);
[[nodiscard]] bool isPossible(const CaseSession &session, const WholeTicket &facts, Command command);
// The dispatches that a command may be about: the lead first.
[[nodiscard]] QList<Dispatch> dispatchesFor(const CaseSession &session, const WholeTicket &facts, Command command);
// What usually comes next, the first first.
[[nodiscard]] QList<Command> usualCommands(const CaseSession &session, const WholeTicket &facts);
// The rule that gives the ticket its due time; nullptr: none applies.
[[nodiscard]] const DeadlineRule *deadlineRuleOf(const CaseSession &session, const Ticket &ticket);

} // namespace huiyin
