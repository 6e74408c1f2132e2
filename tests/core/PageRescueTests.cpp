// SPDX-License-Identifier: GPL-3.0-or-later
// Where SQLite can't read a damaged file any more, its pages are: whose rows they hold is told, and what is lost.
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/Rescue.h"
#include "storage/StorageError.h"
#include "support/DamagedFile.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

TEST_CASE("a file whose beginning is lost is rescued from its pages", "[rescue]")
{
    HandlingOffice office;
    office.replied();
    office.accepted();
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    office.close();
    zero(office.path(), {1});
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescued(office.path(), target);
    INFO(report.text().toStdString());
    CHECK(report.tickets == 2);
    CaseFile file(target, CaseFile::Mode::Write);
    CHECK(ticketsOf(file.database()) == before);
    CHECK(HistoryRepository(file.database()).firstBreak() == std::nullopt);
}

TEST_CASE("a file whose list of tables is lost is rescued whole", "[rescue]")
{
    const HurtOffice office(600);
    QList<quint32> lost = listPages(office.path);
    if (GENERATE(false, true))
        lost.append(1);
    zero(office.path, lost);
    const RescueReport report = office.rescue();
    CHECK(office.after() == office.before);
    CHECK(report.missing.isEmpty());
    CHECK_FALSE(report.doubts.isEmpty()); // the lost pages are told
}

TEST_CASE("of a table whose root is lost every row in its other pages is rescued", "[rescue]")
{
    const HurtOffice office(2'000);
    const quint32 texts = rootOf(office.path, u"ticket_text"_s);
    zero(office.path, {rootOf(office.path, u"ticket"_s), texts, rootOf(office.path, u"dispatch_text"_s)});
    const RescueReport report = office.rescue();
    const auto after = office.after();
    CHECK(after.size() == office.before.size());
    CHECK(after == office.before);
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
    const RescueReport report = rescued(office.path(), target);
    CHECK(report.tickets == 1);
    CHECK(report.rows[u"sheet_profile"_s] == 3);
}

namespace {

// A copy of an office at work, with its log, as the computer's sudden end leaves it; the list of tables is lost.
struct StoppedOffice
{
    StoppedOffice()
        : path(office.folder.filePath(u"hurt.huiyin"_s))
    {
        office.accepted();
        office.file->takeInLog();
        office.replied();
        // Its text makes the file longer, in the log alone.
        REQUIRE(office.book->accept({.channel = office.phone(), .title = u"来信"_s, .content = QString(4'000, u'长')}));
        first = ticketsOf(office.file->database());
        REQUIRE(first.size() == 3);
        office.accepted();
        all = ticketsOf(office.file->database());
        REQUIRE(QFile::copy(office.path(), path));
        REQUIRE(QFile::copy(office.path() + u"-wal", log()));
        // Nothing of the file itself is left but what the log doesn't hold.
        zero(path, listPages(path));
    }
    [[nodiscard]] QString log() const { return path + u"-wal"; }
    RescueReport rescue() const { return rescued(path, target()); }
    [[nodiscard]] QString target() const { return office.folder.filePath(u"rescued.huiyin"_s); }

    HandlingOffice office;
    QString path;
    QMap<QString, QString> first; // without what the last transaction saved
    QMap<QString, QString> all;
};

} // namespace

TEST_CASE("what stands in the log beside a damaged file belongs to it", "[rescue]")
{
    const StoppedOffice office;
    SECTION("to the end of the last transaction")
    {
        put(office.log(), QFileInfo(office.log()).size(), QByteArray(5'000, 'x')); // a record that was being written
        const RescueReport report = office.rescue();
        CHECK(report.tickets == 4);
        CHECK(ticketsAt(office.target()) == office.all);
        CHECK_FALSE(isDoubted(report, u"hurt.huiyin-wal"));
    }
    SECTION("and not what a transaction had written before its end")
    {
        constexpr qint64 frame = 24 + pageSize; // the last one is what ends it
        REQUIRE(QFile::resize(office.log(), QFileInfo(office.log()).size() - frame));
        CHECK(office.rescue().tickets == 3);
        CHECK(ticketsAt(office.target()) == office.first);
    }
    SECTION("a log that can't be read is told")
    {
        put(office.log(), 0, QByteArray(32, '\0'));
        const RescueReport report = office.rescue();
        CHECK(report.tickets == 1);
        CHECK(isDoubted(report, u"hurt.huiyin-wal", u"saved last"));
    }
}

TEST_CASE("tickets outlive the names of their channels and departments", "[rescue]")
{
    HandlingOffice office;
    office.replied();
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    office.close();
    zero(office.path(), {rootOf(office.path(), u"channel"_s), rootOf(office.path(), u"department"_s)});
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescued(office.path(), target);
    INFO(report.text().toStdString());
    CHECK(report.tickets == 1);
    CHECK(report.rows[u"dispatch"_s] == 1);
    CHECK(isDoubted(report, u"Channels", u"rename it"));
    CHECK(isDoubted(report, u"Departments", u"rename it"));
    CaseFile file(target, CaseFile::Mode::Write);
    CHECK(ticketsOf(file.database()) == before);
}

TEST_CASE("of a file that was cut off what is left is rescued", "[rescue]")
{
    const HurtOffice office(600);
    QFile file(office.path);
    REQUIRE(file.resize(file.size() / 2 + 1'234));
    const RescueReport report = office.rescue();
    const auto after = office.after();
    INFO(report.text().left(3000).toStdString());
    INFO(after.size() << " of " << office.before.size());
    CHECK(after.size() > 50);
    for (auto ticket = after.cbegin(); ticket != after.cend(); ++ticket)
        REQUIRE(office.before.value(ticket.key()) == *ticket);
    // Which numbers were given on the lost days nobody can tell any more.
    CHECK((!report.missing.isEmpty() || isDoubted(report, u"Last numbers given")));
}

TEST_CASE("a file is read in pages of its own size, also where its header is lost", "[rescue]")
{
    const auto [size, isFirstLost] =
        GENERATE(table<int, bool>({{1024, false}, {1024, true}, {16384, false}, {16384, true}}));
    HandlingOffice office;
    for (int i = 0; i < 60; ++i)
        office.replied();
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    // As another program may leave it that tidied up.
    const QString path = office.folder.filePath(u"tidied.huiyin"_s);
    office.file->database().exec(u"PRAGMA page_size = "_s + QString::number(size));
    office.file->database().exec(u"VACUUM INTO ?"_s, path);
    office.close();
    INFO(size << (isFirstLost ? ", without header" : ", with header"));
    REQUIRE(bigEndian32(bytesOf(path), 16) >> 16U == static_cast<quint32>(size));
    zero(path, listPages(path, size), size);
    if (isFirstLost)
        zero(path, {1}, size);
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    CHECK(rescued(path, target).tickets == 60);
    CHECK(ticketsAt(target) == before);
}

namespace {

// One of the pages that the rows of the tickets lie in.
struct TicketPage
{
    // `place`: from 0; -1 is the last one.
    TicketPage(const QString &path, qsizetype place)
    {
        const QList<quint32> pages = childrenOf(path, rootOf(path, u"ticket"_s));
        REQUIRE(pages.size() > 3);
        number = place < 0 ? pages.last() : pages[place];
        const QByteArray bytes = bytesOf(path).mid((qint64{number} - 1) * pageSize, pageSize);
        const TreePage tree = treePageOf(path, number);
        from = rowIdAt(bytes, tree.kind, tree.cells.front(), pageSize).value_or(0);
        to = rowIdAt(bytes, tree.kind, tree.cells.back(), pageSize).value_or(0);
        REQUIRE(to > from);
    }
    quint32 number = 0;
    qint64 from = 0; // numbers of its rows
    qint64 to = 0;
};

} // namespace

TEST_CASE("which rows lay in a lost page is told by the page above, and their numbers by the index", "[rescue]")
{
    const HurtOffice office(600);
    const bool isLast = GENERATE(false, true);
    const TicketPage lost(office.path, isLast ? -1 : 1);
    // The numbers that were given are lost too.
    QList<quint32> zeros = listPages(office.path);
    zeros << lost.number << rootOf(office.path, u"number_series"_s);
    zero(office.path, zeros);
    const RescueReport report = office.rescue();
    INFO(report.text().left(3000).toStdString());
    CHECK(isDoubted(report, isLast ? u"Tickets, record %1 and after"_s.arg(lost.from)
                                   : u"Tickets, record %1–%2"_s.arg(lost.from).arg(lost.to)));
    const auto after = office.after();
    CHECK(after.size() == office.before.size() - (lost.to - lost.from + 1));
    CHECK(report.tickets == after.size());
    QStringList missing;
    for (const QString &number : office.before.keys()) {
        if (!after.contains(number))
            missing.append(number);
    }
    CHECK(report.missing == missing);
}

TEST_CASE("of a table whose root and one more page are lost that page's rows are told, and no row that is there",
          "[rescue]")
{
    const HurtOffice office(600);
    const TicketPage lost(office.path, 1);
    zero(office.path, {rootOf(office.path, u"ticket"_s), lost.number});
    const RescueReport report = office.rescue();
    QStringList told;
    for (const RescueReport::Doubt &doubt : report.doubts) {
        if (doubt.object.startsWith(u"Tickets, record "))
            told.append(doubt.object);
    }
    CHECK(told
          == QStringList{u"Tickets, record %1–%2"_s.arg(lost.from).arg(lost.to),
                         u"Tickets, record %1 and after"_s.arg(office.before.size() + 1)});
    CHECK(office.after().size() == office.before.size() - (lost.to - lost.from + 1));
}

TEST_CASE("a text that became zeros is told, and its ticket is none that was brought over whole", "[rescue]")
{
    const bool isListLost = GENERATE(false, true);
    HandlingOffice office;
    office.accepted();
    const QString words = u"此处文字将会损坏"_s;
    REQUIRE(office.book->accept({.channel = office.phone(), .title = words, .content = u"停水"_s}));
    office.close();
    const qint64 place = bytesOf(office.path()).indexOf(words.toUtf8());
    REQUIRE(place > 0);
    put(office.path(), place + 6, QByteArray(6, '\0'));
    if (isListLost)
        zero(office.path(), listPages(office.path()));
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescued(office.path(), target);
    INFO(report.text().toStdString());
    CHECK(report.tickets == 1);
    CHECK(report.rows[u"ticket"_s] == 2);
    CHECK(isDoubted(report, u"Texts of tickets, record 2"));
    CHECK(isDoubted(report, u"20200210-0002", u"texts of this ticket are lost"));
    CHECK(ticketsAt(target).size() == 1);
}

TEST_CASE("the content of an attachment that is not what it was is left out, and told", "[rescue]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    const QByteArray letter = QByteArray("反映人来信，全文如下。").repeated(500);
    HandlingOffice::must(office.book->attach({.ticket = ticket, .name = u"来信.txt"_s, .content = letter}));
    HandlingOffice::must(office.book->attach({.ticket = ticket, .name = u"附言.txt"_s, .content = "附言"}));
    office.close();
    const qint64 place = bytesOf(office.path()).indexOf(letter.first(300));
    REQUIRE(place > 0);
    put(office.path(), place + 100, "x");
    zero(office.path(), listPages(office.path()));
    const RescueReport report = rescued(office.path(), office.folder.filePath(u"rescued.huiyin"_s));
    INFO(report.text().toStdString());
    CHECK(report.tickets == 1);
    CHECK(report.rows[u"attachment_content"_s] == 1);
    CHECK(isDoubted(report, u"Contents of attachments, record 1"));
    CHECK(isDoubted(report, u"Attachments, record 1", u"left out"));
}

TEST_CASE("a damaged file of a newer version of the program is left to that program", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    office.close();
    constexpr int versionAt = 60;
    const quint32 version = bigEndian32(bytesOf(office.path()), versionAt);
    put(office.path(), versionAt + 3, QByteArray(1, static_cast<char>(version + 1)));
    if (GENERATE(false, true))
        zero(office.path(), listPages(office.path()));
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    try {
        (void)rescued(office.path(), target);
        FAIL("rescued what this program doesn't know");
    } catch (const StorageError &error) {
        INFO(error.message().toStdString());
        CHECK(error.kind() == StorageError::Kind::Newer);
        CHECK(error.message().contains(QString::number(version + 1)));
    }
    CHECK_FALSE(QFile::exists(target));
    CHECK(QDir(office.folder.path()).entryList({u"rescued*"_s}).isEmpty());
}

TEST_CASE("a table whose root became another page is given up after some hundred tries, and rescued from its pages",
          "[rescue]")
{
    const HurtOffice office(600);
    const quint32 other = rootOf(office.path, u"call_started"_s);
    const qint64 root = rootOf(office.path, u"ticket"_s);
    put(office.path, (root - 1) * pageSize, bytesOf(office.path).mid((qint64{other} - 1) * pageSize, pageSize));
    int tries = 0;
    Database::setObserver(
        [&tries](const QString &sql) { tries += sql.startsWith(u"SELECT rowid FROM hurt.ticket "_s); });
    const RescueReport report = office.rescue();
    Database::setObserver({});
    INFO(report.text().left(3000).toStdString());
    CHECK(tries > 0);
    CHECK(tries < 1'500);
    CHECK(office.after() == office.before);
}

TEST_CASE("of neighbouring records of which the same is told a rescue tells once", "[rescue]")
{
    const HurtOffice office(900);
    QList<quint32> lost;
    for (const QString &table : {u"ticket"_s, u"call"_s, u"dispatch"_s}) {
        const QList<quint32> pages = childrenOf(office.path, rootOf(office.path, table));
        lost << pages.at(1) << pages.at(2) << pages.at(4); // two of them beside each other
    }
    zero(office.path, lost);
    const RescueReport report = office.rescue();
    struct Told
    {
        QString what;
        qint64 from;
        qint64 to;
    };
    std::vector<Told> told;
    static const QRegularExpression record(u"^(.+), record (\\d+)(?:–(\\d+))?$"_s);
    qint64 records = 0;
    for (const RescueReport::Doubt &doubt : report.doubts) {
        const auto found = record.match(doubt.object);
        if (!found.hasMatch())
            continue;
        const qint64 from = found.captured(2).toLongLong();
        const qint64 to = found.captured(3).isEmpty() ? from : found.captured(3).toLongLong();
        told.push_back({.what = found.captured(1) + doubt.message, .from = from, .to = to});
        records += to - from + 1;
    }
    CHECK(records > 300);
    CHECK(isDoubted(report, u"Calls, record", u"Could not be read"));
    CHECK(isDoubted(report, u"Calls, record", u"left out"));
    for (size_t i = 1; i < told.size(); ++i) {
        INFO(told[i].what.toStdString() << ' ' << told[i].from);
        if (told[i].what == told[i - 1].what)
            CHECK(told[i].from > told[i - 1].to + 1); // else it would be one range
    }
}
