// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"
#include "tickets/ListReading.h"

#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace huiyin {

class CallsView;
class EmptyState;
class HitDelegate;
class SegmentedButtons;
class TicketDetail;
class TicketFilterBar;
class TicketListModel;

// 工单: all tickets as a list that can be narrowed and sorted, the chosen one beside it; and all calls.
class TicketsPage : public Page
{
    Q_OBJECT

public:
    explicit TicketsPage(const PageContext &context, QWidget *parent = nullptr);

    QWidget *topBarWidget() override;
    void activated() override;
    void search(const QString &text) override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    void showTickets(const TicketFilter &filter, const QString &title) override;
    void showTicket(TicketId ticket) override;

private:
    void buildTable();
    void buildActions();
    void showView(int view);
    void reload();
    void read(ListStep step);
    void refresh();
    void readWhole();
    void take(TicketListAnswer answer);
    void takeIds(TicketIds ids);
    [[nodiscard]] bool takeTop(const TicketIds &newest);
    void showOrder(TicketOrder order);
    void showCount();
    void showTime();
    void showEmptyState();
    void chooseColumns(const QPoint &position);
    void copyChosen();
    void exportList();
    void select(TicketId ticket);
    [[nodiscard]] qsizetype chosenCount() const;
    [[nodiscard]] TicketIds chosen() const; // in the order of the list
    [[nodiscard]] TicketOrder order() const;

    TicketListModel *m_model;
    PendingRead m_pending;
    bool m_loaded = false;
    bool m_whole = false;        // the list has come to its end
    TicketFilter m_shown;        // the filter of the list that is shown
    bool m_tooMany = false;      // for the order that was asked
    bool m_stale = true;         // the list is not as the file is
    QList<TicketId> m_changed{}; // since the list was read
    bool m_changedAll = false;
    std::optional<TicketId> m_wanted; // to be chosen when the list has come
    QTimer m_refresh;
    QTimer m_settle; // until the keys rest on a row
    QTimer m_minute; // deadlines come nearer

    SegmentedButtons *m_switch;
    QStackedWidget *m_views;
    TicketFilterBar *m_filter;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    HitDelegate *m_hits;
    QLabel *m_count;
    TicketDetail *m_detail;
    CallsView *m_calls;
    QAction *m_copy = nullptr;
    QAction *m_export = nullptr;
    QList<QAction *> m_actions;
};

} // namespace huiyin
