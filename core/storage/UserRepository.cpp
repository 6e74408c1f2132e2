// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/UserRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto selectUser = u"SELECT id, login, name, roles, password_hash, must_change, password_changed_at, "
                        "failed_logins, locked_until, retired FROM user "_s;

User toUser(const Row &row)
{
    return {.id = row.get<UserId>(0),
            .login = row.get<QString>(1),
            .name = row.get<QString>(2),
            .roles = rolesOf(row.get<QString>(3)).value_or(Roles()), // a newer program's role gives no right here
            .passwordHash = row.get<QString>(4),
            .mustChange = row.get<bool>(5),
            .passwordChangedAt = row.get<std::optional<QDateTime>>(6),
            .failedLogins = row.get<int>(7),
            .lockedUntil = row.get<std::optional<QDateTime>>(8),
            .retired = row.get<bool>(9)};
}

} // namespace

QList<User> UserRepository::all() const
{
    return m_database.all(selectUser + u"ORDER BY id"_s, toUser);
}

std::optional<User> UserRepository::byId(UserId id) const
{
    return m_database.first(selectUser + u"WHERE id = ?"_s, toUser, id);
}

std::optional<User> UserRepository::byLogin(const QString &login) const
{
    return m_database.first(selectUser + u"WHERE login = ?"_s, toUser, login);
}

std::optional<User> UserRepository::byName(const QString &name) const
{
    return m_database.first(selectUser + u"WHERE name = ? ORDER BY retired, id"_s, toUser, name);
}

bool UserRepository::havePasswords() const
{
    return m_database.value<qint64>(u"SELECT 1 FROM user WHERE retired = 0 AND password_hash <> '' LIMIT 1"_s)
        .has_value();
}

UserId UserRepository::insert(const User &user) const
{
    return UserId(m_database.insert(
        u"INSERT INTO user(login, name, roles, password_hash, must_change, password_changed_at, failed_logins, "
        "locked_until, retired) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        user.login, user.name, joinedCodes(user.roles), user.passwordHash, user.mustChange, user.passwordChangedAt,
        user.failedLogins, user.lockedUntil, user.retired));
}

void UserRepository::update(const User &user) const
{
    m_database.exec(u"UPDATE user SET login = ?, name = ?, roles = ?, password_hash = ?, must_change = ?, "
                    "password_changed_at = ?, failed_logins = ?, locked_until = ?, retired = ? WHERE id = ?"_s,
                    user.login, user.name, joinedCodes(user.roles), user.passwordHash, user.mustChange,
                    user.passwordChangedAt, user.failedLogins, user.lockedUntil, user.retired, user.id);
}

} // namespace huiyin
