// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/PageView.h"

#include "paper/PrintedPages.h"
#include "shell/Theme.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

PageView::PageView(std::shared_ptr<const PrintedPages> pages, QWidget *parent)
    : PageScroll(parent)
{
    setObjectName(u"printPreview.pages"_s);
    setAccessibleName(tr("Pages as they will be printed"));
    setPrintedPages(std::move(pages));
}

void PageView::zoom(qreal factor)
{
    constexpr qreal smallest = 0.4;
    constexpr qreal largest = 3;
    setZoomFactor(std::clamp(zoomFactor() * factor, smallest, largest));
}

void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), colour(ColourRole::PaperGround));
    paintPages(&painter, event->rect());
    if (hasFocus()) {
        painter.setPen(QPen(colour(ColourRole::Accent), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageView::scrolled()
{
    Q_EMIT pageReached(pageAt(viewport()->height() / 3));
}

} // namespace huiyin
