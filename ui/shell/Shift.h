// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

namespace huiyin {

class CaseSession;
class LoginPage;
class OpenPages;
class ScreenLock;

// Who works at this window: logs in, locks the screen and comes back, or makes way for another. What the window shows
// meanwhile is its own matter.
class Shift : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it.
    Shift(LoginPage *login, ScreenLock *lock, OpenPages *pages, QObject *parent);

    void begin(CaseSession &session); // a file is open now
    void end();                       // and is closed
    void leave();                     // who works has let the pages go: the next one logs in
    void lock();

    [[nodiscard]] bool isAtWork() const; // somebody, and the screen is not locked
    [[nodiscard]] bool isLocked() const { return m_locked; }
    // The window is to be closed while the screen is locked: true when nothing would be lost; else says so.
    bool letsGo();
    void watchIdle();

Q_SIGNALS:
    void loginWanted(); // the login stands in place of the pages, of which next to nothing is to be offered
    void entered();     // somebody works now, with pages of his own
    void back();        // who has locked the screen goes on
    void replaced();    // another than who has locked it works: entered() follows

private:
    [[nodiscard]] bool isChoosingPassword() const;
    void askLogin();
    void enter();
    void loggedIn();
    void userChanged();

    LoginPage *m_login;
    ScreenLock *m_lock;
    OpenPages *m_pages;
    QPointer<CaseSession> m_session;
    bool m_entered = false; // somebody has logged in, and the pages are his
    bool m_locked = false;  // the screen
    bool m_drafts = false;  // calls were saved when it was locked
    QString m_lockedUser;   // who worked then
    QString m_warned;       // who was told since that something would be lost
};

} // namespace huiyin
