// SPDX-License-Identifier: GPL-3.0-or-later
// What of a folder's backups goes.
#include "backup/BackupFolder.h"
#include "storage/OwnerLock.h"

#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Copies of one case file under one name.
class NamedCopies
{
public:
    NamedCopies(QList<KeptBackup> backups, const RotationRule &rule, const Progress &progress)
        : m_backups(std::move(backups))
        , m_rule(rule)
        , m_progress(progress)
    {
        for (const KeptBackup &backup : std::as_const(m_backups)) {
            // Two of one number, as after a folder was exchanged: which of them is meant isn't known.
            const bool isTwin = std::ranges::count(m_backups, backup.number, &KeptBackup::number) > 1;
            if (isTwin || !backup.counts() || !OwnerLock::holder(backup.path).isEmpty())
                continue;
            const BackupManifest &manifest = *backup.manifest;
            m_counted.append({.number = backup.number,
                              .made = manifest.made,
                              .guarded = manifest.reason == BackupReason::BeforeImport
                                         || manifest.reason == BackupReason::BeforeRestore,
                              .verified = manifest.sound});
        }
    }

    int thinOut()
    {
        // Those that stay for others are read; what is damaged protects nothing, and stays as it is.
        QList<qint64> superfluous = superfluousBackups(m_counted, m_rule);
        while (!superfluous.isEmpty()) {
            const auto damaged = firstDamaged(superfluous);
            if (!damaged)
                break;
            m_counted.removeIf([&damaged](const RotatedBackup &one) { return one.number == *damaged; });
            superfluous = superfluousBackups(m_counted, m_rule);
        }
        if (std::ranges::count_if(m_counted, &RotatedBackup::verified) < m_rule.verified)
            return 0;
        int gone = 0;
        for (const qint64 number : std::as_const(superfluous)) {
            const QString path = std::ranges::find(m_backups, number, &KeptBackup::number)->path;
            // The copy first: a slip alone is tidied up later.
            if (QFile::remove(path)) {
                QFile::remove(path + manifestSuffix);
                ++gone;
            }
        }
        return gone;
    }

private:
    // Among the newest that are to be whole, and those that stay in the stead of what goes.
    std::optional<qint64> firstDamaged(const QList<qint64> &superfluous)
    {
        int left = m_rule.verified;
        bool isHeir = false;
        QList<RotatedBackup> fromOldest = m_counted;
        std::ranges::sort(fromOldest, {}, &RotatedBackup::number);
        QList<qint64> asked;
        for (const RotatedBackup &one : std::as_const(fromOldest)) {
            const bool goes = superfluous.contains(one.number);
            if (isHeir && !goes)
                asked.append(one.number);
            isHeir = goes;
        }
        for (auto one = fromOldest.crbegin(); one != fromOldest.crend() && left > 0; ++one) {
            if (!one->verified)
                continue;
            asked.append(one->number);
            --left;
        }
        const auto found = std::ranges::find_if(asked, [this](qint64 number) { return !isWhole(number); });
        return found == asked.end() ? std::nullopt : std::optional(*found);
    }
    bool isWhole(qint64 number)
    {
        if (!m_read.contains(number))
            m_read.insert(number, isIntact(*std::ranges::find(m_backups, number, &KeptBackup::number), m_progress));
        return m_read.value(number);
    }

    QList<KeptBackup> m_backups;
    const RotationRule &m_rule;
    const Progress &m_progress;
    QList<RotatedBackup> m_counted;
    QMap<qint64, bool> m_read;
};

} // namespace

int thinOut(const QString &folder, const QString &fileKey, const RotationRule &rule, const Progress &progress)
{
    const QList<KeptBackup> backups = backupsIn(folder, fileKey);
    QMap<std::pair<QString, bool>, QList<KeptBackup>> rows;
    for (const KeptBackup &backup : backups)
        rows[{baseOfBackup(QFileInfo(backup.path).fileName()), backup.path.endsWith(encryptedSuffix)}].append(backup);
    int gone = 0;
    for (const QList<KeptBackup> &row : std::as_const(rows))
        gone += NamedCopies(row, rule, progress).thinOut();
    return gone;
}

} // namespace huiyin
