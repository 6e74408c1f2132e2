// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/TwoLineList.h"

#include "shell/Theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int KeyRole = Qt::UserRole;
constexpr int RemarkRole = Qt::UserRole + 1;

// A group's name takes one line.
class TwoLineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint([[maybe_unused]] const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const Theme &theme = Theme::instance();
        const int body = QFontMetrics(theme.font(Theme::Text::Body)).height();
        if (!index.data(KeyRole).isValid() || index.data(RemarkRole).toString().isEmpty())
            return {60, body + 12};
        return {60, body + QFontMetrics(theme.font(Theme::Text::Small)).height() + 14};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::instance();
        const bool isEntry = index.data(KeyRole).isValid();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect rect = option.rect.adjusted(2, 1, -2, -1);
        if (isEntry && option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(
                colour(option.state & QStyle::State_Selected ? ColourRole::AccentSoft : ColourRole::Hover));
            painter->drawRoundedRect(rect, 6, 6);
        }
        const QRect room = rect.adjusted(8, 4, -8, -4);
        const auto line = [&](const QString &words, Theme::Text text, ColourRole role, int y) -> int {
            painter->setFont(theme.font(text));
            painter->setPen(colour(role));
            const QFontMetrics metrics = painter->fontMetrics();
            painter->drawText(QRect(room.left(), y, room.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                              metrics.elidedText(words, Qt::ElideRight, room.width()));
            return y + metrics.height() + 2;
        };
        const QString title = index.data().toString();
        if (isEntry) {
            const int y = line(title, Theme::Text::Body, ColourRole::Text, room.top());
            line(index.data(RemarkRole).toString(), Theme::Text::Small, ColourRole::TextWeak, y);
        } else {
            line(title, Theme::Text::Label, ColourRole::TextWeak, room.top() + 2);
        }
        painter->restore();
    }
};

} // namespace

TwoLineList::TwoLineList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new TwoLineDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    connect(this, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        const QVariant key = item->data(KeyRole);
        const bool isChoosing = selectionMode() == ExtendedSelection
                                && QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
        if (key.isValid() && !isChoosing && m_opensByClick)
            Q_EMIT entryRequested(key.toLongLong());
    });
    connect(this, &QListWidget::itemDoubleClicked, this, [this](const QListWidgetItem *item) {
        const QVariant key = item->data(KeyRole);
        if (key.isValid() && !m_opensByClick)
            Q_EMIT entryRequested(key.toLongLong());
    });
}

void TwoLineList::setGroups(const QList<TwoLineGroup> &groups)
{
    const int scrolled = verticalScrollBar()->value();
    clear();
    for (const TwoLineGroup &group : groups) {
        if (!group.title.isEmpty()) {
            auto *head = new QListWidgetItem(group.title, this);
            head->setFlags(Qt::ItemIsEnabled);
        }
        for (const TwoLineGroup::Entry &entry : group.entries) {
            auto *item = new QListWidgetItem(entry.title, this);
            item->setData(KeyRole, entry.key);
            item->setData(RemarkRole, entry.remark);
            const bool isOneLine = entry.remark.isEmpty();
            const QString both = isOneLine ? entry.title : QString(entry.title + u'\n' + entry.remark);
            item->setToolTip(entry.toolTip.isEmpty() ? both : entry.toolTip);
            item->setData(Qt::AccessibleTextRole,
                          isOneLine ? entry.title : QString(entry.title + u", " + entry.remark));
        }
    }
    // Who reads in it is not sent back to its beginning.
    doItemsLayout();
    verticalScrollBar()->setValue(scrolled);
}

std::optional<qint64> TwoLineList::currentKey() const
{
    const QVariant key = currentItem() ? currentItem()->data(KeyRole) : QVariant();
    return key.isValid() ? std::optional(key.toLongLong()) : std::nullopt;
}

bool TwoLineList::setCurrentKey(qint64 key)
{
    for (int row = 0; row < count(); ++row) {
        const QVariant own = item(row)->data(KeyRole);
        if (own.isValid() && own.toLongLong() == key) {
            setCurrentRow(row);
            return true;
        }
    }
    return false;
}

QList<qint64> TwoLineList::chosenKeys() const
{
    QList<qint64> keys;
    for (int row = 0; row < count(); ++row) {
        const QVariant key = item(row)->data(KeyRole);
        if (item(row)->isSelected() && key.isValid() && !keys.contains(key.toLongLong()))
            keys.append(key.toLongLong());
    }
    if (const auto current = currentKey(); keys.isEmpty() && current)
        keys.append(*current);
    return keys;
}

void TwoLineList::setDragFormat(const QString &mimeType)
{
    m_dragFormat = mimeType;
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setDropIndicatorShown(false); // nothing is dropped here, and it leaves a speck
    setSelectionMode(ExtendedSelection);
}

// Nothing leaves the list by being dragged.
void TwoLineList::startDrag([[maybe_unused]] Qt::DropActions actions)
{
    QListWidget::startDrag(Qt::CopyAction);
}

QStringList TwoLineList::mimeTypes() const
{
    return m_dragFormat.isEmpty() ? QListWidget::mimeTypes() : QStringList{m_dragFormat};
}

// The keys alone: what is shown may be a citizen's, and whoever takes drops of text would take it.
QMimeData *TwoLineList::mimeData(const QList<QListWidgetItem *> &dragged) const
{
    if (m_dragFormat.isEmpty())
        return QListWidget::mimeData(dragged);
    QList<QListWidgetItem *> ordered = dragged;
    std::ranges::sort(ordered, {}, [this](const QListWidgetItem *one) { return row(one); });
    QByteArrayList keys;
    for (const QListWidgetItem *one : std::as_const(ordered)) {
        const QVariant key = one->data(KeyRole);
        const QByteArray text = QByteArray::number(key.toLongLong());
        if (key.isValid() && !keys.contains(text))
            keys.append(text);
    }
    if (keys.isEmpty())
        return nullptr;
    auto *mime = new QMimeData;
    mime->setData(m_dragFormat, keys.join(','));
    return mime;
}

void TwoLineList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentItem()) {
        if (const QVariant key = currentItem()->data(KeyRole); key.isValid())
            Q_EMIT entryRequested(key.toLongLong());
        return;
    }
    QListWidget::keyPressEvent(event);
}

} // namespace huiyin
