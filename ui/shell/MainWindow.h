// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "shell/CaseSession.h"
#include "shell/Messages.h"
#include "shell/Pages.h"

#include <QMainWindow>

#include <memory>

class QStackedWidget;

namespace huiyin {

class ClipboardGuard;
class ClockNotice;
class DutyWatch;
class FileCommands;
class FileInstance;
class FileNotices;
class FileOpening;
class FileSafety;
class HelpWindow;
class LoginPage;
class Navigation;
class OpenPages;
class ScreenLock;
class Shift;
class StatusLine;
class TopBar;
class WelcomePage;
class WindowMenus;

// The window: one case file, its pages, or the welcome page while none is open. MainWindowFile.cpp has how files and
// users come and go, MainWindowPages.cpp the pages.
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
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectMenus();
    void restorePlace();

    void showHelp();
    void changeFile(CaseSession *opened); // to that one, once this one has been left
    void take(std::unique_ptr<CaseSession> session);
    void showLogin();
    void enter(); // somebody works now
    void goOn();
    void switchUser();
    void showUser();
    void closeDialogs();
    [[nodiscard]] bool mayShow(const QString &page) const;
    void askToLeaveDialog(const std::function<void(bool)> &answer);
    void clearPages();
    Page *ensurePage(const QString &name);
    static void focusInto(QWidget *page);
    [[nodiscard]] const PageEntry *entryOf(const QString &name) const;
    void leavePages(const std::function<void(bool)> &answer);
    void endFile();
    void rescueFile(const QString &damaged); // closed before, where it is the one that is open
    void showPart(const QString &page, const QString &part);
    void search(const QString &text);
    void showDuties();

    const Clock &m_clock;
    std::unique_ptr<Messages> m_messages;
    QList<PageEntry> m_entries;
    std::unique_ptr<CaseSession> m_session;
    std::unique_ptr<DutyWatch> m_duties; // of the session
    QString m_current;
    bool m_left = false; // they have let the window go
    bool m_kept = false; // and the last backup was made, or let go
    FileInstance *m_instance;

    QStackedWidget *m_root;
    FileCommands *m_files;
    FileSafety *m_safety;
    FileOpening *m_opening;
    WelcomePage *m_welcome;
    LoginPage *m_login;
    ScreenLock *m_lock;
    ClipboardGuard *m_clipboard;
    Navigation *m_navigation;
    TopBar *m_topBar;
    ClockNotice *m_clockNotice;
    FileNotices *m_notices;
    QStackedWidget *m_stack;
    OpenPages *m_pages;
    Shift *m_shift;
    StatusLine *m_statusLine;
    WindowMenus *m_menus;
    QPointer<HelpWindow> m_help;
};

} // namespace huiyin
