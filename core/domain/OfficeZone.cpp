// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/OfficeZone.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// China kept summer time last in 1991; a zone whose last change lies before this is taken as fixed from then on.
const qint64 yearsWithoutChange = QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();

std::optional<int> number(QStringView text, qsizetype minimumDigits, qsizetype maximumDigits)
{
    if (text.size() < minimumDigits || text.size() > maximumDigits)
        return std::nullopt;
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

} // namespace

std::optional<WallTime> parseWallTime(QStringView text)
{
    text = text.trimmed();
    const qsizetype space = text.indexOf(u' ') >= 0 ? text.indexOf(u' ') : text.indexOf(u'T');
    const QStringView dateText = space < 0 ? text : text.first(space);
    const QChar separator = dateText.contains(u'/') ? u'/' : u'-';
    const auto parts = dateText.split(separator);
    if (parts.size() != 3)
        return std::nullopt;
    const auto year = number(parts[0], 4, 4);
    const auto month = number(parts[1], 1, 2);
    const auto day = number(parts[2], 1, 2);
    if (!year || !month || !day)
        return std::nullopt;
    WallTime wall{.date = QDate(*year, *month, *day), .time = QTime(0, 0)};
    if (!wall.date.isValid())
        return std::nullopt;
    if (space < 0)
        return wall;
    const auto clock = text.sliced(space + 1).trimmed().split(u':');
    if (clock.size() < 2 || clock.size() > 3)
        return std::nullopt;
    const auto hour = number(clock[0], 1, 2);
    const auto minute = number(clock[1], 2, 2);
    const auto second = clock.size() == 3 ? number(clock[2], 2, 2) : std::optional<int>(0);
    if (!hour || !minute || !second || !QTime::isValid(*hour, *minute, *second))
        return std::nullopt;
    wall.time = QTime(*hour, *minute, *second);
    wall.hasTime = true;
    return wall;
}

OfficeZone::OfficeZone(const QByteArray &id)
    : m_zone(id)
{
    if (!m_zone.isValid())
        return;
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(yearsWithoutChange, Qt::UTC);
    m_hasFixed = !m_zone.hasTransitions() || !m_zone.nextTransition(from).atUtc.isValid();
    m_fixedSince = yearsWithoutChange;
    m_fixedOffset = qint64{m_zone.offsetFromUtc(from)} * 1000;
}

qint64 OfficeZone::toUtc(QDate date, QTime time) const
{
    if (m_hasFixed) {
        const qint64 wall = (date.toJulianDay() - 2440588) * 86'400'000 + time.msecsSinceStartOfDay();
        if (wall - m_fixedOffset >= m_fixedSince)
            return wall - m_fixedOffset;
    }
    const QDateTime local(date, time, m_zone);
    return local.toMSecsSinceEpoch();
}

QDateTime OfficeZone::toUtcTime(QDate date, QTime time) const
{
    return QDateTime::fromMSecsSinceEpoch(toUtc(date, time), Qt::UTC);
}

QDateTime OfficeZone::toLocal(qint64 utcMilliseconds) const
{
    // The result is a wall clock written as UTC: what is asked of it is date() and time(), and those are cheap there.
    if (m_hasFixed && utcMilliseconds >= m_fixedSince)
        return QDateTime::fromMSecsSinceEpoch(utcMilliseconds + m_fixedOffset, Qt::UTC);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(utcMilliseconds, m_zone);
    return {local.date(), local.time(), Qt::UTC};
}

QString OfficeZone::text(const QDateTime &instant) const
{
    const QDateTime local = toLocal(instant);
    return local.toString(local.time().second() == 0 ? u"yyyy-MM-dd HH:mm"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

QString OfficeZone::isoText(const QDateTime &instant) const
{
    return toLocal(instant).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
}

std::optional<QDateTime> OfficeZone::parse(QStringView text) const
{
    const auto wall = parseWallTime(text);
    if (!wall)
        return std::nullopt;
    return toUtcTime(wall->date, wall->time);
}

} // namespace huiyin
