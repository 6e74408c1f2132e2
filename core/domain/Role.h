// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"

#include <QFlags>
#include <QString>

#include <optional>

namespace huiyin {

// What a user is in the office; one user may be several. What each may do is told in casework/Command.
enum class Role {
    Operator = 1,       // 话务员
    Dispatcher = 2,     // 派单员
    FollowUp = 4,       // 回访员
    Editor = 8,         // 统计员
    Supervisor = 16,    // 班长, 主任
    Administrator = 32, // 系统管理员
    Auditor = 64,       // 审计员
};
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

// An office of one, where nobody logs in.
constexpr Roles allRoles()
{
    return Roles::fromInt(127);
}

// Those of the three administrators: whoever does the work, keeps the accounts, or reads what both have done.
constexpr Roles administrators(Roles roles)
{
    return roles & (Role::Supervisor | Role::Administrator | Role::Auditor);
}

// As the case file keeps them: codes joined by ';'. nullopt: one of them is unknown.
QString joinedCodes(Roles roles);
std::optional<Roles> rolesOf(const QString &joinedCodes);

} // namespace huiyin
