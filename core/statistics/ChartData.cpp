// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/ChartData.h"

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

// 截至2020年3月1日0时: what happened from that instant on isn't in the figures
QString cutOffText(const Statistics &figures)
{
    if (!figures.cutOff.isValid())
        return {};
    const QDateTime local = figures.zone.toLocal(figures.cutOff);
    const QString time =
        local.time().minute() == 0 ? QString::number(local.time().hour()) + u"时"_s : local.time().toString(u"H:mm"_s);
    return u"截至"_s + chineseDate(local.date()) + time;
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString counted(const QString &before, qint64 count, const QString &unit)
{
    return before + QString::number(count) + unit;
}

FigureKey key(Measure measure, qint64 row)
{
    return {.measure = measure, .row = row};
}

// Figures come in the order of print; a chart is sorted all the same, whoever made them.
template <class T>
QList<T> sorted(QList<T> rows, qint64 T::*count)
{
    std::stable_sort(rows.begin(), rows.end(), [count](const T &a, const T &b) {
        const bool otherA = isOther(a.name), otherB = isOther(b.name);
        return otherA != otherB ? otherB : a.*count > b.*count;
    });
    return rows;
}

void appendCategories(ChartData &data, const QList<CategoryFigures> &rows, PercentStyle style,
                      const QList<CategoryId> &unfolded, int level)
{
    for (const CategoryFigures &row : sorted(rows, &CategoryFigures::count)) {
        if (row.count == 0)
            continue;
        data.bars.append({.label = row.name,
                          .value = row.count,
                          .note = percent(row.share, style),
                          .muted = isOther(row.name) || !row.id,
                          .figure = key(Measure::ByCategory, row.id ? row.id->value() : 0),
                          .level = level});
        if (level == 0 && row.id && unfolded.contains(*row.id))
            appendCategories(data, row.children, style, unfolded, 1);
    }
}

void appendChannels(ChartData &data, const QList<ChannelFigures> &rows, PercentStyle style, int level)
{
    for (const ChannelFigures &row : sorted(rows, &ChannelFigures::received)) {
        if (row.received == 0)
            continue;
        data.bars.append({.label = row.name,
                          .value = row.closed,
                          .total = row.received,
                          .note = percent(row.closureRate, style),
                          .muted = isOther(row.name),
                          .figure = key(Measure::ByChannel, row.id.value()),
                          .level = level});
        if (level == 0)
            appendChannels(data, row.children, style, 1);
    }
}

} // namespace

QString ChartBar::valueText() const
{
    return total ? QString::number(value) + u'/' + QString::number(*total) : QString::number(value);
}

ChartData categoryChart(const Statistics &figures, PercentStyle style, const QList<CategoryId> &unfolded)
{
    const QString without =
        figures.excludedTopics.isEmpty() ? QString() : u"（不含"_s + figures.excludedTopics.join(u'、') + u"）"_s;
    ChartData data{.title = u"诉求类别占比"_s,
                   .subtitle = joined({u"单位：件"_s, counted(u"以"_s, figures.categoryBase, u"件为基数"_s) + without,
                                       cutOffText(figures)})};
    appendCategories(data, figures.byCategory, style, unfolded, 0);
    return data;
}

ChartData departmentChart(const Statistics &figures, PercentStyle style)
{
    ChartData data{.title = u"承办单位办结情况"_s};
    for (const DepartmentFigures &row : sorted(figures.byDepartment, &DepartmentFigures::dispatched)) {
        if (row.dispatched == 0)
            continue;
        data.bars.append({.label = row.name,
                          .value = row.closed,
                          .total = row.dispatched,
                          .note = percent(row.closureRate, style),
                          .muted = isOther(row.name),
                          .figure = key(Measure::ByDepartment, row.id.value())});
    }
    data.subtitle = joined({u"办结/转办，单位：件"_s, counted(u"转办"_s, figures.dispatched.total, {}),
                            counted(u"办结"_s, figures.dispatched.closed, {}),
                            counted(u"共"_s, data.bars.size(), u"个单位"_s), cutOffText(figures)});
    return data;
}

ChartData requestTypeChart(const Statistics &figures, PercentStyle style)
{
    ChartData data{.title = u"诉求类型占比"_s,
                   .subtitle = joined(
                       {u"单位：件"_s, counted(u"以受理"_s, figures.accepted, u"件为基数"_s), cutOffText(figures)})};
    for (const TypeFigures &row : sorted(figures.byRequestType, &TypeFigures::count)) {
        if (row.count == 0)
            continue;
        data.bars.append({.label = row.name,
                          .value = row.count,
                          .note = percent(row.share, style),
                          .muted = isOther(row.name) || !row.id,
                          .figure = key(Measure::ByRequestType, row.id ? row.id->value() : 0)});
    }
    return data;
}

ChartData channelChart(const Statistics &figures, PercentStyle style)
{
    ChartData data{.title = u"各渠道受理办结情况"_s,
                   .subtitle = joined({u"办结/受理，单位：件"_s, cutOffText(figures)})};
    appendChannels(data, figures.byChannel, style, 0);
    return data;
}

ChartData monthChart(const Statistics &figures, PercentStyle style)
{
    ChartData data{.title = u"各月受理办结情况"_s, .subtitle = joined({u"办结/受理，单位：件"_s, cutOffText(figures)})};
    const bool oneYear = figures.question.period.from.year() == figures.question.period.to.year();
    for (qsizetype i = 0; i < figures.byMonth.size(); ++i) {
        const MonthFigures &row = figures.byMonth[i];
        if (row.accepted == 0)
            continue;
        data.bars.append({.label = monthName(row.month, oneYear),
                          .value = row.closed,
                          .total = row.accepted,
                          .note = percent({row.closed, row.accepted}, style),
                          .figure = key(Measure::AcceptedByMonth, i)});
    }
    return data;
}

LineData dayChart(const Statistics &figures, const Statistics *lastYear)
{
    LineData data{.title = u"每日受理"_s,
                  .subtitle = joined({u"单位：件"_s, figures.question.period.label(), cutOffText(figures)}),
                  .name = u"本期"_s,
                  .referenceName = u"去年同期"_s,
                  .measure = Measure::AcceptedByDay};
    for (const DayFigures &day : figures.byDay) {
        data.days.append(day.day);
        data.values.append(day.accepted);
    }
    if (lastYear) {
        // Day beside day; 29 February has no fellow in most years and the line just ends a day earlier.
        QList<qint64> reference;
        for (const DayFigures &day : lastYear->byDay) {
            if (reference.size() < data.days.size())
                reference.append(day.accepted);
        }
        data.reference = reference;
    }
    return data;
}

ChartData shortened(const ChartData &data, qsizetype most, const QString &unit, PercentStyle style)
{
    if (most < 2 || data.bars.size() <= most)
        return data;
    ChartData result = data;
    result.bars = data.bars.first(most - 1);
    ChartBar rest{.muted = true};
    qint64 folded = 0, all = 0, restTotal = 0;
    bool hasTotal = false;
    for (qsizetype i = 0; i < data.bars.size(); ++i) {
        const ChartBar &bar = data.bars[i];
        if (bar.level > 0)
            continue; // counted by the bar above
        all += bar.value;
        if (i < most - 1)
            continue;
        ++folded;
        rest.value += bar.value;
        restTotal += bar.total.value_or(bar.value);
        hasTotal = hasTotal || bar.total;
    }
    rest.label = u"其余"_s + QString::number(folded) + unit;
    if (hasTotal)
        rest.total = restTotal;
    rest.note = percent({rest.value, hasTotal ? restTotal : all}, style);
    result.bars.append(rest);
    return result;
}

} // namespace huiyin
