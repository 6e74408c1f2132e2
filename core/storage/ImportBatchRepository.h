// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ImportBatch.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace huiyin {

class Database;

// The imports of a case file, and the rows that came with them. The rows of one have ids that follow each other. Never
// begins a transaction.
class ImportBatchRepository
{
public:
    explicit ImportBatchRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] QList<ImportBatch> latest(int count) const; // the newest first
    [[nodiscard]] std::optional<ImportBatch> byId(qint64 id) const;

    struct Rows
    {
        qint64 tickets = 0;
        qint64 calls = 0;
        qint64 dispatches = 0;
        qint64 followUps = 0;

        [[nodiscard]] qint64 total() const { return tickets + calls + dispatches + followUps; }
    };
    [[nodiscard]] Rows rowsOf(qint64 id) const;

    // The numbers of tickets of the import that something has happened to since, whoever did it: a command, a later import,
    // a ticket that refers to them. The first `most`.
    [[nodiscard]] QStringList workedOn(qint64 id, int most) const;
    // Older tickets that the import has given a dispatch.
    [[nodiscard]] QStringList olderDispatched(qint64 id, int most) const;
    // Calls of the import that were changed since.
    [[nodiscard]] bool hasChangedCalls(qint64 id) const;

    // Takes the rows out. A ticket whose citizen's data were looked at is kept as an empty one without a number, as a draft
    // that was thrown away: its access records stay true. Returns how many of these there are.
    qint64 removeRows(qint64 id) const;
    void markUndone(qint64 id, const QDateTime &at, const QString &user) const;

private:
    struct IdRange
    {
        qint64 first = 0;
        qint64 last = -1;
    };
    [[nodiscard]] IdRange idsOf(const QString &table, qint64 id) const;

    Database &m_database;
};

} // namespace huiyin
