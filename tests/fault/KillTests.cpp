// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed at any moment: every ticket whose number was told is there, once, and the records hold together.
#include "fault/Child.h"
#include "fault/LongShare.h"
#include "fault/OfficeWork.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "support/Print.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <catch2/catch.hpp>

#include <poll.h>
#include <unistd.h>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

struct Loop
{
    int rounds = 0;
    qint64 tickets = 0; // acknowledged
    qint64 unacknowledged = 0;
};

Loop killAgainAndAgain(int rounds, quint32 seed)
{
    const StartingPoint start;
    const QTemporaryDir folder;
    const QString path = start.copyTo(folder.path());
    QRandomGenerator random(seed);
    Loop loop;
    qint64 before = 5;
    QElapsedTimer watch;
    watch.start();
    for (int round = 0; round < rounds; ++round) {
        Child child([&](const Child::Tell &tell) {
            OpenOffice office(path);
            office.clock.advance(round);
            tell(u"open"_s);
            for (int i = 0;; ++i) {
                const auto saved = office.book->accept(waterMatter(office, i));
                if (!saved)
                    throw std::runtime_error(saved.error().reason.toStdString());
                tell(saved->number);
                office.clock.advance(1);
            }
        });
        pollfd begun{.fd = child.output(), .events = POLLIN, .revents = 0};
        REQUIRE(poll(&begun, 1, 30'000) == 1);
        (void)usleep(random.bounded(40'000U)); // µs
        child.kill();
        const QStringList told = child.finish();
        REQUIRE(child.wasKilled());

        INFO("round " << round);
        CaseFile file(path, CaseFile::Mode::Write);
        Database &database = file.database();
        for (qsizetype i = 1; i < told.size(); ++i) {
            INFO(told[i].toStdString());
            REQUIRE(database.value<qint64>(
                        u"SELECT count(*) FROM ticket JOIN ticket_text ON ticket.id = ticket_text.ticket "
                        "WHERE number = ? AND state = 'accepted'"_s,
                        told[i])
                    == 1);
        }
        const qint64 acknowledged = qMax<qint64>(0, told.size() - 1);
        const qint64 now = database.value<qint64>(u"SELECT count(*) FROM ticket"_s).value_or(0);
        // One more may have been saved that there was no time to tell of.
        REQUIRE(now >= before + acknowledged);
        REQUIRE(now <= before + acknowledged + 1);
        loop.unacknowledged += now - before - acknowledged;
        loop.tickets += acknowledged;
        before = now;
        ++loop.rounds;
        if (round % 20 == 19 || round == rounds - 1) {
            Progress quiet;
            REQUIRE(checkFile(file, quiet).isEmpty());
        }
    }
    WARN(loop.rounds << " rounds, " << loop.tickets << " tickets acknowledged, " << loop.unacknowledged
                     << " more in the file, " << watch.elapsed() << " ms");
    return loop;
}

} // namespace

TEST_CASE("a program that is killed again and again loses no ticket that it told of", "[kill]")
{
    const Loop loop = killAgainAndAgain(200, 1);
    CHECK(loop.rounds == 200);
    CHECK(loop.tickets > 100);
}

TEST_CASE("a program that is killed thousands of times loses no ticket that it told of", "[.long][kill-long]")
{
    const int rounds = shareOf(5'000);
    CHECK(killAgainAndAgain(rounds, 2).rounds == rounds);
}
