// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Passwords.h"
#include "domain/Clock.h"
#include "domain/Outcome.h"
#include "domain/User.h"

namespace huiyin {

class CaseFile;

constexpr int failuresBeforeLock = 5; // in a row
constexpr int lockMinutes = 30;

// 锁屏: after so many minutes without key or mouse the screen is locked, where users have passwords. The office may lay
// down fewer, never more.
constexpr int mostIdleMinutes = 10;
int idleMinutes(CaseFile &file);
QString idleMinutesKey(); // of the setting

// Whoever is in this office without having to log in: the only user, when nobody has a password. nullopt: somebody has
// to log in.
std::optional<User> soleUser(CaseFile &file);

// Who logs in, by login or by name, or why not. A wrong password is counted, and after some of them in a row the account is locked for a
// while; count and lock are in the file, so that a restart doesn't help. Who logs in is in the history. For a file
// that is open for reading only the program itself counts, as long as it runs.
Outcome<User> logIn(CaseFile &file, const Clock &clock, const QString &login, const Password &password);

// Somebody else agrees to what is about to be done, with the password that he chose himself; he doesn't log in. Wrong
// ones count as at a login, and who agreed is in the history. The file is open for writing.
Outcome<User> agree(CaseFile &file, const Clock &clock, const QString &login, const Password &password);

} // namespace huiyin
