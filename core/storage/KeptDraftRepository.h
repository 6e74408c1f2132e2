// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/TypedWords.h"

#include <optional>

namespace huiyin {

class Database;

// Reads and writes what was typed and not saved. Each asks for the user: nobody sees another's. Never begins a
// transaction: the command that calls it does.
class KeptDraftRepository
{
public:
    explicit KeptDraftRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] std::optional<KeptDraft> find(const QString &user, const QString &kind, const QString &object) const;
    [[nodiscard]] QList<KeptDraft> of(const QString &user) const; // the oldest first
    void put(const KeptDraft &draft) const;                       // in place of what stands there
    [[nodiscard]] bool remove(const QString &user, const QString &kind,
                              const QString &object) const; // false: none was there
    void removeAllOf(const QString &user) const;
    void removeAllAbout(const QString &object) const; // of whomever: there is nothing left that they could be for
    // A user has got another name.
    void giveTo(const QString &user, const QString &next) const;

private:
    Database &m_database;
};

} // namespace huiyin
