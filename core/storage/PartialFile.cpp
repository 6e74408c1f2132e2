// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/PartialFile.h"

#include "storage/Medium.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

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

bool hasContents(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && info.size() > 0;
}

StorageError standsThere(const QString &target)
{
    return StorageError(
        StorageError::Kind::Exists,
        Text::tr("There is already a file “%1”. It was left as it is.").arg(QDir::toNativeSeparators(target)));
}

} // namespace

PartialFile::PartialFile(const QString &target, bool overwrite)
    : m_target(QFileInfo(target).absoluteFilePath())
    , m_path(m_target + u".partial-" + QUuid::createUuid().toString(QUuid::Id128))
    , m_overwrite(overwrite)
{
    const QFileInfo info(m_target);
    const bool exists = info.exists() || info.isSymLink();
    if (exists && !overwrite)
        throw standsThere(target);
    requireRoom(info.absolutePath());
    if (exists)
        m_lock = std::make_unique<OwnerLock>(m_target);
    // SQLite would play it back into the new file.
    for (const QString &suffix : {u"-wal"_s, u"-journal"_s}) {
        if (!hasContents(m_target + suffix))
            continue;
        throw StorageError(StorageError::Kind::Other,
                           Text::tr("Beside “%1” lies “%2”, which an interrupted program has left; it may hold tickets "
                                    "that were saved. Open “%1” once for writing if it is there, or move both away. "
                                    "Nothing was changed.")
                               .arg(QDir::toNativeSeparators(target), info.fileName() + suffix));
    }
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        throw StorageError(StorageError::Kind::ReadOnly,
                           Text::tr("No file can be made in “%1”: %2")
                               .arg(QDir::toNativeSeparators(info.absolutePath()), file.errorString()));
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // citizens' data is nobody else's
}

PartialFile::~PartialFile()
{
    if (m_path.isEmpty())
        return;
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(m_path + suffix);
}

void PartialFile::finish()
{
    // What SQLite could not bring into the file when it was closed would be lost with the other name.
    if (hasContents(m_path + u"-wal") || hasContents(m_path + u"-journal")) {
        throw StorageError(StorageError::Kind::DiskFull,
                           Text::tr("“%1” could not be written to its end; the disk may be full. Nothing was changed.")
                               .arg(QDir::toNativeSeparators(m_target)));
    }
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(m_path + suffix);
    try {
        syncToDisk(m_path);
    } catch (const FileError &error) {
        throw StorageError(StorageError::Kind::Other, error.message());
    }
    // Not overwriting: it fails when something has appeared there meanwhile.
    if (!replaceFile(m_path, m_target, m_overwrite)) {
        if (!m_overwrite && QFileInfo::exists(m_target))
            throw standsThere(m_target);
        throw StorageError(
            StorageError::Kind::Other,
            Text::tr("The file could not be given its name “%1”.").arg(QDir::toNativeSeparators(m_target)));
    }
    m_path.clear();
}

} // namespace huiyin
