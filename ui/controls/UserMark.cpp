// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/UserMark.h"

#include "shell/Theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace huiyin {

namespace {

constexpr double slant = -24; // degrees
constexpr int between = 56;   // pixels from one row to the next
constexpr int beside = 48;    // and from one text to the next
constexpr int lightAlpha = 20;
constexpr int darkAlpha = 24;

} // namespace

UserMark::UserMark(QWidget *over)
    : QWidget(over)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    over->installEventFilter(this);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void UserMark::mark(const QString &text)
{
    m_text = text;
    setVisible(!text.isEmpty());
    cover();
    update();
}

QColor UserMark::ink()
{
    QColor ink = colour(ColourRole::Text);
    ink.setAlpha(Theme::instance().isDark() ? darkAlpha : lightAlpha);
    return ink;
}

void UserMark::cover()
{
    setGeometry(parentWidget()->rect());
    raise();
}

bool UserMark::eventFilter(QObject *watched, QEvent *event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::ChildAdded;
    if (watched == parentWidget() && moved && isVisibleTo(parentWidget()))
        cover();
    return QWidget::eventFilter(watched, event);
}

void UserMark::paintEvent([[maybe_unused]] QPaintEvent *event)
{
    if (m_text.isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(Theme::instance().font(Theme::Text::Body));
    painter.setPen(ink());
    painter.rotate(slant);
    const int step = std::max(painter.fontMetrics().horizontalAdvance(m_text), 1) + beside;
    // The turned widget lies in a square of its diagonal.
    const int reach = width() + height();
    int row = 0;
    for (int y = 0; y < reach + height(); y += between, ++row) {
        for (int x = -reach + (row % 2) * step / 2; x < reach; x += step)
            painter.drawText(x, y, m_text);
    }
}

} // namespace huiyin
