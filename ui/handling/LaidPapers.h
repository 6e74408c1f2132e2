// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Progress.h"
#include "tickets/PaperKind.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <memory>

namespace huiyin {

class CaseFile;

// The papers of some tickets, laid out: as what, of which tickets, and whose there are none of.
struct LaidPapers
{
    PaperKind kind = PaperKind::DispatchSheets;
    std::shared_ptr<const SheetPages> pages{};
    QList<TicketId> named{};            // whose citizens a paper names that isn't masked
    QList<TicketId> hidden{};           // who asked for confidentiality, or gave no name
    qsizetype count = 0;                // tickets
    QList<qsizetype> namedOf{};         // sheet by sheet, its place in `named`; -1: it names nobody
    QStringList without{};              // numbers of the tickets that have no such paper
    QHash<TicketId, QString> numbers{}; // of those that have
};

// In a reading thread; stops when `progress` says so.
LaidPapers layPapers(CaseFile &file, Progress &progress, PaperKind kind, const QList<TicketId> &tickets,
                     const PaperContext &context);

// The pages with the numbers of their access records, one for each of `named`.
std::shared_ptr<const SheetPages> numberedPages(const LaidPapers &laid, const QList<qint64> &records);

// For the access record, whose words stay: "requester,phone,address; dispatch_sheet; tickets 3; pages 4".
QString detailsOf(const LaidPapers &laid, const QString &shown);

// By kind, the numbers of the tickets that have no paper of it.
QHash<PaperKind, QStringList> ticketsWithout(CaseFile &file, const Progress &progress, const QList<TicketId> &tickets);

} // namespace huiyin
