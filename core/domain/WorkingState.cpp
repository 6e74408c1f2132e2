// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/WorkingState.h"

#include <algorithm>
#include <utility>

namespace huiyin {

const Dispatch *leadOf(const QList<Dispatch> &dispatches)
{
    int round = 0;
    for (const Dispatch &dispatch : dispatches) {
        if (dispatch.role == DispatchRole::Lead)
            round = std::max(round, dispatch.round);
    }
    const Dispatch *lead = nullptr;
    for (const Dispatch &dispatch : dispatches) {
        if (dispatch.role != DispatchRole::Lead || dispatch.returnedAt || dispatch.round != round)
            continue;
        if (!lead
            || std::pair(dispatch.dispatchedAt, dispatch.department) > std::pair(lead->dispatchedAt, lead->department))
            lead = &dispatch;
    }
    return lead;
}

TicketState stateOf(const Ticket &ticket, const QList<Dispatch> &dispatches)
{
    switch (ticket.state) {
    case TicketState::Accepted:
    case TicketState::InProgress:
    case TicketState::ToReview:
    case TicketState::ToFollowUp:
        return workingState(dispatches);
    default:
        return ticket.state;
    }
}

TicketState workingState(const QList<Dispatch> &dispatches)
{
    const Dispatch *lead = leadOf(dispatches);
    if (!lead)
        return TicketState::Accepted;
    switch (stateOf(*lead)) {
    case DispatchState::Done:
        return TicketState::ToFollowUp;
    case DispatchState::Replied:
        return TicketState::ToReview;
    default:
        return TicketState::InProgress;
    }
}

} // namespace huiyin
