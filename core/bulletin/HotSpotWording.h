// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"
#include "statistics/HotSpots.h"

#include <QString>

namespace huiyin {

// A hot spot in words, in the user's language.
struct HotSpotLine
{
    QString title{};       // 停水 · 铁东区, or 阳光花园：整个小区停水
    QString remark{};      // 38 tickets; 12 in the period before, 10 last year
    QString explanation{}; // what was expected, and how likely that is by chance
};
HotSpotLine lineOf(const GrowingSubject &subject, const CodeTables &tables);
HotSpotLine lineOf(const MatterCluster &cluster, const CodeTables &tables);

// What was asked and by which test; also why there is nothing.
QString methodOf(const HotSpots &found);

} // namespace huiyin
