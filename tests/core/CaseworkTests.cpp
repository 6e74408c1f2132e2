// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a ticket, command by command.
#include "casework/HandlingRules.h"
#include "storage/ExplanationRepository.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/ReminderRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

QString actionsOf(HandlingOffice &office, TicketId ticket)
{
    QStringList actions;
    const auto events = HistoryRepository(office.file->database()).of(u"ticket"_s, ticket.value());
    for (const HistoryEvent &event : events)
        actions.append(event.action);
    return actions.join(u' ');
}

bool isSound(HandlingOffice &office)
{
    Progress quiet;
    return checkFile(*office.file, quiet).isEmpty();
}

} // namespace

TEST_CASE("a dispatched ticket goes through reply, review and follow-up to its end", "[casework]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    REQUIRE(office.book->dispatch(
        {.ticket = ticket, .lead = office.water, .coHandlers = {office.housing}, .instruction = u"请尽快抢修"_s}));
    CHECK(office.ticket(ticket).state == TicketState::InProgress);
    const Dispatch lead = office.lead(ticket);
    CHECK(lead.dueAt == office.ticket(ticket).dueAt);
    CHECK(lead.instruction == u"请尽快抢修"_s);
    CHECK(office.dispatches(ticket).size() == 2);

    office.clock.advance(600);
    REQUIRE(office.book->sign(*lead.id));
    REQUIRE(office.book->noteFirstContact(*lead.id));
    CHECK(office.stateOfLead(ticket) == DispatchState::InHand);
    office.clock.advance(3600);
    REQUIRE(office.book->reply({.dispatch = *lead.id, .text = u"已更换水管。"_s, .result = ClaimedResult::Solved}));
    CHECK(office.ticket(ticket).state == TicketState::ToReview);
    REQUIRE(office.book->sendBackReply(*lead.id, u"请说明何时恢复供水"_s));
    CHECK(office.ticket(ticket).state == TicketState::InProgress);
    REQUIRE(office.book->reply(
        {.dispatch = *lead.id, .text = u"已更换水管，2月10日17时恢复供水。"_s, .result = ClaimedResult::Solved}));
    REQUIRE(office.book->acceptReply(*lead.id));
    CHECK(office.ticket(ticket).state == TicketState::ToFollowUp);

    const auto early = office.book->close(ticket);
    REQUIRE_FALSE(early);
    CHECK(early.error().reason.contains(u"called first"));

    office.clock.advance(600);
    REQUIRE(office.book->followUp({.ticket = ticket,
                                   .reached = true,
                                   .solved = true,
                                   .satisfaction = Satisfaction::VerySatisfied,
                                   .comment = u"感谢"_s,
                                   .nextStep = NextStep::Close}));
    const Ticket closed = office.ticket(ticket);
    CHECK(closed.state == TicketState::Closed);
    CHECK(closed.resolution == Resolution::Handled);
    CHECK(closed.closedAt == office.clock.now());
    CHECK(closed.answer == u"已更换水管，2月10日17时恢复供水。"_s);
    // The co-handler never replied; nobody waits for it any more.
    for (const Dispatch &dispatch : office.dispatches(ticket))
        CHECK(stateOf(dispatch) == DispatchState::Done);
    CHECK(actionsOf(office, ticket)
          == u"accepted dispatched signed first_contact replied reply_sent_back replied reply_accepted followed_up"_s);
    REQUIRE(office.book->archive(ticket));
    CHECK(isSound(office));
}

TEST_CASE("a return goes to another department, which has its full time", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.dispatched();
    const Dispatch first = office.lead(ticket);
    office.clock.set(at("2020-02-12 10:00"));
    CHECK_FALSE(office.book->askReturn({.dispatch = *first.id}));
    REQUIRE(office.book->askReturn({.dispatch = *first.id, .ground = u"不属于本单位职责"_s}));
    CHECK(office.stateOfLead(ticket) == DispatchState::ReturnAsked);

    SECTION("refused: the department must do it")
    {
        REQUIRE(office.book->refuseReturn(*first.id, u"属于供水范围"_s));
        CHECK(office.stateOfLead(ticket) == DispatchState::InHand);
        CHECK(office.lead(ticket).ruling == u"属于供水范围"_s);
        // It may ask again, and be refused again.
        REQUIRE(office.book->askReturn({.dispatch = *first.id, .ground = u"管网已移交"_s}));
        CHECK(office.stateOfLead(ticket) == DispatchState::ReturnAsked);
    }
    SECTION("granted: the ticket waits for another")
    {
        REQUIRE(office.book->grantReturn(*first.id));
        CHECK(office.ticket(ticket).state == TicketState::Accepted);
        const auto again = office.book->dispatch({.ticket = ticket, .lead = office.water});
        REQUIRE_FALSE(again);
        CHECK(again.error().reason.contains(u"has returned this ticket"));
        REQUIRE(office.book->dispatch({.ticket = ticket, .lead = office.housing}));
        CHECK(office.lead(ticket).department == office.housing);
        CHECK(office.lead(ticket).round == 1);
        // Five working days from the redirect, not from the receipt.
        CHECK(office.lead(ticket).dueAt == at("2020-02-19 17:00"));
        CHECK(office.ticket(ticket).state == TicketState::InProgress);
    }
    CHECK(isSound(office));
}

TEST_CASE("an extension is asked for in time, once, and up to seven working days", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.dispatched();
    const DispatchId id = *office.lead(ticket).id;
    REQUIRE(office.lead(ticket).dueAt == at("2020-02-17 17:00"));
    const auto ask = [&](const char *due) {
        return office.book->askExtension({.dispatch = id, .dueAt = at(due), .reason = u"需采购配件"_s});
    };
    CHECK_FALSE(ask("2020-02-20 17:00")); // not signed for
    REQUIRE(office.book->sign(id));
    CHECK_FALSE(ask("2020-02-17 17:00"));
    CHECK_FALSE(ask("2020-02-27 17:00")); // the 26th is the seventh working day
    REQUIRE(ask("2020-02-26 17:00"));
    CHECK(office.stateOfLead(ticket) == DispatchState::ExtensionAsked);

    SECTION("refused, the due time stays")
    {
        REQUIRE(office.book->refuseExtension(id, u"群众急需"_s));
        CHECK(office.lead(ticket).dueAt == at("2020-02-17 17:00"));
        CHECK(office.stateOfLead(ticket) == DispatchState::InHand);
        REQUIRE(ask("2020-02-19 17:00"));
    }
    SECTION("granted, it moves once")
    {
        REQUIRE(office.book->grantExtension(id));
        CHECK(office.lead(ticket).dueAt == at("2020-02-26 17:00"));
        CHECK(office.lead(ticket).originalDueAt == at("2020-02-17 17:00"));
        CHECK(office.stateOfLead(ticket) == DispatchState::InHand);
        CHECK_FALSE(ask("2020-02-28 17:00"));
    }
    SECTION("a reply makes the wish void")
    {
        REQUIRE(office.book->reply({.dispatch = id, .text = u"已修好。"_s}));
        CHECK(office.stateOfLead(ticket) == DispatchState::Replied);
        REQUIRE(office.book->sendBackReply(id, u"未说明原因"_s));
        CHECK(office.stateOfLead(ticket) == DispatchState::InHand);
    }
    SECTION("too late")
    {
        REQUIRE(office.book->refuseExtension(id, u"群众急需"_s));
        office.clock.set(at("2020-02-17 17:01"));
        CHECK_FALSE(ask("2020-02-20 17:00"));
    }
    CHECK(isSound(office));
}

TEST_CASE("what a department did is entered with its own time", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.dispatched();
    const DispatchId id = *office.lead(ticket).id;
    office.clock.set(at("2020-02-14 16:00"));
    CHECK_FALSE(office.book->sign(id, at("2020-02-10 08:00"))); // before it was sent
    CHECK_FALSE(office.book->sign(id, at("2020-02-14 18:00"))); // in the future
    CHECK_FALSE(office.book->sign(id, at("2020-02-10 08:59")));
    REQUIRE(office.book->sign(id, at("2020-02-10 11:00")));
    REQUIRE(office.book->reply({.dispatch = id, .text = u"已修好。"_s, .at = at("2020-02-13 15:30")}));
    CHECK(office.lead(ticket).repliedAt == at("2020-02-13 15:30"));
    REQUIRE(office.book->sendBackReply(id, u"请补充"_s));
    // A second reply can't be older than the review that asked for it.
    CHECK_FALSE(office.book->reply({.dispatch = id, .text = u"补充。"_s, .at = at("2020-02-14 09:00")}));
    REQUIRE(office.book->reply({.dispatch = id, .text = u"补充。"_s}));
    CHECK(office.ticket(ticket).state == TicketState::ToReview);
}

TEST_CASE("a time that is told to the minute is not before the second of what it follows", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    office.clock.advance(40);
    const TicketId ticket = office.dispatched(); // at 09:00:40
    office.clock.advance(600);
    const DispatchId id = *office.lead(ticket).id;
    CHECK_FALSE(office.book->sign(id, at("2020-02-10 08:59")));
    REQUIRE(office.book->sign(id, at("2020-02-10 09:00")));
    CHECK(office.lead(ticket).signedAt == office.lead(ticket).dispatchedAt);
}

TEST_CASE("a dissatisfied citizen leads to a redo or to a written explanation", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.replied();
    const auto unhappy = [&](NextStep step, const QString &ground = {}) {
        return office.book->followUp({.ticket = ticket,
                                      .reached = true,
                                      .solved = false,
                                      .satisfaction = Satisfaction::Dissatisfied,
                                      .nextStep = step,
                                      .redoGround = ground});
    };
    CHECK_FALSE(unhappy(NextStep::Close));
    SECTION("redo")
    {
        CHECK_FALSE(unhappy(NextStep::Redo));
        office.clock.set(at("2020-02-12 09:00"));
        REQUIRE(unhappy(NextStep::Redo, u"三楼仍无水，请再查"_s));
        CHECK(office.ticket(ticket).state == TicketState::InProgress);
        CHECK(office.lead(ticket).round == 2);
        CHECK(office.lead(ticket).department == office.water);
        CHECK(office.lead(ticket).dueAt == at("2020-02-19 17:00"));
        REQUIRE(office.book->reply({.dispatch = *office.lead(ticket).id, .text = u"三楼已通水。"_s}));
        office.clock.advance(60);
        REQUIRE(office.book->acceptReply(*office.lead(ticket).id));
        // The tries of the first round don't count for the second.
        const auto early = office.book->close(ticket);
        REQUIRE_FALSE(early);
        CHECK(early.error().reason.contains(u"called first"));
        REQUIRE(office.book->followUp(
            {.ticket = ticket, .reached = true, .satisfaction = Satisfaction::Satisfied, .nextStep = NextStep::Close}));
        CHECK(office.ticket(ticket).resolution == Resolution::Handled);
    }
    SECTION("written explanation")
    {
        REQUIRE(unhappy(NextStep::Explain));
        CHECK(office.ticket(ticket).state == TicketState::ToFollowUp);
        CHECK_FALSE(office.book->close(ticket));
        CHECK_FALSE(office.book->explain(ticket, u"  "_s));
        REQUIRE(office.book->explain(ticket, u"产权单位为小区业主，已告知维修渠道。"_s));
        CHECK(ExplanationRepository(office.file->database()).ofTicket(ticket).size() == 1);
        REQUIRE(office.book->close(ticket));
        CHECK(office.ticket(ticket).state == TicketState::Closed);
    }
    CHECK(isSound(office));
}

TEST_CASE("a redo that is returned goes to another department", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.replied();
    REQUIRE(office.book->redo(ticket, u"仍无水"_s));
    REQUIRE(office.lead(ticket).round == 2);
    REQUIRE(office.book->askReturn({.dispatch = *office.lead(ticket).id, .ground = u"管网已移交"_s}));
    REQUIRE(office.book->grantReturn(*office.lead(ticket).id));
    CHECK(office.ticket(ticket).state == TicketState::Accepted);
    REQUIRE(office.book->dispatch({.ticket = ticket, .lead = office.housing}));
    CHECK(office.lead(ticket).department == office.housing);
    CHECK(office.lead(ticket).round == 2);
    CHECK(isSound(office));
}

TEST_CASE("a co-handler takes over what the lead has returned", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.accepted();
    REQUIRE(office.book->dispatch({.ticket = ticket, .lead = office.water, .coHandlers = {office.housing}}));
    REQUIRE(office.book->askReturn({.dispatch = *office.lead(ticket).id, .ground = u"属住建局职责"_s}));
    REQUIRE(office.book->grantReturn(*office.lead(ticket).id));
    CHECK(office.ticket(ticket).state == TicketState::Accepted);
    REQUIRE(office.book->dispatch({.ticket = ticket, .lead = office.housing}));
    CHECK(office.dispatches(ticket).size() == 2);
    CHECK(office.lead(ticket).department == office.housing);
    CHECK(isSound(office));
}

TEST_CASE("a reply that was sent back is kept, and what is agreed stays agreed", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.dispatched();
    const DispatchId id = *office.lead(ticket).id;
    REQUIRE(office.book->reply({.dispatch = id, .text = u"已派人查看。"_s}));
    CHECK(standingReply(office.lead(ticket)).has_value());
    REQUIRE(office.book->sendBackReply(id, u"未写明结果，联系人13800001111"_s));
    CHECK_FALSE(standingReply(office.lead(ticket)).has_value());
    office.clock.advance(60);
    REQUIRE(office.book->reply({.dispatch = id, .text = u"已修好。"_s}));
    const auto earlier = DispatchRepository(office.file->database()).earlierReplies(id);
    REQUIRE(earlier.size() == 1);
    CHECK(earlier.first().reply == u"已派人查看。"_s);
    CHECK_FALSE(earlier.first().review.isEmpty());
    // It has replied: urgency no longer moves what it is measured by.
    const auto due = office.lead(ticket).dueAt;
    REQUIRE(office.book->changeUrgency(ticket, Urgency::Critical));
    CHECK(office.lead(ticket).dueAt == due);
    CHECK(office.ticket(ticket).dueAt == due);
    // The history has no number of a citizen.
    for (const HistoryEvent &event : HistoryRepository(office.file->database()).of(u"ticket"_s, ticket.value()))
        CHECK_FALSE(detailsText(event).contains("13800001111"));
}

TEST_CASE("a ticket opened again is not overdue at birth", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.accepted();
    REQUIRE(office.book->answerDirectly(ticket, u"答复"_s));
    office.clock.set(at("2020-03-02 09:00"));
    REQUIRE(office.book->reopen(ticket, u"反映人再次来电"_s));
    REQUIRE(office.book->dispatch({.ticket = ticket, .lead = office.water}));
    CHECK(office.lead(ticket).dueAt == at("2020-03-09 17:00"));
    REQUIRE(office.book->reply({.dispatch = *office.lead(ticket).id, .text = u"已修好。"_s}));
    REQUIRE(office.book->acceptReply(*office.lead(ticket).id));
    CHECK_FALSE(office.book->explain(ticket, u"书面说明"_s)); // nobody has been called
    REQUIRE(office.book->followUp({.ticket = ticket, .reached = true, .nextStep = NextStep::Close}));
    CHECK(office.ticket(ticket).answer == u"已修好。"_s);
}

TEST_CASE("a citizen whom nobody reaches is called three times", "[casework]")
{
    HandlingOffice office;
    const TicketId ticket = office.replied();
    CHECK_FALSE(office.book->followUp({.ticket = ticket, .satisfaction = Satisfaction::Satisfied}));
    for (int i = 0; i < 2; ++i)
        REQUIRE(office.book->followUp({.ticket = ticket, .comment = u"无人接听"_s}));
    CHECK_FALSE(office.book->close(ticket));
    REQUIRE(office.book->followUp({.ticket = ticket, .comment = u"停机"_s}));
    REQUIRE(office.book->close(ticket));
    CHECK(FollowUpRepository(office.file->database()).ofTicket(ticket).size() == 3);

    // An office that calls nobody closes at once.
    const TicketId other = office.replied();
    CHECK_FALSE(office.book->close(other));
    {
        Transaction transaction(office.file->database());
        HandlingRules{.followUp = false}.save(*office.file);
        transaction.commit();
    }
    CHECK(office.book->close(other));
}

TEST_CASE("several tickets are merged at once, all or none, and each can be taken out again", "[casework]")
{
    HandlingOffice office;
    const TicketId root = office.dispatched();
    const TicketId first = office.accepted();
    const TicketId second = office.accepted();
    const TicketId busy = office.dispatched();
    const auto refused = office.book->merge({.tickets = {first, busy}, .into = root});
    REQUIRE_FALSE(refused);
    CHECK(office.ticket(first).state == TicketState::Accepted);
    CHECK(actionsOf(office, first) == u"accepted"_s);
    CHECK_FALSE(office.book->merge({.tickets = {root}, .into = root}));

    const auto merged = office.book->merge({.tickets = {first, second}, .into = root, .ground = u"同一管线"_s});
    REQUIRE(merged);
    CHECK(merged->tickets == QList<TicketId>{root, first, second});
    CHECK(office.ticket(first).mergedInto == root);
    CHECK(office.ticket(second).resolution == Resolution::Merged);
    CHECK_FALSE(office.book->merge({.tickets = {office.accepted()}, .into = first}));
    CHECK_FALSE(office.book->makeVoid(root, u"重复"_s));
    CHECK_FALSE(office.book->reopen(first, u"误并"_s));

    REQUIRE(office.book->unmerge(first, u"不是同一管线"_s));
    CHECK(office.ticket(first).state == TicketState::Accepted);
    CHECK_FALSE(office.ticket(first).mergedInto);
    CHECK_FALSE(office.book->unmerge(first, u"再来"_s));
    CHECK(isSound(office));
}

TEST_CASE("a ticket that no department needs is answered or not accepted", "[casework]")
{
    HandlingOffice office;
    const TicketId asked = office.accepted();
    CHECK_FALSE(office.book->answerDirectly(asked, u" "_s));
    REQUIRE(office.book->answerDirectly(asked, u"可到政务大厅三楼办理。"_s));
    CHECK(office.ticket(asked).resolution == Resolution::AnsweredDirectly);

    const TicketId outside = office.accepted();
    CHECK_FALSE(office.book->notAccept(outside, QString()));
    REQUIRE(office.book->notAccept(outside, u"涉诉事项，请向法院反映"_s));
    CHECK(office.ticket(outside).resolution == Resolution::NotAccepted);
    CHECK(office.ticket(outside).ground == u"涉诉事项，请向法院反映"_s);

    REQUIRE(office.book->reopen(outside, u"补充了新情况"_s));
    CHECK(office.ticket(outside).state == TicketState::Accepted);
    CHECK_FALSE(office.ticket(outside).closedAt);
    REQUIRE(office.book->makeVoid(outside, u"测试工单"_s));
    CHECK(office.ticket(outside).state == TicketState::Void);
    CHECK_FALSE(office.book->reopen(outside, u"x"_s));
    CHECK(isSound(office));
}

TEST_CASE("reminders press, and a card is for what is overdue", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.dispatched();
    const DispatchId id = *office.lead(ticket).id;
    REQUIRE(office.book->remind({.dispatch = id, .text = u"请抓紧办理"_s}));
    REQUIRE(office.book->remind({.dispatch = id, .level = ReminderLevel::Supervision, .text = u"市领导关注"_s}));
    CHECK(office.ticket(ticket).marks.testFlag(Mark::Supervised));
    CHECK_FALSE(office.book->remind({.dispatch = id, .level = ReminderLevel::YellowCard, .text = u"逾期"_s}));
    office.clock.set(at("2020-02-14 09:00")); // one working day left
    CHECK_FALSE(office.book->remind({.dispatch = id, .level = ReminderLevel::RedCard, .text = u"逾期"_s}));
    REQUIRE(office.book->remind({.dispatch = id, .level = ReminderLevel::YellowCard, .text = u"即将到期"_s}));
    office.clock.set(at("2020-02-18 09:00"));
    CHECK_FALSE(office.book->remind({.dispatch = id, .level = ReminderLevel::YellowCard}));
    REQUIRE(office.book->remind({.dispatch = id, .level = ReminderLevel::YellowCard, .text = u"逾期一日"_s}));
    CHECK(ReminderRepository(office.file->database()).ofTicket(ticket).size() == 4);
    REQUIRE(office.book->reply({.dispatch = id, .text = u"已修好。"_s}));
    CHECK_FALSE(office.book->remind({.dispatch = id}));
}

TEST_CASE("urgency and difficulty move the due time, but not what was agreed since", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.dispatched();
    REQUIRE(office.book->setMark(ticket, Mark::Difficult, true));
    CHECK(office.ticket(ticket).dueAt == at("2020-03-02 17:00")); // fifteen working days
    CHECK(office.lead(ticket).dueAt == at("2020-03-02 17:00"));
    REQUIRE(office.book->setMark(ticket, Mark::Difficult, false));
    REQUIRE(office.book->sign(*office.lead(ticket).id));
    REQUIRE(office.book->askExtension(
        {.dispatch = *office.lead(ticket).id, .dueAt = at("2020-02-19 17:00"), .reason = u"采购"_s}));
    REQUIRE(office.book->grantExtension(*office.lead(ticket).id));
    REQUIRE(office.book->changeUrgency(ticket, Urgency::Urgent));
    CHECK(office.ticket(ticket).dueAt == at("2020-02-11 09:00"));
    CHECK(office.lead(ticket).dueAt == at("2020-02-19 17:00"));
    CHECK_FALSE(office.book->setMark(ticket, Mark::Supervised, true));
    CHECK_FALSE(office.book->setMark(ticket, Mark::Excluded, true));
    REQUIRE(office.book->setMark(ticket, Mark::Excluded, true, u"非责任单位原因"_s));
}

TEST_CASE("a correction against an older state of the ticket is refused", "[casework]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    const Ticket read = office.ticket(ticket);
    REQUIRE(office.book->changeUrgency(ticket, Urgency::Urgent)); // meanwhile
    CorrectionRequest request{.ticket = ticket,
                              .version = read.version,
                              .title = u"更正后的标题"_s,
                              .content = read.content,
                              .phone = u"１３９００００２２２２"_s};
    CHECK_FALSE(office.book->correct(request));
    CHECK(office.ticket(ticket).title == read.title);
    request.version = office.ticket(ticket).version;
    CorrectionRequest endless = request;
    endless.title = QString(300, u'长');
    const auto tooLong = office.book->correct(endless);
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().field == u"title");
    REQUIRE(office.book->correct(request));
    CHECK(office.ticket(ticket).title == u"更正后的标题"_s);
    CHECK(office.ticket(ticket).phone == u"13900002222"_s);
    // The history says what was changed, not what stood there.
    const auto events = HistoryRepository(office.file->database()).of(u"ticket"_s, ticket.value());
    const QByteArray details = detailsText(events.last());
    CHECK(details.contains("phone"));
    CHECK_FALSE(details.contains("13900002222"));
}
