// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/CallListModel.h"

#include "shell/Theme.h"
#include "storage/CallRepository.h"
#include "storage/TicketRepository.h"

namespace huiyin {

QList<CallRow> callRows(CaseFile &file, const QList<CallId> &ids)
{
    const QList<Call> calls = CallRepository(file.database()).rows(ids);
    QList<TicketId> tickets;
    for (const Call &call : calls) {
        if (call.ticket)
            tickets.append(*call.ticket);
    }
    QHash<TicketId, TicketRow> known;
    const QList<TicketRow> found = TicketRepository(file.database()).rows(tickets);
    for (const TicketRow &ticket : found)
        known.insert(ticket.id, ticket);
    QList<CallRow> rows;
    rows.reserve(calls.size());
    for (const Call &call : calls) {
        const TicketRow ticket = call.ticket ? known.value(*call.ticket) : TicketRow();
        rows.append({.call = call,
                     .ticketNumber = ticket.number,
                     .citizen = {.name = call.caller.isEmpty() ? ticket.citizen.name : call.caller,
                                 .address = ticket.citizen.address}});
    }
    return rows;
}

CallListModel::CallListModel(CaseSession &session, QObject *parent)
    : IdListModel(parent)
    , m_session(session)
    , m_text(session)
{
}

void CallListModel::forgetAll()
{
    forget();
    m_text = TicketText(m_session);
    tellAllChanged();
}

int CallListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : callFieldCount;
}

QVariant CallListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole
        && role != Qt::ForegroundRole)
        return {};
    const CallRow *row = rowAt(index.row());
    if (!row)
        return {};
    const auto column = static_cast<CallField>(index.column());
    switch (role) {
    case Qt::ToolTipRole:
        return column == CallField::Note ? QVariant(m_text.cell(*row, column)) : QVariant();
    case Qt::ForegroundRole:
        return column == CallField::Ticket ? QVariant(colour(ColourRole::AccentText)) : QVariant();
    default:
        return m_text.cell(*row, column);
    }
}

QVariant CallListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= callFieldCount || role != Qt::DisplayRole)
        return {};
    return TicketText::heading(static_cast<CallField>(section));
}

void CallListModel::read(const QList<CallId> &ids, std::function<void(const QList<CallRow> &)> done,
                         std::function<void()> failed)
{
    m_session.read(
        this, [ids](CaseFile &file) { return callRows(file, ids); }, std::move(done), std::move(failed));
}

} // namespace huiyin
