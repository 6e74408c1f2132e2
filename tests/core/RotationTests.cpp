// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups are kept, whatever the clock did.
#include "backup/Rotation.h"
#include "support/Office.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;

namespace {

// Backups on `days` days from a first one on, so many a day every half hour from nine.
QList<RotatedBackup> madeOn(const char *first, int days, int aDay)
{
    QList<RotatedBackup> all;
    const QDateTime start = at(first);
    qint64 number = 0;
    for (int day = 0; day < days; ++day) {
        for (int i = 0; i < aDay; ++i)
            all.append({.number = ++number, .made = start.addDays(day).addSecs(qint64{1800} * i)});
    }
    return all;
}

QList<RotatedBackup> keptOf(const QList<RotatedBackup> &all, const RotationRule &rule = {})
{
    const QList<qint64> gone = superfluousBackups(all, rule);
    QList<RotatedBackup> kept;
    for (const RotatedBackup &backup : all) {
        if (!gone.contains(backup.number))
            kept.append(backup);
    }
    return kept;
}

QList<qint64> numbers(qint64 from, qint64 to)
{
    QList<qint64> list;
    for (qint64 number = from; number <= to; ++number)
        list.append(number);
    return list;
}

// By dates alone, so that the table shows them.
constexpr RotationRule byDate{.newest = 0};

} // namespace

TEST_CASE("of backups all of two days stay, then one a day, a week and a month", "[backup][rotation]")
{
    CHECK(superfluousBackups({}).isEmpty());
    // One a day for 300 days: 12 daily; 10 weekly and 9 monthly that reach beyond them.
    const auto kept = keptOf(madeOn("2026-01-01 09:00", 300, 1), byDate);
    const QDateTime last = at("2026-01-01 09:00").addDays(299);
    QList<qint64> ages;
    for (const RotatedBackup &backup : kept)
        ages.prepend(backup.made.daysTo(last));
    CHECK(ages.first(12) == numbers(0, 11));
    CHECK(ages.last() > 7 * 30);
    CHECK(ages.last() < 9 * 31);
    CHECK(kept.size() >= 12 + 8 + 6);
    CHECK(kept.size() <= 12 + 10 + 9);

    // Sixteen a day: all of today and yesterday, then the last of each day.
    const auto dense = keptOf(madeOn("2026-03-02 09:00", 5, 16), byDate);
    CHECK(std::ranges::count_if(dense, [](const RotatedBackup &one) { return one.number > 48; }) == 32);
    QList<qint64> older;
    for (const RotatedBackup &one : dense) {
        if (one.number <= 48)
            older.append(one.number);
    }
    CHECK(older == QList<qint64>{16, 32, 48});
}

TEST_CASE("a clock that jumps thins nothing of the last days", "[backup][rotation]")
{
    struct Case
    {
        const char *what;
        int jumpedFrom; // number of the first with the wrong time
        int jumpedTo;   // and of the last
        const char *wrong;
    };
    const Case cases[] = {{"a day in the year 2036", 50, 50, "2036-01-01 09:00"},
                          {"the last one in the year 2036", 64, 64, "2036-01-01 09:00"},
                          {"an empty battery", 55, 58, "2000-01-01 08:00"},
                          {"the last day with an empty battery", 49, 64, "2000-01-01 08:00"},
                          {"an hour back", 33, 40, "2026-03-04 08:00"},
                          {"the first ones in 1970", 1, 3, "1970-01-01 08:00"}};
    for (const Case &one : cases) {
        INFO(one.what);
        QList<RotatedBackup> all = madeOn("2026-03-02 09:00", 4, 16); // 1 … 64
        for (RotatedBackup &backup : all) {
            if (backup.number >= one.jumpedFrom && backup.number <= one.jumpedTo)
                backup.made = at(one.wrong).addSecs(backup.number);
        }
        const QList<qint64> gone = superfluousBackups(all);
        for (const qint64 number : numbers(33, 64)) // the last two days by their numbers
            CHECK_FALSE(gone.contains(number));
        // Of the days before, one each at least.
        CHECK_FALSE(std::ranges::all_of(numbers(1, 16), [&gone](qint64 n) { return gone.contains(n); }));
        CHECK_FALSE(std::ranges::all_of(numbers(17, 32), [&gone](qint64 n) { return gone.contains(n); }));
    }
}

TEST_CASE("a clock that is wrong every morning fills no disk", "[backup][rotation]")
{
    // The battery is empty: each day begins in 2000 until somebody sets the clock.
    QList<RotatedBackup> all = madeOn("2026-01-01 09:00", 120, 8);
    for (RotatedBackup &backup : all) {
        if (backup.number % 8 == 1)
            backup.made = at("2000-01-01 08:05");
    }
    CHECK(keptOf(all).size() <= 32 + 12 + 10 + 9);
    CHECK(keptOf(all).size() >= 32 + 12);
}

TEST_CASE("the last three verified backups stay, and those before an import for 90 days", "[backup][rotation]")
{
    constexpr RotationRule nothing{.days = 0, .daily = 0, .weekly = 0, .monthly = 0, .newest = 0};
    QList<RotatedBackup> all = madeOn("2026-01-01 09:00", 10, 1);
    CHECK(superfluousBackups(all, nothing) == numbers(1, 7));
    for (RotatedBackup &backup : all)
        backup.verified = backup.number <= 4;
    CHECK(superfluousBackups(all, nothing) == QList<qint64>{1, 5, 6, 7, 8, 9, 10}); // 2, 3, 4 are the last verified

    all = madeOn("2026-01-01 09:00", 100, 1);
    all[4].guarded = true;  // 95 days before the last
    all[12].guarded = true; // 87
    const QList<qint64> gone = superfluousBackups(all, nothing);
    CHECK(gone.contains(5));
    CHECK_FALSE(gone.contains(13));
    CHECK(gone.size() == 100 - 3 - 1);
}

TEST_CASE("the order of the list doesn't matter to the rotation", "[backup][rotation]")
{
    QList<RotatedBackup> all = madeOn("2026-03-02 09:00", 40, 3);
    const QList<qint64> gone = superfluousBackups(all);
    std::ranges::reverse(all);
    CHECK(superfluousBackups(all) == gone);
    CHECK_FALSE(gone.isEmpty());
}
