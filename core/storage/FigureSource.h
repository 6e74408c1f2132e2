// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"
#include "storage/FigureFacts.h"

#include <functional>

namespace huiyin {

class Database;

// Reads the facts of a period: from the days that are kept packed, and from the tables for the others.
class FigureSource
{
public:
    // Stops with StorageError of Kind::Cancelled when `progress`, which must outlive it, says so.
    explicit FigureSource(Database &database, const Progress &progress = quiet())
        : m_database(database)
        , m_progress(progress)
    {
    }

    // The tickets received in [from, before), in order of receipt, each with its dispatches and follow-ups. Streams:
    // memory doesn't grow with the period.
    void eachTicket(qint64 from, qint64 before, const TicketFactsVisitor &visit) const;
    // The same from the tables alone.
    void eachTicketOfTables(qint64 from, qint64 before, const TicketFactsVisitor &visit) const;

    // The inbound calls started in [from, before), in order.
    void eachCall(qint64 from, qint64 before, const CallFactsVisitor &visit) const;
    void eachCallOfTables(qint64 from, qint64 before, const CallFactsVisitor &visit) const;

    // The tickets merged, over any number of steps, into a ticket that was received in [from, before) and is itself
    // neither draft, void nor merged.
    void eachMerged(qint64 from, qint64 before, const std::function<void(const MergedFacts &)> &visit) const;

    // The counted tickets received before `from` and still open then, by the indexes of what is open and what was
    // closed since (of what was received until then, where that is less): at most half of the file is looked at.
    void eachCarriedOver(qint64 from, const CaseloadVisitor &visit) const;
    // The counted tickets received in [from, before) that have the mark 督办, and those that were not accepted.
    void eachSupervised(qint64 from, qint64 before, const CaseloadVisitor &visit) const;
    void eachNotAccepted(qint64 from, qint64 before, const CaseloadVisitor &visit) const;

private:
    static const Progress &quiet();
    void count() const;

    Database &m_database;
    const Progress &m_progress;
    mutable qint64 m_read = 0;
};

} // namespace huiyin
