// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/TicketFilter.h"

#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace huiyin {

class CaseSession;
class TicketListModel;
class TicketTable;

// What leaves a list of tickets: the chosen ones copied; they, or the whole list, exported or printed.
class TicketListOutput : public QObject
{
    Q_OBJECT

public:
    struct Stand
    {
        TicketFilter filter{};
        TicketOrder order{};
        bool isWhole = false; // the list has come to its end
    };

    // `name`: of its page. `stand`: how the list stands when something of it is taken.
    TicketListOutput(CaseSession &session, const QString &name, TicketTable *table, const TicketListModel *model,
                     std::function<Stand()> stand, QWidget *list);

    void showChosen(qsizetype chosen, qsizetype count); // what can be taken now
    [[nodiscard]] QAction *copyAction() const { return m_copy; }
    [[nodiscard]] QAction *exportAction() const { return m_export; }
    [[nodiscard]] QAction *printAction() const { return m_print; }

private:
    void copyChosen();
    void exportList();
    void writeList(const QString &path, bool overwrite);
    void print();

    CaseSession &m_session;
    TicketTable *m_table;
    const TicketListModel *m_model;
    std::function<Stand()> m_stand;
    QWidget *m_list;
    QAction *m_copy;
    QAction *m_export;
    QAction *m_print;
};

} // namespace huiyin
