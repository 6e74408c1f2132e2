// SPDX-License-Identifier: GPL-3.0-or-later
// What a program that was stopped has left beside a case file goes when its owner opens it; nothing else does.
#include "storage/Database.h"
#include "storage/Leftovers.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

const QString id = u"0123456789abcdef0123456789abcdef"_s;

struct Beside
{
    QString name{};
    bool goes = false;
    bool isOld = true; // written two hours ago
};

void put(const QString &path, bool isOld)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite | QIODevice::NewOnly));
    REQUIRE(file.write("x") == 1);
    REQUIRE(file.flush());
    if (isOld)
        REQUIRE(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7'200), QFileDevice::FileModificationTime));
}

} // namespace

TEST_CASE("whoever opens a case file for writing clears away what a stopped program has left of it", "[leftovers]")
{
    const QList<Beside> all{
        {.name = u"office.before-v17-20261123-080000.huiyin.partial-"_s + id, .goes = true},
        {.name = u"office.before-v17-20261123-080000-2.huiyin.partial-"_s + id, .goes = true},
        {.name = u"office.before-v17-20261123-080001.huiyin.partial-"_s + id, .goes = true, .isOld = false},
        {.name = u"office.before-v17-20261123-080000.huiyin.partial-"_s + id + u"-journal", .goes = true},
        {.name = u"office.before-v17-20261123-080000.huiyin.partial-"_s + id + u"-wal", .goes = true},
        {.name = u"office.huiyin.partial-"_s + id, .goes = true},
        {.name = u"office.huiyin.partial-"_s + id + u".lock", .goes = true},
        // Somebody may be at it.
        {.name = u"office.huiyin.partial-1"_s + id.sliced(1), .isOld = false},
        // Copies that are whole.
        {.name = u"office.before-v17-20261123-080000.huiyin"_s},
        {.name = u"office-000009-20261123-080000.huiyin"_s},
        // Of others.
        {.name = u"office2.huiyin.partial-"_s + id},
        {.name = u"office.huiyin2.partial-"_s + id},
        {.name = u"my office.before-v17-20261123-080000.huiyin.partial-"_s + id},
        {.name = u"officeXhuiyin.partial-"_s + id},
        {.name = u"office.xlsx.partial-"_s + id},
        {.name = u"office.huiyin.partial-report"_s},
        {.name = u"office.huiyin.partial-"_s + id + u".pdf"},
        {.name = u"office.before-v17-yesterday.huiyin.partial-"_s + id},
    };
    HandlingOffice office;
    office.accepted();
    office.close();
    for (const Beside &one : all)
        put(office.folder.filePath(one.name), one.isOld);
    {
        const CaseFile reader(office.path(), CaseFile::Mode::Read);
    }
    for (const Beside &one : all)
        REQUIRE(QFile::exists(office.folder.filePath(one.name)));
    office.open();
    for (const Beside &one : all) {
        INFO(one.name.toStdString());
        CHECK(QFile::exists(office.folder.filePath(one.name)) != one.goes);
    }
    CHECK(office.file->database().value<qint64>(u"SELECT count(*) FROM ticket"_s) == 1);
}

TEST_CASE("a copy that may be a neighbour's, which is open, is left alone", "[leftovers]")
{
    HandlingOffice office;
    office.close();
    const QString copy = office.folder.filePath(u"office.before-v17-20261123-080000.huiyin.partial-"_s + id);
    const QString neighbour = office.folder.filePath(u"office.db"_s);
    put(copy, true);
    REQUIRE(QFile::copy(office.path(), neighbour));
    {
        const CaseFile busy(neighbour, CaseFile::Mode::Write);
        CHECK_FALSE(QFile::exists(copy)); // nobody had the first one open
        put(copy, true);
        office.open();
        CHECK(QFile::exists(copy));
        office.close();
    }
    office.open();
    CHECK_FALSE(QFile::exists(copy));
}
