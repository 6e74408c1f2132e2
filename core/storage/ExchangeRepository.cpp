// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ExchangeRepository.h"

#include "storage/Database.h"
#include "storage/TicketColumns.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// CROSS JOIN keeps the order of the tables, so that rows come by the index of the time and are not sorted.
const QString selectTicket =
    u"SELECT "_s + ticketColumns()
    + u", m.number, r.number "
      "FROM ticket t CROSS JOIN ticket_text x ON x.ticket = t.id LEFT JOIN ticket m ON m.id = t.merged_into "
      "LEFT JOIN ticket r ON r.id = t.repeat_of WHERE t.number IS NOT NULL AND t.state <> 'draft' "_s;

TicketRecord toTicketRecord(const Row &row)
{
    return {.ticket = toTicket(row),
            .mergedInto = row.get<QString>(ticketColumnCount),
            .repeatOf = row.get<QString>(ticketColumnCount + 1)};
}

const auto selectCall =
    u"SELECT c.id, c.reference, c.direction, c.started_at, c.answered_at, c.ended_at, c.phone, c.caller, c.operator, "
    "c.outcome, c.topic, c.ticket, c.note, t.number FROM call c LEFT JOIN ticket t ON t.id = c.ticket "_s;

CallRecord toCallRecord(const Row &row)
{
    return {.call = {.id = row.get<CallId>(0),
                     .reference = row.get<QString>(1),
                     .direction = row.get<CallDirection>(2),
                     .startedAt = row.get<QDateTime>(3),
                     .answeredAt = row.get<std::optional<QDateTime>>(4),
                     .endedAt = row.get<std::optional<QDateTime>>(5),
                     .phone = row.get<QString>(6),
                     .caller = row.get<QString>(7),
                     .callOperator = row.get<QString>(8),
                     .outcome = row.get<CallOutcome>(9),
                     .topic = row.get<std::optional<TopicId>>(10),
                     .ticket = row.get<std::optional<TicketId>>(11),
                     .note = row.get<QString>(12)},
            .ticket = row.get<QString>(13)};
}

const auto selectDispatch =
    u"SELECT d.id, d.ticket, d.department, d.round, d.role, d.dispatched_at, d.due_at, d.original_due_at, "
    u"d.extended_at, "
    "d.signed_at, d.returned_at, x.return_ground, d.replied_at, x.reply, d.claimed_result, d.closed_at, t.number, "
    "d.first_replied_at, d.suspended_at, d.suspended_until, d.first_extended_at, d.suspended_days, "
    "x.suspension_ground "
    "FROM ticket t CROSS JOIN dispatch d ON d.ticket = t.id CROSS JOIN dispatch_text x ON x.dispatch = d.id "
    "WHERE t.number IS NOT NULL AND t.state <> 'draft' "_s;

DispatchRecord toDispatchRecord(const Row &row)
{
    return {.dispatch = {.id = row.get<DispatchId>(0),
                         .ticket = row.get<TicketId>(1),
                         .department = row.get<DepartmentId>(2),
                         .round = row.get<int>(3),
                         .role = row.get<DispatchRole>(4),
                         .dispatchedAt = row.get<QDateTime>(5),
                         .dueAt = row.get<std::optional<QDateTime>>(6),
                         .originalDueAt = row.get<std::optional<QDateTime>>(7),
                         .signedAt = row.get<std::optional<QDateTime>>(9),
                         .returnGround = row.get<QString>(11),
                         .returnedAt = row.get<std::optional<QDateTime>>(10),
                         .extendedAt = row.get<std::optional<QDateTime>>(8),
                         .firstExtendedAt = row.get<std::optional<QDateTime>>(20),
                         .suspendedAt = row.get<std::optional<QDateTime>>(18),
                         .suspendedUntil = row.get<std::optional<QDateTime>>(19),
                         .suspendedDays = row.get<int>(21),
                         .suspensionGround = row.get<QString>(22),
                         .firstRepliedAt = row.get<std::optional<QDateTime>>(17),
                         .repliedAt = row.get<std::optional<QDateTime>>(12),
                         .reply = row.get<QString>(13),
                         .claimedResult = row.get<std::optional<ClaimedResult>>(14),
                         .closedAt = row.get<std::optional<QDateTime>>(15)},
            .ticket = row.get<QString>(16)};
}

const auto selectFollowUp =
    u"SELECT f.id, f.ticket, f.at, f.by, f.method, f.reached, f.solved, f.satisfaction, f.comment, t.number "
    "FROM ticket t CROSS JOIN follow_up f ON f.ticket = t.id WHERE t.number IS NOT NULL AND t.state <> 'draft' "_s;

FollowUpRecord toFollowUpRecord(const Row &row)
{
    return {.followUp = {.id = row.get<FollowUpId>(0),
                         .ticket = row.get<TicketId>(1),
                         .at = row.get<QDateTime>(2),
                         .by = row.get<QString>(3),
                         .method = row.get<FollowUpMethod>(4),
                         .reached = row.get<bool>(5),
                         .solved = row.get<std::optional<bool>>(6),
                         .satisfaction = row.get<std::optional<Satisfaction>>(7),
                         .comment = row.get<QString>(8)},
            .ticket = row.get<QString>(9)};
}

} // namespace

qint64 ExchangeRepository::beginBatch(const QDateTime &at, const QString &user, const QString &source) const
{
    return m_database.insert(u"INSERT INTO import_batch(at, user, source, counts) VALUES(?, ?, ?, '{}')"_s, at, user,
                             source);
}

void ExchangeRepository::finishBatch(qint64 batch, const QString &counts) const
{
    m_database.exec(u"UPDATE import_batch SET counts = ? WHERE id = ?"_s, counts, batch);
}

bool ExchangeRepository::isUnused() const
{
    return m_database.value<qint64>(u"SELECT EXISTS (SELECT 1 FROM ticket) OR EXISTS (SELECT 1 FROM call)"_s) == 0;
}

bool ExchangeRepository::hasFollowUps() const
{
    return m_database.value<qint64>(u"SELECT EXISTS (SELECT 1 FROM follow_up)"_s) == 1;
}

bool ExchangeRepository::hasDispatch(TicketId ticket) const
{
    return m_database.value<qint64>(u"SELECT EXISTS (SELECT 1 FROM dispatch WHERE ticket = ?)"_s, ticket) == 1;
}

std::optional<FollowUpId> ExchangeRepository::followUpAt(TicketId ticket, const QDateTime &second) const
{
    return m_database.value<FollowUpId>(u"SELECT id FROM follow_up WHERE ticket = ? AND at >= ? AND at < ? LIMIT 1"_s,
                                        ticket, second, second.addSecs(1));
}

QString ExchangeRepository::numberOf(TicketId ticket) const
{
    return m_database.value<QString>(u"SELECT number FROM ticket WHERE id = ?"_s, ticket).value_or(QString());
}

std::optional<TicketId> ExchangeRepository::mergedInto(TicketId ticket) const
{
    return m_database.value<TicketId>(u"SELECT merged_into FROM ticket WHERE id = ?"_s, ticket);
}

void ExchangeRepository::merge(TicketId ticket, TicketId into) const
{
    m_database.exec(u"UPDATE ticket SET resolution = 'merged', merged_into = ? WHERE id = ?"_s, into, ticket);
}

void ExchangeRepository::setRepeatOf(TicketId ticket, TicketId older) const
{
    m_database.exec(u"UPDATE ticket SET repeat_of = ? WHERE id = ?"_s, older, ticket);
}

void ExchangeRepository::startHandling(DispatchId first) const
{
    m_database.exec(u"UPDATE ticket SET state = 'in_progress', version = version + 1 "
                    "WHERE state = 'accepted' AND id IN (SELECT ticket FROM dispatch WHERE id >= ?)"_s,
                    first);
}

void ExchangeRepository::startHandling(TicketId ticket) const
{
    m_database.exec(u"UPDATE ticket SET state = 'in_progress', version = version + 1 "
                    "WHERE state = 'accepted' AND id = ?"_s,
                    ticket);
}

void ExchangeRepository::raiseNumber(const QString &series, const QString &span, qint64 number) const
{
    m_database.exec(u"INSERT INTO number_series(series, span, last) VALUES(?, ?, ?) "
                    "ON CONFLICT(series, span) DO UPDATE SET last = max(last, excluded.last)"_s,
                    series, span, number);
}

void ExchangeRepository::refreshFollowUps(DispatchId first) const
{
    m_database.exec(
        u"UPDATE follow_up SET department = (SELECT d.department FROM dispatch d WHERE d.ticket = follow_up.ticket "
        "AND d.role = 'lead' AND d.returned_at IS NULL ORDER BY d.round DESC, d.dispatched_at DESC, d.department DESC "
        "LIMIT 1) "
        "WHERE ticket IN (SELECT ticket FROM dispatch WHERE id >= ?)"_s,
        first);
}

void ExchangeRepository::refreshFollowUps(TicketId ticket) const
{
    m_database.exec(
        u"UPDATE follow_up SET department = (SELECT d.department FROM dispatch d WHERE d.ticket = follow_up.ticket "
        "AND d.role = 'lead' AND d.returned_at IS NULL ORDER BY d.round DESC, d.dispatched_at DESC, d.department DESC "
        "LIMIT 1) "
        "WHERE ticket = ?"_s,
        ticket);
}

TimeSpan ExchangeRepository::allTimes()
{
    return {.from = QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC),
            .before = QDateTime(QDate(10000, 1, 1), QTime(0, 0), Qt::UTC)};
}

ExchangeRepository::RowCounts ExchangeRepository::rowCounts(const TimeSpan &span) const
{
    RowCounts counts;
    m_database.each(
        u"WITH span(first, last) AS (SELECT ?, ?) "
        "SELECT (SELECT count(*) FROM span CROSS JOIN ticket t ON t.received_at >= first AND t.received_at < last), "
        "(SELECT count(*) FROM span CROSS JOIN call c ON c.started_at >= first AND c.started_at < last), "
        "(SELECT count(*) FROM span CROSS JOIN ticket t ON t.received_at >= first AND t.received_at < last "
        "CROSS JOIN dispatch d ON d.ticket = t.id), "
        "(SELECT count(*) FROM span CROSS JOIN ticket t ON t.received_at >= first AND t.received_at < last "
        "CROSS JOIN follow_up f ON f.ticket = t.id)"_s,
        [&counts](const Row &row) {
            counts = {.tickets = row.get<qint64>(0),
                      .calls = row.get<qint64>(1),
                      .dispatches = row.get<qint64>(2),
                      .followUps = row.get<qint64>(3)};
        },
        span.from, span.before);
    return counts;
}

void ExchangeRepository::eachTicket(const TimeSpan &received, const TicketVisit &visit) const
{
    m_database.each(
        selectTicket + u"AND t.received_at >= ? AND t.received_at < ? ORDER BY t.received_at, t.id"_s,
        [&visit](const Row &row) { visit(toTicketRecord(row)); }, received.from, received.before);
}

void ExchangeRepository::eachCall(const TimeSpan &started, const CallVisit &visit) const
{
    m_database.each(
        selectCall + u"WHERE c.started_at >= ? AND c.started_at < ? ORDER BY c.started_at, c.id"_s,
        [&visit](const Row &row) { visit(toCallRecord(row)); }, started.from, started.before);
}

void ExchangeRepository::eachDispatch(const TimeSpan &received, const DispatchVisit &visit) const
{
    m_database.each(
        selectDispatch
            + u"AND t.received_at >= ? AND t.received_at < ? "
              "ORDER BY t.received_at, t.id, d.round, d.dispatched_at, d.id"_s,
        [&visit](const Row &row) { visit(toDispatchRecord(row)); }, received.from, received.before);
}

bool ExchangeRepository::hasRareTimes() const
{
    for (const QString &question :
         {u"SELECT 1 FROM earlier_reply LIMIT 1"_s, u"SELECT 1 FROM earlier_due LIMIT 1"_s,
          u"SELECT 1 FROM dispatch WHERE first_replied_at IS NOT NULL OR suspended_at IS NOT NULL LIMIT 1"_s}) {
        if (m_database.value<qint64>(question))
            return true;
    }
    return false;
}

void ExchangeRepository::eachFollowUp(const TimeSpan &received, const FollowUpVisit &visit) const
{
    m_database.each(
        selectFollowUp + u"AND t.received_at >= ? AND t.received_at < ? ORDER BY t.received_at, t.id, f.at, f.id"_s,
        [&visit](const Row &row) { visit(toFollowUpRecord(row)); }, received.from, received.before);
}

void ExchangeRepository::eachTicketOf(TicketId ticket, const TicketVisit &visit) const
{
    m_database.each(
        selectTicket + u"AND t.id = ?"_s, [&visit](const Row &row) { visit(toTicketRecord(row)); }, ticket);
}

void ExchangeRepository::eachDispatchOf(TicketId ticket, const DispatchVisit &visit) const
{
    m_database.each(
        selectDispatch + u"AND t.id = ? ORDER BY d.round, d.dispatched_at, d.id"_s,
        [&visit](const Row &row) { visit(toDispatchRecord(row)); }, ticket);
}

void ExchangeRepository::eachFollowUpOf(TicketId ticket, const FollowUpVisit &visit) const
{
    m_database.each(
        selectFollowUp + u"AND t.id = ? ORDER BY f.at, f.id"_s,
        [&visit](const Row &row) { visit(toFollowUpRecord(row)); }, ticket);
}

QList<ExchangeRepository::Companion> ExchangeRepository::companions(const TimeSpan &span) const
{
    QList<Companion> found;
    QSet<TicketId> known;
    const auto take = [&](const Row &row) {
        const auto ticket = row.get<TicketId>(0);
        const auto receivedAt = row.get<QDateTime>(1);
        if ((receivedAt >= span.from && receivedAt < span.before) || known.contains(ticket))
            return;
        known.insert(ticket);
        found.append({.ticket = ticket, .receivedAt = receivedAt});
    };

    m_database.each(u"SELECT t.id, t.received_at FROM ticket m JOIN ticket t ON t.merged_into = m.id "
                    "WHERE m.received_at >= ? AND m.received_at < ?"_s,
                    take, span.from, span.before);
    for (qsizetype i = 0; i < found.size(); ++i)
        m_database.each(u"SELECT id, received_at FROM ticket WHERE merged_into = ?"_s, take, found[i].ticket);

    m_database.each(u"SELECT o.id, o.received_at FROM ticket t JOIN ticket o ON o.id = t.merged_into "
                    "WHERE t.received_at >= ? AND t.received_at < ?"_s,
                    take, span.from, span.before);
    m_database.each(u"SELECT o.id, o.received_at FROM ticket t JOIN ticket o ON o.id = t.repeat_of "
                    "WHERE t.received_at >= ? AND t.received_at < ?"_s,
                    take, span.from, span.before);
    m_database.each(u"SELECT o.id, o.received_at FROM call c JOIN ticket o ON o.id = c.ticket "
                    "WHERE c.started_at >= ? AND c.started_at < ?"_s,
                    take, span.from, span.before);
    for (qsizetype i = 0; i < found.size(); ++i) {
        m_database.each(
            u"SELECT o.id, o.received_at FROM ticket t JOIN ticket o ON o.id IN (t.merged_into, t.repeat_of) "
            "WHERE t.id = ?"_s,
            take, found[i].ticket);
    }
    std::ranges::sort(found, [](const Companion &a, const Companion &b) {
        return a.receivedAt != b.receivedAt ? a.receivedAt < b.receivedAt : a.ticket < b.ticket;
    });
    return found;
}

} // namespace huiyin
