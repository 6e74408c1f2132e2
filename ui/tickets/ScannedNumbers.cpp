// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ScannedNumbers.h"

#include "shell/CaseSession.h"
#include "storage/TicketRepository.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace huiyin {

namespace {

bool isWritten(const QWidget *widget)
{
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->isEditable();
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget)
           || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

bool isEnter(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

} // namespace

ScannedNumbers::ScannedNumbers(CaseSession &session, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_page(page)
{
    // Wherever the focus is on the page; a table would look for what is typed.
    qApp->installEventFilter(this);
}

bool ScannedNumbers::isListening() const
{
    return m_page->isVisible() && m_page->window()->isActiveWindow() && m_session.isLoggedIn()
           && !QApplication::activeModalWidget() && !QApplication::activePopupWidget()
           && !isWritten(QApplication::focusWidget());
}

bool ScannedNumbers::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (event->type() != QEvent::KeyPress && !isOverride)
        return false;
    // A key that nobody wants goes on to the parents: it is taken where it arrives.
    const QWidget *focus = QApplication::focusWidget();
    if (watched != (focus ? focus : m_page->window()) || !isListening())
        return false;
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (!isOverride)
        return takeKey(key);
    if (isEnter(key) && isScanEnded(key))
        event->accept(); // no shortcut of Enter
    return false;
}

bool ScannedNumbers::isQuick(const QKeyEvent &key) const
{
    // The system knows when the key was pressed; the window may have been busy since.
    if (m_stamp > 0 && key.timestamp() >= m_stamp)
        return key.timestamp() - m_stamp < quickest;
    return m_since.isValid() && m_since.elapsed() < quickest;
}

bool ScannedNumbers::isScanEnded(const QKeyEvent &key) const
{
    return m_typed.size() >= leastLength && isQuick(key);
}

bool ScannedNumbers::takeKey(const QKeyEvent &key)
{
    if (isEnter(key)) {
        const bool isScan = isScanEnded(key);
        const QString number = std::exchange(m_typed, QString());
        if (isScan)
            find(number);
        return isScan;
    }
    const QString text = key.text();
    const bool isPlain = text.size() == 1 && text.front() > u' ' && text.front() <= u'~'
                         && !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!isPlain || key.isAutoRepeat()) { // a key that is held comes as quickly
        if (key.key() != Qt::Key_Shift)
            m_typed.clear();
        return false;
    }
    if (!isQuick(key))
        m_typed.clear();
    m_typed += text;
    m_stamp = key.timestamp();
    m_since.start();
    constexpr qsizetype sure = 3; // so many at once nobody types
    return m_typed.size() >= sure;
}

void ScannedNumbers::find(const QString &number)
{
    m_session.read(
        this, [number](CaseFile &file) { return TicketRepository(file.database()).idOf(number); },
        [this, number](const std::optional<TicketId> &ticket) {
            if (ticket)
                Q_EMIT ticketFound(*ticket);
            else
                Q_EMIT m_session.told(tr("There is no ticket “%1”.").arg(number));
        });
}

} // namespace huiyin
