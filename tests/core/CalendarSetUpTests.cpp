// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's commands around the calendar, the deadline rules and the rules of handling.
#include "calendar/HolidayNotice.h"
#include "casework/HandlingRules.h"
#include "storage/CalendarRepository.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

Deadlines deadlinesOf(TestOffice &office)
{
    return Deadlines::of(*office.file);
}

QList<HistoryEvent> logOf(TestOffice &office, const QString &object)
{
    return HistoryRepository(office.file->database()).latestOf(object, 100);
}

DeadlineRule ruleOf(TestOffice &office, const QString &name)
{
    const QList<DeadlineRule> rules = deadlinesOf(office).rules();
    return *std::ranges::find(rules, name, &DeadlineRule::name);
}

const HolidayNotice notice2027{.year = 2027,
                               .source = u"国办发明电〔2026〕1号"_s,
                               .days = {{QDate(2026, 12, 27), {.name = u"元旦"_s, .working = true}},
                                        {QDate(2027, 1, 1), {.name = u"元旦"_s, .working = false}},
                                        {QDate(2027, 1, 4), {.name = u"元旦"_s, .working = false}}}};

} // namespace

TEST_CASE("a day that the office sets counts, and gives way when it is taken back", "[calendar][setup]")
{
    TestOffice office;
    const QDate day(2024, 10, 8); // worked by the notice of that year
    HandlingOffice::must(office.book->setLocalDay(day, {.name = u" 州庆 "_s, .working = false}));
    CHECK_FALSE(deadlinesOf(office).calendar().isWorkingDay(day));
    CHECK(deadlinesOf(office).calendar().specialDays().value(day).name == u"州庆"_s);

    const QDate holiday(2024, 10, 7); // free by the notice
    HandlingOffice::must(office.book->setLocalDay(holiday, {.name = u"值班"_s, .working = true}));
    CHECK(deadlinesOf(office).calendar().isWorkingDay(holiday));
    const CalendarYear year = CalendarRepository(office.file->database()).year(2024);
    CHECK(year.known);
    const auto shown = std::ranges::find(year.days, holiday, &CalendarDay::day);
    REQUIRE(shown != year.days.end());
    CHECK(shown->notice->name == u"国庆节"_s);
    CHECK(shown->inForce().name == u"值班"_s);

    HandlingOffice::must(office.book->removeLocalDay(holiday));
    CHECK_FALSE(deadlinesOf(office).calendar().isWorkingDay(holiday));
    CHECK_FALSE(office.book->removeLocalDay(holiday));
    const auto log = logOf(office, u"calendar"_s);
    REQUIRE(log.size() == 3);
    CHECK(log.first().action == u"day_removed"_s);
    CHECK(log.first().objectId == 20241007);
    CHECK(log.last().details[u"to"][u"name"].toString() == u"州庆"_s);
}

TEST_CASE("days that an office has set in an older file stay its own", "[calendar][setup]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"office.huiyin"_s);
    const QDate day(2024, 10, 8);
    QList<QString> scripts;
    const QDir shipped(u":/huiyin/schema"_s);
    for (const QString &name : shipped.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile script(shipped.filePath(name));
        REQUIRE(script.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(script.readAll());
        if (text.contains(u"CREATE TABLE calendar_local"_s))
            break;
        scripts.append(text);
    }
    CaseFile::create(
        path, {.name = u"测试市市长公开电话办公室"_s},
        [&day](Database &database) {
            database.exec(u"INSERT INTO calendar_day(day, name, working, local) VALUES(?, ?, 0, 1)"_s, day, u"州庆"_s);
        },
        Schema(scripts));
    CaseFile file(path, CaseFile::Mode::Write);
    const CalendarRepository repository(file.database());
    CHECK(repository.localDay(day) == SpecialDay{.name = u"州庆"_s, .working = false});
    CHECK(repository.noticeDays().isEmpty());
    CHECK_FALSE(repository.load().isWorkingDay(day));
}

TEST_CASE("a day or hours that can't be are refused and change nothing", "[calendar][setup]")
{
    TestOffice office;
    CHECK(office.book->setLocalDay({}, {.name = u"州庆"_s}).error().field == u"day"_s);
    CHECK(office.book->setLocalDay(QDate(2024, 10, 8), {.name = u" "_s}).error().field == u"name"_s);
    const QTime nine(9, 0);
    const QTime noon(12, 0);
    const QTime five(17, 0);
    for (const QList<WorkSpan> &hours : {QList<WorkSpan>{},
                                         {{noon, nine}},
                                         {{nine, nine}},
                                         {{noon, five}, {nine, noon}},
                                         {{nine, five}, {noon, five}},
                                         {{nine, QTime()}}})
        CHECK(office.book->setOfficeHours(hours).error().field == u"hours"_s);
    CHECK(logOf(office, u"calendar"_s).isEmpty());

    HandlingOffice::must(office.book->setOfficeHours({{nine, noon}, {QTime(14, 0), QTime(18, 0)}}));
    CHECK(deadlinesOf(office).calendar().endOfWork() == QTime(18, 0));
    CHECK(logOf(office, u"calendar"_s).size() == 1);
    CaseBook guest(*office.file, office.clock, u"话务员03"_s, Role::Operator);
    CHECK_FALSE(guest.setLocalDay(QDate(2024, 10, 8), {.name = u"州庆"_s}));
    CHECK_FALSE(guest.setOfficeHours({{nine, noon}}));
    CHECK_FALSE(guest.storeNotice(notice2027));
    CHECK_FALSE(guest.saveDeadlineRule({.name = u"规则"_s, .limit = {.amount = 1}}));
    CHECK_FALSE(guest.changeHandlingRules({}));
    CHECK_FALSE(guest.moveDueTimes({}));
    CHECK(logOf(office, u"calendar"_s).size() == 1);
}

TEST_CASE("a year's notice is stored with its days of the year before", "[calendar][setup]")
{
    TestOffice office("2026-12-01 09:00");
    const auto due = [&office](const char *received) {
        return dueAt({.amount = 2}, LimitStart::NextDay, deadlinesOf(office).calendar(), OfficeZone(), at(received));
    };
    CHECK(due("2026-12-31")->provisional);
    HandlingOffice::must(office.book->setLocalDay(QDate(2027, 1, 5), {.name = u"州庆"_s, .working = false}));
    HandlingOffice::must(office.book->storeNotice(notice2027));
    const WorkCalendar calendar = deadlinesOf(office).calendar();
    CHECK(calendar.isKnownYear(2027));
    CHECK(calendar.isWorkingDay(QDate(2026, 12, 27)));
    CHECK_FALSE(calendar.isWorkingDay(QDate(2027, 1, 5))); // the office's own day stays
    CHECK_FALSE(due("2026-12-31")->provisional);
    CHECK(due("2026-12-31")->at == at("2027-01-07 17:00"));
    const auto log = logOf(office, u"calendar"_s);
    CHECK(log.first().action == u"notice_stored"_s);
    CHECK(log.first().objectId == 2027);
    CHECK(log.first().details[u"days"].toObject().size() == 3);

    // Again the same changes nothing, another takes its place.
    HandlingOffice::must(office.book->storeNotice(notice2027));
    CHECK(logOf(office, u"calendar"_s).size() == 2);
    HolidayNotice other = notice2027;
    other.days.remove(QDate(2027, 1, 4));
    HandlingOffice::must(office.book->storeNotice(other));
    CHECK(deadlinesOf(office).calendar().isWorkingDay(QDate(2027, 1, 4)));
    // The notice of the year before, stored once more, leaves the days that the next one has set at its end.
    HolidayNotice before{.year = 2026, .source = {}, .days = HolidayData::shipped().years.value(2026)};
    HandlingOffice::must(office.book->storeNotice(before));
    CHECK(deadlinesOf(office).calendar().isWorkingDay(QDate(2026, 12, 27)));
    // Corrected, the notice takes back what it had set at the end of the year before.
    other.days.remove(QDate(2026, 12, 27));
    HandlingOffice::must(office.book->storeNotice(other));
    CHECK_FALSE(deadlinesOf(office).calendar().isWorkingDay(QDate(2026, 12, 27)));
    // Its source is a text like any other.
    other.source = u"国办发\u202e明电"_s;
    HandlingOffice::must(office.book->storeNotice(other));
    other.source = QString(10'000, u'长');
    CHECK_FALSE(office.book->storeNotice(other));

    CHECK_FALSE(office.book->storeNotice({.year = 2028}));
    CHECK_FALSE(office.book->storeNotice({.year = 2028, .days = {{QDate(2027, 6, 1), {.name = u"元旦"_s}}}}));
    CHECK_FALSE(deadlinesOf(office).calendar().isKnownYear(2028));
}

TEST_CASE("deadline rules are added, changed and retired by their last day", "[calendar][setup]")
{
    TestOffice office;
    const RequestTypeId complaint = *office.tables().requestTypes.at(2).id;
    HandlingOffice::must(office.book->saveDeadlineRule(
        {.name = u"投诉"_s, .requestType = complaint, .limit = {.amount = 3, .unit = LimitUnit::CalendarDays}}));
    const auto due = [&](const char *received) {
        return deadlinesOf(office).due({.requestType = complaint}, at(received));
    };
    CHECK(due("2020-02-10")->rule == u"投诉 3个自然日"_s);
    CHECK(due("2020-02-10")->at == at("2020-02-13 17:00"));

    DeadlineRule rule = ruleOf(office, u"投诉"_s);
    rule.limit.amount = 4;
    rule.validTo = QDate(2020, 2, 29);
    HandlingOffice::must(office.book->saveDeadlineRule(rule));
    CHECK(due("2020-02-10")->rule == u"投诉 4个自然日"_s);
    CHECK(due("2020-03-01")->rule == u"一般事项 5个工作日"_s);
    const auto log = logOf(office, u"deadline_rule"_s);
    REQUIRE(log.size() == 2);
    CHECK(log.first().details[u"limit"][u"to"].toString() == u"4d"_s);

    // Another from then on; but not one for the same days.
    DeadlineRule next{
        .name = u"投诉（新）"_s, .requestType = complaint, .validFrom = QDate(2020, 2, 29), .limit = {.amount = 2}};
    CHECK(office.book->saveDeadlineRule(next).error().field == u"from"_s);
    next.validFrom = QDate(2020, 3, 1);
    HandlingOffice::must(office.book->saveDeadlineRule(next));
    CHECK(due("2020-03-01")->rule == u"投诉（新） 2个工作日"_s);

    for (const DeadlineRule &wrong :
         QList<DeadlineRule>{{.name = u""_s, .urgency = Urgency::Normal, .limit = {.amount = 1}},
                             {.name = u"零"_s, .urgency = Urgency::Normal, .limit = {.amount = 0}},
                             {.name = u"多"_s, .urgency = Urgency::Normal, .limit = {.amount = 1000}},
                             {.name = u"倒"_s,
                             .urgency = Urgency::Normal,
                             .validFrom = QDate(2020, 2, 2),
                             .validTo = QDate(2020, 2, 1),
                             .limit = {.amount = 1}},
                             {.name = u"类"_s, .requestType = RequestTypeId(99), .limit = {.amount = 1}},
                             {.name = u"道"_s, .channel = ChannelId(99), .limit = {.amount = 1}},
                             {.id = DeadlineRuleId(99), .name = u"无"_s, .limit = {.amount = 1}}})
        CHECK_FALSE(office.book->saveDeadlineRule(wrong));
    CHECK(logOf(office, u"deadline_rule"_s).size() == 3);
}

TEST_CASE("rules stand in the order in which they are asked", "[calendar][setup]")
{
    TestOffice office;
    QStringList names;
    for (const DeadlineRule &rule : inOrderOfUse(deadlinesOf(office).rules()))
        names.append(rule.name);
    CHECK(names == QStringList{u"特急"_s, u"急件"_s, u"咨询"_s, u"疑难事项"_s, u"一般事项"_s});
    QList<DeadlineRuleId> order;
    const QList<DeadlineRule> rules = deadlinesOf(office).rules();
    for (const DeadlineRule &rule : rules)
        order.prepend(*rule.id);
    HandlingOffice::must(office.book->reorderDeadlineRules(order));
    CHECK(deadlinesOf(office).rules().first().name == u"咨询"_s);
}

TEST_CASE("as many extensions are granted as the office has laid down", "[calendar][setup]")
{
    HandlingOffice office;
    const auto lay = [&office](int extensions) {
        HandlingRules rules = HandlingRules::of(*office.file);
        rules.extensions = extensions;
        HandlingOffice::must(office.book->changeHandlingRules(rules));
    };
    const TicketId ticket = office.dispatched();
    const DispatchId dispatch = *office.lead(ticket).id;
    HandlingOffice::must(office.book->sign(dispatch));
    const auto ask = [&] {
        return office.book->askExtension(
            {.dispatch = dispatch, .dueAt = office.lead(ticket).dueAt->addDays(1), .reason = u"采购"_s});
    };
    lay(0);
    CHECK_FALSE(ask());
    for (int allowed = 1; allowed <= 3; ++allowed) {
        lay(allowed);
        HandlingOffice::must(ask());
        HandlingOffice::must(office.book->grantExtension(dispatch));
        office.clock.advance(1);
        CHECK_FALSE(ask());
    }
    CHECK(HandlingRules::of(*office.file).extensions == 3);
    CHECK(office.book->changeHandlingRules({.extensions = -1}).error().field == u"extensions"_s);
    CHECK(office.book->changeHandlingRules({.extensionDays = 0}).error().field == u"extension_days"_s);
    CHECK(office.book->changeHandlingRules({.followUpTries = 0}).error().field == u"follow_up_tries"_s);
    CHECK(HandlingRules::of(*office.file).extensions == 3);
    CHECK(logOf(office, u"handling_rules"_s).size() == 4);
}
