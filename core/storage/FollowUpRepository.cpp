// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/FollowUpRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

FollowUp toFollowUp(const Row &row)
{
    return {.id = row.get<FollowUpId>(0),
            .ticket = row.get<TicketId>(1),
            .at = row.get<QDateTime>(2),
            .by = row.get<QString>(3),
            .method = row.get<FollowUpMethod>(4),
            .reached = row.get<bool>(5),
            .solved = row.get<std::optional<bool>>(6),
            .satisfaction = row.get<std::optional<Satisfaction>>(7),
            .comment = row.get<QString>(8),
            .nextStep = row.get<NextStep>(9)};
}

} // namespace

FollowUpId FollowUpRepository::insert(const FollowUp &followUp, std::optional<qint64> importBatch) const
{
    return FollowUpId(m_database.insert(
        u"INSERT INTO follow_up(ticket, department, at, by, method, reached, solved, satisfaction, comment, "
        u"next_step, import_batch) "
        "VALUES(?, (SELECT department FROM dispatch WHERE ticket = ? AND role = 'lead' AND returned_at IS NULL "
        "ORDER BY round DESC, dispatched_at DESC, department DESC LIMIT 1), ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        followUp.ticket, followUp.ticket, followUp.at, followUp.by, followUp.method, followUp.reached, followUp.solved,
        followUp.satisfaction, followUp.comment, followUp.nextStep, importBatch));
}

void FollowUpRepository::update(const FollowUp &followUp) const
{
    m_database.exec(u"UPDATE follow_up SET at = ?, by = ?, method = ?, reached = ?, solved = ?, satisfaction = ?, "
                    "comment = ?, next_step = ? WHERE id = ?"_s,
                    followUp.at, followUp.by, followUp.method, followUp.reached, followUp.solved, followUp.satisfaction,
                    followUp.comment, followUp.nextStep, followUp.id);
}

QList<FollowUp> FollowUpRepository::ofTicket(TicketId ticket) const
{
    return m_database.all(
        u"SELECT id, ticket, at, by, method, reached, solved, satisfaction, comment, next_step FROM follow_up "
        "WHERE ticket = ? ORDER BY at, id"_s,
        toFollowUp, ticket);
}

} // namespace huiyin
