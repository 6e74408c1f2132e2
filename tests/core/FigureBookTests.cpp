// SPDX-License-Identifier: GPL-3.0-or-later
// The figures as a workbook: what people read, in their language, with numbers to count with.
#include "exchange/FigureBook.h"
#include "spreadsheet/SheetReader.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/SafeFile.h"
#include "support/GeneratedOffice.h"
#include "support/Print.h"

#include <QRegularExpression>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

using Rows = QList<QList<SheetCell>>;

Rows rowsOf(Workbook &book, const QString &sheet)
{
    const auto index = book.sheetOf(sheet);
    CAPTURE(sheet.toStdString());
    REQUIRE(index);
    SheetReader reader(book, *index);
    Rows rows;
    while (reader.next()) {
        QList<SheetCell> row;
        for (int column = 0; column < reader.cellCount(); ++column)
            row.append(reader.cell(column));
        rows.append(row);
    }
    return rows;
}

const QList<SheetCell> &rowNamed(const Rows &rows, const QString &name)
{
    const auto row = std::ranges::find_if(rows, [&](const auto &one) { return !one.isEmpty() && one[0].text == name; });
    CAPTURE(name.toStdString());
    REQUIRE(row != rows.end());
    return *row;
}

} // namespace

TEST_CASE("the workbook of the figures counts as the page does, a sheet a subject", "[statistics][spreadsheet]")
{
    GeneratedOffice office({.tickets = 2'000, .years = 1});
    const QDate last =
        office.file->zone().day(office.database().value<QDateTime>(u"SELECT max(received_at) FROM ticket"_s).value());
    const Question question{.period = Period::days(last.addDays(-90), last)};
    const Statistics figures = buildStatistics(*office.file, question);
    REQUIRE(figures.accepted > 0);
    REQUIRE(figures.dispatched.total > 0);
    const QString path = office.folder.filePath(u"figures.xlsx"_s);
    writeFigureBook(path, false, figures, office.file->office(), office.file->zone(), QDate(2026, 1, 5));

    Workbook book(path);
    const Rows totals = rowsOf(book, u"总体"_s);
    CHECK(rowNamed(totals, u"受理（件）"_s)[1].number == static_cast<double>(figures.accepted));
    CHECK(rowNamed(totals, u"转办"_s)[1].number == static_cast<double>(figures.dispatched.total));
    CHECK(rowNamed(totals, u"应回访"_s)[1].number == static_cast<double>(figures.followUp.due));

    const Rows rates = rowsOf(book, u"比率"_s);
    const auto closure = rowNamed(rates, u"办结率"_s);
    CHECK(closure[1].kind == SheetCell::Kind::Number);
    CHECK(closure[1].number
          == Approx(static_cast<double>(figures.closureRate.numerator)
                    / static_cast<double>(figures.closureRate.denominator)));
    CHECK(closure[2].number == static_cast<double>(figures.closed));
    CHECK(closure[3].number == static_cast<double>(figures.accepted));

    const Rows departments = rowsOf(book, u"承办单位"_s);
    REQUIRE(departments.size() == figures.byDepartment.size() + 1);
    double dispatched = 0;
    for (qsizetype i = 1; i < departments.size(); ++i) {
        CHECK(departments[i][0].text == figures.byDepartment[i - 1].name);
        dispatched += departments[i][2].number;
    }
    double counted = 0;
    for (const DepartmentFigures &row : figures.byDepartment)
        counted += static_cast<double>(row.dispatched);
    CHECK(dispatched == counted);

    // A sub-category's share is of its parent, and says so.
    const Rows categories = rowsOf(book, u"诉求类别"_s);
    const auto parent =
        std::ranges::find_if(figures.byCategory, [](const auto &row) { return !row.children.isEmpty(); });
    REQUIRE(parent != figures.byCategory.end());
    const CategoryFigures &child = parent->children.first();
    const auto row = rowNamed(categories, parent->name + u'/' + child.name);
    CHECK(row[1].number == static_cast<double>(child.count));
    CHECK(row[3].text == parent->name);

    CHECK(rowsOf(book, u"按日"_s).size() == figures.byDay.size() + 1);

    // Nothing in it is for programs alone.
    static const QRegularExpression codeWord(u"[a-z]+_[a-z]+|^\\d+/\\d+$"_s);
    for (const SheetInfo &sheet : book.sheets()) {
        for (const auto &line : rowsOf(book, sheet.name)) {
            for (const SheetCell &cell : line) {
                CAPTURE(sheet.name.toStdString(), cell.text.toStdString());
                CHECK_FALSE(cell.text.contains(codeWord));
            }
        }
    }
}

TEST_CASE("a rate without a base is an empty cell of the workbook", "[statistics][spreadsheet]")
{
    GeneratedOffice office({.tickets = 10, .years = 1});
    const Statistics figures = buildStatistics(*office.file, {.period = Period::month(1999, 1)});
    const QString path = office.folder.filePath(u"figures.xlsx"_s);
    writeFigureBook(path, false, figures, office.file->office(), office.file->zone(), QDate(2026, 1, 5));
    Workbook book(path);
    const Rows rates = rowsOf(book, u"比率"_s);
    CHECK(rowNamed(rates, u"满意率"_s)[1].kind == SheetCell::Kind::Empty);
    CHECK(rowNamed(rates, u"满意率"_s)[3].number == 0);
    CHECK_THROWS_AS(
        writeFigureBook(path, false, figures, office.file->office(), office.file->zone(), QDate(2026, 1, 5)),
        FileError);
}
