// SPDX-License-Identifier: GPL-3.0-or-later
// What is written comes back as it was, here and in LibreOffice.
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/WorkbookWriter.h"
#include "storage/SafeFile.h"
#include "support/ExchangeFixture.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// Texts that a spreadsheet would take for something else, or that XML can't hold as they are.
QStringList strangeTexts()
{
    return {u"=SUM(A1:A9)"_s,
            u"+86138"_s,
            u"-其他"_s,
            u"@cmd"_s,
            u"'=1"_s,
            u"{=1}"_s,
            u"=HYPERLINK(\"http://example.org\")"_s,
            u"http://example.org"_s,
            u"00123"_s,
            u"440106199001011230"_s,
            u"1E5"_s,
            u"TRUE"_s,
            u"_x0041_ und _x005F_"_s,
            u" 两边有空 "_s,
            u"一\n二\n\n三"_s,
            u"tab\there"_s,
            u"<b>&amp;\"'"_s,
            u"<r><t>x</t></r>"_s,
            u"]]>"_s,
            u"𠮷田䶮 e\u0301 👨‍👩‍👧"_s,
            QString(u"a"_s + QChar(0xFFFF) + u"b"),
            QString(u"a"_s + QChar(0x000D) + u"b" + QChar(0x0007)),
            u"［全角］＝１＋２"_s,
            QString(32767, u'长')};
}

QString partOf(const QString &path, const QString &part)
{
    ZipPackage package(path);
    return QString::fromUtf8(package.open(part)->readWhole(qint64{64} * 1024 * 1024));
}

// As LibreOffice sees a sheet of the file, as CSV; nullopt without LibreOffice.
std::optional<QString> seenByCalc(const QString &path, const QString &folder)
{
    const QString calc = QStandardPaths::findExecutable(u"soffice"_s);
    if (calc.isEmpty()) {
        WARN("LibreOffice is not installed: what it makes of the file was not looked at");
        return std::nullopt;
    }
    QProcess process;
    process.start(calc,
                  {u"-env:UserInstallation="_s + QUrl::fromLocalFile(folder + u"/profile").toString(), u"--headless"_s,
                   u"--convert-to"_s, u"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"_s,
                   u"--outdir"_s, folder, path});
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        return QString();
    return QString::fromUtf8(readFile(folder + u'/' + QFileInfo(path).completeBaseName() + u".csv"));
}

} // namespace

TEST_CASE("what looks like an escape and what must be one don't run together", "[spreadsheet][writing]")
{
    const QStringList texts{u"_x0041_"_s, QString(u"_x006F"_s + QChar(0) + u"_x4E00_"),
                            QString(u"_x006F"_s + QChar(0xFFFF)), QString(QChar(0) + u"x0041_"_s),
                            u"_x_x0041__x005F_"_s};
    for (const QString &text : texts)
        CHECK(unescapedCellText(escapedCellText(text)) == text);
}

TEST_CASE("whatever is written comes back as it was", "[spreadsheet][writing]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"工作簿 一.xlsx"_s);
    const QDateTime moment(QDate(2020, 2, 9), QTime(8, 31, 5));
    const QStringList texts = strangeTexts();
    {
        WorkbookWriter book(path, false,
                            {.title = u"标题"_s, .author = u"话务员01"_s, .company = u"办公室"_s, .created = moment});
        book.addNotes(u"说明"_s, {{u"单位"_s, u"=1+1"_s}});
        SheetWriter &sheet = book.addSheet({.name = u"表"_s,
                                            .columns = {{.heading = u"文字"_s},
                                                        {.heading = u"号码"_s, .kind = SheetColumn::Kind::Digits},
                                                        {.heading = u"长文"_s, .kind = SheetColumn::Kind::LongText},
                                                        {.heading = u"数"_s, .kind = SheetColumn::Kind::WholeNumber},
                                                        {.heading = u"日"_s, .kind = SheetColumn::Kind::Date},
                                                        {.heading = u"时"_s, .kind = SheetColumn::Kind::DateTime}}});
        for (const QString &text : texts) {
            sheet.text(text);
            sheet.text(text);
            sheet.text(text);
            sheet.number(-9'007'199'254'740'991 / 10);
            sheet.day(moment.date());
            sheet.moment(moment);
            sheet.endRow();
        }
        sheet.skip(3);
        sheet.text({});
        sheet.day({});
        sheet.text(u"尾"_s);
        sheet.endRow();
        CHECK(sheet.rows() == texts.size() + 1);
        CHECK(!QFile::exists(path));
        book.commit();
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{QFileInfo(path).fileName()});
    Workbook workbook(path);
    REQUIRE(workbook.sheets().size() == 2);
    SheetReader reader(workbook, 1);
    REQUIRE(reader.next());
    CHECK(reader.cell(5).text == u"时"_s);
    for (const QString &text : texts) {
        REQUIRE(reader.next());
        INFO(text.left(40).toStdString());
        for (int column = 0; column < 3; ++column) {
            CHECK(reader.cell(column).kind == SheetCell::Kind::Text);
            CHECK(reader.cell(column).text == text);
        }
        CHECK(reader.cell(3).text == u"-900719925474099"_s);
        CHECK(reader.cell(4).kind == SheetCell::Kind::Date);
        CHECK(reader.cell(4).text == u"2020-02-09"_s);
        CHECK(reader.cell(5).text == u"2020-02-09 08:31:05"_s);
    }
    REQUIRE(reader.next());
    CHECK(reader.cell(5).text == u"尾"_s);
    CHECK(!reader.next());
    for (const auto *part : {u"xl/worksheets/sheet1.xml", u"xl/worksheets/sheet2.xml"}) {
        const QString xml = partOf(path, QString::fromUtf16(part));
        CHECK(!xml.contains(u"<f"_s)); // no formula
        CHECK(!xml.contains(u"hyperlink"_s));
    }
    CHECK(partOf(path, u"docProps/core.xml"_s).contains(u"话务员01"_s));
}

TEST_CASE("a written sheet is a table that is ready to print and to filter", "[spreadsheet][writing]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    {
        WorkbookWriter book(path, false, {});
        SheetWriter &sheet =
            book.addSheet({.name = u"交换/表"_s,
                           .columns = {{.heading = u"键"_s, .hidden = true},
                                       {.heading = u"标题"_s, .kind = SheetColumn::Kind::LongText},
                                       {.heading = u"办理结果"_s,
                                        .unlocked = true,
                                        .choices = {u"实际解决"_s, u"解释, 说明"_s, u"拒绝\"办理\""_s}},
                                       {.heading = u"电话"_s, .kind = SheetColumn::Kind::Digits, .unlocked = true}},
                           .isProtected = true,
                           .frozenColumns = 2,
                           .rowsToFill = 10,
                           .footerLeft = u"甲&乙"_s,
                           .footerRight = u"2020-02-09"_s});
        sheet.text(u"K1"_s);
        sheet.text(QString(200, u'宽'));
        sheet.endRow();
        book.addSheet({.name = u"交换_表"_s, .columns = {{.heading = u"a"_s}, {.heading = u"A"_s}}}).text(u"x"_s);
        book.commit();
    }
    Workbook workbook(path);
    REQUIRE(workbook.sheets().size() == 3);
    CHECK(workbook.sheets()[0].name == u"交换_表"_s);
    CHECK(workbook.sheets()[1].name == u"交换_表 (2)"_s);
    CHECK(workbook.sheets()[2].visibility == SheetInfo::Visibility::Hidden); // the choices
    const QString xml = partOf(path, u"xl/worksheets/sheet1.xml"_s);
    CHECK(xml.contains(u"<sheetProtection"_s));
    CHECK(xml.contains(u"orientation=\"landscape\""_s));
    CHECK(xml.contains(u"paperSize=\"9\""_s));
    CHECK(xml.contains(u"fitToHeight=\"0\""_s));
    CHECK(xml.contains(u"ySplit=\"1\""_s));
    CHECK(xml.contains(u"xSplit=\"2\""_s));
    CHECK(xml.contains(u"hidden=\"1\""_s));
    CHECK(xml.contains(u"sqref=\"C2:C12\""_s));
    CHECK(xml.contains(u"&amp;L甲&amp;&amp;乙&amp;C第 &amp;P 页　共 &amp;N 页&amp;R2020-02-09"_s));
    CHECK(xml.contains(QRegularExpression(u"<col min=\"2\" max=\"2\" width=\"6[01]"_s))); // no wider
    CHECK(partOf(path, u"xl/workbook.xml"_s).contains(u"_xlnm.Print_Titles"_s));
    CHECK(partOf(path, u"xl/tables/table1.xml"_s).contains(u"ref=\"A1:D2\""_s));
    CHECK(partOf(path, u"xl/styles.xml"_s).contains(u"locked=\"0\""_s));
}

TEST_CASE("a table too wide for one page is printed on several side by side, each with the first column",
          "[spreadsheet][writing]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    {
        WorkbookWriter book(path, false, {});
        SheetLayout layout{.name = u"宽"_s, .columns = {}};
        for (int i = 0; i < 12; ++i)
            layout.columns.append({.heading = u"第%1列"_s.arg(i), .width = 30});
        SheetWriter &sheet = book.addSheet(layout);
        sheet.text(u"x"_s);
        sheet.endRow();
        book.commit();
    }
    CHECK(!partOf(path, u"xl/worksheets/sheet1.xml"_s).contains(u"fitToHeight"_s));
    CHECK(partOf(path, u"xl/worksheets/sheet1.xml"_s).contains(u"scale=\"60\""_s));
    CHECK(partOf(path, u"xl/workbook.xml"_s).contains(u"$A:$A"_s));
}

TEST_CASE("a text that is too long is refused or cut with a mark, as was asked", "[spreadsheet][writing]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    const QString tooLong = QString(32766, u'长') + u"𠮷尾"_s;
    const auto write = [&](SheetLayout::LongText what, const QString &text) {
        WorkbookWriter book(path, true, {});
        SheetWriter &sheet = book.addSheet({.name = u"表"_s, .columns = {{.heading = u"文字"_s}}, .longText = what});
        sheet.text(text);
        sheet.endRow();
        book.commit();
    };
    CHECK_THROWS_AS(write(SheetLayout::LongText::Refuse, tooLong), FileError);
    CHECK(QDir(folder.path()).isEmpty()); // nothing is left of it
    write(SheetLayout::LongText::Cut, tooLong);
    const auto cell = [&] {
        Workbook workbook(path);
        SheetReader reader(workbook, 0);
        reader.next();
        REQUIRE(reader.next());
        return reader.cell(0).text;
    };
    CHECK(cell().size() == mostCellText);
    CHECK(cell().endsWith(u"……（已截断）"_s));
    // Escapes count too.
    write(SheetLayout::LongText::Cut, QString(u"_x0041_"_s).repeated(4681));
    CHECK(cell().endsWith(u"……（已截断）"_s));
    write(SheetLayout::LongText::Cut, QString(mostCellText, u'a'));
    CHECK(cell().size() == mostCellText);
}

TEST_CASE("a workbook is there whole, or not at all", "[spreadsheet][writing]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    writeFile(path, "mine");
    CHECK_THROWS_AS(WorkbookWriter(path, false, {}), FileError);
    {
        WorkbookWriter book(path, true, {});
        book.addSheet({.name = u"表"_s, .columns = {{.heading = u"文字"_s}}}).text(u"x"_s);
    } // left without commit()
    CHECK(readFile(path) == "mine");
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
    CHECK_THROWS_AS(WorkbookWriter(folder.filePath(u"none/book.xlsx"_s), false, {}), FileError);
    WorkbookWriter book(path, true, {});
    book.addSheet({.name = u"表"_s, .columns = {{.heading = u"文字"_s}}});
    book.commit();
    CHECK(readFile(path).startsWith("PK"));
    CHECK(QFile::permissions(path).testFlag(QFile::ReadGroup) == false);
    CHECK_NOTHROW(refuseTooManyRows(u"工单"_s, 1'048'575));
    CHECK_THROWS_AS(refuseTooManyRows(u"工单"_s, 1'048'576), FileError);
}

TEST_CASE("any name becomes one that a sheet can bear", "[spreadsheet][writing]")
{
    QSet<QString> taken;
    const auto [name, safe] = GENERATE(table<const char16_t *, const char16_t *>({
        {u"区/县[1]:*?\\", u"区_县_1_____"},
        {u"'引号'", u"引号"},
        {u"", u"Sheet"},
        {u"History", u"History_"},
        {u"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
         u"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"},
    }));
    CHECK(safeSheetName(QString::fromUtf16(name), taken) == QString::fromUtf16(safe));
    QSet<QString> used;
    CHECK(safeSheetName(u"abc"_s, used) == u"abc"_s);
    CHECK(safeSheetName(u"ABC"_s, used) == u"ABC (2)"_s);
    CHECK(safeSheetName(QString(30, u'x') + u"𠮷"_s, used) == QString(30, u'x')); // no half a character
}

TEST_CASE("LibreOffice sees what was written", "[spreadsheet][writing][calc]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    {
        WorkbookWriter book(path, false, {.title = u"标题"_s});
        SheetWriter &sheet = book.addSheet({.name = u"表"_s,
                                            .columns = {{.heading = u"文字"_s},
                                                        {.heading = u"电话"_s, .kind = SheetColumn::Kind::Digits},
                                                        {.heading = u"时间"_s, .kind = SheetColumn::Kind::DateTime},
                                                        {.heading = u"数"_s, .kind = SheetColumn::Kind::WholeNumber}}});
        sheet.text(u"=1+1"_s);
        sheet.text(u"013800000000"_s);
        sheet.moment(QDateTime(QDate(2020, 2, 9), QTime(8, 31, 5)));
        sheet.number(42);
        sheet.endRow();
        book.commit();
    }
    if (const auto csv = seenByCalc(path, folder.path()))
        CHECK(*csv == u"文字,电话,时间,数\n=1+1,013800000000,2020-02-09 08:31:05,42\n"_s);
}

TEST_CASE("a row is as high as its longer text, which not every program works out itself", "[spreadsheet][writing]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"heights.xlsx"_s);
    WorkbookWriter book(path, false, {});
    SheetWriter &sheet = book.addSheet(
        {.name = u"工单"_s,
         .columns = {{.heading = u"编号"_s},
                     {.heading = u"内容"_s, .kind = SheetColumn::Kind::LongText, .width = 21},
                     {.heading = u"另附"_s, .kind = SheetColumn::Kind::LongText, .width = 21, .hidden = true}}});
    const auto row = [&sheet](const QString &content, const QString &hidden = {}) {
        sheet.text(u"1"_s);
        sheet.text(content);
        sheet.text(hidden);
        sheet.endRow();
    };
    row(u"一行"_s);
    row(QString(25, u'字')); // ten of them a line
    row(u"一\n二"_s);
    row(u"一行"_s, QString(100, u'字'));
    row(QString(32767, u'长'));
    SheetWriter &toFill =
        book.addSheet({.name = u"待办"_s,
                       .columns = {{.heading = u"反馈"_s, .kind = SheetColumn::Kind::LongText, .unlocked = true}}});
    toFill.skip();
    toFill.endRow();
    book.commit();
    const QString xml = partOf(path, u"xl/worksheets/sheet1.xml"_s);
    const auto heightOf = [](const QString &part, int line) {
        const QRegularExpression start(u"<row r=\"%1\"[^>]*?ht=\"([0-9.]+)\""_s.arg(line));
        return start.match(part).captured(1).toDouble();
    };
    CHECK(heightOf(xml, 2) == 0.);
    CHECK(heightOf(xml, 3) == 45.);
    CHECK(heightOf(xml, 4) == 30.);
    CHECK(heightOf(xml, 5) == 0.);
    CHECK(heightOf(xml, 6) == 405.);
    CHECK(heightOf(partOf(path, u"xl/worksheets/sheet2.xml"_s), 2) == 60.);
}
