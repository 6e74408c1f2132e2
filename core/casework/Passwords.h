// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "domain/User.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace huiyin {

// Passwords by argon2id (libsodium): 64 MiB and three passes, some 0.3 s each time. A password is brought to one form
// first (NFKC), as an input method may type full-width letters. Safe in any thread.

// What is stored of a password. Throws std::runtime_error when there is not enough memory.
QString passwordHashOf(const QString &password);

// Takes as long whether the password is right, wrong, or there is no hash at all (storedHash is empty): nobody learns
// from the time whether a user exists.
bool isPassword(const QString &password, const QString &storedHash);

// A key of 32 bytes that follows from a password and a salt of newSalt(), as slowly as a login. Empty for a salt of
// another size. Throws as passwordHashOf. Whoever asked wipes it.
QByteArray keyFromPassword(const QString &password, const QByteArray &salt);
QByteArray newSalt();

constexpr int shortestPassword = 8; // signs

// Why it can't be a password of this user: too short, the user's own name, one sign over and over, one that everybody
// tries first. nullopt: it can.
std::optional<Refusal> passwordFault(const QString &password, const User &user);

} // namespace huiyin
