// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// 十佳案例: the ten best cases of a year, proposed by those who work here and voted on by them.

constexpr qsizetype mostBestCases = 10;
constexpr qsizetype mostVotes = 10; // that one person has; one for a case

// Nominating: the shortlist is being made; Voting: it stands, and each may change his votes; Closed: the result is fixed.
enum class BallotState { Nominating, Voting, Closed };
template <>
std::span<const CodeEntry<BallotState>> codeTable<BallotState>();

struct Ballot
{
    int year = 0;
    BallotState state = BallotState::Nominating;
    QDateTime openedAt{};
    QString openedBy{};
    QDateTime closedAt{}; // invalid until then
    QString closedBy{};

    bool operator==(const Ballot &) const = default;
};

// 推荐: a case on the shortlist of its year.
struct Nomination
{
    std::optional<NominationId> id{};
    int year = 0; // in which the ticket was received
    TicketId ticket{0};
    QString reason{};
    QDateTime at{};
    QString by{};
    // The result, once the ballot is closed.
    std::optional<int> votes{};
    std::optional<int> place{}; // equal votes have the same; nullopt: no vote, or its ticket isn't closed any more
    bool chosen = false;

    bool operator==(const Nomination &) const = default;
};

// What the votes come to.
struct BallotCount
{
    QList<Nomination> ranked{}; // with votes, place and chosen; the most votes first
    // Those with equal votes who don't all find room among the ten; whoever closes the ballot says which do.
    QList<NominationId> tied{};
    qsizetype room = 0; // for how many of them

    bool operator==(const BallotCount &) const = default;
};

// `inRunning`: may be chosen still. `decided`: which of the tied are chosen, exactly as many as there is room for; others
// are passed over.
BallotCount countedBallot(const QList<Nomination> &shortlist, const QHash<NominationId, int> &votes,
                          const QList<NominationId> &inRunning, const QList<NominationId> &decided = {});

} // namespace huiyin
