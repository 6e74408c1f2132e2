// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "shell/CaseSession.h"
#include "shell/Messages.h"
#include "shell/Pages.h"

#include <QHash>
#include <QMainWindow>

#include <memory>

class QStackedWidget;

namespace huiyin {

class ClipboardGuard;
class DutyWatch;
class FileCommands;
class FileInstance;
class FileSafety;
class HelpWindow;
class LoginPage;
class Navigation;
class NoticeBar;
class ScreenLock;
class StatusLine;
class TopBar;
class WelcomePage;

// The window: one case file, its pages, or the welcome page while none is open.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // `messages`: nullptr for dialogs of this window. The clock outlives the window.
    explicit MainWindow(const Clock &clock, std::unique_ptr<Messages> messages = nullptr, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openFile(const QString &path, CaseFile::Mode mode = CaseFile::Mode::Write);
    // A fresh sample office in the folder for temporary files.
    void openSample(const QString &name);
    void closeFile(); // once the pages have let go

    [[nodiscard]] CaseSession *session() const { return m_session.get(); } // nullptr: no file is open
    [[nodiscard]] QString currentPage() const { return m_current; }
    Page *showPage(const QString &name); // nullptr: there is no such page

Q_SIGNALS:
    void fileOpened();
    void fileClosed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildMenus();
    void buildPageActions();
    void fillRecentMenu(QMenu *menu);
    void fillWorkMenu();
    void restorePlace();

    void showHelp();
    void take(std::unique_ptr<CaseSession> session);
    void askLogin();
    void enter(); // somebody works now
    void lockScreen();
    void loggedIn();
    void switchUser();
    void showUser();
    void watchIdle();
    [[nodiscard]] bool wouldLose() const;
    [[nodiscard]] bool isAtWork() const; // somebody, and the screen is not locked
    void closeDialogs();
    [[nodiscard]] static bool isBehindDialog(QObject *receiver);
    [[nodiscard]] bool mayShow(const QString &page) const;
    void openingFailed(const std::exception_ptr &error, const QString &path);
    void showFileNotice();
    void showRolesNotice();
    void clearPages();
    Page *ensurePage(const QString &name);
    [[nodiscard]] const PageEntry *entryOf(const QString &name) const;
    void leavePages(const std::function<void(bool)> &answer);
    void leaveNext(QList<QPointer<Page>> pages, const std::function<void(bool)> &answer);
    void endFile();
    void search(const QString &text);
    void showDuties();

    const Clock &m_clock;
    std::unique_ptr<Messages> m_messages;
    QList<PageEntry> m_entries;
    std::unique_ptr<CaseSession> m_opening; // on its way; the open file stays until it is there
    std::unique_ptr<CaseSession> m_session;
    std::unique_ptr<DutyWatch> m_duties; // of the session
    QHash<QString, Page *> m_pages;
    QString m_current;
    bool m_leaving = false; // the pages are being asked
    bool m_left = false;    // they have let the window go
    bool m_kept = false;    // and the last backup was made, or let go
    bool m_entered = false; // somebody has logged in, and the pages are his
    bool m_locked = false;  // the screen
    bool m_drafts = false;  // calls were saved when it was locked
    QString m_lockedUser;   // who worked then
    QString m_warned;       // who was told since that something would be lost
    FileInstance *m_instance;

    QStackedWidget *m_root;
    FileCommands *m_files;
    FileSafety *m_safety;
    WelcomePage *m_welcome;
    LoginPage *m_login;
    ScreenLock *m_lock;
    ClipboardGuard *m_clipboard;
    Navigation *m_navigation;
    TopBar *m_topBar;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    StatusLine *m_statusLine;
    QPointer<HelpWindow> m_help;

    QMenu *m_workMenu = nullptr;
    QAction *m_callAction = nullptr;
    QAction *m_searchAction = nullptr;
    QAction *m_lockAction = nullptr;
    QAction *m_passwordAction = nullptr;
    QAction *m_restoreAction = nullptr;
    QList<QAction *> m_fileActions; // need an open file
    QList<QAction *> m_pageActions;
};

} // namespace huiyin
