// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/Tag.h"

#include "shell/Icon.h"
#include "shell/Theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>

namespace huiyin {

namespace {

constexpr int tagHeight = 20;
constexpr int tagPadding = 8;
constexpr int iconSize = 14;

std::pair<ColourRole, ColourRole> rolesOf(Tone tone)
{
    switch (tone) {
    case Tone::Info:
        return {ColourRole::InfoGround, ColourRole::InfoText};
    case Tone::Ok:
        return {ColourRole::OkGround, ColourRole::OkText};
    case Tone::Warn:
        return {ColourRole::WarnGround, ColourRole::WarnText};
    case Tone::Bad:
        return {ColourRole::BadGround, ColourRole::BadText};
    case Tone::Neutral:
        break;
    }
    return {ColourRole::NeutralGround, ColourRole::NeutralText};
}

int heightOf(const QFontMetrics &metrics)
{
    return std::max(tagHeight, metrics.height() + 2);
}

} // namespace

Tag::Tag(const QString &text, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Tag::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Tag::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Tag::setIcon(const QString &lucideName)
{
    m_icon = lucideName;
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    QSize size = sizeFor(m_text);
    if (!m_icon.isEmpty())
        size.rwidth() += iconSize + 4;
    return size;
}

QSize Tag::sizeFor(const QString &text)
{
    const QFontMetrics metrics(Theme::instance().font(Theme::Text::Label));
    return {metrics.horizontalAdvance(text) + 2 * tagPadding, heightOf(metrics)};
}

void Tag::paint(QPainter &painter, const QRect &rect, const QString &text, Tone tone)
{
    const auto [ground, ink] = rolesOf(tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(ground));
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    painter.setPen(colour(ink));
    painter.setFont(Theme::instance().font(Theme::Text::Label));
    const QRect inner = rect.adjusted(tagPadding, 0, -tagPadding, 0);
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width() + 1);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, shown);
    painter.restore();
}

void Tag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_icon.isEmpty()) {
        paint(painter, rect(), m_text, m_tone);
        return;
    }
    paint(painter, rect(), QString(), m_tone);
    const ColourRole ink = rolesOf(m_tone).second;
    painter.drawPixmap(tagPadding, (height() - iconSize) / 2, themedPixmap(m_icon, ink, iconSize, devicePixelRatioF()));
    painter.setPen(colour(ink));
    painter.setFont(Theme::instance().font(Theme::Text::Label));
    painter.drawText(rect().adjusted(tagPadding + iconSize + 4, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

void TagDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant tone = index.data(ToneRole);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (!tone.isValid() || text.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    plain.text.clear();
    const QWidget *widget = option.widget;
    (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &plain, painter, widget);
    QSize size = Tag::sizeFor(text);
    size.setWidth(std::min(size.width(), option.rect.width() - 2 * tagPadding));
    const QRect place(option.rect.left() + tagPadding, option.rect.center().y() - size.height() / 2 + 1, size.width(),
                      size.height());
    Tag::paint(*painter, place, text, static_cast<Tone>(tone.toInt()));
}

QSize TagDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (!index.data(ToneRole).isValid())
        return size;
    return size.expandedTo(Tag::sizeFor(index.data(Qt::DisplayRole).toString()) + QSize(2 * tagPadding, 4));
}

} // namespace huiyin
