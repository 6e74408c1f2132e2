// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around the end of a ticket: follow-up, redo, written explanation, closing, and what closes it otherwise.
#include "casework/CaseBook.h"
#include "casework/TicketWork.h"
#include "storage/CaseFile.h"
#include "storage/ExplanationRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/TicketRepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isDissatisfied(const FollowUp &followUp)
{
    return followUp.satisfaction && *followUp.satisfaction >= Satisfaction::Dissatisfied;
}

// The tries since the department was last done.
QList<FollowUp> triesOfRound(TicketWork &work)
{
    QList<FollowUp> tries = FollowUpRepository(work.database()).ofTicket(*work.ticket.id);
    const Dispatch *lead = work.lead();
    if (lead && lead->closedAt)
        tries.removeIf([&](const FollowUp &one) { return one.at < *lead->closedAt; });
    return tries;
}

// The last answer of the citizen in this round; nullopt: nobody has been reached.
std::optional<FollowUp> lastAnswer(const QList<FollowUp> &tries)
{
    const auto reached = std::ranges::find_if(tries.rbegin(), tries.rend(), &FollowUp::reached);
    return reached == tries.rend() ? std::nullopt : std::optional(*reached);
}

// More is owed to the citizen than closing.
bool isUnsettled(const FollowUp &answer)
{
    return isDissatisfied(answer) || answer.solved == false || answer.nextStep == NextStep::Explain;
}

bool hasExplanation(TicketWork &work)
{
    const Dispatch *lead = work.lead();
    return std::ranges::any_of(ExplanationRepository(work.database()).ofTicket(*work.ticket.id),
                               [lead](const Explanation &one) { return !lead || one.at >= *lead->closedAt; });
}

void closeHandled(TicketWork &work)
{
    const Dispatch *lead = work.lead();
    const bool solved = lead && lead->claimedResult == ClaimedResult::Solved;
    if (lead && !lead->reply.isEmpty())
        work.ticket.answer = lead->reply;
    work.close(solved ? Resolution::Handled : Resolution::Explained);
}

} // namespace

std::optional<Refusal> CaseBook::beginRedo(TicketWork &work, const QString &instruction) const
{
    const Dispatch *last = work.lead();
    if (!last)
        return Refusal{tr("No department has handled this ticket.")};
    Dispatch again{.ticket = *work.ticket.id,
                   .department = last->department,
                   .round = std::ranges::max(work.dispatches, {}, &Dispatch::round).round + 1,
                   .role = DispatchRole::Lead,
                   .dispatchedAt = qMax(work.now(), *last->closedAt),
                   .dispatchedBy = m_user,
                   .instruction = instruction};
    if (const auto due = work.dueFrom(again.dispatchedAt)) {
        again.dueAt = again.originalDueAt = due->at;
        again.dueRule = due->rule;
    }
    work.add(again);
    work.settle();
    return std::nullopt;
}

Outcome<Changes> CaseBook::followUp(const FollowUpRequest &request)
{
    TicketWork work(*this, Command::FollowUp);
    if (auto refusal = work.begin(request.ticket))
        return *refusal;
    if (!request.reached && (request.solved || request.satisfaction || request.nextStep != NextStep::None)) {
        return Refusal{tr("Nobody was reached, so there is no answer to note down."), u"reached"_s};
    }
    FollowUp one{.ticket = request.ticket,
                 .at = work.now(),
                 .by = m_user,
                 .method = request.method,
                 .reached = request.reached,
                 .solved = request.solved,
                 .satisfaction = request.satisfaction,
                 .nextStep = request.nextStep};
    if (auto refusal = work.take(one.comment, request.comment, u"comment"_s))
        return *refusal;
    const FollowUpRepository repository(work.database());
    const auto before = repository.ofTicket(request.ticket);
    if (!before.isEmpty() && one.at <= before.last().at)
        one.at = before.last().at.addMSecs(1);
    if (const Dispatch *lead = work.lead(); lead && lead->closedAt)
        one.at = qMax(one.at, *lead->closedAt);

    switch (request.nextStep) {
    case NextStep::Close:
        if (work.rules().followUpNeedsSatisfied && (isDissatisfied(one) || one.solved == false)) {
            return Refusal{tr("The citizen is not satisfied. Have it redone, or ask the department for a written "
                              "explanation."),
                           u"nextStep"_s};
        }
        closeHandled(work);
        break;
    case NextStep::Redo: {
        if (auto refusal = checkRight(Command::Redo, request.ticket))
            return *refusal;
        QString ground;
        if (auto refusal = work.take(ground, request.redoGround, u"redoGround"_s, tr("Say what is to be done over.")))
            return *refusal;
        if (auto refusal = beginRedo(work, ground))
            return *refusal;
        break;
    }
    case NextStep::Explain:
    case NextStep::None:
        break;
    }
    (void)repository.insert(one);
    work.note(u"follow_up"_s,
              QJsonObject{{u"reached"_s, one.reached},
                          {u"satisfaction"_s, one.satisfaction ? QString(code(*one.satisfaction)) : QString()},
                          {u"next_step"_s, QString(code(one.nextStep))}});
    return work.finish();
}

Outcome<Changes> CaseBook::redo(TicketId ticket, const QString &ground)
{
    TicketWork work(*this, Command::Redo);
    if (auto refusal = work.begin(ticket, ground))
        return *refusal;
    if (auto refusal = beginRedo(work, work.ground()))
        return *refusal;
    return work.finish();
}

Outcome<Changes> CaseBook::explain(TicketId ticket, const QString &text)
{
    TicketWork work(*this, Command::Explain);
    if (auto refusal = work.begin(ticket))
        return *refusal;
    const Dispatch *lead = work.lead();
    if (work.rules().followUp) {
        const auto answer = lastAnswer(triesOfRound(work));
        if (!answer || !isUnsettled(*answer))
            return Refusal{
                tr("A written explanation follows a call with a citizen who is not satisfied. Follow up first.")};
    }
    Explanation explanation{.ticket = ticket,
                            .department = lead ? std::optional(lead->department) : std::nullopt,
                            .at = lead ? qMax(work.now(), *lead->closedAt) : work.now(),
                            .by = m_user};
    if (auto refusal =
            work.take(explanation.text, text, u"text"_s, tr("Write down what the department explains in writing.")))
        return *refusal;
    ExplanationRepository(work.database()).insert(explanation);
    return work.finish();
}

Outcome<Changes> CaseBook::close(TicketId ticket)
{
    TicketWork work(*this, Command::Close);
    if (auto refusal = work.begin(ticket))
        return *refusal;
    const HandlingRules rules = work.rules();
    if (rules.followUp && !hasExplanation(work)) {
        const auto tries = triesOfRound(work);
        const auto answer = lastAnswer(tries);
        if (!answer && tries.size() < rules.followUpTries) {
            return Refusal{
                tr("The citizen has to be called first; after %n try/tries that reach nobody the ticket can be "
                   "closed.",
                   nullptr, rules.followUpTries)};
        }
        if (answer && rules.followUpNeedsSatisfied && isUnsettled(*answer)) {
            return Refusal{tr("The citizen is not satisfied. Have it redone, or file the department's written "
                              "explanation first.")};
        }
    }
    closeHandled(work);
    return work.finish();
}

Outcome<Changes> CaseBook::answerDirectly(TicketId ticket, const QString &answer)
{
    TicketWork work(*this, Command::AnswerDirectly);
    if (auto refusal = work.begin(ticket))
        return *refusal;
    if (auto refusal = work.take(work.ticket.answer, answer, u"answer"_s, tr("Write down what the citizen was told.")))
        return *refusal;
    work.close(Resolution::AnsweredDirectly);
    return work.finish();
}

Outcome<Changes> CaseBook::notAccept(TicketId ticket, const QString &ground)
{
    TicketWork work(*this, Command::NotAccept);
    if (auto refusal = work.begin(ticket, ground))
        return *refusal;
    work.ticket.ground = work.ground();
    work.close(Resolution::NotAccepted);
    return work.finish();
}

Outcome<Changes> CaseBook::merge(const MergeRequest &request)
{
    if (auto refusal = checkRight(Command::Merge, request.into))
        return *refusal;
    if (request.tickets.isEmpty())
        return Refusal{tr("Choose the tickets that belong to the same matter."), u"tickets"_s};
    // One transaction for all of them: those below join it.
    Transaction transaction(m_file.database());
    const auto into = TicketRepository(m_file.database()).byId(request.into);
    if (!into || into->number.isEmpty())
        return Refusal{tr("The ticket to merge into is not in this case file."), u"into"_s};
    if (into->state == TicketState::Void || into->mergedInto)
        return Refusal{tr("The ticket %1 can't take others in: it is void or merged itself.").arg(into->number),
                       u"into"_s};
    Changes changes{.tickets = {request.into}};
    for (const TicketId ticket : request.tickets) {
        if (ticket == request.into)
            return Refusal{tr("A ticket can't be merged into itself."), u"tickets"_s};
        TicketWork work(*this, Command::Merge);
        if (auto refusal = work.begin(ticket, request.ground))
            return *refusal;
        work.ticket.ground = work.ground();
        work.ticket.mergedInto = request.into;
        work.close(Resolution::Merged);
        const auto merged = work.finish();
        if (!merged)
            return merged;
        changes.tickets.append(ticket);
    }
    transaction.commit();
    return changes;
}

Outcome<Changes> CaseBook::unmerge(TicketId ticket, const QString &ground)
{
    TicketWork work(*this, Command::Unmerge);
    if (auto refusal = work.begin(ticket, ground))
        return *refusal;
    if (!work.ticket.mergedInto)
        return Refusal{tr("The ticket %1 is not merged into another.").arg(work.ticket.number)};
    const TicketId root = *work.ticket.mergedInto;
    work.takeBack();
    auto done = work.finish();
    if (!done)
        return done;
    return Changes{.tickets = {ticket, root}};
}

Outcome<Changes> CaseBook::reopen(TicketId ticket, const QString &ground)
{
    TicketWork work(*this, Command::Reopen);
    if (auto refusal = work.begin(ticket, ground))
        return *refusal;
    if (work.ticket.mergedInto)
        return Refusal{
            tr("The ticket %1 is merged into another: take it out of the merge instead.").arg(work.ticket.number)};
    work.takeBack();
    return work.finish();
}

Outcome<Changes> CaseBook::archive(TicketId ticket)
{
    TicketWork work(*this, Command::Archive);
    if (auto refusal = work.begin(ticket))
        return *refusal;
    work.ticket.state = TicketState::Archived;
    return work.finish();
}

Outcome<Changes> CaseBook::makeVoid(TicketId ticket, const QString &ground)
{
    TicketWork work(*this, Command::MakeVoid);
    if (auto refusal = work.begin(ticket, ground))
        return *refusal;
    const auto mergedHere = TicketRepository(work.database()).mergedInto(ticket);
    if (!mergedHere.isEmpty())
        return Refusal{tr("%n ticket(s) are merged into this one. Take them out first.", nullptr,
                          static_cast<int>(mergedHere.size()))};
    work.ticket.mergedInto.reset();
    work.ticket.ground = work.ground();
    work.close(Resolution::Void);
    work.ticket.state = TicketState::Void;
    return work.finish();
}

} // namespace huiyin
