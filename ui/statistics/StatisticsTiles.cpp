// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/StatisticsTiles.h"

#include "statistics/FigureName.h"
#include "statistics/FigureTile.h"
#include "statistics/StatisticsReport.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::StatisticsPage)
};

FigureTile::Part part(const QString &name, qint64 count, Measure measure)
{
    return {.name = name, .count = count, .figure = {.measure = measure}};
}

QString baseText(Ratio ratio)
{
    return u"%1 / %2"_s.arg(ratio.numerator).arg(ratio.denominator);
}

} // namespace

StatisticsTiles::StatisticsTiles(QWidget *parent)
    : TileRow(parent)
{
    const auto add = [this](const QString &name, const QString &title) {
        FigureTile *tile = addTile(title, u"statistics." + name + u"Tile");
        connect(tile, &FigureTile::figureRequested, this, &StatisticsTiles::figureRequested);
        return tile;
    };
    m_calls = add(u"calls"_s, Text::tr("Calls"));
    m_accepted = add(u"accepted"_s, Text::tr("Accepted"));
    m_closed = add(u"closed"_s, Text::tr("Closed"));
    m_closureRate = add(u"closureRate"_s, Text::tr("Closure rate"));
    m_directRate = add(u"directRate"_s, Text::tr("Direct answer rate"));
    m_onTimeRate = add(u"onTimeRate"_s, Text::tr("On-time closure rate"));
    m_satisfaction = add(u"satisfaction"_s, Text::tr("Satisfaction rate"));
    m_followUpRate = add(u"followUpRate"_s, Text::tr("Follow-up rate"));
    m_solvedRate = add(u"solvedRate"_s, Text::tr("Solved rate"));
    m_redoRate = add(u"redoRate"_s, Text::tr("Redo rate"));
    m_returnRate = add(u"returnRate"_s, Text::tr("Return rate"));
    m_extensionRate = add(u"extensionRate"_s, Text::tr("Extension rate"));
    m_handlingTime = add(u"handlingTime"_s, Text::tr("Mean handling time"));
    m_workingTime = add(u"workingTime"_s, Text::tr("In working days"));
}

void StatisticsTiles::showFigures(const Statistics &f, const std::optional<Statistics> &previous,
                                  const std::optional<Statistics> &lastYear)
{
    const auto countChanges = [&f](CountChange ChangeFigures::*count) {
        QStringList changes;
        if (f.previousPeriod)
            changes.append(Text::tr("prev. %1", "change against the previous period")
                               .arg(signedPercent((*f.previousPeriod.*count).rate())));
        if (f.samePeriodLastYear)
            changes.append(Text::tr("last year %1", "change against the same period last year")
                               .arg(signedPercent((*f.samePeriodLastYear.*count).rate())));
        return changes;
    };
    // A rate changes by percentage points; one without a reference has none: —.
    const auto pointChange = [](Ratio now, std::optional<Ratio> before) {
        const QString change = before ? points(now, *before) : u"—"_s;
        return change == u"—" ? change : Text::tr("%1 pts", "percentage points").arg(change);
    };
    const auto rateChanges = [&](Ratio now, auto ratioOf) {
        const auto of = [&](const std::optional<Statistics> &reference) -> std::optional<Ratio> {
            return reference ? std::optional<Ratio>(ratioOf(*reference)) : std::nullopt;
        };
        return QStringList{
            Text::tr("prev. %1", "change against the previous period").arg(pointChange(now, of(previous))),
            Text::tr("last year %1", "change against the same period last year").arg(pointChange(now, of(lastYear)))};
    };
    const QLocale locale;
    const FigureTile::Part accepted = part(Text::tr("Accepted"), f.accepted, Measure::Accepted);
    const FigureTile::Part closed = part(Text::tr("Closed"), f.closed, Measure::Closed);
    const FigureTile::Part open = part(Text::tr("Open"), f.open, Measure::Open);
    m_calls->setContent({.value = locale.toString(f.calls),
                         .changes = countChanges(&ChangeFigures::calls),
                         .parts = {part(Text::tr("Calls"), f.calls, Measure::Calls)}});
    m_accepted->setContent(
        {.value = locale.toString(f.accepted),
         .base = f.requests > f.accepted ? Text::tr("%1 with merged ones").arg(f.requests) : QString(),
         .changes = countChanges(&ChangeFigures::accepted),
         .parts = {accepted, closed, open}});
    m_closed->setContent({.value = locale.toString(f.closed),
                          .base = Text::tr("open %1").arg(f.open),
                          .changes = countChanges(&ChangeFigures::closed),
                          .parts = {closed, open, accepted}});
    m_closureRate->setContent({.value = percent(f.closureRate),
                               .base = baseText(f.closureRate),
                               .changes = rateChanges(f.closureRate, [](const Statistics &s) { return s.closureRate; }),
                               .parts = {closed, accepted, open}});
    m_directRate->setContent(
        {.value = percent(f.directAnswerRate),
         .base = baseText(f.directAnswerRate),
         .changes = rateChanges(f.directAnswerRate, [](const Statistics &s) { return s.directAnswerRate; }),
         .parts = {part(Text::tr("Answered directly"), f.directAnswerRate.numerator, Measure::AnsweredDirectly),
                   accepted}});
    const Ratio onTime = f.dispatched.onTimeRate;
    m_onTimeRate->setContent(
        {.value = percent(onTime),
         .base = baseText(onTime),
         .changes = rateChanges(onTime, [](const Statistics &s) { return s.dispatched.onTimeRate; }),
         .parts = {part(Text::tr("Closed on time"), onTime.numerator, Measure::DispatchedOnTime),
                   part(Text::tr("Closed, or open and overdue"), onTime.denominator, Measure::DispatchedOnTimeBase),
                   part(Text::tr("Dispatched"), f.dispatched.total, Measure::Dispatched)}});
    const Ratio satisfied = f.followUp.satisfactionRate;
    m_satisfaction->setContent(
        {.value = percent(satisfied),
         .base = baseText(satisfied),
         .changes = rateChanges(satisfied, [](const Statistics &s) { return s.followUp.satisfactionRate; }),
         .parts = {part(Text::tr("Satisfied"), satisfied.numerator, Measure::FollowUpSatisfied),
                   part(Text::tr("Rated"), f.followUp.rated, Measure::FollowUpRated),
                   part(Text::tr("Reached"), f.followUp.reached, Measure::FollowUpReached),
                   part(Text::tr("Due for follow-up"), f.followUp.due, Measure::FollowUpDue)}});
    const auto showRate = [&](FigureTile *tile, Ratio now, auto ratioOf, const QList<FigureTile::Part> &parts) {
        tile->setContent(
            {.value = percent(now), .base = baseText(now), .changes = rateChanges(now, ratioOf), .parts = parts});
    };
    const FigureTile::Part reached = part(Text::tr("Reached"), f.followUp.reached, Measure::FollowUpReached);
    const FigureTile::Part due = part(Text::tr("Due for follow-up"), f.followUp.due, Measure::FollowUpDue);
    const FigureTile::Part dispatched = part(Text::tr("Dispatched"), f.dispatched.total, Measure::Dispatched);
    showRate(m_followUpRate, f.followUp.followUpRate, [](const Statistics &s) { return s.followUp.followUpRate; },
             {part(Text::tr("Called back"), f.followUp.tried, Measure::FollowUpTried), reached, due});
    showRate(m_solvedRate, f.followUp.solvedRate, [](const Statistics &s) { return s.followUp.solvedRate; },
             {part(Text::tr("Solved"), f.followUp.solvedRate.numerator, Measure::FollowUpSolved), reached, due});
    showRate(m_redoRate, f.dispatched.redoRate, [](const Statistics &s) { return s.dispatched.redoRate; },
             {part(Text::tr("Redone"), f.dispatched.redone, Measure::DispatchedRedone), dispatched});
    showRate(m_returnRate, f.dispatched.returnRate, [](const Statistics &s) { return s.dispatched.returnRate; },
             {part(Text::tr("Returned"), f.dispatched.returned, Measure::SentReturned),
              part(Text::tr("Dispatched, with those returned"), f.dispatched.returnRate.denominator, Measure::Sent)});
    showRate(m_extensionRate, f.dispatched.extensionRate,
             [](const Statistics &s) { return s.dispatched.extensionRate; },
             {part(Text::tr("Extended"), f.dispatched.extended, Measure::DispatchedExtended), dispatched});
    showTimes(m_handlingTime, {f.handling.mean, f.handling.median, f.handling.enterpriseMean},
              f.dispatched.handling.mean);
    showTimes(m_workingTime, {f.handling.workingMean, f.handling.workingMedian, f.handling.workingEnterpriseMean},
              f.dispatched.handling.workingMean);
    placeTiles();
}

// A mean with its median, and those of what was dispatched and of enterprises.
void StatisticsTiles::showTimes(FigureTile *tile, const std::array<DurationFigure, 3> &times,
                                const DurationFigure &dispatched)
{
    const auto &[mean, median, enterprises] = times;
    QStringList notes;
    if (enterprises.count > 0)
        notes.append((mean.daySeconds == DurationFigure::calendarDay ? Text::tr("Enterprises: %1 days")
                                                                     : Text::tr("Enterprises: %1 working days"))
                         .arg(enterprises.printed()));
    if (mean.daySeconds != DurationFigure::calendarDay)
        notes.append(
            Text::tr("A working day is %1 hours of office time.").arg(static_cast<double>(mean.daySeconds) / 3600));
    QStringList others;
    if (dispatched.count > 0)
        others.append(
            Text::tr("dispatched: %1", "mean handling time of what was dispatched").arg(dispatched.printed()));
    tile->setContent(
        {.value = mean.count == 0 ? u"—"_s : Text::tr("%1 d", "days").arg(mean.printed()),
         .base = mean.count == 0 ? QString() : Text::tr("median %1").arg(median.printed()),
         .changes = others,
         .parts = {part(Text::tr("Closed"), mean.count, Measure::Closed),
                   part(Text::tr("Closed, from enterprises"), enterprises.count, Measure::EnterpriseClosed),
                   part(Text::tr("Dispatched, and the ticket is closed"), dispatched.count, Measure::Led)},
         .notes = notes});
}

} // namespace huiyin
