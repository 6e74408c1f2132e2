// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/PackedFacts.h"

#include <QList>

#include <optional>

namespace huiyin {

class Database;
class Progress;

// How far a walk over all days has come.
struct KeptPlace
{
    DayKind kind = DayKind::Tickets;
    qint64 day = 0;
};

// Keeps the facts of the days that have come to rest packed in figure_day, from where FigureSource reads them.
class KeptFigures
{
public:
    explicit KeptFigures(Database &database)
        : m_database(database)
    {
    }

    // Packs the next days that are not kept, up to `most` in a transaction of their own, and says where to go on; nullopt:
    // the walk is over. The last days before the newest ticket are left alone, as they change all the time.
    std::optional<KeptPlace> keepSome(int most, KeptPlace from = {});
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
    [[nodiscard]] QByteArray pack(qint64 id); // of a row of figure_day

    Database &m_database;
};

} // namespace huiyin
