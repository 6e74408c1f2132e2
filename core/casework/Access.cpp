// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around citizens' data that somebody looks at.
#include "casework/CaseBook.h"
#include "storage/AccessRepository.h"
#include "storage/CaseFile.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

using namespace Qt::StringLiterals;

namespace huiyin {

Outcome<Changes> CaseBook::recordView(TicketId ticket)
{
    if (auto refusal = mayNot(Command::RevealCitizen))
        return *refusal;
    Database &database = m_file.database();
    if (!TicketRepository(database).byId(ticket))
        return Refusal{tr("The ticket is not in this case file.")};
    Transaction transaction(database);
    AccessRepository(database).append({.at = m_clock.now(),
                                       .user = m_user,
                                       .action = u"view"_s,
                                       .ticket = ticket,
                                       .details = u"requester,phone,address"_s});
    transaction.commit();
    return Changes{};
}

Outcome<Changes> CaseBook::recordPrint(const QList<TicketId> &tickets, const QString &details)
{
    if (auto refusal = mayNot(Command::RevealCitizen))
        return *refusal;
    Database &database = m_file.database();
    const TicketRepository known(database);
    for (const TicketId ticket : tickets) {
        if (!known.byId(ticket))
            return Refusal{tr("The ticket is not in this case file.")};
    }
    Transaction transaction(database);
    const QDateTime now = m_clock.now();
    for (const TicketId ticket : tickets)
        AccessRepository(database).append(
            {.at = now, .user = m_user, .action = u"print"_s, .ticket = ticket, .details = details});
    transaction.commit();
    return Changes{};
}

Outcome<Changes> CaseBook::recordExport(Command command, const QString &details, std::optional<TicketId> ticket)
{
    if (auto refusal = mayNot(command))
        return *refusal;
    if (ticket && !TicketRepository(m_file.database()).byId(*ticket))
        return Refusal{tr("The ticket is not in this case file.")};
    Transaction transaction(m_file.database());
    AccessRepository(m_file.database())
        .append({.at = m_clock.now(), .user = m_user, .action = u"export"_s, .ticket = ticket, .details = details});
    transaction.commit();
    return Changes{};
}

} // namespace huiyin
