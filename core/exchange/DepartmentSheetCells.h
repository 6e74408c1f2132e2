// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/CaseBook.h"
#include "domain/PersonalText.h"
#include "exchange/DepartmentSheetColumns.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace huiyin {

class OfficeZone;
class SheetReader;
struct SheetCell;

// Where the columns of a department's sheet stand now.
struct ReturnedColumns
{
    std::array<int, sheetHeadings.size()> places{}; // counted from 0; -1: it isn't there any more
    // Of those to be filled in, what isn't there or stands there twice: nobody can tell what was written in them.
    QStringList lost{};
};

// By the headings of the row that was read last; nullopt: it is no heading of ours. What people write around a heading
// (*反馈内容, 反馈内容（必填）) makes it no other.
std::optional<ReturnedColumns> columnsIn(const SheetReader &row);

// The cells of one row of a sheet that came back, and what is wrong with them. For as long as the reader stands there.
class ReturnedCells
{
public:
    // A time as it was written; of a day alone nobody knows the hour.
    struct Time
    {
        QDateTime at{};
        bool isDay = false;
    };

    ReturnedCells(const SheetReader &row, const ReturnedColumns &columns, const OfficeZone &zone)
        : m_row(row)
        , m_columns(columns)
        , m_zone(zone)
    {
    }

    // Whose data are masked where a cell is quoted.
    void setCitizen(const Citizen &citizen) { m_citizen = citizen; }

    [[nodiscard]] QString text(SheetField field); // "" besides for a cell that has no value
    [[nodiscard]] std::optional<Time> time(SheetField field, QTime ofDay = QTime(0, 0));
    [[nodiscard]] bool isFilled() const; // anything that is the department's to write

    void fault(SheetField field, const QString &why); // the first of a cell counts
    [[nodiscard]] QString quoted(const QString &text) const;
    [[nodiscard]] QString faults() const;

private:
    [[nodiscard]] const SheetCell &cell(SheetField field) const;
    bool hasValue(SheetField field);

    const SheetReader &m_row;
    const ReturnedColumns &m_columns;
    const OfficeZone &m_zone;
    Citizen m_citizen{};
    QMap<SheetField, QString> m_faults;
};

// Puts what the department wrote about a dispatch into the request, and gives its digest; "" when it wrote nothing but
// that it signed. What makes no sense becomes a fault of the cells.
QByteArray readFilled(ReturnedCells &cells, const Dispatch &dispatch, const OfficeZone &zone, SheetRowRequest &request);

} // namespace huiyin
