// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/SheetDay.h"

#include <cmath>

namespace huiyin {

namespace {

constexpr double millisecondsPerDay = 86'400'000.0;
constexpr int between1900And1904 = 1462; // days
constexpr int afterLastDay = 2'958'466;  // of 9999
constexpr int leapDayOf1900 = 60;        // there was none

} // namespace

std::optional<QDateTime> dayTime(double count, DayCount since)
{
    if (!std::isfinite(count) || count < 0 || count >= afterLastDay)
        return std::nullopt;
    if (since == DayCount::Since1904)
        count += between1900And1904;
    const double rounded = std::round(count * millisecondsPerDay) / millisecondsPerDay;
    if (rounded >= afterLastDay
        || (since == DayCount::Since1900 && rounded >= leapDayOf1900 && rounded < leapDayOf1900 + 1))
        return std::nullopt;
    const auto day = static_cast<qint64>(rounded);
    const QDate first(1899, 12, rounded < leapDayOf1900 ? 31 : 30);
    const auto milliseconds = static_cast<qint64>(std::round((count - static_cast<double>(day)) * millisecondsPerDay));
    return QDateTime(first.addDays(day), QTime(0, 0), Qt::UTC).addMSecs(milliseconds);
}

std::optional<double> dayCount(QDate date, QTime time)
{
    if (!date.isValid() || !time.isValid() || date < QDate(1900, 3, 1) || date.year() > 9999)
        return std::nullopt;
    return static_cast<double>(QDate(1899, 12, 30).daysTo(date)) + time.msecsSinceStartOfDay() / millisecondsPerDay;
}

NumberLook lookOf(QStringView format)
{
    const QStringView general = u"General";
    bool day = false;
    bool month = false; // or minute
    bool time = false;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const char16_t c = format[i].toLower().unicode();
        if (c == u';')
            break; // what follows is for negative numbers and for none
        switch (c) {
        case u'"': {
            const qsizetype end = format.indexOf(u'"', i + 1);
            i = end < 0 ? format.size() : end;
            break;
        }
        case u'[': {
            const qsizetype end = format.indexOf(u']', i + 1);
            const QStringView inside = end < 0 ? QStringView() : format.sliced(i + 1, end - i - 1);
            // Hours beyond a day: [h]:mm. Others are colours, conditions, languages.
            const QChar unit = inside.isEmpty() ? QChar() : inside.front().toLower();
            if ((unit == u'h' || unit == u'm' || unit == u's')
                && inside.count(inside.front(), Qt::CaseInsensitive) == inside.size())
                time = true;
            i = end < 0 ? format.size() : end;
            break;
        }
        case u'\\':
        case u'_':
        case u'*':
            ++i; // the next character stands for itself, for its width, or is repeated
            break;
        case u'y':
        case u'd':
            day = true;
            break;
        case u'g':
            if (format.sliced(i).startsWith(general, Qt::CaseInsensitive))
                i += general.size() - 1;
            break;
        case u'e': // the year of an era, unless it is the exponent of 0.00E+00
            if (i + 1 == format.size() || (format[i + 1] != u'+' && format[i + 1] != u'-'))
                day = true;
            break;
        case u'm':
            month = true;
            break;
        case u'h':
        case u's':
            time = true;
            break;
        default:
            break;
        }
    }
    if (month && !time)
        day = true;
    if (day)
        return time ? NumberLook::DateTime : NumberLook::Date;
    return time ? NumberLook::Time : NumberLook::Number;
}

NumberLook lookOfBuiltIn(int format)
{
    const auto between = [format](int first, int last) { return format >= first && format <= last; };
    if (format == 22)
        return NumberLook::DateTime;
    if (between(18, 21) || between(32, 35) || between(45, 47) || format == 55 || format == 56)
        return NumberLook::Time;
    if (between(14, 17) || between(27, 31) || format == 36 || between(50, 58))
        return NumberLook::Date;
    return NumberLook::Number;
}

} // namespace huiyin
