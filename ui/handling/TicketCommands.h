// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Command.h"
#include "domain/Outcome.h"
#include "tickets/PaperKind.h"

#include <QHash>
#include <QObject>

#include <optional>

class QAction;
class QMenu;

namespace huiyin {

class CaseSession;

// What can be done with one ticket from where it stands: the commands that its state and the user's roles allow, as
// actions. The first two are what usually comes next.
class TicketCommands : public QObject
{
    Q_OBJECT

public:
    TicketCommands(CaseSession &session, QWidget *parent);

    void setTicket(const std::optional<WholeTicket> &facts);
    [[nodiscard]] QAction *primary() const { return m_next.value(0); } // nullptr: nothing comes next
    [[nodiscard]] QAction *secondary() const { return m_next.value(1); }
    [[nodiscard]] bool isAnyPossible() const;
    void fillMenu(QMenu *menu); // with all that is possible, parted by what it concerns

Q_SIGNALS:
    void refused(const huiyin::Refusal &refusal); // of a command that needs no dialog
    void changed();                               // other commands are possible now
    // A command was given that a department is told of on paper: what was done, and its paper.
    void paperReady(huiyin::TicketId ticket, huiyin::PaperKind kind, const QString &done);

private:
    [[nodiscard]] bool isPossible(Command command) const;
    void act(Command command, std::optional<DispatchId> chosen = {}); // without, the first that it may be about
    [[nodiscard]] QString doneText(Command command, const Dispatch *dispatch) const;
    [[nodiscard]] QString shortAbout(const Dispatch *dispatch) const;
    void tellPaper(TicketId ticket, const QString &number, Command command, const Dispatch *dispatch);
    void addEntry(QMenu *menu, Command command, std::optional<DispatchId> dispatch = {});

    CaseSession &m_session;
    QWidget *m_parent;
    std::optional<WholeTicket> m_facts;
    QHash<Command, QAction *> m_actions;
    QList<QAction *> m_next;
    QAction *m_makeArticle; // of no command about the ticket itself
    QAction *m_print;
};

} // namespace huiyin
