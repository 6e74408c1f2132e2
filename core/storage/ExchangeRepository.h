// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Call.h"
#include "domain/Dispatch.h"
#include "domain/FollowUp.h"
#include "domain/Ticket.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace huiyin {

class Database;

// Rows as the tables of other programs hold them: they name a ticket by its number.
struct TicketRecord
{
    Ticket ticket{};
    QString mergedInto{};
    QString repeatOf{};
};

struct CallRecord
{
    Call call{};
    QString ticket{};
};

struct DispatchRecord
{
    Dispatch dispatch{};
    QString ticket{};
};

struct FollowUpRecord
{
    FollowUp followUp{};
    QString ticket{};
};

// A span of instants: from `from` on, before `before`.
struct TimeSpan
{
    QDateTime from{};
    QDateTime before{};
};

// What import and export need beyond the repositories of single entities: the whole case file row by row, and what an
// import settles for many rows at once. Never begins a transaction: the import or export that calls it does.
class ExchangeRepository
{
public:
    explicit ExchangeRepository(Database &database)
        : m_database(database)
    {
    }

    // Import

    qint64 beginBatch(const QDateTime &at, const QString &user, const QString &source) const;
    void finishBatch(qint64 batch, const QString &counts) const;

    [[nodiscard]] bool isUnused() const; // neither a ticket nor a call was ever put down
    [[nodiscard]] bool hasFollowUps() const;
    [[nodiscard]] bool hasDispatch(TicketId ticket) const;
    // The follow-up of a ticket within this second.
    [[nodiscard]] std::optional<FollowUpId> followUpAt(TicketId ticket, const QDateTime &second) const;
    [[nodiscard]] QString numberOf(TicketId ticket) const;
    [[nodiscard]] std::optional<TicketId> mergedInto(TicketId ticket) const;

    void merge(TicketId ticket, TicketId into) const; // with its resolution
    void setRepeatOf(TicketId ticket, TicketId older) const;
    // Accepted tickets with a dispatch of `first` or later, or this one, are in progress now.
    void startHandling(DispatchId first) const;
    void startHandling(TicketId ticket) const;
    // A number giver goes on behind a number that was given elsewhere.
    void raiseNumber(const QString &series, const QString &span, qint64 number) const;
    // The departments that follow-ups ask about, after new dispatches or a change of a ticket's dispatches.
    void refreshFollowUps(DispatchId first) const;
    void refreshFollowUps(TicketId ticket) const;

    // Export. Drafts are left out, and drafts that were thrown away. Tickets come by time of receipt, their dispatches
    // and follow-ups in the order of the tickets, calls by their start: a table that is imported in this order comes
    // out in it again.

    using TicketVisit = std::function<void(const TicketRecord &)>;
    using CallVisit = std::function<void(const CallRecord &)>;
    using DispatchVisit = std::function<void(const DispatchRecord &)>;
    using FollowUpVisit = std::function<void(const FollowUpRecord &)>;

    static TimeSpan allTimes();
    // The rows of a span: its tickets with their dispatches and follow-ups, and its calls.
    struct RowCounts
    {
        qint64 tickets = 0;
        qint64 calls = 0;
        qint64 dispatches = 0;
        qint64 followUps = 0;

        [[nodiscard]] qint64 total() const { return tickets + calls + dispatches + followUps; }
    };
    [[nodiscard]] RowCounts rowCounts(const TimeSpan &span) const;
    void eachTicket(const TimeSpan &received, const TicketVisit &visit) const;
    void eachCall(const TimeSpan &started, const CallVisit &visit) const;
    void eachDispatch(const TimeSpan &received, const DispatchVisit &visit) const; // of tickets received in it
    // Of any dispatch: a first reply that was sent back, a suspension.
    [[nodiscard]] bool hasRareTimes() const;
    void eachFollowUp(const TimeSpan &received, const FollowUpVisit &visit) const;
    void eachTicketOf(TicketId ticket, const TicketVisit &visit) const;
    void eachDispatchOf(TicketId ticket, const DispatchVisit &visit) const;
    void eachFollowUpOf(TicketId ticket, const FollowUpVisit &visit) const;

    // The tickets outside a span that those in it can't be read without: merged into one of them, at any remove, and
    // whatever these, or the calls of the span, refer to, at any remove. In the order of the export.
    struct Companion
    {
        TicketId ticket{0};
        QDateTime receivedAt{};
    };
    [[nodiscard]] QList<Companion> companions(const TimeSpan &span) const;

private:
    Database &m_database;
};

} // namespace huiyin
