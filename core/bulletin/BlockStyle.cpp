// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BlockStyle.h"

#include "bulletin/Composer.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

template <class Choice>
Choice choice(const QJsonObject &block, const QString &key, Choice above,
              std::initializer_list<std::pair<QLatin1StringView, Choice>> choices)
{
    if (!block.contains(key))
        return above;
    const QString text = block[key].toString();
    for (const auto &[code, value] : choices) {
        if (text == code)
            return value;
    }
    throw LayoutError(QString(key + u": "_s + text));
}

QList<qint64> byLargestRemainder(const QList<Ratio> &shares, const BlockStyle &style, qint64 whole)
{
    PercentStyle cutOff = style.percent;
    cutOff.rounding = Rounding::Truncate;
    qint64 factor = 100;
    for (int i = 0; i < cutOff.decimals; ++i)
        factor *= 10;
    QList<qint64> units;
    QList<qint64> lost;
    for (const Ratio &share : shares) {
        units.append(percentUnits(share, cutOff));
        lost.append(share.numerator * factor % share.denominator);
    }
    QList<qsizetype> order(shares.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&lost](qsizetype a, qsizetype b) { return lost[a] > lost[b]; });
    const qint64 left = whole - std::accumulate(units.cbegin(), units.cend(), qint64{0});
    for (qsizetype i = 0; i < qMin<qsizetype>(left, order.size()); ++i)
        ++units[order[i]];
    return units;
}

} // namespace

BlockStyle styleOf(const QJsonObject &block, const BlockStyle &above)
{
    BlockStyle style = above;
    style.percent.decimals = qBound(0, block[u"decimals"].toInt(above.percent.decimals), 2);
    style.percent.dropZeros = block[u"drop_zeros"].toBool(above.percent.dropZeros);
    style.percent.rounding = choice(block, u"rounding"_s, above.percent.rounding,
                                    {{"half_up"_L1, Rounding::HalfUp}, {"truncate"_L1, Rounding::Truncate}});
    style.balance = choice(block, u"balance"_s, above.balance,
                           {{"none"_L1, Balance::None},
                            {"last_item"_L1, Balance::LastItem},
                            {"largest_remainder"_L1, Balance::LargestRemainder}});
    style.wanDecimals = qBound(0, block[u"wan"].toInt(above.wanDecimals), 4);
    style.smallChange = block[u"small_change"].toInteger(above.smallChange);
    style.unit = block[u"unit"].toString(above.unit);
    return style;
}

QList<qint64> balancedUnits(const QList<Ratio> &shares, const BlockStyle &style)
{
    QList<qint64> units;
    Ratio all;
    for (const Ratio &share : shares) {
        units.append(percentUnits(share, style.percent));
        all = {.numerator = all.numerator + share.numerator, .denominator = share.denominator};
    }
    if (style.balance == Balance::None || shares.isEmpty())
        return units;
    const qint64 whole = percentUnits(all, style.percent);
    if (style.balance == Balance::LastItem) {
        const qint64 others = std::accumulate(units.cbegin(), units.cend() - 1, qint64{0});
        if (others <= whole) {
            units.last() = whole - others;
            return units;
        }
        // Many that were rounded up leave less than nothing for the last.
    }
    return byLargestRemainder(shares, style, whole);
}

} // namespace huiyin
