// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/KnowledgeArticle.h"

namespace huiyin {

template <>
std::span<const CodeEntry<ArticleState>> codeTable<ArticleState>()
{
    static constexpr CodeEntry<ArticleState> table[] = {
        {ArticleState::Valid, "valid", QT_TRANSLATE_NOOP("Code", "Valid"), u"有效"},
        {ArticleState::Expiring, "expiring", QT_TRANSLATE_NOOP("Code", "Expires soon"), u"即将到期"},
        {ArticleState::Expired, "expired", QT_TRANSLATE_NOOP("Code", "Expired"), u"已过期"},
        {ArticleState::Retired, "retired", QT_TRANSLATE_NOOP("Code", "Retired"), u"已停用"},
    };
    return table;
}

ArticleState articleState(bool retired, const std::optional<QDate> &validTo, QDate today)
{
    if (retired)
        return ArticleState::Retired;
    if (!validTo)
        return ArticleState::Valid;
    const qint64 daysLeft = today.daysTo(*validTo); // 0 on its last day, on which it still holds
    if (daysLeft < 0)
        return ArticleState::Expired;
    return daysLeft <= expiringDays ? ArticleState::Expiring : ArticleState::Valid;
}

} // namespace huiyin
