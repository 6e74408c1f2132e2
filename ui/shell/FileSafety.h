// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "shell/Messages.h"

#include <QObject>
#include <QPointer>

#include <exception>
#include <functional>

namespace huiyin {

class BackupKeeper;
class CaseSession;
class FileNotices;
class StatusLine;

// What the window does so that no ticket is lost: keeps backups of the file that is open and tells how it stands with
// them, makes a last one before the file is closed, and restores one when it has to.
class FileSafety : public QObject
{
    Q_OBJECT

public:
    FileSafety(const Clock &clock, Messages &messages, StatusLine &statusLine, FileNotices &notices, QWidget *window);

    void keep(CaseSession &session); // from now on; the session is open
    // Somebody works in it, and the bar of notices is his: tells what is amiss when nothing else is told there.
    void tell();
    // Before the file is closed: see BackupKeeper::finish.
    void finish(CaseSession *session, const std::function<void()> &go, const std::function<void()> &stay = {});

    // `session`: nullptr while no file is open. `backup`: to be chosen in the list, "" for the newest.
    void restore(CaseSession *session, const QString &caseFile, const QString &backup = {});
    // A file could not be opened. True: it is missing or damaged, has backups, and the user was asked.
    bool offerRestore(const QString &caseFile, const std::exception_ptr &error);

Q_SIGNALS:
    void openRequested(const QString &caseFile);
    void rescueRequested(const QString &damaged);
    // The file that is open is to be closed; then `go` is called, or `stay` when the user stays with it.
    void closeRequested(const std::function<void()> &go, const std::function<void()> &stay);
    void partRequested(const QString &page, const QString &part);

private:
    void showStand();
    void tellOpenBackup();
    void putInPlace(const QString &caseFile, const QString &staged);
    void exchange(const QString &caseFile, const QString &staged);

    const Clock &m_clock;
    Messages &m_messages;
    StatusLine &m_statusLine;
    FileNotices &m_notices;
    QWidget *m_window;
    QPointer<CaseSession> m_session;
    QString m_told;     // among the notices
    QString m_restored; // just now: when it is opened, its older end is meant to be so
};

} // namespace huiyin
