// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace huiyin {

// What keys do all over the program, beyond what Qt gives them to do: wherever the focus is, and in any dialog.
class WindowKeys : public QObject
{
    Q_OBJECT

public:
    // `lock` locks the screen, from dialogs too; the window owns this and outlives it.
    WindowKeys(QWidget *window, QAction *lock);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    QAction *m_lock;
};

} // namespace huiyin
