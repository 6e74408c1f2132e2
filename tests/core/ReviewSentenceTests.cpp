// SPDX-License-Identifier: GPL-3.0-or-later
// Changes, rates, balances and times as offices put them into words: what is wrong in a sentence is found, what is right
// is left alone. Each stands below a title of its own.
#include "review/Review.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using Kind = Finding::Kind;

namespace {

const auto month = u"2024年5月12345热线运行情况通报"_s;

struct Sentence
{
    QString text{};
    QString title = month;
};

struct Planted
{
    QString text{};
    Kind kind = Kind::Change;
    QString wrong{};
    QString expected{};
    bool doubtful = false;
    QString title = month;
};

QList<Finding> reviewOf(const QString &title, const QString &text)
{
    return review(reviewTextOf(title + u'\n' + text + u'\n'));
}

std::string described(const QList<Finding> &findings)
{
    QString text;
    for (const Finding &finding : findings)
        text += u"%1 [%2] %3\n"_s.arg(QString(code(finding.kind)), finding.text, finding.message);
    return text.toStdString();
}

void checkSound(const QList<Sentence> &sentences)
{
    for (const Sentence &one : sentences) {
        INFO(one.text.toStdString());
        CHECK(described(reviewOf(one.title, one.text)).empty());
    }
}

void checkFound(const QList<Planted> &sentences)
{
    for (const Planted &one : sentences) {
        INFO(one.text.toStdString());
        const QList<Finding> findings = reviewOf(one.title, one.text);
        CAPTURE(described(findings));
        REQUIRE(findings.size() == 1);
        CHECK(QString(code(findings.first().kind)) == QString(code(one.kind)));
        CHECK(findings.first().text == one.wrong);
        CHECK(findings.first().doubtful == one.doubtful);
        if (!one.expected.isEmpty())
            CHECK(findings.first().expected == one.expected);
    }
}

} // namespace

TEST_CASE("changes are checked against what was and what is, however they are told", "[review]")
{
    checkSound({
        {u"物业类诉求由4月的812件上升到1036件，增加224件，增长27.59%。"_s},
        {u"投诉由120件下降至110件，下降8.3%。"_s},
        {u"受理量较上月的4000件增加了200件，达到4200件。"_s},
        {u"直接解答率由一季度的78.2%提高到二季度的80.1%，提高1.9个百分点。"_s},
        {u"满意率95.60%，较上月（94.12%）上升1.48个百分点。"_s},
        {u"2023年受理诉求52.34万件，比2022年的47.86万件增长9.4%。"_s, u"2023年度热线运行情况通报"_s},
        {u"5月份受理820件，与4月份900件相比减少80件，与去年5月的780件相比增加40件。"_s},
        {u"办结率98.6%，诉求环比增长5.2%。"_s},
        {u"办结率98.6%，同比增长0.5个百分点；超期率0.4%，同比下降30%。"_s},
        {u"城建类620件（物业管理310件、房屋质量170件、供水供气140件），环比上升12.7%（上月550件）。"_s},
        {u"5月份受理诉求18642件，环比减少668件、同比增加1210件，降幅、增幅分别为3.46%、6.94%。"_s},
        {u"5月份受理诉求3120件，环比减少80件，同比增长4.0%。"_s},
        {u"2023年，接听来电35.68万个，较2022年的32.15万个增加3.53万个。"_s, u"2023年度热线运行情况通报"_s},
    });
    checkFound({
        {u"供热投诉由4321件增至4310件。"_s, Kind::Change, u"增"_s},
        {u"供暖类诉求由上月的1320件增至486件。"_s, Kind::Change, u"增"_s},
        {u"噪声类诉求由4月的812件增至1036件，增长37.6%。"_s, Kind::Change, u"37.6%"_s, u"27.6%"_s},
        {u"涉企诉求由4月的212件上升至312件，环比增长32.1%。"_s, Kind::Change, u"32.1%"_s, u"47.2%"_s},
        {u"噪声类诉求由1,036件减少到812件，减少324件。"_s, Kind::Change, u"324件"_s, u"224"_s},
        {u"噪声类诉求由1.04万件减少到0.81万件，减少0.33万件。"_s, Kind::Change, u"0.33万件"_s},
        {u"受理量较上月的4000件增加了200件，达到4300件。"_s, Kind::Change, u"200件"_s, u"300"_s},
        {u"5月份受理820件，去年同期900件，同比下降18.9%。"_s, Kind::Change, u"18.9%"_s, u"8.9%"_s},
        {u"5月份受理820件，比4月份的900件增加80件。"_s, Kind::Change, u"80件"_s},
        {u"本周受理412件，较上周的450件增加38件。"_s, Kind::Change, u"38件"_s},
        {u"本周受理412件，较上周450件减少48件，下降8.4%。"_s, Kind::Change, u"48件"_s, u"38"_s},
        {u"5月份受理诉求3120件，比上月的3200件增加80件。"_s, Kind::Change, u"80件"_s},
        {u"城建类620件，增长12.7%（上月560件）。"_s, Kind::Change, u"12.7%"_s, u"10.7%"_s},
        {u"5月份受理820件，同比上升17.1%，增加220件。"_s, Kind::Change, u"17.1%"_s, u"36.7%"_s},
        {u"满意率由上月的94.1%提高到本月的95.6%，提高2.5个百分点。"_s, Kind::Change, u"2.5个百分点"_s,
         u"1.5个百分点"_s},
        {u"满意率由上月的95.6%下降到94.1%，提高1.5个百分点。"_s, Kind::Change, u"1.5个百分点"_s},
        {u"满意率95.60%，较上月（94.12%）上升2.48个百分点。"_s, Kind::Change, u"2.48个百分点"_s, u"1.48个百分点"_s},
        {u"咨询类占比由上月的52.3%升至55.1%，上升3.8个百分点。"_s, Kind::Change, u"3.8个百分点"_s, u"2.8个百分点"_s},
        {u"满意率由94.12%上升至95.60%，上升1.48%。"_s, Kind::Change, u"1.48%"_s, u"1.48个百分点"_s, true},
        {u"受理量环比增长5.2个百分点。"_s, Kind::Change, u"5.2个百分点"_s, {}, true},
        {u"受理量820件，较上月的900件减少8.9个百分点。"_s, Kind::Change, u"8.9个百分点"_s, {}, true},
        {u"5月份受理4567件，较上月增加263件，同比上升6.11%。"_s, Kind::ComparisonWord, u"同比"_s, u"环比"_s},
        {u"2023年受理诉求52.34万件，比2022年的47.86万件增长19.4%。"_s,
         Kind::Change,
         u"19.4%"_s,
         {},
         false,
         u"2023年度热线运行情况通报"_s},
    });
}

TEST_CASE("rates are of what was called back, came due or was left after returns", "[review]")
{
    checkSound({
        {u"河口镇承办工单13件，办结率100%，满意率91.67%。"_s},
        {u"超期46件（超期办结31件、超期未办15件），超期率8.3%，其中铁东区政府31件、铁西区政府15件。"_s},
        {u"5月份督办12件，办结率100%；全县转派件按时办结率98.6%。"_s},
        {u"回访1724件，满意1521件，基本满意132件，满意率95.88%。"_s},
        {u"回访1724件，满意1653件、不满意45件、未评价26件，满意率97.35%。"_s},
        {u"回访1724件，满意1653件，对热线服务满意率99.3%，对办理结果满意率95.88%。"_s},
        {u"受理400件，退单10件，办结380件，办结率97.44%。"_s},
        {u"5月份共受理诉求1261件。直接解答900件，转派361件，办结355件，办结率99.52%。"_s},
        {u"5月份承办820件，办结811件，办结率98.9%，回访后重办18件，重办后办结率100%。"_s},
    });
    checkFound({
        {u"5月份转派412件，办结401件，办结率100%。"_s, Kind::Percentage, u"100%"_s, u"97%"_s},
        {u"回访162件，满意156件，满意率100%。"_s, Kind::Percentage, u"100%"_s, u"96%"_s},
        {u"5月份承办412件，全部办结，办结率99.3%。"_s, Kind::Percentage, u"99.3%"_s, {}, true},
        {u"5月份转派工单2650件，重办53件，重办率0.2%。"_s, Kind::Percentage, u"0.2%"_s, u"2.0%"_s},
        {u"转派2650件，首次响应2598件，首次响应率88.04%。"_s, Kind::Percentage, u"88.04%"_s, u"98.04%"_s},
        {u"5月份接通率108.5%。"_s, Kind::Percentage, u"108.5%"_s},
        {u"5月份承办412件，办结401件，超期12件，超期率0.29%。"_s, Kind::Percentage, u"0.29%"_s, u"2.91%"_s},
        {u"满意率95.88%，不满意率5.12%。"_s, Kind::Percentage, u"5.12%"_s},
        {u"满意率95.88，回访1724件。"_s, Kind::Blank, u"满意率95.88"_s},
    });
}

TEST_CASE("what is closed, open, held and given back makes up what was received", "[review]")
{
    checkSound({
        {u"受理500件，退回20件，办结470件，正在办理10件。"_s},
        {u"受理500件，办结480件，延期办理12件，正在办理8件。"_s},
        {u"月初在办35件，本月受理412件，本月办结401件，月末在办46件。"_s},
        {u"5月份形成工单412件，在线直接答复768件。"_s},
        {u"转派2650件，按时办结2608件，超期办结30件，未办结12件。"_s},
        {u"5月份承办412件，办结401件；其余11件正在办理。"_s},
    });
    checkFound({
        {u"5月份承办412件，办结401件，其余21件正在办理。"_s, Kind::Balance, u"412件"_s, u"422"_s},
        {u"5月份承办412件，办结401件；21件正在办理。"_s, Kind::Balance, u"412件"_s, u"422"_s},
        {u"5月份承办412件，办结401件。剩余21件正在办理。"_s, Kind::Balance, u"412件"_s, u"422"_s},
        {u"转派2650件，按时办结2608件，超期办结30件，未办结21件。"_s, Kind::Balance, u"2650件"_s, u"2659"_s},
        {u"5月份办结2470件，其中按时办结2475件。"_s, Kind::Balance, u"2475件"_s},
        {u"回访1860件，满意1953件。"_s, Kind::Balance, u"1953件"_s},
        {u"回访162件，满意156件，不满意16件。"_s, Kind::Sum, u"16件"_s},
        {u"参评2000件，非常满意1210件，满意560件，基本满意130件，不满意10件。"_s, Kind::Sum, u"10件"_s},
        {u"转派312件，超期320件。"_s, Kind::Balance, u"320件"_s, {}, true},
        {u"5月份共受理群众诉求3126件，直接解答2504件，转派662件。"_s, Kind::Sum, u"662件"_s, {}, true},
    });
}

TEST_CASE("a bulletin's time is not contradicted by another that is named on purpose", "[review]")
{
    const QString year = u"2023年度12345热线年度报告"_s;
    checkSound({
        {u"四、6月份工作重点"_s},
        {u"4月份受理诉求3200件，5月份受理诉求3120件，环比下降2.5%。"_s},
        {u"2022年受理47.86万件，2023年受理52.34万件。"_s, year},
        {u"2010年10月开通以来，12345热线累计受理诉求523万件。"_s},
        {u"6月份，将集中处理积案20件。"_s},
        {u"2024 年5月，共受理诉求1250件。"_s},
        {u"10月1日至7日，共受理诉求5621件，日均803件。"_s, u"2024年10月热线运行情况通报"_s},
        {u"1—5月累计受理诉求52310件，日均344件。"_s},
        {u"全年共受理诉求523100件，日均1433件。"_s, u"2023年12月热线运行情况通报"_s},
        {u"6月5日至6月20日，共受理噪声诉求320件，日均20件。"_s, u"2024年高考期间噪声诉求专报"_s},
        {u"4月份受理820件，5月份受理790件，6月份受理812件，二季度共受理2422件，日均26.6件。"_s,
         u"2024年第二季度热线情况通报"_s},
    });
    checkFound({
        {u"7月1日至7月7日，共受理诉求3120件。"_s,
         Kind::Period,
         u"7月1日至7月7日"_s,
         {},
         false,
         u"12345热线周报（2024年7月8日—7月14日）"_s},
        {u"4月份，全市共受理诉求3120件。"_s, Kind::Period, u"4月"_s, {}, false, u"2024年5月热线工作总结"_s},
        {u"3月，共办理热线工单2495件。"_s, Kind::Period, u"3月"_s, {}, false, u"12345热线二月情况通报"_s},
        {u"现将2024年4月份热线办理情况通报如下。"_s, Kind::Period, u"2024年4月"_s},
        {u"5月1日至4月30日，全市共受理诉求3120件。"_s, Kind::Period, u"5月1日至4月30日"_s},
        {u"全年受理206.96万件，日均6570件。"_s, Kind::Balance, u"6570件"_s, {}, true, u"2023年度12345热线年度报告"_s},
        {u"5月份，日均受理诉求46件，共受理820件。"_s, Kind::Balance, u"46件"_s, u"26"_s, true},
    });
}

TEST_CASE("blanks are found in brackets, after words and where a formula failed", "[review]")
{
    checkSound({{u"经办理，群众表示满意  。共受理（来电）120件。"_s}, {u"X光机、N95口罩和5类件均已说明。"_s}});
    checkFound({
        {u"5月份共受理诉求（  ）件。"_s, Kind::Blank, u"（  ）件"_s},
        {u"5月份受理诉求1250件，其中咨询类件，投诉类300件。"_s, Kind::Blank, u"询类件"_s},
        {u"X月份共受理诉求1250件。"_s, Kind::Blank, u"X月"_s},
        {u"5月份受理诉求N件。"_s, Kind::Blank, u"N件"_s},
        {u"5月份受理诉求1250件件。"_s, Kind::Blank, u"0件件"_s},
        {u"满意率#DIV/0!。"_s, Kind::Blank, u"#DIV/0!"_s},
        {u"县长信箱本月无回访件，满意率—。"_s, Kind::Blank, u"率—"_s, {}, true},
    });
}

TEST_CASE("the first ones by number are as many as are named, and in their order", "[review]")
{
    checkSound({
        {u"居前三位的分别为城建类2890件、交通类1765件、社保类1402件，合计占48.5%。"_s},
        {u"排名前五的是：城建类（620件）、交通类（388件）、社保类（310件）等。"_s},
        {u"满意率前三位的是A镇（98.7%）、B镇（98.2%）、C镇（97.5%）。"_s},
        {u"办结率排名前三位的是A局（承办12件）、B局（承办310件）、C局（承办45件）。"_s},
        {u"排名前三位的是城建类620件、占19.9%，交通类388件、占12.4%，社保类310件、占9.9%。"_s},
        {u"前两位并列的是A镇12件、B镇12件、C镇12件。"_s},
        {u"前三季度受理诉求、求助分别为1210件、2300件。"_s, u"2024年前三季度12345热线运行情况通报"_s},
    });
    checkFound({
        {u"居前三位的分别为城建类1765件、交通类2890件、社保类1402件。"_s, Kind::Arrangement, u"2890件"_s},
        {u"居前三位的为城建类2890件、交通类1765件、社保类1402件、环保类1100件。"_s, Kind::Arrangement, u"前三位"_s},
        {u"居前三位的城建、交通、社保类诉求分别为2890件、1765件。"_s, Kind::Arrangement, u"前三位"_s},
        {u"满意率前三位的是A镇（98.2%）、B镇（98.7%）、C镇（97.5%）。"_s, Kind::Arrangement, u"98.7%"_s},
    });
}

TEST_CASE("halves, tenths and times are what the counts give", "[review]")
{
    checkSound({
        {u"5月份共受理诉求3126件，其中咨询类1680件，超过一半。"_s},
        {u"5月份共受理诉求3126件，其中咨询类1980件，占六成以上。"_s},
        {u"5月份共受理诉求3126件，其中咨询类1280件，近七成为社保咨询。"_s},
        {u"5月份共受理诉求3126件，其中投诉类1012件，约占三分之一。"_s},
        {u"涉高温用电类诉求325件，是上月的2.5倍（上月130件）。"_s},
        {u"涉汛类诉求由上月的48件增至144件，增长2倍。"_s},
        {u"停水类诉求596件，较上月的303件翻了一番。"_s},
    });
    checkFound({
        {u"5月份共受理诉求3126件，其中咨询类1280件，超过一半。"_s, Kind::Percentage, u"超过一半"_s, u"40.9%"_s},
        {u"5月份共受理诉求3126件，其中咨询类1980件，占七成以上。"_s, Kind::Percentage, u"七成以上"_s},
        {u"5月份共受理诉求3126件，其中投诉类512件，约占三分之一。"_s, Kind::Percentage, u"三分之一"_s},
        {u"涉高温用电类诉求326件，是上月的3.5倍（上月130件）。"_s, Kind::Change, u"3.5倍"_s, u"2.5倍"_s},
        {u"涉汛类诉求由上月的48件增至144件，增长3倍。"_s, Kind::Change, u"增长3倍"_s, u"2.0倍"_s},
        {u"停水类诉求412件，较上月的303件翻了一番。"_s, Kind::Change, u"翻了一番"_s},
    });
}

TEST_CASE("a percentage one slip away from what two counts give is doubtful", "[review]")
{
    checkSound({
        {u"应签收2650件，按时签收2641件，按时签收率99.66%。"_s},
        {u"呼入总量41230通，接听40612通，接通率98.50%。"_s},
        {u"5月份共受理诉求820件，其中63.41%为咨询类（520件）。"_s},
        {u"A类2890件、B类1765件、C类1402件，5月份共受理12480件，合计占48.53%。"_s},
    });
    checkFound({
        {u"应签收2650件，按时签收2641件，按时签收率96.66%。"_s, Kind::Percentage, u"96.66%"_s, u"99.66%"_s, true},
        {u"5月份受理1250件，在线办结1038件，在线办结率80.04%。"_s, Kind::Percentage, u"80.04%"_s, u"83.04%"_s, true},
        {u"回访1724件，不满意71件，满意率96.88%。"_s, Kind::Percentage, u"96.88%"_s, u"95.88%"_s, true},
        {u"转办工单3210件，其中转办各镇街2130件，转办县直部门867件，转办公共服务企业204件。"_s, Kind::Sum, u"867件"_s,
         u"876"_s, true},
    });
}

TEST_CASE("what was received is told twice alike", "[review]")
{
    checkSound({
        {u"5月份共受理诉求3120件，办结3058件。\n一、诉求类型\n5月份受理的3120件诉求中，咨询类占50%。"_s},
        {u"5月份共受理诉求3120件。\n二、网络渠道\n网上共受理诉求3210件。"_s},
        {u"2023年，共受理诉求174.26万件（1742563件）。"_s, u"2023年度12345热线运行情况通报"_s},
    });
    checkFound({
        {u"5月份共受理诉求3120件，办结3058件。\n一、诉求类型\n5月份受理的3210件诉求中，咨询类占50%。"_s, Kind::Sum,
         u"3210件"_s, u"3120件"_s, true},
        {u"2023年，共受理诉求174.26万件（1724563件）。"_s,
         Kind::Sum,
         u"1724563件"_s,
         {},
         false,
         u"2023年度12345热线运行情况通报"_s},
    });
}

TEST_CASE("durations go the way that they say, by as much", "[review]")
{
    checkSound({
        {u"平均办理时长由3.2天缩短至2.8天，缩短0.4天。"_s},
        {u"平均办理时长由去年的5个工作日压缩至3个工作日。"_s},
        {u"平均等待由12.4秒减少至8秒，缩短4秒。"_s},
    });
    checkFound({
        {u"平均办理时长由3.2天缩短至3.8天。"_s, Kind::Change, u"缩短"_s},
        {u"平均办理时长由3.2天缩短至2.8天，缩短1.4天。"_s, Kind::Change, u"1.4天"_s, u"0.4天"_s},
    });
}

TEST_CASE("means, days of cut-off, open ones and signs are held against what they are told of", "[review]")
{
    const auto quarter = u"2024年三季度12345热线运行情况通报"_s;
    checkSound({
        {u"三季度共受理31146件，月均10382件。"_s, quarter},
        {u"7月受理10210件，8月受理9834件，9月受理11102件，共计31146件，月均10382件。"_s, quarter},
        {u"截至1月10日，12月份受理的4321件已办结4265件。"_s, u"2024年12月12345热线运行情况通报"_s},
        {u"5月份受理43739件，办结率100%，在办2件。"_s},
        {u"5月份共接听来电8200个，日均约265个。"_s},
    });
    checkFound({
        {u"三季度共受理31146件，月均13082件。"_s, Kind::Balance, u"13082件"_s, u"10382"_s, true, quarter},
        {u"截至4月30日，5月份受理的4321件诉求已办结4265件。"_s, Kind::Period, u"截至4月30日，"_s},
        {u"5月份转派412件，办结率100%，在办11件。"_s, Kind::Percentage, u"100%"_s, {}, true},
        {u"满意率95.6%，较上月提高-1.2个百分点。"_s, Kind::Change, u"提高-1.2个百分点"_s},
        {u"与4月份相比，受理量同比上升6.11%。"_s, Kind::ComparisonWord, u"与4月份相比，受理量同比"_s},
        {u"直接解答2504件，转派662件，共受理3126件。"_s, Kind::Sum, u"3126件"_s, {}, true},
        {u"人工接听来电40612通，呼出8123通，合计47835通。"_s, Kind::Sum, u"47835通"_s, u"48735"_s},
        {u"5月份共接听来电8200个，日均约26个。"_s, Kind::Balance, u"26个"_s, {}, true},
    });
}

TEST_CASE("in a list of units each rate is held against its own counts", "[review]")
{
    checkSound({
        {u"A局承办100件，办结90件，办结率90%；B局承办100件，办结80件，办结率80%。"_s},
        {u"回访1900件，对热线服务满意率99.3%，对办理结果满意1822件，满意率95.9%。"_s},
        {u"承办100件，办结98件，未办结2件，未办结率2%。"_s},
        {u"回访100件，解决95件，未解决5件，未解决率5%。"_s},
        {u"承办100件，按时办结97件，超期3件，未按期办结率3%。"_s},
    });
    checkFound({
        {u"A局承办100件，办结90件，办结率90%；B局承办100件，办结80件，办结率85%。"_s, Kind::Percentage, u"85%"_s,
         u"80%"_s},
        {u"城建局承办120件，办结90件，办结率75%；交通局承办200件，办结180件，办结率75%。"_s, Kind::Percentage, u"75%"_s,
         u"90%"_s},
        {u"全县承办300件，办结270件，办结率90%，其中城关镇承办100件，办结80件，办结率95%。"_s, Kind::Percentage,
         u"95%"_s},
    });
}

TEST_CASE("a change is held against the time that it names and against nothing else", "[review]")
{
    checkSound({
        {u"5月份受理820件，上月700件，环比增加120件，同比增加50件。"_s},
        {u"5月份受理820件，去年同期700件，上月800件，同比增加120件，环比增加20件。"_s},
        {u"5月份受理820件，上月700件，同比增长6.5%。"_s},
        {u"5月受理820件（4月700件），同比增加50件。"_s},
        {u"受理820件，同比增加120件，投诉下降4%。"_s},
        {u"受理820件，同比增加120件，其中投诉增长4%。"_s},
        {u"自来水问题1812件，供电问题增至1036件。"_s},
        {u"从业人员社保问题812件，物业问题增至636件。"_s},
        {u"上月受理900件，本月投诉增至300件。"_s},
        {u"上月噪音问题20件，本月提到噪音问题12件。"_s},
        {u"5月份共受理820件，日均受理26.5件，日均增加3.5件，增长15.2%。"_s},
        {u"5月份共受理820件，日均26件，较上月日均25件增加1件。"_s},
        {u"1月份受理820件，较去年12月环比下降5.2%。"_s, u"2024年1月12345热线运行情况通报"_s},
    });
    checkFound({
        {u"上月4000件，本月受理3800件，增加300件。"_s, Kind::Change, u"300件"_s},
        {u"5月份受理820件，上月700件，环比增加130件。"_s, Kind::Change, u"130件"_s, u"120"_s},
        {u"受理4567件，较上月增加263件，同比上升 6.11%。"_s, Kind::ComparisonWord, u"同比"_s, u"环比"_s},
        {u"投诉由812件增至 636件。"_s, Kind::Change, u"增"_s},
        {u"5月份受理3120件（4月份3200件），同比下降2.5%。"_s, Kind::ComparisonWord, u"同比"_s, u"环比"_s},
        {u"接听来电35.68万个，较2022年的32.15万个增加5.53万个。"_s, Kind::Change, u"5.53万个"_s},
        {u"较去年5月环比下降5.2%。"_s, Kind::ComparisonWord, u"较去年5月环比"_s, u"同比"_s},
    });
}

TEST_CASE("what is closed, carried over, returned and answered is counted once", "[review]")
{
    checkSound({
        {u"受理820件，尚未全部办结，还有3件正在办理。"_s},
        {u"上月结转的12件已全部办结，本月还有3件正在办理。"_s},
        {u"除1件外已全部办结，1件正在办理。"_s},
        {u"市直部门回访100件，满意90件，不满意10件；县区回访50件，满意45件，不满意5件。"_s},
        {u"回访100件，满意95件，其中非常满意60件、基本满意35件，不满意5件。"_s},
        {u"上月结转10件，受理100件，退单2件，办结100件，在办8件。"_s},
        {u"受理100件，退单2件，延期3件，办结90件，在办5件。"_s},
        {u"5月份，共受理3100件，平均每名话务员受理310件。"_s},
        {u"12345件件有回音，事事有着落。"_s},
        {u"满意率95.9%，不满意率4.15%。"_s},
    });
    checkFound({
        {u"电话回访100件，满意95件，不满意5件。短信回访50件，满意45件，不满意15件。"_s, Kind::Sum, u"15件"_s},
        {u"已全部办结，还有3件正在办理。"_s, Kind::Balance, u"已全部办结，还有3件正在办理"_s},
        {u"受理情况（见附表。5月份，共受理820件，日均40件。"_s, Kind::Balance, u"40件"_s, u"26"_s, true},
        {u"受理820件件，办结800件。"_s, Kind::Blank, u"0件件"_s},
        {u"办结100件，办结率99.35"_s, Kind::Blank, u"办结率99.35"_s},
    });
}

TEST_CASE("days come one after the other, in the title's year", "[review]")
{
    const auto february = u"2023年2月12345热线运行情况通报"_s;
    checkSound({
        {u"12月26日至1月25日，共受理820件。"_s, u"2024年1月12345热线运行情况通报"_s},
        {u"2023年12月26日至2024年1月25日，共受理820件。"_s, u"2024年1月12345热线运行情况通报"_s},
        {u"2月1日至2月28日，共受理820件。"_s, february},
    });
    checkFound({
        {u"5月20日至5月10日，共受理820件。"_s, Kind::Period, u"5月20日至5月10日"_s},
        {u"2月1日至2月29日，共受理820件。"_s, Kind::Period, u"2月29日"_s, {}, false, february},
        {u"4月份，共受理820件。"_s, Kind::Period, u"4月"_s, {}, false, u"2024年热线5月份运行情况通报"_s},
    });
}
