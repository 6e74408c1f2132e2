// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of tickets on paper.
#include "support/PaperOffice.h"
#include "support/Print.h"
#include "support/PrintCounter.h"

#include "domain/Progress.h"
#include "tickets/ListPaper.h"
#include "tickets/ListReading.h"

#include <catch2/catch.hpp>

#include <QRegularExpression>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// With the headings and cells of a list, in a window that speaks English.
struct ListOffice : HandlingOffice
{
    QList<ListedTicket> listed(const QList<TicketId> &ids)
    {
        Progress quiet;
        return readListed(*file, ids, quiet);
    }
};

const QList<TicketField> listColumns{TicketField::Number, TicketField::Urgency,  TicketField::Title,
                                     TicketField::State,  TicketField::Deadline, TicketField::Department};

} // namespace

TEST_CASE("a long list has its heading and its number on every page, all in Chinese", "[ticketprinting]")
{
    ListOffice office;
    const TicketId one = office.dispatched();
    ListedTicket row = office.listed({one}).first();
    const CodeTables tables = office.tables();
    Counter counter(office);
    const TicketText text(*counter.session);
    QList<ListedTicket> rows;
    for (int i = 0; i < 100; ++i) {
        row.row.number = u"20200210-%1"_s.arg(i + 1, 4, 10, QChar(u'0'));
        row.row.urgency = Urgency::Urgent;
        row.row.dispatchDueAt = office.clock.now().addSecs(-60LL * (i + 1));
        row.row.title = u"请回电13900002222，王建国家单元停水多日无人处理，居民多次反映未果，13800001111"_s;
        rows.append(row);
    }
    const PaperContext context{.office = counter.session->office(), .tables = tables, .printedAt = office.clock.now()};
    const SheetPages pages({listSheet(rows, listColumns, text, {.narrowed = u"未办结"_s}, context)},
                           SheetPages::Format::Landscape);
    CHECK(pages.isLandscape());
    REQUIRE(pages.count() > 2);
    for (int page = 0; page < pages.count(); ++page) {
        const QStringList lines = pages.linesOf(page);
        for (const auto &heading :
             {u"工单编号"_s, u"紧急"_s, u"程度"_s, u"标题"_s, u"状态"_s, u"时限"_s, u"主办单位"_s}) {
            INFO(heading.toStdString());
            CHECK(lines.contains(heading));
        }
        CHECK_FALSE(lines.contains(u"诉求类别"_s));
        CHECK(lines.contains(u"未办结；共100件"_s));
        CHECK(lines.contains(u"第%1页　共%2页"_s.arg(page + 1).arg(pages.count())));
    }
    const QString all = textOf(pages);
    CHECK(all.count(u"20200210-"_s) == 100);
    CHECK(all.contains(u"办理中"_s));
    CHECK(all.contains(u"超期1分钟"_s));
    CHECK(all.contains(u"超期1小时"_s));
    CHECK_FALSE(all.contains(QRegularExpression(u"[A-Za-z]{2}"_s)));
    for (const auto &personal : {u"13900002222"_s, u"13800001111"_s, u"王建国"_s})
        CHECK_FALSE(QString(all).remove(u'\n').contains(personal));
}

TEST_CASE("a list leaves out a column in which nothing stands, and has low rows", "[ticketprinting]")
{
    ListOffice office;
    ListedTicket row = office.listed({office.dispatched()}).first();
    const CodeTables tables = office.tables();
    Counter counter(office);
    const TicketText text(*counter.session);
    row.row.urgency = Urgency::Normal; // nothing is said of it
    row.row.title = u"停水"_s;
    QList<ListedTicket> rows(50, row);
    const PaperContext context{.office = counter.session->office(), .tables = tables, .printedAt = office.clock.now()};
    const auto linesOf = [&] {
        return SheetPages({listSheet(rows, listColumns, text, {}, context)}, SheetPages::Format::Landscape).linesOf(0);
    };
    CHECK_FALSE(linesOf().contains(u"紧急程度"_s));
    CHECK(linesOf().contains(u"标题"_s));
    for (const auto &number : {u"序号"_s, u"1"_s, u"2"_s})
        CHECK(linesOf().contains(number)); // each row is numbered
    rows.last().row.urgency = Urgency::Urgent;
    CHECK(linesOf().join(QString()).contains(u"紧急"_s));
    // More than twenty-five of a line each on a page across.
    constexpr int often = 25;
    CHECK(linesOf().count(u"停水"_s) >= often);
    // A list of nothing keeps its headings.
    rows.clear();
    CHECK(linesOf().contains(u"标题"_s));
}

TEST_CASE("a list names nobody who asked for confidentiality, and nobody else in full", "[ticketprinting]")
{
    ListOffice office;
    QList<ListedTicket> rows = office.listed({office.dispatched()});
    const CodeTables tables = office.tables();
    rows[0].ticket.phone = u"3221234"_s;
    rows[0].ticket.confidentiality =
        GENERATE(Confidentiality::Open, Confidentiality::Hidden, Confidentiality::Anonymous);
    rows[0].row.title = u"王建国家（平东小区5号楼）停水，回电3221234"_s;
    Counter counter(office);
    const PaperContext context{.office = counter.session->office(), .tables = tables, .printedAt = office.clock.now()};
    const SheetPages pages({listSheet(rows, {TicketField::Title}, TicketText(*counter.session), {}, context)},
                           SheetPages::Format::Landscape);
    const bool isOpen = rows[0].ticket.confidentiality == Confidentiality::Open;
    const QString all = textOf(pages);
    CHECK(all.contains(isOpen ? u"王*国家（平东小区****）停水，回电*****34"_s : u"****家（****）停水，回电****"_s));
}

TEST_CASE("a list of some rows doesn't claim to be the whole", "[ticketprinting]")
{
    ListOffice office;
    const QList<ListedTicket> rows = office.listed({office.dispatched(), office.accepted(), office.accepted()});
    const CodeTables tables = office.tables();
    Counter counter(office);
    const PaperContext context{.office = counter.session->office(), .tables = tables, .printedAt = office.clock.now()};
    const auto linesOf = [&](const ListHead &head) {
        return SheetPages({listSheet(rows, {TicketField::Number}, TicketText(*counter.session), head, context)},
                          SheetPages::Format::Landscape)
            .linesOf(0);
    };
    CHECK(linesOf({.narrowed = u"未办结"_s, .isChosen = true}).contains(u"未办结；其中选定3件"_s));
    CHECK(linesOf({.isChosen = true}).contains(u"选定3件"_s));
    CHECK(linesOf({}).contains(u"共3件"_s));
}

TEST_CASE("how long a list is, is asked where it is printed", "[ticketprinting]")
{
    HandlingOffice office;
    for (int i = 0; i < 5; ++i)
        office.accepted();
    Progress quiet;
    CHECK(readTicketsUpTo(*office.file, {}, {}, 5, quiet).isWhole);
    CHECK(readTicketsUpTo(*office.file, {}, {}, 5, quiet).ids.size() == 5);
    CHECK_FALSE(readTicketsUpTo(*office.file, {}, {}, 4, quiet).isWhole);
    CHECK(readTicketsUpTo(*office.file, {}, {.by = TicketOrder::By::Title}, 4, quiet).ids.size() == 4);
}

TEST_CASE("the conditions of a list stand above it in words", "[ticketprinting]")
{
    HandlingOffice office;
    const CodeTables tables = office.tables();
    const OfficeZone zone;
    CHECK(filterInWords({}, tables, zone).isEmpty());
    CHECK(filterInWords({.receivedFrom = at("2020-02-09 00:00"),
                         .receivedBefore = at("2020-03-01 00:00"),
                         .openOnly = true,
                         .requestType = tables.requestTypes.at(2).id,
                         .department = office.water,
                         .marks = Mark::Difficult,
                         .text = u"王建国 13800001111"_s},
                        tables, zone)
          == u"2020-02-09起，至2020-02-29，未办结，类型：投诉，承办单位：供水公司，疑难，含检索词"_s);
}
