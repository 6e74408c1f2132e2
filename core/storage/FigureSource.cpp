// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/FigureSource.h"

#include "domain/Ticket.h"
#include "storage/Database.h"
#include "storage/PackedFacts.h"
#include "storage/SearchIndex.h"
#include "storage/StorageError.h"

#include <algorithm>

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

// What is neither draft, void nor merged, as TicketFacts::counts.
QString caseloadQuery(const QString &where)
{
    return u"SELECT id, channel, closed_at FROM ticket WHERE "_s + where
           + u" AND state NOT IN ('draft', 'void') AND ifnull(resolution, '') NOT IN ('merged', 'void')"_s;
}

CaseloadFacts toCaseload(const Row &row)
{
    return {.id = row.get<qint64>(0), .channel = row.get<qint64>(1), .closedAt = timeOr(row, 2)};
}

QList<EarlierDueFacts> earlierDues(Database &database, qint64 dispatch)
{
    return database.all(
        u"SELECT until, due_at FROM earlier_due WHERE dispatch = ? ORDER BY until, id"_s,
        [](const Row &row) { return EarlierDueFacts{.until = row.get<qint64>(0), .dueAt = row.get<qint64>(1)}; },
        dispatch);
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

// Goes through the days of [from, before): those that are kept to `kept(facts, first, end)`, which says whether they
// could be read, the stretches between them to `tables(first, end)`.
void readDays(Database &database, DayKind kind, qint64 from, qint64 before,
              const std::function<bool(const QByteArray &, qint64, qint64)> &kept,
              const std::function<void(qint64, qint64)> &tables)
{
    qint64 reached = from;
    if (before > 0) {
        Database::Statement days(
            database, u"SELECT id, facts FROM figure_day WHERE id >= ? AND id <= ? ORDER BY id"_s,
            {dayId(kind, std::max<qint64>(from, 0) / dayLength), dayId(kind, (before - 1) / dayLength)});
        while (days.next()) {
            const qint64 day = days.row().get<qint64>(0) - dayId(kind, 0);
            const qint64 first = std::max(from, day * dayLength);
            const qint64 end = std::min(before, (day + 1) * dayLength);
            if (reached < first)
                tables(reached, first);
            if (!kept(days.row().get<QByteArray>(1), first, end))
                tables(first, end);
            reached = end;
        }
    }
    if (reached < before)
        tables(reached, before);
}

} // namespace

const Progress &FigureSource::quiet()
{
    static const Progress none;
    return none;
}

void FigureSource::count() const
{
    constexpr qint64 askAfter = 4096;
    if (++m_read % askAfter == 0)
        stopIfCancelled(m_progress);
}

void FigureSource::eachTicket(qint64 from, qint64 before, const TicketFactsVisitor &visit) const
{
    readDays(
        m_database, DayKind::Tickets, from, before,
        [&](const QByteArray &facts, qint64 first, qint64 end) {
            const bool sound =
                unpackTickets(facts, [&](const TicketFacts &ticket, const QList<DispatchFacts> &dispatches,
                                         const QList<FollowUpFacts> &followUps) {
                    if (ticket.receivedAt >= first && ticket.receivedAt < end)
                        visit(ticket, dispatches, followUps);
                });
            stopIfCancelled(m_progress);
            return sound;
        },
        [&](qint64 first, qint64 end) { eachTicketOfTables(first, end, visit); });
}

void FigureSource::eachCall(qint64 from, qint64 before, const CallFactsVisitor &visit) const
{
    readDays(
        m_database, DayKind::Calls, from, before,
        [&](const QByteArray &facts, qint64 first, qint64 end) {
            const bool sound = unpackCalls(facts, [&](const CallFigureFacts &call) {
                if (call.startedAt >= first && call.startedAt < end)
                    visit(call);
            });
            stopIfCancelled(m_progress);
            return sound;
        },
        [&](qint64 first, qint64 end) { eachCallOfTables(first, end, visit); });
}

void FigureSource::eachTicketOfTables(qint64 from, qint64 before, const TicketFactsVisitor &visit) const
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
        "d.dispatched_at, d.due_at, d.original_due_at, d.extended_at, d.returned_at, d.replied_at, d.closed_at, "
        "d.first_replied_at, d.first_extended_at, d.suspended_at IS NOT NULL, d.id FROM ticket t CROSS JOIN dispatch d "
        "ON d.ticket = t.id "
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
                                  .firstExtendedAt = timeOr(row, 14),
                                  .returnedAt = timeOr(row, 10),
                                  .firstRepliedAt = timeOr(row, 13),
                                  .repliedAt = timeOr(row, 11),
                                  .closedAt = timeOr(row, 12)});
            // Few are: a question for each costs less than a join for all.
            if (!row.isNull(14) || row.get<bool>(15))
                ownDispatches.last().earlierDues = earlierDues(m_database, row.get<qint64>(16));
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
        count();
    }
}

void FigureSource::eachCallOfTables(qint64 from, qint64 before, const CallFactsVisitor &visit) const
{
    m_database.each(
        u"SELECT id, started_at, topic, outcome FROM call "
        "WHERE started_at >= ? AND started_at < ? AND direction = 'in' ORDER BY started_at, id"_s,
        [&](const Row &row) {
            count();
            visit({.id = row.get<qint64>(0),
                   .startedAt = row.get<qint64>(1),
                   .topic = row.get<qint64>(2),
                   .outcome = row.get<CallOutcome>(3)});
        },
        from, before);
}

void FigureSource::eachCarriedOver(qint64 from, const CaseloadVisitor &visit) const
{
    const auto give = [&](const Row &row) {
        count();
        visit(toCaseload(row));
    };
    m_database.each(caseloadQuery(u"closed_at IS NULL AND +received_at < ?"_s), give, from);
    const auto span =
        m_database.first(u"SELECT (SELECT received_at FROM ticket ORDER BY received_at LIMIT 1), "
                         "(SELECT closed_at FROM ticket WHERE closed_at IS NOT NULL ORDER BY closed_at DESC LIMIT 1)"_s,
                         [](const Row &row) { return std::pair(row.get<qint64>(0), row.get<qint64>(1)); });
    if (!span)
        return;
    const bool youngFile = from - span->first < span->second - from;
    const QString where =
        youngFile ? u"+closed_at >= ? AND received_at < ?"_s : u"closed_at >= ? AND +received_at < ?"_s;
    m_database.each(caseloadQuery(where), give, from, from);
}

void FigureSource::eachSupervised(qint64 from, qint64 before, const CaseloadVisitor &visit) const
{
    m_database.each(
        caseloadQuery(
            u"marks <> 0 AND marks & %1 AND received_at >= ? AND received_at < ?"_s.arg(int(Mark::Supervised))),
        [&](const Row &row) {
            count();
            visit(toCaseload(row));
        },
        from, before);
}

void FigureSource::eachNotAccepted(qint64 from, qint64 before, const CaseloadVisitor &visit) const
{
    m_database.each(
        caseloadQuery(u"resolution = 'not_accepted' AND received_at >= ? AND received_at < ?"_s),
        [&](const Row &row) {
            count();
            visit(toCaseload(row));
        },
        from, before);
}

void FigureSource::eachMerged(qint64 from, qint64 before, const std::function<void(const MergedFacts &)> &visit) const
{
    // Ids follow time, nearly: the range keeps a month from going through the merges of all years.
    const SearchIndex::IdRange range = SearchIndex(m_database).idsReceived(from, before);
    // UNION, not UNION ALL: a damaged file whose merges run in a circle still comes to an end.
    m_database.each(
        u"WITH RECURSIVE down(id, root) AS (SELECT m.id, r.id FROM ticket m CROSS JOIN ticket r ON r.id = "
        u"m.merged_into "
        "WHERE m.merged_into >= ? AND m.merged_into <= ? AND r.merged_into IS NULL AND r.received_at >= ? "
        "AND r.received_at < ? AND r.state NOT IN ('draft', 'void') AND ifnull(r.resolution, '') <> 'void' "
        "UNION SELECT c.id, down.root FROM down CROSS JOIN ticket c ON c.merged_into = down.id) "
        "SELECT down.id, down.root, t.channel FROM down JOIN ticket t ON t.id = down.root"_s,
        [&visit](const Row &row) {
            visit({.id = row.get<qint64>(0), .root = row.get<qint64>(1), .rootChannel = row.get<qint64>(2)});
        },
        range.first, range.last, from, before);
}

} // namespace huiyin
