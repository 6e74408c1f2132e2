// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace huiyin {

// The columns of a department's sheet, by which it is read when it comes back: whatever their order then.
enum class SheetField {
    Number,
    Code,
    Role,
    Urgency,
    Title,
    Content,
    Requester,
    Phone,
    Place,
    DispatchedAt,
    DueAt,
    Instruction,
    // to be filled in
    SignedAt,
    Result,
    Reply,
    RepliedAt,
    SubUnit,
    ReturnGround,
    ExtensionDueAt,
    ExtensionReason,
};

inline constexpr std::array<const char16_t *, 20> sheetHeadings{
    u"工单编号", u"校验码",   u"主办协办", u"紧急程度", u"标题",       u"诉求内容", u"反映人",
    u"联系电话", u"地址",     u"派单时间", u"承办时限", u"交办意见",   u"签收时间", u"办理结果",
    u"反馈内容", u"反馈时间", u"经办单位", u"退单理由", u"申请延期至", u"延期理由"};

inline QString headingOf(SheetField field)
{
    return QString::fromUtf16(sheetHeadings[static_cast<size_t>(field)]);
}

} // namespace huiyin
