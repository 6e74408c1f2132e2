// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of other programs and registers kept by hand, read by a matching of their columns.
#include "exchange/ForeignWords.h"
#include "exchange/Imports.h"
#include "exchange/SheetGlance.h"
#include "storage/DispatchRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/SafeFile.h"
#include "storage/TicketRepository.h"
#include "support/ExchangeFixture.h"
#include "support/WorkbookFile.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// As the platform of a city gives it out: a title and a line of who made it above the headings, a sum below.
const auto cityExport = lines({
    "四平市12345政务服务便民热线工单明细表,,,,,,,,,,,,",
    "统计时间：2020年2月,,,,,,,制表：李某,,,,,",
    "序号,工单号,登记时间,来电人,联系方式,诉求类型,一级分类,二级分类,诉求内容（必填）,责任单位,反馈时间,办理情况,"
    "满意度评价,回访时间,办结时间",
    "1,SP20200209001,2020-02-09 08:31,王某,13800000001,求助,水电气,停水,一区停水,自来水公司,2020-02-10 "
    "09:00,已恢复供水,满意,2020-02-11 10:00,2020-02-11 10:05",
    "2,SP20200209002,2020-02-09 09:00,李某,13800000002,投诉,城管,占道,占道经营,县城管局、县住建局,,,,,",
    "3,SP20200209003,2020-02-09 09:30,赵某,-,咨询,疫情,,何时复工,,,,,,2020-02-09 09:31",
    "合计,3,,,,,,,,,,,,,",
});

void putOffice(ImportDesk &desk)
{
    desk.put("request_types.csv", {"name", "求助", "投诉", "咨询"});
    desk.put("categories.csv", {"path", "水电气/停水", "城管/占道", "疫情"});
    desk.put("departments.csv", {"name", "自来水公司", "县城管局", "县住建局"});
    desk.store();
}

SheetProfile guessed(const QString &path)
{
    Progress progress;
    return guessProfile(glanceAt(path, QString(), progress));
}

QStringList headingsFor(const SheetProfile &profile, TableKind kind, int column)
{
    const TableMatch *table = profile.of(kind);
    const ColumnMatch *match = table ? table->of(column) : nullptr;
    return match ? match->headings : QStringList();
}

} // namespace

TEST_CASE("the headings of a sheet are found below its title, and known by the words of the trade", "[foreign]")
{
    ImportDesk desk;
    desk.put("明细.csv", cityExport);
    Progress progress;
    const SheetGlance glance = glanceAt(desk.path("明细.csv"), QString(), progress);
    CHECK(glance.headingLine == 3);
    CHECK(glance.headings.size() == 15);
    CHECK(glance.samplesOf(u"责任单位"_s) == QStringList{u"自来水公司"_s, u"县城管局、县住建局"_s});

    const SheetProfile profile = guessProfile(glance);
    REQUIRE(profile.tables.size() == 3);
    CHECK(headingsFor(profile, TableKind::Tickets, TicketColumn::Number) == QStringList{u"工单号"_s});
    CHECK(headingsFor(profile, TableKind::Tickets, TicketColumn::ReceivedAt) == QStringList{u"登记时间"_s});
    CHECK(headingsFor(profile, TableKind::Tickets, TicketColumn::Content) == QStringList{u"诉求内容（必填）"_s});
    CHECK(headingsFor(profile, TableKind::Tickets, TicketColumn::Category) == QStringList{u"一级分类"_s});
    CHECK(headingsFor(profile, TableKind::Dispatches, DispatchColumn::Department) == QStringList{u"责任单位"_s});
    // nobody says when it was dispatched: when it came
    CHECK(headingsFor(profile, TableKind::Dispatches, DispatchColumn::DispatchedAt) == QStringList{u"登记时间"_s});
    CHECK(headingsFor(profile, TableKind::FollowUps, FollowUpColumn::Satisfaction) == QStringList{u"满意度评价"_s});
    CHECK(profile.of(TableKind::FollowUps)->of(FollowUpColumn::Reached)->fixed == u"是");
    CHECK(faultsOf(profile).isEmpty());

    SECTION("the user may say that they stand elsewhere")
    {
        CHECK(glanceAt(desk.path("明细.csv"), QString(), progress, 4).headings.value(1) == u"SP20200209001");
    }
}

TEST_CASE("a sheet of another program becomes tickets with their dispatches and follow-ups", "[foreign]")
{
    ImportDesk desk;
    putOffice(desk);
    desk.put("明细.csv", cityExport);
    SheetProfile profile = guessed(desk.path("明细.csv"));
    for (TableMatch &table : profile.tables) {
        if (table.kind == TableKind::Tickets)
            table.at(TicketColumn::Category).headings = {u"一级分类"_s, u"二级分类"_s};
    }
    const ImportReport report = desk.importFile("明细.csv", {.foreign = ForeignSheet{.profile = profile, .sheet = {}}});
    CHECK(ImportDesk::texts(report) == QStringList());
    CHECK(report.tables.value(u"tickets"_s).added == 3);
    CHECK(report.tables.value(u"dispatches"_s).added == 3);
    CHECK(report.tables.value(u"follow_ups"_s).added == 1);
    CHECK(report.notices.join(u'\n').contains(u"7")); // the sum was passed over, and that is said

    Database &database = desk.office.file->database();
    const TicketRepository tickets(database);
    const auto first = tickets.idOf(u"SP20200209001"_s);
    REQUIRE(first);
    const Ticket ticket = *tickets.byId(*first);
    CHECK(ticket.content == u"一区停水");
    CHECK(ticket.phone == u"13800000001");
    CHECK(ticket.state == TicketState::Closed);
    CHECK(tickets.byId(*tickets.idOf(u"SP20200209003"_s))->phone.isEmpty()); // a stroke is nothing
    const QList<Dispatch> ofFirst = DispatchRepository(database).ofTicket(*first);
    REQUIRE(ofFirst.size() == 1);
    CHECK(ofFirst.first().reply == u"已恢复供水");

    const QList<Dispatch> shared = DispatchRepository(database).ofTicket(*tickets.idOf(u"SP20200209002"_s));
    REQUIRE(shared.size() == 2);
    CHECK(shared[0].role == DispatchRole::Lead);
    CHECK(shared[1].role == DispatchRole::CoHandler);
    CHECK(DispatchRepository(database).ofTicket(*tickets.idOf(u"SP20200209003"_s)).isEmpty());
}

TEST_CASE("what is wrong in a foreign sheet is told by its own headings and lines", "[foreign]")
{
    ImportDesk desk;
    putOffice(desk);
    desk.put("明细.csv",
             {"标题", "工单号,登记时间,诉求内容,责任单位", "A1,昨天,停水,自来水公司", "A2,2020-02-09,停电,供电公司"});
    const SheetProfile profile = guessed(desk.path("明细.csv"));
    const ImportReport report = desk.importFile("明细.csv", {.foreign = ForeignSheet{.profile = profile, .sheet = {}}});
    const QStringList texts = ImportDesk::texts(report);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].startsWith(u"明细.csv:3: 登记时间: "));
    CHECK(texts[1].startsWith(u"明细.csv:4: 责任单位: "));
    CHECK_FALSE(report.stored);
    // Two tables read the row: the ticket, and its dispatch with the time of the ticket.
    desk.put("两行.csv",
             {"标题", "工单号,登记时间,诉求内容,责任单位", "A1,昨天,停水,自来水公司", "A2,前天,停电,自来水公司"});
    const ImportReport twice = desk.importFile("两行.csv", {.foreign = ForeignSheet{.profile = profile, .sheet = {}}});
    CHECK(ImportDesk::texts(twice).size() == 2);
}

TEST_CASE("a profile is refused by a sheet without its columns", "[foreign]")
{
    ImportDesk desk;
    desk.put("a.csv", {"工单号,登记时间,诉求内容", "A1,2020-02-09,停水"});
    desk.put("b.csv", {"工单号,诉求内容", "A1,停水"});
    const ForeignSheet foreign{.profile = guessed(desk.path("a.csv")), .sheet = {}};
    const ImportReport report = desk.importFile("b.csv", {.foreign = foreign});
    REQUIRE(report.errors.size() == 1);
    CHECK(report.errors.first().message.contains(u"登记时间"));

    SheetProfile lacking = foreign.profile;
    lacking.tables.first().columns.removeIf(
        [](const ColumnMatch &match) { return match.column == TicketColumn::ReceivedAt; });
    CHECK(faultsOf(lacking).size() == 1);
    CHECK_FALSE(desk.importFile("a.csv", {.foreign = ForeignSheet{.profile = lacking, .sheet = {}}}).stored);
}

TEST_CASE("words that the office doesn't use are listed, with what they probably are, and translated", "[foreign]")
{
    ImportDesk desk;
    putOffice(desk);
    desk.put("明细.csv", {"工单号,登记时间,诉求类型,紧急程度,责任单位,回访时间,满意度",
                          "A1,2020-02-09,求助,加急,城管局,2020-02-10,很满意", "A2,2020-02-09,求助,加急,住建,,",
                          "A3,2020-02-09,请教,一般,,,"});
    SheetProfile profile = guessed(desk.path("明细.csv"));
    Progress progress;
    const auto unknown = [&] {
        CaseFile reader(desk.office.path(), CaseFile::Mode::Read); // commands go on meanwhile
        return unknownWords(reader, desk.path("明细.csv"), {.profile = profile, .sheet = {}}, progress);
    };
    const QList<ForeignWord> words = unknown();
    QStringList told;
    for (const ForeignWord &word : words)
        told.append(u"%1=%2 %3"_s.arg(word.word, word.likely).arg(word.rows));
    CHECK(told
          == QStringList{u"请教= 1"_s, u"加急=急 2"_s, u"住建=县住建局 1"_s, u"城管局=县城管局 1"_s,
                         u"很满意=非常满意 1"_s});

    for (const ForeignWord &word : words) {
        for (TableMatch &table : profile.tables) {
            if (table.kind == word.kind)
                table.at(word.column).words.insert(word.word, word.likely.isEmpty() ? u"咨询"_s : word.likely);
        }
    }
    CHECK(unknown().isEmpty());
    const ImportReport report = desk.importFile("明细.csv", {.foreign = ForeignSheet{.profile = profile, .sheet = {}}});
    CHECK(ImportDesk::texts(report) == QStringList());
    const TicketRepository tickets(desk.office.file->database());
    CHECK(tickets.byId(*tickets.idOf(u"A1"_s))->urgency == Urgency::Urgent);
}

TEST_CASE("rows that tell nothing are passed over, and no row that tells something", "[foreign]")
{
    ImportDesk desk;
    desk.put("台账.csv",
             {"编号,日期,反映问题,备注", "A1,2020-02-09,停水,", "说明-7,2020-02-09,停电,", "小计,2020-02-09,2,",
              ",,,本页已核", ",,,", ",,,甲", ",,,乙", ",,,丙", "备注：以上属实,,,", "制表,,,李某"});
    const SheetProfile profile = guessed(desk.path("台账.csv"));
    const ImportReport report = desk.importFile("台账.csv", {.foreign = ForeignSheet{.profile = profile, .sheet = {}}});
    CHECK(ImportDesk::texts(report) == QStringList());
    CHECK(report.tables.value(u"tickets"_s).added == 2);
    const TicketRepository tickets(desk.office.file->database());
    CHECK(tickets.idOf(u"A1"_s));
    CHECK(tickets.idOf(u"说明-7"_s)); // all of a ticket, whatever it begins with
    const QString notices = report.notices.join(u'\n');
    INFO(notices.toStdString());
    CHECK(notices.contains(u"4, 5, 7, 8, 9, …"));
}

TEST_CASE("what is the same in every row makes no row a ticket", "[foreign]")
{
    ImportDesk desk;
    desk.put("台账.csv", {"编号,反映问题,备注", "A1,停水,", ",,未完"});
    SheetProfile profile = guessed(desk.path("台账.csv"));
    profile.tables.first().at(TicketColumn::ReceivedAt).fixed = u"2020-02-09"_s;
    const ImportReport report = desk.importFile("台账.csv", {.foreign = ForeignSheet{.profile = profile, .sheet = {}}});
    CHECK(ImportDesk::texts(report) == QStringList());
    CHECK(report.tables.value(u"tickets"_s).added == 1);
}

TEST_CASE("departments in one cell are each named once, and a translated name is one", "[foreign]")
{
    ImportDesk desk;
    putOffice(desk);
    desk.put("明细.csv", {"工单号,登记时间,诉求内容,街道,小区,责任单位",
                          "A1,2020-02-09,停水,平东街道,一小区,\"县城管局、县住建局，县城管局\"",
                          "A2,2020-02-09,停电,平西街道,,\"城管、执法\""});
    SheetProfile profile = guessed(desk.path("明细.csv"));
    TableMatch &ofTickets = profile.tables.first();
    ofTickets.columns.removeIf([](const ColumnMatch &match) { return match.column == TicketColumn::Area; });
    ofTickets.at(TicketColumn::Address).headings = {u"街道"_s, u"小区"_s};
    for (TableMatch &table : profile.tables) {
        if (table.kind == TableKind::Dispatches)
            table.at(DispatchColumn::Department).words.insert(u"城管、执法"_s, u"县城管局"_s);
    }
    const ImportReport report = desk.importFile("明细.csv", {.foreign = ForeignSheet{.profile = profile, .sheet = {}}});
    CHECK(ImportDesk::texts(report) == QStringList());
    Database &database = desk.office.file->database();
    const TicketRepository tickets(database);
    const DispatchRepository dispatches(database);
    const TicketId first = *tickets.idOf(u"A1"_s);
    CHECK(tickets.byId(first)->address == u"平东街道一小区");
    REQUIRE(dispatches.ofTicket(first).size() == 2);
    CHECK(dispatches.ofTicket(first)[0].role == DispatchRole::Lead);
    CHECK(dispatches.ofTicket(first)[1].role == DispatchRole::CoHandler);
    const TicketId second = *tickets.idOf(u"A2"_s);
    CHECK(tickets.byId(second)->address == u"平西街道");
    CHECK(dispatches.ofTicket(second).size() == 1);
}

TEST_CASE("a register without numbers of its own takes a word before its running numbers", "[foreign]")
{
    ImportDesk desk;
    desk.put("台账.csv", {"序号,日期,反映人,反映问题", "1,2019-03-05,王某,路灯不亮", "2,2019-03-06,李某,井盖丢失"});
    SheetProfile profile = guessed(desk.path("台账.csv"));
    profile.tables.first().at(TicketColumn::Number).fixed = u"2019-"_s;
    const ImportReport report = desk.importFile("台账.csv", {.foreign = ForeignSheet{.profile = profile, .sheet = {}}});
    CHECK(ImportDesk::texts(report) == QStringList());
    CHECK(TicketRepository(desk.office.file->database()).idOf(u"2019-2"_s));
}

TEST_CASE("of a workbook the sheet is read that has the columns; cells merged downwards count for each of their rows",
          "[foreign]")
{
    const auto text = [](const char *cell, const char *words) -> QByteArray {
        return QByteArray("<c r=\"") + cell + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    };
    WorkbookFile file;
    file.sheets.append({.name = "封面", .data = "<row r=\"1\">" + text("A1", "2020年工单") + "</row>"});
    file.sheets.append({.name = "二月",
                        .data = "<row r=\"1\">" + text("A1", "二月工单") + "</row><row r=\"2\">" + text("A2", "工单号")
                                + text("B2", "登记时间") + text("C2", "诉求内容") + text("D2", "责任单位")
                                + "</row><row r=\"3\">" + text("A3", "A1") + text("B3", "2020-02-09")
                                + text("C3", "停水") + text("D3", "自来水公司") + "</row><row r=\"4\">"
                                + text("D4", "县住建局") + "</row>",
                        .after = "<mergeCells><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/>"
                                 "<mergeCell ref=\"C3:C4\"/></mergeCells>"});
    ImportDesk desk;
    putOffice(desk);
    desk.put("book.xlsx", file.bytes());
    Progress progress;
    const SheetProfile profile = guessProfile(glanceAt(desk.path("book.xlsx"), u"二月"_s, progress));
    const ImportReport report =
        desk.importFile("book.xlsx", {.foreign = ForeignSheet{.profile = profile, .sheet = {}}});
    CHECK(ImportDesk::texts(report) == QStringList());
    CHECK(report.tables.value(u"tickets"_s).added == 1);
    CHECK(report.tables.value(u"dispatches"_s).added == 2);
}

TEST_CASE("a profile is kept, put in the place of another of its name, and dropped", "[foreign]")
{
    ImportDesk desk;
    desk.put("a.csv", {"工单号,登记时间,诉求类型", "A1,2020-02-09,求助"});
    SheetProfile profile = guessed(desk.path("a.csv"));
    profile.tables.first().at(TicketColumn::RequestType).words.insert(u"请教"_s, u"咨询"_s);
    profile.name = u" 省平台 "_s;
    CaseBook &book = *desk.office.book;
    REQUIRE(keepSheetProfile(book, profile));
    profile.name = u"省平台"_s;
    CHECK(sheetProfiles(*desk.office.file) == QList{profile});
    profile.tables.first().at(TicketColumn::Number).fixed = u"S"_s;
    REQUIRE(keepSheetProfile(book, profile));
    CHECK(sheetProfiles(*desk.office.file) == QList{profile});

    SheetProfile nameless = profile;
    nameless.name = u" "_s;
    CHECK(keepSheetProfile(book, nameless).error().field == u"name");
    REQUIRE(dropSheetProfile(book, u"省平台"_s));
    CHECK(sheetProfiles(*desk.office.file).isEmpty());
    CHECK_FALSE(dropSheetProfile(book, u"省平台"_s));

    CaseBook clerk(*desk.office.file, desk.office.clock, u"话务员"_s, Role::Operator);
    CHECK_FALSE(keepSheetProfile(clerk, profile));
    CHECK_FALSE(sheetProfileFromJson("{\"version\":2}"));
    CHECK_FALSE(sheetProfileFromJson("nonsense"));
}
