// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the set-up page around time: the working calendar, the deadline rules and the rules of handling.
#include "calendar/HolidayNotice.h"
#include "casework/CaseBook.h"
#include "casework/HandlingRules.h"
#include "casework/Recorder.h"
#include "domain/Text.h"
#include "storage/CalendarRepository.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/Transaction.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto calendarObject = u"calendar"_s;
constexpr int longestName = 100;
constexpr int mostSpans = 6;
constexpr int firstYear = 1990;
constexpr int lastYear = 2199;

QJsonValue describe(const std::optional<SpecialDay> &day)
{
    return day ? QJsonObject{{u"name"_s, day->name}, {u"working"_s, day->working}} : QJsonValue();
}

QJsonObject describe(const DeadlineRule &rule)
{
    return {{u"name"_s, rule.name},
            {u"request_type"_s, rule.requestType ? QJsonValue(rule.requestType->value()) : QJsonValue()},
            {u"urgency"_s, rule.urgency ? QJsonValue(QString(code(*rule.urgency))) : QJsonValue()},
            {u"channel"_s, rule.channel ? QJsonValue(rule.channel->value()) : QJsonValue()},
            {u"mark"_s, rule.mark ? QJsonValue(QString(code(*rule.mark))) : QJsonValue()},
            {u"from"_s, rule.validFrom ? rule.validFrom->toString(Qt::ISODate) : QString()},
            {u"to"_s, rule.validTo ? rule.validTo->toString(Qt::ISODate) : QString()},
            {u"limit"_s, rule.limit.code()},
            {u"start"_s, QString(code(rule.start))},
            {u"suspension_days"_s, rule.suspensionDays}};
}

QJsonObject describe(const HandlingRules &rules)
{
    return {{u"extensions"_s, rules.extensions},
            {u"extension_days"_s, rules.extensionDays},
            {u"follow_up"_s, rules.followUp},
            {u"follow_up_tries"_s, rules.followUpTries},
            {u"follow_up_needs_satisfied"_s, rules.followUpNeedsSatisfied},
            {u"attachment_megabytes"_s, rules.attachmentMegabytes},
            {u"ticket_megabytes"_s, rules.ticketMegabytes}};
}

QJsonObject differences(const QJsonObject &from, const QJsonObject &to)
{
    QJsonObject details;
    for (auto field = to.begin(); field != to.end(); ++field)
        noteChange(details, field.key(), from[field.key()], field.value());
    return details;
}

// An event's number for a day: 20270101.
qint64 numberOf(QDate day)
{
    return day.toString(u"yyyyMMdd"_s).toLongLong();
}

} // namespace

Outcome<Changes> CaseBook::setLocalDay(QDate day, const SpecialDay &special)
{
    if (auto refusal = checkRight(Command::SetUp))
        return *refusal;
    if (!day.isValid() || day.year() < firstYear || day.year() > lastYear)
        return Refusal{tr("This is not a day. Write it as 2020-02-09."), u"day"_s};
    SpecialDay next = special;
    next.name = forceClean(special.name).simplified();
    if (next.name.isEmpty())
        return Refusal{tr("Say what day it is: a name is needed."), u"name"_s};
    if (next.name.size() > longestName)
        return Refusal{tr("The name is too long."), u"name"_s};

    forgetTables();
    Database &database = m_file.database();
    const CalendarRepository repository(database);
    Transaction transaction(database);
    const auto before = repository.localDay(day);
    if (before == next)
        return Changes{};
    repository.setLocalDay(day, next);
    Recorder(database, m_clock.now(), m_user)
        .record(calendarObject, numberOf(day), before ? u"day_changed"_s : u"day_set"_s,
                {{u"day"_s, day.toString(Qt::ISODate)}, {u"from"_s, describe(before)}, {u"to"_s, describe(next)}});
    transaction.commit();
    return Changes{.codeTables = true};
}

Outcome<Changes> CaseBook::removeLocalDay(QDate day)
{
    if (auto refusal = checkRight(Command::SetUp))
        return *refusal;
    forgetTables();
    Database &database = m_file.database();
    const CalendarRepository repository(database);
    Transaction transaction(database);
    const auto before = repository.localDay(day);
    if (!before)
        return Refusal{tr("The office has not set this day itself.")};
    repository.removeLocalDay(day);
    Recorder(database, m_clock.now(), m_user)
        .record(calendarObject, numberOf(day), u"day_removed"_s,
                {{u"day"_s, day.toString(Qt::ISODate)}, {u"from"_s, describe(before)}});
    transaction.commit();
    return Changes{.codeTables = true};
}

Outcome<Changes> CaseBook::setOfficeHours(const QList<WorkSpan> &hours)
{
    if (auto refusal = checkRight(Command::SetUp))
        return *refusal;
    if (hours.isEmpty())
        return Refusal{tr("The office has to be open at some time of the day."), u"hours"_s};
    if (hours.size() > mostSpans)
        return Refusal{tr("These are too many spans."), u"hours"_s};
    QTime before(0, 0);
    for (const WorkSpan &span : hours) {
        if (!span.from.isValid() || !span.to.isValid() || span.from >= span.to)
            return Refusal{tr("A span of the office hours ends after it begins."), u"hours"_s};
        if (span.from < before)
            return Refusal{tr("The spans follow one another and don't overlap."), u"hours"_s};
        before = span.to;
    }
    forgetTables();
    Database &database = m_file.database();
    const CalendarRepository repository(database);
    Transaction transaction(database);
    const QList<WorkSpan> now = repository.load().hours();
    if (now == hours)
        return Changes{};
    repository.setHours(hours);
    Recorder(database, m_clock.now(), m_user)
        .record(calendarObject, 0, u"hours_changed"_s, {{u"from"_s, hoursText(now)}, {u"to"_s, hoursText(hours)}});
    transaction.commit();
    return Changes{.codeTables = true};
}

Outcome<Changes> CaseBook::storeNotice(const HolidayNotice &notice)
{
    if (auto refusal = checkRight(Command::SetUp))
        return *refusal;
    if (notice.year < firstYear || notice.year > lastYear)
        return Refusal{tr("The notice doesn't say which year it is for."), u"year"_s};
    if (notice.days.isEmpty())
        return Refusal{tr("There are no days in the notice.")};
    for (auto day = notice.days.begin(); day != notice.days.end(); ++day) {
        if (!HolidayNotice::reaches(notice.year, day.key()) || day->name.trimmed().isEmpty()
            || day->name.size() > longestName || forceClean(day->name) != day->name) {
            return Refusal{
                tr("The day %1 can't be stored with the notice of %2.").arg(day.key().toString()).arg(notice.year)};
        }
    }
    HolidayNotice clean = notice;
    clean.source = forceClean(notice.source).simplified();
    if (clean.source.size() > longestName)
        return Refusal{tr("The source of the notice is too long.")};
    forgetTables();
    Database &database = m_file.database();
    const CalendarRepository repository(database);
    Transaction transaction(database);
    const QMap<QDate, SpecialDay> before = repository.noticeDays();
    const bool wasKnown = repository.load().isKnownYear(notice.year);
    repository.storeNotice(clean, m_clock.now());
    const QMap<QDate, SpecialDay> after = repository.noticeDays();
    const auto find = [](const QMap<QDate, SpecialDay> &days, QDate day) {
        const auto at = days.constFind(day);
        return at == days.cend() ? std::nullopt : std::optional(*at);
    };
    QJsonObject days;
    for (QDate day(notice.year - 1, 12, 1); day.year() <= notice.year; day = day.addDays(1))
        noteChange(days, day.toString(Qt::ISODate), describe(find(before, day)), describe(find(after, day)));
    if (days.isEmpty() && wasKnown)
        return Changes{};
    Recorder(database, m_clock.now(), m_user)
        .record(calendarObject, notice.year, u"notice_stored"_s,
                {{u"year"_s, notice.year}, {u"source"_s, clean.source}, {u"days"_s, days}});
    transaction.commit();
    return Changes{.codeTables = true};
}

Outcome<Changes> CaseBook::saveDeadlineRule(const DeadlineRule &rule)
{
    if (auto refusal = checkRight(Command::SetUp))
        return *refusal;
    constexpr int mostHours = 9999;
    constexpr int mostDays = 999;
    DeadlineRule next = rule;
    next.name = forceClean(rule.name).simplified();
    if (next.name.isEmpty())
        return Refusal{tr("The name is empty."), u"name"_s};
    if (next.name.size() > longestName)
        return Refusal{tr("The name is too long."), u"name"_s};
    if (next.limit.amount < 1 || next.limit.amount > (next.limit.unit == LimitUnit::Hours ? mostHours : mostDays))
        return Refusal{tr("A limit is a number from 1 to 999, of hours up to 9999."), u"amount"_s};
    if (next.suspensionDays < 0 || next.suspensionDays > mostDays)
        return Refusal{tr("A suspension is of 0 to 999 working days."), u"suspension"_s};
    if (next.validFrom && next.validTo && *next.validTo < *next.validFrom)
        return Refusal{tr("The rule ends before it starts."), u"to"_s};

    forgetTables();
    Database &database = m_file.database();
    const CalendarRepository repository(database);
    Transaction transaction(database);
    if (next.requestType && !findById(tables().requestTypes, next.requestType))
        return Refusal{tr("Choose a request type of the office's list."), u"request_type"_s};
    if (next.channel && !findById(tables().channels, next.channel))
        return Refusal{tr("Choose a channel of the office's list."), u"channel"_s};
    const QList<DeadlineRule> rules = repository.rules();
    const DeadlineRule *before = findById(rules, next.id);
    if (next.id && !before)
        return Refusal{tr("This entry is not in the list any more.")};
    if (before && *before == next)
        return Changes{};
    for (const DeadlineRule &other : rules) {
        if (other.id != next.id && clash(other, next)) {
            return Refusal{tr("“%1” is for the same tickets on the same days. Let it end before, or change the days.")
                               .arg(other.name),
                           u"from"_s};
        }
    }
    const DeadlineRuleId id = before ? *next.id : repository.insert(next);
    if (before)
        repository.update(next);
    Recorder(database, m_clock.now(), m_user)
        .record(u"deadline_rule"_s, id.value(), before ? u"changed"_s : u"added"_s,
                differences(before ? describe(*before) : QJsonObject(), describe(next)));
    transaction.commit();
    return Changes{.codeTables = true};
}

Outcome<Changes> CaseBook::reorderDeadlineRules(const QList<DeadlineRuleId> &order)
{
    if (auto refusal = checkRight(Command::SetUp))
        return *refusal;
    forgetTables();
    Database &database = m_file.database();
    Transaction transaction(database);
    CalendarRepository(database).reorder(order);
    QJsonArray ids;
    for (const DeadlineRuleId id : order)
        ids.append(id.value());
    Recorder(database, m_clock.now(), m_user).record(u"deadline_rule"_s, 0, u"reordered"_s, {{u"order"_s, ids}});
    transaction.commit();
    return Changes{.codeTables = true};
}

Outcome<Changes> CaseBook::changeHandlingRules(const HandlingRules &rules)
{
    if (auto refusal = checkRight(Command::SetUp))
        return *refusal;
    if (rules.extensions < 0 || rules.extensions > 9)
        return Refusal{tr("A dispatch can be extended from 0 to 9 times."), u"extensions"_s};
    if (rules.extensionDays < 1 || rules.extensionDays > 99)
        return Refusal{tr("An extension has from 1 to 99 working days."), u"extension_days"_s};
    if (rules.followUpTries < 1 || rules.followUpTries > 9)
        return Refusal{tr("There are from 1 to 9 tries of a follow-up."), u"follow_up_tries"_s};
    if (rules.attachmentMegabytes < 1 || rules.attachmentMegabytes > HandlingRules::mostAttachmentMegabytes)
        return Refusal{tr("An attachment has at most from 1 to 100 MB."), u"attachment_megabytes"_s};
    if (rules.ticketMegabytes < rules.attachmentMegabytes || rules.ticketMegabytes > HandlingRules::mostTicketMegabytes)
        return Refusal{tr("All attachments of a ticket together have at least the room of one, and at most 2000 MB."),
                       u"ticket_megabytes"_s};
    Database &database = m_file.database();
    Transaction transaction(database);
    const QJsonObject details = differences(describe(HandlingRules::of(m_file)), describe(rules));
    if (details.isEmpty())
        return Changes{};
    rules.save(m_file);
    Recorder(database, m_clock.now(), m_user).record(u"handling_rules"_s, 1, u"changed"_s, details);
    transaction.commit();
    return Changes{.codeTables = true};
}

} // namespace huiyin
