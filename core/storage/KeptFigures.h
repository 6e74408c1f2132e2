// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/PackedFacts.h"

#include <QList>

namespace huiyin {

class Database;
class Progress;

// Keeps the facts of the days that have come to rest packed in figure_day, from where FigureSource reads them.
class KeptFigures
{
public:
    explicit KeptFigures(Database &database)
        : m_database(database)
    {
    }

    // Packs so many more days in a transaction of its own, the oldest first; the last days before the newest ticket are
    // left alone, as they change all the time. True: there is nothing left to keep.
    bool keepSome(int most);
    void keepAll(Progress &progress);

    // The days (rows of figure_day) that don't hold what the tables say, though nothing should get past the triggers.
    [[nodiscard]] QList<qint64> wrongDays(const Progress &progress);
    // Throws these away; their days are counted from the tables until they are kept again.
    void drop(const QList<qint64> &days);

private:
    struct Days
    {
        qint64 first = 0;
        qint64 last = -1;
    };
    [[nodiscard]] Days restingDays(DayKind kind);
    [[nodiscard]] qint64 nextDay(DayKind kind, qint64 day);
    [[nodiscard]] QByteArray pack(DayKind kind, qint64 day);

    Database &m_database;
};

} // namespace huiyin
