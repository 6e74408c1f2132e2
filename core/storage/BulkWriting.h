// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace huiyin {

class Database;

// Gives SQLite room for the indexes of a large import while it lives (128 MB); without it their pages are written over
// and over.
class BulkWriting
{
public:
    explicit BulkWriting(Database &database);
    ~BulkWriting();
    BulkWriting(const BulkWriting &) = delete;
    BulkWriting &operator=(const BulkWriting &) = delete;

private:
    Database &m_database;
    qint64 m_cacheBefore;
};

} // namespace huiyin
