// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchQuery.h"
#include "tickets/TicketText.h"
#include "tickets/WholeTicket.h"

#include <QCoreApplication>

class QWidget;

namespace huiyin {

// The parts of a ticket's life as cards below its text. Citizens' data are masked unless they are revealed.
class TicketCards
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::TicketCards)

public:
    TicketCards(const WholeTicket &facts, const TicketText &text, const SearchQuery &query, bool revealed);

    [[nodiscard]] QWidget *dispatches() const;
    [[nodiscard]] QWidget *followUps() const;
    [[nodiscard]] QWidget *history() const;
    [[nodiscard]] QWidget *calls() const;

private:
    [[nodiscard]] QString shown(const QString &text) const; // running text
    [[nodiscard]] QString stepsOf(const Dispatch &dispatch) const;
    [[nodiscard]] QString reminderLine(const Reminder &reminder) const;

    const WholeTicket &m_facts;
    const TicketText &m_text;
    const SearchQuery &m_query;
    bool m_revealed;
};

} // namespace huiyin
