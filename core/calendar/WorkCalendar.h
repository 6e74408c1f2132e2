// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QTime>

#include <optional>

namespace huiyin {

// One stretch of office hours on a working day, from <= t < to.
struct WorkSpan
{
    QTime from;
    QTime to;

    bool operator==(const WorkSpan &) const = default;
};

// Office hours as they are typed and shown: "08:30-11:30, 13:30-17:00". nullopt: not of that form.
std::optional<QList<WorkSpan>> parseHours(const QString &text);
QString hoursText(const QList<WorkSpan> &hours);

// A day that differs from the rule of the week: a holiday, or a make-up working day 调休上班.
struct SpecialDay
{
    QString name;
    bool working = false;

    bool operator==(const SpecialDay &) const = default;
};

// The last days of a year that the notice of the next may set: 2018-12-29 was made a working day by that of 2019.
inline constexpr int noticeReach = 12;

// 工作日历: which days the office works and when. Monday to Friday, but for the days of the State Council's yearly
// notices and the office's own; a day of a year whose notice is not known follows the week and is provisional.
class WorkCalendar
{
public:
    WorkCalendar();

    void setSpecialDay(QDate day, const SpecialDay &special) { m_special.insert(day, special); }
    void setKnownYear(int year) { m_knownYears.insert(year); }
    void setHours(const QList<WorkSpan> &hours); // in order of time, not empty

    [[nodiscard]] const QMap<QDate, SpecialDay> &specialDays() const { return m_special; }
    [[nodiscard]] const QList<WorkSpan> &hours() const { return m_hours; }

    [[nodiscard]] bool isWorkingDay(QDate day) const;
    [[nodiscard]] bool isKnownYear(int year) const { return m_knownYears.contains(year); }
    // The holidays of every year from `from` to `to` are known.
    [[nodiscard]] bool isKnown(QDate from, QDate to) const;

    // The working days in the span, both ends included.
    [[nodiscard]] int workingDays(QDate from, QDate to) const;
    // The count-th working day after `day`, which is not counted itself; count >= 1. nullopt: none within ten years.
    [[nodiscard]] std::optional<QDate> workingDayAfter(QDate day, int count) const;

    [[nodiscard]] QTime endOfWork() const { return m_hours.last().to; }

private:
    QMap<QDate, SpecialDay> m_special;
    QSet<int> m_knownYears;
    QList<WorkSpan> m_hours;
};

} // namespace huiyin
