// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the history on paper.
#include "tickets/TicketPaper.h"

namespace huiyin {

QString chineseEvent(const QString &action)
{
    struct Word
    {
        const char *action;
        const char16_t *chinese;
    };
    static constexpr Word words[] = {
        {"registered", u"登记来电"},
        {"draft_started", u"暂存"},
        {"draft_saved", u"修改暂存"},
        {"draft_discarded", u"作废暂存"},
        {"accepted", u"受理"},
        {"answered_directly", u"直接解答并办结"},
        {"not_accepted", u"不予受理"},
        {"merged", u"并单"},
        {"unmerged", u"取消并单"},
        {"dispatched", u"派单"},
        {"co_handlers_added", u"增加协办单位"},
        {"signed", u"签收"},
        {"first_contact", u"先行联系"},
        {"return_asked", u"申请退单"},
        {"returned", u"同意退单"},
        {"return_refused", u"不同意退单"},
        {"extension_asked", u"申请延期"},
        {"extended", u"同意延期"},
        {"extension_refused", u"不同意延期"},
        {"suspended", u"暂停计时"},
        {"resumed", u"恢复计时"},
        {"replied", u"反馈"},
        {"reply_accepted", u"审核通过"},
        {"reply_sent_back", u"审核退回"},
        {"reminded", u"催办"},
        {"supervised", u"督办"},
        {"yellow_card", u"黄牌警示"},
        {"red_card", u"红牌警示"},
        {"followed_up", u"回访"},
        {"redone", u"重办"},
        {"explained", u"一单一报"},
        {"closed", u"办结"},
        {"reopened", u"重新办理"},
        {"archived", u"归档"},
        {"made_void", u"作废"},
        {"urgency_changed", u"调整紧急程度"},
        {"marked_difficult", u"标记疑难"},
        {"marked_leader", u"标记批示"},
        {"marked_excluded", u"不计考核"},
        {"picked", u"选入通报"},
        {"nominated", u"推荐为十佳案例"},
        {"corrected", u"更正"},
        {"attached", u"添加附件"},
        {"attachment_removed", u"移除附件"},
        {"due_moved", u"调整时限"},
        {"changed_by_import", u"导入更新"},
        {"sheet_taken", u"收回交换表"},
    };
    for (const Word &word : words) {
        if (action == QLatin1StringView(word.action))
            return QString::fromUtf16(word.chinese);
    }
    return {};
}

} // namespace huiyin
