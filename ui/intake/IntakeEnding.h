// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Call.h"
#include "intake/IntakeDraft.h"

#include <QObject>

#include <optional>

namespace huiyin {

class CommandDialog;
class IntakeNotice;

// The ways in which what is written down comes to its end: as a ticket that is answered, dispatched, kept or not
// accepted, as a call without a ticket, or thrown away. Tells on the notice bar what came of it.
class IntakeEnding : public QObject
{
    Q_OBJECT

public:
    IntakeEnding(CaseSession &session, IntakeNotice *notice, QWidget *page);

    void accept(IntakeDraft *draft, bool startNext);
    void answerDirectly(IntakeDraft *draft);
    void dispatch(IntakeDraft *draft, std::optional<DepartmentId> suggested);
    void notAccept(IntakeDraft *draft);
    void endCall(IntakeDraft *draft, CallOutcome outcome);
    void repeat(IntakeDraft *draft, TicketId of);
    void discard(IntakeDraft *draft);

Q_SIGNALS:
    void ended(huiyin::IntakeDraft *draft, bool startNext);
    void refused(huiyin::IntakeDraft *draft, const huiyin::Refusal &refusal);
    void ticketRequested(huiyin::TicketId ticket);

private:
    bool hasWords(IntakeDraft *draft);
    void finish(IntakeDraft *draft, const IntakeDraft::Finish &how, const QString &done, bool startNext);
    // In a dialog: what is wrong with its own fields is told there, what is wrong with the matter in the form.
    void finishBy(CommandDialog *dialog, IntakeDraft *draft, const IntakeDraft::Finish &how, const QString &done);
    CommandDialog *dialogFor(Command command, IntakeDraft *draft);
    void tell(const IntakeDraft *draft, const QString &text, const QString &action = {},
              std::function<void()> onAction = {});
    void tellTicket(const IntakeDraft *draft, const QString &text, const SavedTicket &saved);

    CaseSession &m_session;
    IntakeNotice *m_notice;
    QWidget *m_page;
};

} // namespace huiyin
