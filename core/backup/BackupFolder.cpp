// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/BackupFolder.h"

#include "backup/EncryptedCopy.h"
#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsReport.h"
#include "storage/Backup.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/OwnerLock.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr qint64 mostManifest = 1024 * 1024;

QByteArray bytesOf(const QString &path, qint64 most)
{
    QFile file(path);
    return file.size() <= most && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray hashOf(const QString &path, const Progress &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(Text::tr("“%1” can't be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    constexpr qint64 piece = qint64{1} << 20;
    while (!file.atEnd()) {
        stopIfCancelled(progress);
        const QByteArray bytes = file.read(piece);
        if (bytes.isEmpty())
            throw FileError(Text::tr("“%1” can't be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
        hash.addData(bytes);
    }
    return hash.result();
}

// For its owner alone. The folder above must be there: a stick that isn't plugged in is not made a folder of the disk.
void makeFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return;
    if (!QDir(info.absolutePath()).exists() || !QDir().mkdir(folder)) {
        throw FileError(Text::tr("The folder for backups “%1” is not there and can't be made.")
                            .arg(QDir::toNativeSeparators(folder)));
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

// Of a trial restore that was stopped: a copy in the clear, which nobody sees.
void removeTrial(const QString &folder)
{
    const QFileInfoList files = QDir(folder).entryInfoList({u"drill.huiyin*"_s}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &info : files)
        QFile::remove(info.filePath());
    QDir().rmdir(folder); // not when somebody has put something else there
}

// What a program that was stopped in the middle has left: copies that never got their name, slips without a copy.
void tidyUp(const QString &folder, const QString &fileKey)
{
    constexpr qint64 surelyStopped = 3600; // s; another program may be at work here
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-surelyStopped);
    const QFileInfoList trials =
        QDir(folder).entryInfoList({u".drill-??????"_s}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo &info : trials) {
        if (info.lastModified() <= before)
            removeTrial(info.filePath());
    }
    const QFileInfoList files = QDir(folder).entryInfoList(
        {u"*.huiyin.partial-*"_s, u"*.json"_s, u"*.enc.??????"_s, u"*.json.??????"_s}, QDir::Files);
    for (const QFileInfo &info : files) {
        if (info.lastModified() > before)
            continue;
        const QString name = info.fileName();
        if (const qsizetype partial = name.lastIndexOf(u".partial-"); partial > 0) {
            if (numberOfBackup(name.first(partial)))
                QFile::remove(info.filePath());
        } else if (!name.endsWith(manifestSuffix)) { // as SafeFile calls it before it has its name
            if (numberOfBackup(name.first(name.lastIndexOf(u'.'))))
                QFile::remove(info.filePath());
        } else if (numberOfBackup(name) && !QFileInfo::exists(info.filePath().chopped(manifestSuffix.size()))) {
            const auto manifest = BackupManifest::fromJson(bytesOf(info.filePath(), mostManifest));
            if (manifest && manifest->facts.fileKey == fileKey)
                QFile::remove(info.filePath());
        }
    }
}

QString lastClosedMonth(CaseFile &file, const QDateTime &now)
{
    return file.zone().day(now).addMonths(-1).toString(u"yyyy-MM"_s);
}

qint64 nextNumber(const QList<KeptBackup> &backups)
{
    constexpr qint64 most = 99'999'999'999; // a stranger's name must not lead beyond the form of ours
    qint64 last = 0;
    for (const KeptBackup &backup : backups) {
        if (backup.number < most)
            last = std::max(last, backup.number);
    }
    return last + 1;
}

// A file that was put where ours stood would be taken for it; and SQLite, which finds our log beside it, would mix them.
void requirePlace(const QString &caseFile, const FilePlace &place)
{
    if (place.state() == FilePlace::State::There)
        return;
    throw StorageError(
        StorageError::Kind::Moved,
        Text::tr("“%1” isn't at its place any more: it was moved, deleted or replaced. No backup was made "
                 "of what stands there. Put it back, or save what is open elsewhere.")
            .arg(QFileInfo(caseFile).fileName()));
}

void writeManifest(const QString &copy, const BackupManifest &manifest)
{
    SafeFile file(copy + manifestSuffix, true);
    file.write(manifest.toJson());
    file.commit();
}

} // namespace

QString defaultBackupFolder(const QString &caseFile)
{
    const QDir beside = QFileInfo(caseFile).absoluteDir();
    const QString name = Text::tr("Backups", "name of a folder");
    // Whoever turns to the other language finds the backups that were made before.
    for (const QString &earlier : {u"备份"_s, u"Backups"_s}) {
        if (!beside.exists(name) && QFileInfo(beside.filePath(earlier)).isDir())
            return beside.filePath(earlier);
    }
    return beside.filePath(name);
}

bool isSameFolder(const QString &one, const QString &other)
{
    const QString canonical = QFileInfo(one).canonicalFilePath();
    return !one.isEmpty() && !other.isEmpty()
           && (QDir::cleanPath(one) == QDir::cleanPath(other)
               || (!canonical.isEmpty() && canonical == QFileInfo(other).canonicalFilePath()));
}

QList<KeptBackup> backupsIn(const QString &folder, const QString &fileKey, const QString &base)
{
    QList<KeptBackup> backups;
    const QFileInfoList files =
        QDir(folder).entryInfoList({u"*.huiyin"_s, u"*.huiyin"_s + encryptedSuffix}, QDir::Files | QDir::NoSymLinks);
    for (const QFileInfo &info : files) {
        const auto number = numberOfBackup(info.fileName());
        if (!number)
            continue;
        KeptBackup backup{.path = info.absoluteFilePath(), .size = info.size(), .number = *number};
        backup.manifest = BackupManifest::fromJson(bytesOf(backup.path + manifestSuffix, mostManifest));
        const bool agrees = backup.manifest && backup.manifest->number == *number
                            && backup.manifest->encrypted == info.fileName().endsWith(encryptedSuffix);
        if (!agrees)
            backup.manifest.reset();
        else
            backup.state = backup.manifest->size == info.size() ? KeptBackup::State::Whole : KeptBackup::State::Altered;
        const bool isOurs = fileKey.isEmpty()
                            || (backup.manifest ? backup.manifest->facts.fileKey == fileKey
                                                : !base.isEmpty() && info.fileName().startsWith(base + u'-'));
        if (isOurs)
            backups.append(backup);
    }
    std::ranges::sort(backups, [](const KeptBackup &a, const KeptBackup &b) {
        return a.number != b.number ? a.number > b.number : a.path < b.path; // the copy before its encrypted one
    });
    return backups;
}

std::optional<KeptBackup> newestBackup(const QList<KeptBackup> &backups)
{
    const auto found = std::ranges::find_if(backups, &KeptBackup::counts);
    return found == backups.end() ? std::nullopt : std::optional(*found);
}

bool isIntact(const KeptBackup &backup, const Progress &progress)
{
    // Somebody works with it as a case file: reading it here and closing it would take SQLite's locks from this process.
    if (!backup.counts() || !OwnerLock::holder(backup.path).isEmpty())
        return false;
    try {
        return hashOf(backup.path, progress) == backup.manifest->sha256;
    } catch (const FileError &) {
        return false; // a medium that was pulled out, or can't be read
    }
}

bool hasChangedSince(CaseFile &file, const BackupManifest &manifest)
{
    // A seal alone is no change: an auditor who looks in leaves one each time.
    const ChainEnd now = chainEndOf(file);
    const ChainEnd &then = manifest.facts.end;
    return now.history != then.history || now.historyHash != then.historyHash || now.access != then.access
           || now.accessHash != then.accessHash;
}

QByteArray figuresDigest(CaseFile &file, const QString &month, const Progress &progress)
{
    const auto period = Period::parseMonth(month);
    if (!period)
        return {};
    const Statistics figures = buildStatistics(file, {.period = *period}, progress);
    return QCryptographicHash::hash(QJsonDocument(toJson(figures, file.zone())).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256);
}

KeptBackup backUpInto(const QString &folder, const QString &caseFile, BackupReason reason, const Clock &clock,
                      const Progress &progress, qint64 after, const FilePlace &place)
{
    requirePlace(caseFile, place);
    makeFolder(folder);
    const QString base = QFileInfo(caseFile).completeBaseName();
    QString fileKey;
    {
        CaseFile file(caseFile, CaseFile::Mode::Read);
        fileKey = fileKeyOf(file);
    }
    tidyUp(folder, fileKey);
    BackupManifest manifest{.number = std::max(nextNumber(backupsIn(folder)), after + 1),
                            .made = clock.now(),
                            .reason = reason,
                            .program = QCoreApplication::applicationVersion()};
    const QString target = QDir(folder).absoluteFilePath(manifest.fileName(base));
    bool named = false;
    try {
        backUp(caseFile, target, false, progress, [&](const QString &partial, bool sound) {
            manifest.sound = sound;
            {
                CaseFile copy(partial, CaseFile::Mode::Read);
                manifest.facts = factsOf(copy);
                manifest.month = lastClosedMonth(copy, manifest.made);
                manifest.figures = figuresDigest(copy, manifest.month, progress);
            }
            manifest.size = QFileInfo(partial).size();
            manifest.sha256 = hashOf(partial, progress);
            stopIfCancelled(progress);
            requirePlace(caseFile, place);
            // The slip first: a copy that bears its name has one.
            writeManifest(target, manifest);
            named = true;
        });
    } catch (...) {
        if (named)
            QFile::remove(target + manifestSuffix);
        throw;
    }
    thinOut(folder, fileKey, {}, progress);
    return {.path = target,
            .state = KeptBackup::State::Whole,
            .size = manifest.size,
            .number = manifest.number,
            .manifest = manifest};
}

KeptBackup copyToMedium(const KeptBackup &backup, const QString &folder, const BackupKey &key, const Progress &progress)
{
    if (!backup.counts() || backup.manifest->encrypted)
        throw FileError(Text::tr("Only a verified backup is copied to another medium."));
    makeFolder(folder);
    if (isSameFolder(folder, QFileInfo(backup.path).absolutePath()))
        throw FileError(Text::tr("The folder on the second medium is that of the backups themselves. Choose another."));
    BackupManifest manifest = *backup.manifest;
    tidyUp(folder, manifest.facts.fileKey);
    manifest.encrypted = true;
    const QString target =
        QDir(folder).absoluteFilePath(manifest.fileName(baseOfBackup(QFileInfo(backup.path).fileName())));
    if (QFileInfo::exists(target)) {
        const QList<KeptBackup> there = backupsIn(folder, manifest.facts.fileKey);
        const auto same = std::ranges::find(there, target, &KeptBackup::path);
        if (same != there.end() && same->counts())
            return *same;
    }
    // Of that number and time it can only be a copy of this one that was interrupted before it had its slip.
    const QByteArray written = encryptCopy(backup.path, *backup.manifest, key, target, true, progress);
    manifest.size = QFileInfo(target).size();
    manifest.sha256 = hashOf(target, progress);
    if (manifest.sha256 != written) {
        QFile::remove(target);
        throw FileError(Text::tr("“%1” doesn't hold what was written to it: the medium fails. Take another one.")
                            .arg(QDir::toNativeSeparators(target)));
    }
    writeManifest(target, manifest);
    thinOut(folder, manifest.facts.fileKey, {}, progress);
    return {.path = target,
            .state = KeptBackup::State::Whole,
            .size = manifest.size,
            .number = manifest.number,
            .manifest = manifest};
}

void attestKeptCopy(const QString &copy, CaseFile &file, const Clock &clock, const Progress &progress)
{
    BackupManifest manifest{
        .made = clock.now(), .reason = BackupReason::BeforeUpdate, .program = QCoreApplication::applicationVersion()};
    manifest.sound = verifyBackup(copy);
    {
        Database database(copy, Database::Access::Create); // a reader would leave SQLite's files beside it
        manifest.facts = factsOfOlder(database);
    }
    manifest.facts.fileKey = fileKeyOf(file);
    manifest.size = QFileInfo(copy).size();
    manifest.sha256 = hashOf(copy, progress);
    writeManifest(copy, manifest);
}

QList<KeptBackup> keptCopiesOf(const QString &caseFile)
{
    QList<KeptBackup> copies;
    const QFileInfo info(caseFile);
    const QString start = info.completeBaseName() + u".before-v";
    const QFileInfoList files =
        info.absoluteDir().entryInfoList({u"*.huiyin"_s}, QDir::Files | QDir::NoSymLinks, QDir::Time);
    for (const QFileInfo &file : files) {
        if (!file.fileName().startsWith(start))
            continue;
        KeptBackup copy{.path = file.absoluteFilePath(), .size = file.size()};
        copy.manifest = BackupManifest::fromJson(bytesOf(copy.path + manifestSuffix, mostManifest));
        if (copy.manifest)
            copy.state = copy.manifest->size == copy.size ? KeptBackup::State::Whole : KeptBackup::State::Altered;
        copies.append(copy);
    }
    return copies;
}

} // namespace huiyin
