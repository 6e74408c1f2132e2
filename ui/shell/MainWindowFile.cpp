// SPDX-License-Identifier: GPL-3.0-or-later
// The file that is open, and who works in it: they come, and they go.
#include "shell/MainWindow.h"

#include "controls/ActionButton.h"
#include "shell/ClipboardGuard.h"
#include "shell/ClockNotice.h"
#include "shell/DutyWatch.h"
#include "shell/FileCommands.h"
#include "shell/FileInstance.h"
#include "shell/FileNotices.h"
#include "shell/FileOpening.h"
#include "shell/FileSafety.h"
#include "shell/LoginPage.h"
#include "shell/Navigation.h"
#include "shell/OpenPages.h"
#include "shell/ScreenLock.h"
#include "shell/Settings.h"
#include "shell/Shift.h"
#include "shell/StatusLine.h"
#include "shell/TopBar.h"
#include "shell/WelcomePage.h"
#include "shell/WindowMenus.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace huiyin {

void MainWindow::openFile(const QString &path, CaseFile::Mode mode)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_session && QFileInfo(m_session->path()) == QFileInfo(absolute)
        && m_session->isReadOnly() == (mode == CaseFile::Mode::Read))
        return; // it is the one in front
    // Writing a file that this window has open for reading is fine: readers hold no lock.
    m_opening->open(absolute, mode, m_session == nullptr);
}

// Only now: until it was there, work went on in the other file.
void MainWindow::changeFile(CaseSession *opened)
{
    const auto stay = [this, opened] { m_opening->drop(opened); };
    const auto finish = [this, opened, stay] {
        m_safety->finish(
            m_session.get(),
            [this, opened] {
                if (m_opening->isWaiting(opened))
                    take(m_opening->take());
            },
            stay);
    };
    askToLeaveDialog([this, opened, finish, stay](bool go) {
        if (!go) {
            stay();
            return;
        }
        leavePages([this, opened, finish, stay](bool leave) {
            if (m_opening->isWaiting(opened))
                leave ? finish() : stay();
        });
    });
}

// A dialog may have been opened while the file was.
void MainWindow::askToLeaveDialog(const std::function<void(bool)> &answer)
{
    if (m_shift->isLocked() || !m_pages->hasChangedDialog()) {
        answer(true);
        return;
    }
    m_messages->ask(this,
                    {.message = {.level = Message::Level::Warning,
                                 .what = tr("The other file can be opened now, but what you have filled in here is "
                                            "not saved.")},
                     .answers = {tr("Throw away and open"), tr("Stay with this file")},
                     .standard = 0,
                     .destructive = true},
                    [this, answer](int chosen) {
                        // The question stands in the dialog that goes.
                        QTimer::singleShot(0, this, [answer, chosen] { answer(chosen == 0); });
                    });
}

void MainWindow::take(std::unique_ptr<CaseSession> session)
{
    clearPages();
    m_statusLine->setSession(nullptr);
    m_duties.reset();
    m_session = std::move(session);
    CaseSession *now = m_session.get();

    const bool temporary = now->path().startsWith(QFileInfo(QDir::tempPath()).canonicalFilePath())
                           || now->path().startsWith(QDir::tempPath());
    if (!temporary)
        addRecentFile(now->path());
    m_instance->claim(now->isReadOnly() ? QString() : now->path());
    setWindowFilePath(now->path());
    setWindowTitle(QFileInfo(now->path()).completeBaseName());
    connect(now, &CaseSession::userChanged, this, &MainWindow::showUser);
    m_safety->keep(*now);
    m_shift->begin(*now);
}

void MainWindow::showLogin()
{
    m_clipboard->setAway(true);
    showUser();
    m_root->setCurrentWidget(m_login);
}

void MainWindow::enter()
{
    CaseSession &session = *m_session;
    m_clipboard->setAway(false);
    m_duties = std::make_unique<DutyWatch>(session);
    connect(m_duties.get(), &DutyWatch::changed, this, &MainWindow::showDuties);
    m_statusLine->setSession(&session);
    m_navigation->setUser(session.user(),
                          tr("since %1").arg(session.zone().toLocal(m_clock.now()).toString(u"HH:mm"_s)));
    m_topBar->searchField()->clear();
    showUser();
    m_root->setCurrentIndex(1);
    m_notices->begin(session);
    m_clockNotice->watch(&session);
    m_safety->tell();
    for (const PageEntry &entry : std::as_const(m_entries)) {
        if (showPage(entry.name))
            break;
    }
    Q_EMIT fileOpened();
}

// What the menus offer: to nobody next to nothing.
void MainWindow::showUser()
{
    const bool works = m_shift->isAtWork();
    const bool hasPassword = works && m_session->hasPassword();
    m_menus->offer({.atWork = works,
                    .isLocked = m_shift->isLocked(),
                    .calls = works && m_session->may(Command::Accept),
                    .search = mayShow(u"tickets"_s),
                    .hasPassword = hasPassword,
                    .changesPassword = hasPassword && !m_session->isReadOnly(),
                    .restores = !m_session || (works && m_session->may(Command::Restore)),
                    .shows = [this](const QString &page) { return mayShow(page); }});
    m_topBar->callButton()->setEnabled(m_menus->callAction()->isEnabled());
    m_shift->watchIdle();
}

// Who has locked the screen works again.
void MainWindow::goOn()
{
    showUser();
    m_clipboard->setAway(false);
    m_notices->goOn();
    m_root->setCurrentIndex(1);
    m_lock->end();
    if (Page *page = m_pages->find(m_current))
        focusInto(page);
}

void MainWindow::switchUser()
{
    leavePages([this](bool leave) {
        if (!leave || !m_session)
            return;
        clearPages();
        m_statusLine->setSession(nullptr);
        m_duties.reset();
        m_shift->leave();
    });
}

void MainWindow::leavePages(const std::function<void(bool)> &answer)
{
    if (m_shift->isLocked())
        answer(m_shift->letsGo());
    else
        m_pages->leave(answer);
}

void MainWindow::openSample(const QString &name)
{
    m_files->openSample(name);
}

void MainWindow::closeFile()
{
    leavePages([this](bool leave) {
        if (leave)
            m_safety->finish(m_session.get(), [this] { endFile(); });
    });
}

void MainWindow::rescueFile(const QString &damaged)
{
    const QString user = m_session ? m_session->user() : QString();
    m_files->rescueFile(damaged, user, [this, damaged](const std::function<void()> &go) {
        if (!m_session || QFileInfo(m_session->path()) != QFileInfo(damaged)) {
            go();
            return;
        }
        leavePages([this, go](bool leave) {
            if (!leave)
                return;
            endFile();
            go();
        });
    });
}

void MainWindow::endFile()
{
    if (!m_session)
        return;
    clearPages();
    m_statusLine->setSession(nullptr);
    m_shift->end();
    m_duties.reset();
    m_session.reset();
    m_clipboard->setAway(false);
    showUser();
    m_instance->claim({});
    setWindowFilePath({});
    setWindowTitle({});
    m_welcome->reload();
    m_root->setCurrentIndex(0);
    Q_EMIT fileClosed();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_left) {
        // The pages may answer at once or later; a window that is being closed can't be closed again.
        const auto inside = std::make_shared<bool>(true);
        leavePages([this, inside](bool leave) {
            m_left = leave;
            if (leave && !*inside)
                close();
        });
        *inside = false;
        if (!m_left) {
            event->ignore();
            return;
        }
    }
    if (!m_kept) {
        const auto inside = std::make_shared<bool>(true);
        m_safety->finish(
            m_session.get(),
            [this, inside] {
                m_kept = true;
                if (!*inside)
                    close();
            },
            [this] { m_left = false; });
        *inside = false;
        if (!m_kept) {
            event->ignore();
            return;
        }
    }
    m_left = false;
    m_kept = false;
    settings().setValue(u"window/geometry"_s, saveGeometry());
    endFile();
    event->accept();
}

} // namespace huiyin
