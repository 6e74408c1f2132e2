// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

enum class FollowUpMethod { Phone, Sms, Visit, Letter };
// What comes of a try: close the ticket, 重办, or 一单一报. None: another try, or nothing yet.
enum class NextStep { None, Close, Redo, Explain };
enum class Satisfaction { VerySatisfied, Satisfied, BasicallySatisfied, Dissatisfied, VeryDissatisfied };

// 回访: one try to hear from the citizen whether the matter is settled.
struct FollowUp
{
    std::optional<FollowUpId> id{};
    TicketId ticket{0};
    QDateTime at{};
    QString by{};
    FollowUpMethod method = FollowUpMethod::Phone;
    bool reached = false;
    std::optional<bool> solved{};               // nullopt: the citizen didn't say
    std::optional<Satisfaction> satisfaction{}; // nullopt: not rated, in neither side of the rate
    QString comment{};
    NextStep nextStep = NextStep::None;

    bool operator==(const FollowUp &) const = default;
};

} // namespace huiyin
