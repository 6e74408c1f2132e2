// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace huiyin {

class Database;

// Gives SQLite room for the indexes of a large import while it lives (128 MB), without which their pages are written over
// and over, and lets the search index gather terms in memory (32 MB), which halves the price of a ticket in it. Inside
// a transaction, or where none is needed.
class BulkWriting
{
public:
    explicit BulkWriting(Database &database);
    ~BulkWriting();
    BulkWriting(const BulkWriting &) = delete;
    BulkWriting &operator=(const BulkWriting &) = delete;

private:
    void setSearch(qint64 gathered, int merged, int mergedAtLast);

    Database &m_database;
    qint64 m_cacheBefore;
};

} // namespace huiyin
