// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/ChartFurniture.h"

#include <QCursor>
#include <QFontMetricsF>
#include <QGraphicsSceneHoverEvent>
#include <QGraphicsSceneMouseEvent>
#include <QGuiApplication>
#include <QPen>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

struct TitleText
{
    QString text;
    QPointF position;
    bool isTitle = false;
};

struct TitleBlock
{
    QList<TitleText> texts;
    qreal height = 0; // with the gap below
};

int titlePixels(const ChartLook &look)
{
    return look.pixelSize + (look.forPaper ? 2 : 1);
}

// On the screen title left and subtitle right as long as both fit, on paper one below the other in the middle.
TitleBlock titleBlock(const ChartLook &look, qreal width, const QString &title, const QString &subtitle)
{
    TitleBlock block;
    if (!look.showTitle || (title.isEmpty() && subtitle.isEmpty()))
        return block;
    const QFont titleFont = chartFont(look, titlePixels(look), true);
    const QFont subtitleFont = chartFont(look, look.pixelSize - 1);
    const QFontMetricsF titleMetrics(titleFont), subtitleMetrics(subtitleFont);
    const qreal room = qMax(40.0, width - 2 * look.padding);
    const auto place = [&](const QString &text, const QFontMetricsF &metrics, bool isTitle) {
        const qreal free = room - metrics.horizontalAdvance(text);
        block.texts.append(
            {text, {look.padding + (look.forPaper ? free / 2 : 0), look.padding + block.height}, isTitle});
        block.height += metrics.height();
    };
    const qreal both = titleMetrics.horizontalAdvance(title) + 24 + subtitleMetrics.horizontalAdvance(subtitle);
    if (!title.isEmpty()) {
        for (const QString &line : wrappedLines(title, titleFont, room))
            place(line, titleMetrics, true);
    }
    if (!subtitle.isEmpty()) {
        if (!look.forPaper && both <= room) {
            block.texts.append({subtitle,
                                {look.padding + room - subtitleMetrics.horizontalAdvance(subtitle),
                                 look.padding + titleMetrics.ascent() - subtitleMetrics.ascent()}});
        } else {
            block.height += 2;
            for (const QString &line : wrappedLines(subtitle, subtitleFont, room))
                place(line, subtitleMetrics, false);
        }
    }
    block.height += look.pixelSize * 0.8;
    return block;
}

} // namespace

QStringList wrappedLines(const QString &text, const QFont &font, qreal width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

QFont chartFont(const ChartLook &look, int pixels, bool bold)
{
    QFont font = QGuiApplication::font();
    if (!look.families.isEmpty())
        font.setFamilies(look.families);
    font.setPixelSize(qMax(6, pixels));
    font.setBold(bold);
    if (look.forPaper)
        font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

qreal titleHeight(const ChartLook &look, qreal width, const QString &title, const QString &subtitle)
{
    return titleBlock(look, width, title, subtitle).height;
}

ChartFurniture::ChartFurniture(QChart *chart, ChartLook look, QString title, QString subtitle)
    : QGraphicsObject(chart)
    , m_chart(chart)
    , m_look(std::move(look))
    , m_title(std::move(title))
    , m_subtitle(std::move(subtitle))
    , m_ground(new QGraphicsRectItem(chart))
    , m_mark(new QGraphicsRectItem(chart))
{
    setZValue(1000);
    m_ground->setZValue(-2);
    m_ground->setPen(Qt::NoPen);
    m_ground->setBrush(m_look.ground);
    m_ground->setAcceptedMouseButtons(Qt::NoButton);
    // Below everything that the chart draws.
    m_mark->setZValue(-1);
    m_mark->setAcceptedMouseButtons(Qt::NoButton);
    m_mark->setPen(Qt::NoPen);
    QColor marked = m_look.accentSoft;
    marked.setAlphaF(0.45F);
    m_mark->setBrush(marked);
    m_mark->setVisible(false);
    if (m_look.forPaper) {
        setAcceptedMouseButtons(Qt::NoButton);
    } else {
        setAcceptHoverEvents(true);
        setAcceptedMouseButtons(Qt::LeftButton);
    }
    connect(chart, &QGraphicsWidget::geometryChanged, this, &ChartFurniture::layOut);
}

QRectF ChartFurniture::boundingRect() const
{
    return {QPointF(0, 0), m_chart->size()};
}

void ChartFurniture::paint([[maybe_unused]] QPainter *painter, [[maybe_unused]] const QStyleOptionGraphicsItem *option,
                           [[maybe_unused]] QWidget *widget)
{
    // Its children are painted; itself it only takes the pointer.
}

const ChartFurniture *ChartFurniture::of(const QChart &chart)
{
    for (const QGraphicsItem *item : chart.childItems()) {
        const QGraphicsObject *object = item->toGraphicsObject();
        if (const auto *furniture = qobject_cast<const ChartFurniture *>(object))
            return furniture;
    }
    return nullptr;
}

QFont ChartFurniture::font(int pixels, bool bold) const
{
    return chartFont(m_look, pixels, bold);
}

QGraphicsSimpleTextItem *ChartFurniture::addText(const QString &text, const QFont &font, const QColor &colour)
{
    auto *item = new QGraphicsSimpleTextItem(text, this);
    item->setFont(font);
    item->setBrush(colour);
    item->setAcceptedMouseButtons(Qt::NoButton);
    return item;
}

// Qt's own axis and grid lines come with ticks that mean nothing here, and stay behind when the plot area is moved.
void ChartFurniture::addRule(const QLineF &line, const QColor &colour)
{
    auto *item = new QGraphicsLineItem(line, m_ground);
    item->setPen(QPen(colour, 1));
    item->setAcceptedMouseButtons(Qt::NoButton);
}

void ChartFurniture::layOut()
{
    const QSizeF size = m_chart->size();
    if (m_layingOut || size.isEmpty())
        return;
    m_layingOut = true; // setting the plot area may report a geometry again
    prepareGeometryChange();
    qDeleteAll(childItems());
    qDeleteAll(m_ground->childItems());
    m_mark->setVisible(false);
    m_ground->setRect(boundingRect());
    const qreal top = layOutTitle();
    const qreal margin = m_look.padding;
    layOutPlot(QRectF(margin, top, size.width() - 2 * margin, size.height() - top - margin));
    m_layingOut = false;
}

qreal ChartFurniture::layOutTitle()
{
    const TitleBlock block = titleBlock(m_look, m_chart->size().width(), m_title, m_subtitle);
    for (const TitleText &text : block.texts) {
        const int pixels = text.isTitle ? titlePixels(m_look) : m_look.pixelSize - 1;
        addText(text.text, font(pixels, text.isTitle), text.isTitle ? m_look.text : m_look.weakText)
            ->setPos(text.position);
    }
    return m_look.padding + block.height;
}

void ChartFurniture::hoverMoveEvent(QGraphicsSceneHoverEvent *event)
{
    const std::optional<Hit> hit = hitAt(event->pos());
    m_mark->setVisible(hit.has_value());
    if (hit)
        m_mark->setRect(hit->mark);
    setToolTip(hit ? hit->tip : QString());
    if (hit && hit->figure)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void ChartFurniture::hoverLeaveEvent([[maybe_unused]] QGraphicsSceneHoverEvent *event)
{
    m_mark->setVisible(false);
    unsetCursor();
}

void ChartFurniture::mousePressEvent(QGraphicsSceneMouseEvent *event)
{
    const std::optional<Hit> hit = hitAt(event->pos());
    event->setAccepted(hit && hit->figure);
}

void ChartFurniture::mouseReleaseEvent(QGraphicsSceneMouseEvent *event)
{
    // Released elsewhere: not meant.
    const std::optional<Hit> pressed = hitAt(event->buttonDownPos(Qt::LeftButton));
    const std::optional<Hit> released = hitAt(event->pos());
    if (!pressed || !released || !released->figure || pressed->figure != released->figure)
        return;
    if (ChartPointer *pointer = ChartPointer::of(*m_chart))
        Q_EMIT pointer->clicked(*released->figure);
}

} // namespace huiyin
