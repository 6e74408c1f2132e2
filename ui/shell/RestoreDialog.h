// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/Restore.h"
#include "controls/EntryDialog.h"
#include "shell/BackupTable.h"
#include "shell/CaseSession.h"

#include <QPointer>

class QComboBox;
class QLineEdit;

namespace huiyin {

class PasswordField;

// Makes a case file of a backup: in place of the present one, which is moved aside, or as a new one. While the present
// file is open, its users agree to it; where it is damaged or gone, the accounts of the backup are asked.
class RestoreDialog : public EntryDialog
{
    Q_OBJECT

public:
    // `session`: nullptr while none is open. `caseFile`: which one is meant, "" when none is known.
    RestoreDialog(CaseSession *session, const QString &caseFile, const Clock &clock, Messages &messages,
                  QWidget *parent);

    void choose(const QString &backup); // once the list is there

Q_SIGNALS:
    // The restored file is whole at `staged`, and is to take the place of the case file.
    void stagedFor(const QString &caseFile, const QString &staged);
    void restoredAs(const QString &path); // a new file

private:
    void readBackups();
    void showBackups(QList<PlacedBackup> backups);
    void addOther();
    void showChosen();
    void compareClosed(const BackupManifest &manifest);
    void submitChosen();
    template <class T, class Work, class Done>
    void inBackground(const QString &title, Work work, Done done);
    void tryOut(const RestoreRequest &request);
    void approve(RestoreRequest request);
    void carryOut(const RestoreRequest &request);
    [[nodiscard]] bool replaces() const;

    QPointer<CaseSession> m_session;
    QString m_caseFile;
    const Clock &m_clock;
    Messages &m_messages;
    OfficeZone m_zone;
    QString m_wanted; // to be chosen when the list is there
    QStringList m_others;
    BackupTable *m_table;
    QLabel *m_preview;
    PasswordField *m_passphrase;
    QComboBox *m_where;
    QLineEdit *m_user = nullptr;
    PasswordField *m_password = nullptr;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_second = nullptr;
    PasswordField *m_secondPassword = nullptr;
    PendingRead m_pending;
    std::shared_ptr<TaskProgress> m_progress;
};

} // namespace huiyin
