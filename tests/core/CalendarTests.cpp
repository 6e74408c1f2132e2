// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/DeadlineRule.h"
#include "calendar/HolidayData.h"
#include "calendar/WorkingTime.h"
#include "support/Print.h"

using namespace Qt::StringLiterals;
using namespace huiyin;

namespace {

const WorkCalendar &shippedCalendar()
{
    static const WorkCalendar calendar = [] {
        WorkCalendar made;
        const HolidayData data = HolidayData::shipped();
        for (auto year = data.years.begin(); year != data.years.end(); ++year) {
            made.setKnownYear(year.key());
            for (auto day = year->begin(); day != year->end(); ++day)
                made.setSpecialDay(day.key(), *day);
        }
        return made;
    }();
    return calendar;
}

QDate date(const char *text)
{
    return QDate::fromString(QString::fromUtf8(text), Qt::ISODate);
}

QString due(const char *received, const char *limit, LimitStart start = LimitStart::NextDay)
{
    const OfficeZone zone;
    const auto result = dueAt(*Limit::parse(QString::fromUtf8(limit)), start, shippedCalendar(), zone,
                              *zone.parse(QString::fromUtf8(received)));
    return result ? zone.text(result->at) : QString();
}

} // namespace

TEST_CASE("a make-up working day counts towards the deadline, a holiday doesn't", "[calendar]")
{
    const auto [received, days, dueOn] = GENERATE(table<const char *, int, const char *>({
        {"2024-02-08", 5, "2024-02-21"},
        {"2024-09-13", 2, "2024-09-18"},
        {"2024-09-30", 5, "2024-10-12"},
        {"2025-01-24", 5, "2025-02-07"},
        {"2025-09-30", 5, "2025-10-14"},
        {"2026-02-13", 5, "2026-02-27"},
        {"2026-09-18", 2, "2026-09-21"},
    }));
    CHECK(shippedCalendar().workingDayAfter(date(received), days) == date(dueOn));
}

TEST_CASE("the years 2016 to 2026 have as many working days as the State Council's notices give them", "[calendar]")
{
    const auto [year, days] = GENERATE(table<int, int>({{2016, 250},
                                                        {2017, 249},
                                                        {2018, 250},
                                                        {2019, 250},
                                                        {2020, 249},
                                                        {2021, 250},
                                                        {2022, 249},
                                                        {2023, 249},
                                                        {2024, 251},
                                                        {2025, 248},
                                                        {2026, 248}}));
    CHECK(shippedCalendar().workingDays(QDate(year, 1, 1), QDate(year, 12, 31)) == days);
}

TEST_CASE("a due time is the end of work on the due day", "[calendar]")
{
    CHECK(due("2024-09-30 09:15", "5wd") == u"2024-10-12 17:00"_s);
    CHECK(due("2024-09-30 23:50", "5wd") == u"2024-10-12 17:00"_s);
    CHECK(due("2024-10-05", "1wd") == u"2024-10-08 17:00"_s); // received on a rest day
    CHECK(due("2024-09-30 09:15", "7d") == u"2024-10-07 17:00"_s);
    CHECK(due("2024-09-30 09:15", "1wd", LimitStart::SameDay) == u"2024-09-30 17:00"_s);
}

TEST_CASE("hours run through rest days from receipt", "[calendar]")
{
    CHECK(due("2024-09-30 20:15", "24h") == u"2024-10-01 20:15"_s);
    CHECK(due("2024-12-31 23:30", "2h") == u"2025-01-01 01:30"_s);
}

TEST_CASE("a year whose holidays are not announced makes the due time provisional", "[calendar]")
{
    const OfficeZone zone;
    const auto inYear = [&](const char *received) {
        return dueAt({.amount = 5}, LimitStart::NextDay, shippedCalendar(), zone,
                     *zone.parse(QString::fromUtf8(received)));
    };
    CHECK_FALSE(inYear("2026-12-01")->provisional);
    CHECK(inYear("2026-12-30")->provisional); // runs into 2027
    CHECK(inYear("2031-03-03")->provisional);
}

TEST_CASE("limits are read as the command line writes them", "[calendar]")
{
    CHECK(Limit::parse(u"5wd") == Limit{.amount = 5, .unit = LimitUnit::WorkingDays});
    CHECK(Limit::parse(u"24h") == Limit{.amount = 24, .unit = LimitUnit::Hours});
    CHECK(Limit::parse(u"7d") == Limit{.amount = 7, .unit = LimitUnit::CalendarDays});
    for (const char16_t *wrong : {u"", u"5", u"wd", u"0wd", u"-1d", u"5 wd", u"99999d", u"5x"})
        CHECK_FALSE(Limit::parse(QString::fromUtf16(wrong)));
}

TEST_CASE("the rule that names most wins, then critical, urgent and type", "[calendar]")
{
    const RequestTypeId consultation(1);
    const ChannelId mailbox(2);
    const QList<DeadlineRule> rules{
        {.name = u"ordinary"_s, .limit = {.amount = 5}},
        {.name = u"difficult"_s, .mark = Mark::Difficult, .limit = {.amount = 15}},
        {.name = u"consultation"_s, .requestType = consultation, .limit = {.amount = 1}},
        {.name = u"urgent"_s, .urgency = Urgency::Urgent, .limit = {.amount = 24, .unit = LimitUnit::Hours}},
        {.name = u"critical"_s, .urgency = Urgency::Critical, .limit = {.amount = 2, .unit = LimitUnit::Hours}},
        {.name = u"letters of consultation"_s, .requestType = consultation, .channel = mailbox, .limit = {.amount = 3}},
        {.name = u"from 2025"_s, .channel = mailbox, .validFrom = QDate(2025, 1, 1), .limit = {.amount = 10}},
    };
    const auto ruleName = [&](const DeadlineCase &deadlineCase, QDate day = QDate(2024, 5, 6)) {
        const DeadlineRule *rule = ruleFor(rules, deadlineCase, day);
        return rule ? rule->name : QString();
    };
    CHECK(ruleName({}) == u"ordinary"_s);
    CHECK(ruleName({.requestType = consultation}) == u"consultation"_s);
    CHECK(ruleName({.marks = Mark::Difficult}) == u"difficult"_s);
    CHECK(ruleName({.requestType = consultation, .urgency = Urgency::Urgent}) == u"urgent"_s);
    CHECK(ruleName({.requestType = consultation, .urgency = Urgency::Critical, .marks = Mark::Difficult})
          == u"critical"_s);
    CHECK(ruleName({.requestType = consultation, .urgency = Urgency::Critical, .channel = mailbox})
          == u"letters of consultation"_s);
    CHECK(ruleName({.channel = mailbox}) == u"ordinary"_s);
    CHECK(ruleName({.channel = mailbox}, QDate(2025, 1, 1)) == u"from 2025"_s);
    CHECK(ruleFor({}, {}, QDate(2024, 5, 6)) == nullptr);
}

TEST_CASE("holiday data that is written wrongly is refused with its place", "[calendar]")
{
    CHECK_THROWS_WITH(HolidayData::parse("{"), Catch::Contains("offset"));
    CHECK_THROWS_WITH(HolidayData::parse(R"({"years":{"2020":{"days":[{"date":"2021-01-01","working":false}]}}})"),
                      Catch::Contains("2021-01-01"));
}

namespace {

qint64 worked(const char *from, const char *to, const WorkCalendar &calendar = shippedCalendar(),
              const OfficeZone &zone = OfficeZone())
{
    const QDateTime first = *zone.parse(QString::fromUtf8(from));
    const QDateTime last = *zone.parse(QString::fromUtf8(to));
    const WorkingTime time(calendar, zone, zone.day(first).addDays(-3), zone.day(last).addDays(3));
    return time.between(first.toMSecsSinceEpoch(), last.toMSecsSinceEpoch());
}

} // namespace

TEST_CASE("working time is that of office hours alone, on working days alone", "[calendar]")
{
    // 08:30–11:30 and 13:30–17:00
    const auto [from, to, minutes] = GENERATE(table<const char *, const char *, int>({
        {"2024-09-03 09:00", "2024-09-03 10:15", 75},
        {"2024-09-03 09:00", "2024-09-04 09:00", 390},           // a working day
        {"2024-09-03 11:00", "2024-09-03 14:00", 60},            // over noon
        {"2024-09-03 11:45", "2024-09-03 13:15", 0},             // at noon
        {"2024-09-03 23:00", "2024-09-04 08:45", 15},            // received at night
        {"2024-09-03 17:00", "2024-09-04 08:30", 0},             // after work till before work
        {"2024-09-06 16:30", "2024-09-09 09:00", 60},            // over a weekend
        {"2024-09-06 16:30", "2024-09-07 20:00", 30},            // closed on a rest day
        {"2024-09-07 10:00", "2024-09-08 20:00", 0},             // on rest days altogether
        {"2024-09-13 16:00", "2024-09-18 09:30", 60 + 390 + 60}, // Saturday is worked, then the holidays
        {"2024-09-29 08:30", "2024-09-29 17:00", 390},           // a make-up Sunday
        {"2024-09-30 16:00", "2024-10-08 09:00", 60 + 30},       // over the National Day
        {"2023-12-29 16:00", "2024-01-02 09:00", 60 + 30},       // over New Year
        {"2024-01-01 00:00", "2025-01-01 00:00", 251 * 390},     // a year
        {"2024-09-04 10:00", "2024-09-04 10:00", 0},
        {"2024-09-04 10:00", "2024-09-03 10:00", 0}, // the wrong way round
    }));
    INFO(from << " to " << to);
    CHECK(worked(from, to) == qint64{minutes} * 60);
}

TEST_CASE("working time goes by the hours of the office, and a change of the clocks takes none of it", "[calendar]")
{
    WorkCalendar calendar;
    calendar.setHours({{.from = QTime(0, 0), .to = QTime(6, 0)}, {.from = QTime(12, 0), .to = QTime(20, 30)}});
    CHECK(worked("2026-03-26 05:00", "2026-03-26 13:00", calendar) == 2 * 3600);
    const OfficeZone berlin("Europe/Berlin");
    CHECK(worked("2026-03-27 12:00", "2026-03-30 13:00", calendar, berlin) == 8 * 3600 + 1800 + 7 * 3600);
    CHECK(worked("2026-10-23 00:00", "2026-10-26 00:00", calendar, berlin) == 29 * 1800);
    const WorkingTime time(calendar, berlin, QDate(2026, 3, 1), QDate(2026, 3, 31));
    CHECK(time.daySeconds() == 29 * 1800);
}

TEST_CASE("nobody works outside of the days that working time was laid out for", "[calendar]")
{
    const OfficeZone zone;
    const auto at = [&zone](int day) { return zone.toUtc(QDate(2024, 9, day)); };
    const WorkingTime time(shippedCalendar(), zone, QDate(2024, 9, 3), QDate(2024, 9, 4));
    CHECK(time.between(at(1), at(3)) == 0);
    CHECK(time.between(at(1), at(4)) == 390 * 60);
    CHECK(time.between(at(4), at(30)) == 390 * 60);
    CHECK(time.between(at(5), at(30)) == 0);
    // A cut-off in a year far away takes no time.
    const WorkingTime far(shippedCalendar(), zone, QDate(2024, 9, 3), QDate(9999, 12, 31));
    CHECK(far.between(at(3), at(5)) == 2 * 390 * 60);
    // A calendar that is closed for good.
    WorkCalendar closed;
    for (int day = 1; day <= 30; ++day)
        closed.setSpecialDay(QDate(2024, 9, day), {.name = u"停业"_s, .working = false});
    CHECK(WorkingTime(closed, zone, QDate(2024, 9, 1), QDate(2024, 9, 30)).between(at(1), at(30)) == 0);
}

TEST_CASE("office hours are read as they are typed", "[calendar]")
{
    const QList<WorkSpan> usual = WorkCalendar().hours();
    CHECK(hoursText(usual) == u"08:30-11:30, 13:30-17:00"_s);
    CHECK(parseHours(hoursText(usual)) == usual);
    CHECK(parseHours(u"8:30至11:30；13：30—17:00"_s) == usual);
    for (const char16_t *wrong :
         {u"", u"8", u"8:30", u"8:30-", u"8:30-25:00", u"8:30-11:30,", u"8:30-11:30 13:30-17:00"})
        CHECK_FALSE(parseHours(QString::fromUtf16(wrong)));
}
