// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WindowMenus.h"

#include "controls/PeriodPicker.h"
#include "exchange/DemoOffice.h"
#include "shell/AboutDialog.h"
#include "shell/Icon.h"
#include "shell/Settings.h"
#include "shell/Theme.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::MainWindow)
};

} // namespace

WindowMenus::WindowMenus(QMainWindow *window, const QList<PageEntry> &pages,
                         std::function<QList<QAction *>()> pageActions)
    : QObject(window)
    , m_window(window)
    , m_entries(pages)
    , m_ofPage(std::move(pageActions))
{
    buildFileMenu();
    buildWorkMenu();
    buildViewMenu();
    buildHelpMenu();
    for (QAction *action : std::as_const(m_ofFile))
        action->setEnabled(false);
    m_lock->setEnabled(false);
    m_password->setEnabled(false);
}

QAction *WindowMenus::add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &key,
                          std::function<void(bool on)> act)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(u"shell."_s + name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, std::move(act));
    return action;
}

bool WindowMenus::has(const QString &page) const
{
    return std::ranges::find(m_entries, page, &PageEntry::name) != m_entries.end();
}

void WindowMenus::buildFileMenu()
{
    QMenu *file = m_window->menuBar()->addMenu(Text::tr("&File"));
    m_free << add(file, u"new"_s, Text::tr("&New office…"), {}, [this](bool) { Q_EMIT newRequested(); })
           << add(file, u"open"_s, Text::tr("&Open…"), QKeySequence::Open, [this](bool) { Q_EMIT openRequested(); });
    QMenu *sample = file->addMenu(Text::tr("&Sample office"));
    const QList<DemoInfo> demos = demoOffices();
    for (const DemoInfo &demo : demos) {
        add(sample, u"sample."_s + demo.name, demo.office + u" · " + displayLabel(demo.period), {},
            [this, name = demo.name](bool) { Q_EMIT sampleRequested(name); });
    }
    QMenu *recent = file->addMenu(Text::tr("&Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    m_free << sample->menuAction() << recent->menuAction();
    file->addSeparator();
    m_ofFile.append(
        add(file, u"backup"_s, Text::tr("&Back up a copy…"), {}, [this](bool) { Q_EMIT backUpRequested(); }));
    m_restore =
        add(file, u"restore"_s, Text::tr("Res&tore from a backup…"), {}, [this](bool) { Q_EMIT restoreRequested(); });
    m_rescue =
        add(file, u"rescue"_s, Text::tr("Rescue a &damaged file…"), {}, [this](bool) { Q_EMIT rescueRequested(); });
    if (has(u"setup"_s)) {
        m_ofFile.append(add(file, u"import"_s, Text::tr("&Import…"), {},
                            [this](bool) { Q_EMIT partRequested(u"setup"_s, u"import"_s); }));
        m_ofFile.append(add(file, u"export"_s, Text::tr("&Export…"), {},
                            [this](bool) { Q_EMIT partRequested(u"setup"_s, u"export"_s); }));
    }
    file->addSeparator();
    m_lock = add(file, u"lock"_s, Text::tr("&Lock the screen"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
                 [this](bool) { Q_EMIT lockRequested(); });
    m_ofFile.append(
        add(file, u"switchUser"_s, Text::tr("S&witch user…"), {}, [this](bool) { Q_EMIT switchUserRequested(); }));
    m_password =
        add(file, u"password"_s, Text::tr("Change your &password…"), {}, [this](bool) { Q_EMIT passwordRequested(); });
    file->addSeparator();
    m_ofFile.append(add(file, u"close"_s, Text::tr("&Close the file"), QKeySequence(Qt::CTRL | Qt::Key_W),
                        [this](bool) { Q_EMIT closeRequested(); }));
    add(file, u"quit"_s, Text::tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this](bool) {
        m_window->close();
    })->setMenuRole(QAction::QuitRole);
}

void WindowMenus::buildWorkMenu()
{
    m_work = m_window->menuBar()->addMenu(Text::tr("Wor&k"));
    m_call =
        add(m_work, u"callAction"_s, Text::tr("&Take a call"), Qt::Key_F2, [this](bool) { Q_EMIT callRequested(); });
    m_search = add(m_work, u"searchAction"_s, Text::tr("Searc&h"), QKeySequence(Qt::CTRL | Qt::Key_K),
                   [this](bool) { Q_EMIT searchRequested(); });
    m_call->setVisible(has(u"intake"_s));
    m_search->setVisible(has(u"tickets"_s));
    m_ofFile << m_call << m_search;
    connect(m_work, &QMenu::aboutToShow, this, &WindowMenus::fillWorkMenu);
}

void WindowMenus::buildViewMenu()
{
    QMenu *view = m_window->menuBar()->addMenu(Text::tr("Vie&w"));
    view->setObjectName(u"shell.viewMenu"_s);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const PageEntry &entry = m_entries[i];
        const QKeySequence key = i < 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)) : QKeySequence();
        QAction *action = add(view, u"page."_s + entry.name, entry.title, key,
                              [this, name = entry.name](bool) { Q_EMIT pageRequested(name); });
        action->setIcon(themedIcon(entry.icon));
        m_pages.append(action);
    }
    m_ofFile << m_pages;
    view->addSeparator();
    QMenu *appearance = view->addMenu(Text::tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const auto addLook = [&](const QString &name, const QString &text, Theme::Appearance look) {
        QAction *action = add(appearance, name, text, {}, [look](bool) { Theme::instance().setAppearance(look); });
        action->setCheckable(true);
        action->setChecked(Theme::instance().appearance() == look);
        group->addAction(action);
    };
    addLook(u"appearance.system"_s, Text::tr("As the &desktop"), Theme::Appearance::System);
    addLook(u"appearance.light"_s, Text::tr("&Light"), Theme::Appearance::Light);
    addLook(u"appearance.dark"_s, Text::tr("Dar&k"), Theme::Appearance::Dark);
    QAction *full = add(view, u"fullScreen"_s, Text::tr("&Full screen"), QKeySequence(Qt::Key_F11), [this](bool on) {
        const Qt::WindowStates states = m_window->windowState();
        m_window->setWindowState(on ? states | Qt::WindowFullScreen : states & ~Qt::WindowFullScreen);
    });
    full->setCheckable(true);
}

void WindowMenus::buildHelpMenu()
{
    QMenu *help = m_window->menuBar()->addMenu(Text::tr("&Help"));
    QAction *read =
        add(help, u"help"_s, Text::tr("&Help"), QKeySequence(Qt::Key_F1), [this](bool) { Q_EMIT helpRequested(); });
    QAction *about = add(help, u"about"_s, Text::tr("&About %1").arg(QGuiApplication::applicationDisplayName()), {},
                         [this](bool) { (new AboutDialog(m_window))->open(); });
    about->setMenuRole(QAction::AboutRole);
    m_free << read << about;
}

QKeySequence WindowMenus::keyOf(const QString &page) const
{
    const auto entry = std::ranges::find(m_entries, page, &PageEntry::name);
    return entry == m_entries.end() ? QKeySequence() : m_pages[entry - m_entries.begin()]->shortcut();
}

void WindowMenus::fillRecentMenu(QMenu *menu)
{
    menu->clear();
    const QStringList files = recentFiles();
    for (const QString &path : files) {
        QAction *action = menu->addAction(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentRequested(path); });
    }
    if (files.isEmpty())
        menu->addAction(Text::tr("No files yet"))->setEnabled(false);
}

void WindowMenus::fillWorkMenu()
{
    const QList<QAction *> shown = m_work->actions();
    for (QAction *action : shown) {
        if (action != m_call && action != m_search)
            m_work->removeAction(action);
    }
    const QList<QAction *> actions = m_ofPage();
    if (!actions.isEmpty()) {
        m_work->addSeparator();
        m_work->addActions(actions);
    }
}

void WindowMenus::offer(const Offer &offer)
{
    fillWorkMenu(); // its keys act on the page
    for (QAction *action : std::as_const(m_ofFile))
        action->setEnabled(offer.atWork);
    for (QAction *action : std::as_const(m_free))
        action->setEnabled(!offer.isLocked);
    for (qsizetype i = 0; i < m_pages.size(); ++i)
        m_pages[i]->setEnabled(offer.shows && offer.shows(m_entries[i].name));
    m_search->setEnabled(offer.search);
    m_call->setEnabled(offer.calls);
    m_lock->setEnabled(offer.hasPassword);
    m_password->setEnabled(offer.changesPassword);
    m_restore->setEnabled(offer.restores);
    m_rescue->setEnabled(offer.restores);
}

} // namespace huiyin
