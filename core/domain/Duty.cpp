// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Duty.h"

#include "domain/Code.h"
#include "domain/WorkingState.h"

#include <algorithm>

namespace huiyin {

// The codes stand in saved views.
template <>
std::span<const CodeEntry<Duty>> codeTable<Duty>()
{
    static constexpr CodeEntry<Duty> table[] = {
        {Duty::Dispatch, "dispatch", QT_TRANSLATE_NOOP("Code", "To dispatch"), u"待派单"},
        {Duty::Sign, "sign", QT_TRANSLATE_NOOP("Code", "Not signed"), u"待签收"},
        {Duty::ReturnAsked, "return_asked", QT_TRANSLATE_NOOP("Code", "Returns asked"), u"退单申请"},
        {Duty::ExtensionAsked, "extension_asked", QT_TRANSLATE_NOOP("Code", "Extensions asked"), u"延期申请"},
        {Duty::Review, "review", QT_TRANSLATE_NOOP("Code", "Replies to review"), u"待审核"},
        {Duty::FollowUp, "follow_up", QT_TRANSLATE_NOOP("Code", "To follow up"), u"待回访"},
        {Duty::Suspended, "suspended", QT_TRANSLATE_NOOP("Code", "Suspended"), u"暂停计时"},
        {Duty::DueToday, "due_today", QT_TRANSLATE_NOOP("Code", "Due today"), u"今日到期"},
        {Duty::Yellow, "yellow", QT_TRANSLATE_NOOP("Code", "Yellow · 1 day left"), u"黄灯（剩1个工作日）"},
        {Duty::Red, "red", QT_TRANSLATE_NOOP("Code", "Red · overdue"), u"红灯（超期）"},
    };
    return table;
}

DueLight DueMoments::light(const std::optional<QDateTime> &dueAt) const
{
    if (!dueAt)
        return DueLight::None;
    if (now > *dueAt)
        return DueLight::Red;
    return *dueAt < yellowBefore ? DueLight::Yellow : DueLight::None;
}

std::optional<QDateTime> pressingDue(const OpenTicket &ticket)
{
    const Dispatch *lead = leadOf(ticket.dispatches);
    if (!lead)
        return ticket.dueAt;
    return lead->closedAt || standingReply(*lead) ? std::nullopt : lead->dueAt;
}

bool isWaiting(const OpenTicket &ticket, Duty duty, const DueMoments &moments)
{
    const auto isAny = [&ticket](DispatchState state) {
        return std::ranges::any_of(ticket.dispatches,
                                   [state](const Dispatch &dispatch) { return stateOf(dispatch) == state; });
    };
    switch (duty) {
    case Duty::Dispatch:
        return workingState(ticket.dispatches) == TicketState::Accepted;
    case Duty::Sign:
        return isAny(DispatchState::Sent);
    case Duty::ReturnAsked:
        return isAny(DispatchState::ReturnAsked);
    case Duty::ExtensionAsked:
        return isAny(DispatchState::ExtensionAsked);
    case Duty::Review:
        return isAny(DispatchState::Replied);
    case Duty::FollowUp:
        return workingState(ticket.dispatches) == TicketState::ToFollowUp;
    case Duty::Suspended:
        return std::ranges::any_of(ticket.dispatches,
                                   [&moments](const Dispatch &dispatch) { return isSuspended(dispatch, moments.now); });
    case Duty::DueToday:
    case Duty::Yellow:
    case Duty::Red:
        break;
    }
    const std::optional<QDateTime> due = pressingDue(ticket);
    const DueLight light = moments.light(due);
    if (duty == Duty::Red)
        return light == DueLight::Red;
    return light == DueLight::Yellow && (*due < moments.tomorrow) == (duty == Duty::DueToday);
}

} // namespace huiyin
