// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Deadlines.h"
#include "domain/Dispatch.h"
#include "domain/Progress.h"
#include "domain/Ticket.h"

namespace huiyin {

class CaseFile;

// What a due time is that calendar and rules would set otherwise now. Only the first two may be moved unasked.
enum class DueMoveKind {
    Moved,
    Confirmed, // the same time, but no longer provisional
    SetByHand, // by a clerk, or by an import
    Extended,  // the extension or suspension is kept: as many working days behind the new time
    HadNone,   // and a rule gives one now
};

// A due time that is to be moved: of a dispatch at work, with its ticket's when that is the same; or of a ticket alone,
// which no department has, or a department that goes by another time.
struct DueMove
{
    TicketId ticket{0};
    QString number{};
    std::optional<DispatchId> dispatch{};
    std::optional<DepartmentId> department{};
    std::optional<QDateTime> from{};
    QDateTime to{};
    QDateTime original{}; // before extensions; the same as `to` without
    QString oldRule{};
    QString newRule{};
    bool provisional = false;
    bool ofTicket = false; // the ticket's own due time moves with it
    DueMoveKind kind = DueMoveKind::Moved;
    bool isOver = false; // the new time has passed already

    [[nodiscard]] bool isUsual() const
    {
        return (kind == DueMoveKind::Moved || kind == DueMoveKind::Confirmed) && !isOver;
    }
};

// From when the time of a dispatch is counted: the receipt of the ticket, or the dispatch itself where it has its full
// time anew.
QDateTime timeBegan(const Dispatch &dispatch, const Ticket &ticket, const QList<Dispatch> &dispatches);

// What would move of one ticket. The time of the first lead and its co-handlers runs from receipt, that of a later lead
// (after a return, in a redo) from its dispatch. What is replied or closed, or stands still, never moves, and where no rule applies any more the time stays.
QList<DueMove> dueMovesOf(const Ticket &ticket, const QList<Dispatch> &dispatches, const Deadlines &deadlines,
                          const QDateTime &now);

// What would move in the whole file, what is due first first. Goes through the open tickets; can be cancelled.
QList<DueMove> dueMoves(CaseFile &file, const QDateTime &now, const Progress &progress = {});

} // namespace huiyin
