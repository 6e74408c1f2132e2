// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/Passwords.h"

#include <QCoreApplication>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Passwords)
};

constexpr unsigned long long passes = 3;
constexpr size_t memory = size_t{64} * 1024 * 1024;

void start()
{
    // Safe to call again, in any thread.
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium could not be started");
}

// The bytes of a password, wiped when they are no longer needed.
class Secret
{
public:
    explicit Secret(const QString &password)
        : m_bytes(password.normalized(QString::NormalizationForm_KC).toUtf8())
    {
    }
    ~Secret() { sodium_memzero(m_bytes.data(), static_cast<size_t>(m_bytes.size())); }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    [[nodiscard]] const char *data() const { return m_bytes.constData(); }
    [[nodiscard]] unsigned long long size() const { return static_cast<unsigned long long>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

// Of a password that nobody has.
QByteArray nobodysHash()
{
    static const QByteArray hash = passwordHashOf(u"\u0001nobody"_s).toLatin1();
    return hash;
}

} // namespace

QString passwordHashOf(const QString &password)
{
    start();
    const Secret secret(password);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), secret.data(), secret.size(), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw std::runtime_error("not enough memory for a password");
    return QString::fromLatin1(hash.data());
}

bool isPassword(const QString &password, const QString &storedHash)
{
    start();
    const Secret secret(password);
    const QByteArray hash = storedHash.isEmpty() ? nobodysHash() : storedHash.toLatin1();
    const bool right = crypto_pwhash_str_verify(hash.constData(), secret.data(), secret.size()) == 0;
    return right && !storedHash.isEmpty();
}

QByteArray keyFromPassword(const QString &password, const QByteArray &salt)
{
    start();
    if (salt.size() != qsizetype{crypto_pwhash_SALTBYTES})
        return {};
    const Secret secret(password);
    constexpr qsizetype size = 32;
    QByteArray key(size, Qt::Uninitialized);
    if (crypto_pwhash(reinterpret_cast<unsigned char *>(key.data()), size, secret.data(), secret.size(),
                      reinterpret_cast<const unsigned char *>(salt.constData()), passes, memory,
                      crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw std::runtime_error("not enough memory for a password");
    return key;
}

QByteArray newSalt()
{
    start();
    QByteArray salt(crypto_pwhash_SALTBYTES, Qt::Uninitialized);
    randombytes_buf(salt.data(), static_cast<size_t>(salt.size()));
    return salt;
}

std::optional<Refusal> passwordFault(const QString &password, const User &user)
{
    const QString form = password.normalized(QString::NormalizationForm_KC);
    const QList<uint> signs = form.toUcs4();
    const auto refusal = [](const QString &reason) { return Refusal{reason, u"password"_s}; };
    if (signs.size() < shortestPassword)
        return refusal(Text::tr("The password needs at least %1 signs.").arg(shortestPassword));
    if (form.size() > 200)
        return refusal(Text::tr("The password is too long."));
    if (std::ranges::all_of(signs, [&](uint sign) { return sign == signs.first(); }))
        return refusal(Text::tr("The password is one sign over and over."));
    const QString small = form.toCaseFolded();
    for (const QString &own : {user.login, user.name}) {
        if (own.size() >= 3 && small.contains(own.toCaseFolded()))
            return refusal(Text::tr("The password holds the user's own name."));
    }
    // What is tried first: runs along the digits, the alphabet or the keyboard, and words that start so many of them.
    static const QStringList runs{u"01234567890"_s, u"09876543210"_s, u"abcdefghijklmnopqrstuvwxyz"_s,
                                  u"qwertyuiopasdfghjklzxcvbnm"_s};
    for (const QString &run : runs) {
        if (run.contains(small) || QString(run + run).contains(small))
            return refusal(Text::tr("Such a password is tried first. Choose another one."));
    }
    static const QStringList common{u"password"_s,  u"admin123"_s,   u"12345678"_s,   u"88888888"_s,   u"66668888"_s,
                                    u"123456789"_s, u"1234567890"_s, u"a1234567"_s,   u"a12345678"_s,  u"abcd1234"_s,
                                    u"abc12345"_s,  u"qwer1234"_s,   u"1qaz2wsx"_s,   u"password1"_s,  u"p@ssw0rd"_s,
                                    u"passw0rd"_s,  u"iloveyou"_s,   u"woaini1314"_s, u"5201314520"_s, u"11223344"_s,
                                    u"12344321"_s,  u"12341234"_s,   u"aa123456"_s,   u"zxcvbnm123"_s, u"admin888"_s};
    if (common.contains(small))
        return refusal(Text::tr("Such a password is tried first. Choose another one."));
    // Digits alone are as good as a telephone number.
    const bool digitsOnly = std::ranges::all_of(form, [](QChar sign) { return sign.isDigit(); });
    if (digitsOnly)
        return refusal(Text::tr("Digits alone are guessed quickly. Add letters or other signs."));
    return std::nullopt;
}

} // namespace huiyin
