// SPDX-License-Identifier: GPL-3.0-or-later
// The structure of a case file, gone through beside the work.
#include "storage/Database.h"
#include "storage/StorageError.h"
#include "storage/StructureCheck.h"
#include "support/DamagedFile.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

TEST_CASE("a sound file has nothing told of its structure", "[structure]")
{
    HandlingOffice office;
    (void)office.replied();
    CaseFile reader(office.path(), CaseFile::Mode::Read);
    const StructureReport report = checkStructure(reader, Progress());
    CHECK(report.isWhole());
    CHECK(report.damaged == QStringList());
    (void)office.accepted(); // it has held nothing up
}

TEST_CASE("a table with a page that can't be read is named, and what refers to nothing is counted", "[structure]")
{
    HandlingOffice office;
    (void)office.replied();
    Database &database = office.file->database();
    database.exec(u"PRAGMA foreign_keys = 0"_s);
    database.exec(u"UPDATE dispatch SET department = 99999"_s);
    office.close();
    {
        CaseFile file(office.path(), CaseFile::Mode::Read);
        const StructureReport report = checkStructure(file, Progress());
        CHECK(report.damaged.isEmpty());
        CHECK(report.orphans > 0);
    }
    damageTable(office.path(), u"attachment_content"_s);
    CaseFile file(office.path(), CaseFile::Mode::Read);
    const StructureReport report = checkStructure(file, Progress());
    CHECK(report.damaged == QStringList{u"attachment_content"_s});
    CHECK_FALSE(report.isWhole());
}

TEST_CASE("going through the structure can be stopped", "[structure]")
{
    HandlingOffice office;
    class Stopped final : public Progress
    {
    public:
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    try {
        (void)checkStructure(*office.file, Stopped());
        FAIL("went on");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::Cancelled);
    }
}
