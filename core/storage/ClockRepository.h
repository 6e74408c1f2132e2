// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace huiyin {

class Database;

// What the file knows of the time: when its records were written. Each question takes one row, however large the file.
class ClockRepository
{
public:
    explicit ClockRepository(Database &database)
        : m_database(database)
    {
    }

    // The latest moment that an event of the history or an access record was written at, as far as the clock was
    // believed then. nullopt: nothing was recorded yet.
    [[nodiscard]] std::optional<QDateTime> newest() const;
    // From now on this moment counts, earlier or later. Inside the caller's transaction.
    void setNewest(const QDateTime &at) const;
    // When the first event of the history was written.
    [[nodiscard]] std::optional<QDateTime> firstEvent() const;

private:
    Database &m_database;
};

} // namespace huiyin
