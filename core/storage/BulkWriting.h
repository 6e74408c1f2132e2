// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

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

    // Puts right what stays in a file whose writer was killed meanwhile.
    static void mend(Database &database);

private:
    Database &m_database;
    qint64 m_cacheBefore;
};

// For a file that is being made and that nobody has yet, and only for such a one: it is written without a journal, its
// indexes come last, each in one go, and no kept day of figures is looked for that can't be there. Unique indexes stay,
// as they are rules. The file is to be thrown away unless finish() is reached.
class NewFileWriting
{
public:
    // Outside a transaction.
    explicit NewFileWriting(Database &database);
    void finish();

private:
    Database &m_database;
    QStringList m_later; // statements
};

} // namespace huiyin
