// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/CodePicker.h"

#include "controls/ChoiceRows.h"
#include "controls/Panel.h"
#include "shell/Icon.h"
#include "shell/Theme.h"

#include <QAction>
#include <QFrame>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

CodePicker::CodePicker(QWidget *parent)
    : QLineEdit(parent)
    , m_model(new ChoiceRows(this))
{
    m_chevron = addAction(themedIcon(u"chevron-down"_s, ColourRole::TextWeak), QLineEdit::TrailingPosition);
    m_chevron->setToolTip(tr("Show the list"));
    connect(m_chevron, &QAction::triggered, this, [this] {
        setFocus(Qt::MouseFocusReason);
        isPopupOpen() ? closePopup() : openPopup();
    });
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_typed = true;
        filter();
        if (!m_popup || !m_popup->isVisible())
            openPopup();
    });
}

CodePicker::~CodePicker()
{
    delete m_popup; // lies in the window, not in this field
}

void CodePicker::setChoices(const QList<CodeChoice> &choices)
{
    m_choices = choices;
    if (m_value) {
        for (const CodeChoice &choice : m_choices) {
            if (choice.id == *m_value)
                m_valueText = choice.text;
        }
        if (!m_typed)
            setText(m_valueText);
    }
    filter();
}

void CodePicker::setValue(std::optional<qint64> id, const QString &text)
{
    m_value = id;
    m_valueText = id ? text : QString();
    for (const CodeChoice &choice : m_choices) {
        if (id == choice.id)
            m_valueText = choice.text;
    }
    revert();
}

bool CodePicker::isPopupOpen() const
{
    return m_popup && m_popup->isVisible();
}

std::optional<CodeChoice> CodePicker::marked() const
{
    if (m_model->choices().isEmpty())
        return std::nullopt;
    const int row = isPopupOpen() && m_list->currentIndex().isValid() ? m_list->currentIndex().row() : 0;
    return m_model->choices().value(row);
}

void CodePicker::filter()
{
    m_model->set(m_typed ? matching(m_choices, text()) : m_choices);
    if (!m_list)
        return;
    int row = 0;
    for (int i = 0; !m_typed && i < m_model->rowCount(); ++i) {
        if (m_value == m_model->choices()[i].id)
            row = i;
    }
    m_list->setCurrentIndex(m_model->index(row));
    if (isPopupOpen())
        placePopup();
    update();
}

// The list lies in the window itself: as a window of its own it would take the focus or the input method away on some
// desktops, and could not be placed on others.
void CodePicker::openPopup()
{
    if (isReadOnly() || !isEnabled() || m_choices.isEmpty())
        return;
    QWidget *top = window();
    if (!m_popup || m_popup->parentWidget() != top) {
        delete m_popup;
        m_popup = new QFrame(top);
        m_popup->setObjectName(u"popup"_s);
        m_popup->setFocusPolicy(Qt::NoFocus);
        m_list = new QListView(m_popup);
        m_list->setModel(m_model);
        m_list->setItemDelegate(new ChoiceDelegate(m_list));
        m_list->setUniformItemSizes(true);
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setMouseTracking(true);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setAccessibleName(accessibleName());
        auto *layout = new QVBoxLayout(m_popup);
        layout->setContentsMargins(4, 4, 4, 4);
        layout->addWidget(m_list);
        connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
        top->installEventFilter(this);
    }
    filter();
    if (m_model->rowCount() == 0)
        return; // there is nothing to show
    placePopup();
    m_popup->show();
    m_popup->raise();
    m_list->scrollTo(m_list->currentIndex());
    update();
}

void CodePicker::placePopup()
{
    constexpr int rowsShown = 10;
    const int row = std::max(28, fontMetrics().height() + 8);
    const int wanted = row * std::clamp(m_model->rowCount(), 1, rowsShown) + 10;
    const QWidget *top = m_popup->parentWidget();
    const QPoint below = mapTo(top, QPoint(0, height() + 2));
    const int roomBelow = top->height() - below.y() - 4;
    const int roomAbove = mapTo(top, QPoint(0, 0)).y() - 6;
    const bool down = roomBelow >= std::min(wanted, 5 * row) || roomBelow >= roomAbove;
    int tall = std::min(wanted, down ? roomBelow : roomAbove);
    if (tall < wanted)
        tall = std::max(1, (tall - 10) / row) * row + 10; // whole rows
    const int wide = std::min(std::max(width(), 240), top->width() - 8);
    const int x = std::clamp(below.x(), 4, std::max(4, top->width() - wide - 4));
    m_popup->setGeometry(x, down ? below.y() : mapTo(top, QPoint(0, 0)).y() - tall - 2, wide, tall);
    m_popup->setVisible(m_popup->isVisible() && m_model->rowCount() > 0);
}

void CodePicker::closePopup()
{
    if (m_popup)
        m_popup->hide();
    m_moved = false;
    update();
}

void CodePicker::take(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const CodeChoice choice = m_model->choices()[row];
    change(choice.id, choice.text);
}

bool CodePicker::takeMarked()
{
    if (m_typed && text().trimmed().isEmpty()) {
        if (m_clearable)
            change(std::nullopt, {});
        else
            revert();
        return true;
    }
    if (!m_typed && !isPopupOpen())
        return false;
    const auto choice = marked();
    if (!choice)
        return false;
    change(choice->id, choice->text);
    return true;
}

void CodePicker::change(std::optional<qint64> id, const QString &text)
{
    const bool different = m_value != id;
    m_value = id;
    m_valueText = text;
    revert();
    if (different)
        Q_EMIT valueChosen();
}

void CodePicker::setUnknown(bool unknown)
{
    setFault(this, unknown);
    setToolTip(unknown ? tr("The list holds no such name.") : m_valueText);
}

void CodePicker::revert()
{
    setUnknown(false);
    m_typed = false;
    closePopup();
    setText(m_valueText);
    setCursorPosition(0);
    if (hasFocus())
        selectAll();
    setToolTip(m_valueText);
}

bool CodePicker::event(QEvent *event)
{
    // Esc closes the list, not the dialog around it.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && (isPopupOpen() || m_typed)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        // Tab takes what is shown and goes on to the next field.
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) && (m_typed || m_moved) && !m_composing)
            (void)takeMarked();
    }
    return QLineEdit::event(event);
}

bool CodePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (m_popup && watched == m_popup->parentWidget()) {
        if (event->type() == QEvent::Resize || event->type() == QEvent::WindowDeactivate)
            closePopup();
    }
    return QLineEdit::eventFilter(watched, event);
}

void CodePicker::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void CodePicker::keyPressEvent(QKeyEvent *event)
{
    if (m_composing) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    const auto step = [this](int rows) {
        if (!isPopupOpen()) {
            openPopup();
            return;
        }
        const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_model->rowCount() - 1);
        m_list->setCurrentIndex(m_model->index(row));
        m_moved = true;
        update();
    };
    switch (event->key()) {
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_PageDown:
        step(9);
        return;
    case Qt::Key_PageUp:
        step(-9);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (takeMarked())
            return;
        break; // nothing to take: Enter belongs to the form
    case Qt::Key_Escape:
        if (isPopupOpen() || m_typed) {
            revert();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void CodePicker::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        selectAll();
}

void CodePicker::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::ActiveWindowFocusReason || event->reason() == Qt::PopupFocusReason) {
        closePopup();
        return;
    }
    if (m_typed && (text().trimmed().isEmpty() || m_model->rowCount() > 0)) {
        (void)takeMarked();
    } else if (m_typed && m_clearable) {
        // A name that the list doesn't hold stays to be seen and mended; it chooses nothing.
        closePopup();
        const bool had = m_value.has_value();
        m_value.reset();
        m_valueText.clear();
        setUnknown(true);
        if (had)
            Q_EMIT valueChosen();
    } else {
        revert();
    }
}

bool CodePicker::settle()
{
    if (m_composing)
        QGuiApplication::inputMethod()->commit();
    if (!m_typed || isReadOnly() || !isEnabled())
        return true;
    if (takeMarked())
        return true;
    closePopup();
    setUnknown(true);
    return false;
}

void CodePicker::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    if (!isPopupOpen())
        openPopup();
}

void CodePicker::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    // What Enter would take, after what was typed: "gs → 水、电、气 / 供水".
    if (!m_typed || m_composing || text().trimmed().isEmpty())
        return;
    const auto choice = marked();
    const QString hint = choice ? u"→ "_s + choice->text : tr("nothing is called so");
    QPainter painter(this);
    painter.setPen(colour(choice ? ColourRole::Placeholder : ColourRole::BadText));
    const int from = cursorRect().right() + fontMetrics().horizontalAdvance(text().mid(cursorPosition())) + 8;
    const QRect place(from, 0, width() - from - 30, height());
    if (place.width() > 24)
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(hint, Qt::ElideRight, place.width()));
}

CodePicker *unsettledPicker(const QWidget *form)
{
    const QList<CodePicker *> pickers = form->findChildren<CodePicker *>();
    for (CodePicker *picker : pickers) {
        if (picker->isVisibleTo(form) && !picker->settle())
            return picker;
    }
    return nullptr;
}

QString unsettledReason(const CodePicker *picker)
{
    return CodePicker::tr("The list holds nothing like “%1”. Choose an entry, or empty the field.")
        .arg(picker->text().trimmed());
}

} // namespace huiyin
