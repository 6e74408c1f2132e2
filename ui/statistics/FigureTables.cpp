// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/FigureTables.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::FigureTables)
};

FigureCell count(qint64 value, Measure measure, qint64 row, qint64 sub = 0)
{
    return {.text = QString::number(value), .figure = FigureKey{.measure = measure, .row = row, .sub = sub}};
}

FigureCell rate(Ratio ratio)
{
    return {.text = percent(ratio)};
}

// A rate that opens the tickets of its numerator.
FigureCell rate(Ratio ratio, Measure measure, qint64 row)
{
    return {.text = percent(ratio), .figure = FigureKey{.measure = measure, .row = row}};
}

// The four handling times, which open the tickets that they are taken over.
QList<FigureCell> handlingCells(const HandlingFigures &figures, Measure measure, qint64 row)
{
    const FigureKey key{.measure = measure, .row = row};
    return {{.text = figures.mean.printed(), .figure = key},
            {.text = figures.median.printed(), .figure = key},
            {.text = figures.workingMean.printed(), .figure = key},
            {.text = figures.workingMedian.printed(), .figure = key}};
}

const QStringList handlingColumns{u"mean"_s, u"median"_s, u"workingMean"_s, u"workingMedian"_s};

QStringList handlingHeader()
{
    return {Text::tr("Mean days"), Text::tr("Median days"), Text::tr("Mean work days"), Text::tr("Median work days")};
}

QList<FigureRow> categoryRows(const QList<CategoryFigures> &rows)
{
    QList<FigureRow> list;
    for (const CategoryFigures &row : rows) {
        const qint64 id = row.id ? row.id->value() : 0;
        list.append({.name = row.name,
                     .cells = QList<FigureCell>{count(row.count, Measure::ByCategory, id), rate(row.share),
                                                count(row.handling.mean.count, Measure::ByCategoryClosed, id)}
                              + handlingCells(row.handling, Measure::ByCategoryClosed, id),
                     .children = categoryRows(row.children)});
    }
    return list;
}

QList<FigureRow> channelRows(const QList<ChannelFigures> &rows)
{
    QList<FigureRow> list;
    for (const ChannelFigures &row : rows) {
        const qint64 id = row.id.value();
        list.append(
            {.name = row.inTotal ? row.name : Text::tr("%1 (counted apart)").arg(row.name),
             .cells = {count(row.received, Measure::ByChannel, id), count(row.closed, Measure::ByChannelClosed, id),
                       count(row.open, Measure::ByChannelOpen, id), rate(row.closureRate),
                       rate(row.onTimeRate, Measure::ByChannelOnTime, id),
                       rate(row.timelyReplyRate, Measure::ByChannelTimely, id)},
             .children = channelRows(row.children)});
    }
    return list;
}

} // namespace

FigureTableData categoryTable(const Statistics &figures)
{
    return {.header = QStringList{Text::tr("Category"), Text::tr("Tickets"), Text::tr("Share"), Text::tr("Closed")}
                      + handlingHeader(),
            .rows = categoryRows(figures.byCategory),
            .columns = QStringList{u"count"_s, u"share"_s, u"closed"_s} + handlingColumns,
            .usualColumns = {u"count"_s, u"share"_s, u"mean"_s, u"workingMean"_s, u"median"_s, u"workingMedian"_s}};
}

FigureTableData departmentTable(const Statistics &figures)
{
    FigureTableData table{
        .header = QStringList{Text::tr("Department"), Text::tr("Dispatched"), Text::tr("Closed"), Text::tr("Open"),
                              Text::tr("Closure rate"), Text::tr("On-time rate"), Text::tr("Returned"),
                              Text::tr("Redone"), Text::tr("Extended"), Text::tr("Return rate"), Text::tr("Redo rate"),
                              Text::tr("Extension rate"), Text::tr("Follow-up rate"), Text::tr("Reached rate"),
                              Text::tr("Satisfied"), Text::tr("Solved rate")}
                  + handlingHeader(),
        .columns =
            QStringList{u"dispatched"_s, u"closed"_s, u"open"_s, u"closureRate"_s, u"onTimeRate"_s, u"returned"_s,
                        u"redone"_s, u"extended"_s, u"returnRate"_s, u"redoRate"_s, u"extensionRate"_s,
                        u"followUpRate"_s, u"reachedRate"_s, u"satisfactionRate"_s, u"solvedRate"_s}
            + handlingColumns,
        .usualColumns = {u"dispatched"_s, u"onTimeRate"_s, u"satisfactionRate"_s, u"closureRate"_s, u"workingMean"_s,
                         u"redone"_s, u"returned"_s, u"extended"_s, u"open"_s}};
    for (const DepartmentFigures &row : figures.byDepartment) {
        const qint64 id = row.id.value();
        const FollowUpFigures &followUp = row.followUp;
        table.rows.append(
            {.name = row.name,
             .cells = QList<FigureCell>{count(row.dispatched, Measure::ByDepartment, id),
                                        count(row.closed, Measure::ByDepartmentClosed, id),
                                        count(row.open, Measure::ByDepartmentOpen, id), rate(row.closureRate),
                                        rate(row.onTimeRate, Measure::ByDepartmentOnTime, id),
                                        count(row.returned, Measure::ByDepartmentReturned, id),
                                        count(row.redone, Measure::ByDepartmentRedone, id),
                                        count(row.extended, Measure::ByDepartmentExtended, id),
                                        rate(row.returnRate, Measure::ByDepartmentReturned, id),
                                        rate(row.redoRate, Measure::ByDepartmentRedone, id),
                                        rate(row.extensionRate, Measure::ByDepartmentExtended, id),
                                        rate(followUp.followUpRate, Measure::ByDepartmentFollowUpTried, id),
                                        rate(followUp.reachedRate, Measure::ByDepartmentFollowUpReached, id),
                                        rate(followUp.satisfactionRate, Measure::ByDepartmentFollowUpSatisfied, id),
                                        rate(followUp.solvedRate, Measure::ByDepartmentFollowUpSolved, id)}
                      + handlingCells(row.handling, Measure::ByDepartmentLed, id)});
    }
    return table;
}

FigureTableData channelTable(const Statistics &figures)
{
    return {.header = {Text::tr("Channel"), Text::tr("Received"), Text::tr("Closed"), Text::tr("Open"),
                       Text::tr("Closure rate"), Text::tr("On-time rate"), Text::tr("Timely reply rate")},
            .rows = channelRows(figures.byChannel)};
}

FigureTableData requestTypeTable(const Statistics &figures)
{
    FigureTableData table{.header = {Text::tr("Request type"), Text::tr("Tickets"), Text::tr("Share")}};
    for (const TypeFigures &row : figures.byRequestType) {
        const qint64 id = row.id ? row.id->value() : 0;
        table.rows.append({.name = row.name, .cells = {count(row.count, Measure::ByRequestType, id), rate(row.share)}});
    }
    return table;
}

FigureTableData topicTable(const Statistics &figures)
{
    FigureTableData table{.header = {Text::tr("Topic"), Text::tr("Accepted"), Text::tr("Closed")}};
    for (const TopicFigures &row : figures.byTopic) {
        const qint64 id = row.id.value();
        QList<FigureRow> types;
        for (const TypeFigures &type : row.byRequestType) {
            const qint64 typeId = type.id ? type.id->value() : 0;
            types.append({.name = type.name, .cells = {count(type.count, Measure::ByTopicAndType, id, typeId)}});
        }
        table.rows.append(
            {.name = row.name,
             .cells = {count(row.accepted, Measure::ByTopic, id), count(row.closed, Measure::ByTopicClosed, id)},
             .children = types});
    }
    return table;
}

FigureTableData dayTable(const Statistics &figures, const Statistics *reference, const QString &referenceName)
{
    FigureTableData table{.header = {Text::tr("Day"), Text::tr("Calls"), Text::tr("Accepted")}};
    if (reference)
        table.header.append(referenceName);
    for (qsizetype day = 0; day < figures.byDay.size(); ++day) {
        const DayFigures &row = figures.byDay[day];
        QList<FigureCell> cells{count(row.calls, Measure::CallsByDay, day),
                                count(row.accepted, Measure::AcceptedByDay, day)};
        if (reference)
            cells.append(
                {.text = day < reference->byDay.size() ? QString::number(reference->byDay[day].accepted) : u"—"_s});
        table.rows.append({.name = QLocale().toString(row.day, u"yyyy-MM-dd ddd"_s), .cells = cells});
    }
    return table;
}

} // namespace huiyin
