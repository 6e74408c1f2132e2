// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/LongTable.h"
#include "controls/TableLook.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QImage>
#include <QScrollBar>
#include <QTest>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

// Rows that tell their number; counts how many were asked for.
class NumberModel final : public QAbstractTableModel
{
public:
    explicit NumberModel(int count)
        : m_count(count)
    {
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 4; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        ++asked;
        return role == Qt::DisplayRole ? QVariant(u"%1/%2"_s.arg(m_count - index.row()).arg(index.column()))
                                       : QVariant();
    }
    void insert(int row, int count)
    {
        beginInsertRows({}, row, row + count - 1);
        m_count += count;
        endInsertRows();
    }
    void remove(int row, int count)
    {
        beginRemoveRows({}, row, row + count - 1);
        m_count -= count;
        endRemoveRows();
    }
    void reset(int count)
    {
        beginResetModel();
        m_count = count;
        endResetModel();
    }
    void tellChanged(int first, int last) { Q_EMIT dataChanged(index(first, 0), index(last, 3)); }
    mutable int asked = 0;

private:
    int m_count;
};

void place(QTableView &table)
{
    table.resize(420, 300);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.show();
    table.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&table));
    table.setFocus();
}

// A long table and a plain one beside it, which do the same.
struct Pair
{
    explicit Pair(int rows)
        : model(rows)
    {
        setUpTable(&plain);
        for (QTableView *table : both()) {
            table->setModel(&model);
            table->horizontalHeader()->moveSection(3, 1);
            table->setColumnHidden(2, true);
        }
        place(plain);
        place(longer);
    }
    QList<QTableView *> both() { return {&plain, &longer}; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        for (QTableView *table : both())
            QTest::keyClick(table, key, modifiers);
    }
    void expectSame()
    {
        INFO(plain.currentIndex().row() << " " << longer.currentIndex().row());
        CHECK(plain.currentIndex() == longer.currentIndex());
        CHECK(plain.verticalScrollBar()->value() == longer.verticalScrollBar()->value());
        CHECK(plain.verticalScrollBar()->maximum() == longer.verticalScrollBar()->maximum());
        CHECK(plain.selectionModel()->selection() == longer.selectionModel()->selection());
        for (int y = 1; y < plain.viewport()->height(); y += 23) {
            for (int x = 1; x < plain.viewport()->width(); x += 61)
                CHECK(plain.indexAt({x, y}) == longer.indexAt({x, y}));
        }
        const QModelIndex some = model.index(std::min(40, model.rowCount() - 1), 1);
        CHECK(plain.visualRect(some) == longer.visualRect(some));
    }

    NumberModel model;
    QTableView plain;
    LongTable longer;
};

} // namespace

TEST_CASE("a long table does what a plain one does", "[ui][longtable]")
{
    Pair pair(200);
    pair.expectSame();
    struct Step
    {
        Qt::Key key;
        Qt::KeyboardModifiers modifiers;
    };
    for (const Step &step :
         {Step{Qt::Key_Down, {}}, Step{Qt::Key_Down, Qt::ShiftModifier}, Step{Qt::Key_Right, {}},
          Step{Qt::Key_Right, {}}, Step{Qt::Key_Right, {}}, Step{Qt::Key_Left, {}}, Step{Qt::Key_Up, {}},
          Step{Qt::Key_End, {}}, Step{Qt::Key_Home, {}}, Step{Qt::Key_End, {}}, Step{Qt::Key_Up, Qt::ShiftModifier},
          Step{Qt::Key_Home, {}}, Step{Qt::Key_A, Qt::ControlModifier}}) {
        INFO(step.key << " " << step.modifiers.toInt());
        pair.key(step.key, step.modifiers);
        pair.expectSame();
    }
    for (const int row : {150, 3, 90, 199}) {
        for (QTableView *table : pair.both()) {
            table->setCurrentIndex(pair.model.index(row, 1));
            table->scrollTo(pair.model.index(row, 1));
        }
        pair.expectSame();
    }
    for (QTableView *table : pair.both())
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ShiftModifier, {40, 100});
    pair.expectSame();
    for (QTableView *table : pair.both()) {
        table->clearSelection();
        table->clearFocus();
        table->verticalScrollBar()->setValue(777);
        table->selectionModel()->select(pair.model.index(26, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QApplication::processEvents();
    CHECK(pair.plain.viewport()->grab().toImage() == pair.longer.viewport()->grab().toImage());

    // A page further is a page further in both, but for the row that stays in sight.
    pair.longer.setCurrentIndex(pair.model.index(20, 0));
    QTest::keyClick(&pair.longer, Qt::Key_PageDown);
    const int page = pair.longer.viewport()->height() / pair.longer.visualRect(pair.model.index(0, 0)).height();
    CHECK(pair.longer.currentIndex().row() == 20 + page - 1);
    QTest::keyClick(&pair.longer, Qt::Key_PageUp);
    CHECK(pair.longer.currentIndex().row() == 20);
}

TEST_CASE("in a long table the row that is current is selected", "[ui][longtable]")
{
    NumberModel model(100);
    LongTable table;
    table.setModel(&model);
    place(table);
    table.setCurrentIndex(model.index(5, 0));
    const auto selected = [&table] {
        QList<int> rows;
        const auto indexes = table.selectionModel()->selectedRows();
        for (const QModelIndex &index : indexes)
            rows.append(index.row());
        return rows;
    };
    // A plain table moves its current row away from the selection; then commands and detail were of two tickets.
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    CHECK(selected() == QList{99});
    QTest::keyClick(&table, Qt::Key_Up, Qt::ShiftModifier);
    CHECK(selected().size() == 2);
    QTest::keyClick(&table, Qt::Key_Home, Qt::ControlModifier);
    CHECK(selected() == QList{0});
}

TEST_CASE("a long table follows its model", "[ui][longtable]")
{
    NumberModel model(1000);
    LongTable table;
    table.setModel(&model);
    place(table);
    const int height = table.visualRect(model.index(0, 0)).height();
    const auto room = [&] { return table.viewport()->height(); };
    QScrollBar *bar = table.verticalScrollBar();
    CHECK(bar->maximum() == 1000 * height - room());

    SECTION("rows below change nothing of what is in sight")
    {
        bar->setValue(5000);
        const QModelIndex seen = table.indexAt({10, 10});
        model.insert(1000, 500'000);
        CHECK(bar->value() == 5000);
        CHECK(table.indexAt({10, 10}).row() == seen.row());
        CHECK(bar->maximum() == 501'000 * height - room());
    }
    SECTION("rows above move it out of the way")
    {
        bar->setValue(5000);
        const QPersistentModelIndex seen = table.indexAt({10, 10});
        model.insert(0, 3);
        CHECK(QModelIndex(seen) == table.indexAt({10, 10}));
        CHECK(bar->value() == 5000 + 3 * height);
    }
    SECTION("at the top what is new is seen")
    {
        model.insert(0, 2);
        CHECK(bar->value() == 0);
        CHECK(table.indexAt({10, 10}).row() == 0);
    }
    SECTION("rows that go, and another list")
    {
        model.remove(10, 900);
        CHECK(bar->maximum() == 100 * height - room());
        bar->setValue(bar->maximum());
        model.reset(3);
        QApplication::processEvents();
        CHECK(bar->maximum() == 0);
        CHECK(table.indexAt({10, 10}).row() == 0);
        CHECK_FALSE(table.indexAt({10, 5 * height}).isValid());
        model.reset(0);
        QApplication::processEvents();
        CHECK_FALSE(table.indexAt({10, 10}).isValid());
        QTest::keyClick(&table, Qt::Key_Down);
        table.grab();
    }
}

TEST_CASE("ten million rows are all within reach", "[ui][longtable]")
{
    constexpr int rows = 10'000'000;
    NumberModel model(rows);
    LongTable table;
    table.setModel(&model);
    place(table);
    const int height = table.visualRect(model.index(0, 0)).height();
    CHECK(table.verticalHeader()->count() < 2000);
    CHECK(table.verticalScrollBar()->maximum() == rows * height - table.viewport()->height());

    table.scrollTo(model.index(rows - 1, 0));
    CHECK(table.verticalScrollBar()->value() == table.verticalScrollBar()->maximum());
    CHECK(table.indexAt({10, table.viewport()->height() - 2}).row() == rows - 1);
    for (const int row : {0, 31, 32'768, 5'000'000, 9'999'000}) {
        table.scrollTo(model.index(row, 0), QAbstractItemView::PositionAtTop);
        CHECK(table.indexAt({10, 2}).row() == row);
        CHECK(table.visualRect(model.index(row, 0)).top() == 0);
    }
    // Rows that were read in the background are painted at once, and only if they are in sight.
    table.scrollTo(model.index(5'000'000, 0), QAbstractItemView::PositionAtTop);
    QTest::qWait(50);
    model.asked = 0;
    model.tellChanged(1'000, 2'000);
    QTest::qWait(50);
    CHECK(model.asked == 0);
    model.tellChanged(5'000'002, 5'000'004);
    QTest::qWait(50);
    CHECK(model.asked > 0);
    model.asked = 0;
    model.tellChanged(0, rows - 1);
    QTest::qWait(50);
    CHECK(model.asked > 0);
    // From the first row to the last by the mouse.
    table.scrollToTop();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, {10, 5});
    table.scrollToBottom();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ShiftModifier, {10, table.viewport()->height() - 5});
    REQUIRE(table.selectionModel()->selection().size() == 1);
    CHECK(table.selectionModel()->selection().first().height() == rows);
    table.resizeColumnToContents(0);
    CHECK(table.columnWidth(0) > 40);
    // Whatever is done, only rows in sight are asked for.
    model.asked = 0;
    table.selectAll();
    CHECK(table.selectionModel()->selection().first().height() == rows);
    QTest::keyClick(&table, Qt::Key_Z); // no search through all rows
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    QApplication::processEvents();
    table.grab();
    CHECK(model.asked < 2000);
    CHECK(table.currentIndex().row() == rows - 1);
    model.insert(rows, 100'000);
    CHECK(table.verticalScrollBar()->maximum() == (rows + 100'000) * height - table.viewport()->height());
}
