// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/Worklist.h"

#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/OpenTickets.h"
#include "storage/TicketRepository.h"

#include <algorithm>

namespace huiyin {

Worklist worklistOf(CaseFile &file, const DueMoments &moments, const QString &user, const Progress &progress)
{
    Worklist list;
    QList<std::pair<QDateTime, TicketId>> pressing;
    eachOpenTicket(
        file.database(),
        [&](const OpenTicket &ticket) {
            ++list.open;
            for (int i = 0; i < dutyCount; ++i) {
                if (isWaiting(ticket, static_cast<Duty>(i), moments))
                    ++list.counts[static_cast<size_t>(i)];
            }
            if (const auto due = pressingDue(ticket); moments.light(due) != DueLight::None)
                pressing.append({*due, ticket.id});
        },
        progress);
    std::ranges::sort(pressing);
    for (const auto &[due, id] : std::as_const(pressing))
        list.pressing.append(id);
    list.drafts = TicketRepository(file.database()).draftsOf(user).size();
    return list;
}

} // namespace huiyin
