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
// window out of sight as long as it is locked, also those that open meanwhile.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    explicit ScreenLock(QWidget *window);

    void watch(std::chrono::milliseconds idle); // zero: not at all
    void start();                               // the screen is locked
    void end();                                 // no more: what was hidden comes back
    void stop();                                // no more, and nothing comes back

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hideDialogs();

    QWidget *m_window;
    QTimer m_timer;
    bool m_locked = false;
    QList<QPointer<QWidget>> m_hidden;
};

} // namespace huiyin
