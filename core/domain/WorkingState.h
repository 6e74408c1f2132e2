// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Dispatch.h"
#include "domain/Ticket.h"

#include <QList>

namespace huiyin {

// The order in which the dispatches are given matters to none of these functions. Of two leads of one moment, which
// only an import can bring, the one of the department with the larger id counts, here as in lists and figures.

// The state of a ticket in work, by what its departments have done: accepted while nobody has it, then in progress, to
// be reviewed, to be followed up.
TicketState workingState(const QList<Dispatch> &dispatches);

// The state that commands go by: of a ticket in work the one that follows from its dispatches. An import knows no more
// than that it is in progress.
TicketState stateOf(const Ticket &ticket, const QList<Dispatch> &dispatches);

// The dispatch that handles the ticket now: the lead of its newest round that was not returned. nullptr: there is none,
// and the ticket waits for a department. (Figures go by the latest lead that was not returned, of whatever round.)
const Dispatch *leadOf(const QList<Dispatch> &dispatches);

} // namespace huiyin
