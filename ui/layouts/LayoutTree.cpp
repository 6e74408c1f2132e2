// SPDX-License-Identifier: GPL-3.0-or-later
#include "layouts/LayoutTree.h"

#include "layouts/LayoutLabels.h"
#include "shell/Icon.h"
#include "shell/Theme.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTimer>
#include <QTreeWidgetItemIterator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr int PathRole = Qt::UserRole;
constexpr int PartRole = Qt::UserRole + 1;

QString pathOf(const QTreeWidgetItem *item)
{
    return item ? item->data(0, PathRole).toString() : QString();
}
} // namespace

LayoutTree::LayoutTree(LayoutDraft &draft, QWidget *parent)
    : QTreeWidget(parent)
    , m_draft(draft)
{
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(14);
    setIconSize(QSize(16, 16));
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    header()->setSectionResizeMode(QHeaderView::Stretch);
    header()->setMinimumSectionSize(20);
    setMovable(true);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item)
            Q_EMIT placeChosen(pathOf(item));
    });
    connect(&Theme::instance(), &Theme::changed, this, &LayoutTree::refresh);
}

void LayoutTree::setMovable(bool movable)
{
    setDragEnabled(movable);
    setAcceptDrops(movable);
    setDropIndicatorShown(movable);
    setDragDropMode(movable ? QAbstractItemView::InternalMove : QAbstractItemView::NoDragDrop);
}

void LayoutTree::add(QTreeWidgetItem *parent, const LayoutNode &node, const QStringList &open)
{
    auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
    item->setData(0, PathRole, node.path);
    item->setData(0, PartRole, static_cast<int>(node.part));
    item->setIcon(0, themedIcon(iconOf(node.part)));
    for (const LayoutNode &child : node.children)
        add(item, child, open);
    item->setExpanded(open.contains(node.path));
}

void LayoutTree::refresh()
{
    QStringList open;
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        if ((*it)->isExpanded())
            open.append(pathOf(*it));
    }
    const QString before = chosen();
    {
        const QSignalBlocker quiet(this);
        clear();
        const auto nodes = outlineOf(m_draft.layout());
        for (const LayoutNode &node : nodes)
            add(nullptr, node, open);
    }
    relabel();
    choose(before);
    Q_EMIT filled();
}

void LayoutTree::relabel()
{
    const LayoutNames names(m_draft.layout());
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        const auto part = static_cast<LayoutPart>((*it)->data(0, PartRole).toInt());
        const QString text = nodeLabel(m_draft.layout(), {.path = pathOf(*it), .part = part}, names);
        (*it)->setText(0, text);
        (*it)->setToolTip(0, text);
    }
    markFaults(m_faulty);
}

QTreeWidgetItem *LayoutTree::itemOf(const QString &path) const
{
    for (QTreeWidgetItemIterator it(const_cast<LayoutTree *>(this)); *it; ++it) {
        QTreeWidgetItem *item = *it;
        if (pathOf(item) == path)
            return item;
    }
    return nullptr;
}

void LayoutTree::choose(const QString &path)
{
    QString at = path;
    QTreeWidgetItem *item = itemOf(at);
    while (!item && !at.isEmpty()) {
        at = pathAbove(at);
        item = itemOf(at);
    }
    const QSignalBlocker quiet(this);
    setCurrentItem(item);
    if (item) {
        for (QTreeWidgetItem *above = item->parent(); above; above = above->parent())
            above->setExpanded(true);
        scrollToItem(item);
    }
}

QString LayoutTree::chosen() const
{
    return pathOf(currentItem());
}

void LayoutTree::markFaults(const QStringList &paths)
{
    m_faulty = paths;
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        const QString own = pathOf(*it);
        const bool isFaulty = std::ranges::any_of(paths, [&own](const QString &path) {
            return own.isEmpty() ? !path.startsWith(u"sections/") && !path.startsWith(u"rates")
                                 : path == own || path.startsWith(QString(own + u'/'));
        });
        (*it)->setData(0, Qt::ForegroundRole, isFaulty ? QVariant(colour(ColourRole::BadText)) : QVariant());
    }
}

// The draft moves it; the tree is made anew from there.
void LayoutTree::dropEvent(QDropEvent *event)
{
    const QTreeWidgetItem *target = itemAt(event->position().toPoint());
    const QString from = chosen();
    const QString at = pathOf(target);
    const auto where = dropIndicatorPosition();
    event->setDropAction(Qt::IgnoreAction); // the view takes nothing away
    event->accept();
    if (!target || indexIn(from) < 0)
        return;
    const QString list = pathAbove(at);
    std::optional<QString> to;
    if (indexIn(at) >= 0 && m_draft.canMoveInto(from, list)) {
        const bool isAbove = where == QAbstractItemView::AboveItem;
        to = m_draft.moveInto(from, list, indexIn(at) + (isAbove ? 0 : 1));
    } else {
        // Onto a paragraph: at its end.
        const QString into = placeBelow(at, pathAbove(from).section(u'/', -1));
        if (m_draft.canMoveInto(from, into))
            to = m_draft.moveInto(from, into, static_cast<int>(m_draft.value(into).toArray().size()));
    }
    if (to)
        QTimer::singleShot(0, this, [this, to = *to] { Q_EMIT moved(to); });
}

} // namespace huiyin
