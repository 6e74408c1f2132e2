// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ExplanationRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

void ExplanationRepository::insert(const Explanation &explanation) const
{
    m_database.exec(u"INSERT INTO explanation(ticket, department, at, by, text) VALUES(?, ?, ?, ?, ?)"_s,
                    explanation.ticket, explanation.department, explanation.at, explanation.by, explanation.text);
}

QList<Explanation> ExplanationRepository::ofTicket(TicketId ticket) const
{
    return m_database.all(
        u"SELECT ticket, department, at, by, text FROM explanation WHERE ticket = ? ORDER BY at, id"_s,
        [](const Row &row) {
            return Explanation{.ticket = row.get<TicketId>(0),
                               .department = row.get<std::optional<DepartmentId>>(1),
                               .at = row.get<QDateTime>(2),
                               .by = row.get<QString>(3),
                               .text = row.get<QString>(4)};
        },
        ticket);
}

} // namespace huiyin
