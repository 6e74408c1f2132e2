// SPDX-License-Identifier: GPL-3.0-or-later
// What of a composed bulletin leaves the house: no citizen's data, in whatever block they stand, and all the rest.
#include "bulletin/BulletinJson.h"
#include "bulletin/BulletinText.h"
#include "bulletin/Composer.h"
#include "bulletin/Decisions.h"
#include "bulletin/DocumentMask.h"
#include "exchange/DemoOffice.h"
#include "support/Office.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;
using Kind = PersonalPlace::Kind;
using Choice = MaskDecision::Choice;

namespace {

BulletinParagraph paragraph(const QString &text)
{
    return {.spans = {{.text = text}}};
}

BulletinDocument documentOf(const QList<BulletinBlock> &blocks)
{
    return {.masthead = u"市长公开电话办理情况"_s,
            .issueLine = u"第2期（总第86期）"_s,
            .office = u"四平市市长公开电话办公室"_s,
            .date = QDate(2020, 3, 2),
            .title = u"2月份12345市民服务热线办理情况"_s,
            .blocks = blocks};
}

// A document that has a text in one of its places.
struct Spot
{
    const char *name;
    BulletinDocument (*document)(const QString &);
};

const QList<Spot> &spots()
{
    static const QList<Spot> all{
        {"masthead",
         [](const QString &text) {
             BulletinDocument document = documentOf({});
             document.masthead = text;
             return document;
         }},
        {"issue line",
         [](const QString &text) {
             BulletinDocument document = documentOf({});
             document.issueLine = text;
             return document;
         }},
        {"title",
         [](const QString &text) {
             BulletinDocument document = documentOf({});
             document.title = text;
             return document;
         }},
        {"heading", [](const QString &text) { return documentOf({BulletinHeading{.level = 2, .text = text}}); }},
        {"paragraph", [](const QString &text) { return documentOf({paragraph(text)}); }},
        {"paragraph of many spans",
         [](const QString &text) {
             BulletinParagraph cut;
             for (qsizetype i = 0; i < text.size(); i += 3)
                 cut.spans.append({.text = text.mid(i, 3)});
             return documentOf({cut});
         }},
        {"paragraph with a figure in the middle",
         [](const QString &text) {
             const qsizetype half = text.size() / 2;
             return documentOf(
                 {BulletinParagraph{.spans = {{.text = text.first(half)},
                                              {.text = text.mid(half, 2), .figure = FigureKey{}, .form = u"accepted"_s},
                                              {.text = text.mid(half + 2)}}}});
         }},
        {"table's title",
         [](const QString &text) {
             return documentOf({BulletinTable{.title = text, .header = {u"部门"_s}, .rows = {{{.text = u"甲局"_s}}}}});
         }},
        {"table's heading",
         [](const QString &text) {
             return documentOf({BulletinTable{.header = {u"部门"_s, text}, .rows = {{{.text = u"甲局"_s}}}}});
         }},
        {"cell",
         [](const QString &text) {
             return documentOf({BulletinTable{
                 .header = {u"部门"_s, u"件数"_s, u"说明"_s},
                 .rows = {{{.text = u"甲局"_s}, {.text = u"133"_s, .figure = FigureKey{}}, {.text = text}}}}});
         }},
        {"cell that has a figure too",
         [](const QString &text) {
             return documentOf({BulletinTable{.header = {u"部门"_s, u"说明"_s},
                                              .rows = {{{.text = u"甲局"_s}, {.text = text, .figure = FigureKey{}}}}}});
         }},
        {"chart's title",
         [](const QString &text) {
             BulletinChart chart{.title = text};
             chart.bars.title = text;
             chart.line.title = text;
             return documentOf({chart});
         }},
        {"chart's bar", [](const QString &text) {
             BulletinChart chart{.title = u"诉求类别占比"_s};
             chart.bars.bars = {{.label = text, .value = 3}};
             return documentOf({chart});
         }}};
    return all;
}

struct Planted
{
    QString text;
    QStringList secrets; // nothing of which may stay
};

const QList<Planted> &planted()
{
    static const QList<Planted> all{{u"市民王建国打电话反映噪声"_s, {u"王建国"_s, u"建国"_s}},
                                    {u"经核实，谭小兰女士的诉求已办结"_s, {u"谭小兰"_s, u"小兰"_s}},
                                    {u"业主 王 丽 反映漏水"_s, {u"王 丽"_s, u"丽"_s}},
                                    {u"反映人：王　丽，诉求已办结"_s, {u"王　丽"_s, u"丽"_s}},
                                    {u"村民欧阳志强来电"_s, {u"志强"_s}},
                                    {u"拨打13912345678联系"_s, {u"139"_s, u"5678"_s}},
                                    {u"拨打139 1234 5678联系"_s, {u"1234"_s, u"5678"_s}},
                                    {u"拨打139　1234　5678联系"_s, {u"1234"_s, u"5678"_s}},
                                    {u"拨打１３９１２３４５６７８联系"_s, {u"１２３"_s, u"５６７"_s}},
                                    {u"家中座机0434-3251234"_s, {u"3251234"_s, u"1234"_s}},
                                    {u"联系方式：3251234。"_s, {u"3251234"_s}},
                                    {u"邻居139****5678联系"_s, {u"139"_s, u"5678"_s}},
                                    {u"家中0434-*****34"_s, {u"0434"_s, u"34"_s}},
                                    {u"证件220302********0013"_s, {u"220302"_s, u"0013"_s}},
                                    {u"其车辆吉C***47被剐蹭"_s, {u"47"_s}},
                                    {u"联系电话：3251234、3266666"_s, {u"3251234"_s, u"3266666"_s}},
                                    {u"身份证220302198001010013"_s, {u"220302"_s, u"1980"_s, u"0013"_s}},
                                    {u"身份证２２０３０２１９８００１０１００１３"_s, {u"２２０３"_s, u"００１３"_s}},
                                    {u"其车辆吉C12345被剐蹭"_s, {u"12345"_s}},
                                    {u"其车辆吉Ｃ１２３４５被剐蹭"_s, {u"１２３４５"_s}},
                                    {u"其车辆吉C·1A345被剐蹭"_s, {u"1A345"_s}},
                                    {u"退至银行卡6222020200001234567"_s, {u"6222"_s, u"4567"_s}},
                                    {u"请回复li.ming@qq.com"_s, {u"li.ming"_s, u"qq.com"_s}},
                                    {u"请回复liming＠qq.com"_s, {u"liming"_s}},
                                    {u"微信号：wx_abc123"_s, {u"wx_abc123"_s}},
                                    {u"平东小区5号楼4单元301室漏水"_s, {u"5号楼"_s, u"4单元"_s, u"301"_s}},
                                    {u"平东小区５号楼４单元３０１室漏水"_s, {u"５号楼"_s, u"３０１"_s}},
                                    {u"锦绣家园十二栋二单元三楼停水"_s, {u"十二栋"_s, u"二单元"_s}}};
    return all;
}

QString textOf(const BulletinDocument &document)
{
    QString text;
    const QList<DocumentText> texts = textsOf(document);
    for (const DocumentText &one : texts)
        text += one.text + u'\n';
    return text;
}

QString publishedText(const QString &text, const KnownCitizens &known = {}, const QList<MaskDecision> &decisions = {})
{
    return std::get<BulletinParagraph>(published(documentOf({paragraph(text)}), known, decisions).blocks.first())
        .text();
}

} // namespace

TEST_CASE("no citizen's data leave the house in any block of a bulletin", "[bulletin][mask]")
{
    for (const Spot &spot : spots()) {
        for (const Planted &one : planted()) {
            CAPTURE(spot.name, one.text.toStdString());
            const BulletinDocument document = spot.document(one.text);
            const QByteArray before = toJson(document);
            const QByteArray after = toJson(published(document, {}));
            CAPTURE(after.toStdString());
            for (const QString &secret : one.secrets) {
                // The hotline's own number stands in the title of them all.
                const QString rest = QString::fromUtf8(after).remove(u"2月份12345市民服务热线办理情况"_s);
                CHECK_FALSE(rest.contains(secret));
            }
            CHECK(toJson(document) == before); // the office keeps its own
            CHECK(personalPlacesOf(published(document, {}), {}).isEmpty());
        }
    }
}

TEST_CASE("what tells of nobody leaves the house as it is", "[bulletin][mask]")
{
    const QStringList texts{u"2020年2月9日至2月29日共接到群众各种诉求电话8570个，受理6610件，办结率99.4%。"_s,
                            u"热线电话12345，报警110，供电95598，国办发〔2020〕5号，退款5000元。"_s,
                            u"四平市市长公开电话办公室、双辽市政府、市住建局、梨树县四棵树乡政府、铁西区政府"_s,
                            u"某镇12个村的130户村民反映用水问题，修建公厕5座，惠及小区1200户居民，家中停电。"_s,
                            u"赵女士、李某来电，业主肖先生称物业费未开票。"_s,
                            u"全年接听电话2696000个，来电15230个，群众满意率92.1%，居民高度评价。"_s};
    const KnownCitizens known{.names = {u"肖先生"_s, u"市民"_s, u"匿名"_s, u"铁西"_s},
                              .phones = {u"12345"_s, u"110"_s},
                              .offices = {u"铁西区政府"_s, u"双辽市政府"_s}};
    for (const Spot &spot : spots()) {
        for (const QString &text : texts) {
            CAPTURE(spot.name, text.toStdString());
            const BulletinDocument document = spot.document(text);
            CHECK(textOf(published(document, known)).toStdString() == textOf(document).toStdString());
            CHECK(toJson(published(document, known)) == toJson(document)); // its figures with their links, too
        }
    }
}

TEST_CASE("a name that one block gives away is masked in all", "[bulletin][mask]")
{
    const BulletinDocument document =
        documentOf({BulletinHeading{.text = u"一、谭建国家供暖不足"_s}, paragraph(u"市民谭建国打电话反映，家中18℃。"_s),
                    BulletinTable{.title = u"谭 建 国的诉求"_s,
                                  .header = {u"联系人"_s, u"电　话"_s, u"部门"_s},
                                  .rows = {{{.text = u"孙立"_s}, {.text = u"3251234"_s}, {.text = u"市住建局"_s}},
                                           {{.text = u"王　丽"_s}, {.text = u"3266666"_s}, {.text = u"市城管局"_s}}}},
                    paragraph(u"已答复孙立、王丽和谭建国。"_s)});
    const QString text = textOf(published(document, {}));
    CAPTURE(text.toStdString());
    CHECK(text.contains(u"谭某家供暖不足"));
    CHECK(text.contains(u"谭某的诉求"));
    CHECK(text.contains(u"已答复孙某、王某和谭某。"));
    for (const QString &secret : {u"建国"_s, u"孙立"_s, u"丽"_s, u"3251234"_s, u"3266666"_s})
        CHECK_FALSE(text.contains(secret));
    CHECK(text.contains(u"市城管局"));
}

TEST_CASE("a figure keeps its link unless it was a part of somebody's number", "[bulletin][mask]")
{
    const FigureKey accepted{.measure = Measure::Accepted};
    const BulletinSpan figure{.text = u"6610"_s, .figure = accepted, .form = u"accepted"_s};
    const BulletinSpan calls{.text = u"2696000"_s, .figure = FigureKey{.measure = Measure::Calls}, .form = u"calls"_s};
    const BulletinDocument document = documentOf({BulletinParagraph{.spans = {{.text = u"电话"_s},
                                                                              calls,
                                                                              {.text = u"，市民王建国反映后受理"_s},
                                                                              figure,
                                                                              {.text = u"件，拨打139"_s},
                                                                              figure,
                                                                              {.text = u"5678，吉C12345。"_s}}}});
    const auto spans = std::get<BulletinParagraph>(published(document, {}).blocks.first()).spans;
    QString text;
    QList<BulletinSpan> linked;
    for (const BulletinSpan &span : spans) {
        text += span.text;
        if (span.figure)
            linked.append(span);
    }
    CHECK(text.toStdString() == "电话2696000，市民王某反映后受理6610件，拨打****，吉C****。");
    CHECK(linked == QList<BulletinSpan>{calls, figure});
    // Once it is the editor's own text, nobody knows what it counts.
    BulletinSpan typed = calls;
    typed.overtyped = true;
    const BulletinDocument edited = documentOf({BulletinParagraph{.spans = {{.text = u"拨打电话"_s}, typed}}});
    CHECK(textOf(published(edited, {})).contains(u"拨打电话****"));
}

TEST_CASE("the editor decides about a text wherever it stands, and what is doubtful waits for him", "[bulletin][mask]")
{
    const BulletinDocument document =
        documentOf({paragraph(u"村民孙立、村干部到场。市民谭建国反映，锦绣路18号停水。"_s),
                    BulletinHeading{.text = u"锦绣路18号停水"_s}, paragraph(u"负责人谭建国先生解释。"_s)});
    const auto places = personalPlacesOf(document, {});
    REQUIRE(places.size() == 5);
    const auto editors = forEditor(places);
    CHECK_FALSE(editors[0].place.certain);
    CHECK_FALSE(editors[2].place.certain);
    CHECK(editors[3].place.text == u"谭建国"_s);
    CHECK(undecided(places, {}).size() == 3);
    for (const DocumentPersonalPlace &place : places) {
        CHECK(textAt(document, place.at).mid(place.at.start, place.at.length) == place.place.text);
        CHECK(place.at.start == place.place.start);
    }

    const QList<MaskDecision> decisions{
        {.text = u"18号"_s, .kind = Kind::Address, .choice = Choice::Keep},
        {.text = u"孙立"_s, .choice = Choice::Mask, .replacement = u"一名村民"_s},
        {.text = u"谭建国"_s, .choice = Choice::Mask},
        {.text = u"村干部"_s, .choice = Choice::Mask, .replacement = u"镇干部"_s}, // found by the editor alone
        {.text = u"谭建国"_s, .choice = Choice::Keep}};                            // the last one holds
    CHECK(undecided(places, decisions).isEmpty());
    CHECK(textOf(published(document, {}, decisions)).section(u'\n', 3).toStdString()
          == "村民一名村民、镇干部到场。市民谭建国反映，锦绣路18号停水。\n锦绣路18号停水\n负责人谭建国先生解释。\n");
    // What was not decided leaves the house masked.
    CHECK(textOf(published(document, {})).section(u'\n', 3).toStdString()
          == "村民孙某、村干部到场。市民谭某反映，锦绣路*号停水。\n锦绣路*号停水\n负责人谭先生解释。\n");
    CHECK(publishedText(u"费云与村干部到场"_s, {}, {{.text = u"费云"_s}}) == u"费某与村干部到场"_s);
    // A longer stretch that the editor marks takes in what was found in it.
    CHECK(publishedText(u"锦绣路18号停水"_s, {},
                        {{.text = u"锦绣路18号"_s, .kind = Kind::Address, .replacement = u"某路"_s}})
          == u"某路停水"_s);
}

TEST_CASE("what the editor masks goes out masked, whatever was found or kept beside it", "[bulletin][mask]")
{
    const QString text = u"谭建国反映，平东小区5号楼4单元301室停水，锦绣路18号停水。"_s;
    CHECK(publishedText(text, {}, {{.text = u"平东小区5号楼"_s, .kind = Kind::Address, .replacement = u"某小区"_s}})
              .contains(u"，某小区停水，"));
    CHECK(publishedText(text, {}, {{.text = u"小区5号楼"_s, .kind = Kind::Address}})
              .contains(u"平东小区*号楼*单元*室停水"));
    const QList<MaskDecision> within{{.text = u"18号"_s, .kind = Kind::Address, .choice = Choice::Keep},
                                     {.text = u"8号"_s, .kind = Kind::Address}};
    CHECK(publishedText(text, {}, within).contains(u"锦绣路1*号停水"));
    // The last decision holds, wherever it is asked for.
    const BulletinDecisions decisions{.masks = {{.text = u"谭建国"_s}, {.text = u"谭建国"_s, .choice = Choice::Keep}}};
    const PersonalPlace place{.text = u"谭建国"_s};
    REQUIRE(decisions.on(place));
    CHECK(decisions.on(place)->choice == Choice::Keep);
    CHECK(decisions.on(place) == decisionOn(place, decisions.masks));
    CHECK(publishedText(text, {}, decisions.masks).startsWith(u"谭建国反映"));
}

TEST_CASE("who is known from the field is masked in a bulletin however he is written", "[bulletin][mask]")
{
    const KnownCitizens known{.names = {u"阿依古丽"_s, u"李红、王建国（业主）"_s, u"文明"_s, u"宏达商贸有限公司"_s},
                              .phones = {u"0434-3251234"_s, u"13812345678"_s},
                              .addresses = {u"铁东区平东小区502"_s}};
    CHECK(publishedText(u"阿依古丽和李 红到场，已告知王*国。"_s, known) == u"阿某和李某到场，已告知王某。"_s);
    CHECK(publishedText(u"（138****5678）回电325-1234。"_s, known) == u"（****）回电****。"_s);
    CHECK(publishedText(u"住铁东区平东小区502。"_s, known) == u"住铁东区平东小区*。"_s);
    const auto places = personalPlacesOf(documentOf({paragraph(u"精神文明建设，宏达商贸有限公司开业。"_s)}), known);
    REQUIRE(places.size() == 2);
    CHECK_FALSE(places[0].place.certain); // a word, most likely
    CHECK_FALSE(places[1].place.certain); // a company, which may be told
    CHECK(places[1].place.replacement == u"某公司"_s);
}

TEST_CASE("what the tickets of a bulletin's cases know of citizens is masked in it", "[bulletin][mask]")
{
    TestOffice office;
    REQUIRE(office.book->saveDepartment({.name = u"王府镇政府"_s, .aliases = {u"王府镇"_s}}));
    Transaction transaction(office.file->database());
    Ticket ticket{.number = u"20200211-0001"_s, .receivedAt = at("2020-02-11 09:00"), .channel = office.phone()};
    ticket.title = u"停水"_s;
    ticket.content = u"来电人称其父柳青山来电，供水公司未回复。"_s;
    ticket.requester = u"柳叶"_s;
    ticket.phone = u"0434-3251234"_s;
    ticket.marks = Mark::PickedProblem;
    const TicketId told = TicketRepository(office.file->database()).insert(ticket);
    ticket.number = u"20200211-0002"_s;
    ticket.requester = u"没有写进去"_s;
    const TicketId another = TicketRepository(office.file->database()).insert(ticket);
    CallRepository(office.file->database())
        .insert({.reference = u"L1"_s,
                 .startedAt = at("2020-02-11 09:00"),
                 .phone = u"13812345678"_s,
                 .caller = u"尹霜"_s,
                 .outcome = CallOutcome::Ticket,
                 .ticket = told});
    (void)DispatchRepository(office.file->database())
        .insert({.ticket = told,
                 .department = *office.tables().departments.first().id,
                 .dispatchedAt = at("2020-02-11 10:00"),
                 .reply = u"已联系业主费云，费云表示满意。村民孙立、村干部在场。"_s});
    (void)FollowUpRepository(office.file->database())
        .insert({.ticket = told, .at = at("2020-02-13 08:45"), .reached = true, .comment = u"户主章节先生称已通水"_s});
    transaction.commit();

    BulletinDocument document = composeBulletin(
        *office.file, {.layout = u"siping-monthly"_s, .period = Period::month(2020, 2), .date = QDate(2020, 3, 2)});
    document.blocks.append(
        paragraph(u"柳叶、尹霜、费云、章节和柳青山到王府镇政府，留下3251234和138-1234-5678，没有写进去。"_s));
    const QList<TicketId> cases = casesIn(document);
    CHECK(cases == QList<TicketId>{told, another});
    const KnownCitizens known = citizensOfCases(*office.file, {told});
    const QString text = textOf(published(document, known));
    CAPTURE(text.toStdString(), known.names.join(u' ').toStdString());
    CHECK(known.doubtfulNames == QStringList{u"孙立"_s});
    CHECK(text.contains(u"柳某、尹某、费某、章某和柳某到王府镇政府，留下****和****，没有写进去。"));
}

TEST_CASE("the sample offices' bulletins are published as they were composed", "[bulletin][mask]")
{
    struct Sample
    {
        QString demo;
        QString layout;
        Period period;
    };
    const QList<Sample> samples{
        {u"siping-2020-02"_s, u"siping-monthly"_s, Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29))},
        {u"siping-2023-12"_s, u"siping-press"_s, Period::month(2023, 12)},
        {u"xiangtan-county-2016-q3"_s, u"xiangtan-quarterly"_s, Period::quarter(2016, 3)},
        {u"xiangtan-county-2016-q3"_s, u"annual"_s, Period::year(2016)}};
    for (const Sample &sample : samples) {
        CAPTURE(sample.layout.toStdString());
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"demo.huiyin"_s);
        Progress progress;
        createDemo(path, sample.demo, SystemClock(), progress);
        CaseFile file(path, CaseFile::Mode::Read);
        const BulletinDocument document = composeBulletin(
            file, {.layout = sample.layout, .period = sample.period, .issue = 3, .date = QDate(2023, 3, 2)});
        const KnownCitizens known = citizensOfCases(file, casesIn(document));
        const auto places = personalPlacesOf(document, known);
        for (const DocumentPersonalPlace &place : places) {
            UNSCOPED_INFO(place.place.text.toStdString() << " in " << textAt(document, place.at).toStdString());
        }
        CHECK(places.isEmpty());
        CHECK(toText(published(document, known)).toStdString() == toText(document).toStdString());
        CHECK(toJson(published(document, known)) == toJson(document));
    }
}
