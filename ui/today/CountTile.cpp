// SPDX-License-Identifier: GPL-3.0-or-later
#include "today/CountTile.h"

#include "shell/Theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int side = 13;
constexpr int top = 10;

QFontMetrics metricsOf(Theme::Text text)
{
    return QFontMetrics(Theme::instance().font(text));
}

ColourRole colourOf(Tone tone)
{
    switch (tone) {
    case Tone::Warn:
        return ColourRole::WarnText;
    case Tone::Bad:
        return ColourRole::BadText;
    default:
        return ColourRole::Text;
    }
}

} // namespace

CountTile::CountTile(const QString &name, const QString &unit, Tone tone, QWidget *parent)
    : QAbstractButton(parent)
    , m_name(name)
    , m_unit(unit)
    , m_tone(tone)
{
    setText(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(tr("Open the list"));
    setCount(std::nullopt);
}

void CountTile::setCount(std::optional<qint64> count)
{
    m_count = count;
    setAccessibleName(count ? tr("%1: %2").arg(m_name, QLocale().toString(*count)) : m_name);
    update();
}

QSize CountTile::sizeHint() const
{
    return {150, 2 * top + metricsOf(Theme::Text::Label).height() + metricsOf(Theme::Text::Figure).capHeight() + 14};
}

QSize CountTile::minimumSizeHint() const
{
    return {96, sizeHint().height()};
}

void CountTile::paintEvent([[maybe_unused]] QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool raised = underMouse() || isDown();
    painter.setBrush(colour(isDown() ? ColourRole::AccentSoft : raised ? ColourRole::Hover : ColourRole::Panel));
    painter.setPen(hasFocus() ? QPen(colour(ColourRole::Accent), 2) : QPen(colour(ColourRole::PanelLine), 1));
    const qreal inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 8, 8);

    const int room = width() - 2 * side;
    painter.setFont(Theme::instance().font(Theme::Text::Label));
    painter.setPen(colour(ColourRole::TextSoft));
    const QFontMetrics label = painter.fontMetrics();
    painter.drawText(QRect(side, top, room, label.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     label.elidedText(m_name, Qt::ElideRight, room));

    const QString number = m_count ? QLocale().toString(*m_count) : u"—"_s;
    const QFont figure = Theme::instance().font(Theme::Text::Figure);
    painter.setFont(figure);
    painter.setPen(colour(m_count.value_or(0) == 0 ? ColourRole::TextWeak : colourOf(m_tone)));
    const int base = height() - top - 2;
    painter.drawText(QPointF(side, base), number);
    const int advance = QFontMetrics(figure).horizontalAdvance(number);
    painter.setFont(Theme::instance().font(Theme::Text::Label));
    painter.setPen(colour(ColourRole::TextWeak));
    painter.drawText(QPointF(side + advance + 7, base), m_unit);
}

void CountTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace huiyin
