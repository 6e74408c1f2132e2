// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/DeadlineRule.h"

#include <algorithm>
#include <functional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

template <>
std::span<const CodeEntry<LimitUnit>> codeTable<LimitUnit>()
{
    static constexpr CodeEntry<LimitUnit> table[] = {
        {LimitUnit::Hours, "h", QT_TRANSLATE_NOOP("Code", "hours"), u"小时"},
        {LimitUnit::CalendarDays, "d", QT_TRANSLATE_NOOP("Code", "calendar days"), u"个自然日"},
        {LimitUnit::WorkingDays, "wd", QT_TRANSLATE_NOOP("Code", "working days"), u"个工作日"},
    };
    return table;
}

template <>
std::span<const CodeEntry<LimitStart>> codeTable<LimitStart>()
{
    static constexpr CodeEntry<LimitStart> table[] = {
        {LimitStart::SameDay, "same_day", QT_TRANSLATE_NOOP("Code", "from the day of receipt"), u"当日起算"},
        {LimitStart::NextDay, "next_day", QT_TRANSLATE_NOOP("Code", "from the day after receipt"), u"次日起算"},
    };
    return table;
}

std::optional<Limit> Limit::parse(QStringView text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
        ++digits;
    const auto unit = fromCode<LimitUnit>(text.sliced(digits));
    const int amount = digits > 0 && digits <= 4 ? text.first(digits).toInt() : 0;
    if (!unit || amount < 1)
        return std::nullopt;
    return Limit{.amount = amount, .unit = *unit};
}

QString Limit::code() const
{
    return QString::number(amount) + huiyin::code(unit);
}

QString Limit::chineseText() const
{
    return QString::number(amount) + chineseName(unit);
}

namespace {

// How much a rule names, then how urgent, then whether the type: the greatest wins.
std::tuple<int, int, int> rankOf(const DeadlineRule &rule)
{
    const int named = int(rule.requestType.has_value()) + int(rule.urgency.has_value()) + int(rule.channel.has_value())
                      + int(rule.mark.has_value());
    const int urgency = rule.urgency == Urgency::Critical ? 2 : rule.urgency == Urgency::Urgent ? 1 : 0;
    return {named, urgency, int(rule.requestType.has_value())};
}

} // namespace

DeadlineCase deadlineCaseOf(const Ticket &ticket)
{
    return {
        .requestType = ticket.requestType, .urgency = ticket.urgency, .channel = ticket.channel, .marks = ticket.marks};
}

const DeadlineRule *ruleFor(const QList<DeadlineRule> &rules, const DeadlineCase &deadlineCase, QDate receivedOn)
{
    const DeadlineRule *best = nullptr;
    for (const DeadlineRule &rule : rules) {
        if ((rule.requestType && rule.requestType != deadlineCase.requestType)
            || (rule.urgency && rule.urgency != deadlineCase.urgency)
            || (rule.channel && rule.channel != deadlineCase.channel)
            || (rule.mark && !deadlineCase.marks.testFlag(*rule.mark))
            || (rule.validFrom && receivedOn < *rule.validFrom) || (rule.validTo && receivedOn > *rule.validTo))
            continue;
        if (!best || rankOf(rule) > rankOf(*best))
            best = &rule;
    }
    return best;
}

QList<DeadlineRule> inOrderOfUse(QList<DeadlineRule> rules)
{
    std::ranges::stable_sort(rules, std::ranges::greater(), rankOf);
    return rules;
}

bool isEqualInRank(const DeadlineRule &one, const DeadlineRule &other)
{
    return rankOf(one) == rankOf(other);
}

bool clash(const DeadlineRule &one, const DeadlineRule &other)
{
    const auto endsBefore = [](const DeadlineRule &first, const DeadlineRule &second) {
        return first.validTo && second.validFrom && *first.validTo < *second.validFrom;
    };
    return one.requestType == other.requestType && one.urgency == other.urgency && one.channel == other.channel
           && one.mark == other.mark && !endsBefore(one, other) && !endsBefore(other, one);
}

std::optional<DueTime> dueAt(const Limit &limit, LimitStart start, const WorkCalendar &calendar, const OfficeZone &zone,
                             const QDateTime &receivedAt)
{
    if (limit.unit == LimitUnit::Hours) {
        return DueTime{.at = receivedAt.toUTC().addSecs(qint64{limit.amount} * 3600),
                       .rule = limit.chineseText(),
                       .provisional = false};
    }
    const QDate received = zone.day(receivedAt);
    const QDate before = start == LimitStart::SameDay ? received.addDays(-1) : received;
    const std::optional<QDate> day = limit.unit == LimitUnit::WorkingDays
                                         ? calendar.workingDayAfter(before, limit.amount)
                                         : std::optional(before.addDays(limit.amount));
    if (!day)
        return std::nullopt;
    // Calendar days need no holidays: their due day is certain.
    const bool provisional = limit.unit == LimitUnit::WorkingDays && !calendar.isKnown(received, *day);
    return DueTime{
        .at = zone.toUtcTime(*day, calendar.endOfWork()), .rule = limit.chineseText(), .provisional = provisional};
}

int suspendedDays(const WorkCalendar &calendar, const OfficeZone &zone, const QDateTime &from, const QDateTime &until)
{
    const QDate first = zone.day(from);
    const QDate runsAgain = zone.day(until);
    return first < runsAgain ? calendar.workingDays(first, runsAgain.addDays(-1)) : 0;
}

std::optional<QDateTime> dueBehind(const QDateTime &dueAt, LimitUnit unit, const WorkCalendar &calendar,
                                   const OfficeZone &zone, const QDateTime &from, const QDateTime &until)
{
    if (unit == LimitUnit::Hours)
        return dueAt.addMSecs(std::max<qint64>(from.msecsTo(until), 0));
    const QDateTime local = zone.toLocal(dueAt);
    std::optional<QDate> day = local.date();
    if (unit == LimitUnit::CalendarDays)
        day = day->addDays(std::max<qint64>(zone.day(from).daysTo(zone.day(until)), 0));
    else if (const int lost = suspendedDays(calendar, zone, from, until); lost > 0)
        day = calendar.workingDayAfter(*day, lost);
    return day ? std::optional(zone.toUtcTime(*day, local.time())) : std::nullopt;
}

} // namespace huiyin
