// SPDX-License-Identifier: GPL-3.0-or-later
// The n-th request for memory is refused while a file is opened and three works are done: what was acknowledged is in
// the file, nothing is half done, and the next try works. Some of Qt's classes end the program when they get no memory;
// then the law is the same as for a kill.
#include "domain/Progress.h"
#include "fault/Child.h"
#include "fault/LongShare.h"
#include "fault/OfficeWork.h"
#include "fault/Shim.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/StorageError.h"
#include "support/Print.h"

#include <QElapsedTimer>

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>

#include <sys/wait.h>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *works[] = {"accept a ticket", "dispatch it", "follow up and close"};
constexpr qsizetype manyWorks = 3;

struct Run
{
    QStringList told{};
    qsizetype acknowledged = 0;
    bool ended = false;
    int signal = 0; // that ended it
    int asked = 0;
    QString contents{};
    QString faults{};
};

// Tells "done", "failed …" or "uncertain …" of each, and once more of what has failed.
void workWithoutMemory(const QString &path, const StartingPoint &start, int nth, const Child::Tell &tell)
{
    std::unique_ptr<OpenOffice> office;
    const auto attempt = [&](const char *name) -> QString {
        try {
            if (!office)
                office = std::make_unique<OpenOffice>(path);
            if (name) {
                if (const auto refused = officeWork(name).act(*office, start))
                    return u"refused "_s + *refused;
            }
            return u"done"_s;
        } catch (const StorageError &error) {
            return (error.kind() == StorageError::Kind::Uncertain ? u"uncertain "_s : u"failed "_s) + error.message();
        } catch (const std::bad_alloc &) {
            return u"failed bad_alloc"_s;
        }
    };
    const auto report = [&tell](const QString &line) {
        memory_hold(1);
        tell(line);
        memory_hold(0);
    };
    const char *failed = nullptr;
    bool hasFailed = false;
    memory_arm(nth);
    QString first = attempt(nullptr); // the opening alone
    if (first != u"done") {
        hasFailed = true;
        report(first);
    }
    for (const char *name : works) {
        const QString line = attempt(name);
        report(line);
        if (line != u"done") {
            hasFailed = true;
            failed = name;
            break;
        }
    }
    tell(u"asked "_s + QString::number(memory_disarm()));
    if (hasFailed) {
        bool isDue = failed == nullptr;
        for (const char *name : works) {
            isDue = isDue || name == failed;
            if (isDue && failed)
                tell(attempt(name));
        }
    }
    office.reset();
    tell(u"closed"_s);
}

Run runWith(const StartingPoint &start, int nth)
{
    const QTemporaryDir folder;
    const QString path = start.copyTo(folder.path());
    Child child([&](const Child::Tell &tell) {
        std::set_terminate([] { std::abort(); }); // without a word
        workWithoutMemory(path, start, nth, tell);
    });
    Run run;
    run.told = child.finish();
    run.ended = child.hasEndedWell() && run.told.contains(u"closed"_s);
    run.signal = WIFSIGNALED(child.status()) ? WTERMSIG(child.status()) : 0;
    run.acknowledged = run.told.count(u"done"_s);
    for (const QString &line : std::as_const(run.told)) {
        if (line.startsWith(u"asked "))
            run.asked = line.sliced(6).toInt();
    }
    try {
        CaseFile file(path, CaseFile::Mode::Write);
        run.contents = contentsOf(file.database());
        Progress quiet;
        for (const CheckFinding &finding : checkFile(file, quiet))
            run.faults += finding.message + u'\n';
    } catch (const StorageError &error) {
        run.faults = QString::fromUtf8(error.what());
    }
    return run;
}

struct Tally
{
    int runs = 0;
    int failed = 0;  // told, and done at the second try
    int unheard = 0; // done all the same
    int held = 0;    // told, and only after a new start: Qt's lock, refused while it is taken, is never given up again
    int ended = 0;   // the program, by abort()
    int crashed = 0; // by another signal
};

Tally sweep(int thorough, int end, int stride)
{
    const StartingPoint start;
    QStringList stands; // after none, one, two and three works
    {
        const QTemporaryDir folder;
        OpenOffice office(start.copyTo(folder.path()));
        stands.append(contentsOf(office.file->database()));
        for (const char *name : works) {
            REQUIRE(!officeWork(name).act(office, start));
            stands.append(contentsOf(office.file->database()));
        }
    }
    const int asked = runWith(start, 0).asked;
    Tally tally;
    QElapsedTimer watch;
    watch.start();
    REQUIRE(asked > 1'000);
    for (int nth = 1; nth <= std::min(asked, end); nth += nth < thorough ? strideOf(1) : strideOf(stride)) {
        const Run run = runWith(start, nth);
        INFO("request " << nth << " of " << asked);
        INFO(run.told.join(u'\n').toStdString());
        INFO(run.faults.toStdString());
        ++tally.runs;
        REQUIRE(run.faults.isEmpty());
        if (run.ended && run.told.filter(u"is held for writing"_s).size() > 0) {
            REQUIRE(run.acknowledged == 0);
            REQUIRE(run.contents == stands.first());
            ++tally.held;
            continue;
        }
        if (run.ended) {
            REQUIRE(run.contents == stands[manyWorks]);
            const bool isTold = run.acknowledged < run.told.size() - 2;
            tally.failed += isTold ? 1 : 0;
            tally.unheard += isTold ? 0 : 1;
            continue;
        }
        REQUIRE(run.signal != 0);
        REQUIRE(run.signal != SIGALRM); // it hung
        ++(run.signal == SIGABRT ? tally.ended : tally.crashed);
        // What was told of is there, and at most one work more.
        const qsizetype stand = stands.indexOf(run.contents);
        REQUIRE(stand >= run.acknowledged);
        REQUIRE(stand <= run.acknowledged + 1);
    }
    WARN(tally.runs << " of " << asked << " requests refused: " << tally.failed << " told and done again, "
                    << tally.held << " done again after a new start, " << tally.unheard << " done all the same, "
                    << tally.ended << " ended the program by abort(), " << tally.crashed << " crashed it, "
                    << watch.elapsed() << " ms");
    return tally;
}

} // namespace

TEST_CASE("a work that gets no memory is done whole or not at all", "[memory]")
{
    const Tally tally = sweep(0, 20'000, 251);
    CHECK(tally.runs > 20);
    CHECK(tally.runs > tally.unheard); // it was refused indeed
}

TEST_CASE("whichever request for memory is refused, no work is half done", "[.long][memory-long]")
{
    const Tally tally = sweep(2'000, 1'000'000, 50);
    CHECK(tally.runs > tally.unheard);
}
