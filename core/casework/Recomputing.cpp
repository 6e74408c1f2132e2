// SPDX-License-Identifier: GPL-3.0-or-later
// Due times after a change of the calendar or the rules: what would move, and moving what was chosen.
#include "casework/Recomputing.h"

#include "casework/CaseBook.h"
#include "casework/TicketWork.h"
#include "domain/WorkingState.h"
#include "storage/CaseFile.h"
#include "storage/DispatchRepository.h"
#include "storage/OpenTickets.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isWaiting(TicketState state)
{
    return state == TicketState::Accepted || state == TicketState::InProgress;
}

bool isAtWork(const Dispatch &dispatch)
{
    const DispatchState state = stateOf(dispatch);
    return !dispatch.closedAt && !dispatch.returnedAt && state != DispatchState::Replied;
}

// The due time that was worked out for a dispatch, before it was extended or suspended.
std::optional<QDateTime> baseOf(const Dispatch &dispatch)
{
    return (dispatch.extendedAt || dispatch.suspendedAt) && dispatch.originalDueAt ? dispatch.originalDueAt
                                                                                   : dispatch.dueAt;
}

// When the time of a dispatch began to run.
QDateTime startOf(const Dispatch &dispatch, const Ticket &ticket, const QList<Dispatch> &dispatches)
{
    const auto base = baseOf(dispatch);
    if (base == ticket.dueAt)
        return ticket.receivedAt;
    // A co-handler has the lead's time, even when it came later.
    const auto lead = std::ranges::find_if(dispatches, [&](const Dispatch &other) {
        return other.round == dispatch.round && other.role == DispatchRole::Lead && baseOf(other) == base;
    });
    return lead == dispatches.end() ? dispatch.dispatchedAt : std::min(lead->dispatchedAt, dispatch.dispatchedAt);
}

// The end of an extension behind another due time: as many working days after it as before.
QDateTime extendedBehind(const QDateTime &due, const QDateTime &oldDue, const QDateTime &extended,
                         const Deadlines &deadlines)
{
    const OfficeZone &zone = deadlines.zone();
    const QDateTime local = zone.toLocal(extended);
    const int days = deadlines.calendar().workingDays(zone.day(oldDue).addDays(1), local.date());
    const auto day = days > 0 ? deadlines.calendar().workingDayAfter(zone.day(due), days) : std::nullopt;
    return day ? zone.toUtcTime(*day, local.time()) : due.addMSecs(oldDue.msecsTo(extended));
}

DueMoveKind kindOf(const DueMove &move, bool extended, bool confirmed, const QDateTime &now)
{
    if (!move.from)
        return DueMoveKind::HadNone;
    if (extended)
        return DueMoveKind::Extended;
    if (move.oldRule.isEmpty())
        return DueMoveKind::SetByHand;
    if (confirmed)
        return DueMoveKind::Confirmed;
    return move.to < now && now <= *move.from ? DueMoveKind::OverAtOnce : DueMoveKind::Moved;
}

void apply(const DueMove &move, TicketWork &work)
{
    for (Dispatch &dispatch : work.dispatches) {
        if (dispatch.id != move.dispatch)
            continue;
        dispatch.dueAt = move.to;
        dispatch.originalDueAt = move.original;
        dispatch.dueRule = move.newRule;
    }
    if (move.dispatch && !move.ofTicket)
        return;
    work.ticket.dueAt = move.original;
    work.ticket.dueRule = move.newRule;
    work.ticket.dueProvisional = move.provisional;
}

} // namespace

QList<DueMove> dueMovesOf(const Ticket &ticket, const QList<Dispatch> &dispatches, const Deadlines &deadlines,
                          const QDateTime &now)
{
    QList<DueMove> moves;
    if (!isWaiting(stateOf(ticket, dispatches)))
        return moves;
    const auto add = [&](DueMove move, const QDateTime &start, const std::optional<QDateTime> &base) {
        const auto due = deadlines.due(deadlineCaseOf(ticket), start);
        const bool isTickets = !move.dispatch || move.ofTicket;
        const bool confirmed = due && base == due->at && isTickets && ticket.dueProvisional && !due->provisional;
        if (!due || (base == due->at && !confirmed))
            return;
        const bool extended = move.from != base;
        move.ticket = *ticket.id;
        move.number = ticket.number;
        move.original = due->at;
        move.to = extended ? extendedBehind(due->at, *base, *move.from, deadlines) : due->at;
        move.newRule = due->rule;
        move.provisional = due->provisional;
        move.kind = kindOf(move, extended, confirmed, now);
        moves.append(move);
    };
    bool isAnyAtWork = false;
    for (const Dispatch &dispatch : dispatches) {
        if (!isAtWork(dispatch))
            continue;
        isAnyAtWork = true;
        if (isSuspended(dispatch, now)) // what it comes to is known when its time runs again
            continue;
        const auto base = baseOf(dispatch);
        add({.dispatch = dispatch.id,
             .department = dispatch.department,
             .from = dispatch.dueAt,
             .oldRule = dispatch.dueRule,
             .ofTicket = dispatch.role == DispatchRole::Lead && base == ticket.dueAt},
            startOf(dispatch, ticket, dispatches), base);
    }
    if (!isAnyAtWork)
        add({.from = ticket.dueAt, .oldRule = ticket.dueRule}, ticket.receivedAt, ticket.dueAt);
    return moves;
}

QList<DueMove> dueMoves(CaseFile &file, const QDateTime &now, const Progress &progress)
{
    QList<TicketId> waiting;
    eachOpenTicket(
        file.database(),
        [&waiting](const OpenTicket &ticket) {
            if (isWaiting(workingState(ticket.dispatches)))
                waiting.append(ticket.id);
        },
        progress);
    const Deadlines deadlines = Deadlines::of(file);
    const TicketRepository tickets(file.database());
    const DispatchRepository dispatches(file.database());
    QList<DueMove> moves;
    for (const TicketId id : waiting) {
        stopIfCancelled(progress);
        if (const auto ticket = tickets.byId(id))
            moves += dueMovesOf(*ticket, dispatches.ofTicket(id), deadlines, now);
    }
    return moves;
}

Outcome<Changes> CaseBook::moveDueTimes(const QList<DueMove> &moves)
{
    if (auto refusal = mayNot(Command::MoveDueTimes))
        return *refusal;
    QList<TicketId> ids;
    for (const DueMove &move : moves) {
        if (!ids.contains(move.ticket))
            ids.append(move.ticket);
    }
    Transaction transaction(m_file.database());
    for (const TicketId id : std::as_const(ids)) {
        TicketWork work(*this, Command::MoveDueTimes);
        if (auto refusal = work.begin(id))
            return *refusal;
        const auto current = dueMovesOf(work.ticket, work.dispatches, work.deadlines(), work.now());
        for (const DueMove &move : moves) {
            if (move.ticket != id)
                continue;
            // Moved is what was shown, or nothing.
            const auto now = std::ranges::find_if(current, [&move](const DueMove &one) {
                return one.dispatch == move.dispatch && one.from == move.from && one.to == move.to;
            });
            if (now == current.end()) {
                return Refusal{
                    tr("The due time of %1 has changed meanwhile. Nothing was moved; look at the list again.")
                        .arg(work.ticket.number)};
            }
            apply(*now, work);
            work.note(u"due"_s, work.deadlines().zone().isoText(now->to));
        }
        if (const auto done = work.finish(); !done)
            return done;
    }
    transaction.commit();
    return Changes{.tickets = ids};
}

} // namespace huiyin
