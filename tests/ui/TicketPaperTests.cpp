// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets on paper: forms, dispatch sheets, whole tickets.
#include "support/PaperOffice.h"
#include "support/Print.h"

#include "paper/FormTable.h"
#include "paper/PdfFile.h"
#include "storage/StorageError.h"
#include "tickets/TicketPaper.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QPrinter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

TEST_CASE("a dispatch sheet fits on one page and tells what the department must know", "[ticketpaper]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    HandlingOffice::must(office.book->dispatch(
        {.ticket = ticket, .lead = office.water, .coHandlers = {office.housing}, .instruction = u"请当日到场。"_s}));
    const SheetPages pages(openDispatchSheets(wholeTicket(office, ticket), paperContext(office)));
    REQUIRE(pages.count() == 2); // one for each department
    const QString lead = pages.linesOf(0).join(u'\n');
    for (const auto &text : {u"测试市市长公开电话办公室"_s, u"承办单"_s, u"供水公司（主办）"_s, u"协办单位"_s,
                             u"住建局"_s, u"请当日到场。"_s, u"2020-02-10 09:00"_s, u"求助"_s, u"一般"_s, u"单元停水"_s,
                             u"□ 实际解决　　　□ 解释说明　　　□ 拒绝办理"_s, u"签收人"_s, u"负责人"_s, u"先行联系"_s,
                             u"打印：2020-02-10 09:00　派单员"_s, u"第1页　共1页"_s}) {
        INFO(text.toStdString());
        CHECK(lead.contains(text));
    }
    CHECK(lead.contains(u"工单编号："_s + office.ticket(ticket).number));
    const QString other = pages.linesOf(1).join(u'\n');
    CHECK(other.contains(u"住建局（协办）"_s));
    CHECK(other.contains(u"主办单位"_s));
    // The deadline with its rule, wherever its lines end.
    const Dispatch dispatch = office.lead(ticket);
    REQUIRE(dispatch.dueAt);
    CHECK_FALSE(dispatch.dueRule.isEmpty());
    const QString running = runningTextOf(pages);
    CHECK(running.contains(OfficeZone().toLocal(*dispatch.dueAt).toString(u"yyyy-MM-dd HH:mm"_s) + u"前（"_s
                           + dispatch.dueRule));
}

TEST_CASE("a citizen is masked on paper unless asked for, and never named against his will", "[ticketpaper]")
{
    HandlingOffice office;
    const auto sheetOf = [&](Confidentiality confidentiality, bool withCitizen) {
        const auto saved = office.book->accept({.channel = office.phone(),
                                                .requestType = office.tables().requestTypes.at(1).id,
                                                .address = u"平东小区5号楼3单元"_s,
                                                .title = u"单元停水"_s,
                                                .content = u"王建国来电，电话13800001111，平东小区5号楼3单元停水。"_s,
                                                .requester = u"王建国"_s,
                                                .phone = u"13800001111"_s,
                                                .confidentiality = confidentiality});
        REQUIRE(saved);
        HandlingOffice::must(office.book->dispatch({.ticket = saved->id, .lead = office.water}));
        const WholeTicket facts = wholeTicket(office, saved->id);
        const PaperContext paper = paperContext(office, withCitizen);
        return QString(runningTextOf(SheetPages(openDispatchSheets(facts, paper)))
                       + runningTextOf(SheetPages({ticketSheet(facts, paper)})));
    };
    const QStringList personal{u"王建国"_s, u"13800001111"_s, u"5号楼3单元"_s};
    const QString with = sheetOf(Confidentiality::Open, true);
    for (const QString &text : personal)
        CHECK(with.contains(text));
    const auto checkHidden = [&](const QString &paper) {
        for (const QString &text : personal) {
            INFO(text.toStdString());
            CHECK_FALSE(paper.contains(text));
        }
    };
    const QString without = sheetOf(Confidentiality::Open, false);
    checkHidden(without);
    CHECK(without.contains(u"王*国"_s));
    CHECK(without.contains(u"138****1111"_s));
    const bool asked = GENERATE(true, false);
    const auto checkNothing = [&](const QString &paper) {
        checkHidden(paper);
        CHECK_FALSE(paper.contains(u"王"_s));
        CHECK_FALSE(paper.contains(u"1111"_s));
        CHECK(paper.contains(u"****来电，电话****，****停水。"_s));
    };
    const QString hidden = sheetOf(Confidentiality::Hidden, asked);
    checkNothing(hidden);
    CHECK(hidden.contains(u"对承办单位保密"_s));
    const QString anonymous = sheetOf(Confidentiality::Anonymous, asked);
    checkNothing(anonymous);
    CHECK(anonymous.contains(u"匿名"_s));
}

TEST_CASE("whoever else has called is masked in the text of a paper too", "[ticketpaper]")
{
    HandlingOffice office;
    WholeTicket facts = wholeTicket(office, office.dispatched());
    facts.ticket.address = u"平东小区5号楼3单元"_s;
    facts.ticket.content = u"5号楼3单元停水，请联系李红，电话3221234或0434-3221234。"_s;
    facts.calls.append({.phone = u"0434-3221234"_s, .caller = u"李红"_s, .note = u"李红再次来电"_s});
    const auto paperOf = [&](bool withCitizen) -> QString {
        const PaperContext paper = paperContext(office, withCitizen);
        return runningTextOf(SheetPages(openDispatchSheets(facts, paper)))
               + runningTextOf(SheetPages({ticketSheet(facts, paper)}));
    };
    const QStringList personal{u"李红"_s, u"3221234"_s, u"5号楼"_s, u"3单元"_s};
    const QString masked = paperOf(false);
    const QString open = paperOf(true);
    for (const QString &text : personal) {
        INFO(text.toStdString());
        CHECK_FALSE(masked.contains(text));
        CHECK(open.contains(text));
    }
    facts.ticket.confidentiality = Confidentiality::Hidden;
    const QString hidden = paperOf(true);
    for (const QString &text : personal + QStringList{u"李*"_s, u"*34"_s}) {
        INFO(text.toStdString());
        CHECK_FALSE(hidden.contains(text));
    }
}

TEST_CASE("a sheet with a typed reply isn't torn apart to fill the page", "[ticketpaper]")
{
    HandlingOffice office;
    const int characters = GENERATE(100, 300, 490, 600, 700, 860, 1500);
    INFO(characters);
    const TicketId ticket = office.dispatched();
    WholeTicket facts = wholeTicket(office, ticket);
    Dispatch &dispatch = facts.dispatches.first();
    dispatch.signedAt = dispatch.dispatchedAt;
    dispatch.repliedAt = dispatch.dispatchedAt.addSecs(3600);
    dispatch.reply = QString(characters, u'修');
    const SheetPages pages(openDispatchSheets(facts, paperContext(office)));
    CHECK(pages.count() == (characters <= 300 ? 1 : characters < 1500 ? 2 : 3));
    // The reply begins on the first page, below what it answers.
    CHECK(pages.linesOf(0).contains(u"办理情况"_s));
    CHECK(runningTextOf(pages).count(u'修') == characters);
    CHECK(pages.linesOf(pages.count() - 1).contains(u"负责人"_s));
}

TEST_CASE("a dispatch sheet has room for a stamp, and says where it goes and what is special about it", "[ticketpaper]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    WholeTicket facts = wholeTicket(office, ticket);
    PaperContext paper = paperContext(office);
    paper.office.hotline = u"12345市长热线"_s;
    const auto text = [&] { return runningTextOf(SheetPages(openDispatchSheets(facts, paper))); };
    for (const auto &part :
         {u"承办单位（盖章）"_s, u"年　　月　　日"_s, u"将本单退回测试市市长公开电话办公室（12345市长热线）。"_s}) {
        INFO(part.toStdString());
        CHECK(text().contains(part));
    }
    CHECK_FALSE(text().contains(u"标　　记"_s));
    CHECK_FALSE(text().contains(u"附　　件"_s));
    facts.ticket.marks = Mark::Leader | Mark::Difficult | Mark::Excluded;
    facts.attachments = {{.name = u"照片.jpg"_s}, {.name = u"旧.jpg"_s, .removedAt = office.clock.now()}};
    CHECK(text().contains(u"标　　记批示、疑难附　　件1件"_s)); // not what is the office's own
}

TEST_CASE("a department that has to do it again reads why", "[ticketpaper]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    office.clock.set(at("2020-02-11 10:00"));
    HandlingOffice::must(office.book->reply(
        {.dispatch = *office.lead(ticket).id, .text = u"王建国家正在处理。"_s, .result = ClaimedResult::Explained}));
    HandlingOffice::must(office.book->sendBackReply(*office.lead(ticket).id, u"未写明结果"_s));
    const auto sheet = [&] {
        return runningTextOf(SheetPages(openDispatchSheets(wholeTicket(office, ticket), paperContext(office))));
    };
    CHECK(sheet().contains(u"被退反馈2020-02-11 10:00　解释说明。王*国家正在处理。退回意见未写明结果"_s));
    CHECK(sheet().contains(u"□ 解释说明"_s)); // it is asked again

    office.clock.set(at("2020-02-12 10:00"));
    HandlingOffice::must(office.book->reply(
        {.dispatch = *office.lead(ticket).id, .text = u"已更换水管。"_s, .result = ClaimedResult::Solved}));
    HandlingOffice::must(office.book->acceptReply(*office.lead(ticket).id));
    HandlingOffice::must(office.book->followUp({.ticket = ticket,
                                                .reached = true,
                                                .solved = false,
                                                .satisfaction = Satisfaction::Dissatisfied,
                                                .comment = u"还是没水"_s,
                                                .nextStep = NextStep::Redo,
                                                .redoGround = u"请再次到场。"_s}));
    const QString again = sheet();
    CHECK(again.contains(u"第2次交办"_s));
    CHECK(again.contains(u"前次办理供水公司　2020-02-12 10:00　实际解决。已更换水管。"_s));
    CHECK(again.contains(u"回访意见2020-02-12 10:00，未解决，不满意，还是没水"_s));
    CHECK_FALSE(again.contains(u"退回意见"_s));
}

TEST_CASE("the steps of a dispatch stand in the order of time, each with what belongs to it", "[ticketpaper]")
{
    HandlingOffice office;
    WholeTicket facts = wholeTicket(office, office.dispatched());
    Dispatch &dispatch = facts.dispatches.first();
    dispatch.suspendedAt = at("2020-02-10 10:00");
    dispatch.suspendedUntil = at("2020-02-20 10:00");
    dispatch.repliedAt = at("2020-02-21 10:00");
    dispatch.returnAskedAt = at("2020-02-22 10:00");
    dispatch.extensionAskedAt = at("2020-02-10 09:30");
    dispatch.extensionDueAt = at("2020-02-28 10:00");
    const QString text = runningTextOf(SheetPages({ticketSheet(facts, paperContext(office))}));
    QList<qsizetype> places;
    for (const auto &part : {u"2020-02-10 09:30 申请延期，拟延至 2020-02-28 10:00"_s,
                             u"2020-02-10 10:00 暂停计时，暂停至 2020-02-20 10:00"_s, u"2020-02-21 10:00 反馈"_s,
                             u"2020-02-22 10:00 申请退单"_s}) {
        INFO(part.toStdString());
        places.append(text.indexOf(part));
        CHECK(places.last() > 0);
    }
    CHECK(std::is_sorted(places.cbegin(), places.cend()));
}

TEST_CASE("no two departments' sheets share a leaf", "[ticketpaper][print]")
{
    HandlingOffice office;
    const WholeTicket facts = wholeTicket(office, office.dispatched());
    const PaperSheet one = dispatchSheet(facts, facts.dispatches.first(), paperContext(office));
    WholeTicket wordy = facts;
    wordy.ticket.content = QString(1'200, u'水');
    const PaperSheet two = dispatchSheet(wordy, facts.dispatches.first(), paperContext(office));
    REQUIRE(SheetPages::pageCount(one) == 1);
    REQUIRE(SheetPages::pageCount(two) == 2);
    const SheetPages pages({one, two, one});
    CHECK(printOrder(pages, 0, 3, false) == QList<int>{0, 1, 2, 3});
    CHECK(printOrder(pages, 0, 3, true) == QList<int>{0, blankPage, 1, 2, 3, blankPage});
    CHECK(printOrder(pages, 2, 3, true) == QList<int>{2, blankPage, 3, blankPage});
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setPrintRange(QPrinter::PageRange);
    printer.setFromTo(3, 4);
    printer.setPageOrder(QPrinter::LastPageFirst);
    CHECK(printOrder(pages, printer) == QList<int>{3, 2});
}

TEST_CASE("a PDF can be stopped between its pages", "[ticketpaper][pdf]")
{
    class Stopping final : public Progress
    {
    public:
        void report(qint64 done, [[maybe_unused]] qint64 total, [[maybe_unused]] const QString &what) override
        {
            m_done = done;
        }
        [[nodiscard]] bool cancelled() const override { return m_done >= 1; }
        qint64 m_done = 0;
    };
    HandlingOffice office;
    const WholeTicket facts = wholeTicket(office, office.dispatched());
    const PaperSheet sheet = ticketSheet(facts, paperContext(office));
    Stopping progress;
    CHECK_THROWS_AS(pdfOf(SheetPages({sheet, sheet, sheet, sheet}), u"办理单"_s, QString(), progress), StorageError);
    CHECK(progress.m_done == 1);
}

TEST_CASE("a long text goes on to a second page below the same head", "[ticketpaper]")
{
    HandlingOffice office;
    const QString sentence = u"反映小区供水管道破裂多日无人维修，希望有关部门尽快处理。"_s;
    const int sentences = GENERATE(8, 36, 44, 150);
    INFO(sentences);
    const auto saved = office.book->accept({.channel = office.phone(),
                                            .requestType = office.tables().requestTypes.at(1).id,
                                            .title = u"供水"_s,
                                            .content = sentence.repeated(sentences)});
    REQUIRE(saved);
    HandlingOffice::must(office.book->dispatch({.ticket = saved->id, .lead = office.water}));
    const SheetPages pages(openDispatchSheets(wholeTicket(office, saved->id), paperContext(office)));
    CHECK(pages.count() == (sentences <= 8 ? 1 : sentences <= 44 ? 2 : 5));
    const QString number = office.ticket(saved->id).number;
    QString all;
    for (int page = 0; page < pages.count(); ++page) {
        const QStringList lines = pages.linesOf(page);
        CHECK(lines.contains(u"承办单"_s));
        CHECK(lines.contains(u"工单编号："_s + number));
        CHECK(lines.contains(u"第%1页　共%2页"_s.arg(page + 1).arg(pages.count())));
        // No page without a row of its own.
        CHECK(lines.size() > 6);
        for (const QString &line : lines) {
            if (sentence.contains(line) || line.contains(u"反映小区"_s) || line.contains(u"，"_s))
                all += line;
        }
    }
    CHECK(all.count(u"尽快处理。"_s) >= sentences - 1); // none is lost over the end of a page
    // What is filled in by hand stays together, on the last page.
    const QStringList last = pages.linesOf(pages.count() - 1);
    CHECK(last.contains(u"签收人"_s));
    CHECK(last.contains(u"办理情况"_s));
    CHECK(last.contains(u"负责人"_s));
}

TEST_CASE("only dispatches that a department has in hand have a sheet", "[ticketpaper]")
{
    HandlingOffice office;
    CHECK(openDispatchSheets(wholeTicket(office, office.accepted()), paperContext(office)).isEmpty());
    CHECK(openDispatchSheets(wholeTicket(office, office.dispatched()), paperContext(office)).size() == 1);
    CHECK(openDispatchSheets(wholeTicket(office, office.replied()), paperContext(office)).isEmpty());
}

TEST_CASE("a ticket on paper proves what was done and when", "[ticketpaper]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const DispatchId first = *office.lead(ticket).id;
    office.clock.set(at("2020-02-10 10:00"));
    HandlingOffice::must(office.book->sign(first));
    HandlingOffice::must(office.book->remind({.dispatch = first, .text = u"请抓紧。"_s}));
    office.clock.set(at("2020-02-11 11:30"));
    HandlingOffice::must(office.book->reply({.dispatch = first, .text = u"正在处理。"_s}));
    HandlingOffice::must(office.book->sendBackReply(first, u"未写明结果"_s));
    office.clock.set(at("2020-02-12 15:20"));
    HandlingOffice::must(office.book->reply({.dispatch = first, .text = u"已更换水管。"_s}));
    HandlingOffice::must(office.book->acceptReply(first));
    HandlingOffice::must(office.book->followUp({.ticket = ticket,
                                                .reached = true,
                                                .solved = true,
                                                .satisfaction = Satisfaction::Satisfied,
                                                .comment = u"水来了"_s,
                                                .nextStep = NextStep::Close}));
    const SheetPages pages({ticketSheet(wholeTicket(office, ticket), paperContext(office))});
    const QString text = runningTextOf(pages);
    for (const auto &part : {u"办理单"_s, u"主办：供水公司"_s, u"2020-02-10 10:00 签收"_s, u"请抓紧。"_s, u"被退反馈"_s,
                             u"正在处理。"_s, u"未写明结果"_s, u"2020-02-12 15:20 反馈"_s, u"已更换水管。"_s,
                             u"已解决，满意，水来了"_s, u"办理记录"_s, u"审核退回：未写明结果"_s, u"办结"_s}) {
        INFO(part.toStdString());
        CHECK(text.contains(part));
    }
}

TEST_CASE("every event of the history has its Chinese word", "[ticketpaper]")
{
    for (const Command command : allCommands()) {
        const CommandRule &rule = ruleOf(command);
        if (rule.ticketStates == 0 && command != Command::Accept && command != Command::SaveDraft)
            continue; // nothing that happens to a ticket
        if (command == Command::RevealCitizen)
            continue; // leaves an access record, no event
        INFO(rule.action);
        CHECK_FALSE(chineseEvent(QString::fromLatin1(rule.action)).isEmpty());
    }
    // Those that are recorded of a ticket beside the commands' own.
    for (const auto &action : {u"changed_by_import"_s, u"sheet_taken"_s})
        CHECK_FALSE(chineseEvent(action).isEmpty());
    CHECK(chineseEvent(u"unheard_of"_s).isEmpty());
}

TEST_CASE("where several departments work the history tells which one did what", "[ticketpaper]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    HandlingOffice::must(
        office.book->dispatch({.ticket = ticket, .lead = office.water, .coHandlers = {office.housing}}));
    for (const Dispatch &dispatch : office.dispatches(ticket)) {
        HandlingOffice::must(office.book->remind({.dispatch = *dispatch.id, .text = u"请抓紧。"_s}));
        HandlingOffice::must(office.book->sign(*dispatch.id));
    }
    const QString text = textOf(SheetPages({ticketSheet(wholeTicket(office, ticket), paperContext(office))}));
    for (const auto &line :
         {u"签收：供水公司"_s, u"签收：住建局"_s, u"催办：供水公司，请抓紧。"_s, u"催办：住建局，请抓紧。"_s}) {
        INFO(line.toStdString());
        CHECK(text.contains(line));
    }
}

TEST_CASE("a form that breaks is framed on either page", "[ticketpaper]")
{
    const QList<PaperPiece> pieces = formPieces({formRow(u"内容"_s, QString(2'000, u'国'))}, 600, 400);
    REQUIRE(pieces.size() > 20);
    CHECK(pieces.first().keepWithNext);
    CHECK_FALSE(pieces[1].keepWithNext);
    CHECK(pieces[pieces.size() - 2].keepWithNext);
    for (const PaperPiece &piece : pieces) {
        CHECK(piece.opening.size() == 1);
        CHECK(piece.closing.size() == 1);
        CHECK(piece.height <= 40);
    }
}

TEST_CASE("the sheets are a PDF whose text can be found", "[ticketpaper][pdf]")
{
    const QString tool = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (tool.isEmpty())
        return;
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const WholeTicket facts = wholeTicket(office, ticket);
    QList<PaperSheet> sheets = openDispatchSheets(facts, paperContext(office));
    sheets.append(ticketSheet(facts, paperContext(office)));
    QTemporaryDir folder;
    QFile file(folder.filePath(u"sheets.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    Progress unheard;
    file.write(pdfOf(SheetPages(sheets), u"承办单"_s, u"测试市市长公开电话办公室"_s, unheard));
    file.close();
    QProcess process;
    process.start(tool, {file.fileName(), u"-"_s});
    REQUIRE(process.waitForFinished(30'000));
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    for (const auto &part : {u"供水公司"_s, u"工单编号"_s, u"单元停水"_s, u"办理记录"_s}) {
        INFO(part.toStdString());
        CHECK(text.contains(part));
    }
    CHECK_FALSE(text.contains(u"13800001111"_s));
}
