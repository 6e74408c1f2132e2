// SPDX-License-Identifier: GPL-3.0-or-later
// Verified copies in a folder of their own, made while the office works.
#include "backup/BackupFolder.h"
#include "backup/Drill.h"
#include "backup/EncryptedCopy.h"
#include "storage/Backup.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "support/BackupDesk.h"
#include "support/GeneratedOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <filesystem>
#include <thread>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#endif

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_UNIX
// Runs the work in a process of its own; its exit status as waitpid gives it.
template <class Work>
pid_t inProcess(Work work)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(work());
    return child;
}
int statusOf(pid_t child)
{
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return status;
}
#endif

} // namespace

TEST_CASE("a backup lies in a folder for its owner alone, with a manifest that tells what is in it", "[backup]")
{
    BackupDesk desk;
    const KeptBackup made = desk.backUpNow();
    REQUIRE(made.counts());
    CHECK(made.number == 1);
    CHECK(made.manifest->facts == factsOf(*desk.file));
    CHECK(made.manifest->facts.tickets == 1);
    CHECK(made.manifest->sound);
    CHECK(made.manifest->month == u"2020-01");
    CHECK(made.manifest->figures == figuresDigest(*desk.file, u"2020-01"_s));
    CHECK(made.path.endsWith(u".huiyin"));
    CHECK(QFileInfo(made.path).fileName().startsWith(u"office-000001-2020021"));
    const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    CHECK(QFile::permissions(made.path) == ownerOnly);
    CHECK(QFile::permissions(made.path + u".json") == ownerOnly);
    CHECK_FALSE(QFile::permissions(desk.backups).testFlag(QFile::ReadGroup));
    CHECK_FALSE(QFile::permissions(desk.backups).testFlag(QFile::ExeOther));
    CHECK(BackupManifest::fromJson(made.manifest->toJson()) == made.manifest);
    CHECK(filesIn(desk.backups).size() == 2); // nothing else beside it
    CHECK(isIntact(made));

    CHECK_FALSE(hasChangedSince(*desk.file, *made.manifest));
    (void)desk.accepted();
    CHECK(hasChangedSince(*desk.file, *made.manifest));
    CHECK(desk.backUpNow().number == 2);
    CHECK(backUpInto(desk.backups, desk.path(), BackupReason::ByHand, desk.clock, {}, 40).number == 41);
    CHECK(newestBackup(desk.kept())->number == 41);
}

TEST_CASE("a copy counts as a backup only when its manifest agrees with it", "[backup]")
{
    BackupDesk desk;
    const KeptBackup first = desk.backUpNow();
    (void)desk.accepted();
    const KeptBackup second = desk.backUpNow();
    REQUIRE(newestBackup(desk.kept())->number == 2);
    SECTION("it was altered")
    {
        flip(second.path);
        CHECK(desk.kept().first().counts()); // its size is right
        CHECK_FALSE(isIntact(desk.kept().first()));
    }
    SECTION("it was cut short")
    {
        REQUIRE(QFile::resize(second.path, second.size - 4096));
        CHECK(desk.kept().first().state == KeptBackup::State::Altered);
        CHECK(newestBackup(desk.kept())->number == 1);
    }
    SECTION("its manifest is gone")
    {
        REQUIRE(QFile::remove(second.path + u".json"));
        CHECK(newestBackup(desk.kept())->number == 1);
        CHECK(backupsIn(desk.backups).first().state == KeptBackup::State::Unattested);
        CHECK(backupsIn(desk.backups, fileKeyOf(*desk.file), u"office"_s).size() == 2);
    }
    SECTION("it has the manifest of another")
    {
        REQUIRE(QFile::remove(second.path + u".json"));
        REQUIRE(QFile::copy(first.path + u".json", second.path + u".json"));
        CHECK(newestBackup(desk.kept())->number == 1);
    }
    SECTION("it is of another office")
    {
        CHECK(backupsIn(desk.backups, u"another"_s).isEmpty());
    }
}

TEST_CASE("of what was put in the case file's place no backup is made", "[backup][place]")
{
    BackupDesk desk;
    const FilePlace place(desk.path());
    HandlingOffice other;
    (void)other.accepted();
    other.close();
    const QString aside = desk.folder.filePath(u"aside.huiyin"_s);
    REQUIRE(QFile::rename(desk.path(), aside));
    const auto refused = [&] {
        try {
            (void)backUpInto(desk.backups, desk.path(), BackupReason::Change, desk.clock, {}, 0, place);
        } catch (const StorageError &error) {
            return error.kind() == StorageError::Kind::Moved;
        }
        return false;
    };
    CHECK(refused());
    REQUIRE(QFile::copy(other.path(), desk.path()));
    CHECK(refused());
    Progress quiet;
    CHECK_THROWS_AS(backUp(*desk.file, desk.folder.filePath(u"copy.huiyin"_s), false, quiet), StorageError);
    CHECK_FALSE(QFileInfo::exists(desk.folder.filePath(u"copy.huiyin"_s)));
    CHECK(filesIn(desk.backups).isEmpty());
    // Back at its place, all goes on.
    REQUIRE(QFile::remove(desk.path()));
    REQUIRE(QFile::rename(aside, desk.path()));
    (void)desk.accepted();
    CHECK(backUpInto(desk.backups, desk.path(), BackupReason::Change, desk.clock, {}, 0, place).counts());
}

TEST_CASE("a backup that is made while others write holds one moment of the file", "[backup]")
{
    GeneratedOffice office({.tickets = 400});
    const SystemClock clock; // behind the records of the generated office nothing would be accepted
    std::atomic<bool> done = false;
    std::atomic<int> written = 0;
    std::exception_ptr failure;
    const QString path = office.path();
    office.file.reset();
    std::thread writer([&] {
        try {
            CaseFile file(path, CaseFile::Mode::Write);
            CaseBook book(file, clock, u"话务员03"_s);
            const ChannelId phone = *CodeTableRepository(file.database()).load().channels.first().id;
            while (!done) {
                const auto saved = book.accept({.channel = phone, .title = u"停水"_s, .content = u"停水"_s});
                if (!saved)
                    throw std::runtime_error(saved.error().reason.toStdString());
                ++written;
            }
        } catch (...) {
            failure = std::current_exception();
            written = 3; // nobody waits for more
        }
    });
    while (written < 3)
        QThread::msleep(1);
    const QString folder = office.folder.filePath(u"备份"_s);
    QList<KeptBackup> made;
    for (int i = 0; i < 4; ++i)
        made.append(backUpInto(folder, path, BackupReason::Change, clock));
    done = true;
    writer.join();
    CHECK_FALSE(failure);
    for (const KeptBackup &backup : std::as_const(made)) {
        CHECK(backup.counts());
        CHECK(backup.manifest->sound);
        CHECK(isIntact(backup));
        CHECK(backup.manifest->facts.end.history == backup.manifest->facts.history); // none is missing in between
    }
    CHECK(made.first().manifest->facts.tickets < made.last().manifest->facts.tickets);
}

TEST_CASE("a backup of another medium is encrypted, once, and thinned there too", "[backup][encrypted]")
{
    BackupDesk desk;
    const NewBackupKey key = makeBackupKey(u"春风十里不如你的回音2020"_s);
    const KeptBackup made = desk.backUpNow();
    const QString medium = desk.folder.filePath(u"stick"_s);
    REQUIRE(QDir().mkdir(medium));
    const KeptBackup there = copyToMedium(made, medium, key.key);
    CHECK(there.counts());
    CHECK(there.manifest->encrypted);
    CHECK(there.manifest->facts == made.manifest->facts);
    CHECK(there.manifest->sha256 != made.manifest->sha256);
    CHECK(isIntact(there));
    CHECK(isEncryptedCopy(there.path));
    CHECK(filesIn(medium).size() == 2);
    const QDateTime first = QFileInfo(there.path).lastModified();
    CHECK(copyToMedium(made, medium, key.key).counts());
    CHECK(QFileInfo(there.path).lastModified() == first);
    // What of it can be tried without the passphrase.
    CHECK(drillMedium(medium, *desk.file).isEmpty());
    CHECK(drillMedium(desk.folder.filePath(u"no stick"_s), *desk.file).isEmpty()); // told elsewhere
    flip(there.path);
    CHECK(drillMedium(medium, *desk.file).value(0).contains(u"can't be read as it was written"));
    flip(there.path);
    CHECK(drillMedium(medium, *desk.file).isEmpty());
    // Interrupted before it had its manifest: made anew.
    REQUIRE(QFile::remove(there.path + u".json"));
    CHECK(copyToMedium(made, medium, key.key).counts());
    CHECK(backupsIn(medium, fileKeyOf(*desk.file)).size() == 1);
    // A stick that isn't there is not made a folder of the disk.
    CHECK_THROWS_AS(copyToMedium(made, desk.folder.filePath(u"no stick/backups"_s), key.key), FileError);
    CHECK_FALSE(QFileInfo::exists(desk.folder.filePath(u"no stick"_s)));
    // In one folder with the backups it would be no second medium.
    CHECK_THROWS_AS(copyToMedium(made, desk.backups, key.key), FileError);
    CHECK(filesIn(desk.backups).size() == 2);
    CHECK_THROWS_AS(copyToMedium(there, desk.backups, key.key), FileError); // encrypted once is enough
    // A third person's file of that content is refused as a source.
    KeptBackup altered = made;
    altered.state = KeptBackup::State::Altered;
    CHECK_THROWS_AS(copyToMedium(altered, medium, key.key), FileError);
}

TEST_CASE("a drill restores the backup and compares it", "[backup][drill]")
{
    BackupDesk desk;
    const KeptBackup made = desk.backUpNow();
    const QStringList before = filesIn(desk.backups);
    const DrillReport report = drillBackup(made, *desk.file);
    CHECK(report.findings == QStringList());
    CHECK(report.figuresCompared);
    CHECK(filesIn(desk.backups) == before); // the trial is gone
    CHECK(isIntact(made));
    (void)desk.book->noteDrill(report.name, report.findings);
    CHECK(HistoryRepository(desk.file->database()).latestOf(u"backup"_s, 1).first().action == u"drill_passed");

    SECTION("with a case file that went on, the figures of when it was made are compared")
    {
        (void)desk.accepted();
        const DrillReport later = drillBackup(made, *desk.file);
        CHECK(later.passed());
        CHECK_FALSE(later.figuresCompared);
    }
    SECTION("an altered copy fails")
    {
        flip(made.path);
        CHECK_FALSE(drillBackup(made, *desk.file).passed());
    }
    SECTION("one whose manifest tells other counts fails")
    {
        KeptBackup other = made;
        other.manifest->facts.tickets += 1;
        QFile slip(made.path + u".json");
        REQUIRE(slip.open(QIODevice::WriteOnly));
        REQUIRE(slip.write(other.manifest->toJson()) > 0);
        slip.close();
        CHECK_FALSE(drillBackup(other, *desk.file).passed());
    }
    SECTION("one whose figures are others fails")
    {
        KeptBackup other = made;
        other.manifest->figures = QByteArray(32, 'x');
        const DrillReport failed = drillBackup(other, *desk.file);
        REQUIRE(failed.findings.size() == 1);
        CHECK(failed.findings.first().contains(u"2020-01"));
        (void)desk.book->noteDrill(failed.name, failed.findings);
        CHECK(HistoryRepository(desk.file->database()).latestOf(u"backup"_s, 1).first().action == u"drill_failed");
    }
    CHECK(filesIn(desk.backups) == before);
}

TEST_CASE("a backup that was stopped leaves nothing", "[backup]")
{
    BackupDesk desk;
    class Stopped final : public Progress
    {
    public:
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    CHECK_THROWS_AS(backUpInto(desk.backups, desk.path(), BackupReason::Change, desk.clock, Stopped()), StorageError);
    CHECK(filesIn(desk.backups).isEmpty());
    // What a killed program left is tidied up later, not at once: another may be at work.
    const QString left = desk.backups + u"/office-000009-20200101-000000.huiyin.partial-0123";
    const QString own = desk.backups + u"/report.huiyin.partial-0123";
    for (const QString &path : {left, own}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write("x") == 1);
    }
    (void)desk.backUpNow();
    CHECK(QFileInfo::exists(left));
    const QString unnamed = desk.backups + u"/office-000009-20200101-000000.huiyin.enc.aB3dEf";
    const QString trial = desk.backups + u"/.drill-aB3dEf/drill.huiyin.partial-0123";
    REQUIRE(QDir(desk.backups).mkdir(u".drill-aB3dEf"_s));
    for (const QString &path : {unnamed, trial}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write("x") == 1);
    }
    for (const QString &path : {left, own, unnamed, trial}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7200), QFileDevice::FileModificationTime));
    }
    (void)desk.backUpNow();
    CHECK_FALSE(QFileInfo::exists(left));
    CHECK_FALSE(QFileInfo::exists(unnamed));
    CHECK(QFileInfo::exists(trial)); // another may be at it: its folder is of now
    CHECK(QFileInfo::exists(own));   // not ours
    std::filesystem::last_write_time(QFileInfo(trial).absolutePath().toStdString(),
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
    (void)desk.backUpNow();
    CHECK_FALSE(QFileInfo::exists(QFileInfo(trial).absolutePath()));
}

#ifdef Q_OS_UNIX
TEST_CASE("a program that is killed while it makes a backup leaves nothing that is taken for one", "[backup][killed]")
{
    GeneratedOffice office({.tickets = 3000});
    office.file.reset();
    const QString folder = office.folder.filePath(u"备份"_s);
    const QString path = office.path();
    const auto makeOne = [&folder, &path] {
        try {
            (void)backUpInto(folder, path, BackupReason::Change, SystemClock());
            return 0;
        } catch (...) {
            return 1;
        }
    };
    QElapsedTimer timer;
    timer.start();
    REQUIRE(statusOf(inProcess(makeOne)) == 0);
    const qint64 whole = timer.elapsed();
    int killed = 0;
    constexpr int rounds = 40;
    for (int round = 0; round < rounds; ++round) {
        const pid_t child = inProcess(makeOne);
        QThread::usleep(static_cast<unsigned long>(whole * 1000 * round / rounds));
        ::kill(child, SIGKILL);
        const int status = statusOf(child);
        killed += WIFSIGNALED(status) ? 1 : 0;
        const QList<KeptBackup> there = backupsIn(folder);
        for (const KeptBackup &backup : there) {
            CHECK(backup.counts());
            CHECK(isIntact(backup));
        }
        // A reader that was killed has lost nothing of the office.
        CaseFile file(path, CaseFile::Mode::Read);
        CHECK(factsOf(file).tickets == 3000);
    }
    CHECK(killed > rounds / 2);
    CHECK(makeOne() == 0);
}

TEST_CASE("a full disk leaves no backup and no other file", "[backup][full]")
{
    GeneratedOffice office({.tickets = 3000});
    office.file.reset();
    const QString folder = office.folder.filePath(u"备份"_s);
    const QString path = office.path();
    const qint64 size = QFileInfo(path).size();
    for (int part = 1; part < 10; part += 2) {
        const pid_t child = inProcess([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const auto most = static_cast<rlim_t>(size * part / 10);
            const rlimit limit{most, most};
            if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
                return 2;
            try {
                (void)backUpInto(folder, path, BackupReason::Change, SystemClock());
                return 3;
            } catch (const StorageError &) {
                return 0;
            } catch (const FileError &) {
                return 0;
            }
        });
        const int status = statusOf(child);
        INFO(part);
        REQUIRE(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
        CHECK(filesIn(folder).isEmpty());
    }
    CHECK(backUpInto(folder, path, BackupReason::Change, SystemClock()).counts());
}
#endif

TEST_CASE("backups are looked for where they were made in the other language", "[backup]")
{
    const QTemporaryDir folder;
    const QString caseFile = folder.filePath(u"office.huiyin"_s);
    CHECK(QFileInfo(defaultBackupFolder(caseFile)).fileName() == u"Backups"); // the tests speak English
    REQUIRE(QDir(folder.path()).mkdir(u"备份"_s));
    CHECK(QFileInfo(defaultBackupFolder(caseFile)).fileName() == u"备份");
    REQUIRE(QDir(folder.path()).mkdir(u"Backups"_s));
    CHECK(QFileInfo(defaultBackupFolder(caseFile)).fileName() == u"Backups");
}
