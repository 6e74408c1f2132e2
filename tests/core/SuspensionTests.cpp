// SPDX-License-Identifier: GPL-3.0-or-later
// 暂停计时: the time of a department stands still while it waits for what it can't hasten.
#include "casework/HandlingRules.h"
#include "casework/Recomputing.h"
#include "casework/Suspending.h"
#include "casework/Worklist.h"
#include "exchange/Export.h"
#include "exchange/Import.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/KeptFigures.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// Monday the 10th is a day of receipt; five working days end on Monday the 17th at 17:00. Ordinary matters may stand
// still for ten working days.
class WaitingOffice : public HandlingOffice
{
public:
    explicit WaitingOffice(int allowed = 10) { allow(allowed); }

    void allow(int days)
    {
        const auto rules = Deadlines::of(*file).rules();
        DeadlineRule rule = *std::ranges::find(rules, u"一般事项"_s, &DeadlineRule::name);
        rule.suspensionDays = days;
        must(book->saveDeadlineRule(rule));
    }
    TicketId inHand()
    {
        const TicketId ticket = dispatched();
        must(book->sign(*lead(ticket).id));
        return ticket;
    }
    Outcome<Changes> suspend(TicketId ticket, QDate lastDay, const std::optional<QDateTime> &from = {})
    {
        return book->suspend(
            {.dispatch = *lead(ticket).id, .lastDay = lastDay, .ground = u"等待鉴定结论"_s, .at = from});
    }
    Outcome<Changes> resume(TicketId ticket, const std::optional<QDateTime> &when = {})
    {
        return book->resume(*lead(ticket).id, when);
    }
    bool isWaitingFor(TicketId ticket, Duty duty)
    {
        const Deadlines deadlines = Deadlines::of(*file);
        return isWaiting({.id = ticket,
                          .receivedAt = this->ticket(ticket).receivedAt,
                          .dueAt = this->ticket(ticket).dueAt,
                          .dispatches = dispatches(ticket)},
                         duty, deadlines.moments(clock.now()));
    }
    Ratio onTime(const char *cutOff)
    {
        return buildStatistics(*file, {.period = Period::month(2020, 2), .cutOff = at(cutOff)}).dispatched.onTimeRate;
    }
};

QDate day(int number)
{
    return {2020, 2, number};
}

} // namespace

TEST_CASE("what a suspension adds to a due time", "[suspension]")
{
    struct Row
    {
        const char *due;
        LimitUnit unit;
        const char *from;
        const char *until;
        const char *expected;
    };
    // 2020: the 8th and 9th, 15th and 16th, 22nd and 23rd of February are rest days.
    const Row rows[] = {
        // It runs again on the day on which it stopped: nothing is lost.
        {"2020-02-17 17:00", LimitUnit::WorkingDays, "2020-02-11 09:00", "2020-02-11 16:00", "2020-02-17 17:00"},
        // Tuesday and Wednesday are lost.
        {"2020-02-17 17:00", LimitUnit::WorkingDays, "2020-02-11 09:00", "2020-02-13 08:00", "2020-02-19 17:00"},
        {"2020-02-17 17:00", LimitUnit::WorkingDays, "2020-02-11 09:00", "2020-02-13 00:00", "2020-02-19 17:00"},
        // A week-end in it adds nothing.
        {"2020-02-17 17:00", LimitUnit::WorkingDays, "2020-02-14 09:00", "2020-02-17 00:00", "2020-02-18 17:00"},
        // On rest days alone nothing is lost.
        {"2020-02-17 17:00", LimitUnit::WorkingDays, "2020-02-15 09:00", "2020-02-17 00:00", "2020-02-17 17:00"},
        // A due time that was set by hand keeps its hour.
        {"2020-02-17 12:00", LimitUnit::WorkingDays, "2020-02-11 09:00", "2020-02-12 00:00", "2020-02-18 12:00"},
        // Calendar days count rest days too.
        {"2020-02-17 17:00", LimitUnit::CalendarDays, "2020-02-14 09:00", "2020-02-17 00:00", "2020-02-20 17:00"},
        // Hours are lost by the minute.
        {"2020-02-11 09:00", LimitUnit::Hours, "2020-02-10 15:00", "2020-02-10 18:30", "2020-02-11 12:30"},
        // What ends before it begins adds nothing.
        {"2020-02-17 17:00", LimitUnit::WorkingDays, "2020-02-13 09:00", "2020-02-11 09:00", "2020-02-17 17:00"},
        {"2020-02-17 17:00", LimitUnit::Hours, "2020-02-13 09:00", "2020-02-11 09:00", "2020-02-17 17:00"},
    };
    TestOffice office;
    const WorkCalendar calendar = Deadlines::of(*office.file).calendar();
    for (const Row &row : rows) {
        INFO(row.from << " to " << row.until);
        CHECK(dueBehind(at(row.due), row.unit, calendar, OfficeZone(), at(row.from), at(row.until))
              == at(row.expected));
    }
}

TEST_CASE("the day of receipt, which doesn't count for the due time, is not lost to a suspension", "[suspension]")
{
    // Received, dispatched and signed for on Monday the 10th: Tuesday is the first day that counts.
    WaitingOffice office;
    const TicketId ticket = office.inHand();
    REQUIRE(office.lead(ticket).dueAt == at("2020-02-17 17:00"));
    HandlingOffice::must(office.suspend(ticket, day(12)));
    CHECK(office.lead(ticket).dueAt == at("2020-02-19 17:00")); // Tuesday and Wednesday
    {
        const Ticket its = office.ticket(ticket);
        const auto all = office.dispatches(ticket);
        const Deadlines deadlines = Deadlines::of(*office.file);
        CHECK(spentSuspension({its, all, deadlines}, all.last()) == 2);
    }
    office.clock.set(at("2020-02-12 09:00"));
    HandlingOffice::must(office.book->resume(*office.lead(ticket).id));
    CHECK(office.lead(ticket).dueAt == at("2020-02-18 17:00")); // Tuesday alone
}

TEST_CASE("a suspension moves the due time, and its lights with it", "[suspension]")
{
    WaitingOffice office;
    const TicketId ticket = office.inHand();
    office.clock.set(at("2020-02-14 10:00"));
    REQUIRE(office.isWaitingFor(ticket, Duty::Yellow));
    HandlingOffice::must(office.suspend(ticket, day(20)));
    const Dispatch dispatch = office.lead(ticket);
    CHECK(stateOf(dispatch) == DispatchState::InHand);
    CHECK(isSuspended(dispatch, office.clock.now()));
    CHECK(dispatch.dueAt == at("2020-02-24 17:00")); // Friday and Monday to Thursday: five working days later
    CHECK(dispatch.originalDueAt == at("2020-02-17 17:00"));
    CHECK(dispatch.suspensionGround == u"等待鉴定结论"_s);
    CHECK(office.ticket(ticket).dueAt == at("2020-02-17 17:00")); // the citizen's own, as with an extension
    CHECK(office.isWaitingFor(ticket, Duty::Suspended));
    CHECK_FALSE(office.isWaitingFor(ticket, Duty::Yellow));
    const HistoryEvent event = HistoryRepository(office.file->database()).of(u"ticket"_s, ticket.value()).last();
    CHECK(event.action == u"suspended"_s);
    CHECK(event.details[u"ground"].toString() == u"等待鉴定结论"_s);
    CHECK(event.details[u"due"].toString() == u"2020-02-24T17:00:00"_s);

    // It runs again by itself.
    office.clock.set(at("2020-02-21 00:00"));
    CHECK_FALSE(isSuspended(office.lead(ticket), office.clock.now()));
    CHECK_FALSE(office.resume(ticket));
    office.clock.set(at("2020-02-24 18:00"));
    CHECK(office.isWaitingFor(ticket, Duty::Red));
}

TEST_CASE("time stands still only where the rule allows it, and no longer", "[suspension]")
{
    WaitingOffice office(0);
    const TicketId ticket = office.inHand();
    const auto refused = [&](const Outcome<Changes> &outcome) { return outcome ? QString() : outcome.error().reason; };
    const Dispatch before = office.lead(ticket);
    CHECK(refused(office.suspend(ticket, day(12))).contains(u"一般事项"_s));
    office.allow(3);
    CHECK(refused(office.suspend(ticket, day(14))).contains(u'3')); // Tuesday to Friday are four
    CHECK(refused(office.suspend(ticket, day(7))) != QString());    // before today
    CHECK_FALSE(office.book->suspend({.dispatch = *before.id, .lastDay = day(11), .ground = u" "_s}));
    CHECK_FALSE(office.suspend(ticket, day(12), at("2020-02-11 09:00"))); // in the future
    CHECK(office.lead(ticket) == before);

    HandlingOffice::must(office.suspend(ticket, day(11)));
    CHECK(refused(office.suspend(ticket, day(12))) != QString()); // it stands still already
    office.clock.set(at("2020-02-12 09:00"));
    CHECK(refused(office.suspend(ticket, day(14))).contains(u'2')); // two days are left
    HandlingOffice::must(office.suspend(ticket, day(12)));
    CHECK(office.lead(ticket).suspendedDays == 1);
    CHECK(office.lead(ticket).dueAt == at("2020-02-19 17:00"));

    // Over, it can't be saved by standing still.
    const TicketId late = office.inHand();
    office.clock.set(at("2020-03-02 09:00"));
    CHECK(refused(office.suspend(late, QDate(2020, 3, 3))) != QString());
    // A mark that another rule is for decides too.
    const TicketId urgent = office.inHand();
    HandlingOffice::must(office.book->changeUrgency(urgent, Urgency::Urgent));
    CHECK(refused(office.suspend(urgent, QDate(2020, 3, 2))) != QString());
}

TEST_CASE("let run earlier, only what was lost is added", "[suspension]")
{
    WaitingOffice office;
    const TicketId ticket = office.inHand();
    HandlingOffice::must(office.suspend(ticket, day(20)));
    office.clock.set(at("2020-02-12 15:00"));
    HandlingOffice::must(office.resume(ticket, at("2020-02-12 11:00")));
    Dispatch dispatch = office.lead(ticket);
    CHECK(dispatch.suspendedUntil == at("2020-02-12 11:00"));
    CHECK(dispatch.dueAt == at("2020-02-18 17:00"));
    CHECK_FALSE(office.resume(ticket));

    // A day is spent; the second time begins where the first ended at the earliest.
    CHECK_FALSE(office.suspend(ticket, day(25), at("2020-02-12 10:00")));
    HandlingOffice::must(office.suspend(ticket, day(21)));
    dispatch = office.lead(ticket);
    CHECK(dispatch.suspendedDays == 1);
    CHECK(dispatch.dueAt == at("2020-02-28 17:00")); // behind the 18th: the 12th to the 21st are eight days more
}

TEST_CASE("whatever the department does lets its time run again", "[suspension]")
{
    WaitingOffice office;
    const TicketId replied = office.inHand();
    const TicketId returned = office.inHand();
    const TicketId told = office.inHand();
    office.clock.set(at("2020-02-11 09:00"));
    for (const TicketId ticket : {replied, returned, told})
        HandlingOffice::must(office.suspend(ticket, day(20)));
    CHECK_FALSE(office.book->askExtension(
        {.dispatch = *office.lead(replied).id, .dueAt = at("2020-03-04 17:00"), .reason = u"采购"_s}));

    office.clock.set(at("2020-02-13 09:00"));
    HandlingOffice::must(office.book->reply({.dispatch = *office.lead(replied).id, .text = u"已办理。"_s}));
    CHECK(office.lead(replied).dueAt == at("2020-02-19 17:00"));
    CHECK(office.lead(replied).suspendedUntil == at("2020-02-13 09:00"));
    HandlingOffice::must(office.book->sendBackReply(*office.lead(replied).id, u"答非所问"_s));
    CHECK_FALSE(isSuspended(office.lead(replied), office.clock.now()));

    HandlingOffice::must(office.book->askReturn({.dispatch = *office.lead(returned).id, .ground = u"非职责"_s}));
    HandlingOffice::must(office.book->refuseReturn(*office.lead(returned).id, u"属其职责"_s));
    CHECK_FALSE(isSuspended(office.lead(returned), office.clock.now()));
    CHECK(office.lead(returned).dueAt == at("2020-02-19 17:00"));

    // It had replied before its time was said to stand still.
    HandlingOffice::must(
        office.book->reply({.dispatch = *office.lead(told).id, .text = u"已办理。"_s, .at = at("2020-02-10 16:00")}));
    CHECK(office.lead(told).dueAt == at("2020-02-17 17:00"));
}

TEST_CASE("what was granted since is not taken back by a reply that is entered late", "[suspension]")
{
    WaitingOffice office;
    const TicketId ticket = office.inHand();
    HandlingOffice::must(office.suspend(ticket, day(12)));
    REQUIRE(office.lead(ticket).dueAt == at("2020-02-19 17:00"));
    office.clock.set(at("2020-02-13 09:00")); // it runs again by itself
    HandlingOffice::must(office.book->askExtension(
        {.dispatch = *office.lead(ticket).id, .dueAt = at("2020-02-26 17:00"), .reason = u"采购"_s}));
    HandlingOffice::must(office.book->grantExtension(*office.lead(ticket).id));
    office.clock.set(at("2020-02-14 09:00"));
    HandlingOffice::must(
        office.book->reply({.dispatch = *office.lead(ticket).id, .text = u"已办理。"_s, .at = at("2020-02-11 10:00")}));
    CHECK(office.lead(ticket).dueAt == at("2020-02-26 17:00"));
    CHECK(office.onTime("2020-02-12 18:00") == Ratio{0, 0});
}

TEST_CASE("lost time counts in the unit that it was suspended in", "[suspension]")
{
    WaitingOffice office;
    const TicketId ticket = office.inHand();
    office.clock.set(at("2020-02-14 09:00")); // a Friday
    HandlingOffice::must(office.suspend(ticket, day(20)));
    HandlingOffice::must(office.book->changeUrgency(ticket, Urgency::Urgent)); // a rule of hours
    office.clock.set(at("2020-02-17 09:00"));
    HandlingOffice::must(office.resume(ticket));
    CHECK(office.lead(ticket).dueAt == at("2020-02-18 17:00")); // one working day, not three days
}

TEST_CASE("a table of dispatches tells a suspension whole or is refused with the cell", "[suspension][exchange]")
{
    WaitingOffice office;
    const TicketId ticket = office.inHand();
    HandlingOffice::must(office.suspend(ticket, day(11)));
    office.clock.set(at("2020-02-12 09:00:25"));
    HandlingOffice::must(office.suspend(ticket, day(14)));
    Progress quiet;
    const QString folder = office.folder.filePath(u"tables"_s);
    (void)exportTables(*office.file, folder, {}, quiet);
    const auto imported = [&](const QByteArray &from, const QByteArray &to) {
        QFile file(folder + u"/dispatches.csv"_s);
        (void)file.open(QIODevice::ReadOnly);
        QByteArray table = file.readAll();
        file.close();
        const QByteArray kept = table;
        REQUIRE((from.isEmpty() || table.contains(from)));
        table.replace(from, to);
        (void)file.open(QIODevice::WriteOnly);
        file.write(table);
        file.close();
        WaitingOffice copy;
        const ImportReport report = importTables(*copy.book, folder, {.createMissing = true}, quiet);
        std::optional<Dispatch> stored;
        if (report.stored) {
            copy.clock.set(at("2020-02-13 09:00"));
            const TicketId id = *TicketRepository(copy.file->database()).idOf(office.ticket(ticket).number);
            HandlingOffice::must(copy.book->resume(*copy.lead(id).id));
            stored = copy.lead(id);
        }
        (void)file.open(QIODevice::WriteOnly);
        file.write(kept);
        return std::pair(stored, report.errors);
    };
    const auto whole = imported("", "").first;
    REQUIRE(whole);
    CHECK(whole->suspendedDays == 1);
    CHECK(whole->suspensionGround == u"等待鉴定结论"_s);
    CHECK(whole->dueAt == at("2020-02-19 17:00")); // the 18th, and one day more
    // A spreadsheet that leaves the seconds out of a time leaves them in a text.
    const auto rounded = imported(R"("2020-02-12 09:00:25")", R"("2020-02-12 09:00")").first;
    REQUIRE(rounded);
    CHECK(rounded->dueAt == at("2020-02-19 17:00"));
    const auto faultOf = [&](const QByteArray &from, const QByteArray &to) {
        const auto errors = imported(from, to).second;
        return errors.isEmpty() ? QString() : errors.first().column;
    };
    CHECK(faultOf("2020-02-12 09:00:25=", "2020-02-01 09:00=") == u"earlier_due_at"_s);
    CHECK(faultOf("2020-02-12 09:00:25=", "neulich=") == u"earlier_due_at"_s);
    CHECK(faultOf(R"("2020-02-15 00:00")", R"("")") == u"suspended_until"_s);
}

TEST_CASE("figures take the due time that was in force at the cut-off", "[suspension][statistics]")
{
    WaitingOffice office;
    const TicketId ticket = office.inHand(); // due on the 17th
    office.clock.set(at("2020-02-11 09:00"));
    HandlingOffice::must(office.book->askExtension(
        {.dispatch = *office.lead(ticket).id, .dueAt = at("2020-02-18 17:00"), .reason = u"采购"_s}));
    office.clock.set(at("2020-02-12 09:00"));
    HandlingOffice::must(office.book->grantExtension(*office.lead(ticket).id)); // due on the 18th
    office.clock.set(at("2020-02-18 09:00"));
    HandlingOffice::must(office.suspend(ticket, day(20))); // due on the 21st
    office.clock.set(at("2020-02-19 10:00"));
    HandlingOffice::must(office.resume(ticket)); // due on the 19th
    const auto check = [](WaitingOffice &asked) {
        CHECK(asked.onTime("2020-02-18 08:00") == Ratio{0, 0}); // not due
        CHECK(asked.onTime("2020-02-18 18:00") == Ratio{0, 0}); // it stands still
        CHECK(asked.onTime("2020-02-19 09:00") == Ratio{0, 0});
        CHECK(asked.onTime("2020-02-19 16:00") == Ratio{0, 0});
        CHECK(asked.onTime("2020-02-19 18:00") == Ratio{0, 1}); // overdue
    };
    check(office);
    // Kept packed, and taken out and in again, it is the same.
    office.clock.set(at("2020-04-20 10:00"));
    (void)office.accepted();
    Progress quiet;
    KeptFigures(office.file->database()).keepAll(quiet);
    REQUIRE(office.file->database().value<qint64>(u"SELECT count(*) FROM figure_day"_s) > 0);
    check(office);
    CHECK(KeptFigures(office.file->database()).wrongDays(quiet).isEmpty());
    // Changed by another hand, the day isn't kept any longer.
    {
        Transaction transaction(office.file->database());
        office.file->database().exec(u"UPDATE earlier_due SET due_at = due_at - 864000000"_s);
        CHECK(office.onTime("2020-02-18 08:00") == Ratio{0, 1});
    }
    check(office);

    const QString folder = office.folder.filePath(u"tables"_s);
    (void)exportTables(*office.file, folder, {}, quiet);
    WaitingOffice copy;
    REQUIRE(importTables(*copy.book, folder, {.createMissing = true}, quiet).stored);
    check(copy);
    const Dispatch imported = DispatchRepository(copy.file->database())
                                  .ofTicket(*TicketRepository(copy.file->database()).idOf(office.ticket(ticket).number))
                                  .first();
    CHECK(imported.suspendedAt == office.lead(ticket).suspendedAt);
    CHECK(imported.suspendedDueAt == at("2020-02-18 17:00"));
    // Once more, nothing differs.
    const ImportReport again = importTables(*copy.book, folder, {.update = true}, quiet);
    CHECK(again.stored);
    CHECK(DispatchRepository(copy.file->database()).earlierDues(*imported.id).size() == 3);
}

TEST_CASE("a second extension leaves the figures of before as they were", "[suspension][statistics]")
{
    HandlingOffice office;
    {
        Transaction transaction(office.file->database());
        HandlingRules{.extensions = 2}.save(*office.file);
        transaction.commit();
    }
    const TicketId ticket = office.dispatched(); // due on the 17th
    HandlingOffice::must(office.book->sign(*office.lead(ticket).id));
    const auto extend = [&](const char *now, const char *due) {
        office.clock.set(at(now));
        HandlingOffice::must(
            office.book->askExtension({.dispatch = *office.lead(ticket).id, .dueAt = at(due), .reason = u"采购"_s}));
        HandlingOffice::must(office.book->grantExtension(*office.lead(ticket).id));
    };
    const auto figures = [&](const char *cutOff) {
        return buildStatistics(*office.file, {.period = Period::month(2020, 2), .cutOff = at(cutOff)}).dispatched;
    };
    extend("2020-02-12 09:00", "2020-02-19 17:00");
    CHECK_FALSE(office.lead(ticket).firstExtendedAt);
    extend("2020-02-18 09:00", "2020-02-21 17:00");
    CHECK(office.lead(ticket).firstExtendedAt == at("2020-02-12 09:00"));
    const auto check = [&figures] {
        CHECK(figures("2020-02-11 09:00").extended == 0);
        CHECK(figures("2020-02-18 08:00").extended == 1); // by the first
        CHECK(figures("2020-02-18 08:00").onTimeRate == Ratio{0, 0});
        CHECK(figures("2020-02-20 08:00").onTimeRate == Ratio{0, 0}); // by the second
        CHECK(figures("2020-02-22 08:00").onTimeRate == Ratio{0, 1});
        CHECK(figures("2020-02-22 08:00").extended == 1);
    };
    check();
    office.clock.set(at("2020-04-20 10:00"));
    (void)office.accepted();
    Progress quiet;
    KeptFigures(office.file->database()).keepAll(quiet);
    check();
    CHECK(KeptFigures(office.file->database()).wrongDays(quiet).isEmpty());
}

TEST_CASE("a changed calendar moves what has stood still by as much, and what stands still not yet", "[suspension]")
{
    WaitingOffice office;
    const TicketId past = office.inHand();
    const TicketId still = office.inHand();
    HandlingOffice::must(office.suspend(past, day(11)));
    HandlingOffice::must(office.suspend(still, day(20)));
    office.clock.set(at("2020-02-12 08:00"));
    HandlingOffice::must(office.book->setLocalDay(day(13), {.name = u"州庆"_s, .working = false}));
    const QList<DueMove> moves = dueMoves(*office.file, office.clock.now());
    REQUIRE(moves.size() == 1);
    CHECK(moves.first().ticket == past);
    CHECK(moves.first().kind == DueMoveKind::Extended);
    CHECK(moves.first().original == at("2020-02-18 17:00"));
    CHECK(moves.first().to == at("2020-02-19 17:00")); // one working day behind, as before
    // A holiday behind the stretch counts too, also when the time of before stays as it is.
    HandlingOffice::must(office.book->removeLocalDay(day(13)));
    HandlingOffice::must(office.book->setLocalDay(day(18), {.name = u"州庆"_s, .working = false}));
    const QList<DueMove> later = dueMoves(*office.file, office.clock.now());
    REQUIRE(later.size() == 1);
    CHECK(later.first().original == at("2020-02-17 17:00"));
    CHECK(later.first().to == at("2020-02-19 17:00"));
    // The urgency moves neither.
    const auto before = office.lead(past).dueAt;
    HandlingOffice::must(office.book->changeUrgency(past, Urgency::Urgent));
    CHECK(office.lead(past).dueAt == before);
}

TEST_CASE("a co-handler whose time stands still takes over with the lead's", "[suspension]")
{
    WaitingOffice office;
    const TicketId ticket = office.inHand();
    HandlingOffice::must(office.book->addCoHandlers(ticket, {office.police}));
    const auto police = [&] {
        const auto all = office.dispatches(ticket);
        return *std::ranges::find(all, office.police, &Dispatch::department);
    };
    HandlingOffice::must(office.book->sign(*police().id));
    HandlingOffice::must(office.book->suspend({.dispatch = *police().id, .lastDay = day(14), .ground = u"鉴定"_s}));
    office.clock.set(at("2020-02-11 09:00"));
    HandlingOffice::must(office.book->askReturn({.dispatch = *office.lead(ticket).id, .ground = u"非职责"_s}));
    HandlingOffice::must(office.book->grantReturn(*office.lead(ticket).id));
    HandlingOffice::must(office.book->dispatch({.ticket = ticket, .lead = office.police}));
    CHECK(police().role == DispatchRole::Lead);
    CHECK(police().dueAt == at("2020-02-18 17:00")); // five working days from the 11th
    CHECK_FALSE(isSuspended(police(), office.clock.now()));
}

TEST_CASE("what a suspension will come to is told before it is given", "[suspension]")
{
    struct Row
    {
        const char *from;
        int allowed;
        int spent;
        std::optional<QDate> last;
    };
    const Row rows[] = {
        {"2020-02-10 09:00", 5, 0, day(16)}, // Friday is the fifth; the weekend counts for nothing
        {"2020-02-10 09:00", 1, 0, day(10)}, //
        {"2020-02-15 09:00", 1, 0, day(17)}, // begun on a Saturday
        {"2020-02-10 09:00", 5, 3, day(11)}, // three are spent
        {"2020-02-10 09:00", 5, 5, {}},      // all are
        {"2020-02-10 09:00", 0, 0, {}},      // none is allowed
    };
    WaitingOffice office;
    const Deadlines deadlines = Deadlines::of(*office.file);
    for (const Row &row : rows) {
        INFO(row.from << " " << row.allowed << " " << row.spent);
        DeadlineRule rule;
        rule.suspensionDays = row.allowed;
        Dispatch dispatch;
        dispatch.suspendedDays = row.spent;
        const Ticket early{.receivedAt = at("2020-01-02 09:00")};
        CHECK(lastSuspensionDay({early, {dispatch}, deadlines}, dispatch, rule, at(row.from)) == row.last);
    }

    // As the commands do it.
    const TicketId ticket = office.inHand();
    const Ticket its = office.ticket(ticket);
    const auto all = office.dispatches(ticket);
    const TicketInHand in{.ticket = its, .dispatches = all, .deadlines = deadlines};
    const auto told = dueBehindSuspension(in, all.last(), *all.last().dueAt, LimitUnit::WorkingDays, office.clock.now(),
                                          OfficeZone().toUtcTime(day(14)));
    HandlingOffice::must(office.suspend(ticket, day(13)));
    CHECK(told == office.lead(ticket).dueAt);
    office.clock.set(at("2020-02-11 09:00"));
    const DeadlineRule *rule = deadlines.rule(deadlineCaseOf(office.ticket(ticket)), office.ticket(ticket).receivedAt);
    const auto resumed = dueAfterResuming(in, office.lead(ticket), rule, office.clock.now(), office.clock.now());
    CHECK(resumed != told);
    HandlingOffice::must(office.resume(ticket));
    CHECK(office.lead(ticket).dueAt == resumed);
    CHECK_FALSE(dueAfterResuming(in, office.lead(ticket), rule, office.clock.now(), office.clock.now()));
}
