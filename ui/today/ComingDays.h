// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/WorkCalendar.h"

#include <QDate>
#include <QList>
#include <QString>

namespace huiyin {

// A stretch of days that differs from a plain working week, as the calendar has it.
struct ComingDay
{
    enum class Kind { Rest, Holiday, MakeUp };

    QDate from{};
    QDate to{};
    Kind kind = Kind::Rest;
    QString name{}; // of a holiday

    bool operator==(const ComingDay &) const = default;
};

// What comes next, from `today` on: the next days of rest, then holidays and make-up days within a year; at most
// `count`, in order of time.
QList<ComingDay> comingDays(const WorkCalendar &calendar, QDate today, int count);

} // namespace huiyin
