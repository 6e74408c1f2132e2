// SPDX-License-Identifier: GPL-3.0-or-later
// Masking for publication: nothing planted stays, nothing that is no secret goes.
#include "review/PublicationMask.h"

#include "domain/PersonalText.h"

#include <QRegularExpression>

#include <catch2/catch.hpp>

#include <random>

using namespace Qt::StringLiterals;
using namespace huiyin;
using Kind = PersonalPlace::Kind;

namespace {

std::string masked(const QString &text, const QStringList &names = {})
{
    return withReplaced(text, personalPlaces(text, names)).toStdString();
}

// The one place of a text.
PersonalPlace only(const QString &text)
{
    const QList<PersonalPlace> places = personalPlaces(text);
    CAPTURE(text.toStdString());
    REQUIRE(places.size() == 1);
    return places.first();
}

} // namespace

TEST_CASE("names are found by the words around them, and then everywhere", "[review][mask]")
{
    CHECK(masked(u"市民谭建国打电话反映，开发商退款给了谭建国。"_s) == "市民谭某打电话反映，开发商退款给了谭某。");
    CHECK(masked(u"反映人：欧阳小兰，已答复欧阳小兰。"_s) == "反映人：欧阳某，已答复欧阳某。");
    CHECK(masked(u"王丽女士表示满意。"_s) == "王女士表示满意。");
    CHECK(masked(u"联系人阿依古丽·买买提，已联系"_s) == "联系人阿某，已联系");
    CHECK(masked(u"业主𠮷田花反映漏水"_s, {u"𠮷田花"_s}) == "业主𠮷某反映漏水");
    CHECK(masked(u"反映人：王　丽\n已联系王丽和业主费云，费云表示满意"_s)
          == "反映人：王某\n已联系王某和业主费某，费某表示满意");
    CHECK(masked(u"经办：李红、王建国（夫妻）"_s, {u"李红、王建国"_s}) == "经办：李某、王某（夫妻）");
    CHECK(only(u"村民孙立、村干部到场"_s).certain == false);
    CHECK(only(u"村民孙立反映"_s).certain == true);
}

TEST_CASE("what tells of nobody stays as it is", "[review][mask]")
{
    for (
        const QString &text :
        {u"居民张贴小广告，群众高度评价，村民成立合作社，业主安装充电桩，市民方便出行，学生高考期间噪声大。"_s,
         u"赵女士、李某、业主肖先生称物业费未开票，向王先生和李女士解释。"_s, u"单某打电话反映，梁某某来电。"_s,
         u"热线电话：12345，报警110，供电95598，国办发〔2020〕53号，共受理6610件，退款5000元，2020年2月9日。"_s,
         u"市住建局、铁西区政府、梨树县四棵树乡政府，第3期（总第86期），8:30—17:30，1号文件，3号线地铁，G102国道。"_s,
         u"老人和孕妇出行困难，老人和孩子反映强烈，责任人和电话已公示，资金转入其本人银行卡，反映人安心居家，经办人盖章。"_s,
         u"对五栋楼排查，首批四栋楼完工，修建公厕5座，12个村的130户村民，小区1200户居民，接听电话2696000个。"_s,
         u"反映人居所，当事人单位，联系人电话，负责人表示整改，老人家中无人。"_s})
        CHECK(masked(text) == text.toStdString());
}

TEST_CASE("a bare name that does something at the beginning of a clause is doubtful", "[review][mask]")
{
    for (const QString &verb : {u"反映"_s, u"来电"_s, u"投诉"_s, u"咨询"_s, u"求助"_s, u"称"_s}) {
        for (const QString &name : {u"李红军"_s, u"王丽"_s, u"欧阳小兰"_s, u"司马光"_s, u"于晓红"_s, u"张建业"_s}) {
            for (const QString &before : {QString(), u"1."_s, u"经核实，"_s, u"（二）"_s, u"——"_s}) {
                const PersonalPlace place = only(before + name + verb + u"，小区停水。");
                CHECK(place.text.toStdString() == name.toStdString());
                CHECK_FALSE(place.certain);
            }
        }
    }
    CHECK(masked(u"李红军反映停水，已答复李红军。"_s) == "李某反映停水，已答复李某。");
    // What stands before it makes it certain.
    CHECK(only(u"市民李红军反映停水。"_s).certain);
}

TEST_CASE("places, offices, groups and things that do something are nobody", "[review][mask]")
{
    for (
        const QString &text :
        {u"铁东区反映停水，梨树县来电，万发镇反映，孟家岭村反映，史家街道咨询。"_s,
         u"高新区管委会称已整改，施工方称，项目方表示，康达公司称，安居小区反映，童乐幼儿园咨询。"_s,
         u"住建局称，水务集团表示，房东称，车主称，师生反映，农户反映，商贩投诉，家长咨询，全家来电。"_s,
         u"石油投诉，黄标车咨询，金融投诉，高校反映，时有反映，于近日来电，向市政府反映，向我市来信，向其反映。"_s,
         u"单位简称，商品名称，项目名称，经查称，双方均称，景区自称，热线来电，和解处理，方可办理，容缺受理。"_s,
         u"物业、停车投诉，供水、安全投诉，咨询、求助、投诉、举报，李某反映，李某某来电，老李反映，小王来电，王女士咨询。"_s,
         u"王*国反映停水，电话****；欧阳**来电，电话****。"_s})
        CHECK(masked(text) == text.toStdString());
    CHECK(masked(u"全年受理4460件"_s) == "全年受理4460件");
    CHECK(masked(u"方可办理。"_s) == "方可办理。");
}

TEST_CASE("names behind what a form calls them are found, all of a list; officials are doubtful", "[review][mask]")
{
    CHECK(masked(u"联系人：王建国、李红　电话：略"_s) == "联系人：王某、李某　电话：略");
    CHECK(only(u"经办人：王建国 2020年3月"_s).certain);
    CHECK(only(u"姓名：欧阳小兰/女"_s).certain);
    for (const QString &text : {u"受理人：王建国"_s, u"承办人:王建国（主办）"_s, u"接线员：王建国，3号"_s,
                                u"王建国受理"_s, u"王建国办理35件"_s}) {
        const PersonalPlace place = only(text);
        CHECK(place.text == u"王建国"_s);
        CHECK_FALSE(place.certain);
    }
    // A column of a table.
    const auto places = personalPlacesIn({{.text = u"王建国"_s, .heading = u"受 理 人"_s},
                                          {.text = u"李　红"_s, .heading = u"联系人"_s},
                                          {.text = u"城管局"_s, .heading = u"受理人"_s}});
    REQUIRE(places[0].size() == 1);
    CHECK_FALSE(places[0].first().certain);
    REQUIRE(places[1].size() == 1);
    CHECK(places[1].first().certain);
    CHECK(places[2].isEmpty());
}

TEST_CASE("numbers of a citizen are masked whole, in whatever form", "[review][mask]")
{
    const auto kinds = [](const QString &text) { return only(text).kind; };
    CHECK(kinds(u"电话13912345678。"_s) == Kind::Phone);
    CHECK(kinds(u"139 1234 5678"_s) == Kind::Phone);
    CHECK(kinds(u"139-1234-5678"_s) == Kind::Phone);
    CHECK(kinds(u"１３９１２３４５６７８"_s) == Kind::Phone);
    CHECK(kinds(u"+8613912345678"_s) == Kind::Phone);
    CHECK(kinds(u"家中座机0434-3251234"_s) == Kind::Phone);
    CHECK(kinds(u"电话是3251234，"_s) == Kind::Phone);
    CHECK(only(u"咨询电话0434-3266666"_s).certain == false);
    CHECK(kinds(u"220302198001010013"_s) == Kind::Identity);
    CHECK(kinds(u"22030219800101001X"_s) == Kind::Identity);
    CHECK(only(u"220302800101001"_s).certain == false);
    CHECK(kinds(u"银行卡号6222 0202 0000 1234 567"_s) == Kind::BankCard);
    CHECK(kinds(u"微信号：wx_abc123"_s) == Kind::Account);
    CHECK(kinds(u"li.ming@qq.com"_s) == Kind::Email);
    CHECK(masked(u"车牌吉C·12345和吉AD12345"_s) == "车牌吉C****和吉A****");
}

TEST_CASE("of numbers that were masked for lists nothing is left in what goes out", "[review][mask]")
{
    CHECK(masked(u"王*国反映停水，电话138****5678；欧阳**来电，电话0434-****12。"_s)
          == "王*国反映停水，电话****；欧阳**来电，电话****。");
    // As the lists mask them.
    for (const QString &number :
         {u"13912345678"_s, u"139 1234 5678"_s, u"139.1234.5678"_s, u"+8613912345678"_s, u"0434-3251234"_s,
          u"（0434）32512345"_s, u"220302198001010013"_s, u"22030219800101001X"_s, u"220302800101001"_s, u"吉C12345"_s,
          u"吉C·1A345"_s, u"吉AD12345"_s}) {
        const QString text = u"已联系邻居%1，请回复。"_s.arg(number);
        const QString shown = maskedText(text);
        CAPTURE(shown.toStdString());
        REQUIRE(shown != text);
        const PersonalPlace place = only(shown);
        CHECK(place.certain);
        static const QRegularExpression digit(u"[0-9]"_s);
        CHECK_FALSE(QString::fromStdString(masked(shown)).contains(digit));
    }
    CHECK(masked(u"6222 **** **** 4567，电话*****34"_s) == "****，电话****");
}

TEST_CASE("all of several numbers are masked, and no count beside them", "[review][mask]")
{
    CHECK(masked(u"联系电话：3251234、3266666"_s) == "联系电话：****、****");
    CHECK(masked(u"拨打13912345678，3251234或3266666、3277777联系"_s) == "拨打****，****或****、****联系");
    CHECK(masked(u"座机0434-3251234/3266666"_s) == "座机****/****");
    CHECK(masked(u"电话3251234，2696000个来电，20200211受理"_s) == "电话****，2696000个来电，20200211受理");
    const auto places = personalPlacesIn({{.text = u"3251234/3266666"_s, .heading = u"电话"_s}});
    REQUIRE(places[0].size() == 2);
    CHECK(places[0][1].text == u"3266666"_s);
}

TEST_CASE("all of several names in a row are found, those behind the first as doubtful unless a form calls them names",
          "[review][mask]")
{
    CHECK(masked(u"村民张三、李四、王五反映停水"_s) == "村民张某、李某、王某反映停水");
    CHECK(masked(u"业主王建国和李红军到场"_s) == "业主王某和李某到场");
    CHECK(masked(u"村民张三、李某某、王五反映停水"_s) == "村民张某、李某某、王某反映停水");
    CHECK(masked(u"市民王建国（13912345678）及李红军来电"_s) == "市民王某（****）及李某来电");
    for (const PersonalPlace &place : personalPlaces(u"村民孙立、李小四、村干部到场"_s))
        CHECK_FALSE(place.certain);
    for (const QString &row : {u"王建国、李红"_s, u"王建国和李红"_s, u"王建国（男）、李红（女）"_s}) {
        CAPTURE(row.toStdString());
        const auto places = personalPlacesIn({{.text = row, .heading = u"联系人"_s}});
        REQUIRE(places[0].size() == 2);
        CHECK(places[0][1].text == u"李红"_s);
        CHECK(places[0][1].certain);
    }
    CHECK(masked(u"业主和物业，居民与施工方，群众及时反映，村民和谐相处"_s)
          == "业主和物业，居民与施工方，群众及时反映，村民和谐相处");
}

TEST_CASE("a citizen whose name is a part of an office's is asked about, and the office keeps its name",
          "[review][mask]")
{
    const auto places = personalPlacesIn({{.text = u"向阳来电反映停水，已转向阳街道办事处。"_s}},
                                         {.names = {u"向阳"_s}, .offices = {u"向阳街道办事处"_s}});
    REQUIRE(places[0].size() == 1);
    CHECK(places[0].first().start == 0);
    CHECK_FALSE(places[0].first().certain);
    // What is the office's own short name says nothing of him.
    CHECK(personalPlacesIn({{.text = u"高新已办结。"_s}}, {.names = {u"高新"_s}, .offices = {u"高新"_s}})[0].isEmpty());
}

TEST_CASE("houses, staircases and flats lose their numbers", "[review][mask]")
{
    CHECK(masked(u"家住华庭小区5号楼4单元301室，邻居3号楼3单元7楼701室"_s)
          == "家住华庭小区*号楼*单元*室，邻居*号楼*单元*楼*室");
    CHECK(masked(u"锦绣家园十二栋二单元三楼"_s) == "锦绣家园*栋*单元*楼");
    CHECK(only(u"锦绣路18号商铺"_s).certain == false);
    CHECK(masked(u"锦绣路18号商铺"_s) == "锦绣路*号商铺");
}

TEST_CASE("ten thousand persons' data leave nothing in a text", "[review][mask]")
{
    std::mt19937 random(20200209);
    const auto digits = [&random](int count) {
        QString text;
        while (count-- > 0)
            text += QChar(static_cast<char16_t>(u'0' + random() % 10));
        return text;
    };
    const auto pick = [&random](qsizetype count) { return static_cast<qsizetype>(random()) % count; };
    const QString surnames = u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"_s;
    const QStringList given{u"建国"_s, u"丽"_s, u"小兰"_s, u"志强"_s, u"𠮷"_s, u"子涵"_s, u"婷婷"_s, u"㐂"_s};
    const QStringList telling{u"市民%1反映，电话%2，家住平东小区%3。"_s, u"经核实，%1（%2）居住在%3，已回复%1。"_s,
                              u"“%1”来信，联系方式：%2，住址：%3"_s, u"答复：%1您好，已致电%2，上门%3。"_s};
    for (int i = 0; i < 10'000; ++i) {
        const QString name = QString(surnames[pick(surnames.size())]) + given[pick(given.size())];
        const QString phone = u"13"_s + QString::number(random() % 10) + digits(8);
        const QString flat = QString::number(100 + random() % 900);
        const QString door =
            QString::number(1 + random() % 40) + u"号楼" + QString::number(1 + random() % 6) + u"单元" + flat + u"室";
        const QString text = telling[i % telling.size()].arg(name, phone, door);
        const QString result = withReplaced(text, personalPlaces(text, {name}));
        const bool clean = !result.contains(name) && !result.contains(phone) && !result.contains(phone.last(4))
                           && !result.contains(flat) && !result.contains(door) && result.isValidUtf16();
        if (!clean) {
            CAPTURE(text.toStdString(), result.toStdString());
            FAIL("something stayed");
        }
    }
}

TEST_CASE("places are in order, over nothing twice, and as they stand in the text", "[review][mask]")
{
    const QString text = u"王建国（13912345678）住5号楼301室，王建国的车吉C12345"_s;
    const QList<PersonalPlace> places = personalPlaces(text, {u"王建国"_s});
    REQUIRE(places.size() == 5);
    qsizetype end = 0;
    for (const PersonalPlace &place : places) {
        CHECK(place.start >= end);
        CHECK(text.mid(place.start, place.length) == place.text);
        end = place.start + place.length;
    }
    CHECK(personalPlaces(QString()).isEmpty());
}

TEST_CASE("a name of two characters is not looked for within words", "[review][mask]")
{
    const auto marked = [](const QString &first, const QString &second) {
        const auto places = personalPlacesIn({{.text = first}, {.text = second}});
        QStringList words;
        for (const PersonalPlace &place : places[1])
            words.append(place.certain ? place.text : u'?' + place.text);
        return words.join(u' ').toStdString();
    };
    CHECK(marked(u"反映人：于海，男。"_s, u"小区位于海丰路，由于海水倒灌。"_s) == "");
    CHECK(marked(u"反映人：于海，男。"_s, u"由于施工，于海表示满意。"_s) == "于海");
    CHECK(marked(u"反映人：于立，男。"_s, u"由于立即处理"_s) == "");
    CHECK(marked(u"反映人：高峰，电话13804341234。"_s, u"高峰期堵车。"_s) == "");
    CHECK(marked(u"反映人：高峰，电话13804341234。"_s, u"早高峰时段拥堵。"_s) == "?高峰");
    CHECK(marked(u"反映人：白云，电话13804341234。"_s, u"白云小区停水，白云大街路灯不亮。"_s) == "");
    CHECK(marked(u"反映人：李红，男。"_s, u"已通知李红到场。"_s) == "李红");
}

TEST_CASE("who has handled a matter may stand in a cell alone", "[review][mask]")
{
    const auto places = personalPlacesIn({{.text = u"王建国受理"_s, .heading = u"经办"_s}});
    REQUIRE(places.size() == 1);
    REQUIRE(places[0].size() == 1);
    CHECK(places[0][0].text == u"王建国"_s);
    CHECK_FALSE(places[0][0].certain);
}

TEST_CASE("of a plate its province and letter are shown, and nothing else", "[review][mask]")
{
    CHECK(usualReplacement(PersonalPlace::Kind::Plate, u"吉 C12345"_s).toStdString() == "吉C****");
    CHECK(usualReplacement(PersonalPlace::Kind::Plate, u"吉C12345"_s).toStdString() == "吉C****");
    CHECK(usualReplacement(PersonalPlace::Kind::Plate, u"CT3456"_s).toStdString() == "C****");
}

TEST_CASE("a known address in Chinese numerals loses its doors", "[review][mask]")
{
    const auto places =
        personalPlacesIn({{.text = u"经查，祥和小区五号楼三单元漏水。"_s}}, {.addresses = {u"祥和小区五号楼三单元"_s}});
    REQUIRE(places[0].size() == 1);
    CHECK(places[0][0].text.toStdString() == "五号楼三单元");
    CHECK(places[0][0].replacement.toStdString() == "*号楼*单元");
}
