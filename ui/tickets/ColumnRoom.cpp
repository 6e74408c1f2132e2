// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ColumnRoom.h"

namespace huiyin {

QList<TicketField> columnsWithRoom(const QList<ColumnNeed> &columns, int room, int titleWidth)
{
    int needed = 0;
    for (const ColumnNeed &column : columns)
        needed += column.field == TicketField::Title ? titleWidth : column.width;
    QList<TicketField> gone;
    for (const TicketField next : {TicketField::Category, TicketField::Type, TicketField::Department}) {
        for (const ColumnNeed &column : columns) {
            if (column.field == next && needed > room) {
                needed -= column.width;
                gone.append(next);
            }
        }
    }
    QList<TicketField> kept;
    for (const ColumnNeed &column : columns) {
        if (!gone.contains(column.field))
            kept.append(column.field);
    }
    return kept;
}

} // namespace huiyin
