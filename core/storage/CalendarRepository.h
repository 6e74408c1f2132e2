// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/DeadlineRule.h"
#include "calendar/HolidayData.h"
#include "calendar/HolidayNotice.h"
#include "calendar/WorkCalendar.h"

#include <QDateTime>

namespace huiyin {

class Database;

// A day that differs from the week, and who says so; the office's word counts.
struct CalendarDay
{
    QDate day{};
    std::optional<SpecialDay> notice{};
    std::optional<SpecialDay> local{}; // set by the office

    [[nodiscard]] const SpecialDay &inForce() const { return local ? *local : *notice; }
};

// A year as the set-up shows it.
struct CalendarYear
{
    int year = 0;
    bool known = false; // its notice is there
    QString source{};
    QList<CalendarDay> days{};
};

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
    void storeNotice(const HolidayNotice &notice, const QDateTime &at) const;
    [[nodiscard]] QMap<QDate, SpecialDay> noticeDays() const;

    // The office's own days.
    [[nodiscard]] std::optional<SpecialDay> localDay(QDate day) const;
    void setLocalDay(QDate day, const SpecialDay &special) const;
    void removeLocalDay(QDate day) const;
    [[nodiscard]] CalendarYear year(int year) const;

    void setHours(const QList<WorkSpan> &hours) const;

    DeadlineRuleId insert(const DeadlineRule &rule) const;
    void update(const DeadlineRule &rule) const;
    void reorder(const QList<DeadlineRuleId> &order) const; // those that are not named stay behind

private:
    Database &m_database;
};

} // namespace huiyin
