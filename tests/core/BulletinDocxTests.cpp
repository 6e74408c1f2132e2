// SPDX-License-Identifier: GPL-3.0-or-later
// A bulletin as a .docx: what Word, WPS and our own reader find in it.
#include "bulletin/BulletinText.h"
#include "exchange/BulletinDocx.h"
#include "review/ReviewFile.h"
#include "spreadsheet/PartXml.h"
#include "spreadsheet/ZipPackage.h"
#include "support/Office.h"
#include "support/Print.h"
#include "support/SampleBulletin.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

BulletinDocument smallBulletin()
{
    BulletinDocument document{.masthead = u"市长公开电话办理情况"_s,
                              .issueLine = u"第2期（总第86期）"_s,
                              .office = u"四平市市长公开电话办公室"_s,
                              .date = QDate(2020, 3, 2),
                              .title = u"2月份办理情况"_s};
    document.blocks = {
        BulletinHeading{.level = 1, .text = u"一、总体情况"_s}, BulletinHeading{.level = 2, .text = u"（一）受理"_s},
        BulletinHeading{.level = 3, .text = u"1.来电"_s}, BulletinParagraph{.spans = {{.text = u"共受理6610件。"_s}}}};
    return document;
}

BulletinTable tableOf(const QStringList &header, const QList<QStringList> &rows)
{
    BulletinTable table{.title = u"办理情况"_s, .header = header};
    for (const QStringList &row : rows) {
        QList<BulletinSpan> cells;
        for (const QString &cell : row)
            cells.append({.text = cell});
        table.rows.append(cells);
    }
    return table;
}

// The head of a picture is all that is read of it.
QByteArray pictureOf(quint32 width, quint32 height)
{
    QByteArray png = QByteArrayLiteral("\x89PNG\r\n\x1a\n") + QByteArray::fromHex("0000000d") + "IHDR";
    for (const quint32 side : {width, height}) {
        const quint32 big = qToBigEndian(side);
        png += QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
    }
    return png + QByteArray::fromHex("08060000000000000000");
}

// A .docx on the disk, as any program finds it.
struct WrittenDocx
{
    explicit WrittenDocx(const BulletinDocument &document, const QMap<qsizetype, QByteArray> &pictures = {})
        : path(folder.filePath(u"简报.docx"_s))
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(docxOf(document, pictures));
    }

    QByteArray part(const QString &name) const
    {
        ZipPackage package(path);
        CAPTURE(name.toStdString());
        REQUIRE(package.contains(name));
        return package.open(name)->readWhole(10'000'000);
    }

    QTemporaryDir folder;
    QString path;
};

const QStringList fixedParts{u"[Content_Types].xml"_s, u"_rels/.rels"_s,       u"word/document.xml"_s,
                             u"word/styles.xml"_s,     u"word/settings.xml"_s, u"word/fontTable.xml"_s,
                             u"word/footer1.xml"_s,    u"word/footer2.xml"_s,  u"word/_rels/document.xml.rels"_s,
                             u"docProps/core.xml"_s};

// "" when the part is well-formed XML.
QString faultOf(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError() ? reader.errorString() : QString();
}

// Lines without any space: columns and sides are parted otherwise in each form.
QStringList packed(const QStringList &lines)
{
    QStringList result;
    for (QString line : lines) {
        line.removeIf([](QChar c) { return c.isSpace(); });
        if (!line.isEmpty())
            result.append(line);
    }
    return result;
}

qsizetype countOf(const QByteArray &xml, const char *piece)
{
    return xml.count(piece);
}

} // namespace

TEST_CASE("a .docx of every layout says what the text says, and its tables are tables", "[bulletin][docx]")
{
    const auto all = layouts();
    for (const LayoutInfo &layout : all) {
        INFO(layout.name.toStdString());
        const BulletinDocument document = sampleBulletin(layout.name);
        const WrittenDocx written(document);
        for (const QString &part : fixedParts) {
            INFO(part.toStdString());
            CHECK(faultOf(written.part(part)) == QString());
        }
        const ReviewText read = readReviewText(written.path);
        CHECK(packed(read.lines) == packed(toText(document).split(u'\n')));

        qsizetype tables = 0;
        for (const BulletinBlock &block : document.blocks) {
            const auto *table = std::get_if<BulletinTable>(&block);
            if (!table)
                continue;
            REQUIRE(tables < read.tables.size());
            const auto &rows = read.tables[tables++].rows;
            const auto folded = table->foldedRows();
            REQUIRE(rows.size() == folded.size() + 1);
            for (qsizetype i = 0; i < table->foldedHeader().size(); ++i) // 部　门: white space is one space there
                CHECK(rows[0].cells.value(i) == table->foldedHeader()[i].simplified());
            for (qsizetype r = 0; r < folded.size(); ++r) {
                for (qsizetype i = 0; i < folded[r].size(); ++i)
                    CHECK(rows[r + 1].cells.value(i) == folded[r][i].text);
            }
        }
        CHECK(tables == read.tables.size());
    }
}

TEST_CASE("the headings of a .docx are headings", "[bulletin][docx]")
{
    BulletinDocument document = smallBulletin();
    document.blocks.append(BulletinHeading{.level = 9, .text = u"深"_s});
    const WrittenDocx written(document);
    const QByteArray body = written.part(u"word/document.xml"_s);
    const QByteArray styles = written.part(u"word/styles.xml"_s);
    for (const char *style :
         {"Masthead", "IssueLine", "HeadRule", "Title", "Heading1", "Heading2", "Heading3", "Heading4", "BodyText"}) {
        INFO(style);
        CHECK(countOf(body, QByteArray("<w:pStyle w:val=\"" + QByteArray(style) + "\"/>").constData()) == 1);
    }
    // Every style that is used is there, and the official faces have their names.
    static const QRegularExpression used(u"w:pStyle w:val=\"([^\"]+)\""_s);
    auto match = used.globalMatch(QString::fromUtf8(body));
    while (match.hasNext())
        CHECK(styles.contains(QByteArray("w:styleId=\"" + match.next().captured(1).toUtf8() + "\"")));
    for (const char *face : {"仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"}) {
        INFO(face);
        CHECK(styles.contains(QByteArray(QByteArray("w:eastAsia=\"") + face + "\"")));
        CHECK(written.part(u"word/fontTable.xml"_s).contains(QByteArray(QByteArray("w:name=\"") + face + "\"")));
    }
}

TEST_CASE("a .docx knows its title and its office, and nothing of who made it, where or when", "[bulletin][docx]")
{
    const BulletinDocument document = smallBulletin();
    CHECK(docxOf(document, {}) == docxOf(document, {}));
    const WrittenDocx written(document);
    CHECK(QString::fromUtf8(written.part(u"docProps/core.xml"_s))
              .contains(u"<dc:title>市长公开电话办理情况第2期（总第86期） 2月份办理情况</dc:title>"
                        "<dc:creator>四平市市长公开电话办公室</dc:creator>"
                        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2020-03-02T00:00:00Z</dcterms:created>"));
    CHECK_FALSE(ZipPackage(written.path).contains(u"docProps/app.xml"_s));
    CHECK_FALSE(ZipPackage(written.path).contains(u"word/comments.xml"_s));
    const QByteArray body = written.part(u"word/document.xml"_s);
    for (const char *hidden : {"w:vanish", "w:comment", "w:ins ", "w:del ", "w:rsid"})
        CHECK_FALSE(body.contains(hidden));
}

TEST_CASE("nothing that is typed breaks a .docx", "[bulletin][docx]")
{
    const QString typed = u"<b>&amp;</b> \"]]>\" '𠮷'"_s;
    QString broken =
        typed + QChar(1) + QChar(0) + QChar(0xD842) + u"末"_s + QChar(0xFFFE) + QChar(0xFFFF) + QChar(0xDFB7);
    BulletinDocument document = smallBulletin();
    document.masthead = broken;
    document.issueLine = broken;
    document.title = broken;
    document.office = broken;
    document.imprint = {broken + u'\t' + broken};
    document.blocks = {BulletinHeading{.text = broken}, BulletinParagraph{.spans = {{.text = broken + u'\n' + broken}}},
                       tableOf({broken, u"列"_s}, {{broken, u"=1+1"_s}}),
                       BulletinChart{.bars = {.title = broken, .bars = {{.label = broken, .value = 1}}}}};
    const WrittenDocx written(document, {{3, pictureOf(300, 300)}});
    for (const QString &part : fixedParts) {
        INFO(part.toStdString());
        CHECK(faultOf(written.part(part)) == QString());
    }
    const ReviewText read = readReviewText(written.path);
    CHECK(read.lines.value(0) == QString(typed + u"末"_s));
    CHECK(read.lines.count(QString(typed + u"末"_s)) >= 6); // a line feed parts a paragraph in two
    REQUIRE_FALSE(read.tables.isEmpty());
    CHECK(read.tables.first().rows.value(1).cells.value(1) == u"=1+1"_s);
}

TEST_CASE("a chart of a .docx is a picture of its own size below its caption, with words for who can't see it",
          "[bulletin][docx]")
{
    BulletinDocument document = smallBulletin();
    BulletinChart chart{.bars = {.title = u"诉求类别占比"_s, .subtitle = u"单位：件"_s}};
    chart.bars.bars = {{.label = u"住建"_s, .value = 765, .note = u"17.2%"_s},
                       {.label = u"铁西区政府"_s, .value = 128, .total = 133}};
    document.blocks.append(chart);
    document.blocks.append(chart);
    document.blocks.append(chart); // without a picture
    const QByteArray small = pictureOf(600, 300);
    const QByteArray wide = pictureOf(3000, 1500);
    const WrittenDocx written(document, {{4, small}, {5, wide}});
    CHECK(written.part(u"word/media/chart1.png"_s) == small);
    CHECK(written.part(u"word/media/chart2.png"_s) == wide);
    CHECK_FALSE(ZipPackage(written.path).contains(u"word/media/chart3.png"_s));
    const QByteArray body = written.part(u"word/document.xml"_s);
    CHECK(body.contains("<wp:extent cx=\"1828800\" cy=\"914400\"/>")); // two inches by one
    const QString widest = QString::number(8848 * 635);
    CHECK(body.contains(QByteArray("<wp:extent cx=\"" + widest.toUtf8() + "\"")));
    CHECK(chartInWords(chart) == u"条形图：诉求类别占比。单位：件。住建765（17.2%）、铁西区政府128/133。"_s);
    CHECK(body.contains("descr=\"条形图：诉求类别占比。"));
    CHECK(body.indexOf("诉求类别占比</w:t>") < body.indexOf("<w:drawing>"));
    CHECK(countOf(body, "<w:drawing>") == 2);
    CHECK(readReviewText(written.path).lines.count(u"诉求类别占比"_s) == 2);
    const QByteArray relations = written.part(u"word/_rels/document.xml.rels"_s);
    CHECK(relations.contains("Id=\"rIdChart2\""));
    CHECK(body.contains("r:embed=\"rIdChart2\""));
}

TEST_CASE("a line chart is told by its ends, its highest day and its lowest", "[bulletin][docx]")
{
    BulletinChart chart{.kind = BulletinChart::Kind::Days, .line = {.title = u"每日受理"_s}};
    CHECK(chartInWords(chart) == u"折线图：每日受理。"_s);
    chart.line.days = {QDate(2020, 2, 28), QDate(2020, 2, 29), QDate(2020, 3, 1)};
    chart.line.values = {300, 281, 402};
    CHECK(chartInWords(chart) == u"折线图：每日受理。2月28日至3月1日，最多3月1日402，最少2月29日281。"_s);
}

TEST_CASE("a table of a .docx fills the text's width, repeats its heading and splits no row", "[bulletin][docx]")
{
    BulletinDocument document = smallBulletin();
    const int columns = GENERATE(1, 2, 5, 9, 14);
    QStringList header;
    for (int i = 0; i < columns; ++i)
        header.append(i == 0 ? u"承办单位"_s : u"办结率"_s);
    QList<QStringList> rows;
    for (int r = 0; r < 60; ++r) {
        QStringList row{u"四平市铁东区第%1公用事业管理服务中心（供热燃气管理办公室）"_s.arg(r)};
        while (row.size() < columns)
            row.append(u"100.00%"_s);
        rows.append(row);
    }
    BulletinTable table = tableOf(header, rows);
    table.hasTotal = true;
    document.blocks = {table};
    const QByteArray body = WrittenDocx(document).part(u"word/document.xml"_s);
    static const QRegularExpression column(u"<w:gridCol w:w=\"(-?\\d+)\"/>"_s);
    int sum = 0;
    auto match = column.globalMatch(QString::fromUtf8(body));
    while (match.hasNext()) {
        const int width = match.next().captured(1).toInt();
        CHECK(width > 100);
        sum += width;
    }
    CHECK(sum <= 8848);
    CHECK(sum > 8848 - columns);
    CHECK(countOf(body, "<w:tblHeader/>") == 1);
    CHECK(countOf(body, "<w:cantSplit/>") == 61);
    CHECK(countOf(body, "<w:jc w:val=\"right\"/>") == (columns - 1) * 60);
    // Of a table of many pages only the first row and the last but one stay with the next, besides the title's style.
    CHECK(countOf(body, "<w:keepNext/>") == 2 * columns);
}

TEST_CASE("a column of reasons gets the room of a .docx table, headings wrap between words", "[bulletin][docx]")
{
    BulletinDocument document = smallBulletin();
    const QString reason = u"按时办结率90.12%，低于A档的98%；满意率83.40%，低于A档的90%；回访率71.25%，低于A档的80%"_s;
    document.blocks = {tableOf({u"单位"_s, u"交办总量"_s, u"按时办结率"_s, u"满意率"_s, u"分档"_s, u"说明"_s},
                               {{u"铁西区政府"_s, u"12345"_s, u"90.12%"_s, u"83.40%"_s, u"B"_s, reason},
                                {u"铁东区政府"_s, u"638/7"_s, u"/"_s, u"—"_s, u"A"_s, QString()}})};
    const QByteArray body = WrittenDocx(document).part(u"word/document.xml"_s);
    static const QRegularExpression column(u"<w:gridCol w:w=\"(\\d+)\"/>"_s);
    QList<int> widths;
    auto match = column.globalMatch(QString::fromUtf8(body));
    while (match.hasNext())
        widths.append(match.next().captured(1).toInt());
    REQUIRE(widths.size() == 6);
    CHECK(widths[5] > 8848 / 3);
    CHECK(widths[5] == std::ranges::max(widths));
    CHECK(body.contains("按时</w:t><w:br/><w:t xml:space=\"preserve\">办结率"));
    CHECK(countOf(body, "<w:jc w:val=\"right\"/>") == 6); // what has no base is a number too
    CHECK(readReviewText(WrittenDocx(document).path).tables.first().rows.first().cells[2] == u"按时办结率"_s);
}

TEST_CASE("an annex begins a page, with the heading above it; the imprint stands at the end", "[bulletin][docx]")
{
    BulletinDocument document = smallBulletin();
    BulletinTable annex = tableOf({u"单位"_s, u"件数"_s}, {{u"市住建局"_s, u"765"_s}});
    annex.onNewPage = true;
    SECTION("the table alone")
    {
        document.blocks.append(annex);
        const QByteArray body = WrittenDocx(document).part(u"word/document.xml"_s);
        CHECK(body.contains("<w:pStyle w:val=\"Caption\"/><w:pageBreakBefore/>"));
        CHECK(countOf(body, "<w:pageBreakBefore/>") == 1);
    }
    SECTION("below its heading")
    {
        document.blocks.append(BulletinHeading{.text = u"附表"_s});
        document.blocks.append(annex);
        const QByteArray body = WrittenDocx(document).part(u"word/document.xml"_s);
        CHECK(body.contains("<w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/></w:pPr><w:r><w:t "
                            "xml:space=\"preserve\">附表"));
        CHECK(countOf(body, "<w:pageBreakBefore/>") == 1);
    }
    SECTION("imprint")
    {
        document.imprint = {u"抄送：市委办公室，市政府办公室。"_s, u"四平市市长公开电话办公室\t2020年3月2日印发"_s};
        const WrittenDocx written(document);
        const QStringList lines = readReviewText(written.path).lines;
        CHECK(lines.value(lines.size() - 2) == u"抄送：市委办公室，市政府办公室。"_s);
        CHECK(packed(lines) == packed(toText(document).split(u'\n')));
        // The form that Word, WPS and LibreOffice all keep at the foot of the page.
        CHECK(written.part(u"word/document.xml"_s)
                  .contains("<w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\" w:vertAnchor=\"margin\" "
                            "w:horzAnchor=\"page\" w:tblpX=\"1588\" w:tblpYSpec=\"bottom\"/>"));
    }
}
