// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Panel.h"
#include "domain/Period.h"
#include "shell/CaseSession.h"
#include "tickets/ListReading.h"

#include <QTimer>

#include <optional>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace huiyin {

class CallListModel;
class CodePicker;
class EmptyState;
class PeriodPicker;

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

Q_SIGNALS:
    void ticketRequested(huiyin::TicketId ticket);

private:
    void read(ListStep step);
    void take(CallListAnswer answer);
    [[nodiscard]] qsizetype chosenCount() const;
    void showCount();
    void clearFilter();
    void showPeriod();

    CaseSession &m_session;
    CallListModel *m_model;
    std::optional<Period> m_periodChosen;
    bool m_loaded = false;
    bool m_whole = false; // the list has come to its end
    PendingRead m_pending;
    QTimer m_typing;
    QTimer m_refresh;

    QLineEdit *m_words;
    PeriodPicker *m_period;
    QToolButton *m_anyPeriod;
    QComboBox *m_outcome;
    CodePicker *m_topic;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    QLabel *m_count;
};

} // namespace huiyin
