// SPDX-License-Identifier: GPL-3.0-or-later
// What a chain alone can't show: that its end was cut off, or that all of it was made anew.
#include "casework/RoleSeparation.h"
#include "storage/AccessRepository.h"
#include "storage/ChainCheck.h"
#include "storage/ChainEnd.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/StorageError.h"
#include "storage/UserRepository.h"
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

TEST_CASE("both chains are gone through whole, and each tells its first broken record", "[chain]")
{
    HandlingOffice office;
    for (int i = 0; i < 3; ++i)
        HandlingOffice::must(office.book->recordView(office.replied()));
    Database &database = office.file->database();
    const qint64 events = *database.value<qint64>(u"SELECT count(*) FROM history"_s);
    const ChainCheck whole = checkChains(*office.file, office.clock.now(), Progress());
    CHECK(whole.isSound());
    CHECK(whole.at == office.clock.now());
    CHECK(whole.history == ChainWalk{.records = events});
    CHECK(whole.access == ChainWalk{.records = 3});
    CHECK(ChainCheck::fromText(whole.text()) == whole);

    withoutGuards(database, {u"UPDATE history SET user = '别人' WHERE sequence = 4"_s,
                             u"DELETE FROM access_record WHERE sequence = 2"_s});
    const ChainCheck broken = checkChains(*office.file, office.clock.now(), Progress());
    CHECK_FALSE(broken.isSound());
    CHECK(broken.history == ChainWalk{.records = events, .firstBreak = 4});
    CHECK(broken.access == ChainWalk{.records = 2, .firstBreak = 3});
}

TEST_CASE("going through the chains can be stopped at any record", "[chain]")
{
    HandlingOffice office;
    (void)office.replied();
    struct StopAt final : Progress
    {
        explicit StopAt(int record)
            : at(record)
        {
        }
        [[nodiscard]] bool cancelled() const override { return ++asked > at; }
        int at;
        mutable int asked = 0;
    };
    try {
        (void)checkChains(*office.file, office.clock.now(), StopAt(3));
        FAIL("not stopped");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::Cancelled);
    }
}

TEST_CASE("the chains are gone through once a week, and a clock that was put back puts nothing off", "[chain]")
{
    const ChainCheck last{.at = at("2020-02-10 09:00")};
    CHECK(isChainCheckDue(std::nullopt, at("2020-02-10 09:00")));
    CHECK_FALSE(isChainCheckDue(last, at("2020-02-10 09:00")));
    CHECK_FALSE(isChainCheckDue(last, at("2020-02-17 08:59")));
    CHECK(isChainCheckDue(last, at("2020-02-17 09:00")));
    CHECK(isChainCheckDue(last, at("2020-02-10 08:59")));
    for (const QString &text : {u""_s, u"1 2 3"_s, u"1 2 3 x"_s, u"1 2 3 -4"_s, u"1 2 3 4 5"_s})
        CHECK_FALSE(ChainCheck::fromText(text));
}

TEST_CASE("an auditor says that another end of the chains is meant to be so, and the history tells which", "[chain]")
{
    HandlingOffice office;
    office.accepted();
    const ChainEnd seen = chainEndOf(*office.file);
    const auto told = [&office] {
        QList<HistoryEvent> events = HistoryRepository(office.file->database()).of(u"office"_s, 1);
        events.removeIf([](const HistoryEvent &event) { return event.action != u"chain_accepted"; });
        return events;
    };
    const UserRepository users(office.file->database());
    const User chief = users.all().first();
    CaseBook all(*office.file, office.clock, chief.name, chief.roles);
    HandlingOffice::must(all.acceptChain(seen)); // it goes on from there: nothing to be said
    CHECK(told().isEmpty());

    ChainEnd elsewhere = seen;
    elsewhere.history += 100;
    elsewhere.historyHash = QByteArray(32, 'x');
    const auto refusedOf = [&](Roles roles) {
        return !CaseBook(*office.file, office.clock, u"试用"_s, roles).acceptChain(elsewhere).has_value();
    };
    SECTION("an auditor may, and nobody else while there is one")
    {
        CHECK(refusedOf(Role::Supervisor));
        CHECK(refusedOf(Role::Administrator));
        CHECK(told().isEmpty());
        const auto records = AccessRepository(office.file->database()).newest(10);
        REQUIRE(records.size() == 2); // each refusal
        CHECK(RefusedCommand::fromText(records.first().details)
              == RefusedCommand{Command::AcceptChain, RefusedFor::Right});
        CHECK_FALSE(refusedOf(Role::Auditor));
        REQUIRE(told().size() == 1);
        const HistoryEvent event = told().first();
        CHECK(event.user == u"试用"_s);
        CHECK(event.details[u"from"][u"history"][u"record"].toInteger() == seen.history + 100);
        CHECK(event.details[u"from"][u"history"][u"checksum"].toString() == QString(u"78"_s.repeated(32)));
        CHECK(event.details[u"to"][u"history"][u"record"].toInteger() == seen.history);
        CHECK(event.details[u"to"][u"history"][u"checksum"].toString()
              == QString::fromLatin1(seen.historyHash.toHex()));
        CHECK_FALSE(HistoryRepository(office.file->database()).firstBreak());
    }
    SECTION("an administrator may where nobody is auditor")
    {
        HandlingOffice::must(all.saveUser({.id = chief.id,
                                           .login = chief.login,
                                           .name = chief.name,
                                           .roles = Role::Administrator | Role::Supervisor}));
        CHECK(refusedOf(Role::Supervisor));
        CHECK_FALSE(refusedOf(Role::Administrator));
        CHECK(told().size() == 1);
    }
}

TEST_CASE("an auditor who can't log in keeps no administrator from answering for the file", "[chain]")
{
    const User chief{.name = u"主任"_s, .roles = Role::Administrator, .passwordHash = u"$"_s};
    User auditor{.name = u"审计员"_s, .roles = Role::Auditor};
    CHECK(mayAcceptChain(Role::Auditor, {chief, auditor}));
    CHECK(mayAcceptChain(Role::Administrator, {chief, auditor})); // he has no password
    auditor.passwordHash = u"$"_s;
    CHECK_FALSE(mayAcceptChain(Role::Administrator, {chief, auditor}));
    auditor.retired = true;
    CHECK(mayAcceptChain(Role::Administrator, {chief, auditor}));
    CHECK_FALSE(mayAcceptChain(Role::Supervisor, {chief, auditor}));
}
