// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CitizenWords.h"
#include "domain/CodeTables.h"
#include "domain/Office.h"
#include "domain/OfficeZone.h"
#include "paper/SheetPages.h"
#include "tickets/WholeTicket.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// What the papers of tickets say besides their tickets. Values, so that a reading thread can lay them out. The words of
// papers are Chinese in every language of the window.
struct PaperContext
{
    Office office{};
    CodeTables tables{};
    QDateTime printedAt{};
    QString printedBy{};
    bool withCitizen = false; // else the citizen's data are masked
};

// The citizen as a paper may name him: masked unless asked otherwise, left out when he asked for confidentiality or
// has remained anonymous, whatever was asked. `calls`: of the ticket; others may have called too.
class CitizenOnPaper
{
public:
    CitizenOnPaper(const Ticket &ticket, const QList<Call> &calls, const PaperContext &context);

    [[nodiscard]] QString requester() const;
    [[nodiscard]] QString phone() const;
    [[nodiscard]] QString place() const; // area and address
    [[nodiscard]] QString text(const QString &text) const;
    [[nodiscard]] QString personPhone(const QString &phone) const; // of a call that belongs to the ticket
    [[nodiscard]] QString personName(const QString &name) const;

private:
    [[nodiscard]] bool isOpen() const { return m_ticket.confidentiality == Confidentiality::Open; }

    const Ticket &m_ticket;
    const PaperContext &m_context;
    CitizenWords m_words;
};

// 承办单: what a department gets and fills in.
PaperSheet dispatchSheet(const WholeTicket &facts, const Dispatch &dispatch, const PaperContext &context);
// Of the dispatches that the departments still have in hand.
QList<PaperSheet> openDispatchSheets(const WholeTicket &facts, const PaperContext &context);

// 办理单: a ticket with all that was done about it and when.
PaperSheet ticketSheet(const WholeTicket &facts, const PaperContext &context);

// A command of the history in the words of a paper; "" when it has none.
QString chineseEvent(const QString &action);

// Parts of both
QList<PaperPiece> ticketPaperHead(const PaperContext &context, const QString &title, const QString &number);
QString ticketPaperFoot(const PaperContext &context);
QString paperTime(const PaperContext &context, const std::optional<QDateTime> &at); // 2020-02-10 09:00

} // namespace huiyin
