// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ScreenLock.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace huiyin {

ScreenLock::ScreenLock(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ScreenLock::idle);
    qApp->installEventFilter(this);
}

void ScreenLock::watch(std::chrono::milliseconds idle)
{
    m_timer.setInterval(idle);
    if (idle.count() > 0)
        m_timer.start();
    else
        m_timer.stop();
}

bool ScreenLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_timer.isActive() && event->spontaneous())
            m_timer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void ScreenLock::hideDialogs()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *widget : windows) {
        if (widget != m_window && widget->isVisible() && widget->windowType() != Qt::Desktop) {
            m_hidden.append(widget);
            widget->hide();
        }
    }
}

void ScreenLock::showDialogs()
{
    for (const QPointer<QWidget> &widget : std::as_const(m_hidden)) {
        if (widget && widget->windowType() != Qt::Popup && widget->windowType() != Qt::ToolTip)
            widget->show();
    }
    m_hidden.clear();
}

} // namespace huiyin
