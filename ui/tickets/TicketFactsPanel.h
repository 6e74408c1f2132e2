// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchQuery.h"
#include "tickets/WholeTicket.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;

namespace huiyin {

class CaseSession;

// What is known of a ticket beside its words: who, where, about what, until when. A line for each, with its name before it.
class TicketFactsPanel : public QWidget
{
    Q_OBJECT

public:
    // `name`: of its page; who asks and where are called name.detail.requester and name.detail.address.
    TicketFactsPanel(CaseSession &session, const QString &name, QWidget *parent = nullptr);

    void setTicket(const WholeTicket &facts);
    // The lines of setTicket() that tell who the citizen is.
    void showCitizen(const Ticket &ticket, bool revealed, const SearchQuery &query);

Q_SIGNALS:
    void ticketRequested(huiyin::TicketId ticket); // another one that this one refers to

private:
    void clear();
    QLabel *add(const QString &name, const QString &value, const QString &objectName = {}); // nullptr: no value
    void addLink(const QString &name, std::optional<TicketId> other, const QString &number);

    CaseSession &m_session;
    QString m_name;
    QGridLayout *m_grid;
    int m_lines = 0;
    QLabel *m_person = nullptr;
    QLabel *m_address = nullptr;
};

} // namespace huiyin
