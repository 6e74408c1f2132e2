// SPDX-License-Identifier: GPL-3.0-or-later
// Verified copies in a folder of their own, made while the office works.
#include "backup/BackupFolder.h"
#include "backup/Drill.h"
#include "backup/EncryptedCopy.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "support/GeneratedOffice.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QThread>

#include <atomic>
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

class BackupDesk : public HandlingOffice
{
public:
    BackupDesk() { (void)dispatched(); }

    KeptBackup backUpNow(BackupReason reason = BackupReason::Change)
    {
        return backUpInto(backups, path(), reason, clock);
    }
    [[nodiscard]] QList<KeptBackup> kept() const { return backupsIn(backups, fileKeyOf(*file)); }

    QString backups = folder.filePath(u"备份"_s);
};

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void flip(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(file.size() / 2));
    const QByteArray byte = file.read(1);
    REQUIRE(file.seek(file.size() / 2));
    REQUIRE(file.write(QByteArray(1, static_cast<char>(byte[0] ^ 1))) == 1);
}

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

TEST_CASE("backups are thinned out, and only ours are touched", "[backup][rotation]")
{
    BackupDesk desk;
    constexpr RotationRule three{.days = 0, .daily = 0, .weekly = 0, .monthly = 0, .newest = 0};
    for (int i = 0; i < 6; ++i) {
        desk.clock.advance(86400);
        (void)desk.accepted();
        (void)desk.backUpNow(i == 0 ? BackupReason::BeforeImport : BackupReason::Change);
    }
    const QString key = fileKeyOf(*desk.file);
    const QString stranger = desk.backups + u"/office-000002-20200101-000000.huiyin";
    REQUIRE(QFile::copy(desk.path(), stranger)); // a name like ours, without a manifest
    REQUIRE(QFile::copy(desk.path(), desk.backups + u"/my own copy.huiyin"));
    SECTION("the last three stay, and the one before the import")
    {
        CHECK(thinOut(desk.backups, key, three) == 2);
        QList<qint64> left;
        for (const KeptBackup &backup : desk.kept())
            left.append(backup.number);
        CHECK(left == QList<qint64>{6, 5, 4, 1});
        CHECK(QFileInfo::exists(stranger));
        CHECK(QFileInfo::exists(desk.backups + u"/my own copy.huiyin"));
        CHECK(thinOut(desk.backups, key, three) == 0);
    }
    SECTION("a damaged one protects nothing, and is not taken away")
    {
        flip(desk.kept().first().path); // 6
        CHECK(thinOut(desk.backups, key, three) == 1);
        QList<qint64> left;
        for (const KeptBackup &backup : desk.kept())
            left.append(backup.number);
        CHECK(left == QList<qint64>{6, 5, 4, 3, 1});
    }
    SECTION("one that somebody has opened as a case file is left alone")
    {
        const QString opened = desk.kept().at(3).path; // 3, which would go
        const CaseFile file(opened, CaseFile::Mode::Write);
        CHECK_FALSE(isIntact(desk.kept().at(3)));
        CHECK(thinOut(desk.backups, key, three) == 1);
        CHECK(QFileInfo::exists(opened));
    }
    SECTION("of another office nothing goes")
    {
        CHECK(thinOut(desk.backups, u"another"_s, three) == 0);
    }
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
    // Interrupted before it had its manifest: made anew.
    REQUIRE(QFile::remove(there.path + u".json"));
    CHECK(copyToMedium(made, medium, key.key).counts());
    CHECK(backupsIn(medium, fileKeyOf(*desk.file)).size() == 1);
    // A stick that isn't there is not made a folder of the disk.
    CHECK_THROWS_AS(copyToMedium(made, desk.folder.filePath(u"no stick/backups"_s), key.key), FileError);
    CHECK_FALSE(QFileInfo::exists(desk.folder.filePath(u"no stick"_s)));
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
    for (const QString &path : {left, own}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7200), QFileDevice::FileModificationTime));
    }
    (void)desk.backUpNow();
    CHECK_FALSE(QFileInfo::exists(left));
    CHECK(QFileInfo::exists(own)); // not ours
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
