// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketTable.h"

#include "controls/Tag.h"
#include "shell/Settings.h"
#include "tickets/ColumnRoom.h"
#include "tickets/HitText.h"
#include "tickets/ViewColumns.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScreen>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace huiyin {

TicketTable::TicketTable(CaseSession &session, const QString &name, TicketListModel *model, TicketOrder order,
                         const QList<TicketField> &columns, QWidget *parent)
    : LongTable(parent)
    , m_session(session)
    , m_key(name + u".table"_s)
    , m_model(model)
    , m_hits(new HitDelegate(this))
{
    setObjectName(m_key);
    setAccessibleName(tr("Tickets"));
    setModel(m_model);
    setItemDelegateForColumn(static_cast<int>(TicketField::Title), m_hits);
    setItemDelegateForColumn(static_cast<int>(TicketField::Number), m_hits);
    auto *tags = new TagDelegate(this);
    setItemDelegateForColumn(static_cast<int>(TicketField::Urgency), tags);
    setItemDelegateForColumn(static_cast<int>(TicketField::Deadline), tags);

    QHeaderView *header = horizontalHeader();
    header->setMinimumSectionSize(40);
    sizeColumns(columns);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    showOrder(order);
    rememberColumns(header, m_key);
    if (header->sortIndicatorSection() >= 0) // as the user left it
        m_order = headingOrder();
    m_asked = m_order;
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &TicketTable::chooseColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] {
        m_order = m_asked = headingOrder();
        Q_EMIT orderChosen();
    });

    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &TicketTable::chosenChanged);
    m_settle.setSingleShot(true);
    m_settle.setInterval(60);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        Q_EMIT rowChanged();
        m_settle.start();
    });
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (const auto id = current())
            Q_EMIT settled(*id);
    });
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) {
        // Ctrl+Enter gives the next step; where there is none it comes here, and would take the keys off the list.
        if (QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier)) {
            Q_EMIT m_session.told(tr("There is no next step for this ticket."));
            return;
        }
        if (const auto id = m_model->idAt(index.row()))
            Q_EMIT opened(*id);
    });
}

void TicketTable::sizeColumns(const QList<TicketField> &columns)
{
    QHeaderView *header = horizontalHeader();
    // Wide enough for the words of this language.
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    // The departments' names as they are; where there are more columns they may be cut.
    int department = 0;
    for (const Department &one : m_session.codeTables().departments)
        department =
            std::max(department, metrics.horizontalAdvance(one.shortName.isEmpty() ? one.name : one.shortName));
    department = std::clamp(department + 20, 56, columns.isEmpty() ? 104 : 128);
    const int widths[] = {116, TicketText::usualWidth(TicketField::Urgency),
                          48,  88,
                          160, department,
                          64,  std::max(100, TicketText::usualWidth(TicketField::Deadline)),
                          128};
    for (int column = 0; column < ticketFieldCount; ++column) {
        const QString heading = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int around = heading.isEmpty() ? 0 : 28;
        header->resizeSection(column, std::max(widths[column], metrics.horizontalAdvance(heading) + around));
    }
    const QString longState = TicketText::state(TicketState::Closed, Resolution::AnsweredDirectly);
    header->resizeSection(static_cast<int>(TicketField::State), metrics.horizontalAdvance(longState) + 28);
    header->setSectionResizeMode(static_cast<int>(TicketField::Title), QHeaderView::Stretch);
    QList<ColumnNeed> wanted;
    for (int column = 0; column < ticketFieldCount; ++column) {
        const auto field = static_cast<TicketField>(column);
        if (columns.isEmpty() ? field != TicketField::Received : columns.contains(field)) // the number tells the day
            wanted.append({field, header->sectionSize(column)});
    }
    // The list is not laid out yet: what the navigation and the ticket beside it leave of a screen, by experience.
    const int beside = screen()->availableGeometry().width() - 180;
    const int room = columns.isEmpty() ? beside * 2 / 3 : beside * 3 / 5;
    constexpr int titleLetters = 10;
    const QList<TicketField> shown = columnsWithRoom(wanted, room, titleLetters * metrics.horizontalAdvance(u'\u8bc9'));
    for (int column = 0; column < ticketFieldCount; ++column)
        header->setSectionHidden(column, !shown.contains(static_cast<TicketField>(column)));
}

QList<ViewColumn> TicketTable::columns() const
{
    return viewColumns<TicketField>(horizontalHeader());
}

void TicketTable::showView(TicketOrder order, const QList<ViewColumn> &columns)
{
    QHeaderView *header = horizontalHeader();
    if (!m_own)
        m_own = Look{.order = m_asked, .columns = this->columns()};
    lendColumns(header, true);
    showViewColumns<TicketField>(header, columns.isEmpty() ? m_own->columns : columns);
    m_asked = order;
    showOrder(order);
}

void TicketTable::leaveView()
{
    if (!m_own)
        return;
    QHeaderView *header = horizontalHeader();
    showViewColumns<TicketField>(header, m_own->columns);
    lendColumns(header, false);
    m_asked = m_own->order;
    showOrder(m_own->order);
    m_own.reset();
}

QList<TicketField> TicketTable::fields() const
{
    return fieldsInSight<TicketField>(horizontalHeader());
}

void TicketTable::setQuery(const SearchQuery &query)
{
    m_hits->setQuery(query);
}

// What a click on a heading asks for.
TicketOrder TicketTable::headingOrder() const
{
    const QHeaderView *header = horizontalHeader();
    const auto by = TicketListModel::orderOf(static_cast<TicketField>(header->sortIndicatorSection()));
    return {.by = by.value_or(TicketOrder::By::Received), .order = header->sortIndicatorOrder()};
}

void TicketTable::showOrder(TicketOrder order)
{
    m_order = order;
    QHeaderView *header = horizontalHeader();
    const QSignalBlocker quiet(header);
    int section = -1; // no heading stands for it
    for (int column = 0; column < ticketFieldCount; ++column) {
        if (TicketListModel::orderOf(static_cast<TicketField>(column)) == order.by)
            section = column;
    }
    header->setSortIndicator(section, order.order);
}

std::optional<TicketId> TicketTable::current() const
{
    return m_model->idAt(currentIndex().row());
}

void TicketTable::choose(TicketId ticket)
{
    const QModelIndex index = m_model->index(m_model->rowOf(ticket), 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    horizontalScrollBar()->setValue(0);
}

qsizetype TicketTable::chosenCount() const
{
    qsizetype count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

TicketIds TicketTable::chosen() const
{
    return m_model->idsOf(selectionModel()->selection());
}

void TicketTable::chooseColumns(const QPoint &position)
{
    QHeaderView *header = horizontalHeader();
    auto *menu = new QMenu(header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < ticketFieldCount; ++column) {
        QAction *action = menu->addAction(TicketText::heading(static_cast<TicketField>(column)));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        // By these two a ticket is known.
        action->setEnabled(column != static_cast<int>(TicketField::Number)
                           && column != static_cast<int>(TicketField::Title));
        connect(action, &QAction::toggled, header, [this, header, column](bool on) {
            header->setSectionHidden(column, !on);
            keepColumns(header, m_key);
            Q_EMIT columnsChosen();
        });
    }
    menu->popup(header->mapToGlobal(position));
}

} // namespace huiyin
