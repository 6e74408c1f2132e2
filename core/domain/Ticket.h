// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QDateTime>
#include <QFlags>
#include <QString>

#include <optional>

namespace huiyin {

enum class TicketState { Draft, Accepted, InProgress, ToReview, ToFollowUp, Closed, Archived, Void };
enum class Resolution { AnsweredDirectly, Handled, Explained, NotAccepted, Merged, Void };
enum class RequesterKind { Citizen, Enterprise, Organisation };
enum class Confidentiality { Open, Hidden, Anonymous };
enum class Urgency { Normal, Urgent, Critical };

// Marks are set beside the state; the values are the bits in the case file.
enum class Mark {
    Difficult = 1,
    Leader = 2,
    Supervised = 4,
    Excluded = 8,
    PickedProblem = 16,
    PickedSuggestion = 32,
    PickedSolved = 64,
};
Q_DECLARE_FLAGS(Marks, Mark)
Q_DECLARE_OPERATORS_FOR_FLAGS(Marks)

// 工单: one matter of one citizen, from the phone, a mailbox or a board, until it is closed.
struct Ticket
{
    std::optional<TicketId> id{};
    QString number{}; // 工单编号, unique; empty for a draft
    QDateTime receivedAt{};
    ChannelId channel{0};
    QString channelReference{}; // the channel's own number
    std::optional<RequestTypeId> requestType{};
    std::optional<CategoryId> category{};
    std::optional<TopicId> topic{};
    std::optional<AreaId> area{};
    QString address{};
    QString title{};
    QString content{};
    QString requester{};
    QString phone{};
    RequesterKind requesterKind = RequesterKind::Citizen;
    Confidentiality confidentiality = Confidentiality::Open;
    Urgency urgency = Urgency::Normal;
    QString receivedBy{};
    std::optional<QDateTime> dueAt{};
    QString dueRule{};           // the deadline rule as it was applied, in words
    bool dueProvisional = false; // counted over days whose holidays are not announced
    TicketState state = TicketState::Accepted;
    std::optional<Resolution> resolution{};
    QString answer{};
    std::optional<QDateTime> closedAt{};
    QString closedBy{};
    QString ground{}; // why it was not accepted, merged or made void
    std::optional<TicketId> mergedInto{};
    std::optional<TicketId> repeatOf{};
    Marks marks{};
    qint64 version = 1; // counts the changes; a save against an older one is refused

    bool operator==(const Ticket &) const = default;
};

} // namespace huiyin
