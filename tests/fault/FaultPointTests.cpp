// SPDX-License-Identifier: GPL-3.0-or-later
// Each call that the office's transactions make on their files fails once, or from then on: nothing that was
// acknowledged is lost, nothing is half done, the user is told in a sentence, and the next try works.
#include "backup/BackupFolder.h"
#include "fault/Child.h"
#include "fault/LongShare.h"
#include "fault/OfficeWork.h"
#include "fault/OldFile.h"
#include "fault/Shim.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "support/Print.h"

#include <QDir>

#include <catch2/catch.hpp>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

struct Fault
{
    const char *name;
    int error;
    bool sticks;
    bool isShort = false;
    const char *operations = "";
};

// What a run told, and how the file stands after it.
struct Run
{
    QStringList told;
    int calls = 0;
    bool hasHit = false;
    bool ended = false;
    QString contents;
    QString faults; // "" when the file is sound, and so is each backup that counts
    bool hasTarget = false;
};

QString checked(const QString &path, QString *contents)
{
    try {
        CaseFile file(path, CaseFile::Mode::Write);
        if (contents)
            *contents = contentsOf(file.database());
        Progress quiet;
        const auto findings = checkFile(file, quiet);
        QStringList told;
        for (const CheckFinding &finding : findings)
            told.append(finding.message);
        return told.join(u'\n');
    } catch (const StorageError &error) {
        return QString::fromUtf8(error.what());
    }
}

// The work in a process of its own; the n-th call of it fails.
Run runWith(const StartingPoint &start, const OfficeWork &work, const Fault &fault, int nth)
{
    const QTemporaryDir folder;
    const QString path = start.copyTo(folder.path());
    Child child([&](const Child::Tell &tell) {
        fault_watch(folder.path().toUtf8().constData());
        OpenOffice office(path);
        FaultPlan plan{.nth = nth, .error = fault.error, .sticks = fault.sticks, .isShort = fault.isShort};
        (void)std::snprintf(plan.operations, sizeof plan.operations, "%s", fault.operations);
        const auto attempt = [&](const QString &how) {
            try {
                const auto refused = work.act(office, start);
                tell(how + (refused ? u" refused "_s + *refused : u" done"_s));
            } catch (const StorageError &error) {
                tell(how + (error.kind() == StorageError::Kind::Uncertain ? u" uncertain "_s : u" failed "_s)
                     + error.message());
            } catch (const FileError &error) {
                tell(how + u" failed "_s + error.message());
            }
        };
        fault_arm(&plan);
        attempt(u"first"_s);
        int calls = 0;
        const int hits = fault_disarm(&calls);
        tell(u"calls %1 %2"_s.arg(calls).arg(hits));
        attempt(u"again"_s);
        office.book.reset();
        office.file.reset();
        tell(u"closed"_s);
    });
    Run run;
    run.told = child.finish();
    run.ended = child.hasEndedWell() && run.told.value(3) == u"closed";
    const QStringList counted = run.told.value(1).split(u' ');
    run.calls = counted.value(1).toInt();
    run.hasHit = counted.value(2).toInt() > 0;
    run.faults = checked(path, &run.contents);
    for (const KeptBackup &backup : backupsIn(folder.path())) {
        if (!backup.counts() || !isIntact(backup))
            run.faults += QFileInfo(backup.path).fileName() + u" is no whole backup";
    }
    if (!work.target.isEmpty()) {
        const QString target = folder.filePath(work.target);
        run.hasTarget = QFileInfo::exists(target);
        if (run.hasTarget && QString::fromUtf8(work.name) == bringingUpToDate())
            run.faults += examineOldFile(target, StartingPoint::oldVersion).faults;
        else if (run.hasTarget && QFileInfo(target).isFile())
            run.faults += checked(target, nullptr);
    }
    return run;
}

struct Tally
{
    int runs = 0;
    int failed = 0;
    int savedAllTheSame = 0;
    int uncertain = 0;
};

// A sentence for a clerk: not empty, no code of SQLite or of the system, and an end.
bool isSentence(const QString &text)
{
    return text.size() > 20 && !text.contains(u"SQLite") && !text.contains(u"errno")
           && (text.contains(u'.') || text.contains(u':'));
}

Tally sweep(const StartingPoint &start, const OfficeWork &work, const Fault &fault, int step = 1)
{
    Tally tally;
    const Run whole = runWith(start, work, fault, 0);
    INFO(whole.told.join(u'\n').toStdString());
    INFO(whole.faults.toStdString());
    REQUIRE(whole.ended);
    REQUIRE(whole.calls >= 5);
    REQUIRE(whole.faults.isEmpty());
    REQUIRE(whole.told.value(0) == u"first done");
    // Done once, and done twice.
    const QString twice = whole.contents;
    QString before;
    QString once;
    {
        const QTemporaryDir folder;
        OpenOffice office(start.copyTo(folder.path()));
        before = contentsOf(office.file->database());
        REQUIRE(!work.act(office, start));
        once = contentsOf(office.file->database());
    }
    for (int nth = 1; nth <= 20'000; nth += step) {
        const Run run = runWith(start, work, fault, nth);
        INFO(work.name << ", " << fault.name << " at call " << nth);
        INFO(run.told.join(u'\n').toStdString());
        INFO(run.faults.toStdString());
        REQUIRE(run.ended); // neither crashed nor hung
        CHECK(run.faults.isEmpty());
        ++tally.runs;
        const QString first = run.told.value(0);
        const QString again = run.told.value(2);
        if (first == u"first done") {
            tally.savedAllTheSame += run.hasHit ? 1 : 0;
            CHECK(run.contents == twice);
        } else if (first.startsWith(u"first failed")) {
            ++tally.failed;
            CHECK(run.hasHit);
            CHECK(isSentence(first.sliced(13)));
            CHECK(again == u"again done");
            CHECK(run.contents == once);
        } else {
            ++tally.uncertain;
            CHECK(first.startsWith(u"first uncertain"));
            CHECK((run.contents == once || run.contents == twice));
        }
        if (!run.hasHit)
            break;
    }
    WARN(work.name << ", " << fault.name << ": " << tally.runs << " runs, " << tally.failed << " failed, "
                   << tally.savedAllTheSame << " done all the same, " << tally.uncertain << " uncertain");
    return tally;
}

constexpr Fault inputOutputOnce{"EIO once", EIO, false};
// A lock that is refused for good stands SQLite still for ten seconds.
constexpr const char *allButLocks = "orwtsunfm";
constexpr Fault inputOutputSticks{"EIO from then on", EIO, true, false, allButLocks};
constexpr Fault fullOnce{"ENOSPC once", ENOSPC, false};
constexpr Fault fullSticks{"ENOSPC from then on", ENOSPC, true, false, allButLocks};

} // namespace

TEST_CASE("a ticket is accepted whole or not at all, whichever call of the disk fails", "[fault]")
{
    const StartingPoint start;
    const OfficeWork &accept = officeWork("accept a ticket");
    for (const Fault &fault : {inputOutputOnce, inputOutputSticks, fullOnce, fullSticks})
        CHECK(sweep(start, accept, fault).failed > 3);
}

TEST_CASE("what a drive that had gone has kept of this program's own lock holds nobody up", "[fault]")
{
    const StartingPoint start;
    const Fault kept{"a drive that takes no name away", ENOTCONN, true, false, "u"};
    const Run run = runWith(start, officeWork("bring an older file up to date"), kept, 1);
    INFO(run.told.join(u'\n').toStdString());
    CHECK(run.hasHit);
    CHECK(run.ended);
    CHECK(run.told.value(2) == u"again done");
    CHECK(run.faults.isEmpty());
}

TEST_CASE("a lock without a name in it holds nobody up, unless somebody has it", "[fault]")
{
    const StartingPoint start;
    const QTemporaryDir folder;
    const QString path = start.copyTo(folder.path());
    const QByteArray lock = QFile::encodeName(path + u".lock");
    const int file = ::open(lock.constData(), O_WRONLY | O_CREAT, 0600);
    REQUIRE(file >= 0);
    REQUIRE(flock(file, LOCK_EX | LOCK_NB) == 0);
    try {
        const CaseFile second(path, CaseFile::Mode::Write);
        FAIL("two writers");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::InUse);
    }
    ::close(file); // its program is gone
    CHECK(QFileInfo::exists(path + u".lock"));
    CHECK_NOTHROW(CaseFile(path, CaseFile::Mode::Write));
}

TEST_CASE("every work of the office is done whole or not at all, whichever call of the disk fails",
          "[.long][fault-long]")
{
    const StartingPoint start;
    const Fault faults[] = {inputOutputOnce,
                            inputOutputSticks,
                            fullOnce,
                            fullSticks,
                            {"short writes on a full disk", ENOSPC, true, true, "w"},
                            {"EINTR once", EINTR, false},
                            {"EACCES once", EACCES, false},
                            {"a drive that has gone", ENOTCONN, true, false, allButLocks}};
    for (const OfficeWork &work : officeWorks()) {
        DYNAMIC_SECTION(work.name)
        {
            for (const Fault &fault : faults)
                sweep(start, work, fault, strideOf(1));
        }
    }
}
