// SPDX-License-Identifier: GPL-3.0-or-later
// What is late, and what the tables are asked for apart: carried over, supervised, not accepted.
#include "exchange/DemoOffice.h"
#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsReport.h"
#include "storage/Database.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

const Question february{.period = Period::month(2020, 2), .withCaseload = true};

TicketId put(TestOffice &office, Ticket ticket)
{
    static int number = 0;
    ticket.number = u"T%1"_s.arg(++number);
    ticket.channel = ticket.channel == ChannelId(0) ? office.phone() : ticket.channel;
    if (ticket.state == TicketState::Accepted && ticket.closedAt)
        ticket.state = TicketState::Closed;
    Transaction transaction(office.file->database());
    const TicketId id = TicketRepository(office.file->database()).insert(ticket);
    transaction.commit();
    return id;
}

} // namespace

TEST_CASE("carried over is what was open when the period began", "[statistics]")
{
    TestOffice office;
    const TicketId open = put(office, {.receivedAt = at("2020-01-10 09:00")});
    const TicketId closed = put(office, {.receivedAt = at("2019-12-10 09:00"), .closedAt = at("2020-02-05 09:00")});
    const TicketId first = put(office, {.receivedAt = at("2020-01-31 23:59:59"), .closedAt = at("2020-02-01 00:00")});
    const TicketId later = put(office, {.receivedAt = at("2020-01-10 09:00"), .closedAt = at("2020-03-01 00:00")});
    put(office, {.receivedAt = at("2020-01-10 09:00"), .closedAt = at("2020-01-31 23:59:59")});
    put(office, {.receivedAt = at("2020-02-01 00:00")});
    put(office, {.receivedAt = at("2020-01-10 09:00"), .state = TicketState::Draft});
    put(office, {.receivedAt = at("2020-01-10 09:00"), .state = TicketState::Void, .resolution = Resolution::Void});
    const Statistics figures = buildStatistics(*office.file, february);
    REQUIRE(figures.caseload);
    CHECK(figures.caseload->carriedOver == 4);
    CHECK(figures.caseload->carriedOverClosed == 2);
    const auto ids = [&](Measure measure) {
        auto list = ticketsBehind(*office.file, february, {.measure = measure});
        std::ranges::sort(list);
        return list;
    };
    CHECK(ids(Measure::CarriedOver) == QList<TicketId>{open, closed, first, later});
    CHECK(ids(Measure::CarriedOverClosed) == QList<TicketId>{closed, first});
    const auto behind =
        idsBehind(*office.file, february, {{.measure = Measure::CarriedOver}, {.measure = Measure::Accepted}});
    CHECK(behind.value({.measure = Measure::CarriedOver}).size() == 4);
    CHECK(behind.value({.measure = Measure::Accepted}).size() == 1);
    CHECK_FALSE(buildStatistics(*office.file, {.period = Period::month(2020, 2)}).caseload);
}

TEST_CASE("supervised and not accepted tickets are counted among the accepted", "[statistics]")
{
    TestOffice office;
    put(office, {.receivedAt = at("2020-02-10 09:00"), .closedAt = at("2020-02-11 09:00"), .marks = Mark::Supervised});
    const TicketId open =
        put(office, {.receivedAt = at("2020-02-10 09:00"), .marks = Mark::Supervised | Mark::Difficult});
    put(office, {.receivedAt = at("2020-02-10 09:00"), .marks = Mark::Difficult});
    put(office, {.receivedAt = at("2020-03-10 09:00"), .marks = Mark::Supervised});
    const TicketId refused = put(office, {.receivedAt = at("2020-02-12 09:00"),
                                          .resolution = Resolution::NotAccepted,
                                          .closedAt = at("2020-02-12 10:00")});
    const Statistics figures = buildStatistics(*office.file, february);
    CHECK(figures.accepted == 4);
    CHECK(figures.caseload->supervised == 2);
    CHECK(figures.caseload->supervisedClosed == 1);
    CHECK(figures.caseload->notAccepted == 1);
    CHECK(ticketsBehind(*office.file, february, {.measure = Measure::Supervised}).contains(open));
    CHECK(ticketsBehind(*office.file, february, {.measure = Measure::NotAccepted}) == QList<TicketId>{refused});
    const QString csv = toCsv(figures, office.file->zone());
    CHECK(csv.contains(u"\"supervised_closed\",\"1\""));
    CHECK(toJson(figures, office.file->zone())[u"caseload"][u"not_accepted"].toInt() == 1);
}

TEST_CASE("late is told apart: closed after its time, and still open", "[statistics]")
{
    HandlingOffice office;
    const auto add = [&](const char *due, const char *closed) {
        const auto closedAt = closed ? std::optional(at(closed)) : std::nullopt;
        const TicketId id = put(office, {.receivedAt = at("2020-02-03 09:00"), .closedAt = closedAt});
        Transaction transaction(office.file->database());
        (void)DispatchRepository(office.file->database())
            .insert({.ticket = id,
                     .department = office.water,
                     .dispatchedAt = at("2020-02-03 10:00"),
                     .dueAt = at(due),
                     .repliedAt = closedAt,
                     .closedAt = closedAt});
        transaction.commit();
        return id;
    };
    add("2020-02-10 17:00", "2020-02-10 17:00");
    const TicketId late = add("2020-02-10 17:00", "2020-02-10 17:00:01");
    const TicketId open = add("2020-02-10 17:00", nullptr);
    add("2020-03-01 00:00", nullptr); // not due before the cut-off
    const Question question{.period = Period::month(2020, 2)};
    const Statistics figures = buildStatistics(*office.file, question);
    CHECK(figures.dispatched.closedLate == 1);
    CHECK(figures.dispatched.openLate == 1);
    REQUIRE(figures.byDepartment.size() == 1);
    CHECK(figures.byDepartment.first().closedLate == 1);
    CHECK(figures.byDepartment.first().openLate == 1);
    CHECK(figures.byDepartment.first().onTimeRate == Ratio{1, 3});
    const auto behind = [&](Measure measure, qint64 row) {
        return ticketsBehind(*office.file, question, {.measure = measure, .row = row});
    };
    const qint64 water = office.water.value();
    CHECK(behind(Measure::ByDepartmentClosedLate, water) == QList<TicketId>{late});
    CHECK(behind(Measure::ByDepartmentOpenLate, water) == QList<TicketId>{open});
    CHECK(behind(Measure::DispatchedOverdue, 0) == QList<TicketId>{late, open});
    CHECK(behind(Measure::ByChannelOverdue, office.phone().value()).size() == 2);
}

TEST_CASE("in any case file what is late adds up, and what is carried over is what a plain scan finds", "[statistics]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"random.huiyin"_s);
    Progress progress;
    generateCaseFile(path, {.tickets = 3000, .years = 1, .seed = 11, .lastDay = QDate(2021, 12, 31)}, SystemClock(),
                     progress);
    CaseFile file(path, CaseFile::Mode::Read);
    for (int month = 2; month <= 12; ++month) {
        const Question question{.period = Period::month(2021, month), .withCaseload = true};
        const Statistics figures = buildStatistics(file, question);
        const DispatchedFigures &all = figures.dispatched;
        CHECK(all.closedLate + all.openLate == all.onTimeRate.denominator - all.onTimeRate.numerator);
        for (const DepartmentFigures &row : figures.byDepartment) {
            CHECK(row.closedLate + row.openLate == row.onTimeRate.denominator - row.onTimeRate.numerator);
            CHECK(ticketsBehind(file, question, {.measure = Measure::ByDepartmentOverdue, .row = row.id.value()}).size()
                  == row.closedLate + row.openLate);
        }
        // Every ticket that counts, without an index.
        const qint64 from = file.zone().toUtc(QDate(2021, month, 1));
        const qint64 end = file.zone().toUtc(QDate(2021, month, 1).addMonths(1));
        qint64 carriedOver = 0;
        qint64 closed = 0;
        qint64 supervised = 0;
        file.database().each(
            u"SELECT +t.received_at, t.closed_at, t.marks FROM ticket t JOIN channel c ON c.id = t.channel "
            "WHERE c.in_total AND t.state NOT IN ('draft', 'void') AND ifnull(t.resolution, '') NOT IN ('merged', 'void')"_s,
            [&](const Row &row) {
                const qint64 received = row.get<qint64>(0);
                const std::optional<qint64> closedAt = row.isNull(1) ? std::nullopt : std::optional(row.get<qint64>(1));
                if (received < from && (!closedAt || *closedAt >= from)) {
                    ++carriedOver;
                    closed += closedAt && *closedAt < end ? 1 : 0;
                }
                if (received >= from && received < end && (row.get<qint64>(2) & 4))
                    ++supervised;
            });
        CHECK(figures.caseload->carriedOver == carriedOver);
        CHECK(figures.caseload->carriedOverClosed == closed);
        CHECK(figures.caseload->supervised == supervised);
        CHECK(ticketsBehind(file, question, {.measure = Measure::CarriedOver}).size() == carriedOver);
    }
}
