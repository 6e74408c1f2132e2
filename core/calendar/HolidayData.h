// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/WorkCalendar.h"

#include <QByteArray>
#include <QMap>

namespace huiyin {

// The holidays and make-up working days of several calendar years, as shipped in resources/calendar.
struct HolidayData
{
    QString source;
    QString licence;
    QMap<int, QMap<QDate, SpecialDay>> years;

    // Throws std::runtime_error with the place when the JSON is not of the documented form.
    static HolidayData parse(const QByteArray &json);
    // The data that this program ships.
    static HolidayData shipped();
};

} // namespace huiyin
