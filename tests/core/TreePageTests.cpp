// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a damaged file, whatever bytes stand in them: nothing is read beyond them, and nothing is made of nonsense.
#include "domain/Progress.h"
#include "storage/DamagedPages.h"
#include "storage/Database.h"
#include "storage/TreePage.h"
#include "support/HandlingOffice.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// Every row of every page. What is read lies in the bytes that are there.
qint64 readAll(const QByteArray &bytes, int pageSize)
{
    const auto pageOf = [&](quint32 number) { return bytes.mid((qint64{number} - 1) * pageSize, pageSize); };
    qint64 rows = 0;
    for (quint32 number = 1; (qint64{number} - 1) * pageSize < bytes.size(); ++number) {
        const QByteArray page = pageOf(number);
        const auto tree = TreePage::read(page, number, pageSize);
        if (!tree)
            continue;
        for (const int cell : tree->cells) {
            const auto row = rowAt(page, tree->kind, cell, pageSize, pageOf);
            if (!row)
                continue;
            ++rows;
            REQUIRE(row->payload.size() <= bytes.size());
            for (const StoredValue &value : row->values) {
                const bool isInside =
                    value.bytes.isEmpty()
                    || (value.bytes.begin() >= row->payload.begin() && value.bytes.end() <= row->payload.end());
                REQUIRE(isInside);
            }
        }
    }
    return rows;
}

QByteArray officeBytes()
{
    HandlingOffice office;
    for (int i = 0; i < 5; ++i)
        office.replied();
    office.close();
    QFile file(office.path());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("rows are read from the bytes of a page as SQLite wrote them, of whatever size and number", "[rescue]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"values.db"_s);
    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    constexpr qint64 smallest = std::numeric_limits<qint64>::min();
    QMap<qint64, std::pair<qint64, QString>> written; // by row number
    REQUIRE(QFile(path).open(QIODevice::WriteOnly));
    {
        Database database(path, Database::Access::Create);
        database.exec(u"CREATE TABLE t(number INTEGER, words TEXT, blank)"_s);
        database.exec(u"CREATE INDEX t_words ON t(words)"_s);
        const auto add = [&](qint64 row, qint64 number, qsizetype size) {
            const QString words(size, QChar(u'a' + static_cast<char16_t>(written.size() % 26)));
            database.exec(u"INSERT INTO t(rowid, number, words) VALUES(?, ?, ?)"_s, row, number, words);
            written.insert(row, {number, words});
        };
        database.exec(u"BEGIN"_s);
        for (const qint64 row :
             {smallest, qint64{-5}, largest, qint64{1} << 55, (qint64{1} << 56) + 3, qint64{1} << 62})
            add(row, row, 10);
        qint64 row = 1;
        for (const qint64 size : {7, 15, 23, 31, 47, 62}) { // bits of each width of a number
            for (const qint64 number : {-1, 0, 1})
                add(row++, (qint64{1} << size) + number, 1);
            for (const qint64 number : {-1, 0, 1})
                add(row++, -(qint64{1} << size) + number, 1);
        }
        for (const qint64 number : {-1, 0, 1, 2, 127, 128, -128, -129})
            add(row++, number, 0);
        // About the sizes at which a row, and an entry of an index, goes on in another page, and in one more.
        for (const qsizetype middle : {1000, 4056, 8150, 12240, 16330}) {
            for (qsizetype size = middle - 40; size < middle + 40; ++size)
                add(row++, size, size);
        }
        database.exec(u"COMMIT"_s);
        database.checkpoint();
    }
    const DamagedPages pages(path, Progress());
    QMap<qint64, std::pair<qint64, QString>> read;
    QMap<qint64, QString> indexed;
    for (quint32 number = 2; number <= pages.count(); ++number) {
        const QByteArray page = pages.page(number);
        const auto tree = TreePage::read(page, number, pages.usable());
        if (!tree || tree->kind == TreePage::Kind::TableInterior)
            continue;
        for (const int cell : tree->cells) {
            const auto row =
                rowAt(page, tree->kind, cell, pages.usable(), [&](quint32 more) { return pages.page(more); });
            REQUIRE(row);
            if (tree->kind == TreePage::Kind::TableLeaf) {
                REQUIRE(row->values.size() == 3);
                CHECK(row->values[2].kind == StoredValue::Kind::Null);
                read.insert(row->rowId, {row->values[0].integer, QString::fromUtf8(row->values[1].bytes)});
            } else {
                REQUIRE(row->values.size() == 2);
                indexed.insert(row->values[1].integer, QString::fromUtf8(row->values[0].bytes));
            }
        }
    }
    CHECK(read.size() == written.size());
    CHECK((read == written));
    REQUIRE(indexed.size() == written.size());
    for (auto row = written.cbegin(); row != written.cend(); ++row)
        CHECK((indexed.value(row.key()) == row->second));
}

TEST_CASE("a page whose rows are out of order, or lie upon each other, is none", "[rescue]")
{
    const QByteArray bytes = officeBytes();
    constexpr int size = 4096;
    int tried = 0;
    for (quint32 number = 2; qint64{number} * size <= bytes.size(); ++number) {
        const QByteArray page = bytes.mid((qint64{number} - 1) * size, size);
        const auto tree = TreePage::read(page, number, size);
        if (!tree || tree->kind != TreePage::Kind::TableLeaf || tree->cells.size() < 2)
            continue;
        ++tried;
        constexpr int pointers = 8;
        QByteArray swapped = page;
        swapped.replace(pointers, 4, QByteArray(page.mid(pointers + 2, 2) + page.mid(pointers, 2)));
        CHECK_FALSE(TreePage::read(swapped, number, size));
        QByteArray twice = page;
        twice.replace(pointers + 2, 2, page.mid(pointers, 2));
        CHECK_FALSE(TreePage::read(twice, number, size));
    }
    CHECK(tried > 10);
}

TEST_CASE("a row that goes on in other pages is had whole or not at all", "[rescue]")
{
    HandlingOffice office;
    const QString text = QString(20'000, u'水') + u"完";
    office.file->database().exec(u"INSERT INTO sheet_profile(name, definition, changed_at) VALUES('长', ?, 1)"_s, text);
    const auto root = office.file->database()
                          .value<quint32>(u"SELECT rootpage FROM sqlite_schema WHERE name = 'sheet_profile'"_s)
                          .value();
    office.close();
    const DamagedPages pages(office.path(), Progress());
    const QByteArray page = pages.page(root);
    const auto tree = TreePage::read(page, root, pages.usable());
    REQUIRE(tree);
    REQUIRE(tree->cells.size() == 1);
    int asked = 0;
    const auto whole = rowAt(page, tree->kind, tree->cells[0], pages.usable(), [&](quint32 number) {
        ++asked;
        return pages.page(number);
    });
    REQUIRE(whole);
    CHECK(QString::fromUtf8(whole->values.at(2).bytes) == text);
    REQUIRE(asked > 10);
    for (int lost = 1; lost <= asked; ++lost) {
        int now = 0;
        const auto row = rowAt(page, tree->kind, tree->cells[0], pages.usable(),
                               [&](quint32 number) { return ++now == lost ? QByteArray() : pages.page(number); });
        CHECK_FALSE(row);
    }
}

// A page that goes on in itself, and a row that says it has two thousand million bytes.
TEST_CASE("a row whose pages run in a circle is given up at the first round", "[rescue]")
{
    constexpr int pageSize = 512;
    QByteArray leaf(pageSize, '\0');
    leaf.replace(0, 10, QByteArray("\x0D\0\0\0\x01\x00\x64\0\x00\x64", 10)); // one cell, at 100
    leaf.replace(100, 6, QByteArray("\x87\xFF\xFF\xFF\x7F\x01", 6));
    constexpr qsizetype pointer = 100 + 6 + 39; // behind what of the row lies in this page
    leaf.replace(pointer, 4, QByteArray("\0\0\0\x03", 4));
    QByteArray next(pageSize, 'x');
    next.replace(0, 4, QByteArray("\0\0\0\x03", 4));
    const auto tree = TreePage::read(leaf, 2, pageSize);
    REQUIRE(tree);
    int asked = 0;
    CHECK_FALSE(rowAt(leaf, tree->kind, tree->cells.at(0), pageSize, [&](quint32 number) {
        ++asked;
        return number == 3 ? next : QByteArray();
    }));
    CHECK(asked == 1);
}

TEST_CASE("no bytes lead a reader of pages astray", "[rescue]")
{
    const QByteArray whole = officeBytes();
    QRandomGenerator random(12345);
    for (int round = 0; round < 40; ++round) {
        QByteArray bytes = whole;
        for (int i = 0; i < 2'000; ++i)
            bytes[static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size())))] =
                static_cast<char>(random.bounded(256));
        CHECK(readAll(bytes, 4096) >= 0);
        bytes.truncate(static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size()))));
        CHECK(readAll(bytes, 4096) >= 0);
    }
    for (int round = 0; round < 200; ++round) {
        QByteArray page(4096, Qt::Uninitialized);
        std::ranges::generate(page, [&random] { return static_cast<char>(random.bounded(256)); });
        page[0] = "\x02\x05\x0A\x0D"[round % 4];
        page[3] = 0;
        page[4] = static_cast<char>(round % 9);
        CHECK(readAll(page, 4096) >= 0);
        CHECK_FALSE(TreePage::read(page.left(2'000), 2, 4096));
    }
}

TEST_CASE("a row that is said to be longer than all pages is not gathered from the same page again and again",
          "[rescue]")
{
    constexpr int usable = 512;
    QByteArray page(usable, 0);
    page.replace(400, 6, QByteArray("\x87\xFF\xFF\xFF\x7F\x01", 6)); // 2,147,483,647 bytes, row 1
    const quint32 itself = 7;
    QByteArray more(usable, 'x');
    more.replace(0, 4, QByteArray("\0\0\0\x07", 4));
    // What is in the page itself is so much that the next one stands behind it.
    constexpr qsizetype local = 39 + (2'147'483'647LL - 39) % (usable - 4);
    page.replace(406 + (local > usable - 35 ? 39 : local), 4, QByteArray("\0\0\0\x07", 4));
    int asked = 0;
    const auto row = rowAt(page, TreePage::Kind::TableLeaf, 400, usable, [&](quint32 number) {
        ++asked;
        return number == itself ? more : QByteArray();
    });
    CHECK_FALSE(row);
    CHECK(asked == 1);
}

TEST_CASE("bytes that would be more columns than any table has are no row", "[rescue]")
{
    constexpr int usable = 65536;
    for (const int columns : {2'000, 2'001}) {
        QByteArray page(usable, 0);
        const int header = columns + 2; // its own size takes two bytes, each NULL one
        QByteArray start;
        for (const int number : {header, 1, header}) { // the bytes of the row, its number, those of its header
            if (number > 127)
                start += static_cast<char>(0x80 | number >> 7);
            start += static_cast<char>(number & 0x7F);
        }
        page.replace(1'000, start.size(), start);
        const auto row = rowAt(page, TreePage::Kind::TableLeaf, 1'000, usable, [](quint32) { return QByteArray(); });
        CHECK(row.has_value() == (columns == 2'000));
    }
}
