// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Ratio.h"

#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const QString undefined = u"—"_s;

qint64 powerOfTen(int exponent)
{
    static constexpr std::array<qint64, 7> powers = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
    return powers.at(static_cast<size_t>(exponent));
}

// numerator × factor / denominator, rounded, without overflow and without floating point; all at least 0.
qint64 scaled(qint64 numerator, qint64 factor, qint64 denominator, Rounding rounding = Rounding::HalfUp)
{
    const qint64 whole = numerator / denominator;
    qint64 rest = numerator % denominator;
    qint64 result = whole * factor;
    // One decimal digit at a time: rest × 10 stays far below the limit for any count of tickets.
    while (factor > 1) {
        factor /= 10;
        rest *= 10;
        result += rest / denominator * factor;
        rest %= denominator;
    }
    return rounding == Rounding::HalfUp && rest * 2 >= denominator ? result + 1 : result;
}

QString decimal(qint64 scaledValue, int decimals)
{
    QString text = QString::number(scaledValue / powerOfTen(decimals));
    if (decimals > 0)
        text += u'.' + u"%1"_s.arg(scaledValue % powerOfTen(decimals), decimals, 10, QChar(u'0'));
    return text;
}

QString withoutTrailingZeros(QString text)
{
    if (!text.contains(u'.'))
        return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace

QString quotient(qint64 numerator, qint64 denominator, int decimals, Rounding rounding)
{
    if (denominator == 0)
        return undefined;
    const bool negative = (numerator < 0) != (denominator < 0) && numerator != 0;
    const qint64 value = scaled(std::llabs(numerator), powerOfTen(decimals), std::llabs(denominator), rounding);
    return (negative && value != 0 ? u"-"_s : QString()) + decimal(value, decimals);
}

qint64 percentUnits(Ratio ratio, PercentStyle style)
{
    const bool negative = (ratio.numerator < 0) != (ratio.denominator < 0);
    const qint64 value = scaled(std::llabs(ratio.numerator), 100 * powerOfTen(style.decimals),
                                std::llabs(ratio.denominator), style.rounding);
    return negative ? -value : value;
}

QString percentOfUnits(qint64 units, PercentStyle style)
{
    QString text = decimal(std::llabs(units), style.decimals);
    if (style.dropZeros)
        text = withoutTrailingZeros(text);
    return (units < 0 ? u"-"_s : QString()) + text + u'%';
}

QString percent(Ratio ratio, PercentStyle style)
{
    return ratio.denominator == 0 ? undefined : percentOfUnits(percentUnits(ratio, style), style);
}

QString signedPercent(Ratio ratio, PercentStyle style)
{
    const QString text = percent(ratio, style);
    const bool positive = ratio.denominator != 0 && percentUnits(ratio, style) > 0;
    return positive ? QString(u'+' + text) : text;
}

QString points(Ratio now, Ratio reference, int decimals)
{
    if (now.denominator == 0 || reference.denominator == 0)
        return undefined;
    // a/b − c/d = (ad − cb) / bd; counts below three thousand million keep the products within 64 bits.
    const qint64 numerator = now.numerator * reference.denominator - reference.numerator * now.denominator;
    const qint64 denominator = now.denominator * reference.denominator;
    const qint64 value = scaled(std::llabs(numerator), 100 * powerOfTen(decimals), denominator);
    const QString sign = value == 0 ? QString() : numerator > 0 ? u"+"_s : u"-"_s;
    return sign + decimal(value, decimals);
}

} // namespace huiyin
