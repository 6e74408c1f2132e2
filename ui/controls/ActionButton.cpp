// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/ActionButton.h"

#include "controls/Panel.h"
#include "shell/Theme.h"

#include <QKeySequence>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace huiyin {

namespace {
constexpr int padding = 13; // with the border
constexpr int gap = 6;
constexpr int iconSide = 16;
} // namespace

ActionButton::ActionButton(const QString &text, const QKeySequence &key, Look look, QWidget *parent)
    : QPushButton(text, parent)
    , m_look(look)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setIconSize(QSize(iconSide, iconSide));
    if (look == Look::Primary)
        setLook(this, "primary");
    if (!key.isEmpty()) {
        setShortcut(key);
        showKey(key);
    }
}

void ActionButton::setPrimary(bool primary)
{
    const Look look = primary ? Look::Primary : Look::Plain;
    if (look == m_look)
        return;
    m_look = look;
    setLook(this, primary ? "primary" : "");
    updateGeometry();
    update();
}

void ActionButton::showKey(const QKeySequence &key)
{
    m_key = key.toString(QKeySequence::NativeText);
    updateGeometry();
    update();
}

QFont ActionButton::keyFont() const
{
    return Theme::instance().font(Theme::Text::Small);
}

QFont ActionButton::textFont() const
{
    QFont font = Theme::instance().font(Theme::Text::Body);
    font.setBold(m_look == Look::Primary);
    return font;
}

QSize ActionButton::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    int width = 2 * padding + metrics.size(Qt::TextShowMnemonic, text()).width();
    if (!m_key.isEmpty())
        width += gap + QFontMetrics(keyFont()).horizontalAdvance(m_key);
    if (!icon().isNull())
        width += iconSide + gap;
    return {width, std::max(32, metrics.height() + 12)};
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawControl(QStyle::CE_PushButtonBevel, option); // the ring of the focus is in the style sheet

    const bool primary = m_look == Look::Primary;
    int content = sizeHint().width() - 2 * padding;
    int x = std::max(padding, (width() - content) / 2);
    if (!icon().isNull()) {
        icon().paint(&painter, QRect(x, (height() - iconSide) / 2, iconSide, iconSide), Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
        x += iconSide + gap;
    }
    QColor ink = primary ? colour(ColourRole::OnAccent) : colour(isDown() ? ColourRole::AccentText : ColourRole::Text);
    if (!isEnabled())
        ink = colour(primary ? ColourRole::OnAccentDisabled : ColourRole::Placeholder);
    painter.setPen(ink);
    painter.setFont(textFont());
    const int textWidth = painter.fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    const int flags = Qt::AlignVCenter | Qt::AlignLeft
                      | (style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) ? Qt::TextShowMnemonic
                                                                                         : Qt::TextHideMnemonic);
    painter.drawText(QRect(x, 0, textWidth + 1, height()), flags, text());
    if (m_key.isEmpty())
        return;
    ink = primary ? ink : colour(ColourRole::TextWeak);
    ink.setAlphaF(primary ? 0.85F : 1.0F);
    painter.setPen(ink);
    painter.setFont(keyFont());
    painter.drawText(QRect(x + textWidth + gap, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, m_key);
}

} // namespace huiyin
