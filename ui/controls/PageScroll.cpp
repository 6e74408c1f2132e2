// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/PageScroll.h"

#include "paper/PrintedPages.h"
#include "shell/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int edge = 14; // around the pages
constexpr int gap = 14;  // between them
constexpr int narrowest = 200;
constexpr int widest = 900; // at zoom 1

} // namespace

PageScroll::PageScroll(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a bar that comes and goes would change the width
    setFocusPolicy(Qt::StrongFocus);
    verticalScrollBar()->setSingleStep(24);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

PageScroll::~PageScroll() = default;

void PageScroll::setPrintedPages(std::shared_ptr<const PrintedPages> pages)
{
    m_pages = std::move(pages);
    m_pictures.clear();
    place();
    viewport()->update();
}

int PageScroll::pageCount() const
{
    return m_pages ? m_pages->count() : 0;
}

QSize PageScroll::pageSize() const
{
    const QSizeF paper = m_pages && m_pages->isLandscape() ? QSizeF(297, 210) : QSizeF(210, 297);
    const int fitting = std::clamp(viewport()->width() - 2 * edge, narrowest, widest);
    const qreal width = fitting * m_zoom;
    return QSizeF(width, width * paper.height() / paper.width()).toSize();
}

QRect PageScroll::pageRect(int page) const
{
    const QSize size = pageSize();
    const int left = std::max(edge, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
    return {QPoint(left, edge + page * (size.height() + gap) - verticalScrollBar()->value()), size};
}

int PageScroll::pageAt(int y) const
{
    const int pitch = pageSize().height() + gap;
    return std::clamp((y + verticalScrollBar()->value() - edge) / pitch, 0, std::max(0, pageCount() - 1));
}

void PageScroll::place()
{
    const QSize size = pageSize();
    const int count = pageCount();
    const int height = 2 * edge + count * size.height() + std::max(0, count - 1) * gap;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, size.width() + 2 * edge - viewport()->width()));
}

void PageScroll::scrollToPage(int page)
{
    verticalScrollBar()->setValue(page * (pageSize().height() + gap));
}

void PageScroll::setZoomFactor(qreal zoom)
{
    const int before = std::max(1, verticalScrollBar()->maximum());
    const qreal share = static_cast<qreal>(verticalScrollBar()->value()) / before;
    m_zoom = zoom;
    m_pictures.clear();
    place();
    verticalScrollBar()->setValue(qRound(share * verticalScrollBar()->maximum()));
    viewport()->update();
}

bool PageScroll::isPainted(int page) const
{
    const auto found = m_pictures.constFind(page);
    return found != m_pictures.cend() && found->size() == pageSize() * devicePixelRatioF();
}

const QPixmap &PageScroll::picture(int page)
{
    const qreal ratio = devicePixelRatioF();
    const QSize size = pageSize() * ratio;
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

void PageScroll::forgetFar()
{
    // Before and behind those in sight; of a page that is shown very large a picture takes 150 MB.
    constexpr qint64 mostKept = 2;
    constexpr qint64 mostBytes = 64LL * 1024 * 1024;
    const QSize size = pageSize() * devicePixelRatioF();
    const qint64 bytes = 4LL * size.width() * size.height();
    const auto kept = static_cast<int>(std::min(mostKept, mostBytes / (2 * std::max<qint64>(bytes, 1))));
    const int first = pageAt(0) - kept;
    const int last = pageAt(viewport()->height()) + kept;
    m_pictures.removeIf(
        [first, last](QHash<int, QPixmap>::iterator one) { return one.key() < first || one.key() > last; });
}

void PageScroll::paintPages(QPainter *painter, const QRect &exposed)
{
    forgetFar();
    bool paintedOne = false;
    const int last = std::min(pageAt(exposed.bottom()), pageCount() - 1);
    for (int page = pageAt(exposed.top()); page <= last; ++page) {
        const QRect rect = pageRect(page);
        painter->fillRect(rect.adjusted(0, 1, 1, 2), QColor(0, 0, 0, 24)); // the sheet's shadow
        // A page takes as long as a frame of the screen: one at a time, the others are white paper for a moment.
        if (paintedOne && !isPainted(page)) {
            painter->fillRect(rect, Qt::white);
            QTimer::singleShot(0, viewport(), qOverload<>(&QWidget::update));
            continue;
        }
        paintedOne = paintedOne || !isPainted(page);
        painter->drawPixmap(rect.topLeft(), picture(page));
    }
}

void PageScroll::resizeEvent(QResizeEvent *event)
{
    // The same place of the pages stays on top.
    const int before = verticalScrollBar()->maximum();
    const int value = verticalScrollBar()->value();
    QAbstractScrollArea::resizeEvent(event);
    m_pictures.clear();
    place();
    if (before > 0)
        verticalScrollBar()->setValue(qRound(static_cast<qreal>(value) * verticalScrollBar()->maximum() / before));
}

void PageScroll::scrollContentsBy([[maybe_unused]] int dx, [[maybe_unused]] int dy)
{
    viewport()->update();
    scrolled();
}

void PageScroll::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home:
        bar->setValue(0);
        return;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        return;
    case Qt::Key_Space:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event); // arrows and Page Up, Page Down scroll
    }
}

} // namespace huiyin
