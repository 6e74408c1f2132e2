// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/BackupManifest.h"
#include "backup/Rotation.h"
#include "casework/BackupKey.h"
#include "domain/Clock.h"
#include "domain/Progress.h"
#include "storage/FilePlace.h"

#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// A copy that lies in a folder of backups.
struct KeptBackup
{
    enum class State {
        Whole,      // its manifest is there and agrees with its name and size
        Unattested, // there is no manifest, or it is of another copy
        Altered,    // its size, or once it was read its checksum, is another
    };

    QString path{};
    State state = State::Unattested;
    qint64 size = 0;
    qint64 number = 0; // by its name
    std::optional<BackupManifest> manifest{};

    [[nodiscard]] bool counts() const { return state == State::Whole; }
};

// Where the backups of a case file lie unless another folder is chosen: beside it, called by the language; the folder of
// the other language where that alone is there.
QString defaultBackupFolder(const QString &caseFile);

// Whether two paths are one folder, links followed: a second medium has to be another than that of the backups.
bool isSameFolder(const QString &one, const QString &other);

// The backups in a folder, the newest first by number; of one case file only when its key is given, and then also what
// has no manifest and bears its base name. Opens no copy.
QList<KeptBackup> backupsIn(const QString &folder, const QString &fileKey = {}, const QString &base = {});
// The newest that counts.
std::optional<KeptBackup> newestBackup(const QList<KeptBackup> &backups);

// Reads the whole copy: its checksum is that of its manifest. False also for one that is open as a case file.
bool isIntact(const KeptBackup &backup, const Progress &progress = {});

// Whether the case file holds something that the copy doesn't.
bool hasChangedSince(CaseFile &file, const BackupManifest &manifest);

// Makes a verified backup of a case file into the folder, which is made for its owner alone when it isn't there, by a
// reading connection of its own; then thins the folder out. A killed program leaves nothing that bears the name of a
// backup. Its number comes after `after`, the last one that was given elsewhere. `place`: where the case file was opened,
// when it is open in this program; what stands there instead by now is not opened (Kind::Moved). Throws StorageError,
// FileError.
KeptBackup backUpInto(const QString &folder, const QString &caseFile, BackupReason reason, const Clock &clock,
                      const Progress &progress = {}, qint64 after = 0, const FilePlace &place = {});

// Takes away what the rule doesn't keep: only files whose name and manifest are ours, of this case file, and not while
// fewer than three others, and the next newer one that stays in its stead, are found whole. Copies of one case file
// under two names (a restored one beside the office's) are thinned apart, and so are encrypted ones. Returns how many
// went.
int thinOut(const QString &folder, const QString &fileKey, const RotationRule &rule = {},
            const Progress &progress = {});

// An encrypted copy of a backup in another folder, with a manifest of its own; thins that folder out.
KeptBackup copyToMedium(const KeptBackup &backup, const QString &folder, const BackupKey &key,
                        const Progress &progress = {});

// The copy that was kept beside the case file when it was brought up to date (CaseFile::keptCopy) gets its manifest, so that
// a restore can tell whether it is as it was. `file`: the case file of now. Throws StorageError, FileError.
void attestKeptCopy(const QString &copy, CaseFile &file, const Clock &clock, const Progress &progress = {});
// Those copies beside a case file, the newest first.
QList<KeptBackup> keptCopiesOf(const QString &caseFile);

// Of a month that is over, as of a day: SHA-256 of its figures, to be compared with those of a restored copy.
QByteArray figuresDigest(CaseFile &file, const QString &month, const Progress &progress = {});

} // namespace huiyin
