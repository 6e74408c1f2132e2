// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around those who work in the office: accounts, roles, passwords.
#include "casework/CaseBook.h"
#include "casework/Login.h"
#include "casework/Passwords.h"
#include "casework/Recorder.h"
#include "casework/RoleSeparation.h"
#include "casework/Seals.h"
#include "domain/PersonalText.h"
#include "domain/Text.h"
#include "storage/BestCaseRepository.h"
#include "storage/CaseFile.h"
#include "storage/KeptDraftRepository.h"
#include "storage/OfficeRepository.h"
#include "storage/SavedViewRepository.h"
#include "storage/Transaction.h"
#include "storage/UserRepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isAdministrator(const User &user)
{
    return !user.retired && user.roles.testFlag(Role::Administrator);
}

QJsonObject differences(const User &before, const User &after)
{
    QJsonObject details;
    noteChange(details, u"login"_s, before.login, after.login);
    noteChange(details, u"name"_s, before.name, after.name);
    noteChange(details, u"roles"_s, joinedCodes(before.roles), joinedCodes(after.roles));
    noteChange(details, u"retired"_s, before.retired, after.retired);
    return details;
}

} // namespace

Outcome<Changes> CaseBook::saveUser(const User &user, const Consent &consent)
{
    if (auto refusal = checkRight(Command::ManageUsers))
        return *refusal;
    User next = user;
    next.login = forceClean(user.login).simplified();
    next.name = forceClean(user.name).simplified();
    if (next.name.isEmpty())
        return Refusal{tr("The name is empty: history and papers bear it."), u"name"_s};
    if (next.login.isEmpty())
        return Refusal{tr("What is typed to log in is empty."), u"login"_s};
    if (next.name.size() > 40 || next.login.size() > 40)
        return Refusal{tr("The name is too long."), next.name.size() > 40 ? u"name"_s : u"login"_s};
    if (!next.roles && !next.retired)
        return Refusal{tr("Choose at least one role: without, nothing can be done."), u"roles"_s};

    const UserRepository users(m_file.database());
    QList<User> others = users.all();
    std::optional<User> before;
    bool otherAdministrator = false;
    bool otherWithPassword = false;
    if (const auto own = std::ranges::find(others, next.id, &User::id); next.id && own != others.end()) {
        before = *own;
        others.erase(own);
    }
    for (const User &other : std::as_const(others)) {
        if (other.login == next.login)
            return Refusal{tr("“%1” logs in by that already.").arg(other.name), u"login"_s};
        if (other.name == next.name)
            return Refusal{tr("“%1” is in the list already. Two of one name can't be told apart.").arg(next.name),
                           u"name"_s};
        otherAdministrator = otherAdministrator || isAdministrator(other);
        otherWithPassword = otherWithPassword || (isAdministrator(other) && !other.passwordHash.isEmpty());
    }
    if (next.id && !before)
        return Refusal{tr("This user is not in the list any more.")};
    if (!isAdministrator(next) && !otherAdministrator)
        return Refusal{tr("Somebody must remain administrator."), next.retired ? u"retired"_s : u"roles"_s};
    if (!isAdministrator(next) && !otherWithPassword && users.havePasswords())
        return Refusal{tr("No other administrator has a password: nobody could set up the office any more."),
                       next.retired ? u"retired"_s : u"roles"_s};
    if (before && before->name != next.name && before->name == m_user)
        return Refusal{tr("Your own name can't be changed while you work under it."), u"name"_s};
    if (auto refusal = roleFault(before, next, others, m_user))
        return *refusal;
    // Before the transaction: a wrong password is counted though the command is refused.
    const ConsentNeed need = consentToRoles(before, next, others, m_user);
    std::optional<User> second;
    if (auto refusal = checkConsent(m_file, m_clock, need, consent, second))
        return *refusal;

    Transaction transaction(m_file.database());
    if (before) {
        // Passwords and locks have commands of their own.
        next.passwordHash = before->passwordHash;
        next.mustChange = before->mustChange;
        next.passwordChangedAt = before->passwordChangedAt;
        next.failedLogins = before->failedLogins;
        next.lockedUntil = before->lockedUntil;
        if (next == *before)
            return Changes{};
        users.update(next);
        if (next.name != before->name) {
            SavedViewRepository(m_file.database()).giveTo(before->name, next.name);
            KeptDraftRepository(m_file.database()).giveTo(before->name, next.name);
            BestCaseRepository(m_file.database()).giveTo(before->name, next.name);
        }
        // What somebody has typed and not saved is for nobody else.
        if (next.retired)
            KeptDraftRepository(m_file.database()).removeAllOf(next.name);
    } else {
        next.passwordHash.clear();
        next.id = users.insert(next);
    }
    QJsonObject details = differences(before.value_or(User{}), next);
    if (isCombined(next.roles) && !next.retired)
        details.insert(u"combined"_s, joinedCodes(administrators(next.roles)));
    if (second) {
        details.insert(u"second"_s, second->name);
        details.insert(u"reason"_s, maskedText(forceClean(consent.reason).simplified()));
    }
    Recorder(m_file.database(), m_clock.now(), m_user)
        .record(u"user"_s, next.id->value(), before ? u"changed"_s : u"added"_s, details);
    transaction.commit();
    return Changes{.users = true};
}

Outcome<Changes> CaseBook::setPassword(UserId id, const Password &password)
{
    if (auto refusal = checkRight(Command::ManageUsers))
        return *refusal;
    const UserRepository users(m_file.database());
    auto user = users.byId(id);
    if (!user)
        return Refusal{tr("This user is not in the list any more.")};
    if (auto refusal = passwordFault(password, *user))
        return *refusal;
    const QList<User> all = users.all();
    const bool administratorHas = std::ranges::any_of(
        all, [](const User &other) { return isAdministrator(other) && !other.passwordHash.isEmpty(); });
    if (!administratorHas && !isAdministrator(*user)) {
        return Refusal{tr("An administrator needs a password first: as soon as one person has one, everybody needs one "
                          "to log in.")};
    }
    user->passwordHash = passwordHashOf(password); // outside of the transaction: it takes its time
    user->mustChange = user->name != m_user;
    user->passwordChangedAt = m_clock.now();
    user->failedLogins = 0;
    user->lockedUntil.reset();
    Transaction transaction(m_file.database());
    users.update(*user);
    Recorder(m_file.database(), m_clock.now(), m_user).record(u"user"_s, id.value(), u"password_set"_s);
    transaction.commit();
    return Changes{.users = true};
}

Outcome<Changes> CaseBook::changeOwnPassword(const Password &old, const Password &password)
{
    const UserRepository users(m_file.database());
    auto user = users.byName(m_user);
    if (!user)
        return Refusal{tr("This user is not in the list any more.")};
    if (user->passwordHash.isEmpty())
        return Refusal{tr("This account has no password yet. An administrator has to give it one.")};
    if (auto refusal = passwordFault(password, *user))
        return *refusal;
    // Guesses are counted here too.
    const Outcome<User> himself = logIn(m_file, m_clock, user->login, old);
    if (!himself)
        return Refusal{himself.error().reason, u"old"_s};
    user = *himself;
    if (old == password)
        return Refusal{tr("That is the password that you have."), u"password"_s};
    user->passwordHash = passwordHashOf(password);
    user->mustChange = false;
    user->passwordChangedAt = m_clock.now();
    Transaction transaction(m_file.database());
    users.update(*user);
    Seals::rewrap(m_file, *user->id, old, password);
    Recorder(m_file.database(), m_clock.now(), m_user).record(u"user"_s, user->id->value(), u"password_changed"_s);
    transaction.commit();
    return Changes{.users = true};
}

Outcome<Changes> CaseBook::unlockUser(UserId id)
{
    if (auto refusal = checkRight(Command::ManageUsers))
        return *refusal;
    const UserRepository users(m_file.database());
    Transaction transaction(m_file.database());
    auto user = users.byId(id);
    if (!user)
        return Refusal{tr("This user is not in the list any more.")};
    if (!user->lockedUntil && user->failedLogins == 0)
        return Changes{};
    user->lockedUntil.reset();
    user->failedLogins = 0;
    users.update(*user);
    Recorder(m_file.database(), m_clock.now(), m_user).record(u"user"_s, id.value(), u"unlocked"_s);
    transaction.commit();
    return Changes{.users = true};
}

Outcome<Changes> CaseBook::workWithoutPasswords()
{
    if (auto refusal = checkRight(Command::ManageUsers))
        return *refusal;
    const UserRepository users(m_file.database());
    Transaction transaction(m_file.database());
    const QList<User> all = users.all();
    if (std::ranges::count_if(all, [](const User &user) { return !user.retired; }) > 1) {
        return Refusal{
            tr("Several people work here: without passwords nobody could tell who did what. An office of one "
               "can do without.")};
    }
    for (User user : all) {
        user.passwordHash.clear();
        user.mustChange = false;
        user.lockedUntil.reset();
        users.update(user);
    }
    Recorder(m_file.database(), m_clock.now(), m_user).record(u"user"_s, 0, u"passwords_removed"_s);
    transaction.commit();
    return Changes{.users = true};
}

Outcome<Changes> CaseBook::setIdleMinutes(int minutes)
{
    if (auto refusal = checkRight(Command::ManageUsers))
        return *refusal;
    if (minutes < 1 || minutes > mostIdleMinutes)
        return Refusal{tr("The screen is locked after 1 to %1 minutes.").arg(mostIdleMinutes), u"minutes"_s};
    Transaction transaction(m_file.database());
    const int before = idleMinutes(m_file);
    if (before == minutes)
        return Changes{};
    OfficeRepository(m_file.database()).setSetting(idleMinutesKey(), minutes);
    QJsonObject details;
    noteChange(details, idleMinutesKey(), before, minutes);
    Recorder(m_file.database(), m_clock.now(), m_user).record(u"user"_s, 0, u"idle_minutes_changed"_s, details);
    transaction.commit();
    return Changes{.office = true};
}

} // namespace huiyin
