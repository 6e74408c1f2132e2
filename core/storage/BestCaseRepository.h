// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/BestCase.h"

#include <QHash>
#include <QList>

namespace huiyin {

class Database;

// Why a closed ticket may be one of the best cases, as far as the file tells.
struct BestCaseHint
{
    TicketId ticket{0};
    bool picked = false;  // has the mark 优秀办件
    bool pleased = false; // the citizen says that it is solved, and is satisfied
    int departments = 0;  // that handled it together
};

// Reads and writes nominations, ballots and votes. Never begins a transaction: the command that calls it does. A closed
// ballot is kept by the file itself.
class BestCaseRepository
{
public:
    explicit BestCaseRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] std::optional<Ballot> ballot(int year) const; // nullopt: it is not voted on yet
    void open(const Ballot &ballot) const;
    void close(const Ballot &ballot) const; // from here on the file refuses any change
    void removeBallot(int year) const;      // with its votes; not a closed one

    [[nodiscard]] QList<int> years() const;                      // that have nominations, the last first
    [[nodiscard]] QList<Nomination> nominations(int year) const; // by place, then in the order in which they were made
    [[nodiscard]] std::optional<Nomination> byId(NominationId id) const;
    [[nodiscard]] std::optional<Nomination> of(int year, TicketId ticket) const;
    NominationId insert(const Nomination &nomination) const;
    void remove(NominationId id) const;
    void setResult(const Nomination &nomination) const; // votes, place, chosen

    [[nodiscard]] QList<NominationId> votesOf(int year, const QString &voter) const;
    void setVotes(int year, const QString &voter, const QList<NominationId> &votes, const QDateTime &at) const;
    [[nodiscard]] QHash<NominationId, int> votes(int year) const; // how many each has; those with none are not in it
    [[nodiscard]] int voters(int year) const;
    void giveTo(const QString &voter, const QString &next) const; // a user has got another name

    // Closed tickets received from `from` to before `before` that are not on the shortlist, the most promising first.
    [[nodiscard]] QList<BestCaseHint> hints(const QDateTime &from, const QDateTime &before, int most) const;

private:
    Database &m_database;
};

} // namespace huiyin
