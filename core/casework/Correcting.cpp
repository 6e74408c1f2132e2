// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that change a ticket itself and not its state.
#include "casework/CaseBook.h"
#include "casework/FieldChecks.h"
#include "casework/TicketWork.h"
#include "domain/Text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The due time follows from urgency and marks. It moves with them, but not what was agreed since: an extension, a
// suspension, a redo.
void moveDue(TicketWork &work)
{
    // Once the department has replied, what it was measured by stays.
    const bool waiting = work.ticket.state == TicketState::Accepted || work.ticket.state == TicketState::InProgress;
    const auto due = waiting ? work.dueFrom(work.ticket.receivedAt) : std::nullopt;
    if (!due)
        return;
    const auto before = work.ticket.dueAt;
    work.ticket.dueAt = due->at;
    work.ticket.dueRule = due->rule;
    work.ticket.dueProvisional = due->provisional;
    for (Dispatch &dispatch : work.dispatches) {
        if (dispatch.closedAt || dispatch.returnedAt || dispatch.extendedAt || dispatch.suspendedAt || !dispatch.dueAt
            || dispatch.dueAt != before || stateOf(dispatch) == DispatchState::Replied)
            continue;
        dispatch.dueAt = dispatch.originalDueAt = due->at;
        dispatch.dueRule = due->rule;
    }
}

std::optional<Command> commandOf(Mark mark)
{
    switch (mark) {
    case Mark::Difficult:
        return Command::MarkDifficult;
    case Mark::Leader:
        return Command::MarkLeader;
    case Mark::Excluded:
        return Command::MarkExcluded;
    case Mark::PickedProblem:
    case Mark::PickedSuggestion:
    case Mark::PickedSolved:
        return Command::PickCase;
    case Mark::Supervised: // comes with a supervision
        break;
    }
    return std::nullopt;
}

} // namespace

Outcome<Changes> CaseBook::setMark(TicketId ticket, Mark mark, bool on, const QString &ground)
{
    const auto command = commandOf(mark);
    if (!command)
        return Refusal{tr("This mark comes with a supervision.")};
    TicketWork work(*this, *command);
    if (auto refusal = work.begin(ticket, ground))
        return *refusal;
    if (work.ticket.marks.testFlag(mark) == on)
        return Changes{};
    work.ticket.marks.setFlag(mark, on);
    const bool isOpen = !work.ticket.closedAt;
    const bool isRuled =
        std::ranges::any_of(work.deadlines().rules(), [mark](const DeadlineRule &rule) { return rule.mark == mark; });
    if (isOpen && isRuled)
        moveDue(work);
    return work.finish();
}

Outcome<Changes> CaseBook::changeUrgency(TicketId ticket, Urgency urgency)
{
    TicketWork work(*this, Command::ChangeUrgency);
    if (auto refusal = work.begin(ticket))
        return *refusal;
    if (work.ticket.urgency == urgency)
        return Changes{};
    work.ticket.urgency = urgency;
    moveDue(work);
    return work.finish();
}

Outcome<Changes> CaseBook::correct(const CorrectionRequest &request)
{
    TicketWork work(*this, Command::Correct);
    if (auto refusal = work.begin(request.ticket))
        return *refusal;
    if (work.ticket.version != request.version) {
        return Refusal{.reason = tr("The ticket was changed in another place meanwhile. Open it again; what you have "
                                    "typed here stays until then."),
                       .kind = Refusal::Kind::Outdated};
    }
    if (auto refusal = listFault(request, work.tables()))
        return *refusal;
    Ticket &ticket = work.ticket;
    const auto typeBefore = ticket.requestType;
    ticket.requestType = request.requestType;
    ticket.category = request.category;
    ticket.topic = request.topic;
    ticket.area = request.area;
    ticket.requesterKind = request.requesterKind;
    ticket.confidentiality = request.confidentiality;
    const auto take = [&work](QString &target, const QString &text, const QString &field,
                              const QString &required = {}) { return work.take(target, text, field, required); };
    if (auto refusal = take(ticket.content, request.content, u"content"_s, tr("Write down what the citizen says.")))
        return *refusal;
    if (auto refusal = take(ticket.title, request.title, u"title"_s,
                            tr("Give the ticket a title: a few words that say what it is about.")))
        return *refusal;
    if (auto refusal = take(ticket.address, request.address, u"address"_s))
        return *refusal;
    if (auto refusal = take(ticket.requester, request.requester, u"requester"_s))
        return *refusal;
    if (auto refusal = take(ticket.phone, request.phone, u"phone"_s))
        return *refusal;
    ticket.title = ticket.title.simplified();
    ticket.phone = halfWidth(ticket.phone);
    if (ticket.requestType != typeBefore && !ticket.closedAt)
        moveDue(work);
    return work.finish();
}

} // namespace huiyin
