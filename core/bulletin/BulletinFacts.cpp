// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinFacts.h"

#include "bulletin/Composer.h"
#include "storage/CaseFile.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// 增长8.0%, 下降8.0%, 持平; "" when there is nothing to compare with.
QString changeWords(const CountChange &change, PercentStyle style)
{
    if (change.reference == 0)
        return {};
    if (change.difference == 0)
        return u"持平"_s;
    const Ratio size{std::llabs(change.difference), change.reference};
    const QString words = size.numerator == size.denominator ? u"100%"_s : percent(size, style);
    return (change.difference > 0 ? u"增长"_s : u"下降"_s) + words;
}

// 今年第三季度 is said in the year itself; a year later it would be wrong.
QString thisYear(const Period &period, const QDate &date, const QString &quarter)
{
    return date.year() == period.from.year() ? QString(u"今年" + quarter)
                                             : u"%1年%2"_s.arg(period.from.year()).arg(quarter);
}

WordingScope periodWords(const CaseFile &file, const Statistics &figures, const BulletinRequest &request,
                         bool monthOfStretch)
{
    const Period &period = request.period;
    const bool inOneMonth = period.from.year() == period.to.year() && period.from.month() == period.to.month();
    const bool oneMonth = inOneMonth && (monthOfStretch || period.kind == Period::Kind::Month);
    const bool quarter = period.kind == Period::Kind::Quarter;
    const QString quarterText = period.label().mid(5); // 第三季度
    return {
        {u"period"_s, word(period.label())},
        {u"year"_s, word(QString::number(period.from.year()))},
        {u"month"_s, word(period.monthLabel())},
        {u"month_part"_s, word(oneMonth ? QString(period.monthLabel() + u"份") : period.label())},
        {u"month_short"_s, word(oneMonth ? u"%1月份"_s.arg(period.from.month()) : period.label())},
        {u"quarter_title"_s, word(period.label())},
        {u"this_period"_s, word(quarter ? thisYear(period, request.date, quarterText) : period.label())},
        {u"this_period_short"_s,
         word(quarter ? thisYear(period, request.date, u"%1季度"_s.arg((period.from.month() - 1) / 3 + 1))
                      : period.label())},
        {u"cut_off_day"_s, word(chineseDate(file.zone().day(figures.cutOff.addMSecs(-1))))},
        {u"office"_s, word(file.office().name)},
        {u"hotline"_s, word(file.office().hotline.isEmpty() ? u"12345热线"_s : file.office().hotline)},
        {u"per_day"_s, word(quotient(figures.accepted, period.dayCount(), 0))},
    };
}

void addCounts(WordingScope &words, const Statistics &figures)
{
    const auto count = [&words](const QString &name, qint64 value, Measure measure) {
        words.insert(name, word(value, FigureKey{.measure = measure}));
    };
    const auto rate = [&words](const QString &name, Ratio value, Measure measure) {
        words.insert(name, word(value, FigureKey{.measure = measure}));
    };
    count(u"calls"_s, figures.calls, Measure::Calls);
    count(u"accepted"_s, figures.accepted, Measure::Accepted);
    count(u"closed"_s, figures.closed, Measure::Closed);
    count(u"open"_s, figures.open, Measure::Open);
    count(u"base"_s, figures.categoryBase, Measure::CategoryBase);
    count(u"direct"_s, figures.directAnswerRate.numerator, Measure::AnsweredDirectly);
    count(u"dispatched"_s, figures.dispatched.total, Measure::Dispatched);
    count(u"dispatched_closed"_s, figures.dispatched.closed, Measure::DispatchedClosed);
    count(u"dispatched_open"_s, figures.dispatched.open, Measure::DispatchedOpen);
    count(u"tried"_s, figures.followUp.tried, Measure::FollowUpTried);
    count(u"reached"_s, figures.followUp.reached, Measure::FollowUpReached);
    count(u"rated"_s, figures.followUp.rated, Measure::FollowUpRated);
    words.insert(u"requests"_s, word(figures.requests));
    rate(u"closure_rate"_s, figures.closureRate, Measure::Closed);
    rate(u"direct_rate"_s, figures.directAnswerRate, Measure::AnsweredDirectly);
    rate(u"dispatched_rate"_s, figures.dispatched.closureRate, Measure::DispatchedClosed);
    rate(u"on_time_rate"_s, figures.dispatched.onTimeRate, Measure::DispatchedOnTime);
    rate(u"satisfaction_rate"_s, figures.followUp.satisfactionRate, Measure::FollowUpSatisfied);
    rate(u"solved_rate"_s, figures.followUp.solvedRate, Measure::FollowUpSolved);
    count(u"returned"_s, figures.dispatched.returned, Measure::SentReturned);
    count(u"redone"_s, figures.dispatched.redone, Measure::DispatchedRedone);
    count(u"extended"_s, figures.dispatched.extended, Measure::DispatchedExtended);
    count(u"satisfied"_s, figures.followUp.satisfactionRate.numerator, Measure::FollowUpSatisfied);
    count(u"solved"_s, figures.followUp.solvedRate.numerator, Measure::FollowUpSolved);
    count(u"follow_up_due"_s, figures.followUp.due, Measure::FollowUpDue);
    rate(u"return_rate"_s, figures.dispatched.returnRate, Measure::SentReturned);
    rate(u"redo_rate"_s, figures.dispatched.redoRate, Measure::DispatchedRedone);
    rate(u"extension_rate"_s, figures.dispatched.extensionRate, Measure::DispatchedExtended);
    rate(u"follow_up_rate"_s, figures.followUp.followUpRate, Measure::FollowUpTried);
    rate(u"reached_rate"_s, figures.followUp.reachedRate, Measure::FollowUpReached);
    words.insert(handlingWords(figures.handling, {.measure = Measure::Closed}, {.measure = Measure::EnterpriseClosed}));
}

} // namespace

WordingScope handlingWords(const HandlingFigures &figures, FigureKey closed, FigureKey fromEnterprises)
{
    const auto days = [](const DurationFigure &figure, FigureKey key) {
        WordingValue value = word(figure.printed());
        value.figure = key;
        return value;
    };
    return {{u"mean_days"_s, days(figures.mean, closed)},
            {u"median_days"_s, days(figures.median, closed)},
            {u"enterprise_mean_days"_s, days(figures.enterpriseMean, fromEnterprises)},
            {u"working_mean_days"_s, days(figures.workingMean, closed)},
            {u"working_median_days"_s, days(figures.workingMedian, closed)},
            {u"working_enterprise_mean_days"_s, days(figures.workingEnterpriseMean, fromEnterprises)}};
}

BulletinFacts bulletinFacts(const CaseFile &file, const Statistics &figures, const BulletinRequest &request,
                            PercentStyle style, bool monthOfStretch)
{
    BulletinFacts facts{.words = periodWords(file, figures, request, monthOfStretch)};
    addCounts(facts.words, figures);

    qint64 carvedOut = 0;
    for (const TopicCount &topic : figures.callsByTopic) {
        if (figures.question.excludedTopics.contains(topic.id))
            carvedOut += topic.count;
    }
    facts.words.insert(u"other_calls"_s, word(figures.calls - carvedOut));
    for (const TopicFigures &topic : figures.byTopic) {
        if (figures.question.excludedTopics.contains(topic.id))
            facts.carvedTopics.append(topic);
    }
    const QString previous = changeWords(figures.previousPeriod->accepted, style);
    const QString lastYear = changeWords(figures.samePeriodLastYear->accepted, style);
    const auto change = [&facts](const QString &name, const QString &words) {
        WordingValue value = word(words);
        value.figure = FigureKey{.measure = Measure::Accepted};
        facts.words.insert(name, value);
    };
    change(u"accepted_previous"_s, previous);
    change(u"accepted_last_year"_s, lastYear);

    const Question standard{.period = request.period};
    facts.conditions = {
        {u"accepted"_s, figures.accepted > 0},
        {u"base"_s, figures.categoryBase > 0},
        {u"merged"_s, figures.requests != figures.accepted},
        {u"cut_off"_s, spanOf(standard, file.zone()).cutOff != figures.cutOff.toMSecsSinceEpoch()},
        {u"calls"_s, figures.calls > 0},
        {u"open"_s, figures.open > 0},
        {u"topics"_s, !facts.carvedTopics.isEmpty()},
        {u"dispatched"_s, figures.dispatched.total > 0},
        {u"on_time"_s, figures.dispatched.onTimeRate.denominator > 0},
        {u"rated"_s, figures.followUp.rated > 0},
        {u"handled"_s, figures.closed > 0},
        {u"enterprise"_s, figures.handling.enterpriseMean.count > 0},
        {u"followed_up"_s, figures.followUp.due > 0},
        {u"reached"_s, figures.followUp.reached > 0},
        {u"redone"_s, figures.dispatched.redone > 0},
        {u"sent"_s, figures.dispatched.returnRate.denominator > 0},
        {u"previous"_s, !previous.isEmpty()},
        {u"last_year"_s, !lastYear.isEmpty()},
        {u"year"_s, request.period.kind == Period::Kind::Year},
    };
    return facts;
}

} // namespace huiyin
