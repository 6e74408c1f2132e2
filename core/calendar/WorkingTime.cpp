// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/WorkingTime.h"

#include <algorithm>

namespace huiyin {

namespace {

constexpr qint64 secondsOfDay = 86'400;
constexpr qint64 mostDays = 200 * 366; // a cut-off in the year 9999 must not take seconds

} // namespace

WorkingTime::WorkingTime(const WorkCalendar &calendar, const OfficeZone &zone, QDate first, QDate last)
{
    last = std::min(last, first.addDays(mostDays));
    const QList<WorkSpan> hours = calendar.hours();
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

qint64 WorkingTime::until(qint64 at) const
{
    const qint64 second = at / 1000;
    if (m_days.empty() || second <= m_days.front().start)
        return 0;
    if (second >= m_days.back().start)
        return m_days.back().before;
    // Days have 24 hours but where the clocks change: at most one step off.
    auto day = static_cast<size_t>((second - m_days.front().start) / secondsOfDay);
    day = std::min(day, m_days.size() - 2);
    while (second < m_days[day].start)
        --day;
    while (second >= m_days[day + 1].start)
        ++day;
    for (size_t i = m_days[day + 1].stretch; i-- > m_days[day].stretch;) {
        const Stretch &stretch = m_stretches[i];
        if (second >= stretch.from)
            return stretch.before + std::min(second, stretch.to) - stretch.from;
    }
    return m_days[day].before;
}

} // namespace huiyin
