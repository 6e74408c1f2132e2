// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/Deadlines.h"

#include "storage/CalendarRepository.h"
#include "storage/CaseFile.h"

namespace huiyin {

Deadlines::Deadlines(WorkCalendar calendar, QList<DeadlineRule> rules, OfficeZone zone)
    : m_calendar(std::move(calendar))
    , m_rules(std::move(rules))
    , m_zone(std::move(zone))
{
}

Deadlines Deadlines::of(CaseFile &file)
{
    const CalendarRepository repository(file.database());
    return {repository.load(), repository.rules(), file.zone()};
}

std::optional<DueTime> Deadlines::due(const DeadlineCase &deadlineCase, const QDateTime &receivedAt) const
{
    const DeadlineRule *applies = rule(deadlineCase, receivedAt);
    if (!applies)
        return std::nullopt;
    std::optional<DueTime> due = dueAt(applies->limit, applies->start, m_calendar, m_zone, receivedAt);
    if (due)
        due->rule = applies->name + u' ' + due->rule;
    return due;
}

const DeadlineRule *Deadlines::rule(const DeadlineCase &deadlineCase, const QDateTime &receivedAt) const
{
    return ruleFor(m_rules, deadlineCase, m_zone.day(receivedAt));
}

DueMoments Deadlines::moments(const QDateTime &now) const
{
    const QDate today = m_zone.day(now);
    const QDate second = m_calendar.workingDayAfter(today, 2).value_or(today.addYears(10));
    return {.now = now, .tomorrow = m_zone.toUtcTime(today.addDays(1)), .yellowBefore = m_zone.toUtcTime(second)};
}

DueLight Deadlines::light(const std::optional<QDateTime> &dueAt, const QDateTime &now) const
{
    return dueAt ? moments(now).light(dueAt) : DueLight::None;
}

} // namespace huiyin
