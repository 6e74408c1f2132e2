// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/WorkCalendar.h"
#include "domain/Code.h"
#include "domain/Id.h"
#include "domain/OfficeZone.h"
#include "domain/Ticket.h"

#include <QDate>
#include <QList>

#include <optional>

namespace huiyin {

enum class LimitUnit { Hours, CalendarDays, WorkingDays };
enum class LimitStart { SameDay, NextDay };

// How long: "5wd" working days, "24h" hours, "7d" calendar days.
struct Limit
{
    int amount = 0;
    LimitUnit unit = LimitUnit::WorkingDays;

    static std::optional<Limit> parse(QStringView text);
    [[nodiscard]] QString code() const;        // "5wd"
    [[nodiscard]] QString chineseText() const; // 5个工作日

    bool operator==(const Limit &) const = default;
};

// 办理时限: the limit for tickets that match every member that is set.
struct DeadlineRule
{
    std::optional<DeadlineRuleId> id{};
    QString name{};
    std::optional<RequestTypeId> requestType{};
    std::optional<Urgency> urgency{};
    std::optional<ChannelId> channel{};
    std::optional<Mark> mark{};
    std::optional<QDate> validFrom{}; // for tickets received on or after
    std::optional<QDate> validTo{};   // and on or before
    Limit limit{};
    LimitStart start = LimitStart::NextDay; // for days: whether the day of receipt is the first of them
    int suspensionDays = 0;                 // 暂停计时: working days in all that the time may stand still; 0: never

    bool operator==(const DeadlineRule &) const = default;
};

// What a rule is chosen by.
struct DeadlineCase
{
    std::optional<RequestTypeId> requestType{};
    Urgency urgency = Urgency::Normal;
    std::optional<ChannelId> channel{};
    Marks marks{};
};

DeadlineCase deadlineCaseOf(const Ticket &ticket);

// A due time and where it comes from.
struct DueTime
{
    QDateTime at;             // UTC
    QString rule;             // 普通事项 5个工作日
    bool provisional = false; // counted over days whose holidays are not announced
};

// The rule that applies: the one that names most; of those that name equally many a critical one, then an urgent one,
// then one for the type, then the first in order. nullptr: none matches.
const DeadlineRule *ruleFor(const QList<DeadlineRule> &rules, const DeadlineCase &deadlineCase, QDate receivedOn);

// The rules as they are asked: each stands before those that it wins over.
QList<DeadlineRule> inOrderOfUse(QList<DeadlineRule> rules);

// Neither wins over the other but by the office's own order.
bool isEqualInRank(const DeadlineRule &one, const DeadlineRule &other);

// Both would apply to the same tickets on some day, and one of them never would.
bool clash(const DeadlineRule &one, const DeadlineRule &other);

// The due time of a limit. Hours run through rest days from receipt; days end with the office's work on the last of
// them, and the day of receipt is not counted unless `start` says so. nullopt: the calendar has no such working day.
std::optional<DueTime> dueAt(const Limit &limit, LimitStart start, const WorkCalendar &calendar, const OfficeZone &zone,
                             const QDateTime &receivedAt);

// The due time of something whose time stands still from `from` and runs again at `until`: as much later as was lost of
// the limit's unit. A day on which the time still ran or runs again in part is lost when the time stood still from it
// on, and not lost when it runs again on it. nullopt: the calendar has no such working day.
std::optional<QDateTime> dueBehind(const QDateTime &dueAt, LimitUnit unit, const WorkCalendar &calendar,
                                   const OfficeZone &zone, const QDateTime &from, const QDateTime &until);

// The working days that are lost so.
int suspendedDays(const WorkCalendar &calendar, const OfficeZone &zone, const QDateTime &from, const QDateTime &until);

} // namespace huiyin
