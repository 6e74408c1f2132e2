// SPDX-License-Identifier: GPL-3.0-or-later
// A composed bulletin as it is kept.
#include "bulletin/BulletinJson.h"
#include "bulletin/BulletinText.h"
#include "support/Office.h"
#include "support/Print.h"
#include "support/SampleBulletin.h"

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

TEST_CASE("a bulletin of every layout is the same after it was kept and read again", "[bulletin][json]")
{
    const auto all = layouts();
    for (const LayoutInfo &layout : all) {
        INFO(layout.name.toStdString());
        const BulletinDocument document = sampleBulletin(layout.name);
        const auto read = bulletinFromJson(toJson(document));
        REQUIRE(read);
        CHECK(read->blocks == document.blocks);
        CHECK(toText(*read) == toText(document));
        CHECK(read->percentStyle == document.percentStyle);
        CHECK(toJson(*read) == toJson(document));
    }
}

TEST_CASE("every figure of a bulletin can be printed anew: it tells what it counts and how it is printed",
          "[bulletin][json]")
{
    const BulletinDocument document = sampleBulletin(u"siping-monthly"_s);
    int figures = 0;
    QStringList origins;
    for (const BulletinBlock &block : document.blocks) {
        origins.append(originOf(block));
        const auto *paragraph = std::get_if<BulletinParagraph>(&block);
        for (const BulletinSpan &span : paragraph ? paragraph->spans : QList<BulletinSpan>()) {
            CHECK(span.figure.has_value() == !span.form.isEmpty());
            figures += span.figure ? 1 : 0;
        }
    }
    CHECK(figures > 30);
    CHECK_FALSE(origins.contains(QString()));
    CHECK(origins.removeDuplicates() == 0);
}

TEST_CASE("an editor's words over a figure are kept with what they stand for", "[bulletin][json]")
{
    BulletinDocument document;
    document.blocks = {
        BulletinParagraph{.spans = {{.text = u"受理"_s},
                                    {.text = u"6601"_s,
                                     .figure = FigureKey{.measure = Measure::ByCategory, .row = 7, .sub = 3},
                                     .form = u"count"_s,
                                     .overtyped = true}},
                          .origin = u"0"_s},
        BulletinParagraph{.spans = {{.text = u"自己的话"_s}}}};
    const auto read = bulletinFromJson(toJson(document));
    REQUIRE(read);
    CHECK(read->blocks == document.blocks);
}

TEST_CASE("annexes and the imprint of a bulletin are kept", "[bulletin][json]")
{
    BulletinDocument document;
    document.blocks = {BulletinHeading{.text = u"附表"_s, .onNewPage = true},
                       BulletinTable{.title = u"办理情况"_s, .onNewPage = true}, BulletinHeading{.text = u"一、"_s}};
    document.imprint = {u"抄送：市委办公室。"_s, u"市长公开电话办公室\t2020年3月2日印发"_s};
    const auto read = bulletinFromJson(toJson(document));
    REQUIRE(read);
    CHECK(read->blocks == document.blocks);
    CHECK(read->imprint == document.imprint);
    CHECK(sidesOf(read->imprint[0]) == std::pair(u"抄送：市委办公室。"_s, QString()));
    CHECK(sidesOf(read->imprint[1]) == std::pair(u"市长公开电话办公室"_s, u"2020年3月2日印发"_s));
    // A heading goes to the new page with what stands below it, and then the table doesn't begin another.
    CHECK(beginsPage(document.blocks, 0));
    CHECK_FALSE(beginsPage(document.blocks, 1));
    CHECK_FALSE(beginsPage(document.blocks, 2));
    CHECK(toText(document).endsWith(u"\n\n抄送：市委办公室。\n市长公开电话办公室　2020年3月2日印发\n"_s));
    CHECK(toHtml(document).contains(
        u"<tr><td>市长公开电话办公室</td><td class=\"right\" align=\"right\" nowrap>2020年3月2日印发</td></tr>"_s));
}

TEST_CASE("what is no bulletin, or of a newer program, is not taken for one", "[bulletin][json]")
{
    CHECK_FALSE(bulletinFromJson("").has_value());
    CHECK_FALSE(bulletinFromJson("{}").has_value());
    CHECK_FALSE(bulletinFromJson("[1]").has_value());
    CHECK_FALSE(bulletinFromJson(R"({"version":2,"blocks":[]})").has_value());
    CHECK_FALSE(bulletinFromJson(R"({"version":1,"blocks":[{"chart":"pie"}]})").has_value());
    CHECK(bulletinFromJson(R"({"version":1,"blocks":[]})").has_value());
}

TEST_CASE("every figure has a name that lasts", "[statistics]")
{
    QStringList codes;
    for (int i = 0; i < static_cast<int>(Measure::Count_); ++i) {
        for (const FigureKey key :
             {FigureKey{.measure = static_cast<Measure>(i)}, FigureKey{.measure = static_cast<Measure>(i), .row = 12},
              FigureKey{.measure = static_cast<Measure>(i), .row = 0, .sub = 4},
              FigureKey{.measure = static_cast<Measure>(i), .row = 12, .sub = 4}}) {
            const QString code = figureCode(key);
            CHECK(figureFromCode(code) == key);
            codes.append(code);
        }
    }
    CHECK(codes.removeDuplicates() == 0);
    CHECK(figureCode({.measure = Measure::ByDepartmentClosed, .row = 12}) == u"by_department_closed/12"_s);
    CHECK_FALSE(figureFromCode(u"accepte"_s));
    CHECK_FALSE(figureFromCode(u""_s));
    CHECK_FALSE(figureFromCode(u"accepted/x"_s));
    CHECK_FALSE(figureFromCode(u"accepted/1/2/3"_s));
}
