// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Call.h"

namespace huiyin {

template <>
std::span<const CodeEntry<CallDirection>> codeTable<CallDirection>()
{
    static constexpr CodeEntry<CallDirection> table[] = {
        {CallDirection::In, "in", QT_TRANSLATE_NOOP("Code", "Inbound"), u"呼入"},
        {CallDirection::Out, "out", QT_TRANSLATE_NOOP("Code", "Outbound"), u"呼出"},
    };
    return table;
}

template <>
std::span<const CodeEntry<CallOutcome>> codeTable<CallOutcome>()
{
    static constexpr CodeEntry<CallOutcome> table[] = {
        {CallOutcome::Answered, "answered", QT_TRANSLATE_NOOP("Code", "Answered in the call"), u"直接解答"},
        {CallOutcome::Ticket, "ticket", QT_TRANSLATE_NOOP("Code", "Became a ticket"), u"转工单"},
        {CallOutcome::Repeat, "repeat", QT_TRANSLATE_NOOP("Code", "Repeat of a ticket"), u"重复来电"},
        {CallOutcome::Transferred, "transferred", QT_TRANSLATE_NOOP("Code", "Transferred"), u"转接"},
        {CallOutcome::Invalid, "invalid", QT_TRANSLATE_NOOP("Code", "Nuisance or silent"), u"无效"},
    };
    return table;
}

} // namespace huiyin
