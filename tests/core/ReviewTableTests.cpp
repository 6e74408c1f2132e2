// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as offices draw them: what is wrong in a row, a column or a total is found in its cell, what is right is left
// alone. A blank parts the cells here, a bar the rows.
#include "review/Review.h"

#include <QElapsedTimer>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using Kind = Finding::Kind;

namespace {

struct Planted
{
    Kind kind;
    int line; // of the table, its heading is 1
    QString wrong;
    QString expected{};
    bool doubtful = false;
};

struct Table
{
    QString text;
    QList<Planted> errors{};
    QString before{}; // a sentence above it
};

QList<Finding> reviewOf(const Table &table)
{
    QString rows = table.text;
    rows.replace(u' ', u'\t').replace(u'|', u'\n');
    return review(reviewTextOf(u"2024年5月12345热线运行情况通报\n"_s + table.before + u'\n' + rows + u'\n'));
}

std::string described(const QList<Finding> &findings)
{
    QString text;
    for (const Finding &finding : findings) {
        text += u"%1:%2 %3 [%4] %5 %6%7\n"_s.arg(finding.line)
                    .arg(finding.column)
                    .arg(QString(code(finding.kind)), finding.text, finding.expected, finding.message,
                         finding.doubtful ? u" ?"_s : QString());
    }
    return text.toStdString();
}

void check(const QList<Table> &tables)
{
    for (const Table &table : tables) {
        const QList<Finding> findings = reviewOf(table);
        CAPTURE(table.text.toStdString(), described(findings));
        CHECK(findings.size() == table.errors.size());
        for (qsizetype i = 0; i < std::min(findings.size(), table.errors.size()); ++i) {
            const Planted &error = table.errors[i];
            CHECK(findings[i].kind == error.kind);
            CHECK(findings[i].line == error.line + 2);
            CHECK(findings[i].text.toStdString() == error.wrong.toStdString());
            CHECK(findings[i].expected.toStdString() == error.expected.toStdString());
            CHECK(findings[i].doubtful == error.doubtful);
        }
    }
}

} // namespace

TEST_CASE("a row that ends before a column of the table is told of what it has", "[review]")
{
    check({{u"单位 应办结 办结 在办 受理|甲局 10 5 5 12|乙局 20 15 5 22|丁局 10 5 4"_s,
            {{Kind::Balance, 4, u"10"_s, u"9"_s}}},
           {u"单位 应办结 办结 在办 受理|甲局 10 5 5 12|乙局 20 15 5 22|丙局|丁局 10 5 5 12"_s}});
}

TEST_CASE("a balance is told at the column that it is of, with what would fit there", "[review]")
{
    check({{u"单位 受理 应办结 办结 在办|甲局 12 10 5 5|乙局 22 20 15 5|丙局 33 30 25 5|丁局 14 10 5 4"_s,
            {{Kind::Balance, 5, u"10"_s, u"9"_s}}},
           {u"单位 承办 退单 办结 在办|甲局 100 10 80 10|乙局 50 5 40 5|丙局 60 3 50 7|丁局 100 10 80 15"_s,
            {{Kind::Balance, 5, u"100"_s, u"105"_s}}},
           {u"单位 承办 结转 办结 在办|甲局 100 10 100 10|乙局 50 5 50 5|丙局 60 3 60 3|丁局 100 10 80 15"_s,
            {{Kind::Balance, 5, u"100"_s, u"85"_s}}}});
    const auto findings =
        reviewOf({u"单位 承办 退单 办结 在办|甲局 100 10 80 10|乙局 50 5 40 5|丙局 60 3 50 7|丁局 100 10 80 15"_s});
    REQUIRE(findings.size() == 1);
    CHECK(findings.first().message.toStdString() == "丁局: 80 closed and 15 open make 95, not 90 (100 − 10).");
}

TEST_CASE("what is neither closed nor open, and what was dispatched of all, accuses no row", "[review]")
{
    check({{u"单位 承办 办结 在办 延期|甲局 100 80 10 10|乙局 50 40 5 5|丙局 60 50 7 3"_s},
           {u"区县 受理 转办 办结 在办|东区 100 60 50 10|西区 80 50 40 10|南区 70 30 25 5"_s},
           {u"单位 受理 无效 办结 在办|甲局 10 2 5 3|乙局 20 5 10 5|丙局 30 3 20 7"_s},
           {u"单位 受理件数 办结 在办 待回访|甲局 100 80 10 10|乙局 50 40 5 5|丙局 60 50 7 3|合计 210 170 22 18"_s},
           // 延期 is the rest in the other rows
           {u"单位 承办 办结 在办 延期|甲局 100 80 10 10|乙局 50 40 5 5|丙局 60 50 7 3|丁局 90 80 5 3"_s,
            {{Kind::Balance, 5, u"90"_s, u"88"_s}}},
           {u"区县 受理 转办 办结 在办|东区 100 60 50 10|西区 80 50 40 10|南区 70 30 25 9|北区 9 9 8 1"_s,
            {{Kind::Balance, 4, u"30"_s, u"34"_s}}},
           // no row keeps it: of something else, perhaps
           {u"单位 承办 办结 在办|甲局 10 5 5|乙局 20 14 5|丙局 30 24 5|丁局 40 34 5"_s,
            {{Kind::Balance, 3, u"20"_s, u"19"_s, true},
             {Kind::Balance, 4, u"30"_s, u"29"_s, true},
             {Kind::Balance, 5, u"40"_s, u"39"_s, true}}},
           {u"单位 承办 退单 办结|甲局 50 0 600|乙局 100 5 90|丙局 100 5 90"_s,
            {{Kind::Balance, 2, u"600"_s, {}, true}}}});
}

TEST_CASE("a rate isn't right because its part is held against itself, and rows of 100% don't tell its whole",
          "[review]")
{
    check(
        {{u"单位 承办 办结 办结率|甲局 200 100 100%|乙局 100 90 100%|丙局 300 280 100%"_s,
          {{Kind::Percentage, 2, u"100%"_s, u"50%"_s, true},
           {Kind::Percentage, 3, u"100%"_s, u"90%"_s, true},
           {Kind::Percentage, 4, u"100%"_s, u"93%"_s, true}}},
         {u"单位 回访数 满意数 满意率|甲局 100 80 100%|乙局 50 40 100%|丙局 60 30 100%"_s,
          {{Kind::Percentage, 2, u"100%"_s, u"80%"_s, true},
           {Kind::Percentage, 3, u"100%"_s, u"80%"_s, true},
           {Kind::Percentage, 4, u"100%"_s, u"50%"_s, true}}},
         {u"单位 承办 办结 办结率|甲局 5 5 100%|乙局 8 8 100%|丙局 7 7 100%|丁局 100 90 98%|戊局 50 40 95%"_s,
          {{Kind::Percentage, 5, u"98%"_s, u"90%"_s, true}, {Kind::Percentage, 6, u"95%"_s, u"80%"_s, true}}},
         {u"单位 承办 办结 办结率|甲局 50 40 80%|乙局 100 90 97%"_s, {{Kind::Percentage, 3, u"97%"_s, u"90%"_s, true}}},
         {u"单位 承办 办结 办结率|甲局 50 40 80%|乙局 70 70 100%|丙局 100 90 97%"_s,
          {{Kind::Percentage, 4, u"97%"_s, u"90%"_s}}},
         // of something that the table doesn't have
         {u"单位 承办 办结 应办结率|甲局 5 5 100%|乙局 100 90 100%|丙局 100 95 100%"_s},
         {u"单位 承办 办结 办结率|甲局 200 100 95%|乙局 100 90 98%|丙局 300 280 99%"_s}});
}

TEST_CASE("a row whose name is a number, or whose number can't be read, is a row", "[review]")
{
    check({{u"渠道 件数|12345 500|网站 30|微信 20|合计 550"_s},
           {u"渠道 件数|12345 500|网站 30|微信 20|合计 560"_s, {{Kind::Sum, 5, u"560"_s, u"550"_s}}},
           {u"月份 受理 办结|1 100 90|2 200 180|3 300 280|合计 600 550"_s},
           {u"单位 件数|甲局 120（含重复5件）|乙局 20|丙局 30|合计 170"_s},
           {u"单位 件数|甲局 1，210|乙局 20|合计 1230"_s},
           {u"单位 件数|甲局 1，210|乙局 20|合计 99"_s, {{Kind::Sum, 4, u"99"_s, u"1230"_s}}},
           {u"渠道 件数|热线 4.37万|网站 200|微信 300|合计 44200"_s},
           {u"单位 件数 表扬|甲局 10 1|乙局 20|丙局 30 2|合计 60 99"_s, {{Kind::Sum, 5, u"99"_s, u"3"_s}}},
           {u"单位 件数 表扬|甲局 10 1|乙局 20 无|丙局 30 2|合计 60 99"_s, {{Kind::Sum, 5, u"99"_s, u"3"_s}}},
           {u"单位 件数|甲局 10|乙局 20|丙局 30|合计 99|办结率 98.0%"_s, {{Kind::Sum, 5, u"99"_s, u"60"_s}}}});
}

TEST_CASE("totals of groups, of all and of the year so far are told apart", "[review]")
{
    check({{u"单位 件数|甲局 10|乙局 20|部门合计 30|东镇 5|西镇 6|乡镇合计 11|总计 41"_s},
           {u"单位 件数|甲局 10|乙局 20|部门合计 30|东镇 5|西镇 6|乡镇合计 11|全县合计 41"_s},
           {u"单位 件数|甲局 10|乙局 20|部门合计 30|东镇 5|西镇 6|乡镇合计 11"_s},
           {u"单位 件数|甲局 10|乙局 20|合计 30|东镇 5|西镇 6|合计 11|总计 41"_s},
           {u"单位 件数|甲局 10|乙局 20|合计 30|东镇 5|西镇 6|合计 11"_s},
           {u"单位 件数|甲局 10|乙局 20|部门合计 30|东镇 5|西镇 6"_s},
           {u"单位 件数|甲局 10|乙局 20|丙局 30|合计 60|累计 300"_s},
           {u"单位 件数|甲局 30|乙局 11|全县合计 41"_s, {}, u"本月共转办各单位41件。"_s},
           {u"项目 数量|来电总量 5000|接通量 4900|人工受理 3000|接通率 98%"_s},
           {u"县区 诉求量 每万人诉求量|东区 1000 20|西区 600 15|合计 1600 18"_s},
           {u"单位 受理 转办 合计 办结|甲局 30 20 50 48|乙局 10 10 20 20|丙局 5 5 10 9"_s},
           {u"单位 件数|全县 60|甲局 10|乙局 20|丙局 30"_s, {}, u"本月共转办各单位60件。"_s},
           {u"单位 件数|甲局 10|乙局 20|部门合计 40|东镇 5|西镇 6|乡镇合计 11|总计 42"_s,
            {{Kind::Sum, 4, u"40"_s, u"30"_s}, {Kind::Sum, 8, u"42"_s, u"41"_s}}},
           {u"单位 件数|全县 66|甲局 10|乙局 20|丙局 30"_s, {{Kind::Sum, 2, u"66"_s, u"60"_s, true}}},
           {u"单位 件数|甲局 30|乙局 11|全县合计 47"_s, {{Kind::Sum, 4, u"47"_s, u"41"_s}}}});
}

TEST_CASE("a subtotal is of the rows of its group, below them or above", "[review]")
{
    check({{u"单位 件数|县直小计 30|甲局 10|乙局 20|乡镇小计 11|东镇 5|西镇 6|总计 41"_s},
           {u"单位 件数|县直小计 30|甲局 10|乙局 20|高新区 7|总计 37"_s},
           {u"单位 件数|甲局 30|其中：城管 10|交警 20|乙局 20|小计 50"_s},
           {u"单位 件数|县直部门 |甲局 10|乙局 20|乡镇 |东镇 5|西镇 6|小计 11"_s},
           {u"县区 受理 办结|市本级 100 99|梨树县 20 18|双辽市 10 10|县区小计 30 28|全市合计 130 127"_s},
           {u"单位 件数|县直小计 35|甲局 10|乙局 20|乡镇小计 11|东镇 5|西镇 6|总计 41"_s,
            {{Kind::Sum, 2, u"35"_s, u"30"_s}}},
           {u"单位 件数|县直部门 |甲局 10|乙局 20|乡镇 |东镇 5|西镇 6|小计 12"_s, {{Kind::Sum, 8, u"12"_s, u"11"_s}}},
           {u"单位 件数|甲局 30|其中：城管 10|交警 20|乙局 20|小计 55"_s, {{Kind::Sum, 6, u"55"_s, u"70"_s, true}}}});
}

TEST_CASE("however many rows stand behind 其中, a total that nothing makes is told", "[review]")
{
    QString rows = u"单位 件数"_s;
    for (const QString &name : {u"甲"_s, u"乙"_s, u"丙"_s}) {
        rows += u'|' + name + u"局 100|其中：" + name + u"一 10";
        for (int i = 0; i < 7; ++i)
            rows += u'|' + name + QString::number(i) + u"局 10";
    }
    check({{QString(rows + u"|合计 510"_s)},
           {QString(rows + u"|合计 300"_s)},
           {QString(rows + u"|合计 999999"_s), {{Kind::Sum, 29, u"999999"_s, u"510"_s, true}}}});
}

TEST_CASE("tables beside each other are no folded one", "[review]")
{
    check({{u"单位 受理数 单位 办结数|甲局 60 乙局 50|乙局 40 甲局 40|合计 100 合计 90"_s},
           {u"类别 件数 占比 类别 件数 占比|咨询 60 60.0% 城建 50 50.0%|投诉 40 40.0% 交通 50 50.0%|"
            "合计 100 100.0% 合计 100 100.0%"_s},
           {u"单位 件数 单位 件数|甲局 10 乙局 20|丙局 30 丁局 40|合计 100"_s},
           {u"单位 件数 单位 件数|甲局 10 乙局 20|丙局 30 丁局 40|合计 99"_s, {{Kind::Sum, 4, u"99"_s, u"100"_s}}},
           {u"单位 受理数 单位 办结数|甲局 60 乙局 50|乙局 40 甲局 40|合计 100 合计 99"_s,
            {{Kind::Sum, 4, u"99"_s, u"90"_s}}}});
}

TEST_CASE("the share of a part is of its parent, and of the counts that most rows say", "[review]")
{
    check({{u"类别 件数 占比|城建 100 50.0%|其中：物业 60 60.0%|交通 60 30.0%|环保 40 20.0%"_s},
           {u"类别 件数 占比|城建 100 50.0%|其中：物业 60 60.0%|交通 60 30.0%|环保 40 20.0%|合计 200 100%"_s},
           {u"类别 件数 占比|城建 100 50.0%|其中：物业 60 65.0%|交通 60 30.0%|环保 40 20.0%"_s,
            {{Kind::Percentage, 3, u"65.0%"_s, u"60.0%"_s}}},
           {u"类别 受理 办结 占比|城建 400 400 40%|交通 300 300 30%|环保 200 200 20%|水务 60 60 6%|噪音 40 10 4%"_s},
           {u"类别 受理 办结 占比|城建 400 400 40%|交通 300 300 30%|环保 200 200 20%|水务 60 60 6%|噪音 40 10 9%"_s,
            {{Kind::Percentage, 6, u"9%"_s, u"4%"_s}}},
           {u"类别 件数 占比|城建 100 50.0%|交通 60 30.0%|环保 40 20.0%|合计 200 90.0%"_s,
            {{Kind::Percentage, 5, u"90.0%"_s, u"100.0%"_s}}},
           {u"单位 件数 占比|甲局 30 73.2%|乙局 11 90.0%|全县合计 41 100%"_s,
            {{Kind::Percentage, 3, u"90.0%"_s, u"26.8%"_s}}},
           {u"类别 件数 占比|城建 1 33.3%|交通 1 33.3%|环保 1 33.3%|合计 3 99.9%"_s},
           {u"类别 件数 件数占比|城建 50 50%|交通 30 70%|其他 20 20%"_s, {{Kind::Percentage, 3, u"70%"_s, u"30%"_s}}}});
}

TEST_CASE("columns that aren't known by their heading are known by what stands in them", "[review]")
{
    check(
        {{u"类别 本月 上月 环比|城建 100 80 25.0%|交通 60 50 20.0%|环保 45 30 90.0%|合计 205 160 28.1%"_s,
          {{Kind::Change, 4, u"90.0%"_s, u"50.0%"_s}}},
         {u"类别 2024年2月 上月|城建 100 80|交通 60 50|合计 999 130"_s, {{Kind::Sum, 4, u"999"_s, u"160"_s}}},
         {u"单位 咨询 求助 投诉 合计|甲局 10 20 30 60|乙局 5 5 5 15|合计 15 25 35 75"_s},
         {u"单位 咨询 求助 投诉 合计|甲局 10 20 30 60|乙局 5 5 5 55|丙局 1 2 3 6|合计 16 27 38 81"_s,
          {{Kind::Sum, 3, u"55"_s, u"15"_s}, {Kind::Sum, 5, u"81"_s, u"121"_s}}},
         {u"单位 受理数 问题数 办结数 在办数|甲局 10 2 5 5|乙局 20 3 15 5|丙局 30 4 25 9"_s,
          {{Kind::Balance, 4, u"30"_s, u"34"_s}}},
         {u"镇街 件数 占比|东镇 50 50.0%|西镇 30 30.0%|南镇 20 90.0%|合计 999 100%"_s,
          {{Kind::Percentage, 4, u"90.0%"_s, u"20.0%"_s}, {Kind::Sum, 5, u"999"_s, u"100"_s}}},
         {u"承办单位 承办数 办结数|甲局 10 9|乙局 20 18|合计 30 29"_s, {{Kind::Sum, 4, u"29"_s, u"27"_s}}},
         {u"渠道 派遣 按时 超时 未办结 按时结案率|热线 100 80 10 10 80.0%|网站 50 40 5 5 80.0%|微信 60 50 5 9 30.0%"_s,
          {{Kind::Balance, 4, u"60"_s, u"64"_s}, {Kind::Percentage, 4, u"30.0%"_s, u"83.3%"_s}}},
         {u"单位 承办 按时办结 办结超时 未办结|甲局 10 5 1 4|乙局 20 15 0 5|丙局 30 20 3 9"_s,
          {{Kind::Balance, 4, u"30"_s, u"32"_s}}},
         {u"单位 承办 按时办结 按时率|甲局 100 70 70.0%|乙局 50 40 80.0%|丙局 60 30 99.0%"_s,
          {{Kind::Percentage, 4, u"99.0%"_s, u"50.0%"_s}}},
         {u"序号 单位 得分|1 甲局 98|2 乙局 97|3 丙局 96|合计  99"_s}});
}

TEST_CASE("percentages without their sign and with arrows are read, and told as they are printed", "[review]")
{
    check({{u"单位 承办 办结 办结率(%)|甲局 100 80 80|乙局 100 90 90|丙局 100 70 95|丁局 50 40 80"_s,
            {{Kind::Percentage, 4, u"95"_s, u"70"_s}}},
           {u"单位 承办 办结 办结率(%)|甲局 100 80 80.00|乙局 100 90 90.00|丙局 100 70 95.00"_s,
            {{Kind::Percentage, 4, u"95.00"_s, u"70.00"_s}}},
           {u"类别 本月件数 上月件数 环比|城建 80 100 −20.0%|交通 60 50 20.0%|环保 45 30 50.0%|市容 40 80 −20.0%"_s,
            {{Kind::Change, 5, u"−20.0%"_s, u"−50.0%"_s}}},
           {u"类别 本月件数 上月件数 环比|城建 100 80 ↑25.0%|交通 60 50 ↑20.0%|环保 45 30 ↑90.0%|市容 40 50 ↓20.0%"_s,
            {{Kind::Change, 4, u"↑90.0%"_s, u"↑50.0%"_s}}}});
}

TEST_CASE("what was dispatched to the departments is held against a table of departments alone", "[review]")
{
    const auto before = u"本月共转办各承办单位560件。"_s;
    check({{u"类别 件数|城建 4000|交通 3000|其他 1570"_s, {}, before}});
    const auto units = reviewOf({u"单位 件数|甲局 300|乙局 200|丙局 57"_s, {}, before});
    REQUIRE(units.size() == 1);
    CHECK(units.first().kind == Kind::Population);
    CHECK(units.first().doubtful);
}

TEST_CASE("tables of very many rows, and very many tables, are read in a moment", "[review][perf]")
{
    QString rows = u"单位 承办 办结 在办"_s;
    for (int i = 0; i < 16'000; ++i)
        rows += u"|第%1局 10 8 2"_s.arg(i);
    QString many;
    for (int i = 0; i < 500; ++i)
        many += u"|单位 承办 办结|甲局 10 9|乙局 20 18|第%1表如下。"_s.arg(i);
    QElapsedTimer clock;
    clock.start();
    check({{rows}, {many.sliced(1)}});
    CHECK(clock.elapsed() < 20'000); // before, the first alone took the square of its rows
}
