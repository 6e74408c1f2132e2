// SPDX-License-Identifier: GPL-3.0-or-later
// Notices to the departments, rulings, follow-up forms and written explanations on paper.
#include "support/PaperOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QSet>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

struct FormOffice : PaperOffice
{
    QString text(PaperKind kind, TicketId ticket, bool withCitizen = false)
    {
        return runningTextOf(SheetPages(sheetsOf(kind, wholeTicket(*this, ticket), paperContext(*this, withCitizen))));
    }
    qsizetype count(PaperKind kind, TicketId ticket) { return sheetCount(kind, wholeTicket(*this, ticket)); }
};

void checkParts(const QString &text, const QStringList &parts)
{
    INFO(text.toStdString());
    for (const QString &part : parts) {
        INFO(part.toStdString());
        CHECK(text.contains(part));
    }
}

constexpr PaperKind formKinds[] = {PaperKind::DispatchSheets, PaperKind::Notices,       PaperKind::Rulings,
                                   PaperKind::FollowUps,      PaperKind::FollowUpForms, PaperKind::Explanations};

} // namespace

TEST_CASE("a reminder tells the department what, since when and until when", "[formpaper]")
{
    FormOffice office;
    const TicketId ticket = office.dispatched();
    CHECK(office.count(PaperKind::Notices, ticket) == 0);
    office.clock.set(at("2020-02-12 10:00"));
    office.remind(ticket, ReminderLevel::Reminder, u"请尽快联系王建国。"_s);
    const QString due = OfficeZone().toLocal(*office.lead(ticket).dueAt).toString(u"yyyy-MM-dd HH:mm"_s);
    checkParts(office.text(PaperKind::Notices, ticket),
               {u"催办通知单"_s, u"主送单位供水公司（主办）"_s, u"单元停水"_s, u"派单时间2020-02-10 09:00"_s,
                u"未签收"_s, u"办理时限"_s + due, u"剩余3个工作日"_s, u"发出时间2020-02-12 10:00"_s, u"此前催办无"_s,
                u"请尽快联系王*国。"_s, u"请于"_s + due + u"前办结"_s, u"2020年2月12日"_s, u"沿此线撕下回执"_s,
                u"《催办通知单》（工单编号："_s + office.ticket(ticket).number + u"）已收到"_s, u"签收人"_s});
    CHECK(office.text(PaperKind::Notices, ticket, true).contains(u"请尽快联系王建国。"_s));
}

TEST_CASE("a graver notice counts the days that are over and what was sent before", "[formpaper]")
{
    FormOffice office;
    const TicketId ticket = office.dispatched();
    office.clock.set(at("2020-02-12 10:00"));
    office.remind(ticket, ReminderLevel::Reminder, u"请抓紧。"_s);
    office.clock.set(at("2020-02-14 10:00"));
    office.remind(ticket, ReminderLevel::Reminder, u"再请抓紧。"_s);
    office.clock.set(at("2020-02-19 10:00"));
    office.remind(ticket, ReminderLevel::Supervision, u"请说明。"_s);
    checkParts(office.text(PaperKind::Notices, ticket),
               {u"督办通知单"_s, u"已超期2个工作日"_s, u"催办2次，最近一次 2020-02-14 10:00"_s, u"督办意见请说明。"_s,
                u"请立即办理"_s, u"说明超期原因"_s});
    office.remind(ticket, ReminderLevel::YellowCard, u"逾期不办。"_s);
    checkParts(office.text(PaperKind::Notices, ticket),
               {u"黄牌警示通知单"_s, u"催办2次、督办1次"_s, u"警示事由逾期不办。"_s});
    office.clock.set(at("2020-02-24 10:00"));
    office.remind(ticket, ReminderLevel::RedCard, u"仍未办理。"_s);
    checkParts(office.text(PaperKind::Notices, ticket),
               {u"红牌警示通知单"_s, u"已超期5个工作日"_s, u"催办2次、督办1次、黄牌1次"_s});
    // What stood when it was sent stays, and nothing is asked of somebody who has replied.
    office.clock.set(at("2020-02-26 10:00"));
    HandlingOffice::must(office.book->reply({.dispatch = *office.lead(ticket).id, .text = u"已办。"_s}));
    const QString later = office.text(PaperKind::Notices, ticket);
    checkParts(later, {u"已超期5个工作日"_s, u"承办单位已反馈。"_s});
    CHECK_FALSE(later.contains(u"请立即办理"_s));
}

TEST_CASE("each department gets its own notice", "[formpaper]")
{
    FormOffice office;
    const TicketId ticket = office.accepted();
    HandlingOffice::must(
        office.book->dispatch({.ticket = ticket, .lead = office.water, .coHandlers = {office.housing, office.police}}));
    for (const Dispatch &dispatch : office.dispatches(ticket)) {
        if (dispatch.department != office.police)
            HandlingOffice::must(office.book->remind({.dispatch = *dispatch.id, .text = u"请抓紧。"_s}));
    }
    const QString text = office.text(PaperKind::Notices, ticket);
    CHECK(office.count(PaperKind::Notices, ticket) == 2);
    checkParts(text, {u"主送单位供水公司（主办）"_s, u"主送单位住建局（协办）"_s});
    CHECK_FALSE(text.contains(u"公安局"_s));
}

TEST_CASE("a notice keeps to the time that was in force when it was sent", "[formpaper]")
{
    FormOffice office;
    const TicketId ticket = office.dispatched();
    const DispatchId id = *office.lead(ticket).id; // due on the 17th
    HandlingOffice::must(office.book->sign(id));
    office.clock.set(at("2020-02-14 10:00"));
    office.remind(ticket, ReminderLevel::YellowCard, u"请抓紧。"_s);
    const QString before = u"剩余1个工作日"_s;
    CHECK(office.text(PaperKind::Notices, ticket).contains(before));
    office.clock.set(at("2020-02-14 11:00"));
    HandlingOffice::must(
        office.book->askExtension({.dispatch = id, .dueAt = at("2020-02-21 17:00"), .reason = u"配件未到"_s}));
    HandlingOffice::must(office.book->grantExtension(id));
    checkParts(office.text(PaperKind::Notices, ticket), {before, u"办理时限2020-02-21 17:00"_s});
    // Extended again: the earlier times are kept.
    WholeTicket facts = wholeTicket(office, ticket);
    facts.dispatches.first().dueAt = at("2020-02-24 17:00");
    facts.dispatches.first().extendedAt = at("2020-02-20 10:00");
    facts.earlierDues[id.value()] = {{.until = at("2020-02-14 11:00"), .dueAt = at("2020-02-17 17:00")},
                                     {.until = at("2020-02-20 10:00"), .dueAt = at("2020-02-21 17:00")}};
    checkParts(runningTextOf(SheetPages(noticeSheets(facts, paperContext(office)))),
               {before, u"办理时限2020-02-24 17:00"_s});
}

TEST_CASE("a notice of an earlier round isn't sent again", "[formpaper]")
{
    FormOffice office;
    const TicketId ticket = office.dispatched();
    office.clock.set(at("2020-02-12 10:00"));
    office.remind(ticket, ReminderLevel::Reminder, u"第一次催办"_s);
    HandlingOffice::must(office.book->reply({.dispatch = *office.lead(ticket).id, .text = u"已办。"_s}));
    HandlingOffice::must(office.book->acceptReply(*office.lead(ticket).id));
    CHECK(office.count(PaperKind::Notices, ticket) == 1); // for the files
    office.clock.set(at("2020-02-13 10:00"));
    office.followUp(ticket, {.reached = true, .solved = false, .nextStep = NextStep::Redo, .redoGround = u"重办"_s});
    CHECK(office.count(PaperKind::Notices, ticket) == 0);
    office.clock.set(at("2020-02-14 10:00"));
    office.remind(ticket, ReminderLevel::Reminder, u"第二次催办"_s);
    const QString text = office.text(PaperKind::Notices, ticket);
    CHECK(text.contains(u"第二次催办"_s));
    CHECK_FALSE(text.contains(u"第一次催办"_s));
}

TEST_CASE("the receipt of a notice stands whole at the foot of its page", "[formpaper]")
{
    FormOffice office;
    const int characters = GENERATE(10, 400, 700, 1'500);
    INFO(characters);
    const TicketId ticket = office.dispatched();
    office.remind(ticket, ReminderLevel::Reminder, u"请抓紧。"_s);
    WholeTicket facts = wholeTicket(office, ticket);
    facts.ticket.content = QString(characters, u'水');
    const SheetPages pages(noticeSheets(facts, paperContext(office)));
    const QStringList last = pages.linesOf(pages.count() - 1);
    CHECK(last.contains(u"沿此线撕下回执"_s));
    CHECK(last.contains(u"回执"_s));
    CHECK(last.contains(u"签收人"_s));
    CHECK(runningTextOf(pages).count(u'水') >= characters);
    const PaperSheet sheet = noticeSheets(facts, paperContext(office)).first();
    CHECK(SheetPages::roomLeft(sheet) < 3);
}

TEST_CASE("a wish for more time is ruled on by hand or as it was ruled", "[formpaper]")
{
    FormOffice office;
    const TicketId ticket = office.dispatched();
    const DispatchId id = *office.lead(ticket).id;
    HandlingOffice::must(office.book->sign(id));
    CHECK(office.count(PaperKind::Rulings, ticket) == 0);
    office.clock.set(at("2020-02-11 10:00"));
    HandlingOffice::must(office.book->askExtension(
        {.dispatch = id, .dueAt = at("2020-02-20 17:00"), .reason = u"王建国家配件未到。"_s}));
    const QString asked = office.text(PaperKind::Rulings, ticket);
    checkParts(asked, {u"延期审批单"_s, u"申请单位供水公司（主办）"_s, u"申请时间2020-02-11 10:00"_s,
                       u"申请延至2020-02-20 17:00"_s, u"延期理由王*国家配件未到。"_s, u"□ 同意　　　□ 不同意"_s,
                       u"审批签字"_s, u"经办人"_s});
    office.clock.set(at("2020-02-11 11:00"));
    SECTION("granted")
    {
        HandlingOffice::must(office.book->grantExtension(id));
        checkParts(office.text(PaperKind::Rulings, ticket), {u"☑ 同意　　　□ 不同意"_s, u"批准延至2020-02-20 17:00"_s,
                                                             u"审批时间2020-02-11 11:00"_s, u"原时限 "_s});
    }
    SECTION("refused")
    {
        HandlingOffice::must(office.book->refuseExtension(id, u"理由不足"_s));
        checkParts(office.text(PaperKind::Rulings, ticket),
                   {u"□ 同意　　　☑ 不同意"_s, u"时限不变"_s, u"审批意见理由不足"_s});
    }
    SECTION("overtaken by a reply")
    {
        HandlingOffice::must(office.book->reply({.dispatch = id, .text = u"已修好。"_s}));
        checkParts(office.text(PaperKind::Rulings, ticket),
                   {u"□ 同意　　　□ 不同意"_s, u"审批前承办单位已反馈，申请自行终止"_s});
    }
    SECTION("refused, asked for again and overtaken by a reply")
    {
        HandlingOffice::must(office.book->refuseExtension(id, u"理由不足"_s));
        office.clock.set(at("2020-02-12 10:00"));
        HandlingOffice::must(
            office.book->askExtension({.dispatch = id, .dueAt = at("2020-02-21 17:00"), .reason = u"配件未到"_s}));
        office.clock.set(at("2020-02-12 11:00"));
        HandlingOffice::must(office.book->reply({.dispatch = id, .text = u"已修好。"_s}));
        // The refusal was of the first wish; on this one nobody has ruled.
        checkParts(office.text(PaperKind::Rulings, ticket), {u"申请自行终止"_s, u"审批意见审批登记审批时间审批签字"_s});
    }
}

TEST_CASE("a return that was granted or refused has its sheet, each with its own ground", "[formpaper]")
{
    FormOffice office;
    const TicketId ticket = office.dispatched();
    const DispatchId id = *office.lead(ticket).id;
    office.clock.set(at("2020-02-10 10:00"));
    HandlingOffice::must(office.book->askReturn({.dispatch = id, .ground = u"不属本单位职责"_s}));
    checkParts(office.text(PaperKind::Rulings, ticket),
               {u"退单审批单"_s, u"退单理由不属本单位职责"_s, u"□ 同意　　　□ 不同意"_s});
    office.clock.set(at("2020-02-10 11:00"));
    HandlingOffice::must(office.book->refuseReturn(id, u"属其职责"_s));
    checkParts(office.text(PaperKind::Rulings, ticket),
               {u"☑ 不同意"_s, u"由原承办单位继续办理"_s, u"审批意见属其职责"_s});
    // The words of a later refusal are those of the other wish.
    office.clock.set(at("2020-02-11 10:00"));
    HandlingOffice::must(
        office.book->askExtension({.dispatch = id, .dueAt = at("2020-02-20 17:00"), .reason = u"配件未到"_s}));
    office.clock.set(at("2020-02-11 11:00"));
    HandlingOffice::must(office.book->refuseExtension(id, u"可先行处置"_s));
    const QString both = office.text(PaperKind::Rulings, ticket);
    CHECK(office.count(PaperKind::Rulings, ticket) == 2);
    CHECK(both.count(u"可先行处置"_s) == 1);
    CHECK_FALSE(both.contains(u"属其职责"_s.prepend(u"审批意见"_s)));
    office.clock.set(at("2020-02-12 10:00"));
    HandlingOffice::must(office.book->askReturn({.dispatch = id, .ground = u"已划归住建局"_s}));
    HandlingOffice::must(office.book->grantReturn(id));
    checkParts(office.text(PaperKind::Rulings, ticket),
               {u"☑ 同意　　　□ 不同意"_s, u"退回，另行派单"_s, u"已划归住建局"_s});
}

TEST_CASE("a follow-up form shows what was noted, or is blank", "[formpaper]")
{
    FormOffice office;
    CHECK(office.count(PaperKind::FollowUpForms, office.dispatched()) == 0);
    const TicketId ticket = office.replied();
    CHECK(office.count(PaperKind::FollowUps, ticket) == 0);
    const QString scale = u"□ 非常满意　　□ 满意　　　　□ 基本满意□ 不满意　　　□ 非常不满意　□ 未评价"_s;
    const QString blank = office.text(PaperKind::FollowUpForms, ticket);
    checkParts(blank, {u"回访单"_s, scale, u"□ 电话　　□ 短信　　□ 上门　　□ 信函"_s, u"本人签字"_s,
                       u"办理情况已更换水管。"_s, u"反映人王*国联系电话138****1111"_s, u"□ 已联系上　　□ 未联系上"_s,
                       u"□ 已解决　　□ 未解决　　□ 未表态"_s});
    CHECK_FALSE(blank.contains(u"☑ 已"_s));
    office.clock.set(at("2020-02-11 09:00"));
    office.followUp(ticket, {.method = FollowUpMethod::Sms, .reached = false});
    office.clock.set(at("2020-02-11 15:00"));
    office.followUp(ticket, {.method = FollowUpMethod::Visit,
                             .reached = true,
                             .solved = false,
                             .satisfaction = Satisfaction::Dissatisfied,
                             .comment = u"王建国说水压低"_s,
                             .nextStep = NextStep::Explain});
    const QString noted = office.text(PaperKind::FollowUps, ticket);
    checkParts(noted, {u"☑ 上门"_s, u"☑ 已联系上　　□ 未联系上"_s, u"□ 已解决　　☑ 未解决　　□ 未表态"_s,
                       u"□ 基本满意☑ 不满意"_s, u"王*国说水压低"_s, u"☑ 一单一报"_s,
                       u"此前回访2020-02-11 09:00　短信，未联系上"_s, u"回访时间2020-02-11 15:00"_s});
    // The blank one for the next try tells both.
    checkParts(office.text(PaperKind::FollowUpForms, ticket), {u"历次回访"_s, u"上门，未解决，不满意"_s, scale});
    CHECK(office.text(PaperKind::FollowUps, ticket, true).contains(u"王建国说水压低"_s));
}

TEST_CASE("a written explanation stands beside what the citizen was not satisfied with", "[formpaper]")
{
    FormOffice office;
    const TicketId ticket = office.replied();
    CHECK(office.count(PaperKind::Explanations, ticket) == 0);
    office.clock.set(at("2020-02-11 15:00"));
    office.followUp(ticket, {.reached = true,
                             .solved = false,
                             .satisfaction = Satisfaction::VeryDissatisfied,
                             .comment = u"水压仍然很低"_s});
    REQUIRE(office.count(PaperKind::Explanations, ticket) == 1); // a form for it
    const QString asked = office.text(PaperKind::Explanations, ticket);
    checkParts(asked,
               {u"一单一报"_s, u"报告单位供水公司"_s, u"回访评价2020-02-11 15:00，电话，未解决，非常不满意"_s,
                u"回访意见水压仍然很低"_s, u"已更换水管。"_s, u"情况说明"_s, u"报告单位（盖章）"_s, u"审核意见"_s});
    office.clock.set(at("2020-02-12 15:00"));
    HandlingOffice::must(office.book->explain(ticket, u"王建国所在楼为高层，二次供水由物业负责。"_s));
    CHECK(office.count(PaperKind::Explanations, ticket) == 1);
    checkParts(office.text(PaperKind::Explanations, ticket),
               {u"情况说明王*国所在楼为高层，二次供水由物业负责。"_s, u"报告时间2020-02-12 15:00"_s,
                u"回访评价2020-02-11 15:00"_s});
}

TEST_CASE("no form names who asked for confidentiality, whatever was asked", "[formpaper]")
{
    FormOffice office;
    const TicketId ticket = office.replied();
    office.clock.set(at("2020-02-11 15:00"));
    office.followUp(ticket, {.reached = true, .solved = false, .comment = u"王建国不满"_s});
    WholeTicket facts = wholeTicket(office, ticket);
    facts.ticket.address = u"平东小区5号楼3单元"_s;
    facts.ticket.content = u"王建国，电话13800001111，平东小区5号楼3单元停水。"_s;
    Dispatch &dispatch = facts.dispatches.first();
    dispatch.reply = u"已联系王建国13800001111"_s;
    dispatch.returnAskedAt = dispatch.extensionAskedAt = dispatch.dispatchedAt;
    dispatch.extensionDueAt = dispatch.dueAt;
    dispatch.returnGround = dispatch.extensionReason = dispatch.ruling = u"王建国不在家"_s;
    dispatch.returnRefusedAt = dispatch.dispatchedAt;
    facts.reminders = {{.dispatch = *dispatch.id, .at = dispatch.dispatchedAt, .by = u"甲"_s, .text = u"找王建国"_s}};
    facts.explanations = {{.ticket = ticket, .at = office.clock.now(), .text = u"王建国家"_s}};
    const QStringList personal{u"王建国"_s, u"13800001111"_s, u"5号楼"_s, u"3单元"_s};
    const auto confidentiality = GENERATE(Confidentiality::Open, Confidentiality::Hidden, Confidentiality::Anonymous);
    facts.ticket.confidentiality = confidentiality;
    for (const PaperKind kind : formKinds) {
        INFO(std::string(code(kind).data()));
        const auto paper = [&](bool withCitizen) {
            return runningTextOf(SheetPages(sheetsOf(kind, facts, paperContext(office, withCitizen))));
        };
        if (sheetCount(kind, facts) == 0)
            continue;
        const QString masked = paper(false);
        const QString asked = paper(true);
        for (const QString &text : personal) {
            INFO(text.toStdString());
            CHECK_FALSE(masked.contains(text));
            CHECK(asked.contains(text) == (confidentiality == Confidentiality::Open));
        }
        CHECK(masked.contains(u"王*国"_s) == (confidentiality == Confidentiality::Open));
    }
    CHECK(sheetCount(PaperKind::DispatchSheets, facts) == 0);
}

TEST_CASE("a ticket has as many sheets of a kind as are counted, each with its number and bars", "[formpaper]")
{
    FormOffice office;
    QList<TicketId> tickets{office.accepted(), office.dispatched(), office.replied()};
    office.remind(tickets[1], ReminderLevel::Reminder, u"请抓紧。"_s);
    HandlingOffice::must(office.book->askReturn({.dispatch = *office.lead(tickets[1]).id, .ground = u"无关"_s}));
    const TicketId unhappy = office.replied();
    office.clock.set(at("2020-02-11 15:00"));
    office.followUp(unhappy, {.reached = true, .solved = false});
    tickets.append(unhappy);
    QSet<PaperKind> seen;
    for (const TicketId ticket : tickets) {
        const WholeTicket facts = wholeTicket(office, ticket);
        for (const auto &entry : codeTable<PaperKind>()) {
            INFO(facts.ticket.number.toStdString() << ' ' << entry.code);
            const QList<PaperSheet> sheets = sheetsOf(entry.value, facts, paperContext(office));
            CHECK(sheets.size() == sheetCount(entry.value, facts));
            for (const PaperSheet &sheet : sheets) {
                seen.insert(entry.value);
                const QStringList lines = SheetPages({sheet}).linesOf(0);
                CHECK(lines.contains(u"工单编号："_s + facts.ticket.number));
                CHECK(std::ranges::any_of(sheet.head, [](const PaperPiece &piece) { return !piece.bars.isEmpty(); }));
            }
        }
    }
    CHECK(seen.size() == std::ssize(codeTable<PaperKind>()) - 1); // all but the list
}
