// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/BackupFolder.h"

#include <QStringList>

namespace huiyin {

// A backup and where it lies.
struct PlacedBackup
{
    KeptBackup backup{};
    bool onMedium = false; // the second medium, or a file that was looked for by hand
    QString folder{};      // told when it is another one than where backups are made now
};

// Where a case file's backups may lie. Without its key, as while it is not open, all folders that this computer knows of are
// gone through, and names tell whose a backup is.
struct BackupSearch
{
    QString caseFile{}; // "": none is known
    QString fileKey{};
    QString folder{}; // as it is chosen now; these three with the key only
    QString medium{};
    QStringList earlier{};
    QStringList others{}; // files that were looked for by hand
};

// Of every office that has backups on this computer; `caseFile`: "" when none is known.
[[nodiscard]] QStringList knownBackupFolders(const QString &caseFile);
[[nodiscard]] KeptBackup backupAt(const QString &path);
// All that a case file can be made of. May take a while on a slow medium.
[[nodiscard]] QList<PlacedBackup> backupsToRestore(const BackupSearch &search);

// Both folders together, and of those that were chosen earlier the newest verified one, as long as the folder of now has
// none that is newer: choosing a folder loses no backup. May take a while on a slow medium.
QList<PlacedBackup> backupsOf(const QString &folder, const QString &medium, const QStringList &earlier,
                              const QString &fileKey, const QString &base);

} // namespace huiyin
