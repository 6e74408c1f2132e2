// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/OpenTickets.h"

#include "storage/Database.h"
#include "storage/StorageError.h"

using namespace Qt::StringLiterals;

namespace huiyin {

void eachOpenTicket(Database &database, const std::function<void(const OpenTicket &)> &take, const Progress &progress)
{
    constexpr int betweenLooks = 256;
    std::optional<OpenTicket> ticket;
    int rows = 0;
    database.each(
        u"SELECT t.id, t.received_at, t.urgency, t.due_at, d.id, d.department, d.round, d.role, d.dispatched_at, "
        "d.due_at, d.signed_at, d.return_asked_at, d.return_refused_at, d.returned_at, d.extension_asked_at, "
        "d.extension_due_at, d.extension_refused_at, d.extended_at, d.replied_at, d.reviewed_at, d.closed_at, "
        "d.suspended_until "
        "FROM ticket t INDEXED BY ticket_open LEFT JOIN dispatch d ON d.ticket = t.id WHERE t.closed_at IS NULL "
        "AND t.state NOT IN ('draft', 'void') AND t.resolution IS NOT 'merged' ORDER BY t.due_at, t.id"_s,
        [&](const Row &row) {
            if (++rows % betweenLooks == 0)
                stopIfCancelled(progress);
            const auto id = row.get<TicketId>(0);
            if (!ticket || ticket->id != id) {
                if (ticket)
                    take(*ticket);
                ticket = OpenTicket{.id = id,
                                    .receivedAt = row.get<QDateTime>(1),
                                    .urgency = row.get<Urgency>(2),
                                    .dueAt = row.get<std::optional<QDateTime>>(3)};
            }
            const auto dispatch = row.get<std::optional<DispatchId>>(4);
            if (!dispatch)
                return;
            ticket->dispatches.append({.id = dispatch,
                                       .ticket = id,
                                       .department = row.get<DepartmentId>(5),
                                       .round = row.get<int>(6),
                                       .role = row.get<DispatchRole>(7),
                                       .dispatchedAt = row.get<QDateTime>(8),
                                       .dueAt = row.get<std::optional<QDateTime>>(9),
                                       .signedAt = row.get<std::optional<QDateTime>>(10),
                                       .returnAskedAt = row.get<std::optional<QDateTime>>(11),
                                       .returnRefusedAt = row.get<std::optional<QDateTime>>(12),
                                       .returnedAt = row.get<std::optional<QDateTime>>(13),
                                       .extensionAskedAt = row.get<std::optional<QDateTime>>(14),
                                       .extensionDueAt = row.get<std::optional<QDateTime>>(15),
                                       .extensionRefusedAt = row.get<std::optional<QDateTime>>(16),
                                       .extendedAt = row.get<std::optional<QDateTime>>(17),
                                       .suspendedUntil = row.get<std::optional<QDateTime>>(21),
                                       .repliedAt = row.get<std::optional<QDateTime>>(18),
                                       .reviewedAt = row.get<std::optional<QDateTime>>(19),
                                       .closedAt = row.get<std::optional<QDateTime>>(20)});
        });
    if (ticket)
        take(*ticket);
}

QList<TicketId> ticketsWaiting(Database &database, Duty duty, const DueMoments &moments, const Progress &progress)
{
    QList<TicketId> waiting;
    eachOpenTicket(
        database,
        [&](const OpenTicket &ticket) {
            if (isWaiting(ticket, duty, moments))
                waiting.append(ticket.id);
        },
        progress);
    return waiting;
}

} // namespace huiyin
