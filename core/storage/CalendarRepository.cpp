// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/CalendarRepository.h"

#include "storage/Database.h"
#include "storage/OfficeRepository.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

DeadlineRule toRule(const Row &row)
{
    std::optional<Mark> mark;
    if (!row.isNull(5))
        mark = static_cast<Mark>(row.get<int>(5));
    return {.id = row.get<DeadlineRuleId>(0),
            .name = row.get<QString>(1),
            .requestType = row.get<std::optional<RequestTypeId>>(2),
            .urgency = row.get<std::optional<Urgency>>(3),
            .channel = row.get<std::optional<ChannelId>>(4),
            .mark = mark,
            .validFrom = row.get<std::optional<QDate>>(6),
            .validTo = row.get<std::optional<QDate>>(7),
            .limit = {.amount = row.get<int>(8), .unit = row.get<LimitUnit>(9)},
            .start = row.get<LimitStart>(10),
            .suspensionDays = row.get<int>(11)};
}

SpecialDay toSpecialDay(const Row &row)
{
    return {.name = row.get<QString>(1), .working = row.get<bool>(2)};
}

std::optional<qint64> bitOf(const std::optional<Mark> &mark)
{
    return mark ? std::optional(static_cast<qint64>(*mark)) : std::nullopt;
}

// [["08:30","11:30"],["13:30","17:00"]]
QList<WorkSpan> toHours(const QJsonValue &json)
{
    QList<WorkSpan> hours;
    const QJsonArray spans = json.toArray();
    for (const auto &span : spans) {
        const WorkSpan parsed{.from = QTime::fromString(span.toArray().at(0).toString(), u"HH:mm"_s),
                              .to = QTime::fromString(span.toArray().at(1).toString(), u"HH:mm"_s)};
        if (parsed.from.isValid() && parsed.to.isValid() && parsed.from < parsed.to)
            hours.append(parsed);
    }
    return hours;
}

} // namespace

WorkCalendar CalendarRepository::load() const
{
    WorkCalendar calendar;
    m_database.each(u"SELECT year FROM calendar_year"_s,
                    [&calendar](const Row &row) { calendar.setKnownYear(row.get<int>(0)); });
    m_database.each(u"SELECT day, name, working FROM calendar_day"_s,
                    [&calendar](const Row &row) { calendar.setSpecialDay(row.get<QDate>(0), toSpecialDay(row)); });
    m_database.each(u"SELECT day, name, working FROM calendar_local"_s,
                    [&calendar](const Row &row) { calendar.setSpecialDay(row.get<QDate>(0), toSpecialDay(row)); });
    const QList<WorkSpan> hours = toHours(OfficeRepository(m_database).setting(u"office_hours"_s));
    if (!hours.isEmpty())
        calendar.setHours(hours);
    return calendar;
}

QList<DeadlineRule> CalendarRepository::rules() const
{
    return m_database.all(u"SELECT id, name, request_type, urgency, channel, mark, valid_from, valid_to, amount, unit, "
                          "start, suspension_days FROM deadline_rule ORDER BY position, id"_s,
                          toRule);
}

void CalendarRepository::store(const HolidayData &data, const QDateTime &at) const
{
    for (auto year = data.years.begin(); year != data.years.end(); ++year)
        storeNotice({.year = year.key(), .source = data.source, .days = *year}, at);
}

void CalendarRepository::storeNotice(const HolidayNotice &notice, const QDateTime &at) const
{
    m_database.exec(u"INSERT INTO calendar_year(year, source, imported_at) VALUES(?, ?, ?) "
                    "ON CONFLICT(year) DO UPDATE SET source = excluded.source, imported_at = excluded.imported_at"_s,
                    notice.year, notice.source, at);
    m_database.exec(u"DELETE FROM calendar_day WHERE notice = ?"_s, notice.year);
    // A day that the notice of the next year has set goes on to hold.
    for (auto day = notice.days.begin(); day != notice.days.end(); ++day) {
        m_database.exec(u"INSERT INTO calendar_day(day, name, working, notice) VALUES(?, ?, ?, ?) ON CONFLICT(day) DO "
                        "UPDATE SET name = excluded.name, working = excluded.working, notice = excluded.notice "
                        "WHERE calendar_day.notice < excluded.notice"_s,
                        day.key(), day->name, day->working, notice.year);
    }
}

QMap<QDate, SpecialDay> CalendarRepository::noticeDays() const
{
    QMap<QDate, SpecialDay> days;
    m_database.each(u"SELECT day, name, working FROM calendar_day"_s,
                    [&days](const Row &row) { days.insert(row.get<QDate>(0), toSpecialDay(row)); });
    return days;
}

std::optional<SpecialDay> CalendarRepository::localDay(QDate day) const
{
    return m_database.first(u"SELECT day, name, working FROM calendar_local WHERE day = ?"_s, toSpecialDay, day);
}

void CalendarRepository::setLocalDay(QDate day, const SpecialDay &special) const
{
    m_database.exec(u"INSERT INTO calendar_local(day, name, working) VALUES(?, ?, ?) ON CONFLICT(day) DO UPDATE SET "
                    "name = excluded.name, working = excluded.working"_s,
                    day, special.name, special.working);
}

void CalendarRepository::removeLocalDay(QDate day) const
{
    m_database.exec(u"DELETE FROM calendar_local WHERE day = ?"_s, day);
}

CalendarYear CalendarRepository::year(int year) const
{
    CalendarYear found{.year = year};
    if (const auto source = m_database.value<QString>(u"SELECT source FROM calendar_year WHERE year = ?"_s, year)) {
        found.known = true;
        found.source = *source;
    }
    const QDate first(year, 1, 1);
    const QDate last(year, 12, 31);
    QMap<QDate, CalendarDay> days;
    m_database.each(
        u"SELECT day, name, working FROM calendar_day WHERE day BETWEEN ? AND ?"_s,
        [&days](const Row &row) { days[row.get<QDate>(0)].notice = toSpecialDay(row); }, first, last);
    m_database.each(
        u"SELECT day, name, working FROM calendar_local WHERE day BETWEEN ? AND ?"_s,
        [&days](const Row &row) { days[row.get<QDate>(0)].local = toSpecialDay(row); }, first, last);
    for (auto day = days.begin(); day != days.end(); ++day) {
        day->day = day.key();
        found.days.append(*day);
    }
    return found;
}

void CalendarRepository::setHours(const QList<WorkSpan> &hours) const
{
    QJsonArray spans;
    for (const WorkSpan &span : hours)
        spans.append(QJsonArray{span.from.toString(u"HH:mm"_s), span.to.toString(u"HH:mm"_s)});
    OfficeRepository(m_database).setSetting(u"office_hours"_s, spans);
}

DeadlineRuleId CalendarRepository::insert(const DeadlineRule &rule) const
{
    return DeadlineRuleId(m_database.insert(
        u"INSERT INTO deadline_rule(name, request_type, urgency, channel, mark, valid_from, valid_to, amount, unit, "
        "start, suspension_days, position) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "(SELECT ifnull(max(position), 0) + 1 FROM deadline_rule))"_s,
        rule.name, rule.requestType, rule.urgency, rule.channel, bitOf(rule.mark), rule.validFrom, rule.validTo,
        rule.limit.amount, rule.limit.unit, rule.start, rule.suspensionDays));
}

void CalendarRepository::update(const DeadlineRule &rule) const
{
    m_database.exec(u"UPDATE deadline_rule SET name = ?, request_type = ?, urgency = ?, channel = ?, mark = ?, "
                    "valid_from = ?, valid_to = ?, amount = ?, unit = ?, start = ?, suspension_days = ? "
                    "WHERE id = ?"_s,
                    rule.name, rule.requestType, rule.urgency, rule.channel, bitOf(rule.mark), rule.validFrom,
                    rule.validTo, rule.limit.amount, rule.limit.unit, rule.start, rule.suspensionDays, *rule.id);
}

void CalendarRepository::reorder(const QList<DeadlineRuleId> &order) const
{
    m_database.exec(u"UPDATE deadline_rule SET position = position + ?"_s, order.size());
    qint64 position = 0;
    for (const DeadlineRuleId id : order)
        m_database.exec(u"UPDATE deadline_rule SET position = ? WHERE id = ?"_s, ++position, id);
}

} // namespace huiyin
