// SPDX-License-Identifier: GPL-3.0-or-later
// What a case file lies on: a disk with little room, a network drive.
#include "exchange/Export.h"
#include "storage/Backup.h"
#include "storage/Medium.h"
#include "storage/StorageError.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

struct Staged
{
    explicit Staged(const Medium &medium)
    {
        Medium::setProbe([medium](const QString &) { return medium; });
    }
    ~Staged() { Medium::setProbe({}); }
    Staged(const Staged &) = delete;
    Staged &operator=(const Staged &) = delete;
};

} // namespace

TEST_CASE("network drives are told by their file system", "[medium]")
{
    for (const char *kind : {"nfs", "nfs4", "cifs", "CIFS", "smb3", "fuse.sshfs", "9p"})
        CHECK(Medium{.fileSystem = kind}.isNetwork());
    for (const char *kind : {"ext4", "xfs", "btrfs", "tmpfs", "NTFS", "vfat", "exfat", "overlay", ""})
        CHECK_FALSE(Medium{.fileSystem = kind}.isNetwork());
}

TEST_CASE("a file on a network drive is not written to, and can be read", "[medium]")
{
    HandlingOffice office;
    office.close();
    const Staged staged({.fileSystem = "cifs", .available = Medium::scarce});
    try {
        const CaseFile file(office.path(), CaseFile::Mode::Write);
        FAIL("opened for writing");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::ReadOnly);
        CHECK(error.message().contains(u"network drive"));
    }
    const CaseFile file(office.path(), CaseFile::Mode::Read);
}

TEST_CASE("what room is left on a disk is kept for tickets", "[medium]")
{
    HandlingOffice office;
    const Staged staged({.fileSystem = "ext4", .available = Medium::tooLittle - 1});
    office.accepted();
    Progress quiet;
    const QString copy = office.folder.filePath(u"copy.huiyin"_s);
    const QString tables = office.folder.filePath(u"tables"_s);
    CHECK_THROWS_AS(copyDatabase(office.file->database(), copy, false, quiet), StorageError);
    CHECK_THROWS_AS(exportTables(*office.file, tables, {}, quiet), StorageError);
    CHECK_FALSE(QFile::exists(copy));
    CHECK_FALSE(QFile::exists(tables));
}
