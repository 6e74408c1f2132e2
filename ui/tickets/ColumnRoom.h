// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/TicketText.h"

#include <QList>

namespace huiyin {

// A column of a list of tickets, and how wide it has to be, in pixels.
struct ColumnNeed
{
    TicketField field;
    int width;
};

// Which columns a list begins with where it has room pixels. The title takes what the others leave, at least
// titleWidth: the category, the type and then the department go before it is cut to nothing; the ticket beside the list tells them.
QList<TicketField> columnsWithRoom(const QList<ColumnNeed> &columns, int room, int titleWidth);

} // namespace huiyin
