// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/LongTable.h"

#include "controls/TableLook.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace huiyin {

// The scroll bar's range comes from the length of the vertical header, whose sections have at most 2^20 pixels: some
// hundred of them stand for ten million rows.
class LongTable::Blocks final : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    static constexpr int height = 1 << 19;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data([[maybe_unused]] const QModelIndex &index, [[maybe_unused]] int role) const override
    {
        return {};
    }
    void setCount(int count)
    {
        if (count > m_count) {
            beginInsertRows({}, m_count, count - 1);
            m_count = count;
            endInsertRows();
        } else if (count < m_count) {
            beginRemoveRows({}, count, m_count - 1);
            m_count = count;
            endRemoveRows();
        }
    }

private:
    int m_count = 0;
};

LongTable::LongTable(QWidget *parent)
    : QTableView(parent)
    , m_blocks(new Blocks(this))
{
    setUpTable(this);
    m_rowHeight = verticalHeader()->defaultSectionSize();
    verticalHeader()->setDefaultSectionSize(Blocks::height);
    verticalScrollBar()->setSingleStep(m_rowHeight);
}

LongTable::~LongTable() = default;

void LongTable::setModel(QAbstractItemModel *model)
{
    if (this->model())
        this->model()->disconnect(this);
    QTableView::setModel(model);
    verticalHeader()->setModel(m_blocks);
    connect(model, &QAbstractItemModel::rowsInserted, this, &LongTable::rowsCame);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &LongTable::measure);
    connect(model, &QAbstractItemModel::modelReset, this, &LongTable::measure);
    connect(model, &QAbstractItemModel::layoutChanged, this, &LongTable::measure);
    measure();
}

int LongTable::rowCount() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

void LongTable::measure()
{
    const qint64 length = qint64{rowCount()} * m_rowHeight;
    const auto blocks = static_cast<int>((length + Blocks::height - 1) / Blocks::height);
    // First longer than it will be, so that the scroll bar never loses its place in between.
    if (const int before = m_blocks->rowCount(); before > 0 && before <= blocks)
        verticalHeader()->resizeSection(before - 1, Blocks::height);
    m_blocks->setCount(blocks);
    if (blocks > 0)
        verticalHeader()->resizeSection(blocks - 1, static_cast<int>(length - qint64{blocks - 1} * Blocks::height));
    updateGeometries();
    verticalHeader()->setOffset(verticalScrollBar()->value());
    viewport()->update();
}

// What comes above leaves in sight what was in sight.
void LongTable::rowsCame(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    QScrollBar *bar = verticalScrollBar();
    const qint64 top = bar->value();
    const bool above = top > 0 && qint64{first} * m_rowHeight <= top;
    measure();
    if (above)
        bar->setValue(static_cast<int>(std::min<qint64>(bar->maximum(), top + qint64{last - first + 1} * m_rowHeight)));
}

QRect LongTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.parent() != rootIndex() || isColumnHidden(index.column()))
        return {};
    const qint64 y = qint64{index.row()} * m_rowHeight - verticalScrollBar()->value();
    constexpr qint64 farAway = 1 << 30; // some 30 million rows: more than a rectangle can tell
    return {columnViewportPosition(index.column()), static_cast<int>(std::clamp(y, -farAway, farAway)),
            columnWidth(index.column()), m_rowHeight};
}

QModelIndex LongTable::indexAt(const QPoint &position) const
{
    const qint64 y = qint64{position.y()} + verticalScrollBar()->value();
    const int column = columnAt(position.x());
    if (y < 0 || column < 0 || y / m_rowHeight >= rowCount())
        return {};
    return model()->index(static_cast<int>(y / m_rowHeight), column, rootIndex());
}

QRect LongTable::rowsRect(int first, int last) const
{
    const qint64 top = std::max<qint64>(qint64{first} * m_rowHeight - verticalScrollBar()->value(), 0);
    const qint64 bottom =
        std::min<qint64>(qint64{last + 1} * m_rowHeight - verticalScrollBar()->value(), viewport()->height());
    return top < bottom ? QRect(0, static_cast<int>(top), viewport()->width(), static_cast<int>(bottom - top))
                        : QRect();
}

void LongTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || isColumnHidden(index.column()))
        return;
    const auto intoSight = [](QScrollBar *bar, qint64 from, qint64 length, qint64 room, ScrollHint how) {
        const qint64 now = bar->value();
        qint64 wanted = now;
        if (how == PositionAtTop || (how == EnsureVisible && (from < now || length > room)))
            wanted = from;
        else if (how == PositionAtBottom || (how == EnsureVisible && from + length > now + room))
            wanted = from + length - room;
        else if (how == PositionAtCenter)
            wanted = from - (room - length) / 2;
        bar->setValue(static_cast<int>(std::clamp<qint64>(wanted, bar->minimum(), bar->maximum())));
    };
    intoSight(verticalScrollBar(), qint64{index.row()} * m_rowHeight, m_rowHeight, viewport()->height(), hint);
    intoSight(horizontalScrollBar(), horizontalHeader()->sectionPosition(index.column()), columnWidth(index.column()),
              viewport()->width(), hint == PositionAtCenter ? PositionAtCenter : EnsureVisible);
}

int LongTable::columnFrom(int visual, int step, int otherwise) const
{
    const QHeaderView *header = horizontalHeader();
    for (; visual >= 0 && visual < header->count(); visual += step) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            return header->logicalIndex(visual);
    }
    return otherwise;
}

QItemSelectionModel::SelectionFlags LongTable::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    const QItemSelectionModel::SelectionFlags command = QTableView::selectionCommand(index, event);
    const bool isMove = event && event->type() == QEvent::KeyPress && command == QItemSelectionModel::NoUpdate
                        && static_cast<const QKeyEvent *>(event)->key() != Qt::Key_Control;
    return isMove ? QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows : command;
}

QModelIndex LongTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (rowCount() == 0)
        return {};
    const QHeaderView *header = horizontalHeader();
    const int firstColumn = columnFrom(0, 1, 0);
    const QModelIndex now = currentIndex();
    if (!now.isValid())
        return model()->index(0, firstColumn, rootIndex());
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    const int page = std::max(1, viewport()->height() / m_rowHeight - 1);
    qint64 row = now.row();
    int column = now.column();
    switch (action) {
    case MoveUp:
        row = control ? 0 : row - 1;
        break;
    case MoveDown:
        row = control ? rowCount() - 1 : row + 1;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveLeft:
    case MovePrevious:
        column = columnFrom(header->visualIndex(column) - 1, -1, column);
        break;
    case MoveRight:
    case MoveNext:
        column = columnFrom(header->visualIndex(column) + 1, 1, column);
        break;
    case MoveHome:
        column = firstColumn;
        row = control ? 0 : row;
        break;
    case MoveEnd:
        column = columnFrom(header->count() - 1, -1, column);
        row = control ? rowCount() - 1 : row;
        break;
    }
    return model()->index(static_cast<int>(std::clamp<qint64>(row, 0, rowCount() - 1)), column, rootIndex());
}

void LongTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (!selectionModel() || rowCount() == 0)
        return;
    const auto rowAtY = [this](int y) {
        return static_cast<int>(
            std::clamp<qint64>((qint64{y} + verticalScrollBar()->value()) / m_rowHeight, 0, rowCount() - 1));
    };
    // Not normalized(), which shrinks a rectangle that was drawn upwards.
    const int top = std::min(rect.top(), rect.bottom());
    const int bottom = std::max(rect.top(), rect.bottom());
    if (qint64{top} + verticalScrollBar()->value() >= qint64{rowCount()} * m_rowHeight)
        return; // all of it below the last row
    selectionModel()->select(
        QItemSelection(model()->index(rowAtY(top), 0, rootIndex()),
                       model()->index(rowAtY(bottom), model()->columnCount(rootIndex()) - 1, rootIndex())),
        command);
}

QRegion LongTable::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        if (range.isValid())
            region += rowsRect(range.top(), range.bottom());
    }
    return region;
}

void LongTable::paintEvent(QPaintEvent *event)
{
    const int rows = rowCount();
    if (rows == 0 || !itemDelegate())
        return;
    QPainter painter(viewport());
    QStyleOptionViewItem common;
    initViewItemOption(&common);
    const QModelIndex current = currentIndex();
    const bool focused = (hasFocus() || viewport()->hasFocus()) && current.isValid();
    const qint64 offset = verticalScrollBar()->value();
    const auto first = static_cast<int>((event->rect().top() + offset) / m_rowHeight);
    const auto last = static_cast<int>(std::min<qint64>(rows - 1, (event->rect().bottom() + offset) / m_rowHeight));
    for (int row = std::max(0, first); row <= last; ++row) {
        for (int column = 0; column < horizontalHeader()->count(); ++column) {
            const QModelIndex index = model()->index(row, column, rootIndex());
            QStyleOptionViewItem option = common;
            option.rect = visualRect(index);
            if (!option.rect.intersects(event->rect()))
                continue;
            option.state.setFlag(QStyle::State_Selected, selectionModel() && selectionModel()->isSelected(index));
            option.state.setFlag(QStyle::State_MouseOver, index == m_hover);
            option.state.setFlag(QStyle::State_HasFocus, focused && index == current);
            if (!model()->flags(index).testFlag(Qt::ItemIsEnabled)) {
                option.state.setFlag(QStyle::State_Enabled, false);
                option.palette.setCurrentColorGroup(QPalette::Disabled);
            }
            style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
            itemDelegateForIndex(index)->paint(&painter, option, index);
        }
    }
}

// The base class looks for the rows in its vertical header, which doesn't know them.
void LongTable::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    if (topLeft.isValid() && bottomRight.isValid())
        viewport()->update(rowsRect(topLeft.row(), bottomRight.row()));
}

// Of the rows in sight.
int LongTable::sizeHintForColumn(int column) const
{
    ensurePolished();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int first = verticalScrollBar()->value() / m_rowHeight;
    const int last = std::min(rowCount() - 1, first + viewport()->height() / m_rowHeight);
    int width = 0;
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, column, rootIndex());
        width = std::max(width, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    return width;
}

bool LongTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
        showHover(indexAt(static_cast<QHoverEvent *>(event)->position().toPoint()));
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        showHover({});
        break;
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

void LongTable::showHover(const QModelIndex &index)
{
    if (m_hover == index)
        return;
    viewport()->update(visualRect(m_hover));
    m_hover = index;
    viewport()->update(visualRect(m_hover));
}

} // namespace huiyin
