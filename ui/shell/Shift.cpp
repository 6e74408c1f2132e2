// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Shift.h"

#include "shell/CaseSession.h"
#include "shell/LoginPage.h"
#include "shell/OpenPages.h"
#include "shell/ScreenLock.h"

#include <chrono>
#include <utility>

namespace huiyin {

Shift::Shift(LoginPage *login, ScreenLock *lock, OpenPages *pages, QObject *parent)
    : QObject(parent)
    , m_login(login)
    , m_lock(lock)
    , m_pages(pages)
{
    connect(login, &LoginPage::loggedIn, this, &Shift::loggedIn);
    connect(login, &LoginPage::passwordWanted, this, &Shift::watchIdle);
    connect(lock, &ScreenLock::idle, this, &Shift::lock);
}

void Shift::begin(CaseSession &session)
{
    m_session = &session;
    connect(&session, &CaseSession::codeTablesChanged, this, &Shift::watchIdle);
    connect(&session, &CaseSession::userChanged, this, &Shift::userChanged);
    m_locked = false;
    m_entered = false;
    m_lock->stop();
    if (session.isLoggedIn())
        enter();
    else
        askLogin();
}

void Shift::end()
{
    m_login->stop();
    m_lock->stop();
    m_locked = false;
    m_entered = false;
    m_session.clear();
}

void Shift::leave()
{
    m_session->logOut();
    askLogin();
}

void Shift::askLogin()
{
    m_entered = false;
    m_login->ask(*m_session);
    Q_EMIT loginWanted();
}

void Shift::enter()
{
    m_entered = true;
    Q_EMIT entered();
}

bool Shift::isAtWork() const
{
    return m_session && m_entered && !m_locked && m_session->isLoggedIn();
}

bool Shift::letsGo()
{
    if (!m_pages->wouldLose())
        return true;
    // A question would stand behind the lock, and be answered by another.
    m_login->askAgain(
        *m_session, m_drafts,
        tr("%1 has typed something here that is not saved. Log in to save it or to let it go.").arg(m_lockedUser));
    return false;
}

void Shift::watchIdle()
{
    const bool locks = (isAtWork() || isChoosingPassword()) && m_session->hasPassword();
    m_lock->watch(std::chrono::minutes(locks ? m_session->idleMinutes() : 0));
}

// Logged in, though nothing is shown yet.
bool Shift::isChoosingPassword() const
{
    return m_session && m_session->isLoggedIn() && m_login->isChoosingPassword();
}

void Shift::lock()
{
    if (isChoosingPassword()) {
        // Whoever comes by next shall not choose it: it takes the password that was given once more.
        m_session->logOut();
        if (m_locked)
            m_login->askAgain(*m_session, m_drafts);
        else
            askLogin();
        return;
    }
    if (!isAtWork() || !m_session->hasPassword())
        return;
    m_drafts = m_pages->keep();
    m_locked = true;
    m_warned.clear();
    m_lockedUser = m_session->user();
    m_lock->start();
    m_login->askAgain(*m_session, m_drafts);
    Q_EMIT loginWanted();
}

// Another has logged in at the locked screen, and may have a password to choose yet: what the pages go on with would be
// done in his name by now.
void Shift::userChanged()
{
    if (!m_locked || !m_session->isLoggedIn() || m_session->user() == m_lockedUser || m_pages->wouldLose())
        return;
    m_entered = false; // there is nothing to come back to
    Q_EMIT replaced();
}

void Shift::loggedIn()
{
    m_login->stop();
    if (!std::exchange(m_locked, false)) {
        enter();
        return;
    }
    if (m_entered && m_session->user() == m_lockedUser) {
        Q_EMIT back();
        return;
    }
    // Somebody else: what the other one had open is saved, and is not shown to this one. What is not saved is at
    // best kept for the other: that takes a second login.
    const bool warned = std::exchange(m_warned, {}) == m_session->user();
    if (!warned && m_pages->wouldLose()) {
        m_locked = true;
        m_warned = m_session->user();
        m_session->logOut();
        const QString what =
            m_pages->isKept()
                ? tr("%1 has something here that is not saved. What was typed is kept, and offered to %1 again. To "
                     "take over, log in once more with the password.")
                : tr("%1 has something here that is not saved. To take over all the same, log in once more with the "
                     "password; what is not kept for %1 is lost then.");
        m_login->askAgain(*m_session, m_drafts, what.arg(m_lockedUser));
        return;
    }
    Q_EMIT replaced();
    enter();
}

} // namespace huiyin
