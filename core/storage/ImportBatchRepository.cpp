// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ImportBatchRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto columns = u"id, at, user, source, counts, undone_at, undone_by"_s;

ImportBatch toBatch(const Row &row)
{
    return {.id = row.get<qint64>(0),
            .at = row.get<QDateTime>(1),
            .user = row.get<QString>(2),
            .source = row.get<QString>(3),
            .counts = row.get<QString>(4).toUtf8(),
            .undoneAt = row.get<std::optional<QDateTime>>(5),
            .undoneBy = row.get<QString>(6)};
}

QString numberIn(const Row &row)
{
    return row.get<QString>(0);
}

} // namespace

QList<ImportBatch> ImportBatchRepository::latest(int count) const
{
    return m_database.all(u"SELECT "_s + columns + u" FROM import_batch ORDER BY id DESC LIMIT ?", toBatch, count);
}

std::optional<ImportBatch> ImportBatchRepository::byId(qint64 id) const
{
    return m_database.first(u"SELECT "_s + columns + u" FROM import_batch WHERE id = ?", toBatch, id);
}

ImportBatchRepository::Rows ImportBatchRepository::rowsOf(qint64 id) const
{
    const auto count = [this, id](const QString &table) {
        return m_database.value<qint64>(u"SELECT count(*) FROM "_s + table + u" WHERE import_batch = ?", id)
            .value_or(0);
    };
    return {.tickets = count(u"ticket"_s),
            .calls = count(u"call"_s),
            .dispatches = count(u"dispatch"_s),
            .followUps = count(u"follow_up"_s)};
}

ImportBatchRepository::IdRange ImportBatchRepository::idsOf(const QString &table, qint64 id) const
{
    return m_database
        .first(
            u"SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM "_s + table + u" WHERE import_batch = ?",
            [](const Row &row) { return IdRange{.first = row.get<qint64>(0), .last = row.get<qint64>(1)}; }, id)
        .value_or(IdRange{});
}

QStringList ImportBatchRepository::workedOn(qint64 id, int most) const
{
    const IdRange ids = idsOf(u"ticket"_s, id);
    // What isn't of this import stands at its tickets, or tells of them.
    return m_database.all(
        u"SELECT number FROM ticket WHERE import_batch = ? AND id IN ("
        "SELECT object_id FROM history WHERE object = 'ticket' AND object_id BETWEEN ? AND ? "
        "UNION SELECT ticket FROM dispatch WHERE import_batch IS NOT ? AND ticket BETWEEN ? AND ? "
        "UNION SELECT ticket FROM follow_up WHERE import_batch IS NOT ? AND ticket BETWEEN ? AND ? "
        "UNION SELECT ticket FROM call WHERE import_batch IS NOT ? AND ticket BETWEEN ? AND ? "
        "UNION SELECT ticket FROM attachment WHERE ticket BETWEEN ? AND ? "
        "UNION SELECT ticket FROM bulletin_case WHERE ticket BETWEEN ? AND ? "
        "UNION SELECT merged_into FROM ticket WHERE import_batch IS NOT ? AND merged_into BETWEEN ? AND ? "
        "UNION SELECT repeat_of FROM ticket WHERE import_batch IS NOT ? AND repeat_of BETWEEN ? AND ?"
        ") ORDER BY id LIMIT ?"_s,
        numberIn, id, ids.first, ids.last, id, ids.first, ids.last, id, ids.first, ids.last, id, ids.first, ids.last,
        ids.first, ids.last, ids.first, ids.last, id, ids.first, ids.last, id, ids.first, ids.last, most);
}

QStringList ImportBatchRepository::olderDispatched(qint64 id, int most) const
{
    return m_database.all(u"SELECT DISTINCT t.number FROM dispatch d JOIN ticket t ON t.id = d.ticket "
                          "WHERE d.import_batch = ? AND t.import_batch IS NOT ? ORDER BY t.id LIMIT ?"_s,
                          numberIn, id, id, most);
}

bool ImportBatchRepository::hasChangedCalls(qint64 id) const
{
    const IdRange ids = idsOf(u"call"_s, id);
    return m_database
               .value<qint64>(
                   u"SELECT EXISTS (SELECT 1 FROM history WHERE object = 'call' AND object_id BETWEEN ? AND ?) "
                   "OR EXISTS (SELECT 1 FROM knowledge_use WHERE call BETWEEN ? AND ?)"_s,
                   ids.first, ids.last, ids.first, ids.last)
               .value_or(0)
           != 0;
}

qint64 ImportBatchRepository::removeRows(qint64 id) const
{
    // The tickets of an import refer to each other; until the end of the transaction, that is.
    m_database.exec(u"PRAGMA defer_foreign_keys = ON"_s);
    const QString ofBatch = u" IN (SELECT id FROM dispatch WHERE import_batch = ?)"_s;
    m_database.exec(u"DELETE FROM follow_up WHERE import_batch = ?"_s, id);
    m_database.exec(u"DELETE FROM call WHERE import_batch = ?"_s, id);
    m_database.exec(u"DELETE FROM earlier_reply WHERE dispatch"_s + ofBatch, id);
    m_database.exec(u"DELETE FROM earlier_due WHERE dispatch"_s + ofBatch, id);
    m_database.exec(u"DELETE FROM dispatch_text WHERE dispatch"_s + ofBatch, id);
    m_database.exec(u"DELETE FROM dispatch WHERE import_batch = ?"_s, id);

    const IdRange ids = idsOf(u"ticket"_s, id);
    const qint64 emptied = m_database.exec(
        u"UPDATE ticket SET number = NULL, request_type = NULL, category = NULL, topic = NULL, area = NULL, "
        "requester_kind = 'citizen', confidentiality = 'open', urgency = 'normal', received_by = '', due_at = NULL, "
        "due_rule = '', due_provisional = 0, state = 'void', resolution = 'void', closed_at = NULL, closed_by = '', "
        "merged_into = NULL, repeat_of = NULL, marks = 0, version = version + 1 "
        "WHERE import_batch = ? AND id IN (SELECT ticket FROM access_record WHERE ticket BETWEEN ? AND ?)"_s,
        id, ids.first, ids.last);
    m_database.exec(u"UPDATE ticket_text SET title = '', content = '', address = '', requester = '', phone = '', "
                    "channel_reference = '', answer = '', ground = '' "
                    "WHERE ticket IN (SELECT id FROM ticket WHERE import_batch = ? AND number IS NULL)"_s,
                    id);
    m_database.exec(u"DELETE FROM ticket_text WHERE ticket IN "
                    "(SELECT id FROM ticket WHERE import_batch = ? AND number IS NOT NULL)"_s,
                    id);
    m_database.exec(u"DELETE FROM ticket WHERE import_batch = ? AND number IS NOT NULL"_s, id);
    return emptied;
}

void ImportBatchRepository::markUndone(qint64 id, const QDateTime &at, const QString &user) const
{
    m_database.exec(u"UPDATE import_batch SET undone_at = ?, undone_by = ? WHERE id = ?"_s, at, user, id);
}

} // namespace huiyin
