// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/AccessRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

void AccessRepository::append(const AccessRecord &record) const
{
    m_database.exec(u"INSERT INTO access_record(at, user, action, ticket, details) VALUES(?, ?, ?, ?, ?)"_s, record.at,
                    record.user, record.action, record.ticket, record.details);
}

QList<AccessRecord> AccessRepository::ofTicket(TicketId ticket) const
{
    return m_database.all(
        u"SELECT at, user, action, ticket, details FROM access_record WHERE ticket = ? ORDER BY sequence"_s,
        [](const Row &row) {
            return AccessRecord{.at = row.get<QDateTime>(0),
                                .user = row.get<QString>(1),
                                .action = row.get<QString>(2),
                                .ticket = row.get<std::optional<TicketId>>(3),
                                .details = row.get<QString>(4)};
        },
        ticket);
}

} // namespace huiyin
