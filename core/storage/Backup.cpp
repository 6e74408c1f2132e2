// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Backup.h"

#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/PartialFile.h"

#include <QCoreApplication>
#include <QFileInfo>

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

// What is wrong with the records of a file; the structure is SQLite's own affair.
struct RecordFaults
{
    qint64 orphans = 0;
    std::optional<qint64> brokenHistory;
    bool operator==(const RecordFaults &) const = default;
    [[nodiscard]] bool any() const { return orphans > 0 || brokenHistory; }
};

RecordFaults faultsOf(Database &database)
{
    RecordFaults faults;
    database.each(u"PRAGMA foreign_key_check"_s, [&faults](const Row &) { ++faults.orphans; });
    faults.brokenHistory = HistoryRepository(database).firstBreak();
    return faults;
}

bool isWhole(Database &copy, QString &verdict)
{
    verdict = copy.value<QString>(u"PRAGMA quick_check(1)"_s).value_or(QString());
    return verdict == u"ok" && copy.value<qint64>(u"SELECT count(*) FROM office"_s) == 1;
}

// True: sound. False: a faithful copy of a file that has faults itself.
bool verifyCopy(Database &original, Database &copy)
{
    QString verdict;
    const bool whole = isWhole(copy, verdict);
    const RecordFaults faults = faultsOf(copy);
    if (whole && (!faults.any() || faults == faultsOf(original)))
        return !faults.any();
    throw StorageError(StorageError::Kind::Damaged, Text::tr("The copy did not pass its check and was thrown away."),
                       verdict);
}

} // namespace

bool copyDatabase(Database &database, const QString &target, bool overwrite, const Progress &progress,
                  const WhenWhole &whole)
{
    const QFileInfo info(target);
    if (info.exists() && info.canonicalFilePath() == QFileInfo(database.path()).canonicalFilePath())
        throw StorageError(StorageError::Kind::Exists, Text::tr("A file can't be copied onto itself."));
    PartialFile partial(target, overwrite);
    copyInto(database, partial.path());
    stopIfCancelled(progress);
    bool sound = true;
    {
        // As a new file: a copy is to be worked with as safely as the original.
        Database copy(partial.path(), Database::Access::Create);
        sound = verifyCopy(database, copy);
        copy.checkpoint();
    }
    stopIfCancelled(progress);
    if (whole)
        whole(partial.path(), sound);
    partial.finish();
    return sound;
}

bool backUp(const QString &path, const QString &target, bool overwrite, const Progress &progress,
            const WhenWhole &whole)
{
    CaseFile file(path, CaseFile::Mode::Read);
    return copyDatabase(file.database(), target, overwrite, progress, whole);
}

bool backUp(CaseFile &file, const QString &target, bool overwrite, const Progress &progress)
{
    const auto requirePlace = [&file] {
        if (file.database().place() != FilePlace::State::There) {
            throw StorageError(StorageError::Kind::Moved,
                               Text::tr("“%1” isn't at its place any more. What stands there now was not copied; save "
                                        "what is open elsewhere.")
                                   .arg(QFileInfo(file.path()).fileName()));
        }
    };
    requirePlace();
    return backUp(file.path(), target, overwrite, progress, [&](const QString &, bool) { requirePlace(); });
}

bool verifyBackup(const QString &path)
{
    Database copy(path, Database::Access::Create);
    QString verdict;
    if (!isWhole(copy, verdict)) {
        throw StorageError(StorageError::Kind::Damaged,
                           Text::tr("The backup did not pass its check: it is damaged. Nothing was restored from it."),
                           verdict);
    }
    const bool sound = !faultsOf(copy).any();
    copy.checkpoint();
    return sound;
}

} // namespace huiyin
