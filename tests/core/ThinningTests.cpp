// SPDX-License-Identifier: GPL-3.0-or-later
// Which files go from a folder of backups, and what is read before.
#include "storage/Backup.h"
#include "support/BackupDesk.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QFile>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

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

TEST_CASE("before a backup goes, the one that stays in its stead is read", "[backup][rotation]")
{
    BackupDesk desk;
    // Two a day on six days; one a day is to stay.
    constexpr RotationRule daily{.days = 0, .daily = 20, .weekly = 0, .monthly = 0, .newest = 0};
    for (int i = 0; i < 12; ++i) {
        desk.clock.advance(i % 2 == 0 ? 86400 - 3600 : 3600);
        (void)desk.accepted();
        (void)desk.backUpNow();
    }
    const auto left = [&desk] {
        QList<qint64> numbers;
        for (const KeptBackup &backup : desk.kept())
            numbers.prepend(backup.number);
        return numbers;
    };
    REQUIRE(left().size() == 12);
    const auto oldest = desk.kept().at(10); // 2: the later one of the first day
    REQUIRE(oldest.number == 2);
    flip(oldest.path);
    CHECK(thinOut(desk.backups, fileKeyOf(*desk.file), daily) == 4);
    // 1 is what is left of that day; 11 is one of the last three.
    CHECK(left() == QList<qint64>{1, 2, 4, 6, 8, 10, 11, 12});
}

TEST_CASE("a restored copy beside the office's file takes no backup of that away", "[backup][rotation]")
{
    BackupDesk desk;
    constexpr RotationRule three{.days = 0, .daily = 0, .weekly = 0, .monthly = 0, .newest = 0};
    (void)desk.backUpNow();
    const QString trial = desk.folder.filePath(u"trial.huiyin"_s);
    Progress quiet;
    REQUIRE(backUp(desk.path(), trial, false, quiet));
    for (int i = 0; i < 6; ++i) {
        desk.clock.advance(86400);
        (void)backUpInto(desk.backups, trial, BackupReason::Change, desk.clock);
    }
    CHECK(thinOut(desk.backups, fileKeyOf(*desk.file), three) == 3);
    CHECK(desk.kept().last().number == 1);
    CHECK(desk.kept().last().path.contains(u"/office-"));
}
