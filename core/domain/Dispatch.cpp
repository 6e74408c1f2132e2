// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Dispatch.h"

namespace huiyin {

template <>
std::span<const CodeEntry<DispatchRole>> codeTable<DispatchRole>()
{
    static constexpr CodeEntry<DispatchRole> table[] = {
        {DispatchRole::Lead, "lead", QT_TRANSLATE_NOOP("Code", "Lead"), u"主办"},
        {DispatchRole::CoHandler, "co_handler", QT_TRANSLATE_NOOP("Code", "Co-handler"), u"协办"},
    };
    return table;
}

template <>
std::span<const CodeEntry<ClaimedResult>> codeTable<ClaimedResult>()
{
    static constexpr CodeEntry<ClaimedResult> table[] = {
        {ClaimedResult::Solved, "solved", QT_TRANSLATE_NOOP("Code", "Solved"), u"实际解决"},
        {ClaimedResult::Explained, "explained", QT_TRANSLATE_NOOP("Code", "Explained"), u"解释说明"},
        {ClaimedResult::Refused, "refused", QT_TRANSLATE_NOOP("Code", "Refused"), u"拒绝办理"},
    };
    return table;
}

template <>
std::span<const CodeEntry<DispatchState>> codeTable<DispatchState>()
{
    static constexpr CodeEntry<DispatchState> table[] = {
        {DispatchState::Sent, "sent", QT_TRANSLATE_NOOP("Code", "Not signed for"), u"待签收"},
        {DispatchState::InHand, "in_hand", QT_TRANSLATE_NOOP("Code", "In hand"), u"办理中"},
        {DispatchState::ReturnAsked, "return_asked", QT_TRANSLATE_NOOP("Code", "Return asked"), u"退单申请"},
        {DispatchState::ExtensionAsked, "extension_asked", QT_TRANSLATE_NOOP("Code", "Extension asked"), u"延期申请"},
        {DispatchState::Replied, "replied", QT_TRANSLATE_NOOP("Code", "Reply to review"), u"待审核"},
        {DispatchState::Done, "done", QT_TRANSLATE_NOOP("Code", "Done"), u"已完成"},
        {DispatchState::Returned, "returned", QT_TRANSLATE_NOOP("Code", "Returned"), u"已退单"},
    };
    return table;
}

DispatchState stateOf(const Dispatch &dispatch)
{
    if (dispatch.returnedAt)
        return DispatchState::Returned;
    if (dispatch.closedAt)
        return DispatchState::Done;
    // What was asked stands until it was ruled on; it can be asked again.
    const auto stands = [](const std::optional<QDateTime> &asked, const std::optional<QDateTime> &ruled) {
        return asked && (!ruled || *ruled < *asked);
    };
    if (stands(dispatch.returnAskedAt, dispatch.returnRefusedAt))
        return DispatchState::ReturnAsked;
    if (stands(dispatch.repliedAt, dispatch.reviewedAt))
        return DispatchState::Replied;
    if (stands(dispatch.extensionAskedAt, dispatch.extensionRefusedAt)
        && stands(dispatch.extensionAskedAt, dispatch.extendedAt))
        return DispatchState::ExtensionAsked;
    return dispatch.signedAt ? DispatchState::InHand : DispatchState::Sent;
}

bool isAtDepartment(const Dispatch &dispatch)
{
    switch (stateOf(dispatch)) {
    case DispatchState::Sent:
    case DispatchState::InHand:
    case DispatchState::ReturnAsked:
    case DispatchState::ExtensionAsked:
        return true;
    default:
        return false;
    }
}

bool isSuspended(const Dispatch &dispatch, const QDateTime &now)
{
    return dispatch.suspendedUntil && now < *dispatch.suspendedUntil && stateOf(dispatch) == DispatchState::InHand;
}

QDateTime lastRulingOf(const Dispatch &dispatch)
{
    QDateTime time = dispatch.dispatchedAt;
    for (const auto &other :
         {dispatch.signedAt, dispatch.returnRefusedAt, dispatch.extensionRefusedAt, dispatch.reviewedAt})
        time = other ? qMax(time, *other) : time;
    return time;
}

std::optional<QDateTime> standingReply(const Dispatch &dispatch)
{
    const bool sentBack =
        !dispatch.closedAt && dispatch.repliedAt && dispatch.reviewedAt && *dispatch.reviewedAt >= *dispatch.repliedAt;
    return sentBack ? std::nullopt : dispatch.repliedAt;
}

} // namespace huiyin
