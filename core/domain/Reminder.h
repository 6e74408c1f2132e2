// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

// 催办, 督办, 黄牌, 红牌
enum class ReminderLevel { Reminder, Supervision, YellowCard, RedCard };

// What the office has sent after a dispatch. The lights suggest a card; only a supervisor gives one.
struct Reminder
{
    std::optional<ReminderId> id{};
    DispatchId dispatch{0};
    ReminderLevel level = ReminderLevel::Reminder;
    QDateTime at{};
    QString by{};
    QString text{};

    bool operator==(const Reminder &) const = default;
};

} // namespace huiyin
