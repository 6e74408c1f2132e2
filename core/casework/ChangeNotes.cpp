// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/ChangeNotes.h"

#include "casework/Recorder.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Gathers what differs between two states of one thing.
class Notes
{
public:
    explicit Notes(const OfficeZone &zone)
        : m_zone(zone)
    {
    }

    template <class T>
    void field(const QString &name, const T &before, const T &after)
    {
        noteChange(m_details, name, json(before), json(after));
    }
    void text(const QString &name, const QString &before, const QString &after)
    {
        if (before != after)
            m_texts.append(name);
    }

    [[nodiscard]] QJsonObject details() const
    {
        QJsonObject details = m_details;
        if (!m_texts.isEmpty())
            details.insert(u"texts"_s, m_texts);
        return details;
    }

private:
    template <class T>
    [[nodiscard]] QJsonValue json(const T &value) const
    {
        if constexpr (requires { value.has_value(); })
            return value ? json(*value) : QJsonValue();
        else if constexpr (isId<T>)
            return value.value();
        else if constexpr (std::is_same_v<T, QDateTime>)
            return value.isValid() ? QJsonValue(m_zone.isoText(value)) : QJsonValue();
        else if constexpr (std::is_same_v<T, Marks>)
            return value.toInt();
        else if constexpr (std::is_enum_v<T>)
            return QString(code(value));
        else
            return value;
    }

    const OfficeZone &m_zone;
    QJsonObject m_details;
    QJsonArray m_texts;
};

} // namespace

QJsonObject changesOf(const Ticket &before, const Ticket &after, const OfficeZone &zone)
{
    Notes notes(zone);
    notes.field(u"number"_s, before.number, after.number);
    notes.field(u"state"_s, before.state, after.state);
    notes.field(u"resolution"_s, before.resolution, after.resolution);
    notes.field(u"closed_at"_s, before.closedAt, after.closedAt);
    notes.field(u"closed_by"_s, before.closedBy, after.closedBy);
    notes.field(u"received_at"_s, before.receivedAt, after.receivedAt);
    notes.field(u"channel"_s, before.channel, after.channel);
    notes.field(u"request_type"_s, before.requestType, after.requestType);
    notes.field(u"category"_s, before.category, after.category);
    notes.field(u"topic"_s, before.topic, after.topic);
    notes.field(u"area"_s, before.area, after.area);
    notes.field(u"requester_kind"_s, before.requesterKind, after.requesterKind);
    notes.field(u"confidentiality"_s, before.confidentiality, after.confidentiality);
    notes.field(u"urgency"_s, before.urgency, after.urgency);
    notes.field(u"due_at"_s, before.dueAt, after.dueAt);
    notes.field(u"due_rule"_s, before.dueRule, after.dueRule);
    notes.field(u"due_provisional"_s, before.dueProvisional, after.dueProvisional);
    notes.field(u"merged_into"_s, before.mergedInto, after.mergedInto);
    notes.field(u"repeat_of"_s, before.repeatOf, after.repeatOf);
    notes.field(u"marks"_s, before.marks, after.marks);
    notes.text(u"title"_s, before.title, after.title);
    notes.text(u"content"_s, before.content, after.content);
    notes.text(u"address"_s, before.address, after.address);
    notes.text(u"requester"_s, before.requester, after.requester);
    notes.text(u"phone"_s, before.phone, after.phone);
    notes.text(u"answer"_s, before.answer, after.answer);
    notes.text(u"ground"_s, before.ground, after.ground);
    return notes.details();
}

QJsonObject changesOf(const Dispatch &before, const Dispatch &after, const OfficeZone &zone)
{
    Notes notes(zone);
    notes.field(u"department"_s, before.department, after.department);
    notes.field(u"round"_s, before.round, after.round);
    notes.field(u"role"_s, before.role, after.role);
    notes.field(u"dispatched_at"_s, before.dispatchedAt, after.dispatchedAt);
    notes.field(u"due_at"_s, before.dueAt, after.dueAt);
    notes.field(u"original_due_at"_s, before.originalDueAt, after.originalDueAt);
    notes.field(u"due_rule"_s, before.dueRule, after.dueRule);
    notes.field(u"signed_at"_s, before.signedAt, after.signedAt);
    notes.field(u"first_contact_at"_s, before.firstContactAt, after.firstContactAt);
    notes.field(u"return_asked_at"_s, before.returnAskedAt, after.returnAskedAt);
    notes.field(u"return_refused_at"_s, before.returnRefusedAt, after.returnRefusedAt);
    notes.field(u"returned_at"_s, before.returnedAt, after.returnedAt);
    notes.field(u"extension_asked_at"_s, before.extensionAskedAt, after.extensionAskedAt);
    notes.field(u"extension_due_at"_s, before.extensionDueAt, after.extensionDueAt);
    notes.field(u"extension_refused_at"_s, before.extensionRefusedAt, after.extensionRefusedAt);
    notes.field(u"extended_at"_s, before.extendedAt, after.extendedAt);
    notes.field(u"first_extended_at"_s, before.firstExtendedAt, after.firstExtendedAt);
    notes.field(u"suspended_at"_s, before.suspendedAt, after.suspendedAt);
    notes.field(u"suspended_until"_s, before.suspendedUntil, after.suspendedUntil);
    notes.field(u"suspended_days"_s, before.suspendedDays, after.suspendedDays);
    notes.field(u"replied_at"_s, before.repliedAt, after.repliedAt);
    notes.field(u"claimed_result"_s, before.claimedResult, after.claimedResult);
    notes.field(u"reviewed_at"_s, before.reviewedAt, after.reviewedAt);
    notes.field(u"closed_at"_s, before.closedAt, after.closedAt);
    notes.field(u"sub_unit"_s, before.subUnit, after.subUnit);
    notes.text(u"instruction"_s, before.instruction, after.instruction);
    notes.text(u"return_ground"_s, before.returnGround, after.returnGround);
    notes.text(u"extension_reason"_s, before.extensionReason, after.extensionReason);
    notes.text(u"suspension_ground"_s, before.suspensionGround, after.suspensionGround);
    notes.text(u"ruling"_s, before.ruling, after.ruling);
    notes.text(u"reply"_s, before.reply, after.reply);
    notes.text(u"review"_s, before.review, after.review);
    return notes.details();
}

} // namespace huiyin
