// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Random.h"
#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsReport.h"
#include "storage/Database.h"
#include "storage/FigureSource.h"
#include "storage/FileCheck.h"
#include "storage/KeptFigures.h"
#include "support/GeneratedOffice.h"
#include "support/Office.h"
#include "support/Print.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// A generated office of two years.
class OfficeOfTwoYears : public GeneratedOffice
{
public:
    explicit OfficeOfTwoYears(qint64 tickets = 5'000)
        : GeneratedOffice({.tickets = tickets, .years = 2, .lastDay = QDate(2021, 12, 31)})
    {
    }
    qint64 keptDays() { return database().value<qint64>(u"SELECT count(*) FROM figure_day"_s).value_or(0); }
    QByteArray figures(const Question &question)
    {
        return QJsonDocument(toJson(buildStatistics(*file, question), file->zone())).toJson();
    }
};

QList<Question> questions()
{
    return {
        {.period = Period::year(2021)},
        {.period = Period::month(2021, 3)},
        {.period = Period::days(QDate(2020, 11, 17), QDate(2021, 1, 9))},
        {.period = Period::quarter(2021, 4), .cutOff = at("2021-11-20 12:00")},
        {.period = Period::month(2021, 12)}, // its last days are never kept
        {.period = Period::days(QDate(2019, 1, 1), QDate(2023, 1, 1)), .excludedTopics = {TopicId(1)}},
    };
}

// What another hand may do to a file: everything that figures depend on.
void changeSomething(Database &database, Random &random)
{
    const auto pick = [&](const QString &table) {
        return random.between(1, database.value<qint64>(u"SELECT max(id) FROM "_s + table).value_or(1));
    };
    const qint64 minutes = random.between(-100'000, 100'000) * 60'000;
    database.exec(u"PRAGMA recursive_triggers = "_s + (random.chance(500) ? u"1"_s : u"0"_s));
    switch (random.below(25)) {
    case 0:
        database.exec(u"UPDATE ticket SET category = ? WHERE id = ?"_s, random.between(1, 6), pick(u"ticket"_s));
        break;
    case 1:
        database.exec(u"UPDATE ticket SET received_at = received_at + ? WHERE id = ?"_s, minutes, pick(u"ticket"_s));
        break;
    case 2:
        database.exec(u"UPDATE ticket SET closed_at = closed_at + ? WHERE id = ?"_s, minutes, pick(u"ticket"_s));
        break;
    case 3: {
        // Merged into an older one, perhaps into one that is merged itself.
        const qint64 child = pick(u"ticket"_s);
        const qint64 root = random.between(1, std::max<qint64>(child - 1, 1));
        if (root < child)
            database.exec(u"UPDATE ticket SET merged_into = ?, resolution = 'merged' WHERE id = ?"_s, root, child);
        break;
    }
    case 4:
        database.exec(u"UPDATE ticket SET state = 'void', resolution = 'void', merged_into = NULL WHERE id = ?"_s,
                      pick(u"ticket"_s));
        break;
    case 5:
        database.exec(u"UPDATE dispatch SET returned_at = dispatched_at + 1 WHERE id = ?"_s, pick(u"dispatch"_s));
        break;
    case 6:
        database.exec(u"UPDATE dispatch SET due_at = due_at + ?, extended_at = dispatched_at WHERE id = ?"_s, minutes,
                      pick(u"dispatch"_s));
        break;
    case 7:
        database.exec(u"UPDATE follow_up SET reached = 1 - reached, satisfaction = 'satisfied' WHERE id = ?"_s,
                      pick(u"follow_up"_s));
        break;
    case 8:
        database.exec(u"UPDATE call SET topic = 1, outcome = outcome WHERE id = ?"_s, pick(u"call"_s));
        break;
    case 9:
        database.exec(u"UPDATE call SET started_at = started_at + ?, direction = 'out' WHERE id = ?"_s, minutes,
                      pick(u"call"_s));
        break;
    case 10:
        database.exec(u"UPDATE ticket SET channel = ?, request_type = ?, topic = ? WHERE id = ?"_s,
                      random.between(1, 4), random.between(1, 5), qint64{1}, pick(u"ticket"_s));
        break;
    case 11:
        database.exec(u"UPDATE ticket SET requester_kind = 'enterprise', due_at = due_at + ? WHERE id = ?"_s, minutes,
                      pick(u"ticket"_s));
        break;
    case 12:
        database.exec(u"INSERT INTO ticket(number, received_at, channel, state) "
                      "SELECT number || 'x', received_at + 1, channel, 'accepted' FROM ticket WHERE id = ?"_s,
                      pick(u"ticket"_s));
        break;
    case 13:
        database.exec(u"INSERT INTO dispatch(ticket, department, dispatched_at) SELECT id, ?, received_at + 9 "
                      "FROM ticket WHERE id = ? ON CONFLICT DO NOTHING"_s,
                      random.between(1, 9), pick(u"ticket"_s));
        break;
    case 14:
        database.exec(u"INSERT INTO call(reference, started_at, outcome) SELECT reference || 'x', started_at + 1, "
                      "'answered' FROM call WHERE id = ? ON CONFLICT DO NOTHING"_s,
                      pick(u"call"_s));
        break;
    case 15: {
        const QString table = random.pick(QStringList{u"ticket"_s, u"dispatch"_s, u"follow_up"_s, u"call"_s});
        database.exec(u"DELETE FROM "_s + table + u" WHERE id = ?"_s, pick(table));
        break;
    }
    case 16:
        database.exec(u"UPDATE OR IGNORE dispatch SET ticket = ? WHERE id = ?"_s, pick(u"ticket"_s),
                      pick(u"dispatch"_s));
        break;
    case 17:
        database.exec(u"UPDATE OR IGNORE follow_up SET ticket = ? WHERE id = ?"_s, pick(u"ticket"_s),
                      pick(u"follow_up"_s));
        break;
    case 18:
        database.exec(u"REPLACE INTO call(reference, started_at, outcome) SELECT reference, started_at + ?, 'invalid' "
                      "FROM call WHERE id = ?"_s,
                      minutes, pick(u"call"_s));
        break;
    case 19:
        database.exec(u"REPLACE INTO ticket(id, number, received_at, channel, state) SELECT id, number, "
                      "received_at + ?, channel, 'accepted' FROM ticket WHERE id = ?"_s,
                      minutes, pick(u"ticket"_s));
        break;
    case 20:
        database.exec(u"REPLACE INTO dispatch(id, ticket, department, dispatched_at) SELECT id, ?, department, "
                      "dispatched_at FROM dispatch WHERE id = ?"_s,
                      pick(u"ticket"_s), pick(u"dispatch"_s));
        break;
    case 21:
        database.exec(
            u"UPDATE OR REPLACE call SET reference = ifnull((SELECT reference FROM call WHERE id = ?), reference) WHERE id = ?"_s,
            pick(u"call"_s), pick(u"call"_s));
        break;
    case 22:
        database.exec(
            u"UPDATE OR REPLACE ticket SET number = ifnull((SELECT number FROM ticket WHERE id = ?), number) WHERE id = ?"_s,
            pick(u"ticket"_s), pick(u"ticket"_s));
        break;
    case 23:
        database.exec(u"UPDATE OR REPLACE dispatch SET ticket = d.ticket, department = d.department, round = d.round "
                      "FROM (SELECT * FROM dispatch WHERE id = ?) d WHERE dispatch.id = ?"_s,
                      pick(u"dispatch"_s), pick(u"dispatch"_s));
        break;
    default:
        database.exec(u"INSERT INTO follow_up(ticket, at, reached) SELECT id, closed_at + 5, 1 FROM ticket "
                      "WHERE id = ? AND closed_at IS NOT NULL ON CONFLICT DO NOTHING"_s,
                      pick(u"ticket"_s));
        break;
    }
}

} // namespace

TEST_CASE("figures from kept days equal those from the tables, whatever changes", "[kept]")
{
    OfficeOfTwoYears office;
    Database &database = office.database();
    database.exec(u"INSERT INTO topic(name, position) VALUES('疫情', 1)"_s);
    CHECK(office.keptDays() > 1'400); // of tickets and of calls
    database.exec(u"PRAGMA foreign_keys = 0"_s);
    Random random(3);
    for (int round = 0; round < 12; ++round) {
        {
            Transaction transaction(database);
            for (int i = 0; i < 25; ++i)
                changeSomething(database, random);
            transaction.commit();
        }
        QList<QByteArray> kept;
        for (const Question &question : questions())
            kept.append(office.figures(question));
        const qint64 days = office.keptDays();
        CHECK(days > 1'000);
        {
            const Transaction without(database); // rolled back: the kept days are there again
            database.exec(u"DELETE FROM figure_day"_s);
            QList<QByteArray> counted;
            for (const Question &question : questions())
                counted.append(office.figures(question));
            CHECK(kept == counted);
        }
        if (round % 3 == 2)
            KeptFigures(database).keepSome(20); // of the days that the changes have touched
    }
    Progress quiet;
    KeptFigures(database).keepAll(quiet);
    CHECK(KeptFigures(database).wrongDays(quiet).isEmpty());
}

TEST_CASE("a ticket with a wrong year doesn't make days of all the years between", "[kept]")
{
    OfficeOfTwoYears office(800);
    const qint64 before = office.keptDays();
    office.database().exec(u"UPDATE ticket SET received_at = 4086000000000 WHERE id = 800"_s); // in 2099
    Progress quiet;
    KeptFigures(office.database()).keepAll(quiet);
    const qint64 after = office.keptDays();
    CHECK(after >= before);
    CHECK(after <= before + 5); // the last days have come to rest
    CHECK(KeptFigures(office.database()).wrongDays(quiet).isEmpty());
}

TEST_CASE("a ticket merged over several steps counts at the one that it ends in", "[kept]")
{
    OfficeOfTwoYears office(400);
    Database &database = office.database();
    // 30 → 20 → 10, and 25 → 20.
    for (const auto &[child, root] : {std::pair{30, 20}, std::pair{20, 10}, std::pair{25, 20}})
        database.exec(u"UPDATE ticket SET merged_into = ?, resolution = 'merged' WHERE id = ?"_s, qint64{root},
                      qint64{child});
    QList<qint64> found;
    FigureSource(database).eachMerged(0, std::numeric_limits<qint64>::max(), [&](const MergedFacts &merged) {
        CHECK(merged.root == 10);
        found.append(merged.id);
    });
    std::ranges::sort(found);
    CHECK(found == QList<qint64>{20, 25, 30});
}

TEST_CASE("a kept day that was tampered with is found, and not read when it is damaged", "[kept]")
{
    OfficeOfTwoYears office(800);
    Database &database = office.database();
    const Question year{.period = Period::year(2021)};
    const QByteArray before = office.figures(year);
    const auto day = database.value<qint64>(u"SELECT id FROM figure_day WHERE id < 1000000 AND length(facts) > 30 "
                                            "ORDER BY id DESC LIMIT 1"_s);
    REQUIRE(day);
    Progress quiet;
    SECTION("a damaged one is counted from the tables")
    {
        database.exec(u"UPDATE figure_day SET facts = substr(facts, 1, length(facts) - 2) WHERE id = ?"_s, *day);
        CHECK(office.figures(year) == before);
    }
    SECTION("one of another day has its checksum, but not its tickets")
    {
        database.exec(
            u"UPDATE figure_day SET facts = (SELECT facts FROM figure_day WHERE id < ? ORDER BY id DESC LIMIT 1) "
            "WHERE id = ?"_s,
            *day, *day);
    }
    const auto findings = checkFile(*office.file, quiet);
    REQUIRE(findings.size() == 1);
    CHECK(findings.first().kind == u"counter");
    CHECK(findings.first().object == u"figure_day %1"_s.arg(*day));
    CHECK(repairCounters(*office.file, quiet) == 1);
    CHECK(checkFile(*office.file, quiet).isEmpty());
    CHECK(office.figures(year) == before);
}

TEST_CASE("counting stops when nobody waits for it", "[kept]")
{
    struct Stopped : Progress
    {
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    OfficeOfTwoYears office(5'000);
    CHECK_THROWS_AS(buildStatistics(*office.file, {.period = Period::year(2021)}, Stopped()), StorageError);
}
