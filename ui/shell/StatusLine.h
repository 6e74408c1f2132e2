// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"

#include <QFrame>

class QLabel;
class QTimer;

namespace huiyin {

struct BackupStand;

// The line below: the file, whether all is saved, today's figures.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setSession(CaseSession *session); // nullptr: none
    void setBackupTime(const QString &text);
    // When the last backup was made, and in colour and words what is amiss with the backups.
    void showBackups(const BackupStand &stand);
    void setClipboardHeld(bool held); // what was copied is taken out of the clipboard again
    void tell(const QString &text);   // what was just done; for a few seconds

private:
    void showSaving();
    void beginSaving(bool writing);
    void showWaiting();
    void showUpkeep();
    void readFigures();

    QPointer<CaseSession> m_session;
    PendingRead m_pending;
    QLabel *m_file;
    QLabel *m_saving;
    QLabel *m_backup;
    QLabel *m_figures;
    QLabel *m_upkeep;
    QLabel *m_clipboard;
    QLabel *m_told;
    QTimer *m_refresh;
    QTimer *m_clock;
    QTimer *m_toldEnd;
    QTimer *m_patience; // until it is said that the file isn't to be had
};

} // namespace huiyin
