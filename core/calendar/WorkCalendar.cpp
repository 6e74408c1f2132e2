// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/WorkCalendar.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace huiyin {

std::optional<QList<WorkSpan>> parseHours(const QString &text)
{
    static const QRegularExpression between(u"[,，;；、]"_s);
    static const QRegularExpression form(u"^(\\d{1,2})[:：](\\d{2})\\s*[-–—~至]\\s*(\\d{1,2})[:：](\\d{2})$"_s);
    QList<WorkSpan> hours;
    const QStringList parts = text.split(between);
    for (const QString &part : parts) {
        const auto match = form.match(part.trimmed());
        const WorkSpan span{.from = QTime(match.captured(1).toInt(), match.captured(2).toInt()),
                            .to = QTime(match.captured(3).toInt(), match.captured(4).toInt())};
        if (!match.hasMatch() || !span.from.isValid() || !span.to.isValid())
            return std::nullopt;
        hours.append(span);
    }
    return hours;
}

QString hoursText(const QList<WorkSpan> &hours)
{
    QStringList parts;
    for (const WorkSpan &span : hours)
        parts.append(u"%1-%2"_s.arg(span.from.toString(u"HH:mm"_s), span.to.toString(u"HH:mm"_s)));
    return parts.join(u", "_s);
}

WorkCalendar::WorkCalendar()
    : m_hours{{.from = QTime(8, 30), .to = QTime(11, 30)}, {.from = QTime(13, 30), .to = QTime(17, 0)}}
{
}

void WorkCalendar::setHours(const QList<WorkSpan> &hours)
{
    Q_ASSERT(!hours.isEmpty());
    m_hours = hours;
}

bool WorkCalendar::isWorkingDay(QDate day) const
{
    const auto special = m_special.constFind(day);
    if (special != m_special.cend())
        return special->working;
    return day.dayOfWeek() <= Qt::Friday;
}

bool WorkCalendar::isKnown(QDate from, QDate to) const
{
    const int last = to.addDays(noticeReach).year();
    for (int year = from.year(); year <= last; ++year) {
        if (!m_knownYears.contains(year))
            return false;
    }
    return true;
}

int WorkCalendar::workingDays(QDate from, QDate to) const
{
    int count = 0;
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        if (isWorkingDay(day))
            ++count;
    }
    return count;
}

std::optional<QDate> WorkCalendar::workingDayAfter(QDate day, int count) const
{
    // Bounded: a calendar that an office has closed for good must not hang the program.
    const QDate limit = day.addDays(qint64{count} * 3 + 366);
    for (QDate next = day.addDays(1); next <= limit; next = next.addDays(1)) {
        if (isWorkingDay(next) && --count == 0)
            return next;
    }
    return std::nullopt;
}

} // namespace huiyin
