// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <limits>
#include <utility>

namespace huiyin {

class Database;
struct RescueReport;

// Rows of a table by their numbers, both ends included.
struct RowRange
{
    qint64 from = 0;
    qint64 to = 0;
};
using RowRanges = QList<RowRange>;

// What is told of records by the numbers of their rows: of neighbours of which the same is told once, as of a range.
class RecordDoubts
{
public:
    static constexpr qint64 end = std::numeric_limits<qint64>::max(); // of the numbers of rows

    void add(const QString &table, qint64 from, qint64 to, const QString &message);
    // By tables, messages and numbers.
    void tell(RescueReport &report) const;

private:
    QMap<std::pair<QString, QString>, RowRanges> m_rows; // by table and message
};

// The rows that one way of reading a damaged file could not have; another may still bring them.
class RescueLosses
{
public:
    static constexpr qint64 end = RecordDoubts::end;

    void lose(const QString &table, qint64 from, qint64 to);           // nothing when `to` is before `from`
    void loseMiddle(const QString &table) { m_middles.insert(table); } // of a table without row numbers
    [[nodiscard]] bool isEmpty() const { return m_ranges.isEmpty() && m_middles.isEmpty(); }

    // What is not in the new file after all.
    void tell(Database &database, RescueReport &report) const;

private:
    QMap<QString, RowRanges> m_ranges; // by table
    QSet<QString> m_middles;
};

// What the office calls what lies in a table: "tickets".
QString tableWord(const QString &table);

} // namespace huiyin
