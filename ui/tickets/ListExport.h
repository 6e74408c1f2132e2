// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/IdList.h"
#include "tickets/TicketText.h"

#include <QDate>
#include <QList>
#include <QString>

#include <functional>

class QHeaderView;
class QWidget;

namespace huiyin {

class CaseFile;
class Messages;
class Progress;

// Lists as other programs take them: the columns in sight, in the order in which they stand, as the window shows them
// (citizens' data stay masked). In a reading thread.

// Tabs between the cells, for a spreadsheet.
QString tabbedRows(CaseFile &file, const TicketText &text, const TicketIds &ids, const QList<TicketField> &columns);
QString tabbedRows(CaseFile &file, const TicketText &text, const CallIds &ids, const QList<CallField> &columns);

// A table with headings: a workbook when the path ends in .xlsx, with times as its dates, else CSV. No cell runs as a
// formula. Throws FileError; StorageError of Kind::Cancelled when stopped.
void writeTable(CaseFile &file, const TicketText &text, const TicketIds &ids, const QList<TicketField> &columns,
                const QString &path, bool overwrite, Progress &progress);
void writeTable(CaseFile &file, const TicketText &text, const CallIds &ids, const QList<CallField> &columns,
                const QString &path, bool overwrite, Progress &progress);

// Asks where a list is to be written to; the name begins with the kind and the day. `write` gets the path, and whether a
// file there is to be replaced.
void askForTable(QWidget *parent, Messages &messages, const QString &title, const QString &kind, QDate today,
                 std::function<void(const QString &path, bool overwrite)> write);
void tellWritten(Messages &messages, const QString &path);

// The columns of a heading that are in sight, from left to right.
QList<int> columnsInSight(const QHeaderView *header);

template <class Field>
QList<Field> fieldsInSight(const QHeaderView *header)
{
    QList<Field> fields;
    const QList<int> columns = columnsInSight(header);
    for (const int column : columns)
        fields.append(static_cast<Field>(column));
    return fields;
}

} // namespace huiyin
