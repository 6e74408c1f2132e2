// SPDX-License-Identifier: GPL-3.0-or-later
// What one person alone shall not do: whole lists of citizens that leave the file, three administrators in one person.
#include "casework/Login.h"
#include "casework/RoleSeparation.h"
#include "storage/AccessRepository.h"
#include "storage/HistoryRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

const auto chiefs = u"zhu-ren-2020"_s;
const auto auditors = u"shen-ji-2020"_s;
const auto clerks = u"hua-wu-2020"_s;
const auto why = u"年度归档"_s;

User person(const QString &name, Roles roles, bool hasPassword = true)
{
    return {.id = UserId(static_cast<qint64>(qHash(name) % 10'000) + 100),
            .login = name,
            .name = name,
            .roles = roles,
            .passwordHash = hasPassword ? u"$argon2id$"_s : QString()};
}

// The built-in user with all roles and a password, and others by their own passwords.
class SeveralOffice : public HandlingOffice
{
public:
    SeveralOffice()
        : users(file->database())
        , chief(users.all().first().name)
    {
        book = std::make_unique<CaseBook>(*file, clock, chief);
        must(book->setPassword(*users.all().first().id, chiefs));
    }
    // Chosen by themselves, unless it shall stay the given one.
    void add(const QString &name, Roles roles, const QString &password = {}, bool given = false)
    {
        must(book->saveUser({.login = name, .name = name, .roles = roles}, {.reason = why}));
        if (password.isEmpty())
            return;
        must(book->setPassword(*users.byName(name)->id, password));
        User user = *users.byName(name);
        user.mustChange = given;
        users.update(user);
    }
    template <class T>
    QString fieldOf(const Outcome<T> &outcome)
    {
        return outcome ? QString() : outcome.error().field;
    }
    QList<AccessRecord> records() { return AccessRepository(file->database()).newest(1000); }
    Outcome<Changes> exportTables(const Consent &consent)
    {
        return book->recordExport(Command::ExportTables, u"tables"_s, consent);
    }

    UserRepository users;
    QString chief;
};

} // namespace

TEST_CASE("whole tables and more than twenty whole tickets take a consent, daily work takes none", "[consent]")
{
    struct Case
    {
        UnmaskedUse use;
        qsizetype tickets;
        bool needed;
    };
    const Case cases[] = {{UnmaskedUse::DispatchSheets, 1, false}, {UnmaskedUse::DispatchSheets, 500, false},
                          {UnmaskedUse::WholeTickets, 1, false},   {UnmaskedUse::WholeTickets, 20, false},
                          {UnmaskedUse::WholeTickets, 21, true},   {UnmaskedUse::Attachments, 300, false},
                          {UnmaskedUse::Tables, 0, true},          {UnmaskedUse::Copy, 0, false}};
    for (const Case &one : cases) {
        INFO(static_cast<int>(one.use) << ' ' << one.tickets);
        CHECK(needsConsent(one.use, one.tickets) == one.needed);
    }
}

TEST_CASE("who may agree is another with a password, first of all one of the three administrators", "[consent]")
{
    const User self = person(u"甲"_s, Role::Supervisor);
    const User clerk = person(u"乙"_s, Role::Operator);
    const User auditor = person(u"丙"_s, Role::Auditor);
    const User bare = person(u"丁"_s, Role::Auditor, false);
    User gone = person(u"戊"_s, Role::Administrator);
    gone.retired = true;
    const auto names = [](const QList<User> &users) {
        QStringList list;
        for (const User &user : users)
            list.append(user.name);
        return list.join(u' ');
    };
    CHECK(names(possibleSeconds({self, clerk, auditor, bare, gone}, u"甲"_s)) == u"丙"_s);
    CHECK(names(possibleSeconds({self, clerk, bare, gone}, u"甲"_s)) == u"乙"_s);
    CHECK(names(possibleSeconds({self, bare, gone}, u"甲"_s)).isEmpty());

    const auto need = [](const QList<User> &users) { return consentToLeave(UnmaskedUse::Tables, 0, users, u"甲"_s); };
    CHECK(need({self, clerk}).second);
    CHECK(need({self, clerk}).reason);
    CHECK_FALSE(need({self, bare, gone}).second); // one with a password
    CHECK(need({self}).reason);
    CHECK_FALSE(need({person(u"甲"_s, allRoles(), false), bare}).second); // nobody has one
    CHECK(consentToLeave(UnmaskedUse::WholeTickets, 20, {self, clerk}, u"甲"_s).isNone());
}

TEST_CASE("an office of one gives a reason, and the record keeps it", "[consent]")
{
    HandlingOffice office;
    const auto give = [&office](const QString &reason) {
        return office.book->recordExport(Command::ExportTables, u"tables"_s, {.reason = reason});
    };
    CHECK(give({}).error().field == u"reason"_s);
    CHECK(give(u"  "_s).error().field == u"reason"_s);
    CHECK(give(QString(201, u'一')).error().field == u"reason"_s);
    const AccessRepository records(office.file->database());
    CHECK(records.newest(10).isEmpty());
    REQUIRE(give(u"  王建国\n13800001111来电要求 "_s));
    const QList<AccessRecord> written = records.newest(10);
    REQUIRE(written.size() == 1);
    const ConsentNote note = ConsentNote::of(written.first().details);
    CHECK(note.what == u"tables"_s);
    CHECK(note.second.isEmpty());
    CHECK(note.reason == u"王建国 138****1111来电要求"_s); // a record holds no number itself
    CHECK(give(QString(200, u'一')));
    CHECK(office.book->recordExport(Command::BackUp, u"backup"_s));
    CHECK(office.book->recordExport(Command::ReadCases, u"list of tickets, masked"_s));

    // What failed is told by a record of its own; the first one stays.
    const qsizetype before = records.newest(50).size();
    (void)office.book->noteNothingLeft(u"王芳"_s, u"tables"_s, u"磁盘已满 13800001111"_s);
    const QList<AccessRecord> told = records.newest(50);
    REQUIRE(told.size() == before + 1);
    CHECK(told.first().user == u"王芳"_s);
    CHECK(told.first().action == u"export"_s);
    CHECK(ConsentNote::of(told.first().details).what == u"nothing left: tables"_s);
    CHECK(ConsentNote::of(told.first().details).reason == u"磁盘已满 138****1111"_s);
    CHECK_FALSE(records.firstBreak());
    CHECK(office.book->recordMaskedTables()); // takes no reason
    CHECK(records.newest(1).first().details == u"export masked"_s);
    CaseBook clerk(*office.file, office.clock, u"王芳"_s, Role::Operator);
    CHECK_FALSE(clerk.recordMaskedTables());
    // The recovery sheet opens every backup: who may set up sees it, and that is recorded.
    CHECK(office.book->recordRecoverySheet());
    const AccessRecord sheet = records.newest(1).first();
    CHECK(sheet.user == office.book->user());
    CHECK(sheet.action == u"view"_s);
    CHECK(sheet.details == u"recovery sheet"_s);
    CHECK_FALSE(clerk.recordRecoverySheet());
    CHECK(records.newest(1).first().action == u"refused"_s);
}

TEST_CASE("where several have passwords a second person agrees with a password of his own", "[consent]")
{
    SeveralOffice office;
    office.add(u"李娜"_s, Role::Auditor, auditors);
    office.add(u"王芳"_s, Role::Operator, clerks);
    CHECK(office.fieldOf(office.exportTables({})) == u"reason"_s);
    CHECK(office.fieldOf(office.exportTables({.reason = why})) == u"second"_s);
    CHECK(office.fieldOf(office.exportTables({why, u"王芳"_s, clerks})) == u"second"_s);       // an auditor can
    CHECK(office.fieldOf(office.exportTables({why, office.chief, chiefs})) == u"second"_s);    // himself
    CHECK(office.fieldOf(office.exportTables({why, u"不存在"_s, auditors})) == u"second"_s);   //
    CHECK(office.fieldOf(office.exportTables({why, u"李娜"_s, chiefs})) == u"password"_s);     // not that person's
    CHECK(office.fieldOf(office.exportTables({why, u"李娜"_s, Password()})) == u"password"_s); //
    CHECK(office.records().isEmpty());
    CHECK(office.users.byName(u"李娜"_s)->failedLogins == 2);

    REQUIRE(office.exportTables({why, u"李娜"_s, auditors}));
    const QList<AccessRecord> records = office.records();
    REQUIRE(records.size() == 1);
    CHECK(records.first().user == office.chief);
    CHECK(ConsentNote::of(records.first().details).second == u"李娜"_s);
    CHECK(ConsentNote::of(records.first().details).reason == why);
    CHECK(office.users.byName(u"李娜"_s)->failedLogins == 0);
    const auto events =
        HistoryRepository(office.file->database()).of(u"user"_s, office.users.byName(u"李娜"_s)->id->value());
    CHECK(events.last().action == u"agreed"_s);
    CHECK(events.last().user == u"李娜"_s);
    CHECK(office.book->user() == office.chief); // who works stays
}

TEST_CASE("guesses at the second person's password lock that account as at a login", "[consent]")
{
    SeveralOffice office;
    office.add(u"李娜"_s, Role::Auditor, auditors);
    for (int i = 0; i < failuresBeforeLock; ++i)
        CHECK_FALSE(office.exportTables({why, u"李娜"_s, u"falsch-geraten"_s}));
    CHECK(office.exportTables({why, u"李娜"_s, auditors}).error().reason.contains(u"09:30"_s));
    CHECK_FALSE(logIn(*office.file, office.clock, u"李娜"_s, auditors));
    CHECK(office.records().isEmpty());
    office.clock.advance(lockMinutes * 60);
    CHECK(office.exportTables({why, u"李娜"_s, auditors}));
}

TEST_CASE("whose password was given by somebody else agrees to nothing yet", "[consent]")
{
    SeveralOffice office;
    office.add(u"李娜"_s, Role::Auditor, auditors, true);
    const auto refused = office.exportTables({why, u"李娜"_s, auditors});
    CHECK(office.fieldOf(refused) == u"second"_s);
    CHECK(office.records().isEmpty());
    CaseBook own(*office.file, office.clock, u"李娜"_s, Role::Auditor);
    HandlingOffice::must(own.changeOwnPassword(auditors, u"xin-mi-ma-1"_s));
    CHECK(office.exportTables({why, u"李娜"_s, u"xin-mi-ma-1"_s}));
}

TEST_CASE("the command itself counts the tickets on paper", "[consent]")
{
    SeveralOffice office;
    office.add(u"李娜"_s, Role::Auditor, auditors);
    QList<TicketId> tickets;
    for (int i = 0; i < mostWithoutConsent + 1; ++i)
        tickets.append(office.accepted());
    const auto print = [&](qsizetype count, UnmaskedUse use, const Consent &consent = {}) {
        return office.book->recordPrint(tickets.mid(0, count), use, u"requester,phone,address"_s, consent);
    };
    CHECK(print(20, UnmaskedUse::WholeTickets));
    CHECK(print(21, UnmaskedUse::DispatchSheets));
    const auto before = office.records().size();
    CHECK(office.fieldOf(print(21, UnmaskedUse::WholeTickets)) == u"reason"_s);
    CHECK(office.fieldOf(print(21, UnmaskedUse::WholeTickets, {.reason = why})) == u"second"_s);
    CHECK(office.records().size() == before);
    REQUIRE(print(21, UnmaskedUse::WholeTickets, {why, u"李娜"_s, auditors}));
    CHECK(office.records().size() == before + 21);
    CHECK(ConsentNote::of(AccessRepository(office.file->database()).ofTicket(tickets.last()).last().details).second
          == u"李娜"_s);
    CHECK_FALSE(AccessRepository(office.file->database()).firstBreak());
}

TEST_CASE("supervisor, administrator and auditor are three persons where three work", "[people][roles]")
{
    const Role three[] = {Role::Supervisor, Role::Administrator, Role::Auditor};
    for (const Role one : three) {
        CHECK_FALSE(isCombined(one | Role::Operator | Role::Editor));
        for (const Role other : three)
            CHECK(isCombined(one | other) == (one != other));
    }
    CHECK(isCombined(allRoles()));
    CHECK_FALSE(isCombined({}));

    const User boss = person(u"甲"_s, allRoles());
    const User clerk = person(u"乙"_s, Role::Operator);
    const User third = person(u"丙"_s, Role::Editor, false);
    User gone = person(u"丁"_s, allRoles());
    gone.retired = true;
    CHECK(toBeParted({boss, clerk}).isEmpty());
    CHECK(toBeParted({boss, clerk, gone}).isEmpty());
    REQUIRE(toBeParted({boss, clerk, third, gone}).size() == 1);
    CHECK(toBeParted({boss, clerk, third}).first().name == u"甲"_s);

    const auto fault = [](const std::optional<User> &before, const User &next, const QList<User> &others) {
        const auto refusal = roleFault(before, next, others, u"别人"_s);
        CHECK((!refusal || refusal->field == u"roles"_s));
        return refusal.has_value();
    };
    const auto with = [](User user, Roles roles, bool retired = false) {
        user.roles = roles;
        user.retired = retired;
        return user;
    };
    const Roles two = Role::Supervisor | Role::Auditor;
    CHECK_FALSE(fault(std::nullopt, with(third, two), {clerk}));            // the second
    CHECK(fault(std::nullopt, with(third, two), {boss, clerk}));            // the third
    CHECK(fault(clerk, with(clerk, two), {boss, third}));                   //
    CHECK_FALSE(fault(clerk, with(clerk, two), {boss, gone}));              // who left doesn't count
    CHECK_FALSE(fault(clerk, with(clerk, Role::Auditor), {boss, third}));   //
    CHECK_FALSE(fault(boss, boss, {clerk, third}));                         // stands from before
    CHECK_FALSE(fault(boss, with(boss, two), {clerk, third}));              // fewer than before
    CHECK(fault(with(boss, two), boss, {clerk, third}));                    // more
    CHECK_FALSE(fault(boss, with(boss, allRoles(), true), {clerk, third})); // leaves
    CHECK(fault(gone, with(gone, two), {boss, clerk}));                     // comes back
    CHECK_FALSE(fault(gone, with(gone, two), {clerk}));                     //
}

TEST_CASE("an office that grows keeps its combined administrator in office, and gives nobody else two",
          "[people][roles]")
{
    SeveralOffice office;
    office.add(u"王芳"_s, Role::Operator);
    office.add(u"赵敏"_s, Role::Operator); // the third: the chief still has all
    CHECK(logIn(*office.file, office.clock, office.chief, chiefs)->roles == allRoles());
    User clerk = *office.users.byName(u"王芳"_s);
    clerk.roles = Role::Supervisor | Role::Auditor;
    const auto refused = office.book->saveUser(clerk);
    CHECK(office.fieldOf(refused) == u"roles"_s);
    CHECK(refused.error().reason.contains(u"王芳"_s));
    CHECK(office.users.byName(u"王芳"_s)->roles == Role::Operator);
    clerk.roles = Role::Auditor;
    CHECK(office.book->saveUser(clerk));

    // The history says who combines them, from the day on which it is so.
    const auto last = [&office](const QString &name) {
        return HistoryRepository(office.file->database()).of(u"user"_s, office.users.byName(name)->id->value()).last();
    };
    CHECK_FALSE(last(u"王芳"_s).details.contains(u"combined"_s));
    User chief = *office.users.byName(office.chief);
    chief.roles = Role::Administrator | Role::Supervisor;
    REQUIRE(office.book->saveUser(chief));
    CHECK(last(office.chief).details[u"combined"_s].toString() == u"supervisor;administrator"_s);
    chief.roles = Role::Administrator;
    REQUIRE(office.book->saveUser(chief));
    CHECK_FALSE(last(office.chief).details.contains(u"combined"_s));
}

TEST_CASE("nobody gives himself a role where three work and another administrator can", "[people][roles]")
{
    SeveralOffice office;
    User chief = *office.users.byName(office.chief);
    chief.roles = Role::Administrator;
    HandlingOffice::must(office.book->saveUser(chief));
    chief.roles |= Role::Editor;
    office.add(u"王芳"_s, Role::Operator, clerks);
    SECTION("two work: as he likes")
    {
        CHECK(office.book->saveUser(chief));
    }
    SECTION("three work, he is the only administrator: somebody else agrees")
    {
        office.add(u"李娜"_s, Role::FollowUp);
        CHECK(office.fieldOf(office.book->saveUser(chief)) == u"reason"_s);
        CHECK(office.fieldOf(office.book->saveUser(chief, {why, u"王芳"_s, u"falsch"_s})) == u"password"_s);
        CHECK(office.users.byName(office.chief)->roles == Role::Administrator);
        REQUIRE(office.book->saveUser(chief, {why, u"王芳"_s, clerks}));
        const auto events = HistoryRepository(office.file->database()).of(u"user"_s, chief.id->value());
        CHECK(events.last().details[u"second"_s].toString() == u"王芳"_s);
        CHECK(events.last().details[u"reason"_s].toString() == why);
    }
    SECTION("another administrator with a password does it")
    {
        office.add(u"李娜"_s, Role::FollowUp);
        User other = *office.users.byName(u"李娜"_s);
        other.roles |= Role::Administrator;
        CHECK(office.fieldOf(office.book->saveUser(other)) == u"reason"_s); // an appointment takes two as well
        HandlingOffice::must(office.book->saveUser(other, {why, u"王芳"_s, clerks}));
        HandlingOffice::must(office.book->setPassword(*other.id, auditors));
        const auto refused = office.book->saveUser(chief, {why, u"王芳"_s, clerks});
        CHECK(office.fieldOf(refused) == u"roles"_s);
        CHECK(refused.error().reason.contains(u"李娜"_s));
        CaseBook others(*office.file, office.clock, u"李娜"_s, Role::Administrator);
        CHECK(others.saveUser(chief));
        // To give up what one has takes nobody else.
        chief.roles = Role::Editor;
        CHECK(office.book->saveUser(chief));
    }
    SECTION("while nobody else has chosen a password yet, the office is being set up")
    {
        HandlingOffice::must(office.book->setPassword(*office.users.byName(u"王芳"_s)->id, u"gei-de-mi-ma"_s));
        office.add(u"李娜"_s, Role::Auditor);
        CHECK(office.users.byName(u"李娜"_s));
        CHECK(office.book->saveUser(chief));
    }
}

TEST_CASE("who is appointed doesn't agree to the own appointment", "[people][roles]")
{
    SeveralOffice office;
    office.add(u"王芳"_s, Role::Operator, clerks);
    office.add(u"赵敏"_s, Role::FollowUp, auditors);
    User clerk = *office.users.byName(u"王芳"_s);
    clerk.roles = Role::Auditor;
    CHECK(office.fieldOf(office.book->saveUser(clerk, {why, u"王芳"_s, clerks})) == u"second"_s);
    CHECK(office.book->saveUser(clerk, {why, u"赵敏"_s, auditors}));
}

TEST_CASE("an auditor is not dismissed by whom he watches alone", "[people][roles]")
{
    SeveralOffice office;
    office.add(u"王芳"_s, Role::Auditor, auditors);
    office.add(u"赵敏"_s, Role::Operator, clerks);
    User supervisor = *office.users.byName(u"赵敏"_s);
    supervisor.roles = Role::Supervisor;
    HandlingOffice::must(office.book->saveUser(supervisor, {why, u"王芳"_s, auditors}));
    User auditor = *office.users.byName(u"王芳"_s);
    if (GENERATE(true, false))
        auditor.retired = true;
    else
        auditor.roles = Role::Operator;
    CHECK(office.fieldOf(office.book->saveUser(auditor)) == u"reason"_s);
    CHECK(office.users.byName(u"王芳"_s)->roles == Role::Auditor);
    SECTION("the supervisor agrees")
    {
        REQUIRE(office.book->saveUser(auditor, {why, u"赵敏"_s, clerks}));
        const auto events = HistoryRepository(office.file->database()).of(u"user"_s, auditor.id->value());
        CHECK(events.last().details[u"second"_s].toString() == u"赵敏"_s);
    }
    SECTION("he agrees himself")
    {
        CHECK(office.book->saveUser(auditor, {why, u"王芳"_s, auditors}));
    }
    SECTION("he goes of his own accord")
    {
        auditor.roles = Role::Auditor;
        auditor.retired = true;
        CaseBook his(*office.file, office.clock, u"王芳"_s, Role::Auditor | Role::Administrator);
        CHECK(his.saveUser(auditor));
    }
    SECTION("where two work it is as they like")
    {
        supervisor.retired = true;
        HandlingOffice::must(office.book->saveUser(supervisor));
        CHECK(office.book->saveUser(auditor));
    }
}
