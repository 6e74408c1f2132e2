// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/OfficeZone.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// China kept summer time last in 1991; a zone whose last change lies before this is taken as fixed from then on.
const qint64 yearsWithoutChange = QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();

// A text of which one piece after another is taken from the left.
class Pieces
{
public:
    explicit Pieces(QStringView text)
        : m_rest(text.trimmed())
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    // Digits, as many as there are; nullopt when those are too few or too many.
    std::optional<int> number(qsizetype minimumDigits, qsizetype maximumDigits)
    {
        qsizetype digits = 0;
        int value = 0;
        while (digits < m_rest.size() && digits <= maximumDigits && plain(digits) >= u'0' && plain(digits) <= u'9')
            value = value * 10 + (plain(digits++) - u'0');
        if (digits < minimumDigits || digits > maximumDigits)
            return std::nullopt;
        m_rest = m_rest.sliced(digits);
        return value;
    }
    // One of these signs, with spaces around it where people leave some; u'\0' when there is none.
    char16_t sign(QStringView signs)
    {
        const qsizetype before = spaces();
        if (before == m_rest.size() || !signs.contains(QChar(plain(before))))
            return u'\0';
        const char16_t found = plain(before);
        m_rest = m_rest.sliced(before + 1);
        skipSpaces();
        return found;
    }
    bool skipSpaces()
    {
        const qsizetype count = spaces();
        m_rest = m_rest.sliced(count);
        return count > 0;
    }

private:
    // Input methods leave signs full-width.
    [[nodiscard]] char16_t plain(qsizetype at) const
    {
        const char16_t c = m_rest[at].unicode();
        if (c == 0x2014 || c == 0x2013 || c == 0x2212) // dashes that they put for "-"
            return u'-';
        return c >= 0xFF01 && c <= 0xFF5E ? static_cast<char16_t>(c - 0xFEE0) : c;
    }
    [[nodiscard]] qsizetype spaces() const
    {
        qsizetype count = 0;
        while (count < m_rest.size() && m_rest[count].isSpace())
            ++count;
        return count;
    }

    QStringView m_rest;
};

// 8:31, 8:31:05, 8时31分, 8点31, 8点. Of 8:3 nobody knows whether a digit was lost.
std::optional<QTime> parseClock(Pieces &text)
{
    const auto hour = text.number(1, 2);
    const char16_t sign = hour ? text.sign(u":时点") : u'\0';
    if (sign == u'\0')
        return std::nullopt;
    if (sign != u':' && text.atEnd())
        return QTime::isValid(*hour, 0, 0) ? std::optional(QTime(*hour, 0)) : std::nullopt;
    const auto minute = text.number(sign == u':' ? 2 : 1, 2);
    if (!minute)
        return std::nullopt;
    const char16_t next = text.atEnd() ? u'\0' : text.sign(sign == u':' ? u":" : u"分");
    std::optional<int> second = 0;
    if (next == u':' || (next == u'分' && !text.atEnd())) {
        second = text.number(sign == u':' ? 2 : 1, 2);
        if (next == u'分' && text.sign(u"秒") == u'\0')
            return std::nullopt;
    }
    if (!second || !text.atEnd() || !QTime::isValid(*hour, *minute, *second))
        return std::nullopt;
    return QTime(*hour, *minute, *second);
}

} // namespace

std::optional<WallTime> parseWallTime(QStringView written)
{
    Pieces text(written);
    const auto year = text.number(4, 4);
    const char16_t separator = year ? text.sign(u"-/.年") : u'\0';
    const auto month = separator != u'\0' ? text.number(1, 2) : std::nullopt;
    const QChar second = separator == u'年' ? u'月' : QChar(separator);
    if (!month || text.sign(QStringView(&second, 1)) == u'\0')
        return std::nullopt;
    const auto day = text.number(1, 2);
    if (!day)
        return std::nullopt;
    // 日 parts the day from the hour; else a space or a T does, lest 2020/3/314:30 be the 31st.
    bool parted = separator == u'年' && text.sign(u"日号") != u'\0';
    parted = text.skipSpaces() || parted;
    WallTime wall{.date = QDate(*year, *month, *day), .time = QTime(0, 0)};
    if (!wall.date.isValid())
        return std::nullopt;
    if (text.atEnd())
        return wall;
    if (!parted && text.sign(u"T") == u'\0')
        return std::nullopt;
    const auto clock = parseClock(text);
    if (!clock)
        return std::nullopt;
    wall.time = *clock;
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
