// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <optional>

namespace huiyin {

// Every count that figures are made of. Each can be asked for the tickets (or calls) that it counts.
enum class Measure {
    // calls
    Calls,
    CallsValid,     // every outcome but Invalid
    CallsByOutcome, // row: CallOutcome
    CallsByTopic,   // row: topic
    CallsByDay,     // row: day of the period, from 0
    // counted tickets
    Accepted,
    Closed,
    Open,
    Merged, // into a counted one; accepted + merged = requests 件次
    AnsweredDirectly,
    AcceptedByDay, // row: day of the period, from 0
    ByRequestType, // row: request type, 0 = 未分类
    ByTopic,       // row: topic
    ByTopicClosed,
    ByTopicAndType, // row: topic, sub: request type
    CategoryBase,
    ByCategory, // row: category with all below it, 0 = 未分类
    ByCategoryClosed,
    ByCategoryEnterpriseClosed,
    // every channel, whether it counts into the total or not; row: channel with all below it
    ByChannel,
    ByChannelClosed,
    ByChannelOpen,
    ByChannelAndType, // sub: request type
    ByChannelOnTime,
    ByChannelOnTimeBase,
    ByChannelTimely,
    ByChannelDispatched, // with a lead dispatch
    ByChannelFollowUpRated,
    ByChannelFollowUpSatisfied,
    ByChannelFollowUpDissatisfied,
    ByChannelOverdue,
    // dispatches of counted tickets; row: department
    ByDepartment,
    ByDepartmentClosed,
    ByDepartmentOpen,
    ByDepartmentOnTime,
    ByDepartmentOnTimeBase,
    ByDepartmentOverdue, // what of the base was not on time: closed late, or still open
    ByDepartmentClosedLate,
    ByDepartmentOpenLate,
    ByDepartmentReturned,
    ByDepartmentRedone,
    ByDepartmentExtended,
    ByDepartmentSent, // the base of returns: those that it has and those that it returned
    // closed tickets by the department of their lead dispatch; row: department
    ByDepartmentLed,
    ByDepartmentEnterpriseLed,
    ByDepartmentFollowUpDue,
    ByDepartmentFollowUpTried,
    ByDepartmentFollowUpReached,
    ByDepartmentFollowUpRated,
    ByDepartmentFollowUpSatisfied,
    ByDepartmentFollowUpDissatisfied,
    ByDepartmentFollowUpSolved,
    // counted tickets with a lead dispatch
    Dispatched,
    DispatchedClosed,
    DispatchedOpen,
    DispatchedOnTime,
    DispatchedOnTimeBase,
    DispatchedOverdue,
    DispatchedClosedLate,
    DispatchedOpenLate,
    DispatchedRedone,
    DispatchedExtended,
    Sent, // had a lead dispatch, returned or not: the base of returns
    SentReturned,
    Led, // the ticket itself is closed; ByDepartmentLed adds up to it
    EnterpriseLed,
    // follow-up
    FollowUpDue,
    FollowUpTried,
    FollowUpReached,
    FollowUpRated,
    FollowUpSatisfied,
    FollowUpDissatisfied,
    FollowUpSolved,
    // handling time
    EnterpriseClosed,
    // what is asked of the tables apart (Question::withCaseload)
    CarriedOver, // counted tickets received before the period, and open at its start
    CarriedOverClosed,
    Supervised, // accepted, with the mark 督办
    SupervisedClosed,
    NotAccepted, // accepted into the figures, and then 不予受理
    // counted tickets by the month in which they were received; row: month of the period, from 0
    AcceptedByMonth,
    ClosedByMonth, // by the cut-off of the whole period, whatever the month
    OpenByMonth,

    Count_, // how many there are
};

// One figure: a measure, and the row and column of its table where it has them (code-table ids).
struct FigureKey
{
    Measure measure = Measure::Accepted;
    qint64 row = 0;
    qint64 sub = 0;

    bool operator==(const FigureKey &) const = default;
};

inline size_t qHash(FigureKey figure, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(figure.measure), figure.row, figure.sub);
}

// The lasting name of a figure in a case file: "accepted", "by_department_closed/12".
QString figureCode(FigureKey figure);
std::optional<FigureKey> figureFromCode(const QString &code); // nullopt: there is no such figure

inline bool countsCalls(Measure measure)
{
    return measure <= Measure::CallsByDay;
}

} // namespace huiyin
