// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/Ratio.h"

#include <QString>

namespace huiyin {

// A number as it is printed: 99.1 is {991, 1}.
struct Decimal
{
    qint64 mantissa = 0;
    int decimals = 0;

    bool operator==(const Decimal &) const = default;
};

// A count as it is printed: 6610件 is exactly that, 206.96万件 anything that is printed so.
struct PrintedCount
{
    qint64 least = 0;
    qint64 most = 0;

    [[nodiscard]] bool isExact() const { return least == most; }
    bool operator==(const PrintedCount &) const = default;
};

// Neither is said more exactly than it is printed: 4.37万件 may be 43651件.
constexpr bool mayBeSame(PrintedCount a, PrintedCount b)
{
    return a.least <= b.most && b.least <= a.most;
}

constexpr PrintedCount operator+(PrintedCount a, PrintedCount b)
{
    return {a.least + b.least, a.most + b.most};
}

// A sum as it would be printed beside `like`, 4.37万件 or 6610件, without the unit word: 4.37万, 6610.
QString printedLike(PrintedCount sum, Decimal like);

constexpr qint64 power10(int exponent)
{
    qint64 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

// A number in units of its so-many-eth decimal, at least as many as it has.
constexpr qint64 scaled(Decimal decimal, int decimals)
{
    return decimal.mantissa * power10(decimals - decimal.decimals);
}

// Is `part` of `whole` printed as this percentage, rounded half up or cut off? Offices do both. Counts below 10^12,
// percentages of at most four decimals.
bool isPercentageOf(PrintedCount part, PrintedCount whole, Decimal percentage);

// The same, with a last digit that may be one higher: shares that were balanced so that they add up to 100.
bool isBalancedPercentageOf(PrintedCount part, PrintedCount whole, Decimal percentage);

// Is there a count of which this is the percentage, of `whole`?
bool isPossiblePercentage(PrintedCount whole, Decimal percentage);

// Is one number the other with two neighbouring digits exchanged: 80.34 and 83.04 aren't, 89.44 and 98.44 are?
bool areExchangedDigits(qint64 a, qint64 b);

// The same, or one digit of four or more that is another: 80.04 for 83.04. Of fewer digits too many are so alike.
bool isOneSlip(qint64 a, qint64 b);

// The percentage with so many decimals as the printed one, half up: "12.3%".
QString percentageLike(PrintedCount part, PrintedCount whole, Decimal printed);

} // namespace huiyin
