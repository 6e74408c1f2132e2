// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SealRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto selectSeal =
    u"SELECT sequence, key, number, at, history, history_hash, access, access_hash, mac FROM seal "_s;

Seal toSeal(const Row &row)
{
    return {.sequence = row.get<qint64>(0),
            .key = row.get<qint64>(1),
            .number = row.get<qint64>(2),
            .at = row.get<QDateTime>(3),
            .end = {.history = row.get<qint64>(4),
                    .historyHash = row.get<QByteArray>(5),
                    .access = row.get<qint64>(6),
                    .accessHash = row.get<QByteArray>(7)},
            .mac = row.get<QByteArray>(8)};
}

// An empty array would be stored as NULL.
QByteArray stored(const QByteArray &hash)
{
    return hash.isNull() ? QByteArray("") : hash;
}

} // namespace

std::optional<ClosedSealKey> SealRepository::newestKeyOf(UserId user) const
{
    return m_database.first(
        u"SELECT id, user, made_at, salt, wrapped FROM seal_key WHERE user = ? ORDER BY id DESC LIMIT 1"_s,
        [](const Row &row) {
            return ClosedSealKey{.id = row.get<qint64>(0),
                                 .user = row.get<UserId>(1),
                                 .madeAt = row.get<QDateTime>(2),
                                 .salt = row.get<QByteArray>(3),
                                 .wrapped = row.get<QByteArray>(4)};
        },
        user);
}

std::optional<UserId> SealRepository::userOf(qint64 key) const
{
    return m_database.value<UserId>(u"SELECT user FROM seal_key WHERE id = ?"_s, key);
}

qint64 SealRepository::insert(const ClosedSealKey &key) const
{
    return m_database.insert(u"INSERT INTO seal_key(user, made_at, salt, wrapped) VALUES(?, ?, ?, ?)"_s, key.user,
                             key.madeAt, key.salt, key.wrapped);
}

void SealRepository::rewrap(const ClosedSealKey &key) const
{
    m_database.exec(u"UPDATE seal_key SET salt = ?, wrapped = ? WHERE id = ?"_s, key.salt, key.wrapped, key.id);
}

QList<Seal> SealRepository::ofKey(qint64 key) const
{
    return m_database.all(selectSeal + u"WHERE key = ? ORDER BY sequence"_s, toSeal, key);
}

QList<Seal> SealRepository::all() const
{
    return m_database.all(selectSeal + u"ORDER BY sequence"_s, toSeal);
}

void SealRepository::append(const Seal &seal) const
{
    m_database.exec(u"INSERT INTO seal(sequence, key, number, at, history, history_hash, access, access_hash, mac) "
                    "VALUES((SELECT ifnull(max(sequence), 0) + 1 FROM seal), ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    seal.key, seal.number, seal.at, seal.end.history, stored(seal.end.historyHash), seal.end.access,
                    stored(seal.end.accessHash), seal.mac);
}

} // namespace huiyin
