// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinPreview.h"

#include "shell/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>
#include <QtMath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int edge = 14; // what of a figure stays in sight around it

} // namespace

BulletinPreview::BulletinPreview(QWidget *parent)
    : PageScroll(parent)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
}

void BulletinPreview::setPages(std::shared_ptr<const BulletinPages> pages)
{
    m_pages = std::move(pages);
    m_figures.clear();
    m_hovered.reset();
    m_pressed.reset();
    m_current.reset();
    for (int page = 0; m_pages && page < m_pages->count(); ++page) {
        const auto areas = m_pages->figureAreas(page);
        for (const BulletinPages::FigureArea &area : areas)
            m_figures.append({.page = page, .area = area});
    }
    setPrintedPages(m_pages);
}

qreal BulletinPreview::scale() const
{
    return pageSize().width() / BulletinPages::pageSize().width();
}

QRectF BulletinPreview::figureRect(qsizetype index) const
{
    const Placed &placed = m_figures[index];
    const QRectF &area = placed.area.millimetres;
    return {QPointF(pageRect(placed.page).topLeft()) + area.topLeft() * scale(), area.size() * scale()};
}

void BulletinPreview::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), colour(ColourRole::Ground));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(ColourRole::PaperGround));
    painter.drawRoundedRect(viewport()->rect(), 8, 8);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(viewport()->rect()), 8, 8);
    painter.setClipPath(frame);
    paintPages(&painter, event->rect());

    // The paper is white in both schemes, so the marks on it keep their colours.
    const QColor ink(0x0f, 0x5e, 0xa8);
    for (qsizetype i = 0; i < m_figures.size(); ++i) {
        const bool marked = m_hovered == i || (m_current == i && hasFocus());
        if (!marked && m_figures[i].page != m_hoveredPage)
            continue;
        const QRectF rect = figureRect(i);
        if (!rect.intersects(QRectF(event->rect())))
            continue;
        if (marked)
            painter.fillRect(rect.adjusted(-1, 0, 1, 1), QColor(0x0f, 0x5e, 0xa8, 36));
        QPen pen(ink, marked ? 1.5 : 1, Qt::DotLine);
        if (!marked)
            pen.setColor(QColor(0x0f, 0x5e, 0xa8, 130));
        painter.setPen(pen);
        painter.drawLine(QPointF(rect.left(), rect.bottom() + 1), QPointF(rect.right(), rect.bottom() + 1));
    }
    if (hasFocus()) {
        painter.setClipping(false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(ColourRole::Accent), 2));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
}

void BulletinPreview::scrolled()
{
    tellBlock();
}

std::optional<qsizetype> BulletinPreview::figureAt(QPoint place) const
{
    for (qsizetype i = 0; i < m_figures.size(); ++i) {
        if (figureRect(i).adjusted(-1, -1, 1, 3).contains(place))
            return i;
    }
    return std::nullopt;
}

std::optional<qreal> BulletinPreview::topOf(qsizetype block) const
{
    if (block < 0)
        return 0;
    const auto page = m_pages ? m_pages->pageOf(block) : std::nullopt;
    if (!page)
        return std::nullopt;
    const QRect rect = pageRect(*page);
    const qreal top = rect.top() + verticalScrollBar()->value();
    const QSizeF size = BulletinPages::pageSize();
    for (int y = 0; y < static_cast<int>(size.height()); ++y) {
        if (m_pages->blockAt(*page, {size.width() / 2, static_cast<qreal>(y)}) == block)
            return top + y * scale();
    }
    return top;
}

void BulletinPreview::showBlock(qsizetype block)
{
    if (const auto top = topOf(block)) {
        m_showing = true; // the one that was asked for stays chosen, even when the end of the pages stops the scrolling
        verticalScrollBar()->setValue(qRound(*top) - 24);
        m_showing = false;
    }
}

void BulletinPreview::tellBlock()
{
    if (!m_pages || m_showing)
        return;
    const QSizeF size = BulletinPages::pageSize();
    const int eye = viewport()->height() / 4;
    for (int page = 0; page < m_pages->count(); ++page) {
        const QRect rect = pageRect(page);
        if (rect.bottom() < eye)
            continue;
        const int from = qFloor(std::max(0.0, (eye - rect.top()) / scale()));
        for (int y = from; y < size.height(); y += 2) {
            if (const auto block = m_pages->blockAt(page, {size.width() / 2, qreal(y)})) {
                Q_EMIT blockReached(page == 0 && verticalScrollBar()->value() == 0 ? -1 : *block);
                return;
            }
        }
    }
}

bool BulletinPreview::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_hovered.reset();
        m_hoveredPage = -1;
        viewport()->update();
    }
    return PageScroll::viewportEvent(event);
}

void BulletinPreview::mouseMoveEvent(QMouseEvent *event)
{
    const auto now = figureAt(event->pos());
    int page = -1;
    for (int i = 0; m_pages && i < m_pages->count(); ++i) {
        if (pageRect(i).contains(event->pos()))
            page = i;
    }
    if (now == m_hovered && page == m_hoveredPage)
        return;
    m_hovered = now;
    m_hoveredPage = page;
    if (now) {
        viewport()->setCursor(Qt::PointingHandCursor);
        viewport()->setToolTip(tr("Open the tickets behind this figure"));
    } else {
        viewport()->unsetCursor();
        viewport()->setToolTip({});
    }
    viewport()->update();
}

void BulletinPreview::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? figureAt(event->pos()) : std::nullopt;
}

void BulletinPreview::mouseReleaseEvent(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (pressed && event->button() == Qt::LeftButton && figureAt(event->pos()) == pressed)
        Q_EMIT figureRequested(m_figures[*pressed].area.figure);
}

void BulletinPreview::step(int direction)
{
    if (m_figures.isEmpty())
        return;
    const qsizetype last = m_figures.size() - 1;
    m_current = m_current ? std::clamp<qsizetype>(*m_current + direction, 0, last) : direction > 0 ? 0 : last;
    const QRectF rect = figureRect(*m_current);
    if (rect.top() < edge || rect.bottom() > viewport()->height() - edge)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(rect.center().y())
                                      - viewport()->height() / 2);
    viewport()->update();
}

void BulletinPreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        return;
    case Qt::Key_Right:
        step(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current)
            Q_EMIT figureRequested(m_figures[*m_current].area.figure);
        return;
    default:
        PageScroll::keyPressEvent(event);
    }
}

} // namespace huiyin
