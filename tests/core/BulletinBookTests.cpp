// SPDX-License-Identifier: GPL-3.0-or-later
// The tables and charts of a bulletin as a workbook.
#include "bulletin/PrintedCell.h"
#include "exchange/BulletinBook.h"
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/ZipPackage.h"
#include "storage/SafeFile.h"
#include "support/Print.h"

#include <QMap>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;

namespace {

using Cells = QMap<std::pair<qint64, int>, SheetCell>; // by row as the sheet shows it, and column from 0

Cells cellsOf(const QString &path, const QString &sheet)
{
    Workbook book(path);
    const auto index = book.sheetOf(sheet);
    CAPTURE(sheet.toStdString());
    REQUIRE(index);
    SheetReader reader(book, *index);
    Cells cells;
    while (reader.next()) {
        for (int column = 0; column < reader.cellCount(); ++column)
            cells.insert({reader.row(), column}, reader.cell(column));
    }
    return cells;
}

QByteArray partOf(const QString &path, const QString &name)
{
    ZipPackage package(path);
    CAPTURE(name.toStdString());
    REQUIRE(package.contains(name));
    return package.open(name)->readWhole(10'000'000);
}

BulletinDocument bulletin()
{
    BulletinDocument document{.masthead = u"市长公开电话办理情况"_s,
                              .issueLine = u"第2期"_s,
                              .office = u"四平市市长公开电话办公室"_s,
                              .date = QDate(2020, 3, 2),
                              .title = u"2月份办理情况"_s};
    const auto row = [](const QStringList &texts) {
        QList<BulletinSpan> cells;
        for (const QString &text : texts)
            cells.append({.text = text});
        return cells;
    };
    document.blocks = {
        BulletinTable{.title = u"承办单位办理情况"_s,
                      .header = {u"单位"_s, u"件数"_s, u"办结率"_s, u"同比"_s},
                      .rows = {row({u"铁西区政府"_s, u"133"_s, u"96.24%"_s, u"+8.0%"_s}),
                               row({u"=1+1"_s, u"9"_s, u"100%"_s, u"-3"_s}), row({u"市编办"_s, u"0"_s, u"—"_s, u"/"_s}),
                               row({u"合计"_s, u"142"_s, u"95.8%"_s, u""_s})},
                      .columnGroups = 2,
                      .hasTotal = true},
        BulletinChart{.kind = BulletinChart::Kind::Departments,
                      .bars = {.title = u"=承办单位办结情况"_s,
                               .subtitle = u"单位：件"_s,
                               .bars = {{.label = u"铁西区政府"_s, .value = 128, .total = 133, .note = u"96.2%"_s},
                                        {.label = u"市住建局"_s, .value = 9, .total = 9, .note = u"100%"_s}}}},
        BulletinChart{.kind = BulletinChart::Kind::Categories,
                      .bars = {.title = u"诉求类别占比"_s, .bars = {{.label = u"住建"_s, .value = 765}}}},
        BulletinChart{.kind = BulletinChart::Kind::Days,
                      .line = {.title = u"每日受理"_s,
                               .days = {QDate(2020, 2, 28), QDate(2020, 2, 29)},
                               .values = {300, 281},
                               .name = u"本期"_s}},
        BulletinTable{.header = {u"项目"_s}, .rows = {row({u"无题"_s})}}};
    return document;
}

// "B4:B5" of a chart's formula, whose sheet is 图表.
CellRange rangeOf(const QString &formula)
{
    CAPTURE(formula.toStdString());
    const QString sheet = u"'图表'!"_s;
    REQUIRE(formula.startsWith(sheet));
    const auto range = cellRange(formula.sliced(sheet.size()).remove(u'$'));
    REQUIRE(range);
    return *range;
}

QStringList formulasOf(const QByteArray &chart, const QString &within)
{
    static const QRegularExpression formula(u"<c:f>([^<]+)</c:f>"_s);
    QStringList found;
    const QString xml = QString::fromUtf8(chart);
    const QRegularExpression part(u"<c:%1>.*?</c:%1>"_s.arg(within));
    auto match = part.globalMatch(xml);
    while (match.hasNext())
        found.append(formula.match(match.next().captured()).captured(1));
    return found;
}

} // namespace

TEST_CASE("a cell of a bulletin is a number only when it is printed as one", "[bulletin][spreadsheet]")
{
    const auto is = [](const QString &text, PrintedNumber number) { return printedNumber(text) == number; };
    CHECK(is(u"6610"_s, {.value = 6610}));
    CHECK(is(u"99.4%"_s, {.value = 0.994, .decimals = 1, .isPercentage = true}));
    CHECK(is(u"100.00%"_s, {.value = 1, .decimals = 2, .isPercentage = true}));
    CHECK(is(u"+8.0%"_s, {.value = 0.08, .decimals = 1, .isPercentage = true, .isSigned = true}));
    CHECK(is(u"-12"_s, {.value = -12}));
    CHECK(is(u"−0.5"_s, {.value = -0.5, .decimals = 1}));
    CHECK(is(u"0"_s, {}));
    for (const QString &text : {u""_s, u"—"_s, u"/"_s, u"3/5"_s, u"1-2"_s, u"007"_s, u"3.2天"_s, u"=1+1"_s, u"1,234"_s,
                                u"1e5"_s, u"12345678901234567"_s, u"%"_s, u"."_s, u"５"_s}) {
        INFO(text.toStdString());
        CHECK_FALSE(printedNumber(text));
    }
    CHECK(isPrintedNumber(u"—"_s));
    CHECK(isPrintedNumber(u"/"_s));
    CHECK(isPrintedNumber(u"133"_s));
    CHECK_FALSE(isPrintedNumber(u"市住建局"_s));
    CHECK_FALSE(isPrintedNumber(u""_s));
}

TEST_CASE("a bulletin's tables are sheets with numbers as they are printed", "[bulletin][spreadsheet]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"简报.xlsx"_s);
    writeBulletinBook(path, false, bulletin());
    CHECK_THROWS_AS(writeBulletinBook(path, false, bulletin()), FileError);
    CHECK_NOTHROW(writeBulletinBook(path, true, bulletin()));

    const Cells cells = cellsOf(path, u"承办单位办理情况"_s);
    CHECK(cells[{1, 0}].text == u"单位"_s);
    CHECK(cells[{2, 1}].kind == SheetCell::Kind::Number);
    CHECK(cells[{2, 1}].number == 133);
    CHECK(cells[{2, 2}].number == Approx(0.9624));
    CHECK(cells[{2, 3}].number == Approx(0.08));
    CHECK(cells[{3, 0}].kind == SheetCell::Kind::Text); // and no formula
    CHECK(cells[{3, 0}].text == u"=1+1"_s);
    CHECK(cells[{3, 2}].number == 1);
    CHECK(cells[{3, 3}].number == -3);
    CHECK(cells[{4, 2}].text == u"—"_s);
    CHECK(cells[{5, 0}].text == u"合计"_s); // folded on paper, one below another here
    CHECK(cells[{5, 1}].number == 142);
    CHECK_FALSE(partOf(path, u"xl/worksheets/sheet2.xml"_s).contains("<f>"));
    // Sorting and filters leave the total where it is.
    CHECK(partOf(path, u"xl/tables/table1.xml"_s).contains("ref=\"A1:D4\""));
    const QByteArray styles = partOf(path, u"xl/styles.xml"_s);
    for (const char *code : {"0.0%", "0.00%", "+0.0%;-0.0%;0.0%"}) {
        INFO(code);
        const bool builtIn = QByteArray(code) == "0.00%"; // 10
        CHECK((styles.contains(QByteArray(QByteArray("formatCode=\"") + code + "\""))
               || (builtIn && styles.contains("numFmtId=\"10\""))));
    }
    CHECK(cellsOf(path, u"表1"_s)[{2, 0}].text == u"无题"_s);
    const Cells notes = cellsOf(path, u"说明"_s);
    CHECK(notes[{4, 1}].text == u"四平市市长公开电话办公室"_s);
    CHECK(notes[{5, 1}].text == u"2020年3月2日"_s);
    // Nobody's name, and no moment but the bulletin's day.
    CHECK(partOf(path, u"docProps/core.xml"_s).contains("2020-03-02T00:00:00Z"));
    CHECK(partOf(path, u"docProps/core.xml"_s).contains("<dc:creator></dc:creator>"));
}

TEST_CASE("a bulletin's charts are the spreadsheet's own and show the cells beside them", "[bulletin][spreadsheet]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"简报.xlsx"_s);
    writeBulletinBook(path, false, bulletin());
    const Cells cells = cellsOf(path, u"图表"_s);

    const QByteArray departments = partOf(path, u"xl/charts/chart1.xml"_s);
    CHECK(departments.contains("<c:barDir val=\"bar\"/>"));
    const QStringList labels = formulasOf(departments, u"cat"_s);
    const QStringList values = formulasOf(departments, u"val"_s);
    const QStringList names = formulasOf(departments, u"tx"_s); // the title first
    REQUIRE(labels.size() == 2);
    REQUIRE(values.size() == 2);
    REQUIRE(names.size() == 3);
    const auto at = [&cells](CellPlace place) { return cells[{place.row, place.column}]; };
    CHECK(at(rangeOf(names[0]).from).text == u"=承办单位办结情况"_s);
    CHECK(at(rangeOf(names[0]).from).kind == SheetCell::Kind::Text);
    CHECK(at(rangeOf(names[1]).from).text == u"转办"_s);
    CHECK(at(rangeOf(names[2]).from).text == u"办结"_s);
    CHECK(at(rangeOf(labels[0]).from).text == u"铁西区政府"_s);
    CHECK(at(rangeOf(labels[0]).to).text == u"市住建局"_s);
    CHECK(at(rangeOf(values[0]).from).number == 133);
    CHECK(at(rangeOf(values[1]).from).number == 128);
    CHECK(at(rangeOf(values[1]).to).number == 9);
    const CellPlace rate{.column = rangeOf(values[1]).to.column + 1, .row = rangeOf(values[1]).from.row};
    CHECK(at(rate).number == Approx(0.962));

    const QByteArray days = partOf(path, u"xl/charts/chart3.xml"_s);
    CHECK(days.contains("<c:lineChart>"));
    const QStringList dayRange = formulasOf(days, u"cat"_s);
    REQUIRE(dayRange.size() == 1);
    CHECK(at(rangeOf(dayRange[0]).from).moment.date() == QDate(2020, 2, 28));
    CHECK(at(rangeOf(formulasOf(days, u"val"_s).value(0)).to).number == 281);
    // The blocks stand below one another: no chart covers the next one's numbers.
    CHECK(rangeOf(labels[0]).to.row
          < rangeOf(formulasOf(partOf(path, u"xl/charts/chart2.xml"_s), u"cat"_s)[0]).from.row);
}

TEST_CASE("a bulletin without tables and charts, or with empty ones, is a workbook all the same",
          "[bulletin][spreadsheet]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"empty.xlsx"_s);
    BulletinDocument document;
    writeBulletinBook(path, false, document);
    CHECK(Workbook(path).sheets().size() == 1);
    document.blocks = {BulletinTable{}, BulletinTable{.title = u"图表"_s, .header = {u"单位"_s}},
                       BulletinChart{.bars = {.title = u"空"_s}},
                       BulletinTable{.title = u"图表"_s, .rows = {{{.text = u"甲"_s}, {.text = u"1"_s}}}}};
    writeBulletinBook(path, true, document);
    Workbook book(path);
    CHECK(book.sheets().size() == 5);
    CHECK_FALSE(ZipPackage(path).contains(u"xl/charts/chart1.xml"_s));
}
