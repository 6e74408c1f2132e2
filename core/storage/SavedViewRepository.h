// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SavedView.h"

#include <QList>

namespace huiyin {

class Database;

// Reads and writes the saved views. Never begins a transaction: the command that calls it does.
class SavedViewRepository
{
public:
    explicit SavedViewRepository(Database &database)
        : m_database(database)
    {
    }

    // Those that a user sees: his own and the office's, by name.
    [[nodiscard]] QList<SavedView> of(ViewList list, const QString &user) const;
    [[nodiscard]] std::optional<SavedView> byId(SavedViewId id) const;
    SavedViewId insert(const SavedView &view) const;
    [[nodiscard]] bool update(const SavedView &view) const; // false: somebody has changed it since view.version
    void remove(SavedViewId id) const;
    // A user has got another name.
    void giveTo(const QString &owner, const QString &next) const;

private:
    Database &m_database;
};

} // namespace huiyin
