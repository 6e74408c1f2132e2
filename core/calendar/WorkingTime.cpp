// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/WorkingTime.h"

#include <algorithm>

namespace huiyin {

namespace {

constexpr qint64 secondsOfDay = 86'400;
constexpr qint64 mostDays = qint64{200} * 366; // a cut-off in the year 9999 must not take seconds

} // namespace

WorkingTime::WorkingTime(const WorkCalendar &calendar, const OfficeZone &zone, QDate first, QDate last)
{
    last = std::clamp(last, first, first.addDays(mostDays));
    const QList<WorkSpan> &hours = calendar.hours();
    for (const WorkSpan &span : hours)
        m_daySeconds += span.from.secsTo(span.to);
    qint64 worked = 0;
    for (QDate day = first; day <= last.addDays(1); day = day.addDays(1)) {
        m_days.push_back({.start = zone.toUtc(day) / 1000, .before = worked, .stretch = m_stretches.size()});
        if (day > last || !calendar.isWorkingDay(day))
            continue;
        for (const WorkSpan &span : hours) {
            const Stretch stretch{
                .from = zone.toUtc(day, span.from) / 1000, .to = zone.toUtc(day, span.to) / 1000, .before = worked};
            m_stretches.push_back(stretch);
            worked += stretch.to - stretch.from;
        }
    }
}

// The first or the last day for what lies outside of them.
size_t WorkingTime::dayOf(qint64 second) const
{
    // Days have 24 hours but where the clocks change: at most one step off.
    const qint64 last = std::ssize(m_days) - 1;
    auto day = static_cast<size_t>(std::clamp<qint64>((second - m_days.front().start) / secondsOfDay, 0, last));
    while (day > 0 && second < m_days[day].start)
        --day;
    while (day + 1 < m_days.size() && second >= m_days[day + 1].start)
        ++day;
    return day;
}

qint64 WorkingTime::until(size_t day, qint64 second) const
{
    const size_t end = day + 1 < m_days.size() ? m_days[day + 1].stretch : m_stretches.size();
    for (size_t i = end; i-- > m_days[day].stretch;) {
        const Stretch &stretch = m_stretches[i];
        if (second >= stretch.from)
            return stretch.before + std::min(second, stretch.to) - stretch.from;
    }
    return m_days[day].before;
}

qint64 WorkingTime::between(qint64 from, qint64 to) const
{
    const qint64 first = from / 1000;
    const qint64 last = to / 1000;
    if (first >= last)
        return 0;
    const size_t day = dayOf(first);
    // Most matters are settled on the day that they came in.
    const bool sameDay = day + 1 < m_days.size() && last < m_days[day + 1].start;
    return until(sameDay ? day : dayOf(last), last) - until(day, first);
}

} // namespace huiyin
