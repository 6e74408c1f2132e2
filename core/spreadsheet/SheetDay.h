// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringView>

#include <optional>

namespace huiyin {

// How spreadsheets count days: 1 is the first of January 1900, or 0 that of 1904; the part behind the point is the time.
enum class DayCount { Since1900, Since1904 };

// The wall-clock time of a count, in UTC for want of a zone, to the millisecond. nullopt: beyond the calendar of
// spreadsheets, or 1900-02-29, which is in theirs and never was.
std::optional<QDateTime> dayTime(double count, DayCount since = DayCount::Since1900);

// The count of a wall-clock time since 1900; nullopt before 1900-03-01, where spreadsheets disagree, and after 9999.
std::optional<double> dayCount(QDate date, QTime time = QTime(0, 0));

// What a number format shows of a number.
enum class NumberLook { Number, Date, Time, DateTime };

// Of a format that the file writes out: yyyy"年"m"月"d"日", [h]:mm, 0.00E+00.
NumberLook lookOf(QStringView format);
// Of a format that every spreadsheet knows by its number. 27 to 36 and 50 to 58 are those of East Asia.
NumberLook lookOfBuiltIn(int format);

} // namespace huiyin
