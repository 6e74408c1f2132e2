// SPDX-License-Identifier: GPL-3.0-or-later
// Headings are numbered by what has come to be printed, and keep their places in the layout.
#include "bulletin/DocumentReview.h"
#include "bulletin/HeadingNumbers.h"
#include "bulletin/Merging.h"
#include "bulletin/Wording.h"
#include "support/HandlingOffice.h"
#include "support/Pressroom.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// Headings and tables' titles, in their order.
QStringList headings(const QList<BulletinBlock> &blocks)
{
    QStringList texts;
    for (const BulletinBlock &block : blocks) {
        if (const auto *heading = std::get_if<BulletinHeading>(&block))
            texts.append(heading->text);
        else if (const auto *table = std::get_if<BulletinTable>(&block); table && !table->title.isEmpty())
            texts.append(table->title);
    }
    return texts;
}

QStringList headings(const BulletinDocument &document)
{
    return headings(document.blocks);
}

// A layout whose headings stand above a sentence that is printed or not: "!" before those that are not.
QByteArray layoutOf(const QStringList &texts)
{
    QByteArray sections;
    for (const QString &text : texts) {
        const bool printed = !text.startsWith(u'!');
        const QByteArray level = text.contains(u'（') ? "2" : text.contains(u'.') ? "3" : "1";
        sections += (sections.isEmpty() ? "" : ", ") + QByteArray(R"({"heading": ")")
                    + (printed ? text : text.sliced(1)).toUtf8() + R"(", "level": )" + level
                    + R"(}, {"paragraph": [{"when": ")" + (printed ? "accepted" : "!accepted") + R"(", "text": "x"}]})";
    }
    return R"({"title": "x", "sections": [)" + sections + "]}";
}

} // namespace

TEST_CASE("numbers are written in Chinese beyond a hundred too", "[bulletin][headings]")
{
    const auto [number, written] = GENERATE(table<qsizetype, const char *>({{1, "一"},
                                                                            {10, "十"},
                                                                            {12, "十二"},
                                                                            {20, "二十"},
                                                                            {99, "九十九"},
                                                                            {100, "一百"},
                                                                            {101, "一百零一"},
                                                                            {108, "一百零八"},
                                                                            {110, "一百一十"},
                                                                            {112, "一百一十二"},
                                                                            {1'020, "一千零二十"},
                                                                            {3'004, "三千零四"},
                                                                            {10'000, "10000"}}));
    CHECK(chineseNumber(number).toStdString() == written);
    const auto read = headingNumber(QString(chineseNumber(number) + u'、'));
    CHECK(read.has_value() == (number < 100));
    if (read)
        CHECK(read->number == number);
}

TEST_CASE("headings that are printed are numbered on, on every level for itself", "[bulletin][headings]")
{
    Pressroom office;
    office.category(u"道路"_s, 1);
    const auto [layout, printed] = GENERATE(table<QStringList, QStringList>({
        {{u"一、总"_s, u"!二、热"_s, u"三、类"_s, u"!四、单"_s, u"五、访"_s}, {u"一、总"_s, u"二、类"_s, u"三、访"_s}},
        {{u"!一、总"_s, u"二、热"_s}, {u"一、热"_s}},
        // Below another heading they begin again.
        {{u"一、总"_s, u"!（一）甲"_s, u"（二）乙"_s, u"二、类"_s, u"（一）丙"_s, u"!（二）丁"_s, u"（三）戊"_s},
         {u"一、总"_s, u"（一）乙"_s, u"二、类"_s, u"（一）丙"_s, u"（二）戊"_s}},
        {{u"一、总"_s, u"1.甲"_s, u"!2.乙"_s, u"3.丙"_s, u"二、类"_s, u"1.丁"_s},
         {u"一、总"_s, u"1.甲"_s, u"2.丙"_s, u"二、类"_s, u"1.丁"_s}},
        // Written for two cases.
        {{u"一、总"_s, u"!二、热点"_s, u"二、类别"_s, u"三、单"_s}, {u"一、总"_s, u"二、类别"_s, u"三、单"_s}},
        {{u"!一、有"_s, u"一、无"_s, u"二、单"_s}, {u"一、无"_s, u"二、单"_s}},
        // Without numbers, and with numbers that don't follow, as they are written.
        {{u"总体"_s, u"!类别"_s, u"单位"_s}, {u"总体"_s, u"单位"_s}},
        {{u"三、总"_s, u"!四、类"_s, u"五、单"_s}, {u"三、总"_s, u"五、单"_s}},
        {{u"一、总"_s, u"!三、类"_s, u"四、单"_s}, {u"一、总"_s, u"四、单"_s}},
        {{u"12345热线"_s, u"!一、类"_s, u"二、单"_s}, {u"12345热线"_s, u"一、单"_s}},
        // Annexes and a second list behind them.
        {{u"一、总"_s, u"!二、类"_s, u"附件1"_s, u"!附件2"_s, u"附件3：表"_s},
         {u"一、总"_s, u"附件1"_s, u"附件2：表"_s}},
        {{u"一、总"_s, u"附录"_s, u"一、甲"_s, u"!二、乙"_s, u"三、丙"_s},
         {u"一、总"_s, u"附录"_s, u"一、甲"_s, u"二、丙"_s}},
    }));
    CHECK(headings(office.compose(layoutOf(layout))) == printed);
}

TEST_CASE("titles of annexed tables are numbered on, and a text that names one stays", "[bulletin][headings]")
{
    Pressroom office;
    office.category(u"道路"_s, 1);
    const auto document = office.compose(R"({"title": "x", "sections": [
        {"paragraph": [{"text": "见附表2、第三部分。"}]},
        {"table": "departments", "title": "附表1 单位", "columns": [{"title": "单位", "value": "{name}"}]},
        {"table": "categories", "title": "附表2 类别", "columns": [{"title": "类别", "value": "{name}"}]}]})");
    CHECK(headings(document) == QStringList{u"附表1 类别"_s});
    CHECK(originOf(document.blocks.last()) == u"2"_s);
    CHECK(std::get<BulletinParagraph>(document.blocks.first()).text() == u"见附表2、第三部分。"_s);
}

TEST_CASE("in no layout a number is missing, whatever the office has", "[bulletin][headings]")
{
    HandlingOffice office;
    const int stage = GENERATE(0, 1, 2);
    if (stage > 0)
        (void)office.accepted();
    if (stage > 1)
        (void)office.dispatched();
    office.clock.set(at("2020-03-02 09:00"));
    for (const LayoutInfo &layout : layouts()) {
        const auto document = composeBulletin(
            *office.file, {.layout = layout.name, .period = Period::month(2020, 2), .date = QDate(2020, 3, 2)});
        INFO(layout.name.toStdString() << ": " << headings(document).join(u'|').toStdString());
        for (const DocumentFinding &found : reviewDocument(document).findings)
            CHECK(found.finding.kind != Finding::Kind::Arrangement);
    }
}

TEST_CASE("a heading that the editor changed stays as he wrote it, the others are numbered on", "[bulletin][headings]")
{
    Pressroom office;
    const QByteArray layout = R"({"title": "x", "sections": [
        {"heading": "一、总体"}, {"paragraph": [{"text": "受理{accepted}件。"}]},
        {"heading": "二、单位"}, {"paragraph": [{"when": "dispatched", "text": "转办{dispatched}件。"}]},
        {"heading": "三、回访"}, {"paragraph": [{"text": "见第三部分。"}]},
        {"heading": "四、建议"}, {"paragraph": [{"text": "无。"}]}]})";
    const auto before = office.compose(layout);
    CHECK(headings(before) == QStringList{u"一、总体"_s, u"二、回访"_s, u"三、建议"_s});
    auto edited = before;
    for (BulletinBlock &block : edited.blocks) {
        if (originOf(block) == u"6")
            std::get<BulletinHeading>(block).text = u"三、意见和建议"_s;
    }
    office.dispatched(office.entry(Department{.name = u"水务集团"_s}), 1, 0, 0);
    const auto now = office.compose(layout);
    CHECK(headings(now) == QStringList{u"一、总体"_s, u"二、单位"_s, u"三、回访"_s, u"四、建议"_s});
    const auto result = merged(edited, before, now, printerOf(now));
    CHECK(headings(result.document) == QStringList{u"一、总体"_s, u"二、单位"_s, u"三、回访"_s, u"三、意见和建议"_s});
    CHECK(result.diverged == QStringList{u"6"_s});
}

TEST_CASE("the imprint is composed anew with the rest, and leaves out a line of nothing", "[bulletin][headings]")
{
    Pressroom office;
    const auto document = office.compose(
        R"({"title": "x", "imprint": ["抄送：{hotline}。", "{office}\t{issued_on}印发"], "sections": []})");
    CHECK(document.imprint == QStringList{u"抄送：12345热线。"_s, u"测试市市长公开电话办公室\t2020年3月2日印发"_s});
    auto undated = document;
    undated.imprint = {u"抄送：12345热线。"_s};
    CHECK(merged(undated, undated, document, printerOf(document)).document.imprint == document.imprint);
    CHECK(merged(undated, document, document, printerOf(document)).document.imprint == undated.imprint);
    const Wording wording(BlockStyle{});
    const WordingScope words{{u"copies"_s, word(QString())}, {u"office"_s, word(u"办"_s)}};
    CHECK(wording.printsNothingOf(u"抄送：{copies}。"_s, {&words}));
    CHECK_FALSE(wording.printsNothingOf(u"{office}印发"_s, {&words}));
    CHECK_FALSE(wording.printsNothingOf(u"抄送：市委办公室。"_s, {&words}));
}
