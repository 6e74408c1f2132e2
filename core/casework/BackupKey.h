// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Passwords.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <array>
#include <memory>
#include <optional>

namespace huiyin {

class CaseFile;

// With what copies that leave the computer are encrypted. A pair of keys: the public one stands in the case file and
// encrypts by itself, so that copies are made without anybody there; the secret one is nowhere but wrapped, by a key
// that follows from the passphrase as slowly as a login (argon2id). It goes with every encrypted copy: whoever has the
// copy and the passphrase, or the recovery sheet, needs nothing else.

// The secret key; wiped with its last holder.
class BackupSecret
{
public:
    static constexpr int size = 32;

    BackupSecret() = default;
    explicit BackupSecret(QByteArray &&bytes); // of that size; the caller's copy is wiped
    [[nodiscard]] bool isEmpty() const { return !m_held; }
    [[nodiscard]] const unsigned char *data() const;
    [[nodiscard]] QByteArray publicKey() const;

private:
    struct Held;
    std::shared_ptr<const Held> m_held;
};

// What everybody may see.
struct BackupKey
{
    static constexpr int publicSize = 32;
    static constexpr int saltSize = 16;
    static constexpr int wrappedSize = 24 + 16 + BackupSecret::size; // nonce, check, the secret key

    QByteArray publicKey{};
    QByteArray salt{};
    KeyCost cost{};
    QByteArray wrapped{};

    [[nodiscard]] bool isValid() const
    {
        return publicKey.size() == publicSize && salt.size() == saltSize && wrapped.size() == wrappedSize;
    }
    [[nodiscard]] QJsonObject toJson() const;
    static std::optional<BackupKey> fromJson(const QJsonObject &object);

    bool operator==(const BackupKey &) const = default;
};

struct NewBackupKey
{
    BackupKey key;
    BackupSecret secret; // for the recovery sheet
};

// A new pair. Takes as long as a login.
NewBackupKey makeBackupKey(const Password &passphrase);

// The secret key by the passphrase or by what stands on the recovery sheet; nullopt: it is neither.
std::optional<BackupSecret> openBackupKey(const BackupKey &key, const Password &entered);

// 恢复凭据: the secret key to write down, 13 groups of four signs and a check sign each, of digits and capitals without
// those that are mistaken for another (I, L, O, U). A wrong sign, or two groups in each other's place, shows.
QString recoveryCode(const BackupSecret &secret);
// The reverse, however it is spaced; nullopt: it is none, or has a slip in it.
std::optional<BackupSecret> secretFromCode(const Password &code);
// The first group with a slip, from 1; 0: none has, or it is no recovery code at all.
int faultyGroup(const Password &code);

// Why it can't be a passphrase: by the rules of passwords, and longer.
constexpr int shortestPassphrase = 12; // signs
std::optional<Refusal> passphraseFault(const Password &passphrase);

// What stands in the case file; nullopt: nothing was set.
std::optional<BackupKey> backupKeyOf(CaseFile &file);
QString backupKeySetting();

} // namespace huiyin
