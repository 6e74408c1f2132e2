// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SavedView.h"

namespace huiyin {

template <>
std::span<const CodeEntry<ViewList>> codeTable<ViewList>()
{
    static constexpr CodeEntry<ViewList> table[] = {
        {ViewList::Tickets, "tickets", QT_TRANSLATE_NOOP("Code", "Tickets"), u"工单"},
        {ViewList::Calls, "calls", QT_TRANSLATE_NOOP("Code", "Calls"), u"来电"},
    };
    return table;
}

} // namespace huiyin
