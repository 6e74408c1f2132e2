// SPDX-License-Identifier: GPL-3.0-or-later
// 暂停计时: the time of a department stands still while it waits for what it can't hasten.
#include "casework/Suspending.h"

#include "casework/CaseBook.h"
#include "casework/TicketWork.h"

using namespace Qt::StringLiterals;

namespace huiyin {

QDateTime daysLostFrom(const Ticket &ticket, const Dispatch &dispatch, const Deadlines &deadlines,
                       const QDateTime &from)
{
    const auto first = dispatch.originalDueAt ? dispatch.originalDueAt : dispatch.dueAt;
    const DeadlineRule *rule = deadlines.rule(deadlineCaseOf(ticket), ticket.receivedAt);
    const OfficeZone &zone = deadlines.zone();
    const QDate counted = zone.day(first == ticket.dueAt ? ticket.receivedAt : dispatch.dispatchedAt)
                              .addDays(rule && rule->start == LimitStart::SameDay ? 0 : 1);
    return qMax(from, zone.toUtcTime(counted));
}

std::optional<QDateTime> dueBehindSuspension(const Ticket &ticket, const Dispatch &dispatch, const Deadlines &deadlines,
                                             const QDateTime &due, LimitUnit unit, const QDateTime &from,
                                             const QDateTime &until)
{
    return dueBehind(due, unit, deadlines.calendar(), deadlines.zone(),
                     unit == LimitUnit::Hours ? from : daysLostFrom(ticket, dispatch, deadlines, from), until);
}

int spentSuspension(const Ticket &ticket, const Dispatch &dispatch, const Deadlines &deadlines)
{
    const int last =
        dispatch.suspendedAt && dispatch.suspendedUntil
            ? suspendedDays(deadlines.calendar(), deadlines.zone(),
                            daysLostFrom(ticket, dispatch, deadlines, *dispatch.suspendedAt), *dispatch.suspendedUntil)
            : 0;
    return dispatch.suspendedDays + last;
}

Outcome<Changes> CaseBook::suspend(const SuspensionRequest &request)
{
    TicketWork work(*this, Command::Suspend);
    if (auto refusal = work.begin(request.dispatch, request.ground))
        return *refusal;
    Dispatch &dispatch = work.dispatch();
    const OfficeZone &zone = work.deadlines().zone();
    const WorkCalendar &calendar = work.deadlines().calendar();
    if (isSuspended(dispatch, work.now()))
        return Refusal{tr("Its time is suspended already, until %1.").arg(zone.text(*dispatch.suspendedUntil))};
    if (!dispatch.dueAt)
        return Refusal{tr("This dispatch has no due time that could stand still.")};
    const DeadlineRule *rule = work.deadlineRule();
    if (!rule || rule->suspensionDays < 1) {
        return Refusal{rule ? tr("The deadline rule “%1” allows no suspension.").arg(rule->name)
                            : tr("No deadline rule applies that allows a suspension.")};
    }
    QDateTime earliest = lastRulingOf(dispatch);
    for (const auto &other : {dispatch.suspendedUntil, dispatch.extendedAt})
        earliest = other ? qMax(earliest, *other) : earliest;
    QDateTime from;
    if (auto refusal = work.take(from, request.at, earliest))
        return *refusal;
    if (from > *dispatch.dueAt)
        return Refusal{tr("The due time is over: its time is suspended before.")};
    if (!request.lastDay.isValid() || request.lastDay < zone.day(work.now()))
        return Refusal{tr("The last day of the suspension is today or later."), u"lastDay"_s};

    const QDateTime until = zone.toUtcTime(request.lastDay.addDays(1));
    const int spent = spentSuspension(work.ticket, dispatch, work.deadlines());
    const QDateTime lostFrom = daysLostFrom(work.ticket, dispatch, work.deadlines(), from);
    if (spent + suspendedDays(calendar, zone, lostFrom, until) > rule->suspensionDays) {
        const int left = qMax(rule->suspensionDays - spent, 0);
        return Refusal{left == rule->suspensionDays
                           ? tr("The deadline rule allows %n working day(s) of suspension.", nullptr, left)
                           : tr("The deadline rule allows %n more working day(s) of suspension.", nullptr, left),
                       u"lastDay"_s};
    }
    const auto due =
        dueBehindSuspension(work.ticket, dispatch, work.deadlines(), *dispatch.dueAt, rule->limit.unit, from, until);
    if (!due)
        return Refusal{tr("The calendar has no working day that far ahead."), u"lastDay"_s};

    work.keepDue(dispatch, from);
    if (!dispatch.originalDueAt)
        dispatch.originalDueAt = dispatch.dueAt;
    dispatch.suspendedDays = spent;
    dispatch.suspendedAt = from;
    dispatch.suspendedUntil = until;
    dispatch.suspendedDueAt = dispatch.dueAt;
    dispatch.suspensionGround = work.ground();
    dispatch.dueAt = due;
    work.note(u"due"_s, zone.isoText(*due));
    return work.finish();
}

Outcome<Changes> CaseBook::resume(DispatchId id, const std::optional<QDateTime> &at)
{
    TicketWork work(*this, Command::Resume);
    if (auto refusal = work.begin(id))
        return *refusal;
    Dispatch &dispatch = work.dispatch();
    if (!isSuspended(dispatch, work.now()) || !dispatch.suspendedDueAt || !dispatch.dueAt)
        return Refusal{tr("Its time is not suspended.")};
    QDateTime time;
    if (auto refusal = work.take(time, at, *dispatch.suspendedAt))
        return *refusal;
    work.letRun(dispatch, time);
    work.note(u"due"_s, work.deadlines().zone().isoText(*dispatch.dueAt));
    return work.finish();
}

} // namespace huiyin
