// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QWidget;

namespace huiyin {

// Asks for the screen to be locked when nobody has touched keys or mouse for a while, by the clock on the wall too: a
// computer that wakes up has not counted its sleep. Keeps the dialogs of the window out of sight as long as it is locked,
// also those that open meanwhile.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    ScreenLock(QWidget *window, const Clock &clock); // the clock outlives it

    void watch(std::chrono::milliseconds idle); // zero: not at all
    void start();                               // the screen is locked
    void end();                                 // no more: what was hidden comes back
    void stop(); // no more, and nothing comes back: messages are closed, questions answered as by Esc

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static void hideToolTips();
    void hideDialogs();
    [[nodiscard]] bool isOver() const; // nobody has touched anything for so long
    void touched();
    void look();

    QWidget *m_window;
    const Clock &m_clock;
    std::chrono::milliseconds m_idle{0};
    QTimer m_timer; // looks every few seconds
    QElapsedTimer m_rest;
    QDateTime m_touchedAt;
    bool m_locked = false;
    QList<QPointer<QWidget>> m_hidden;
};

} // namespace huiyin
