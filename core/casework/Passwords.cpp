// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/Passwords.h"

#include <QCoreApplication>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

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

// Full-width letters and digits as an input method types them, which NFKC makes plain ones too: done here in place, as
// normalising a whole text leaves copies of it behind.
char16_t plainSign(char16_t sign)
{
    if (sign == u'\u3000')
        return u' ';
    return sign >= u'\uff01' && sign <= u'\uff5e' ? static_cast<char16_t>(sign - 0xfee0) : sign;
}

// A text of its own that is wiped at the end.
struct WipedText
{
    explicit WipedText(QString &&held)
        : text(std::move(held))
    {
    }
    ~WipedText() { wipe(text); }
    WipedText(const WipedText &) = delete;
    WipedText &operator=(const WipedText &) = delete;
    QString text;
};

// A password in its one form.
QString formOf(const Password &password)
{
    QString plain(password.view().size(), Qt::Uninitialized);
    std::ranges::transform(password.view(), plain.begin(), [](QChar sign) { return plainSign(sign.unicode()); });
    QString form = plain.normalized(QString::NormalizationForm_KC);
    if (form.constData() != plain.constData()) // else it was in that form already, as nearly every one is
        wipe(plain);
    return form;
}

// The bytes of a password in its one form.
class Secret
{
public:
    explicit Secret(const Password &password)
    {
        const WipedText form(formOf(password));
        m_bytes = form.text.toUtf8();
    }
    ~Secret() { wipe(m_bytes); }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    [[nodiscard]] const char *data() const { return m_bytes.constData(); }
    [[nodiscard]] unsigned long long size() const { return static_cast<unsigned long long>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

// Of a password that nobody has: zeros for salt and hash. Not made from one, which would take its time once and tell.
QByteArray nobodysHash()
{
    constexpr int saltSigns = 22; // of 16 bytes in base 64
    constexpr int hashSigns = 43; // of 32
    return "$argon2id$v=19$m=" + QByteArray::number(static_cast<qulonglong>(memory / 1024)) + ",t="
           + QByteArray::number(passes) + ",p=1$" + QByteArray(saltSigns, 'A') + '$' + QByteArray(hashSigns, 'A');
}

} // namespace

struct Password::Signs
{
    explicit Signs(const QString &text)
        : signs(static_cast<size_t>(text.size()))
    {
        // Not by utf16(), which makes a copy of a literal.
        std::ranges::transform(text, signs.begin(), [](QChar sign) { return sign.unicode(); });
    }
    ~Signs() { sodium_memzero(signs.data(), signs.size() * sizeof(char16_t)); }
    Signs(const Signs &) = delete;
    Signs &operator=(const Signs &) = delete;
    std::vector<char16_t> signs; // never grows
};

Password::Password(const QString &text)
    : m_signs(text.isEmpty() ? nullptr : std::make_shared<const Signs>(text))
{
}

QStringView Password::view() const
{
    return m_signs ? QStringView(m_signs->signs.data(), static_cast<qsizetype>(m_signs->signs.size())) : QStringView();
}

void wipe(QString &text)
{
    // Not by data(), which would wipe a copy made for the purpose.
    if (text.data_ptr().d_ptr())
        sodium_memzero(const_cast<QChar *>(text.constData()), static_cast<size_t>(text.size()) * sizeof(QChar));
}

void wipe(QByteArray &bytes)
{
    if (bytes.data_ptr().d_ptr())
        sodium_memzero(const_cast<char *>(bytes.constData()), static_cast<size_t>(bytes.size()));
}

QString passwordHashOf(const Password &password)
{
    start();
    const Secret secret(password);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), secret.data(), secret.size(), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw std::runtime_error("not enough memory for a password");
    return QString::fromLatin1(hash.data());
}

bool isPassword(const Password &password, const QString &storedHash)
{
    start();
    const Secret secret(password);
    const QByteArray hash = storedHash.isEmpty() ? nobodysHash() : storedHash.toLatin1();
    const bool right = crypto_pwhash_str_verify(hash.constData(), secret.data(), secret.size()) == 0;
    return right && !storedHash.isEmpty();
}

QByteArray keyFromPassword(const Password &password, const QByteArray &salt, const KeyCost &cost)
{
    start();
    // A stranger's file may ask for all the memory and the whole day.
    constexpr quint32 mostPasses = 16;
    constexpr quint32 mostMemory = 256;
    constexpr quint32 most = 2048; // MiB gone through in all: some 3 s
    const bool isSensible = cost.passes >= 1 && cost.passes <= mostPasses && cost.memory >= 8
                            && cost.memory <= mostMemory && cost.passes * cost.memory <= most;
    if (salt.size() != qsizetype{crypto_pwhash_SALTBYTES} || !isSensible)
        return {};
    const Secret secret(password);
    // Twice as long as the hash that is stored, and shortened: with the salt of that hash the key would else be what
    // everybody can read in the file.
    std::array<unsigned char, 64> wide{};
    if (crypto_pwhash(wide.data(), wide.size(), secret.data(), secret.size(),
                      reinterpret_cast<const unsigned char *>(salt.constData()), cost.passes,
                      size_t{cost.memory} * 1024 * 1024, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw std::runtime_error("not enough memory for a password");
    QByteArray key(32, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(key.data()), static_cast<size_t>(key.size()), wide.data(),
                       wide.size(), nullptr, 0);
    sodium_memzero(wide.data(), wide.size());
    return key;
}

QByteArray newSalt()
{
    start();
    QByteArray salt(crypto_pwhash_SALTBYTES, Qt::Uninitialized);
    randombytes_buf(salt.data(), static_cast<size_t>(salt.size()));
    return salt;
}

bool isOutdatedHash(const QString &storedHash)
{
    start();
    // Of another algorithm, or of numbers that can't be read (-1): as good as outdated.
    return crypto_pwhash_str_needs_rehash(storedHash.toLatin1().constData(), passes, memory) != 0;
}

std::optional<Refusal> passwordFault(const Password &password, const User &user)
{
    const WipedText held(formOf(password));
    const QString &form = held.text;
    const auto length = std::ranges::count_if(form, [](QChar sign) { return !sign.isLowSurrogate(); });
    const auto refusal = [](const QString &reason) { return Refusal{reason, u"password"_s}; };
    if (length < shortestPassword)
        return refusal(Text::tr("The password needs at least %1 signs.").arg(shortestPassword));
    if (form.size() > 200)
        return refusal(Text::tr("The password is too long."));
    const qsizetype step = form.front().isHighSurrogate() ? 2 : 1; // sign by sign
    if (QStringView(form).mid(step) == QStringView(form).chopped(step))
        return refusal(Text::tr("The password is one sign over and over."));
    const WipedText folded(form.toCaseFolded());
    const QString &small = folded.text;
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
