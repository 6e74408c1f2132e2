// SPDX-License-Identifier: GPL-3.0-or-later
// A case file that can't be read in places: what can be is brought over unaltered, and what is missing is told.
#include "exchange/DemoOffice.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/Rescue.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "storage/TreePage.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>

#include <catch2/catch.hpp>
#include <limits>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageSize = 4096; // bytes

RescueStamp stamp()
{
    return {.user = u"陈静"_s, .at = QDateTime(QDate(2020, 2, 11), QTime(9, 0), Qt::UTC)};
}

void zero(const QString &path, const QList<quint32> &pages) // numbered from 1
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    for (const quint32 page : pages) {
        REQUIRE(file.seek((qint64{page} - 1) * pageSize));
        REQUIRE(file.write(QByteArray(pageSize, 0)) == pageSize);
    }
}

// The pages of the list of tables below the first one.
QList<quint32> listPages(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto first = TreePage::read(file.read(pageSize), 1, pageSize);
    REQUIRE(first);
    return {first->children.cbegin(), first->children.cend()};
}

quint32 rootOf(const QString &path, const QString &table)
{
    CaseFile file(path, CaseFile::Mode::Read);
    return file.database().value<quint32>(u"SELECT rootpage FROM sqlite_schema WHERE name = ?"_s, table).value();
}

// Pages become zeros, as after a fault of the medium, wherever they lie.
int zeroPages(const QString &path, double share, quint32 seed)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    const qint64 pages = file.size() / pageSize;
    const int count = static_cast<int>(static_cast<double>(pages) * share);
    QRandomGenerator random(seed);
    QSet<quint32> lost;
    while (lost.size() < count)
        lost.insert(random.bounded(1U, static_cast<quint32>(pages) + 1));
    file.close();
    zero(path, lost.values());
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
    const RescueReport report = rescue(path, target, stamp(), quiet);
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
    const RescueReport report = rescue(office.path(), target, stamp(), quiet);
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
    const RescueReport report = rescue(office.path(), target, stamp(), quiet);
    QFile list(rescueListOf(target));
    REQUIRE(list.open(QIODevice::ReadOnly));
    CHECK(list.readAll() == report.text().toUtf8());
    list.close();
    REQUIRE(QFile::remove(target));
    CHECK_THROWS_AS(rescue(office.path(), target, stamp(), quiet), FileError);
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
    const RescueReport report = rescue(office.path(), office.folder.filePath(u"rescued.huiyin"_s), stamp(), quiet);
    CHECK(report.tickets == 1);
    CHECK(report.missing.isEmpty());
    CHECK(std::ranges::any_of(report.doubts,
                              [](const auto &doubt) { return doubt.object.startsWith(u"Last numbers given"); }));
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
    const qint64 page = office.file->database()
                            .value<qint64>(u"SELECT rootpage FROM sqlite_schema WHERE name = 'calendar_day'"_s)
                            .value();
    office.close();
    zero(office.path(), {static_cast<quint32>(page)});
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    const RescueReport report = rescue(office.path(), target, stamp(), quiet);
    CHECK(report.tickets == 1);
    CHECK(std::ranges::any_of(report.doubts,
                              [](const auto &doubt) { return doubt.object == u"Holidays and make-up days"; }));
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

TEST_CASE("a file whose beginning is lost is rescued from its pages", "[rescue]")
{
    HandlingOffice office;
    office.replied();
    office.accepted();
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    office.close();
    zero(office.path(), {1});
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    const RescueReport report = rescue(office.path(), target, stamp(), quiet);
    INFO(report.text().toStdString());
    CHECK(report.tickets == 2);
    CaseFile file(target, CaseFile::Mode::Write);
    CHECK(ticketsOf(file.database()) == before);
    CHECK(HistoryRepository(file.database()).firstBreak() == std::nullopt);
}

TEST_CASE("a file whose list of tables is lost is rescued whole", "[rescue]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.huiyin"_s);
    Progress quiet;
    generateCaseFile(path, {.tickets = 600, .years = 1}, SystemClock(), quiet);
    QMap<QString, QString> before;
    {
        CaseFile file(path, CaseFile::Mode::Read);
        before = ticketsOf(file.database());
    }
    QList<quint32> lost = listPages(path);
    if (GENERATE(false, true))
        lost.append(1);
    zero(path, lost);
    const QString target = folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescue(path, target, stamp(), quiet);
    CaseFile file(target, CaseFile::Mode::Write);
    CHECK(ticketsOf(file.database()) == before);
    CHECK(report.missing.isEmpty());
    CHECK_FALSE(report.doubts.isEmpty()); // the lost pages are told
}

TEST_CASE("of a table whose root is lost every row in its other pages is rescued", "[rescue]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.huiyin"_s);
    Progress quiet;
    generateCaseFile(path, {.tickets = 2'000, .years = 1}, SystemClock(), quiet);
    QMap<QString, QString> before;
    {
        CaseFile file(path, CaseFile::Mode::Read);
        before = ticketsOf(file.database());
    }
    const quint32 texts = rootOf(path, u"ticket_text"_s);
    zero(path, {rootOf(path, u"ticket"_s), texts, rootOf(path, u"dispatch_text"_s)});
    const QString target = folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescue(path, target, stamp(), quiet);
    CaseFile file(target, CaseFile::Mode::Write);
    const auto after = ticketsOf(file.database());
    CHECK(after.size() == before.size());
    CHECK(after == before);
    CHECK(report.missing.isEmpty());
}

TEST_CASE("what was deleted does not come back by a rescue", "[rescue]")
{
    const bool isFirstLost = GENERATE(false, true);
    HandlingOffice office;
    office.accepted();
    Database &database = office.file->database();
    database.exec(u"PRAGMA secure_delete = 0"_s); // as another program would delete
    for (int i = 0; i < 400; ++i) {
        database.exec(u"INSERT INTO sheet_profile(name, definition, changed_at) VALUES(?, ?, 1)"_s, u"方案%1"_s.arg(i),
                      QString(300, u'列'));
    }
    database.exec(u"DELETE FROM sheet_profile WHERE id > 3"_s);
    REQUIRE(database.value<qint64>(u"PRAGMA freelist_count"_s).value() > 20);
    office.close();
    QList<quint32> lost = listPages(office.path());
    if (isFirstLost)
        lost.append(1);
    zero(office.path(), lost);
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    const RescueReport report = rescue(office.path(), target, stamp(), quiet);
    CHECK(report.tickets == 1);
    CHECK(report.rows[u"sheet_profile"_s] == 3);
}

TEST_CASE("what stands in the log beside a damaged file belongs to it", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    office.file->takeInLog();
    office.replied();
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    REQUIRE(before.size() == 2);
    // As the computer's sudden end leaves it.
    const QString hurt = office.folder.filePath(u"hurt.huiyin"_s);
    REQUIRE(QFile::copy(office.path(), hurt));
    REQUIRE(QFile::copy(office.path() + u"-wal", hurt + u"-wal"));
    {
        QFile log(hurt + u"-wal");
        REQUIRE(log.open(QIODevice::Append));
        log.write(QByteArray(5'000, 'x')); // a record that was being written
    }
    // Nothing of the file itself is left but what the log doesn't hold.
    zero(hurt, listPages(office.path()));
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    const RescueReport report = rescue(hurt, target, stamp(), quiet);
    CHECK(report.tickets == 2);
    CaseFile file(target, CaseFile::Mode::Write);
    CHECK(ticketsOf(file.database()) == before);
}

TEST_CASE("tickets outlive the names of their channels and departments", "[rescue]")
{
    HandlingOffice office;
    office.replied();
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    office.close();
    zero(office.path(), {rootOf(office.path(), u"channel"_s), rootOf(office.path(), u"department"_s)});
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    const RescueReport report = rescue(office.path(), target, stamp(), quiet);
    INFO(report.text().toStdString());
    CHECK(report.tickets == 1);
    CHECK(report.rows[u"dispatch"_s] == 1);
    CHECK(std::ranges::any_of(report.doubts, [](const auto &doubt) { return doubt.message.contains(u"rename it"); }));
    CaseFile file(target, CaseFile::Mode::Write);
    CHECK(ticketsOf(file.database()) == before);
}

TEST_CASE("of a file that was cut off what is left is rescued", "[rescue]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.huiyin"_s);
    Progress quiet;
    generateCaseFile(path, {.tickets = 600, .years = 1}, SystemClock(), quiet);
    QMap<QString, QString> before;
    {
        CaseFile file(path, CaseFile::Mode::Read);
        before = ticketsOf(file.database());
    }
    QFile file(path);
    REQUIRE(file.resize(file.size() / 2 + 1'234));
    const QString target = folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescue(path, target, stamp(), quiet);
    CaseFile rescued(target, CaseFile::Mode::Write);
    const auto after = ticketsOf(rescued.database());
    INFO(report.text().left(3000).toStdString());
    INFO(after.size() << " of " << before.size());
    CHECK(after.size() > 50);
    for (auto ticket = after.cbegin(); ticket != after.cend(); ++ticket)
        REQUIRE(before.value(ticket.key()) == *ticket);
    // Which numbers were given on the lost days nobody can tell any more.
    CHECK((!report.missing.isEmpty() || std::ranges::any_of(report.doubts, [](const auto &doubt) {
        return doubt.object == u"Last numbers given";
    })));
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
    Progress quiet;
    try {
        (void)rescue(path, target, stamp(), quiet);
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
    Progress quiet;
    CHECK_THROWS_AS(rescue(office.path(), target, stamp(), quiet), StorageError);
    CHECK_FALSE(QFile::exists(target));
}

TEST_CASE("the history of a rescued file tells of the rescue", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    office.close();
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    (void)rescue(office.path(), target, stamp(), quiet);
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
