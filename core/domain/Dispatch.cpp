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

} // namespace huiyin
