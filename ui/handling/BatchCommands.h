// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Batch.h"
#include "tickets/PaperKind.h"

#include <QObject>

#include <memory>

class QAction;
class QMenu;

namespace huiyin {

class CaseSession;
class CommandDialog;
class NoticeBar;
class TicketList;

// What can be done with all the chosen tickets of a list at once. Each is done on its own; those that refuse are told
// with their reasons, and stay chosen no longer than the list shows them.
class BatchCommands : public QObject
{
    Q_OBJECT

public:
    // Puts a button into the foot of the list.
    BatchCommands(CaseSession &session, TicketList *list);

    [[nodiscard]] QAction *action() const { return m_open; } // opens the menu

private:
    using Act = std::function<BatchResult(CaseBook &)>;

    void openMenu();
    void fillMenu(QMenu *menu);
    void showChosen();
    void choose(Command command);
    void askDispatch(const QList<TicketId> &tickets);
    void askReminder(Command command, const QList<TicketId> &tickets);
    void askMerge(const QList<TicketId> &tickets);
    void give(const Act &act);
    void tell(const BatchResult &result) const;
    void offerPaper(const BatchResult &result, const QList<TicketId> &tickets, PaperKind kind) const;
    [[nodiscard]] static QStringList reasons(const BatchResult &result, qsizetype told);
    template <class Collect>
    static void startBatch(CommandDialog *ask, const std::shared_ptr<BatchResult> &result, Collect collect);
    [[nodiscard]] CommandDialog *dialog(Command command, const QList<TicketId> &tickets) const;

    CaseSession &m_session;
    TicketList *m_list;
    QWidget *m_button;
    NoticeBar *m_paper; // what can be printed about what was done last
    QAction *m_open;
};

} // namespace huiyin
