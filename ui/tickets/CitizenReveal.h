// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Outcome.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QAction;
class QToolButton;
class QWidget;

namespace huiyin {

class CaseSession;
class UserMark;
struct Ticket;

// Whether the citizen's data of a ticket are shown: only when somebody asks for them, after that was recorded, for a minute,
// and with the user's mark across them.
class CitizenReveal : public QObject
{
    Q_OBJECT

public:
    // `name`: of the page; the parts are called name.reveal and name.revealAction. `view` shows the data.
    CitizenReveal(CaseSession &session, const QString &name, QWidget *view);

    void markOver(QWidget *widget);              // where the mark lies; once
    void expect(std::optional<TicketId> ticket); // is chosen, and not shown yet: what was shown is masked
    void setTicket(const Ticket &ticket);        // is shown from now on
    void clear();
    void mask();
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    [[nodiscard]] QAction *action() const { return m_action; }
    [[nodiscard]] QToolButton *button() const { return m_button; }

Q_SIGNALS:
    void changed();
    void refused(const huiyin::Refusal &refusal);

private:
    void toggle();
    void setRevealed(bool revealed);

    CaseSession &m_session;
    QWidget *m_view;
    std::optional<TicketId> m_expected;
    std::optional<TicketId> m_shown;
    bool m_revealed = false;
    QTimer m_maskAgain;
    QAction *m_action;
    QToolButton *m_button;
    UserMark *m_mark = nullptr;
};

} // namespace huiyin
