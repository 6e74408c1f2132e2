// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ListViews.h"
#include "controls/Panel.h"
#include "domain/Period.h"
#include "shell/CaseSession.h"
#include "tickets/ListReading.h"

#include <QTimer>

#include <optional>

class QStackedWidget;
class QTableView;

namespace huiyin {

class CallFilterBar;
class CallListModel;
class EmptyState;
class NoticeBar;
class ViewButton;

// 来电: every call, also those that never became a ticket.
class CallsView : public Panel
{
    Q_OBJECT

public:
    explicit CallsView(CaseSession &session, QWidget *parent = nullptr);

    void activate(); // it has come into sight: reads the list if need be
    void reload();
    void focusWords();
    void exportList();
    void writeList(const QString &path, bool overwrite);
    [[nodiscard]] CallFilter filter() const;
    [[nodiscard]] CallListModel *model() const { return m_model; }
    [[nodiscard]] CallIds chosen() const; // in the order of the list; empty when less than two are: all are meant
    [[nodiscard]] Qt::SortOrder order() const;
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] ViewButton *viewButton() const { return m_viewButton; }

Q_SIGNALS:
    void ticketRequested(huiyin::TicketId ticket);

private:
    void read(ListStep step);
    void take(CallListAnswer answer);
    [[nodiscard]] qsizetype chosenCount() const;
    void showCount();
    void clearFilter();
    [[nodiscard]] CallView view() const; // as the list stands
    void show(const CallView &view);
    [[nodiscard]] ViewButton *makeViews();
    void leaveView(); // its columns and order

    CaseSession &m_session;
    CallListModel *m_model;
    std::optional<CallView> m_own; // order and columns of the user's, while a view lends its own
    bool m_loaded = false;
    bool m_whole = false; // the list has come to its end
    PendingRead m_pending;
    QTimer m_refresh;

    CallFilterBar *m_filter;
    NoticeBar *m_notice;
    ViewButton *m_viewButton;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    QLabel *m_count;
};

} // namespace huiyin
