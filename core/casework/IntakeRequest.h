// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Call.h"
#include "domain/Ticket.h"

#include <QList>

#include <optional>

namespace huiyin {

// The telephone call that a matter came with.
struct CallFacts
{
    QDateTime startedAt{};
    std::optional<QDateTime> answeredAt{};
    std::optional<QDateTime> endedAt{};
    QString phone{};
    QString caller{};
    std::optional<TopicId> topic{};
    QString note{};

    bool operator==(const CallFacts &) const = default;
};

// What the intake page hands over: a matter as the clerk has written it down so far.
struct IntakeRequest
{
    std::optional<TicketId> draft{}; // the draft that it goes on from
    qint64 draftVersion = 0;         // its version as it was read or last saved
    std::optional<CallFacts> call{}; // set when it came by telephone
    QDateTime receivedAt{};          // invalid: now
    ChannelId channel{0};
    QString channelReference{};
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
    Marks marks{};
    std::optional<TicketId> repeatOf{};
    QString answer{};                // what the citizen was told; required to answer directly
    QList<ArticleId> usedArticles{}; // of the knowledge base, whose words the answer took up

    bool operator==(const IntakeRequest &) const = default;
};

// A call that is over without a ticket of its own.
struct CallRequest
{
    CallFacts facts{};
    CallOutcome outcome = CallOutcome::Answered; // not Ticket: that is accept() or answerDirectly()
    std::optional<TicketId> repeatOf{};          // the older ticket, when the outcome is Repeat
    QList<ArticleId> usedArticles{};
    std::optional<TicketId> draft{}; // that it was written down in: void then; one that is none any more stays
};

} // namespace huiyin
