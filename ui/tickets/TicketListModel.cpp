// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketListModel.h"

#include "shell/Theme.h"
#include "storage/TicketRepository.h"

namespace huiyin {

TicketListModel::TicketListModel(CaseSession &session, QObject *parent)
    : IdListModel(parent)
    , m_session(session)
    , m_text(session)
{
}

void TicketListModel::refreshText()
{
    m_text = TicketText(m_session);
    tellAllChanged();
}

void TicketListModel::forgetAll()
{
    forget();
    m_text = TicketText(m_session);
    tellAllChanged();
}

int TicketListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ticketFieldCount;
}

QVariant TicketListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole
        && role != Qt::ForegroundRole && role != TagDelegate::ToneRole)
        return {};
    const TicketRow *row = rowAt(index.row());
    if (!row)
        return {};
    const auto column = static_cast<TicketField>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return m_text.cell(*row, column);
    case Qt::ToolTipRole:
        // What the list shortens.
        if (column == TicketField::Category)
            return pathOf(m_text.tables().categories, row->category);
        if (column == TicketField::Deadline) {
            const auto due = row->lead && row->dispatchDueAt ? row->dispatchDueAt : row->dueAt;
            return due ? QVariant(TicketText::heading(column) + QStringLiteral(" ") + m_text.time(*due)) : QVariant();
        }
        return column == TicketField::Title ? QVariant(m_text.cell(*row, column)) : QVariant();
    case TagDelegate::ToneRole:
        if (const auto tone = m_text.tone(*row, column))
            return static_cast<int>(*tone);
        return {};
    case Qt::ForegroundRole:
        return row->state == TicketState::Void ? QVariant(colour(ColourRole::Placeholder)) : QVariant();
    default:
        return {};
    }
}

QVariant TicketListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ticketFieldCount)
        return {};
    const auto column = static_cast<TicketField>(section);
    // The words of the urgency say what they are; its heading would be wider than they.
    if (role == Qt::DisplayRole)
        return column == TicketField::Urgency ? QString() : TicketText::heading(column);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return TicketText::heading(column);
    return {};
}

std::optional<TicketOrder::By> TicketListModel::orderOf(TicketField column)
{
    switch (column) {
    case TicketField::Number:
        return TicketOrder::By::Number;
    case TicketField::Urgency:
        return TicketOrder::By::Urgency;
    case TicketField::Type:
        return TicketOrder::By::RequestType;
    case TicketField::Category:
        return TicketOrder::By::Category;
    case TicketField::Title:
        return TicketOrder::By::Title;
    case TicketField::Department:
        return TicketOrder::By::Department;
    case TicketField::State:
        return TicketOrder::By::State;
    case TicketField::Deadline:
        return TicketOrder::By::DueAt;
    case TicketField::Received:
        return TicketOrder::By::Received;
    }
    return std::nullopt;
}

void TicketListModel::read(const QList<TicketId> &ids, std::function<void(const QList<TicketRow> &)> done,
                           std::function<void()> failed)
{
    m_session.read(
        this, [ids](CaseFile &file) { return TicketRepository(file.database()).rows(ids); }, std::move(done),
        std::move(failed));
}

} // namespace huiyin
