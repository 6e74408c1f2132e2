// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QTableView>

namespace huiyin {

// A table of any number of rows of one height. QTableView keeps an entry for each row, and millions of them cost a
// pause whenever one is added; here the place of a row is worked out. Looks as all tables do (setUpTable). Rows can't be
// hidden, moved or spanned, and typing doesn't search: that would ask for every row.
class LongTable : public QTableView
{
    Q_OBJECT

public:
    explicit LongTable(QWidget *parent = nullptr);
    ~LongTable() override;

    void setModel(QAbstractItemModel *model) override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &position) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void keyboardSearch([[maybe_unused]] const QString &search) override {}
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;
    // A row that is current is selected: commands and the detail beside it are about the same.
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event) const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;

private:
    class Blocks;

    [[nodiscard]] int rowCount() const;
    // The first column in sight from a place of the header on, to the right or (-1) to the left; `otherwise` if none is.
    [[nodiscard]] int columnFrom(int visual, int step, int otherwise) const;
    [[nodiscard]] QRect rowsRect(int first, int last) const; // of the viewport
    void measure();
    void rowsCame(const QModelIndex &parent, int first, int last);
    void showHover(const QModelIndex &index);

    Blocks *m_blocks; // what the vertical header stands for: stretches of many rows
    int m_rowHeight;
    QPersistentModelIndex m_hover;
};

} // namespace huiyin
