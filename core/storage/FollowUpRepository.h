// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FollowUp.h"

#include <QList>

#include <optional>

namespace huiyin {

class Database;

// Reads and writes follow-ups. Never begins a transaction: the command that calls it does.
class FollowUpRepository
{
public:
    explicit FollowUpRepository(Database &database)
        : m_database(database)
    {
    }

    // The department of the ticket's lead dispatch is looked up and kept with the row.
    FollowUpId insert(const FollowUp &followUp, std::optional<qint64> importBatch = std::nullopt) const;
    void update(const FollowUp &followUp) const;
    [[nodiscard]] QList<FollowUp> ofTicket(TicketId ticket) const; // oldest first

private:
    Database &m_database;
};

} // namespace huiyin
