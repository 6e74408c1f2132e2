// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Dispatch.h"

#include <QList>

#include <optional>

namespace huiyin {

class Database;

// Reads and writes dispatches. Never begins a transaction: the command that calls it does.
class DispatchRepository
{
public:
    explicit DispatchRepository(Database &database)
        : m_database(database)
    {
    }

    DispatchId insert(const Dispatch &dispatch, std::optional<qint64> importBatch = std::nullopt) const;
    void update(const Dispatch &dispatch) const;
    // The reply that a dispatch holds is kept, as another is about to take its place.
    void keepReply(const Dispatch &dispatch) const;
    [[nodiscard]] QList<EarlierReply> earlierReplies(DispatchId id) const; // oldest first
    // Of a dispatch that was suspended: the due time that was in force before a change.
    void keepDue(DispatchId id, const EarlierDue &due) const;
    void setEarlierDues(DispatchId id, const QList<EarlierDue> &dues) const; // in place of those that are kept
    [[nodiscard]] QList<EarlierDue> earlierDues(DispatchId id) const;        // oldest first
    [[nodiscard]] std::optional<Dispatch> byId(DispatchId id) const;
    [[nodiscard]] QList<Dispatch> ofTicket(TicketId ticket) const; // by round, then time
    [[nodiscard]] std::optional<DispatchId> idOf(TicketId ticket, DepartmentId department, int round) const;

private:
    Database &m_database;
};

} // namespace huiyin
