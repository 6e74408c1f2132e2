// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/BackupFolder.h"
#include "domain/OfficeZone.h"

#include <QTableView>

class QStandardItemModel;

namespace huiyin {

// A backup and where it lies.
struct PlacedBackup
{
    KeptBackup backup{};
    bool onMedium = false; // the second medium, or a file that was looked for by hand
    QString folder{};      // told when it is another one than where backups are made now
};

// The backups of a case file, of both places, the newest first.
class BackupTable : public QTableView
{
    Q_OBJECT

public:
    explicit BackupTable(QWidget *parent = nullptr);

    void setBackups(const QList<PlacedBackup> &backups, const OfficeZone &zone);
    [[nodiscard]] const QList<PlacedBackup> &backups() const { return m_backups; }
    [[nodiscard]] const KeptBackup *current() const; // nullptr: none is chosen
    void choose(const QString &path);

Q_SIGNALS:
    void chosen(); // another one, or none

private:
    QStandardItemModel *m_model;
    QList<PlacedBackup> m_backups;
};

// Both folders together, and of those that were chosen earlier the newest verified one, as long as the folder of now has
// none that is newer: choosing a folder loses no backup. May take a while on a slow medium.
QList<PlacedBackup> backupsOf(const QString &folder, const QString &medium, const QStringList &earlier,
                              const QString &fileKey, const QString &base);

} // namespace huiyin
