// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/CaseSource.h"

#include "storage/Database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 atOnce = qint64{5} * 86'400'000; // a question that can't be stopped takes no longer than these days

const auto isCase = u"t.state NOT IN ('draft', 'void') "
                    "AND ifnull(t.resolution, '') NOT IN ('void', 'merged') AND t.confidentiality <> 'hidden' "_s;

} // namespace

// Asks for five days at a time; the first two arguments of the statement are their ends.
template <class Visit, class... Args>
void CaseSource::eachRow(const QString &sql, Visit visit, const Args &...args) const
{
    for (qint64 first = m_span.from; first < m_span.before; first += atOnce) {
        stopIfCancelled(m_progress);
        m_database.each(sql, visit, first, std::min(m_span.before, first + atOnce), args...);
    }
}

void CaseSource::eachLate(qint64 least, const std::function<void(const Late &)> &visit) const
{
    eachRow(
        u"SELECT t.id, t.closed_at IS NULL OR t.closed_at >= span.as_of, "
        "CASE WHEN t.closed_at IS NULL OR t.closed_at >= span.as_of THEN span.as_of "
        "ELSE ifnull(d.replied_at, t.closed_at) END - ifnull(d.due_at, t.due_at) AS late "
        "FROM (SELECT ? AS begins, ? AS ends, ? AS as_of) span CROSS JOIN ticket t "
        "LEFT JOIN dispatch d ON d.ticket = t.id AND d.role = 'lead' AND d.dispatched_at < span.as_of "
        "AND (d.returned_at IS NULL OR d.returned_at >= span.as_of) "
        "WHERE t.received_at >= span.begins AND t.received_at < span.ends AND "_s
            + isCase + u"AND late >= ?"_s,
        [&visit](const Row &row) {
            visit({.ticket = row.get<TicketId>(0), .isOpen = row.get<bool>(1), .late = row.get<qint64>(2)});
        },
        m_span.asOf, least);
}

void CaseSource::eachShared(int least, const std::function<void(TicketId, int departments)> &visit) const
{
    eachRow(
        u"SELECT t.id, count(DISTINCT d.department) AS departments FROM ticket t "
        "CROSS JOIN dispatch d ON d.ticket = t.id "
        "WHERE t.received_at >= ? AND t.received_at < ? AND "_s
            + isCase
            + u"AND d.dispatched_at < ? AND (d.returned_at IS NULL OR d.returned_at >= ?) "
              "GROUP BY t.id HAVING departments >= ?"_s,
        [&visit](const Row &row) { visit(row.get<TicketId>(0), row.get<int>(1)); }, m_span.asOf, m_span.asOf, least);
}

void CaseSource::eachTelling(const std::function<void(const Telling &)> &visit) const
{
    const auto tell = [&visit](const Row &row) {
        visit({.ticket = row.get<qint64>(0), .earlier = row.get<qint64>(1), .phone = row.get<QString>(2)});
    };
    eachRow(u"SELECT t.id, ifnull(t.merged_into, t.repeat_of), x.phone FROM ticket t "
            "CROSS JOIN ticket_text x ON x.ticket = t.id WHERE t.received_at >= ? AND t.received_at < ? "
            "AND t.state NOT IN ('draft', 'void') AND ifnull(t.resolution, '') <> 'void' "
            "AND (t.merged_into IS NOT NULL OR t.repeat_of IS NOT NULL)"_s,
            tell);
    eachRow(u"SELECT 0, c.ticket, c.phone FROM call c WHERE c.started_at >= ? AND c.started_at < ? "
            "AND c.outcome = 'repeat'"_s,
            tell);
}

QHash<qint64, qint64> CaseSource::earlierOf(const QList<TicketId> &tickets) const
{
    QHash<qint64, qint64> earlier;
    m_database.each(
        u"SELECT t.id, ifnull(t.merged_into, t.repeat_of) FROM json_each(?) asked "
        "CROSS JOIN ticket t ON t.id = asked.value WHERE t.merged_into IS NOT NULL OR t.repeat_of IS NOT NULL"_s,
        [&earlier](const Row &row) { earlier.insert(row.get<qint64>(0), row.get<qint64>(1)); }, jsonList(tickets));
    return earlier;
}

QHash<qint64, QString> CaseSource::phonesOf(const QList<TicketId> &tickets) const
{
    QHash<qint64, QString> phones;
    m_database.each(
        u"SELECT t.id, x.phone FROM json_each(?) asked CROSS JOIN ticket t ON t.id = asked.value "
        "CROSS JOIN ticket_text x ON x.ticket = t.id WHERE t.received_at >= ? AND t.received_at < ? AND "_s
            + isCase,
        [&phones](const Row &row) { phones.insert(row.get<qint64>(0), row.get<QString>(1)); }, jsonList(tickets),
        m_span.from, m_span.before);
    return phones;
}

void CaseSource::eachPraise(const std::function<void(const Praise &)> &visit) const
{
    eachRow(
        u"SELECT t.id, f.satisfaction, f.comment FROM ticket t CROSS JOIN follow_up f ON f.ticket = t.id "
        "WHERE t.received_at >= ? AND t.received_at < ? AND "_s
            + isCase
            + u"AND t.resolution = 'handled' AND t.closed_at < ? AND f.reached = 1 AND f.at < ? "
              "AND f.satisfaction IN ('very_satisfied', 'satisfied') AND ifnull(f.solved, 1) = 1 "
              "AND f.comment <> ''"_s,
        [&visit](const Row &row) {
            visit({.ticket = row.get<TicketId>(0),
                   .satisfaction =
                       row.get<QString>(1) == u"satisfied" ? Satisfaction::Satisfied : Satisfaction::VerySatisfied,
                   .comment = row.get<QString>(2)});
        },
        m_span.asOf, m_span.asOf);
}

void CaseSource::eachOfTypes(const QList<RequestTypeId> &types,
                             const std::function<void(TicketId, qint64 length)> &visit) const
{
    eachRow(
        u"SELECT t.id, length(x.content) FROM ticket t CROSS JOIN ticket_text x ON x.ticket = t.id "
        "WHERE t.received_at >= ? AND t.received_at < ? AND "_s
            + isCase + u"AND t.request_type IN (SELECT value FROM json_each(?))"_s,
        [&visit](const Row &row) { visit(row.get<TicketId>(0), row.get<qint64>(1)); }, jsonList(types));
}

} // namespace huiyin
