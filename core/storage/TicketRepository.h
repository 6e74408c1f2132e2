// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/IdList.h"
#include "domain/Progress.h"
#include "domain/Ticket.h"
#include "storage/TicketFilter.h"

#include <QList>

#include <optional>

namespace huiyin {

class Database;

// Reads and writes tickets. Never begins a transaction: the command that calls it does.
class TicketRepository
{
public:
    explicit TicketRepository(Database &database)
        : m_database(database)
    {
    }

    TicketId insert(const Ticket &ticket, std::optional<qint64> importBatch = std::nullopt) const;
    // Replaces the row of ticket.id and counts its version up. False: the stored version is not ticket.version any
    // more, somebody else has saved it since; nothing was written.
    [[nodiscard]] bool update(const Ticket &ticket) const;

    [[nodiscard]] std::optional<Ticket> byId(TicketId id) const;
    [[nodiscard]] QList<TicketId> mergedInto(TicketId ticket) const; // directly
    [[nodiscard]] std::optional<TicketId> idOf(const QString &number) const;

    // The ids of a list in its order, at most `limit`. A list with words to search for holds the newest
    // mostHits at most, unless a limit says otherwise. Can be cancelled.
    [[nodiscard]] TicketIds list(const TicketFilter &filter, TicketOrder order = {},
                                 std::optional<qint64> limit = std::nullopt, const Progress &progress = {}) const;
    // The same of a short list.
    [[nodiscard]] QList<TicketId> matching(const TicketFilter &filter, TicketOrder order = {},
                                           std::optional<qint64> limit = std::nullopt) const;
    // Whether an index gives the order; if not, lists of more than mostSorted can't be had in it.
    [[nodiscard]] static bool isServed(const TicketFilter &filter, TicketOrder order);
    [[nodiscard]] qint64 count(const TicketFilter &filter) const;
    // Rows of some tickets, in the order asked.
    [[nodiscard]] QList<TicketRow> rows(const QList<TicketId> &ids) const;

    [[nodiscard]] QList<TicketId> draftsOf(const QString &user) const; // newest first

    // A caller's earlier tickets by telephone number, newest first.
    [[nodiscard]] QList<TicketRow> ofPhone(const QString &phone, int limit) const;

private:
    Database &m_database;
};

} // namespace huiyin
