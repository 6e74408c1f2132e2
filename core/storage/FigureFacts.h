// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Call.h"

#include <QList>

#include <functional>
#include <limits>

namespace huiyin {

// The facts that figures are counted from, as plain integers: a pass over two million tickets has no time for more.
// Times are UTC milliseconds; what has not happened has happened `never`. Code-table ids are 0 when there is none.
inline constexpr qint64 never = std::numeric_limits<qint64>::max();

struct TicketFacts
{
    qint64 id = 0;
    qint64 receivedAt = 0;
    qint64 channel = 0;
    qint64 requestType = 0;
    qint64 category = 0;
    qint64 topic = 0;
    qint64 closedAt = never;
    qint64 dueAt = never;
    bool counts = true; // not a draft, not void, not merged
    bool answeredDirectly = false;
    bool enterprise = false;
};

// A due time that was in force until another took its place.
struct EarlierDueFacts
{
    qint64 until = 0;
    qint64 dueAt = 0;
};

struct DispatchFacts
{
    qint64 department = 0;
    qint64 round = 1;
    bool lead = true;
    bool claimsSolved = false;
    qint64 dispatchedAt = 0;
    qint64 dueAt = never;
    qint64 originalDueAt = never;
    qint64 extendedAt = never;      // the last
    qint64 firstExtendedAt = never; // of several extensions; else only extendedAt is set
    qint64 returnedAt = never;
    qint64 firstRepliedAt = never; // of several replies; else only repliedAt is set
    qint64 repliedAt = never;
    qint64 closedAt = never;
    QList<EarlierDueFacts> earlierDues{}; // of one that was suspended or extended again, oldest first
};

struct FollowUpFacts
{
    qint64 at = 0;
    bool reached = false;
    bool deniesSolved = false; // said that it is not solved; silence is not a no
    bool rated = false;
    bool satisfied = false; // very, plainly or basically
};

struct CallFigureFacts
{
    qint64 id = 0;
    qint64 startedAt = 0;
    qint64 topic = 0;
    CallOutcome outcome = CallOutcome::Answered;
};

// A ticket merged into another, and the ticket that stands at the end of the chain.
struct MergedFacts
{
    qint64 id = 0;
    qint64 root = 0;
    qint64 rootChannel = 0;
};

// A counted ticket of what is asked of the tables apart.
struct CaseloadFacts
{
    qint64 id = 0;
    qint64 channel = 0;
    qint64 closedAt = never;
};

using TicketFactsVisitor =
    std::function<void(const TicketFacts &, const QList<DispatchFacts> &, const QList<FollowUpFacts> &)>;
using CaseloadVisitor = std::function<void(const CaseloadFacts &)>;
using CallFactsVisitor = std::function<void(const CallFigureFacts &)>;

} // namespace huiyin
