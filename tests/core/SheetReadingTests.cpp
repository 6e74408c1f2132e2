// SPDX-License-Identifier: GPL-3.0-or-later
// What cells hold, however a program has written them.
#include "spreadsheet/SheetReader.h"
#include "storage/SafeFile.h"
#include "support/ExchangeFixture.h"
#include "support/WorkbookFile.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = SheetCell::Kind;

// The rows of a sheet as text: cells parted by |, the row's number before them.
QStringList rowsOf(Workbook &workbook, qsizetype sheet = 0)
{
    SheetReader reader(workbook, sheet);
    QStringList rows;
    while (reader.next()) {
        QStringList cells;
        for (int i = 0; i < reader.cellCount(); ++i)
            cells.append(reader.cell(i).text);
        rows.append(QString::number(reader.row()) + u": "_s + cells.join(u'|'));
    }
    return rows;
}

QStringList rowsOf(const QByteArray &bytes, qsizetype sheet = 0)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    writeFile(path, bytes);
    Workbook workbook(path);
    return rowsOf(workbook, sheet);
}

QStringList rowsOf(const WorkbookFile &file, qsizetype sheet = 0)
{
    return rowsOf(file.bytes(), sheet);
}

WorkbookFile withRows(const QByteArray &data)
{
    return {.sheets = {{.data = data}}};
}

// The cell A1 of a book with these styles.
SheetCell firstCell(const WorkbookFile &file)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    writeFile(path, file.bytes());
    Workbook workbook(path);
    SheetReader reader(workbook, 0);
    REQUIRE(reader.next());
    return reader.cell(0);
}

SheetCell dated(const QByteArray &number, const QByteArray &style, const QByteArray &formats = {},
                const QByteArray &properties = {})
{
    return firstCell({.sheets = {{.data = "<row><c s=\"1\"><v>" + number + "</v></c></row>"}},
                      .formats = formats,
                      .styles = style,
                      .properties = properties});
}

} // namespace

TEST_CASE("texts are read however a program keeps them", "[spreadsheet][reading]")
{
    WorkbookFile file =
        withRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                 "<c r=\"C1\" t=\"inlineStr\"><is><t>内联</t></is></c>"
                 "<c r=\"D1\" t=\"inlineStr\"><is><r><t>两</t></r><r><t xml:space=\"preserve\"> 段</t></r></is></c>"
                 "<c r=\"E1\" t=\"str\"><v>SheetJS &amp; 公式</v></c>"
                 "<c r=\"F1\" t=\"s\"><v>2</v></c><c r=\"G1\" t=\"b\"><v>1</v></c>"
                 "<c r=\"H1\"><f>A1</f><v>42</v></c><c r=\"I1\" t=\"str\"><f>X</f><v></v></c></row>");
    file.strings = "<si><t>共享</t></si>"
                   "<si><r><rPr><b/></rPr><t>多</t></r><r><t>种</t></r><rPh sb=\"0\" eb=\"1\"><t>duo</t></rPh>"
                   "<phoneticPr fontId=\"1\"/></si>"
                   "<si><t>a_x000D_b_x005F_x0041_c</t></si>";
    CHECK(rowsOf(file) == QStringList{u"1: 共享|多种|内联|两 段|SheetJS & 公式|a\rb_x0041_c|true|42"_s});
}

TEST_CASE("a number is read as a person would type it, and one that was rounded can be told", "[spreadsheet][reading]")
{
    const auto [stored, typed] = GENERATE(table<const char *, const char *>({
        {"13800000000", "13800000000"},
        {"1.38E10", "13800000000"},
        {"0.1", "0.1"},
        {"0.10000000000000001", "0.1"},
        {"-5", "-5"},
        {"1E-7", "0.0000001"},
        {"2.5", "2.5"},
        {"440106199001011230", "4.40106199001011E+17"},
    }));
    CHECK(firstCell(withRows("<row><c><v>" + QByteArray(stored) + "</v></c></row>")).text == QString::fromUtf8(typed));
}

TEST_CASE("a number is a date when its format shows one", "[spreadsheet][reading]")
{
    const auto custom = [](const char *format) {
        return dated("43870.354918981482", "<xf numFmtId=\"164\"/>",
                     "<numFmt numFmtId=\"164\" formatCode=\"" + QByteArray(format) + "\"/>");
    };
    const QString moment = u"2020-02-09 08:31:05"_s;
    CHECK(custom("yyyy-mm-dd hh:mm:ss").text == moment);
    CHECK(custom("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;").text == moment);
    CHECK(custom("[$-804]yyyy/m/d h:mm;@").kind == Kind::DateTime);
    CHECK(custom("[DBNum1][$-804]m\\月d\\日").kind == Kind::DateTime);
    CHECK(custom("0.00E+00").kind == Kind::Number);
    CHECK(custom("General").kind == Kind::Number);
    CHECK(custom("[Red]General&quot;days&quot;").kind == Kind::Number);
    CHECK(custom("#,##0&quot;天 d&quot;_);[Red](#,##0)").kind == Kind::Number);
    CHECK(custom("@").kind == Kind::Number);
    CHECK(dated("43870", "<xf numFmtId=\"14\"/>").text == u"2020-02-09"_s);
    CHECK(dated("43870", "<xf numFmtId=\"14\"/>").kind == Kind::Date);
    CHECK(dated("43870.5", "<xf numFmtId=\"31\"/>").text == u"2020-02-09 12:00"_s);
    CHECK(dated("43870", "<xf numFmtId=\"57\"/>").kind == Kind::Date);
    CHECK(dated("0.354918981482", "<xf numFmtId=\"21\"/>").text == u"08:31:05"_s);
    CHECK(dated("20000.354918981482", "<xf numFmtId=\"22\"/>").text == u"1954-10-03 08:31:05"_s); // before 1970
    CHECK(dated("0.5", "<xf numFmtId=\"32\"/>").kind == Kind::Time);
    CHECK(dated("43870.5", "<xf numFmtId=\"22\"/>").moment == QDateTime(QDate(2020, 2, 9), QTime(12, 0), Qt::UTC));
    CHECK(dated("43870", "<xf numFmtId=\"0\"/>").kind == Kind::Number);
    CHECK(dated("-1", "<xf numFmtId=\"14\"/>").kind == Kind::Number);
    CHECK(dated("1E300", "<xf numFmtId=\"14\"/>").kind == Kind::Number);
}

TEST_CASE("days count from 1900 with its leap day that never was, or from 1904", "[spreadsheet][reading]")
{
    const auto [count, since1904, day] = GENERATE(table<double, bool, const char *>({
        {1, false, "1900-01-01"},
        {59, false, "1900-02-28"},
        {61, false, "1900-03-01"},
        {43870, false, "2020-02-09"},
        {2958465, false, "9999-12-31"},
        {0, true, "1904-01-01"},
        {42408, true, "2020-02-09"},
    }));
    const auto moment = dayTime(count, since1904 ? DayCount::Since1904 : DayCount::Since1900);
    REQUIRE(moment);
    CHECK(moment->date() == QDate::fromString(QString::fromLatin1(day), Qt::ISODate));
    if (!since1904 && count >= 61)
        CHECK(dayCount(moment->date()) == count);
    CHECK(!dayTime(60, DayCount::Since1900));
    CHECK(dated("42408", "<xf numFmtId=\"14\"/>", {}, "date1904=\"1\"").text == u"2020-02-09"_s);
}

TEST_CASE("a date written out is rounded to the second, into the next day too", "[spreadsheet][reading]")
{
    WorkbookFile file;
    file.sheets = {{.data = "<row><c t=\"d\"><v>2020-02-09T23:59:59.700</v></c></row>"}};
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"book.xlsx"_s), file.bytes());
    Workbook book(folder.filePath(u"book.xlsx"_s));
    SheetReader reader(book, 0);
    REQUIRE(reader.next());
    CHECK(reader.cell(0).text == u"2020-02-10 00:00"_s);
    CHECK(reader.cell(0).moment.date() == QDate(2020, 2, 10));
}

TEST_CASE("every second of a day comes back from its count", "[spreadsheet][reading]")
{
    const QDate day(2023, 12, 31);
    int wrong = 0;
    for (int second = 0; second < 86'400; ++second) {
        const QTime time = QTime(0, 0).addSecs(second);
        const auto back = dayTime(*dayCount(day, time));
        wrong += back && back->date() == day && back->time() == time ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("rows and cells without places follow each other, and gaps stay gaps", "[spreadsheet][reading]")
{
    CHECK(rowsOf(withRows("<row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>1</v></c></row><row/>"
                          "<row r=\"7\"><c r=\"C7\"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>"))
          == QStringList{u"1: a|1"_s, u"2: "_s, u"7: ||2|3"_s, u"8: 4"_s});
}

TEST_CASE("a cell merged downwards counts for each row that holds something", "[spreadsheet][reading]")
{
    WorkbookFile file;
    file.sheets = {{.data = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
                            "<row r=\"2\"><c r=\"B2\"><v>3</v></c></row><row r=\"3\"><c r=\"A3\"/></row>"
                            "<row r=\"4\"><c r=\"B4\"><v>5</v></c></row><row r=\"5\"><c r=\"B5\"><v>6</v></c></row>"
                            "<row r=\"6\"><c r=\"A6\"><v>7</v></c></row>",
                    .after = "<mergeCells><mergeCell ref=\"A1:A4\"/><mergeCell ref=\"A6:C6\"/></mergeCells>"}};
    CHECK(rowsOf(file) == QStringList{u"1: 1|2"_s, u"2: 1|3"_s, u"3: "_s, u"4: 1|5"_s, u"5: |6"_s, u"6: 7"_s});
}

TEST_CASE("sheets are told with their names and whether they are in sight", "[spreadsheet][reading]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    WorkbookFile file;
    file.sheets = {{.name = "工单", .state = "visible"},
                   {.name = "b", .state = "hidden"},
                   {.name = "c&amp;d", .state = "veryHidden"}};
    file.targetPrefix = "/xl/"; // absolute, as some writers have it
    writeFile(path, file.bytes());
    Workbook workbook(path);
    REQUIRE(workbook.sheets().size() == 3);
    CHECK(workbook.sheets()[0].visibility == SheetInfo::Visibility::Visible);
    CHECK(workbook.sheets()[1].visibility == SheetInfo::Visibility::Hidden);
    CHECK(workbook.sheets()[2].name == u"c&d"_s);
    CHECK(workbook.sheets()[2].visibility == SheetInfo::Visibility::VeryHidden);
    CHECK(workbook.sheetOf(u"B"_s) == 1);
    CHECK(!workbook.sheetOf(u"x"_s));
}

TEST_CASE("any prefix and the strict form of the format will do", "[spreadsheet][reading]")
{
    WorkbookFile file = withRows({});
    file.sheets[0].xml =
        WorkbookFile::head()
        + "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
          "<x:row><x:c t=\"inlineStr\"><x:is><x:t>前缀</x:t></x:is></x:c><x:c t=\"d\"><x:v>2020-02-09T08:31:00"
          "</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    CHECK(rowsOf(file) == QStringList{u"1: 前缀|2020-02-09 08:31"_s});
    QList<ZipPart> parts = file.parts();
    for (ZipPart &part : parts)
        part.bytes.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                           "http://purl.oclc.org/ooxml/officeDocument/relationships");
    CHECK(rowsOf(zipOf(parts)).size() == 1);
    // Folders parted as on Windows, and names in other letters.
    for (ZipPart &part : parts)
        part.name = part.name.replace('/', '\\').replace("sheet1", "SHEET1");
    CHECK(rowsOf(zipOf(parts)).size() == 1);
}

TEST_CASE("an error and a formula without a result are told from an empty cell", "[spreadsheet][reading]")
{
    CHECK(firstCell(withRows("<row><c t=\"e\"><v>#N/A</v></c></row>")).kind == Kind::Error);
    CHECK(firstCell(withRows("<row><c t=\"e\"><v>#N/A</v></c></row>")).text == u"#N/A"_s);
    CHECK(firstCell(withRows("<row><c><f>SUM(B1)</f></c></row>")).kind == Kind::Uncounted);
    CHECK(firstCell(withRows("<row><c s=\"0\"/></row>")).kind == Kind::Empty);
    CHECK(firstCell(withRows("<row><c t=\"str\"><f>X</f><v></v></c></row>")).kind == Kind::Empty);
}

TEST_CASE("files of other programs are read alike", "[spreadsheet][reading]")
{
    const auto name = GENERATE(as<QString>{}, u"libreoffice.xlsx"_s, u"openpyxl.xlsx"_s, u"sheetjs.xlsx"_s,
                               u"exceljs.xlsx"_s, u"exceljs-stream.xlsx"_s, u"libreoffice-1904.xlsx"_s);
    INFO(name.toStdString());
    Workbook workbook(QStringLiteral(HUIYIN_TEST_DATA "/spreadsheet/") + name);
    const auto sheet = workbook.sheetOf(u"工单"_s);
    REQUIRE(sheet);
    CHECK(rowsOf(workbook, *sheet)
          == QStringList{u"1: 工单编号|受理时间|联系电话|标题|截止"_s,
                         u"2: 20200209-0001|2020-02-09 08:31:05|13800000000|英雄大街停水，<两天> & 未来|2020-02-14"_s,
                         u"3: 20200209-0002|2020-02-09 23:59:59|0434-3222222|多行\n文本 𠮷|2020-03-01"_s});
}

TEST_CASE("places of cells are read and written", "[spreadsheet][reading]")
{
    CHECK(cellPlace(u"A1") == CellPlace{0, 1});
    CHECK(cellPlace(u"$XFD$1048576") == CellPlace{16383, 1048576});
    CHECK(cellPlace(u"aa10") == CellPlace{26, 10});
    for (const auto *wrong : {u"", u"A", u"1", u"A0", u"XFE1", u"A1048577", u"A1B", u"AAAA1", u"A-1", u"工1"})
        CHECK(!cellPlace(wrong));
    CHECK(cellRange(u"A2:C5") == CellRange{{0, 2}, {2, 5}});
    CHECK(!cellRange(u"C5:A2"));
    CHECK(columnLetters(25) == u"Z"_s);
    CHECK(columnLetters(26) == u"AA"_s);
    CHECK(columnLetters(16383) == u"XFD"_s);
}
