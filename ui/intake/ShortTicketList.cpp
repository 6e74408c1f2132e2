// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ShortTicketList.h"

#include "controls/TableLook.h"
#include "shell/Theme.h"

#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

namespace huiyin {

namespace {
constexpr int numberWidth = 132;
constexpr int leastTitleWidth = 96;
enum Column { Number, Title, TagColumn };
} // namespace

ShortTicketList::ShortTicketList(int tagWidth, QWidget *parent)
    : QTableView(parent)
    , m_model(new QStandardItemModel(0, 3, this))
    , m_tagWidth(tagWidth)
{
    setUpTable(this);
    setModel(m_model);
    setSelectionMode(QAbstractItemView::SingleSelection);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(Title, QHeaderView::Stretch);
    horizontalHeader()->resizeSection(Number, numberWidth);
    horizontalHeader()->resizeSection(TagColumn, tagWidth);
    setItemDelegateForColumn(TagColumn, new TagDelegate(this));
    const auto open = [this](const QModelIndex &index) {
        if (const auto ticket = ticketAt(index.row()))
            Q_EMIT ticketRequested(*ticket);
    };
    connect(this, &QTableView::activated, this, open);
    connect(this, &QTableView::clicked, this, [open](const QModelIndex &index) {
        if (index.column() == Number)
            open(index);
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ShortTicketList::chosenChanged);
    // Colours lie in the items.
    connect(&Theme::instance(), &Theme::changed, this, [this] { showRows(chosenRow()); });
}

void ShortTicketList::setRows(const QList<ShortTicketRow> &rows)
{
    const qsizetype row = chosenRow();
    const ShortTicketRow before = m_rows.value(row);
    m_rows = rows;
    const auto same = std::ranges::find_if(m_rows, [&](const ShortTicketRow &one) {
        return row >= 0 && one.ticket == before.ticket && one.number == before.number;
    });
    showRows(same == m_rows.end() ? -1 : same - m_rows.begin());
}

void ShortTicketList::showRows(qsizetype chosen)
{
    m_model->removeRows(0, m_model->rowCount());
    const auto cell = [](const QString &words, const QString &toolTip) -> QStandardItem * {
        auto *item = new QStandardItem(words);
        item->setEditable(false);
        item->setToolTip(toolTip);
        return item;
    };
    for (const ShortTicketRow &row : std::as_const(m_rows)) {
        const QString toolTip = row.toolTip.isEmpty() ? row.title : row.toolTip;
        QStandardItem *number = cell(row.number, toolTip);
        if (row.ticket)
            number->setForeground(colour(ColourRole::AccentText));
        QStandardItem *tag = cell(row.tag, toolTip);
        if (!row.tag.isEmpty())
            tag->setData(static_cast<int>(row.tone), TagDelegate::ToneRole);
        m_model->appendRow({number, cell(row.title, toolTip), tag});
    }
    if (chosen >= 0 && chosen < m_rows.size())
        selectRow(static_cast<int>(chosen));
}

int ShortTicketList::ticketCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [](const ShortTicketRow &row) { return row.ticket.has_value(); }));
}

std::optional<TicketId> ShortTicketList::ticketAt(qsizetype row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].ticket : std::nullopt;
}

qsizetype ShortTicketList::chosenRow() const
{
    const QModelIndexList rows = selectionModel()->selectedRows(Number);
    return rows.isEmpty() ? -1 : rows.first().row();
}

std::optional<TicketId> ShortTicketList::chosen() const
{
    return ticketAt(chosenRow());
}

QString ShortTicketList::chosenNumber() const
{
    const qsizetype row = chosenRow();
    return row < 0 || row >= m_rows.size() ? QString() : m_rows[row].number;
}

bool ShortTicketList::showsTags() const
{
    return !isColumnHidden(TagColumn);
}

// On a narrow screen the number and the title matter more than what came of it.
void ShortTicketList::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    const bool room = width() >= numberWidth + leastTitleWidth + m_tagWidth;
    if (room != showsTags()) {
        setColumnHidden(TagColumn, !room);
        Q_EMIT tagsShown(room);
    }
}

} // namespace huiyin
