// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QWidget;

namespace huiyin {

// Asks for the screen to be locked when nobody has touched keys or mouse for a while; and keeps the dialogs of the
// window out of sight as long as it is locked.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    explicit ScreenLock(QWidget *window);

    void watch(std::chrono::milliseconds idle); // zero: not at all
    void hideDialogs();
    void showDialogs(); // those that were hidden

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    QTimer m_timer;
    QList<QPointer<QWidget>> m_hidden;
};

} // namespace huiyin
