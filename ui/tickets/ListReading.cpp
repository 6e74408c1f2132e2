// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ListReading.h"

#include "storage/CallRepository.h"
#include "storage/CaseFile.h"
#include "storage/TicketRepository.h"

namespace huiyin {

TicketListAnswer readTicketList(CaseFile &file, const TicketFilter &filter, TicketOrder order, ListStep step,
                                const Progress &progress)
{
    const TicketRepository tickets(file.database());
    if (!TicketRepository::isServed(filter, order)) {
        if (tickets.list(filter, {}, mostSorted + 1, progress).size() <= mostSorted)
            return {.ids = tickets.list(filter, order, std::nullopt, progress), .order = order, .isWhole = true};
        order = {};
    }
    if (step == ListStep::Whole)
        return {.ids = tickets.list(filter, order, std::nullopt, progress), .order = order, .isWhole = true};
    TicketListAnswer answer{.ids = tickets.list(filter, order, firstPiece, progress), .order = order};
    answer.isWhole = answer.ids.size() < firstPiece;
    return answer;
}

TicketListAnswer readTicketsUpTo(CaseFile &file, const TicketFilter &filter, TicketOrder order, qsizetype most,
                                 const Progress &progress)
{
    const TicketRepository tickets(file.database());
    if (!TicketRepository::isServed(filter, order)
        && tickets.list(filter, {}, mostSorted + 1, progress).size() > mostSorted)
        order = {};
    const TicketIds ids = tickets.list(filter, order, most + 1, progress);
    return {.ids = ids.mid(0, most), .order = order, .isWhole = ids.size() <= most};
}

CallListAnswer readCallList(CaseFile &file, const CallFilter &filter, Qt::SortOrder order, ListStep step,
                            const Progress &progress)
{
    const CallRepository calls(file.database());
    // Words are looked for in every call anyway.
    if (step == ListStep::Whole || !filter.text.isEmpty())
        return {.ids = calls.list(filter, order, std::nullopt, progress), .isWhole = true};
    CallListAnswer answer{.ids = calls.list(filter, order, firstPiece, progress)};
    answer.isWhole = answer.ids.size() < firstPiece;
    return answer;
}

} // namespace huiyin
