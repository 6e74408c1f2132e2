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

enum class Rounding { HalfUp, Truncate };

// How a percentage is printed.
struct PercentStyle
{
    int decimals = 1;       // 0 to 2
    bool dropZeros = false; // 6% for 6.0%
    Rounding rounding = Rounding::HalfUp;

    bool operator==(const PercentStyle &) const = default;
};

// {43365, 43739} → "99.1%": decimal arithmetic on the two integers, half up. A denominator of 0 prints "—".
QString percent(Ratio ratio, PercentStyle style = {});

// A percentage as a whole number of its last decimal, 177 for 17.7%, and the text of one. The denominator is not 0.
qint64 percentUnits(Ratio ratio, PercentStyle style);
QString percentOfUnits(qint64 units, PercentStyle style);

// A change: "+8.0%", "-8.0%", "0.0%".
QString signedPercent(Ratio ratio, PercentStyle style = {});

// The difference of two exact rates in percentage points, half up, signed: "+0.2". "—" when either has a denominator
// of 0.
QString points(Ratio now, Ratio reference, int decimals = 1);

// numerator / denominator with `decimals` decimals; "—" for a denominator of 0. Both at most 2^62.
QString quotient(qint64 numerator, qint64 denominator, int decimals, Rounding rounding = Rounding::HalfUp);

} // namespace huiyin
