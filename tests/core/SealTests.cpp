// SPDX-License-Identifier: GPL-3.0-or-later
// 封存: what somebody who can write to the file can't make anew.
#include "casework/Login.h"
#include "casework/Seals.h"
#include "exchange/Random.h"
#include "storage/AccessRepository.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

const auto password = u"审计之秋2020"_s;
using State = SealReport::State;

class AuditedOffice : public HandlingOffice
{
public:
    AuditedOffice()
        : users(file->database())
    {
        book = std::make_unique<CaseBook>(*file, clock, users.all().first().name);
        must(book->setPassword(*users.all().first().id, u"回音之夜2020"_s));
        must(book->saveUser({.login = u"audit"_s, .name = u"审计员01"_s, .roles = Role::Auditor}));
        must(book->setPassword(*auditor().id, password));
    }
    User auditor() { return *users.byLogin(u"audit"_s); }
    // As after a login.
    std::unique_ptr<Seals> sits(const QString &with = password)
    {
        clock.advance(60);
        auto seals = Seals::open(*file, clock, auditor(), with);
        seals->seal();
        return seals;
    }
    SealReport report(const QString &with = password) { return Seals::open(*file, clock, auditor(), with)->report(); }
    QStringList findings()
    {
        Progress quiet;
        QStringList objects;
        const auto all = checkFile(*file, quiet);
        for (const CheckFinding &finding : all)
            objects.append(finding.object);
        return objects;
    }
    void withoutGuards(const QStringList &statements)
    {
        Database &database = file->database();
        const auto guards =
            database.all(u"SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('history', "
                         "'access_record', 'seal', 'seal_key')"_s,
                         [](const Row &row) { return row.get<QString>(0); });
        for (const QString &guard : guards)
            database.exec(u"DROP TRIGGER "_s + guard);
        for (const QString &statement : statements)
            database.exec(statement);
    }

    UserRepository users;
};

// Both chains made anew, as somebody does who has read how.
void makeChainsAnew(Database &database)
{
    const auto rows = database.all(
        u"SELECT sequence, at, user, operation, object, object_id, action, details FROM history ORDER BY sequence"_s,
        [](const Row &row) {
            return HistoryEvent{.sequence = row.get<qint64>(0),
                                .at = row.get<QDateTime>(1),
                                .user = row.get<QString>(2),
                                .operation = row.get<QString>(3),
                                .object = row.get<QString>(4),
                                .objectId = row.get<qint64>(5),
                                .action = row.get<QString>(6),
                                .details = {{u"text"_s, row.get<QString>(7)}}};
        });
    QByteArray hash;
    qint64 sequence = 0;
    for (HistoryEvent event : rows) {
        const qint64 old = event.sequence;
        event.sequence = ++sequence;
        hash = chainHash(hash, event, event.details[u"text"].toString().toUtf8());
        database.exec(u"UPDATE history SET sequence = ?, hash = ? WHERE sequence = ?"_s, event.sequence, hash, old);
    }
    const auto records = AccessRepository(database).newest(1'000'000);
    database.exec(u"DELETE FROM access_record"_s);
    for (auto record = records.crbegin(); record != records.crend(); ++record)
        AccessRepository(database).append(*record);
}

} // namespace

TEST_CASE("an auditor's seals hold as long as nothing was changed", "[seal]")
{
    AuditedOffice office;
    const TicketId ticket = office.dispatched();
    HandlingOffice::must(office.book->recordView(ticket));
    {
        const auto seals = office.sits();
        CHECK(seals->report() == SealReport{.state = State::None});
        office.clock.advance(3600);
        (void)office.replied();
        seals->seal(); // as he leaves
        seals->seal(); // nothing new: none more
    }
    const auto sealedAt = office.clock.now();
    CHECK(office.file->database().value<qint64>(u"SELECT count(*) FROM seal"_s) == 2);
    (void)office.accepted();
    CHECK(office.report() == SealReport{.state = State::Sound, .last = sealedAt});
    CHECK(office.findings() == QStringList());
}

TEST_CASE("a chain that was made anew is told by the seal", "[seal]")
{
    AuditedOffice office;
    for (int i = 0; i < 5; ++i)
        HandlingOffice::must(office.book->recordView(office.dispatched()));
    (void)office.sits();
    (void)office.replied();
    Database &database = office.file->database();
    SECTION("a row of the history was changed")
    {
        office.withoutGuards({u"UPDATE history SET user = '别人' WHERE sequence = 3"_s});
        makeChainsAnew(database);
        CHECK_FALSE(HistoryRepository(database).firstBreak());
        CHECK(office.findings().contains(u"seal 1"_s));
    }
    SECTION("a row was taken out")
    {
        office.withoutGuards({u"DELETE FROM history WHERE sequence = 4"_s});
        makeChainsAnew(database);
        CHECK_FALSE(HistoryRepository(database).firstBreak());
        CHECK(office.findings().contains(u"seal 1"_s));
    }
    SECTION("a look at a citizen's data was changed")
    {
        office.withoutGuards({u"UPDATE access_record SET user = '别人' WHERE sequence = 2"_s});
        makeChainsAnew(database);
        CHECK_FALSE(AccessRepository(database).firstBreak());
        CHECK(office.findings().contains(u"seal 1"_s));
    }
    SECTION("and the seal was brought into line with it: its key is missing to do that well")
    {
        office.withoutGuards({u"UPDATE history SET user = '别人' WHERE sequence = 3"_s});
        makeChainsAnew(database);
        database.exec(u"UPDATE seal SET history_hash = (SELECT hash FROM history WHERE sequence = seal.history), "
                      "access_hash = (SELECT hash FROM access_record WHERE sequence = seal.access)"_s);
        CHECK_FALSE(office.findings().contains(u"seal 1"_s)); // nobody can tell it without the key
    }
    SECTION("the seals were taken out")
    {
        office.withoutGuards({u"DELETE FROM seal"_s});
    }
    SECTION("a seal was moved to another time")
    {
        office.withoutGuards({u"UPDATE seal SET at = at - 60000"_s});
    }
    const SealReport report = office.report();
    CHECK(report.state == State::Changed);
    CHECK(report.number == 1);

    // Nothing is sealed on top of it, until the auditor says so.
    const auto seals = office.sits();
    const auto count = [&] { return database.value<qint64>(u"SELECT count(*) FROM seal"_s).value_or(0); };
    const qint64 before = count();
    seals->seal();
    CHECK(count() == before);
    seals->beginAnew();
    CHECK(count() == before + 1);
    CHECK(office.report().state == State::Sound);
    CHECK(HistoryRepository(database).of(u"user"_s, seals->auditor()).last().action == u"sealed_anew");
}

TEST_CASE("a broken seal that the auditor has looked into is told by a check, and is no fault any more", "[seal]")
{
    AuditedOffice office;
    for (int i = 0; i < 5; ++i)
        (void)office.accepted();
    (void)office.sits();
    (void)office.accepted();
    (void)office.sits();
    Database &database = office.file->database();
    const auto checked = [&office] {
        Progress quiet;
        QList<CheckFinding> found = checkFile(*office.file, quiet);
        found.removeIf([](const CheckFinding &finding) { return !finding.object.startsWith(u"seal "); });
        return found;
    };
    office.withoutGuards({u"UPDATE history SET user = '别人' WHERE sequence = 3"_s});
    makeChainsAnew(database);
    REQUIRE(checked().size() == 1);
    CHECK_FALSE(checked().first().acknowledged);
    CHECK(hasFaults(checked()));

    office.sits()->beginAnew();
    const auto now = checked();
    REQUIRE(now.size() == 1);
    CHECK(now.first().object == u"seal 1"_s);
    CHECK(now.first().acknowledged);
    CHECK(now.first().message.contains(u"审计员01"_s));
    CHECK(now.first().message.contains(office.file->zone().text(office.clock.now())));
    CHECK_FALSE(hasFaults(now));

    // What is done to the records after that is a fault again.
    office.withoutGuards({u"UPDATE history SET user = '别人' WHERE sequence = 4"_s});
    makeChainsAnew(database);
    CHECK(checked().size() == 2);
    CHECK(hasFaults(checked()));
}

TEST_CASE("new seals open with the password that the auditor has changed to meanwhile", "[seal]")
{
    AuditedOffice office;
    (void)office.accepted();
    (void)office.sits();
    office.withoutGuards({u"UPDATE history SET user = '别人' WHERE sequence = 3"_s});
    makeChainsAnew(office.file->database());
    const auto seals = office.sits();
    REQUIRE(seals->report().state == State::Changed);
    const auto fresh = u"另一个密码2021"_s;
    CaseBook his(*office.file, office.clock, u"审计员01"_s, Role::Auditor);
    HandlingOffice::must(his.changeOwnPassword(password, fresh));
    seals->passwordChanged(fresh);
    seals->beginAnew();
    CHECK(office.report(fresh).state == State::Sound);
    CHECK(office.report(password).state == State::Changed);
}

TEST_CASE("the end of the seals is among what is kept outside of the file", "[seal][chain]")
{
    AuditedOffice office;
    (void)office.sits();
    const ChainEnd seen = chainEndOf(*office.file);
    CHECK(seen.seal == 1);
    CHECK(ChainEnd::fromText(seen.text()) == seen);
    office.withoutGuards({u"DELETE FROM seal"_s, u"DELETE FROM seal_key"_s});
    CHECK(compareWith(*office.file, seen) == ChainVerdict::Shorter);
}

TEST_CASE("the key of the seals goes with the auditor's own password", "[seal]")
{
    AuditedOffice office;
    (void)office.sits();
    const auto fresh = u"另一个密码2021"_s;
    SECTION("changed by himself: the seals can still be tried")
    {
        CaseBook his(*office.file, office.clock, u"审计员01"_s, Role::Auditor);
        HandlingOffice::must(his.changeOwnPassword(password, fresh));
        CHECK(office.report(fresh).state == State::Sound);
    }
    SECTION("given anew by an administrator: the key is lost, which he is told, once")
    {
        HandlingOffice::must(office.book->setPassword(*office.auditor().id, fresh));
        const SealReport report = office.report(fresh);
        CHECK(report.state == State::KeyLost);
        CHECK(report.last == office.clock.now());
        CHECK(office.report(fresh).state == State::Sound);
        CHECK(HistoryRepository(office.file->database()).of(u"user"_s, office.auditor().id->value()).last().action
              == u"seal_key_made");
    }
    SECTION("given anew after the clock, which had stood a day ahead, was put right")
    {
        office.clock.advance(24 * 3600);
        HandlingOffice::must(office.book->setPassword(*office.auditor().id, fresh));
        REQUIRE(office.report(fresh).state == State::KeyLost); // a key of tomorrow
        office.clock.advance(-24 * 3600);
        HandlingOffice::must(office.book->setPassword(*office.auditor().id, password));
        CHECK(office.report().state == State::KeyLost);
        CHECK(office.report().state == State::Sound);
    }
    SECTION("exchanged for one that nobody's password opens: that is no lost password")
    {
        office.withoutGuards({u"UPDATE seal_key SET wrapped = zeroblob(72)"_s});
        CHECK(office.report().state == State::Changed);
        CHECK(office.report().state == State::Changed); // still: no new one is made
    }
    SECTION("what stands in the file of his password opens no key")
    {
        const QString hash = office.auditor().passwordHash; // $argon2id$v=19$m=…$salt$hash
        const QByteArray salt = QByteArray::fromBase64(hash.section(u'$', 4, 4).toLatin1());
        const QByteArray stored = QByteArray::fromBase64(hash.section(u'$', 5, 5).toLatin1());
        REQUIRE(salt.size() == 16);
        CHECK(keyFromPassword(password, salt).size() == 32);
        CHECK(keyFromPassword(password, salt) != stored);
        // A stranger's file may not ask for the memory of the whole computer, nor for a minute.
        CHECK(keyFromPassword(password, salt, {.passes = 1, .memory = 257}).isEmpty());
        CHECK(keyFromPassword(password, salt, {.passes = 16, .memory = 256}).isEmpty());
    }
    SECTION("a change that is refused leaves the key as it is")
    {
        CaseBook his(*office.file, office.clock, u"审计员01"_s, Role::Auditor);
        CHECK_FALSE(his.changeOwnPassword(u"falsch"_s, fresh).has_value());
        CHECK(office.report().state == State::Sound);
    }
    SECTION("a file that is open for reading only is tried, and nothing is sealed")
    {
        (void)office.accepted();
        const QString path = office.file->path();
        CaseFile reading(path, CaseFile::Mode::Read);
        CHECK(Seals::open(reading, office.clock, office.auditor(), password)->report().state == State::Sound);
        CHECK(Seals::open(reading, office.clock, office.auditor(), fresh) == nullptr);
    }
}

namespace {

// One act of somebody with another program; the record that it shows at, if a chain tells it by itself.
struct Tampering
{
    QString what{};
    std::optional<qint64> shownAt{};
};

Tampering tamper(AuditedOffice &office, Random &random)
{
    Database &database = office.file->database();
    const bool history = random.chance(700);
    const QString table = history ? u"history"_s : u"access_record"_s;
    const qint64 last = database.value<qint64>(u"SELECT max(sequence) FROM "_s + table).value_or(0);
    const qint64 row = random.between(1, last - 3); // before the end: what lies after the last seal isn't sealed
    const QString where = u" WHERE sequence = %1"_s.arg(row);
    QStringList columns = history ? QStringList{u"at"_s,        u"user"_s,   u"operation"_s, u"object"_s,
                                                u"object_id"_s, u"action"_s, u"details"_s,   u"hash"_s}
                                  : QStringList{u"at"_s, u"user"_s, u"action"_s, u"details"_s, u"hash"_s};
    switch (random.below(6)) {
    case 0:
    case 1: {
        const QString column = random.pick(columns);
        const QString value = column == u"action" && !history             ? u"'publish'"_s
                              : column == u"hash"                         ? u"zeroblob(32)"_s
                              : column == u"at" || column == u"object_id" ? column + u" + 1"_s
                                                                          : column + u" || '改'"_s;
        database.exec(u"UPDATE "_s + table + u" SET "_s + column + u" = "_s + value + where);
        return {u"edit "_s + column, row};
    }
    case 2:
        database.exec(u"DELETE FROM "_s + table + where);
        return {u"delete"_s, row + 1};
    case 3:
        database.exec(u"UPDATE "_s + table + u" SET sequence = -1"_s + where);
        database.exec(u"UPDATE "_s + table + u" SET sequence = %1 WHERE sequence = %2"_s.arg(row).arg(row + 1));
        database.exec(u"UPDATE "_s + table + u" SET sequence = %1 WHERE sequence = -1"_s.arg(row + 1));
        return {u"reorder"_s, row};
    case 4:
        database.exec(u"DELETE FROM "_s + table + u" WHERE sequence > %1"_s.arg(row));
        return {u"cut the end"_s};
    default:
        database.exec(u"UPDATE "_s + table + u" SET user = user || '改'"_s + where);
        makeChainsAnew(database);
        database.exec(u"UPDATE seal SET history_hash = (SELECT hash FROM history WHERE sequence = seal.history), "
                      "access_hash = (SELECT hash FROM access_record WHERE sequence = seal.access)"_s);
        return {u"all made anew"_s};
    }
}

void tamperings(int rounds)
{
    AuditedOffice office;
    for (int i = 0; i < 12; ++i)
        HandlingOffice::must(office.book->recordView(office.replied()));
    const auto seals = office.sits();
    office.withoutGuards({});
    Database &database = office.file->database();
    Random random(20);
    QStringList missed;
    QSet<QString> kinds;
    for (int i = 0; i < rounds; ++i) {
        const Transaction undone(database);
        const Tampering act = tamper(office, random);
        kinds.insert(act.what);
        const auto history = HistoryRepository(database).firstBreak();
        const auto access = AccessRepository(database).firstBreak();
        if (act.shownAt && history != act.shownAt && access != act.shownAt)
            missed.append(act.what + u": wrong row"_s);
        if (!history && !access && seals->tried().state != State::Changed)
            missed.append(act.what);
    }
    CHECK(missed == QStringList());
    CHECK(kinds.size() >= 11);
}

} // namespace

TEST_CASE("whatever is done to the records is found, at the row where it was done", "[seal]")
{
    tamperings(60);
}

TEST_CASE("a thousand ways to tamper with the records", "[.long]")
{
    tamperings(1'000);
}
