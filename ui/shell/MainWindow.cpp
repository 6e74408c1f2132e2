// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"

#include "controls/ActionButton.h"
#include "controls/NoticeBar.h"
#include "controls/PeriodPicker.h"
#include "exchange/DemoOffice.h"
#include "shell/AboutDialog.h"
#include "shell/ClipboardGuard.h"
#include "shell/ClockNotice.h"
#include "shell/DutyWatch.h"
#include "shell/FileCommands.h"
#include "shell/FileInstance.h"
#include "shell/FileNotices.h"
#include "shell/FileSafety.h"
#include "shell/FileSaver.h"
#include "shell/HelpWindow.h"
#include "shell/Icon.h"
#include "shell/LoginPage.h"
#include "shell/Navigation.h"
#include "shell/OpenPages.h"
#include "shell/PasswordDialog.h"
#include "shell/ScreenLock.h"
#include "shell/SessionLock.h"
#include "shell/Settings.h"
#include "shell/Shift.h"
#include "shell/StatusLine.h"
#include "shell/TopBar.h"
#include "shell/WelcomePage.h"
#include "shell/WindowKeys.h"
#include "storage/StorageError.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// A page that has not taken the focus itself gets it at its first field.
void focusInto(QWidget *page)
{
    const QWidget *now = QApplication::focusWidget();
    if (now && page->isAncestorOf(now))
        return;
    for (QWidget *widget = page->nextInFocusChain(); widget && widget != page; widget = widget->nextInFocusChain()) {
        if (page->isAncestorOf(widget) && widget->isVisibleTo(page) && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus)) {
            widget->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

// The one case file that is being dragged here.
QString caseFileIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    return QFileInfo(path).suffix().compare(caseFileSuffix, Qt::CaseInsensitive) == 0 ? path : QString();
}

} // namespace

MainWindow::MainWindow(const Clock &clock, std::unique_ptr<Messages> messages, QWidget *parent)
    : QMainWindow(parent)
    , m_clock(clock)
    , m_messages(messages ? std::move(messages) : std::make_unique<DialogMessages>(this))
    , m_entries(pageEntries())
    , m_instance(new FileInstance(this))
    , m_root(new QStackedWidget(this))
{
    setObjectName(u"shell"_s);
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setMinimumSize(800, 480);

    m_welcome = new WelcomePage(m_root);
    auto *work = new QWidget(m_root);
    m_navigation = new Navigation(work);
    m_topBar = new TopBar(work);
    auto *bar = new NoticeBar(work);
    bar->setObjectName(u"shell.notice"_s);
    m_notices = new FileNotices(bar, this);
    m_stack = new QStackedWidget(work);
    m_stack->setObjectName(u"shell.pages"_s);
    m_pages = new OpenPages(m_stack, this);
    m_statusLine = new StatusLine(work);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    auto *notice = new QVBoxLayout;
    notice->setContentsMargins(16, 12, 16, 0);
    notice->addWidget(bar);
    auto *noticeRow = new QWidget(work);
    noticeRow->setLayout(notice);
    noticeRow->setVisible(false);
    connect(bar, &NoticeBar::visibilityChanged, noticeRow, &QWidget::setVisible);
    m_clockNotice = new ClockNotice(work);
    right->addWidget(m_clockNotice);
    right->addWidget(noticeRow);
    right->addWidget(m_stack, 1);
    right->addWidget(m_statusLine);
    auto *across = new QHBoxLayout(work);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_navigation);
    across->addLayout(right, 1);

    m_files = new FileCommands(m_clock, *m_messages, this);
    connect(m_files, &FileCommands::fileChosen, this, [this](const QString &path) { openFile(path); });
    connect(m_files, &FileCommands::backedUp, m_statusLine, &StatusLine::setBackupTime);
    m_safety = new FileSafety(m_clock, *m_messages, *m_statusLine, *m_notices, this);
    connect(m_safety, &FileSafety::rescueRequested, m_files, &FileCommands::rescueFile);
    connect(m_safety, &FileSafety::openRequested, this, [this](const QString &path) { openFile(path); });
    connect(m_safety, &FileSafety::partRequested, this, [this](const QString &page, const QString &part) {
        if (Page *shown = showPage(page))
            shown->showPart(part);
    });
    connect(m_safety, &FileSafety::closeRequested, this,
            [this](const std::function<void()> &go, const std::function<void()> &stay) {
                leavePages([this, go, stay](bool leave) {
                    if (!leave) {
                        stay();
                        return;
                    }
                    endFile();
                    go();
                });
            });
    m_login = new LoginPage(m_root);
    m_lock = new ScreenLock(this, m_clock);
    m_shift = new Shift(m_login, m_lock, m_pages, this);
    m_clipboard = new ClipboardGuard(this);
    connect(m_clipboard, &ClipboardGuard::holdingChanged, m_statusLine, &StatusLine::setClipboardHeld);
    m_root->addWidget(m_welcome);
    m_root->addWidget(work);
    m_root->addWidget(m_login);
    setCentralWidget(m_root);

    connect(m_welcome, &WelcomePage::newRequested, m_files, &FileCommands::newOffice);
    connect(m_welcome, &WelcomePage::openRequested, m_files, &FileCommands::chooseFile);
    connect(m_welcome, &WelcomePage::fileRequested, this, [this](const QString &path) { openFile(path); });
    connect(m_welcome, &WelcomePage::restoreRequested, this, [this] { m_safety->restore(nullptr, {}); });
    connect(m_welcome, &WelcomePage::sampleRequested, m_files, &FileCommands::openSample);
    connect(m_navigation, &Navigation::pageRequested, this, &MainWindow::showPage);
    connect(m_topBar, &TopBar::searchRequested, this, &MainWindow::search);
    connect(m_topBar, &TopBar::callRequested, this, [this] { m_callAction->trigger(); });
    connect(m_notices, &FileNotices::writingRequested, this, [this] { openFile(m_session->path()); });
    connect(m_notices, &FileNotices::openingRequested, this, [this] {
        leavePages([this, path = m_session->path()](bool leave) {
            if (!leave)
                return;
            endFile(); // its lock is in the way
            openFile(path);
        });
    });
    connect(m_notices, &FileNotices::rescueRequested, this, [this] { m_files->saveElsewhere(*m_session); });
    connect(m_notices, &FileNotices::usersRequested, this, [this] {
        if (Page *page = showPage(u"setup"_s))
            page->showPart(u"users"_s);
    });
    connect(m_shift, &Shift::loginWanted, this, &MainWindow::showLogin);
    connect(m_shift, &Shift::entered, this, &MainWindow::enter);
    connect(m_shift, &Shift::back, this, &MainWindow::goOn);
    connect(m_shift, &Shift::replaced, this, [this] {
        clearPages();
        m_statusLine->setSession(nullptr);
    });
    connect(m_login, &LoginPage::closeRequested, this, &MainWindow::closeFile);
    connect(new SessionLock(this), &SessionLock::locked, this, [this] {
        m_clipboard->clearNow();
        m_shift->lock();
    });
    connect(m_instance, &FileInstance::activationRequested, this, [this] {
        setWindowState(windowState() & ~Qt::WindowMinimized);
        show();
        raise();
        activateWindow();
    });

    buildMenus();
    buildPageActions();
    for (QAction *action : std::as_const(m_fileActions))
        action->setEnabled(false);
    restorePlace();
    new WindowKeys(this, m_lockAction);
}

MainWindow::~MainWindow()
{
    clearPages();
    m_statusLine->setSession(nullptr);
}

void MainWindow::restorePlace()
{
    const QByteArray geometry = settings().value(u"window/geometry"_s).toByteArray();
    if (!geometry.isEmpty() && restoreGeometry(geometry))
        return;
    const QSize room = screen()->availableSize();
    constexpr QSize frame(8, 40); // what the desktop draws around it
    resize(QSize(1366, 768).boundedTo(room - frame));
    if (room.width() <= 1440)
        setWindowState(windowState() | Qt::WindowMaximized);
}

void MainWindow::buildMenus()
{
    const auto add = [this](QMenu *menu, const QString &name, const QString &text, const QKeySequence &key, auto act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(u"shell."_s + name);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        return action;
    };

    QMenu *file = menuBar()->addMenu(tr("&File"));
    m_freeActions << add(file, u"new"_s, tr("&New office…"), {}, [this] { m_files->newOffice(); })
                  << add(file, u"open"_s, tr("&Open…"), QKeySequence::Open, [this] { m_files->chooseFile(); });
    QMenu *sample = file->addMenu(tr("&Sample office"));
    const QList<DemoInfo> demos = demoOffices();
    for (const DemoInfo &demo : demos) {
        add(sample, u"sample."_s + demo.name, demo.office + u" · " + displayLabel(demo.period), {},
            [this, name = demo.name] { m_files->openSample(name); });
    }
    QMenu *recent = file->addMenu(tr("&Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    m_freeActions << sample->menuAction() << recent->menuAction();
    file->addSeparator();
    m_fileActions.append(
        add(file, u"backup"_s, tr("&Back up a copy…"), {}, [this] { m_files->backUpCopy(*m_session); }));
    m_restoreAction = add(file, u"restore"_s, tr("Res&tore from a backup…"), {},
                          [this] { m_safety->restore(m_session.get(), m_session ? m_session->path() : QString()); });
    if (entryOf(u"setup"_s)) {
        m_fileActions.append(add(file, u"import"_s, tr("&Import…"), {}, [this] {
            if (Page *page = showPage(u"setup"_s))
                page->showPart(u"import"_s);
        }));
        m_fileActions.append(add(file, u"export"_s, tr("&Export…"), {}, [this] {
            if (Page *page = showPage(u"setup"_s))
                page->showPart(u"export"_s);
        }));
    }
    file->addSeparator();
    m_lockAction = add(file, u"lock"_s, tr("&Lock the screen"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
                       [this] { m_shift->lock(); });
    m_fileActions.append(add(file, u"switchUser"_s, tr("S&witch user…"), {}, [this] { switchUser(); }));
    m_passwordAction =
        add(file, u"password"_s, tr("Change your &password…"), {}, [this] { askForOwnPassword(*m_session, this); });
    m_lockAction->setEnabled(false);
    m_passwordAction->setEnabled(false);
    file->addSeparator();
    m_fileActions.append(
        add(file, u"close"_s, tr("&Close the file"), QKeySequence(Qt::CTRL | Qt::Key_W), [this] { closeFile(); }));
    add(file, u"quit"_s, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] {
        close();
    })->setMenuRole(QAction::QuitRole);

    m_workMenu = menuBar()->addMenu(tr("Wor&k"));
    m_callAction = add(m_workMenu, u"callAction"_s, tr("&Take a call"), Qt::Key_F2, [this] {
        if (Page *page = showPage(u"intake"_s))
            page->startCall();
    });
    m_searchAction = add(m_workMenu, u"searchAction"_s, tr("Searc&h"), QKeySequence(Qt::CTRL | Qt::Key_K),
                         [this] { m_topBar->focusSearch(); });
    m_callAction->setVisible(entryOf(u"intake"_s));
    m_topBar->setCallVisible(entryOf(u"intake"_s));
    m_searchAction->setVisible(entryOf(u"tickets"_s));
    m_topBar->setSearchVisible(entryOf(u"tickets"_s));
    m_fileActions << m_callAction << m_searchAction;
    connect(m_workMenu, &QMenu::aboutToShow, this, &MainWindow::fillWorkMenu);

    QMenu *view = menuBar()->addMenu(tr("Vie&w"));
    view->setObjectName(u"shell.viewMenu"_s);
    m_pageActions.append(view->addSeparator()); // pages go before it
    QMenu *appearance = view->addMenu(tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const auto addLook = [&](const QString &name, const QString &text, Theme::Appearance look) {
        QAction *action = add(appearance, name, text, {}, [look] { Theme::instance().setAppearance(look); });
        action->setCheckable(true);
        action->setChecked(Theme::instance().appearance() == look);
        group->addAction(action);
    };
    addLook(u"appearance.system"_s, tr("As the &desktop"), Theme::Appearance::System);
    addLook(u"appearance.light"_s, tr("&Light"), Theme::Appearance::Light);
    addLook(u"appearance.dark"_s, tr("Dar&k"), Theme::Appearance::Dark);
    QAction *full = add(view, u"fullScreen"_s, tr("&Full screen"), QKeySequence(Qt::Key_F11), [this](bool on) {
        setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
    full->setCheckable(true);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *read = add(help, u"help"_s, tr("&Help"), QKeySequence(Qt::Key_F1), [this] { showHelp(); });
    QAction *about = add(help, u"about"_s, tr("&About %1").arg(QGuiApplication::applicationDisplayName()), {},
                         [this] { (new AboutDialog(this))->open(); });
    about->setMenuRole(QAction::AboutRole);
    m_freeActions << read << about;
}

void MainWindow::buildPageActions()
{
    auto *view = findChild<QMenu *>(u"shell.viewMenu"_s);
    QAction *before = m_pageActions.takeFirst();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const PageEntry &entry = m_entries[i];
        const QKeySequence key = i < 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)) : QKeySequence();
        auto *action = new QAction(themedIcon(entry.icon), entry.title, this);
        action->setObjectName(u"shell.page."_s + entry.name);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, [this, name = entry.name] { showPage(name); });
        view->insertAction(before, action);
        m_fileActions.append(action);
        m_navigation->addPage(entry.name, entry.icon, entry.title, key.toString(QKeySequence::NativeText));
    }
}

void MainWindow::fillRecentMenu(QMenu *menu)
{
    menu->clear();
    const QStringList files = recentFiles();
    for (const QString &path : files) {
        QAction *action = menu->addAction(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { openFile(path); });
    }
    if (files.isEmpty())
        menu->addAction(tr("No files yet"))->setEnabled(false);
}

void MainWindow::fillWorkMenu()
{
    const QList<QAction *> shown = m_workMenu->actions();
    for (QAction *action : shown) {
        if (action != m_callAction && action != m_searchAction)
            m_workMenu->removeAction(action);
    }
    const Page *page = m_shift->isAtWork() ? m_pages->find(m_current) : nullptr;
    const QList<QAction *> actions = page ? page->menuActions() : QList<QAction *>();
    if (!actions.isEmpty()) {
        m_workMenu->addSeparator();
        m_workMenu->addActions(actions);
    }
}

const PageEntry *MainWindow::entryOf(const QString &name) const
{
    for (const PageEntry &entry : m_entries) {
        if (entry.name == name)
            return &entry;
    }
    return nullptr;
}

// ---- Files

void MainWindow::openFile(const QString &path, CaseFile::Mode mode)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_session && QFileInfo(m_session->path()) == QFileInfo(absolute)
        && m_session->isReadOnly() == (mode == CaseFile::Mode::Read))
        return; // it is the one in front
    // Writing a file that this window has open for reading is fine: readers hold no lock.
    m_opening = std::make_unique<CaseSession>(*m_messages, m_clock);
    setCursor(Qt::BusyCursor);
    CaseSession *session = m_opening.get();
    connect(session, &CaseSession::opened, this, [this, session] {
        unsetCursor();
        if (m_opening.get() != session)
            return;
        // Only now: until it was there, work went on in the other file.
        const auto stay = [this, session] {
            if (m_opening.get() == session)
                m_opening.release()->deleteLater(); // it may be the sender
        };
        const auto leave = [this, session, stay] {
            leavePages([this, session, stay](bool left) {
                if (m_opening.get() != session)
                    return;
                if (!left) {
                    stay();
                    return;
                }
                m_safety->finish(
                    m_session.get(),
                    [this, session] {
                        if (m_opening.get() == session)
                            take(std::move(m_opening));
                    },
                    stay);
            });
        };
        askToLeaveDialog([leave, stay](bool left) { left ? leave() : stay(); });
    });
    connect(session, &CaseSession::openingFailed, this, [this, session, absolute](const std::exception_ptr &error) {
        unsetCursor();
        if (m_opening.get() == session)
            m_opening.release()->deleteLater(); // it is the sender
        openingFailed(error, absolute);
    });
    session->open(absolute, mode);
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

void MainWindow::openingFailed(const std::exception_ptr &error, const QString &path)
{
    const auto kind = [&error]() -> std::optional<StorageError::Kind> {
        try {
            std::rethrow_exception(error);
        } catch (const StorageError &e) {
            return e.kind();
        } catch (...) {
            return std::nullopt;
        }
    }();
    if (kind == StorageError::Kind::Missing)
        removeRecentFile(path);
    if (!m_session && m_safety->offerRestore(path, error)) {
        m_welcome->reload();
        return;
    }
    if (kind == StorageError::Kind::Damaged) {
        m_welcome->reload();
        m_messages->ask(
            this, {.message = Messages::messageOf(error), .answers = {tr("Rescue what can be read…"), tr("Cancel")}},
            [this, path](int answer) {
                if (answer == 0)
                    m_files->rescueFile(path);
            });
        return;
    }
    if (kind != StorageError::Kind::InUse && kind != StorageError::Kind::ReadOnly) {
        m_messages->failed(error);
        m_welcome->reload();
        return;
    }
    Message message = Messages::messageOf(error);
    message.level = Message::Level::Information;
    m_messages->ask(this, {.message = message, .answers = {tr("Open for reading only"), tr("Cancel")}},
                    [this, path](int answer) {
                        if (answer == 0)
                            openFile(path, CaseFile::Mode::Read);
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
    fillWorkMenu(); // its keys act on the page
    for (QAction *action : std::as_const(m_fileActions))
        action->setEnabled(works);
    for (QAction *action : std::as_const(m_freeActions))
        action->setEnabled(!m_shift->isLocked());
    for (const PageEntry &entry : std::as_const(m_entries)) {
        if (auto *action = findChild<QAction *>(u"shell.page."_s + entry.name))
            action->setEnabled(mayShow(entry.name));
    }
    m_searchAction->setEnabled(mayShow(u"tickets"_s));
    m_callAction->setEnabled(works && m_session->may(Command::Accept));
    m_topBar->callButton()->setEnabled(m_callAction->isEnabled());
    const bool hasPassword = works && m_session->hasPassword();
    m_lockAction->setEnabled(hasPassword);
    m_passwordAction->setEnabled(hasPassword && !m_session->isReadOnly());
    m_restoreAction->setEnabled(!m_session || (works && m_session->may(Command::Restore)));
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
    for (QAction *action : std::as_const(m_fileActions))
        action->setEnabled(false);
    m_welcome->reload();
    m_root->setCurrentIndex(0);
    Q_EMIT fileClosed();
}

// ---- Pages

// Of the commands on the file that is being left, or of the user who leaves.
void MainWindow::closeDialogs()
{
    // One may stand in another, and go with it.
    QList<QPointer<QDialog>> dialogs;
    for (QDialog *dialog : findChildren<QDialog *>())
        dialogs.append(dialog);
    for (const QPointer<QDialog> &dialog : std::as_const(dialogs)) {
        if (dialog && !qobject_cast<ProgressDialog *>(dialog) && !qobject_cast<QMessageBox *>(dialog))
            delete dialog;
    }
    m_lock->stop();
}

void MainWindow::clearPages()
{
    m_clockNotice->watch(nullptr);
    m_clipboard->clearNow();
    closeDialogs();
    m_topBar->setPageWidget(nullptr);
    m_pages->clear();
    m_current.clear();
    for (const PageEntry &entry : std::as_const(m_entries))
        m_navigation->setCount(entry.name, 0);
}

// Who may not read cases sees the set-up, and the knowledge base if he keeps it.
bool MainWindow::mayShow(const QString &name) const
{
    if (name == u"intake" && m_session && !ruleOf(Command::SaveDraft).allows(m_session->roles()))
        return false; // each keystroke would be refused
    return m_shift->isAtWork()
           && (name == u"setup" || ruleOf(Command::ReadCases).allows(m_session->roles())
               || (name == u"knowledge" && ruleOf(Command::ManageKnowledge).allows(m_session->roles())));
}

Page *MainWindow::ensurePage(const QString &name)
{
    if (Page *page = m_pages->find(name))
        return page;
    const PageEntry *entry = entryOf(name);
    if (!entry || !mayShow(name))
        return nullptr;
    Page *page = entry->factory({.session = *m_session, .messages = *m_messages, .duties = *m_duties});
    if (page->objectName().isEmpty())
        page->setObjectName(name);
    page->setAccessibleName(entry->title);
    m_pages->add(name, page);
    connect(page, &Page::ticketsRequested, this, [this](const TicketFilter &filter, const QString &title) {
        if (Page *tickets = showPage(u"tickets"_s))
            tickets->showTickets(filter, title);
    });
    connect(page, &Page::ticketRequested, this, [this](TicketId ticket) {
        if (Page *tickets = showPage(u"tickets"_s))
            tickets->showTicket(ticket);
    });
    connect(page, &Page::intakeRequested, m_callAction, &QAction::trigger);
    connect(page, &Page::pageRequested, this, &MainWindow::showPage);
    connect(page, &Page::partRequested, this, [this](const QString &other, const QString &part) {
        if (Page *shown = showPage(other); shown && !part.isEmpty())
            shown->showPart(part);
    });
    connect(page, &Page::restoreRequested, this,
            [this](const QString &backup) { m_safety->restore(m_session.get(), m_session->path(), backup); });
    connect(page, &Page::countChanged, this, [this, name](int count) { m_navigation->setCount(name, count); });
    return page;
}

Page *MainWindow::showPage(const QString &name)
{
    Page *page = ensurePage(name);
    if (!page)
        return nullptr;
    m_navigation->setCurrent(name);
    if (m_current != name) {
        m_current = name;
        m_topBar->setTitle(entryOf(name)->title);
        m_topBar->setPageWidget(page->topBarWidget());
        m_stack->setCurrentWidget(page);
        page->activated();
        focusInto(page);
    }
    return page;
}

// Beside the pages where it is done.
void MainWindow::showDuties()
{
    const std::optional<Worklist> &list = m_duties->worklist();
    if (!list)
        return;
    qint64 dispatching = 0;
    for (const Duty duty : {Duty::Dispatch, Duty::ReturnAsked, Duty::ExtensionAsked, Duty::Review})
        dispatching += list->count(duty);
    m_navigation->setCount(u"dispatch"_s, static_cast<int>(dispatching));
    m_navigation->setCount(u"followup"_s, static_cast<int>(list->count(Duty::FollowUp)));
}

void MainWindow::search(const QString &text)
{
    if (Page *tickets = showPage(u"tickets"_s))
        tickets->search(text);
    m_topBar->searchField()->clear(); // the list's own field shows it now
}

void MainWindow::showHelp()
{
    if (!m_help) {
        m_help = new HelpWindow(this);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_help->showPart(m_current);
}

// ---- The window itself

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

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_shift->isLocked() && !caseFileIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = caseFileIn(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openFile(path);
}

} // namespace huiyin
