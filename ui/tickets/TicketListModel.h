// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/IdListModel.h"
#include "tickets/TicketText.h"

namespace huiyin {

// The list of tickets. Columns are those of TicketField.
class TicketListModel final : public IdListModel<TicketId, TicketRow>
{
public:
    explicit TicketListModel(CaseSession &session, QObject *parent = nullptr);

    // Code tables, the calendar or the day have changed.
    void refreshText();
    // These tickets are not as they were read.
    void forgetAll();
    [[nodiscard]] const TicketText &text() const { return m_text; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // The order that a click on a column's heading asks for.
    static std::optional<TicketOrder::By> orderOf(TicketField column);

protected:
    void read(const QList<TicketId> &ids, std::function<void(const QList<TicketRow> &)> done,
              std::function<void()> failed) override;
    [[nodiscard]] TicketId idOf(const TicketRow &row) const override { return row.id; }

private:
    CaseSession &m_session;
    TicketText m_text;
};

} // namespace huiyin
