// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/CallRepository.h"

#include "storage/Database.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto selectCall = u"SELECT id, reference, direction, started_at, answered_at, ended_at, phone, caller, operator, "
                        "outcome, topic, ticket, note FROM call "_s;

Call toCall(const Row &row)
{
    return {.id = row.get<CallId>(0),
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
            .note = row.get<QString>(12)};
}

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

void append(CallIds &ids, CallId id)
{
    if (id.value() < 0 || id.value() > CallIds::largest)
        throw StorageError(StorageError::Kind::Damaged, Text::tr("A call of the case file has an impossible number."),
                           u"call %1"_s.arg(id.value()));
    ids.append(id);
}

} // namespace

CallId CallRepository::insert(const Call &call, std::optional<qint64> importBatch) const
{
    return CallId(m_database.insert(
        u"INSERT INTO call(reference, direction, started_at, answered_at, ended_at, phone, caller, operator, outcome, "
        "topic, ticket, note, import_batch) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        call.reference, call.direction, call.startedAt, call.answeredAt, call.endedAt, call.phone, call.caller,
        call.callOperator, call.outcome, call.topic, call.ticket, call.note, importBatch));
}

void CallRepository::update(const Call &call) const
{
    m_database.exec(u"UPDATE call SET reference = ?, direction = ?, started_at = ?, answered_at = ?, ended_at = ?, "
                    "phone = ?, caller = ?, operator = ?, outcome = ?, topic = ?, ticket = ?, note = ? WHERE id = ?"_s,
                    call.reference, call.direction, call.startedAt, call.answeredAt, call.endedAt, call.phone,
                    call.caller, call.callOperator, call.outcome, call.topic, call.ticket, call.note, call.id);
}

std::optional<Call> CallRepository::byId(CallId id) const
{
    return m_database.first(selectCall + u"WHERE id = ?"_s, toCall, id);
}

std::optional<CallId> CallRepository::idOf(const QString &reference) const
{
    return m_database.value<CallId>(u"SELECT id FROM call WHERE reference = ?"_s, reference);
}

QList<Call> CallRepository::ofTicket(TicketId ticket) const
{
    return m_database.all(selectCall + u"WHERE ticket = ? ORDER BY started_at"_s, toCall, ticket);
}

QList<Call> CallRepository::ofPhone(const QString &phone, int limit) const
{
    if (phone.isEmpty())
        return {};
    return m_database.all(selectCall + u"WHERE phone = ? AND phone <> '' ORDER BY started_at DESC LIMIT ?"_s, toCall,
                          phone, limit);
}

QList<Call> CallRepository::rows(const QList<CallId> &ids) const
{
    QList<Call> calls;
    for (const CallId id : ids) {
        if (const auto call = byId(id))
            calls.append(*call);
    }
    return calls;
}

QList<TicketId> CallRepository::ticketsOf(const QList<CallId> &ids, const Progress &progress) const
{
    constexpr qsizetype atOnce = 5'000;
    QList<TicketId> tickets;
    QSet<qint64> seen;
    for (qsizetype from = 0; from < ids.size(); from += atOnce) {
        stopIfCancelled(progress);
        m_database.each(
            u"SELECT c.ticket FROM json_each(?) asked CROSS JOIN call c ON c.id = asked.value "
            "WHERE c.ticket IS NOT NULL ORDER BY asked.key"_s,
            [&](const Row &row) {
                const auto ticket = row.get<qint64>(0);
                if (!seen.contains(ticket)) {
                    seen.insert(ticket);
                    tickets.append(TicketId(ticket));
                }
            },
            jsonList(ids.mid(from, atOnce)));
    }
    return tickets;
}

CallIds CallRepository::list(const CallFilter &filter, Qt::SortOrder order, std::optional<qint64> limit,
                             const Progress &progress) const
{
    QStringList conditions;
    QVariantList values;
    const auto add = [&](const QString &condition, const auto &value) {
        conditions.append(condition);
        values.append(toSql(value));
    };
    if (filter.startedFrom)
        add(u"c.started_at >= ?"_s, *filter.startedFrom);
    if (filter.startedBefore)
        add(u"c.started_at < ?"_s, *filter.startedBefore);
    if (filter.outcome)
        add(u"c.outcome = ?"_s, *filter.outcome);
    if (filter.topic)
        add(u"c.topic = ?"_s, *filter.topic);
    const QStringList words = filter.text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        QString pattern = word;
        pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
        pattern = u'%' + pattern + u'%';
        conditions.append(u"(c.phone LIKE ? ESCAPE '\\' OR c.caller LIKE ? ESCAPE '\\' OR c.note LIKE ? ESCAPE '\\' "
                          "OR c.reference LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM ticket t WHERE t.id = c.ticket "
                          "AND t.number LIKE ? ESCAPE '\\'))"_s);
        for (int i = 0; i < 5; ++i)
            values.append(pattern);
    }
    const bool ascending = order == Qt::AscendingOrder;
    CallIds ids;
    if (!words.isEmpty()) {
        // Every call has to be looked at; piece by piece, so that it can be stopped.
        constexpr qint64 piece = 50'000;
        conditions.append(u"c.id > ? AND c.id <= ?"_s);
        std::vector<std::pair<qint64, qint64>> found; // started, id
        for (qint64 last = m_database.value<qint64>(u"SELECT max(id) FROM call"_s).value_or(0); last > 0;
             last -= piece) {
            stopIfCancelled(progress);
            Database::Statement statement(
                m_database, u"SELECT c.started_at, c.id FROM call c WHERE "_s + conditions.join(u" AND "_s),
                values + QVariantList{last - piece, last});
            while (statement.next())
                found.emplace_back(statement.row().get<qint64>(0), statement.row().get<qint64>(1));
        }
        std::ranges::sort(found);
        if (!ascending)
            std::ranges::reverse(found);
        for (const auto &[startedAt, id] : found) {
            if (!limit || ids.size() < *limit)
                append(ids, CallId(id));
        }
        return ids;
    }
    QString sql = u"SELECT c.id FROM call c"_s;
    if (!conditions.isEmpty())
        sql += u" WHERE "_s + conditions.join(u" AND "_s);
    sql += ascending ? u" ORDER BY c.started_at, c.id"_s : u" ORDER BY c.started_at DESC, c.id DESC"_s;
    if (limit) {
        sql += u" LIMIT ?"_s;
        values.append(*limit);
    }
    Database::Statement statement(m_database, sql, values);
    while (statement.next()) {
        append(ids, statement.row().get<CallId>(0));
        constexpr qsizetype askAfter = 256;
        if (ids.size() % askAfter == 0)
            stopIfCancelled(progress);
    }
    return ids;
}

QList<QDateTime> CallRepository::startTimes(const QDateTime &from, const QDateTime &before) const
{
    return m_database.all(
        u"SELECT started_at FROM call WHERE started_at >= ? AND started_at < ? ORDER BY started_at"_s,
        [](const Row &row) { return row.get<QDateTime>(0); }, from, before);
}

QList<CallTraffic> CallRepository::traffic(const QDateTime &from, const QDateTime &before) const
{
    return m_database.all(
        u"SELECT direction, count(*), count(answered_at), ifnull(sum(answered_at - started_at), 0) / 1000, "
        "count(CASE WHEN answered_at IS NOT NULL THEN ended_at END), "
        "ifnull(sum(ended_at - answered_at), 0) / 1000 "
        "FROM call WHERE started_at >= ? AND started_at < ? GROUP BY direction ORDER BY direction"_s,
        [](const Row &row) {
            return CallTraffic{.direction = row.get<CallDirection>(0),
                               .calls = row.get<qint64>(1),
                               .answered = row.get<qint64>(2),
                               .waitSeconds = row.get<qint64>(3),
                               .talks = row.get<qint64>(4),
                               .talkSeconds = row.get<qint64>(5)};
        },
        from, before);
}

qint64 CallRepository::countStarted(const QDateTime &from, const QDateTime &before) const
{
    return m_database
        .value<qint64>(u"SELECT count(*) FROM call WHERE started_at >= ? AND started_at < ?"_s, from, before)
        .value_or(0);
}

} // namespace huiyin
