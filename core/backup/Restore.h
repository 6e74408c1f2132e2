// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/BackupManifest.h"
#include "casework/BackupKey.h"
#include "casework/Consent.h"
#include "domain/Clock.h"
#include "domain/Progress.h"

#include <QString>

#include <memory>
#include <optional>

namespace huiyin {

class CaseFile;
class PartialFile;

// A case file made from a backup: copied or decrypted, compared with its manifest, verified, brought up to date when it
// is of an older program, and open for writing so that the restoring can be recorded in it. It has no name until
// finish(); left without, it leaves nothing behind. The backup itself is only read.
class RestoredFile
{
public:
    // Nothing may stand at `target`. Throws StorageError (Damaged, InUse, Exists, Newer, NotCaseFile, Cancelled, and
    // Other for a passphrase that doesn't open it), FileError.
    RestoredFile(const QString &backup, const Password &passphrase, const QString &target,
                 const Progress &progress = {});
    ~RestoredFile();
    RestoredFile(const RestoredFile &) = delete;
    RestoredFile &operator=(const RestoredFile &) = delete;

    [[nodiscard]] CaseFile &file(); // open for writing
    // nullopt: a copy without a manifest, as “Back up a copy” makes it; verified by its own records only.
    [[nodiscard]] const std::optional<BackupManifest> &manifest() const { return m_manifest; }
    [[nodiscard]] bool isSound() const { return m_sound; } // false: it has the faults that the original had
    // What records call it.
    [[nodiscard]] QString name() const;
    // Closes the connection, so that another thread can go on with it; file() opens it again.
    void rest();
    void finish();

private:
    QString m_backup;
    std::unique_ptr<PartialFile> m_partial;
    std::unique_ptr<CaseFile> m_file;
    std::optional<BackupManifest> m_manifest;
    bool m_sound = true;
};

// What is to be restored, and by whom.
struct RestoreRequest
{
    QString backup{};
    Password passphrase{}; // or the recovery code, of an encrypted one
    QString target{};      // nothing may stand there
    // The copy that was tried before, at rest, of the same backup and target: goes on with it, and reads the backup no more.
    std::shared_ptr<RestoredFile> tried{};
    // Where the case file that it takes the place of could be asked: who works there, and what was agreed to there.
    std::optional<ConsentNote> approved{};
    QString user{};      // login or name
    Password password{}; // by the accounts of the backup, when nothing was approved before
    Consent consent{};
};

struct RestoreResult
{
    std::optional<BackupManifest> manifest{};
    FileFacts facts{};
    bool sound = true;
};

// Makes a case file of a backup and records in its history who restored it. When nothing was approved before and its
// accounts have passwords, it takes two of them: a refusal then has the field “user”, “password”, “reason”, “second” or
// “secondPassword”. Throws as RestoredFile does. Refused or thrown, nothing stands at the target.
Outcome<RestoreResult> restoreBackup(const RestoreRequest &request, const Clock &clock, const Progress &progress = {});

// Where a backup is restored to when it shall take the place of the case file: beside it, under a name of its own.
QString restoredName(const QString &caseFile, const QDateTime &now);

// Puts the restored file in the case file's place; a link to that stays a link. What stood there is moved aside with all that SQLite keeps beside it,
// never deleted; returns its path now, "" when nothing stood there. Throws StorageError InUse when a program has it open
// for writing, Other when a name could not be given; then everything stands as it did.
QString exchangeCaseFile(const QString &caseFile, const QString &restored, const QDateTime &now);

} // namespace huiyin
