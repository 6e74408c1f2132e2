// SPDX-License-Identifier: GPL-3.0-or-later
// Which cases of a period an editor is offered, why, and in which order.
#include "bulletin/CaseSuggestions.h"
#include "bulletin/PickedCases.h"
#include "storage/StorageError.h"
#include "support/GeneratedOffice.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;
using Kind = SuggestedCase::Kind;

namespace {

// February 2020, asked on the 2nd of March.
struct SuggestionOffice : HandlingOffice
{
    SuggestionOffice()
        : HandlingOffice("2020-03-02 09:00")
    {
    }

    TicketId put(Ticket ticket)
    {
        ticket.number = u"T%1"_s.arg(++m_number, 4, 10, QChar(u'0'));
        ticket.channel = phone();
        if (!ticket.receivedAt.isValid())
            ticket.receivedAt = at("2020-02-03 09:00").addSecs(m_number);
        if (ticket.title.isEmpty())
            ticket.title = u"单元停水"_s;
        if (ticket.closedAt && ticket.state == TicketState::Accepted)
            ticket.state = TicketState::Closed;
        Transaction transaction(file->database());
        const TicketId id = TicketRepository(file->database()).insert(ticket);
        transaction.commit();
        return id;
    }
    void give(TicketId ticket, Dispatch dispatch)
    {
        dispatch.ticket = ticket;
        if (dispatch.department == DepartmentId(0))
            dispatch.department = water;
        if (!dispatch.dispatchedAt.isValid())
            dispatch.dispatchedAt = at("2020-02-03 10:00");
        Transaction transaction(file->database());
        (void)DispatchRepository(file->database()).insert(dispatch);
        transaction.commit();
    }
    void ask(const FollowUp &followUp)
    {
        Transaction transaction(file->database());
        (void)FollowUpRepository(file->database()).insert(followUp);
        transaction.commit();
    }
    // Due at a time; closed with a reply at another, or still open.
    TicketId due(const char *due, const char *done = nullptr)
    {
        const auto doneAt = done ? std::optional(at(done)) : std::nullopt;
        const TicketId id =
            put({.resolution = done ? std::optional(Resolution::Handled) : std::nullopt, .closedAt = doneAt});
        give(id, {.dueAt = at(due), .repliedAt = doneAt, .closedAt = doneAt});
        return id;
    }
    TicketId praised(Satisfaction satisfaction, const QString &comment, bool solved = true)
    {
        const auto done = at("2020-02-05 09:00");
        const TicketId id = put({.requester = u"王建国"_s, .resolution = Resolution::Handled, .closedAt = done});
        give(id, {.repliedAt = done, .claimedResult = ClaimedResult::Solved, .closedAt = done});
        ask({.ticket = id,
             .at = done,
             .reached = true,
             .solved = solved,
             .satisfaction = satisfaction,
             .comment = comment});
        return id;
    }

    QList<SuggestedCase> suggested(Kind kind, const char *now = "2020-03-02 09:00")
    {
        QList<SuggestedCase> cases = suggestCases(*file, {.period = Period::month(2020, 2)}, tables(), at(now)).cases;
        cases.removeIf([kind](const SuggestedCase &one) { return one.kind != kind; });
        return cases;
    }
    QList<TicketId> tickets(Kind kind)
    {
        QList<TicketId> ids;
        const auto cases = suggested(kind);
        for (const SuggestedCase &one : cases)
            ids.append(one.ticket);
        return ids;
    }

private:
    int m_number = 0;
};

} // namespace

TEST_CASE_METHOD(SuggestionOffice, "What is long overdue is suggested, what is still open first", "[suggested]")
{
    const TicketId late = due("2020-02-07 17:00", "2020-02-26 09:00");
    const TicketId open = due("2020-02-20 17:00");
    const TicketId longer = due("2020-02-06 17:00");
    const TicketId three = due("2020-02-26 17:00");
    (void)due("2020-02-27 17:00");                     // two days
    (void)due("2020-02-07 17:00", "2020-02-09 09:00"); // two days late
    (void)due("2020-03-10 17:00");
    const auto found = suggested(Kind::Overdue);
    CHECK(tickets(Kind::Overdue) == QList<TicketId>{longer, open, three, late});
    CHECK(found[0].count == 23);
    CHECK(found[0].isOpen);
    CHECK(found[2].count == 3);
    CHECK(found[3].count == 19);
    CHECK_FALSE(found[3].isOpen);
    CHECK(found[0].title == u"单元停水");
    CHECK(found[0].number == u"T0003");
    CHECK(reasonOf(found[0]).startsWith(u"23 "));
    CHECK(reasonOf(found[3]).contains(u"19 "));

    SECTION("in the middle of a month only until now")
    {
        const auto now = suggested(Kind::Overdue, "2020-02-16 09:00");
        REQUIRE(now.size() == 2); // the late one had no reply then
        CHECK(now[0].ticket == longer);
        CHECK(now[0].count == 10);
        CHECK(now[1].ticket == late);
        CHECK(now[1].count == 9);
        CHECK(now[1].isOpen);
    }
    SECTION("another period's are not")
    {
        const Question march{.period = Period::month(2020, 3)};
        CHECK(suggestCases(*file, march, tables(), clock.now()).cases.isEmpty());
    }
}

TEST_CASE_METHOD(SuggestionOffice, "Only what the present lead left undone counts as overdue", "[suggested]")
{
    const TicketId returned = put({.dueAt = at("2020-02-06 17:00")});
    give(returned, {.dueAt = at("2020-02-06 17:00"), .returnedAt = at("2020-02-05 09:00")});
    give(returned, {.department = housing, .dueAt = at("2020-03-20 17:00")});
    const TicketId redone = put({});
    give(redone, {.dueAt = at("2020-02-06 17:00"), .repliedAt = at("2020-02-06 09:00")});
    give(redone, {.round = 2, .dispatchedAt = at("2020-02-20 09:00"), .dueAt = at("2020-02-25 17:00")});
    const TicketId helper = put({});
    give(helper, {.dueAt = at("2020-03-10 17:00")});
    give(helper, {.department = police, .role = DispatchRole::CoHandler, .dueAt = at("2020-02-06 17:00")});
    const TicketId inTime = put({});
    give(inTime, {.dueAt = at("2020-02-06 17:00"), .repliedAt = at("2020-02-06 09:00")});
    const TicketId sentBack = put({});
    give(sentBack,
         {.dueAt = at("2020-02-06 17:00"), .repliedAt = at("2020-02-06 09:00"), .reviewedAt = at("2020-02-07 09:00")});
    const TicketId atOffice = put({.dueAt = at("2020-02-10 17:00")});
    const auto found = suggested(Kind::Overdue);
    REQUIRE(found.size() == 3);
    CHECK(found[0].ticket == sentBack);
    CHECK(found[0].count == 23);
    CHECK(found[1].ticket == atOffice);
    CHECK(found[2].ticket == redone);
    CHECK(found[2].count == 4);
}

TEST_CASE_METHOD(SuggestionOffice, "What is no case of the period is never suggested", "[suggested]")
{
    const auto dueAt = at("2020-02-06 17:00");
    const auto type = *tables().requestTypes.at(4).id;
    REQUIRE(tables().requestTypes.at(4).name == u"建议");
    (void)put({.requestType = type, .dueAt = dueAt, .state = TicketState::Draft});
    (void)put({.requestType = type, .dueAt = dueAt, .state = TicketState::Void, .resolution = Resolution::Void});
    (void)put({.requestType = type, .confidentiality = Confidentiality::Hidden, .dueAt = dueAt});
    (void)put({.receivedAt = at("2020-01-31 23:00"), .requestType = type, .dueAt = dueAt});
    (void)put({.receivedAt = at("2020-03-01 00:00"), .requestType = type, .dueAt = dueAt});
    const Question february{.period = Period::month(2020, 2)};
    CHECK(suggestCases(*file, february, tables(), clock.now()).cases.isEmpty());
    const TicketId anonymous =
        put({.requestType = type, .confidentiality = Confidentiality::Anonymous, .dueAt = dueAt});
    CHECK(tickets(Kind::Overdue) == QList{anonymous});
    CHECK(tickets(Kind::Proposal) == QList{anonymous});
}

TEST_CASE_METHOD(SuggestionOffice, "What several departments share is suggested, the most of them first", "[suggested]")
{
    const auto shared = [this](const QList<DepartmentId> &departments) {
        const TicketId id = put({});
        for (const DepartmentId department : departments) {
            give(id, {.department = department,
                      .role = department == departments.first() ? DispatchRole::Lead : DispatchRole::CoHandler});
        }
        return id;
    };
    const TicketId two = shared({water, housing});
    const TicketId three = shared({water, housing, police});
    (void)shared({water});
    const TicketId redone = shared({water});
    give(redone, {.round = 2, .dispatchedAt = at("2020-02-20 09:00")});
    const TicketId returned = shared({water});
    give(returned, {.department = housing, .returnedAt = at("2020-02-04 09:00")});
    const TicketId later = shared({water});
    give(later, {.department = police, .dispatchedAt = at("2020-03-01 09:00")});
    CHECK(tickets(Kind::Shared) == QList<TicketId>{three, two});
    CHECK(suggested(Kind::Shared).first().count == 3);
    CHECK(reasonOf(suggested(Kind::Shared).first()).startsWith(u"3 "));
}

TEST_CASE_METHOD(SuggestionOffice, "What is told again and again is suggested with how often and by how many",
                 "[suggested]")
{
    const auto merged = [this](TicketId into, const QString &number) {
        return put({.phone = number,
                    .resolution = Resolution::Merged,
                    .closedAt = at("2020-02-04 09:00"),
                    .mergedInto = into});
    };
    auto callAgain = [this, call = 0](TicketId ticket, const QString &number, const char *when) mutable {
        Transaction transaction(file->database());
        (void)CallRepository(file->database())
            .insert({.reference = u"C%1-%2"_s.arg(ticket.value()).arg(++call),
                     .startedAt = at(when),
                     .phone = number,
                     .outcome = CallOutcome::Repeat,
                     .ticket = ticket});
        transaction.commit();
    };
    SECTION("merged tickets, later tickets and calls are one matter")
    {
        const TicketId root = put({.phone = u"13800000001"_s});
        const TicketId child = merged(root, u"13800000002"_s);
        (void)merged(child, u"13800000003"_s); // through another
        (void)put({.phone = u"13800000001"_s, .repeatOf = root});
        callAgain(root, u"13800000001"_s, "2020-02-10 09:00");
        callAgain(child, {}, "2020-02-11 09:00");
        callAgain(root, u"13800000009"_s, "2020-03-01 09:00"); // in March
        const auto found = suggested(Kind::Repeated);
        REQUIRE(found.size() == 1);
        CHECK(found.first().ticket == root);
        CHECK(found.first().count == 6);
        CHECK(found.first().people == 4); // three numbers and one that isn't known
        CHECK(reasonOf(found.first()).contains(u"6 "));
        CHECK(reasonOf(found.first()).contains(u"4 "));
    }
    SECTION("twice is not much")
    {
        (void)merged(put({.phone = u"1"_s}), u"2"_s);
        CHECK(suggested(Kind::Repeated).isEmpty());
    }
    SECTION("of an older matter the newest ticket of the period stands for it")
    {
        const TicketId old = put({.receivedAt = at("2020-01-10 09:00")});
        (void)put({.phone = u"13800000001"_s, .repeatOf = old});
        const TicketId newest = put({.phone = u"13800000002"_s, .repeatOf = old});
        callAgain(old, u"13800000003"_s, "2020-02-20 09:00");
        const auto found = suggested(Kind::Repeated);
        REQUIRE(found.size() == 1);
        CHECK(found.first().ticket == newest);
        CHECK(found.first().count == 3);
        CHECK(found.first().people == 3);
    }
    SECTION("an older matter without a ticket of the period is for its own month")
    {
        const TicketId old = put({.receivedAt = at("2020-01-10 09:00")});
        for (const char *when : {"2020-02-20 09:00", "2020-02-21 09:00", "2020-02-22 09:00"})
            callAgain(old, u"13800000003"_s, when);
        CHECK(suggested(Kind::Repeated).isEmpty());
    }
    SECTION("a chain that runs in a circle ends")
    {
        const TicketId one = put({});
        const TicketId other = put({.repeatOf = one});
        file->database().exec(u"UPDATE ticket SET repeat_of = ? WHERE id = ?"_s, other, one);
        CHECK_NOTHROW(suggested(Kind::Repeated));
    }
}

TEST_CASE_METHOD(SuggestionOffice, "Whoever thanks warmly is suggested", "[suggested]")
{
    const TicketId content = praised(Satisfaction::Satisfied, u"满意"_s);
    const TicketId warm = praised(Satisfaction::VerySatisfied, u"处理得很及时，感谢，王建国13800001111"_s);
    const TicketId cooler = praised(Satisfaction::VerySatisfied, u"可以"_s);
    (void)praised(Satisfaction::VerySatisfied, {});
    (void)praised(Satisfaction::BasicallySatisfied, u"感谢"_s);
    (void)praised(Satisfaction::Satisfied, u"感谢，但是没有解决"_s, false);
    const TicketId changed = praised(Satisfaction::VerySatisfied, u"感谢"_s);
    ask({.ticket = changed,
         .at = at("2020-02-20 09:00"),
         .reached = true,
         .satisfaction = Satisfaction::Dissatisfied,
         .comment = u"又停水了"_s});
    CHECK(tickets(Kind::Praised) == QList<TicketId>{warm, cooler, content});
    const SuggestedCase first = suggested(Kind::Praised).first();
    CHECK_FALSE(first.words.contains(u"王建国"));
    CHECK_FALSE(first.words.contains(u"13800001111"));
    CHECK(first.words.contains(u"感谢"));
    CHECK(reasonOf(first).contains(u"感谢"));
}

TEST_CASE_METHOD(SuggestionOffice,
                 "Suggestions of citizens are offered, the fullest first, and each kind has its bound", "[suggested]")
{
    const auto type = *tables().requestTypes.at(4).id;
    QList<TicketId> put10;
    for (int i = 1; i <= 12; ++i)
        put10.prepend(put({.requestType = type, .content = QString(10 * i, u'水')}));
    put10 = put10.first(CaseSuggestions::most);
    CHECK(tickets(Kind::Proposal) == put10);
}

TEST_CASE_METHOD(SuggestionOffice, "A suggestion tells whether somebody has picked it already", "[suggested]")
{
    const TicketId id = due("2020-02-06 17:00");
    CHECK_FALSE(suggested(Kind::Overdue).first().picked);
    must(book->setMark(id, Mark::PickedProblem, true));
    CHECK(suggested(Kind::Overdue).first().picked == Mark::PickedProblem);
    CHECK(pickedCases(*file, {.period = Period::month(2020, 2)}, Mark::PickedProblem).size() == 1);
    CHECK_FALSE(suggested(Kind::Overdue).first().wasTold);
}

TEST_CASE("A big month's cases are suggested in a bounded time, and the search can be stopped", "[suggested]")
{
    GeneratedOffice office({.tickets = 20'000, .years = 1, .seed = 5});
    const CodeTables tables = CodeTableRepository(office.database()).load();
    const Question year{.period = Period::year(2023)};
    const std::clock_t before = std::clock();
    const CaseSuggestions found = suggestCases(*office.file, year, tables, at("2024-02-01 09:00"));
    const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    CHECK(seconds < 20);
    for (const Kind kind : {Kind::Overdue, Kind::Shared, Kind::Repeated, Kind::Praised, Kind::Proposal}) {
        QList<TicketId> ids;
        for (const SuggestedCase &one : found.cases) {
            if (one.kind != kind)
                continue;
            CHECK_FALSE(ids.contains(one.ticket));
            CHECK_FALSE(one.title.isEmpty());
            CHECK_FALSE(reasonOf(one).isEmpty());
            ids.append(one.ticket);
        }
        CHECK(ids.size() <= CaseSuggestions::most);
    }
    CHECK_FALSE(found.cases.isEmpty());

    struct Stopped : Progress
    {
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    CHECK_THROWS_AS(suggestCases(*office.file, year, tables, at("2024-02-01 09:00"), Stopped()), StorageError);
}

TEST_CASE("A hundred thousand tickets of one period", "[.long][suggested]")
{
    GeneratedOffice office({.tickets = 100'000, .years = 1, .seed = 5});
    const CodeTables tables = CodeTableRepository(office.database()).load();
    const std::clock_t before = std::clock();
    const CaseSuggestions found =
        suggestCases(*office.file, {.period = Period::year(2023)}, tables, at("2024-02-01 09:00"));
    const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    WARN("CPU " << seconds << " s for " << found.cases.size() << " suggestions");
    CHECK(seconds < 30);
}
