// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a case file go into a workbook and come back.
#include "exchange/DemoOffice.h"
#include "exchange/KnowledgeTable.h"
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/WorkbookWriter.h"
#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsReport.h"
#include "storage/KnowledgeRepository.h"
#include "storage/SafeFile.h"
#include "support/ExchangeFixture.h"
#include "support/WorkbookFile.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// A workbook of texts, sheet by sheet, row by row.
QByteArray bookOf(const QList<std::pair<QByteArray, QList<QList<QByteArray>>>> &sheets)
{
    WorkbookFile file;
    for (const auto &[name, rows] : sheets) {
        QByteArray data;
        for (const QList<QByteArray> &row : rows) {
            data += "<row>";
            for (const QByteArray &cell : row)
                data += cell.startsWith('<') ? cell : QByteArray("<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
            data += "</row>";
        }
        file.sheets.append({.name = name, .data = data});
    }
    file.styles = "<xf numFmtId=\"22\"/><xf numFmtId=\"14\"/>"; // 1: a time, 2: a day
    return file.bytes();
}

QByteArray figuresOf(CaseFile &file, const Period &period)
{
    const Statistics figures = buildStatistics(file, {.period = period, .cutOff = {}, .excludedTopics = {}});
    return QJsonDocument(toJson(figures, file.zone())).toJson();
}

QMap<QString, QByteArray> filesOf(const QString &folder)
{
    QMap<QString, QByteArray> files;
    const QStringList names = QDir(folder).entryList(QDir::Files);
    for (const QString &name : names)
        files.insert(name, readFile(folder + u'/' + name));
    return files;
}

} // namespace

TEST_CASE("a sample office that goes through a workbook has the same figures and the same rows", "[workbook][exchange]")
{
    const auto [demo, from, to] = GENERATE(table<const char *, const char *, const char *>({
        {"siping-2020-02", "2020-02-01", "2020-02-29"},
        {"siping-2023-12", "2023-12-01", "2023-12-31"},
        {"xiangtan-county-2016-q3", "2016-07-01", "2016-09-30"},
    }));
    const bool inChinese = QByteArray(demo) != "siping-2020-02";
    const QTemporaryDir folder;
    const QString name = QString::fromLatin1(demo);
    const SystemClock clock;
    Progress progress;
    createDemo(folder.filePath(u"a.huiyin"_s), name, clock, progress);
    CaseFile first(folder.filePath(u"a.huiyin"_s), CaseFile::Mode::Read);
    const QString book = folder.filePath(u"book.xlsx"_s);
    const ExportReport exported =
        exportWorkbook(first, book, {.inChinese = inChinese, .by = u"管理员"_s, .at = clock.now()}, progress);
    CHECK(exported.rows.size() == 10);

    TestOffice office;
    const ImportReport report = importTables(*office.book, book, {}, progress);
    CHECK(ImportDesk::texts(report) == QStringList());
    REQUIRE(report.stored);
    const Period period = Period::days(QDate::fromString(QString::fromLatin1(from), Qt::ISODate),
                                       QDate::fromString(QString::fromLatin1(to), Qt::ISODate));
    CHECK(figuresOf(*office.file, period) == figuresOf(first, period));
    // And to the byte, as CSV tells it.
    (void)exportTables(first, folder.filePath(u"1"_s), {.inChinese = inChinese},
                       progress); // CSV is in English all the same
    (void)exportTables(*office.file, folder.filePath(u"2"_s), {}, progress);
    const auto before = filesOf(folder.filePath(u"1"_s));
    const auto after = filesOf(folder.filePath(u"2"_s));
    for (const QString &file : {u"tickets.csv"_s, u"calls.csv"_s, u"dispatches.csv"_s, u"follow_ups.csv"_s}) {
        INFO(file.toStdString());
        CHECK((after.value(file) == before.value(file)));
    }
    Workbook workbook(book);
    CHECK(workbook.sheets().first().name == u"说明"_s);
    CHECK(workbook.sheetOf(inChinese ? u"工单"_s : u"tickets"_s));
}

TEST_CASE("texts that begin like formulas go through a workbook unchanged", "[workbook][exchange]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,received_at,title,content,phone", "T1,2020-02-09,'=1+1,''=x,'+86138",
                             "T2,2020-02-09 08:31:05,_x0041_,\"一\n二\",013800000000"});
    desk.store();
    const QString book = desk.tables() + u"/book.xlsx";
    Progress progress;
    (void)exportWorkbook(*desk.office.file, book, {}, progress);
    ImportDesk copy;
    const ImportReport report = importTables(*copy.office.book, book, {}, progress);
    CHECK(ImportDesk::texts(report) == QStringList());
    CHECK(copy.ticket("T1")->title == u"=1+1"_s);
    CHECK(copy.ticket("T1")->content == u"'=x"_s);
    CHECK(copy.ticket("T1")->phone == u"+86138"_s);
    CHECK(copy.ticket("T2")->title == u"_x0041_"_s);
    CHECK(copy.ticket("T2")->content == u"一\n二"_s);
    CHECK(copy.ticket("T2")->phone == u"013800000000"_s);
    CHECK(copy.ticket("T2")->receivedAt == desk.ticket("T2")->receivedAt);
}

TEST_CASE("times in a workbook may be dates or texts, and telephones numbers", "[workbook][exchange]")
{
    ImportDesk desk;
    desk.put("二月.xlsx",
             bookOf({{"说明", {{"这一页不导入"}}},
                     {"工单",
                      {{"工单编号", "受理时间", "办结时间", "联系电话", "标题"},
                       {"T1", "<c s=\"1\"><v>43870.354918981482</v></c>", "2020-02-10 09:00",
                        "<c><v>13800000000</v></c>", "停水"},
                       {"T2", "2020/2/9 8:31", "<c s=\"2\"><v>43871</v></c>", "'+86138", "<c><v>12</v></c>"}}},
                     {"来电", {{"来电编号", "来电时间", "工单编号"}, {"C1", "<c s=\"2\"><v>43870</v></c>", "T1"}}}}));
    const ImportReport report = desk.importAll();
    CHECK(ImportDesk::texts(report) == QStringList());
    REQUIRE(report.stored);
    CHECK(report.notices == QStringList());
    CHECK(desk.office.file->zone().text(desk.ticket("T1")->receivedAt) == u"2020-02-09 08:31:05"_s);
    CHECK(desk.office.file->zone().text(*desk.ticket("T2")->closedAt) == u"2020-02-10 00:00"_s);
    CHECK(desk.ticket("T1")->phone == u"13800000000"_s);
    CHECK(desk.ticket("T2")->phone == u"+86138"_s);
    CHECK(desk.ticket("T2")->title == u"12"_s);
    CHECK(desk.call("C1")->outcome == CallOutcome::Ticket);
}

TEST_CASE("an error in a workbook names its file, sheet, row and column", "[workbook][exchange]")
{
    ImportDesk desk;
    desk.put(
        "书.xlsx",
        bookOf({{"来电", {{"来电编号", "来电时间", "工单编号"}, {"C1", "2020-02-09", "T9"}}},
                {"工单",
                 {{},
                  {"工单编号", "受理时间", "联系电话", "标题", "颜色"},
                  {"T1", "soon", "138", "甲"},
                  {"T2", "<c><v>43870.35</v></c>", "<c><v>440106199001011230</v></c>", "<c t=\"e\"><v>#N/A</v></c>"},
                  {"T3", "2020-02-09", "", "<c><f>A1</f></c>"},
                  {"T4", "2020-02-09", "", "", "", "走出表头"},
                  {"<c t=\"e\"><v>#REF!</v></c>", "2020-02-09"}}}}));
    const ImportReport report = desk.importAll();
    CHECK(!report.stored);
    CHECK(ImportDesk::texts(report)
          == strings(
              {"书.xlsx:工单!3: 受理时间: “soon” is not a time. Write it as 2020-02-09 08:31.",
               "书.xlsx:工单!4: 标题: The spreadsheet shows the error #N/A here. Write what it should be, and save the "
               "file.",
               "书.xlsx:工单!4: 受理时间: “43870.35” is a spreadsheet's day number. Format the column as a date and "
               "time and "
               "save the file.",
               "书.xlsx:工单!4: 联系电话: “4.40106199001011E+17” is a telephone number that the spreadsheet has "
               "rounded. Format "
               "the column as text, enter the number again and save the file.",
               "书.xlsx:工单!5: 标题: The cell holds a formula without its result. Open the file in the spreadsheet "
               "program, "
               "save it and import it again.",
               "书.xlsx:工单!6: The cell F6 stands behind the last column that has a heading. Give its column one, or "
               "empty "
               "the cell.",
               "书.xlsx:工单!7: 工单编号: The spreadsheet shows the error #REF! here. Write what it should be, and "
               "save the "
               "file.",
               "书.xlsx:来电!2: 工单编号: There is no ticket “T9”, neither in the case file nor in this import."}));
    CHECK(report.notices == strings({"书.xlsx:工单: the column “颜色” is not known and was passed over."}));
}

TEST_CASE("a folder may mix CSV files and workbooks, and each table stands there once", "[workbook][exchange]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,received_at", "T1,2020-02-09"});
    desk.put("来电和回访.xlsx", bookOf({{"来电", {{"来电编号", "来电时间", "工单编号"}, {"C1", "2020-02-09", "T1"}}},
                                        {"别的", {{"甲", "乙"}, {"1", "2"}}},
                                        {"空的", {}}}));
    desk.put("承办.xlsx",
             bookOf({{"Sheet1", {{"工单编号", "承办单位", "派单时间"}, {"T1", "自来水公司", "2020-02-09"}}}}));
    desk.put("~$承办.xlsx", "lock");
    const ImportReport report = desk.importAll({.createMissing = true});
    CHECK(ImportDesk::texts(report) == QStringList());
    REQUIRE(report.stored);
    CHECK(report.notices.contains(
        u"来电和回访.xlsx!别的 was passed over: the sheet has neither the name nor the headings of a table."_s));
    CHECK(
        report.notices.contains(u"承办.xlsx:Sheet1!2: “自来水公司” was not in the table departments and was added."_s));
    CHECK(desk.dispatches("T1").size() == 1);
    CHECK(desk.call("C1"));

    desk.put("again.xlsx", bookOf({{"tickets", {{"number", "received_at"}, {"T2", "2020-02-09"}}}}));
    CHECK(ImportDesk::texts(desk.importAll({.checkOnly = true}))
              .contains(u"tickets.csv: The same table is here twice; the other is again.xlsx!tickets."_s));
}

TEST_CASE("a row that is there already is named by its sheet", "[workbook][exchange]")
{
    ImportDesk desk;
    desk.put("a.xlsx", bookOf({{"工单", {{"工单编号", "受理时间"}, {"T1", "2020-02-09"}, {"T1", "2020-02-10"}}}}));
    CHECK(ImportDesk::texts(desk.importAll())
              .first()
              .startsWith(u"a.xlsx:工单!3: 工单编号: There is a ticket “T1” already: a.xlsx:工单!2"_s));
}

TEST_CASE("a damaged or foreign file is refused with what to do, and nothing is stored", "[workbook][exchange]")
{
    ImportDesk desk;
    const QString data = QStringLiteral(HUIYIN_TEST_DATA "/spreadsheet/");
    Progress progress;
    const auto refusal = [&](const QString &path) {
        const ImportReport report = importTables(*desk.office.book, path, {}, progress);
        CHECK(!report.stored);
        return ImportDesk::texts(report).value(0);
    };
    CHECK(refusal(data + u"protected.xlsx"_s)
              .startsWith(u"protected.xlsx: This spreadsheet is protected by a password."_s));
    CHECK(refusal(data + u"old.xls"_s).contains(u"save it as “Excel workbook (*.xlsx)”"_s));
    CHECK(refusal(data + u"table.ods"_s).contains(u"OpenDocument"_s));
    desk.put("page.xls", "<html><table><tr><td>1</td></tr></table></html>");
    CHECK(refusal(desk.path("page.xls")).contains(u"web page"_s));
    desk.put("plain.xlsx", "number,received_at\r\n");
    CHECK(refusal(desk.path("plain.xlsx")).contains(u"named as a spreadsheet and is none"_s));
    const QByteArray whole = bookOf({{"工单", {{"工单编号", "受理时间"}, {"T1", "2020-02-09"}}}});
    desk.put("short.xlsx", whole.first(whole.size() / 2));
    CHECK(refusal(desk.path("short.xlsx")).contains(u"damaged"_s));
    WorkbookFile broken;
    broken.sheets = {{.name = "工单",
                      .data = "<row><c t=\"inlineStr\"><is><t>工单编号</t></is></c><c t=\"inlineStr\"><is><t>受理时间"
                              "</t></is></c></row><row><c><v>1</v></c><c t=\"s\"><v>7</v></c></row>"}};
    desk.put("broken.xlsx", broken.bytes());
    CHECK(refusal(desk.path("broken.xlsx")).contains(u"B2"_s));
    CHECK(desk.ticketCount() == 0);
}

TEST_CASE("articles come from a workbook as from CSV", "[workbook][knowledge]")
{
    ImportDesk desk;
    desk.put("文章.xlsx", bookOf({{"知识库",
                                   {{"问题", "答案", "有效期至"},
                                    {"供暖何时开始？", "十月二十五日。", "<c s=\"2\"><v>43870</v></c>"}}}}));
    Progress progress;
    const KnowledgeReading reading = readKnowledge(*desk.office.book, desk.path("文章.xlsx"), progress);
    CHECK(reading.errors.isEmpty());
    REQUIRE(reading.added.size() == 1);
    CHECK(reading.added.first().validTo == QDate(2020, 2, 9));
}
