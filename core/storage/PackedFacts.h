// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/FigureFacts.h"

#include <QByteArray>

namespace huiyin {

// The facts of one day as figure_day keeps them: some 25 bytes a ticket, read in 0.1 µs.
//
// A format byte, a checksum of 8 bytes (little-endian) over the rest, the number of records, then the records. Numbers
// are of variable length (7 bits a byte, the lowest first), times are told as the distance from an earlier one.
// What was packed otherwise, or is damaged, is not read at all; its day is counted from the tables.

enum class DayKind { Tickets, Calls };
constexpr qint64 dayLength = 86'400'000; // ms; days are of UTC
// The row of figure_day for a day.
constexpr qint64 dayId(DayKind kind, qint64 day)
{
    constexpr qint64 callsFrom = 1'000'000;
    return kind == DayKind::Calls ? callsFrom + day : day;
}

class FactsPacker
{
public:
    // In order of time.
    void add(const TicketFacts &ticket, const QList<DispatchFacts> &dispatches, const QList<FollowUpFacts> &followUps);
    void add(const CallFigureFacts &call);
    [[nodiscard]] QByteArray packed() const;

private:
    QByteArray m_bytes;
    qint64 m_count = 0;
    qint64 m_id = 0;
    qint64 m_time = 0;
};

// False: nothing was visited.
bool unpackTickets(const QByteArray &packed, const TicketFactsVisitor &visit);
bool unpackCalls(const QByteArray &packed, const CallFactsVisitor &visit);

} // namespace huiyin
