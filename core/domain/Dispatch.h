// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

enum class DispatchRole { Lead, CoHandler };
enum class ClaimedResult { Solved, Explained, Refused };

// 承办: one ticket given to one department. A redo 重办 is a new one with the next round, never a change of the old.
struct Dispatch
{
    std::optional<DispatchId> id{};
    TicketId ticket{0};
    DepartmentId department{0};
    int round = 1;
    DispatchRole role = DispatchRole::Lead;
    QDateTime dispatchedAt{};
    QString dispatchedBy{};
    std::optional<QDateTime> dueAt{};         // the one now in force
    std::optional<QDateTime> originalDueAt{}; // before extensions
    QString dueRule{};
    std::optional<QDateTime> extendedAt{}; // when the extension was granted
    std::optional<QDateTime> signedAt{};
    std::optional<QDateTime> firstContactAt{};
    std::optional<QDateTime> returnedAt{}; // when the return was granted
    QString returnGround{};
    std::optional<QDateTime> repliedAt{};
    QString reply{};
    std::optional<ClaimedResult> claimedResult{};
    std::optional<QDateTime> closedAt{};
    QString subUnit{}; // the unit below the department that did the work

    bool operator==(const Dispatch &) const = default;
};

} // namespace huiyin
