// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/WorkCalendar.h"
#include "domain/OfficeZone.h"

#include <vector>

namespace huiyin {

// How much working time lies between two instants: office hours of working days, make-up days among them. Nights, noon
// breaks, rest days and holidays are none. The days are laid out once, so that asking takes some nanoseconds.
class WorkingTime
{
public:
    // For instants of the days from `first` to `last`; before the first and after the last (or 200 years, if that is
    // less) nobody works.
    WorkingTime(const WorkCalendar &calendar, const OfficeZone &zone, QDate first, QDate last);

    // In whole seconds, of instants in UTC milliseconds. 0 when `to` is not after `from`.
    [[nodiscard]] qint64 between(qint64 from, qint64 to) const;
    // The length of a working day: 6.5 hours in the usual office.
    [[nodiscard]] qint64 daySeconds() const { return m_daySeconds; }

private:
    // One stretch of office hours on one day, UTC seconds.
    struct Stretch
    {
        qint64 from = 0;
        qint64 to = 0;
        qint64 before = 0; // working seconds before it
    };
    struct Day
    {
        qint64 start = 0;   // 00:00, UTC seconds
        qint64 before = 0;  // working seconds before it
        size_t stretch = 0; // its first one; the next day's is its end
    };
    [[nodiscard]] size_t dayOf(qint64 second) const;
    [[nodiscard]] qint64 until(size_t day, qint64 second) const; // of the second's day

    std::vector<Day> m_days; // and one more, where the last ends; nobody works on it
    std::vector<Stretch> m_stretches;
    qint64 m_daySeconds = 0;
};

} // namespace huiyin
