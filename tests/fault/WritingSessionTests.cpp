// SPDX-License-Identifier: GPL-3.0-or-later
// The window's own writing thread is killed at any moment: every ticket that the window was told of is there.
#include "domain/Progress.h"
#include "fault/LongShare.h"
#include "shell/CaseSession.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "support/Office.h"
#include "support/Patience.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QRandomGenerator>

#include <catch2/catch.hpp>

#include <cstdio>

#include <unistd.h>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char fileVariable[] = "HUIYIN_CLERKS_OFFICE";

void say(const QString &line)
{
    (void)std::printf("%s;\n", qUtf8Printable(line));
    (void)std::fflush(stdout);
}

// Gives the next command when the last one is done.
void acceptForEver(CaseSession &session, QObject &receiver, ChannelId phone)
{
    session.command(
        &receiver,
        [phone](CaseBook &book) {
            return book.accept({.channel = phone, .title = u"停水"_s, .content = u"家中停水已有两天。"_s.repeated(20)});
        },
        [&session, &receiver, phone](const SavedTicket &ticket) {
            say(ticket.number);
            acceptForEver(session, receiver, phone);
        },
        [](const Refusal &refusal) { qFatal("%s", qUtf8Printable(refusal.reason)); });
}

QStringList toldBy(const QByteArray &output)
{
    QStringList told;
    const auto lines = QString::fromUtf8(output).split(u'\n');
    for (const QString &line : lines) {
        if (line.endsWith(u';')) // a line that was cut off was not told
            told.append(line.chopped(1));
    }
    return told;
}

int killAgainAndAgain(int rounds, quint32 seed)
{
    TestOffice office;
    office.close();
    QRandomGenerator random(seed);
    QElapsedTimer watch;
    watch.start();
    qint64 before = 0;
    qint64 acknowledged = 0;
    int done = 0;
    for (; done < rounds; ++done) {
        QProcess clerk;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(fileVariable), office.path());
        clerk.setProcessEnvironment(environment);
        clerk.start(QCoreApplication::applicationFilePath(), {u"[.clerk]"_s});
        REQUIRE(clerk.waitForStarted());
        QByteArray output;
        // Every second time not before he has told of a ticket.
        while (toldBy(output).size() < 1 + done % 2 && clerk.waitForReadyRead(patience))
            output += clerk.readAllStandardOutput();
        (void)usleep(random.bounded(150'000U)); // µs
        clerk.kill();
        REQUIRE(clerk.waitForFinished(patience));
        REQUIRE(clerk.exitStatus() == QProcess::CrashExit);
        output += clerk.readAllStandardOutput();
        const QStringList told = toldBy(output).sliced(toldBy(output).indexOf(u"open"_s) + 1);
        INFO("round " << done << ": " << told.join(u' ').toStdString());
        office.open();
        Database &database = office.file->database();
        for (const QString &number : told)
            REQUIRE(database.value<qint64>(u"SELECT count(*) FROM ticket WHERE number = ?"_s, number) == 1);
        const qint64 now = database.value<qint64>(u"SELECT count(*) FROM ticket"_s).value_or(0);
        REQUIRE(now >= before + told.size());
        REQUIRE(now <= before + told.size() + 1);
        before = now;
        acknowledged += told.size();
        if (done % 20 == 19 || done == rounds - 1) {
            Progress quiet;
            REQUIRE(checkFile(*office.file, quiet).isEmpty());
        }
        office.close();
    }
    WARN(done << " rounds, " << acknowledged << " tickets acknowledged, " << before - acknowledged
              << " more in the file, " << watch.elapsed() << " ms");
    CHECK(acknowledged >= done / 2);
    return done;
}

} // namespace

// Run by the tests below in a process of its own.
TEST_CASE("a clerk accepts tickets until the program is killed", "[.clerk]")
{
    const QString path = qEnvironmentVariable(fileVariable);
    REQUIRE_FALSE(path.isEmpty());
    const FixedClock clock(at("2020-02-10 09:00"));
    QuietMessages messages;
    QObject receiver;
    CaseSession session(messages, clock);
    QObject::connect(&session, &CaseSession::opened, &receiver, [&] {
        say(u"open"_s);
        acceptForEver(session, receiver, *session.codeTables().channels.first().id);
    });
    session.open(path, CaseFile::Mode::Write);
    QEventLoop().exec();
}

TEST_CASE("a writing thread that is killed again and again loses no ticket that the window was told of", "[kill]")
{
    CHECK(killAgainAndAgain(8, 1) == 8);
}

TEST_CASE("a writing thread that is killed thousands of times loses no ticket that the window was told of",
          "[.long][session-kill-long]")
{
    const int rounds = shareOf(5'000);
    CHECK(killAgainAndAgain(rounds, 2) == rounds);
}
