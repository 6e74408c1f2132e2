// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/IdList.h"
#include "domain/Progress.h"
#include "storage/CallFilter.h"
#include "storage/TicketFilter.h"

namespace huiyin {

class CaseFile;

// A long list comes in two steps: what fits on some screens, at once, then the whole.
enum class ListStep { FirstPiece, Whole };
constexpr qsizetype firstPiece = 500;

struct TicketListAnswer
{
    TicketIds ids{};
    TicketOrder order{};  // by time when there are too many for the order that was asked
    bool isWhole = false; // nothing is missing behind
};

struct CallListAnswer
{
    CallIds ids{};
    bool isWhole = false;
};

// In a reading thread.
TicketListAnswer readTicketList(CaseFile &file, const TicketFilter &filter, TicketOrder order, ListStep step,
                                const Progress &progress);
// The first of a list; isWhole when there are no more than `most`.
TicketListAnswer readTicketsUpTo(CaseFile &file, const TicketFilter &filter, TicketOrder order, qsizetype most,
                                 const Progress &progress);
CallListAnswer readCallList(CaseFile &file, const CallFilter &filter, Qt::SortOrder order, ListStep step,
                            const Progress &progress);

} // namespace huiyin
