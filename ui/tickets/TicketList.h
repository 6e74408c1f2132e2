// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ListViews.h"
#include "controls/Panel.h"
#include "domain/SearchQuery.h"
#include "tickets/ListReading.h"
#include "tickets/TicketListModel.h"

#include <QTimer>

#include <optional>

class QAction;
class QStackedWidget;

namespace huiyin {

class EmptyState;
class ListFoot;
class TicketListOutput;
class TicketTable;

// Tickets as a list that is sorted by its headings, and below it how many there are and what can be done with those
// that are chosen. Reads again what has changed while it is looked at.
class TicketList : public Panel
{
    Q_OBJECT

public:
    // `name`: of its page; its parts are called name.table, name.count …, and its columns are remembered by it.
    // `columns`: in sight at first; all but the time of receipt when none are named.
    TicketList(CaseSession &session, const QString &name, TicketOrder order = {},
               const QList<TicketField> &columns = {}, QWidget *parent = nullptr);

    void setTools(QWidget *tools); // above the table
    void setEmptyTexts(const QString &title, const QString &hint, const QString &action = {});

    // Shows these tickets from now on. A duty is told by the time at which the list is read.
    void setFilter(const TicketFilter &filter);
    [[nodiscard]] const TicketFilter &filter() const { return m_shown; }
    // How the list stands, as a view keeps it: the order that was asked for, and the columns in sight.
    [[nodiscard]] TicketOrder order() const;
    [[nodiscard]] QList<ViewColumn> columns() const;
    // Order and columns of a view until it is left: they don't become the user's own. To be seen with the next
    // setFilter().
    void showView(TicketOrder order, const QList<ViewColumn> &columns);
    void leaveView();
    void activate(); // the page has come to the front
    void focusTable();
    void showTime(); // deadlines come nearer

    // Chooses a ticket, now or when the list with it has come; nullopt: whichever comes first.
    void want(std::optional<TicketId> ticket);
    void goOn(TicketId from); // to the one behind it, if it is still the one in front
    [[nodiscard]] bool shows(TicketId ticket) const { return !m_stale && m_model->rowOf(ticket) >= 0; }
    [[nodiscard]] std::optional<TicketId> current() const;
    [[nodiscard]] qsizetype chosenCount() const;
    [[nodiscard]] TicketIds chosen() const; // in the order of the list
    [[nodiscard]] QAction *exportAction() const;
    [[nodiscard]] QAction *printAction() const; // the chosen tickets, or the list
    [[nodiscard]] QWidget *foot() const;
    void addFootWidget(QWidget *widget); // before the others
    [[nodiscard]] const TicketListModel *model() const { return m_model; }

Q_SIGNALS:
    void currentChanged(); // another row; settled() follows when the keys rest on it
    void settled(huiyin::TicketId ticket);
    void opened(huiyin::TicketId ticket); // Enter or a double click
    void chosenChanged();
    void lookChanged(); // the user has ordered it otherwise, or chosen other columns
    void emptied();
    void emptyActionTriggered();
    void reading(const huiyin::SearchQuery &query); // for these words

private:
    void connectTable();
    void buildFoot();
    void read(ListStep step);
    void refresh();
    void readWhole();
    void take(TicketListAnswer answer);
    void takeIds(TicketIds ids);
    [[nodiscard]] bool takeTop(const TicketIds &newest);
    void showCount();

    CaseSession &m_session;
    QString m_name;
    TicketListModel *m_model;
    PendingRead m_pending;
    bool m_loaded = false;
    bool m_whole = false;          // the list has come to its end
    TicketFilter m_shown;          // the filter of the list that is shown
    bool m_tooMany = false;        // for the order that was asked
    bool m_isOther = false;        // another one was asked for, and has not come yet
    bool m_stale = true;           // the list is not as the file is
    QList<TicketId> m_changed{};   // since the list was read
    QList<TicketId> m_lookedFor{}; // of these, by a reading that has not come yet
    bool m_changedAll = false;
    std::optional<TicketId> m_wanted; // to be chosen when the list has come
    QTimer m_refresh;
    QTimer m_minute;

    QStackedWidget *m_stack;
    TicketTable *m_table;
    EmptyState *m_empty;
    QLabel *m_count;
    ListFoot *m_foot;
    TicketListOutput *m_output;
};

} // namespace huiyin
