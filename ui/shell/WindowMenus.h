// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Pages.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;

namespace huiyin {

// The menus of the window: what they offer to whom, and with which keys. What is chosen they tell; what concerns the
// window alone (its looks, its size, what program this is) they do themselves.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    // `pageActions`: those of the page in front, for the menu "Work"; asked whenever that is shown.
    WindowMenus(QMainWindow *window, const QList<PageEntry> &pages, std::function<QList<QAction *>()> pageActions);

    [[nodiscard]] QAction *callAction() const { return m_call; }
    [[nodiscard]] QAction *lockAction() const { return m_lock; }
    [[nodiscard]] QKeySequence keyOf(const QString &page) const; // that brings it to the front; empty: none

    // What may be chosen now.
    struct Offer
    {
        bool atWork = false;   // somebody, in an open file
        bool isLocked = false; // the screen: what a dialog would be needed for stays hidden then
        bool calls = false;
        bool search = false;
        bool hasPassword = false; // who works
        bool changesPassword = false;
        bool restores = false;                            // and rescues
        std::function<bool(const QString &page)> shows{}; // without: none
    };
    void offer(const Offer &offer);

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void sampleRequested(const QString &name);
    void recentRequested(const QString &path);
    void backUpRequested();
    void restoreRequested();
    void rescueRequested(); // of a damaged file
    void partRequested(const QString &page, const QString &part);
    void lockRequested();
    void switchUserRequested();
    void passwordRequested();
    void closeRequested();
    void callRequested();
    void searchRequested();
    void pageRequested(const QString &name);
    void helpRequested();

private:
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &key,
                 std::function<void(bool on)> act);
    [[nodiscard]] bool has(const QString &page) const;
    void buildFileMenu();
    void buildWorkMenu();
    void buildViewMenu();
    void buildHelpMenu();
    void fillRecentMenu(QMenu *menu);
    void fillWorkMenu();

    QMainWindow *m_window;
    QList<PageEntry> m_entries;
    std::function<QList<QAction *>()> m_ofPage;
    QMenu *m_work = nullptr;
    QAction *m_call = nullptr;
    QAction *m_search = nullptr;
    QAction *m_lock = nullptr;
    QAction *m_password = nullptr;
    QAction *m_restore = nullptr;
    QAction *m_rescue = nullptr;
    QList<QAction *> m_pages;  // in the order of the entries
    QList<QAction *> m_ofFile; // need an open file, and somebody at work in it
    QList<QAction *> m_free;   // need none, but nobody may have locked the screen
};

} // namespace huiyin
