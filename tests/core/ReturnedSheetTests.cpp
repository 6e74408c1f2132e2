// SPDX-License-Identifier: GPL-3.0-or-later
// What departments and their programs do to a sheet on its way back: nothing of it may be lost without a word, or misread.
#include "exchange/DepartmentSheetFile.h"
#include "storage/SafeFile.h"
#include "support/DepartmentDesk.h"
#include "support/ExchangeFixture.h"
#include "support/Print.h"
#include "support/WorkbookFile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

using F = SheetField;

// The same rows, a cell of which (row and column counted from 1) another program has written in its own way.
QByteArray withCell(const Rows &rows, qsizetype row, F field, const QByteArray &type, const QByteArray &inside)
{
    WorkbookFile file;
    file.sheets.append(WorkbookFile::Sheet{});
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QByteArray cells;
        for (qsizetype column = 0; column < rows[i].size(); ++column) {
            if (i == row && column == static_cast<qsizetype>(field))
                cells += "<c t=\"" + type + "\">" + inside + "</c>";
            else
                cells += "<c t=\"inlineStr\"><is><t>" + rows[i][column].toHtmlEscaped().toUtf8() + "</t></is></c>";
        }
        file.sheets[0].data += "<row>" + cells + "</row>";
    }
    return file.bytes();
}

// Opened and saved by LibreOffice; "" without it.
QString savedByCalc(const QString &path, const QString &folder)
{
    const QString calc = QStandardPaths::findExecutable(u"soffice"_s);
    if (calc.isEmpty()) {
        WARN("LibreOffice is not installed: what it makes of the sheet was not looked at");
        return {};
    }
    REQUIRE(QDir().mkpath(folder));
    QProcess process;
    process.start(calc,
                  {u"-env:UserInstallation="_s + QUrl::fromLocalFile(folder + u"/profile").toString(), u"--headless"_s,
                   u"--convert-to"_s, u"xlsx:Calc MS Excel 2007 XML"_s, u"--outdir"_s, folder, path});
    REQUIRE(process.waitForFinished(120'000));
    REQUIRE(process.exitCode() == 0);
    return folder + u'/' + QFileInfo(path).fileName();
}

// The desk of a department that has one ticket on the sheet that it was given.
struct GivenDesk : DepartmentDesk
{
    GivenDesk()
        : ticket(office.dispatched())
    {
        give();
    }
    Rows replied()
    {
        Rows filled = rows();
        fillReply(filled, 1);
        return filled;
    }

    const TicketId ticket;
};

} // namespace

TEST_CASE("a time on a sheet is the one that was written, or the row is told", "[sheets]")
{
    GivenDesk desk;
    Rows rows = desk.replied();
    desk.office.clock.set(at("2020-05-12 08:40"));

    SECTION("a day of one digit and an hour of two are not run together")
    {
        DepartmentDesk::cell(rows, 1, F::RepliedAt) = u"2020/3/3 14:30"_s;
        const ReturnedSheet sheet = desk.read(rows);
        REQUIRE(sheet.rows[0].verdict == SheetVerdict::New);
        desk.take(sheet.rows[0]);
        CHECK(desk.office.lead(desk.ticket).repliedAt == at("2020-03-03 14:30"));
    }
    SECTION("what was written as before the dispatch is not made to be after it")
    {
        DepartmentDesk::cell(rows, 1, F::RepliedAt) = u"2020-02-10 08:15"_s; // given at nine
        const ReturnedSheet sheet = desk.read(rows);
        REQUIRE(sheet.rows[0].request.reply);
        CHECK(sheet.rows[0].request.reply->at == at("2020-02-10 08:15"));
        CHECK_FALSE(desk.office.book->takeSheetRow(sheet.rows[0].request)); // the office's rules say why
    }
    SECTION("a minute is not before its seconds")
    {
        DepartmentDesk::cell(rows, 1, F::RepliedAt) = u"2020-02-10 09:00"_s;
        CHECK(desk.read(rows).rows[0].request.reply->at == at("2020-02-10 09:00"));
        desk.office.clock.set(at("2020-02-10 09:00").addSecs(30));
        const TicketId late = desk.office.dispatched();
        desk.give();
        Rows again = desk.rows();
        DepartmentDesk::fillReply(again, 2);
        DepartmentDesk::cell(again, 2, F::RepliedAt) = u"2020-02-10 09:00"_s;
        desk.office.clock.set(at("2020-02-11 09:00"));
        desk.take(desk.read(again).rows[1]);
        CHECK(desk.office.lead(late).repliedAt == at("2020-02-10 09:00").addSecs(30));
    }
}

TEST_CASE("a cell without a value that can be read is never taken for empty, nor for words", "[sheets]")
{
    GivenDesk desk;
    Rows rows = desk.replied();
    desk.office.clock.set(at("2020-02-12 08:40"));
    const auto readWith = [&](F field, const QByteArray &type, const QByteArray &inside) {
        const QString path = desk.path(u"cell.xlsx"_s);
        writeFile(path, withCell(rows, 1, field, type, inside));
        return readDepartmentSheet(*desk.office.file, path).rows[0];
    };
    CHECK(readWith(F::Instruction, "inlineStr", "<is><t>x</t></is>").verdict == SheetVerdict::New);

    // “-已更换” becomes a formula, and that an error.
    const ReturnedRow error = readWith(F::Reply, "e", "<f>-已更换</f><v>#NAME?</v>");
    CHECK(error.verdict == SheetVerdict::Faulty);
    CHECK(error.why.contains(u"反馈内容"_s));
    CHECK(error.why.contains(u"#NAME?"_s));
    CHECK_FALSE(error.possible);
    for (const F field : {F::Result, F::Reply, F::RepliedAt, F::SubUnit, F::ReturnGround, F::ExtensionDueAt}) {
        INFO(headingOf(field).toStdString());
        const ReturnedRow uncounted = readWith(field, "str", "<f>1+1</f>");
        CHECK(uncounted.verdict == SheetVerdict::Faulty);
        CHECK(uncounted.why.contains(headingOf(field)));
    }
    // A formula that has a result is what it shows.
    const ReturnedRow counted = readWith(F::Reply, "str", "<f>A1&amp;B1</f><v>已修好。</v>");
    CHECK(counted.verdict == SheetVerdict::New);
    CHECK(counted.request.reply->text == u"已修好。"_s);
}

TEST_CASE("columns that are gone are told, and words around a heading make it no other", "[sheets]")
{
    GivenDesk desk;
    Rows rows = desk.replied();
    CHECK(desk.read(rows).lostColumns.isEmpty());

    SECTION("a heading that was written anew")
    {
        DepartmentDesk::cell(rows, 0, F::Reply) = u"处理情况"_s;
        DepartmentDesk::cell(rows, 0, F::Result) = u"结果"_s;
        CHECK(desk.read(rows).lostColumns == QStringList({u"办理结果"_s, u"反馈内容"_s}));
    }
    SECTION("a column that stands twice")
    {
        rows[0].append(u"反馈内容"_s);
        rows[1].append(u"另一种说法"_s);
        CHECK(desk.read(rows).lostColumns == QStringList(u"反馈内容"_s));
    }
    SECTION("marks and remarks around headings")
    {
        DepartmentDesk::cell(rows, 0, F::Reply) = u"* 反馈内容（必填）"_s;
        DepartmentDesk::cell(rows, 0, F::Result) = u"办理结果："_s;
        DepartmentDesk::cell(rows, 0, F::Number) = u"工单 编号"_s;
        const ReturnedSheet sheet = desk.read(rows);
        CHECK(sheet.lostColumns.isEmpty());
        CHECK(sheet.rows[0].verdict == SheetVerdict::New);
    }
}

TEST_CASE("what was written where no number stands is told", "[sheets]")
{
    GivenDesk desk;
    Rows rows = desk.replied();
    rows.append(QStringList(rows.first().size(), QString()));
    DepartmentDesk::cell(rows, 2, F::Title) = u"以上请知悉"_s; // nothing that is theirs to fill in
    CHECK(desk.read(rows).rows.size() == 1);
    DepartmentDesk::cell(rows, 2, F::Reply) = u"管道已更换。"_s;
    const ReturnedSheet sheet = desk.read(rows);
    REQUIRE(sheet.rows.size() == 2);
    CHECK(sheet.rows[1].verdict == SheetVerdict::Unknown);
    CHECK(sheet.rows[1].place == u"3"_s);
    CHECK_FALSE(sheet.rows[1].why.isEmpty());

    SECTION("and who does the work, without a reply")
    {
        Rows only = desk.rows();
        DepartmentDesk::cell(only, 1, F::SubUnit) = u"管网所"_s;
        const ReturnedRow row = desk.read(only).rows[0];
        CHECK(row.verdict == SheetVerdict::Nothing);
        CHECK_FALSE(row.why.isEmpty());
    }
}

TEST_CASE("every sheet of a file that is ours is read", "[sheets]")
{
    GivenDesk desk;
    Rows water = desk.replied();
    HandlingOffice::must(desk.office.book->dispatch({.ticket = desk.office.accepted(), .lead = desk.office.housing}));
    const auto given = desk.office.book->giveSheet({.department = desk.office.housing});
    REQUIRE(given);
    writeDepartmentSheet(*given, desk.path(), true, desk.office.file->office(), desk.office.tables());
    Rows housing = desk.rows();
    DepartmentDesk::fillReply(housing, 1);
    desk.office.clock.set(at("2020-02-12 08:40"));

    const auto together = [&](const QList<Rows> &sheets, const QByteArray &lastState = {}) {
        WorkbookFile file;
        for (const Rows &rows : sheets) {
            WorkbookFile::Sheet sheet{.name = "表" + QByteArray::number(file.sheets.size() + 1)};
            for (const QStringList &row : rows) {
                sheet.data += "<row>";
                for (const QString &cell : row)
                    sheet.data += "<c t=\"inlineStr\"><is><t>" + cell.toHtmlEscaped().toUtf8() + "</t></is></c>";
                sheet.data += "</row>";
            }
            file.sheets.append(sheet);
        }
        file.sheets.last().state = lastState;
        writeFile(desk.path(u"both.xlsx"_s), file.bytes());
        return readDepartmentSheet(*desk.office.file, desk.path(u"both.xlsx"_s));
    };
    SECTION("two departments in one file")
    {
        const ReturnedSheet sheet = together({water, Rows{QStringList(u"备注"_s)}, housing});
        REQUIRE(sheet.rows.size() == 2);
        CHECK(sheet.rows[0].verdict == SheetVerdict::New);
        CHECK(sheet.rows[1].verdict == SheetVerdict::New);
        CHECK(sheet.rows[1].place == u"表3!2"_s);
    }
    SECTION("a copy that says something else")
    {
        Rows copy = water;
        DepartmentDesk::fillReply(copy, 1, u"没有解决。"_s);
        const ReturnedSheet sheet = together({water, copy});
        REQUIRE(sheet.rows.size() == 2);
        CHECK(sheet.rows[0].verdict == SheetVerdict::Twice);
        CHECK(sheet.rows[0].why.contains(u"表2!2"_s));
    }
    SECTION("a copy that was not filled in")
    {
        Rows copy = water;
        for (const F field : {F::Result, F::Reply, F::RepliedAt})
            DepartmentDesk::cell(copy, 1, field).clear();
        const ReturnedSheet sheet = together({copy, water});
        CHECK(sheet.rows[0].verdict == SheetVerdict::Nothing);
        CHECK(sheet.rows[1].verdict == SheetVerdict::New);
    }
    SECTION("what nobody sees is not read")
    {
        CHECK(together({water, housing}, "hidden").rows.size() == 1);
    }
}

TEST_CASE("who asks for more time has the matter, signed for or not", "[sheets]")
{
    GivenDesk desk;
    Rows rows = desk.rows();
    DepartmentDesk::cell(rows, 1, F::ExtensionDueAt) = u"2020年2月19日"_s;
    DepartmentDesk::cell(rows, 1, F::ExtensionReason) = u"需采购配件"_s;
    desk.office.clock.set(at("2020-02-12 08:40"));
    const ReturnedSheet sheet = desk.read(rows);
    REQUIRE(sheet.rows[0].verdict == SheetVerdict::New);
    desk.take(sheet.rows[0]);
    CHECK(desk.office.stateOfLead(desk.ticket) == DispatchState::ExtensionAsked);
    CHECK(desk.office.lead(desk.ticket).signedAt == at("2020-02-12 08:40"));
}

TEST_CASE("what is quoted of a cell is short and shows nobody's data", "[sheets]")
{
    GivenDesk desk;
    Rows rows = desk.replied();
    DepartmentDesk::cell(rows, 1, F::Result) = u"已致电王建国13800001111"_s;
    DepartmentDesk::cell(rows, 1, F::RepliedAt) = u"王建国来电"_s + QString(3'000, u'长');
    const ReturnedRow row = desk.read(rows).rows[0];
    CHECK(row.verdict == SheetVerdict::Faulty);
    CHECK_FALSE(row.why.contains(u"王建国"_s));
    CHECK_FALSE(row.why.contains(u"13800001111"_s));
    CHECK(row.why.size() < 400);
    DepartmentDesk::cell(rows, 1, F::Number) = QString(3'000, u'长');
    CHECK(desk.read(rows).rows[0].number.size() < 100);
}

TEST_CASE("thousands of wrong rows are read in seconds", "[sheets]")
{
    DepartmentDesk desk;
    for (int i = 0; i < 40; ++i)
        (void)desk.office.dispatched();
    desk.give();
    Rows rows = desk.rows();
    const QStringList wrong = rows[1];
    for (int i = 0; i < 5000; ++i) {
        QStringList row = wrong;
        row[static_cast<qsizetype>(F::Code)] = u"ABCD-%1"_s.arg(i + 2000);
        rows.append(row);
    }
    const QString path = desk.written(rows);
    QElapsedTimer timer;
    timer.start();
    const ReturnedSheet sheet = readDepartmentSheet(*desk.office.file, path);
    CHECK(timer.elapsed() < 20'000);
    CHECK(sheet.rows.size() == 5040);
    CHECK(sheet.rows.last().verdict == SheetVerdict::Tampered);

    struct Stop final : Progress
    {
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    CHECK_THROWS(readDepartmentSheet(*desk.office.file, path, Stop()));
}

TEST_CASE("a text file is told to be none of the spreadsheet's", "[sheets]")
{
    DepartmentDesk desk;
    writeFile(desk.path(u"sheet.csv"_s), "工单编号,校验码,反馈内容\r\n20200210-0001,ABCD-EFGH,已修好\r\n");
    QString why;
    try {
        (void)readDepartmentSheet(*desk.office.file, desk.path(u"sheet.csv"_s));
    } catch (const FileError &error) {
        why = error.message();
    }
    CHECK(why.contains(u"no spreadsheet"_s));
}

TEST_CASE("a sheet that LibreOffice has saved comes back", "[sheets][calc]")
{
    DepartmentDesk desk;
    const TicketId ticket = desk.office.dispatched();
    const TicketId longer = desk.office.dispatched();
    desk.office.clock.set(at("2020-02-10 11:20"));
    HandlingOffice::must(desk.office.book->sign(*desk.office.lead(longer).id));
    desk.give();
    const Rows given = desk.rows();
    // As it was given out: locked, with its choices, its dates and its table.
    const QString saved = savedByCalc(desk.path(), desk.path(u"calc"_s));
    if (saved.isEmpty())
        return;
    const ReturnedSheet untouched = readDepartmentSheet(*desk.office.file, saved);
    CHECK(untouched.number == u"20200210-01"_s);
    CHECK(untouched.lostColumns.isEmpty());
    CHECK(untouched.missing.isEmpty());
    REQUIRE(untouched.rows.size() == 2);
    CHECK(untouched.rows[0].verdict == SheetVerdict::Nothing);
    CHECK(untouched.rows[1].verdict == SheetVerdict::Nothing);

    // Filled in with dates of the spreadsheet, then saved by it.
    desk.office.clock.set(at("2020-02-12 08:40"));
    {
        WorkbookWriter book(desk.path(u"filled.xlsx"_s), true, {});
        QList<SheetColumn> columns;
        for (const QString &heading : given.first())
            columns.append({.heading = heading, .kind = SheetColumn::Kind::DateTime});
        SheetWriter &sheet = book.addSheet({.name = u"待办"_s, .columns = columns});
        for (qsizetype row = 1; row < given.size(); ++row) {
            for (qsizetype column = 0; column < given[row].size(); ++column) {
                const auto field = static_cast<F>(column);
                if (row == 1 && field == F::Result)
                    sheet.text(u"实际解决"_s);
                else if (row == 1 && field == F::Reply)
                    sheet.text(u"已修好。"_s);
                else if (row == 1 && field == F::RepliedAt)
                    sheet.moment(QDateTime(QDate(2020, 2, 11), QTime(9, 30)));
                else if (row == 2 && field == F::ExtensionDueAt)
                    sheet.day(QDate(2020, 2, 19));
                else if (row == 2 && field == F::ExtensionReason)
                    sheet.text(u"需采购配件"_s);
                else
                    sheet.text(given[row][column]);
            }
            sheet.endRow();
        }
        book.commit();
    }
    const QString filled = savedByCalc(desk.path(u"filled.xlsx"_s), desk.path(u"calc"_s));
    const ReturnedSheet sheet = readDepartmentSheet(*desk.office.file, filled);
    REQUIRE(sheet.rows.size() == 2);
    for (const ReturnedRow &row : sheet.rows) {
        INFO(row.why.toStdString());
        REQUIRE(row.verdict == SheetVerdict::New);
        desk.take(row);
    }
    CHECK(desk.office.lead(ticket).repliedAt == at("2020-02-11 09:30"));
    CHECK(desk.office.lead(longer).extensionDueAt == at("2020-02-19 17:00"));
}
