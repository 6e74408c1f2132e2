// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/Login.h"

#include "casework/CaseBook.h"
#include "casework/Passwords.h"
#include "casework/Recorder.h"
#include "storage/CaseFile.h"
#include "storage/OfficeRepository.h"
#include "storage/Transaction.h"
#include "storage/UserRepository.h"

#include <QCoreApplication>
#include <QHash>
#include <QMutex>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Login)
};

// Failures that a file open for reading only can't hold; as long as the program runs.
struct Failures
{
    int inARow = 0;
    std::optional<QDateTime> lockedUntil;
};
QMutex failuresLock;
QHash<QString, Failures> failuresInProgram; // by path and login

QString timeOf(const CaseFile &file, const QDateTime &at)
{
    return file.zone().toLocal(at).toString(u"yyyy-MM-dd HH:mm"_s);
}

enum class Purpose { LogIn, Agree };

Outcome<User> check(CaseFile &file, const Clock &clock, const QString &login, const Password &password, Purpose purpose)
{
    const UserRepository users(file.database());
    std::optional<User> user = users.byLogin(login.trimmed());
    if (!user)
        user = users.byName(login.trimmed()); // names are unique too
    if (user && user->retired)
        user.reset();
    // Checked before anything else is said, so that every answer takes the same time.
    const bool free = user && user->passwordHash.isEmpty() && !users.havePasswords();
    const bool right = isPassword(password, user ? user->passwordHash : QString()) || free;
    const Refusal wrong{Text::tr("The name or the password is wrong."), u"password"_s};
    const QDateTime now = clock.now();
    const bool writes = file.mode() == CaseFile::Mode::Write;
    if (!user) {
        if (writes) {
            // Counts for nobody, but is known, and takes a commit as a wrong password does. Not what was typed: it may
            // be a password.
            Transaction transaction(file.database());
            Recorder(file.database(), now, QString()).record(u"user"_s, 0, u"login_failed"_s);
            transaction.commit();
        }
        return wrong;
    }
    const auto note = [&](const QString &action, const QJsonObject &details = {}) {
        Recorder(file.database(), now, user->name).record(u"user"_s, user->id->value(), action, details);
    };
    if (user->lockedUntil && now < *user->lockedUntil) {
        // It was locked by a clock that stood years ahead: nobody could wait so long.
        if (const QDateTime latest = now.addSecs(lockMinutes * 60); writes && latest < *user->lockedUntil) {
            Transaction transaction(file.database());
            user->lockedUntil = latest;
            users.update(*user);
            note(u"locked"_s);
            transaction.commit();
        }
        return Refusal{
            Text::tr("After %1 wrong passwords this account is locked until %2. An administrator can unlock it.")
                .arg(failuresBeforeLock)
                .arg(timeOf(file, *user->lockedUntil)),
            u"password"_s};
    }
    if (user->passwordHash.isEmpty() && !free)
        return Refusal{Text::tr("This account has no password yet. An administrator has to give it one.")};
    if (!writes) {
        const QMutexLocker locker(&failuresLock);
        Failures &failures = failuresInProgram[file.path() + u'\n' + user->login];
        if (failures.lockedUntil && now < *failures.lockedUntil)
            return Refusal{Text::tr("After %1 wrong passwords in a row the account is locked until %2.")
                               .arg(failuresBeforeLock)
                               .arg(timeOf(file, *failures.lockedUntil))};
        if (right && user->mustChange)
            return Refusal{Text::tr("This password was given by somebody else. Open the file for writing once and "
                                    "choose your own.")};
        failures.inARow = right ? 0 : failures.inARow + 1;
        if (failures.inARow >= failuresBeforeLock)
            failures = {.inARow = 0, .lockedUntil = now.addSecs(lockMinutes * 60)};
        return right ? Outcome<User>(*user) : Outcome<User>(wrong);
    }
    if (!right) {
        Transaction transaction(file.database());
        ++user->failedLogins;
        user->lockedUntil.reset();
        const bool locks = user->failedLogins >= failuresBeforeLock;
        if (locks) {
            user->failedLogins = 0;
            user->lockedUntil = now.addSecs(lockMinutes * 60);
        }
        users.update(*user);
        note(locks ? u"locked"_s : u"login_failed"_s);
        transaction.commit();
        if (!locks)
            return wrong;
        return Refusal{Text::tr("After %1 wrong passwords in a row the account is locked until %2.")
                           .arg(failuresBeforeLock)
                           .arg(timeOf(file, *user->lockedUntil)),
                       u"password"_s};
    }
    if (purpose == Purpose::Agree && user->mustChange) {
        return Refusal{Text::tr("%1 has a password that somebody else gave. Whoever agrees logs in once and chooses "
                                "another one.")
                           .arg(user->name),
                       u"second"_s};
    }
    // A newer program asks for more memory: now that the password is here, its hash can be made anew.
    if (!free && isOutdatedHash(user->passwordHash))
        user->passwordHash = passwordHashOf(password);
    Transaction transaction(file.database());
    user->failedLogins = 0;
    user->lockedUntil.reset();
    users.update(*user);
    note(purpose == Purpose::LogIn ? u"logged_in"_s : u"agreed"_s, {{u"roles"_s, joinedCodes(user->roles)}});
    transaction.commit();
    return *user;
}

} // namespace

QString idleMinutesKey()
{
    return u"idle_minutes"_s;
}

int idleMinutes(CaseFile &file)
{
    const int kept = OfficeRepository(file.database()).setting(idleMinutesKey()).toInt(mostIdleMinutes);
    return std::clamp(kept, 1, mostIdleMinutes);
}

std::optional<User> soleUser(CaseFile &file)
{
    QList<User> users = UserRepository(file.database()).all();
    users.removeIf([](const User &user) { return user.retired; });
    if (users.isEmpty()) // a file that another program made
        return User{.login = builtInUser(), .name = builtInUser(), .roles = allRoles()};
    if (users.size() == 1 && users.first().passwordHash.isEmpty())
        return users.first();
    return std::nullopt;
}

Outcome<User> logIn(CaseFile &file, const Clock &clock, const QString &login, const Password &password)
{
    return check(file, clock, login, password, Purpose::LogIn);
}

Outcome<User> agree(CaseFile &file, const Clock &clock, const QString &login, const Password &password)
{
    Q_ASSERT(file.mode() == CaseFile::Mode::Write);
    return check(file, clock, login, password, Purpose::Agree);
}

} // namespace huiyin
