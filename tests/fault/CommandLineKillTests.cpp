// SPDX-License-Identifier: GPL-3.0-or-later
// huiyin-cli is killed at any moment of an import: the table is in the file whole or not at all, and what it reported
// done is there.
#include "domain/Progress.h"
#include "fault/LongShare.h"
#include "fault/OfficeWork.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "support/CommandLine.h"
#include "support/Print.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <catch2/catch.hpp>

#include <unistd.h>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowsOfTable = 20;

void writeTable(const QString &path, int round)
{
    QByteArray table = "number,received_at,channel,title,content\r\n";
    for (int i = 0; i < rowsOfTable; ++i) {
        table += "K" + QByteArray::number(round) + "-" + QByteArray::number(i) + ",2020-02-09 10:00,12345热线,路灯不亮,"
                 + QByteArray("反映人来电，路灯不亮。").repeated(10) + "\r\n";
    }
    write(path, table);
}

struct Loop
{
    int killed = 0;
    int finished = 0;
    int stored = 0; // of those that were killed, the table was in all the same
};

Loop killAgainAndAgain(int rounds, quint32 seed)
{
    const StartingPoint start;
    const QTemporaryDir folder;
    const QString path = start.copyTo(folder.path());
    const QString table = folder.filePath(u"table.csv"_s);
    QRandomGenerator random(seed);
    Loop loop;
    QElapsedTimer watch;
    watch.start();
    qint64 usual = 100'000; // µs that one import takes
    qint64 before = 0;
    for (int round = 0; round < rounds; ++round) {
        writeTable(table, round);
        QProcess process;
        process.setProcessEnvironment(plainEnvironment());
        QElapsedTimer one;
        one.start();
        process.start(QStringLiteral(HUIYIN_CLI), {u"import"_s, path, table});
        REQUIRE(process.waitForStarted());
        if (round > 0) { // the first tells how long it takes
            (void)usleep(random.bounded(static_cast<quint32>(usual + usual / 4)));
            process.kill();
        }
        REQUIRE(process.waitForFinished(60'000));
        const bool isDone = process.exitStatus() == QProcess::NormalExit;
        if (isDone) // however busy the computer is just then
            usual = one.nsecsElapsed() / 1'000;
        INFO("round " << round << ": " << process.readAllStandardError().toStdString());
        REQUIRE((!isDone || process.exitCode() == 0));
        CaseFile file(path, CaseFile::Mode::Write);
        const qint64 now =
            file.database().value<qint64>(u"SELECT count(*) FROM ticket WHERE number LIKE 'K%'"_s).value_or(0);
        REQUIRE((now == before + rowsOfTable || (now == before && !isDone)));
        loop.stored += !isDone && now > before ? 1 : 0;
        ++(isDone ? loop.finished : loop.killed);
        before = now;
        if (round % 50 == 49 || round == rounds - 1) {
            Progress quiet;
            REQUIRE(checkFile(file, quiet).isEmpty());
        }
    }
    WARN(rounds << " rounds, " << loop.killed << " killed (" << loop.stored << " of them had stored the table), "
                << loop.finished << " finished first, " << before << " tickets, " << watch.elapsed() << " ms");
    return loop;
}

} // namespace

TEST_CASE("a command line that is killed again and again stores a table whole or not at all", "[kill]")
{
    CHECK(killAgainAndAgain(20, 1).killed > 5);
}

TEST_CASE("a command line that is killed thousands of times stores a table whole or not at all",
          "[.long][cli-kill-long]")
{
    const int rounds = shareOf(5'000);
    CHECK(killAgainAndAgain(rounds, 2).killed > rounds / 4);
}
