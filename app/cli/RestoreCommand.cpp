// SPDX-License-Identifier: GPL-3.0-or-later
// restore, and backup --encrypt
#include "RestoreCommand.h"
#include "Command.h"
#include "Identity.h"

#include "backup/BackupFolder.h"
#include "backup/EncryptedCopy.h"
#include "backup/Restore.h"
#include "storage/OwnerLock.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

int runRestore(const QStringList &arguments)
{
    Arguments options(
        u"restore"_s,
        Cli::tr("Makes a case file from a backup, verified first. The backup is only read. Where accounts "
                "have passwords two persons restore: --user, --reason, --second."));
    options.positional(u"BACKUP"_s, Cli::tr("A backup (.huiyin), or an encrypted one (.huiyin.enc)."));
    options.positional(u"OUT"_s, Cli::tr("The case file to make."));
    options.flag(
        u"force"_s,
        Cli::tr("Takes the place of a case file that stands there; that is moved aside, nothing is deleted. Who may "
                "restore is asked of the accounts of the backup, as those of the file there may be lost."));
    options.flag(u"passphrase-stdin"_s,
                 Cli::tr("The passphrase of an encrypted backup, or its recovery code, is the first line of standard "
                         "input."));
    addUserOption(options);
    addConsentOptions(options);
    if (!options.parse(arguments))
        return Done;
    const QString backup = options.argument(0);
    const QString out = QFileInfo(options.argument(1)).absoluteFilePath();
    const bool withPassphrase = options.isSet(u"passphrase-stdin"_s);
    if (isEncryptedCopy(backup) && !withPassphrase)
        throw UsageError{Cli::tr("The backup is encrypted: give --passphrase-stdin, and the passphrase on standard "
                                 "input.")};
    const Password passphrase = withPassphrase ? passwordFromInput() : Password();

    const SystemClock clock;
    const bool exchanges = QFileInfo::exists(out) && options.isSet(u"force"_s);
    if (exchanges && !OwnerLock::holder(out).isEmpty()) {
        throw CommandError{
            Cli::tr("“%1” is open for writing: close it first.").arg(QDir::toNativeSeparators(options.argument(1)))};
    }
    const QString target = exchanges ? restoredName(out, clock.now()) : out;
    RestoreRequest request{.backup = backup,
                           .passphrase = passphrase,
                           .target = target,
                           .user = options.value(u"user"_s),
                           .consent = {.reason = options.value(u"reason"_s), .second = options.value(u"second"_s)}};
    if (!request.user.isEmpty())
        request.password = passwordFromInput();
    if (!request.consent.second.isEmpty())
        request.consent.password = passwordFromInput();
    TerminalProgress progress;
    const auto result = restoreBackup(request, clock, progress);
    if (!result) {
        Refusal refusal = result.error();
        if (refusal.field == u"user")
            refusal.reason += u' ' + Cli::tr("Give --user NAME, and the password on standard input.");
        throw CommandError{withOption(refusal)};
    }
    if (exchanges) {
        const QString aside = exchangeCaseFile(out, target, clock.now());
        message(Cli::tr("What stood there is “%1” now.").arg(QDir::toNativeSeparators(aside)));
    }
    message(result->manifest
                ? Cli::tr("Restored as it was on %1: %2 tickets, %3 calls.")
                      .arg(result->manifest->made.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s),
                           QString::number(result->facts.tickets), QString::number(result->facts.calls))
                : Cli::tr("Restored from a copy without a manifest: %1 tickets, %2 calls. Its records hold.")
                      .arg(QString::number(result->facts.tickets), QString::number(result->facts.calls)));
    if (!result->sound)
        message(Cli::tr("The copy is faithful, but the case file has faults: run “check” on it."));
    return Done;
}

void encryptedBackup(const QString &path, const QString &out, bool overwrite, const Progress &progress)
{
    if (!out.endsWith(encryptedSuffix))
        throw UsageError{Cli::tr("The name of an encrypted backup ends in “%1”.").arg(u".huiyin.enc"_s)};
    if (QFileInfo::exists(out) && !overwrite)
        throw CommandError{Cli::tr("There is already a file “%1”. It was left as it is.").arg(out)};
    std::optional<BackupKey> key;
    {
        CaseFile file(path, CaseFile::Mode::Read);
        key = backupKeyOf(file);
    }
    if (!key)
        throw CommandError{Cli::tr("The case file has no passphrase for backups yet: set one in the window, under "
                                   "Set-up, Backups.")};
    // Beside the file itself: nothing unencrypted touches the medium.
    const QTemporaryDir place(QFileInfo(path).absolutePath() + u"/.backup-XXXXXX");
    if (!place.isValid())
        throw CommandError{place.errorString()};
    const KeptBackup made = backUpInto(place.path(), path, BackupReason::ByHand, SystemClock(), progress);
    encryptCopy(made.path, *made.manifest, *key, out, overwrite, progress);
    if (!made.manifest->sound)
        message(Cli::tr("The copy is faithful, but the case file has faults: run “check” on it."));
}

} // namespace huiyin::cli
