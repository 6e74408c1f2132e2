// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/OfficeZone.h"
#include "shell/KnownBackups.h"

#include <QTableView>

class QStandardItemModel;

namespace huiyin {

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

} // namespace huiyin
