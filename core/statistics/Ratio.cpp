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

// numerator × factor / denominator, rounded half up, without overflow and without floating point; all at least 0.
qint64 scaled(qint64 numerator, qint64 factor, qint64 denominator)
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
    return rest * 2 >= denominator ? result + 1 : result;
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

QString quotient(qint64 numerator, qint64 denominator, int decimals)
{
    if (denominator == 0)
        return undefined;
    const bool negative = (numerator < 0) != (denominator < 0) && numerator != 0;
    const qint64 value = scaled(std::llabs(numerator), powerOfTen(decimals), std::llabs(denominator));
    return (negative && value != 0 ? u"-"_s : QString()) + decimal(value, decimals);
}

QString percent(Ratio ratio, PercentStyle style)
{
    if (ratio.denominator == 0)
        return undefined;
    const bool negative = (ratio.numerator < 0) != (ratio.denominator < 0) && ratio.numerator != 0;
    const qint64 value =
        scaled(std::llabs(ratio.numerator), 100 * powerOfTen(style.decimals), std::llabs(ratio.denominator));
    QString text = decimal(value, style.decimals);
    if (style.dropZeros)
        text = withoutTrailingZeros(text);
    return (negative && value != 0 ? u"-"_s : QString()) + text + u'%';
}

QString signedPercent(Ratio ratio, PercentStyle style)
{
    const QString text = percent(ratio, style);
    const bool positive =
        ratio.denominator != 0 && ratio.numerator > 0
        && scaled(ratio.numerator, 100 * powerOfTen(style.decimals), std::llabs(ratio.denominator)) != 0;
    return positive ? QString(u'+' + text) : text;
}

QString points(Ratio now, Ratio reference)
{
    if (now.denominator == 0 || reference.denominator == 0)
        return undefined;
    // a/b − c/d = (ad − cb) / bd; counts below three thousand million keep the products within 64 bits.
    const qint64 numerator = now.numerator * reference.denominator - reference.numerator * now.denominator;
    const qint64 denominator = now.denominator * reference.denominator;
    const qint64 value = scaled(std::llabs(numerator), 1000, denominator);
    const QString sign = value == 0 ? QString() : numerator > 0 ? u"+"_s : u"-"_s;
    return sign + decimal(value, 1);
}

} // namespace huiyin
