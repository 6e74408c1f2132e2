// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

class Database;

// Whose hand a moment of the file is from.
struct TimedRecord
{
    QString user{};
    QString ticket{}; // its number; "" when it is of none

    bool operator==(const TimedRecord &) const = default;
};

// What the file knows of the time: when its records were written. Each question takes a row, or a bounded number, however large the file.
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
    // The record of that moment, as far as it is among the last ones; nullopt: it is not.
    [[nodiscard]] std::optional<TimedRecord> recordAt(const QDateTime &at) const;
    // When the first event of the history was written.
    [[nodiscard]] std::optional<QDateTime> firstEvent() const;

private:
    Database &m_database;
};

} // namespace huiyin
