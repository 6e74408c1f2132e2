// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace huiyin {

class Database;

// A kept way to read the sheets of another program, by its name.
struct KeptSheetProfile
{
    qint64 id = 0;
    QString name{};
    QByteArray definition{}; // JSON of exchange/ForeignSheet
    QDateTime changedAt{};
    QString changedBy{};
};

// Never begins a transaction.
class SheetProfileRepository
{
public:
    explicit SheetProfileRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] QList<KeptSheetProfile> all() const; // by name
    // Added, or put in the place of the one of this name; returns its id.
    qint64 keep(const KeptSheetProfile &profile) const;
    bool remove(qint64 id) const; // false: there is none

private:
    Database &m_database;
};

} // namespace huiyin
