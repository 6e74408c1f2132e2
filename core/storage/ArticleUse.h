// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace huiyin {

// How often an article was used, and when last.
struct ArticleUse
{
    qint64 times = 0; // in tickets and calls; of drafts none
    std::optional<QDateTime> last{};

    bool operator==(const ArticleUse &) const = default;
};

} // namespace huiyin
