// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around citizens' data that somebody looks at.
#include "casework/CaseBook.h"
#include "storage/AccessRepository.h"
#include "storage/CaseFile.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"
#include "storage/UserRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Asks for the consent that a use takes, and puts it into the note.
std::optional<Refusal> noteConsent(CaseFile &file, const Clock &clock, const QString &user, UnmaskedUse use,
                                   qsizetype tickets, const Consent &consent, ConsentNote &note)
{
    const ConsentNeed need = consentToLeave(use, tickets, UserRepository(file.database()).all(), user);
    std::optional<User> second;
    if (auto refusal = checkConsent(file, clock, need, consent, second))
        return refusal;
    if (need.reason)
        note.reason = consent.reason;
    if (second)
        note.second = second->name;
    return std::nullopt;
}

} // namespace

Outcome<Changes> CaseBook::recordView(TicketId ticket)
{
    if (auto refusal = checkRight(Command::RevealCitizen, ticket))
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

Outcome<RecordedPrint> CaseBook::recordPrint(const QList<TicketId> &tickets, UnmaskedUse use, const QString &details,
                                             const Consent &consent)
{
    if (auto refusal = checkRight(Command::RevealCitizen))
        return *refusal;
    Database &database = m_file.database();
    const TicketRepository known(database);
    for (const TicketId ticket : tickets) {
        if (!known.byId(ticket))
            return Refusal{tr("The ticket is not in this case file.")};
    }
    ConsentNote note{.what = details};
    if (auto refusal = noteConsent(m_file, m_clock, m_user, use, tickets.size(), consent, note))
        return *refusal;
    Transaction transaction(database);
    const QDateTime now = m_clock.now();
    RecordedPrint recorded;
    for (const TicketId ticket : tickets) {
        recorded.records.append(AccessRepository(database).append(
            {.at = now, .user = m_user, .action = u"print"_s, .ticket = ticket, .details = note.text()}));
    }
    transaction.commit();
    return recorded;
}

Outcome<Changes> CaseBook::recordExport(Command command, const QString &details, const Consent &consent,
                                        std::optional<TicketId> ticket)
{
    if (auto refusal = checkRight(command))
        return *refusal;
    if (ticket && !TicketRepository(m_file.database()).byId(*ticket))
        return Refusal{tr("The ticket is not in this case file.")};
    ConsentNote note{.what = details};
    if (command == Command::ExportTables) {
        if (auto refusal = noteConsent(m_file, m_clock, m_user, UnmaskedUse::Tables, 0, consent, note))
            return *refusal;
    }
    Transaction transaction(m_file.database());
    AccessRepository(m_file.database())
        .append({.at = m_clock.now(), .user = m_user, .action = u"export"_s, .ticket = ticket, .details = note.text()});
    transaction.commit();
    return Changes{};
}

Outcome<Changes> CaseBook::recordMaskedTables()
{
    if (auto refusal = checkRight(Command::ExportTables))
        return *refusal;
    Transaction transaction(m_file.database());
    AccessRepository(m_file.database())
        .append({.at = m_clock.now(), .user = m_user, .action = u"export"_s, .details = u"export masked"_s});
    transaction.commit();
    return Changes{};
}

Changes CaseBook::noteNothingLeft(const QString &user, const QString &details, const QString &why)
{
    Transaction transaction(m_file.database());
    AccessRepository(m_file.database())
        .append({.at = m_clock.now(),
                 .user = user,
                 .action = u"export"_s,
                 .details = ConsentNote{.what = u"nothing left: "_s + details, .reason = why}.text()});
    transaction.commit();
    return {};
}

} // namespace huiyin
