// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Dispatch.h"
#include "domain/FollowUp.h"
#include "domain/OfficeZone.h"
#include "domain/Ticket.h"

#include <QList>

#include <optional>

namespace huiyin {

class CaseFile;

// A ticket as it stood at a moment, for a bulletin that tells of it: what happened later had not happened yet.
struct ToldCase
{
    Ticket ticket{};
    QDateTime asOf{};
    bool isClosed = false;
    std::optional<Dispatch> lead{}; // the latest that was not returned; without a reply that came later
    QList<DepartmentId> coHandlers{};
    bool wasTried = false;             // somebody tried to follow it up
    std::optional<FollowUp> reached{}; // the last follow-up that reached the citizen
};

// nullopt: there is no such ticket.
std::optional<ToldCase> toldCase(CaseFile &file, TicketId ticket, const QDateTime &asOf);

// The reply that stood: not sent back, and not asked for again. nullopt: none.
std::optional<QDateTime> replyOf(const ToldCase &told);

// Closed, and nobody denies that it is solved: neither the department's own reply nor the citizen who was asked.
bool isSolved(const ToldCase &told);

// Whole days, by the office's calendar, from the day it was due to that of the reply, of the closing, or of the moment
// itself; nullopt: it had no due time. Not positive: in time.
std::optional<qint64> daysOverdue(const ToldCase &told, const OfficeZone &zone);

} // namespace huiyin
