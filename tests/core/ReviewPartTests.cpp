// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of parts, their shares and their totals in the words of a bulletin: what is true stays unaccused, however it is
// listed, and what is wrong is found where it stands.
#include "ReviewSentences.h"

#include <QThread>

#include <memory>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::sentences;
using Kind = Finding::Kind;

TEST_CASE("a row of thousands of counts without names is read to its end", "[review]")
{
    constexpr uint smallStack = 1U << 20U; // of a worker on Windows
    QList<Finding> findings;
    const auto work = [&] { findings = reviewOf(month, u"1件、"_s.repeated(8000) + u"1件，占5%。"); };
    const std::unique_ptr<QThread> worker(QThread::create(work));
    worker->setStackSize(smallStack);
    worker->start();
    worker->wait();
    CHECK(described(findings).empty());
}

TEST_CASE("of a line with more figures than a paragraph has its first sentences are checked", "[review]")
{
    const QString sound = u"A镇3件，"_s;
    const QString list = sound.repeated(600);
    checkFound({
        {u"共受理100件，其中咨询60件、投诉30件、其他20件。"_s + list, Kind::Sum, u"100件"_s, u"110"_s},
        {u"共受理1200件，其中"_s + sound.repeated(399) + u"其他4件。", Kind::Sum, u"1200件"_s, u"1201"_s},
    });
}

TEST_CASE("parts whose list says little of its end are added up in every way that it may be read", "[review]")
{
    checkSound({
        {u"5月份共受理100件，其中咨询20件、求助20件，投诉10件，举报10件，建议10件，表扬5件，公开电话5件，信箱10件，其他10件。"_s},
        {u"5月份共受理1000件。\n按类型分，水类100件、电类100件，涉及企业100件，涉及学校100件，涉及医院100件，涉及交通10"
         u"0件，"
         "涉及供水100件，涉及供电100件，涉及公安100件，其他100件。"_s},
        {u"住建局30件，其中物业问题12件，教育局20件，交通局10件。"_s},
        {u"共受理100件，其中住建局60件，其中物业问题12件、供热问题8件，教育局20件，交通局20件。"_s},
        {u"5月份共受理1000件，其中甲局200件，占20.0%，其中咨询120件，占60.0%，求助80件，占40.0%，乙局300件，占30.0%，"
         "丙局500件，占50.0%。"_s},
        {u"5月份受理820件，投诉举报300件，占36.6%，其中投诉280件、占93.3%，举报20件、占6.7%；咨询520件，占63.4%。"_s},
        {u"甲县30件（咨询20件，占66.7%；投诉10件，占33.3%），乙县（咨询5件，占62.5%；投诉3件，占37.5%）。"_s},
        {u"共受理诉求1000件，其中停车问题300件、物业问题200件、噪音及其他扰民问题100件。"_s},
    });
    checkFound({
        {u"5月份办结300件，其余正在办理。共受理1000件，其中水类300件、电类200件、气类400件、其他50件。"_s, Kind::Sum,
         u"1000件"_s, u"950"_s},
        {u"住建类30件，其中物业类12件，教育类20件。"_s, Kind::Sum, u"30件"_s, u"32"_s, true},
        {u"甲县30件（其中咨询20件（含电话12件、网络8件）、投诉12件），乙县8件。"_s, Kind::Sum, u"30件"_s, u"32"_s},
        {u"甲县30件（咨询20件，占66.7%；投诉10件，占33.3%），乙县8件（咨询5件，占62.5%；投诉3件，占47.5%）。"_s,
         Kind::Percentage, u"47.5%"_s, u"37.5%"_s},
        {u"共受理诉求1000件，其中停车问题300件、物业问题200件，以及其他问题100件。"_s, Kind::Sum, u"1000件"_s,
         u"600"_s},
    });
}

TEST_CASE("digits are only exchanged in a list that may be all of its total", "[review]")
{
    checkSound({
        {u"共受理1000件，其中咨询300件、投诉举报200件、投诉100件，噪音问题40件。"_s},
        {u"全市共受理1000件，主要有水类340件、电类280件、气类290件。"_s},
        {u"全市共受理1000件，水类340件、电类280件、气类290件等。"_s},
    });
    checkFound({{u"全市共受理1000件，其中水类340件、电类280件、气类290件。"_s, Kind::Sum, u"340件"_s, u"430"_s, true}});
}

TEST_CASE("a share is of the count before it only where nothing else is named", "[review]")
{
    checkSound({
        {u"5月份共受理诉求1000件，其中城建类300件，工作日来电占比80.0%。"_s},
        {u"5月份共受理诉求1000件，其中城建类300件、交通类200件，微信渠道占比5.0%。"_s},
        {u"5月份共受理诉求1000件，其中咨询类300件、求助类200件、投诉类500件，公共交通类占12.4%。"_s},
        {u"5月份共受理诉求1000件，其中咨询类300件、投诉类200件，60岁以上老人占比35.0%。"_s},
        {u"全市共受理诉求1000件，其中热线渠道800件、网络渠道200件，热线渠道占比80.0%。"_s},
        {u"5月份共受理诉求1000件，其中城建类300件、交通类200件、物业类100件，三类合计占比60.0%。"_s},
    });
    checkFound({
        {u"5月份共受理诉求1000件，其中城建类300件，城建类占比35.0%。"_s, Kind::Percentage, u"35.0%"_s, u"30.0%"_s},
        {u"5月份共受理诉求1000件，其中咨询类300件、投诉类200件，以上两类占比35.0%。"_s, Kind::Percentage, u"35.0%"_s,
         u"50.0%"_s},
        {u"5月份共受理诉求1000件，其中咨询类300件、投诉类200件，共占35.0%。"_s, Kind::Percentage, u"35.0%"_s,
         u"50.0%"_s},
        {u"5月份共受理诉求1000件，其中城建类300件、交通类200件，所占比例为35.0%。"_s, Kind::Percentage, u"35.0%"_s,
         u"50.0%"_s},
    });
}

TEST_CASE("a share is read behind a change and as 占…的比例", "[review]")
{
    checkSound({
        {u"5月份共受理诉求1000件，其中城建类620件，环比增加20件，占62.0%；交通类380件，环比增长2.7%，占38.0%。"_s},
        {u"全市共受理诉求5000件。\n5月份我县受理诉求1000件，环比增加20件，占全市总量的20.0%。"_s},
        {u"5月份共受理1000件，城建类300件（环比增加20件，占30.0%）；交通类200件（环比减少30件，占20.0%）。"_s},
        {u"5月份共受理1000件，较上月增加100件，其中咨询类增加60件，占60.0%。"_s},
        {u"5月份共受理诉求1000件，其中城建类620件，占受理总量的比例为62.0%；交通类380件，占受理总量的比重为38.0%。"_s},
        {u"5月份共受理诉求1000件，其中城建类300件，占同类诉求的比例达80.0%。"_s},
    });
    checkFound({
        {u"5月份共受理诉求1000件，其中城建类620件，环比增加20件，占62.0%；交通类380件，环比增加10件，占50.0%。"_s,
         Kind::Percentage, u"50.0%"_s, u"38.0%"_s},
        {u"5月份共受理诉求1000件，城建类300件，环比增加20件，增长7.1%，占33.0%；交通类200件，环比减少30件，下降13.0%，占20.0%。"_s,
         Kind::Percentage, u"33.0%"_s, u"30.0%"_s},
        {u"5月份共受理诉求1000件，其中城建类620件，占比例62.0%；交通类380件，占比例50.0%。"_s, Kind::Percentage,
         u"50.0%"_s, u"38.0%"_s},
        {u"5月份共受理诉求1000件，其中城建类620件，占受理总量的比例为19.9%。"_s, Kind::Percentage, u"19.9%"_s,
         u"62.0%"_s},
    });
}

TEST_CASE("shares make a hundred each list by itself, and the last may take the rest", "[review]")
{
    checkSound({
        {u"从类型看，咨询占60%，求助占30%，其他占10%；从渠道看，来电占70%，微信占20%，其他占10%。"_s},
        {u"甲县咨询占60%，投诉占40%；乙县咨询占50%，投诉占50%。"_s},
        {u"咨询类占63.3%，投诉类占36.7%，其中物业投诉占20.0%。"_s},
        {u"共受理300件，其中水类50件，占16.7%；电类50件，占16.7%；气类50件，占16.7%；暖类50件，占16.7%；路类50件，占16."
         u"7%；"
         "其他50件，占16.5%。"_s},
        {u"共受理1000件，其中热线996件，占100%。"_s},
    });
    checkFound({
        {u"从类型看，咨询占60%，求助占30%，其他占20%；从渠道看，来电占70%，微信占20%，其他占10%。"_s, Kind::Percentage,
         u"60%，求助占30%，其他占20%"_s},
        {u"咨询类占63.3%，求助类占20.5%；投诉类占13.8%，建议类占5.4%。"_s, Kind::Percentage,
         u"63.3%，求助类占20.5%；投诉类占13.8%，建议类占5.4%"_s},
        {u"共受理300件，其中水类50件，占16.7%；电类50件，占16.7%；气类50件，占16.7%；暖类50件，占16.7%；路类50件，占16."
         u"7%；"
         "其他50件，占15.5%。"_s,
         Kind::Percentage, u"15.5%"_s, u"16.7%"_s},
        {u"2024年受理诉求328416件，其中直接办结281037件，占85.6%；转派47679件，占14.4%。"_s, Kind::Percentage,
         u"14.4%"_s, u"14.5%"_s, false, u"2024年12345热线运行情况通报"_s},
        {u"共受理1000件，其中热线993件，占100%。"_s, Kind::Percentage, u"100%"_s, u"99%"_s},
    });
}

TEST_CASE("a share of a named part is of the one that is called so", "[review]")
{
    checkSound({
        {u"共受理1000件，其中咨询300件、投诉举报200件、投诉100件，噪音问题40件，占投诉举报的20.0%。"_s},
        {u"公共设施类100件，占10%，市容问题，共40件，其中广告20件，占公共设施类的20.0%。"_s},
    });
    checkFound(
        {{u"城市管理（620件），其中市容120件，占城市管理问题的30.0%。"_s, Kind::Percentage, u"30.0%"_s, u"19.4%"_s}});
}

TEST_CASE("shares of a line each are left alone where another number of the text is their base", "[review]")
{
    const QString list = u"1.城建类620件，占比19.9%。\n2.交通类388件，占比12.4%。\n3."_s;
    checkSound({
        {u"全县共受理诉求3120件。夜间受理诉求820件。\n"_s + list + u"夜间噪音类82件，占比10.0%。"},
        {u"全县共受理诉求3120件。\n"_s + list + u"公安类100件，占比20.0%。公安系统共受理诉求500件。"},
    });
    checkFound({
        {u"全县共受理诉求3120件。\n"_s + list + u"公安类100件，占比20.0%。", Kind::Percentage, u"20.0%"_s, u"3.2%"_s},
        {u"全县接听来电1000个，受理诉求820件。\n说明\n1.咨询来电300个，占比30.0%。\n2.求助来电200个，占比20.0%。\n"
         "3.投诉来电100个，占比45.0%。"_s,
         Kind::Percentage, u"45.0%"_s, u"10.0%"_s},
    });
}

TEST_CASE("what is said together adds up what can be added", "[review]")
{
    checkSound({
        {u"甲县1.2万件、乙县300件、丙县200件，合计12500件。"_s},
        {u"全市共接到来电300个，接到来信20件、留言30件，合计350件。"_s},
        {u"住建类30件，其中物业12件，教育类20件，合计50件。"_s},
        {u"去年同期共办结2000件，其中电话1300件、网络700件，共受理诉求1500件。"_s},
        {u"5月份，全市共受理诉求1000件。其中转办承办单位600件，其余诉求均已当场答复。其他情况通报如下。全市共接到来信120件。"_s},
    });
    checkFound({
        {u"甲县1.2万件、乙县0.3万件，合计1.8万件。"_s, Kind::Sum, u"1.8万件"_s, u"1.5万"_s},
        {u"住建类30件，其中物业12件，教育类20件，合计55件。"_s, Kind::Sum, u"55件"_s},
        {u"5月份，全市共受理诉求1000件。其中转办承办单位600件，其余诉求均已当场答复。其他问题受理500件。"_s, Kind::Sum,
         u"500件"_s, u"400"_s},
    });
}

TEST_CASE("rounded counts are told as they are printed", "[review]")
{
    const auto told = [](const QString &text) -> QString {
        const QList<Finding> findings = reviewOf(month, text);
        CAPTURE(text.toStdString(), described(findings));
        REQUIRE(findings.size() == 1);
        return findings.first().message;
    };
    CHECK(told(u"5月份共受理206.96万件。\n其中，咨询类103.48万件，占50.0%，投诉类51.74万件，占26.0%，"
               "求助类51.74万件，占25.0%。"_s)
          == u"51.74万件 of 206.96万件 is 25.0%.");
    CHECK(told(u"全市共受理10万件，其中甲县1.2万件、乙县3000件，合计占25.0%。"_s) == u"1.5万 of 10万件 is 15.0%.");
    CHECK(told(u"共受理10000件，其中咨询3500件，投诉0.55万件，其他0.5万件。"_s)
          == u"The parts add up to 1.40万, not to 10000件.");
    CHECK(told(u"共受理10万件，其中咨询类1.2万件，占15.0%。"_s) == u"1.2万件 of 10万件 is 12.0%.");
}
