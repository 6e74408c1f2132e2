// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/BackupKey.h"

#include "storage/CaseFile.h"
#include "storage/OfficeRepository.h"

#include <QCoreApplication>

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BackupKey)
};

static_assert(BackupSecret::size == crypto_box_SECRETKEYBYTES);
static_assert(BackupKey::publicSize == crypto_box_PUBLICKEYBYTES);
static_assert(BackupKey::saltSize == crypto_pwhash_SALTBYTES);
static_assert(BackupKey::wrappedSize
              == crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + crypto_box_SECRETKEYBYTES);

// Crockford's: without I, L, O and U.
constexpr char16_t signs[] = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int groups = 13;
constexpr int groupSize = 4; // and a check sign
constexpr int bitsOfSign = 5;

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

// Each sign has a weight of its own and each group a start of its own, so that exchanged signs and groups show.
int checkSign(int group, const std::array<int, groupSize> &values)
{
    int sum = group * 7 + 3;
    for (size_t i = 0; i < values.size(); ++i)
        sum += values[i] * static_cast<int>(2 * i + 1);
    return sum % 32;
}

int valueOf(QChar sign)
{
    switch (const char16_t upper = sign.toUpper().unicode()) {
    case u'O':
        return 0;
    case u'I':
    case u'L':
        return 1;
    default: {
        const std::u16string_view all(signs, 32);
        const size_t found = all.find(upper);
        return found == std::u16string_view::npos ? -1 : static_cast<int>(found);
    }
    }
}

// The values of a code's signs, without spaces and dashes; empty when it has others or isn't as long.
std::vector<int> valuesOf(const Password &code)
{
    std::vector<int> values;
    values.reserve(groups * (groupSize + 1));
    for (const QChar typed : code.view()) {
        const char16_t unit = typed.unicode(); // full-width, as an input method types it
        const QChar sign(unit >= 0xff01 && unit <= 0xff5e ? static_cast<char16_t>(unit - 0xfee0) : unit);
        if (sign.isSpace() || sign == u'-')
            continue;
        const int value = valueOf(sign);
        if (value < 0 || values.size() == values.capacity())
            return {};
        values.push_back(value);
    }
    return values.size() == groups * (groupSize + 1) ? values : std::vector<int>();
}

int firstFault(const std::vector<int> &values)
{
    for (int group = 0; group < groups; ++group) {
        const auto *first = values.data() + qsizetype{group} * (groupSize + 1);
        std::array<int, groupSize> part{};
        std::copy_n(first, groupSize, part.begin());
        if (checkSign(group, part) != first[groupSize])
            return group + 1;
    }
    return 0;
}

} // namespace

struct BackupSecret::Held
{
    explicit Held(const QByteArray &from) { std::copy_n(bytesOf(from), bytes.size(), bytes.begin()); }
    ~Held() { sodium_memzero(bytes.data(), bytes.size()); }
    Q_DISABLE_COPY_MOVE(Held)
    std::array<unsigned char, BackupSecret::size> bytes{};
};

BackupSecret::BackupSecret(QByteArray &&bytes)
{
    QByteArray held = std::move(bytes);
    if (held.size() == size)
        m_held = std::make_shared<const Held>(held);
    wipe(held);
}

const unsigned char *BackupSecret::data() const
{
    return m_held ? m_held->bytes.data() : nullptr;
}

QByteArray BackupSecret::publicKey() const
{
    QByteArray key(BackupKey::publicSize, '\0');
    if (m_held)
        crypto_scalarmult_base(bytesOf(key), data());
    return key;
}

QJsonObject BackupKey::toJson() const
{
    const auto text = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); };
    return {{u"public"_s, text(publicKey)},
            {u"salt"_s, text(salt)},
            {u"passes"_s, static_cast<qint64>(cost.passes)},
            {u"memory"_s, static_cast<qint64>(cost.memory)},
            {u"wrapped"_s, text(wrapped)}};
}

std::optional<BackupKey> BackupKey::fromJson(const QJsonObject &object)
{
    const auto bytes = [&object](const QString &name) {
        return QByteArray::fromBase64(object[name].toString().toLatin1());
    };
    BackupKey key{.publicKey = bytes(u"public"_s),
                  .salt = bytes(u"salt"_s),
                  .cost = {.passes = static_cast<quint32>(object[u"passes"].toInt()),
                           .memory = static_cast<quint32>(object[u"memory"].toInt())},
                  .wrapped = bytes(u"wrapped"_s)};
    return key.isValid() ? std::optional(key) : std::nullopt;
}

NewBackupKey makeBackupKey(const Password &passphrase)
{
    NewBackupKey made;
    made.key.salt = newSalt(); // starts libsodium
    QByteArray secret(BackupSecret::size, '\0');
    made.key.publicKey = QByteArray(BackupKey::publicSize, '\0');
    crypto_box_keypair(bytesOf(made.key.publicKey), bytesOf(secret));
    QByteArray wrapping = keyFromPassword(passphrase, made.key.salt, made.key.cost);
    made.key.wrapped = QByteArray(BackupKey::wrappedSize, '\0');
    unsigned char *nonce = bytesOf(made.key.wrapped);
    randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, bytesOf(std::as_const(secret)), BackupSecret::size,
                          nonce, bytesOf(std::as_const(wrapping)));
    wipe(wrapping);
    made.secret = BackupSecret(std::move(secret));
    return made;
}

std::optional<BackupSecret> openBackupKey(const BackupKey &key, const Password &entered)
{
    if (!key.isValid())
        return std::nullopt;
    if (auto secret = secretFromCode(entered); secret && secret->publicKey() == key.publicKey)
        return secret;
    QByteArray wrapping = keyFromPassword(entered, key.salt, key.cost);
    if (wrapping.isEmpty())
        return std::nullopt;
    QByteArray opened(BackupSecret::size, '\0');
    const unsigned char *nonce = bytesOf(key.wrapped);
    const bool fits = crypto_secretbox_open_easy(bytesOf(opened), nonce + crypto_secretbox_NONCEBYTES,
                                                 BackupKey::wrappedSize - crypto_secretbox_NONCEBYTES, nonce,
                                                 bytesOf(std::as_const(wrapping)))
                      == 0;
    wipe(wrapping);
    BackupSecret secret(std::move(opened));
    return fits && secret.publicKey() == key.publicKey ? std::optional(secret) : std::nullopt;
}

QString recoveryCode(const BackupSecret &secret)
{
    if (secret.isEmpty())
        return {};
    QString code;
    code.reserve(groups * (groupSize + 2));
    int bit = 0;
    for (int group = 0; group < groups; ++group) {
        std::array<int, groupSize> values{};
        for (int &value : values) {
            for (int i = 0; i < bitsOfSign; ++i, ++bit) {
                const int byte = bit / 8;
                const int one = byte < BackupSecret::size ? (secret.data()[byte] >> (7 - bit % 8)) & 1 : 0;
                value = value * 2 + one;
            }
            code += QChar(signs[value]);
        }
        code += QChar(signs[checkSign(group, values)]);
        if (group + 1 < groups)
            code += u' ';
    }
    return code;
}

std::optional<BackupSecret> secretFromCode(const Password &code)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium could not be started");
    std::vector<int> values = valuesOf(code);
    if (values.empty() || firstFault(values) != 0) {
        sodium_memzero(values.data(), values.size() * sizeof(int)); // with one slip it is still nearly the code
        return std::nullopt;
    }
    QByteArray bytes(BackupSecret::size, '\0');
    int bit = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        if (i % (groupSize + 1) == groupSize)
            continue;
        for (int j = bitsOfSign - 1; j >= 0; --j, ++bit) {
            if (bit / 8 < BackupSecret::size && ((values[i] >> j) & 1))
                bytesOf(bytes)[bit / 8] |= static_cast<unsigned char>(1U << (7 - bit % 8));
        }
    }
    sodium_memzero(values.data(), values.size() * sizeof(int));
    return BackupSecret(std::move(bytes));
}

int faultyGroup(const Password &code)
{
    std::vector<int> values = valuesOf(code);
    const int fault = values.empty() ? 0 : firstFault(values);
    sodium_memzero(values.data(), values.size() * sizeof(int));
    return fault;
}

std::optional<Refusal> passphraseFault(const Password &passphrase)
{
    if (auto refusal = passwordFault(passphrase, {}))
        return refusal;
    const auto length = std::ranges::count_if(passphrase.view(), [](QChar sign) { return !sign.isLowSurrogate(); });
    if (length < shortestPassphrase) {
        return Refusal{Text::tr("The passphrase needs at least %1 signs: whoever finds the copy can try as often as he "
                                "likes.")
                           .arg(shortestPassphrase),
                       u"password"_s};
    }
    return std::nullopt;
}

QString backupKeySetting()
{
    return u"backup_key"_s;
}

std::optional<BackupKey> backupKeyOf(CaseFile &file)
{
    return BackupKey::fromJson(OfficeRepository(file.database()).setting(backupKeySetting()).toObject());
}

} // namespace huiyin
