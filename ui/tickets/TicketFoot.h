// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "tickets/PaperKind.h"

#include <QWidget>

#include <optional>

class QAction;

namespace huiyin {

class ActionButton;
class CaseSession;
class TicketCommands;

// What can be done with a ticket, below its text: the two usual steps, and a menu of all. Hidden while nothing can be done.
class TicketFoot : public QWidget
{
    Q_OBJECT

public:
    // `name`: of its page; its parts are called name.next, name.other, name.more.
    TicketFoot(CaseSession &session, const QString &name, QWidget *parent = nullptr);

    void setTicket(const std::optional<WholeTicket> &facts);
    // Without the usual next steps, where the page has them itself.
    void setNextShown(bool shown);
    [[nodiscard]] QAction *nextAction() const { return m_next; }
    [[nodiscard]] QAction *moreAction() const { return m_more; }

Q_SIGNALS:
    void changed(); // other commands stand here now
    // As of TicketCommands.
    void refused(const huiyin::Refusal &refusal);
    void paperReady(huiyin::TicketId ticket, huiyin::PaperKind kind, const QString &done);

private:
    void showCommands();
    void openMenu();

    QString m_name;
    bool m_nextShown = true;
    TicketCommands *m_commands;
    QAction *m_next;
    QAction *m_more;
    ActionButton *m_nextButton;
    ActionButton *m_otherButton;
    ActionButton *m_moreButton;
};

} // namespace huiyin
