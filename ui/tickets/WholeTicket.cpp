// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/WholeTicket.h"

#include "storage/AttachmentRepository.h"
#include "storage/CallRepository.h"
#include "storage/CaseFile.h"
#include "storage/DispatchRepository.h"
#include "storage/ExplanationRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/HistoryRepository.h"
#include "storage/ReminderRepository.h"
#include "storage/TicketRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

std::optional<WholeTicket> WholeTicket::read(CaseFile &file, TicketId id)
{
    Database &database = file.database();
    const TicketRepository tickets(database);
    const auto ticket = tickets.byId(id);
    if (!ticket)
        return std::nullopt;
    WholeTicket facts{.ticket = *ticket,
                      .dispatches = DispatchRepository(database).ofTicket(id),
                      .followUps = FollowUpRepository(database).ofTicket(id),
                      .history = HistoryRepository(database).of(u"ticket"_s, id.value()),
                      .calls = CallRepository(database).ofTicket(id),
                      .explanations = ExplanationRepository(database).ofTicket(id),
                      .reminders = ReminderRepository(database).ofTicket(id),
                      .attachments = AttachmentRepository(database).ofTicket(id)};
    for (const Dispatch &dispatch : std::as_const(facts.dispatches)) {
        const auto earlier = DispatchRepository(database).earlierReplies(*dispatch.id);
        if (!earlier.isEmpty())
            facts.earlierReplies.insert(dispatch.id->value(), earlier);
        const auto dues = DispatchRepository(database).earlierDues(*dispatch.id);
        if (!dues.isEmpty())
            facts.earlierDues.insert(dispatch.id->value(), dues);
    }
    const auto numberOf = [&tickets](std::optional<TicketId> other) -> QString {
        const auto found = other ? tickets.byId(*other) : std::nullopt;
        return found ? found->number : QString();
    };
    facts.mergedInto = numberOf(ticket->mergedInto);
    facts.repeatOf = numberOf(ticket->repeatOf);
    return facts;
}

} // namespace huiyin
