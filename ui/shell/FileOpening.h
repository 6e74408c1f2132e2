// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "shell/CaseSession.h"

#include <QObject>

#include <memory>

namespace huiyin {

class FileSafety;

// A case file on its way: it is opened in the background, and work goes on in the one that is open until it is there and
// that one has been left. What keeps it from being opened is told, with the ways on.
class FileOpening : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it; `window` shows that it is busy.
    FileOpening(const Clock &clock, Messages &messages, FileSafety &safety, QWidget *window);
    ~FileOpening() override; // closes a file that was not taken

    // In place of another that is on its way. `isFirst`: no file is open meanwhile, so a lost one may be restored.
    void open(const QString &path, CaseFile::Mode mode, bool isFirst);

    [[nodiscard]] bool isWaiting(const CaseSession *session) const { return session && m_session.get() == session; }
    [[nodiscard]] std::unique_ptr<CaseSession> take() { return std::move(m_session); }
    void drop(const CaseSession *session); // the user stays; nothing when it isn't the one that waits

Q_SIGNALS:
    void opened(huiyin::CaseSession *session); // and waits to be taken or dropped
    void gaveUp();                             // it can't be opened; the list of recent files may have changed
    void openRequested(const QString &path, huiyin::CaseFile::Mode mode); // the other way on
    void rescueRequested(const QString &path);
    void copyRequested(const QString &path); // of a network drive, to this computer

private:
    void failed(const std::exception_ptr &error, const QString &path, bool isFirst);

    const Clock &m_clock;
    Messages &m_messages;
    FileSafety &m_safety;
    QWidget *m_window;
    std::unique_ptr<CaseSession> m_session;
};

} // namespace huiyin
