// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ScreenLock.h"

#include <QApplication>
#include <QEvent>
#include <QMessageBox>
#include <QWidget>

#include <algorithm>

namespace huiyin {

ScreenLock::ScreenLock(QWidget *window, const Clock &clock)
    : QObject(window)
    , m_window(window)
    , m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &ScreenLock::look);
    qApp->installEventFilter(this);
}

void ScreenLock::watch(std::chrono::milliseconds idle)
{
    using namespace std::chrono_literals;
    m_idle = idle;
    touched();
    if (idle.count() > 0)
        m_timer.start(std::min<std::chrono::milliseconds>(idle, 5s));
    else
        m_timer.stop();
}

void ScreenLock::touched()
{
    m_rest.start();
    m_touchedAt = m_clock.now();
}

bool ScreenLock::isOver() const
{
    return m_timer.isActive()
           && (m_rest.elapsed() >= m_idle.count() || m_touchedAt.msecsTo(m_clock.now()) >= m_idle.count());
}

void ScreenLock::look()
{
    if (!isOver())
        return;
    touched();
    Q_EMIT idle();
}

bool ScreenLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (!event->spontaneous())
            break;
        [[fallthrough]];
    case QEvent::InputMethod: // sent by the toolkit itself, whoever types
        if (isOver()) {
            // The first touch after a sleep comes before the timer does.
            look();
            return true;
        }
        touched();
        break;
    case QEvent::Show:
        if (m_locked && watched != m_window && watched->isWidgetType() && static_cast<QWidget *>(watched)->isWindow())
            QTimer::singleShot(0, this, &ScreenLock::hideDialogs);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void ScreenLock::start()
{
    m_locked = true;
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    hideToolTips();
    hideDialogs();
}

// At once: the toolkit lets them stand for a moment.
void ScreenLock::hideToolTips()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *widget : windows) {
        if (widget->windowType() == Qt::ToolTip)
            widget->hide();
    }
}

void ScreenLock::hideDialogs()
{
    if (!m_locked)
        return;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *widget : windows) {
        // The lists of the login's own fields stay.
        const Qt::WindowType type = widget->windowType();
        if (widget == m_window || !widget->isVisible() || type == Qt::Desktop || type == Qt::Popup
            || type == Qt::ToolTip)
            continue;
        m_hidden.append(widget);
        widget->hide();
    }
}

void ScreenLock::end()
{
    m_locked = false;
    const QList<QPointer<QWidget>> hidden = std::exchange(m_hidden, {});
    for (const QPointer<QWidget> &widget : hidden) {
        if (widget)
            widget->show();
    }
}

void ScreenLock::stop()
{
    m_locked = false;
    const QList<QPointer<QWidget>> hidden = std::exchange(m_hidden, {});
    for (const QPointer<QWidget> &widget : hidden) {
        // What it tells is not for the next one, and whoever has asked waits for the answer.
        if (auto *box = qobject_cast<QMessageBox *>(widget.data()))
            box->reject();
    }
}

} // namespace huiyin
