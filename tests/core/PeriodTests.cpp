// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/OfficeZone.h"
#include "domain/Period.h"
#include "support/Print.h"

using namespace Qt::StringLiterals;
using namespace huiyin;

TEST_CASE("a period is labelled as bulletins print it", "[period]")
{
    CHECK(Period::days(QDate(2020, 2, 9), QDate(2020, 2, 9)).label() == u"2020年2月9日"_s);
    CHECK(Period::month(2020, 2).label() == u"2020年2月"_s);
    CHECK(Period::quarter(2016, 3).label() == u"2016年第三季度"_s);
    CHECK(Period::year(2021).label() == u"2021年"_s);
    CHECK(Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29)).label() == u"2020年2月9日至2月29日"_s);
    CHECK(Period::days(QDate(2019, 12, 28), QDate(2020, 1, 3)).label() == u"2019年12月28日至2020年1月3日"_s);
}

TEST_CASE("the previous period is of the same kind", "[period]")
{
    CHECK(Period::month(2020, 1).previous() == Period::month(2019, 12));
    CHECK(Period::quarter(2016, 1).previous() == Period::quarter(2015, 4));
    CHECK(Period::year(2021).previous() == Period::year(2020));
    // as many days just before: 21 days before 9 February
    CHECK(Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29)).previous()
          == Period::days(QDate(2020, 1, 19), QDate(2020, 2, 8)));
}

TEST_CASE("last year's period has the same dates, and 29 February becomes the 28th", "[period]")
{
    CHECK(Period::month(2020, 2).lastYear() == Period::month(2019, 2));
    CHECK(Period::quarter(2016, 3).lastYear() == Period::quarter(2015, 3));
    CHECK(Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29)).lastYear()
          == Period::days(QDate(2019, 2, 9), QDate(2019, 2, 28)));
}

TEST_CASE("a period that is told from today moves with it", "[period]")
{
    const ListPeriod fixed{.fixed = Period::month(2020, 2)};
    const auto [today, relative, from, to] = GENERATE(table<QDate, RelativePeriod, QDate, QDate>(
        {{QDate(2020, 2, 29), RelativePeriod::Today, QDate(2020, 2, 29), QDate(2020, 2, 29)},
         {QDate(2020, 3, 1), RelativePeriod::Yesterday, QDate(2020, 2, 29), QDate(2020, 2, 29)},
         {QDate(2020, 3, 3), RelativePeriod::LastSevenDays, QDate(2020, 2, 26), QDate(2020, 3, 3)},
         {QDate(2020, 2, 10), RelativePeriod::ThisMonth, QDate(2020, 2, 1), QDate(2020, 2, 29)},
         {QDate(2020, 3, 31), RelativePeriod::LastMonth, QDate(2020, 2, 1), QDate(2020, 2, 29)},
         {QDate(2021, 1, 1), RelativePeriod::LastMonth, QDate(2020, 12, 1), QDate(2020, 12, 31)},
         {QDate(2020, 12, 31), RelativePeriod::ThisYear, QDate(2020, 1, 1), QDate(2020, 12, 31)}}));
    const Period period = ListPeriod{.relative = relative}.on(today);
    CHECK(period.from == from);
    CHECK(period.to == to);
    CHECK(fixed.on(today) == Period::month(2020, 2));
}

TEST_CASE("periods are read strictly", "[period]")
{
    CHECK(Period::parseMonth(u"2020-02") == Period::month(2020, 2));
    CHECK(Period::parseQuarter(u"2016Q3") == Period::quarter(2016, 3));
    CHECK(Period::parseYear(u"2021") == Period::year(2021));
    CHECK(!Period::parseMonth(u"2020-13"));
    CHECK(!Period::parseMonth(u"2020-2"));
    CHECK(!Period::parseQuarter(u"2016Q5"));
    CHECK(!Period::parseYear(u"21"));
}

TEST_CASE("a local time is the same instant whatever zone this computer is set to", "[time]")
{
    const OfficeZone zone;
    const auto instant = zone.parse(u"2020-02-09 08:31");
    REQUIRE(instant);
    CHECK(instant->toMSecsSinceEpoch() == 1'581'208'260'000); // 00:31 UTC
    CHECK(zone.text(*instant) == u"2020-02-09 08:31"_s);
    CHECK(zone.isoText(*instant) == u"2020-02-09T08:31:00"_s);
    CHECK(zone.text(*zone.parse(u"2020-02-09 08:31:07")) == u"2020-02-09 08:31:07"_s);
    CHECK(zone.text(*zone.parse(u"2020-02-09")) == u"2020-02-09 00:00"_s);
    CHECK(zone.parse(u"2020/2/9 8:31") == instant);
    CHECK(zone.parse(u"2020-02-09T08:31") == instant);
}

TEST_CASE("a time is read however people and spreadsheets write it", "[time]")
{
    const auto [text, day, time, hasTime] = GENERATE(table<std::string, QDate, QTime, bool>({
        {"2020-3-5", {2020, 3, 5}, {0, 0}, false},
        {"2020/3/5", {2020, 3, 5}, {0, 0}, false},
        {"2020.3.5", {2020, 3, 5}, {0, 0}, false},
        {"2020年3月5日", {2020, 3, 5}, {0, 0}, false},
        {"2020年03月05号", {2020, 3, 5}, {0, 0}, false},
        {"2020 年 3 月 5 日", {2020, 3, 5}, {0, 0}, false},
        {"２０２０／３／５", {2020, 3, 5}, {0, 0}, false},
        {"2020—3—5", {2020, 3, 5}, {0, 0}, false},
        {"2020/3/3 14:30", {2020, 3, 3}, {14, 30}, true}, // neither the 31st nor half past four
        {"2020-2-1 10:05", {2020, 2, 1}, {10, 5}, true},
        {"2020-2-1T10:05:09", {2020, 2, 1}, {10, 5, 9}, true},
        {"2020.2.10 11：00", {2020, 2, 10}, {11, 0}, true},
        {"2020年3月5日14:30", {2020, 3, 5}, {14, 30}, true},
        {"2020年3月5日 8时", {2020, 3, 5}, {8, 0}, true},
        {"2020年3月5日8点05", {2020, 3, 5}, {8, 5}, true},
        {"2020年3月5日8时5分", {2020, 3, 5}, {8, 5}, true},
        {"2020年3月5日8时5分9秒", {2020, 3, 5}, {8, 5, 9}, true},
        {"  2020-03-05   08:30  ", {2020, 3, 5}, {8, 30}, true},
    }));
    INFO(text);
    const auto read = parseWallTime(QString::fromStdString(text));
    REQUIRE(read);
    CHECK(read->date == day);
    CHECK(read->time == time);
    CHECK(read->hasTime == hasTime);
}

TEST_CASE("what is not a time is not taken for one", "[time]")
{
    const OfficeZone zone;
    const auto text = GENERATE(as<std::string>(), "", "2020-02-30", "2020-2-9 25:00", "20200209", "2020-02-09 08:61",
                               "明天", "2020-02-09 08", "1.38E+10", "2020/3/314:30", "2020/3/5/", "2020/3-5",
                               "3/5/2020", "20/3/5", "2020/3", "3月5日", "2020年3月5日8", "2020年3月5日8点半",
                               "2020-03-05 8:3", "2020-03-05 8:30 下午", "2020-03-05 下午3:30", "2020-03-05 08:30Z",
                               "2020年3/5", "2020-03-05 8:30:", "2020年3月5日8时5分9", "2020.315", "43870.35");
    INFO(text);
    CHECK_FALSE(zone.parse(QString::fromStdString(text)));
}

TEST_CASE("summer time of 1986 to 1991 is kept", "[time]")
{
    const OfficeZone zone;
    CHECK(zone.parse(u"1988-07-01 12:00")->toUTC().time() == QTime(3, 0)); // UTC+9
    CHECK(zone.parse(u"1992-07-01 12:00")->toUTC().time() == QTime(4, 0));
}
