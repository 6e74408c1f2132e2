// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinPreview.h"

#include "shell/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QTimer>
#include <QToolTip>
#include <QtMath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int edge = 14; // around the pages
constexpr int gap = 14;  // between them
constexpr int widest = 900;

} // namespace

BulletinPreview::BulletinPreview(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a bar that comes and goes would change the width
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(24);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

BulletinPreview::~BulletinPreview() = default;

void BulletinPreview::setPages(std::shared_ptr<const BulletinPages> pages)
{
    m_pages = std::move(pages);
    m_pictures.clear();
    m_figures.clear();
    m_hovered.reset();
    m_pressed.reset();
    m_current.reset();
    for (int page = 0; m_pages && page < m_pages->count(); ++page) {
        const auto areas = m_pages->figureAreas(page);
        for (const BulletinPages::FigureArea &area : areas)
            m_figures.append({.page = page, .area = area});
    }
    place();
    viewport()->update();
}

int BulletinPreview::pageWidth() const
{
    return std::clamp(viewport()->width() - 2 * edge, 200, widest);
}

qreal BulletinPreview::scale() const
{
    return pageWidth() / BulletinPages::pageSize().width();
}

QRect BulletinPreview::pageRect(int page) const
{
    const QSize size(pageWidth(), qRound(BulletinPages::pageSize().height() * scale()));
    return {QPoint((viewport()->width() - size.width()) / 2,
                   edge + page * (size.height() + gap) - verticalScrollBar()->value()),
            size};
}

QRectF BulletinPreview::figureRect(qsizetype index) const
{
    const Placed &placed = m_figures[index];
    const QRectF &area = placed.area.millimetres;
    return {QPointF(pageRect(placed.page).topLeft()) + area.topLeft() * scale(), area.size() * scale()};
}

void BulletinPreview::place()
{
    const int count = m_pages ? m_pages->count() : 0;
    const int height = 2 * edge + count * pageRect(0).height() + std::max(0, count - 1) * gap;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
}

QSize BulletinPreview::pictureSize(int page) const
{
    return pageRect(page).size() * devicePixelRatioF();
}

bool BulletinPreview::isDrawn(int page) const
{
    const auto found = m_pictures.constFind(page);
    return found != m_pictures.cend() && found->size() == pictureSize(page);
}

const QPixmap &BulletinPreview::picture(int page)
{
    const qreal ratio = devicePixelRatioF();
    const QSize size = pictureSize(page);
    QPixmap &pixmap = m_pictures[page];
    if (pixmap.size() != size) {
        pixmap = QPixmap(size);
        pixmap.fill(Qt::white);
        {
            QPainter painter(&pixmap);
            m_pages->paint(page, &painter, QRectF(QPointF(0, 0), QSizeF(size)));
        }
        pixmap.setDevicePixelRatio(ratio);
    }
    return pixmap;
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
    bool drewOne = false;
    for (int page = 0; m_pages && page < m_pages->count(); ++page) {
        const QRect rect = pageRect(page);
        if (!rect.intersects(event->rect()))
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 24)); // the sheet's shadow
        painter.drawRect(rect.adjusted(0, 1, 1, 2));
        // A page takes as long as a frame of the screen: one at a time, the others are white paper for a moment.
        if (drewOne && !isDrawn(page)) {
            painter.fillRect(rect, Qt::white);
            QTimer::singleShot(0, viewport(), qOverload<>(&QWidget::update));
            continue;
        }
        drewOne = drewOne || !isDrawn(page);
        painter.drawPixmap(rect.topLeft(), picture(page));
    }

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

void BulletinPreview::resizeEvent(QResizeEvent *event)
{
    // The same place of the text stays on top.
    const int before = verticalScrollBar()->maximum();
    const int value = verticalScrollBar()->value();
    QAbstractScrollArea::resizeEvent(event);
    m_pictures.clear();
    place();
    if (before > 0)
        verticalScrollBar()->setValue(qRound(static_cast<qreal>(value) * verticalScrollBar()->maximum() / before));
}

void BulletinPreview::scrollContentsBy([[maybe_unused]] int dx, [[maybe_unused]] int dy)
{
    viewport()->update();
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
    return QAbstractScrollArea::viewportEvent(event);
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
    QScrollBar *bar = verticalScrollBar();
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
    case Qt::Key_Up:
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return;
    case Qt::Key_Down:
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return;
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_Home:
        bar->setValue(0);
        return;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace huiyin
