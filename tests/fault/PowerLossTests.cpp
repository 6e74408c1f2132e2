// SPDX-License-Identifier: GPL-3.0-or-later
// The current goes at any moment: of what was written and not yet made safe, the disk keeps any part, torn or not. The
// file opens, is sound, and holds every ticket that was told of; and so it is when the current goes again while the
// program makes good what the first time has left.
#include "fault/Child.h"
#include "fault/LongShare.h"
#include "fault/OfficeDay.h"
#include "fault/Shim.h"
#include "storage/Database.h"
#include "storage/StorageError.h"
#include "support/Print.h"

#include <QElapsedTimer>
#include <QFile>

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <unistd.h>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// A day's work, then the current goes off at `states` moments of it. How many were examined.
int loseCurrent(int states, quint32 seed)
{
    const OfficeDay day;
    QRandomGenerator random(seed);
    QElapsedTimer watch;
    watch.start();
    int examined = 0;
    for (; examined < states; ++examined) {
        const auto moment = day.momentOf(random);
        const QTemporaryDir after;
        day.leave(moment, after.path(), random);
        INFO("state " << examined);
        day.examine(moment, after.path());
    }
    WARN(examined << " states of " << day.steps() << " steps in " << day.works() << " works, " << watch.elapsed()
                  << " ms");
    return examined;
}

// What the next start of the program does to the files: each is opened and closed again.
std::vector<Step> stepsOfRecovery(const QString &folder, bool withOld)
{
    const QTemporaryDir beside;
    const QString traced = beside.filePath(u"trace"_s);
    Child child([&](const Child::Tell &tell) {
        fault_watch(folder.toUtf8().constData());
        fault_trace(::open(traced.toUtf8().constData(), O_WRONLY | O_CREAT, 0600));
        if (withOld)
            const CaseFile old(folder + u"/old.huiyin", CaseFile::Mode::Write);
        const CaseFile file(folder + u"/office.huiyin", CaseFile::Mode::Write);
        tell(u"opened"_s);
    });
    REQUIRE(child.finish() == QStringList{u"opened"_s});
    return traceOf(traced);
}

struct Recoveries
{
    int states = 0;
    int cuts = 0;
    size_t most = 0; // steps of one recovery
};

Recoveries loseCurrentAgain(int states, quint32 seed)
{
    constexpr size_t firstSteps = 50;
    const OfficeDay day;
    QRandomGenerator random(seed);
    Recoveries done;
    QElapsedTimer watch;
    watch.start();
    for (; done.states < states; ++done.states) {
        const auto moment = day.momentOf(random);
        const QTemporaryDir first;
        day.leave(moment, first.path(), random);
        Disk disk(first.path());
        const auto steps = stepsOfRecovery(first.path(), moment.underWay == bringingUpToDate());
        done.most = std::max(done.most, steps.size());
        for (size_t cut = 0; cut < std::min(firstSteps, steps.size()); ++cut) {
            disk.apply(steps[cut]);
            const QTemporaryDir second;
            disk.writeTo(second.path(), random);
            INFO("state " << done.states << ", again after " << cut + 1 << " of " << steps.size() << " steps");
            day.examine(moment, second.path());
            ++done.cuts;
        }
    }
    WARN(done.states << " states, " << done.cuts << " cuts during their recovery (of at most " << done.most
                     << " steps), " << watch.elapsed() << " ms");
    return done;
}

} // namespace

TEST_CASE("a power cut loses no ticket that was told of, and leaves the file sound", "[power]")
{
    CHECK(loseCurrent(300, 1) == 300);
}

TEST_CASE("a second power cut, while the first is made good, loses nothing either", "[power]")
{
    CHECK(loseCurrentAgain(3, 3).cuts > 3);
}

TEST_CASE("thousands of power cuts lose nothing", "[.long][power-long]")
{
    const int states = shareOf(20'000);
    CHECK(loseCurrent(states, 2) == states);
}

TEST_CASE("a thousand power cuts, each with a second one while it is made good, lose nothing", "[.long][recovery-long]")
{
    const int states = shareOf(1'000);
    CHECK(loseCurrentAgain(states, 4).states == states);
}
