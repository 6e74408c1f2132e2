// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"

#include "controls/NoticeBar.h"
#include "shell/ClipboardGuard.h"
#include "shell/ClockNotice.h"
#include "shell/DutyWatch.h"
#include "shell/FileCommands.h"
#include "shell/FileInstance.h"
#include "shell/FileNotices.h"
#include "shell/FileOpening.h"
#include "shell/FileSafety.h"
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
#include "shell/WindowMenus.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

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
    connect(m_safety, &FileSafety::rescueRequested, this, &MainWindow::rescueFile);
    connect(m_files, &FileCommands::damagedChosen, this, &MainWindow::rescueFile);
    connect(m_safety, &FileSafety::openRequested, this, [this](const QString &path) { openFile(path); });
    connect(m_safety, &FileSafety::partRequested, this, &MainWindow::showPart);
    m_opening = new FileOpening(m_clock, *m_messages, *m_safety, this);
    connect(m_opening, &FileOpening::opened, this, &MainWindow::changeFile);
    connect(m_opening, &FileOpening::openRequested, this, &MainWindow::openFile);
    connect(m_opening, &FileOpening::rescueRequested, this, &MainWindow::rescueFile);
    connect(m_opening, &FileOpening::copyRequested, m_files, &FileCommands::copyHere);
    connect(m_opening, &FileOpening::gaveUp, m_welcome, &WelcomePage::reload);
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
    connect(m_topBar, &TopBar::callRequested, this, [this] { m_menus->callAction()->trigger(); });
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
    connect(m_notices, &FileNotices::restoringRequested, this,
            [this] { m_safety->restore(m_session.get(), m_session->path()); });
    connect(m_notices, &FileNotices::salvageRequested, this, [this] { rescueFile(m_session->path()); });
    connect(m_notices, &FileNotices::usersRequested, this, [this] { showPart(u"setup"_s, u"users"_s); });
    connect(m_notices, &FileNotices::recordsRequested, this, [this] { showPart(u"setup"_s, u"records"_s); });
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

    connectMenus();
    restorePlace();
    new WindowKeys(this, m_menus->lockAction());
}

MainWindow::~MainWindow()
{
    m_opening->take().reset(); // while there is who tells of it
    clearPages();
    m_statusLine->setSession(nullptr);
}

void MainWindow::connectMenus()
{
    m_menus = new WindowMenus(this, m_entries, [this] {
        const Page *page = m_shift->isAtWork() ? m_pages->find(m_current) : nullptr;
        return page ? page->menuActions() : QList<QAction *>();
    });
    for (const PageEntry &entry : std::as_const(m_entries)) {
        const QString key = m_menus->keyOf(entry.name).toString(QKeySequence::NativeText);
        m_navigation->addPage(entry.name, entry.icon, entry.title, key);
    }
    m_topBar->setCallVisible(entryOf(u"intake"_s));
    m_topBar->setSearchVisible(entryOf(u"tickets"_s));
    connect(m_menus, &WindowMenus::newRequested, m_files, &FileCommands::newOffice);
    connect(m_menus, &WindowMenus::openRequested, m_files, &FileCommands::chooseFile);
    connect(m_menus, &WindowMenus::sampleRequested, m_files, &FileCommands::openSample);
    connect(m_menus, &WindowMenus::recentRequested, this, [this](const QString &path) { openFile(path); });
    connect(m_menus, &WindowMenus::backUpRequested, this, [this] { m_files->backUpCopy(*m_session); });
    connect(m_menus, &WindowMenus::restoreRequested, this,
            [this] { m_safety->restore(m_session.get(), m_session ? m_session->path() : QString()); });
    connect(m_menus, &WindowMenus::rescueRequested, this,
            [this] { m_files->chooseDamaged(m_session ? m_session->path() : QString()); });
    connect(m_menus, &WindowMenus::partRequested, this, &MainWindow::showPart);
    connect(m_menus, &WindowMenus::lockRequested, m_shift, &Shift::lock);
    connect(m_menus, &WindowMenus::switchUserRequested, this, &MainWindow::switchUser);
    connect(m_menus, &WindowMenus::passwordRequested, this, [this] { askForOwnPassword(*m_session, this); });
    connect(m_menus, &WindowMenus::closeRequested, this, &MainWindow::closeFile);
    connect(m_menus, &WindowMenus::callRequested, this, [this] {
        if (Page *page = showPage(u"intake"_s))
            page->startCall();
    });
    connect(m_menus, &WindowMenus::searchRequested, m_topBar, &TopBar::focusSearch);
    connect(m_menus, &WindowMenus::pageRequested, this, &MainWindow::showPage);
    connect(m_menus, &WindowMenus::helpRequested, this, &MainWindow::showHelp);
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

void MainWindow::showHelp()
{
    if (!m_help) {
        m_help = new HelpWindow(this);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_help->showPart(m_current);
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
