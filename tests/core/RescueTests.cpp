// SPDX-License-Identifier: GPL-3.0-or-later
// A case file that can't be read in places: what can be is brought over unaltered, and what is missing is told.
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/Rescue.h"
#include "storage/RescueLosses.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "support/DamagedFile.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSet>

#include <catch2/catch.hpp>
#include <limits>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// Pages become zeros, as after a fault of the medium, wherever they lie.
int zeroPages(const QString &path, double share, quint32 seed)
{
    const qint64 pages = QFileInfo(path).size() / pageSize;
    const int count = static_cast<int>(static_cast<double>(pages) * share);
    QRandomGenerator random(seed);
    QSet<quint32> lost;
    while (lost.size() < count)
        lost.insert(random.bounded(1U, static_cast<quint32>(pages) + 1));
    zero(path, lost.values());
    return count;
}

void rescueGenerated(qint64 tickets, double share, quint32 seed, double least, qint64 patience)
{
    const HurtOffice office(tickets);
    const QMap<QString, QString> &before = office.before;
    const int lost = zeroPages(office.path, share, seed);
    QElapsedTimer watch;
    watch.start();
    const RescueReport report = office.rescue();
    const qint64 milliseconds = watch.elapsed();
    const auto after = office.after();
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

TEST_CASE("every table of a case file is told in the office's words where it is damaged", "[rescue]")
{
    HandlingOffice office;
    office.file->database().each(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"_s,
                                 [](const Row &row) {
                                     const QString table = row.get<QString>(0);
                                     INFO(table.toStdString());
                                     CHECK(tableWord(table) != table);
                                 });
}

TEST_CASE("a sound file is rescued whole, with its history", "[rescue]")
{
    HandlingOffice office;
    office.replied();
    office.accepted();
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    office.close();
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescued(office.path(), target);
    INFO(report.text().toStdString());
    CHECK(report.tickets == 2);
    CHECK(report.missing.isEmpty());
    CHECK(report.doubts.isEmpty());
    CHECK(report.text().contains(u"Nothing is missing"));
    CHECK_FALSE(report.text().contains(u"looked into:"));
    CaseFile file(target, CaseFile::Mode::Write);
    CHECK(ticketsOf(file.database()) == before);
    Progress quiet;
    CHECK(checkFile(file, quiet).isEmpty());
}

TEST_CASE("a rescue writes its list beside the new file, and replaces no earlier one", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    office.close();
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescued(office.path(), target);
    QFile list(rescueListOf(target));
    REQUIRE(list.open(QIODevice::ReadOnly));
    CHECK(list.readAll() == report.text().toUtf8());
    list.close();
    REQUIRE(QFile::remove(target));
    CHECK_THROWS_AS(rescued(office.path(), target), FileError);
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
    const RescueReport report = rescued(office.path(), office.folder.filePath(u"rescued.huiyin"_s));
    CHECK(report.tickets == 1);
    CHECK(report.missing.isEmpty());
    CHECK(isDoubted(report, u"Last numbers given"));
}

TEST_CASE("records with the highest and with negative numbers are rescued like others", "[rescue]")
{
    const bool isFirstLost = GENERATE(false, true);
    HandlingOffice office;
    office.accepted();
    Database &database = office.file->database();
    for (const qint64 id : {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max() - 1, qint64{-5}}) {
        database.exec(u"INSERT INTO sheet_profile(id, name, definition, changed_at) VALUES(?, ?, '{}', 1)"_s, id,
                      QString::number(id));
    }
    office.close();
    if (isFirstLost)
        zero(office.path(), {1});
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    const RescueReport report = rescue(office.path(), target, stamp(), quiet);
    CHECK(report.rows[u"sheet_profile"_s] == 3);
    CHECK(report.tickets == 1);
}

TEST_CASE("an entry of a list with a number that can't be is told, and keeps its name and its tickets by a rescue",
          "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    const QString name = office.tables().channels.first().name;
    Database &database = office.file->database();
    database.exec(u"PRAGMA foreign_keys = 0"_s);
    constexpr qint64 other = qint64{1} << 40;
    database.exec(u"UPDATE ticket SET channel = ?"_s, other);
    const bool isEntry = GENERATE(false, true);
    if (isEntry) {
        database.exec(u"UPDATE channel SET id = ? WHERE id = ?"_s, other, office.phone());
        CHECK_THROWS_AS(CodeTableRepository(database).load(), StorageError);
    }
    office.close();
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    const RescueReport report = rescue(office.path(), target, stamp(), quiet);
    INFO(report.text().toStdString());
    CHECK(report.tickets == 1);
    CaseFile file(target, CaseFile::Mode::Read);
    const CodeTables tables = CodeTableRepository(file.database()).load();
    const auto ticket = TicketRepository(file.database()).byId(TicketId(1));
    REQUIRE(ticket);
    const Channel *channel = findById(tables.channels, std::optional(ticket->channel));
    REQUIRE(channel);
    CHECK((channel->name == name) == isEntry); // else its name is lost
    CHECK(checkFile(file, quiet).isEmpty());
}

TEST_CASE("a table without row numbers that is lost is told, and the rest is rescued", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    office.close();
    zero(office.path(), {rootOf(office.path(), u"calendar_day"_s)});
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescued(office.path(), target);
    CHECK(report.tickets == 1);
    CHECK(isDoubted(report, u"Holidays and make-up days"));
    const CaseFile file(target, CaseFile::Mode::Write);
}

TEST_CASE("most tickets of a file with lost pages are rescued, none altered, and the others are told", "[rescue]")
{
    rescueGenerated(3'000, 0.04, 1, 0.9, 60'000);
}

TEST_CASE("a large file with lost pages is rescued within a minute", "[.long]")
{
    rescueGenerated(100'000, 0.04, 1, 0.9, 60'000);
}

TEST_CASE("of small files with lost pages most tickets are rescued, wherever the pages lay", "[.long]")
{
    for (quint32 seed = 1; seed <= 10; ++seed)
        rescueGenerated(5'000, 0.04, seed, 0.88, 60'000);
}

TEST_CASE("of a file without anything of ours nothing is rescued, and nothing is left behind", "[rescue]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.huiyin"_s);
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        QRandomGenerator random(7);
        QByteArray bytes(200 * pageSize, Qt::Uninitialized);
        std::ranges::generate(bytes, [&random] { return static_cast<char>(random.bounded(256)); });
        file.write(bytes);
    }
    const QString target = folder.filePath(u"rescued.huiyin"_s);
    try {
        (void)rescued(path, target);
        FAIL("rescued from nothing");
    } catch (const StorageError &error) {
        CHECK(error.message().contains(u"backup"));
    }
    CHECK_FALSE(QFile::exists(target));
    CHECK_FALSE(QFile::exists(rescueListOf(target)));
}

TEST_CASE("nothing is rescued from a file that a program has open for writing", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    try {
        (void)rescued(office.path(), target);
        FAIL("rescued from what changes meanwhile");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::InUse);
        CHECK(error.message().contains(QSysInfo::machineHostName())); // who has it
    }
    CHECK_FALSE(QFile::exists(target));
    CHECK_FALSE(QFile::exists(rescueListOf(target)));
}

TEST_CASE("the history of a rescued file tells of the rescue", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    office.close();
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    (void)rescued(office.path(), target);
    CaseFile file(target, CaseFile::Mode::Write);
    const HistoryRepository history(file.database());
    const HistoryEvent last = history.latestOf(u"backup"_s, 1).value(0);
    CHECK(last.action == u"rescued");
    CHECK(last.user == stamp().user);
    CHECK(last.at == stamp().at);
    CHECK(last.details[u"from"].toString() == QFileInfo(office.path()).fileName());
    CHECK(last.details[u"tickets"].toInteger() == 1);
    CHECK(last.details[u"missing"].toInteger() == 0);
    CHECK(last.details[u"rows"][u"ticket_text"].toInteger() == 1);
    CHECK(history.firstBreak() == std::nullopt);
}
