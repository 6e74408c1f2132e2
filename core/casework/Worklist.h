// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Duty.h"
#include "domain/Progress.h"

#include <array>

namespace huiyin {

class CaseFile;

// What waits for the office at some moment.
struct Worklist
{
    std::array<qint64, dutyCount> counts{}; // of tickets, by duty
    qint64 open = 0;                        // tickets that are open
    QList<TicketId> pressing{};             // those with a light on, the one that is due first first
    qint64 drafts = 0;                      // of the user

    [[nodiscard]] qint64 count(Duty duty) const { return counts[static_cast<size_t>(duty)]; }

    bool operator==(const Worklist &) const = default;
};

// Goes once through the open tickets. Can be cancelled.
Worklist worklistOf(CaseFile &file, const DueMoments &moments, const QString &user, const Progress &progress = {});

} // namespace huiyin
