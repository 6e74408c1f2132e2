// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/Seals.h"

#include "casework/Recorder.h"
#include "storage/CaseFile.h"
#include "storage/HistoryRepository.h"
#include "storage/Transaction.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The events that a key is made with.
const auto keyMade = u"seal_key_made"_s;
const auto sealedAnew = u"sealed_anew"_s;

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

auto sizeOf(const QByteArray &array)
{
    return static_cast<unsigned long long>(array.size());
}

} // namespace

Seals::Seals(CaseFile &file, const Clock &clock, const User &user)
    : m_file(file)
    , m_clock(clock)
    , m_user(*user.id)
    , m_name(user.name)
{
    sodium_mlock(m_key.data(), m_key.size()); // where the system allows it: not onto the disk
}

Seals::~Seals()
{
    sodium_munlock(m_key.data(), m_key.size()); // wipes it too
}

Seals::Wrapping::Wrapping(const Password &password, const QByteArray &itsSalt)
    : salt(itsSalt)
    , key(keyFromPassword(password, itsSalt))
{
}

Seals::Wrapping::~Wrapping()
{
    sodium_memzero(key.data(), static_cast<size_t>(key.size()));
}

std::optional<Seals::Key> Seals::opened(const ClosedSealKey &closed, const Wrapping &wrapping)
{
    constexpr qsizetype nonceSize = crypto_secretbox_NONCEBYTES;
    if (wrapping.key.isEmpty()
        || closed.wrapped.size() != nonceSize + qsizetype{crypto_secretbox_MACBYTES} + qsizetype{keySize})
        return std::nullopt;
    const QByteArray nonce = closed.wrapped.first(nonceSize);
    const QByteArray box = closed.wrapped.sliced(nonceSize);
    Key key{};
    if (crypto_secretbox_open_easy(key.data(), bytes(box), sizeOf(box), bytes(nonce), bytes(wrapping.key)) != 0)
        return std::nullopt;
    return key;
}

void Seals::close(ClosedSealKey &closed, const Key &key, const Wrapping &wrapping)
{
    QByteArray nonce(crypto_secretbox_NONCEBYTES, Qt::Uninitialized);
    randombytes_buf(nonce.data(), static_cast<size_t>(nonce.size()));
    QByteArray box(crypto_secretbox_MACBYTES + keySize, Qt::Uninitialized);
    crypto_secretbox_easy(bytes(box), key.data(), key.size(), bytes(nonce), bytes(wrapping.key));
    closed.salt = wrapping.salt;
    closed.wrapped = nonce + box;
}

std::unique_ptr<Seals> Seals::open(CaseFile &file, const Clock &clock, const User &auditor, const Password &password)
{
    std::unique_ptr<Seals> seals(new Seals(file, clock, auditor));
    const SealRepository repository(file.database());
    const auto closed = repository.newestKeyOf(seals->m_user);
    if (closed) {
        seals->m_newest = closed->id;
        seals->m_wrapping = std::make_unique<Wrapping>(password, closed->salt);
        if (auto key = opened(*closed, *seals->m_wrapping)) {
            seals->m_keyId = closed->id;
            seals->m_key = *key;
            sodium_memzero(key->data(), key->size());
            seals->m_report = seals->tried();
            return seals;
        }
    }
    if (file.mode() != CaseFile::Mode::Write)
        return nullptr;
    seals->m_wrapping = std::make_unique<Wrapping>(password, newSalt());
    if (closed) {
        // Lost with a password that was given anew, which the history tells; else somebody has exchanged the key.
        // Told by their order: times are those of clocks.
        const auto events = HistoryRepository(file.database()).of(u"user"_s, seals->m_user.value());
        const auto made = std::find_if(events.crbegin(), events.crend(), [](const HistoryEvent &event) {
            return event.action == keyMade || event.action == sealedAnew;
        });
        const bool isLost = std::any_of(events.crbegin(), made,
                                        [](const HistoryEvent &event) { return event.action == u"password_set"; });
        if (!isLost) {
            seals->m_report = {.state = SealReport::State::Changed};
            return seals;
        }
        const QList<Seal> before = repository.ofKey(closed->id);
        seals->m_report = {.state = SealReport::State::KeyLost,
                           .last = before.isEmpty() ? std::nullopt : std::optional(before.last().at)};
    }
    seals->makeKey(keyMade);
    return seals;
}

// With the first seal: a key without one has lost its seals.
void Seals::makeKey(const QString &action, const QJsonObject &details)
{
    randombytes_buf(m_key.data(), m_key.size());
    ClosedSealKey closed{.user = m_user, .madeAt = m_clock.now()};
    close(closed, m_key, *m_wrapping);
    m_keyId = 0; // of none, if it fails
    Transaction transaction(m_file.database());
    m_keyId = SealRepository(m_file.database()).insert(closed);
    Recorder(m_file.database(), m_clock.now(), m_name).record(u"user"_s, m_user.value(), action, details);
    seal();
    transaction.commit();
    m_newest = m_keyId;
}

void Seals::seal()
{
    if (m_report.state == SealReport::State::Changed)
        return;
    const SealRepository repository(m_file.database());
    Transaction transaction(m_file.database());
    const QList<Seal> before = repository.ofKey(m_keyId);
    ChainEnd end = chainEndOf(m_file);
    end.seal = 0;
    end.sealMac.clear();
    if (!before.isEmpty() && before.last().end == end)
        return;
    Seal next{.key = m_keyId, .number = before.size() + 1, .at = m_clock.now(), .end = end};
    next.mac = macOf(next, before.isEmpty() ? QByteArray() : before.last().mac);
    repository.append(next);
    transaction.commit();
}

void Seals::beginAnew()
{
    const SealReport found = std::exchange(m_report, {});
    try {
        makeKey(sealedAnew, {{u"key"_s, m_newest}, {u"number"_s, found.number}});
    } catch (...) {
        m_report = found; // nothing is given up, and nothing sealed
        throw;
    }
}

void Seals::passwordChanged(const Password &password)
{
    m_wrapping = std::make_unique<Wrapping>(password, newSalt());
}

QByteArray Seals::macOf(const Seal &seal, const QByteArray &previous) const
{
    QByteArray text;
    // The length goes first, so that no two seals give the same bytes.
    const auto add = [&text](const QByteArray &field) {
        text += QByteArray::number(field.size()) + ':';
        text += field;
    };
    add(previous);
    add(fileKeyOf(m_file).toUtf8());
    for (const qint64 number : {seal.key, seal.number, seal.at.toMSecsSinceEpoch(), seal.end.history, seal.end.access})
        add(QByteArray::number(number));
    add(seal.end.historyHash);
    add(seal.end.accessHash);
    QByteArray mac(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(bytes(mac), static_cast<size_t>(mac.size()), bytes(text), sizeOf(text), m_key.data(),
                       m_key.size());
    return mac;
}

SealReport Seals::tried() const
{
    const QList<Seal> seals = SealRepository(m_file.database()).ofKey(m_keyId);
    SealReport report{.state = SealReport::State::Sound};
    QByteArray previous;
    qint64 expected = 1;
    for (const Seal &seal : seals) {
        const QByteArray mac = macOf(seal, previous);
        const bool genuine =
            seal.number == expected && mac.size() == seal.mac.size()
            && sodium_memcmp(mac.constData(), seal.mac.constData(), static_cast<size_t>(mac.size())) == 0;
        if (!genuine || compareWith(m_file, seal.end) != ChainVerdict::Sound) {
            report.state = SealReport::State::Changed;
            report.number = expected;
            return report;
        }
        report.last = seal.at;
        previous = seal.mac;
        ++expected;
    }
    if (seals.isEmpty())
        report = {.state = SealReport::State::Changed, .number = 1};
    return report;
}

void Seals::rewrap(CaseFile &file, UserId auditor, const Password &old, const Password &password)
{
    const SealRepository repository(file.database());
    auto closed = repository.newestKeyOf(auditor);
    if (!closed)
        return;
    auto key = opened(*closed, Wrapping(old, closed->salt));
    if (!key)
        return;
    close(*closed, *key, Wrapping(password, newSalt()));
    sodium_memzero(key->data(), key->size());
    repository.rewrap(*closed);
}

} // namespace huiyin
