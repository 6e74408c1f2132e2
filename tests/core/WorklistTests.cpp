// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for the office, and commands given for many tickets at once.
#include "casework/Batch.h"
#include "casework/Worklist.h"
#include "storage/CalendarRepository.h"
#include "storage/StorageError.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

Worklist worklist(HandlingOffice &office)
{
    return worklistOf(*office.file, Deadlines::of(*office.file).moments(office.clock.now()), u"话务员03"_s);
}

QList<TicketId> waiting(HandlingOffice &office, Duty duty, TicketFilter filter = {})
{
    filter.duty = duty;
    filter.moments = Deadlines::of(*office.file).moments(office.clock.now());
    return TicketRepository(office.file->database()).matching(filter);
}

} // namespace

TEST_CASE("a ticket waits for whoever comes next", "[worklist]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    const auto dutiesNow = [&] {
        QString duties;
        for (const Duty duty :
             {Duty::Dispatch, Duty::Sign, Duty::ReturnAsked, Duty::ExtensionAsked, Duty::Review, Duty::FollowUp}) {
            const bool waits = waiting(office, duty).contains(ticket);
            CHECK(worklist(office).count(duty) == (waits ? 1 : 0));
            duties += waits ? u'1' : u'0';
        }
        return duties;
    };
    CHECK(dutiesNow() == u"100000"_s);
    REQUIRE(office.book->dispatch({.ticket = ticket, .lead = office.water, .coHandlers = {office.housing}}));
    CHECK(dutiesNow() == u"010000"_s);
    REQUIRE(office.book->sign(*office.lead(ticket).id));
    CHECK(dutiesNow() == u"010000"_s); // the co-handler hasn't
    REQUIRE(office.book->sign(*office.dispatches(ticket).last().id));
    CHECK(dutiesNow() == u"000000"_s);
    REQUIRE(office.book->askExtension(
        {.dispatch = *office.lead(ticket).id, .dueAt = at("2020-02-19 17:00"), .reason = u"等待配件"_s}));
    CHECK(dutiesNow() == u"000100"_s);
    REQUIRE(office.book->refuseExtension(*office.lead(ticket).id, u"请按期办理"_s));
    REQUIRE(office.book->askReturn({.dispatch = *office.lead(ticket).id, .ground = u"非本单位职责"_s}));
    CHECK(dutiesNow() == u"001000"_s);
    REQUIRE(office.book->grantReturn(*office.lead(ticket).id));
    CHECK(dutiesNow() == u"100000"_s);
    REQUIRE(office.book->dispatch({.ticket = ticket, .lead = office.police}));
    REQUIRE(office.book->reply({.dispatch = *office.lead(ticket).id, .text = u"已办"_s}));
    CHECK(dutiesNow() == u"000010"_s);
    REQUIRE(office.book->acceptReply(*office.lead(ticket).id));
    CHECK(dutiesNow() == u"000001"_s);
    REQUIRE(office.book->followUp({.ticket = ticket, .reached = true, .solved = true, .nextStep = NextStep::Close}));
    CHECK(dutiesNow() == u"000000"_s);
    CHECK(worklist(office).open == 0);
}

TEST_CASE("lights go on as the due time of the department comes nearer, and out with its reply", "[worklist]")
{
    // Five working days from Monday the 10th: Monday the 17th, 17:00.
    HandlingOffice office("2020-02-10 09:00");
    const TicketId ticket = office.dispatched();
    REQUIRE(office.lead(ticket).dueAt == at("2020-02-17 17:00"));
    struct Moment
    {
        const char *now;
        DueLight light;
        std::optional<Duty> duty;
    };
    const Moment moments[] = {
        {"2020-02-13 17:00", DueLight::None, std::nullopt}, // Friday and Monday are left
        {"2020-02-14 00:00", DueLight::Yellow, Duty::Yellow},   {"2020-02-16 12:00", DueLight::Yellow, Duty::Yellow},
        {"2020-02-17 00:00", DueLight::Yellow, Duty::DueToday}, {"2020-02-17 17:00", DueLight::Yellow, Duty::DueToday},
        {"2020-02-17 17:01", DueLight::Red, Duty::Red},         {"2020-03-01 08:00", DueLight::Red, Duty::Red}};
    for (const Moment &moment : moments) {
        INFO(moment.now);
        office.clock.set(at(moment.now));
        CHECK(Deadlines::of(*office.file).light(office.lead(ticket).dueAt, office.clock.now()) == moment.light);
        for (const Duty duty : {Duty::DueToday, Duty::Yellow, Duty::Red})
            CHECK(waiting(office, duty).contains(ticket) == (moment.duty == duty));
        CHECK(worklist(office).pressing.contains(ticket) == moment.duty.has_value());
    }
    SECTION("replied in time or not, nobody waits any more")
    {
        REQUIRE(office.book->reply({.dispatch = *office.lead(ticket).id, .text = u"已办"_s}));
        CHECK(worklist(office).pressing.isEmpty());
        SECTION("until the reply is sent back")
        {
            REQUIRE(office.book->sendBackReply(*office.lead(ticket).id, u"请写明时间"_s));
            CHECK(waiting(office, Duty::Red) == QList{ticket});
        }
    }
    SECTION("a later due time puts it out")
    {
        office.clock.set(at("2020-02-17 08:00"));
        REQUIRE(office.book->sign(*office.lead(ticket).id));
        REQUIRE(office.book->askExtension(
            {.dispatch = *office.lead(ticket).id, .dueAt = at("2020-02-21 17:00"), .reason = u"等待配件"_s}));
        REQUIRE(office.book->grantExtension(*office.lead(ticket).id));
        CHECK(worklist(office).pressing.isEmpty());
    }
}

TEST_CASE("lights are told by working days: across a holiday by the days that are worked", "[worklist]")
{
    // 2020: 1 to 5 May are free, Saturday the 9th is worked.
    HandlingOffice office("2020-04-29 09:00");
    const Deadlines deadlines = Deadlines::of(*office.file);
    const auto light = [&](const char *due, const char *now) { return deadlines.light(at(due), at(now)); };
    CHECK(light("2020-05-06 17:00", "2020-04-29 09:00") == DueLight::None); // the 30th and the 6th are left
    CHECK(light("2020-05-06 17:00", "2020-04-30 09:00") == DueLight::Yellow);
    CHECK(light("2020-05-09 17:00", "2020-05-08 09:00") == DueLight::Yellow);
    CHECK(light("2020-05-11 17:00", "2020-05-08 09:00") == DueLight::None);
    CHECK(light("2020-05-11 17:00", "2020-05-09 09:00") == DueLight::Yellow);
}

TEST_CASE("the most pressing comes first, whatever the ticket's own due time", "[worklist]")
{
    HandlingOffice office("2020-02-10 09:00");
    const TicketId late = office.dispatched();
    const TicketId later = office.accepted();
    const auto soon = office.book->dispatch({.ticket = later, .lead = office.water, .dueAt = at("2020-02-10 12:00")});
    REQUIRE(soon);
    office.clock.set(at("2020-02-18 09:00"));
    CHECK(worklist(office).pressing == QList{later, late});
}

TEST_CASE("a queue can be narrowed as any list", "[worklist]")
{
    HandlingOffice office;
    const TicketId first = office.accepted();
    const auto second = office.book->accept({.channel = office.phone(), .title = u"路灯不亮"_s, .content = u"路灯"_s});
    REQUIRE(second);
    CHECK(waiting(office, Duty::Dispatch) == QList{second->id, first});
    CHECK(waiting(office, Duty::Dispatch, {.text = u"路灯"_s}) == QList{second->id});
    CHECK(waiting(office, Duty::Dispatch, {.among = QList{first}}) == QList{first});
    CHECK(waiting(office, Duty::FollowUp, {.text = u"路灯"_s}).isEmpty());
    const TicketFilter filter{.duty = Duty::Dispatch,
                              .moments = Deadlines::of(*office.file).moments(office.clock.now())};
    CHECK(TicketRepository(office.file->database()).count(filter) == 2);
}

TEST_CASE("drafts, closed and void tickets wait for nobody", "[worklist]")
{
    HandlingOffice office;
    REQUIRE(office.book->saveDraft({.channel = office.phone(), .content = u"未写完"_s}));
    const TicketId gone = office.accepted();
    REQUIRE(office.book->makeVoid(gone, u"测试"_s));
    const TicketId other = office.accepted();
    const TicketId merged = office.accepted();
    REQUIRE(office.book->merge({.tickets = {merged}, .into = other}));
    const Worklist list = worklist(office);
    CHECK(list.open == 1);
    CHECK(list.count(Duty::Dispatch) == 1);
    CHECK(list.drafts == 1);
    CHECK(worklistOf(*office.file, {}, u"别人"_s).drafts == 0);
}

TEST_CASE("who is called next: nobody has tried first, then the one that was tried longest ago", "[worklist]")
{
    HandlingOffice office;
    const TicketId first = office.replied();
    office.clock.advance(60);
    const TicketId second = office.replied();
    office.clock.advance(60);
    const TicketId third = office.replied();
    const auto order = [&] {
        return TicketRepository(office.file->database())
            .matching({.duty = Duty::FollowUp, .moments = Deadlines::of(*office.file).moments(office.clock.now())},
                      {.by = TicketOrder::By::LastTry, .order = Qt::AscendingOrder});
    };
    CHECK(order() == QList{first, second, third});
    office.clock.advance(60);
    REQUIRE(office.book->followUp({.ticket = first}));
    CHECK(order() == QList{second, third, first});
    office.clock.advance(60);
    REQUIRE(office.book->followUp({.ticket = second}));
    CHECK(order() == QList{third, first, second});
}

TEST_CASE("a matter is written down and dispatched at once, or not at all", "[casework][intake]")
{
    HandlingOffice office;
    const IntakeRequest matter{.channel = office.phone(), .title = u"停水"_s, .content = u"反映停水两天。"_s};
    SECTION("to a lead and a co-handler")
    {
        const auto saved = office.book->dispatch(
            matter, {.lead = office.water, .coHandlers = {office.housing}, .instruction = u"请速办"_s});
        REQUIRE(saved);
        CHECK(office.ticket(saved->id).state == TicketState::InProgress);
        CHECK(office.ticket(saved->id).version == saved->version);
        CHECK(office.dispatches(saved->id).size() == 2);
    }
    SECTION("refused for the department: nothing is written, the number is free")
    {
        const auto refused = office.book->dispatch(matter, {.lead = DepartmentId(999)});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().field == u"department"_s);
        CHECK(TicketRepository(office.file->database()).count({}) == 0);
        const auto saved = office.book->accept(matter);
        REQUIRE(saved);
        CHECK(saved->number.endsWith(u"-0001"_s));
    }
    SECTION("refused for the matter")
    {
        const auto refused =
            office.book->dispatch({.channel = office.phone(), .title = u"停水"_s}, {.lead = office.water});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().field == u"content"_s);
    }
    SECTION("from its draft")
    {
        const auto draft = office.book->saveDraft(matter);
        REQUIRE(draft);
        IntakeRequest going = matter;
        going.draft = draft->id;
        going.draftVersion = draft->version;
        REQUIRE_FALSE(office.book->dispatch(going, {.lead = DepartmentId(999)}));
        CHECK(office.ticket(draft->id).state == TicketState::Draft);
        REQUIRE(office.book->dispatch(going, {.lead = office.water}));
        CHECK(office.ticket(draft->id).state == TicketState::InProgress);
    }
    SECTION("not accepted, with its ground")
    {
        REQUIRE_FALSE(office.book->notAccept(matter, u" "_s));
        CHECK(TicketRepository(office.file->database()).count({}) == 0);
        const auto saved = office.book->notAccept(matter, u"属于110警情"_s);
        REQUIRE(saved);
        CHECK(saved->closed);
        CHECK(office.ticket(saved->id).state == TicketState::Closed);
        CHECK(office.ticket(saved->id).resolution == Resolution::NotAccepted);
        CHECK(office.ticket(saved->id).ground == u"属于110警情"_s);
    }
}

TEST_CASE("for many tickets at once, what one refuses keeps none of the others from it", "[batch]")
{
    HandlingOffice office;
    const TicketId first = office.accepted();
    const TicketId busy = office.dispatched();
    const TicketId last = office.accepted();
    const BatchResult result = forEachTicket(*office.book, {first, busy, last}, [&](TicketId ticket) {
        return office.book->dispatch({.ticket = ticket, .lead = office.housing});
    });
    CHECK(result.done == 2);
    REQUIRE(result.refused.size() == 1);
    CHECK(result.refused.first().number == office.ticket(busy).number);
    CHECK(result.refused.first().reason.contains(u"is not possible"_s));
    CHECK(result.changes.tickets == QList{first, last});
    CHECK_FALSE(result.stopped);
    CHECK(office.lead(first).department == office.housing);
    CHECK(office.lead(busy).department == office.water);
    CHECK(office.lead(last).department == office.housing);
}

TEST_CASE("for every department of a ticket that is where the command is for", "[batch]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    REQUIRE(office.book->dispatch({.ticket = ticket, .lead = office.water, .coHandlers = {office.housing}}));
    const auto sign = [&](DispatchId id) { return office.book->sign(id); };
    REQUIRE(forEachDispatch(*office.book, ticket, Command::Sign, sign));
    for (const Dispatch &dispatch : office.dispatches(ticket))
        CHECK(stateOf(dispatch) == DispatchState::InHand);
    CHECK_FALSE(forEachDispatch(*office.book, ticket, Command::Sign, sign)); // none is left
}

TEST_CASE("trouble with the file in the middle of many tells what was done before", "[batch]")
{
    HandlingOffice office;
    const TicketId first = office.accepted();
    const TicketId second = office.accepted();
    const auto act = [&](TicketId ticket) -> Outcome<Changes> {
        if (ticket == second)
            throw StorageError(StorageError::Kind::DiskFull, u"The disk is full."_s);
        return office.book->dispatch({.ticket = ticket, .lead = office.water});
    };
    const BatchResult result = forEachTicket(*office.book, {first, second, first}, act);
    CHECK(result.done == 1);
    CHECK(result.stopped);
    REQUIRE(result.refused.size() == 1);
    CHECK(result.refused.first().reason == u"The disk is full."_s);
    CHECK_THROWS_AS(forEachTicket(*office.book, {second}, act), StorageError); // nothing was done: it is told as ever
}

TEST_CASE("the first reply is kept when another takes its place", "[casework]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const DispatchId id = *office.lead(ticket).id;
    office.clock.advance(3600);
    REQUIRE(office.book->reply({.dispatch = id, .text = u"一"_s}));
    const auto first = office.lead(ticket).repliedAt;
    CHECK_FALSE(office.lead(ticket).firstRepliedAt);
    for (const auto &text : {u"二"_s, u"三"_s}) {
        office.clock.advance(3600);
        REQUIRE(office.book->sendBackReply(id, u"不够"_s));
        office.clock.advance(3600);
        REQUIRE(office.book->reply({.dispatch = id, .text = text}));
        CHECK(office.lead(ticket).firstRepliedAt == first);
    }
    CHECK(office.lead(ticket).repliedAt > first);
}
