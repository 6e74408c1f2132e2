// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

class QLabel;
class QPushButton;

namespace huiyin {

class BackupKeeper;
class BackupTable;
class NoticeBar;

// 备份: where backups lie and how it stands with them; the second medium, its passphrase and the recovery sheet; a backup
// now, a trial restore, a restore.
class BackupSection : public QWidget
{
    Q_OBJECT

public:
    explicit BackupSection(const PageContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void restoreRequested(const QString &backup);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void chooseFolder(bool ofMedium);
    void setPassphrase();
    void printSheet();
    void backUpNow();
    void drill();
    void readList();
    void showStand();
    [[nodiscard]] BackupKeeper *keeper() const;

    PageContext m_context;
    QLabel *m_folder;
    QLabel *m_medium;
    QLabel *m_key;
    QLabel *m_drilled;
    QPushButton *m_changeFolder;
    QPushButton *m_changeMedium;
    QPushButton *m_setKey;
    QPushButton *m_sheet;
    QPushButton *m_now;
    QPushButton *m_drill;
    QPushButton *m_log;
    QPushButton *m_restore;
    BackupTable *m_table;
    NoticeBar *m_notice;
};

} // namespace huiyin
