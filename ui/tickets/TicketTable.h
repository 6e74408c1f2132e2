// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ListViews.h"
#include "controls/LongTable.h"
#include "domain/SearchQuery.h"
#include "tickets/TicketListModel.h"

#include <QTimer>

#include <optional>

namespace huiyin {

class HitDelegate;

// The rows of a list of tickets: its columns and its order, the user's own or lent by a view, and what is chosen.
class TicketTable : public LongTable
{
    Q_OBJECT

public:
    // `name`: of its page; columns and order are remembered as name.table. `columns`: in sight at first; all but the time
    // of receipt when none are named.
    TicketTable(CaseSession &session, const QString &name, TicketListModel *model, TicketOrder order,
                const QList<TicketField> &columns, QWidget *parent = nullptr);

    // By the user or a view, also when there are too many to be sorted so.
    [[nodiscard]] TicketOrder askedOrder() const { return m_asked; }
    [[nodiscard]] TicketOrder order() const { return m_order; } // that the headings tell
    void showOrder(TicketOrder order);
    [[nodiscard]] QList<ViewColumn> columns() const;
    [[nodiscard]] QList<TicketField> fields() const; // in sight
    // Order and columns of a view until it is left.
    void showView(TicketOrder order, const QList<ViewColumn> &columns);
    void leaveView();
    void setQuery(const SearchQuery &query); // whose words are marked

    [[nodiscard]] std::optional<TicketId> current() const;
    void choose(TicketId ticket); // one of the list
    [[nodiscard]] qsizetype chosenCount() const;
    [[nodiscard]] TicketIds chosen() const; // in the order of the list

Q_SIGNALS:
    void orderChosen(); // by a click on a heading
    void columnsChosen();
    void chosenChanged();
    void rowChanged(); // another one is current; settled() follows when the keys rest on it
    void settled(huiyin::TicketId ticket);
    void opened(huiyin::TicketId ticket); // Enter or a double click

private:
    void sizeColumns(const QList<TicketField> &columns);
    void chooseColumns(const QPoint &position);
    [[nodiscard]] TicketOrder headingOrder() const;

    struct Look
    {
        TicketOrder order{};
        QList<ViewColumn> columns{};
    };

    CaseSession &m_session;
    QString m_key;
    TicketListModel *m_model;
    TicketOrder m_order;
    TicketOrder m_asked;
    std::optional<Look> m_own; // the user's, while a view lends its own
    QTimer m_settle;           // until the keys rest on a row
    HitDelegate *m_hits;
};

} // namespace huiyin
