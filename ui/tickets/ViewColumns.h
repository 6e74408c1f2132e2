// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ListViews.h"
#include "tickets/ListExport.h"
#include "tickets/TicketText.h"

#include <QHeaderView>

namespace huiyin {

// The stable names by which views keep columns.
QString viewField(TicketField field);
QString viewField(CallField field);

// The columns of a list in sight, with their widths.
template <class Field>
QList<ViewColumn> viewColumns(const QHeaderView *header)
{
    QList<ViewColumn> columns;
    for (const int column : columnsInSight(header))
        columns.append({.field = viewField(static_cast<Field>(column)), .width = header->sectionSize(column)});
    return columns;
}

// Shows these and no others. A column that takes the room that is left keeps doing so; one that this program doesn't
// know is passed over.
template <class Field>
void showViewColumns(QHeaderView *header, const QList<ViewColumn> &columns)
{
    if (columns.isEmpty())
        return;
    for (int section = 0; section < header->count(); ++section) {
        const QString field = viewField(static_cast<Field>(section));
        const ViewColumn *shown = nullptr;
        for (const ViewColumn &column : columns) {
            if (column.field == field)
                shown = &column;
        }
        header->setSectionHidden(section, !shown);
        if (shown && shown->width > 0 && header->sectionResizeMode(section) == QHeaderView::Interactive)
            header->resizeSection(section, shown->width);
    }
}

} // namespace huiyin
