// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "domain/User.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <memory>
#include <optional>

namespace huiyin {

// A password between the keyboard and its hash. All copies share one buffer, which is wiped with the last of them: what
// is captured in a command, handed to another thread and forgotten leaves nothing in the memory.
class Password
{
public:
    Password() = default;
    // The text that it is taken from is the caller's to wipe.
    Password(const QString &text); // NOLINT(google-explicit-constructor): a text is a password wherever one is asked
    [[nodiscard]] QStringView view() const;
    [[nodiscard]] bool isEmpty() const { return view().isEmpty(); }
    bool operator==(const Password &other) const { return view() == other.view(); }

private:
    struct Signs;
    std::shared_ptr<const Signs> m_signs;
};

// Overwrites a text where it lies, for everybody who shares it; a text of the program's own (a literal) stays.
void wipe(QString &text);
void wipe(QByteArray &bytes);

// Passwords by argon2id (libsodium): 64 MiB and three passes, some 0.3 s each time. A password is brought to one form
// first (NFKC), as an input method may type full-width letters. Safe in any thread.

// What is stored of a password. Throws std::runtime_error when there is not enough memory.
QString passwordHashOf(const Password &password);

// Takes as long whether the password is right, wrong, or there is no hash at all (storedHash is empty): nobody learns
// from the time whether a user exists.
bool isPassword(const Password &password, const QString &storedHash);

// The hash was made with less memory or fewer passes than today's: the next right password is hashed anew.
bool isOutdatedHash(const QString &storedHash);

// A key of 32 bytes that follows from a password and a salt of newSalt(), as slowly as a login. Empty for a salt of
// another size. Throws as passwordHashOf. Whoever asked wipes it.
// `cost`: as it was when the key was first made; a cost out of all proportion gives an empty key too.
struct KeyCost
{
    quint32 passes = 3;
    quint32 memory = 64; // MiB
    bool operator==(const KeyCost &) const = default;
};
QByteArray keyFromPassword(const Password &password, const QByteArray &salt, const KeyCost &cost = {});
QByteArray newSalt();

constexpr int shortestPassword = 8; // signs

// Why it can't be a password of this user: too short, the user's own name, one sign over and over, one that everybody
// tries first. nullopt: it can.
std::optional<Refusal> passwordFault(const Password &password, const User &user);

} // namespace huiyin
