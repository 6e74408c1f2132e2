// SPDX-License-Identifier: GPL-3.0-or-later
// The case file: created whole or not at all, refused when it is not ours, never changed by looking at it.
#include "domain/Progress.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/Backup.h"
#include "storage/Database.h"
#include "storage/Discretion.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/OwnFiles.h"
#include "storage/SafeFile.h"
#include "support/Office.h"
#include "support/Print.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

StorageError::Kind kindOfOpening(const QString &path, CaseFile::Mode mode, const Schema &schema = Schema::shipped())
{
    try {
        const CaseFile file(path, mode, schema);
    } catch (const StorageError &error) {
        CHECK_FALSE(error.message().isEmpty());
        return error.kind();
    }
    FAIL("it opened");
    return StorageError::Kind::Other;
}

QList<QString> shippedScripts()
{
    QList<QString> scripts;
    const QDir folder(u":/huiyin/schema"_s);
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        scripts.append(QString::fromUtf8(file.readAll()));
    }
    return scripts;
}

} // namespace

TEST_CASE("a new case file says what it is and holds what every office starts from", "[file]")
{
    const TestOffice office;
    CHECK(office.file->database().value<qint64>(u"PRAGMA application_id"_s) == Schema::applicationId);
    CHECK(office.file->database().value<qint64>(u"PRAGMA user_version"_s) == Schema::shipped().version());
    CHECK(office.file->database().value<QString>(u"PRAGMA journal_mode"_s) == u"wal"_s);
    CHECK(office.file->database().value<qint64>(u"PRAGMA synchronous"_s) == 2);
    CHECK(office.tables().requestTypes.size() == 7);
    CHECK(Deadlines::of(*office.file).rules().size() == 5);
    CHECK(Deadlines::of(*office.file).calendar().isKnownYear(2026));
    CHECK((QFile::permissions(office.path()) & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
}

TEST_CASE("creating refuses a path that exists and leaves nothing behind when it fails", "[file]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.huiyin"_s);
    write(path, "something");
    try {
        CaseFile::create(path, {.name = u"x"_s}, [](Database &) {});
        FAIL("it overwrote");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::Exists);
    }
    CHECK(bytesOf(path) == "something");

    const QString other = folder.filePath(u"b.huiyin"_s);
    CHECK_THROWS_AS(CaseFile::create(other, {.name = u"x"_s},
                                     [](Database &) { throw StorageError(StorageError::Kind::Cancelled, u"stop"_s); }),
                    StorageError);
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{u"a.huiyin"_s});
}

TEST_CASE("what is not a case file is refused with its kind and left as it is", "[file]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.huiyin"_s);
    const auto mode = GENERATE(CaseFile::Mode::Read, CaseFile::Mode::Write);
    CHECK(kindOfOpening(path, mode) == StorageError::Kind::Missing);
    CHECK_FALSE(QFile::exists(path));

    for (const QByteArray &bytes : {QByteArray(), QByteArray("hello"), QByteArray(100'000, 'x'),
                                    QByteArray(QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'y'))}) {
        write(path, bytes);
        const auto kind = kindOfOpening(path, mode);
        CHECK((kind == StorageError::Kind::NotCaseFile || kind == StorageError::Kind::Damaged));
        CHECK(bytesOf(path) == bytes);
    }
    CHECK(kindOfOpening(folder.path(), mode) == StorageError::Kind::NotCaseFile);
}

TEST_CASE("another program's SQLite file is refused untouched", "[file]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"foreign.db"_s);
    write(path, QByteArray());
    {
        Database foreign(path, Database::Access::Create);
        foreign.exec(u"CREATE TABLE ticket(id INTEGER)"_s);
    }
    const QByteArray before = bytesOf(path);
    CHECK(kindOfOpening(path, CaseFile::Mode::Write) == StorageError::Kind::NotCaseFile);
    CHECK(bytesOf(path) == before);
}

TEST_CASE("a newer program's file is refused untouched", "[file]")
{
    TestOffice office;
    office.file->database().exec(u"PRAGMA user_version = 99"_s);
    office.close();
    const QByteArray before = bytesOf(office.path());
    CHECK(kindOfOpening(office.path(), CaseFile::Mode::Write) == StorageError::Kind::Newer);
    CHECK(kindOfOpening(office.path(), CaseFile::Mode::Read) == StorageError::Kind::Newer);
    CHECK(bytesOf(office.path()) == before);
}

TEST_CASE("an older file is migrated after a copy has been kept beside it", "[file]")
{
    TestOffice office;
    REQUIRE(office.book->saveDepartment({.name = u"市水利局"_s}));
    office.close();
    const Schema next(shippedScripts()
                      + QList<QString>{u"ALTER TABLE department ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'"_s});
    CHECK(kindOfOpening(office.path(), CaseFile::Mode::Read, next) == StorageError::Kind::Other);
    {
        CaseFile migrated(office.path(), CaseFile::Mode::Write, next);
        CHECK(migrated.database().value<qint64>(u"PRAGMA user_version"_s) == next.version());
        CHECK(migrated.database().value<QString>(u"SELECT colour FROM department"_s) == u"blue"_s);
        REQUIRE(QFile::exists(migrated.keptCopy()));
        CaseFile copy(migrated.keptCopy(), CaseFile::Mode::Read);
        CHECK(CodeTableRepository(copy.database()).load().departments.size() == 1);
    }
    CHECK(kindOfOpening(office.path(), CaseFile::Mode::Write) == StorageError::Kind::Newer);
}

TEST_CASE("a file of every version that went out opens with all that it holds", "[file]")
{
    const QDir released(QStringLiteral(HUIYIN_TEST_DATA "/case-files"));
    const QStringList names = released.entryList({u"v*.huiyin"_s}, QDir::Files);
    REQUIRE(names == QStringList{u"v1.huiyin"_s, u"v3.huiyin"_s});
    for (const QString &name : names) {
        INFO(name.toStdString());
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        REQUIRE(QFile::copy(released.filePath(name), path));
        REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        CaseFile file(path, CaseFile::Mode::Write);
        Progress quiet;
        CHECK(checkFile(file, quiet).isEmpty());
        CHECK(file.office().name == u"测试市市长公开电话办公室");

        const TicketRepository tickets(file.database());
        REQUIRE(tickets.matching({}).size() == 3);
        const auto ticket = tickets.byId(*tickets.idOf(u"20200210-0001"_s));
        REQUIRE(ticket);
        CHECK(ticket->title == u"单元自来水管冻裂停水");
        CHECK(ticket->resolution == Resolution::Handled);
        CHECK(tickets.byId(*tickets.idOf(u"20200210-0002"_s))->requester == u"𠮷田一");
        const auto dispatches = DispatchRepository(file.database()).ofTicket(*ticket->id);
        REQUIRE(dispatches.size() == 1);
        CHECK(dispatches.first().reply == u"已更换水管，恢复供水。");
        CHECK(FollowUpRepository(file.database()).ofTicket(*ticket->id).first().solved == true);
        CHECK(CallRepository(file.database()).list({}).size() == 2);
        CHECK(tickets.matching({.text = u"更换水管"_s}) == QList{*ticket->id});

        const Statistics figures = buildStatistics(file, {.period = Period::month(2020, 2)});
        CHECK(figures.accepted == 3);
        CHECK(figures.closureRate == Ratio{2, 3});
        CHECK(figures.byCategory.first().children.first().count == 2);
    }
}

TEST_CASE("a migration that fails leaves the file at its old version", "[file]")
{
    TestOffice office;
    office.close();
    const Schema broken(
        shippedScripts()
        + QList<QString>{u"ALTER TABLE department ADD COLUMN colour TEXT\n--;\nCREATE TABLE ticket(id)"_s});
    CHECK_THROWS_AS(CaseFile(office.path(), CaseFile::Mode::Write, broken), StorageError);
    CaseFile file(office.path(), CaseFile::Mode::Write);
    CHECK(file.database().value<qint64>(u"PRAGMA user_version"_s) == Schema::shipped().version());
    CHECK_FALSE(
        file.database().value<qint64>(u"SELECT 1 FROM pragma_table_info('department') WHERE name = 'colour'"_s));
}

TEST_CASE("a second program is told who writes, and may read meanwhile", "[file]")
{
    const TestOffice office;
    try {
        const CaseFile second(office.path(), CaseFile::Mode::Write);
        FAIL("two writers");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::InUse);
        CHECK(error.message().contains(QSysInfo::machineHostName()));
        CHECK_FALSE(error.message().contains(u"process")); // its number helps nobody
    }
    CaseFile reader(office.path(), CaseFile::Mode::Read);
    CHECK(reader.office().name == u"测试市市长公开电话办公室"_s);
    CHECK_THROWS_AS(reader.database().exec(u"UPDATE office SET name = 'x'"_s), StorageError);
}

TEST_CASE("a symbolic link meets the same lock", "[file]")
{
    const TestOffice office;
    const QString link = office.folder.filePath(u"link.huiyin"_s);
    REQUIRE(QFile::link(office.path(), link));
    CHECK(kindOfOpening(link, CaseFile::Mode::Write) == StorageError::Kind::InUse);
}

TEST_CASE("reading doesn't change the file's bytes", "[file]")
{
    TestOffice office;
    REQUIRE(office.book->saveDepartment({.name = u"市水利局"_s}));
    office.close();
    const QByteArray before = bytesOf(office.path());
    {
        CaseFile reader(office.path(), CaseFile::Mode::Read);
        Progress progress;
        CHECK(checkFile(reader, progress).isEmpty());
    }
    CHECK(bytesOf(office.path()) == before);
}

TEST_CASE("a damaged file is reported by the check, with its place", "[file]")
{
    TestOffice office;
    REQUIRE(office.book->saveDepartment({.name = u"市水利局"_s}));
    Progress progress;
    SECTION("a changed line of the history breaks its chain")
    {
        const QString change = GENERATE(u"user = 'somebody else'"_s, u"details = ' ' || details"_s);
        office.file->database().exec(u"DROP TRIGGER history_no_update"_s);
        office.file->database().exec(u"UPDATE history SET "_s + change + u" WHERE sequence = 1");
        const auto findings = checkFile(*office.file, progress);
        REQUIRE(findings.size() == 2);
        CHECK(findings[0].kind == u"history"_s);
        CHECK(findings[0].object == u"history 1"_s);
        CHECK(findings[1].object == u"history_no_update"_s); // the guard is gone
    }
    SECTION("a closed ticket without a closing time")
    {
        office.file->database().exec(
            u"INSERT INTO ticket(number, received_at, channel, state) VALUES('1', 1, 1, 'closed')"_s);
        office.file->database().exec(u"INSERT INTO ticket_text(ticket) SELECT id FROM ticket"_s);
        const auto findings = checkFile(*office.file, progress);
        REQUIRE(findings.size() == 1);
        CHECK(findings.first().kind == u"state"_s);
    }
    SECTION("a number giver that would give a number again")
    {
        (void)TicketRepository(office.file->database())
            .insert({.number = u"20200210-0007"_s, .receivedAt = at("2020-02-10 08:00"), .channel = office.phone()});
        office.file->database().exec(u"INSERT INTO number_series VALUES('ticket', '20200210', 3)"_s);
        const auto findings = checkFile(*office.file, progress);
        REQUIRE(findings.size() == 1);
        CHECK(findings.first().kind == u"counter"_s);
        CHECK(repairCounters(*office.file, progress) == 1);
        CHECK(checkFile(*office.file, progress).isEmpty());
    }
}

TEST_CASE("the history can't be changed, deleted or replaced", "[file]")
{
    TestOffice office;
    REQUIRE(office.book->saveDepartment({.name = u"市水利局"_s}));
    Database &database = office.file->database();
    for (const QString &sql :
         {u"UPDATE history SET user = 'x'"_s, u"DELETE FROM history"_s,
          u"INSERT OR REPLACE INTO history SELECT * FROM history"_s, u"DELETE FROM access_record"_s}) {
        if (sql.contains(u"access_record"))
            database.exec(u"INSERT INTO access_record(at, user, action) VALUES(1, 'x', 'view')"_s);
        CHECK_THROWS_AS(database.exec(sql), StorageError);
    }
    CHECK_FALSE(HistoryRepository(database).firstBreak());
}

TEST_CASE("a transaction that is left rolls back, an inner one takes the outer with it", "[storage]")
{
    TestOffice office;
    Database &database = office.file->database();
    const auto departments = [&] { return office.tables().departments.size(); };
    {
        const Transaction left(database);
        (void)CodeTableRepository(database).save(Department{.name = u"一"_s});
    }
    CHECK(departments() == 0);
    {
        Transaction outer(database);
        (void)CodeTableRepository(database).save(Department{.name = u"二"_s});
        {
            const Transaction inner(database);
            (void)CodeTableRepository(database).save(Department{.name = u"三"_s});
        }
        CHECK_THROWS_AS(outer.commit(), StorageError);
    }
    CHECK(departments() == 0);
    Transaction whole(database);
    (void)CodeTableRepository(database).save(Department{.name = u"四"_s});
    whole.commit();
    CHECK(departments() == 1);
}

TEST_CASE("errors of the storage carry their kind and the statement", "[storage]")
{
    TestOffice office;
    Database &database = office.file->database();
    const auto kindOf = [&](const QString &sql) {
        try {
            database.exec(sql);
        } catch (const StorageError &error) {
            CHECK(error.technical().contains(sql.left(20)));
            return error.kind();
        }
        return StorageError::Kind::Missing;
    };
    CHECK(kindOf(u"INSERT INTO channel(name, position) VALUES('12345热线', 9)"_s) == StorageError::Kind::Constraint);
    CHECK(kindOf(u"INSERT INTO ticket(number, received_at, channel, state) VALUES('1', 1, 77, 'accepted')"_s)
          == StorageError::Kind::Constraint);
    CHECK(kindOf(u"SELECT nonsense FROM nowhere"_s) == StorageError::Kind::Other);
    CHECK_THROWS_AS(database.exec(u"SELECT ?, ?"_s, 1), StorageError); // a wrong number of values
}

TEST_CASE("a copy made while others write is whole and checked", "[file]")
{
    TestOffice office;
    REQUIRE(office.book->saveDepartment({.name = u"市水利局"_s}));
    const QString copy = office.folder.filePath(u"copy.huiyin"_s);
    const Progress quiet;
    backUp(office.path(), copy, false, quiet);
    CaseFile copied(copy, CaseFile::Mode::Read);
    CHECK(CodeTableRepository(copied.database()).load() == office.tables());
    CHECK_THROWS_AS(backUp(office.path(), copy, false, quiet), StorageError);
    CHECK_NOTHROW(backUp(office.path(), copy, true, quiet));
    CHECK_THROWS_AS(backUp(office.path(), office.path(), true, quiet), StorageError);
    CHECK(QDir(office.folder.path()).entryList({u"*partial*"_s}, QDir::Files).isEmpty());
}

TEST_CASE("a copy is worked with as safely as its original", "[file]")
{
    TestOffice office;
    const Progress quiet;
    const QString copy = office.folder.filePath(u"copy.huiyin"_s);
    REQUIRE(backUp(office.path(), copy, false, quiet));
    SECTION("it is in WAL mode")
    {
        CaseFile copied(copy, CaseFile::Mode::Read);
        CHECK(copied.database().value<QString>(u"PRAGMA journal_mode"_s) == u"wal"_s);
    }
    SECTION("one in another mode is brought to it when it is opened for writing")
    {
        {
            Database other(copy, Database::Access::Write);
            REQUIRE(other.value<QString>(u"PRAGMA journal_mode = DELETE"_s) == u"delete"_s);
        }
        CaseFile copied(copy, CaseFile::Mode::Write);
        CHECK(copied.database().value<QString>(u"PRAGMA journal_mode"_s) == u"wal"_s);
    }
}

TEST_CASE("nothing takes the place of a file whose journal lies there, or that is in use", "[file]")
{
    TestOffice office;
    const Progress quiet;
    const QString target = office.folder.filePath(u"target.huiyin"_s);
    const auto kindOf = [](const std::function<void()> &work) -> std::optional<StorageError::Kind> {
        try {
            work();
        } catch (const StorageError &error) {
            return error.kind();
        }
        return std::nullopt;
    };
    for (const QString &suffix : {u"-wal"_s, u"-journal"_s}) {
        write(target + suffix, "what an interrupted program has left");
        CHECK(kindOf([&] { backUp(office.path(), target, true, quiet); }) == StorageError::Kind::Other);
        CHECK(kindOf([&] { CaseFile::create(target, {.name = u"新办"_s}, [](Database &) {}); })
              == StorageError::Kind::Other);
        CHECK_FALSE(QFile::exists(target));
        CHECK(bytesOf(target + suffix) == "what an interrupted program has left");
        REQUIRE(QFile::remove(target + suffix));
    }
    REQUIRE(backUp(office.path(), target, false, quiet));
    const CaseFile held(target, CaseFile::Mode::Write);
    CHECK(kindOf([&] { backUp(office.path(), target, true, quiet); }) == StorageError::Kind::InUse);
}

TEST_CASE("a file with a fault of its own is copied, and the copy says so", "[file]")
{
    TestOffice office;
    REQUIRE(office.book->saveDepartment({.name = u"市水利局"_s}));
    office.file->database().exec(u"DROP TRIGGER history_no_update"_s);
    office.file->database().exec(u"UPDATE history SET user = 'somebody else'"_s);
    const Progress quiet;
    const QString copy = office.folder.filePath(u"copy.huiyin"_s);
    CHECK_FALSE(backUp(office.path(), copy, false, quiet));
    CHECK(QFile::exists(copy));
}

TEST_CASE("a copy that was stopped leaves nothing", "[file]")
{
    class Stopped final : public Progress
    {
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    const TestOffice office;
    const Stopped stopped;
    CHECK_THROWS_AS(backUp(office.path(), office.folder.filePath(u"copy.huiyin"_s), false, stopped), StorageError);
    CHECK(QDir(office.folder.path()).entryList({u"*copy*"_s}, QDir::Files).isEmpty());
}

#ifdef Q_OS_UNIX
TEST_CASE("a program that is interrupted with a rollback journal is made good by the next writer", "[file]")
{
    TestOffice office;
    const QString copy = office.folder.filePath(u"copy.huiyin"_s);
    const QString crashed = office.folder.filePath(u"crashed.huiyin"_s);
    const Progress quiet;
    REQUIRE(backUp(office.path(), copy, false, quiet));
    {
        Database other(copy, Database::Access::Write);
        REQUIRE(other.value<QString>(u"PRAGMA journal_mode = DELETE"_s) == u"delete"_s);
        other.exec(u"PRAGMA cache_size = 1"_s); // the changes reach the file before the commit
        other.exec(u"BEGIN IMMEDIATE"_s);
        other.exec(u"UPDATE office SET name = 'not committed'"_s);
        other.exec(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                   "INSERT INTO area(name, position) SELECT 'area ' || i, i FROM n"_s);
        // As the disk stands when the power goes.
        REQUIRE(QFile::copy(copy, crashed));
        REQUIRE(QFile::copy(copy + u"-journal", crashed + u"-journal"));
        other.exec(u"ROLLBACK"_s);
    }
    CHECK(kindOfOpening(crashed, CaseFile::Mode::Read) == StorageError::Kind::Interrupted);
    CaseFile again(crashed, CaseFile::Mode::Write);
    CHECK(again.office().name == office.file->office().name);
    CHECK(again.database().value<qint64>(u"SELECT count(*) FROM area WHERE name LIKE 'area %'"_s) == 0);
}

TEST_CASE("a new file that did not get onto the disk is not reported done", "[file]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.huiyin"_s);
    // Beyond this size every write fails, as on a full disk.
    struct rlimit before;
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit small = before;
    for (const rlim_t most : {rlim_t(400) << 10, rlim_t(2) << 20, rlim_t(6) << 20}) {
        small.rlim_cur = most;
        REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
        bool failed = false;
        try {
            CaseFile::create(path, {.name = u"办公室"_s}, [](Database &database) {
                for (int part = 0; part < 20; ++part) {
                    Transaction transaction(database);
                    database.exec(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                                  "INSERT INTO area(name, position) SELECT ? || i || hex(randomblob(40)), i FROM n"_s,
                                  QString(u"area %1 "_s.arg(part)));
                    transaction.commit();
                }
            });
        } catch (const StorageError &) {
            failed = true;
        }
        setrlimit(RLIMIT_FSIZE, &before);
        CHECK(failed);
        CHECK(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    }
    std::signal(SIGXFSZ, handler);
}
#endif

TEST_CASE("a file is written whole or not at all", "[file]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.txt"_s);
    {
        SafeFile left(path, false);
        left.write("half");
    }
    CHECK_FALSE(QFile::exists(path));
    SafeFile whole(path, false);
    whole.write("whole");
    whole.commit();
    CHECK(bytesOf(path) == "whole");
    CHECK_THROWS_AS(SafeFile(path, false), FileError);
    CHECK_THROWS_AS(SafeFile(folder.filePath(u"no/such/folder.txt"_s), false), FileError);
}

TEST_CASE("a command that fails at any of its statements leaves the file as it was", "[storage]")
{
    // A trigger stands in for a failing disk: it refuses the n-th kind of write that the command makes.
    for (const QString &table : {u"ticket"_s, u"ticket_text"_s, u"call"_s, u"history"_s, u"number_series"_s}) {
        TestOffice office;
        Database &database = office.file->database();
        database.exec(u"CREATE TEMP TRIGGER broken BEFORE INSERT ON main."_s + table
                      + u" BEGIN SELECT RAISE(ABORT, 'disk'); END");
        const IntakeRequest request{.call = CallFacts{.startedAt = at("2020-02-10 08:58")},
                                    .channel = office.phone(),
                                    .title = u"停水"_s,
                                    .content = u"停水"_s};
        CHECK_THROWS_AS(office.book->accept(request), StorageError);
        database.exec(u"DROP TRIGGER broken"_s);
        CHECK(database.value<qint64>(u"SELECT (SELECT count(*) FROM ticket) + (SELECT count(*) FROM call) + "
                                     "(SELECT count(*) FROM history) + (SELECT count(*) FROM number_series)"_s)
              == 0);
        CHECK(office.book->accept(request));
    }
}

TEST_CASE("the log tells ids and codes, and nobody's data", "[casefile][privacy]")
{
    CHECK(discreet(u"UNIQUE constraint failed: ticket.number"_s) == u"UNIQUE constraint failed: ticket.number"_s);
    CHECK(discreet(u"QObject::connect: 'shell.lock' of ticket 4711, code 2067"_s)
          == u"QObject::connect: 'shell.lock' of ticket 4711, code 2067"_s);
    CHECK(discreet(u"fts5: syntax error near \"王建国\""_s) == u"fts5: syntax error near “…”"_s);
    CHECK(discreet(u"“王建国 13800001111.txt” could not be written"_s) == u"“…” could not be written"_s);
    CHECK(discreet(u"no such file: '/home/a/王建国.pdf'"_s) == u"no such file: “…”"_s);
    CHECK(discreet(u"phone 13800001111 and card 220302199001011234"_s)
          == u"phone 138****1111 and card 220302********1234"_s);
    CHECK(discreet(u"of '13800001111'"_s) == u"of “…”"_s);
}

#ifdef Q_OS_LINUX
TEST_CASE("a program that handles citizens' data leaves no image of its memory and no file to others",
          "[casefile][privacy]")
{
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(u"written"_s));
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        beDiscreet();
        rlimit cores{};
        const int handle = creat(path.constData(), 0666);
        struct stat written
        {
        };
        bool good = getrlimit(RLIMIT_CORE, &cores) == 0 && cores.rlim_cur == 0 && cores.rlim_max == 0;
        good = good && handle >= 0 && fstat(handle, &written) == 0 && (written.st_mode & 0777) == 0600;
#ifndef __SANITIZE_ADDRESS__
        good = good && prctl(PR_GET_DUMPABLE) == 0;
#endif
        _exit(good ? 0 : 1);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a case file that others can read is known, and closed to them", "[casefile][privacy]")
{
    const TestOffice office;
    CHECK_FALSE(isOpenToOthers(office.path())); // as it was made
    const QString journal = office.path() + u"-wal"_s;
    REQUIRE(QFile::exists(journal));
    for (const QString &path : {office.path(), journal}) {
        REQUIRE(::chmod(QFile::encodeName(path).constData(), 0640) == 0);
        CHECK(isOpenToOthers(office.path()));
        CHECK(closeToOthers(office.path()));
        CHECK_FALSE(isOpenToOthers(office.path()));
        struct stat found
        {
        };
        REQUIRE(::stat(QFile::encodeName(path).constData(), &found) == 0);
        CHECK((found.st_mode & 0777) == 0600);
    }
    CHECK(office.book->saveCategory({.name = u"住建"_s})); // and work goes on
}
#endif
