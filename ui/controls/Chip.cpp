// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/Chip.h"

#include "shell/Icon.h"
#include "shell/Theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr int padding = 8;
constexpr int crossSide = 12;
constexpr int narrowest = 48;
} // namespace

Chip::Chip(Kind kind, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
{
    setText(text);
    setCheckable(kind == Kind::Choice);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    if (kind == Kind::Removable) {
        setAccessibleName(tr("Take away: %1").arg(text));
        setToolTip(tr("Take this condition away"));
    }
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().font(Theme::Text::Label));
    const int cross = m_kind == Kind::Removable ? crossSide + 4 : 0;
    return {metrics.horizontalAdvance(text()) + 2 * padding + cross + 1, std::max(22, metrics.height() + 4)};
}

QSize Chip::minimumSizeHint() const
{
    return {std::min(narrowest, sizeHint().width()), sizeHint().height()};
}

void Chip::paintEvent([[maybe_unused]] QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool accent = m_kind == Kind::Removable || isChecked();
    const ColourRole ground = accent         ? ColourRole::InfoGround
                              : underMouse() ? ColourRole::Hover
                                             : ColourRole::NeutralGround;
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setBrush(colour(ground));
    painter.setPen(hasFocus() ? QPen(colour(ColourRole::Accent), 2) : QPen(Qt::NoPen));
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    const ColourRole ink = accent ? ColourRole::InfoText : ColourRole::NeutralText;
    painter.setPen(colour(ink));
    painter.setFont(Theme::instance().font(Theme::Text::Label));
    const int right = m_kind == Kind::Removable ? padding + crossSide + 4 : padding;
    const QRect words = rect().adjusted(padding, 0, -right, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width() + 1));
    if (m_kind == Kind::Removable)
        painter.drawPixmap(width() - padding - crossSide, (height() - crossSide) / 2,
                           themedPixmap(u"x"_s, ink, crossSide, devicePixelRatioF()));
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    const bool removes = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (m_kind == Kind::Removable && removes)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace huiyin
