// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/IdListModel.h"
#include "tickets/TicketText.h"

namespace huiyin {

class CaseFile;

// Calls with the numbers of their tickets, in the order of the ids.
QList<CallRow> callRows(CaseFile &file, const QList<CallId> &ids);

// The list of calls. Columns are those of CallField.
class CallListModel final : public IdListModel<CallId, CallRow>
{
public:
    explicit CallListModel(CaseSession &session, QObject *parent = nullptr);

    void forgetAll();
    [[nodiscard]] const TicketText &text() const { return m_text; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    void read(const QList<CallId> &ids, std::function<void(const QList<CallRow> &)> done,
              std::function<void()> failed) override;
    [[nodiscard]] CallId idOf(const CallRow &row) const override { return *row.call.id; }

private:
    CaseSession &m_session;
    TicketText m_text;
};

} // namespace huiyin
