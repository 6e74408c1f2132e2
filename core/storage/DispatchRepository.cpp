// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/DispatchRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto selectDispatch =
    u"SELECT d.id, d.ticket, d.department, d.round, d.role, d.dispatched_at, d.dispatched_by, d.due_at, "
    "d.original_due_at, d.due_rule, d.extended_at, d.signed_at, d.first_contact_at, d.returned_at, x.return_ground, "
    "d.replied_at, x.reply, d.claimed_result, d.closed_at, x.sub_unit "
    "FROM dispatch d JOIN dispatch_text x ON x.dispatch = d.id "_s;

Dispatch toDispatch(const Row &row)
{
    return {.id = row.get<DispatchId>(0),
            .ticket = row.get<TicketId>(1),
            .department = row.get<DepartmentId>(2),
            .round = row.get<int>(3),
            .role = row.get<DispatchRole>(4),
            .dispatchedAt = row.get<QDateTime>(5),
            .dispatchedBy = row.get<QString>(6),
            .dueAt = row.get<std::optional<QDateTime>>(7),
            .originalDueAt = row.get<std::optional<QDateTime>>(8),
            .dueRule = row.get<QString>(9),
            .extendedAt = row.get<std::optional<QDateTime>>(10),
            .signedAt = row.get<std::optional<QDateTime>>(11),
            .firstContactAt = row.get<std::optional<QDateTime>>(12),
            .returnedAt = row.get<std::optional<QDateTime>>(13),
            .returnGround = row.get<QString>(14),
            .repliedAt = row.get<std::optional<QDateTime>>(15),
            .reply = row.get<QString>(16),
            .claimedResult = row.get<std::optional<ClaimedResult>>(17),
            .closedAt = row.get<std::optional<QDateTime>>(18),
            .subUnit = row.get<QString>(19)};
}

} // namespace

DispatchId DispatchRepository::insert(const Dispatch &dispatch, std::optional<qint64> importBatch) const
{
    const DispatchId id(m_database.insert(
        u"INSERT INTO dispatch(ticket, department, round, role, dispatched_at, dispatched_by, due_at, original_due_at, "
        "due_rule, extended_at, signed_at, first_contact_at, returned_at, replied_at, claimed_result, closed_at, "
        "import_batch) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        dispatch.ticket, dispatch.department, dispatch.round, dispatch.role, dispatch.dispatchedAt,
        dispatch.dispatchedBy, dispatch.dueAt, dispatch.originalDueAt, dispatch.dueRule, dispatch.extendedAt,
        dispatch.signedAt, dispatch.firstContactAt, dispatch.returnedAt, dispatch.repliedAt, dispatch.claimedResult,
        dispatch.closedAt, importBatch));
    m_database.exec(u"INSERT INTO dispatch_text(dispatch, reply, return_ground, sub_unit) VALUES(?, ?, ?, ?)"_s, id,
                    dispatch.reply, dispatch.returnGround, dispatch.subUnit);
    return id;
}

void DispatchRepository::update(const Dispatch &dispatch) const
{
    m_database.exec(
        u"UPDATE dispatch SET role = ?, dispatched_at = ?, dispatched_by = ?, due_at = ?, original_due_at = ?, "
        "due_rule = ?, extended_at = ?, signed_at = ?, first_contact_at = ?, returned_at = ?, replied_at = ?, "
        "claimed_result = ?, closed_at = ? WHERE id = ?"_s,
        dispatch.role, dispatch.dispatchedAt, dispatch.dispatchedBy, dispatch.dueAt, dispatch.originalDueAt,
        dispatch.dueRule, dispatch.extendedAt, dispatch.signedAt, dispatch.firstContactAt, dispatch.returnedAt,
        dispatch.repliedAt, dispatch.claimedResult, dispatch.closedAt, dispatch.id);
    m_database.exec(u"UPDATE dispatch_text SET reply = ?, return_ground = ?, sub_unit = ? WHERE dispatch = ?"_s,
                    dispatch.reply, dispatch.returnGround, dispatch.subUnit, dispatch.id);
}

QList<Dispatch> DispatchRepository::ofTicket(TicketId ticket) const
{
    return m_database.all(selectDispatch + u"WHERE d.ticket = ? ORDER BY d.round, d.dispatched_at, d.id"_s, toDispatch,
                          ticket);
}

std::optional<DispatchId> DispatchRepository::idOf(TicketId ticket, DepartmentId department, int round) const
{
    return m_database.value<DispatchId>(u"SELECT id FROM dispatch WHERE ticket = ? AND department = ? AND round = ?"_s,
                                        ticket, department, round);
}

} // namespace huiyin
