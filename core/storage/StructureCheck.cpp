// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StructureCheck.h"

#include "domain/Progress.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isDamage(const StorageError &error)
{
    return error.kind() == StorageError::Kind::Damaged || error.kind() == StorageError::Kind::NotCaseFile;
}

bool isTableWhole(Database &database, const QString &table)
{
    try {
        return database.value<QString>(u"PRAGMA quick_check(\"%1\")"_s.arg(table)) == u"ok";
    } catch (const StorageError &error) {
        if (!isDamage(error))
            throw;
        return false;
    }
}

qint64 orphansOf(Database &database, const QString &table)
{
    qint64 orphans = 0;
    try {
        database.each(u"PRAGMA foreign_key_check(\"%1\")"_s.arg(table), [&orphans](const Row &) { ++orphans; });
    } catch (const StorageError &error) {
        if (!isDamage(error))
            throw;
    }
    return orphans;
}

} // namespace

StructureReport checkStructure(CaseFile &file, const Progress &progress)
{
    Database &database = file.database();
    StructureReport report;
    const QStringList tables =
        database.all(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
                     "AND name NOT LIKE 'sqlite_%' ORDER BY rowid"_s,
                     [](const Row &row) { return row.get<QString>(0); });
    for (const QString &table : tables) {
        stopIfCancelled(progress);
        if (!isTableWhole(database, table)) {
            report.wasMoved = database.place() != FilePlace::State::There;
            if (report.wasMoved)
                return report;
            Database again(file.path(), Database::Access::Read);
            if (!isTableWhole(again, table))
                report.damaged.append(table);
            continue;
        }
        stopIfCancelled(progress);
        report.orphans += orphansOf(database, table);
    }
    return report;
}

} // namespace huiyin
