// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of the calendar or the rules does to the due times of open tickets: nothing, until they are moved.
#include "calendar/HolidayNotice.h"
#include "casework/Recomputing.h"
#include "storage/HistoryRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// Monday the 10th is a day of receipt; five working days end on the 17th, at 17:00.
class MovingOffice : public HandlingOffice
{
public:
    using HandlingOffice::HandlingOffice;

    QList<DueMove> moves() { return dueMoves(*file, clock.now()); }
    std::optional<DueMove> moveOf(TicketId ticket)
    {
        const auto all = moves();
        const auto found = std::ranges::find(all, ticket, &DueMove::ticket);
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    // Wednesday the 12th is free.
    void closeOneDay() { must(book->setLocalDay(QDate(2020, 2, 12), {.name = u"州庆"_s, .working = false})); }
    qsizetype eventsOf(TicketId ticket) const
    {
        return HistoryRepository(file->database()).of(u"ticket"_s, ticket.value()).size();
    }
};

} // namespace

TEST_CASE("a change of the calendar moves nothing until it is confirmed", "[recompute]")
{
    MovingOffice office;
    const TicketId accepted = office.accepted();
    const TicketId dispatched = office.dispatched();
    HandlingOffice::must(office.book->addCoHandlers(dispatched, {office.police}));
    CHECK(office.moves().isEmpty());

    office.closeOneDay();
    CHECK(office.ticket(accepted).dueAt == at("2020-02-17 17:00"));
    const QList<DueMove> moves = office.moves();
    REQUIRE(moves.size() == 3);
    for (const DueMove &move : moves) {
        CHECK(move.kind == DueMoveKind::Moved);
        CHECK(move.from == at("2020-02-17 17:00"));
        CHECK(move.to == at("2020-02-18 17:00"));
        CHECK(move.newRule == u"一般事项 5个工作日"_s);
    }
    CHECK_FALSE(office.moveOf(accepted)->dispatch);
    CHECK(office.moveOf(dispatched)->department == office.water);

    const qsizetype before = office.eventsOf(dispatched);
    HandlingOffice::must(office.book->moveDueTimes(moves));
    CHECK(office.moves().isEmpty());
    CHECK(office.ticket(accepted).dueAt == at("2020-02-18 17:00"));
    CHECK(office.ticket(dispatched).dueAt == at("2020-02-18 17:00"));
    for (const Dispatch &dispatch : office.dispatches(dispatched)) {
        CHECK(dispatch.dueAt == at("2020-02-18 17:00"));
        CHECK(dispatch.originalDueAt == at("2020-02-18 17:00"));
    }
    CHECK(office.eventsOf(dispatched) == before + 1);
    const HistoryEvent event = HistoryRepository(office.file->database()).of(u"ticket"_s, dispatched.value()).last();
    CHECK(event.action == u"due_moved"_s);
    CHECK(event.details[u"due"].toString() == u"2020-02-18T17:00:00"_s);
    CHECK(event.details[u"ticket"][u"due_at"][u"to"].toString() == u"2020-02-18T17:00:00"_s);
    CHECK(event.details[u"dispatches"].toObject().size() == 2);
}

TEST_CASE("only those that are chosen move", "[recompute]")
{
    MovingOffice office;
    const TicketId first = office.dispatched();
    const TicketId second = office.dispatched();
    office.closeOneDay();
    HandlingOffice::must(office.book->moveDueTimes({*office.moveOf(second)}));
    CHECK(office.lead(first).dueAt == at("2020-02-17 17:00"));
    CHECK(office.lead(second).dueAt == at("2020-02-18 17:00"));
    CHECK(office.moves().size() == 1);
}

TEST_CASE("a change of the rules shows the old and the new one", "[recompute]")
{
    MovingOffice office;
    const TicketId ticket = office.dispatched();
    const auto rules = Deadlines::of(*office.file).rules();
    DeadlineRule rule = *std::ranges::find(rules, u"一般事项"_s, &DeadlineRule::name);
    rule.limit = {.amount = 10, .unit = LimitUnit::CalendarDays};
    HandlingOffice::must(office.book->saveDeadlineRule(rule));
    const auto move = office.moveOf(ticket);
    REQUIRE(move);
    CHECK(move->oldRule == u"一般事项 5个工作日"_s);
    CHECK(move->newRule == u"一般事项 10个自然日"_s);
    CHECK(move->to == at("2020-02-20 17:00"));
    // A rule that has ended applies to nothing: the time stays.
    rule.validTo = QDate(2020, 2, 1);
    HandlingOffice::must(office.book->saveDeadlineRule(rule));
    CHECK(office.moves().isEmpty());
}

TEST_CASE("what was set by hand or extended is marked, and an extension is kept", "[recompute]")
{
    MovingOffice office;
    const TicketId byHand = office.accepted();
    HandlingOffice::must(
        office.book->dispatch({.ticket = byHand, .lead = office.water, .dueAt = at("2020-02-14 12:00")}));
    const TicketId extended = office.dispatched();
    HandlingOffice::must(office.book->sign(*office.lead(extended).id));
    HandlingOffice::must(office.book->askExtension(
        {.dispatch = *office.lead(extended).id, .dueAt = at("2020-02-19 12:00"), .reason = u"采购"_s}));
    HandlingOffice::must(office.book->grantExtension(*office.lead(extended).id));

    CHECK(office.moveOf(byHand)->kind == DueMoveKind::SetByHand); // also without any change
    CHECK_FALSE(office.moveOf(byHand)->isUsual());
    CHECK_FALSE(office.moveOf(extended));
    office.closeOneDay();
    const auto move = office.moveOf(extended);
    REQUIRE(move);
    CHECK(move->kind == DueMoveKind::Extended);
    CHECK(move->original == at("2020-02-18 17:00"));
    CHECK(move->to == at("2020-02-20 12:00")); // two working days behind, as before
    HandlingOffice::must(office.book->moveDueTimes({*move}));
    CHECK(office.lead(extended).originalDueAt == at("2020-02-18 17:00"));
    CHECK(office.lead(extended).dueAt == at("2020-02-20 12:00"));
    CHECK(office.ticket(extended).dueAt == at("2020-02-18 17:00"));
    CHECK(office.lead(byHand).dueAt == at("2020-02-14 12:00"));
}

TEST_CASE("what is replied or closed never moves", "[recompute]")
{
    MovingOffice office;
    const TicketId replied = office.dispatched();
    HandlingOffice::must(office.book->reply({.dispatch = *office.lead(replied).id, .text = u"已修好。"_s}));
    (void)office.replied();
    const TicketId closed = office.accepted();
    HandlingOffice::must(office.book->answerDirectly(closed, u"已答复。"_s));
    office.closeOneDay();
    CHECK(office.moves().isEmpty());
    CHECK_FALSE(
        office.book->moveDueTimes({{.ticket = closed, .from = at("2020-02-17 17:00"), .to = at("2020-02-18 17:00")}}));
    // Sent back it waits again.
    HandlingOffice::must(office.book->sendBackReply(*office.lead(replied).id, u"答非所问"_s));
    CHECK(office.moves().size() == 1);
}

TEST_CASE("a dispatch that was given its own time runs from then", "[recompute]")
{
    MovingOffice office;
    const TicketId ticket = office.dispatched();
    office.clock.set(at("2020-02-11 10:00"));
    HandlingOffice::must(office.book->askReturn({.dispatch = *office.lead(ticket).id, .ground = u"非本单位职责"_s}));
    HandlingOffice::must(office.book->grantReturn(*office.lead(ticket).id));
    HandlingOffice::must(office.book->dispatch({.ticket = ticket, .lead = office.housing}));
    CHECK(office.lead(ticket).dueAt == at("2020-02-18 17:00"));
    CHECK(office.moves().isEmpty());
    office.closeOneDay();
    const auto moves = office.moves();
    REQUIRE(moves.size() == 2);
    CHECK(moves.first().to == at("2020-02-19 17:00"));
    CHECK_FALSE(moves.first().ofTicket);
    // The ticket has another time, by which a channel's replies are judged: it moves by itself.
    CHECK_FALSE(moves.last().dispatch);
    CHECK(moves.last().from == at("2020-02-17 17:00"));
    CHECK(moves.last().to == at("2020-02-18 17:00"));
    HandlingOffice::must(office.book->moveDueTimes({moves.last()}));
    CHECK(office.ticket(ticket).dueAt == at("2020-02-18 17:00"));
    CHECK(office.lead(ticket).dueAt == at("2020-02-18 17:00"));
}

TEST_CASE("the first lead's time runs from receipt, whenever it was dispatched", "[recompute]")
{
    MovingOffice office;
    const TicketId ticket = office.accepted();
    const TicketId byHand = office.accepted();
    office.clock.set(at("2020-02-11 10:00"));
    HandlingOffice::must(office.book->dispatch({.ticket = ticket, .lead = office.water}));
    HandlingOffice::must(office.book->addCoHandlers(ticket, {office.police}));
    HandlingOffice::must(
        office.book->dispatch({.ticket = byHand, .lead = office.water, .dueAt = at("2020-02-14 12:00")}));
    office.closeOneDay();
    // The lead alone is moved; the co-handler goes by the same time afterwards.
    HandlingOffice::must(office.book->moveDueTimes({*office.moveOf(ticket)}));
    CHECK(office.lead(ticket).dueAt == at("2020-02-18 17:00"));
    const auto rest = office.moveOf(ticket);
    REQUIRE(rest);
    CHECK(rest->department == office.police);
    CHECK(rest->to == at("2020-02-18 17:00"));
    CHECK(office.moveOf(byHand)->to == at("2020-02-18 17:00"));
}

TEST_CASE("a co-handler who joins after an extension has the extended time", "[recompute]")
{
    MovingOffice office;
    const TicketId ticket = office.dispatched();
    HandlingOffice::must(office.book->sign(*office.lead(ticket).id));
    HandlingOffice::must(office.book->askExtension(
        {.dispatch = *office.lead(ticket).id, .dueAt = at("2020-02-19 12:00"), .reason = u"采购"_s}));
    HandlingOffice::must(office.book->grantExtension(*office.lead(ticket).id));
    office.clock.set(at("2020-02-11 10:00"));
    HandlingOffice::must(office.book->addCoHandlers(ticket, {office.police}));
    CHECK(office.moves().isEmpty());
    office.closeOneDay();
    const auto moves = office.moves();
    REQUIRE(moves.size() == 2);
    for (const DueMove &move : moves) {
        CHECK(move.kind == DueMoveKind::Extended);
        CHECK(move.to == at("2020-02-20 12:00"));
        CHECK(move.original == at("2020-02-18 17:00"));
    }
}

TEST_CASE("an extension that ends on what became a holiday is made up for", "[recompute]")
{
    MovingOffice office("2026-12-22 09:00");
    const TicketId ticket = office.dispatched();
    REQUIRE(office.lead(ticket).dueAt == at("2026-12-29 17:00"));
    HandlingOffice::must(office.book->sign(*office.lead(ticket).id));
    HandlingOffice::must(office.book->askExtension(
        {.dispatch = *office.lead(ticket).id, .dueAt = at("2027-01-01 17:00"), .reason = u"采购"_s}));
    HandlingOffice::must(office.book->grantExtension(*office.lead(ticket).id));
    HandlingOffice::must(
        office.book->storeNotice({.year = 2027, .days = {{QDate(2027, 1, 1), {.name = u"元旦"_s, .working = false}}}}));
    const auto move = office.moveOf(ticket);
    REQUIRE(move);
    CHECK(move->kind == DueMoveKind::Extended);
    CHECK(move->to == at("2027-01-04 17:00"));
    HandlingOffice::must(office.book->moveDueTimes({*move}));
    CHECK(office.lead(ticket).dueAt == at("2027-01-04 17:00"));
    CHECK(office.lead(ticket).originalDueAt == at("2026-12-29 17:00"));
    CHECK(office.moves().isEmpty());
}

TEST_CASE("a time that would be over at once is not moved unasked", "[recompute]")
{
    MovingOffice office;
    const TicketId ticket = office.accepted();
    office.clock.set(at("2020-02-17 09:00"));
    HandlingOffice::must(office.book->setLocalDay(QDate(2020, 2, 15), {.name = u"补班"_s, .working = true}));
    const auto move = office.moveOf(ticket);
    REQUIRE(move);
    CHECK(move->to == at("2020-02-15 17:00"));
    CHECK(move->isOver);
    CHECK_FALSE(move->isUsual());
}

TEST_CASE("a provisional time is confirmed by the year's notice", "[recompute]")
{
    MovingOffice office("2026-12-29 09:00");
    const TicketId ticket = office.accepted();
    CHECK(office.ticket(ticket).dueProvisional);
    const QDateTime due = *office.ticket(ticket).dueAt; // by the week
    CHECK(due == at("2027-01-05 17:00"));
    HandlingOffice::must(
        office.book->storeNotice({.year = 2027, .days = {{QDate(2027, 1, 9), {.name = u"元旦"_s, .working = true}}}}));
    const auto move = office.moveOf(ticket);
    REQUIRE(move);
    CHECK(move->kind == DueMoveKind::Confirmed);
    HandlingOffice::must(office.book->moveDueTimes({*move}));
    CHECK_FALSE(office.ticket(ticket).dueProvisional);
    CHECK(office.ticket(ticket).dueAt == due);
}

TEST_CASE("when one of them has changed meanwhile none is moved", "[recompute]")
{
    MovingOffice office;
    const TicketId first = office.dispatched();
    const TicketId second = office.dispatched();
    office.closeOneDay();
    const QList<DueMove> shown = office.moves();
    REQUIRE(shown.size() == 2);
    HandlingOffice::must(office.book->reply({.dispatch = *office.lead(second).id, .text = u"已修好。"_s}));
    CHECK_FALSE(office.book->moveDueTimes(shown));
    CHECK(office.lead(first).dueAt == at("2020-02-17 17:00"));
    // Nor when the calendar has.
    HandlingOffice::must(office.book->setLocalDay(QDate(2020, 2, 13), {.name = u"州庆"_s, .working = false}));
    const qsizetype events = office.eventsOf(first);
    CHECK_FALSE(office.book->moveDueTimes({shown.first()}));
    CHECK(office.lead(first).dueAt == at("2020-02-17 17:00"));
    CHECK(office.eventsOf(first) == events);
}
