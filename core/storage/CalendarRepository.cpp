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
            .start = row.get<LimitStart>(10)};
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
    m_database.each(u"SELECT day, name, working FROM calendar_day"_s, [&calendar](const Row &row) {
        calendar.setSpecialDay(row.get<QDate>(0), {.name = row.get<QString>(1), .working = row.get<bool>(2)});
    });
    const QList<WorkSpan> hours = toHours(OfficeRepository(m_database).setting(u"office_hours"_s));
    if (!hours.isEmpty())
        calendar.setHours(hours);
    return calendar;
}

QList<DeadlineRule> CalendarRepository::rules() const
{
    return m_database.all(u"SELECT id, name, request_type, urgency, channel, mark, valid_from, valid_to, amount, unit, "
                          "start FROM deadline_rule ORDER BY position, id"_s,
                          toRule);
}

void CalendarRepository::store(const HolidayData &data, const QDateTime &at) const
{
    for (auto year = data.years.begin(); year != data.years.end(); ++year) {
        m_database.exec(
            u"INSERT INTO calendar_year(year, source, imported_at) VALUES(?, ?, ?) "
            "ON CONFLICT(year) DO UPDATE SET source = excluded.source, imported_at = excluded.imported_at"_s,
            year.key(), data.source, at);
        m_database.exec(u"DELETE FROM calendar_day WHERE local = 0 AND day BETWEEN ? AND ?"_s, QDate(year.key(), 1, 1),
                        QDate(year.key(), 12, 31));
        for (auto day = year->begin(); day != year->end(); ++day) {
            m_database.exec(
                u"INSERT INTO calendar_day(day, name, working) VALUES(?, ?, ?) ON CONFLICT(day) DO NOTHING"_s,
                day.key(), day->name, day->working);
        }
    }
}

DeadlineRuleId CalendarRepository::insert(const DeadlineRule &rule) const
{
    std::optional<qint64> mark;
    if (rule.mark)
        mark = static_cast<qint64>(*rule.mark);
    return DeadlineRuleId(m_database.insert(
        u"INSERT INTO deadline_rule(name, request_type, urgency, channel, mark, valid_from, valid_to, amount, unit, "
        "start, position) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "(SELECT ifnull(max(position), 0) + 1 FROM deadline_rule))"_s,
        rule.name, rule.requestType, rule.urgency, rule.channel, mark, rule.validFrom, rule.validTo, rule.limit.amount,
        rule.limit.unit, rule.start));
}

} // namespace huiyin
