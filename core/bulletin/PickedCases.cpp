// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/PickedCases.h"

#include "domain/PersonalText.h"
#include "storage/CaseFile.h"
#include "storage/DispatchRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/TicketRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The lead dispatch as it stood at the cut-off: what came or was returned later had not happened yet.
std::optional<Dispatch> leadAt(CaseFile &file, TicketId ticket, const QDateTime &cutOff)
{
    std::optional<Dispatch> lead;
    const auto dispatches = DispatchRepository(file.database()).ofTicket(ticket);
    for (const Dispatch &dispatch : dispatches) {
        const bool there = dispatch.role == DispatchRole::Lead && dispatch.dispatchedAt < cutOff
                           && !(dispatch.returnedAt && *dispatch.returnedAt < cutOff);
        if (there && (!lead || lead->round <= dispatch.round))
            lead = dispatch;
    }
    return lead;
}

// What became of a ticket, in the words of a bulletin. That a matter is solved is said only when nobody denies it:
// neither the department's own reply nor the citizen who was asked.
QString resultOf(CaseFile &file, const Ticket &ticket, const std::optional<Dispatch> &lead, const QDateTime &cutOff)
{
    if (!ticket.closedAt || *ticket.closedAt >= cutOff)
        return u"正在办理"_s;
    std::optional<FollowUp> asked;
    const auto followUps = FollowUpRepository(file.database()).ofTicket(*ticket.id);
    for (const FollowUp &followUp : followUps) {
        if (followUp.reached && followUp.at < cutOff)
            asked = followUp;
    }
    QString result = u"已办结"_s;
    if (ticket.resolution == Resolution::AnsweredDirectly) {
        result = u"已直接解答"_s;
    } else if (ticket.resolution == Resolution::Handled) {
        const bool claimed = !lead || !lead->claimedResult || *lead->claimedResult == ClaimedResult::Solved;
        const bool denied = asked && asked->solved == false;
        if (claimed && !denied)
            result = u"已实际解决"_s;
    } else if (ticket.resolution == Resolution::Explained) {
        result = u"已解释说明"_s;
    } else if (ticket.resolution == Resolution::NotAccepted) {
        result = u"不予受理"_s;
    }
    if (asked && asked->satisfaction && *asked->satisfaction <= Satisfaction::Satisfied)
        result += u"，反映人表示满意"_s;
    return result;
}

} // namespace

QList<PickedCase> pickedCases(CaseFile &file, const Question &question, Mark mark)
{
    const QuestionSpan span = spanOf(question, file.zone());
    const TicketRepository tickets(file.database());
    const auto ids = tickets.matching({.receivedFrom = QDateTime::fromMSecsSinceEpoch(span.from, Qt::UTC),
                                       .receivedBefore = QDateTime::fromMSecsSinceEpoch(span.before(), Qt::UTC),
                                       .marks = mark},
                                      {.by = TicketOrder::By::Received, .order = Qt::AscendingOrder});
    const QDateTime cutOff = QDateTime::fromMSecsSinceEpoch(span.cutOff, Qt::UTC);
    QList<PickedCase> cases;
    for (const TicketId id : ids) {
        const auto ticket = tickets.byId(id);
        if (!ticket || ticket->state == TicketState::Void || ticket->resolution == Resolution::Merged)
            continue;
        // What is shown as solved must be closed by then.
        if (mark == Mark::PickedSolved && (!ticket->closedAt || *ticket->closedAt >= cutOff))
            continue;
        const auto lead = leadAt(file, id, cutOff);
        cases.append({.ticket = id,
                      .title = maskedText(ticket->title, citizenOf(*ticket)),
                      .department = lead ? std::optional(lead->department) : std::nullopt,
                      .result = resultOf(file, *ticket, lead, cutOff)});
    }
    return cases;
}

} // namespace huiyin
