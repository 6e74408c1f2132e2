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
}

BulkWriting::~BulkWriting()
{
    try {
        m_database.exec(u"PRAGMA cache_size = "_s + QString::number(m_cacheBefore));
    } catch (const StorageError &error) {
        qWarning("end of bulk writing: %s", error.what());
    }
}

} // namespace huiyin
