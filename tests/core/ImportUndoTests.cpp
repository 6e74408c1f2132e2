// SPDX-License-Identifier: GPL-3.0-or-later
// An import is taken back: all of it, and only while nobody has worked with what it brought.
#include "exchange/Imports.h"
#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsReport.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/SearchIndex.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"
#include "support/ExchangeFixture.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

void putBatch(const ImportDesk &desk)
{
    desk.put("tickets.csv", {"number,received_at,content,closed_at,resolution,merged_into,phone,repeat_of",
                             "A1,2020-02-01 08:00,一区停水,2020-02-02 08:00,handled,,13800000001,",
                             "A2,2020-02-01 09:00,还是停水,2020-02-01 10:00,merged,A1,13800000002,",
                             "A3,2020-02-03 09:00,又停水了,,,,13800000001,A1"});
    desk.put("departments.csv", {"name", "自来水公司"});
    desk.put("dispatches.csv", {"ticket,department,dispatched_at,replied_at,reply,closed_at",
                                "A1,自来水公司,2020-02-01 08:30,2020-02-01 17:00,已恢复,2020-02-02 08:00"});
    desk.put("follow_ups.csv", {"ticket,at,reached,solved,satisfaction", "A1,2020-02-02 07:00,1,1,satisfied"});
    desk.put("calls.csv",
             {"reference,started_at,outcome,ticket", "C1,2020-02-01 07:59,ticket,A1", "C2,2020-02-04,answered,"});
}

QByteArray figuresOf(CaseFile &file)
{
    const Period period = Period::days(QDate(2020, 2, 1), QDate(2020, 2, 29));
    return QJsonDocument(
               toJson(buildStatistics(file, {.period = period, .cutOff = {}, .excludedTopics = {}}), file.zone()))
        .toJson();
}

qint64 count(TestOffice &office, const char *table)
{
    return office.file->database().value<qint64>(u"SELECT count(*) FROM "_s + QString::fromLatin1(table)).value_or(-1);
}

Outcome<UndoneImport> undoLatest(TestOffice &office)
{
    Progress progress;
    return undoImport(*office.book, latestImports(*office.file, 1).first().id, progress);
}

} // namespace

TEST_CASE("an import that nobody has touched is taken back whole, and one event stays", "[undo-import]")
{
    ImportDesk desk;
    TestOffice &office = desk.office;
    const QByteArray before = figuresOf(*office.file);
    putBatch(desk);
    desk.store();
    REQUIRE(figuresOf(*office.file) != before);

    const auto undone = undoLatest(office);
    REQUIRE(undone);
    CHECK(undone->rows == 7);
    CHECK(undone->changes.everything);
    for (const char *table : {"ticket", "ticket_text", "call", "dispatch", "dispatch_text", "follow_up"}) {
        CAPTURE(table);
        CHECK(count(office, table) == 0);
    }
    CHECK(figuresOf(*office.file) == before);
    CHECK(SearchIndex(office.file->database()).isTrue(Progress()));
    CHECK(office.file->database().value<qint64>(u"SELECT count(*) FROM pragma_foreign_key_check"_s) == 0);
    CHECK_FALSE(HistoryRepository(office.file->database()).firstBreak());
    const ImportBatch batch = latestImports(*office.file, 1).first();
    CHECK(batch.undoneAt);
    CHECK(batch.undoneBy == office.book->user());
    const auto events = HistoryRepository(office.file->database()).of(u"import"_s, batch.id);
    REQUIRE(events.size() == 2);
    CHECK(events.last().action == u"import_undone");

    // not twice; but the file can be imported again
    CHECK_FALSE(undoLatest(office));
    putBatch(desk);
    desk.store();
    CHECK(count(office, "ticket") == 3);
}

TEST_CASE("a ticket that was looked at leaves an empty row, which is in no figure and no search", "[undo-import]")
{
    ImportDesk desk;
    TestOffice &office = desk.office;
    const QByteArray before = figuresOf(*office.file);
    putBatch(desk);
    desk.store();
    const TicketRepository tickets(office.file->database());
    const TicketId viewed = *tickets.idOf(u"A1"_s);
    REQUIRE(office.book->recordView(viewed));

    REQUIRE(undoLatest(office));
    CHECK(count(office, "ticket") == 1);
    const auto left = tickets.byId(viewed);
    REQUIRE(left);
    CHECK(left->state == TicketState::Void);
    CHECK(left->number.isEmpty());
    CHECK(left->content.isEmpty());
    CHECK(left->phone.isEmpty());
    CHECK(figuresOf(*office.file) == before);
    CHECK(SearchIndex(office.file->database()).isTrue(Progress()));
    CHECK(office.file->database().value<qint64>(u"SELECT count(*) FROM pragma_foreign_key_check"_s) == 0);
    putBatch(desk);
    desk.store(); // its number is free again
}

TEST_CASE("an import is not taken back once something of it was used", "[undo-import]")
{
    ImportDesk desk;
    TestOffice &office = desk.office;
    putBatch(desk);
    desk.store();
    const TicketRepository tickets(office.file->database());
    const qint64 batch = latestImports(*office.file, 1).first().id;
    Progress progress;
    QString named = u"A3"_s;

    SECTION("a command was given for a ticket")
    {
        REQUIRE(office.book->changeUrgency(*tickets.idOf(u"A3"_s), Urgency::Critical));
    }
    SECTION("a later import added a follow-up")
    {
        named = u"A1"_s;
        desk.put("follow_ups.csv", {"ticket,at,reached", "A1,2020-02-03 07:00,0"});
        desk.store();
    }
    SECTION("a later ticket refers to one")
    {
        desk.put("tickets.csv", {"number,received_at,content,repeat_of", "B1,2020-02-05,又停水,A3"});
        desk.store();
    }
    const qint64 tickets0 = count(office, "ticket");
    const auto refused = undoImport(*office.book, batch, progress);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason.contains(named));
    CHECK(count(office, "ticket") == tickets0);
    CHECK_FALSE(latestImports(*office.file, 9).last().undoneAt);
}

TEST_CASE("an import that replaced rows, or dispatched older tickets, is not taken back", "[undo-import]")
{
    ImportDesk desk;
    TestOffice &office = desk.office;
    putBatch(desk);
    desk.store();
    SECTION("replaced")
    {
        desk.put("tickets.csv", {"number,received_at,content", "A3,2020-02-03 09:00,又又停水了"});
        desk.store({.update = true});
    }
    SECTION("dispatched")
    {
        desk.put("dispatches.csv", {"ticket,department,dispatched_at", "A3,自来水公司,2020-02-04"});
        desk.store();
    }
    const auto refused = undoLatest(office);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason.contains(u"backup"));
}

TEST_CASE("who may not import may not take an import back, and a stop leaves everything", "[undo-import]")
{
    ImportDesk desk;
    TestOffice &office = desk.office;
    putBatch(desk);
    desk.store();
    const qint64 batch = latestImports(*office.file, 1).first().id;
    Progress progress;
    CaseBook clerk(*office.file, office.clock, u"话务员"_s, Role::Operator);
    CHECK_FALSE(undoImport(clerk, batch, progress));

    class Stopping final : public Progress
    {
    public:
        [[nodiscard]] bool cancelled() const override { return true; }
    } stopping;
    CHECK_THROWS_AS(undoImport(*office.book, batch, stopping), StorageError);
    CHECK(count(office, "ticket") == 3);
    CHECK_FALSE(undoImport(*office.book, batch + 1, progress));
}
