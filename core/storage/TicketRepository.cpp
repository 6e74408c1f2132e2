// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TicketRepository.h"

#include "storage/Database.h"
#include "storage/TicketColumns.h"

#include <QHash>
#include <QVariantList>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const QString selectTicket =
    u"SELECT "_s + ticketColumns() + u" FROM ticket t JOIN ticket_text x ON x.ticket = t.id "_s;

std::optional<QString> numberOrNull(const Ticket &ticket)
{
    return ticket.number.isEmpty() ? std::nullopt : std::optional(ticket.number);
}

// The lead dispatch of a ticket is its latest one that was not returned.
const auto selectRow =
    u"SELECT t.id, t.number, t.received_at, x.title, t.channel, t.request_type, t.category, t.topic, t.state, "
    "t.resolution, t.urgency, t.marks, t.due_at, t.closed_at, d.department, d.due_at, d.replied_at "
    "FROM ticket t JOIN ticket_text x ON x.ticket = t.id LEFT JOIN dispatch d ON d.id = "
    "(SELECT l.id FROM dispatch l WHERE l.ticket = t.id AND l.role = 'lead' AND l.returned_at IS NULL "
    "ORDER BY l.round DESC, l.dispatched_at DESC LIMIT 1) "_s;

TicketRow toTicketRow(const Row &row)
{
    return {.id = row.get<TicketId>(0),
            .number = row.get<QString>(1),
            .receivedAt = row.get<QDateTime>(2),
            .title = row.get<QString>(3),
            .channel = row.get<ChannelId>(4),
            .requestType = row.get<std::optional<RequestTypeId>>(5),
            .category = row.get<std::optional<CategoryId>>(6),
            .topic = row.get<std::optional<TopicId>>(7),
            .state = row.get<TicketState>(8),
            .resolution = row.get<std::optional<Resolution>>(9),
            .urgency = row.get<Urgency>(10),
            .marks = Marks::fromInt(row.get<int>(11)),
            .dueAt = row.get<std::optional<QDateTime>>(12),
            .closedAt = row.get<std::optional<QDateTime>>(13),
            .lead = row.get<std::optional<DepartmentId>>(14),
            .dispatchDueAt = row.get<std::optional<QDateTime>>(15),
            .repliedAt = row.get<std::optional<QDateTime>>(16)};
}

struct SearchWord
{
    QString text;
    bool excluded = false;
};

// Words between white space; "in quotes" they keep it; a leading - excludes.
QList<SearchWord> searchWords(const QString &text)
{
    QList<SearchWord> words;
    QString current;
    bool quoted = false;
    bool excluded = false;
    // A whole paragraph that was pasted is more than SQLite takes; its beginning finds what is meant.
    constexpr qsizetype mostWords = 24;
    constexpr qsizetype longestWord = 200;
    const auto finish = [&] {
        if (!current.isEmpty() && words.size() < mostWords)
            words.append({.text = current.left(longestWord), .excluded = excluded});
        current.clear();
        excluded = false;
    };
    for (const QChar c : text) {
        if (c == u'"' || c == u'“' || c == u'”') {
            if (quoted || !current.isEmpty())
                finish();
            quoted = !quoted;
        } else if (!quoted && c.isSpace()) {
            finish();
        } else if (!quoted && current.isEmpty() && !excluded && c == u'-') {
            excluded = true;
        } else {
            current += c;
        }
    }
    finish();
    return words;
}

QString likePattern(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
}

// The condition of a filter as SQL text with its values. The text is put together of fixed parts only.
class Where
{
public:
    template <class T>
    void add(const QString &condition, const T &value)
    {
        m_conditions.append(condition);
        values.append(toSql(value));
    }
    void add(const QString &condition) { m_conditions.append(condition); }
    [[nodiscard]] QString text() const
    {
        return m_conditions.isEmpty() ? QString() : QString(u" WHERE " + m_conditions.join(u" AND "));
    }

    QVariantList values;

private:
    QStringList m_conditions;
};

Where whereOf(const TicketFilter &filter)
{
    Where where;
    if (filter.receivedFrom)
        where.add(u"t.received_at >= ?"_s, *filter.receivedFrom);
    if (filter.receivedBefore)
        where.add(u"t.received_at < ?"_s, *filter.receivedBefore);
    if (filter.state)
        where.add(u"t.state = ?"_s, *filter.state);
    else if (!filter.drafts)
        where.add(u"t.state <> 'draft'"_s);
    if (!filter.drafts && filter.state != TicketState::Draft)
        where.add(u"t.number IS NOT NULL"_s); // a draft that was thrown away is void and never had one
    if (filter.openOnly)
        where.add(u"t.closed_at IS NULL AND t.state NOT IN ('draft', 'void') AND t.resolution IS NOT 'merged'"_s);
    if (filter.channel)
        where.add(u"t.channel = ?"_s, *filter.channel);
    if (filter.requestType)
        where.add(u"t.request_type = ?"_s, *filter.requestType);
    if (filter.category) {
        where.add(u"t.category IN (WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT c.id FROM category c "
                  "JOIN below ON c.parent = below.id) SELECT id FROM below)"_s,
                  *filter.category);
    }
    if (filter.topic)
        where.add(u"t.topic = ?"_s, *filter.topic);
    if (filter.area) {
        where.add(u"t.area IN (WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT a.id FROM area a "
                  "JOIN below ON a.parent = below.id) SELECT id FROM below)"_s,
                  *filter.area);
    }
    if (filter.department) {
        where.add(u"EXISTS (SELECT 1 FROM dispatch d WHERE d.ticket = t.id AND d.department = ? "
                  "AND d.returned_at IS NULL)"_s,
                  *filter.department);
    }
    if (filter.marks)
        where.add(u"t.marks <> 0 AND (t.marks & ?) <> 0"_s, filter.marks.toInt());
    const auto words = searchWords(filter.text);
    for (const SearchWord &word : words) {
        const QString pattern = likePattern(word.text);
        const QString found =
            u"(ifnull(t.number, '') LIKE ? ESCAPE '\\' OR x.title LIKE ? ESCAPE '\\' OR x.content LIKE ? ESCAPE '\\' "
            "OR x.answer LIKE ? ESCAPE '\\' OR x.address LIKE ? ESCAPE '\\' OR x.requester LIKE ? ESCAPE '\\' "
            "OR x.phone LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM dispatch d JOIN dispatch_text dt ON dt.dispatch = "
            "d.id "
            "WHERE d.ticket = t.id AND dt.reply LIKE ? ESCAPE '\\'))"_s;
        where.add(word.excluded ? QString(u"NOT " + found) : found);
        for (int i = 0; i < 8; ++i)
            where.values.append(pattern);
    }
    return where;
}

QString orderText(TicketOrder order)
{
    const QString direction = order.order == Qt::AscendingOrder ? u" ASC"_s : u" DESC"_s;
    QString key;
    switch (order.by) {
    case TicketOrder::By::Received:
        return u" ORDER BY t.received_at"_s + direction + u", t.id"_s + direction;
    case TicketOrder::By::Number:
        key = u"t.number"_s;
        break;
    case TicketOrder::By::DueAt:
        key = u"t.due_at IS NULL, t.due_at"_s;
        break;
    case TicketOrder::By::ClosedAt:
        key = u"t.closed_at IS NULL, t.closed_at"_s;
        break;
    case TicketOrder::By::State:
        key = u"CASE t.state WHEN 'draft' THEN 0 WHEN 'accepted' THEN 1 WHEN 'in_progress' THEN 2 WHEN 'to_review' "
              u"THEN 3 "
              "WHEN 'to_follow_up' THEN 4 WHEN 'closed' THEN 5 WHEN 'archived' THEN 6 ELSE 7 END"_s;
        break;
    case TicketOrder::By::Title:
        key = u"x.title"_s;
        break;
    case TicketOrder::By::Category:
        key = u"(SELECT position FROM category c WHERE c.id = t.category)"_s;
        break;
    case TicketOrder::By::Department:
        key = u"(SELECT p.position FROM dispatch l JOIN department p ON p.id = l.department WHERE l.ticket = t.id "
              "AND l.role = 'lead' AND l.returned_at IS NULL ORDER BY l.round DESC, l.dispatched_at DESC LIMIT 1)"_s;
        break;
    case TicketOrder::By::Urgency:
        key = u"CASE t.urgency WHEN 'critical' THEN 2 WHEN 'urgent' THEN 1 ELSE 0 END"_s;
        break;
    case TicketOrder::By::RequestType:
        key = u"(SELECT position FROM request_type r WHERE r.id = t.request_type)"_s;
        break;
    }
    return u" ORDER BY "_s + key + direction + u", t.received_at DESC, t.id DESC"_s;
}

} // namespace

TicketId TicketRepository::insert(const Ticket &ticket, std::optional<qint64> importBatch) const
{
    const TicketId id(m_database.insert(
        u"INSERT INTO ticket(number, received_at, channel, request_type, category, topic, area, requester_kind, "
        "confidentiality, urgency, received_by, due_at, due_rule, due_provisional, state, resolution, closed_at, "
        "closed_by, "
        "merged_into, repeat_of, marks, import_batch) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        numberOrNull(ticket), ticket.receivedAt, ticket.channel, ticket.requestType, ticket.category, ticket.topic,
        ticket.area, ticket.requesterKind, ticket.confidentiality, ticket.urgency, ticket.receivedBy, ticket.dueAt,
        ticket.dueRule, ticket.dueProvisional, ticket.state, ticket.resolution, ticket.closedAt, ticket.closedBy,
        ticket.mergedInto, ticket.repeatOf, ticket.marks.toInt(), importBatch));
    m_database.exec(
        u"INSERT INTO ticket_text(ticket, title, content, address, requester, phone, channel_reference, answer, "
        "ground) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        id, ticket.title, ticket.content, ticket.address, ticket.requester, ticket.phone, ticket.channelReference,
        ticket.answer, ticket.ground);
    return id;
}

bool TicketRepository::update(const Ticket &ticket) const
{
    const qint64 changed = m_database.exec(
        u"UPDATE ticket SET number = ?, received_at = ?, channel = ?, request_type = ?, category = ?, topic = ?, area "
        u"= ?, "
        "requester_kind = ?, confidentiality = ?, urgency = ?, received_by = ?, due_at = ?, due_rule = ?, "
        "due_provisional = ?, state = ?, resolution = ?, closed_at = ?, closed_by = ?, merged_into = ?, repeat_of = ?, "
        "marks = ?, version = version + 1 WHERE id = ? AND version = ?"_s,
        numberOrNull(ticket), ticket.receivedAt, ticket.channel, ticket.requestType, ticket.category, ticket.topic,
        ticket.area, ticket.requesterKind, ticket.confidentiality, ticket.urgency, ticket.receivedBy, ticket.dueAt,
        ticket.dueRule, ticket.dueProvisional, ticket.state, ticket.resolution, ticket.closedAt, ticket.closedBy,
        ticket.mergedInto, ticket.repeatOf, ticket.marks.toInt(), ticket.id, ticket.version);
    if (changed != 1)
        return false;
    m_database.exec(u"UPDATE ticket_text SET title = ?, content = ?, address = ?, requester = ?, phone = ?, "
                    "channel_reference = ?, answer = ?, ground = ? WHERE ticket = ?"_s,
                    ticket.title, ticket.content, ticket.address, ticket.requester, ticket.phone,
                    ticket.channelReference, ticket.answer, ticket.ground, ticket.id);
    return true;
}

std::optional<Ticket> TicketRepository::byId(TicketId id) const
{
    return m_database.first(selectTicket + u"WHERE t.id = ?"_s, toTicket, id);
}

std::optional<TicketId> TicketRepository::idOf(const QString &number) const
{
    return m_database.value<TicketId>(u"SELECT id FROM ticket WHERE number = ?"_s, number);
}

QList<TicketId> TicketRepository::matching(const TicketFilter &filter, TicketOrder order,
                                           std::optional<qint64> limit) const
{
    const Where where = whereOf(filter);
    const bool needsText = !filter.text.isEmpty() || order.by == TicketOrder::By::Title;
    QString sql = u"SELECT t.id FROM ticket t"_s;
    if (needsText)
        sql += u" JOIN ticket_text x ON x.ticket = t.id"_s;
    sql += where.text() + orderText(order);
    QVariantList values = where.values;
    if (limit && !filter.among) {
        sql += u" LIMIT ?"_s;
        values.append(*limit);
    }
    QSet<TicketId> among;
    if (filter.among)
        among = QSet<TicketId>(filter.among->begin(), filter.among->end());

    QList<TicketId> ids;
    Database::Statement statement(m_database, sql, values);
    while (statement.next()) {
        const auto id = statement.row().get<TicketId>(0);
        if (filter.among && !among.contains(id))
            continue;
        ids.append(id);
        if (limit && ids.size() >= *limit)
            break;
    }
    return ids;
}

QList<TicketRow> TicketRepository::rows(const QList<TicketId> &ids) const
{
    QList<TicketRow> rows;
    rows.reserve(ids.size());
    for (const TicketId id : ids) {
        if (const auto row = m_database.first(selectRow + u"WHERE t.id = ?"_s, toTicketRow, id))
            rows.append(*row);
    }
    return rows;
}

QList<TicketRow> TicketRepository::ofPhone(const QString &phone, int limit) const
{
    if (phone.isEmpty())
        return {};
    return m_database.all(
        selectRow
            + u"WHERE x.phone = ? AND x.phone <> '' AND t.number IS NOT NULL ORDER BY t.received_at DESC LIMIT ?"_s,
        toTicketRow, phone, limit);
}

} // namespace huiyin
