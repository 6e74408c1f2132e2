// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/AttachmentDelegate.h"

#include "controls/Tag.h"
#include "shell/Theme.h"

#include <QPainter>

namespace huiyin {

QSize AttachmentDelegate::sizeHint([[maybe_unused]] const QStyleOptionViewItem &option,
                                   [[maybe_unused]] const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    return {60, QFontMetrics(theme.font(Theme::Text::Body)).height()
                    + QFontMetrics(theme.font(Theme::Text::Small)).height() + 16};
}

void AttachmentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(selected ? ColourRole::AccentSoft : ColourRole::Hover));
        painter->drawRoundedRect(frame, 6, 6);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(colour(ColourRole::Accent));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QRect room = option.rect.adjusted(8, 6, -8, -6);
    const QString tag = index.data(TagRole).toString();
    const QSize tagSize = Tag::sizeFor(tag);
    QFont name = theme.font(Theme::Text::Body);
    const bool removed = index.data(RemovedRole).toBool();
    name.setStrikeOut(removed);
    painter->setFont(name);
    painter->setPen(colour(removed ? ColourRole::TextWeak : ColourRole::Text));
    const int height = painter->fontMetrics().height();
    const int width = room.width() - tagSize.width() - 8;
    painter->drawText(QRect(room.left(), room.top(), width, height), Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, width));
    QRect tagPlace(QPoint(), tagSize);
    tagPlace.moveCenter(QPoint(room.right() - tagSize.width() / 2, room.top() + height / 2));
    Tag::paint(*painter, tagPlace, tag, static_cast<Tone>(index.data(ToneRole).toInt()));
    painter->setFont(theme.font(Theme::Text::Small));
    painter->setPen(colour(ColourRole::TextWeak));
    const int below = painter->fontMetrics().height();
    painter->drawText(
        QRect(room.left(), room.bottom() - below + 1, room.width(), below), Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(RemarkRole).toString(), Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace huiyin
