// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/DeadlineRule.h"
#include "calendar/HolidayData.h"
#include "calendar/WorkCalendar.h"

namespace huiyin {

class Database;

// Reads and writes the working calendar and the deadline rules of a case file.
class CalendarRepository
{
public:
    explicit CalendarRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] WorkCalendar load() const;
    [[nodiscard]] QList<DeadlineRule> rules() const; // in the office's order

    // Takes over the years of a notice; days that the office has set itself stay.
    void store(const HolidayData &data, const QDateTime &at) const;
    DeadlineRuleId insert(const DeadlineRule &rule) const;

private:
    Database &m_database;
};

} // namespace huiyin
