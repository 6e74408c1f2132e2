// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Duty.h"

#include "domain/WorkingState.h"

#include <algorithm>

namespace huiyin {

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
