// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/BestCaseRepository.h"

#include "domain/Ticket.h"
#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto columns = u"id, year, ticket, reason, nominated_at, nominated_by, votes, place, chosen"_s;

Nomination toNomination(const Row &row)
{
    return {.id = row.get<NominationId>(0),
            .year = row.get<int>(1),
            .ticket = row.get<TicketId>(2),
            .reason = row.get<QString>(3),
            .at = row.get<QDateTime>(4),
            .by = row.get<QString>(5),
            .votes = row.get<std::optional<int>>(6),
            .place = row.get<std::optional<int>>(7),
            .chosen = row.get<bool>(8)};
}

Ballot toBallot(const Row &row)
{
    return {.year = row.get<int>(0),
            .state = row.get<BallotState>(1),
            .openedAt = row.get<QDateTime>(2),
            .openedBy = row.get<QString>(3),
            .closedAt = row.get<std::optional<QDateTime>>(4).value_or(QDateTime()),
            .closedBy = row.get<QString>(5)};
}

} // namespace

std::optional<Ballot> BestCaseRepository::ballot(int year) const
{
    return m_database.first(
        u"SELECT year, state, opened_at, opened_by, closed_at, closed_by FROM best_case_ballot WHERE year = ?"_s,
        toBallot, year);
}

void BestCaseRepository::open(const Ballot &ballot) const
{
    m_database.exec(u"INSERT INTO best_case_ballot(year, opened_at, opened_by) VALUES(?, ?, ?)"_s, ballot.year,
                    ballot.openedAt, ballot.openedBy);
}

void BestCaseRepository::close(const Ballot &ballot) const
{
    m_database.exec(u"UPDATE best_case_ballot SET state = 'closed', closed_at = ?, closed_by = ? WHERE year = ?"_s,
                    ballot.closedAt, ballot.closedBy, ballot.year);
}

void BestCaseRepository::removeBallot(int year) const
{
    m_database.exec(u"DELETE FROM best_case_vote WHERE nomination IN (SELECT id FROM best_case_nomination "
                    "WHERE year = ?)"_s,
                    year);
    m_database.exec(u"DELETE FROM best_case_ballot WHERE year = ?"_s, year);
}

QList<int> BestCaseRepository::years() const
{
    return m_database.all(u"SELECT DISTINCT year FROM best_case_nomination ORDER BY year DESC"_s,
                          [](const Row &row) { return row.get<int>(0); });
}

QList<Nomination> BestCaseRepository::nominations(int year) const
{
    return m_database.all(
        u"SELECT "_s + columns
            + u" FROM best_case_nomination WHERE year = ? ORDER BY chosen DESC, place IS NULL, place, "
              "nominated_at, id",
        toNomination, year);
}

std::optional<Nomination> BestCaseRepository::byId(NominationId id) const
{
    return m_database.first(u"SELECT "_s + columns + u" FROM best_case_nomination WHERE id = ?", toNomination, id);
}

std::optional<Nomination> BestCaseRepository::of(int year, TicketId ticket) const
{
    return m_database.first(u"SELECT "_s + columns + u" FROM best_case_nomination WHERE year = ? AND ticket = ?",
                            toNomination, year, ticket);
}

NominationId BestCaseRepository::insert(const Nomination &nomination) const
{
    return NominationId(m_database.insert(
        u"INSERT INTO best_case_nomination(year, ticket, reason, nominated_at, nominated_by) VALUES(?, ?, ?, ?, ?)"_s,
        nomination.year, nomination.ticket, nomination.reason, nomination.at, nomination.by));
}

void BestCaseRepository::remove(NominationId id) const
{
    m_database.exec(u"DELETE FROM best_case_nomination WHERE id = ?"_s, id);
}

void BestCaseRepository::setResult(const Nomination &nomination) const
{
    m_database.exec(u"UPDATE best_case_nomination SET votes = ?, place = ?, chosen = ? WHERE id = ?"_s,
                    nomination.votes, nomination.place, nomination.chosen, nomination.id);
}

QList<NominationId> BestCaseRepository::votesOf(int year, const QString &voter) const
{
    return m_database.all(
        u"SELECT v.nomination FROM best_case_vote v JOIN best_case_nomination n ON n.id = v.nomination "
        "WHERE n.year = ? AND v.voter = ? ORDER BY v.nomination"_s,
        [](const Row &row) { return row.get<NominationId>(0); }, year, voter);
}

void BestCaseRepository::setVotes(int year, const QString &voter, const QList<NominationId> &votes,
                                  const QDateTime &at) const
{
    m_database.exec(
        u"DELETE FROM best_case_vote WHERE voter = ? AND nomination IN (SELECT id FROM best_case_nomination "
        "WHERE year = ?)"_s,
        voter, year);
    for (const NominationId vote : votes)
        m_database.exec(u"INSERT INTO best_case_vote(nomination, voter, voted_at) VALUES(?, ?, ?)"_s, vote, voter, at);
}

QHash<NominationId, int> BestCaseRepository::votes(int year) const
{
    QHash<NominationId, int> counts;
    m_database.each(
        u"SELECT v.nomination, count(*) FROM best_case_vote v JOIN best_case_nomination n "
        "ON n.id = v.nomination WHERE n.year = ? GROUP BY v.nomination"_s,
        [&counts](const Row &row) { counts.insert(row.get<NominationId>(0), row.get<int>(1)); }, year);
    return counts;
}

int BestCaseRepository::voters(int year) const
{
    return static_cast<int>(
        m_database
            .value<qint64>(u"SELECT count(DISTINCT v.voter) FROM best_case_vote v JOIN best_case_nomination n "
                           "ON n.id = v.nomination WHERE n.year = ?"_s,
                           year)
            .value_or(0));
}

void BestCaseRepository::giveTo(const QString &voter, const QString &next) const
{
    m_database.exec(u"UPDATE best_case_vote SET voter = ? WHERE voter = ? AND nomination IN (SELECT n.id FROM "
                    "best_case_nomination n JOIN best_case_ballot b ON b.year = n.year WHERE b.state = 'voting')"_s,
                    next, voter);
}

QList<BestCaseHint> BestCaseRepository::hints(const QDateTime &from, const QDateTime &before, int most) const
{
    return m_database.all(
        u"SELECT id, picked, pleased, departments FROM ("
        "SELECT t.id, t.received_at, (t.marks & ?) <> 0 AS picked, "
        "EXISTS (SELECT 1 FROM follow_up f WHERE f.ticket = t.id AND f.reached = 1 AND f.solved = 1 "
        "AND f.satisfaction IN ('very_satisfied', 'satisfied') "
        "AND f.at = (SELECT max(at) FROM follow_up WHERE ticket = t.id AND reached = 1)) AS pleased, "
        "(SELECT count(DISTINCT d.department) FROM dispatch d WHERE d.ticket = t.id AND d.returned_at IS NULL) "
        "AS departments FROM ticket t WHERE t.received_at >= ? AND t.received_at < ? "
        "AND t.state IN ('closed', 'archived') AND t.merged_into IS NULL "
        "AND ((t.marks & ?) <> 0 OR t.resolution = 'handled') "
        "AND t.id NOT IN (SELECT ticket FROM best_case_nomination)) WHERE picked OR pleased "
        "ORDER BY picked DESC, pleased DESC, departments DESC, received_at DESC LIMIT ?"_s,
        [](const Row &row) {
            return BestCaseHint{.ticket = row.get<TicketId>(0),
                                .picked = row.get<bool>(1),
                                .pleased = row.get<bool>(2),
                                .departments = row.get<int>(3)};
        },
        static_cast<int>(Mark::PickedSolved), from, before, static_cast<int>(Mark::PickedSolved), most);
}

} // namespace huiyin
