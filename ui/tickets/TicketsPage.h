// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ListViews.h"
#include "shell/Page.h"

class QStackedWidget;

namespace huiyin {

class CallsView;
class SegmentedButtons;
class TicketDetail;
class TicketFilterBar;
class TicketList;
class ViewButton;

// 工单: all tickets as a list that can be narrowed and sorted, the chosen one beside it; and all calls.
class TicketsPage : public Page
{
    Q_OBJECT

public:
    explicit TicketsPage(const PageContext &context, QWidget *parent = nullptr);

    QWidget *topBarWidget() override;
    void activated() override;
    [[nodiscard]] bool wouldLose() const override;
    void leave(const std::function<void(bool)> &answer) override;
    void search(const QString &text) override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    void showTickets(const TicketFilter &filter, const QString &title) override;
    void showTicket(TicketId ticket) override;

private:
    void buildActions();
    void showView(int view);
    void reload();
    void showEmptyState();
    [[nodiscard]] TicketView view() const; // as the list stands
    [[nodiscard]] ViewButton *makeViews();
    void clear();
    void forgetView(); // the list is opened with something else

    SegmentedButtons *m_switch;
    QStackedWidget *m_views;
    TicketFilterBar *m_filter;
    TicketList *m_list;
    ViewButton *m_viewButton;
    TicketDetail *m_detail;
    CallsView *m_calls;
    QList<QAction *> m_actions;
};

} // namespace huiyin
