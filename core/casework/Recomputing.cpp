// SPDX-License-Identifier: GPL-3.0-or-later
// Due times after a change of the calendar or the rules: what would move, and moving what was chosen.
#include "casework/Recomputing.h"

#include "casework/CaseBook.h"
#include "casework/Suspending.h"
#include "casework/TicketWork.h"
#include "domain/WorkingState.h"
#include "storage/CaseFile.h"
#include "storage/DispatchRepository.h"
#include "storage/OpenTickets.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"

#include <QHash>

#include <algorithm>
#include <tuple>

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

// From when the time of a dispatch runs, and the due time that was worked out for it, before it was extended or
// suspended.
struct Run
{
    QDateTime start{};
    std::optional<QDateTime> base{};
};

std::optional<QDateTime> baseOf(const Dispatch &dispatch)
{
    return (dispatch.extendedAt || dispatch.suspendedAt) && dispatch.originalDueAt ? dispatch.originalDueAt
                                                                                   : dispatch.dueAt;
}

// The first lead has the ticket's own time, unless that was over when it was dispatched; who has it anew has its full
// time.
Run runOfLead(const Dispatch &lead, const Ticket &ticket, const QList<Dispatch> &dispatches)
{
    const bool isFirst = std::ranges::none_of(dispatches, [&lead](const Dispatch &other) {
        return other.role == DispatchRole::Lead && other.id != lead.id
               && std::tie(other.round, other.dispatchedAt) < std::tie(lead.round, lead.dispatchedAt);
    });
    const bool wasOver = ticket.dueAt && *ticket.dueAt <= lead.dispatchedAt;
    return {.start = isFirst && !wasOver ? ticket.receivedAt : lead.dispatchedAt, .base = baseOf(lead)};
}

// A co-handler has the time of its lead, also when it came later, with what the lead had been given by then.
Run runOf(const Dispatch &dispatch, const Ticket &ticket, const QList<Dispatch> &dispatches)
{
    if (dispatch.role == DispatchRole::Lead)
        return runOfLead(dispatch, ticket, dispatches);
    const auto base = baseOf(dispatch);
    const Dispatch *lead = nullptr;
    const auto rank = [&](const Dispatch &one) {
        const bool isSame = baseOf(one) == base || one.dueAt == base;
        return std::tuple(isSame, one.dispatchedAt <= dispatch.dispatchedAt, one.dispatchedAt);
    };
    for (const Dispatch &other : dispatches) {
        if (other.round == dispatch.round && other.role == DispatchRole::Lead && (!lead || rank(other) > rank(*lead)))
            lead = &other;
    }
    if (!lead)
        return {.start = dispatch.dispatchedAt, .base = base};
    Run run = runOfLead(*lead, ticket, dispatches);
    if (base != lead->dueAt)
        run.base = base;
    return run;
}

// The end of an extension behind another due time: as many working days after it as before. A day of it that became a
// holiday is made up for.
QDateTime extendedBehind(const QDateTime &due, const QDateTime &oldDue, const QDateTime &extended,
                         const Deadlines &deadlines)
{
    const OfficeZone &zone = deadlines.zone();
    const WorkCalendar &calendar = deadlines.calendar();
    const QDateTime local = zone.toLocal(extended);
    const bool isFree = !calendar.isWorkingDay(local.date());
    // One that ends on a rest day of the week was meant so, unless all of it moves.
    if (due == oldDue && (!isFree || local.date().dayOfWeek() >= Qt::Saturday))
        return extended;
    const int days = calendar.workingDays(zone.day(oldDue).addDays(1), local.date()) + (isFree ? 1 : 0);
    const auto day = days > 0 ? calendar.workingDayAfter(zone.day(due), days) : std::nullopt;
    return day ? zone.toUtcTime(*day, local.time()) : due.addMSecs(oldDue.msecsTo(extended));
}

// Of a dispatch whose time stood still once and that was not extended: what was lost counts by the calendar of now.
std::optional<QDateTime> behindItsSuspension(const TicketInHand &in, const Dispatch &dispatch, const QDateTime &due)
{
    if (!dispatch.suspendedAt || !dispatch.suspendedUntil || dispatch.suspendedDays > 0 || dispatch.extendedAt)
        return std::nullopt;
    const DeadlineRule *rule = in.deadlines.rule(deadlineCaseOf(in.ticket), in.ticket.receivedAt);
    return dueBehindSuspension(in, dispatch, due, rule ? rule->limit.unit : LimitUnit::WorkingDays,
                               *dispatch.suspendedAt, *dispatch.suspendedUntil);
}

DueMoveKind kindOf(const DueMove &move, bool extended, bool confirmed)
{
    if (!move.from)
        return DueMoveKind::HadNone;
    if (confirmed && move.to == move.from)
        return DueMoveKind::Confirmed;
    if (extended)
        return DueMoveKind::Extended;
    return move.oldRule.isEmpty() ? DueMoveKind::SetByHand : DueMoveKind::Moved;
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

QDateTime timeBegan(const Dispatch &dispatch, const Ticket &ticket, const QList<Dispatch> &dispatches)
{
    return runOf(dispatch, ticket, dispatches).start;
}

QList<DueMove> dueMovesOf(const Ticket &ticket, const QList<Dispatch> &dispatches, const Deadlines &deadlines,
                          const QDateTime &now)
{
    QList<DueMove> moves;
    if (!isWaiting(stateOf(ticket, dispatches)))
        return moves;
    const auto add = [&](DueMove move, const Run &run, const Dispatch *suspended = nullptr) {
        const auto due = deadlines.due(deadlineCaseOf(ticket), run.start);
        if (!due)
            return;
        const bool extended = move.from != run.base;
        const bool isTickets = !move.dispatch || move.ofTicket;
        const bool confirmed = run.base == due->at && isTickets && ticket.dueProvisional && !due->provisional;
        move.to = due->at;
        if (const auto still = extended && suspended
                                   ? behindItsSuspension({ticket, dispatches, deadlines}, *suspended, due->at)
                                   : std::nullopt)
            move.to = *still;
        else if (extended)
            move.to = extendedBehind(due->at, *run.base, *move.from, deadlines);
        if (run.base == due->at && move.to == move.from && !confirmed)
            return;
        move.ticket = *ticket.id;
        move.number = ticket.number;
        move.original = due->at;
        move.newRule = due->rule;
        move.provisional = due->provisional;
        move.kind = kindOf(move, extended, confirmed);
        move.isOver = move.to < now;
        moves.append(move);
    };
    bool isTicketsAtWork = false;
    for (const Dispatch &dispatch : dispatches) {
        if (!isAtWork(dispatch))
            continue;
        const Run run = runOf(dispatch, ticket, dispatches);
        const bool ofTicket = dispatch.role == DispatchRole::Lead && run.base == ticket.dueAt;
        isTicketsAtWork = isTicketsAtWork || ofTicket;
        if (isSuspended(dispatch, now)) // what it comes to is known when its time runs again
            continue;
        add({.dispatch = dispatch.id,
             .department = dispatch.department,
             .from = dispatch.dueAt,
             .oldRule = dispatch.dueRule,
             .ofTicket = ofTicket},
            run, &dispatch);
    }
    // Its own time moves with its lead's; or by itself, as long as no reply is measured by it.
    const bool isReplied =
        std::ranges::any_of(dispatches, [](const Dispatch &dispatch) { return dispatch.repliedAt.has_value(); });
    if (!isTicketsAtWork && !isReplied)
        add({.from = ticket.dueAt, .oldRule = ticket.dueRule}, {.start = ticket.receivedAt, .base = ticket.dueAt});
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
    const Deadlines deadlines = [&file] {
        const ReadTransaction view(file.database());
        return Deadlines::of(file);
    }();
    const TicketRepository tickets(file.database());
    const DispatchRepository dispatches(file.database());
    QList<DueMove> moves;
    for (const TicketId id : waiting) {
        stopIfCancelled(progress);
        const ReadTransaction view(file.database()); // the ticket as its dispatches are
        if (const auto ticket = tickets.byId(id))
            moves += dueMovesOf(*ticket, dispatches.ofTicket(id), deadlines, now);
    }
    return moves;
}

Outcome<Changes> CaseBook::moveDueTimes(const QList<DueMove> &moves)
{
    if (auto refusal = checkRight(Command::MoveDueTimes))
        return *refusal;
    QList<TicketId> ids;
    QHash<TicketId, QList<DueMove>> wanted;
    for (const DueMove &move : moves) {
        QList<DueMove> &ofTicket = wanted[move.ticket];
        if (ofTicket.isEmpty())
            ids.append(move.ticket);
        ofTicket.append(move);
    }
    Transaction transaction(m_file.database());
    for (const TicketId id : std::as_const(ids)) {
        TicketWork work(*this, Command::MoveDueTimes);
        if (auto refusal = work.begin(id))
            return *refusal;
        const auto current = dueMovesOf(work.ticket, work.dispatches, work.deadlines(), work.now());
        const QList<DueMove> ofTicket = wanted.value(id);
        for (const DueMove &move : ofTicket) {
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
