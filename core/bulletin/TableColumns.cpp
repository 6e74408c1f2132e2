// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/TableColumns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Fit = ColumnPlan::Fit;

double sumOf(const QList<ColumnWish> &wishes, double ColumnWish::*part)
{
    return std::accumulate(wishes.cbegin(), wishes.cend(), 0.0,
                           [part](double sum, const ColumnWish &wish) { return sum + wish.*part; });
}

// Each from its `from` towards its `to`, the nearest ones whole, the others by the same.
QList<double> between(const QList<ColumnWish> &wishes, double ColumnWish::*from, double ColumnWish::*to, double width)
{
    QList<double> widths;
    QList<qsizetype> order(wishes.size());
    std::iota(order.begin(), order.end(), 0);
    const auto gap = [&](qsizetype i) { return wishes[i].*to - wishes[i].*from; };
    std::ranges::stable_sort(order, {}, gap);
    double room = width - sumOf(wishes, from);
    for (const ColumnWish &wish : wishes)
        widths.append(wish.*from);
    for (qsizetype i = 0; i < order.size(); ++i) {
        const double more = std::min(gap(order[i]), room / static_cast<double>(order.size() - i));
        widths[order[i]] += more;
        room -= more;
    }
    return widths;
}

// Columns of words share what the numbers leave, by the root of their length: long sentences wrap more often than names do.
QList<double> withWrappedCells(const QList<ColumnWish> &wishes, double width)
{
    QList<double> widths;
    const auto share = [&](double scale) {
        widths.clear();
        for (const ColumnWish &wish : wishes)
            widths.append(std::clamp(scale * std::sqrt(wish.body), wish.least, wish.body));
        return std::accumulate(widths.cbegin(), widths.cend(), 0.0);
    };
    double low = 0;
    double high = std::sqrt(std::ranges::max(wishes, {}, &ColumnWish::body).body);
    constexpr int enough = 60; // halvings
    for (int i = 0; i < enough; ++i) {
        const double middle = (low + high) / 2;
        (share(middle) < width ? low : high) = middle;
    }
    share(low);
    return widths;
}

// Trade words that are not torn apart over two lines.
bool tearsWord(const QString &heading, qsizetype at)
{
    static const QStringList words{u"不满意"_s, u"工作日"_s, u"百分点"_s, u"办结"_s, u"结案"_s, u"满意"_s, u"解决"_s,
                                   u"按时"_s,   u"超时"_s,   u"超期"_s,   u"未办"_s, u"回访"_s, u"重办"_s, u"退单"_s,
                                   u"平均"_s,   u"等待"_s,   u"通话"_s,   u"总量"_s, u"单位"_s, u"部门"_s, u"渠道"_s,
                                   u"类型"_s,   u"类别"_s,   u"件数"_s,   u"同比"_s, u"环比"_s, u"直接"_s, u"答复"_s,
                                   u"受理"_s,   u"转办"_s,   u"承办"_s,   u"交办"_s, u"及时"_s, u"反馈"_s, u"天数"_s,
                                   u"时间"_s,   u"时限"_s,   u"紧急"_s,   u"程度"_s, u"诉求"_s, u"来源"_s, u"主办"_s};
    return std::ranges::any_of(words, [&](const QString &word) {
        for (qsizetype from = heading.indexOf(word); from >= 0; from = heading.indexOf(word, from + 1)) {
            if (from < at && at < from + word.size())
                return true;
        }
        return false;
    });
}

} // namespace

ColumnPlan planColumns(const QList<ColumnWish> &wishes, double width)
{
    constexpr double longText = 0.4; // of the table's width
    ColumnPlan plan;
    plan.hasLongText =
        std::ranges::any_of(wishes, [&](const ColumnWish &wish) { return wish.body > longText * width; });
    const double whole = sumOf(wishes, &ColumnWish::whole);
    if (whole <= width) {
        for (const ColumnWish &wish : wishes)
            plan.widths.append(wish.whole * width / whole);
    } else if (sumOf(wishes, &ColumnWish::body) <= width) {
        plan.fit = Fit::HeadingsWrap;
        plan.widths = between(wishes, &ColumnWish::body, &ColumnWish::whole, width);
    } else if (sumOf(wishes, &ColumnWish::least) <= width) {
        plan.fit = Fit::CellsWrap;
        plan.widths = withWrappedCells(wishes, width);
    } else {
        plan.fit = Fit::Crowded;
        QList<ColumnWish> bare;
        for (const ColumnWish &wish : wishes)
            bare.append(ColumnWish{.whole = wish.least});
        plan.widths = between(bare, &ColumnWish::least, &ColumnWish::whole, width);
    }
    return plan;
}

qsizetype fittingSize(qsizetype count, qsizetype firstWrapping, const std::function<ColumnPlan(qsizetype)> &planAt)
{
    constexpr qsizetype patience = 2;
    qsizetype wrapped = -1;
    for (qsizetype i = 0; i < count; ++i) {
        const ColumnPlan plan = planAt(i);
        if (plan.fit == Fit::Whole || (i >= firstWrapping && plan.fit == Fit::HeadingsWrap))
            return i;
        if (i < firstWrapping || plan.fit == Fit::Crowded)
            continue;
        if (wrapped < 0)
            wrapped = i;
        if (plan.hasLongText || i >= firstWrapping + patience)
            return wrapped;
    }
    return wrapped >= 0 ? wrapped : count - 1;
}

QStringList headingLines(const QString &heading)
{
    constexpr qsizetype shortest = 4; // characters
    if (heading.size() < shortest || heading.contains(u'\n'))
        return {heading};
    constexpr QStringView closing = u"）)、，。：%";
    constexpr QStringView opening = u"（(";
    qsizetype best = -1;
    double least = std::numeric_limits<double>::max();
    for (qsizetype at = 1; at < heading.size(); ++at) {
        if (heading[at].isLowSurrogate() || closing.contains(heading[at]) || opening.contains(heading[at - 1]))
            continue;
        const bool beforeBracket = heading[at] == u'（' || heading[at] == u'(';
        const double uneven = std::abs(static_cast<double>(2 * at - heading.size()));
        const double cost = uneven + (tearsWord(heading, at) ? 4.5 : 0) - (beforeBracket ? 2.5 : 0);
        if (cost < least) {
            least = cost;
            best = at;
        }
    }
    return best < 0 ? QStringList{heading} : QStringList{heading.first(best), heading.sliced(best)};
}

} // namespace huiyin
