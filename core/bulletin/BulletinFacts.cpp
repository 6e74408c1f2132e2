// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinFacts.h"

#include "bulletin/BulletinRows.h"
#include "bulletin/Composer.h"
#include "domain/Office.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// 今年第三季度 is said in the year itself; a year later it would be wrong.
QString thisYear(const Period &period, const QDate &date, const QString &quarter)
{
    return date.year() == period.from.year() ? QString(u"今年" + quarter)
                                             : u"%1年%2"_s.arg(period.from.year()).arg(quarter);
}

WordingScope periodWords(const Office &office, const Statistics &figures, const BulletinRequest &request,
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
        {u"cut_off_day"_s, word(chineseDate(figures.zone.day(figures.cutOff.addMSecs(-1))))},
        {u"office"_s, word(office.name)},
        {u"hotline"_s, word(office.hotline.isEmpty() ? u"12345热线"_s : office.hotline)},
        {u"per_day"_s, word(quotient(figures.accepted, period.dayCount(), 0))},
    };
}

} // namespace

WordingScope officeWords(const Statistics &figures)
{
    WordingScope words;
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
    count(u"valid_calls"_s, figures.validCalls, Measure::CallsValid);
    words.insert(u"invalid_calls"_s,
                 word(figures.calls - figures.validCalls,
                      FigureKey{.measure = Measure::CallsByOutcome, .row = static_cast<qint64>(CallOutcome::Invalid)}));
    count(u"merged"_s, figures.requests - figures.accepted, Measure::Merged);
    count(u"sent"_s, figures.dispatched.returnRate.denominator, Measure::Sent);
    count(u"dissatisfied"_s, figures.followUp.rated - figures.followUp.satisfactionRate.numerator,
          Measure::FollowUpDissatisfied);
    words.insert(timelinessWords(figures.dispatched.onTimeRate, figures.dispatched.closedLate,
                                 figures.dispatched.openLate, figures.dispatched.open,
                                 {.onTime = {.measure = Measure::DispatchedOnTime},
                                  .due = {.measure = Measure::DispatchedOnTimeBase},
                                  .overdue = {.measure = Measure::DispatchedOverdue},
                                  .closedLate = {.measure = Measure::DispatchedClosedLate},
                                  .openLate = {.measure = Measure::DispatchedOpenLate}}));
    if (figures.caseload) {
        const CaseloadFigures &caseload = *figures.caseload;
        count(u"carried_over"_s, caseload.carriedOver, Measure::CarriedOver);
        count(u"carried_over_closed"_s, caseload.carriedOverClosed, Measure::CarriedOverClosed);
        words.insert(u"carried_over_open"_s, word(caseload.carriedOver - caseload.carriedOverClosed));
        count(u"supervised"_s, caseload.supervised, Measure::Supervised);
        count(u"supervised_closed"_s, caseload.supervisedClosed, Measure::SupervisedClosed);
        words.insert(u"supervised_open"_s, word(caseload.supervised - caseload.supervisedClosed));
        count(u"not_accepted"_s, caseload.notAccepted, Measure::NotAccepted);
        words.insert(u"valid"_s, word(figures.accepted - caseload.notAccepted));
    }
    return words;
}

WordingScope timelinessWords(Ratio onTimeRate, qint64 closedLate, qint64 openLate, qint64 open,
                             const TimelinessKeys &keys)
{
    return {{u"on_time"_s, word(onTimeRate.numerator, keys.onTime)},
            {u"due"_s, word(onTimeRate.denominator, keys.due)},
            {u"overdue"_s, word(closedLate + openLate, keys.overdue)},
            {u"closed_late"_s, word(closedLate, keys.closedLate)},
            {u"open_late"_s, word(openLate, keys.openLate)},
            {u"open_in_time"_s, word(open - openLate)}};
}

bool BulletinFacts::holds(const QString &when, const WordingScope *row) const
{
    const auto known = [&](const QString &name) {
        const auto value = [&name](const WordingScope &scope) -> std::optional<bool> {
            const auto found = scope.constFind(name);
            if (found == scope.cend() || !(found->count || found->ratio || found->change))
                return std::nullopt;
            if (found->change) // from something
                return found->change->ofRate
                           ? found->change->now.denominator != 0 && found->change->before.denominator != 0
                           : found->change->before.numerator != 0;
            return found->count ? *found->count != 0 : found->ratio->denominator != 0;
        };
        if (const auto ofRow = row ? value(*row) : std::nullopt)
            return *ofRow;
        if (const auto condition = conditions.constFind(name); condition != conditions.cend())
            return *condition;
        if (const auto ofOffice = value(words))
            return *ofOffice;
        throw LayoutError(u"when: "_s + name);
    };
    const QStringList names = when.split(u',', Qt::SkipEmptyParts);
    return std::ranges::all_of(names, [&known](const QString &entry) {
        const QString name = entry.trimmed();
        const bool negated = name.startsWith(u'!');
        return known(negated ? name.sliced(1) : name) != negated;
    });
}

WordingScope BulletinFacts::plainWords() const
{
    WordingScope plain;
    for (auto it = words.cbegin(); it != words.cend(); ++it) {
        const bool isFigure = it->count || it->ratio || it->change || it->figure || it.key() == u"per_day";
        if (!isFigure)
            plain.insert(it.key(), *it);
    }
    return plain;
}

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

BulletinFacts bulletinFacts(const Office &office, const Statistics &figures, const BulletinRequest &request,
                            const BlockStyle &style, bool monthOfStretch)
{
    BulletinFacts facts{.words = periodWords(office, figures, request, monthOfStretch)};
    facts.words.insert(officeWords(figures));
    facts.words.insert(u"unit"_s, word(style.unit));

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
    // These are known without going through the other periods.
    const auto changes = [&](const ChangeFigures &change, const QString &suffix) {
        const auto before = [](const CountChange &count) { return word(count.reference); };
        const WordingScope then{{u"calls"_s, before(change.calls)},
                                {u"accepted"_s, before(change.accepted)},
                                {u"closed"_s, before(change.closed)},
                                {u"closure_rate"_s, word(change.closureRateReference)}};
        WordingScope now;
        for (auto it = then.cbegin(); it != then.cend(); ++it)
            now.insert(it.key(), facts.words.value(it.key()));
        addChanges(now, then, suffix);
        facts.words.insert(now);
    };
    changes(*figures.previousPeriod, u"_previous"_s);
    changes(*figures.samePeriodLastYear, u"_last_year"_s);

    const Question standard{.period = request.period};
    facts.conditions = {
        {u"accepted"_s, figures.accepted > 0},
        {u"base"_s, figures.categoryBase > 0},
        {u"merged"_s, figures.requests != figures.accepted},
        {u"cut_off"_s, spanOf(standard, figures.zone).cutOff != figures.cutOff.toMSecsSinceEpoch()},
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
        {u"previous"_s, figures.previousPeriod->accepted.reference != 0},
        {u"last_year"_s, figures.samePeriodLastYear->accepted.reference != 0},
        {u"months"_s, figures.byMonth.size() > 1},
        {u"year"_s, request.period.kind == Period::Kind::Year},
    };
    return facts;
}

} // namespace huiyin
