// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/Batch.h"

#include "storage/CaseFile.h"
#include "storage/DispatchRepository.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)
};

void append(Changes &all, const Changes &more)
{
    all.tickets += more.tickets;
    all.calls += more.calls;
    all.codeTables = all.codeTables || more.codeTables;
    all.office = all.office || more.office;
    all.users = all.users || more.users;
    all.everything = all.everything || more.everything;
}

} // namespace

BatchResult forEachTicket(CaseBook &book, const QList<TicketId> &tickets,
                          const std::function<Outcome<Changes>(TicketId)> &act)
{
    const TicketRepository repository(book.file().database());
    BatchResult result;
    QString number;
    for (const TicketId id : tickets) {
        try {
            const auto ticket = repository.byId(id);
            number = ticket ? ticket->number : QString();
            const Outcome<Changes> outcome = act(id);
            if (outcome) {
                ++result.done;
                append(result.changes, *outcome);
            } else {
                result.refused.append({number, outcome.error().reason});
            }
        } catch (const StorageError &error) {
            // What was done before is done, and has to be told.
            if (result.done == 0 && result.refused.isEmpty())
                throw;
            result.refused.append({number, error.message()});
            result.stopped = true;
            break;
        }
    }
    return result;
}

Outcome<Changes> forEachDispatch(CaseBook &book, TicketId ticket, Command command,
                                 const std::function<Outcome<Changes>(DispatchId)> &act)
{
    Transaction transaction(book.file().database());
    const QList<Dispatch> dispatches = DispatchRepository(book.file().database()).ofTicket(ticket);
    Changes changes;
    bool any = false;
    for (const Dispatch &dispatch : dispatches) {
        if (!ruleOf(command).allows(stateOf(dispatch)))
            continue;
        any = true;
        const Outcome<Changes> outcome = act(*dispatch.id);
        if (!outcome)
            return outcome;
        append(changes, *outcome);
    }
    if (!any)
        return Refusal{Text::tr("None of its departments is where this can be done.")};
    transaction.commit();
    return changes;
}

} // namespace huiyin
