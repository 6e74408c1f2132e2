// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/MatterSource.h"

#include "domain/PersonalText.h"
#include "storage/Database.h"
#include "storage/StorageError.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 atOnce = qint64{5} * 86'400'000; // a question that can't be stopped takes no longer than these days

QString listOf(const QList<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts.append(QString::number(id));
    return u'(' + texts.join(u',') + u") "_s;
}

} // namespace

MatterSource::MatterSource(Database &database, const Progress &progress, const QList<TopicId> &excludedTopics)
    : m_database(database)
    , m_progress(progress)
    , m_counts(u"t.state NOT IN ('draft', 'void') AND ifnull(t.resolution, '') <> 'void' "
               "AND t.channel IN (SELECT id FROM channel WHERE in_total = 1) "_s)
{
    QList<qint64> excluded;
    for (const TopicId topic : excludedTopics)
        excluded.append(topic.value());
    if (!excluded.isEmpty())
        m_counts += u"AND ifnull(t.topic, 0) NOT IN " + listOf(excluded);
}

void MatterSource::eachGroup(qint64 from, qint64 before, const std::function<void(const Group &)> &visit) const
{
    for (qint64 first = from; first < before; first += atOnce) {
        stopIfCancelled(m_progress);
        m_database.each(
            u"SELECT ifnull(t.category, 0), ifnull(t.area, 0), count(*) FROM ticket t "
            "WHERE t.received_at >= ? AND t.received_at < ? AND "_s
                + m_counts + u"GROUP BY 1, 2"_s,
            [&visit](const Row &row) {
                visit({.category = row.get<qint64>(0), .area = row.get<qint64>(1), .tickets = row.get<qint64>(2)});
            },
            first, std::min(before, first + atOnce));
    }
}

void MatterSource::eachPlace(qint64 from, qint64 before, const std::function<void(const Place &)> &visit) const
{
    constexpr qint64 askAfter = 1024;
    qint64 read = 0;
    m_database.each(
        u"SELECT t.id, ifnull(t.category, 0), ifnull(t.area, 0), x.address, x.phone FROM ticket t "
        "JOIN ticket_text x ON x.ticket = t.id WHERE t.received_at >= ? AND t.received_at < ? AND x.address <> '' AND "_s
            + m_counts + u"ORDER BY t.received_at, t.id"_s,
        [&](const Row &row) {
            if (++read % askAfter == 0)
                stopIfCancelled(m_progress);
            visit({.ticket = row.get<qint64>(0),
                   .category = row.get<qint64>(1),
                   .area = row.get<qint64>(2),
                   .address = row.get<QString>(3),
                   .phone = row.get<QString>(4)});
        },
        from, before);
}

QList<TicketId> MatterSource::tickets(const QList<qint64> &categories, const QList<qint64> &areas, qint64 from,
                                      qint64 before) const
{
    QString sql = u"SELECT t.id FROM ticket t WHERE t.received_at >= ? AND t.received_at < ? AND "_s + m_counts;
    const std::pair<QString, QList<qint64>> wanted[] = {{u"t.category"_s, categories}, {u"t.area"_s, areas}};
    for (const auto &[column, ids] : wanted) {
        if (!ids.isEmpty())
            sql += u"AND " + column + u" IN " + listOf(ids);
    }
    sql += u"ORDER BY t.received_at DESC, t.id DESC"_s;
    QList<TicketId> found;
    for (qint64 end = before; end > from; end -= atOnce) {
        stopIfCancelled(m_progress);
        found += m_database.all(
            sql, [](const Row &row) { return row.get<TicketId>(0); }, std::max(from, end - atOnce), end);
    }
    return found;
}

QString MatterSource::usualTitle(const QList<TicketId> &tickets) const
{
    return usualTitles(tickets, 1).value(0);
}

QStringList MatterSource::usualTitles(const QList<TicketId> &tickets, int most) const
{
    // With min() among the columns, the others are of the row that has it.
    return m_database.all(
        u"SELECT min(x.ticket), x.title, x.requester, x.address FROM json_each(?) asked "
        "CROSS JOIN ticket_text x ON x.ticket = asked.value "
        "GROUP BY x.title ORDER BY count(*) DESC, min(x.ticket) LIMIT ?"_s,
        [](const Row &row) {
            return maskedText(row.get<QString>(1), {.name = row.get<QString>(2), .address = row.get<QString>(3)});
        },
        jsonList(tickets), most);
}

qint64 MatterSource::count(qint64 from, qint64 before) const
{
    qint64 sum = 0;
    eachGroup(from, before, [&sum](const Group &group) { sum += group.tickets; });
    return sum;
}

QHash<qint64, qint64> MatterSource::areasOf(const QList<TicketId> &tickets) const
{
    QHash<qint64, qint64> areas;
    m_database.each(
        u"SELECT t.id, ifnull(t.area, 0) FROM json_each(?) asked CROSS JOIN ticket t ON t.id = asked.value WHERE "_s
            + m_counts,
        [&areas](const Row &row) { areas.insert(row.get<qint64>(0), row.get<qint64>(1)); }, jsonList(tickets));
    return areas;
}

} // namespace huiyin
