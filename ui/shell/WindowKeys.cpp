// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WindowKeys.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace huiyin {

namespace {

// Qt gives keys to the shortcuts of a window even while a dialog stands before it.
bool isBehindDialog(QObject *receiver)
{
    const QWidget *modal = QApplication::activeModalWidget();
    if (!modal)
        return false;
    QList<QObject *> homes{receiver};
    if (const auto *action = qobject_cast<QAction *>(receiver))
        homes = action->associatedObjects();
    return std::ranges::none_of(homes, [modal](const QObject *home) {
        while (home && home != modal)
            home = home->parent();
        return home != nullptr;
    });
}

} // namespace

WindowKeys::WindowKeys(QWidget *window, QAction *lock)
    : QObject(window)
    , m_window(window)
    , m_lock(lock)
{
    qApp->installEventFilter(this);
}

bool WindowKeys::eventFilter(QObject *watched, QEvent *event)
{
    // On some desktops these edit a line; here Ctrl+K searches and Ctrl+E exports, wherever the focus is.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_K || key->key() == Qt::Key_E) && key->modifiers() == Qt::ControlModifier) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::Shortcut && isBehindDialog(watched))
        return true;
    // The screen can be locked from any dialog; it comes back with what is typed in it.
    if (event->type() == QEvent::KeyPress && m_lock->isEnabled() && QApplication::activeModalWidget()
        && m_lock->shortcut() == QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination())) {
        m_lock->trigger();
        return true;
    }
    // Enter presses the button that has the focus; by itself Qt does so in dialogs only.
    if (event->type() == QEvent::KeyPress && !QApplication::activePopupWidget()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        auto *button = qobject_cast<QPushButton *>(watched);
        if (enter && key->modifiers() == Qt::NoModifier && button && button->window() == m_window
            && button->isEnabled()) {
            button->click();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace huiyin
