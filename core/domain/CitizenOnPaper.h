// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Call.h"
#include "domain/CitizenWords.h"
#include "domain/CodeTables.h"
#include "domain/Ticket.h"

#include <QList>
#include <QString>

namespace huiyin {

// The citizen of a ticket as what leaves the office may name him, on paper or in a department's sheet: masked unless
// asked otherwise, left out when he asked for confidentiality or has remained anonymous, whatever was asked. In the
// words of papers, which are Chinese.
class CitizenOnPaper
{
public:
    // `calls`: of the ticket; others may have called too. `ticket` and `tables` must outlive it.
    CitizenOnPaper(const Ticket &ticket, const QList<Call> &calls, const CodeTables &tables, bool withCitizen);

    [[nodiscard]] QString requester() const;
    [[nodiscard]] QString phone() const;
    [[nodiscard]] QString place() const; // area and address
    [[nodiscard]] QString text(const QString &text) const;
    [[nodiscard]] QString personPhone(const QString &phone) const; // of a call that belongs to the ticket
    [[nodiscard]] QString personName(const QString &name) const;

private:
    [[nodiscard]] bool isOpen() const { return m_ticket.confidentiality == Confidentiality::Open; }

    const Ticket &m_ticket;
    const CodeTables &m_tables;
    bool m_withCitizen;
    CitizenWords m_words;
};

} // namespace huiyin
