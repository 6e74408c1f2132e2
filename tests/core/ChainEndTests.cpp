// SPDX-License-Identifier: GPL-3.0-or-later
// What a chain alone can't show: that its end was cut off, or that all of it was made anew.
#include "storage/ChainEnd.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// As somebody with another program would.
void withoutGuards(Database &database, const QStringList &statements)
{
    const auto guards = database.all(
        u"SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('history', 'access_record')"_s,
        [](const Row &row) { return row.get<QString>(0); });
    for (const QString &guard : guards)
        database.exec(u"DROP TRIGGER "_s + guard);
    for (const QString &statement : statements)
        database.exec(statement);
}

} // namespace

TEST_CASE("the end of a chain that was seen before stands in the file as long as nothing was cut off", "[chain]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    HandlingOffice::must(office.book->recordView(ticket));
    const ChainEnd seen = chainEndOf(*office.file);
    CHECK(seen.history > 0);
    CHECK(seen.access == 1);
    CHECK(ChainEnd::fromText(seen.text()) == seen);
    CHECK(compareWith(*office.file, seen) == ChainVerdict::Sound);
    (void)office.accepted(); // it goes on
    HandlingOffice::must(office.book->recordView(ticket));
    CHECK(compareWith(*office.file, seen) == ChainVerdict::Sound);
    CHECK_FALSE(fileKeyOf(*office.file).isEmpty());

    Database &database = office.file->database();
    const ChainEnd now = chainEndOf(*office.file);
    SECTION("the last events of the history are gone")
    {
        withoutGuards(database, {u"DELETE FROM history WHERE sequence > %1"_s.arg(now.history - 2)});
        CHECK_FALSE(HistoryRepository(database).firstBreak()); // the chain itself is whole
        CHECK(compareWith(*office.file, now) == ChainVerdict::Shorter);
    }
    SECTION("somebody's look at a citizen's data is gone")
    {
        withoutGuards(database, {u"DELETE FROM access_record WHERE sequence = %1"_s.arg(now.access)});
        CHECK(compareWith(*office.file, now) == ChainVerdict::Shorter);
    }
    SECTION("other events stand in their place, chained as they should be")
    {
        withoutGuards(database, {u"DELETE FROM history WHERE sequence > %1"_s.arg(now.history - 2)});
        for (int i = 0; i < 3; ++i)
            (void)office.accepted();
        CHECK_FALSE(HistoryRepository(database).firstBreak());
        CHECK(compareWith(*office.file, now) == ChainVerdict::Different);
    }
}

TEST_CASE("what is kept of a chain's end is read with care", "[chain]")
{
    for (const QString &text :
         {u""_s, u"1:aa"_s, u"x:aa 1:bb"_s, u"-1:aa 1:bb"_s, u"1:aa 1:bb x:cc"_s, u"1:aa 1:bb 1:cc 1:dd"_s})
        CHECK_FALSE(ChainEnd::fromText(text));
    CHECK(ChainEnd::fromText(u"0: 0:"_s) == ChainEnd{});
    TestOffice office;
    CHECK(compareWith(*office.file, ChainEnd{}) == ChainVerdict::Sound);
}
