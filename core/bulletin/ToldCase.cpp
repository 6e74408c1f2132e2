// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/ToldCase.h"

#include "storage/CaseFile.h"
#include "storage/DispatchRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/TicketRepository.h"

namespace huiyin {

namespace {

void forgetLater(Dispatch &dispatch, const QDateTime &asOf)
{
    if (dispatch.repliedAt && *dispatch.repliedAt >= asOf) {
        dispatch.repliedAt.reset();
        dispatch.reply.clear();
        dispatch.claimedResult.reset();
    }
    for (std::optional<QDateTime> *moment :
         {&dispatch.reviewedAt, &dispatch.closedAt, &dispatch.returnedAt, &dispatch.extendedAt}) {
        if (*moment && **moment >= asOf)
            moment->reset();
    }
}

} // namespace

std::optional<ToldCase> toldCase(CaseFile &file, TicketId ticket, const QDateTime &asOf)
{
    const auto found = TicketRepository(file.database()).byId(ticket);
    if (!found)
        return std::nullopt;
    ToldCase told{.ticket = *found, .asOf = asOf, .isClosed = found->closedAt && *found->closedAt < asOf, .lead = {}};
    const auto dispatches = DispatchRepository(file.database()).ofTicket(ticket);
    for (Dispatch dispatch : dispatches) {
        if (dispatch.dispatchedAt >= asOf || (dispatch.returnedAt && *dispatch.returnedAt < asOf))
            continue;
        forgetLater(dispatch, asOf);
        if (dispatch.role == DispatchRole::CoHandler && !told.coHandlers.contains(dispatch.department))
            told.coHandlers.append(dispatch.department);
        else if (dispatch.role == DispatchRole::Lead && (!told.lead || told.lead->round <= dispatch.round))
            told.lead = dispatch;
    }
    if (told.lead)
        told.coHandlers.removeAll(told.lead->department);
    const auto followUps = FollowUpRepository(file.database()).ofTicket(ticket);
    for (const FollowUp &followUp : followUps) {
        if (followUp.at >= asOf)
            continue;
        told.wasTried = true;
        if (followUp.reached)
            told.reached = followUp;
    }
    return told;
}

std::optional<QDateTime> replyOf(const ToldCase &told)
{
    return told.lead ? standingReply(*told.lead) : std::nullopt;
}

bool isSolved(const ToldCase &told)
{
    if (!told.isClosed || told.ticket.resolution != Resolution::Handled)
        return false;
    const bool claimed = !told.lead || !told.lead->claimedResult || *told.lead->claimedResult == ClaimedResult::Solved;
    const bool denied = told.reached && told.reached->solved == false;
    return claimed && !denied;
}

std::optional<qint64> daysOverdue(const ToldCase &told, const OfficeZone &zone)
{
    const auto due = told.lead && told.lead->dueAt ? told.lead->dueAt : told.ticket.dueAt;
    if (!due)
        return std::nullopt;
    QDateTime end = told.asOf.addMSecs(-1); // a cut-off is the first moment that doesn't count any more
    if (const auto reply = replyOf(told))
        end = *reply;
    else if (told.isClosed)
        end = *told.ticket.closedAt;
    return zone.day(*due).daysTo(zone.day(end));
}

} // namespace huiyin
