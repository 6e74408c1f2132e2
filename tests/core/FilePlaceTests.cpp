// SPDX-License-Identifier: GPL-3.0-or-later
// The file is moved, deleted or replaced while it is open, or has a second name.
#include "storage/Backup.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/OwnerLock.h"
#include "storage/StorageError.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QFile>
#include <QSysInfo>

#include <catch2/catch.hpp>

#include <filesystem>

#ifndef Q_OS_WIN
#include <utime.h>
#endif

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
    const QString holder = OwnerLock::holder(other);
    INFO(holder.toStdString());
    CHECK(holder.contains(QSysInfo::machineHostName()));
    office.close();
    CHECK(OwnerLock::holder(other).isEmpty());
    const CaseFile second(other, CaseFile::Mode::Write);
}

TEST_CASE("since when somebody works in a file is told, with the day where it was another", "[place]")
{
    const HandlingOffice office;
    const QByteArray lock = QFile::encodeName(office.path() + u".lock"_s);
    const auto toldSince = [&](const QDateTime &since) {
        const auto seconds = static_cast<time_t>(since.toSecsSinceEpoch());
        const utimbuf times{.actime = seconds, .modtime = seconds};
        REQUIRE(utime(lock.constData(), &times) == 0);
        return OwnerLock::holder(office.path());
    };
    CHECK(toldSince(QDateTime(QDate(2020, 2, 9), QTime(18, 5))).endsWith(u", since 2020-02-09 18:05"));
    // Where the day ends between the two it is tried again.
    QDate day;
    QString today;
    do {
        day = QDate::currentDate();
        today = toldSince(QDateTime(day, QTime(0, 5)));
    } while (QDate::currentDate() != day);
    CHECK(today.endsWith(u", since 00:05"));
}

TEST_CASE("a file that got another name while somebody works in it is still his", "[place]")
{
    const HandlingOffice office;
    const QString moved = office.folder.filePath(u"moved.huiyin"_s);
    REQUIRE(QFile::rename(office.path(), moved));
    try {
        const CaseFile second(moved, CaseFile::Mode::Write);
        FAIL("two programs write one file");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::InUse);
    }
}

#endif
