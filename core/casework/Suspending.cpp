// SPDX-License-Identifier: GPL-3.0-or-later
// 暂停计时: the time of a department stands still while it waits for what it can't hasten.
#include "casework/Suspending.h"

#include "casework/CaseBook.h"
#include "casework/Recomputing.h"
#include "casework/TicketWork.h"

using namespace Qt::StringLiterals;

namespace huiyin {

QDateTime daysLostFrom(const TicketInHand &in, const Dispatch &dispatch, const QDateTime &from)
{
    const DeadlineRule *rule = in.deadlines.rule(deadlineCaseOf(in.ticket), in.ticket.receivedAt);
    if (rule && rule->limit.unit == LimitUnit::Hours)
        return from; // they run at once
    const OfficeZone &zone = in.deadlines.zone();
    const QDate counted = zone.day(timeBegan(dispatch, in.ticket, in.dispatches))
                              .addDays(rule && rule->start == LimitStart::SameDay ? 0 : 1);
    return qMax(from, zone.toUtcTime(counted));
}

std::optional<QDateTime> dueBehindSuspension(const TicketInHand &in, const Dispatch &dispatch, const QDateTime &due,
                                             LimitUnit unit, const QDateTime &from, const QDateTime &until)
{
    return dueBehind(due, unit, in.deadlines.calendar(), in.deadlines.zone(),
                     unit == LimitUnit::Hours ? from : daysLostFrom(in, dispatch, from), until);
}

int spentSuspension(const TicketInHand &in, const Dispatch &dispatch)
{
    const int last = dispatch.suspendedAt && dispatch.suspendedUntil
                         ? suspendedDays(in.deadlines.calendar(), in.deadlines.zone(),
                                         daysLostFrom(in, dispatch, *dispatch.suspendedAt), *dispatch.suspendedUntil)
                         : 0;
    return dispatch.suspendedDays + last;
}

std::optional<QDate> lastSuspensionDay(const TicketInHand &in, const Dispatch &dispatch, const DeadlineRule &rule,
                                       const QDateTime &from)
{
    const OfficeZone &zone = in.deadlines.zone();
    const int left = rule.suspensionDays - spentSuspension(in, dispatch);
    const QDateTime lost = daysLostFrom(in, dispatch, from);
    const QDate first = zone.day(from);
    std::optional<QDate> last;
    constexpr int farthest = 1000; // days; no rule allows so many
    for (int day = 0; left > 0 && day < farthest; ++day) {
        const QDateTime until = zone.toUtcTime(first.addDays(day + 1));
        if (suspendedDays(in.deadlines.calendar(), zone, lost, until) > left)
            break;
        last = first.addDays(day);
    }
    return last;
}

std::optional<QDateTime> dueAfterResuming(const TicketInHand &in, const Dispatch &dispatch, const DeadlineRule *rule,
                                          const QDateTime &now, const QDateTime &at)
{
    if (!isSuspended(dispatch, at) || !dispatch.suspendedDueAt || !dispatch.dueAt)
        return std::nullopt;
    const QDateTime from = *dispatch.suspendedAt;
    const auto behind = [&](LimitUnit unit, const QDateTime &end) {
        return dueBehindSuspension(in, dispatch, *dispatch.suspendedDueAt, unit, from, end);
    };
    // In the unit that it was suspended in: the ticket may go by another rule since.
    const LimitUnit usual = rule ? rule->limit.unit : LimitUnit::WorkingDays;
    std::optional<LimitUnit> unit;
    for (const LimitUnit one : {LimitUnit::Hours, LimitUnit::CalendarDays, LimitUnit::WorkingDays, usual}) {
        if (behind(one, *dispatch.suspendedUntil) == dispatch.dueAt)
            unit = one;
    }
    // While it stood still nobody but the calendar could change what was planned; since then it may have been extended.
    if (!unit && isSuspended(dispatch, now))
        unit = usual;
    return unit ? behind(*unit, qMax(at, from)) : std::nullopt;
}

Outcome<Changes> CaseBook::suspend(const SuspensionRequest &request)
{
    TicketWork work(*this, Command::Suspend);
    if (auto refusal = work.begin(request.dispatch, request.ground))
        return *refusal;
    Dispatch &dispatch = work.dispatch();
    const TicketInHand in{.ticket = work.ticket, .dispatches = work.dispatches, .deadlines = work.deadlines()};
    const OfficeZone &zone = in.deadlines.zone();
    const WorkCalendar &calendar = in.deadlines.calendar();
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
    const int spent = spentSuspension(in, dispatch);
    const QDateTime lostFrom = daysLostFrom(in, dispatch, from);
    if (spent + suspendedDays(calendar, zone, lostFrom, until) > rule->suspensionDays) {
        const int left = qMax(rule->suspensionDays - spent, 0);
        return Refusal{left == rule->suspensionDays
                           ? tr("The deadline rule allows %n working day(s) of suspension.", nullptr, left)
                           : tr("The deadline rule allows %n more working day(s) of suspension.", nullptr, left),
                       u"lastDay"_s};
    }
    const auto due = dueBehindSuspension(in, dispatch, *dispatch.dueAt, rule->limit.unit, from, until);
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
