// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Duty.h"
#include "domain/Progress.h"

#include <functional>

namespace huiyin {

class Database;

// Every ticket that is neither closed nor void nor a draft, with its dispatches but without their texts; what is due
// first comes first. Reads the open tickets alone, however many there are in the file. Can be cancelled.
void eachOpenTicket(Database &database, const std::function<void(const OpenTicket &)> &take,
                    const Progress &progress = {});

// Those of them that wait for something, the one that is due first first.
QList<TicketId> ticketsWaiting(Database &database, Duty duty, const DueMoments &moments, const Progress &progress = {});

} // namespace huiyin
