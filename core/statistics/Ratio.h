// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

// A rate as the two whole numbers that it is made of; it becomes a percentage when it is printed, once.
struct Ratio
{
    qint64 numerator = 0;
    qint64 denominator = 0;

    bool operator==(const Ratio &) const = default;
};

// How a percentage is printed.
struct PercentStyle
{
    int decimals = 1;       // 0 to 2
    bool dropZeros = false; // 6% for 6.0%

    bool operator==(const PercentStyle &) const = default;
};

// {43365, 43739} → "99.1%": decimal arithmetic on the two integers, half up. A denominator of 0 prints "—".
QString percent(Ratio ratio, PercentStyle style = {});

// A change: "+8.0%", "-8.0%", "0.0%".
QString signedPercent(Ratio ratio, PercentStyle style = {});

// The difference of two exact rates in percentage points, one decimal, half up, signed: "+0.2". "—" when either has a
// denominator of 0.
QString points(Ratio now, Ratio reference);

// numerator / denominator with `decimals` decimals, half up; "—" for a denominator of 0. Both at most 2^62.
QString quotient(qint64 numerator, qint64 denominator, int decimals);

} // namespace huiyin
