// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/KeptFigures.h"

#include "domain/Progress.h"
#include "storage/Database.h"
#include "storage/FigureSource.h"
#include "storage/StorageError.h"
#include "storage/Transaction.h"

#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 restless = 3; // days up to the newest that are not kept
constexpr int daysInBulk = 16;

} // namespace

KeptFigures::Days KeptFigures::restingDays(DayKind kind)
{
    const auto times = m_database.first(
        kind == DayKind::Tickets ? u"SELECT (SELECT received_at FROM ticket ORDER BY received_at LIMIT 1), "
                                   "(SELECT received_at FROM ticket ORDER BY received_at DESC LIMIT 1)"_s
                                 : u"SELECT (SELECT started_at FROM call ORDER BY started_at LIMIT 1), "
                                   "(SELECT started_at FROM call ORDER BY started_at DESC LIMIT 1)"_s,
        [](const Row &row) { return std::pair(row.get<qint64>(0), row.get<qint64>(1)); });
    // Before 1970 the triggers would name another day.
    if (!times || times->second <= 0)
        return {};
    return {.first = std::max<qint64>(times->first, dayLength) / dayLength,
            .last = times->second / dayLength - restless};
}

// The first day from `day` on that anything came in; far away when there is none.
qint64 KeptFigures::nextDay(DayKind kind, qint64 day)
{
    const auto time = m_database.value<qint64>(
        kind == DayKind::Tickets
            ? u"SELECT received_at FROM ticket WHERE received_at >= ? ORDER BY received_at LIMIT 1"_s
            : u"SELECT started_at FROM call WHERE started_at >= ? ORDER BY started_at LIMIT 1"_s,
        day * dayLength);
    return time.value_or(std::numeric_limits<qint64>::max()) / dayLength;
}

QByteArray KeptFigures::pack(DayKind kind, qint64 day)
{
    FactsPacker packer;
    const FigureSource source(m_database);
    const qint64 from = day * dayLength;
    if (kind == DayKind::Tickets) {
        source.eachTicketOfTables(
            from, from + dayLength,
            [&packer](const TicketFacts &ticket, const QList<DispatchFacts> &dispatches,
                      const QList<FollowUpFacts> &followUps) { packer.add(ticket, dispatches, followUps); });
    } else {
        source.eachCallOfTables(from, from + dayLength, [&packer](const CallFigureFacts &call) { packer.add(call); });
    }
    return packer.packed();
}

bool KeptFigures::keepSome(int most)
{
    QList<std::pair<DayKind, qint64>> missing;
    for (const DayKind kind : {DayKind::Tickets, DayKind::Calls}) {
        const Days days = restingDays(kind);
        QSet<qint64> kept;
        m_database.each(
            u"SELECT id FROM figure_day WHERE id >= ? AND id <= ?"_s,
            [&kept](const Row &row) { kept.insert(row.get<qint64>(0)); }, dayId(kind, days.first),
            dayId(kind, days.last));
        for (qint64 day = days.first; day <= days.last && missing.size() <= most; ++day) {
            if (kept.contains(dayId(kind, day)))
                continue;
            const qint64 next = nextDay(kind, day);
            if (next == day)
                missing.append({kind, day});
            else
                day = next - 1; // nothing came in on the days between
        }
    }
    if (missing.isEmpty())
        return true;
    Transaction transaction(m_database);
    for (const auto &[kind, day] : missing.first(std::min<qsizetype>(missing.size(), most)))
        m_database.exec(u"INSERT OR REPLACE INTO figure_day(id, facts) VALUES(?, ?)"_s, dayId(kind, day),
                        pack(kind, day));
    transaction.commit();
    return missing.size() <= most;
}

void KeptFigures::keepAll(Progress &progress)
{
    while (!keepSome(daysInBulk))
        stopIfCancelled(progress);
}

QList<qint64> KeptFigures::wrongDays(const Progress &progress)
{
    QList<qint64> wrong;
    const auto ids = m_database.all(u"SELECT id FROM figure_day"_s, [](const Row &row) { return row.get<qint64>(0); });
    for (const qint64 id : ids) {
        stopIfCancelled(progress);
        const DayKind kind = id >= dayId(DayKind::Calls, 0) ? DayKind::Calls : DayKind::Tickets;
        const auto kept = m_database.value<QByteArray>(u"SELECT facts FROM figure_day WHERE id = ?"_s, id);
        if (kept != pack(kind, id - dayId(kind, 0)))
            wrong.append(id);
    }
    return wrong;
}

void KeptFigures::drop(const QList<qint64> &days)
{
    for (const qint64 id : days)
        m_database.exec(u"DELETE FROM figure_day WHERE id = ?"_s, id);
}

} // namespace huiyin
