// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/DispatchRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto selectDispatch =
    u"SELECT d.id, d.ticket, d.department, d.round, d.role, d.dispatched_at, d.dispatched_by, d.due_at, "
    "d.original_due_at, d.due_rule, d.signed_at, d.first_contact_at, d.return_asked_at, d.return_refused_at, "
    "d.returned_at, d.extension_asked_at, d.extension_due_at, d.extension_refused_at, d.extended_at, d.replied_at, "
    "d.claimed_result, d.reviewed_at, d.closed_at, d.first_replied_at, x.instruction, x.return_ground, "
    "x.extension_reason, x.ruling, x.reply, x.review, x.sub_unit, d.suspended_at, d.suspended_until, "
    "d.suspended_due_at, d.suspended_days, x.suspension_ground, d.first_extended_at "
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
            .instruction = row.get<QString>(24),
            .signedAt = row.get<std::optional<QDateTime>>(10),
            .firstContactAt = row.get<std::optional<QDateTime>>(11),
            .returnAskedAt = row.get<std::optional<QDateTime>>(12),
            .returnGround = row.get<QString>(25),
            .returnRefusedAt = row.get<std::optional<QDateTime>>(13),
            .returnedAt = row.get<std::optional<QDateTime>>(14),
            .extensionAskedAt = row.get<std::optional<QDateTime>>(15),
            .extensionDueAt = row.get<std::optional<QDateTime>>(16),
            .extensionReason = row.get<QString>(26),
            .extensionRefusedAt = row.get<std::optional<QDateTime>>(17),
            .extendedAt = row.get<std::optional<QDateTime>>(18),
            .firstExtendedAt = row.get<std::optional<QDateTime>>(36),
            .suspendedAt = row.get<std::optional<QDateTime>>(31),
            .suspendedUntil = row.get<std::optional<QDateTime>>(32),
            .suspendedDueAt = row.get<std::optional<QDateTime>>(33),
            .suspendedDays = row.get<int>(34),
            .suspensionGround = row.get<QString>(35),
            .ruling = row.get<QString>(27),
            .firstRepliedAt = row.get<std::optional<QDateTime>>(23),
            .repliedAt = row.get<std::optional<QDateTime>>(19),
            .reply = row.get<QString>(28),
            .claimedResult = row.get<std::optional<ClaimedResult>>(20),
            .reviewedAt = row.get<std::optional<QDateTime>>(21),
            .review = row.get<QString>(29),
            .closedAt = row.get<std::optional<QDateTime>>(22),
            .subUnit = row.get<QString>(30)};
}

} // namespace

DispatchId DispatchRepository::insert(const Dispatch &dispatch, std::optional<qint64> importBatch) const
{
    const DispatchId id(m_database.insert(
        u"INSERT INTO dispatch(ticket, department, round, role, dispatched_at, dispatched_by, due_at, original_due_at, "
        "due_rule, signed_at, first_contact_at, return_asked_at, return_refused_at, returned_at, extension_asked_at, "
        "extension_due_at, extension_refused_at, extended_at, replied_at, claimed_result, reviewed_at, closed_at, "
        "first_replied_at, suspended_at, suspended_until, suspended_due_at, suspended_days, first_extended_at, "
        "import_batch) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        dispatch.ticket, dispatch.department, dispatch.round, dispatch.role, dispatch.dispatchedAt,
        dispatch.dispatchedBy, dispatch.dueAt, dispatch.originalDueAt, dispatch.dueRule, dispatch.signedAt,
        dispatch.firstContactAt, dispatch.returnAskedAt, dispatch.returnRefusedAt, dispatch.returnedAt,
        dispatch.extensionAskedAt, dispatch.extensionDueAt, dispatch.extensionRefusedAt, dispatch.extendedAt,
        dispatch.repliedAt, dispatch.claimedResult, dispatch.reviewedAt, dispatch.closedAt, dispatch.firstRepliedAt,
        dispatch.suspendedAt, dispatch.suspendedUntil, dispatch.suspendedDueAt, dispatch.suspendedDays,
        dispatch.firstExtendedAt, importBatch));
    m_database.exec(u"INSERT INTO dispatch_text(dispatch, instruction, return_ground, extension_reason, ruling, reply, "
                    "review, sub_unit, suspension_ground) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    id, dispatch.instruction, dispatch.returnGround, dispatch.extensionReason, dispatch.ruling,
                    dispatch.reply, dispatch.review, dispatch.subUnit, dispatch.suspensionGround);
    return id;
}

void DispatchRepository::update(const Dispatch &dispatch) const
{
    m_database.exec(
        u"UPDATE dispatch SET role = ?, dispatched_at = ?, dispatched_by = ?, due_at = ?, original_due_at = ?, "
        "due_rule = ?, signed_at = ?, first_contact_at = ?, return_asked_at = ?, return_refused_at = ?, "
        "returned_at = ?, extension_asked_at = ?, extension_due_at = ?, extension_refused_at = ?, extended_at = ?, "
        "replied_at = ?, claimed_result = ?, reviewed_at = ?, closed_at = ?, first_replied_at = ?, "
        "suspended_at = ?, suspended_until = ?, suspended_due_at = ?, suspended_days = ?, "
        "first_extended_at = ? WHERE id = ?"_s,
        dispatch.role, dispatch.dispatchedAt, dispatch.dispatchedBy, dispatch.dueAt, dispatch.originalDueAt,
        dispatch.dueRule, dispatch.signedAt, dispatch.firstContactAt, dispatch.returnAskedAt, dispatch.returnRefusedAt,
        dispatch.returnedAt, dispatch.extensionAskedAt, dispatch.extensionDueAt, dispatch.extensionRefusedAt,
        dispatch.extendedAt, dispatch.repliedAt, dispatch.claimedResult, dispatch.reviewedAt, dispatch.closedAt,
        dispatch.firstRepliedAt, dispatch.suspendedAt, dispatch.suspendedUntil, dispatch.suspendedDueAt,
        dispatch.suspendedDays, dispatch.firstExtendedAt, dispatch.id);
    m_database.exec(u"UPDATE dispatch_text SET instruction = ?, return_ground = ?, extension_reason = ?, ruling = ?, "
                    "reply = ?, review = ?, sub_unit = ?, suspension_ground = ? WHERE dispatch = ?"_s,
                    dispatch.instruction, dispatch.returnGround, dispatch.extensionReason, dispatch.ruling,
                    dispatch.reply, dispatch.review, dispatch.subUnit, dispatch.suspensionGround, dispatch.id);
}

void DispatchRepository::keepReply(const Dispatch &dispatch) const
{
    m_database.exec(u"INSERT INTO earlier_reply(dispatch, replied_at, reply, claimed_result, reviewed_at, review) "
                    "VALUES(?, ?, ?, ?, ?, ?)"_s,
                    dispatch.id, dispatch.repliedAt, dispatch.reply, dispatch.claimedResult, dispatch.reviewedAt,
                    dispatch.review);
}

QList<EarlierReply> DispatchRepository::earlierReplies(DispatchId id) const
{
    return m_database.all(
        u"SELECT replied_at, reply, claimed_result, reviewed_at, review FROM earlier_reply WHERE dispatch = ? "
        "ORDER BY replied_at, id"_s,
        [](const Row &row) {
            return EarlierReply{.repliedAt = row.get<QDateTime>(0),
                                .reply = row.get<QString>(1),
                                .claimedResult = row.get<std::optional<ClaimedResult>>(2),
                                .reviewedAt = row.get<std::optional<QDateTime>>(3),
                                .review = row.get<QString>(4)};
        },
        id);
}

void DispatchRepository::keepDue(DispatchId id, const EarlierDue &due) const
{
    m_database.exec(u"INSERT INTO earlier_due(dispatch, until, due_at) VALUES(?, ?, ?)"_s, id, due.until, due.dueAt);
}

void DispatchRepository::setEarlierDues(DispatchId id, const QList<EarlierDue> &dues) const
{
    m_database.exec(u"DELETE FROM earlier_due WHERE dispatch = ?"_s, id);
    for (const EarlierDue &due : dues)
        keepDue(id, due);
}

QList<EarlierDue> DispatchRepository::earlierDues(DispatchId id) const
{
    return m_database.all(
        u"SELECT until, due_at FROM earlier_due WHERE dispatch = ? ORDER BY until, id"_s,
        [](const Row &row) { return EarlierDue{.until = row.get<QDateTime>(0), .dueAt = row.get<QDateTime>(1)}; }, id);
}

std::optional<Dispatch> DispatchRepository::byId(DispatchId id) const
{
    return m_database.first(selectDispatch + u"WHERE d.id = ?"_s, toDispatch, id);
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
