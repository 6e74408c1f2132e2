// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/FigureTable.h"

#include "controls/TableLook.h"
#include "shell/ClipboardGuard.h"
#include "shell/Settings.h"

#include <QContextMenuEvent>
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
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        if (!hasChoice())
            return;
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(menu);
        menu->popup(header()->mapToGlobal(position));
    });
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
    m_chosen = chosenColumns();
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

// nullopt: nobody has chosen.
std::optional<QStringList> FigureTable::chosenColumns() const
{
    const QVariant kept = settings().value(u"columns/"_s + objectName());
    QStringList chosen = kept.toStringList();
    chosen.removeIf([this](const QString &column) { return !m_table.columns.contains(column); });
    return chosen.isEmpty() ? std::nullopt : std::optional(chosen);
}

QStringList FigureTable::shownColumns() const
{
    QStringList shown;
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        if (!isColumnHidden(static_cast<int>(i) + 1))
            shown.append(m_table.columns[i]);
    }
    return shown;
}

void FigureTable::showOnly(const QStringList &columns)
{
    for (qsizetype i = 0; i < m_table.columns.size(); ++i)
        setColumnHidden(static_cast<int>(i) + 1, !columns.contains(m_table.columns[i]));
}

void FigureTable::fillColumnMenu(QMenu *menu)
{
    const auto choose = [this](const QStringList &columns) {
        settings().setValue(u"columns/"_s + objectName(), columns);
        m_chosen = chosenColumns();
        sizeColumns();
        Q_EMIT columnsChosen();
    };
    const QStringList shown = shownColumns();
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        const QString name = m_table.columns[i];
        QAction *action = menu->addAction(QString(m_table.header.value(i + 1)).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(shown.contains(name));
        action->setEnabled(!shown.contains(name) || shown.size() > 1); // one at least
        connect(action, &QAction::toggled, this, [this, choose, name](bool on) {
            QStringList columns = shownColumns();
            columns.removeAll(name);
            if (on)
                columns.append(name);
            choose(columns);
        });
    }
    menu->addSeparator();
    QAction *usual = menu->addAction(tr("The usual columns"));
    usual->setEnabled(m_chosen.has_value());
    connect(usual, &QAction::triggered, this, [choose] { choose({}); });
}

FigureTableData FigureTable::shownTable() const
{
    FigureTableData shown{.header = {m_table.header.value(0)}};
    const auto take = [this](const QList<FigureRow> &rows, const auto &self) -> QList<FigureRow> {
        QList<FigureRow> taken;
        for (const FigureRow &row : rows) {
            FigureRow part{.name = row.name, .children = self(row.children, self)};
            for (qsizetype i = 0; i < row.cells.size(); ++i) {
                if (!isColumnHidden(static_cast<int>(i) + 1))
                    part.cells.append(row.cells[i]);
            }
            taken.append(part);
        }
        return taken;
    };
    for (qsizetype i = 1; i < m_table.header.size(); ++i) {
        if (!isColumnHidden(static_cast<int>(i)))
            shown.header.append(m_table.header[i]);
    }
    shown.rows = take(m_table.rows, take);
    return shown;
}

// Numbers take what they need, headings included; the names take the rest, but at least their own length. Of the usual
// columns as many are shown as there is room for.
void FigureTable::sizeColumns()
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics head(bold);
    const QFontMetrics text(font());
    int names = 80;
    for (const FigureRow &row : std::as_const(m_table.rows)) {
        names = std::max(names, text.horizontalAdvance(row.name));
        for (const FigureRow &child : row.children)
            names = std::max(names, text.horizontalAdvance(child.name) + indentation());
    }
    names = std::min(names + 26 + (rootIsDecorated() ? indentation() : 0), 320);
    const auto widthOf = [&](int column) {
        int width = head.horizontalAdvance(m_table.header.value(column)) + 32;
        for (const FigureRow &row : std::as_const(m_table.rows))
            width = std::max(width, text.horizontalAdvance(row.cells.value(column - 1).text) + 26);
        return width;
    };

    if (m_chosen) {
        showOnly(*m_chosen);
    } else if (hasChoice()) {
        QStringList fitting;
        int room = viewport()->width() - names;
        for (const QString &name : std::as_const(m_table.usualColumns)) {
            room -= widthOf(static_cast<int>(m_table.columns.indexOf(name)) + 1);
            if (room < 0 && !fitting.isEmpty())
                break;
            fitting.append(name);
        }
        showOnly(fitting);
    }
    int others = 0;
    for (int column = 1; column < m_model->columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int width = widthOf(column);
        header()->resizeSection(column, width);
        others += width;
    }
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
        if (const auto figure = figureOf(index.siblingAtColumn(column)); figure && !isColumnHidden(column)) {
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
        if (const auto figure = figureOf(cell); figure && !isColumnHidden(column)) {
            QAction *action = menu->addAction(u"%1: %2"_s.arg(m_table.header.value(column), cell.data().toString()));
            connect(action, &QAction::triggered, this, [this, figure] { Q_EMIT figureRequested(*figure); });
        }
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    connect(menu->addAction(tr("Copy the table")), &QAction::triggered, this,
            [this] { copyLasting(toTsv(shownTable())); });
    menu->popup(place);
}

} // namespace huiyin
