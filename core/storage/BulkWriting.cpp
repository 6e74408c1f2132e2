// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/BulkWriting.h"

#include "storage/Database.h"
#include "storage/Transaction.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// How many bytes of terms gather before they are written as a piece, and how many pieces are then merged, at leisure
// and at the latest. FTS5 keeps this in the file.
struct Gathering
{
    qint64 bytes;
    qint64 merged;
    qint64 mergedAtLast;
};
constexpr Gathering usual{.bytes = 1 << 20, .merged = 4, .mergedAtLast = 16}; // as FTS5 has them
constexpr Gathering inBulk{.bytes = 32 << 20, .merged = 16, .mergedAtLast = 64};

void set(Database &database, const Gathering &gathering)
{
    const QString sql = u"INSERT INTO ticket_search(ticket_search, rank) VALUES(?, ?)"_s;
    database.exec(sql, u"hashsize"_s, gathering.bytes);
    database.exec(sql, u"automerge"_s, gathering.merged);
    database.exec(sql, u"crisismerge"_s, gathering.mergedAtLast);
}

} // namespace

BulkWriting::BulkWriting(Database &database)
    : m_database(database)
    , m_cacheBefore(database.value<qint64>(u"PRAGMA cache_size"_s).value_or(-2000))
{
    m_database.exec(u"PRAGMA cache_size = -131072"_s); // KB
    set(m_database, inBulk);
}

BulkWriting::~BulkWriting()
{
    try {
        m_database.exec(u"PRAGMA cache_size = "_s + QString::number(m_cacheBefore));
        set(m_database, usual);
    } catch (const StorageError &error) {
        qWarning("end of bulk writing: %s", error.what());
    }
}

void BulkWriting::mend(Database &database)
{
    const auto left = database.value<qint64>(
        u"SELECT count(*) FROM ticket_search_config WHERE (k = 'hashsize' AND v <> ?) OR (k = 'automerge' AND v <> ?) "
        "OR (k = 'crisismerge' AND v <> ?)"_s,
        usual.bytes, usual.merged, usual.mergedAtLast);
    if (left.value_or(0) > 0)
        set(database, usual);
}

NewFileWriting::NewFileWriting(Database &database)
    : m_database(database)
{
    m_database.exec(u"PRAGMA journal_mode = OFF"_s);
    m_database.exec(u"PRAGMA synchronous = OFF"_s);
    const auto put = m_database.all(
        u"SELECT type, name, sql FROM sqlite_schema WHERE (type = 'index' AND sql LIKE 'CREATE INDEX%') "
        "OR (type = 'trigger' AND name LIKE 'figure_%')"_s,
        [](const Row &row) { return std::tuple(row.get<QString>(0), row.get<QString>(1), row.get<QString>(2)); });
    Transaction transaction(m_database);
    for (const auto &[type, name, sql] : put) {
        m_database.exec(u"DROP "_s + type + u' ' + name);
        m_later.append(sql);
    }
    transaction.commit();
}

void NewFileWriting::finish()
{
    Transaction transaction(m_database);
    for (const QString &statement : std::as_const(m_later))
        m_database.exec(statement);
    transaction.commit();
    m_database.ensureWal();
    m_database.exec(u"PRAGMA synchronous = FULL"_s);
}

} // namespace huiyin
