// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TicketRepository.h"

#include "storage/Database.h"
#include "storage/OpenTickets.h"
#include "storage/TicketColumns.h"
#include "storage/TicketConditions.h"
#include "storage/TicketSearch.h"

#include <QHash>
#include <QSet>
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
const auto rowColumns =
    u"SELECT t.id, t.number, t.received_at, x.title, t.channel, t.request_type, t.category, t.topic, t.state, "
    "t.resolution, t.urgency, t.marks, t.due_at, t.closed_at, d.department, d.due_at, "
    "iif(d.closed_at IS NULL AND d.reviewed_at >= d.replied_at, NULL, d.replied_at), x.requester, x.address "_s;
const auto withLead =
    u"JOIN ticket_text x ON x.ticket = t.id LEFT JOIN dispatch d ON d.id = "
    "(SELECT l.id FROM dispatch l WHERE l.ticket = t.id AND l.role = 'lead' AND l.returned_at IS NULL "
    "ORDER BY l.round DESC, l.dispatched_at DESC, l.department DESC LIMIT 1) "_s;

// A duty is told by the dispatches of all open tickets; to those that wait the rest of the filter is put.
TicketFilter dutyLookedUp(Database &database, const TicketFilter &filter, const Progress &progress)
{
    if (!filter.duty)
        return filter;
    TicketFilter asked = filter;
    asked.duty.reset();
    asked.moments = {};
    asked.among = ticketsWaiting(database, *filter.duty, filter.moments, progress);
    if (filter.among) {
        const QSet<TicketId> chosen(filter.among->cbegin(), filter.among->cend());
        asked.among->removeIf([&chosen](TicketId id) { return !chosen.contains(id); });
    }
    return asked;
}

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
            .repliedAt = row.get<std::optional<QDateTime>>(16),
            .citizen = {.name = row.get<QString>(17), .address = row.get<QString>(18)}};
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

QList<TicketId> TicketRepository::mergedInto(TicketId ticket) const
{
    return m_database.all(
        u"SELECT id FROM ticket WHERE merged_into = ? ORDER BY id"_s,
        [](const Row &row) { return row.get<TicketId>(0); }, ticket);
}

// Drafts are few among the open ones; to follow the order through all tickets would take a minute in a large file.
QList<TicketId> TicketRepository::draftsOf(const QString &user) const
{
    return m_database.all(
        u"SELECT id FROM ticket INDEXED BY ticket_open WHERE closed_at IS NULL AND state = 'draft' AND received_by = ? "
        "ORDER BY received_at DESC, id DESC"_s,
        [](const Row &row) { return row.get<TicketId>(0); }, user);
}

std::optional<TicketId> TicketRepository::idOf(const QString &number) const
{
    return m_database.value<TicketId>(u"SELECT id FROM ticket WHERE number = ?"_s, number);
}

TicketIds TicketRepository::list(const TicketFilter &filter, TicketOrder order, std::optional<qint64> limit,
                                 const Progress &progress) const
{
    const TicketFilter asked = dutyLookedUp(m_database, filter, progress);
    return TicketSearch(m_database, asked, SearchQuery(asked.text), progress).ids(order, limit);
}

QList<TicketId> TicketRepository::matching(const TicketFilter &filter, TicketOrder order,
                                           std::optional<qint64> limit) const
{
    const TicketIds ids = list(filter, order, limit);
    return ids.mid(0, ids.size());
}

bool TicketRepository::isServed(const TicketFilter &filter, TicketOrder order)
{
    return order.by == TicketOrder::By::Received || (order.by == TicketOrder::By::Number && !isNarrowing(filter));
}

qint64 TicketRepository::count(const TicketFilter &filter) const
{
    if (!filter.text.isEmpty())
        return list(filter).size();
    const Conditions conditions = conditionsOf(dutyLookedUp(m_database, filter, {}));
    Database::Statement counted(m_database, u"SELECT count(*) FROM ticket t"_s + conditions.where(),
                                conditions.values());
    return counted.next() ? counted.row().get<qint64>(0) : 0;
}

QList<TicketRow> TicketRepository::rows(const QList<TicketId> &ids) const
{
    // One question for all: each has its price.
    return m_database.all(rowColumns + u"FROM json_each(?) asked CROSS JOIN ticket t ON t.id = asked.value "_s
                              + withLead + u"ORDER BY asked.key"_s,
                          toTicketRow, jsonList(ids));
}

QList<TicketRow> TicketRepository::ofPhone(const QString &phone, int limit) const
{
    if (phone.isEmpty())
        return {};
    return m_database.all(
        rowColumns + u"FROM ticket t "_s + withLead
            + u"WHERE x.phone = ? AND x.phone <> '' AND t.number IS NOT NULL ORDER BY t.received_at DESC LIMIT ?"_s,
        toTicketRow, phone, limit);
}

} // namespace huiyin
