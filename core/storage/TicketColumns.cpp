// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TicketColumns.h"

using namespace Qt::StringLiterals;

namespace huiyin {

QString ticketColumns()
{
    return u"t.id, t.number, t.received_at, t.channel, x.channel_reference, t.request_type, t.category, t.topic, "
           "t.area, x.address, x.title, x.content, x.requester, x.phone, t.requester_kind, t.confidentiality, "
           "t.urgency, t.received_by, t.due_at, t.due_rule, t.due_provisional, t.state, t.resolution, x.answer, "
           "t.closed_at, t.closed_by, x.ground, t.merged_into, t.repeat_of, t.marks, t.version"_s;
}

Ticket toTicket(const Row &row)
{
    return {.id = row.get<TicketId>(0),
            .number = row.get<QString>(1),
            .receivedAt = row.get<QDateTime>(2),
            .channel = row.get<ChannelId>(3),
            .channelReference = row.get<QString>(4),
            .requestType = row.get<std::optional<RequestTypeId>>(5),
            .category = row.get<std::optional<CategoryId>>(6),
            .topic = row.get<std::optional<TopicId>>(7),
            .area = row.get<std::optional<AreaId>>(8),
            .address = row.get<QString>(9),
            .title = row.get<QString>(10),
            .content = row.get<QString>(11),
            .requester = row.get<QString>(12),
            .phone = row.get<QString>(13),
            .requesterKind = row.get<RequesterKind>(14),
            .confidentiality = row.get<Confidentiality>(15),
            .urgency = row.get<Urgency>(16),
            .receivedBy = row.get<QString>(17),
            .dueAt = row.get<std::optional<QDateTime>>(18),
            .dueRule = row.get<QString>(19),
            .dueProvisional = row.get<bool>(20),
            .state = row.get<TicketState>(21),
            .resolution = row.get<std::optional<Resolution>>(22),
            .answer = row.get<QString>(23),
            .closedAt = row.get<std::optional<QDateTime>>(24),
            .closedBy = row.get<QString>(25),
            .ground = row.get<QString>(26),
            .mergedInto = row.get<std::optional<TicketId>>(27),
            .repeatOf = row.get<std::optional<TicketId>>(28),
            .marks = Marks::fromInt(row.get<int>(29)),
            .version = row.get<qint64>(30)};
}

} // namespace huiyin
