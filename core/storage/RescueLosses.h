// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <limits>

namespace huiyin {

class Database;
struct RescueReport;

// The rows that one way of reading a damaged file could not have; another may still bring them.
class RescueLosses
{
public:
    static constexpr qint64 end = std::numeric_limits<qint64>::max();
    // From one row number to another, or to the end; nothing when that is before the first.
    void lose(const QString &table, qint64 from, qint64 to);
    void loseMiddle(const QString &table) { m_middles.insert(table); } // of a table without row numbers
    [[nodiscard]] bool isEmpty() const { return m_ranges.isEmpty() && m_middles.isEmpty(); }

    // What is not in the new file after all.
    void tell(Database &database, RescueReport &report) const;

private:
    struct Range
    {
        qint64 from = 0;
        qint64 to = end;
    };
    QMap<QString, QList<Range>> m_ranges; // by table
    QSet<QString> m_middles;
};

// What the office calls what lies in a table: "tickets".
QString tableWord(const QString &table);

} // namespace huiyin
