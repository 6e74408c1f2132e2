// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CitizenOnPaper.h"
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
