// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets that go out to departments without a program, and come back in every way in which they do.
#include "exchange/DepartmentSheetFile.h"
#include "storage/AccessRepository.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/SafeFile.h"
#include "support/DepartmentDesk.h"
#include "support/Print.h"

#include <QFile>

#include <algorithm>
#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

TEST_CASE("a department's sheet holds what it has in hand, the first due first", "[sheets]")
{
    DepartmentDesk desk;
    const TicketId first = desk.office.dispatched();
    desk.office.clock.advance(86'400);
    const TicketId second = desk.office.dispatched();
    const TicketId done = desk.office.replied();
    HandlingOffice::must(desk.office.book->dispatch({.ticket = desk.office.accepted(), .lead = desk.office.housing}));

    CHECK(dispatchesAtDepartments(*desk.office.file)
          == QHash<DepartmentId, int>{{desk.office.water, 2}, {desk.office.housing, 1}});
    const GivenSheet given = desk.give();
    REQUIRE(given.rows.size() == 2);
    CHECK(given.sheet.number == u"20200211-01"_s);
    CHECK(departmentSheetFileName(given, desk.office.tables()) == u"供水公司-待办-20200211-01.xlsx"_s);
    const Rows rows = desk.rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[1][0] == desk.office.ticket(first).number);
    CHECK(rows[2][0] == desk.office.ticket(second).number);
    CHECK(rows[1][1] != rows[2][1]);
    CHECK(desk.office.ticket(done).number != rows[1][0]);
    // Whose data stand on it is recorded, and that it went out.
    CHECK(rows[1].join(u' ').contains(u"王*国"_s));
    CHECK_FALSE(rows[1].join(u' ').contains(u"13800001111"_s));
    const auto records = AccessRepository(desk.office.file->database()).newest(1);
    CHECK(records.first().details == u"department sheet 20200211-01, masked"_s);

    SECTION("the next of the day has the next number")
    {
        CHECK(desk.give().sheet.number == u"20200211-02"_s);
    }
    SECTION("with the citizens' data each ticket has a record of its own, and confidential ones stay hidden")
    {
        HandlingOffice::must(desk.office.book->correct({.ticket = second,
                                                        .version = desk.office.ticket(second).version,
                                                        .title = u"停水"_s,
                                                        .content = u"王建国反映停水。"_s,
                                                        .requester = u"王建国"_s,
                                                        .phone = u"13800001111"_s,
                                                        .confidentiality = Confidentiality::Hidden}));
        desk.give(true);
        const Rows open = desk.rows();
        CHECK(open[1].join(u' ').contains(u"13800001111"_s));
        CHECK_FALSE(open[2].join(u' ').contains(u"王建国"_s));
        CHECK_FALSE(open[2].join(u' ').contains(u"13800001111"_s));
        CHECK(AccessRepository(desk.office.file->database()).ofTicket(first).size() == 1);
        CHECK(AccessRepository(desk.office.file->database()).ofTicket(second).size() == 1);
    }
    SECTION("a department with nothing in hand gets none")
    {
        const auto none = desk.office.book->giveSheet({.department = desk.office.police});
        REQUIRE_FALSE(none);
        CHECK(none.error().field == u"department"_s);
    }
}

TEST_CASE("a filled sheet is entered with the times that the department wrote", "[sheets]")
{
    DepartmentDesk desk;
    const TicketId solved = desk.office.dispatched();
    const TicketId returned = desk.office.dispatched();
    const TicketId longer = desk.office.dispatched();
    const TicketId untouched = desk.office.dispatched();
    const TicketId onlySigned = desk.office.dispatched();
    desk.give();
    Rows rows = desk.rows();
    using F = SheetField;
    DepartmentDesk::cell(rows, 1, F::SignedAt) = u"2020/2/10 10:05"_s;
    DepartmentDesk::fillReply(rows, 1);
    DepartmentDesk::cell(rows, 1, F::SubUnit) = u"  管网 所 "_s;
    DepartmentDesk::cell(rows, 2, F::ReturnGround) = u"不属供水设施，属物业内部管道。"_s;
    DepartmentDesk::cell(rows, 3, F::SignedAt) = u"2020-02-10"_s;
    DepartmentDesk::cell(rows, 3, F::ExtensionDueAt) = u"2020-02-19"_s;
    DepartmentDesk::cell(rows, 3, F::ExtensionReason) = u"需采购配件"_s;
    DepartmentDesk::cell(rows, 5, F::SignedAt) = u"2020.2.10 11：00"_s;
    desk.office.clock.set(at("2020-02-12 08:40"));

    const ReturnedSheet sheet = desk.read(rows);
    CHECK(sheet.number == u"20200210-01"_s);
    CHECK(sheet.department == desk.office.water);
    CHECK(sheet.missing.isEmpty());
    REQUIRE(sheet.rows.size() == 5);
    for (const qsizetype i : {0, 1, 2, 4}) {
        INFO(sheet.rows[i].why.toStdString());
        CHECK(sheet.rows[i].verdict == SheetVerdict::New);
        REQUIRE(sheet.rows[i].possible);
        desk.take(sheet.rows[i]);
    }
    CHECK(sheet.rows[3].verdict == SheetVerdict::Nothing);

    const Dispatch reply = desk.office.lead(solved);
    CHECK(stateOf(reply) == DispatchState::Replied);
    CHECK(reply.signedAt == at("2020-02-10 10:05"));
    CHECK(reply.repliedAt == at("2020-02-11 09:30"));
    CHECK(reply.reply == u"已更换水管，恢复供水。"_s);
    CHECK(reply.claimedResult == ClaimedResult::Solved);
    CHECK(reply.subUnit == u"管网 所"_s);
    CHECK(desk.office.stateOfLead(returned) == DispatchState::ReturnAsked);
    const Dispatch extension = desk.office.lead(longer);
    CHECK(stateOf(extension) == DispatchState::ExtensionAsked);
    CHECK(extension.extensionDueAt == at("2020-02-19 17:00")); // at the hour of the due time
    CHECK(extension.signedAt == at("2020-02-10 09:00"));       // a day alone can't be before the dispatch
    CHECK(desk.office.stateOfLead(untouched) == DispatchState::Sent);
    CHECK(desk.office.lead(onlySigned).signedAt == at("2020-02-10 11:00"));
    // The history tells which sheet it came from.
    const auto events = HistoryRepository(desk.office.file->database()).of(u"ticket"_s, solved.value());
    CHECK(events.last().action == u"sheet_taken"_s);
    CHECK(events.last().details[u"sheet"] == u"20200210-01"_s);

    SECTION("taken in again, the same words are told apart from other words")
    {
        const ReturnedSheet again = desk.read(rows);
        CHECK(again.rows[0].verdict == SheetVerdict::SameAgain);
        CHECK_FALSE(again.rows[0].possible);
        CHECK(again.rows[1].verdict == SheetVerdict::SameAgain);
        CHECK(again.rows[3].verdict == SheetVerdict::Nothing);
        CHECK(again.rows[4].verdict == SheetVerdict::SameAgain);
        CHECK(again.rows[4].why.contains(desk.office.file->zone().text(at("2020-02-10 11:00"))));
        CHECK_FALSE(again.rows[4].possible);

        DepartmentDesk::fillReply(rows, 1, u"另有说法。"_s);
        const ReturnedSheet other = desk.read(rows);
        CHECK(other.rows[0].verdict == SheetVerdict::FilledAgain);
        CHECK_FALSE(other.rows[0].possible); // the first reply waits for its review

        HandlingOffice::must(desk.office.book->sendBackReply(*reply.id, u"请写明何时恢复"_s));
        DepartmentDesk::cell(rows, 1, F::RepliedAt).clear(); // it was done over since
        const ReturnedSheet better = desk.read(rows);
        CHECK(better.rows[0].verdict == SheetVerdict::FilledAgain);
        REQUIRE(better.rows[0].possible);
        desk.take(better.rows[0]);
        CHECK(desk.office.lead(solved).reply == u"另有说法。"_s);
    }
    SECTION("a sheet that was made since tells when it was signed for, and nobody has filled that in")
    {
        desk.give();
        Rows newer = desk.rows();
        REQUIRE(newer.size() > 1);
        for (const ReturnedRow &row : desk.read(newer).rows)
            CHECK(row.verdict == SheetVerdict::Nothing);
        const auto signedRow = std::ranges::find_if(newer, [](const QStringList &cells) {
            return cells[static_cast<qsizetype>(F::SignedAt)].contains(u"11:00"_s);
        });
        REQUIRE(signedRow != newer.end());
        (*signedRow)[static_cast<qsizetype>(F::SignedAt)] = u"2020-02-11 08:00"_s;
        const ReturnedRow other = desk.read(newer).rows[signedRow - newer.begin() - 1];
        CHECK(other.verdict == SheetVerdict::Outdated);
        CHECK_FALSE(other.possible);
        CHECK(other.why.contains(desk.office.file->zone().text(at("2020-02-10 11:00"))));
    }
    SECTION("a sheet that only says that it was signed for may be filled in later")
    {
        DepartmentDesk::fillReply(rows, 5);
        const ReturnedSheet later = desk.read(rows);
        CHECK(later.rows[4].verdict == SheetVerdict::New);
        desk.take(later.rows[4]);
        CHECK(desk.office.stateOfLead(onlySigned) == DispatchState::Replied);
    }
}

TEST_CASE("a sheet that was changed on the way is told apart", "[sheets]")
{
    DepartmentDesk desk;
    for (int i = 0; i < 3; ++i)
        (void)desk.office.dispatched();
    desk.give();
    Rows rows = desk.rows();
    for (qsizetype i = 1; i <= 3; ++i)
        DepartmentDesk::fillReply(rows, i);
    using F = SheetField;
    const QString first = rows[1][0];
    const QString second = rows[2][0];
    desk.office.clock.set(at("2020-02-12 08:40"));

    SECTION("a number that was changed")
    {
        DepartmentDesk::cell(rows, 1, F::Number) = second;
        const ReturnedSheet sheet = desk.read(rows);
        CHECK(sheet.rows[0].verdict == SheetVerdict::Tampered);
        CHECK(sheet.rows[0].why.contains(first)); // whose code it is
        CHECK_FALSE(sheet.rows[0].possible);
        CHECK(sheet.rows[1].verdict == SheetVerdict::New);
        CHECK(sheet.missing.isEmpty()); // its row is there
    }
    SECTION("a number of no ticket")
    {
        DepartmentDesk::cell(rows, 1, F::Number) = u"20190101-0001"_s;
        DepartmentDesk::cell(rows, 2, F::Number) = u"20190101-0002"_s;
        DepartmentDesk::cell(rows, 2, F::Code) = u"ABCD-EFGH"_s;
        const ReturnedSheet sheet = desk.read(rows);
        CHECK(sheet.rows[0].verdict == SheetVerdict::Tampered);
        CHECK(sheet.rows[1].verdict == SheetVerdict::Unknown);
    }
    SECTION("a code that was changed, or is gone")
    {
        DepartmentDesk::cell(rows, 1, F::Code) = u"ABCD-EFGH"_s;
        DepartmentDesk::cell(rows, 2, F::Code).clear();
        const ReturnedSheet sheet = desk.read(rows);
        CHECK(sheet.rows[0].verdict == SheetVerdict::Tampered);
        CHECK(sheet.rows[1].verdict == SheetVerdict::Tampered);
        CHECK(sheet.rows[0].why != sheet.rows[1].why);
    }
    SECTION("a code copied by hand in small letters is the same")
    {
        DepartmentDesk::cell(rows, 1, F::Code) = u" "_s + rows[1][1].toLower().replace(u'-', u' ');
        CHECK(desk.read(rows).rows[0].verdict == SheetVerdict::New);
    }
    SECTION("a row that was deleted")
    {
        rows.removeAt(2);
        CHECK(desk.read(rows).missing == QStringList(second));
    }
    SECTION("rows in another order, with empty ones between them")
    {
        rows.swapItemsAt(1, 3);
        rows.insert(2, QStringList(rows.first().size(), QString()));
        const ReturnedSheet sheet = desk.read(rows);
        CHECK(sheet.rows.size() == 3);
        CHECK(std::ranges::all_of(sheet.rows, [](const auto &row) { return row.verdict == SheetVerdict::New; }));
    }
    SECTION("columns in another order, and one that is not ours")
    {
        for (QStringList &row : rows) {
            row.move(0, row.size() - 1);
            row.prepend(u"备注"_s);
        }
        CHECK(desk.read(rows).rows.first().verdict == SheetVerdict::New);
    }
    SECTION("a row that stands twice")
    {
        rows.append(rows[1]);
        ReturnedSheet sheet = desk.read(rows);
        CHECK(sheet.rows[0].verdict == SheetVerdict::New); // it says the same
        CHECK(sheet.rows[3].verdict == SheetVerdict::Twice);
        DepartmentDesk::fillReply(rows, 4, u"没有解决。"_s);
        sheet = desk.read(rows);
        CHECK(sheet.rows[0].verdict == SheetVerdict::Twice);
        CHECK(sheet.rows[3].verdict == SheetVerdict::Twice);
    }
    SECTION("an old one: the matter has moved on without it")
    {
        const auto ticket = *TicketRepository(desk.office.file->database()).idOf(first);
        HandlingOffice::must(
            desk.office.book->reply({.dispatch = *desk.office.lead(ticket).id, .text = u"电话告知已修好。"_s}));
        const ReturnedSheet sheet = desk.read(rows);
        CHECK(sheet.rows[0].verdict == SheetVerdict::Outdated);
        CHECK_FALSE(sheet.rows[0].possible);
        CHECK(sheet.rows[1].verdict == SheetVerdict::New);
        CHECK(sheet.missing.isEmpty());
    }
    SECTION("one of another case file")
    {
        HandlingOffice other;
        (void)other.dispatched();
        const ReturnedSheet sheet = readDepartmentSheet(*other.file, desk.written(rows));
        CHECK(sheet.number.isEmpty());
        CHECK(std::ranges::none_of(sheet.rows, [](const auto &row) { return row.possible; }));
    }
}

TEST_CASE("rows that were changed are there, and only those that were deleted are missing", "[sheets]")
{
    DepartmentDesk desk;
    for (int i = 0; i < 4; ++i)
        (void)desk.office.dispatched();
    desk.give();
    Rows rows = desk.rows();
    using F = SheetField;
    const QString second = rows[2][0];
    const QString third = rows[3][0];
    DepartmentDesk::cell(rows, 1, F::Code) = u"ABCD-EFGH"_s;
    DepartmentDesk::cell(rows, 3, F::Number) = u"20190101-0001"_s;
    rows.removeAt(2);
    CHECK(desk.read(rows).missing == QStringList(second));
    // Its number beside the code of another makes no row of its own.
    DepartmentDesk::cell(rows, 2, F::Number) = second;
    CHECK(desk.read(rows).missing == QStringList(second));
    rows.removeAt(2);
    CHECK(desk.read(rows).missing == QStringList({second, third}));
}

TEST_CASE("what makes no sense on a sheet is told with its column", "[sheets]")
{
    DepartmentDesk desk;
    (void)desk.office.dispatched();
    desk.give();
    Rows rows = desk.rows();
    using F = SheetField;
    const auto [fill, column] = GENERATE(table<QList<std::pair<F, QString>>, QString>({
        {{{F::Result, u"实际解决"_s}}, u"反馈内容"_s},
        {{{F::Reply, u"已修好。"_s}}, u"办理结果"_s},
        {{{F::Reply, u"已修好。"_s}, {F::Result, u"搞定"_s}}, u"办理结果"_s},
        {{{F::Reply, u"已修好。"_s}, {F::Result, u"实际解决"_s}, {F::RepliedAt, u"昨天"_s}}, u"反馈时间"_s},
        {{{F::RepliedAt, u"2020-02-11"_s}}, u"反馈时间"_s},
        {{{F::ExtensionDueAt, u"2020-02-19"_s}}, u"延期理由"_s},
        {{{F::ExtensionReason, u"采购"_s}}, u"申请延期至"_s},
        {{{F::Reply, u"已修好。"_s}, {F::Result, u"实际解决"_s}, {F::ReturnGround, u"不属于我们"_s}}, u"退单理由"_s},
        {{{F::SignedAt, u"2020-02-31"_s}}, u"签收时间"_s},
    }));
    for (const auto &[field, text] : fill)
        DepartmentDesk::cell(rows, 1, field) = text;
    const ReturnedSheet sheet = desk.read(rows);
    CHECK(sheet.rows[0].verdict == SheetVerdict::Faulty);
    CHECK(sheet.rows[0].why.contains(column));
    CHECK_FALSE(sheet.rows[0].possible);
}

TEST_CASE("what a sheet says and the office's rules refuse changes nothing", "[sheets]")
{
    DepartmentDesk desk;
    const TicketId ticket = desk.office.dispatched();
    desk.give();
    Rows rows = desk.rows();
    DepartmentDesk::cell(rows, 1, SheetField::SignedAt) = u"2020-02-10 10:00"_s;
    DepartmentDesk::fillReply(rows, 1);
    DepartmentDesk::cell(rows, 1, SheetField::RepliedAt) = u"2020-02-12 10:00"_s; // tomorrow
    desk.office.clock.set(at("2020-02-11 08:40"));
    const ReturnedSheet sheet = desk.read(rows);
    CHECK(sheet.rows[0].verdict == SheetVerdict::New);
    const auto outcome = desk.office.book->takeSheetRow(sheet.rows[0].request);
    REQUIRE_FALSE(outcome);
    CHECK_FALSE(desk.office.lead(ticket).signedAt); // nor is it signed for
    CHECK(desk.read(rows).rows[0].verdict == SheetVerdict::New);
}

TEST_CASE("what the commands would refuse of a sheet is told when it is read, and nothing is entered", "[sheets]")
{
    DepartmentDesk desk;
    QList<TicketId> tickets;
    for (int i = 0; i < 6; ++i)
        tickets.append(desk.office.dispatched());
    desk.give();
    Rows rows = desk.rows();
    using F = SheetField;
    DepartmentDesk::fillReply(rows, 1);
    DepartmentDesk::cell(rows, 1, F::RepliedAt) = u"2020-03-12 10:00"_s; // not yet
    DepartmentDesk::fillReply(rows, 2);
    DepartmentDesk::cell(rows, 2, F::RepliedAt) = u"2020-02-09 10:00"_s; // the day before it was given
    DepartmentDesk::cell(rows, 3, F::ExtensionDueAt) = u"2020-02-28"_s;  // the due time is over
    DepartmentDesk::cell(rows, 3, F::ExtensionReason) = u"需采购配件"_s;
    DepartmentDesk::cell(rows, 4, F::SignedAt) = u"2020-03-12 10:00"_s;
    DepartmentDesk::fillReply(rows, 5);
    DepartmentDesk::cell(rows, 6, F::ReturnGround) = u"不属供水设施。"_s;
    desk.office.clock.set(desk.office.lead(tickets[2]).dueAt->addSecs(3600));
    Database &database = desk.office.file->database();
    const auto count = [&](const QString &table) {
        return database.value<qint64>(u"SELECT count(*) FROM "_s + table).value();
    };
    const qint64 events = count(u"history"_s);
    const qint64 records = count(u"access_record"_s);

    ReturnedSheet sheet = desk.read(rows);
    CHECK(std::ranges::all_of(sheet.rows, [](const auto &row) { return row.verdict == SheetVerdict::New; }));
    ReturnedSheet inPieces = sheet;
    for (qsizetype from = 0; from < inPieces.rows.size(); from += 2)
        REQUIRE_FALSE(tryRows(inPieces, *desk.office.book, from, 2));
    REQUIRE_FALSE(tryRows(sheet, *desk.office.book));
    for (qsizetype i = 0; i < sheet.rows.size(); ++i) {
        CHECK(inPieces.rows[i].why == sheet.rows[i].why);
        CHECK(inPieces.rows[i].verdict == sheet.rows[i].verdict);
    }
    for (const qsizetype i : {0, 1, 2, 3}) {
        INFO(i);
        const ReturnedRow &row = sheet.rows[i];
        CHECK(row.verdict == SheetVerdict::Faulty);
        CHECK_FALSE(row.possible);
        const auto outcome = desk.office.book->takeSheetRow(row.request);
        REQUIRE_FALSE(outcome);
        CHECK(row.why == outcome.error().reason);
    }
    for (const qsizetype i : {4, 5}) {
        INFO(sheet.rows[i].why.toStdString());
        CHECK(sheet.rows[i].verdict == SheetVerdict::New);
        CHECK(sheet.rows[i].possible);
    }
    for (const TicketId ticket : tickets) {
        CHECK(desk.office.stateOfLead(ticket) == DispatchState::Sent);
        CHECK_FALSE(desk.office.lead(ticket).signedAt);
    }
    CHECK(count(u"history"_s) == events);
    CHECK(count(u"access_record"_s) == records);
    desk.take(sheet.rows[4]);
    desk.take(sheet.rows[5]);
    CHECK(desk.office.stateOfLead(tickets[4]) == DispatchState::Replied);

    SECTION("who may not enter sheets is told so once")
    {
        CaseBook clerk(*desk.office.file, desk.office.clock, u"小张"_s, Role::FollowUp);
        ReturnedSheet same = desk.read(rows);
        CHECK(tryRows(same, clerk));
        CHECK(same.rows[0].verdict == SheetVerdict::New);
        CHECK(count(u"access_record"_s) == records + 1);
    }
}

TEST_CASE("a file that is no department's sheet is refused with what it is", "[sheets]")
{
    DepartmentDesk desk;
    const auto refused = [&](const QString &path) -> QString {
        try {
            (void)readDepartmentSheet(*desk.office.file, path);
        } catch (const FileError &error) {
            return error.message();
        }
        return {};
    };
    CHECK(refused(desk.written({{u"工单编号"_s, u"备注"_s}, {u"1"_s, u"2"_s}})).contains(u"校验码"_s));
    QFile web(desk.path(u"page.xls"_s));
    REQUIRE(web.open(QIODevice::WriteOnly));
    web.write("<html><table><tr><td>1</td></tr></table></html>");
    web.close();
    CHECK_FALSE(refused(web.fileName()).isEmpty());
    CHECK_FALSE(refused(desk.path(u"gone.xlsx"_s)).isEmpty());
}
