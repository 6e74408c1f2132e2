// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/ReviewLine.h"

#include <optional>

namespace huiyin {

// One percentage or several in a row, with the counts that they may be of. Indexes into the line's mentions.
struct ShareRun
{
    enum class Reading {
        Each,           // of each count its own: 620件，占19.9%; 620件、388件，分别占19.9%、12.4%
        LastOrTogether, // 620件、388件、310件，占42.2%: of the three, or of the last one
        Together        // 合计占42.2%
    };

    Reading reading = Reading::Each;
    qsizetype first = 0; // of the percentages
    QList<qsizetype> counts{};
    std::optional<qsizetype> base{}; // 占总量8640件的: named with its number
};

// Shares whose counts can't be told are in none.
QList<ShareRun> shareRunsIn(const ReviewLine &line);

// 占, 占比, 占总数的: "", of the total. 占水电气问题: of that part. nullopt: no share at all.
std::optional<QString> baseNamedBy(const Mention &share, const Mention &item);

} // namespace huiyin
