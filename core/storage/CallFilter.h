// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Call.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

// Which calls a list shows; every member that is set must hold.
struct CallFilter
{
    std::optional<QDateTime> startedFrom{};   // from this instant on
    std::optional<QDateTime> startedBefore{}; // and before this one
    std::optional<CallOutcome> outcome{};
    std::optional<TopicId> topic{};
    QString text{}; // occurs in the phone, the caller, the note, the reference or the number of its ticket

    bool operator==(const CallFilter &) const = default;
};

} // namespace huiyin
