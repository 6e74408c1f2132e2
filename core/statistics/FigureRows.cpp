// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/StatisticsReport.h"

#include "domain/FormulaGuard.h"
#include "domain/Text.h"

#include <QList>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

class FigureList
{
public:
    explicit FigureList(PercentStyle style)
        : m_style(style)
    {
        line({u"section"_s, u"name"_s, u"figure"_s, u"value"_s, u"printed"_s});
    }
    void count(const QString &section, const QString &name, const QString &figure, qint64 value)
    {
        line({section, name, figure, QString::number(value), QString::number(value)});
    }
    void rate(const QString &section, const QString &name, const QString &figure, Ratio ratio)
    {
        line({section, name, figure, u"%1/%2"_s.arg(ratio.numerator).arg(ratio.denominator), percent(ratio, m_style)});
    }
    void line(const QStringList &cells) { m_rows.append(cells); }
    void handling(const QString &section, const QString &name, const QString &prefix, const HandlingFigures &figures)
    {
        const auto duration = [&](const QString &figure, const DurationFigure &value) {
            line({section, name, prefix + figure, u"%1/%2"_s.arg(value.seconds).arg(value.count), value.printed()});
        };
        duration(u"mean"_s, figures.mean);
        duration(u"median"_s, figures.median);
        duration(u"enterprise_mean"_s, figures.enterpriseMean);
        duration(u"working_mean"_s, figures.workingMean);
        duration(u"working_median"_s, figures.workingMedian);
        duration(u"working_enterprise_mean"_s, figures.workingEnterpriseMean);
        // What a printed working day is of the seconds.
        count(section, name, prefix + u"working_day_seconds"_s, figures.workingMean.daySeconds);
    }
    void followUp(const QString &section, const QString &name, const QString &prefix, const FollowUpFigures &figures)
    {
        count(section, name, prefix + u"due", figures.due);
        count(section, name, prefix + u"tried", figures.tried);
        count(section, name, prefix + u"reached", figures.reached);
        count(section, name, prefix + u"rated", figures.rated);
        rate(section, name, u"follow_up_rate"_s, figures.followUpRate);
        rate(section, name, u"reached_rate"_s, figures.reachedRate);
        rate(section, name, u"satisfaction_rate"_s, figures.satisfactionRate);
        rate(section, name, u"solved_rate"_s, figures.solvedRate);
    }
    void categories(const QList<CategoryFigures> &rows, const QString &above)
    {
        for (const CategoryFigures &row : rows) {
            const QString path = above.isEmpty() ? row.name : QString(above + u'/' + row.name);
            count(u"by_category"_s, path, u"count"_s, row.count);
            rate(u"by_category"_s, path, u"share"_s, row.share);
            handling(u"by_category"_s, path, u"handling_time_"_s, row.handling);
            categories(row.children, path);
        }
    }
    void channels(const QList<ChannelFigures> &rows, const QString &above)
    {
        for (const ChannelFigures &row : rows) {
            const QString path = above.isEmpty() ? row.name : QString(above + u'/' + row.name);
            count(u"by_channel"_s, path, u"received"_s, row.received);
            count(u"by_channel"_s, path, u"closed"_s, row.closed);
            count(u"by_channel"_s, path, u"open"_s, row.open);
            rate(u"by_channel"_s, path, u"closure_rate"_s, row.closureRate);
            rate(u"by_channel"_s, path, u"on_time_rate"_s, row.onTimeRate);
            rate(u"by_channel"_s, path, u"timely_reply_rate"_s, row.timelyReplyRate);
            channels(row.children, path);
        }
    }
    [[nodiscard]] const QList<QStringList> &rows() const { return m_rows; }

private:
    PercentStyle m_style;
    QList<QStringList> m_rows;
};

QList<QStringList> figureRows(const Statistics &figures, const OfficeZone &zone, PercentStyle style)
{
    FigureList list(style);
    const Period &period = figures.question.period;
    list.line({u"period"_s, period.label(), u"cut_off"_s, zone.text(figures.cutOff), zone.text(figures.cutOff)});
    list.count(u"calls"_s, QString(), u"total"_s, figures.calls);
    list.count(u"calls"_s, QString(), u"valid"_s, figures.validCalls);
    for (const OutcomeFigures &row : figures.callsByOutcome)
        list.count(u"calls"_s, chineseName(row.outcome), u"by_outcome"_s, row.count);
    for (const TopicCount &row : figures.callsByTopic)
        list.count(u"calls"_s, row.name, u"by_topic"_s, row.count);
    const QString tickets = u"tickets"_s;
    list.count(tickets, QString(), u"accepted"_s, figures.accepted);
    list.count(tickets, QString(), u"closed"_s, figures.closed);
    list.count(tickets, QString(), u"open"_s, figures.open);
    list.count(tickets, QString(), u"requests"_s, figures.requests);
    list.rate(tickets, QString(), u"closure_rate"_s, figures.closureRate);
    list.rate(tickets, QString(), u"direct_answer_rate"_s, figures.directAnswerRate);
    list.channels(figures.byChannel, QString());
    for (const TypeFigures &row : figures.byRequestType) {
        list.count(u"by_request_type"_s, row.name, u"count"_s, row.count);
        list.rate(u"by_request_type"_s, row.name, u"share"_s, row.share);
    }
    for (const TopicFigures &row : figures.byTopic) {
        list.count(u"by_topic"_s, row.name, u"accepted"_s, row.accepted);
        list.count(u"by_topic"_s, row.name, u"closed"_s, row.closed);
        for (const TypeFigures &type : row.byRequestType)
            list.count(u"by_topic"_s, row.name + u'/' + type.name, u"accepted"_s, type.count);
    }
    list.count(u"by_category"_s, QString(), u"base"_s, figures.categoryBase);
    for (const QString &topic : figures.excludedTopics)
        list.line({u"by_category"_s, topic, u"excluded_topic"_s, QString(), QString()});
    list.categories(figures.byCategory, QString());
    for (const DepartmentFigures &row : figures.byDepartment) {
        list.count(u"by_department"_s, row.name, u"dispatched"_s, row.dispatched);
        list.count(u"by_department"_s, row.name, u"closed"_s, row.closed);
        list.count(u"by_department"_s, row.name, u"open"_s, row.open);
        list.rate(u"by_department"_s, row.name, u"closure_rate"_s, row.closureRate);
        list.rate(u"by_department"_s, row.name, u"on_time_rate"_s, row.onTimeRate);
        list.count(u"by_department"_s, row.name, u"returned"_s, row.returned);
        list.count(u"by_department"_s, row.name, u"redone"_s, row.redone);
        list.count(u"by_department"_s, row.name, u"extended"_s, row.extended);
        list.count(u"by_department"_s, row.name, u"closed_late"_s, row.closedLate);
        list.count(u"by_department"_s, row.name, u"open_late"_s, row.openLate);
        list.rate(u"by_department"_s, row.name, u"redo_rate"_s, row.redoRate);
        list.rate(u"by_department"_s, row.name, u"return_rate"_s, row.returnRate);
        list.rate(u"by_department"_s, row.name, u"extension_rate"_s, row.extensionRate);
        list.followUp(u"by_department"_s, row.name, u"follow_up_"_s, row.followUp);
        list.handling(u"by_department"_s, row.name, u"handling_time_"_s, row.handling);
    }
    list.count(u"dispatched"_s, QString(), u"total"_s, figures.dispatched.total);
    list.count(u"dispatched"_s, QString(), u"closed"_s, figures.dispatched.closed);
    list.count(u"dispatched"_s, QString(), u"open"_s, figures.dispatched.open);
    list.rate(u"dispatched"_s, QString(), u"closure_rate"_s, figures.dispatched.closureRate);
    list.rate(u"dispatched"_s, QString(), u"on_time_rate"_s, figures.dispatched.onTimeRate);
    list.count(u"dispatched"_s, QString(), u"returned"_s, figures.dispatched.returned);
    list.count(u"dispatched"_s, QString(), u"redone"_s, figures.dispatched.redone);
    list.count(u"dispatched"_s, QString(), u"extended"_s, figures.dispatched.extended);
    list.count(u"dispatched"_s, QString(), u"closed_late"_s, figures.dispatched.closedLate);
    list.count(u"dispatched"_s, QString(), u"open_late"_s, figures.dispatched.openLate);
    list.rate(u"dispatched"_s, QString(), u"redo_rate"_s, figures.dispatched.redoRate);
    list.rate(u"dispatched"_s, QString(), u"return_rate"_s, figures.dispatched.returnRate);
    list.rate(u"dispatched"_s, QString(), u"extension_rate"_s, figures.dispatched.extensionRate);
    list.handling(u"dispatched"_s, QString(), u"handling_time_"_s, figures.dispatched.handling);
    list.followUp(u"follow_up"_s, QString(), QString(), figures.followUp);
    list.handling(u"handling_time"_s, QString(), QString(), figures.handling);
    for (const DayFigures &row : figures.byDay) {
        list.count(u"by_day"_s, row.day.toString(Qt::ISODate), u"calls"_s, row.calls);
        list.count(u"by_day"_s, row.day.toString(Qt::ISODate), u"accepted"_s, row.accepted);
    }
    if (figures.caseload) {
        const auto count = [&list](const QString &figure, qint64 value) {
            list.count(u"caseload"_s, QString(), figure, value);
        };
        count(u"carried_over"_s, figures.caseload->carriedOver);
        count(u"carried_over_closed"_s, figures.caseload->carriedOverClosed);
        count(u"supervised"_s, figures.caseload->supervised);
        count(u"supervised_closed"_s, figures.caseload->supervisedClosed);
        count(u"not_accepted"_s, figures.caseload->notAccepted);
    }
    const auto change = [&](const QString &name, const std::optional<ChangeFigures> &reference) {
        if (!reference)
            return;
        list.line({u"change"_s, name, u"period"_s, reference->period.label(), zone.text(reference->cutOff)});
        const auto count = [&](const QString &figure, const CountChange &value) {
            list.line({u"change"_s, name, figure, u"%1/%2"_s.arg(value.difference).arg(value.reference),
                       signedPercent(value.rate(), style)});
        };
        count(u"calls"_s, reference->calls);
        count(u"accepted"_s, reference->accepted);
        count(u"closed"_s, reference->closed);
        list.line({u"change"_s, name, u"closure_rate_points"_s, QString(),
                   points(figures.closureRate, reference->closureRateReference)});
    };
    change(u"previous_period"_s, figures.previousPeriod);
    change(u"same_period_last_year"_s, figures.samePeriodLastYear);
    return list.rows();
}

} // namespace

QString toCsv(const Statistics &figures, const OfficeZone &zone, PercentStyle style)
{
    QString text;
    const QList<QStringList> rows = figureRows(figures, zone, style);
    for (const QStringList &row : rows) {
        QStringList quoted;
        for (const QString &cell : row)
            quoted.append(csvCell(cell));
        text += quoted.join(u',') + u"\r\n";
    }
    return text;
}

} // namespace huiyin
