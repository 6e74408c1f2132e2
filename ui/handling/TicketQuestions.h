// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Command.h"
#include "tickets/WholeTicket.h"

#include <QCoreApplication>

#include <functional>

class QWidget;

namespace huiyin {

class CaseSession;
class CommandDialog;

// Asks for what a command of one ticket needs (a ground, a time, a department) and gives it: a dialog for each, which
// stays open by itself until it is done. Made for one question; the ticket is as it was when that was asked.
class TicketQuestions
{
    Q_DECLARE_TR_FUNCTIONS(TicketQuestions)

public:
    // `window` holds the dialogs; `done` is called when a command has been given.
    TicketQuestions(CaseSession &session, const WholeTicket &facts, QWidget *window,
                    std::function<void(Command, const Dispatch *)> done = {});

    // `dispatch` has no id where the command is about the ticket itself.
    void ask(Command command, const Dispatch &dispatch);
    // Of a signature or a first contact that was told afterwards: when it was.
    void askTime(Command command, const Dispatch &dispatch);

private:
    [[nodiscard]] QString about(const Dispatch *dispatch = nullptr) const;
    [[nodiscard]] CommandDialog *dialog(Command command, const Dispatch *dispatch = nullptr) const;
    void askGround(Command command, const Dispatch *dispatch);
    void askDispatch();
    void askCoHandlers();
    void askReturn(const Dispatch &dispatch);
    void askExtension(const Dispatch &dispatch);
    void askSuspension(const Dispatch &dispatch);
    void askResumption(const Dispatch &dispatch);
    void askRuling(Command command, const Dispatch &dispatch);
    void askReply(const Dispatch &dispatch);
    void askReminder(Command command, const Dispatch &dispatch);
    void askUrgency();
    void addRequester(CommandDialog *ask);
    void askFollowUp();
    void askMerge();
    void askPick();
    void askNomination();

    CaseSession &m_session;
    WholeTicket m_facts;
    QWidget *m_window;
    std::function<void(Command, const Dispatch *)> m_done;
};

} // namespace huiyin
