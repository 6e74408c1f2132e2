// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/KnownBackups.h"

#include "backup/EncryptedCopy.h"
#include "shell/Settings.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Where the file can't be asked who it is, its name tells: the backups of that name, and those of the same office under
// others. Of other offices nothing is offered in its place.
void leaveOtherOffices(QList<PlacedBackup> &backups, const QString &base)
{
    QSet<QString> offices;
    const auto bearsName = [&base](const PlacedBackup &one) {
        return baseOfBackup(QFileInfo(one.backup.path).fileName()) == base;
    };
    for (const PlacedBackup &one : std::as_const(backups)) {
        if (bearsName(one) && one.backup.manifest)
            offices.insert(one.backup.manifest->facts.fileKey);
    }
    backups.removeIf([&](const PlacedBackup &one) {
        return !bearsName(one) && !(one.backup.manifest && offices.contains(one.backup.manifest->facts.fileKey));
    });
}

} // namespace

QStringList knownBackupFolders(const QString &caseFile)
{
    QStringList folders;
    const auto add = [&folders](const QString &folder) {
        if (!folder.isEmpty() && !folders.contains(folder))
            folders.append(folder);
    };
    if (!caseFile.isEmpty())
        add(defaultBackupFolder(caseFile));
    Settings kept;
    kept.beginGroup(u"backups"_s);
    const QStringList keys = kept.childGroups();
    for (const QString &key : keys) {
        add(kept.value(key + u"/folder").toString());
        add(kept.value(key + u"/medium").toString());
        const QStringList earlier = kept.value(key + u"/earlier").toStringList();
        for (const QString &folder : earlier)
            add(folder);
    }
    if (caseFile.isEmpty()) {
        const QStringList recent = recentFiles();
        for (const QString &path : recent)
            add(defaultBackupFolder(path));
    }
    return folders;
}

KeptBackup backupAt(const QString &path)
{
    const QList<KeptBackup> there = backupsIn(QFileInfo(path).absolutePath());
    const auto found = std::ranges::find(there, QFileInfo(path).absoluteFilePath(), &KeptBackup::path);
    return found != there.end() ? *found : KeptBackup{.path = path, .size = QFileInfo(path).size()};
}

QList<PlacedBackup> backupsToRestore(const BackupSearch &search)
{
    const QString base = QFileInfo(search.caseFile).completeBaseName();
    QStringList earlier = search.earlier;
    if (!search.medium.isEmpty())
        earlier.removeIf([&search](const QString &one) { return isSameFolder(one, search.medium); });
    const bool isKnown = !search.fileKey.isEmpty();
    const QStringList folders =
        isKnown ? QStringList{search.folder, search.medium} + earlier : knownBackupFolders(search.caseFile);
    QList<PlacedBackup> backups;
    for (qsizetype i = 0; i < folders.size(); ++i) {
        const QList<KeptBackup> found =
            folders[i].isEmpty() ? QList<KeptBackup>() : backupsIn(folders[i], search.fileKey, base);
        const QString told = earlier.contains(folders[i]) ? folders[i] : QString();
        for (const KeptBackup &backup : found)
            backups.append({backup, i > 0 || isEncryptedCopy(backup.path), told});
    }
    if (!isKnown && !base.isEmpty())
        leaveOtherOffices(backups, base);
    if (!base.isEmpty()) {
        for (const KeptBackup &copy : keptCopiesOf(search.caseFile))
            backups.append({copy, false, {}});
    }
    for (const QString &path : search.others) {
        if (std::ranges::none_of(backups, [&path](const PlacedBackup &one) { return one.backup.path == path; }))
            backups.append({backupAt(path), true, {}});
    }
    return backups;
}

QList<PlacedBackup> backupsOf(const QString &folder, const QString &medium, const QStringList &earlier,
                              const QString &fileKey, const QString &base)
{
    QList<PlacedBackup> all;
    const auto add = [&](const QString &place, bool onMedium) {
        const QList<KeptBackup> found = place.isEmpty() ? QList<KeptBackup>() : backupsIn(place, fileKey, base);
        for (const KeptBackup &backup : found)
            all.append({backup, onMedium, {}});
    };
    add(folder, false);
    std::optional<KeptBackup> newest;
    for (const PlacedBackup &one : std::as_const(all)) {
        if (one.backup.counts() && (!newest || one.backup.number > newest->number))
            newest = one.backup;
    }
    std::optional<PlacedBackup> before;
    for (const QString &place : earlier) {
        if (!medium.isEmpty() && isSameFolder(place, medium))
            continue; // all of its are told below
        const auto there = newestBackup(backupsIn(place, fileKey));
        if (there && (!newest || there->number > newest->number)) {
            newest = there;
            before = PlacedBackup{.backup = *there, .folder = place};
        }
    }
    if (before)
        all.append(*before);
    if (medium != folder)
        add(medium, true);
    return all;
}

} // namespace huiyin
