// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged file of an older version of the program: it is rescued by the tables of that version, then migrated.
#include "storage/DamagedVersion.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/StorageError.h"
#include "storage/TableShape.h"
#include "support/DamagedFile.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QDir>
#include <QFile>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// All that was entered, table by table; what a rescue itself writes is left out.
QMap<QString, QStringList> recordsOf(Database &database)
{
    QMap<QString, QStringList> records;
    const auto tables = database.all(u"SELECT name FROM sqlite_schema WHERE type = 'table'"_s,
                                     [](const Row &row) { return row.get<QString>(0); });
    for (const QString &table : tables) {
        if (isDerived(table) || table == u"clock")
            continue;
        const QStringList columns = database.all(
            u"SELECT 'quote(\"' || name || '\")' FROM pragma_table_info(?)"_s,
            [](const Row &row) { return row.get<QString>(0); }, table);
        const QString some = table == u"history" ? u" WHERE object <> 'backup'"_s : QString();
        records[table] = database.all(u"SELECT %1 FROM %2%3"_s.arg(columns.join(u" || ' ' || "_s), table, some),
                                      [](const Row &row) { return row.get<QString>(0); });
        records[table].sort();
    }
    return records;
}

// A file that went out with version 1, to which an office has added, brought to a later version and closed.
struct OldFile
{
    static constexpr int added = 300; // tickets, each with a call and a dispatch

    explicit OldFile(int fileVersion)
        : version(fileVersion)
        , path(folder.filePath(u"office.huiyin"_s))
        , target(folder.filePath(u"rescued.huiyin"_s))
    {
        REQUIRE(QFile::copy(QStringLiteral(HUIYIN_TEST_DATA "/case-files/v1.huiyin"), path));
        REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        Database database(path, Database::Access::Write);
        fill(database);
        if (version > 1)
            Schema::shipped().upTo(version).migrate(database, 1);
        if (version >= 5) { // migrated by version 6
            database.exec(u"INSERT INTO earlier_reply(dispatch, replied_at, reply) SELECT id, dispatched_at + 60000, "
                          "'已收到' FROM dispatch WHERE id % 7 = 0"_s);
        }
        before = ticketsOf(database);
        REQUIRE(before.size() == added + 3);
        database.checkpoint();
    }

    static void fill(Database &database)
    {
        Transaction transaction(database);
        const HistoryRepository history(database);
        for (int i = 1; i <= added; ++i) {
            const QString number = u"20200212-%1"_s.arg(i, 4, 10, QLatin1Char('0'));
            const qint64 at = 1'581'469'200'000 + i * qint64{60'000};
            const qint64 ticket =
                database.insert(u"INSERT INTO ticket(number, received_at, channel, request_type, state, due_at) "
                                "VALUES(?, ?, 1, 2, 'in_progress', ?)"_s,
                                number, at, at + 432'000'000);
            database.exec(u"INSERT INTO ticket_text(ticket, title, content, requester, phone) VALUES(?, ?, ?, ?, ?)"_s,
                          ticket, u"第%1件：路灯不亮"_s.arg(i), QString(40 + i % 50, u'灯'), u"𠮷田%1"_s.arg(i),
                          u"1380000%1"_s.arg(i, 4, 10, QLatin1Char('0')));
            database.exec(u"INSERT INTO call(reference, started_at, outcome, ticket) VALUES(?, ?, 'ticket', ?)"_s,
                          u"20200212-C%1"_s.arg(i, 4, 10, QLatin1Char('0')), at - 1000, ticket);
            const qint64 dispatch = database.insert(
                u"INSERT INTO dispatch(ticket, department, dispatched_at) VALUES(?, 1, ?)"_s, ticket, at + 30'000);
            database.exec(u"INSERT INTO dispatch_text(dispatch, reply) VALUES(?, ?)"_s, dispatch, u"已更换灯泡。"_s);
            history.append({.at = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC),
                            .user = u"话务员"_s,
                            .operation = number,
                            .object = u"ticket"_s,
                            .objectId = ticket,
                            .action = u"accepted"_s});
        }
        database.exec(u"INSERT INTO number_series VALUES('ticket', '20200212', ?), ('call', '20200212', ?)"_s,
                      qint64{added}, qint64{added});
        // Set by the office itself: version 8 keeps it elsewhere.
        database.exec(u"INSERT INTO calendar_day(day, name, working, local) VALUES('2020-08-15', '校庆日', 0, 1)"_s);
        transaction.commit();
    }

    [[nodiscard]] quint32 rootOf(const QString &table) const
    {
        Database database(path, Database::Access::Read);
        return database.value<quint32>(u"SELECT rootpage FROM sqlite_schema WHERE name = ?"_s, table).value();
    }

    // What the program makes of the file while it is sound.
    [[nodiscard]] QMap<QString, QStringList> migrated() const
    {
        const QString copy = folder.filePath(u"sound.huiyin"_s);
        REQUIRE(QFile::copy(path, copy));
        CaseFile file(copy, CaseFile::Mode::Write);
        return recordsOf(file.database());
    }

    RescueReport rescue() const { return rescued(path, target); }

    int version;
    QTemporaryDir folder;
    QString path;
    QString target;
    QMap<QString, QString> before;
};

enum class Hurt { Nothing, List, Beginning };

void rescueOld(int version, Hurt hurt)
{
    INFO("version " << version << ", "
                    << (hurt == Hurt::Nothing ? "sound"
                        : hurt == Hurt::List  ? "list"
                                              : "beginning"));
    const OldFile old(version);
    const auto expected = old.migrated();
    if (hurt == Hurt::List)
        zero(old.path, listPages(old.path));
    else if (hurt == Hurt::Beginning)
        zero(old.path, {1});
    const QByteArray bytes = bytesOf(old.path);
    const RescueReport report = old.rescue();
    INFO(report.text().left(2'000).toStdString());
    CHECK(report.tickets == OldFile::added + 3);
    CHECK(report.missing.isEmpty());
    CHECK(report.doubts.size() == (hurt == Hurt::Nothing ? 0 : 1)); // how many pages are lost
    CHECK(bytesOf(old.path) == bytes);
    CHECK(QDir(old.folder.path()).entryList({u"rescued*"_s}, QDir::Files | QDir::Hidden)
          == QStringList{u"rescued.huiyin"_s, u"rescued.huiyin.txt"_s});

    CaseFile file(old.target, CaseFile::Mode::Write);
    CHECK(file.keptCopy().isEmpty()); // it is of the present version
    CHECK(ticketsOf(file.database()) == old.before);
    auto records = recordsOf(file.database());
    CHECK(records.keys() == expected.keys());
    for (auto table = expected.cbegin(); table != expected.cend(); ++table) {
        // Versions 7 to 9 have the same tables, but for those that later ones added.
        if (hurt == Hurt::Beginning && version == 7 && table.key().startsWith(u"calendar_"))
            continue;
        INFO(table.key().toStdString());
        CHECK(records.value(table.key()) == *table);
    }
    CHECK(HistoryRepository(file.database()).firstBreak() == std::nullopt);
    Progress quiet;
    CHECK(checkFile(file, quiet).isEmpty());
}

} // namespace

TEST_CASE("a damaged file of an older version is rescued and migrated like a sound one", "[rescue]")
{
    const int version = GENERATE(1, 5, 12, 17);
    rescueOld(version, GENERATE(Hurt::Nothing, Hurt::List, Hurt::Beginning));
}

TEST_CASE("a damaged file of any older version is rescued and migrated like a sound one", "[.long]")
{
    for (int version = 1; version < Schema::shipped().version(); ++version) {
        for (const Hurt hurt : {Hurt::Nothing, Hurt::List, Hurt::Beginning})
            rescueOld(version, hurt);
    }
}

TEST_CASE("of an older file that has lost pages of its rows the others are rescued, and those are told", "[rescue]")
{
    const OldFile old(GENERATE(1, 7, 12));
    INFO("version " << old.version);
    const bool isBeginningLost = GENERATE(false, true);
    const QList<quint32> tickets = childrenOf(old.path, old.rootOf(u"ticket"_s));
    const QList<quint32> texts = childrenOf(old.path, old.rootOf(u"ticket_text"_s));
    QList<quint32> lost{tickets.at(1), texts.at(9)};
    if (isBeginningLost)
        lost.append(1);
    zero(old.path, lost);
    if (!isBeginningLost) { // it isn't brought to the present version with gaps, and a rescue is offered
        try {
            const CaseFile file(old.path, CaseFile::Mode::Write);
            FAIL("migrated a damaged file");
        } catch (const StorageError &error) {
            CHECK(error.kind() == StorageError::Kind::Damaged);
        }
        CHECK(QDir(old.folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{u"office.huiyin"_s});
    }
    const RescueReport report = old.rescue();
    INFO(report.text().left(3'000).toStdString());
    const auto after = ticketsAt(old.target);
    CHECK(report.tickets == after.size());
    CHECK(after.size() < old.before.size());
    CHECK(after.size() > old.before.size() / 2);
    int bare = 0;
    for (auto ticket = old.before.cbegin(); ticket != old.before.cend(); ++ticket) {
        INFO(ticket.key().toStdString());
        if (after.contains(ticket.key())) {
            CHECK(after.value(ticket.key()) == *ticket);
            continue;
        }
        const bool isBare = isDoubted(report, ticket.key(), u"texts of this ticket are lost");
        bare += isBare ? 1 : 0;
        CHECK((isBare || report.missing.contains(ticket.key())));
    }
    CHECK(bare > 0);
    CHECK(!report.missing.isEmpty());
    CHECK(isDoubted(report, u"Tickets, record ", u"Could not be read"));
    CHECK(isDoubted(report, u"Calls, record ", u"left out"));
}

TEST_CASE("the list of tables is believed before a number in the header that says otherwise", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    office.file->database().exec(u"INSERT INTO kept_draft(user, kind, object, content, saved_at) "
                                 "VALUES('chenjing', 'reply', 'dispatch 1', '{}', 1)"_s);
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    office.close();
    constexpr int versionAt = 60;
    const int told = GENERATE(1, 5, 17);
    put(office.path(), versionAt + 3, QByteArray(1, static_cast<char>(told)));
    const QString target = office.folder.filePath(u"rescued.huiyin"_s);
    const RescueReport report = rescued(office.path(), target);
    CHECK(report.doubts.isEmpty());
    CHECK(report.rows[u"kept_draft"_s] == 1);
    CHECK(ticketsAt(target) == before);
}

TEST_CASE("the version of a file without header is found by what is left of its list of tables", "[rescue]")
{
    // Others have the same tables, or only more of them, and what they lack is made when the file is migrated.
    const auto [version, found] =
        GENERATE(table<int, int>({{3, 3}, {5, 5}, {6, 6}, {7, 9}, {10, 10}, {11, 11}, {12, 12}, {17, 18}}));
    const OldFile old(version);
    const QList<quint32> list = listPages(old.path);
    zero(old.path, {1});
    const Progress quiet;
    const DamagedVersion all = damagedVersion(old.path, old.target, Schema::shipped(), quiet);
    CHECK(all.number == found);
    CHECK(all.isTold);
    CHECK_FALSE(all.hasList);
    zero(old.path, {list.last()});
    CHECK(damagedVersion(old.path, old.target, Schema::shipped(), quiet).number >= version);
    zero(old.path, list);
    const DamagedVersion none = damagedVersion(old.path, old.target, Schema::shipped(), quiet);
    CHECK(none.number == Schema::shipped().version());
    CHECK_FALSE(none.isTold);
}

TEST_CASE(
    "an older file that has lost header and list of tables is rescued as one of the present version, which is told",
    "[rescue]")
{
    const OldFile old(GENERATE(1, 11));
    QList<quint32> lost = listPages(old.path);
    lost.append(1);
    zero(old.path, lost);
    const RescueReport report = old.rescue();
    INFO(report.text().left(2'000).toStdString());
    CHECK(ticketsAt(old.target) == old.before);
    CHECK(isDoubted(report, u"office.huiyin", u"Which version"));
}
