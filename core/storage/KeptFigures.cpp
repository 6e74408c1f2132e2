// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/KeptFigures.h"

#include "domain/Progress.h"
#include "storage/Database.h"
#include "storage/FigureSource.h"
#include "storage/StorageError.h"
#include "storage/Transaction.h"

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

QByteArray KeptFigures::pack(qint64 id)
{
    FactsPacker packer;
    const FigureSource source(m_database);
    const DayKind kind = id >= dayId(DayKind::Calls, 0) ? DayKind::Calls : DayKind::Tickets;
    const qint64 day = id - dayId(kind, 0);
    // A row of a damaged file may name any day.
    if (day < 0 || day >= std::numeric_limits<qint64>::max() / dayLength - 1)
        return packer.packed();
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

std::optional<KeptPlace> KeptFigures::keepSome(int most, KeptPlace from)
{
    constexpr int enoughLookedAt = 500; // some ms
    QList<qint64> missing;
    std::optional<KeptPlace> stop;
    int lookedAt = 0;
    for (const DayKind kind : {DayKind::Tickets, DayKind::Calls}) {
        if (kind < from.kind || stop)
            continue;
        const Days days = restingDays(kind);
        qint64 day = std::max(days.first, kind == from.kind ? from.day : days.first);
        for (; day <= days.last && !stop; ++day) {
            if (missing.size() == most || ++lookedAt > enoughLookedAt) {
                stop = KeptPlace{.kind = kind, .day = day};
            } else if (!m_database.value<qint64>(u"SELECT 1 FROM figure_day WHERE id = ?"_s, dayId(kind, day))) {
                const qint64 next = nextDay(kind, day);
                if (next == day)
                    missing.append(dayId(kind, day));
                else
                    day = next - 1; // nothing came in on the days between
            }
        }
    }
    if (missing.isEmpty())
        return stop;
    Transaction transaction(m_database);
    for (const qint64 id : std::as_const(missing))
        m_database.exec(u"INSERT OR REPLACE INTO figure_day(id, facts) VALUES(?, ?)"_s, id, pack(id));
    transaction.commit();
    return stop;
}

void KeptFigures::keepAll(Progress &progress)
{
    for (std::optional<KeptPlace> next = KeptPlace(); next; next = keepSome(daysInBulk, *next))
        stopIfCancelled(progress);
}

QList<qint64> KeptFigures::wrongDays(const Progress &progress)
{
    QList<qint64> wrong;
    const auto ids = m_database.all(u"SELECT id FROM figure_day"_s, [](const Row &row) { return row.get<qint64>(0); });
    for (const qint64 id : ids) {
        stopIfCancelled(progress);
        const auto kept = m_database.value<QByteArray>(u"SELECT facts FROM figure_day WHERE id = ?"_s, id);
        if (kept != pack(id))
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
