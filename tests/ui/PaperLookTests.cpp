// SPDX-License-Identifier: GPL-3.0-or-later
// The papers, written to be looked at.
#include "support/PaperOffice.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include "paper/PdfFile.h"
#include "shell/CaseSession.h"
#include "tickets/ListPaper.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QTest>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

// With a folder for it, HUIYIN_PAPERS=…, the papers are written there to be looked at.
TEST_CASE("the papers in all their kinds", "[ticketpaper][pdf][look]")
{
    const QString folder = qEnvironmentVariable("HUIYIN_PAPERS");
    HandlingOffice office;
    const auto saved = office.book->accept(
        {.channel = office.phone(),
         .requestType = office.tables().requestTypes.at(1).id,
         .address = u"平东小区5号楼3单元502室"_s,
         .title = u"平东小区5号楼3单元停水三日"_s,
         .content =
             u"王建国来电反映，平东小区5号楼3单元自2月8日起停水，物业答复管道破裂，至今无人维修，"
             u"楼内有老人和孩子，生活不便，希望有关部门尽快处理。联系电话13800001111，也可联系其妻李红3221234。"_s,
         .requester = u"王建国"_s,
         .phone = u"13800001111"_s});
    REQUIRE(saved);
    HandlingOffice::must(office.book->dispatch({.ticket = saved->id,
                                                .lead = office.water,
                                                .coHandlers = {office.housing},
                                                .instruction = u"请当日到场核实，两日内恢复供水。"_s}));
    WholeTicket facts = wholeTicket(office, saved->id);
    facts.calls.append({.phone = u"0434-3221234"_s, .caller = u"李红"_s});
    PaperContext masked = paperContext(office);
    masked.office.hotline = u"12345市长热线"_s;
    PaperContext open = masked;
    open.withCitizen = true;
    const auto write = [&](const QString &name, const QList<PaperSheet> &sheets) {
        Progress unheard;
        const QByteArray pdf = pdfOf(SheetPages(sheets), name, open.office.name, unheard);
        CHECK(pdf.startsWith("%PDF"));
        if (folder.isEmpty())
            return;
        QFile file(folder + u'/' + name + u".pdf"_s);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(pdf);
    };
    write(u"dispatch-open"_s, openDispatchSheets(facts, open));
    write(u"dispatch-masked"_s, openDispatchSheets(facts, masked));
    WholeTicket anonymous = facts;
    anonymous.ticket.confidentiality = Confidentiality::Anonymous;
    anonymous.ticket.marks = Mark::Leader | Mark::Supervised;
    anonymous.attachments = {{.name = u"照片.jpg"_s}};
    write(u"dispatch-anonymous"_s, openDispatchSheets(anonymous, open));
    WholeTicket replied = facts;
    replied.dispatches.first().repliedAt = office.clock.now();
    replied.dispatches.first().claimedResult = ClaimedResult::Solved;
    replied.dispatches.first().reply = u"经现场核实，该单元供水主管道破裂，已于当日更换。"_s.repeated(29);
    write(u"dispatch-replied"_s, openDispatchSheets(replied, open));
    const DispatchId first = *office.lead(saved->id).id;
    office.clock.set(at("2020-02-11 11:30"));
    HandlingOffice::must(office.book->sign(first));
    HandlingOffice::must(office.book->remind({.dispatch = first, .text = u"请抓紧。"_s}));
    HandlingOffice::must(
        office.book->reply({.dispatch = first, .text = u"正在处理。"_s, .result = ClaimedResult::Explained}));
    HandlingOffice::must(office.book->sendBackReply(first, u"未写明何时恢复供水，请补充。"_s));
    write(u"dispatch-sent-back"_s, openDispatchSheets(wholeTicket(office, saved->id), open));
    office.clock.set(at("2020-02-12 15:20"));
    HandlingOffice::must(office.book->reply(
        {.dispatch = first, .text = u"已更换水管，2月12日15时恢复供水。"_s, .result = ClaimedResult::Solved}));
    HandlingOffice::must(office.book->acceptReply(first));
    for (const Dispatch &dispatch : office.dispatches(saved->id)) {
        if (dispatch.role == DispatchRole::CoHandler) {
            HandlingOffice::must(office.book->reply({.dispatch = *dispatch.id, .text = u"已督促物业。"_s}));
            HandlingOffice::must(office.book->acceptReply(*dispatch.id));
        }
    }
    office.clock.set(at("2020-02-13 09:10"));
    HandlingOffice::must(office.book->followUp({.ticket = saved->id,
                                                .reached = true,
                                                .solved = false,
                                                .satisfaction = Satisfaction::Dissatisfied,
                                                .comment = u"水压仍然很低"_s,
                                                .nextStep = NextStep::Redo,
                                                .redoGround = u"请再次到场。"_s}));
    const WholeTicket again = wholeTicket(office, saved->id);
    // A list as long as some pages.
    Progress quiet;
    const QList<ListedTicket> listed(60, readListed(*office.file, {saved->id}, quiet).first());
    write(u"dispatch-round-2"_s, openDispatchSheets(again, open));
    write(u"whole-ticket"_s, {ticketSheet(again, open)});
    write(u"batch"_s, openDispatchSheets(facts, masked) + openDispatchSheets(replied, masked));
    office.close();
    QuietMessages messages;
    CaseSession session(messages, office.clock);
    session.open(office.path(), CaseFile::Mode::Read);
    REQUIRE(QTest::qWaitFor([&session] { return session.isOpen(); }, 20'000));
    QList<TicketField> columns;
    for (int column = 0; column < ticketFieldCount; ++column)
        columns.append(static_cast<TicketField>(column));
    const PaperSheet list =
        listSheet(listed, columns, TicketText(session), {.narrowed = u"未办结，承办单位：供水公司"_s}, masked);
    const PaperSheet chosen = listSheet(listed.first(3), columns, TicketText(session),
                                        {.narrowed = u"未办结，承办单位：供水公司"_s, .isChosen = true}, masked);
    const QByteArray lists =
        pdfOf(SheetPages({list, chosen}, SheetPages::Format::Landscape), u"工单清单"_s, masked.office.name, quiet);
    CHECK(lists.startsWith("%PDF"));
    if (!folder.isEmpty()) {
        QFile file(folder + u"/list.pdf"_s);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(lists);
    }
}
