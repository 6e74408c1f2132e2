// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

enum class CallDirection { In, Out };
enum class CallOutcome { Answered, Ticket, Repeat, Transferred, Invalid };

// 来电: one telephone call. Calls are not tickets: many are answered, some become a ticket, some ask after an older one.
struct Call
{
    std::optional<CallId> id{};
    QString reference{}; // 来电编号, unique
    CallDirection direction = CallDirection::In;
    QDateTime startedAt{};
    std::optional<QDateTime> answeredAt{};
    std::optional<QDateTime> endedAt{};
    QString phone{};
    QString caller{};
    QString callOperator{};
    CallOutcome outcome = CallOutcome::Answered;
    std::optional<TopicId> topic{};
    std::optional<TicketId> ticket{}; // set exactly when the outcome is Ticket or Repeat
    QString note{};

    bool operator==(const Call &) const = default;
};

} // namespace huiyin
