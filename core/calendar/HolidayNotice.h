// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/WorkCalendar.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace huiyin {

// 放假通知: the holidays and make-up working days of one year. Its first days may lie at the end of the year before.
struct HolidayNotice
{
    int year = 0;
    QString source{}; // 国办发明电〔2025〕7号; "" when the text doesn't tell
    QMap<QDate, SpecialDay> days{};

    // A day that the notice of a year may speak of: of that year, or of the last days of the year before.
    [[nodiscard]] static bool reaches(int year, QDate day);
    [[nodiscard]] int workingDays() const; // of the year, by this notice alone

    bool operator==(const HolidayNotice &) const = default;
};

// What could not be read, with its place.
struct NoticeFault
{
    int line = 0;    // the first is 1; 0: the text as a whole
    int column = 0;  // in characters; the first is 1
    QString words{}; // what stands there
    QString why{};

    [[nodiscard]] QString text() const;
};

struct NoticeReading
{
    HolidayNotice notice{};
    QList<NoticeFault> faults{}; // none: the notice may be stored

    [[nodiscard]] bool isGood() const { return faults.isEmpty(); }
};

// Reads a year's holidays from a text of one of three forms, told apart by content:
// - the State Council's notice in Chinese: "一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。" Every word of
//   an item has to be understood, a weekday has to agree with its date and a number of days with the span, and none of
//   the seven holidays may be missing;
// - CSV with the heading date,name,working (日期,名称,上班): 2027-01-01,元旦,0;
// - JSON as in resources/calendar/holidays-cn.json.
// `year` is taken when the text doesn't tell it, or to choose from a JSON file of several.
NoticeReading readNotice(const QString &text, int year);

} // namespace huiyin
