// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TicketConditions.h"

using namespace Qt::StringLiterals;

namespace huiyin {

QString Conditions::where() const
{
    return m_conditions.isEmpty() ? QString() : QString(u" WHERE "_s + m_conditions.join(u" AND "_s));
}

QString entriesBelow(const QString &table)
{
    return u"WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT entry.id FROM %1 entry JOIN below "
           "ON entry.parent = below.id) SELECT id FROM below"_s.arg(table);
}

Conditions conditionsOf(const TicketFilter &filter)
{
    Conditions where;
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
    if (filter.category)
        where.add(u"t.category IN ("_s + entriesBelow(u"category"_s) + u')', *filter.category);
    if (filter.topic)
        where.add(u"t.topic = ?"_s, *filter.topic);
    if (filter.area)
        where.add(u"t.area IN ("_s + entriesBelow(u"area"_s) + u')', *filter.area);
    if (filter.department) {
        where.add(u"EXISTS (SELECT 1 FROM dispatch d WHERE d.ticket = t.id AND d.department = ? "
                  "AND d.returned_at IS NULL)"_s,
                  *filter.department);
    }
    if (filter.marks)
        where.add(u"t.marks <> 0 AND (t.marks & ?) <> 0"_s, filter.marks.toInt());
    if (filter.among)
        where.add(u"t.id IN (SELECT value FROM json_each(?))"_s, jsonList(*filter.among));
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
        return u" ORDER BY t.number"_s + direction; // unique, and its index gives this order
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
        key =
            u"(SELECT p.position FROM dispatch l JOIN department p ON p.id = l.department WHERE l.ticket = t.id "
            "AND l.role = 'lead' AND l.returned_at IS NULL ORDER BY l.round DESC, l.dispatched_at DESC, l.department DESC LIMIT 1)"_s;
        break;
    case TicketOrder::By::Urgency:
        key = u"CASE t.urgency WHEN 'critical' THEN 2 WHEN 'urgent' THEN 1 ELSE 0 END"_s;
        break;
    case TicketOrder::By::LastTry:
        return u" ORDER BY EXISTS (SELECT 1 FROM follow_up f WHERE f.ticket = t.id)"_s + direction
               + u", ifnull((SELECT max(f.at) FROM follow_up f WHERE f.ticket = t.id), t.received_at)"_s + direction
               + u", t.id"_s + direction;
    case TicketOrder::By::RequestType:
        key = u"(SELECT position FROM request_type r WHERE r.id = t.request_type)"_s;
        break;
    }
    return u" ORDER BY "_s + key + direction + u", t.received_at DESC, t.id DESC"_s;
}

} // namespace huiyin
