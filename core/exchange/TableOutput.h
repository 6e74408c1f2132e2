// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Tables.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>

namespace huiyin {

class OfficeZone;

// The rows of one table on their way out, cell by cell. Throws FileError.
class TableWriter
{
public:
    virtual ~TableWriter() = default;

    virtual void text(const QString &text) = 0;
    virtual void number(qint64 number) = 0;
    virtual void day(QDate day) = 0;
    virtual void moment(const QDateTime &instant) = 0; // told in the office's time, to the second
    virtual void endRow() = 0;
    virtual void finish() = 0; // after the last row
};

// What the tables of an export are written into: there whole after finish(), or not at all.
class TableOutput
{
public:
    virtual ~TableOutput() = default;

    // One table after another, with these of its columns.
    virtual std::unique_ptr<TableWriter> begin(const Table &table, const QList<int> &columns) = 0;
    [[nodiscard]] virtual QString nameOf(const Table &table) const = 0; // for the progress
    virtual void finish() = 0;
};

} // namespace huiyin
