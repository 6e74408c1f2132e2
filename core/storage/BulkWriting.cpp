// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/BulkWriting.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

BulkWriting::BulkWriting(Database &database)
    : m_database(database)
    , m_cacheBefore(database.value<qint64>(u"PRAGMA cache_size"_s).value_or(-2000))
{
    m_database.exec(u"PRAGMA cache_size = -131072"_s); // KB
    setSearch(32 << 20, 16, 64);
}

// How many bytes of terms gather before they are written as a piece, and how many pieces are then merged, at leisure
// and at the latest. FTS5 keeps this in the file.
void BulkWriting::setSearch(qint64 gathered, int merged, int mergedAtLast)
{
    const QString set = u"INSERT INTO ticket_search(ticket_search, rank) VALUES(?, ?)"_s;
    m_database.exec(set, u"hashsize"_s, gathered);
    m_database.exec(set, u"automerge"_s, merged);
    m_database.exec(set, u"crisismerge"_s, mergedAtLast);
}

BulkWriting::~BulkWriting()
{
    try {
        m_database.exec(u"PRAGMA cache_size = "_s + QString::number(m_cacheBefore));
        setSearch(1 << 20, 4, 16); // as FTS5 has them
    } catch (const StorageError &error) {
        qWarning("end of bulk writing: %s", error.what());
    }
}

} // namespace huiyin
