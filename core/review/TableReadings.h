// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/TableRecords.h"

namespace huiyin {

// What may be made of the counts of a row: 承办 − 退单.
struct TableReading
{
    struct Term
    {
        qsizetype column = -1;
        int sign = 1;

        bool operator==(const Term &) const = default;
    };

    QList<Term> terms{}; // the first is the column it is told of

    [[nodiscard]] qsizetype column() const { return terms.first().column; }
    [[nodiscard]] std::optional<qint64> of(const TableRecord &record) const; // nullopt: a count is missing
    // The count of its first column with which it would be so much.
    [[nodiscard]] std::optional<qint64> firstFor(const TableRecord &record, qint64 sum) const;
    [[nodiscard]] QString formula(const TableRecord &record) const; // 100 − 10
    [[nodiscard]] TableReading with(const TableReading &other, int sign = 1) const;
    bool operator==(const TableReading &) const = default;
};

TableReading readingOf(qsizetype column);

// What was closed, as the table's columns tell it, the plainest first.
QList<TableReading> closedReadings(const TableRecords &table);

// What it may be of: 受理, 应办结, 合计, without those returned, with those carried over.
QList<TableReading> wholeReadings(const TableRecords &table);

} // namespace huiyin
