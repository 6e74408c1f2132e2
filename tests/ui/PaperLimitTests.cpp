// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of what is longer, emptier, rarer or more than anybody expects: nothing runs over anything else.
#include "support/PaperOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QFontMetricsF>
#include <QSet>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr PaperKind ticketPapers[] = {PaperKind::DispatchSheets, PaperKind::Notices,       PaperKind::Rulings,
                                      PaperKind::FollowUps,      PaperKind::FollowUpForms, PaperKind::Explanations,
                                      PaperKind::WholeTickets};

// The square of its characters.
QRectF boxOf(const PaperLine &line)
{
    const qreal size = line.font.pixelSize();
    return {line.baseline.x(), line.baseline.y() - 0.88 * size, QFontMetricsF(line.font).horizontalAdvance(line.text),
            size};
}

// What runs out of its piece or its cell, over another line or over bars.
QStringList clashesOf(const PaperPiece &piece, qreal width)
{
    constexpr qreal hair = 1;
    QStringList clashes;
    for (qsizetype i = 0; i < piece.lines.size(); ++i) {
        const QRectF box = boxOf(piece.lines[i]);
        const QRectF inside = box.adjusted(hair, hair, -hair, -hair);
        const QString &text = piece.lines[i].text;
        if (text.trimmed().isEmpty())
            continue;
        if (!QRectF(0, 0, width, piece.height).adjusted(-hair, -hair, hair, hair).contains(box))
            clashes.append(u"out of its piece: "_s + text);
        for (qsizetype k = i + 1; k < piece.lines.size(); ++k) {
            if (boxOf(piece.lines[k]).intersects(inside))
                clashes.append(u"over another: "_s + text);
        }
        for (const QRectF &bar : piece.bars) {
            if (bar.intersects(inside))
                clashes.append(u"over bars: "_s + text);
        }
        for (const PaperRule &rule : piece.rules) {
            const bool isUpright = qFuzzyCompare(rule.line.x1(), rule.line.x2());
            if (isUpright && inside.left() < rule.line.x1() && rule.line.x1() < inside.right())
                clashes.append(u"over a rule: "_s + text);
        }
    }
    clashes.removeDuplicates();
    return clashes;
}

QStringList clashesOf(const QList<PaperSheet> &sheets)
{
    const qreal width = SheetPages::textSize(SheetPages::Format::Portrait).width();
    QStringList clashes;
    for (const PaperSheet &sheet : sheets) {
        for (const PaperPiece &piece : sheet.head + sheet.flow)
            clashes += clashesOf(piece, width);
    }
    const SheetPages pages(sheets);
    for (int page = 0; page < pages.count(); ++page) {
        // The foot and the number of the page stand in one line.
        const QStringList lines = pages.linesOf(page);
        const QFontMetricsF metrics(paperFont(FontRole::Song, 13));
        if (metrics.horizontalAdvance(lines[lines.size() - 2]) + metrics.horizontalAdvance(lines.last()) > width)
            clashes.append(u"foot: "_s + lines[lines.size() - 2]);
    }
    return clashes;
}

// With every paper that there is.
WholeTicket everyPaper(PaperOffice &office)
{
    const TicketId ticket = office.waterCut();
    HandlingOffice::must(office.book->dispatch(
        {.ticket = ticket, .lead = office.water, .coHandlers = {office.housing}, .instruction = u"请当日到场。"_s}));
    const DispatchId id = *office.lead(ticket).id;
    HandlingOffice::must(office.book->sign(id));
    office.clock.set(at("2020-02-11 10:00"));
    office.remind(ticket, ReminderLevel::Reminder, u"请抓紧。"_s);
    HandlingOffice::must(
        office.book->askExtension({.dispatch = id, .dueAt = at("2020-02-20 17:00"), .reason = u"配件未到。"_s}));
    office.clock.set(at("2020-02-11 11:00"));
    HandlingOffice::must(office.book->grantExtension(id));
    WholeTicket facts = wholeTicket(office, ticket);
    facts.followUps = {{.ticket = ticket,
                        .at = office.clock.now(),
                        .by = u"回访员"_s,
                        .reached = true,
                        .solved = false,
                        .comment = u"仍然没水"_s}};
    facts.explanations = {{.ticket = ticket, .at = office.clock.now(), .text = u"管道老化。"_s}};
    return facts;
}

} // namespace

TEST_CASE("papers of empty fields are whole", "[paperlimits][look]")
{
    PaperOffice office;
    WholeTicket facts = everyPaper(office);
    Ticket &ticket = facts.ticket;
    for (QString *text :
         {&ticket.requester, &ticket.phone, &ticket.address, &ticket.title, &ticket.content, &ticket.receivedBy})
        text->clear();
    ticket.requestType.reset();
    ticket.category.reset();
    facts.reminders.first().text.clear();
    facts.explanations.first().text.clear();
    for (Dispatch &dispatch : facts.dispatches) {
        dispatch.dueAt.reset();
        dispatch.instruction.clear();
    }
    PaperContext context = office.context(true);
    context.office = {};
    context.printedBy.clear();
    for (const PaperKind kind : ticketPapers) {
        INFO(std::string(code(kind).data()));
        const QList<PaperSheet> sheets = sheetsOf(kind, facts, context);
        CHECK(sheets.size() == sheetCount(kind, facts));
        CHECK(clashesOf(sheets) == QStringList());
        CHECK_FALSE(runningTextOf(SheetPages(sheets)).contains(u"你单位：你单位"_s));
        if (!sheets.isEmpty())
            writeToLookAt(u"empty-"_s + QString::fromLatin1(code(kind)), SheetPages(sheets));
    }
}

TEST_CASE("on papers of very long names, numbers and texts nothing runs over anything else", "[paperlimits][look]")
{
    PaperOffice office;
    WholeTicket facts = everyPaper(office);
    PaperContext context = office.context(true);
    for (Department &department : context.tables.departments)
        department.name = u"测试市经济技术开发区住房和城乡建设局市政公用事业服务中心供水排水管理处"_s + department.name;
    context.office.name = u"测试市人民政府市长公开电话受理办公室暨政务服务便民热线管理中心（市民服务热线12345）"_s;
    context.printedBy = u"测试市市长公开电话办公室派单员"_s.repeated(5);
    Ticket &ticket = facts.ticket;
    ticket.requester = u"吉林省测试市经济技术开发区𠮷田㛃䶮物业管理有限责任公司第一分公司"_s;
    ticket.requesterKind = RequesterKind::Enterprise;
    ticket.phone = u"0434-3221234转8012、0434-3221235、13800001111"_s;
    ticket.address = u"测试市经济技术开发区平东街道平东社区平东小区"_s.repeated(4) + u"5号楼3单元502室"_s;
    ticket.title = u"abcdefghij"_s.repeated(20);
    ticket.content = u"𠮷㛃䶮，"_s.repeated(400);
    ticket.receivedBy = ticket.closedBy = context.printedBy;
    ticket.channelReference = u"WZ20200210-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789"_s;
    facts.reminders.first().by = facts.reminders.first().text = context.printedBy;
    facts.followUps.first().by = context.printedBy;
    facts.followUps.first().comment = facts.explanations.first().text = u"管道老化，"_s.repeated(500);
    const QString number =
        GENERATE(u"20200210-0001"_s, u"WWWWWWWWWW-WWWWWWWWW"_s, u"GD-20200210-ABCDEFGHIJ-0123456789-X"_s,
                 u"市长热线〔2020〕第00000000000000000000000000000000000001号之一之二之三之四"_s);
    ticket.number = number;
    for (const PaperKind kind : ticketPapers) {
        INFO(std::string(code(kind).data()) << ' ' << number.toStdString());
        const QList<PaperSheet> sheets = sheetsOf(kind, facts, context);
        CHECK(sheets.size() == sheetCount(kind, facts));
        CHECK(clashesOf(sheets) == QStringList());
        const QString text = runningTextOf(SheetPages(sheets));
        CHECK((sheets.isEmpty() || text.contains(number)));
        CHECK((sheets.isEmpty() || text.contains(u"𠮷㛃䶮"_s)));
        for (const PaperSheet &sheet : sheets) { // Chinese has no bars
            const bool hasBars =
                std::ranges::any_of(sheet.head, [](const PaperPiece &piece) { return !piece.bars.isEmpty(); });
            CHECK(hasBars == !number.startsWith(u'市'));
        }
        if (!sheets.isEmpty() && number.startsWith(u"GD"_s))
            writeToLookAt(u"long-"_s + QString::fromLatin1(code(kind)), SheetPages(sheets));
    }
}

TEST_CASE("a ticket in a hundred hands has a sheet for each and all in its history", "[paperlimits][look]")
{
    PaperOffice office;
    WholeTicket facts = everyPaper(office);
    constexpr int hundred = 100;
    PaperContext context = office.context();
    const Dispatch co = facts.dispatches.last();
    facts.dispatches.clear();
    facts.reminders.clear();
    for (int i = 0; i < hundred; ++i) {
        Dispatch dispatch = co;
        dispatch.id = DispatchId(1'000 + i);
        dispatch.department = DepartmentId(1'000 + i);
        dispatch.role = i == 0 ? DispatchRole::Lead : DispatchRole::CoHandler;
        facts.dispatches.append(dispatch);
        facts.reminders.append(
            {.dispatch = *dispatch.id, .at = office.clock.now(), .by = u"甲"_s, .text = u"请抓紧"_s});
        Department department = context.tables.departments.first();
        department.id = dispatch.department;
        department.name = u"第%1街道"_s.arg(i + 1);
        context.tables.departments.append(department);
    }
    for (const PaperKind kind : {PaperKind::DispatchSheets, PaperKind::Notices, PaperKind::WholeTickets}) {
        INFO(std::string(code(kind).data()));
        const QList<PaperSheet> sheets = sheetsOf(kind, facts, context);
        CHECK(sheets.size() == (kind == PaperKind::WholeTickets ? 1 : hundred));
        CHECK(clashesOf(sheets) == QStringList());
        const QString text = runningTextOf(SheetPages(sheets));
        for (const int i : {1, 50, 100})
            CHECK(text.contains(u"第%1街道"_s.arg(i)));
        writeToLookAt(u"hundred-"_s + QString::fromLatin1(code(kind)), SheetPages(sheets));
    }
}
