// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ListFoot.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

namespace huiyin {

namespace {

constexpr int spacing = 4;

} // namespace

ListFoot::ListFoot(QLabel *count, QWidget *parent)
    : QWidget(parent)
    , m_count(count)
    , m_links(new QWidget(this))
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_row(new QHBoxLayout(m_links))
{
    m_rows->setContentsMargins(12, 4, 8, 4);
    m_rows->setSpacing(spacing);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(spacing);
    m_row->addStretch();
    m_rows->addWidget(m_count, 1);
    m_rows->addWidget(m_links);
}

void ListFoot::addLink(QWidget *link)
{
    m_row->addWidget(link);
}

void ListFoot::addFirstLink(QWidget *link)
{
    m_row->insertWidget(1, link);
}

// Of both in one row it would keep the list from ever being so narrow.
QSize ListFoot::minimumSizeHint() const
{
    const QMargins margins = m_rows->contentsMargins();
    return {margins.left() + m_links->minimumSizeHint().width() + margins.right(), QWidget::minimumSizeHint().height()};
}

bool ListFoot::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // a text has become longer or shorter
        arrange();
    return QWidget::event(event);
}

void ListFoot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ListFoot::arrange()
{
    const QMargins margins = m_rows->contentsMargins();
    const int needed =
        margins.left() + m_count->sizeHint().width() + spacing + m_links->sizeHint().width() + margins.right();
    const auto direction = width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (direction == m_rows->direction())
        return;
    m_rows->setDirection(direction);
    updateGeometry();
}

} // namespace huiyin
