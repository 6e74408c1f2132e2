// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

// 一单一报: the written explanation of a matter with which the citizen is not satisfied and nothing more can be done.
struct Explanation
{
    TicketId ticket{0};
    std::optional<DepartmentId> department{}; // of the lead dispatch
    QDateTime at{};
    QString by{};
    QString text{};

    bool operator==(const Explanation &) const = default;
};

} // namespace huiyin
