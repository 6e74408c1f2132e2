// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/RoleSeparation.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RoleSeparation)
};

// What `next` has and had not; who was retired had nothing.
Roles newRoles(const std::optional<User> &before, const User &next)
{
    if (next.retired)
        return {};
    return before && !before->retired ? next.roles & ~before->roles : next.roles;
}

bool isSeparated(const User &next, const QList<User> &others)
{
    return countActive(others) + (next.retired ? 0 : 1) >= separatedFrom;
}

// Takes the auditor's eyes from those whom he watches.
bool dismissesAuditor(const std::optional<User> &before, const User &next, const QList<User> &others)
{
    const bool was = before && !before->retired && before->roles.testFlag(Role::Auditor);
    const bool is = !next.retired && next.roles.testFlag(Role::Auditor);
    return was && !is && countActive(others) + 1 >= separatedFrom;
}

bool isSelf(const std::optional<User> &before, const QString &self)
{
    return before && before->name == self;
}

} // namespace

int countActive(const QList<User> &users)
{
    return static_cast<int>(std::ranges::count(users, false, &User::retired));
}

bool isCombined(Roles roles)
{
    return std::popcount(static_cast<unsigned>(administrators(roles).toInt())) > 1;
}

QList<User> toBeParted(const QList<User> &users)
{
    QList<User> found;
    if (countActive(users) < separatedFrom)
        return found;
    std::ranges::copy_if(users, std::back_inserter(found),
                         [](const User &user) { return !user.retired && isCombined(user.roles); });
    return found;
}

std::optional<Refusal> roleFault(const std::optional<User> &before, const User &next, const QList<User> &others,
                                 const QString &self)
{
    if (!isSeparated(next, others))
        return std::nullopt;
    const Roles added = newRoles(before, next);
    if (isCombined(next.roles) && administrators(added)) {
        return Refusal{Text::tr("Where three or more work, supervisor, administrator and auditor are three persons, so "
                                "that each sees what the others do. Leave one of them to “%1”.")
                           .arg(next.name),
                       u"roles"_s};
    }
    if (!added || !isSelf(before, self))
        return std::nullopt;
    const auto other = std::ranges::find_if(others, [](const User &user) {
        return !user.retired && user.roles.testFlag(Role::Administrator) && !user.passwordHash.isEmpty();
    });
    if (other == others.end())
        return std::nullopt; // nobody else could: it takes a second person then
    return Refusal{Text::tr("Nobody gives himself a role where three or more work. Ask %1, who is administrator too.")
                       .arg(other->name),
                   u"roles"_s};
}

bool mayAcceptChain(Roles roles, const QList<User> &users)
{
    if (roles.testFlag(Role::Auditor))
        return true;
    const bool passwords = std::ranges::any_of(users, [](const User &user) { return !user.passwordHash.isEmpty(); });
    return roles.testFlag(Role::Administrator) && std::ranges::none_of(users, [passwords](const User &user) {
               return !user.retired && user.roles.testFlag(Role::Auditor)
                      && (!passwords || !user.passwordHash.isEmpty());
           });
}

ConsentNeed consentToRoles(const std::optional<User> &before, const User &next, const QList<User> &others,
                           const QString &self)
{
    const Roles added = newRoles(before, next);
    const bool appoints = isSeparated(next, others) && added && (administrators(added) || isSelf(before, self));
    const bool dismisses = dismissesAuditor(before, next, others) && !isSelf(before, self);
    if (!appoints && !dismisses)
        return {};
    // An office is set up by one: whoever was given a password a minute ago can't agree to anything yet.
    QList<User> own = others;
    if (dismisses)
        own.append(*before); // he may agree to go himself
    own.removeIf([](const User &user) { return user.mustChange; });
    const QList<User> seconds = possibleSeconds(own, self);
    if (seconds.isEmpty())
        return {};
    return {.reason = true, .second = true, .seconds = seconds};
}

} // namespace huiyin
