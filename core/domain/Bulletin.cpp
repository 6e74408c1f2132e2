// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Bulletin.h"

namespace huiyin {

template <>
std::span<const CodeEntry<BulletinState>> codeTable<BulletinState>()
{
    static constexpr CodeEntry<BulletinState> table[] = {
        {BulletinState::Draft, "draft", QT_TRANSLATE_NOOP("Code", "In draft"), u"草稿"},
        {BulletinState::Published, "published", QT_TRANSLATE_NOOP("Code", "Published"), u"已发布"},
    };
    return table;
}

} // namespace huiyin
