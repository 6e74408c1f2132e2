// SPDX-License-Identifier: GPL-3.0-or-later
// A case file that can't be read in places: what can be is brought over unaltered, and what is missing is told.
#include "exchange/DemoOffice.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/Rescue.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageSize = 4096; // bytes

// Pages become zeros, as after a fault of the medium; never the first, which holds the list of the tables.
int zeroPages(const QString &path, double share, quint32 seed)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    const qint64 pages = file.size() / pageSize;
    const int count = static_cast<int>(static_cast<double>(pages) * share);
    QRandomGenerator random(seed);
    QSet<quint32> lost;
    while (lost.size() < count)
        lost.insert(random.bounded(30U, static_cast<quint32>(pages)));
    for (const quint32 page : std::as_const(lost)) {
        REQUIRE(file.seek(qint64{page} * pageSize));
        REQUIRE(file.write(QByteArray(pageSize, 0)) == pageSize);
    }
    return count;
}

QMap<QString, QString> ticketsOf(Database &database)
{
    QMap<QString, QString> tickets;
    database.each(
        u"SELECT number, received_at, state, title, content, address, requester, phone, answer FROM ticket "
        "JOIN ticket_text ON id = ticket_text.ticket WHERE number IS NOT NULL AND title NOT LIKE '【待核对】%'"_s,
        [&tickets](const Row &row) {
            QStringList values;
            for (int i = 1; i < 9; ++i)
                values.append(row.get<QString>(i));
            tickets.insert(row.get<QString>(0), values.join(u'\n'));
        });
    return tickets;
}

void rescueGenerated(qint64 tickets, double share, quint32 seed, double least, qint64 patience)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.huiyin"_s);
    Progress quiet;
    generateCaseFile(path, {.tickets = tickets, .years = 1}, SystemClock(), quiet);
    QMap<QString, QString> before;
    {
        CaseFile file(path, CaseFile::Mode::Read);
        before = ticketsOf(file.database());
    }
    const int lost = zeroPages(path, share, seed);
    QElapsedTimer watch;
    watch.start();
    const QString target = folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescue(path, target, quiet);
    const qint64 milliseconds = watch.elapsed();
    CaseFile file(target, CaseFile::Mode::Write);
    const auto after = ticketsOf(file.database());
    WARN(lost << " pages lost: " << after.size() << " of " << before.size() << " tickets rescued in " << milliseconds
              << " ms; " << report.missing.size() << " numbers missing, " << report.doubts.size() << " doubts");
    CHECK(report.tickets == after.size());
    CHECK(static_cast<double>(after.size()) >= least * static_cast<double>(before.size()));
    for (auto ticket = after.cbegin(); ticket != after.cend(); ++ticket)
        REQUIRE(before.value(ticket.key()) == *ticket); // none is altered
    const QSet<QString> missing(report.missing.cbegin(), report.missing.cend());
    for (auto ticket = before.cbegin(); ticket != before.cend(); ++ticket) {
        INFO(ticket.key().toStdString());
        // Who is not there is on one of the two lists.
        REQUIRE(
            (after.contains(ticket.key()) || missing.contains(ticket.key())
             || std::ranges::any_of(report.doubts, [&](const auto &doubt) { return doubt.object == ticket.key(); })));
    }
    CHECK(milliseconds < patience);
}

} // namespace

TEST_CASE("a sound file is rescued whole, with its history", "[rescue]")
{
    HandlingOffice office;
    office.replied();
    office.accepted();
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    office.close();
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    const RescueReport report = rescue(office.path(), target, quiet);
    INFO(report.text().toStdString());
    CHECK(report.tickets == 2);
    CHECK(report.missing.isEmpty());
    CHECK(report.doubts.isEmpty());
    CaseFile file(target, CaseFile::Mode::Write);
    CHECK(ticketsOf(file.database()) == before);
    CHECK(checkFile(file, quiet).isEmpty());
}

TEST_CASE("a rescue writes its list beside the new file, and replaces no earlier one", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    office.close();
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    const RescueReport report = rescue(office.path(), target, quiet);
    QFile list(rescueListOf(target));
    REQUIRE(list.open(QIODevice::ReadOnly));
    CHECK(list.readAll() == report.text().toUtf8());
    list.close();
    REQUIRE(QFile::remove(target));
    CHECK_THROWS_AS(rescue(office.path(), target, quiet), FileError);
    CHECK_FALSE(QFile::exists(target));
    REQUIRE(list.open(QIODevice::ReadOnly));
    CHECK(list.readAll() == report.text().toUtf8());
}

TEST_CASE("a number giver that is damaged itself is told, and asked for nothing", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    office.file->database().exec(u"UPDATE number_series SET last = 9000000000000000000 WHERE series = 'ticket'"_s);
    office.close();
    Progress quiet;
    const RescueReport report = rescue(office.path(), office.folder.filePath(u"rescued.huiyin"_s), quiet);
    CHECK(report.tickets == 1);
    CHECK(report.missing.isEmpty());
    CHECK(std::ranges::any_of(report.doubts,
                              [](const auto &doubt) { return doubt.object.startsWith(u"number_series"); }));
}

TEST_CASE("a table without row numbers that is lost is told, and the rest is rescued", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    const qint64 page = office.file->database()
                            .value<qint64>(u"SELECT rootpage FROM sqlite_schema WHERE name = 'calendar_day'"_s)
                            .value();
    office.close();
    {
        QFile file(office.path());
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek((page - 1) * pageSize));
        REQUIRE(file.write(QByteArray(pageSize, 0)) == pageSize);
    }
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    const RescueReport report = rescue(office.path(), target, quiet);
    CHECK(report.tickets == 1);
    CHECK(std::ranges::any_of(report.doubts, [](const auto &doubt) { return doubt.object == u"calendar_day"; }));
    const CaseFile file(target, CaseFile::Mode::Write);
}

TEST_CASE("most tickets of a file with lost pages are rescued, none altered, and the others are told", "[rescue]")
{
    rescueGenerated(3'000, 0.04, 1, 0.9, 60'000);
}

TEST_CASE("a large file with lost pages is rescued within a minute", "[.long]")
{
    // A lost page higher up in a large table takes some ten thousand rows with it.
    rescueGenerated(100'000, 0.04, 1, 0.7, 60'000);
}

TEST_CASE("of small files with lost pages most tickets are rescued, wherever the pages lay", "[.long]")
{
    for (quint32 seed = 1; seed <= 10; ++seed)
        rescueGenerated(5'000, 0.04, seed, 0.5, 60'000);
}

TEST_CASE("of a file whose beginning is lost nothing is rescued, and nothing is left behind", "[rescue]")
{
    HandlingOffice office;
    office.close();
    {
        QFile file(office.path());
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.write(QByteArray(pageSize, 0)) == pageSize);
    }
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    try {
        (void)rescue(office.path(), target, quiet);
        FAIL("rescued from nothing");
    } catch (const StorageError &error) {
        CHECK(error.message().contains(u"backup"));
    }
    CHECK_FALSE(QFile::exists(target));
}
