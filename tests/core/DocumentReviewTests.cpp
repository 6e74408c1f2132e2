// SPDX-License-Identifier: GPL-3.0-or-later
// The reconciliation of a composed bulletin: each finding stands where the editor sees it, and is known again.
#include "bulletin/Composer.h"
#include "bulletin/DocumentReview.h"
#include "domain/Code.h"
#include "exchange/DemoOffice.h"
#include "storage/CaseFile.h"

#include <QSet>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using Kind = Finding::Kind;

namespace {

BulletinParagraph paragraph(const QString &text)
{
    return {.spans = {{.text = text}}};
}

BulletinSpan figure(const QString &text, const QString &form, bool overtyped = false)
{
    return {.text = text, .figure = FigureKey{.measure = Measure::Accepted}, .form = form, .overtyped = overtyped};
}

BulletinDocument documentOf(const QList<BulletinBlock> &blocks)
{
    return {.masthead = u"市长公开电话办理情况"_s,
            .issueLine = u"第2期（总第86期）"_s,
            .office = u"四平市市长公开电话办公室"_s,
            .date = QDate(2020, 3, 2),
            .title = u"2020年2月份热线办理情况"_s,
            .blocks = blocks};
}

std::string described(const DocumentReview &review)
{
    QString text;
    for (const DocumentFinding &found : review.findings) {
        text += u"%1 [%2] %3 %4\n"_s.arg(QString(code(found.finding.kind)), found.finding.text, found.finding.expected,
                                         found.finding.message);
    }
    return text.toStdString();
}

std::string held(const DocumentReview &review)
{
    QString text;
    for (const DocumentPassed &passed : review.passed)
        text += passed.text + u'\n';
    return text.toStdString();
}

// A file that still counts what `now` says by the form of a figure.
FigurePrinter counting(const QHash<QString, QString> &now)
{
    return [now](const BulletinSpan &span) -> std::optional<QString> {
        const auto found = now.constFind(span.form);
        return found == now.cend() ? std::nullopt : std::optional(*found);
    };
}

QStringList fingerprints(const BulletinDocument &document, const FigurePrinter &printedNow = {})
{
    QStringList all;
    const DocumentReview review = reviewDocument(document, printedNow);
    for (const DocumentFinding &found : review.findings)
        all.append(found.fingerprint);
    return all;
}

const auto shares =
    u"2月份共受理4460件，属于住建问题765件，占17.2%；住房公积金问题708件，占15.9%；水、电、气问题407件，"
    u"占9.3%；其他问题2580件，占57.8%。"_s;

} // namespace

TEST_CASE("a finding in a bulletin stands where the editor sees it", "[bulletin][review]")
{
    const BulletinDocument document = documentOf(
        {BulletinHeading{.text = u"一、1月份总体情况"_s}, paragraph(u"本期情况如下。"_s),
         BulletinParagraph{.spans = {{.text = shares.first(20)}, {.text = shares.sliced(20)}}},
         BulletinTable{.title = u"承办单位办理情况"_s,
                       .header = {u"单位"_s, u"说明"_s, u"件数"_s, u"办结"_s, u"在办"_s},
                       .rows = {{{.text = u"市住建局"_s}, {}, {.text = u"21"_s}, {.text = u"18"_s}, {.text = u"2"_s}},
                                {{.text = u"合计"_s}, {}, {.text = u"21"_s}, {.text = u"20"_s}, {.text = u"1"_s}}},
                       .hasTotal = true}});
    const DocumentReview review = reviewDocument(document);
    CAPTURE(described(review));
    struct Expected
    {
        Kind kind;
        QString text;
        qsizetype block;
        qsizetype row;
        qsizetype column;
    };
    const QList<Expected> all{{Kind::Period, u"1月"_s, 0, -1, -1},
                              {Kind::Percentage, u"9.3%"_s, 2, -1, -1},
                              {Kind::Balance, u"21"_s, 3, 0, 2},
                              {Kind::Sum, u"20"_s, 3, 1, 3},
                              {Kind::Sum, u"1"_s, 3, 1, 4}};
    REQUIRE(review.findings.size() == all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto &[finding, place, fingerprint] = review.findings[i];
        CHECK(finding.kind == all[i].kind);
        CHECK(finding.text.toStdString() == all[i].text.toStdString());
        CHECK(place.block == all[i].block);
        CHECK(place.row == all[i].row);
        CHECK(place.column == all[i].column);
        CHECK(textAt(document, place).mid(place.start, place.length).toStdString() == finding.text.toStdString());
    }
    BulletinDocument wrongDay = documentOf({});
    wrongDay.title = u"2月30日情况"_s;
    REQUIRE(reviewDocument(wrongDay).findings.size() == 1);
    CHECK(reviewDocument(wrongDay).findings.first().place.part == DocumentPlace::Part::Title);
}

TEST_CASE("a figure that was typed over is held against the case file", "[bulletin][review]")
{
    const FigurePrinter now =
        counting({{u"accepted"_s, u"4460"_s}, {u"water_share"_s, u"9.1%"_s}, {u"rate"_s, u"92.4%"_s}});
    const auto documentWith = [&](const QList<BulletinSpan> &spans) {
        return documentOf({BulletinParagraph{.spans = spans}});
    };
    // The sentence itself says why.
    const DocumentReview review = reviewDocument(
        documentWith(
            {{.text = u"2月份共受理"_s},
             figure(u"4460"_s, u"accepted"_s),
             {.text = u"件，属于住建问题765件，占17.2%；住房公积金问题708件，占15.9%；水、电、气问题407件，占"_s},
             figure(u"9.3%"_s, u"water_share"_s, true),
             {.text = u"；其他问题2580件，占57.8%。"_s}}),
        now);
    CAPTURE(described(review), held(review));
    REQUIRE(review.findings.size() == 1);
    const DocumentFinding &found = review.findings.first();
    CHECK(found.finding.kind == Kind::CaseFile);
    CHECK_FALSE(found.finding.doubtful);
    CHECK(found.finding.text == u"9.3%"_s);
    CHECK(found.finding.expected == u"9.1%"_s);
    CHECK(found.finding.message.toStdString() == "407件 of 4460件 is 9.1%. This figure was typed by hand.");
    CHECK(held(review).find("1 figure(s) stand as the case file counts them") != std::string::npos);

    // Nothing else in the text contradicts it.
    const DocumentReview alone =
        reviewDocument(documentWith({{.text = u"办结率"_s}, figure(u"98%"_s, u"rate"_s, true)}), now);
    REQUIRE(alone.findings.size() == 1);
    CHECK(alone.findings.first().finding.message.toStdString()
          == "The case file counts 92.4%; this figure was typed by hand.");
    CHECK(alone.findings.first().place.start == 3);

    // What was printed once and has changed since; in a cell, too.
    const DocumentReview table =
        reviewDocument(documentOf({BulletinTable{.header = {u"项目"_s, u"数"_s},
                                                 .rows = {{{.text = u"受理"_s}, figure(u"4459"_s, u"accepted"_s)},
                                                          {{.text = u"受理"_s}, figure(u"4460"_s, u"accepted"_s)}}}}),
                       now);
    REQUIRE(table.findings.size() == 1);
    CHECK(table.findings.first().finding.message.toStdString() == "The case file counts 4460 now.");
    CHECK(table.findings.first().place.row == 0);
    CHECK(table.findings.first().place.column == 1);

    // Typed over by the same, the editor's own numbers, and what the file can't say.
    CHECK(reviewDocument(documentWith({figure(u"4460"_s, u"accepted"_s, true),
                                       {.text = u"件，另有37件来自来访，"_s},
                                       figure(u"12"_s, u"unknown"_s, true)}),
                         now)
              .findings.isEmpty());
    CHECK(reviewDocument(documentWith({figure(u"4461"_s, u"accepted"_s, true)})).findings.isEmpty());

    // A linked one that isn't composed any more, as of a row that went: it stands as it was counted last.
    const DocumentReview left =
        reviewDocument(documentWith({{.text = u"其中"_s}, figure(u"12"_s, u"unknown"_s), {.text = u"件"_s}}), now);
    REQUIRE(left.findings.size() == 1);
    CHECK(left.findings.first().finding.doubtful);
    CHECK(left.findings.first().finding.text == u"12"_s);
    CHECK(left.findings.first().place.start == 2);
}

TEST_CASE("a finding is known again as long as its sentence says the same", "[bulletin][review]")
{
    const BulletinDocument document = documentOf({paragraph(u"本期情况如下。"_s + shares)});
    const QStringList before = fingerprints(document);
    REQUIRE(before.size() == 1);
    CHECK(before.first().size() == 32);

    BulletinDocument elsewhere = document;
    elsewhere.title = u"2020年2月份12345热线情况通报"_s;
    elsewhere.blocks.prepend(paragraph(u"各县（市）区、各部门："_s));
    std::get<BulletinParagraph>(elsewhere.blocks[1]).spans.first().text.prepend(u"按照要求通报。"_s);
    elsewhere.blocks.append(BulletinHeading{.text = u"一、下一步"_s});
    elsewhere.blocks.append(paragraph(u"完。"_s));
    CHECK(fingerprints(elsewhere) == before);

    BulletinDocument inIt = document;
    std::get<BulletinParagraph>(inIt.blocks[0]).spans.first().text.replace(u"9.3%"_s, u"9.4%"_s);
    REQUIRE(fingerprints(inIt).size() == 1);
    CHECK(fingerprints(inIt) != before);

    // Two of a kind in one sentence are two; a row of a table is known by its name.
    const QStringList twice = fingerprints(documentOf({paragraph(u"受理诉求{accepted}件，办结{accepted}件。"_s)}));
    CHECK(twice.size() == 2);
    CHECK(QSet<QString>(twice.cbegin(), twice.cend()).size() == 2);
    const auto table = [](const QString &first, const QString &second) {
        const auto row = [](const QString &name) -> QList<BulletinSpan> {
            return {{.text = name}, {.text = u"21"_s}, {.text = u"18"_s}, {.text = u"2"_s}};
        };
        return documentOf(
            {BulletinTable{.header = {u"单位"_s, u"件数"_s, u"办结"_s, u"在办"_s}, .rows = {row(first), row(second)}}});
    };
    const QStringList rows = fingerprints(table(u"甲局"_s, u"乙局"_s));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0] != rows[1]);
    CHECK(fingerprints(table(u"乙局"_s, u"甲局"_s)) == QStringList{rows[1], rows[0]});

    // What was explained of 9.1% isn't explained of 9.6%.
    const BulletinDocument typed = documentOf({BulletinParagraph{.spans = {figure(u"9.3%"_s, u"share"_s, true)}}});
    CHECK(fingerprints(typed, counting({{u"share"_s, u"9.1%"_s}}))
          != fingerprints(typed, counting({{u"share"_s, u"9.6%"_s}})));
}

TEST_CASE("what is explained of one table, or of one of two beside each other, is explained of no other",
          "[bulletin][review]")
{
    const auto row = [](const QStringList &texts) -> QList<BulletinSpan> {
        QList<BulletinSpan> cells;
        for (const QString &text : texts)
            cells.append({.text = text});
        return cells;
    };
    const auto unlike = [](const QStringList &all) -> bool {
        return QSet<QString>(all.cbegin(), all.cend()).size() == all.size();
    };
    BulletinTable departments{
        .header = {u"单位"_s, u"件数"_s},
        .rows = {row({u"甲局"_s, u"300"_s}), row({u"乙局"_s, u"200"_s}), row({u"合计"_s, u"557"_s})},
        .hasTotal = true,
        .origin = u"3"_s};
    BulletinTable again = departments;
    again.origin = u"4"_s;
    const QStringList twice = fingerprints(documentOf({departments, again}));
    REQUIRE(twice.size() == 2);
    CHECK(unlike(twice));
    departments.origin.clear();
    again.origin.clear();
    departments.title = u"部门"_s;
    again.title = u"区县"_s;
    CHECK(unlike(fingerprints(documentOf({departments, again}))));

    BulletinTable beside{.title = u"来源渠道与诉求类型"_s,
                         .header = {u"渠道"_s, u"件数"_s, u"占比"_s, u"类型"_s, u"件数"_s, u"占比"_s},
                         .rows = {row({u"热线"_s, u"60"_s, u"50.0%"_s, u"咨询"_s, u"60"_s, u"50.0%"_s}),
                                  row({u"网站"_s, u"30"_s, u"30.0%"_s, u"投诉"_s, u"30"_s, u"30.0%"_s}),
                                  row({u"微信"_s, u"10"_s, u"10.0%"_s, u"求助"_s, u"10"_s, u"10.0%"_s})},
                         .origin = u"5"_s};
    const auto keys = [](const QString &left, const QString &right) -> QStringList {
        return {left, left, left, right, right, right};
    };
    beside.cellKeys = {keys(u"0/1"_s, u"1/7"_s), keys(u"0/2"_s, u"1/8"_s), keys(u"0/3"_s, u"1/9"_s)};
    const QStringList sides = fingerprints(documentOf({beside}));
    REQUIRE(sides.size() == 2);
    CHECK(unlike(sides));
    BulletinTable other = beside; // another channel beside it changes nothing of the types
    other.rows[0][0].text = u"电话"_s;
    other.cellKeys[0] = keys(u"0/4"_s, u"1/7"_s);
    const QStringList changed = fingerprints(documentOf({other}));
    REQUIRE(changed.size() == 2);
    CHECK(changed[0] != sides[0]);
    CHECK(changed[1] == sides[1]);
    beside.cellKeys.clear(); // kept before rows had keys
    CHECK(unlike(fingerprints(documentOf({beside}))));
}

TEST_CASE("numbers that skip, empty sections and missing tables are told, doubtfully", "[bulletin][review]")
{
    const auto heading = [](const QString &text, int level = 1) {
        return BulletinHeading{.level = level, .text = text};
    };
    const auto told = [](const QList<BulletinBlock> &blocks) {
        QString text;
        const DocumentReview review = reviewDocument(documentOf(blocks));
        for (const DocumentFinding &found : review.findings) {
            CHECK(found.finding.kind == Kind::Arrangement);
            CHECK(found.finding.doubtful);
            text += found.finding.text + u'>' + found.finding.expected + u' ';
        }
        return text.trimmed().toStdString();
    };
    const BulletinParagraph words = paragraph(u"情况如下。"_s);
    const BulletinTable table{.title = u"表"_s, .header = {u"项目"_s}, .rows = {{{.text = u"甲"_s}}}};
    CHECK(told({heading(u"一、总体"_s), words, heading(u"三、热点"_s), words}) == "三、>二");
    CHECK(told({heading(u"二、总体"_s), words, heading(u"三、热点"_s), words}) == "二、>一");
    CHECK(told({heading(u"一、总体"_s), words, heading(u"一、热点"_s), words}) == "一、>二");
    CHECK(told({heading(u"一、总体"_s), heading(u"（一）甲"_s, 2), words, heading(u"（三）乙"_s, 2), words,
                heading(u"二、热点"_s), heading(u"（一）丙"_s, 2), words})
          == "（三）>二");
    CHECK(told({heading(u"一、热点"_s), paragraph(u"1.停水。"_s), paragraph(u"3.停电。"_s), heading(u"二、建议"_s),
                paragraph(u"1.路灯。"_s), paragraph(u"2.5万件诉求已办结。"_s)})
          == "3.>2");
    QList<BulletinBlock> many;
    for (const QString &number : {u"一"_s, u"二"_s, u"三"_s, u"四"_s, u"五"_s, u"六"_s, u"七"_s, u"八"_s, u"九"_s,
                                  u"十"_s, u"十一"_s, u"十三"_s}) {
        many.append(heading(number + u"、问题"));
        many.append(words);
    }
    CHECK(told(many) == "十三、>十二");

    CHECK(told({heading(u"一、总体"_s), heading(u"二、热点"_s), words}) == "一、总体>");
    CHECK(told({heading(u"一、总体"_s), heading(u"（一）甲"_s, 2), words}).empty());
    CHECK(told({words, heading(u"一、总体"_s)}) == "一、总体>");

    CHECK(told({paragraph(u"各部门办理情况见附表。"_s)}) == "附表>");
    CHECK(told({paragraph(u"各部门办理情况见附表2，走势见下图。"_s), table}) == "附表2> 下图>");
    CHECK(told({paragraph(u"各部门办理情况见附表1。以下图书馆问题，当下表示满意。"_s), table}).empty());
}

TEST_CASE("what was checked and holds is told", "[bulletin][review]")
{
    const BulletinDocument document = documentOf(
        {paragraph(u"2月份共受理6610件，办结6572件，还有38件正在办理中，办结率99.4%。其中咨询类6000件，占90.8%；"
                   u"其他610件，占9.2%。"_s),
         paragraph(u"受理量同比增加120件，满意率由96.1%提高到97.3%，提高1.2个百分点。"_s),
         BulletinTable{
             .header = {u"单位"_s, u"件数"_s, u"办结"_s, u"在办"_s, u"办结率"_s},
             .rows =
                 {{{.text = u"甲局"_s}, {.text = u"20"_s}, {.text = u"19"_s}, {.text = u"1"_s}, {.text = u"95.0%"_s}},
                  {{.text = u"乙局"_s}, {.text = u"10"_s}, {.text = u"10"_s}, {.text = u"0"_s}, {.text = u"100%"_s}},
                  {{.text = u"合计"_s}, {.text = u"30"_s}, {.text = u"29"_s}, {.text = u"1"_s}, {.text = u"96.7%"_s}}},
             .hasTotal = true}});
    const DocumentReview review = reviewDocument(document);
    CAPTURE(described(review));
    CHECK(review.findings.isEmpty());
    CHECK(held(review)
          == "Title and text tell of the same time: 2020年2月份热线办理情况\n"
             "6610件 = 6572件 closed + 38件 open\n"
             "2 part(s) add up to 6610\n"
             "6000件 of 6610件 is 90.8%\n"
             "610件 of 6610件 is 9.2%\n"
             "办结率99.4% agrees with its counts\n"
             "From 96.1% to 97.3% it is 1.2个百分点\n"
             "In 3 row(s) of the table received = closed + open\n"
             "In 3 row(s) of the table the rate agrees with its counts\n"
             "The rows of the table add up to 30\n"
             "The rows of the table add up to 29\n"
             "The rows of the table add up to 1\n");
    CHECK(review.passed[1].place.block == 0);
    CHECK(review.passed.last().place.block == 2);

    // What doesn't hold is not among it.
    BulletinDocument wrong = document;
    std::get<BulletinParagraph>(wrong.blocks[0]).spans.first().text.replace(u"38件"_s, u"39件"_s);
    std::get<BulletinTable>(wrong.blocks[2]).rows[2][1].text = u"31"_s;
    const DocumentReview other = reviewDocument(wrong);
    CHECK(held(other).find("closed + 3") == std::string::npos);
    CHECK(held(other).find("up to 30") == std::string::npos);
    CHECK(held(other).find("In 2 row(s) of the table received") != std::string::npos);
}

TEST_CASE("a bulletin as it was composed contradicts nothing", "[bulletin][review]")
{
    struct Sample
    {
        QString demo;
        QString layout;
        Period period;
        qsizetype passed;
    };
    const QList<Sample> samples{
        {u"siping-2020-02"_s, u"siping-monthly"_s, Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29)), 15},
        {u"siping-2023-12"_s, u"siping-press"_s, Period::month(2023, 12), 15},
        {u"xiangtan-county-2016-q3"_s, u"xiangtan-quarterly"_s, Period::quarter(2016, 3), 5},
        {u"xiangtan-county-2016-q3"_s, u"annual"_s, Period::year(2016), 15}};
    for (const Sample &sample : samples) {
        CAPTURE(sample.layout.toStdString());
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"demo.huiyin"_s);
        Progress progress;
        createDemo(path, sample.demo, SystemClock(), progress);
        CaseFile file(path, CaseFile::Mode::Read);
        const BulletinDocument document = composeBulletin(
            file, {.layout = sample.layout, .period = sample.period, .issue = 3, .date = QDate(2023, 3, 2)});
        const DocumentReview review = reviewDocument(document, printerOf(document));
        CAPTURE(held(review));
        CHECK(described(review) == "");
        CHECK(review.passed.size() >= sample.passed);
    }
}
