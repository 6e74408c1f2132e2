// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/FigureTable.h"

#include "controls/TableLook.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int FigureRole = Qt::UserRole + 1;

std::optional<FigureKey> figureOf(const QModelIndex &index)
{
    const QVariant value = index.data(FigureRole);
    return value.isValid() ? std::optional(value.value<FigureKey>()) : std::nullopt;
}

void appendTsv(QString &text, const QList<FigureRow> &rows, const QString &above)
{
    for (const FigureRow &row : rows) {
        const QString path = above.isEmpty() ? row.name : QString(above + u'/' + row.name);
        text += path;
        for (const FigureCell &cell : row.cells)
            text += u'\t' + cell.text;
        text += u'\n';
        appendTsv(text, row.children, path);
    }
}

} // namespace

QString toTsv(const FigureTableData &table)
{
    QString text = table.header.join(u'\t') + u'\n';
    appendTsv(text, table.rows, {});
    return text;
}

FigureTable::FigureTable(QWidget *parent)
    : QTreeView(parent)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setUpTree(this);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    setAllColumnsShowFocus(false); // the chosen row is marked by its ground
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (const auto figure = figureOf(index))
            Q_EMIT figureRequested(*figure);
    });
}

void FigureTable::setTable(const FigureTableData &table)
{
    m_table = table;
    m_model->clear();
    m_model->setHorizontalHeaderLabels(table.header);
    for (int column = 1; column < m_model->columnCount(); ++column)
        m_model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    fill(m_model->invisibleRootItem(), table.rows);
    const bool nested = std::ranges::any_of(table.rows, [](const FigureRow &row) { return !row.children.isEmpty(); });
    setRootIsDecorated(nested);
    if (table.header.isEmpty())
        return;
    sizeColumns();
    if (!table.rows.isEmpty())
        selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate); // where the keys begin
}

void FigureTable::fill(QStandardItem *parent, const QList<FigureRow> &rows)
{
    for (const FigureRow &row : rows) {
        auto *name = new QStandardItem(row.name);
        name->setToolTip(row.name);
        QList<QStandardItem *> items{name};
        for (const FigureCell &cell : row.cells) {
            auto *item = new QStandardItem(cell.text);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (cell.figure) {
                item->setData(QVariant::fromValue(*cell.figure), FigureRole);
                item->setToolTip(tr("Open the tickets behind this figure"));
            }
            items.append(item);
        }
        parent->appendRow(items);
        fill(name, row.children);
    }
}

// Numbers take what they need, headings included; the names take the rest, but at least their own length.
void FigureTable::sizeColumns()
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics head(bold);
    const QFontMetrics text(font());
    int others = 0;
    for (int column = 1; column < m_model->columnCount(); ++column) {
        int width = head.horizontalAdvance(m_table.header.value(column)) + 32;
        for (const FigureRow &row : std::as_const(m_table.rows))
            width = std::max(width, text.horizontalAdvance(row.cells.value(column - 1).text) + 26);
        header()->resizeSection(column, width);
        others += width;
    }
    int names = 80;
    for (const FigureRow &row : std::as_const(m_table.rows)) {
        names = std::max(names, text.horizontalAdvance(row.name));
        for (const FigureRow &child : row.children)
            names = std::max(names, text.horizontalAdvance(child.name) + indentation());
    }
    names = std::min(names + 28 + (rootIsDecorated() ? indentation() : 0), 320);
    header()->resizeSection(0, std::max(names, viewport()->width() - others));
}

void FigureTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (m_model->columnCount() > 0)
        sizeColumns();
}

int FigureTable::fullHeight() const
{
    const int row = std::max(32, sizeHintForRow(0));
    return (isHeaderHidden() ? 0 : header()->height()) + std::max(1, m_model->rowCount()) * row + 2;
}

void FigureTable::openRow(const QModelIndex &index)
{
    for (int column = index.column(); column < m_model->columnCount(); ++column) {
        if (const auto figure = figureOf(index.siblingAtColumn(column))) {
            Q_EMIT figureRequested(*figure);
            return;
        }
    }
}

void FigureTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            openRow(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void FigureTable::mouseMoveEvent(QMouseEvent *event)
{
    if (figureOf(indexAt(event->pos())))
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
    QTreeView::mouseMoveEvent(event);
}

void FigureTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    showRowMenu(index, byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void FigureTable::showRowMenu(const QModelIndex &index, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; index.isValid() && column < m_model->columnCount(); ++column) {
        const QModelIndex cell = index.siblingAtColumn(column);
        if (const auto figure = figureOf(cell)) {
            QAction *action = menu->addAction(u"%1: %2"_s.arg(m_table.header.value(column), cell.data().toString()));
            connect(action, &QAction::triggered, this, [this, figure] { Q_EMIT figureRequested(*figure); });
        }
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    connect(menu->addAction(tr("Copy the table")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(toTsv(m_table)); });
    menu->popup(place);
}

} // namespace huiyin
