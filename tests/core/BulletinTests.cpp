// SPDX-License-Identifier: GPL-3.0-or-later
// The published sentences are the expected output.
#include "bulletin/BulletinText.h"
#include "bulletin/Composer.h"
#include "exchange/DemoOffice.h"
#include "support/Office.h"
#include "support/Print.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

BulletinDocument compose(const QString &demo, const QString &layout, const Period &period)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"demo.huiyin"_s);
    Progress progress;
    createDemo(path, demo, SystemClock(), progress);
    CaseFile file(path, CaseFile::Mode::Read);
    return composeBulletin(
        file, {.layout = layout, .period = period, .issue = 3, .runningIssue = 7, .date = QDate(2020, 3, 2)});
}

QStringList paragraphs(const BulletinDocument &document)
{
    QStringList texts;
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *paragraph = std::get_if<BulletinParagraph>(&block))
            texts.append(paragraph->text());
    }
    return texts;
}

QStringList golden(const QString &name)
{
    QFile file(QStringLiteral(HUIYIN_TEST_DATA "/bulletins/") + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

TEST_CASE("the bulletin of February 2020 prints the published paragraph", "[bulletin]")
{
    const BulletinDocument document =
        compose(u"siping-2020-02"_s, u"siping-monthly"_s, Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29)));
    CHECK(document.title == u"2月份12345市民服务热线办理情况"_s);
    CHECK(document.issueLine == u"第3期（总第7期）"_s);
    CHECK(paragraphs(document).first() == golden(u"siping-2020-02.txt"_s).first());

    const BulletinTable *table = nullptr;
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *found = std::get_if<BulletinTable>(&block))
            table = found;
    }
    REQUIRE(table);
    const auto rows = table->foldedRows();
    REQUIRE(rows.size() == 13); // 25 departments in two groups, the last cells blank
    CHECK(rows[0][0].text == u"铁西区政府"_s);
    CHECK(rows[0][3].text == u"市卫健委"_s);
    CHECK(rows[12][0].text == u"市富国公司"_s);
    CHECK(rows[12][3].text.isEmpty());
    CHECK(rows[0][1].figure == FigureKey{.measure = Measure::ByDepartment, .row = 1});
}

TEST_CASE("the report of December 2023 prints the published paragraphs", "[bulletin]")
{
    const auto texts = paragraphs(compose(u"siping-2023-12"_s, u"siping-press"_s, Period::month(2023, 12)));
    const QStringList expected = golden(u"siping-2023-12.txt"_s);
    CHECK(texts[0] == expected[0]);
    CHECK(texts[1] == expected[1]);
}

TEST_CASE("the quarter of Xiangtan county prints the published sentences", "[bulletin]")
{
    const BulletinDocument document =
        compose(u"xiangtan-county-2016-q3"_s, u"xiangtan-quarterly"_s, Period::quarter(2016, 3));
    CHECK(document.issueLine == u"2016年第3期（总第7期）"_s);
    const QStringList expected = golden(u"xiangtan-county-2016-q3.txt"_s);
    CHECK(paragraphs(document)[0] == expected[0]);
    CHECK(paragraphs(document)[1] == expected[1]);
}

TEST_CASE("every layout composes for an office that has nothing yet, and prints no half sentence", "[bulletin]")
{
    TestOffice office;
    office.clock.set(at("2020-03-02 09:00"));
    const auto all = layouts();
    REQUIRE(all.size() == 4);
    for (const LayoutInfo &layout : all) {
        INFO(layout.name.toStdString());
        for (const Period &period : {Period::month(2020, 2), Period::quarter(2020, 1), Period::year(2020)}) {
            const QString text = toText(
                composeBulletin(*office.file, {.layout = layout.name, .period = period, .date = QDate(2020, 3, 2)}));
            CHECK_FALSE(text.contains(u'{'));
            CHECK_FALSE(text.contains(u"；。"));
            CHECK_FALSE(text.contains(u"，，"));
            CHECK_FALSE(text.contains(u"其中。"));
        }
    }
}

TEST_CASE("printed punctuation is full-width", "[bulletin]")
{
    const BulletinDocument document = compose(u"xiangtan-county-2016-q3"_s, u"annual"_s, Period::year(2016));
    const auto texts = paragraphs(document);
    for (const QString &text : texts) {
        for (const QChar c : text)
            CHECK_FALSE((c == u',' || c == u';' || c == u':' || c == u'(' || c == u')' || c == u'!' || c == u'?'));
    }
}

TEST_CASE("an unknown layout is refused with those that there are", "[bulletin]")
{
    const TestOffice office;
    CHECK_THROWS_WITH(composeBulletin(*office.file, {.layout = u"../x"_s, .period = Period::year(2020)}),
                      Catch::Contains("siping-monthly"));
}

TEST_CASE("a table folded into two groups keeps its total below both", "[bulletin]")
{
    BulletinTable table{.header = {u"部门"_s, u"件数"_s}, .columnGroups = 2, .hasTotal = true};
    for (const QString &name : {u"甲"_s, u"乙"_s, u"丙"_s, u"合计"_s})
        table.rows.append({{.text = name}, {.text = u"1"_s}});
    const auto rows = table.foldedRows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0][2].text == u"丙"_s);
    CHECK(rows[1][2].text.isEmpty());
    CHECK(rows[2][0].text == u"合计"_s);
    CHECK(table.foldedHeader().size() == 4);
}

TEST_CASE("the HTML page escapes what clerks type", "[bulletin]")
{
    BulletinDocument document{.masthead = u"<b>&"_s, .date = QDate(2020, 3, 2)};
    document.blocks = {BulletinParagraph{{{.text = u"<script>"_s}}}, BulletinChart{}};
    const QString html = toHtml(document, {{1, "<?xml version=\"1.0\"?><svg></svg>"}});
    CHECK(html.contains(u"&lt;b&gt;&amp;"));
    CHECK_FALSE(html.contains(u"<script>"));
    CHECK(html.contains(u"<figure><svg></svg></figure>"));
}
