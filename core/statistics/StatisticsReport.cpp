// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/StatisticsReport.h"

#include "domain/FormulaGuard.h"
#include "domain/Text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

class JsonReport
{
public:
    JsonReport(const OfficeZone &zone, PercentStyle style)
        : m_zone(zone)
        , m_style(style)
    {
    }

    [[nodiscard]] QJsonObject rate(Ratio ratio) const
    {
        return {{u"numerator"_s, ratio.numerator},
                {u"denominator"_s, ratio.denominator},
                {u"printed"_s, percent(ratio, m_style)}};
    }

    [[nodiscard]] QJsonObject period(const Period &period, const QDateTime &cutOff) const
    {
        return {{u"from"_s, period.from.toString(Qt::ISODate)},
                {u"to"_s, period.to.toString(Qt::ISODate)},
                {u"cut_off"_s, m_zone.isoText(cutOff)},
                {u"label"_s, period.label()}};
    }

    [[nodiscard]] static QJsonArray types(const QList<TypeFigures> &list)
    {
        QJsonArray rows;
        for (const TypeFigures &type : list)
            rows.append(QJsonObject{{u"name"_s, type.name}, {u"count"_s, type.count}});
        return rows;
    }

    [[nodiscard]] QJsonArray channels(const QList<ChannelFigures> &list) const
    {
        QJsonArray rows;
        for (const ChannelFigures &channel : list) {
            rows.append(QJsonObject{{u"name"_s, channel.name},
                                    {u"unit_word"_s, channel.unitWord},
                                    {u"in_total"_s, channel.inTotal},
                                    {u"received"_s, channel.received},
                                    {u"closed"_s, channel.closed},
                                    {u"open"_s, channel.open},
                                    {u"closure_rate"_s, rate(channel.closureRate)},
                                    {u"on_time_rate"_s, rate(channel.onTimeRate)},
                                    {u"timely_reply_rate"_s, rate(channel.timelyReplyRate)},
                                    {u"by_request_type"_s, types(channel.byRequestType)},
                                    {u"children"_s, channels(channel.children)}});
        }
        return rows;
    }

    [[nodiscard]] QJsonArray categories(const QList<CategoryFigures> &list) const
    {
        QJsonArray rows;
        for (const CategoryFigures &category : list) {
            rows.append(QJsonObject{{u"name"_s, category.name},
                                    {u"count"_s, category.count},
                                    {u"share"_s, rate(category.share)},
                                    {u"handling_time"_s, handling(category.handling)},
                                    {u"children"_s, categories(category.children)}});
        }
        return rows;
    }

    [[nodiscard]] static QJsonObject duration(const DurationFigure &figure)
    {
        return {{u"count"_s, figure.count}, {u"seconds"_s, figure.seconds}, {u"printed"_s, figure.printed()}};
    }

    [[nodiscard]] static QJsonObject handling(const HandlingFigures &figures)
    {
        return {{u"mean"_s, duration(figures.mean)},
                {u"median"_s, duration(figures.median)},
                {u"enterprise_mean"_s, duration(figures.enterpriseMean)},
                {u"working_mean"_s, duration(figures.workingMean)},
                {u"working_median"_s, duration(figures.workingMedian)},
                {u"working_enterprise_mean"_s, duration(figures.workingEnterpriseMean)},
                {u"working_day_seconds"_s, figures.workingMean.daySeconds}};
    }

    [[nodiscard]] QJsonObject followUp(const FollowUpFigures &figures) const
    {
        return {{u"due"_s, figures.due},
                {u"tried"_s, figures.tried},
                {u"reached"_s, figures.reached},
                {u"rated"_s, figures.rated},
                {u"follow_up_rate"_s, rate(figures.followUpRate)},
                {u"reached_rate"_s, rate(figures.reachedRate)},
                {u"satisfaction_rate"_s, rate(figures.satisfactionRate)},
                {u"solved_rate"_s, rate(figures.solvedRate)}};
    }

    [[nodiscard]] QJsonArray departments(const QList<DepartmentFigures> &list) const
    {
        QJsonArray rows;
        for (const DepartmentFigures &row : list) {
            rows.append(QJsonObject{{u"name"_s, row.name},
                                    {u"group"_s, row.group},
                                    {u"dispatched"_s, row.dispatched},
                                    {u"closed"_s, row.closed},
                                    {u"open"_s, row.open},
                                    {u"closure_rate"_s, rate(row.closureRate)},
                                    {u"on_time_rate"_s, rate(row.onTimeRate)},
                                    {u"returned"_s, row.returned},
                                    {u"redone"_s, row.redone},
                                    {u"extended"_s, row.extended},
                                    {u"redo_rate"_s, rate(row.redoRate)},
                                    {u"return_rate"_s, rate(row.returnRate)},
                                    {u"extension_rate"_s, rate(row.extensionRate)},
                                    {u"closed_late"_s, row.closedLate},
                                    {u"open_late"_s, row.openLate},
                                    {u"follow_up"_s, followUp(row.followUp)},
                                    {u"handling_time"_s, handling(row.handling)}});
        }
        return rows;
    }

    [[nodiscard]] QJsonObject dispatched(const DispatchedFigures &figures) const
    {
        return {{u"total"_s, figures.total},
                {u"closed"_s, figures.closed},
                {u"open"_s, figures.open},
                {u"closure_rate"_s, rate(figures.closureRate)},
                {u"on_time_rate"_s, rate(figures.onTimeRate)},
                {u"returned"_s, figures.returned},
                {u"redone"_s, figures.redone},
                {u"extended"_s, figures.extended},
                {u"closed_late"_s, figures.closedLate},
                {u"open_late"_s, figures.openLate},
                {u"redo_rate"_s, rate(figures.redoRate)},
                {u"return_rate"_s, rate(figures.returnRate)},
                {u"extension_rate"_s, rate(figures.extensionRate)},
                {u"handling_time"_s, handling(figures.handling)}};
    }

    [[nodiscard]] QJsonObject countChange(const CountChange &change) const
    {
        return {{u"reference"_s, change.reference},
                {u"difference"_s, change.difference},
                {u"rate"_s, QJsonObject{{u"numerator"_s, change.rate().numerator},
                                        {u"denominator"_s, change.rate().denominator},
                                        {u"printed"_s, signedPercent(change.rate(), m_style)}}}};
    }

    [[nodiscard]] QJsonObject change(const ChangeFigures &change, Ratio closureRate) const
    {
        return {{u"period"_s, period(change.period, change.cutOff)},
                {u"calls"_s, countChange(change.calls)},
                {u"accepted"_s, countChange(change.accepted)},
                {u"closed"_s, countChange(change.closed)},
                {u"closure_rate"_s, QJsonObject{{u"reference"_s, rate(change.closureRateReference)},
                                                {u"points"_s, points(closureRate, change.closureRateReference)}}}};
    }

private:
    const OfficeZone &m_zone;
    PercentStyle m_style;
};

// A table of fixed-width columns; East Asian characters take two.
class TextTable
{
public:
    explicit TextTable(QList<bool> rightAligned)
        : m_right(std::move(rightAligned))
    {
    }
    void row(const QStringList &cells) { m_rows.append(cells); }
    [[nodiscard]] QString text() const
    {
        QList<int> widths(m_right.size(), 0);
        for (const QStringList &row : m_rows) {
            for (qsizetype i = 0; i < row.size(); ++i)
                widths[i] = qMax(widths[i], displayWidth(row[i]));
        }
        QString result;
        for (const QStringList &row : m_rows) {
            QString line = u"  "_s;
            for (qsizetype i = 0; i < row.size(); ++i) {
                const QString fill(widths[i] - displayWidth(row[i]), u' ');
                line += m_right[i] ? QString(fill + row[i]) : QString(row[i] + fill);
                line += u"  "_s;
            }
            while (line.endsWith(u' '))
                line.chop(1);
            result += line + u'\n';
        }
        return result;
    }

private:
    QList<bool> m_right;
    QList<QStringList> m_rows;
};

// 23400 → 6.5
QString hoursOf(qint64 seconds)
{
    QString hours = quotient(seconds, 3600, 2);
    while (hours.contains(u'.') && (hours.endsWith(u'0') || hours.endsWith(u'.')))
        hours.chop(1);
    return hours;
}

void categoryLines(TextTable &table, const QList<CategoryFigures> &rows, PercentStyle style, int level)
{
    for (const CategoryFigures &row : rows) {
        table.row({QString(qsizetype{level} * 2, u' ') + (level > 0 ? u"其中：" : u"") + row.name,
                   QString::number(row.count), percent(row.share, style)});
        categoryLines(table, row.children, style, level + 1);
    }
}

void channelLines(TextTable &table, const QList<ChannelFigures> &rows, PercentStyle style, int level)
{
    for (const ChannelFigures &row : rows) {
        table.row({QString(qsizetype{level} * 2, u' ') + row.name + (row.inTotal ? u"" : u"（不计入总数）"),
                   QString::number(row.received) + row.unitWord, QString::number(row.closed), QString::number(row.open),
                   percent(row.closureRate, style), percent(row.onTimeRate, style),
                   percent(row.timelyReplyRate, style)});
        channelLines(table, row.children, style, level + 1);
    }
}

} // namespace

QJsonObject toJson(const Statistics &figures, const OfficeZone &zone, PercentStyle style)
{
    const JsonReport report(zone, style);
    QJsonArray outcomes;
    for (const OutcomeFigures &row : figures.callsByOutcome)
        outcomes.append(QJsonObject{
            {u"code"_s, QString(code(row.outcome))}, {u"name"_s, chineseName(row.outcome)}, {u"count"_s, row.count}});
    QJsonArray callTopics;
    for (const TopicCount &row : figures.callsByTopic)
        callTopics.append(QJsonObject{{u"name"_s, row.name}, {u"count"_s, row.count}});
    QJsonArray types;
    for (const TypeFigures &row : figures.byRequestType)
        types.append(QJsonObject{{u"name"_s, row.name}, {u"count"_s, row.count}, {u"share"_s, report.rate(row.share)}});
    QJsonArray topics;
    for (const TopicFigures &row : figures.byTopic)
        topics.append(QJsonObject{{u"name"_s, row.name},
                                  {u"accepted"_s, row.accepted},
                                  {u"closed"_s, row.closed},
                                  {u"by_request_type"_s, JsonReport::types(row.byRequestType)}});
    QJsonArray months;
    for (const MonthFigures &row : figures.byMonth)
        months.append(QJsonObject{{u"from"_s, row.month.from.toString(Qt::ISODate)},
                                  {u"to"_s, row.month.to.toString(Qt::ISODate)},
                                  {u"accepted"_s, row.accepted},
                                  {u"closed"_s, row.closed},
                                  {u"open"_s, row.open},
                                  {u"closure_rate"_s, report.rate({row.closed, row.accepted})}});
    QJsonArray days;
    for (const DayFigures &row : figures.byDay)
        days.append(QJsonObject{
            {u"date"_s, row.day.toString(Qt::ISODate)}, {u"calls"_s, row.calls}, {u"accepted"_s, row.accepted}});

    QJsonObject json{
        {u"period"_s, report.period(figures.question.period, figures.cutOff)},
        {u"calls"_s, QJsonObject{{u"total"_s, figures.calls},
                                 {u"valid"_s, figures.validCalls},
                                 {u"by_outcome"_s, outcomes},
                                 {u"by_topic"_s, callTopics}}},
        {u"tickets"_s, QJsonObject{{u"accepted"_s, figures.accepted},
                                   {u"closed"_s, figures.closed},
                                   {u"open"_s, figures.open},
                                   {u"requests"_s, figures.requests},
                                   {u"closure_rate"_s, report.rate(figures.closureRate)},
                                   {u"direct_answer_rate"_s, report.rate(figures.directAnswerRate)}}},
        {u"by_channel"_s, report.channels(figures.byChannel)},
        {u"by_request_type"_s, types},
        {u"by_topic"_s, topics},
        {u"by_category"_s, QJsonObject{{u"base"_s, figures.categoryBase},
                                       {u"excluded_topics"_s, QJsonArray::fromStringList(figures.excludedTopics)},
                                       {u"rows"_s, report.categories(figures.byCategory)}}},
        {u"by_department"_s, report.departments(figures.byDepartment)},
        {u"dispatched"_s, report.dispatched(figures.dispatched)},
        {u"follow_up"_s, report.followUp(figures.followUp)},
        {u"handling_time"_s, JsonReport::handling(figures.handling)},
        {u"by_day"_s, days},
        {u"by_month"_s, months}};
    if (figures.caseload) {
        json.insert(u"caseload"_s, QJsonObject{{u"carried_over"_s, figures.caseload->carriedOver},
                                               {u"carried_over_closed"_s, figures.caseload->carriedOverClosed},
                                               {u"supervised"_s, figures.caseload->supervised},
                                               {u"supervised_closed"_s, figures.caseload->supervisedClosed},
                                               {u"not_accepted"_s, figures.caseload->notAccepted}});
    }
    QJsonObject change;
    if (figures.previousPeriod)
        change.insert(u"previous_period"_s, report.change(*figures.previousPeriod, figures.closureRate));
    if (figures.samePeriodLastYear)
        change.insert(u"same_period_last_year"_s, report.change(*figures.samePeriodLastYear, figures.closureRate));
    if (!change.isEmpty())
        json.insert(u"change"_s, change);
    return json;
}

QString toText(const Statistics &figures, const OfficeZone &zone, PercentStyle style)
{
    QString text = figures.question.period.label() + u"（截至"_s + zone.text(figures.cutOff) + u"）\n\n"_s;
    const auto rate = [&style](Ratio ratio) {
        return u"%1（%2/%3）"_s.arg(percent(ratio, style)).arg(ratio.numerator).arg(ratio.denominator);
    };
    TextTable headline({false, false});
    headline.row({u"来电"_s, QString::number(figures.calls)});
    headline.row({u"受理"_s, u"%1（%2件次）"_s.arg(figures.accepted).arg(figures.requests)});
    headline.row({u"办结"_s, QString::number(figures.closed)});
    headline.row({u"在办"_s, QString::number(figures.open)});
    headline.row({u"办结率"_s, rate(figures.closureRate)});
    headline.row({u"直接解答率"_s, rate(figures.directAnswerRate)});
    headline.row({u"转办"_s, u"%1，办结%2，在办%3"_s.arg(figures.dispatched.total)
                                 .arg(figures.dispatched.closed)
                                 .arg(figures.dispatched.open)});
    headline.row({u"按时办结率"_s, rate(figures.dispatched.onTimeRate)});
    headline.row({u"重办率"_s, rate(figures.dispatched.redoRate)});
    headline.row({u"退单率"_s, rate(figures.dispatched.returnRate)});
    headline.row({u"延期率"_s, rate(figures.dispatched.extensionRate)});
    headline.row({u"回访率"_s, rate(figures.followUp.followUpRate)});
    headline.row({u"回访接通率"_s, rate(figures.followUp.reachedRate)});
    headline.row({u"回访满意率"_s, rate(figures.followUp.satisfactionRate)});
    headline.row({u"解决率"_s, rate(figures.followUp.solvedRate)});
    const auto in = [](const DurationFigure &time, const QString &day) -> QString {
        return time.count == 0 ? time.printed() : time.printed() + day;
    };
    const auto times = [&in](const DurationFigure &mean, const DurationFigure &median, const QString &day) -> QString {
        return mean.count == 0 ? mean.printed() : in(mean, day) + u"（中位数"_s + in(median, day) + u"）"_s;
    };
    const HandlingFigures &handling = figures.handling;
    headline.row({u"平均处理时长"_s, times(handling.mean, handling.median, u"天"_s)});
    headline.row({u"按工作时间"_s, times(handling.workingMean, handling.workingMedian, u"个工作日"_s)
                                       + u"，每个工作日以%1小时计"_s.arg(hoursOf(handling.workingMean.daySeconds))});
    headline.row({u"企业诉求平均处理时长"_s, handling.enterpriseMean.count == 0
                                                 ? handling.enterpriseMean.printed()
                                                 : in(handling.enterpriseMean, u"天"_s) + u"（"_s
                                                       + in(handling.workingEnterpriseMean, u"个工作日"_s) + u"）"_s});
    text += headline.text();

    TextTable changes({false, true, true, true, true});
    changes.row({u"比较"_s, u"来电"_s, u"受理"_s, u"办结"_s, u"办结率（百分点）"_s});
    const auto addChange = [&](const QString &name, const std::optional<ChangeFigures> &change) {
        if (!change)
            return;
        const auto words = [&style](const CountChange &count) {
            return count.reference == 0 ? u"—"_s : signedPercent(count.rate(), style);
        };
        changes.row({name + u"（"_s + change->period.label() + u"）"_s, words(change->calls), words(change->accepted),
                     words(change->closed), points(figures.closureRate, change->closureRateReference)});
    };
    addChange(u"环比"_s, figures.previousPeriod);
    addChange(u"同比"_s, figures.samePeriodLastYear);
    if (figures.previousPeriod || figures.samePeriodLastYear)
        text += u'\n' + changes.text();

    const auto section = [&text](const QString &title, const TextTable &table) {
        text += u'\n' + title + u'\n' + table.text();
    };
    TextTable types({false, true, true});
    for (const TypeFigures &row : figures.byRequestType)
        types.row({row.name, QString::number(row.count), percent(row.share, style)});
    section(u"诉求类型"_s, types);
    if (!figures.byTopic.isEmpty()) {
        TextTable topics({false, true, true});
        for (const TopicFigures &row : figures.byTopic)
            topics.row({row.name, QString::number(row.accepted), u"办结%1"_s.arg(row.closed)});
        section(u"专题"_s, topics);
    }
    TextTable categories({false, true, true});
    categoryLines(categories, figures.byCategory, style, 0);
    const QString without =
        figures.excludedTopics.isEmpty() ? QString() : QString(u"，不含专题："_s + figures.excludedTopics.join(u'、'));
    section(u"诉求类别（以%1件为基数%2）"_s.arg(figures.categoryBase).arg(without), categories);
    TextTable channels({false, true, true, true, true, true, true});
    channels.row({u"来源渠道"_s, u"收到"_s, u"办结"_s, u"在办"_s, u"办结率"_s, u"按时办结率"_s, u"及时回复率"_s});
    channelLines(channels, figures.byChannel, style, 0);
    section(u"来源渠道"_s, channels);
    TextTable departments({false, true, true, true, true, true, true, true, true, true, true, true});
    departments.row({u"承办单位"_s, u"件数"_s, u"办结"_s, u"在办"_s, u"办结率"_s, u"按时办结率"_s, u"退单"_s, u"重办"_s,
                     u"延期"_s, u"满意率"_s, u"解决率"_s, u"工作日"_s});
    for (const DepartmentFigures &row : figures.byDepartment)
        departments.row({row.name, QString::number(row.dispatched), QString::number(row.closed),
                         QString::number(row.open), percent(row.closureRate, style), percent(row.onTimeRate, style),
                         QString::number(row.returned), QString::number(row.redone), QString::number(row.extended),
                         percent(row.followUp.satisfactionRate, style), percent(row.followUp.solvedRate, style),
                         row.handling.workingMean.printed()});
    section(u"承办单位办理情况"_s, departments);
    return text;
}

} // namespace huiyin
