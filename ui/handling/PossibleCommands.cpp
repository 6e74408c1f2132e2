// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/PossibleCommands.h"

#include "shell/CaseSession.h"

#include <algorithm>

namespace huiyin {

const QList<QList<Command>> &commandGroups()
{
    static const QList<QList<Command>> all{
        {Command::Dispatch, Command::AddCoHandlers, Command::AnswerDirectly, Command::NotAccept, Command::Merge,
         Command::Unmerge},
        {Command::Sign, Command::NoteFirstContact, Command::Reply, Command::AcceptReply, Command::SendBackReply},
        {Command::AskReturn, Command::GrantReturn, Command::RefuseReturn, Command::AskExtension,
         Command::GrantExtension, Command::RefuseExtension, Command::Suspend, Command::Resume},
        {Command::Remind, Command::Supervise, Command::GiveYellowCard, Command::GiveRedCard},
        {Command::FollowUp, Command::Redo, Command::Explain, Command::Close, Command::Reopen, Command::Archive},
        {Command::Correct, Command::ChangeUrgency, Command::MarkDifficult, Command::MarkLeader, Command::MarkExcluded,
         Command::PickCase, Command::NominateCase, Command::MakeVoid}};
    return all;
}

std::optional<Mark> markOf(Command command)
{
    switch (command) {
    case Command::MarkDifficult:
        return Mark::Difficult;
    case Command::MarkLeader:
        return Mark::Leader;
    case Command::MarkExcluded:
        return Mark::Excluded;
    default:
        return std::nullopt;
    }
}

const DeadlineRule *deadlineRuleOf(const CaseSession &session, const Ticket &ticket)
{
    return session.deadlines().rule(deadlineCaseOf(ticket), ticket.receivedAt);
}

bool isPossible(const CaseSession &session, const WholeTicket &facts, Command command)
{
    if (session.isReadOnly())
        return false;
    const CommandRule &rule = ruleOf(command);
    const Ticket &ticket = facts.ticket;
    if (!rule.allows(session.roles()) || !rule.allows(stateOf(ticket, facts.dispatches)))
        return false;
    if (rule.dispatchStates != 0 && dispatchesFor(session, facts, command).isEmpty())
        return false;
    // What the case book would refuse anyhow.
    if (command == Command::NominateCase)
        return !ticket.mergedInto;
    if (command == Command::Unmerge || command == Command::Reopen)
        return ticket.mergedInto.has_value() == (command == Command::Unmerge);
    return true;
}

QList<Dispatch> dispatchesFor(const CaseSession &session, const WholeTicket &facts, Command command)
{
    const CommandRule &rule = ruleOf(command);
    const auto fits = [&](const Dispatch &dispatch) {
        if (!rule.allows(stateOf(dispatch)))
            return false;
        const QDateTime now = session.clock().now();
        const DueLight light = session.deadlines().light(dispatch.dueAt, now);
        switch (command) {
        case Command::AskExtension:
            // It counts when the department asked, which may be entered later; but never before its last step.
            return dispatch.dueAt && lastRulingOf(dispatch) <= *dispatch.dueAt && !isSuspended(dispatch, now);
        case Command::Suspend: {
            const DeadlineRule *deadline = deadlineRuleOf(session, facts.ticket);
            return deadline && deadline->suspensionDays > 0 && dispatch.dueAt && now <= *dispatch.dueAt
                   && !isSuspended(dispatch, now);
        }
        case Command::Resume:
            return isSuspended(dispatch, now);
        case Command::NoteFirstContact:
            return !dispatch.firstContactAt;
        case Command::GiveYellowCard:
            return light != DueLight::None;
        case Command::GiveRedCard:
            return light == DueLight::Red;
        default:
            return true;
        }
    };
    const Dispatch *lead = leadOf(facts.dispatches);
    QList<Dispatch> all;
    if (lead && fits(*lead))
        all.append(*lead);
    for (const Dispatch &dispatch : facts.dispatches) {
        if (&dispatch != lead && fits(dispatch))
            all.append(dispatch);
    }
    return all;
}

QList<Command> usualCommands(const CaseSession &session, const WholeTicket &facts)
{
    const Dispatch *lead = leadOf(facts.dispatches);
    switch (stateOf(facts.ticket, facts.dispatches)) {
    case TicketState::Accepted:
        return {Command::Dispatch, Command::AnswerDirectly};
    case TicketState::InProgress:
        if (lead && stateOf(*lead) == DispatchState::ReturnAsked)
            return {Command::GrantReturn, Command::RefuseReturn};
        if (lead && stateOf(*lead) == DispatchState::ExtensionAsked)
            return {Command::GrantExtension, Command::RefuseExtension};
        if (lead && isSuspended(*lead, session.clock().now()))
            return {Command::Resume, Command::Reply};
        if (lead && !lead->signedAt)
            return {Command::Sign, Command::Reply};
        return {Command::Reply, Command::Remind};
    case TicketState::ToReview:
        return {Command::AcceptReply, Command::SendBackReply};
    case TicketState::ToFollowUp: {
        // 一单一报 was chosen: it is filed, and then the ticket is closed.
        const auto &calls = facts.followUps;
        const bool explain = !calls.isEmpty() && calls.last().nextStep == NextStep::Explain;
        if (!explain)
            return {Command::FollowUp, Command::Close};
        const bool filed = !facts.explanations.isEmpty() && facts.explanations.last().at >= calls.last().at;
        return filed ? QList<Command>{Command::Close, Command::FollowUp}
                     : QList<Command>{Command::Explain, Command::FollowUp};
    }
    default:
        return {}; // it has come to its end: what more there is stands in the menu
    }
}

} // namespace huiyin
