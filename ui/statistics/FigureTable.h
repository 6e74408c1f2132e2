// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/Figure.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTreeView>

#include <optional>

class QMenu;
class QStandardItem;
class QStandardItemModel;

namespace huiyin {

// A cell of a table of figures; one with a figure opens the tickets behind it.
struct FigureCell
{
    QString text{};
    std::optional<FigureKey> figure{};
};

struct FigureRow
{
    QString name{};
    QList<FigureCell> cells{};
    QList<FigureRow> children{};
};

struct FigureTableData
{
    QStringList header{}; // of the name and the cells
    QList<FigureRow> rows{};
    // The stable names of the cells' columns, where more of them exist than there is room for: some are shown, and the
    // others can be chosen. Empty: all are shown.
    QStringList columns{};
    // As long as nobody has chosen: from the first on as many as there is room for.
    QStringList usualColumns{};
};

// The table with a line a row and tabs between the cells, as spreadsheets take it.
QString toTsv(const FigureTableData &table);

// Figures as a table: a click on a number opens its tickets; on the keyboard Enter opens a row's first figure and the
// menu key offers all of its row.
class FigureTable : public QTreeView
{
    Q_OBJECT

public:
    explicit FigureTable(QWidget *parent = nullptr);

    void setTable(const FigureTableData &table);
    [[nodiscard]] const FigureTableData &table() const { return m_table; }
    // The table with the columns that are shown.
    [[nodiscard]] FigureTableData shownTable() const;
    [[nodiscard]] bool hasChoice() const { return !m_table.columns.isEmpty(); }
    // An action a column, to show or hide it. The choice is kept under the table's object name.
    void fillColumnMenu(QMenu *menu);
    // The height that shows all rows.
    [[nodiscard]] int fullHeight() const;

Q_SIGNALS:
    void figureRequested(const huiyin::FigureKey &figure);
    void columnsChosen();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeColumns();
    void showOnly(const QStringList &columns);
    [[nodiscard]] QStringList shownColumns() const;
    [[nodiscard]] std::optional<QStringList> chosenColumns() const;
    void fill(QStandardItem *parent, const QList<FigureRow> &rows);
    void openRow(const QModelIndex &index);
    void showRowMenu(const QModelIndex &index, const QPoint &place);

    QStandardItemModel *m_model;
    FigureTableData m_table;
    std::optional<QStringList> m_chosen; // nullopt: the usual columns
};

} // namespace huiyin
