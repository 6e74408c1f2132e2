// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Call.h"
#include "domain/CodeTables.h"
#include "statistics/Question.h"
#include "statistics/Ratio.h"

#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// The figures of a period: exact whole numbers, as the contract's JSON names them. Lists are in the order in which
// they are printed. `id` is nullopt in the row 未分类.

struct OutcomeFigures
{
    CallOutcome outcome = CallOutcome::Answered;
    qint64 count = 0;
};

struct TopicCount
{
    TopicId id{0};
    QString name{};
    qint64 count = 0;
};

struct TypeFigures
{
    std::optional<RequestTypeId> id{};
    QString name{};
    qint64 count = 0;
    Ratio share{}; // of the accepted; in a channel or a topic, of its own
};

struct ChannelFigures
{
    ChannelId id{0};
    QString name{};
    QString unitWord{};
    bool inTotal = true;
    bool isPhone = false;
    qint64 received = 0;
    qint64 closed = 0;
    qint64 open = 0;
    Ratio closureRate{};
    Ratio onTimeRate{};
    Ratio timelyReplyRate{};
    QList<TypeFigures> byRequestType{};
    QList<ChannelFigures> children{};
    qint64 dispatched = 0;
    Ratio satisfactionRate{};
};

struct TopicFigures
{
    TopicId id{0};
    QString name{};
    qint64 accepted = 0;
    qint64 closed = 0;
    QList<TypeFigures> byRequestType{};
};

// A duration over `count` tickets: `seconds` is their sum for a mean, the value itself for a median.
struct DurationFigure
{
    static constexpr qint64 calendarDay = 86'400;

    qint64 count = 0;
    qint64 seconds = 0;
    bool isMean = true;
    qint64 daySeconds = calendarDay; // of what is printed as a day

    // In days with two decimals, half up; "—" when there is none.
    [[nodiscard]] QString printed() const
    {
        return quotient(seconds, count == 0 ? 0 : isMean ? count * daySeconds : daySeconds, 2);
    }
};

// From receipt to closing. The working twins count office hours alone, and a day of theirs is a day of office hours
// (6.5 h in the usual office): a ticket that takes from one morning to the same hour of the next working day takes 1.00,
// whatever rest days lie between.
struct HandlingFigures
{
    DurationFigure mean{};
    DurationFigure median{.isMean = false};
    DurationFigure enterpriseMean{};
    DurationFigure workingMean{};
    DurationFigure workingMedian{.isMean = false};
    DurationFigure workingEnterpriseMean{};
};

struct CategoryFigures
{
    std::optional<CategoryId> id{};
    QString name{};
    qint64 count = 0;
    Ratio share{}; // of the base, or of its parent
    HandlingFigures handling{};
    QList<CategoryFigures> children{};
};

struct FollowUpFigures
{
    qint64 due = 0;
    qint64 tried = 0;
    qint64 reached = 0;
    qint64 rated = 0;
    Ratio followUpRate{}; // tried of those due
    Ratio reachedRate{};  // of those due
    Ratio satisfactionRate{};
    Ratio solvedRate{};
};

struct DepartmentFigures
{
    DepartmentId id{0};
    QString name{};
    QString group{};
    qint64 dispatched = 0;
    qint64 closed = 0;
    qint64 open = 0;
    Ratio closureRate{};
    Ratio onTimeRate{};
    qint64 returned = 0;
    qint64 redone = 0;
    qint64 extended = 0;
    Ratio redoRate{}; // of the dispatched
    // Of all that it was sent, for what it returned is not among the dispatched.
    Ratio returnRate{};
    Ratio extensionRate{}; // of the dispatched
    // Of the closed tickets whose lead it is.
    FollowUpFigures followUp{};
    HandlingFigures handling{};
    // Of those judged for timeliness, what was not on time: onTimeRate's base less its numerator.
    qint64 closedLate = 0; // 超期办结
    qint64 openLate = 0;   // 超期未办
};

struct DispatchedFigures
{
    qint64 total = 0;
    qint64 closed = 0;
    qint64 open = 0;
    Ratio closureRate{};
    Ratio onTimeRate{};
    qint64 returned = 0; // with a granted return of any of its dispatches
    qint64 redone = 0;
    qint64 extended = 0;
    Ratio redoRate{};
    Ratio returnRate{}; // of those that had a lead dispatch, whether it was returned or not
    Ratio extensionRate{};
    HandlingFigures handling{}; // of those whose ticket is closed
    qint64 closedLate = 0;      // by the lead dispatch
    qint64 openLate = 0;
};

// What is not counted in the pass over the period's tickets.
struct CaseloadFigures
{
    qint64 carriedOver = 0;       // 结转
    qint64 carriedOverClosed = 0; // of these, by the cut-off
    qint64 supervised = 0;        // 督办, of the accepted
    qint64 supervisedClosed = 0;
    qint64 notAccepted = 0; // 不予受理, of the accepted
};

struct DayFigures
{
    QDate day{};
    qint64 calls = 0;
    qint64 accepted = 0;
};

// What came in within a month of the period, and what of it was closed by the cut-off of the whole period: months add up.
struct MonthFigures
{
    Period month{}; // Kind::Free where the period has only a part of it
    qint64 accepted = 0;
    qint64 closed = 0;
    qint64 open = 0;
};

// One number against the same of another period.
struct CountChange
{
    qint64 reference = 0;
    qint64 difference = 0;
    [[nodiscard]] Ratio rate() const { return {.numerator = difference, .denominator = reference}; }
};

struct ChangeFigures
{
    Period period{};
    QDateTime cutOff{};
    CountChange calls{};
    CountChange accepted{};
    CountChange closed{};
    Ratio closureRateReference{};
};

struct Statistics
{
    Question question{};
    QDateTime cutOff{}; // the instant in force, UTC
    OfficeZone zone{};  // of the office: its days are counted

    qint64 calls = 0;
    QList<OutcomeFigures> callsByOutcome{};
    QList<TopicCount> callsByTopic{};

    qint64 accepted = 0;
    qint64 closed = 0;
    qint64 open = 0;
    qint64 requests = 0; // 件次
    Ratio closureRate{};
    Ratio directAnswerRate{};

    QList<ChannelFigures> byChannel{};
    QList<TypeFigures> byRequestType{};
    QList<TopicFigures> byTopic{};
    qint64 categoryBase = 0;
    QStringList excludedTopics{};
    QList<CategoryFigures> byCategory{};
    QList<DepartmentFigures> byDepartment{};
    DispatchedFigures dispatched{};
    FollowUpFigures followUp{};
    HandlingFigures handling{};
    QList<DayFigures> byDay{};
    QList<MonthFigures> byMonth{};
    std::optional<ChangeFigures> previousPeriod{};
    std::optional<ChangeFigures> samePeriodLastYear{};
    qint64 validCalls = 0;                     // 有效: every call but those with the outcome Invalid
    std::optional<CaseloadFigures> caseload{}; // where the question asks for it
};

// The name of the row for what has no category or no type.
QString uncategorised();

// 2月, or 2020年2月 where a period has months of several years.
QString monthName(const Period &month, bool oneYear);

// 其他, 其它, and such with 问题: printed last whatever its size.
bool isOther(QStringView name);

} // namespace huiyin
