// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Call.h"
#include "domain/IdList.h"
#include "domain/Progress.h"
#include "storage/CallFilter.h"

#include <QList>

#include <optional>

namespace huiyin {

class Database;

// The calls of one direction in a stretch of time.
struct CallTraffic
{
    CallDirection direction = CallDirection::In;
    qint64 calls = 0;
    qint64 answered = 0;
    qint64 waitSeconds = 0; // of the answered, together
    qint64 talks = 0;       // answered and ended
    qint64 talkSeconds = 0; // of these, together
};

// Reads and writes calls. Never begins a transaction: the command that calls it does.
class CallRepository
{
public:
    explicit CallRepository(Database &database)
        : m_database(database)
    {
    }

    CallId insert(const Call &call, std::optional<qint64> importBatch = std::nullopt) const;
    void update(const Call &call) const;
    [[nodiscard]] std::optional<Call> byId(CallId id) const;
    [[nodiscard]] std::optional<CallId> idOf(const QString &reference) const;
    [[nodiscard]] QList<Call> ofTicket(TicketId ticket) const;                // oldest first
    [[nodiscard]] QList<Call> ofPhone(const QString &phone, int limit) const; // newest first
    [[nodiscard]] QList<Call> rows(const QList<CallId> &ids) const;
    // The ids of a list by time of start, at most `limit`. Can be cancelled.
    [[nodiscard]] CallIds list(const CallFilter &filter, Qt::SortOrder order = Qt::DescendingOrder,
                               std::optional<qint64> limit = std::nullopt, const Progress &progress = {}) const;
    // The tickets that some calls led to, each once, in the order of the calls. Can be cancelled.
    [[nodiscard]] QList<TicketId> ticketsOf(const QList<CallId> &ids, const Progress &progress) const;
    // Calls started in [from, before).
    [[nodiscard]] QList<QDateTime> startTimes(const QDateTime &from, const QDateTime &before) const;
    // The calls started in [from, before), inbound ones first; a direction without any is left out.
    [[nodiscard]] QList<CallTraffic> traffic(const QDateTime &from, const QDateTime &before) const;
    [[nodiscard]] qint64 countStarted(const QDateTime &from, const QDateTime &before) const;

private:
    Database &m_database;
};

} // namespace huiyin
