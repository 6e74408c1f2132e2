// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Role.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

// 用户: somebody who works in the office. History and access records bear the name.
struct User
{
    std::optional<UserId> id{};
    QString login{}; // what is typed to log in
    QString name{};  // 话务员03, as it is shown and printed
    Roles roles{};
    QString passwordHash{};  // argon2id in PHC form; "": no password
    bool mustChange = false; // the password was given by somebody else
    std::optional<QDateTime> passwordChangedAt{};
    int failedLogins = 0; // in a row
    std::optional<QDateTime> lockedUntil{};
    bool retired = false;

    bool operator==(const User &) const = default;
};

} // namespace huiyin
