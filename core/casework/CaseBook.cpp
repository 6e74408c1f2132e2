// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/CaseBook.h"

#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"

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
    return Refusal{tr("“%1” is not among your rights; it takes one of: %2.")
                       .arg(displayName(command), who.join(tr(", ", "between the items of a list")))};
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
