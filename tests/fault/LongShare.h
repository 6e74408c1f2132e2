// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>

namespace huiyin::test {

// How many rounds of a test that takes long are to be run: all of them, or the share of them that HUIYIN_LONG_SHARE
// tells (0.05: one in twenty), at least one. The figures that a test prints are of what was run.
inline int shareOf(int rounds)
{
    bool isNumber = false;
    const double share = qEnvironmentVariable("HUIYIN_LONG_SHARE").toDouble(&isNumber);
    return isNumber && share > 0 && share < 1 ? std::max(1, static_cast<int>(rounds * share)) : rounds;
}

// The distance between the points of a sweep that are tried.
inline int strideOf(int stride)
{
    constexpr int many = 1'000'000;
    return stride * (many / shareOf(many));
}

} // namespace huiyin::test
