// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/FigureTile.h"

#include "shell/Theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int side = 13;
constexpr int top = 10;
constexpr int between = 2;

QFontMetrics metricsOf(Theme::Text text)
{
    return QFontMetrics(Theme::instance().font(text));
}

} // namespace

FigureTile::FigureTile(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_name(name)
{
    setText(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setContent({.value = u"—"_s});
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (!m_content.parts.isEmpty())
            Q_EMIT figureRequested(m_content.parts.first().figure);
    });
}

void FigureTile::setContent(const Content &content)
{
    m_content = content;
    QStringList all{m_name, content.value, content.base};
    all += content.changes;
    all += content.notes;
    all.removeAll(QString());
    setAccessibleName(all.join(u", "_s));
    QStringList tip{tr("Open the tickets behind this figure")};
    for (const Part &part : content.parts)
        tip.append(u"%1: %2"_s.arg(part.name).arg(part.count));
    tip += content.notes;
    setToolTip(tip.join(u'\n'));
    updateGeometry();
    update();
}

QStringList FigureTile::remarkLines(int width) const
{
    const QFontMetrics metrics = metricsOf(Theme::Text::Small);
    const int room = std::max(40, width - 2 * side);
    QStringList lines;
    const auto flow = [&](const QStringList &pieces) {
        QString line;
        for (const QString &piece : pieces) {
            const QString longer = line.isEmpty() ? piece : QString(line + u"   " + piece);
            if (!line.isEmpty() && metrics.horizontalAdvance(longer) > room) {
                lines.append(line);
                line = piece;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty())
            lines.append(line);
    };
    if (!m_content.base.isEmpty())
        lines.append(m_content.base);
    flow(m_content.changes);
    return lines;
}

int FigureTile::heightForWidth(int width) const
{
    const auto lines = static_cast<int>(std::max<qsizetype>(1, remarkLines(width).size()));
    return 2 * top + metricsOf(Theme::Text::Label).height() + metricsOf(Theme::Text::Figure).capHeight() + 18
           + lines * (metricsOf(Theme::Text::Small).height() + between);
}

int FigureTile::leastWidth() const
{
    const QFontMetrics small = metricsOf(Theme::Text::Small);
    int widest = metricsOf(Theme::Text::Label).horizontalAdvance(m_name);
    for (const QString &piece : QStringList{m_content.base} + m_content.changes)
        widest = std::max(widest, small.horizontalAdvance(piece));
    constexpr int slack = 2; // fractional scaling rounds glyphs apart
    return widest + 2 * side + slack;
}

QSize FigureTile::sizeHint() const
{
    return {150, heightForWidth(150)};
}

void FigureTile::paintEvent([[maybe_unused]] QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool raised = underMouse() || isDown();
    painter.setBrush(colour(isDown() ? ColourRole::AccentSoft : raised ? ColourRole::Hover : ColourRole::Panel));
    painter.setPen(hasFocus() ? QPen(colour(ColourRole::Accent), 2) : QPen(colour(ColourRole::PanelLine), 1));
    const qreal inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 8, 8);

    const int room = width() - 2 * side;
    int y = top;
    const auto line = [&](Theme::Text text, ColourRole role, const QString &words) {
        painter.setFont(Theme::instance().font(text));
        painter.setPen(colour(role));
        const QFontMetrics metrics = painter.fontMetrics();
        painter.drawText(QRect(side, y, room, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(words, Qt::ElideRight, room));
        y += metrics.height();
    };
    line(Theme::Text::Label, ColourRole::TextSoft, m_name);

    // Digits have no descenders: the line is as high as they are, with even room above and below.
    QFont figure = Theme::instance().font(Theme::Text::Figure);
    const int wanted = QFontMetrics(figure).horizontalAdvance(m_content.value);
    if (wanted > room && wanted > 0) // a long number in a narrow tile
        figure.setPixelSize(std::max(12, figure.pixelSize() * room / wanted));
    painter.setFont(figure);
    painter.setPen(colour(ColourRole::Text));
    const int digits = metricsOf(Theme::Text::Figure).capHeight();
    painter.drawText(QPointF(side, y + 8 + digits), m_content.value);
    y += digits + 18;

    const QStringList lines = remarkLines(width());
    for (const QString &words : lines) {
        line(Theme::Text::Small, ColourRole::TextWeak, words);
        y += between;
    }
}

void FigureTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void FigureTile::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_content.parts.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Part &part : std::as_const(m_content.parts)) {
        QAction *action = menu->addAction(u"%1: %2"_s.arg(part.name).arg(part.count));
        connect(action, &QAction::triggered, this, [this, figure = part.figure] { Q_EMIT figureRequested(figure); });
    }
    menu->popup(event->globalPos());
}

} // namespace huiyin
