// SPDX-License-Identifier: GPL-3.0-or-later
// A file of every version that there was is brought up to date, and the program ends at any statement of it, or the disk
// is full: the file is at its old version or at the new one, with all that it held, and a copy of the old one is kept.
#include "domain/Progress.h"
#include "fault/Child.h"
#include "fault/LongShare.h"
#include "fault/OldFile.h"
#include "fault/Shim.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/StorageError.h"
#include "support/Print.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

struct Ends
{
    int runs = 0;
    int atOld = 0;
    int atNew = 0;
    int told = 0; // of a full disk: that it could not be
};

void count(Ends &ends, const OldFileState &state, int version)
{
    INFO(state.faults.toStdString());
    REQUIRE(state.faults.isEmpty());
    ++ends.runs;
    ++(state.version == version ? ends.atOld : ends.atNew);
}

// The program is killed before, or after, the n-th statement; true: it had that many.
bool isKilledAt(const QString &path, int nth, bool isAfter)
{
    Child child([&](const Child::Tell &tell) {
        int statement = 0;
        const auto kill = [&statement, nth](const QString &) {
            if (++statement == nth)
                (void)::kill(getpid(), SIGKILL);
        };
        if (isAfter)
            Database::setAfterwards(kill);
        else
            Database::setObserver(kill);
        {
            const CaseFile file(path, CaseFile::Mode::Write);
        }
        tell(u"done"_s);
    });
    const QStringList told = child.finish();
    REQUIRE((child.wasKilled() || told == QStringList{u"done"_s}));
    return child.wasKilled();
}

Ends killAtStatements(int version, int stride)
{
    Ends ends;
    QTemporaryDir origin;
    const QString old = origin.filePath(u"old.huiyin"_s);
    makeOldFile(old, version);
    for (const bool isAfter : {false, true}) {
        for (int nth = 1;; nth += stride) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(u"old.huiyin"_s);
            REQUIRE(QFile::copy(old, path));
            INFO("version " << version << (isAfter ? ", after" : ", before") << " statement " << nth);
            const bool wasKilled = isKilledAt(path, nth, isAfter);
            count(ends, examineOldFile(path, version, !wasKilled), version);
            if (!wasKilled)
                break;
        }
    }
    return ends;
}

// From the n-th write on there is no room any more.
Ends fillAtWrites(int version, int stride)
{
    Ends ends;
    QTemporaryDir origin;
    const QString old = origin.filePath(u"old.huiyin"_s);
    makeOldFile(old, version);
    for (int nth = 1;; nth += stride) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"old.huiyin"_s);
        REQUIRE(QFile::copy(old, path));
        INFO("version " << version << ", full from write " << nth);
        Child child([&](const Child::Tell &tell) {
            fault_watch(folder.path().toUtf8().constData());
            FaultPlan plan{.nth = nth, .error = ENOSPC, .sticks = true};
            (void)std::snprintf(plan.operations, sizeof plan.operations, "%s", "w");
            fault_arm(&plan);
            const auto open = [&path]() -> QString {
                try {
                    const CaseFile file(path, CaseFile::Mode::Write);
                    return u"done"_s;
                } catch (const StorageError &error) {
                    return error.message();
                }
            };
            const QString first = open();
            const int hits = fault_disarm(nullptr);
            tell(first);
            tell(QString::number(hits));
            tell(open()); // there is room again
        });
        const QStringList told = child.finish();
        INFO(told.join(u'\n').toStdString());
        REQUIRE(child.hasEndedWell());
        if (told.value(0) != u"done") {
            ++ends.told;
            CHECK(told.value(0).size() > 20); // a sentence
            CHECK_FALSE(told.value(0).contains(u"SQLite"));
        }
        CHECK(told.value(2) == u"done");
        count(ends, examineOldFile(path, version, true), version);
        if (told.value(1) == u"0")
            break;
    }
    return ends;
}

} // namespace

TEST_CASE("an older file whose bringing up to date is killed is at its old version or at the new one", "[migration]")
{
    const Ends ends = killAtStatements(3, 17);
    CHECK(ends.atOld > 3);
    CHECK(ends.atNew > 1);
    const Ends full = fillAtWrites(3, 40);
    CHECK(full.runs > 2);
    CHECK(full.told > 0);
}

TEST_CASE("every version is brought up to date whole or not at all, wherever the program is killed or the disk is full",
          "[.long][migration-long]")
{
    QElapsedTimer watch;
    watch.start();
    Ends killed;
    Ends full;
    const auto add = [](Ends &sum, const Ends &ends) {
        sum.runs += ends.runs;
        sum.atOld += ends.atOld;
        sum.atNew += ends.atNew;
        sum.told += ends.told;
    };
    const int versions = Schema::shipped().version() - 1;
    for (int version = 1; version <= versions; ++version) {
        add(killed, killAtStatements(version, strideOf(1)));
        add(full, fillAtWrites(version, strideOf(1)));
    }
    WARN(versions << " versions: " << killed.runs << " kills, " << killed.atOld << " left at the old version, "
                  << killed.atNew << " at the new; " << full.runs << " full disks; " << watch.elapsed() << " ms");
    CHECK(killed.atOld > versions);
    CHECK(killed.atNew > versions);
    CHECK(full.told >= versions);
}
