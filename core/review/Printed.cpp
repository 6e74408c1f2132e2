// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Printed.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Twice the hundred per cent, in units of the last printed digit: halves are whole numbers.
qint64 twiceWhole(Decimal percentage)
{
    return 2 * 100 * power10(percentage.decimals);
}

} // namespace

QString printedLike(PrintedCount sum, Decimal like)
{
    if (sum.isExact())
        return QString::number(sum.least);
    // Half a unit below what is printed, rounded, to a unit above it, cut off: what is printed lies at a third.
    return quotient((2 * sum.least + sum.most) / 3, 10'000, like.decimals) + u'万';
}

bool isPercentageOf(PrintedCount part, PrintedCount whole, Decimal percentage)
{
    if (whole.most <= 0)
        return false;
    const qint64 scale = twiceWhole(percentage);
    // From half a unit below, which is rounded up, to a unit above, which is cut off.
    return part.most * scale >= (2 * percentage.mantissa - 1) * std::max<qint64>(whole.least, 1)
           && part.least * scale < (2 * percentage.mantissa + 2) * whole.most;
}

bool isBalancedPercentageOf(PrintedCount part, PrintedCount whole, Decimal percentage)
{
    return isPercentageOf(part, whole, percentage)
           || isPercentageOf(part, whole, {.mantissa = percentage.mantissa - 1, .decimals = percentage.decimals});
}

bool isPossiblePercentage(PrintedCount whole, Decimal percentage)
{
    if (whole.most <= 0)
        return false;
    const qint64 about = percentage.mantissa * whole.most / (100 * power10(percentage.decimals));
    const qint64 lowest = percentage.mantissa * whole.least / (100 * power10(percentage.decimals));
    for (qint64 part = std::max<qint64>(lowest - 1, 0); part <= std::min(about + 1, whole.most); ++part) {
        if (isPercentageOf({part, part}, whole, percentage))
            return true;
    }
    return false;
}

bool areExchangedDigits(qint64 a, qint64 b)
{
    if (QString::number(a).size() != QString::number(b).size())
        return false;
    for (qint64 place = 1; place <= std::max(a, b) / 10; place *= 10) {
        const qint64 low = a / place % 10;
        const qint64 high = a / (place * 10) % 10;
        if (low != high && a + (low - high) * place * 9 == b)
            return true;
    }
    return false;
}

bool isOneSlip(qint64 a, qint64 b)
{
    if (areExchangedDigits(a, b))
        return true;
    constexpr qint64 fourDigits = 1000;
    if (a == b || std::min(a, b) < fourDigits)
        return false;
    for (qint64 place = 1; place <= std::max(a, b); place *= 10) {
        if (a / (place * 10) == b / (place * 10) && a % place == b % place)
            return true;
    }
    return false;
}

QString percentageLike(PrintedCount part, PrintedCount whole, Decimal printed)
{
    // Of what is rounded the number that is printed; see printedLike.
    const auto printedValue = [](PrintedCount count) { return (2 * count.least + count.most + 1) / 3; };
    return percent({printedValue(part), printedValue(whole)}, {.decimals = std::min(printed.decimals, 2)});
}

} // namespace huiyin
