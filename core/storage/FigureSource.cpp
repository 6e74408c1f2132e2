// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/FigureSource.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

qint64 timeOr(const Row &row, int column)
{
    return row.isNull(column) ? never : row.get<qint64>(column);
}

TicketFacts toTicket(const Row &row)
{
    return {.id = row.get<qint64>(0),
            .receivedAt = row.get<qint64>(1),
            .channel = row.get<qint64>(2),
            .requestType = row.get<qint64>(3),
            .category = row.get<qint64>(4),
            .topic = row.get<qint64>(5),
            .closedAt = timeOr(row, 6),
            .dueAt = timeOr(row, 7),
            .counts = row.get<bool>(8),
            .answeredDirectly = row.get<bool>(9),
            .enterprise = row.get<bool>(10)};
}

// One step of a merge join: where a stream of child rows stands in the order (receipt, ticket).
struct ChildPosition
{
    qint64 receivedAt = 0;
    qint64 ticket = 0;
    bool atEnd = false;

    void read(Database::Statement &statement)
    {
        atEnd = !statement.next();
        if (!atEnd) {
            receivedAt = statement.row().get<qint64>(0);
            ticket = statement.row().get<qint64>(1);
        }
    }
    [[nodiscard]] bool belongsTo(const TicketFacts &facts) const { return !atEnd && ticket == facts.id; }
};

} // namespace

void FigureSource::eachTicket(qint64 from, qint64 before, const TicketVisitor &visit) const
{
    // Three streams in one order, merged here: the index on received_at gives that order without a sort.
    Database::Statement tickets(m_database,
                                u"SELECT id, received_at, channel, request_type, category, topic, closed_at, due_at, "
                                "state NOT IN ('draft', 'void') AND ifnull(resolution, '') NOT IN ('merged', 'void'), "
                                "resolution IS 'answered_directly', requester_kind = 'enterprise' "
                                "FROM ticket WHERE received_at >= ? AND received_at < ? ORDER BY received_at, id"_s,
                                {from, before});
    Database::Statement dispatches(
        m_database,
        u"SELECT t.received_at, t.id, d.department, d.round, d.role = 'lead', d.claimed_result IS 'solved', "
        "d.dispatched_at, d.due_at, d.original_due_at, d.extended_at, d.returned_at, d.replied_at, d.closed_at "
        "FROM ticket t CROSS JOIN dispatch d ON d.ticket = t.id "
        "WHERE t.received_at >= ? AND t.received_at < ? ORDER BY t.received_at, t.id"_s,
        {from, before});
    Database::Statement followUps(
        m_database,
        u"SELECT t.received_at, t.id, f.at, f.reached, f.solved IS 0, f.satisfaction IS NOT NULL, "
        "f.satisfaction IN ('very_satisfied', 'satisfied', 'basically_satisfied') "
        "FROM ticket t CROSS JOIN follow_up f ON f.ticket = t.id "
        "WHERE t.received_at >= ? AND t.received_at < ? ORDER BY t.received_at, t.id"_s,
        {from, before});

    ChildPosition dispatchAt;
    ChildPosition followUpAt;
    dispatchAt.read(dispatches);
    followUpAt.read(followUps);
    QList<DispatchFacts> ownDispatches;
    QList<FollowUpFacts> ownFollowUps;
    while (tickets.next()) {
        const TicketFacts ticket = toTicket(tickets.row());
        ownDispatches.clear();
        for (; dispatchAt.belongsTo(ticket); dispatchAt.read(dispatches)) {
            const Row row = dispatches.row();
            ownDispatches.append({.department = row.get<qint64>(2),
                                  .round = row.get<qint64>(3),
                                  .lead = row.get<bool>(4),
                                  .claimsSolved = row.get<bool>(5),
                                  .dispatchedAt = row.get<qint64>(6),
                                  .dueAt = timeOr(row, 7),
                                  .originalDueAt = timeOr(row, 8),
                                  .extendedAt = timeOr(row, 9),
                                  .returnedAt = timeOr(row, 10),
                                  .repliedAt = timeOr(row, 11),
                                  .closedAt = timeOr(row, 12)});
        }
        ownFollowUps.clear();
        for (; followUpAt.belongsTo(ticket); followUpAt.read(followUps)) {
            const Row row = followUps.row();
            ownFollowUps.append({.at = row.get<qint64>(2),
                                 .reached = row.get<bool>(3),
                                 .deniesSolved = row.get<bool>(4),
                                 .rated = row.get<bool>(5),
                                 .satisfied = row.get<bool>(6)});
        }
        visit(ticket, ownDispatches, ownFollowUps);
    }
}

void FigureSource::eachCall(qint64 from, qint64 before, const std::function<void(const CallFigureFacts &)> &visit) const
{
    m_database.each(
        u"SELECT id, started_at, topic, outcome FROM call "
        "WHERE started_at >= ? AND started_at < ? AND direction = 'in' ORDER BY started_at, id"_s,
        [&visit](const Row &row) {
            visit({.id = row.get<qint64>(0),
                   .startedAt = row.get<qint64>(1),
                   .topic = row.get<qint64>(2),
                   .outcome = row.get<CallOutcome>(3)});
        },
        from, before);
}

void FigureSource::eachMerged(qint64 from, qint64 before, const std::function<void(const MergedFacts &)> &visit) const
{
    // UNION, not UNION ALL: a damaged file whose merges run in a circle still comes to an end.
    m_database.each(
        u"WITH RECURSIVE up(id, top) AS (SELECT id, merged_into FROM ticket WHERE merged_into IS NOT NULL "
        "UNION SELECT up.id, t.merged_into FROM up JOIN ticket t ON t.id = up.top WHERE t.merged_into IS NOT NULL) "
        "SELECT up.id, t.id, t.channel FROM up JOIN ticket t ON t.id = up.top "
        "WHERE t.merged_into IS NULL AND t.received_at >= ? AND t.received_at < ? "
        "AND t.state NOT IN ('draft', 'void') AND ifnull(t.resolution, '') <> 'void'"_s,
        [&visit](const Row &row) {
            visit({.id = row.get<qint64>(0), .root = row.get<qint64>(1), .rootChannel = row.get<qint64>(2)});
        },
        from, before);
}

FigureSource::Totals FigureSource::totals(qint64 from, qint64 before, qint64 cutOff) const
{
    Totals totals;
    totals.calls = m_database
                       .value<qint64>(u"SELECT count(*) FROM call WHERE started_at >= ? AND started_at < ? "
                                      "AND direction = 'in'"_s,
                                      from, before)
                       .value_or(0);
    const auto tickets = m_database.first(
        u"SELECT count(*), ifnull(sum(closed_at IS NOT NULL AND closed_at < ?), 0) FROM ticket "
        "WHERE received_at >= ? AND received_at < ? AND state NOT IN ('draft', 'void') "
        "AND ifnull(resolution, '') NOT IN ('merged', 'void') "
        "AND channel IN (SELECT id FROM channel WHERE in_total = 1)"_s,
        [](const Row &row) { return std::pair(row.get<qint64>(0), row.get<qint64>(1)); }, cutOff, from, before);
    if (tickets) {
        totals.accepted = tickets->first;
        totals.closed = tickets->second;
    }
    return totals;
}

} // namespace huiyin
