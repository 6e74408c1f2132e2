// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/CodeTableEditor.h"

#include "controls/EmptyState.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "controls/Tag.h"
#include "domain/SearchText.h"
#include "shell/Icon.h"
#include "shell/Settings.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr int IdRole = Qt::UserRole + 1;
constexpr int RetiredRole = Qt::UserRole + 2;
constexpr int FoldedRole = Qt::UserRole + 3; // the row's text as search compares it
} // namespace

class TreeFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void set(const QString &text, bool retired)
    {
        m_text = foldForSearch(text);
        m_retired = retired;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        return (m_retired || !index.data(RetiredRole).toBool())
               && (m_text.isEmpty() || index.data(FoldedRole).toString().contains(m_text));
    }

private:
    QString m_text;
    bool m_retired = true;
};

CodeTableEditor::CodeTableEditor(const PageContext &context, const Looks &looks, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_looks(looks)
    , m_model(new QStandardItemModel(this))
    , m_filter(new TreeFilter(this))
    , m_notice(new NoticeBar(this))
    , m_search(new QLineEdit(this))
    , m_showRetired(new QCheckBox(tr("&Retired ones too"), this))
    , m_add(new QPushButton(tr("&Add…"), this))
    , m_addBelow(new QPushButton(tr("Add &below…"), this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
    , m_retire(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTreeView(this))
    , m_empty(new EmptyState(looks.icon, tr("Nothing here yet"), looks.empty, this))
{
    const QString prefix = u"setup."_s + looks.name + u'.';
    const auto name = [&prefix](QWidget *widget, const QString &thing) { widget->setObjectName(prefix + thing); };
    setObjectName(u"setup."_s + looks.name);
    name(m_notice, u"notice"_s);
    name(m_search, u"search"_s);
    name(m_showRetired, u"showRetired"_s);
    name(m_add, u"add"_s);
    name(m_addBelow, u"addBelow"_s);
    name(m_edit, u"edit"_s);
    name(m_up, u"up"_s);
    name(m_down, u"down"_s);
    name(m_retire, u"retire"_s);
    name(m_view, u"table"_s);

    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter the list"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"_s, ColourRole::TextWeak), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(200);
    m_add->setIcon(themedIcon(u"plus"_s, ColourRole::OnAccent));
    setLook(m_add, "primary");
    for (QPushButton *button : {m_add, m_addBelow, m_edit, m_retire})
        button->setAutoDefault(false);
    m_up->setIcon(themedIcon(u"arrow-up"_s));
    m_down->setIcon(themedIcon(u"arrow-down"_s));
    m_up->setAccessibleName(tr("Move up"));
    m_down->setAccessibleName(tr("Move down"));
    m_up->setToolTip(tr("Move up (Alt+Up)"));
    m_down->setToolTip(tr("Move down (Alt+Down)"));
    for (QToolButton *button : {m_up, m_down}) {
        setLook(button, "framed");
        button->setFixedSize(32, 32);
        button->setFocusPolicy(Qt::TabFocus);
    }

    m_filter->setSourceModel(m_model);
    m_filter->setRecursiveFilteringEnabled(true);
    m_view->setModel(m_filter);
    m_view->setAccessibleName(looks.columns.first());
    setUpTree(m_view);
    m_view->setItemDelegateForColumn(static_cast<int>(looks.columns.size()), new TagDelegate(m_view));
    m_model->setHorizontalHeaderLabels(looks.columns + QStringList{tr("State")});
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_empty->setAction(tr("Add the first…"));

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(15, 0, 15, 12);
    tools->setSpacing(8);
    tools->addWidget(m_add);
    tools->addWidget(m_addBelow);
    tools->addWidget(m_edit);
    tools->addWidget(m_up);
    tools->addWidget(m_down);
    tools->addWidget(m_retire);
    tools->addStretch();
    tools->addWidget(m_showRetired);
    tools->addWidget(m_search, 1);
    auto *noticeRow = new QVBoxLayout;
    noticeRow->setContentsMargins(15, 0, 15, 0);
    noticeRow->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(tools);
    layout->addLayout(noticeRow);
    layout->addWidget(m_stack, 1);
    m_addBelow->setVisible(looks.tree);
    setTabChain({m_add, m_addBelow, m_edit, m_up, m_down, m_retire, m_showRetired, m_search, m_view});

    connect(m_add, &QPushButton::clicked, this, [this] { add(std::nullopt); });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { add(std::nullopt); });
    connect(m_addBelow, &QPushButton::clicked, this, [this] {
        if (const auto id = current())
            add(id);
    });
    const auto editCurrent = [this] {
        if (const auto id = current(); id && m_context.session.may(Command::SetUp))
            edit(*id);
    };
    connect(m_edit, &QPushButton::clicked, this, editCurrent);
    connect(m_view, &QTreeView::activated, this, editCurrent);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_retire, &QPushButton::clicked, this, [this] {
        if (const auto id = current()) {
            m_selectNext = id;
            setRetired(*id, !m_items.value(*id)->data(RetiredRole).toBool());
        }
    });
    connect(&Theme::instance(), &Theme::changed, this, &CodeTableEditor::reload); // colours lie in the items
    const auto addKey = [this](const QKeySequence &key, auto act) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action); // also while the list is empty
    };
    addKey(Qt::Key_Insert, [this] { m_add->click(); });
    addKey(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { m_up->click(); });
    addKey(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { m_down->click(); });
    const auto refilter = [this] {
        m_filter->set(m_search->text(), m_showRetired->isChecked());
        if (!m_search->text().isEmpty())
            m_view->expandAll();
        showState();
    };
    connect(m_search, &QLineEdit::textChanged, this, refilter);
    connect(m_showRetired, &QCheckBox::toggled, this, refilter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &CodeTableEditor::showState);
    connect(&m_context.session, &CaseSession::codeTablesChanged, this, &CodeTableEditor::reload);
    m_filter->set({}, false);
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_view->header()->resizeSection(column, column == 0 ? 240 : 128);
    rememberColumns(m_view->header(), u"setup."_s + looks.name);
}

void CodeTableEditor::reload()
{
    m_notice->clear();
    QList<Row> now = rows();
    m_rows = std::move(now);
    fill();
}

void CodeTableEditor::fill()
{
    const auto before = m_selectNext ? m_selectNext : current();
    m_selectNext.reset();
    QSet<qint64> open;
    for (auto item = m_items.cbegin(); item != m_items.cend(); ++item) {
        if (m_view->isExpanded(m_filter->mapFromSource(item.value()->index())))
            open.insert(item.key());
    }
    QHash<qint64, QList<QStandardItem *>> cellsOf;
    m_items.clear();
    m_model->removeRows(0, m_model->rowCount());
    for (const Row &row : std::as_const(m_rows)) {
        QList<QStandardItem *> cells;
        for (const QString &cell : row.cells)
            cells.append(new QStandardItem(cell));
        auto *state = new QStandardItem(row.retired ? tr("retired") : QString());
        if (row.retired)
            state->setData(static_cast<int>(Tone::Neutral), TagDelegate::ToneRole);
        cells.append(state);
        if (row.retired) {
            for (QStandardItem *cell : std::as_const(cells))
                cell->setForeground(colour(ColourRole::Placeholder));
        }
        cells.first()->setData(row.id, IdRole);
        cells.first()->setData(row.retired, RetiredRole);
        cells.first()->setData(foldForSearch(row.cells.join(u' ')), FoldedRole);
        m_items.insert(row.id, cells.first());
        cellsOf.insert(row.id, cells);
    }
    for (const Row &row : std::as_const(m_rows)) {
        QStandardItem *above = row.parent ? m_items.value(*row.parent) : nullptr;
        (above ? above : m_model->invisibleRootItem())->appendRow(cellsOf.value(row.id));
    }
    m_view->setRootIsDecorated(std::ranges::any_of(m_rows, [](const Row &row) { return row.parent.has_value(); }));
    for (const qint64 id : std::as_const(open)) {
        if (QStandardItem *item = m_items.value(id))
            m_view->setExpanded(m_filter->mapFromSource(item->index()), true);
    }
    if (before)
        select(*before);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_filter->index(0, 0));
    m_stack->setCurrentIndex(m_rows.isEmpty() ? 1 : 0);
    showState();
}

std::optional<qint64> CodeTableEditor::current() const
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return index.siblingAtColumn(0).data(IdRole).toLongLong();
}

void CodeTableEditor::select(qint64 id)
{
    if (const QStandardItem *item = m_items.value(id)) {
        const QModelIndex index = m_filter->mapFromSource(item->index());
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    }
}

void CodeTableEditor::move(int step)
{
    const auto id = current();
    if (!id || !m_context.session.may(Command::SetUp))
        return;
    // Among those that have the same entry above and are in sight.
    const QModelIndex index = m_view->currentIndex().siblingAtColumn(0);
    const QModelIndex other = index.siblingAtRow(index.row() + step);
    if (!other.isValid())
        return;
    QList<qint64> order;
    for (const Row &row : std::as_const(m_rows))
        order.append(row.id);
    order.swapItemsAt(order.indexOf(*id), order.indexOf(other.data(IdRole).toLongLong()));
    m_selectNext = id;
    reorder(order);
}

void CodeTableEditor::showState()
{
    const bool writable = m_context.session.may(Command::SetUp);
    const QModelIndex index = m_view->currentIndex().siblingAtColumn(0);
    const bool some = index.isValid();
    m_add->setEnabled(writable);
    m_addBelow->setEnabled(writable && some);
    m_edit->setEnabled(writable && some);
    m_retire->setEnabled(writable && some);
    m_up->setEnabled(writable && some && index.row() > 0);
    m_down->setEnabled(writable && some && index.row() + 1 < m_filter->rowCount(index.parent()));
    m_retire->setText(some && index.data(RetiredRole).toBool() ? tr("Bring back") : tr("Retire"));
}

// One click has done it, so one click takes it back.
void CodeTableEditor::tellRetired(qint64 id, const QString &name, bool retired)
{
    m_notice->showNotice(Tone::Info,
                         retired
                             ? tr("“%1” is retired: it is offered no more, and stays in what was written.").arg(name)
                             : tr("“%1” is in use again.").arg(name),
                         tr("Undo"), [this, id, retired] {
                             m_notice->clear();
                             m_selectNext = id;
                             setRetired(id, !retired);
                         });
}

void CodeTableEditor::refused(const Refusal &refusal)
{
    m_notice->showNotice(Tone::Bad, refusal.reason);
}

} // namespace huiyin
