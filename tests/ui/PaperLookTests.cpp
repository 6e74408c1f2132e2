// SPDX-License-Identifier: GPL-3.0-or-later
// The papers, laid out in all their kinds; with a folder for them, HUIYIN_PAPERS=…, written there to be looked at.
#include "support/PaperOffice.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include "shell/CaseSession.h"
#include "tickets/ListPaper.h"

#include <catch2/catch.hpp>

#include <QTest>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

TEST_CASE("the papers in all their kinds", "[ticketpaper][pdf][look]")
{
    PaperOffice office;
    const TicketId ticket = office.waterCut();
    HandlingOffice::must(office.book->dispatch({.ticket = ticket,
                                                .lead = office.water,
                                                .coHandlers = {office.housing},
                                                .instruction = u"请当日到场核实，两日内恢复供水。"_s}));
    WholeTicket facts = wholeTicket(office, ticket);
    facts.calls.append({.phone = u"0434-3221234"_s, .caller = u"李红"_s});
    const PaperContext masked = office.context();
    const PaperContext open = office.context(true);
    const auto write = [](const QString &name, const QList<PaperSheet> &sheets) {
        writeToLookAt(name, SheetPages(sheets));
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
    const DispatchId first = *office.lead(ticket).id;
    office.clock.set(at("2020-02-11 11:30"));
    HandlingOffice::must(office.book->sign(first));
    HandlingOffice::must(office.book->remind({.dispatch = first, .text = u"请抓紧。"_s}));
    HandlingOffice::must(
        office.book->reply({.dispatch = first, .text = u"正在处理。"_s, .result = ClaimedResult::Explained}));
    HandlingOffice::must(office.book->sendBackReply(first, u"未写明何时恢复供水，请补充。"_s));
    write(u"dispatch-sent-back"_s, openDispatchSheets(wholeTicket(office, ticket), open));
    office.clock.set(at("2020-02-12 15:20"));
    HandlingOffice::must(office.book->reply(
        {.dispatch = first, .text = u"已更换水管，2月12日15时恢复供水。"_s, .result = ClaimedResult::Solved}));
    HandlingOffice::must(office.book->acceptReply(first));
    for (const Dispatch &dispatch : office.dispatches(ticket)) {
        if (dispatch.role == DispatchRole::CoHandler) {
            HandlingOffice::must(office.book->reply({.dispatch = *dispatch.id, .text = u"已督促物业。"_s}));
            HandlingOffice::must(office.book->acceptReply(*dispatch.id));
        }
    }
    office.clock.set(at("2020-02-13 09:10"));
    HandlingOffice::must(office.book->followUp({.ticket = ticket,
                                                .reached = true,
                                                .solved = false,
                                                .satisfaction = Satisfaction::Dissatisfied,
                                                .comment = u"水压仍然很低"_s,
                                                .nextStep = NextStep::Redo,
                                                .redoGround = u"请再次到场。"_s}));
    const WholeTicket again = wholeTicket(office, ticket);
    // A list as long as some pages.
    Progress quiet;
    const QList<ListedTicket> listed(60, readListed(*office.file, {ticket}, quiet).first());
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
    writeToLookAt(u"list"_s, SheetPages({list, chosen}, SheetPages::Format::Landscape));
}

TEST_CASE("fifty notices begin on a leaf each, printed on one side or on both", "[formpaper][print][look]")
{
    PaperOffice office;
    const TicketId ticket = office.dispatched();
    office.remind(ticket, ReminderLevel::Reminder, u"请抓紧。"_s);
    WholeTicket facts = wholeTicket(office, ticket);
    constexpr int count = 50;
    QList<PaperSheet> sheets;
    for (int i = 0; i < count; ++i) {
        facts.ticket.number = u"20200210-%1"_s.arg(i + 1, 4, 10, QChar(u'0'));
        facts.ticket.content = u"反映小区供水管道破裂多日无人维修，希望有关部门尽快处理。"_s.repeated(1 + i % 5 * 6);
        sheets += noticeSheets(facts, paperContext(office));
    }
    const SheetPages pages(sheets);
    REQUIRE(pages.count() > count);
    CHECK(printOrder(pages, 0, pages.count() - 1, false).size() == pages.count());
    const QList<int> leaves = printOrder(pages, 0, pages.count() - 1, true);
    QList<int> printed;
    for (qsizetype i = 0; i < leaves.size(); ++i) {
        if (leaves[i] == blankPage) {
            CHECK(i % 2 == 1);
            continue;
        }
        printed.append(leaves[i]);
        if (pages.beginsLeaf(leaves[i]))
            CHECK(i % 2 == 0);
    }
    CHECK(printed.size() == pages.count());
    CHECK(std::ranges::is_sorted(printed));
    writeToLookAt(u"batch-of-fifty"_s, pages, leaves);
}

TEST_CASE("the forms in all their kinds", "[formpaper][pdf][look]")
{
    PaperOffice office;
    const TicketId ticket = office.waterCut();
    const auto write = [&](const QString &name, PaperKind kind, bool withCitizen = true) {
        const QList<PaperSheet> sheets = sheetsOf(kind, wholeTicket(office, ticket), office.context(withCitizen));
        CHECK_FALSE(sheets.isEmpty());
        writeToLookAt(name, SheetPages(sheets));
    };
    HandlingOffice::must(office.book->dispatch(
        {.ticket = ticket, .lead = office.water, .instruction = u"请当日到场核实，两日内恢复供水。"_s}));
    const DispatchId id = *office.lead(ticket).id;
    HandlingOffice::must(office.book->sign(id));
    office.clock.set(at("2020-02-12 10:00"));
    office.remind(ticket, ReminderLevel::Reminder, u"反映人再次来电，称仍未恢复供水，请抓紧办理。"_s);
    write(u"notice-reminder"_s, PaperKind::Notices, false);
    HandlingOffice::must(office.book->askExtension({.dispatch = id,
                                                    .dueAt = at("2020-02-20 17:00"),
                                                    .reason = u"需更换主管道，配件由外地调运，预计19日到货。"_s}));
    write(u"ruling-asked"_s, PaperKind::Rulings, false);
    office.clock.set(at("2020-02-12 14:30"));
    HandlingOffice::must(office.book->grantExtension(id));
    write(u"ruling-granted"_s, PaperKind::Rulings);
    office.clock.set(at("2020-02-24 09:00"));
    office.remind(ticket, ReminderLevel::YellowCard, u"经催办仍未在延长的时限内办结，予以黄牌警示。"_s);
    write(u"notice-yellow"_s, PaperKind::Notices);
    office.clock.set(at("2020-02-24 15:20"));
    HandlingOffice::must(
        office.book->reply({.dispatch = id,
                            .text = u"经现场核实，该单元供水主管道破裂，已于2月24日更换，15时恢复供水。"_s,
                            .result = ClaimedResult::Solved}));
    HandlingOffice::must(office.book->acceptReply(id));
    write(u"follow-up-blank"_s, PaperKind::FollowUpForms);
    office.clock.set(at("2020-02-25 09:10"));
    office.followUp(ticket, {.reached = false});
    office.clock.set(at("2020-02-25 16:10"));
    office.followUp(ticket, {.method = FollowUpMethod::Visit,
                             .reached = true,
                             .solved = false,
                             .satisfaction = Satisfaction::Dissatisfied,
                             .comment = u"水虽然通了，但五楼以上水压仍然很低，早晚高峰无法用水。"_s,
                             .nextStep = NextStep::Explain});
    write(u"follow-up-noted"_s, PaperKind::FollowUps);
    write(u"explanation-asked"_s, PaperKind::Explanations);
    office.clock.set(at("2020-02-26 16:10"));
    HandlingOffice::must(office.book->explain(
        ticket, u"该小区为二次加压供水，加压设备由物业公司管理。我公司已完成主管道更换，管网压力达到规范要求；"
                u"五楼以上水压低系物业加压泵老化所致，已书面告知物业公司限期更换，并派员协助选型。"_s));
    write(u"explanation-filed"_s, PaperKind::Explanations);
}
