// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/CaseBook.h"

#include "casework/ClockDoubt.h"
#include "domain/ItemList.h"
#include "storage/AccessRepository.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/Database.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

using namespace Qt::StringLiterals;

namespace huiyin {

CaseBook::CaseBook(CaseFile &file, const Clock &clock, const QString &user, Roles roles)
    : m_file(file)
    , m_clock(clock)
    , m_user(user)
    , m_roles(roles)
{
    Q_ASSERT(file.mode() == CaseFile::Mode::Write);
}

std::optional<Refusal> CaseBook::mayNot(Command command) const
{
    const CommandRule &rule = ruleOf(command);
    if (rule.allows(m_roles))
        return std::nullopt;
    QStringList who;
    for (const auto &entry : codeTable<Role>()) {
        if (rule.roles.testFlag(entry.value))
            who.append(displayName(entry.value));
    }
    return Refusal{
        tr("“%1” is not among your rights; it takes one of: %2.").arg(displayName(command), joinedItems(who))};
}

std::optional<Refusal> CaseBook::checkRight(Command command, std::optional<TicketId> ticket)
{
    auto refusal = mayNot(command);
    if (refusal)
        recordRefused(command, RefusedFor::Right, ticket);
    else if (stampsTimes(command))
        refusal = checkClock();
    return refusal;
}

void CaseBook::recordRefused(Command command, RefusedFor why, std::optional<TicketId> ticket)
{
    Database &database = m_file.database();
    AccessRecord record{.at = m_clock.now(),
                        .user = m_user,
                        .action = u"refused"_s,
                        .ticket = ticket,
                        .details = RefusedCommand{command, why}.text()};
    database.afterTransaction([&database, record]() mutable {
        Transaction transaction(database);
        // Asked for by a number that is in no file, or taken in by the command that is undone by now.
        if (record.ticket && !TicketRepository(database).byId(*record.ticket))
            record.ticket.reset();
        AccessRepository(database).append(record);
        transaction.commit();
    });
}

void CaseBook::forgetTables()
{
    m_tables.reset();
    m_deadlines.reset();
}

const CodeTables &CaseBook::tables()
{
    if (!m_tables)
        m_tables = CodeTableRepository(m_file.database()).load();
    return *m_tables;
}

const Deadlines &CaseBook::deadlines()
{
    if (!m_deadlines)
        m_deadlines = Deadlines::of(m_file);
    return *m_deadlines;
}

QString builtInUser()
{
    return QStringLiteral("话务员");
}

} // namespace huiyin
