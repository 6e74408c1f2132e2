// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ticket.h"
#include "storage/Row.h"

namespace huiyin {

// The columns of a whole ticket, of `ticket t` and its `ticket_text x`, in the order in which toTicket() reads them.
QString ticketColumns();
constexpr int ticketColumnCount = 31;
Ticket toTicket(const Row &row);

} // namespace huiyin
