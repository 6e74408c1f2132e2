// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a damaged file, whatever bytes stand in them: nothing is read beyond them, and nothing is made of nonsense.
#include "storage/DamagedPages.h"
#include "storage/Database.h"
#include "storage/TreePage.h"
#include "support/HandlingOffice.h"

#include <QFile>
#include <QRandomGenerator>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// Every row of every page; what the reading comes to doesn't matter here, only that it ends.
qint64 readAll(const QByteArray &bytes, int pageSize)
{
    const auto pageOf = [&](quint32 number) { return bytes.mid((qint64{number} - 1) * pageSize, pageSize); };
    qint64 rows = 0;
    for (quint32 number = 1; (qint64{number} - 1) * pageSize < bytes.size(); ++number) {
        const QByteArray page = pageOf(number);
        const auto tree = TreePage::read(page, number, pageSize);
        if (!tree)
            continue;
        for (const int cell : tree->cells)
            rows += rowAt(page, tree->kind, cell, pageSize, pageOf) ? 1 : 0;
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

TEST_CASE("rows are read from the bytes of a page as they were written", "[rescue]")
{
    const QByteArray bytes = officeBytes();
    CHECK(readAll(bytes, 4096) > 100);
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
