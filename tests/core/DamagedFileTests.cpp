// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a case file that became others: a rescue ends, brings what is whole and tells the rest, whatever stands there.
#include "storage/DamagedPages.h"
#include "storage/FileCheck.h"
#include "storage/StorageError.h"
#include "support/DamagedFile.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

void replaceOnly(const QString &path, const QByteArray &old, const QByteArray &now)
{
    const QByteArray bytes = bytesOf(path);
    REQUIRE(bytes.count(old) == 1);
    REQUIRE(old.size() == now.size());
    put(path, bytes.indexOf(old), now);
}

void addProfiles(TestOffice &office, int count, const QString &definition)
{
    Transaction transaction(office.file->database());
    for (int i = 1; i <= count; ++i) {
        office.file->database().exec(
            u"INSERT INTO sheet_profile(id, name, definition, changed_at) VALUES(?, ?, ?, 1)"_s, i, u"方案%1"_s.arg(i),
            definition);
    }
    transaction.commit();
}

struct Rescued
{
    RescueReport report{};
    QMap<QString, QString> tickets{};
    QMap<qint64, QString> profiles{};
    QStringList faults{};
};

Rescued rescued(const QString &path)
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    Rescued result{.report = rescue(path, target, stamp(), quiet)};
    CaseFile file(target, CaseFile::Mode::Write);
    result.tickets = ticketsOf(file.database());
    file.database().each(u"SELECT id, name || definition FROM sheet_profile"_s, [&result](const Row &row) {
        result.profiles.insert(row.get<qint64>(0), row.get<QString>(1));
    });
    for (const CheckFinding &finding : checkFile(file, quiet))
        result.faults.append(finding.message);
    return result;
}

bool tells(const RescueReport &report, const QString &words)
{
    return std::ranges::any_of(report.doubts, [&words](const RescueReport::Doubt &doubt) {
        return QString(doubt.object + u": " + doubt.message).contains(words);
    });
}

QString refusalOf(const QString &path)
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"rescued.huiyin"_s);
    Progress quiet;
    try {
        (void)rescue(path, target, stamp(), quiet);
    } catch (const StorageError &error) {
        CHECK_FALSE(QFile::exists(target));
        CHECK_FALSE(QFile::exists(rescueListOf(target)));
        return error.message();
    }
    return {};
}

} // namespace

TEST_CASE("where all rows of a page have lost what they go on in, they are told as one range", "[rescue]")
{
    TestOffice office;
    addProfiles(office, 40, QString(7'000, u'列'));
    const quint32 root = rootOf(office.path(), u"sheet_profile"_s);
    office.close();
    QList<quint32> lost{1}; // nothing but the pages tells
    qint64 first = 0;
    int rows = 0;
    {
        const DamagedPages pages(office.path(), Progress());
        const auto tree = TreePage::read(pages.page(root), root, pages.usable());
        REQUIRE(tree);
        REQUIRE(tree->children.size() > 2);
        const QByteArray leaf = pages.page(tree->children[1]);
        const auto cells = TreePage::read(leaf, tree->children[1], pages.usable());
        REQUIRE(cells);
        for (const int cell : cells->cells) {
            (void)rowAt(leaf, cells->kind, cell, pages.usable(), [&lost](quint32 number) {
                lost.append(number);
                return QByteArray();
            });
            first = rows++ == 0 ? rowIdAt(leaf, cells->kind, cell, pages.usable()).value() : first;
        }
    }
    REQUIRE(lost.size() == rows + 1);
    zero(office.path(), lost);
    const Rescued result = rescued(office.path());
    INFO(result.report.text().toStdString());
    CHECK(result.profiles.size() == 40 - rows);
    CHECK(result.faults.isEmpty());
    CHECK(rows > 1);
    CHECK(tells(result.report, u"sheets, record %1–%2: "_s.arg(first).arg(first + rows - 1)));
}

TEST_CASE("a damaged row costs no other row of its page", "[rescue]")
{
    HandlingOffice office;
    for (int i = 0; i < 60; ++i)
        office.accepted();
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    const quint32 root = rootOf(office.path(), u"ticket"_s);
    office.close();
    {
        const DamagedPages pages(office.path(), Progress());
        const auto tree = TreePage::read(pages.page(root), root, pages.usable());
        REQUIRE(tree);
        REQUIRE(tree->children.size() > 1);
        const quint32 leaf = tree->children[0];
        const QByteArray bytes = pages.page(leaf);
        const auto cells = TreePage::read(bytes, leaf, pages.usable());
        REQUIRE(cells);
        constexpr char textOf13 = 39; // "20200210-0003"; one less, and it is no text
        const qsizetype type = bytes.indexOf(textOf13, cells->cells[2] + 3);
        REQUIRE(type < cells->cells[2] + 12);
        put(office.path(), (qint64{leaf} - 1) * pageSize + type, QByteArray(1, textOf13 - 1));
    }
    QList<quint32> lost = listPages(office.path());
    lost += {1, root};
    zero(office.path(), lost);
    const Rescued result = rescued(office.path());
    INFO(result.report.text().left(2'000).toStdString());
    CHECK(result.report.missing == QStringList{u"20200210-0003"_s});
    CHECK(result.tickets.size() == before.size() - 1);
    for (auto ticket = result.tickets.cbegin(); ticket != result.tickets.cend(); ++ticket)
        CHECK(before.value(ticket.key()) == *ticket);
}

TEST_CASE("a damaged row of a table without row numbers is told", "[rescue]")
{
    const bool isBeginningLost = GENERATE(false, true);
    HandlingOffice office;
    office.accepted();
    office.file->database().exec(u"INSERT INTO calendar_day(day, name, working) VALUES('2031-05-06', '校庆日', 0)"_s);
    office.close();
    replaceOnly(office.path(), "2031-05-06校庆日"_ba, QByteArray("2031-05-06") + QByteArray(9, 0));
    if (isBeginningLost)
        zero(office.path(), {1});
    const Rescued result = rescued(office.path());
    CHECK(result.report.tickets == 1);
    CHECK(tells(result.report, u"Holidays and make-up days: "_s));
}

TEST_CASE("of a large table without row numbers both ends are rescued in little time", "[rescue]")
{
    constexpr qint64 items = 60'000;
    HandlingOffice office;
    office.accepted();
    Database &database = office.file->database();
    const qint64 bulletin = database.insert(
        u"INSERT INTO bulletin(layout, layout_text, series, kind, period_from, period_to, dated, document, composed, "
        "created_at, created_by, saved_at, saved_by) VALUES('x', '{}', 'x', 'month', '2020-01-01', '2020-01-31', "
        "'2020-02-01', '{}', '{}', 1, 'x', 1, 'x')"_s);
    database.exec(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
                  "INSERT INTO bulletin_figure SELECT ?, 'by_department/' || i, i, x'01' FROM n"_s,
                  items, bulletin);
    const quint32 root = rootOf(office.path(), u"bulletin_figure"_s);
    office.close();
    {
        const DamagedPages pages(office.path(), Progress());
        const auto tree = TreePage::read(pages.page(root), root, pages.usable());
        REQUIRE(tree);
        zero(office.path(), {tree->children[tree->children.size() / 2]});
    }
    QElapsedTimer watch;
    watch.start();
    const Rescued result = rescued(office.path());
    CHECK(watch.elapsed() < 20'000);
    CHECK(result.report.rows[u"bulletin_figure"_s] > items / 2);
    CHECK(result.report.rows[u"bulletin_figure"_s] < items);
    CHECK(tells(result.report, u"Figures of published bulletins"_s));
    CHECK(result.faults.isEmpty());
}

TEST_CASE("a key that lies leads no rescue round in a circle", "[rescue]")
{
    TestOffice office;
    addProfiles(office, 900, QString(150, u'列'));
    const quint32 root = rootOf(office.path(), u"sheet_profile"_s);
    office.close();
    {
        const DamagedPages pages(office.path(), Progress());
        const QByteArray page = pages.page(root);
        const auto tree = TreePage::read(page, root, pages.usable());
        REQUIRE(tree);
        // Where SQLite begins to look: half of the rows are said to lie before it, and all those that are sought.
        const int cell = tree->cells[(tree->cells.size() - 1) / 2];
        const auto high = static_cast<quint8>(page.at(cell + 4)); // of a key of two bytes
        REQUIRE(high > 0x80);
        put(office.path(), (qint64{root} - 1) * pageSize + cell + 4, QByteArray(1, static_cast<char>(high | 0x18)));
    }
    const Rescued result = rescued(office.path());
    CHECK(result.profiles.size() == 900);
    CHECK(result.faults.isEmpty());
}

TEST_CASE("the last number that a row can have leads no rescue round in a circle", "[rescue]")
{
    TestOffice office;
    addProfiles(office, 3, u"{}"_s);
    office.file->database().exec(
        u"INSERT INTO sheet_profile(id, name, definition, changed_at) VALUES(9223372036854775807, '末', '{}', 1)"_s);
    office.close();
    const bool isBeginningLost = GENERATE(false, true);
    if (isBeginningLost)
        zero(office.path(), {1});
    const Rescued result = rescued(office.path());
    CHECK(result.profiles.size() == 4);
    CHECK(result.profiles.contains(std::numeric_limits<qint64>::max()));
}

TEST_CASE("a table that is not in the list any more is told, and its rows are looked for", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    addProfiles(office, 3, u"{}"_s);
    office.file->database().exec(u"PRAGMA writable_schema = 1"_s);
    office.file->database().exec(u"DELETE FROM sqlite_schema WHERE tbl_name = 'sheet_profile'"_s);
    office.close();
    const Rescued result = rescued(office.path());
    CHECK(result.report.tickets == 1);
    CHECK((result.profiles.size() == 3 || tells(result.report, u"sheets, record 1 and after"_s)));
}

TEST_CASE("a text is rescued as it was, or told as lost", "[rescue]")
{
    TestOffice office;
    addProfiles(office, 2, u"{}"_s);
    // A clerk may have pasted the sign of a character that another program could not show.
    office.file->database().exec(u"INSERT INTO sheet_profile(id, name, definition, changed_at) VALUES(3, ?, '列', 1)"_s,
                                 u"甲\uFFFD乙"_s);
    office.file->database().exec(
        u"INSERT INTO sheet_profile(id, name, definition, changed_at) VALUES(4, 'cut off', 'WXYZ', 1)"_s);
    office.close();
    zero(office.path(), {1});
    replaceOnly(office.path(), "cut offWXYZ"_ba, "cut offWX\xE6\xB0"_ba); // the beginning of a character
    const Rescued result = rescued(office.path());
    INFO(result.report.text().toStdString());
    CHECK(result.profiles.value(3) == u"甲\uFFFD乙列");
    CHECK_FALSE(result.profiles.contains(4));
    CHECK(tells(result.report, u"sheets, record 4: "_s));
    CHECK_FALSE(tells(result.report, u"sheets, record 3: "_s));
}

TEST_CASE("a log that is damaged in the middle is told, though SQLite says nothing of it", "[rescue]")
{
    HandlingOffice office;
    office.accepted();
    office.file->takeInLog();
    office.accepted();
    const qint64 first = QFileInfo(office.path() + u"-wal"_s).size();
    REQUIRE(first > 0);
    office.accepted();
    const QString hurt = office.folder.filePath(u"hurt.huiyin"_s);
    REQUIRE(QFile::copy(office.path(), hurt));
    REQUIRE(QFile::copy(office.path() + u"-wal", hurt + u"-wal"));
    SECTION("sound")
    {
        const RescueReport report = rescued(hurt).report;
        CHECK(report.tickets == 3);
        CHECK_FALSE(tells(report, u"-wal: "_s));
    }
    SECTION("a byte of the first record")
    {
        constexpr qint64 inFirst = 32 + 24 + 100;
        const QByteArray byte = bytesOf(hurt + u"-wal").mid(inFirst, 1);
        put(hurt + u"-wal", inFirst, QByteArray(1, static_cast<char>(byte.at(0) ^ 0x10)));
        const RescueReport report = rescued(hurt).report;
        CHECK(report.tickets == 1);
        CHECK(tells(report, u"hurt.huiyin-wal: "_s));
    }
    SECTION("the last record was being written")
    {
        QFile log(hurt + u"-wal");
        REQUIRE(log.resize(log.size() - 1'000));
        CHECK_FALSE(tells(rescued(hurt).report, u"-wal: "_s));
    }
}

TEST_CASE("a file whose texts another program has brought into UTF-16 is refused with a sentence", "[rescue]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.huiyin"_s);
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"wide"_s);
        connection.setDatabaseName(path);
        REQUIRE(connection.open());
        QSqlQuery query(connection);
        for (const QString &sql :
             {u"PRAGMA encoding = 'UTF-16le'"_s, u"PRAGMA application_id = %1"_s.arg(Schema::applicationId),
              u"PRAGMA user_version = %1"_s.arg(Schema::shipped().version()),
              u"CREATE TABLE office(id INTEGER PRIMARY KEY, name TEXT NOT NULL)"_s,
              u"INSERT INTO office VALUES(1, '测试市')"_s}) {
            REQUIRE(query.exec(sql));
        }
        query.finish();
        connection.close();
    }
    QSqlDatabase::removeDatabase(u"wide"_s);
    const QString sentence = refusalOf(path);
    CHECK(sentence.contains(u"UTF-16le"));
    CHECK(sentence.contains(u"backup"));
}

TEST_CASE("bytes of the header that became others bar no rescue", "[rescue]")
{
    HandlingOffice office;
    office.replied();
    const QMap<QString, QString> before = ticketsOf(office.file->database());
    office.close();
    SECTION("the encoding")
    {
        put(office.path(), 59, QByteArray(1, 2));
    }
    SECTION("the version")
    {
        put(office.path(), 60, QByteArray(4, 0));
    }
    SECTION("the size of a page")
    {
        put(office.path(), 16, QByteArray(2, 0));
    }
    SECTION("the list of free pages")
    {
        put(office.path(), 32, QByteArray(8, '\x7F'));
    }
    CHECK(rescued(office.path()).tickets == before);
}

TEST_CASE("the page where SQLite takes its locks is no lost one", "[rescue]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"large.huiyin"_s);
    constexpr qint64 large = 65'536;
    constexpr qint64 lockByte = 0x40000000;
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        QByteArray header(100, 0);
        header.replace(0, 16, QByteArray("SQLite format 3\0", 16));
        header[17] = 1;
        REQUIRE(file.write(header) == header.size());
        REQUIRE(file.resize(lockByte + 2 * large)); // a hole: it takes no room
    }
    const DamagedPages pages(path, Progress());
    REQUIRE(pages.count() == lockByte / large + 2);
    CHECK(pages.isFree(lockByte / large + 1));
    CHECK_FALSE(pages.isFree(lockByte / large));
    CHECK_FALSE(pages.isFree(lockByte / large + 2));
}

TEST_CASE("whatever bytes became others, a rescue ends with a case file or with a sentence", "[rescue]")
{
    HandlingOffice office;
    for (int i = 0; i < 12; ++i)
        office.replied();
    addProfiles(office, 5, QString(5'000, u'列'));
    office.file->takeInLog();
    office.accepted();
    const QByteArray sound = bytesOf(office.path());
    const QByteArray log = bytesOf(office.path() + u"-wal"_s);
    REQUIRE(log.size() > 10'000);
    QRandomGenerator random(20'200'210);
    int told = 0;
    for (int round = 0; round < 24; ++round) {
        INFO("round " << round);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"hurt.huiyin"_s);
        QByteArray bytes = sound;
        QByteArray hurtLog = log;
        const auto spoil = [&random](QByteArray &all, int count) {
            for (int i = 0; i < count; ++i)
                all[static_cast<qsizetype>(random.bounded(static_cast<quint32>(all.size())))] =
                    static_cast<char>(random.bounded(256));
        };
        // Where trees hang together: the heads of pages, which random bytes alone seldom meet.
        for (qsizetype page = 0; round % 2 == 0 && page < bytes.size(); page += pageSize) {
            if (random.bounded(8) == 0)
                bytes[page + random.bounded(24)] = static_cast<char>(random.bounded(256));
        }
        spoil(bytes, 4 << random.bounded(8));
        if (round % 3 == 0)
            spoil(hurtLog, 1 + random.bounded(40));
        if (round % 4 == 1)
            bytes.truncate(static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size()))));
        if (round % 4 == 2)
            hurtLog.truncate(static_cast<qsizetype>(random.bounded(static_cast<quint32>(hurtLog.size()))));
        put(path, 0, bytes);
        if (round % 5 != 0)
            put(path + u"-wal", 0, hurtLog);
        try {
            const Rescued result = rescued(path);
            told += result.report.doubts.isEmpty() ? 0 : 1;
        } catch (const StorageError &error) {
            INFO(error.what());
            CHECK((error.kind() == StorageError::Kind::Damaged || error.kind() == StorageError::Kind::NotCaseFile
                   || error.kind() == StorageError::Kind::Newer || error.kind() == StorageError::Kind::Other));
            CHECK_FALSE(error.message().contains(u"can't be read or written")); // the sentence of what nobody foresaw
            ++told;
        }
    }
    CHECK(told > 20);
}
