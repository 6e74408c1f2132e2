// SPDX-License-Identifier: GPL-3.0-or-later
// "What the figures count", rule by rule, and laws that hold for any case file.
#include "calendar/WorkingTime.h"
#include "exchange/DemoOffice.h"
#include "exchange/Random.h"
#include "statistics/FigureScan.h"
#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsReport.h"
#include "storage/CalendarRepository.h"
#include "storage/Database.h"
#include "storage/FigureSource.h"
#include "storage/OfficeRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// A case file to put tickets into, with the days of February 2020 as its period.
class Figures : public TestOffice
{
public:
    TicketId ticket(const char *received, const char *closed = nullptr)
    {
        return ticket(
            Ticket{.receivedAt = at(received), .closedAt = closed ? std::optional(at(closed)) : std::nullopt});
    }

    TicketId ticket(Ticket ticket)
    {
        ticket.number = u"T%1"_s.arg(++m_number);
        if (ticket.channel == ChannelId(0))
            ticket.channel = phone();
        if (ticket.state == TicketState::Accepted && ticket.closedAt)
            ticket.state = TicketState::Closed;
        Transaction transaction(file->database());
        const TicketId id = TicketRepository(file->database()).insert(ticket);
        transaction.commit();
        return id;
    }

    void dispatch(const Dispatch &dispatch)
    {
        Transaction transaction(file->database());
        (void)DispatchRepository(file->database()).insert(dispatch);
        transaction.commit();
    }

    void followUp(const FollowUp &followUp)
    {
        Transaction transaction(file->database());
        (void)FollowUpRepository(file->database()).insert(followUp);
        transaction.commit();
    }

    template <class T>
    auto entry(const T &value)
    {
        Transaction transaction(file->database());
        const auto id = CodeTableRepository(file->database()).save(value);
        transaction.commit();
        return id;
    }

    Statistics build(Question question = {.period = Period::month(2020, 2)})
    {
        return buildStatistics(*file, question);
    }

private:
    int m_number = 0;
};

const Question february{.period = Period::month(2020, 2)};

} // namespace

TEST_CASE("a period holds what was received from 00:00 of its first day to before 00:00 after its last", "[statistics]")
{
    Figures office;
    office.ticket("2020-01-31 23:59:59");
    office.ticket("2020-02-01 00:00");
    office.ticket("2020-02-29 23:59:59");
    office.ticket("2020-03-01 00:00");
    const Statistics figures = office.build();
    CHECK(figures.accepted == 2);
    CHECK(figures.byDay.first().accepted == 1);
    CHECK(figures.byDay.last().accepted == 1);
}

TEST_CASE("drafts, void and merged tickets are not counted, not accepted ones are", "[statistics]")
{
    Figures office;
    const TicketId root = office.ticket("2020-02-03 09:00");
    office.ticket({.receivedAt = at("2020-02-03 09:00"), .state = TicketState::Draft});
    office.ticket({.receivedAt = at("2020-02-03 09:00"), .state = TicketState::Void, .resolution = Resolution::Void});
    office.ticket({.receivedAt = at("2020-02-03 09:00"),
                   .resolution = Resolution::NotAccepted,
                   .closedAt = at("2020-02-03 10:00")});
    // 件次: merged into a counted ticket, whenever it came in, over any number of steps
    const TicketId merged = office.ticket({.receivedAt = at("2020-03-05 09:00"),
                                           .state = TicketState::Closed,
                                           .resolution = Resolution::Merged,
                                           .mergedInto = root});
    office.ticket({.receivedAt = at("2020-02-04 09:00"),
                   .state = TicketState::Closed,
                   .resolution = Resolution::Merged,
                   .mergedInto = merged});
    const Statistics figures = office.build();
    CHECK(figures.accepted == 2);
    CHECK(figures.closed == 1);
    CHECK(figures.requests == 4);
    CHECK(ticketsBehind(*office.file, february, {.measure = Measure::Merged}).size() == 2);
}

TEST_CASE("what happened at or after the cut-off has not happened", "[statistics]")
{
    Figures office;
    office.ticket("2020-02-03 09:00", "2020-02-29 23:59:59");
    office.ticket("2020-02-03 09:00", "2020-03-01 00:00");
    office.ticket("2020-02-20 09:00", "2020-02-20 10:00");
    CHECK(office.build().closed == 2);

    Question question = february;
    question.cutOff = at("2020-02-10 00:00");
    const Statistics early = office.build(question);
    CHECK(early.accepted == 2); // the third had not been received
    CHECK(early.closed == 0);
    question.cutOff = at("2020-03-02 00:00");
    CHECK(office.build(question).closed == 3);
}

TEST_CASE("a channel outside the total is listed and counted there alone", "[statistics]")
{
    Figures office;
    const ChannelId board = office.entry(Channel{.name = u"人民网"_s, .inTotal = false});
    const ChannelId mayor = office.entry(Channel{.name = u"市长板块"_s, .parent = board, .inTotal = false});
    office.ticket("2020-02-03 09:00");
    office.ticket({.receivedAt = at("2020-02-03 09:00"), .channel = mayor, .closedAt = at("2020-02-04 09:00")});
    office.ticket({.receivedAt = at("2020-02-03 09:00"), .channel = board});
    const Statistics figures = office.build();
    CHECK(figures.accepted == 1);
    REQUIRE(figures.byChannel.size() == 2);
    CHECK(figures.byChannel[0].name == u"人民网"_s); // two against one
    CHECK(figures.byChannel[0].received == 2);       // its own and its board's
    CHECK(figures.byChannel[0].closed == 1);
    REQUIRE(figures.byChannel[0].children.size() == 1);
    CHECK(figures.byChannel[0].children[0].received == 1);
    CHECK(ticketsBehind(*office.file, february, {.measure = Measure::ByChannel, .row = board.value()}).size() == 2);
}

TEST_CASE("category shares: carved-out topics, a child of its parent, others last", "[statistics]")
{
    Figures office;
    const CategoryId other = office.entry(Category{.name = u"其它问题"_s});
    const CategoryId housing = office.entry(Category{.name = u"住建"_s});
    const CategoryId water = office.entry(Category{.name = u"水、电、气"_s});
    const CategoryId outage = office.entry(Category{.parent = water, .name = u"停水"_s});
    const TopicId epidemic = office.entry(Topic{.name = u"疫情"_s});
    const auto add = [&](std::optional<CategoryId> category, int times, std::optional<TopicId> topic = std::nullopt) {
        for (int i = 0; i < times; ++i)
            office.ticket({.receivedAt = at("2020-02-03 09:00"), .category = category, .topic = topic});
    };
    add(other, 5);
    add(housing, 2);
    add(water, 1);
    add(outage, 2);
    add(std::nullopt, 1);
    add(housing, 3, epidemic);

    Question question = february;
    question.excludedTopics = {epidemic};
    const Statistics figures = office.build(question);
    CHECK(figures.accepted == 14);
    CHECK(figures.categoryBase == 11);
    REQUIRE(figures.byCategory.size() == 4);
    CHECK(figures.byCategory[0].name == u"水、电、气"_s);
    CHECK(figures.byCategory[0].count == 3);
    CHECK(figures.byCategory[0].children.first().share == Ratio{2, 3});
    CHECK(figures.byCategory[1].name == u"住建"_s);
    CHECK(figures.byCategory[2].name == u"未分类"_s);
    CHECK(figures.byCategory[3].name == u"其它问题"_s);
    CHECK(figures.byCategory[3].share == Ratio{5, 11});
    CHECK(office.build().categoryBase == 14);
}

TEST_CASE("departments count first rounds less granted returns, each by its latest round", "[statistics]")
{
    Figures office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s});
    const DepartmentId housing = office.entry(Department{.name = u"住建局"_s});
    const TicketId returned = office.ticket("2020-02-03 09:00");
    office.dispatch({.ticket = returned,
                     .department = water,
                     .dispatchedAt = at("2020-02-03 10:00"),
                     .returnedAt = at("2020-02-04 10:00")});
    office.dispatch({.ticket = returned,
                     .department = housing,
                     .dispatchedAt = at("2020-02-04 11:00"),
                     .closedAt = at("2020-02-05 09:00")});
    const TicketId redone = office.ticket("2020-02-03 09:00");
    office.dispatch({.ticket = redone,
                     .department = water,
                     .dispatchedAt = at("2020-02-03 10:00"),
                     .closedAt = at("2020-02-05 09:00")});
    office.dispatch({.ticket = redone, .department = water, .round = 2, .dispatchedAt = at("2020-02-10 10:00")});
    office.dispatch({.ticket = redone,
                     .department = housing,
                     .role = DispatchRole::CoHandler,
                     .dispatchedAt = at("2020-02-03 10:00"),
                     .closedAt = at("2020-02-06 09:00")});

    const Statistics figures = office.build();
    REQUIRE(figures.byDepartment.size() == 2);
    const DepartmentFigures &h = figures.byDepartment[0];
    CHECK(h.name == u"住建局"_s);
    CHECK(h.dispatched == 2);
    CHECK(h.closed == 2);
    const DepartmentFigures &w = figures.byDepartment[1];
    CHECK(w.dispatched == 1);
    CHECK(w.closed == 0); // the second round is open
    CHECK(w.returned == 1);
    CHECK(w.redone == 1);
    CHECK(figures.dispatched.total == 2); // tickets, not dispatches
    CHECK(figures.dispatched.closed == 1);

    Question question = february;
    question.cutOff = at("2020-02-08 00:00"); // before the second round, which then does not exist
    const Statistics early = office.build(question);
    CHECK(early.byDepartment[1].closed == 1);
    CHECK(early.byDepartment[1].redone == 0);
    CHECK(early.dispatched.closed == 2);
}

TEST_CASE("a ticket whose leads were all returned is not among the dispatched", "[statistics]")
{
    Figures office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s});
    const TicketId ticket = office.ticket("2020-02-03 09:00");
    office.dispatch({.ticket = ticket,
                     .department = water,
                     .dispatchedAt = at("2020-02-03 10:00"),
                     .returnedAt = at("2020-02-04 10:00")});
    const Statistics figures = office.build();
    CHECK(figures.dispatched.total == 0);
    REQUIRE(figures.byDepartment.size() == 1);
    CHECK(figures.byDepartment.first().dispatched == 0);
    CHECK(figures.byDepartment.first().returned == 1);
}

TEST_CASE("on time is the last reply at or before the due time in force", "[statistics]")
{
    struct Row
    {
        const char *what;
        Dispatch dispatch;
        Ratio expected;
    };
    const auto dispatched = at("2020-02-03 10:00");
    const auto due = at("2020-02-10 17:00");
    const QList<Row> rows{
        {"replied at the due time",
         {.dispatchedAt = dispatched, .dueAt = due, .repliedAt = due, .closedAt = at("2020-02-12 09:00")},
         {1, 1}},
        {"replied a second late",
         {.dispatchedAt = dispatched, .dueAt = due, .repliedAt = due.addSecs(1), .closedAt = at("2020-02-12 09:00")},
         {0, 1}},
        {"closed in time without a reply", {.dispatchedAt = dispatched, .dueAt = due, .closedAt = due}, {1, 1}},
        {"closed without a due time", {.dispatchedAt = dispatched, .closedAt = due}, {0, 0}},
        {"open and overdue", {.dispatchedAt = dispatched, .dueAt = due}, {0, 1}},
        {"open and not yet due", {.dispatchedAt = dispatched, .dueAt = at("2020-03-03 17:00")}, {0, 0}},
        {"replied in time after an extension",
         {.dispatchedAt = dispatched,
          .dueAt = at("2020-02-20 17:00"),
          .originalDueAt = due,
          .extendedAt = at("2020-02-10 09:00"),
          .repliedAt = at("2020-02-18 09:00"),
          .closedAt = at("2020-02-18 10:00")},
         {1, 1}},
        {"an extension after the cut-off leaves the original due time",
         {.dispatchedAt = dispatched,
          .dueAt = at("2020-03-20 17:00"),
          .originalDueAt = due,
          .extendedAt = at("2020-03-02 09:00")},
         {0, 1}},
    };
    for (const Row &row : rows) {
        INFO(row.what);
        Figures office;
        Dispatch dispatch = row.dispatch;
        dispatch.department = office.entry(Department{.name = u"水务集团"_s});
        dispatch.ticket = office.ticket("2020-02-03 09:00");
        office.dispatch(dispatch);
        const Statistics figures = office.build();
        CHECK(figures.dispatched.onTimeRate == row.expected);
        CHECK(figures.byDepartment.first().onTimeRate == row.expected);
        CHECK(figures.byChannel.first().onTimeRate == row.expected);
    }
}

TEST_CASE("the timely reply rate is over all of the channel's tickets", "[statistics]")
{
    Figures office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s});
    const auto due = at("2020-02-10 17:00");
    const auto add = [&](std::optional<QDateTime> dueAt, std::optional<QDateTime> closedAt,
                         std::optional<QDateTime> replied) {
        const TicketId id = office.ticket({.receivedAt = at("2020-02-03 09:00"), .dueAt = dueAt, .closedAt = closedAt});
        if (replied)
            office.dispatch(
                {.ticket = id, .department = water, .dispatchedAt = at("2020-02-03 10:00"), .repliedAt = replied});
    };
    add(due, due, std::nullopt);                             // without dispatch: closed in time
    add(due, due.addSecs(1), std::nullopt);                  // closed late
    add(std::nullopt, at("2020-02-20 09:00"), std::nullopt); // no due time: in time once replied
    add(due, std::nullopt, due);                             // first reply in time
    add(due, due, at("2020-02-11 09:00"));                   // dispatched: its reply counts, not its closing
    add(due, std::nullopt, std::nullopt);                    // not replied at all
    CHECK(office.build().byChannel.first().timelyReplyRate == Ratio{3, 6});
}

TEST_CASE("follow-up rates count tickets, not tries", "[statistics]")
{
    Figures office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s});
    const auto closed = [&] {
        const TicketId id = office.ticket("2020-02-03 09:00", "2020-02-06 09:00");
        office.dispatch({.ticket = id,
                         .department = water,
                         .dispatchedAt = at("2020-02-03 10:00"),
                         .repliedAt = at("2020-02-05 09:00"),
                         .claimedResult = ClaimedResult::Solved,
                         .closedAt = at("2020-02-05 10:00")});
        return id;
    };
    const TicketId happy = closed();
    office.followUp({.ticket = happy, .at = at("2020-02-05 11:00")});
    office.followUp({.ticket = happy,
                     .at = at("2020-02-05 12:00"),
                     .reached = true,
                     .solved = true,
                     .satisfaction = Satisfaction::BasicallySatisfied});
    const TicketId changed = closed(); // the last reached try counts
    office.followUp(
        {.ticket = changed, .at = at("2020-02-05 11:00"), .reached = true, .satisfaction = Satisfaction::Satisfied});
    office.followUp({.ticket = changed,
                     .at = at("2020-02-06 11:00"),
                     .reached = true,
                     .solved = false,
                     .satisfaction = Satisfaction::Dissatisfied});
    const TicketId silent = closed(); // not rated is in neither side; silence is not a no
    office.followUp({.ticket = silent, .at = at("2020-02-05 11:00"), .reached = true});
    const TicketId unreached = closed();
    office.followUp({.ticket = unreached, .at = at("2020-02-05 11:00")});
    const TicketId later = closed(); // tried after the cut-off
    office.followUp(
        {.ticket = later, .at = at("2020-03-05 11:00"), .reached = true, .satisfaction = Satisfaction::Satisfied});

    const FollowUpFigures figures = office.build().followUp;
    CHECK(figures.due == 5);
    CHECK(figures.tried == 4);
    CHECK(figures.reached == 3);
    CHECK(figures.rated == 2);
    CHECK(figures.satisfactionRate == Ratio{1, 2});
    CHECK(figures.solvedRate == Ratio{2, 3});
}

TEST_CASE("handling time: the mean's sum, the lower middle, enterprises apart", "[statistics]")
{
    Figures office;
    CHECK(office.build().handling.mean.printed() == u"—"_s);
    office.ticket("2020-02-03 09:00", "2020-02-04 09:00");
    office.ticket({.receivedAt = at("2020-02-03 09:00"),
                   .requesterKind = RequesterKind::Enterprise,
                   .closedAt = at("2020-02-06 09:00")});
    office.ticket("2020-02-03 09:00", "2020-02-05 09:00");
    office.ticket("2020-02-03 09:00", "2020-02-13 09:00");
    office.ticket("2020-02-03 09:00");
    const Statistics figures = office.build();
    CHECK(figures.handling.mean.count == 4);
    CHECK(figures.handling.mean.seconds == 16 * 86'400);
    CHECK(figures.handling.mean.printed() == u"4.00"_s);
    CHECK(figures.handling.median.seconds == 2 * 86'400);
    CHECK(figures.handling.enterpriseMean.printed() == u"3.00"_s);
}

TEST_CASE("who took over a redo stands among the departments, so that the parts add up", "[statistics]")
{
    Figures office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s});
    const DepartmentId housing = office.entry(Department{.name = u"住建局"_s});
    const TicketId ticket = office.ticket({.receivedAt = at("2020-02-03 09:00"), .closedAt = at("2020-02-20 09:00")});
    office.dispatch({.ticket = ticket,
                     .department = water,
                     .dispatchedAt = at("2020-02-03 10:00"),
                     .closedAt = at("2020-02-05 09:00")});
    office.dispatch({.ticket = ticket,
                     .department = water,
                     .round = 2,
                     .dispatchedAt = at("2020-02-06 10:00"),
                     .returnedAt = at("2020-02-07 10:00")});
    office.dispatch({.ticket = ticket,
                     .department = housing,
                     .round = 2,
                     .dispatchedAt = at("2020-02-07 11:00"),
                     .closedAt = at("2020-02-19 09:00")});
    const Statistics figures = office.build();
    REQUIRE(figures.byDepartment.size() == 2);
    CHECK(figures.byDepartment[1].name == u"住建局"_s);
    CHECK(figures.byDepartment[1].dispatched == 0);
    qint64 due = 0;
    qint64 handled = 0;
    for (const DepartmentFigures &row : figures.byDepartment) {
        due += row.followUp.due;
        handled += row.handling.mean.count;
    }
    CHECK(figures.followUp.due == 1);
    CHECK(due == figures.followUp.due);
    CHECK(handled == figures.dispatched.handling.mean.count);
}

TEST_CASE("redo, return and extension rates are of dispatched tickets", "[statistics]")
{
    Figures office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s});
    const DepartmentId housing = office.entry(Department{.name = u"住建局"_s});
    const auto none = office.build().dispatched;
    CHECK(percent(none.redoRate) == u"—"_s);
    CHECK(percent(none.returnRate) == u"—"_s);
    CHECK(percent(none.extensionRate) == u"—"_s);

    const auto dispatched = [&](DepartmentId department) {
        const TicketId id = office.ticket("2020-02-03 09:00");
        office.dispatch({.ticket = id, .department = department, .dispatchedAt = at("2020-02-03 10:00")});
        return id;
    };
    const TicketId redone = dispatched(water);
    for (const qint64 round : {2, 3}) // twice, but one ticket
        office.dispatch({.ticket = redone,
                         .department = water,
                         .round = int(round),
                         .dispatchedAt = at("2020-02-10 10:00").addDays(round)});
    const TicketId redirected = office.ticket("2020-02-03 09:00");
    office.dispatch({.ticket = redirected,
                     .department = water,
                     .dispatchedAt = at("2020-02-03 10:00"),
                     .returnedAt = at("2020-02-04 10:00")});
    office.dispatch({.ticket = redirected,
                     .department = housing,
                     .dispatchedAt = at("2020-02-04 11:00"),
                     .dueAt = at("2020-02-20 17:00"),
                     .originalDueAt = at("2020-02-11 17:00"),
                     .extendedAt = at("2020-02-10 09:00")});
    const TicketId back = office.ticket("2020-02-03 09:00"); // with nobody now
    office.dispatch({.ticket = back,
                     .department = water,
                     .dispatchedAt = at("2020-02-03 10:00"),
                     .returnedAt = at("2020-02-05 10:00")});
    (void)dispatched(housing);

    const Statistics figures = office.build();
    CHECK(figures.dispatched.total == 3);
    CHECK(figures.dispatched.redoRate == Ratio{1, 3});
    CHECK(figures.dispatched.extensionRate == Ratio{1, 3});
    CHECK(figures.dispatched.returned == 2);
    CHECK(figures.dispatched.returnRate == Ratio{2, 4}); // what came back was dispatched, too
    REQUIRE(figures.byDepartment.size() == 2);
    const DepartmentFigures &h = figures.byDepartment[0];
    REQUIRE(h.name == u"住建局"_s);
    CHECK(h.redoRate == Ratio{0, 2});
    CHECK(h.returnRate == Ratio{0, 2});
    CHECK(h.extensionRate == Ratio{1, 2});
    const DepartmentFigures &w = figures.byDepartment[1];
    CHECK(w.redoRate == Ratio{1, 1});
    CHECK(w.returnRate == Ratio{2, 3});
    CHECK(w.extensionRate == Ratio{0, 1});

    Question question = february;
    question.cutOff = at("2020-02-04 09:00"); // before the returns, the extension and the second round
    const Statistics early = office.build(question);
    CHECK(early.dispatched.redoRate == Ratio{0, 4});
    CHECK(early.dispatched.returnRate == Ratio{0, 4});
    CHECK(early.dispatched.extensionRate == Ratio{0, 4});

    const auto behind = [&](Measure measure, qint64 row = 0) {
        return ticketsBehind(*office.file, february, {.measure = measure, .row = row});
    };
    CHECK(behind(Measure::DispatchedRedone) == QList{redone});
    CHECK(behind(Measure::DispatchedExtended) == QList{redirected});
    CHECK(behind(Measure::SentReturned) == QList{redirected, back});
    CHECK(behind(Measure::Sent).size() == 4);
    CHECK(behind(Measure::ByDepartmentSent, water.value()) == QList{redone, redirected, back});
}

TEST_CASE("a department's follow-ups and handling times are those of the tickets that it leads", "[statistics]")
{
    Figures office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s});
    const DepartmentId housing = office.entry(Department{.name = u"住建局"_s});
    const auto closed = [&](DepartmentId lead, std::optional<DepartmentId> helper, const char *closedAt) {
        const TicketId id = office.ticket("2020-02-03 09:00", closedAt);
        office.dispatch({.ticket = id,
                         .department = lead,
                         .dispatchedAt = at("2020-02-03 10:00"),
                         .claimedResult = ClaimedResult::Solved,
                         .closedAt = at("2020-02-04 08:00")});
        if (helper)
            office.dispatch({.ticket = id,
                             .department = *helper,
                             .role = DispatchRole::CoHandler,
                             .dispatchedAt = at("2020-02-03 10:00"),
                             .closedAt = at("2020-02-04 08:00")});
        return id;
    };
    const TicketId happy = closed(water, housing, "2020-02-04 09:00");
    office.followUp(
        {.ticket = happy, .at = at("2020-02-04 10:00"), .reached = true, .satisfaction = Satisfaction::Satisfied});
    const TicketId unhappy = closed(water, std::nullopt, "2020-02-06 09:00");
    office.followUp({.ticket = unhappy,
                     .at = at("2020-02-06 10:00"),
                     .reached = true,
                     .solved = false,
                     .satisfaction = Satisfaction::Dissatisfied});
    const TicketId unreached = closed(water, std::nullopt, "2020-02-05 09:00");
    office.followUp({.ticket = unreached, .at = at("2020-02-05 10:00")});
    (void)closed(housing, std::nullopt, "2020-02-03 21:00"); // nobody called
    office.ticket("2020-02-03 09:00", "2020-02-03 09:30");   // answered at once, by no department

    const Statistics figures = office.build();
    CHECK(figures.followUp.followUpRate == Ratio{3, 4});
    CHECK(figures.followUp.reachedRate == Ratio{2, 4});
    REQUIRE(figures.byDepartment.size() == 2);
    const DepartmentFigures &w = figures.byDepartment[0];
    REQUIRE(w.name == u"水务集团"_s);
    CHECK(w.followUp.due == 3);
    CHECK(w.followUp.followUpRate == Ratio{3, 3});
    CHECK(w.followUp.reachedRate == Ratio{2, 3});
    CHECK(w.followUp.satisfactionRate == Ratio{1, 2});
    CHECK(w.followUp.solvedRate == Ratio{1, 2});
    CHECK(w.handling.mean.seconds == 6 * 86'400);
    CHECK(w.handling.mean.printed() == u"2.00"_s);
    CHECK(w.handling.median.seconds == 2 * 86'400);
    const DepartmentFigures &h = figures.byDepartment[1];
    CHECK(h.dispatched == 2); // it helps in one
    CHECK(h.followUp.due == 1);
    CHECK(h.followUp.followUpRate == Ratio{0, 1});
    CHECK(percent(h.followUp.satisfactionRate) == u"—"_s);
    CHECK(h.handling.mean.printed() == u"0.50"_s);
    CHECK(h.handling.enterpriseMean.printed() == u"—"_s);
    CHECK(figures.dispatched.handling.mean.count == 4);
    CHECK(figures.handling.mean.count == 5);

    const auto behind = [&](Measure measure, DepartmentId row) {
        return ticketsBehind(*office.file, february, {.measure = measure, .row = row.value()});
    };
    CHECK(behind(Measure::ByDepartmentLed, water) == QList{happy, unhappy, unreached});
    CHECK(behind(Measure::ByDepartmentFollowUpReached, water) == QList{happy, unhappy});
    CHECK(behind(Measure::ByDepartmentFollowUpSatisfied, water) == QList{happy});
    CHECK(behind(Measure::ByDepartmentFollowUpSolved, water) == QList{happy});
    CHECK(behind(Measure::ByDepartmentFollowUpTried, housing).isEmpty());
}

TEST_CASE("working handling time goes by the office's calendar, in days of its hours", "[statistics]")
{
    Figures office;
    const Question september{.period = Period::month(2024, 9), .cutOff = at("2024-10-31 00:00")};
    CHECK(office.build(september).handling.workingMean.printed() == u"—"_s);
    office.ticket("2024-09-03 09:00", "2024-09-04 09:00"); // 6.5 h
    office.ticket("2024-09-06 16:30", "2024-09-07 20:00"); // 0.5 h; closed on a Saturday
    office.ticket({.receivedAt = at("2024-09-13 23:00"),   // at night, before a Saturday that is worked
                   .requesterKind = RequesterKind::Enterprise,
                   .closedAt = at("2024-09-18 08:30")});   // after the Mid-Autumn Festival
    office.ticket("2024-09-30 08:30", "2024-10-08 17:00"); // 13 h; closed after the period
    office.ticket("2024-09-30 08:30");
    const HandlingFigures handling = office.build(september).handling;
    CHECK(handling.workingMean.count == 4);
    CHECK(handling.workingMean.daySeconds == 23'400);
    CHECK(handling.workingMean.seconds == (13 + 1 + 13 + 26) * 1800);
    CHECK(handling.workingMean.printed() == u"1.02"_s); // 26.5 h / 4 / 6.5 h
    CHECK(handling.workingMedian.seconds == 13 * 1800);
    CHECK(handling.workingMedian.printed() == u"1.00"_s);
    CHECK(handling.workingEnterpriseMean.printed() == u"1.00"_s);
    CHECK(handling.mean.seconds > handling.workingMean.seconds);

    // Other hours, and a day that the office itself has freed.
    Transaction transaction(office.file->database());
    office.file->database().exec(
        u"INSERT INTO calendar_day(day, name, working, local) VALUES('2024-09-04', '停电', 0, 1)"_s);
    OfficeRepository(office.file->database())
        .setSetting(u"office_hours"_s, QJsonArray{QJsonArray{u"09:00"_s, u"17:00"_s}});
    transaction.commit();
    const HandlingFigures changed = office.build(september).handling;
    CHECK(changed.workingMean.daySeconds == 8 * 3600);
    CHECK(changed.workingMean.seconds == (16 + 1 + 16 + 32) * 1800);
}

TEST_CASE("categories have handling times: a parent its children's, a carved-out topic none", "[statistics]")
{
    Figures office;
    const CategoryId water = office.entry(Category{.name = u"水、电、气"_s});
    const CategoryId outage = office.entry(Category{.parent = water, .name = u"停水"_s});
    const TopicId epidemic = office.entry(Topic{.name = u"疫情"_s});
    const auto add = [&](std::optional<CategoryId> category, const char *closed, std::optional<TopicId> topic = {}) {
        return office.ticket({.receivedAt = at("2020-02-03 09:00"),
                              .category = category,
                              .topic = topic,
                              .closedAt = closed ? std::optional(at(closed)) : std::nullopt});
    };
    add(water, "2020-02-04 09:00");
    const TicketId slow = add(outage, "2020-02-10 09:00");
    add(outage, "2020-02-05 09:00");
    add(outage, nullptr);
    add(outage, "2020-02-28 09:00", epidemic);
    add(std::nullopt, "2020-02-03 21:00");
    Question question = february;
    question.excludedTopics = {epidemic};
    const Statistics figures = office.build(question);
    REQUIRE(figures.byCategory.size() == 2);
    const CategoryFigures &parent = figures.byCategory[0];
    CHECK(parent.count == 4);
    CHECK(parent.handling.mean.count == 3);
    CHECK(parent.handling.mean.seconds == 10 * 86'400);
    CHECK(parent.handling.median.seconds == 2 * 86'400);
    REQUIRE(parent.children.size() == 1);
    CHECK(parent.children[0].handling.mean.printed() == u"4.50"_s);
    CHECK(parent.children[0].handling.median.printed() == u"2.00"_s); // the lower of two
    CHECK(figures.byCategory[1].handling.mean.printed() == u"0.50"_s);
    const auto behind =
        ticketsBehind(*office.file, question, {.measure = Measure::ByCategoryClosed, .row = outage.value()});
    CHECK(behind.size() == 2);
    CHECK(behind.contains(slow));
}

TEST_CASE("change is against the period before and last year, by the same distance of the cut-off", "[statistics]")
{
    Figures office;
    for (const char *received : {"2020-02-03 09:00", "2020-02-04 09:00", "2020-02-05 09:00"})
        office.ticket(received, "2020-02-20 09:00");
    office.ticket("2020-01-03 09:00", "2020-02-01 12:00"); // closed half a day after January
    office.ticket("2020-01-04 09:00", "2020-01-05 09:00");
    office.ticket("2019-02-04 09:00");
    Statistics figures = office.build();
    REQUIRE(figures.previousPeriod);
    CHECK(figures.previousPeriod->accepted.reference == 2);
    CHECK(figures.previousPeriod->accepted.difference == 1);
    CHECK(figures.previousPeriod->closed.reference == 1);
    CHECK(figures.samePeriodLastYear->accepted.reference == 1);
    CHECK(figures.samePeriodLastYear->closed.rate() == Ratio{3, 0});
    Question question = february;
    question.cutOff = at("2020-03-02 00:00"); // a day after the period
    CHECK(office.build(question).previousPeriod->closed.reference == 2);
}

TEST_CASE("the JSON has the shape that others rely on", "[statistics]")
{
    Figures office;
    const TicketId ticket = office.ticket("2020-02-03 09:00", "2020-02-04 09:00");
    office.dispatch({.ticket = ticket,
                     .department = office.entry(Department{.name = u"水务集团"_s}),
                     .dispatchedAt = at("2020-02-03 10:00")});
    const QJsonObject json = toJson(office.build(), office.file->zone());
    CHECK(json[u"period"][u"label"].toString() == u"2020年2月"_s);
    CHECK(json[u"period"][u"cut_off"].toString() == u"2020-03-01T00:00:00"_s);
    CHECK(json[u"tickets"][u"closure_rate"].toObject()
          == QJsonObject{{u"numerator"_s, 1}, {u"denominator"_s, 1}, {u"printed"_s, u"100.0%"_s}});
    CHECK(json[u"tickets"][u"requests"].toInt() == 1);
    CHECK(json[u"handling_time"][u"mean"][u"seconds"].toInt() == 86'400);
    CHECK(json[u"change"][u"previous_period"][u"accepted"][u"rate"][u"printed"].toString() == u"—"_s);
    CHECK(json[u"by_request_type"].toArray().size() == 8); // every valid one and 未分类
    // An earlier key is never renamed, a later one may be new.
    const auto hasKeys = [](const QJsonValue &object, std::initializer_list<const char16_t *> keys) {
        for (const char16_t *key : keys) {
            INFO(QString::fromUtf16(key).toStdString());
            CHECK(object.toObject().contains(QStringView(key)));
        }
    };
    hasKeys(json[u"handling_time"], {u"mean", u"median", u"enterprise_mean", u"working_mean", u"working_median",
                                     u"working_enterprise_mean", u"working_day_seconds"});
    hasKeys(json[u"follow_up"], {u"due", u"tried", u"reached", u"rated", u"follow_up_rate", u"reached_rate",
                                 u"satisfaction_rate", u"solved_rate"});
    hasKeys(json[u"dispatched"],
            {u"total", u"closed", u"open", u"closure_rate", u"on_time_rate", u"returned", u"redone", u"extended",
             u"redo_rate", u"return_rate", u"extension_rate", u"handling_time"});
    REQUIRE(json[u"by_department"].toArray().size() == 1);
    hasKeys(json[u"by_department"].toArray()[0],
            {u"name", u"group", u"dispatched", u"closed", u"open", u"closure_rate", u"on_time_rate", u"returned",
             u"redone", u"extended", u"redo_rate", u"return_rate", u"extension_rate", u"follow_up", u"handling_time"});
    CHECK(json[u"by_department"].toArray()[0][u"follow_up"][u"satisfaction_rate"][u"printed"].toString() == u"—"_s);
    CHECK(json[u"by_category"][u"rows"].toArray()[0][u"handling_time"][u"mean"]
          == QJsonObject{{u"count"_s, 1}, {u"seconds"_s, 86'400}, {u"printed"_s, u"1.00"_s}});
    CHECK(json[u"handling_time"][u"working_mean"].toObject().keys()
          == QStringList{u"count"_s, u"printed"_s, u"seconds"_s});
    for (const char16_t *key :
         {u"calls", u"by_channel", u"by_topic", u"by_category", u"by_department", u"dispatched", u"follow_up"})
        CHECK(json.contains(QStringView(key)));
}

TEST_CASE("no cell of the figures' CSV runs in a spreadsheet", "[statistics]")
{
    Figures office;
    const CategoryId formula = office.entry(Category{.name = u"=1+1"_s});
    office.ticket({.receivedAt = at("2020-02-03 09:00"), .category = formula});
    const QString csv = toCsv(office.build(), office.file->zone());
    CHECK(csv.contains(u"\"'=1+1\""));
    CHECK_FALSE(csv.contains(u"\"=1+1\""));
}

TEST_CASE("in any case file parts add up, months to a year, and every figure to its list", "[statistics]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"random.huiyin"_s);
    Progress progress;
    generateCaseFile(path, {.tickets = 4000, .years = 1, .seed = 7, .lastDay = QDate(2021, 12, 31)}, SystemClock(),
                     progress);
    CaseFile file(path, CaseFile::Mode::Read);
    const Question year{.period = Period::year(2021)};
    const Statistics figures = buildStatistics(file, year);
    // What another period is compared with is counted by the same rules.
    const Statistics next =
        buildStatistics(file, {.period = Period::year(2022), .cutOff = {}, .excludedTopics = {}, .withChange = true});
    REQUIRE(next.previousPeriod);
    CHECK(next.previousPeriod->accepted.reference == figures.accepted);
    CHECK(next.previousPeriod->closed.reference == figures.closed);
    CHECK(next.previousPeriod->calls.reference == figures.calls);
    CHECK(figures.accepted == figures.closed + figures.open);
    CHECK(figures.dispatched.total == figures.dispatched.closed + figures.dispatched.open);

    qint64 byMonth = 0;
    for (int month = 1; month <= 12; ++month)
        byMonth += buildStatistics(file, {.period = Period::month(2021, month)}).accepted;
    CHECK(byMonth == figures.accepted);
    qint64 types = 0;
    for (const TypeFigures &type : figures.byRequestType)
        types += type.count;
    CHECK(types == figures.accepted);
    qint64 categories = 0;
    for (const CategoryFigures &category : figures.byCategory) {
        categories += category.count;
        for (const CategoryFigures &child : category.children)
            CHECK(child.count <= category.count);
        CHECK(ticketsBehind(file, year, {.measure = Measure::ByCategory, .row = category.id->value()}).size()
              == category.count);
    }
    CHECK(categories == figures.categoryBase);
    for (const DepartmentFigures &department : figures.byDepartment) {
        CHECK(department.dispatched == department.closed + department.open);
        CHECK(ticketsBehind(file, year, {.measure = Measure::ByDepartmentOpen, .row = department.id.value()}).size()
              == department.open);
    }
    const auto behind = [&](Measure measure, qint64 row = 0) {
        return ticketsBehind(file, year, {.measure = measure, .row = row}).size();
    };
    FollowUpFigures followUp;
    qint64 led = 0;
    qint64 ledSeconds = 0;
    for (const DepartmentFigures &department : figures.byDepartment) {
        const qint64 id = department.id.value();
        const FollowUpFigures &own = department.followUp;
        followUp.due += own.due;
        followUp.tried += own.tried;
        followUp.reached += own.reached;
        followUp.rated += own.rated;
        followUp.satisfactionRate.numerator += own.satisfactionRate.numerator;
        followUp.solvedRate.numerator += own.solvedRate.numerator;
        led += department.handling.mean.count;
        ledSeconds += department.handling.workingMean.seconds;
        CHECK(department.redoRate.numerator <= department.redoRate.denominator);
        CHECK(department.returnRate.numerator <= department.returnRate.denominator);
        CHECK(department.handling.workingMean.seconds <= department.handling.mean.seconds);
        CHECK(behind(Measure::ByDepartmentLed, id) == department.handling.mean.count);
        CHECK(behind(Measure::ByDepartmentEnterpriseLed, id) == department.handling.enterpriseMean.count);
        CHECK(behind(Measure::ByDepartmentSent, id) == department.returnRate.denominator);
        CHECK(behind(Measure::ByDepartmentFollowUpSatisfied, id) == own.satisfactionRate.numerator);
    }
    CHECK(followUp.due == figures.followUp.due);
    CHECK(followUp.tried == figures.followUp.tried);
    CHECK(followUp.reached == figures.followUp.reached);
    CHECK(followUp.rated == figures.followUp.rated);
    CHECK(followUp.satisfactionRate.numerator == figures.followUp.satisfactionRate.numerator);
    CHECK(followUp.solvedRate.numerator == figures.followUp.solvedRate.numerator);
    CHECK(led == figures.dispatched.handling.mean.count);
    CHECK(ledSeconds == figures.dispatched.handling.workingMean.seconds);
    CHECK(behind(Measure::Led) == led);
    CHECK(behind(Measure::Sent) == figures.dispatched.returnRate.denominator);
    CHECK(behind(Measure::SentReturned) == figures.dispatched.returned);
    qint64 handled = 0;
    for (const CategoryFigures &category : figures.byCategory) {
        handled += category.handling.workingMean.seconds;
        CHECK(behind(Measure::ByCategoryClosed, category.id->value()) == category.handling.mean.count);
        CHECK(behind(Measure::ByCategoryEnterpriseClosed, category.id->value())
              == category.handling.enterpriseMean.count);
    }
    CHECK(handled == figures.handling.workingMean.seconds);

    // The medians against a plain sort.
    QList<qint64> times;
    const WorkingTime working(CalendarRepository(file.database()).load(), file.zone(), QDate(2020, 12, 1),
                              QDate(2022, 1, 31));
    const qint64 cutOff = file.zone().toUtc(QDate(2022, 1, 1));
    const FigureScan scan(CodeTableRepository(file.database()).load(), year, file.zone());
    FigureSource(file.database())
        .eachTicketOfTables(file.zone().toUtc(QDate(2021, 1, 1)), cutOff,
                            [&](const TicketFacts &ticket, const QList<DispatchFacts> &, const QList<FollowUpFacts> &) {
                                if (!ticket.counts || ticket.closedAt >= cutOff || !scan.inTotal(ticket.channel))
                                    return;
                                times.append(working.between(ticket.receivedAt, ticket.closedAt));
                            });
    std::ranges::sort(times);
    REQUIRE(times.size() == figures.closed);
    CHECK(figures.handling.workingMedian.seconds == times[(times.size() - 1) / 2]);
    CHECK(ticketsBehind(file, year, {.measure = Measure::Closed}).size() == figures.closed);
    CHECK(ticketsBehind(file, year, {.measure = Measure::FollowUpRated}).size() == figures.followUp.rated);
    CHECK(callsBehind(file, year, {.measure = Measure::Calls}).size() == figures.calls);
    CHECK(ticketsBehind(file, year, {.measure = Measure::Calls}).isEmpty());
}

TEST_CASE("what a damaged file names and no list has is in no row of the figures", "[statistics]")
{
    HandlingOffice office;
    (void)office.replied();
    Database &database = office.file->database();
    const Question question{.period = Period::month(2020, 2), .withChange = false};
    const Statistics before = buildStatistics(*office.file, question);
    REQUIRE(before.accepted == 1);
    database.exec(u"PRAGMA foreign_keys = 0"_s);
    for (const qint64 number : {qint64{40'000}, qint64{1} << 50}) {
        database.exec(u"UPDATE ticket SET request_type = ?, topic = ?, category = ?"_s, number, number, number);
        database.exec(u"UPDATE dispatch SET department = ?"_s, number);
        const Statistics after = buildStatistics(*office.file, question);
        CHECK(after.accepted == 1);
        CHECK(after.byDepartment.isEmpty());
        CHECK(after.byTopic.isEmpty());
    }
}
