// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace huiyin {

// The office's local time. The case file holds UTC milliseconds; tables, the command line and the screen show the
// time of the office's zone, whatever zone this computer is set to.
class OfficeZone
{
public:
    explicit OfficeZone(const QByteArray &id = QByteArrayLiteral("Asia/Shanghai"));

    [[nodiscard]] QByteArray id() const { return m_zone.id(); }
    [[nodiscard]] bool isValid() const { return m_zone.isValid(); }

    // A local wall-clock time as UTC milliseconds. A time that a change of the clocks skipped is moved past the gap.
    [[nodiscard]] qint64 toUtc(QDate date, QTime time = QTime(0, 0)) const;
    [[nodiscard]] QDateTime toUtcTime(QDate date, QTime time = QTime(0, 0)) const;

    // The local wall-clock time of an instant, as a QDateTime whose date() and time() are the office's.
    [[nodiscard]] QDateTime toLocal(qint64 utcMilliseconds) const;
    [[nodiscard]] QDateTime toLocal(const QDateTime &instant) const { return toLocal(instant.toMSecsSinceEpoch()); }
    [[nodiscard]] QDate day(const QDateTime &instant) const { return toLocal(instant).date(); }

    // The contract's text: "2020-02-09 08:31" (seconds only when there are any), and "2020-02-09T08:31:00" for JSON.
    [[nodiscard]] QString text(const QDateTime &instant) const;
    [[nodiscard]] QString isoText(const QDateTime &instant) const;

    // Reads "YYYY-MM-DD[ HH:MM[:SS]]", and what people and spreadsheets write for it: 2020/3/5 8:31, 2020.3.5, T for the
    // space, 2020年3月5日8时31分, full-width signs. A bare date is 00:00. nullopt: not a time, or one of two readings.
    [[nodiscard]] std::optional<QDateTime> parse(QStringView text) const;

private:
    QTimeZone m_zone;
    qint64 m_fixedSince = 0;  // from this instant on the zone keeps one offset; asking the zone itself is slow
    qint64 m_fixedOffset = 0; // milliseconds east of UTC
    bool m_hasFixed = false;
};

// Reads a date or a time so written, without a zone. nullopt: not a time.
struct WallTime
{
    QDate date;
    QTime time;
    bool hasTime = false;
};
std::optional<WallTime> parseWallTime(QStringView text);

} // namespace huiyin
