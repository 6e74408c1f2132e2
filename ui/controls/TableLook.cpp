// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/TableLook.h"

#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace huiyin {

namespace {

int rowHeight(const QWidget *widget)
{
    return std::max(32, QFontMetrics(widget->font()).height() + 12);
}

// Copies the chosen rows as spreadsheets take them.
class RowCopier final : public QObject
{
public:
    explicit RowCopier(QAbstractItemView *view)
        : QObject(view)
        , m_view(view)
    {
        view->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void copy() const
    {
        if (!m_view->selectionModel())
            return;
        QModelIndexList rows = m_view->selectionModel()->selectedRows();
        std::sort(rows.begin(), rows.end()); // an index has no <=> for ranges
        const QAbstractItemModel *model = m_view->model();
        const QHeaderView *header = headerOf();
        QString text;
        for (const QModelIndex &row : rows) {
            QStringList cells;
            for (int visual = 0; visual < model->columnCount(row.parent()); ++visual) {
                const int column = header ? header->logicalIndex(visual) : visual;
                if (header && header->isSectionHidden(column))
                    continue;
                QString cell = model->index(row.row(), column, row.parent()).data().toString();
                cells.append(cell.replace(u'\t', u' ').replace(u'\n', u' '));
            }
            text += cells.join(u'\t') + u'\n';
        }
        if (!text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
    }

    [[nodiscard]] const QHeaderView *headerOf() const
    {
        if (const auto *table = qobject_cast<QTableView *>(m_view))
            return table->horizontalHeader();
        if (const auto *tree = qobject_cast<QTreeView *>(m_view))
            return tree->header();
        return nullptr;
    }

    QAbstractItemView *m_view;
};

void setUpView(QAbstractItemView *view, QHeaderView *header)
{
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setTextElideMode(Qt::ElideRight);
    view->setFrameShape(QFrame::NoFrame);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setFixedHeight(std::max(30, QFontMetrics(view->font()).height() + 10));
    new RowCopier(view);
}

} // namespace

void setUpTable(QTableView *table)
{
    setUpView(table, table->horizontalHeader());
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->setTabKeyNavigation(false); // Tab leaves the table
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(rowHeight(table));
}

void setUpTree(QTreeView *tree)
{
    setUpView(tree, tree->header());
    tree->setUniformRowHeights(true);
    tree->setIndentation(20);
}

void fitColumns(QAbstractItemView *view, QHeaderView *header, int stretched)
{
    constexpr int aroundHeading = 28;
    constexpr int aroundWords = 12;
    QFont bold = header->font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    header->setStretchLastSection(false);
    for (int column = 0; column < header->count(); ++column) {
        if (column == stretched) {
            header->setSectionResizeMode(column, QHeaderView::Stretch);
            continue;
        }
        const QString heading = view->model()->headerData(column, Qt::Horizontal).toString();
        header->resizeSection(column, std::max(metrics.horizontalAdvance(heading) + aroundHeading,
                                               view->sizeHintForColumn(column) + aroundWords));
    }
}

} // namespace huiyin
