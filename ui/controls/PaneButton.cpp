// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/PaneButton.h"

#include "shell/Icon.h"

#include <QFrame>
#include <QKeyEvent>
#include <QScreen>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

PaneButton::PaneButton(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &PaneButton::openPane);
}

QSize PaneButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 13 + 8 + 16 + 11, std::max(32, fontMetrics().height() + 12)};
}

QSize PaneButton::minimumSizeHint() const
{
    return {std::min(96, sizeHint().width()), sizeHint().height()};
}

void PaneButton::openPane()
{
    QFrame *pane = makePane();
    pane->adjustSize();
    const QRect room = screen()->availableGeometry();
    QPoint place = mapToGlobal(QPoint(0, height() + 4));
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - pane->width())));
    pane->move(place);
    pane->show();
}

void PaneButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        openPane();
    else
        QPushButton::keyPressEvent(event);
}

void PaneButton::paintEvent([[maybe_unused]] QPaintEvent *event)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    painter.setPen(colour(isEnabled() ? ColourRole::Text : ColourRole::Placeholder));
    const QRect words = rect().adjusted(13, 0, -30, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    themedIcon(u"chevron-down"_s).paint(&painter, QRect(width() - 26, (height() - 16) / 2, 16, 16));
}

QFrame *makePopupFrame(QWidget *parent)
{
    auto *frame = new QFrame(parent, Qt::Popup);
    frame->setAttribute(Qt::WA_DeleteOnClose);
    frame->setObjectName(u"popup"_s);
    return frame;
}

} // namespace huiyin
