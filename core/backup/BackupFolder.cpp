// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/BackupFolder.h"

#include "backup/EncryptedCopy.h"
#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsReport.h"
#include "storage/Backup.h"
#include "storage/CaseFile.h"
#include "storage/OwnerLock.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

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

// What a program that was stopped in the middle has left: copies that never got their name, slips without a copy.
void tidyUp(const QString &folder, const QString &fileKey)
{
    constexpr qint64 surelyStopped = 3600; // s; another program may be at work here
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-surelyStopped);
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.huiyin.partial-*"_s, u"*.json"_s}, QDir::Files);
    for (const QFileInfo &info : files) {
        if (info.lastModified() > before)
            continue;
        const QString name = info.fileName();
        if (const qsizetype partial = name.lastIndexOf(u".partial-"); partial > 0) {
            if (numberOfBackup(name.first(partial)))
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
    qint64 last = 0;
    for (const KeptBackup &backup : backups)
        last = std::max(last, backup.number);
    return last + 1;
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
    return QFileInfo(caseFile).absoluteDir().filePath(Text::tr("Backups", "name of a folder"));
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
        return a.number != b.number ? a.number > b.number : a.path > b.path;
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
                      const Progress &progress, qint64 after)
{
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

int thinOut(const QString &folder, const QString &fileKey, const RotationRule &rule, const Progress &progress)
{
    const QList<KeptBackup> backups = backupsIn(folder, fileKey);
    QList<RotatedBackup> counted;
    const auto entry = [](const KeptBackup &backup, bool verified) {
        const BackupManifest &manifest = *backup.manifest;
        return RotatedBackup{.number = backup.number,
                             .made = manifest.made,
                             .guarded = manifest.reason == BackupReason::BeforeImport
                                        || manifest.reason == BackupReason::BeforeRestore,
                             .verified = verified && manifest.sound};
    };
    for (const KeptBackup &backup : backups) {
        if (backup.counts() && OwnerLock::holder(backup.path).isEmpty())
            counted.append(entry(backup, true));
    }
    if (superfluousBackups(counted, rule).isEmpty())
        return 0;
    // Before anything goes, the newest are read: those that are damaged protect nothing, and stay as they are.
    int left = rule.verified;
    for (const KeptBackup &backup : backups) {
        if (left == 0)
            break;
        if (!backup.counts())
            continue;
        const auto place = std::ranges::find(counted, backup.number, &RotatedBackup::number);
        if (place == counted.end() || !place->verified)
            continue;
        if (isIntact(backup, progress))
            --left;
        else
            counted.erase(place);
    }
    if (left > 0)
        return 0;
    const QList<qint64> superfluous = superfluousBackups(counted, rule);
    int gone = 0;
    for (const KeptBackup &backup : backups) {
        // Two of one number, as after a folder was exchanged: which of them is meant isn't known.
        if (!backup.counts() || !superfluous.contains(backup.number)
            || std::ranges::count(backups, backup.number, &KeptBackup::number) > 1)
            continue;
        // The copy first: a slip alone is tidied up later.
        if (QFile::remove(backup.path)) {
            QFile::remove(backup.path + manifestSuffix);
            ++gone;
        }
    }
    return gone;
}

KeptBackup copyToMedium(const KeptBackup &backup, const QString &folder, const BackupKey &key, const Progress &progress)
{
    if (!backup.counts())
        throw FileError(Text::tr("Only a verified backup is copied to another medium."));
    makeFolder(folder);
    BackupManifest manifest = *backup.manifest;
    tidyUp(folder, manifest.facts.fileKey);
    manifest.encrypted = true;
    static const QRegularExpression numbered(u"-\\d{6,12}-\\d{8}-\\d{6}\\.huiyin$"_s);
    const QString base = QFileInfo(backup.path).fileName().remove(numbered);
    const QString target = QDir(folder).absoluteFilePath(manifest.fileName(base));
    if (QFileInfo::exists(target)) {
        const QList<KeptBackup> there = backupsIn(folder, manifest.facts.fileKey);
        const auto same = std::ranges::find(there, target, &KeptBackup::path);
        if (same != there.end() && same->counts())
            return *same;
    }
    // Of that number and time it can only be a copy of this one that was interrupted before it had its slip.
    encryptCopy(backup.path, *backup.manifest, key, target, true, progress);
    manifest.size = QFileInfo(target).size();
    manifest.sha256 = hashOf(target, progress);
    writeManifest(target, manifest);
    thinOut(folder, manifest.facts.fileKey, {}, progress);
    return {.path = target,
            .state = KeptBackup::State::Whole,
            .size = manifest.size,
            .number = manifest.number,
            .manifest = manifest};
}

} // namespace huiyin
