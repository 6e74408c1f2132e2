// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/Drill.h"

#include "backup/EncryptedCopy.h"
#include "backup/Restore.h"
#include "storage/CaseFile.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Drill)
};

void compare(const KeptBackup &backup, CaseFile &file, const Progress &progress, DrillReport &report)
{
    const BackupManifest &manifest = *backup.manifest;
    const QTemporaryDir place(QFileInfo(backup.path).absolutePath() + u"/.drill-XXXXXX");
    if (!place.isValid()) {
        report.findings.append(
            Text::tr("Beside the backups no file can be made for the trial: %1").arg(place.errorString()));
        return;
    }
    RestoredFile restored(backup.path, {}, place.filePath(u"drill.huiyin"_s), progress);
    if (!restored.isSound() && manifest.sound)
        report.findings.append(Text::tr("Records of the restored file are not as they were written."));
    const bool sameVersion = factsOf(file).version == manifest.facts.version;
    const QByteArray figures = figuresDigest(restored.file(), manifest.month, progress);
    if (sameVersion && figures != manifest.figures)
        report.findings.append(
            Text::tr("The figures of %1 are not those of when the backup was made.").arg(manifest.month));
    if (hasChangedSince(file, manifest) || !sameVersion)
        return;
    const QByteArray now = figuresDigest(file, manifest.month, progress);
    if (hasChangedSince(file, manifest))
        return; // meanwhile
    report.figuresCompared = true;
    if (figures != now)
        report.findings.append(
            Text::tr("The figures of %1 are others in the backup than in the case file.").arg(manifest.month));
}

} // namespace

DrillReport drillBackup(const KeptBackup &backup, CaseFile &file, const Progress &progress)
{
    DrillReport report;
    if (!backup.counts()) {
        report.name = u"file "_s + QFileInfo(backup.path).fileName();
        report.findings.append(Text::tr("The backup has no manifest that agrees with it."));
        return report;
    }
    report.name = backup.manifest->name();
    try {
        compare(backup, file, progress, report);
    } catch (const StorageError &error) {
        if (error.kind() == StorageError::Kind::Cancelled)
            throw;
        report.findings.append(error.message());
    } catch (const std::exception &error) {
        report.findings.append(QString::fromUtf8(error.what()));
    }
    return report;
}

QStringList drillMedium(const QString &folder, CaseFile &file, const Progress &progress)
{
    try {
        QList<KeptBackup> there = backupsIn(folder, fileKeyOf(file));
        there.removeIf([](const KeptBackup &backup) { return !backup.path.endsWith(encryptedSuffix); });
        if (there.isEmpty())
            return {}; // told elsewhere
        const auto newest = newestBackup(there);
        if (!newest)
            return {Text::tr("No copy on the second medium has a manifest that agrees with it.")};
        if (!isIntact(*newest, progress)) {
            return {Text::tr("The newest copy on the second medium, “%1”, can't be read as it was written.")
                        .arg(QFileInfo(newest->path).fileName())};
        }
        (void)keyOfEncrypted(newest->path);
        return {};
    } catch (const StorageError &error) {
        if (error.kind() == StorageError::Kind::Cancelled)
            throw;
        return {error.message()};
    } catch (const std::exception &error) {
        return {QString::fromUtf8(error.what())};
    }
}

} // namespace huiyin
