// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Backup.h"

#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/SafeFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// VACUUM INTO writes only the copy, but SQLite counts it as writing: a reading connection is let to for as long.
void copyInto(Database &database, const QString &path)
{
    if (database.access() != Database::Access::Read) {
        database.exec(u"VACUUM INTO ?"_s, path);
        return;
    }
    database.exec(u"PRAGMA query_only = 0"_s);
    try {
        database.exec(u"VACUUM INTO ?"_s, path);
    } catch (...) {
        database.exec(u"PRAGMA query_only = 1"_s);
        throw;
    }
    database.exec(u"PRAGMA query_only = 1"_s);
}

void verifyCopy(const QString &path)
{
    Database copy(path, Database::Access::Read);
    const auto verdict = copy.value<QString>(u"PRAGMA quick_check(1)"_s);
    qint64 orphans = 0;
    copy.each(u"PRAGMA foreign_key_check"_s, [&orphans](const Row &) { ++orphans; });
    if (verdict != u"ok" || orphans > 0) {
        throw StorageError(StorageError::Kind::Damaged,
                           Text::tr("The copy did not pass its check and was thrown away."),
                           verdict.value_or(QString()));
    }
    const qint64 office = copy.value<qint64>(u"SELECT count(*) FROM office"_s).value_or(0);
    if (HistoryRepository(copy).firstBreak() || office != 1)
        throw StorageError(StorageError::Kind::Damaged,
                           Text::tr("The copy did not pass its check and was thrown away."));
}

} // namespace

void copyDatabase(Database &database, const QString &target, bool overwrite)
{
    const QFileInfo info(target);
    if (!overwrite && (info.exists() || info.isSymLink())) {
        throw StorageError(
            StorageError::Kind::Exists,
            Text::tr("There is already a file “%1”. It was left as it is.").arg(QDir::toNativeSeparators(target)));
    }
    if (info.exists() && info.canonicalFilePath() == QFileInfo(database.path()).canonicalFilePath())
        throw StorageError(StorageError::Kind::Exists, Text::tr("A file can't be copied onto itself."));
    const QString partial = info.absoluteFilePath() + u".partial-" + QUuid::createUuid().toString(QUuid::Id128);
    QFile file(partial);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        throw StorageError(StorageError::Kind::ReadOnly,
                           Text::tr("No file can be made in “%1”: %2")
                               .arg(QDir::toNativeSeparators(info.absolutePath()), file.errorString()));
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    try {
        copyInto(database, partial);
        verifyCopy(partial);
        for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
            QFile::remove(partial + suffix);
        syncToDisk(partial);
        if (!replaceFile(partial, info.absoluteFilePath(), overwrite)) {
            throw StorageError(
                StorageError::Kind::Exists,
                Text::tr("The copy could not be given its name “%1”.").arg(QDir::toNativeSeparators(target)));
        }
    } catch (...) {
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
            QFile::remove(partial + suffix);
        throw;
    }
}

void backUp(const QString &path, const QString &target, bool overwrite)
{
    CaseFile file(path, CaseFile::Mode::Read);
    copyDatabase(file.database(), target, overwrite);
}

} // namespace huiyin
