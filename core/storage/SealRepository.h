// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "storage/ChainEnd.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace huiyin {

class Database;

// The key of an auditor's seals as the file has it: closed with his password.
struct ClosedSealKey
{
    qint64 id = 0; // given by the table
    UserId user{0};
    QDateTime madeAt{};
    QByteArray salt{};
    QByteArray wrapped{};

    bool operator==(const ClosedSealKey &) const = default;
};

// Where both chains ended when an auditor sealed them.
struct Seal
{
    qint64 sequence = 0; // given by the table
    qint64 key = 0;
    qint64 number = 0; // among those of its key, from 1
    QDateTime at{};
    ChainEnd end{};   // of the two chains; its own seal is empty
    QByteArray mac{}; // keyed, over all of this and the mac before it

    bool operator==(const Seal &) const = default;
};

// Reads and adds seals. Never begins a transaction: the command that calls it does.
class SealRepository
{
public:
    explicit SealRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] std::optional<ClosedSealKey> newestKeyOf(UserId user) const;
    [[nodiscard]] std::optional<UserId> userOf(qint64 key) const;
    qint64 insert(const ClosedSealKey &key) const;
    void rewrap(const ClosedSealKey &key) const;       // salt and wrapped
    [[nodiscard]] QList<Seal> ofKey(qint64 key) const; // oldest first
    [[nodiscard]] QList<Seal> all() const;
    void append(const Seal &seal) const; // its sequence is given

private:
    Database &m_database;
};

} // namespace huiyin
