// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/CaseBook.h"
#include "casework/Command.h"
#include "casework/HandlingRules.h"
#include "casework/Recorder.h"
#include "domain/Dispatch.h"
#include "domain/Ticket.h"
#include "storage/Transaction.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <optional>

namespace huiyin {

// One command on a ticket at work: reads the ticket and its dispatches, asks whether the user may and the states allow
// it, lets the command change them, and writes what was changed with one event of the history, all in one transaction.
// Thrown away before finish(), nothing has happened.
class TicketWork
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)

public:
    TicketWork(CaseBook &book, Command command);

    // One of these first; after a refusal there is nothing to work on.
    [[nodiscard]] std::optional<Refusal> begin(TicketId ticket, const QString &ground = {});
    [[nodiscard]] std::optional<Refusal> begin(DispatchId dispatch, const QString &ground = {});

    Ticket ticket{};
    QList<Dispatch> dispatches{};
    [[nodiscard]] Dispatch &dispatch() { return dispatches[m_dispatch]; } // that begin() was given
    [[nodiscard]] Dispatch *lead();
    void add(const Dispatch &dispatch) { dispatches.append(dispatch); }
    // Gives the ticket to a department that doesn't have it in that round and has not returned it. A co-handler at work
    // becomes the lead.
    [[nodiscard]] std::optional<Refusal> give(const Dispatch &dispatch);

    [[nodiscard]] QDateTime now() const { return m_now; }
    [[nodiscard]] QString user() const;
    [[nodiscard]] QString ground() const { return m_ground; } // cleaned
    [[nodiscard]] const CodeTables &tables() const { return m_book.tables(); }
    [[nodiscard]] const Deadlines &deadlines() const { return m_book.deadlines(); }
    [[nodiscard]] HandlingRules rules() const;
    [[nodiscard]] Database &database() const { return m_database; }

    // A text as it may be stored, or why not. `required`: the refusal when it is empty.
    [[nodiscard]] std::optional<Refusal> take(QString &target, const QString &text, const QString &field,
                                              const QString &required = {}) const;
    // When something happened: as told, or now. Not in the future, not before `earliest`.
    [[nodiscard]] std::optional<Refusal> take(QDateTime &target, const std::optional<QDateTime> &told,
                                              const QDateTime &earliest) const;
    [[nodiscard]] QString nameOf(DepartmentId department) const;

    // The due time of a dispatch that begins at `from`, by the rules.
    [[nodiscard]] std::optional<DueTime> dueFrom(const QDateTime &from) const;

    // The rule that the ticket's time goes by; nullptr: none.
    [[nodiscard]] const DeadlineRule *deadlineRule() const;
    // Keeps the due time that a dispatch has had until `at`, for the figures of a cut-off before it.
    void keepDue(const Dispatch &dispatch, const QDateTime &at) const;
    // If the time of the dispatch stands still at `at`, it runs again from then, and the due time is as much earlier,
    // unless it was extended since.
    void letRun(Dispatch &dispatch, const QDateTime &at) const;

    // Puts more into the event.
    void note(const QString &name, const QJsonValue &value) { m_details.insert(name, value); }

    // A reply that was sent back, before another takes its place.
    void keepReply(Dispatch &dispatch) const;

    // The state that follows from the dispatches.
    void settle() { ticket.state = workingState(dispatches); }
    void close(Resolution resolution);
    void takeBack(); // what close() did to the ticket

    Outcome<Changes> finish();

private:
    [[nodiscard]] std::optional<Refusal> read(TicketId ticket);
    [[nodiscard]] std::optional<Refusal> takeGround(const QString &ground);
    [[nodiscard]] std::optional<Refusal> checkDepartment(DepartmentId department) const;

    CaseBook &m_book;
    Database &m_database;
    const CommandRule &m_rule;
    QDateTime m_now;
    Transaction m_transaction;
    Ticket m_ticketBefore;
    QList<Dispatch> m_dispatchesBefore;
    qsizetype m_dispatch = -1;
    QString m_ground;
    QJsonObject m_details;
};

} // namespace huiyin
