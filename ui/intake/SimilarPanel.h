// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/SimilarTickets.h"
#include "controls/Panel.h"
#include "shell/CaseSession.h"

#include <QTimer>

#include <optional>

class QLabel;
class QStackedWidget;

namespace huiyin {

class ShortTicketList;

// Tickets that may be the same matter as the one that is being written down, each with the reason. Looks a moment after
// the last change, in the background.
class SimilarPanel : public Panel
{
    Q_OBJECT

public:
    explicit SimilarPanel(CaseSession &session, QWidget *parent = nullptr);

    void showMatter(const MatterAtHand &matter);
    // The matter has been saved as this draft, and is looked at again for that.
    void setSelf(TicketId draft) { m_matter.self = draft; }
    // The first, second … of the list; nullopt: there is none, or the list is still another matter's.
    [[nodiscard]] std::optional<TicketId> ticketAt(qsizetype row) const;
    void focusList();

Q_SIGNALS:
    void ticketRequested(huiyin::TicketId ticket);
    void found(const huiyin::SimilarMatters &similar); // empty when a matter is left

private:
    void look();
    void fill(const SimilarMatters &similar);
    [[nodiscard]] bool saysAnything() const;

    CaseSession &m_session;
    MatterAtHand m_matter{};
    bool m_isCurrent = true; // the list is that of m_matter
    QTimer m_pause;
    PendingRead m_pending;
    QStackedWidget *m_stack;
    QLabel *m_hint;
    ShortTicketList *m_list;
};

} // namespace huiyin
