// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Ticket.h"

namespace huiyin {

template <>
std::span<const CodeEntry<TicketState>> codeTable<TicketState>()
{
    static constexpr CodeEntry<TicketState> table[] = {
        {TicketState::Draft, "draft", QT_TRANSLATE_NOOP("Code", "Draft"), u"暂存"},
        {TicketState::Accepted, "accepted", QT_TRANSLATE_NOOP("Code", "Accepted"), u"已受理"},
        {TicketState::InProgress, "in_progress", QT_TRANSLATE_NOOP("Code", "In progress"), u"办理中"},
        {TicketState::ToReview, "to_review", QT_TRANSLATE_NOOP("Code", "To review"), u"待审核"},
        {TicketState::ToFollowUp, "to_follow_up", QT_TRANSLATE_NOOP("Code", "To follow up"), u"待回访"},
        {TicketState::Closed, "closed", QT_TRANSLATE_NOOP("Code", "Closed"), u"办结"},
        {TicketState::Archived, "archived", QT_TRANSLATE_NOOP("Code", "Archived"), u"归档"},
        {TicketState::Void, "void", QT_TRANSLATE_NOOP("Code", "Void"), u"作废"},
    };
    return table;
}

template <>
std::span<const CodeEntry<Resolution>> codeTable<Resolution>()
{
    static constexpr CodeEntry<Resolution> table[] = {
        {Resolution::AnsweredDirectly, "answered_directly", QT_TRANSLATE_NOOP("Code", "Answered directly"),
         u"直接解答"},
        {Resolution::Handled, "handled", QT_TRANSLATE_NOOP("Code", "Handled"), u"办理"},
        {Resolution::Explained, "explained", QT_TRANSLATE_NOOP("Code", "Explained"), u"解释说明"},
        {Resolution::NotAccepted, "not_accepted", QT_TRANSLATE_NOOP("Code", "Not accepted"), u"不予受理"},
        {Resolution::Merged, "merged", QT_TRANSLATE_NOOP("Code", "Merged"), u"并单"},
        {Resolution::Void, "void", QT_TRANSLATE_NOOP("Code", "Void"), u"作废"},
    };
    return table;
}

template <>
std::span<const CodeEntry<RequesterKind>> codeTable<RequesterKind>()
{
    static constexpr CodeEntry<RequesterKind> table[] = {
        {RequesterKind::Citizen, "citizen", QT_TRANSLATE_NOOP("Code", "Citizen"), u"市民"},
        {RequesterKind::Enterprise, "enterprise", QT_TRANSLATE_NOOP("Code", "Enterprise"), u"企业"},
        {RequesterKind::Organisation, "organisation", QT_TRANSLATE_NOOP("Code", "Organisation"), u"单位"},
    };
    return table;
}

template <>
std::span<const CodeEntry<Confidentiality>> codeTable<Confidentiality>()
{
    static constexpr CodeEntry<Confidentiality> table[] = {
        {Confidentiality::Open, "open", QT_TRANSLATE_NOOP("Code", "Open"), u"公开"},
        {Confidentiality::Hidden, "hidden", QT_TRANSLATE_NOOP("Code", "Hidden from the department"), u"对承办单位保密"},
        {Confidentiality::Anonymous, "anonymous", QT_TRANSLATE_NOOP("Code", "Anonymous"), u"匿名"},
    };
    return table;
}

template <>
std::span<const CodeEntry<Urgency>> codeTable<Urgency>()
{
    static constexpr CodeEntry<Urgency> table[] = {
        {Urgency::Normal, "normal", QT_TRANSLATE_NOOP("Code", "Normal"), u"一般"},
        {Urgency::Urgent, "urgent", QT_TRANSLATE_NOOP("Code", "Urgent"), u"急"},
        {Urgency::Critical, "critical", QT_TRANSLATE_NOOP("Code", "Critical"), u"特急"},
    };
    return table;
}

template <>
std::span<const CodeEntry<Mark>> codeTable<Mark>()
{
    static constexpr CodeEntry<Mark> table[] = {
        {Mark::Difficult, "difficult", QT_TRANSLATE_NOOP("Code", "Difficult case"), u"疑难"},
        {Mark::Leader, "leader", QT_TRANSLATE_NOOP("Code", "Leader's instruction"), u"批示"},
        {Mark::Supervised, "supervised", QT_TRANSLATE_NOOP("Code", "Supervised"), u"督办"},
        {Mark::Excluded, "excluded", QT_TRANSLATE_NOOP("Code", "Excluded from assessment"), u"不计考核"},
        {Mark::PickedProblem, "picked_problem", QT_TRANSLATE_NOOP("Code", "Outstanding problem"), u"突出问题"},
        {Mark::PickedSuggestion, "picked_suggestion", QT_TRANSLATE_NOOP("Code", "Opinion or suggestion"), u"意见建议"},
        {Mark::PickedSolved, "picked_solved", QT_TRANSLATE_NOOP("Code", "Model case"), u"优秀办件"},
    };
    return table;
}

} // namespace huiyin
