// SPDX-License-Identifier: GPL-3.0-or-later
// A backup of a large office while tickets are accepted, and the way back from it: in the time that was promised, and
// to the last byte of what the file told.
#include "backup/BackupFolder.h"
#include "backup/Drill.h"
#include "backup/Restore.h"
#include "exchange/DemoOffice.h"
#include "fault/LongShare.h"
#include "storage/Database.h"
#include "storage/TicketRepository.h"
#include "support/BusyClerk.h"
#include "support/Print.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// On a disk: memory is no measure.
const QString &diskFolder()
{
    static const QString folder = qEnvironmentVariable("HUIYIN_LONG_FOLDER", u"/var/tmp"_s) + u"/huiyin-XXXXXX";
    return folder;
}

// Each table with each row in it.
QMap<QString, QByteArray> dumpOf(const QString &path)
{
    CaseFile file(path, CaseFile::Mode::Read);
    Database &database = file.database();
    QMap<QString, QByteArray> dump;
    const auto text = [](const Row &row) { return row.get<QString>(0); };
    const QStringList tables = database.all(
        u"SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"_s,
        text);
    for (const QString &table : tables) {
        const QStringList columns =
            database.all(u"SELECT 'quote(\"' || name || '\")' FROM pragma_table_info(?) ORDER BY cid"_s, text, table);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        database.each(u"SELECT "_s + columns.join(u"||','||"_s) + u" FROM \""_s + table + u"\" ORDER BY 1"_s,
                      [&hash](const Row &row) { hash.addData(QByteArray(row.get<QString>(0).toUtf8() + '\n')); });
        dump.insert(table, hash.result());
    }
    return dump;
}

} // namespace

TEST_CASE("a large office is backed up while its clerks work, and comes back as it was", "[.long][backup-long]")
{
    const QTemporaryDir folder(diskFolder());
    const QString path = folder.filePath(u"office.huiyin"_s);
    const QString backups = folder.filePath(u"backups"_s);
    const int tickets = shareOf(100'000);
    const SystemClock clock;
    Progress quiet;
    generateCaseFile(path, {.tickets = tickets}, clock, quiet);

    double calm = 0; // ms
    double longest = 0;
    qint64 took = 0;
    int meanwhile = 0;
    {
        BusyClerk clerk(path);
        calm = clerk.longestInCalm();
        const int before = clerk.accepted();
        QElapsedTimer watch;
        watch.start();
        REQUIRE(backUpInto(backups, path, BackupReason::Change, clock).counts());
        took = watch.elapsed();
        longest = clerk.longest();
        meanwhile = clerk.accepted() - before;
    }
    // Of what it is now, nobody working.
    const KeptBackup backup = backUpInto(backups, path, BackupReason::Closing, clock);
    REQUIRE(backup.counts());
    {
        CaseFile file(path, CaseFile::Mode::Read);
        const DrillReport report = drillBackup(backup, file);
        INFO(report.findings.join(u' ').toStdString());
        CHECK(report.passed());
    }
    const QString restored = folder.filePath(u"restored.huiyin"_s);
    QElapsedTimer watch;
    watch.start();
    RestoredFile(backup.path, {}, restored).finish();
    const qint64 restoring = watch.elapsed();
    const auto dump = dumpOf(path);
    CHECK(dump.size() > 30);
    CHECK(dumpOf(restored) == dump);
    WARN(tickets << " tickets, " << QFileInfo(path).size() / 1'000'000 << " MB: verified backup " << took << " ms, "
                 << meanwhile << " tickets accepted meanwhile, the longest in " << longest << " ms (without it " << calm
                 << " ms); restored in " << restoring << " ms, " << dump.size() << " tables equal");
    CHECK(took <= 10'000);
    CHECK(longest <= 250);
}

TEST_CASE("a gigabyte is restored within five minutes", "[.long][restore-long]")
{
    const QTemporaryDir folder(diskFolder());
    const QString path = folder.filePath(u"office.huiyin"_s);
    const SystemClock clock;
    Progress quiet;
    generateCaseFile(path, {.tickets = shareOf(50'000)}, clock, quiet);
    const qint64 wanted = qint64{1'000'000} * shareOf(1'000);
    {
        CaseFile file(path, CaseFile::Mode::Write);
        CaseBook book(file, clock, u"话务员01"_s);
        const auto tickets = TicketRepository(file.database()).matching({});
        QRandomGenerator random(1);
        for (qsizetype i = 0; QFileInfo(path).size() < wanted; ++i) {
            QByteArray letter(5'000'000, Qt::Uninitialized);
            random.fillRange(reinterpret_cast<quint32 *>(letter.data()), letter.size() / 4);
            const auto attached =
                book.attach({.ticket = tickets[i % tickets.size()], .name = u"来信%1.dat"_s.arg(i), .content = letter});
            INFO((attached ? QString() : attached.error().reason).toStdString());
            REQUIRE(attached);
            file.takeInLog();
        }
    }
    QElapsedTimer watch;
    watch.start();
    const KeptBackup backup = backUpInto(folder.filePath(u"backups"_s), path, BackupReason::Change, clock);
    const qint64 backingUp = watch.restart();
    const QString restored = folder.filePath(u"restored.huiyin"_s);
    const auto result = restoreBackup({.backup = backup.path, .target = restored}, clock);
    const qint64 restoring = watch.elapsed();
    REQUIRE(result);
    CHECK(result->sound);
    WARN(QFileInfo(path).size() / 1'000'000 << " MB: backup " << backingUp << " ms, restored in " << restoring
                                            << " ms");
    CHECK(restoring <= 300'000);
}
