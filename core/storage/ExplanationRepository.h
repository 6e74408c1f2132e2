// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Explanation.h"

#include <QList>

namespace huiyin {

class Database;

// Reads and writes written explanations 一单一报. Never begins a transaction.
class ExplanationRepository
{
public:
    explicit ExplanationRepository(Database &database)
        : m_database(database)
    {
    }

    void insert(const Explanation &explanation) const;
    [[nodiscard]] QList<Explanation> ofTicket(TicketId ticket) const; // oldest first

private:
    Database &m_database;
};

} // namespace huiyin
