// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Progress.h"
#include "storage/ChainWalk.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

class Database;

// 查阅记录: somebody has looked at a citizen's data, or was refused a command.
struct AccessRecord
{
    QDateTime at{};
    QString user{};
    QString action{};                 // "view", "print", "export", "publish", "refused"
    std::optional<TicketId> ticket{}; // nullopt: many, told in details
    QString details{};                // what was seen or refused, never the data; "nothing left: …": it failed
    qint64 sequence = 0;              // given by the table

    bool operator==(const AccessRecord &) const = default;
};

// The append-only record of who has seen citizens' data. Never begins a transaction: the command that calls it does.
class AccessRepository
{
public:
    explicit AccessRepository(Database &database)
        : m_database(database)
    {
    }

    // Chained to the record before it, so that a change of any of them shows.
    qint64 append(const AccessRecord &record) const;                   // its sequence number
    [[nodiscard]] QList<AccessRecord> ofTicket(TicketId ticket) const; // oldest first
    [[nodiscard]] QList<AccessRecord> newest(int limit) const;         // newest first
    // Goes through all of them. Stops with StorageError of Kind::Cancelled.
    [[nodiscard]] ChainWalk walk(const Progress &progress) const;
    // The sequence number of the first record that is not as it was written; nullopt: all are.
    [[nodiscard]] std::optional<qint64> firstBreak() const { return walk(Progress()).firstBreak; }

private:
    Database &m_database;
};

} // namespace huiyin
