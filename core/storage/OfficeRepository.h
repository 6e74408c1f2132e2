// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Office.h"

#include <QJsonValue>

namespace huiyin {

class Database;

// Reads and writes the office's own record, its users and its settings.
class OfficeRepository
{
public:
    explicit OfficeRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] std::optional<Office> load() const;
    void insert(const Office &office) const; // into a new case file
    void update(const Office &office) const;

    void insertUser(const QString &login, const QString &name, const QString &roles) const;

    // A setting as JSON; Undefined when it was never set.
    [[nodiscard]] QJsonValue setting(const QString &key) const;
    void setSetting(const QString &key, const QJsonValue &value) const;

private:
    Database &m_database;
};

} // namespace huiyin
