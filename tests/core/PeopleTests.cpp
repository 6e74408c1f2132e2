// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts, passwords, roles, and the records that nobody can change unseen.
#include "casework/Login.h"
#include "casework/Passwords.h"
#include "storage/AccessRepository.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <ctime>

#include <limits>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

const auto good = u"回音之夜2020"_s;

// An office whose administrator has a password.
class GuardedOffice : public HandlingOffice
{
public:
    GuardedOffice()
        : users(file->database())
        , administrator(*users.all().first().id)
    {
        // The book of these tests bears another name than the built-in user's.
        book = std::make_unique<CaseBook>(*file, clock, users.all().first().name);
        must(book->setPassword(administrator, good));
    }
    UserId add(const QString &name, Roles roles, const QString &password = {})
    {
        must(book->saveUser({.login = name, .name = name, .roles = roles}));
        const UserId id = *users.byName(name)->id;
        if (!password.isEmpty())
            must(book->setPassword(id, password));
        return id;
    }
    Outcome<User> enter(const QString &login, const QString &password) { return logIn(*file, clock, login, password); }
    QStringList findings()
    {
        Progress quiet;
        QStringList texts;
        const auto all = checkFile(*file, quiet);
        for (const CheckFinding &finding : all)
            texts.append(finding.kind + u' ' + finding.object);
        return texts;
    }
    void tamper(const QString &sql)
    {
        Database &database = file->database();
        for (const auto &guard : {u"access_record_no_update"_s, u"access_record_no_delete"_s})
            database.exec(u"DROP TRIGGER IF EXISTS "_s + guard);
        database.exec(sql);
    }

    UserRepository users;
    UserId administrator;
};

} // namespace

TEST_CASE("an office of one works without logging in, until it has a password", "[people]")
{
    HandlingOffice office;
    REQUIRE(soleUser(*office.file));
    CHECK(soleUser(*office.file)->roles == allRoles());
    const UserId id = *soleUser(*office.file)->id;
    REQUIRE(office.book->setPassword(id, good));
    CHECK_FALSE(soleUser(*office.file));
    REQUIRE(office.book->workWithoutPasswords());
    CHECK(soleUser(*office.file));
    SECTION("two have to say who they are, with or without passwords")
    {
        REQUIRE(office.book->saveUser({.login = u"wang"_s, .name = u"王芳"_s, .roles = Role::Operator}));
        CHECK_FALSE(soleUser(*office.file));
        const auto user = logIn(*office.file, office.clock, u"wang"_s, {});
        REQUIRE(user);
        CHECK(user->roles == Role::Operator);
        REQUIRE(office.book->setPassword(id, good));
        const auto refused = logIn(*office.file, office.clock, u"wang"_s, {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().reason.contains(u"no password yet"_s));
        CHECK_FALSE(office.book->workWithoutPasswords());
    }
}

TEST_CASE("passwords are kept as argon2id with 64 MiB, each with its own salt", "[people]")
{
    const QString hash = passwordHashOf(good);
    CHECK(hash.startsWith(u"$argon2id$v=19$m=65536,t=3,p=1$"_s));
    CHECK(passwordHashOf(good) != hash);
    CHECK(isPassword(good, hash));
    CHECK_FALSE(isPassword(QString(good + u' '), hash));
    CHECK_FALSE(isPassword({}, hash));
    CHECK_FALSE(isPassword(good, {}));
    // An input method may leave full-width letters and digits on.
    CHECK(isPassword(u"回音之夜２０２０"_s, hash));
}

TEST_CASE("a hash with less memory than today's is made anew at the next login", "[people]")
{
    const auto password = u"lan-tian-99"_s;
    // 8 MiB, one pass
    const auto weak =
        u"$argon2id$v=19$m=8192,t=1,p=1$0DiaCV7uOPks+4V9NqaFvg$ceyZwV3JQ36k1l5jI8k4vyRGXt/Wo1E04Drg76vAg20"_s;
    CHECK(isOutdatedHash(weak));
    CHECK(isOutdatedHash(u"no hash at all"_s));
    CHECK_FALSE(isOutdatedHash(passwordHashOf(password)));
    GuardedOffice office;
    User user = *office.users.byId(office.add(u"李娜"_s, Role::FollowUp, password));
    user.passwordHash = weak;
    office.users.update(user);
    const auto kept = [&office] { return office.users.byName(u"李娜"_s)->passwordHash; };
    CHECK_FALSE(office.enter(u"李娜"_s, u"wrong"_s));
    CHECK(kept() == weak); // by the right one only
    REQUIRE(office.enter(u"李娜"_s, password));
    const QString anew = kept();
    CHECK(anew.startsWith(u"$argon2id$v=19$m=65536,t=3,p=1$"_s));
    REQUIRE(office.enter(u"李娜"_s, password));
    CHECK(kept() == anew); // and not again
}

TEST_CASE("an unknown name takes as long as a wrong password", "[people][timing]")
{
    GuardedOffice office;
    const QString login = office.users.all().first().login;
    const auto shortest = [&office](const QString &name) {
        auto best = std::numeric_limits<double>::max();
        for (int i = 0; i < 4; ++i) {                 // one fewer than lock the account
            const std::clock_t before = std::clock(); // of the processor, whatever else the computer does
            CHECK_FALSE(office.enter(name, u"wrong"_s));
            best = std::min(best, static_cast<double>(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
        }
        return best;
    };
    const double unknown = shortest(u"nobody"_s);
    const double wrong = shortest(login);
    INFO("unknown " << unknown << " ms, wrong " << wrong << " ms");
    CHECK(unknown < wrong * 1.5);
    CHECK(wrong < unknown * 1.5);
    CHECK(unknown > 50); // both go through all of the memory
    // What was typed as a name may be a password, and is not kept.
    const auto events = HistoryRepository(office.file->database()).of(u"user"_s, 0);
    REQUIRE(events.size() == 4);
    CHECK(events.first().action == u"login_failed"_s);
    CHECK(events.first().user.isEmpty());
    CHECK(events.first().details.isEmpty());
    CHECK(office.findings().isEmpty());
}

TEST_CASE("what everybody tries first is no password", "[people]")
{
    const User user{.login = u"zhang"_s, .name = u"话务员03"_s};
    struct Case
    {
        QString password;
        bool good;
    };
    const Case cases[] = {{good, true},
                          {u"correct horse"_s, true},
                          {u"short1!"_s, false},
                          {u"回音回音回音回"_s, false}, // seven
                          {u"回音回音回音回1"_s, true},
                          {u"aaaaaaaa"_s, false},
                          {u"12345678"_s, false},
                          {u"qwertyui"_s, false},
                          {u"Password"_s, false},
                          {u"13800001111"_s, false},
                          {u"13800001111a"_s, true},
                          {u"zhang2026!"_s, false},
                          {u"话务员03话务员"_s, false},
                          {u"ａｂｃｄｅｆｇｈ"_s, false}};
    for (const Case &one : cases) {
        INFO(one.password.toStdString());
        CHECK(passwordFault(one.password, user).has_value() == !one.good);
    }
}

TEST_CASE("five wrong passwords in a row lock an account for half an hour, also over a restart", "[people]")
{
    GuardedOffice office;
    office.add(u"李娜"_s, Role::FollowUp, u"lan-tian-99"_s);
    for (int i = 0; i < 4; ++i)
        CHECK_FALSE(office.enter(u"李娜"_s, u"wrong"_s));
    SECTION("a right one in between starts anew")
    {
        REQUIRE(office.enter(u"李娜"_s, u"lan-tian-99"_s));
        CHECK_FALSE(office.enter(u"李娜"_s, u"wrong"_s));
        REQUIRE(office.enter(u"李娜"_s, u"lan-tian-99"_s));
    }
    SECTION("locked")
    {
        office.close();
        office.open();
        const auto locking = office.enter(u"李娜"_s, u"wrong"_s);
        REQUIRE_FALSE(locking);
        CHECK(locking.error().reason.contains(u"2020-02-10 09:30"_s));
        CHECK_FALSE(office.enter(u"李娜"_s, u"lan-tian-99"_s)); // right, and too late
        office.clock.advance(30 * 60 - 1);
        office.close();
        office.open();
        CHECK_FALSE(office.enter(u"李娜"_s, u"lan-tian-99"_s)); // 29:59
        office.clock.advance(1);
        REQUIRE(office.enter(u"李娜"_s, u"lan-tian-99"_s));
        CHECK(UserRepository(office.file->database()).byName(u"李娜"_s)->failedLogins == 0);
    }
    SECTION("locked by a clock that stood ten years ahead")
    {
        const QDateTime right = office.clock.now();
        office.clock.set(right.addYears(10));
        CHECK_FALSE(office.enter(u"李娜"_s, u"wrong"_s));
        office.clock.set(right); // put right: from here on it takes the half hour
        CHECK(office.enter(u"李娜"_s, u"lan-tian-99"_s).error().reason.contains(u"2020-02-10 09:30"_s));
        office.clock.advance(30 * 60 - 1);
        CHECK_FALSE(office.enter(u"李娜"_s, u"lan-tian-99"_s));
        office.clock.advance(1);
        CHECK(office.enter(u"李娜"_s, u"lan-tian-99"_s));
    }
}

TEST_CASE("an administrator unlocks; who logs in and who fails is in the history", "[people]")
{
    GuardedOffice office;
    const UserId id = office.add(u"李娜"_s, Role::FollowUp, u"lan-tian-99"_s);
    for (int i = 0; i < failuresBeforeLock; ++i)
        CHECK_FALSE(office.enter(u"李娜"_s, u"wrong"_s));
    REQUIRE(office.book->unlockUser(id));
    const auto user = office.enter(u"李娜"_s, u"lan-tian-99"_s);
    REQUIRE(user);
    CHECK(user->mustChange);
    QStringList actions;
    const auto events = HistoryRepository(office.file->database()).of(u"user"_s, id.value());
    for (const HistoryEvent &event : events) {
        actions.append(event.action);
        const QByteArray details = detailsText(event);
        CHECK_FALSE(details.contains("lan-tian"));
        CHECK_FALSE(details.contains("argon2"));
    }
    CHECK(actions.join(u' ')
          == u"added password_set login_failed login_failed login_failed login_failed locked unlocked logged_in"_s);

    CaseBook own(*office.file, office.clock, user->name, user->roles);
    CHECK(own.changeOwnPassword(u"wrong"_s, u"xin-mi-ma-1"_s).error().field == u"old"_s);
    CHECK(own.changeOwnPassword(u"lan-tian-99"_s, u"12345678"_s).error().field == u"password"_s);
    REQUIRE(own.changeOwnPassword(u"lan-tian-99"_s, u"xin-mi-ma-1"_s));
    CHECK_FALSE(office.enter(u"李娜"_s, u"lan-tian-99"_s));
    CHECK_FALSE(office.enter(u"李娜"_s, u"xin-mi-ma-1"_s)->mustChange);
}

TEST_CASE("wrong passwords are counted in a transaction of their own", "[people]")
{
    GuardedOffice office;
    office.add(u"李娜"_s, Role::FollowUp, u"lan-tian-99"_s);
    for (int i = 0; i < 3; ++i)
        CHECK_FALSE(office.enter(u"李娜"_s, u"wrong"_s));
    // Another connection sees what is committed.
    CaseFile reader(office.path(), CaseFile::Mode::Read);
    CHECK(UserRepository(reader.database()).byName(u"李娜"_s)->failedLogins == 3);
}

TEST_CASE("an unknown name is refused in the same words as a wrong password", "[people]")
{
    GuardedOffice office;
    const auto unknown = office.enter(u"nobody"_s, good);
    const auto wrong = office.enter(office.users.all().first().login, u"wrong"_s);
    REQUIRE_FALSE(unknown);
    REQUIRE_FALSE(wrong);
    CHECK(unknown.error().reason == wrong.error().reason);
}

TEST_CASE("the list of users keeps an administrator who can get in", "[people]")
{
    GuardedOffice office;
    User first = *office.users.byId(office.administrator);
    const auto fieldOf = [&](const User &user) {
        const auto outcome = office.book->saveUser(user);
        return outcome ? QString() : outcome.error().field;
    };
    User lesser = first;
    lesser.roles = Role::Operator;
    CHECK(fieldOf(lesser) == u"roles"_s);
    User gone = first;
    gone.retired = true;
    CHECK(fieldOf(gone) == u"retired"_s);
    const UserId second = office.add(u"赵主任"_s, Role::Administrator | Role::Supervisor);
    CHECK(fieldOf(lesser) == u"roles"_s); // the other has no password
    REQUIRE(office.book->setPassword(second, u"zhu-ren-2020"_s));
    CHECK(fieldOf(lesser).isEmpty());

    CHECK(fieldOf({.login = u""_s, .name = u"甲"_s, .roles = Role::Operator}) == u"login"_s);
    CHECK(fieldOf({.login = u"x"_s, .name = u" "_s, .roles = Role::Operator}) == u"name"_s);
    CHECK(fieldOf({.login = u"x"_s, .name = u"乙"_s}) == u"roles"_s);
    CHECK(fieldOf({.login = u"赵主任"_s, .name = u"丙"_s, .roles = Role::Operator}) == u"login"_s);
    CHECK(fieldOf({.login = u"y"_s, .name = u"赵主任"_s, .roles = Role::Operator}) == u"name"_s);
}

TEST_CASE("who is retired can't log in, and what was done before stays theirs", "[people]")
{
    GuardedOffice office;
    const UserId id = office.add(u"李娜"_s, Role::FollowUp, u"lan-tian-99"_s);
    User user = *office.users.byId(id);
    user.retired = true;
    REQUIRE(office.book->saveUser(user));
    CHECK_FALSE(office.enter(u"李娜"_s, u"lan-tian-99"_s));
}

TEST_CASE("without the right nothing is done, whoever asks", "[people]")
{
    GuardedOffice office;
    CaseBook editor(*office.file, office.clock, u"统计员"_s, Role::Editor);
    CHECK_FALSE(editor.accept({.channel = office.phone(), .title = u"停水"_s, .content = u"停水"_s}));
    CHECK_FALSE(editor.saveUser({.login = u"x"_s, .name = u"x"_s, .roles = allRoles()}));
    CHECK_FALSE(editor.setPassword(office.administrator, u"mine-now-1"_s));
    CHECK(editor.recordExport(Command::ExportTables, u"tables"_s, {.reason = u"年度归档"_s}));
    CaseBook operators(*office.file, office.clock, u"话务员"_s, Role::Operator);
    CHECK_FALSE(operators.recordExport(Command::ExportTables, u"tables"_s, {.reason = u"年度归档"_s}));
    CaseBook nobody(*office.file, office.clock, {}, Roles());
    for (const Command command : allCommands())
        CHECK(nobody.mayNot(command).has_value());
}

TEST_CASE("tickets that are printed unmasked leave a record each, all of them or none", "[people]")
{
    GuardedOffice office;
    QList<TicketId> tickets;
    for (int i = 0; i < 3; ++i)
        tickets.append(office.book->accept({.channel = office.phone(), .title = u"停水"_s, .content = u"停水"_s})->id);
    const AccessRepository records(office.file->database());
    const auto count = [&records] {
        auto all = records.newest(100);
        all.removeIf([](const AccessRecord &record) { return record.action == u"refused"; });
        return all.size();
    };
    const auto before = count();

    CaseBook editor(*office.file, office.clock, u"统计员"_s, Role::Editor);
    CHECK_FALSE(editor.recordPrint(tickets, UnmaskedUse::DispatchSheets, u"requester,phone,address"_s));
    CHECK_FALSE(office.book->recordPrint(tickets + QList<TicketId>{TicketId(999)}, UnmaskedUse::DispatchSheets,
                                         u"requester,phone,address"_s));
    CHECK(count() == before);

    const auto recorded = office.book->recordPrint(tickets, UnmaskedUse::DispatchSheets, u"requester,phone,address"_s);
    REQUIRE(recorded);
    REQUIRE(recorded->records.size() == tickets.size());
    CHECK(count() == before + 3);
    for (const TicketId ticket : tickets) {
        const QList<AccessRecord> own = records.ofTicket(ticket);
        REQUIRE(own.size() == 1);
        CHECK(own[0].action == u"print"_s);
        CHECK(own[0].sequence == recorded->records[tickets.indexOf(ticket)]);
        CHECK(own[0].user == office.book->user());
    }
    CHECK_FALSE(records.firstBreak()); // one chain
}

TEST_CASE("a changed, removed or inserted access record is found", "[people]")
{
    GuardedOffice office;
    const TicketId ticket = office.accepted();
    for (int i = 0; i < 6; ++i)
        REQUIRE(office.book->recordView(ticket));
    CHECK(office.findings().isEmpty());
    CHECK(AccessRepository(office.file->database()).newest(2).first().sequence == 6);
    SECTION("changed")
    {
        office.tamper(u"UPDATE access_record SET user = '别人' WHERE sequence = 3"_s);
        CHECK(office.findings().contains(u"history access_record 3"_s));
    }
    SECTION("removed")
    {
        office.tamper(u"DELETE FROM access_record WHERE sequence = 3"_s);
        CHECK(office.findings().contains(u"history access_record 4"_s));
    }
    SECTION("its checksum taken away")
    {
        office.tamper(u"UPDATE access_record SET hash = NULL WHERE sequence = 5"_s);
        CHECK(office.findings().contains(u"history access_record 5"_s));
    }
    SECTION("inserted")
    {
        office.tamper(u"INSERT INTO access_record(sequence, at, user, action) VALUES(7, 0, '别人', 'view')"_s);
        CHECK(office.findings().contains(u"history access_record 7"_s));
    }
    SECTION("the guards are missed too")
    {
        office.tamper(u"SELECT 1"_s);
        CHECK(office.findings().size() == 2);
    }
}
