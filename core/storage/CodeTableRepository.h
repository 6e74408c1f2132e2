// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"

namespace huiyin {

class Database;

// Reads and writes the office's code tables. Order is the office's own.
class CodeTableRepository
{
public:
    explicit CodeTableRepository(Database &database)
        : m_database(database)
    {
    }

    // Figures are counted in rows by these numbers; damage makes others.
    static constexpr qint64 largestId = 100'000;

    // Throws StorageError, Damaged when an entry has another number than 1 to largestId.
    [[nodiscard]] CodeTables load() const;

    // Inserts at the end of the table when the entry has no id, else replaces the row (its place stays).
    ChannelId save(const Channel &channel) const;
    RequestTypeId save(const RequestType &type) const;
    CategoryId save(const Category &category) const;
    TopicId save(const Topic &topic) const;
    AreaId save(const Area &area) const;
    DepartmentId save(const Department &department) const;

    // Gives the entries of a table the order of the ids.
    void reorder(const QList<ChannelId> &order) const;
    void reorder(const QList<RequestTypeId> &order) const;
    void reorder(const QList<CategoryId> &order) const;
    void reorder(const QList<TopicId> &order) const;
    void reorder(const QList<AreaId> &order) const;
    void reorder(const QList<DepartmentId> &order) const;

private:
    Database &m_database;
};

} // namespace huiyin
