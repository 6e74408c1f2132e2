// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/PaperKind.h"

#include "domain/WorkingState.h"

#include <algorithm>

namespace huiyin {

template <>
std::span<const CodeEntry<PaperKind>> codeTable<PaperKind>()
{
    static constexpr CodeEntry<PaperKind> table[] = {
        {PaperKind::DispatchSheets, "dispatch_sheet", QT_TRANSLATE_NOOP("Code", "Dispatch sheets for the departments"),
         u"承办单"},
        {PaperKind::Notices, "notice", QT_TRANSLATE_NOOP("Code", "Notices of reminders, supervision and cards"),
         u"催办督办通知单"},
        {PaperKind::Rulings, "ruling", QT_TRANSLATE_NOOP("Code", "Rulings on returns and extensions"),
         u"退单延期审批单"},
        {PaperKind::FollowUps, "follow_up", QT_TRANSLATE_NOOP("Code", "Follow-ups as they were noted"), u"回访单"},
        {PaperKind::FollowUpForms, "follow_up_form", QT_TRANSLATE_NOOP("Code", "Follow-up forms to fill in"),
         u"回访单（空白）"},
        {PaperKind::Explanations, "explanation", QT_TRANSLATE_NOOP("Code", "Written explanations of the departments"),
         u"一单一报"},
        {PaperKind::WholeTickets, "whole_ticket", QT_TRANSLATE_NOOP("Code", "Whole tickets with their history"),
         u"办理单"},
        {PaperKind::List, "ticket_list", QT_TRANSLATE_NOOP("Code", "The list as it stands"), u"工单清单"},
    };
    return table;
}

qsizetype sheetCount(PaperKind kind, const WholeTicket &facts)
{
    switch (kind) {
    case PaperKind::DispatchSheets:
        return std::ranges::count_if(facts.dispatches, hasOpenSheet);
    case PaperKind::Notices:
        return lastNotices(facts).size();
    case PaperKind::Rulings:
        return askedOf(facts).size();
    case PaperKind::FollowUps:
        return facts.followUps.isEmpty() ? 0 : 1;
    case PaperKind::FollowUpForms:
        return stateOf(facts.ticket, facts.dispatches) == TicketState::ToFollowUp ? 1 : 0;
    case PaperKind::Explanations:
        return facts.explanations.size() + (wantsExplanation(facts) ? 1 : 0);
    case PaperKind::WholeTickets:
        return 1;
    case PaperKind::List:
        break;
    }
    return 0;
}

QList<PaperSheet> sheetsOf(PaperKind kind, const WholeTicket &facts, const PaperContext &context)
{
    switch (kind) {
    case PaperKind::DispatchSheets:
        return openDispatchSheets(facts, context);
    case PaperKind::Notices:
        return noticeSheets(facts, context);
    case PaperKind::Rulings:
        return rulingSheets(facts, context);
    case PaperKind::FollowUps:
        return facts.followUps.isEmpty() ? QList<PaperSheet>() : QList<PaperSheet>{notedFollowUpSheet(facts, context)};
    case PaperKind::FollowUpForms:
        return sheetCount(kind, facts) > 0 ? QList<PaperSheet>{blankFollowUpSheet(facts, context)}
                                           : QList<PaperSheet>();
    case PaperKind::Explanations:
        return explanationSheets(facts, context);
    case PaperKind::WholeTickets:
        return {ticketSheet(facts, context)};
    case PaperKind::List:
        break;
    }
    return {};
}

} // namespace huiyin
