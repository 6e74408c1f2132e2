// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"

#include <QList>

#include <optional>

namespace huiyin {

class Database;

// Reads and writes the office's people. Never begins a transaction: the command that calls it does.
class UserRepository
{
public:
    explicit UserRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] QList<User> all() const; // in the order in which they were added
    [[nodiscard]] std::optional<User> byId(UserId id) const;
    [[nodiscard]] std::optional<User> byLogin(const QString &login) const;
    [[nodiscard]] std::optional<User> byName(const QString &name) const;
    // Whether anybody who may log in has a password: then everybody needs one.
    [[nodiscard]] bool havePasswords() const;
    UserId insert(const User &user) const;
    void update(const User &user) const;

private:
    Database &m_database;
};

} // namespace huiyin
