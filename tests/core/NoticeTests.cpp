// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/HolidayData.h"
#include "calendar/HolidayNotice.h"
#include "support/Print.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace huiyin;

namespace {

// As published, with its head and its end.
const auto notice2026 =
    u"国务院办公厅关于2026年部分节假日安排的通知\n"
    "国办发明电〔2025〕7号\n"
    "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n"
    "经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。\n"
    "一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n"
    "二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周"
    "六）上班。\n"
    "三、清明节：4月4日（周六）至6日（周一）放假，共3天。\n"
    "四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。\n"
    "五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n"
    "六、中秋节：9月25日（周五）至27日（周日）放假，共3天。\n"
    "七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。\n"
    "节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人"
    "民群众祥和平安度过节日假期。\n"
    "国务院办公厅\n"
    "2025年11月4日\n"_s;

// The other ways in which notices of the last years write it.
const auto notice2024 = u"国务院办公厅关于2024年部分节假日安排的通知 国办发明电〔2023〕7号\n"
                        "一、元旦：1月1日放假，与周末连休。\n"
                        "二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结"
                        "合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。\n"
                        "三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。\n"
                        "四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。\n"
                        "五、端午节：6月10日放假，与周末连休。\n"
                        "六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。\n"
                        "七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。\n"_s;

const auto notice2023 =
    u"关于2023年部分节假日安排的通知\n一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。\n"
    "二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。\n"
    "三、清明节：4月5日放假，共1天。\n"
    "四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。\n"
    "五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。\n"
    "六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。\n"_s;

// Which days are worked and which are free; names differ between sources.
QMap<QDate, bool> worked(const QMap<QDate, SpecialDay> &days, int year)
{
    QMap<QDate, bool> found;
    for (auto day = days.begin(); day != days.end(); ++day) {
        if (day.key().year() == year)
            found.insert(day.key(), day->working);
    }
    return found;
}

QStringList faults(const NoticeReading &reading)
{
    QStringList texts;
    for (const NoticeFault &fault : reading.faults)
        texts.append(fault.text());
    return texts;
}

QString replaced(const QString &what, const QString &with)
{
    QString text = notice2026;
    REQUIRE(text.contains(what));
    return text.replace(what, with);
}

} // namespace

TEST_CASE("the notices of the State Council are read as they are published", "[calendar][notice]")
{
    const auto [text, year, days] =
        GENERATE(table<QString, int, int>({{notice2026, 2026, 248}, {notice2024, 2024, 251}, {notice2023, 2023, 249}}));
    const NoticeReading reading = readNotice(text, 1999);
    CHECK(faults(reading) == QStringList());
    CHECK(reading.notice.year == year);
    CHECK(reading.notice.workingDays() == days);
    CHECK(worked(reading.notice.days, year) == worked(HolidayData::shipped().years.value(year), year));
}

TEST_CASE("a notice tells its number, and days of the year before", "[calendar][notice]")
{
    CHECK(readNotice(notice2026, 2027).notice.source == u"国办发明电〔2025〕7号"_s);
    const NoticeReading reading = readNotice(notice2023, 2023);
    CHECK(reading.notice.days.value(QDate(2022, 12, 31)) == SpecialDay{.name = u"元旦"_s, .working = false});
    CHECK(reading.notice.days.value(QDate(2023, 9, 29)).name == u"中秋节、国庆节"_s);
}

TEST_CASE("a notice may be pasted with other marks, line ends and spaces", "[calendar][notice]")
{
    QString text = notice2026;
    text.replace(u'（', u'(').replace(u'）', u')').replace(u'：', u':').replace(u"\n"_s, u"\r\n"_s);
    text.replace(u"1月1日"_s, u"１ 月 １ 日"_s).replace(u'，', u',');
    CHECK(faults(readNotice(text, 2026)) == QStringList());
    CHECK(readNotice(text, 2026).notice.days == readNotice(notice2026, 2026).notice.days);
    // Without its head the year is the one that the clerk has told.
    const QString items = notice2026.mid(notice2026.indexOf(u"一、"_s));
    CHECK(readNotice(items, 2026).isGood());
    CHECK_FALSE(readNotice(items, 2027).isGood()); // the weekdays are those of another year
}

TEST_CASE("what a notice says wrongly is told with its place", "[calendar][notice]")
{
    const auto only = [](const QString &text) {
        const NoticeReading reading = readNotice(text, 2026);
        CHECK_FALSE(reading.isGood());
        return reading.faults.isEmpty() ? NoticeFault() : reading.faults.first();
    };
    NoticeFault fault = only(replaced(u"5月9日（周六）"_s, u"5月9日（周日）"_s));
    CHECK(fault.line == 8);
    CHECK(fault.column == 31);
    CHECK(fault.words == u"5月9日（周日）"_s);
    CHECK(fault.why.contains(u"2026-05-09"_s));

    fault = only(replaced(u"至5日（周二）放假调休，共5天"_s, u"至5日（周二）放假调休，共6天"_s));
    CHECK(fault.words == u"共6天"_s);
    fault = only(replaced(u"4月4日（周六）至6日"_s, u"4月4日（周六）至36日"_s));
    CHECK(fault.line == 7);
    fault = only(replaced(u"6月19日（周五）至21日（周日）放假"_s, u"6月19日（周五）至21日（周日）放个假"_s));
    CHECK(fault.words.startsWith(u"放个假"_s));
    fault = only(replaced(u"1月4日（周日）上班"_s, u"1月4日（周日）"_s));
    CHECK(fault.words == u"1月4日（周日）"_s);
    fault = only(replaced(u"1月4日（周日）上班"_s, u"1月5日（周一）上班"_s)); // worked anyway
    CHECK(fault.why.contains(u"2026-01-05"_s));
    fault = only(replaced(u"2月14日（周六）"_s, u"2月15日（周日）"_s)); // free by the sentence before
    CHECK(fault.why.contains(u"2026-02-15"_s));
    fault = only(replaced(u"10月10日（周六）上班"_s, u"2027年10月10日（周日）上班"_s));
    CHECK(fault.why.contains(u"2026"_s));
    fault = only(replaced(u"1月4日（周日）上班"_s, u"周日上班"_s));
    CHECK(fault.line == 5);
    // A piece of a notice.
    fault = only(notice2026.left(notice2026.indexOf(u"\n七、"_s)));
    CHECK(fault.why.contains(u"国庆"_s));
    CHECK(fault.line == 0);
    // A holiday that sets no day.
    fault = only(notice2026.left(notice2026.indexOf(u"10月1日"_s)));
    CHECK(fault.line == 11);
    CHECK(fault.words == u"七、国庆节："_s);
    fault = only(replaced(u"4月4日（周六）至6日（周一）放假，共3天"_s, u"详见附件"_s));
    CHECK(fault.line == 7);
    fault = only(
        replaced(u"2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天"_s, u"除夕至初七休息"_s));
    CHECK(fault.words == u"除夕至初七休息"_s);
    CHECK_FALSE(readNotice(notice2026 + QString(70'000, u' '), 2026).isGood());
    for (const QString &text :
         {u""_s, u"你好"_s, u"一、"_s, u"一、元旦：放假。"_s, u"一、元旦：1月1日至"_s, u"一、元旦：99999日放假"_s})
        CHECK_FALSE(readNotice(text, 2026).isGood());
}

TEST_CASE("a table of days is read, and refused whole when a row is wrong", "[calendar][notice]")
{
    const auto table = u"date,name,working\r\n2027-01-01,元旦,0\n2027/1/2,元旦,1\n\n2026-12-31,\"元旦\",放假\n"_s;
    NoticeReading reading = readNotice(QChar(QChar::ByteOrderMark) + table, 2030);
    CHECK(faults(reading) == QStringList());
    CHECK(reading.notice.year == 2027);
    CHECK(reading.notice.days
          == QMap<QDate, SpecialDay>{{QDate(2026, 12, 31), {.name = u"元旦"_s, .working = false}},
                                     {QDate(2027, 1, 1), {.name = u"元旦"_s, .working = false}},
                                     {QDate(2027, 1, 2), {.name = u"元旦"_s, .working = true}}});
    CHECK(readNotice(u"日期,名称,上班\n2027-01-01,元旦,否\n"_s, 2030).isGood());
    for (const QString &row :
         {u"2027-02-30,元旦,0"_s, u"2027-01-05,,0"_s, u"2027-01-05,元旦,2"_s, u"2027-01-05,元旦"_s,
          u"2027-01-01,元旦,0"_s, u"2027-01-01,元旦,1"_s, u"2025-01-01,元旦,0"_s, u"2027-01-04,元旦,1"_s}) {
        INFO(row.toStdString());
        reading = readNotice(table + row, 2027);
        REQUIRE(reading.faults.size() == 1);
        CHECK(reading.faults.first().line == 6);
    }
    CHECK_FALSE(readNotice(u"date,name,working\n"_s, 2027).isGood());
}

TEST_CASE("the calendar file is read a year at a time", "[calendar][notice]")
{
    QFile file(u":/huiyin/calendar/holidays-cn.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (int year = 2007; year <= 2026; ++year) {
        INFO(year);
        const NoticeReading reading = readNotice(text, year);
        CHECK(faults(reading) == QStringList());
        CHECK(reading.notice.days == HolidayData::shipped().years.value(year));
    }
    CHECK_FALSE(readNotice(text, 2030).isGood());
    CHECK_FALSE(readNotice(u"{\"years\""_s, 2030).isGood());
    CHECK_FALSE(readNotice(u"{\"years\":{\"2027\":{\"days\":[{\"date\":\"2027-13-01\",\"working\":false}]}}}"_s, 2027)
                    .isGood());
}
