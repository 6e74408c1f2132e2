// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/HistoryEvent.h"
#include "domain/Progress.h"
#include "storage/ChainWalk.h"

#include <QList>
#include <QStringList>

namespace huiyin {

class Database;

// The append-only, chained history. Appends happen inside the transaction of the command that they record.
class HistoryRepository
{
public:
    explicit HistoryRepository(Database &database)
        : m_database(database)
    {
    }

    // Gives the event its sequence number and hash.
    void append(const HistoryEvent &event) const;
    [[nodiscard]] QList<HistoryEvent> of(const QString &object, qint64 objectId) const; // oldest first
    // The newest first, of everything of that kind.
    [[nodiscard]] QList<HistoryEvent> latestOf(const QString &object, int count) const;
    // Whether an operation was carried out; asked when its COMMIT reported failure.
    [[nodiscard]] bool contains(const QString &operation) const;

    // Goes through the whole chain; seconds in a large file. Stops with StorageError of Kind::Cancelled.
    [[nodiscard]] ChainWalk walk(const Progress &progress) const;
    // Names the first break: nullopt when there is none, else its sequence number.
    [[nodiscard]] std::optional<qint64> firstBreak() const { return walk(Progress()).firstBreak; }

private:
    Database &m_database;
};

} // namespace huiyin
