// SPDX-License-Identifier: GPL-3.0-or-later
// The file is moved, deleted or replaced while it is open, or has a second name.
#include "storage/Backup.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/StorageError.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <filesystem>

#ifndef Q_OS_WIN // nobody can do that there to a file that SQLite has open

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

StorageError::Kind kindOfAccepting(HandlingOffice &office)
{
    try {
        (void)office.book->accept({.channel = office.phone(), .title = u"停水"_s, .content = u"小区停水。"_s});
    } catch (const StorageError &error) {
        CHECK(error.message().contains(u"Nothing was saved"));
        return error.kind();
    }
    return StorageError::Kind::Other;
}

qint64 tickets(HandlingOffice &office)
{
    return office.file->database().value<qint64>(u"SELECT count(*) FROM ticket"_s).value_or(-1);
}

} // namespace

TEST_CASE("nothing is saved into a file that was moved away, and all goes on when it is back", "[place]")
{
    HandlingOffice office;
    office.accepted();
    const QString elsewhere = office.folder.filePath(u"moved.huiyin"_s);
    REQUIRE(QFile::rename(office.path(), elsewhere));
    CHECK(office.file->database().place() == FilePlace::State::Gone);
    CHECK(kindOfAccepting(office) == StorageError::Kind::Moved);
    CHECK(tickets(office) == 1); // what is open can be read
    REQUIRE(QFile::rename(elsewhere, office.path()));
    CHECK(office.file->database().place() == FilePlace::State::There);
    office.accepted();
    CHECK(tickets(office) == 2);
}

TEST_CASE("nothing is saved into a file that was deleted, and what is open can be saved elsewhere", "[place]")
{
    HandlingOffice office;
    office.accepted();
    REQUIRE(QFile::remove(office.path()));
    CHECK(kindOfAccepting(office) == StorageError::Kind::Moved);
    const QString copy = office.folder.filePath(u"saved.huiyin"_s);
    Progress quiet;
    CHECK(copyDatabase(office.file->database(), copy, false, quiet));
    office.close();
    CHECK_FALSE(QFile::exists(office.path())); // never made anew
    CaseFile saved(copy, CaseFile::Mode::Write);
    CHECK(saved.database().value<qint64>(u"SELECT count(*) FROM ticket"_s) == 1);
    CHECK(checkFile(saved, quiet).isEmpty());
}

TEST_CASE("nothing is saved when another file was put in the file's place", "[place]")
{
    HandlingOffice office;
    office.accepted();
    const QString copy = office.folder.filePath(u"copy.huiyin"_s);
    Progress quiet;
    copyDatabase(office.file->database(), copy, false, quiet);
    std::filesystem::rename(copy.toStdString(), office.path().toStdString());
    CHECK(office.file->database().place() == FilePlace::State::Replaced);
    CHECK(kindOfAccepting(office) == StorageError::Kind::Moved);
}

TEST_CASE("nothing is saved when somebody has tidied up the log beside the file", "[place]")
{
    HandlingOffice office;
    office.accepted();
    REQUIRE(QFile::remove(office.path() + u"-wal"_s));
    CHECK(kindOfAccepting(office) == StorageError::Kind::Moved);
    CHECK(tickets(office) == 1);
}

TEST_CASE("two names of one file have one lock", "[place]")
{
    HandlingOffice office;
    office.close();
    const QString other = office.folder.filePath(u"other.huiyin"_s);
    const bool whileOpen = GENERATE(false, true); // as a program does that keeps old states by links
    if (whileOpen)
        office.open();
    std::filesystem::create_hard_link(office.path().toStdString(), other.toStdString());
    CHECK(FilePlace::names(other) == 2);
    if (!whileOpen)
        office.open();
    try {
        const CaseFile second(other, CaseFile::Mode::Write);
        FAIL("two programs write one file");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::InUse);
    }
    const QString now = QTime::currentTime().toString(u"HH:mm"_s);
    const QString holder = OwnerLock::holder(other);
    // Since this minute, or the one that has just gone by.
    const QString before = QTime::currentTime().addSecs(-60).toString(u"HH:mm"_s);
    INFO(holder.toStdString());
    CHECK((holder.endsWith(u", since "_s + now) || holder.endsWith(u", since "_s + before)));
    office.close();
    const CaseFile second(other, CaseFile::Mode::Write);
}

#endif
