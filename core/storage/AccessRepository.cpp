// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/AccessRepository.h"

#include "domain/HistoryEvent.h"
#include "storage/Database.h"
#include "storage/StorageError.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto selectRecord = u"SELECT sequence, at, user, action, ticket, details, hash FROM access_record "_s;

AccessRecord toRecord(const Row &row)
{
    return {.at = row.get<QDateTime>(1),
            .user = row.get<QString>(2),
            .action = row.get<QString>(3),
            .ticket = row.get<std::optional<TicketId>>(4),
            .details = row.get<QString>(5),
            .sequence = row.get<qint64>(0)};
}

// One rule for both chains of the file: an access record is hashed as an event that happened to its ticket.
QByteArray hashOfRecord(const QByteArray &previous, const AccessRecord &record)
{
    const HistoryEvent event{.sequence = record.sequence,
                             .at = record.at,
                             .user = record.user,
                             .object = record.ticket ? u"ticket"_s : QString(),
                             .objectId = record.ticket ? record.ticket->value() : 0,
                             .action = record.action};
    return chainHash(previous, event, record.details.toUtf8());
}

} // namespace

qint64 AccessRepository::append(const AccessRecord &record) const
{
    AccessRecord next = record;
    QByteArray previous;
    next.sequence = 1;
    if (const auto last =
            m_database.first(u"SELECT sequence, hash FROM access_record ORDER BY sequence DESC LIMIT 1"_s,
                             [](const Row &row) { return std::pair(row.get<qint64>(0), row.get<QByteArray>(1)); })) {
        next.sequence = last->first + 1;
        previous = last->second;
    }
    const QByteArray hash = hashOfRecord(previous, next);
    m_database.exec(u"INSERT INTO access_record(sequence, at, user, action, ticket, details, hash) "
                    "VALUES(?, ?, ?, ?, ?, ?, ?)"_s,
                    next.sequence, next.at, next.user, next.action, next.ticket, next.details, hash);
    m_database.setWitness([sequence = next.sequence, hash](Database &database) {
        return database.value<QByteArray>(u"SELECT hash FROM access_record WHERE sequence = ?"_s, sequence) == hash;
    });
    return next.sequence;
}

QList<AccessRecord> AccessRepository::ofTicket(TicketId ticket) const
{
    return m_database.all(selectRecord + u"WHERE ticket = ? ORDER BY sequence"_s, toRecord, ticket);
}

QList<AccessRecord> AccessRepository::newest(int limit) const
{
    return m_database.all(selectRecord + u"ORDER BY sequence DESC LIMIT ?"_s, toRecord, limit);
}

ChainWalk AccessRepository::walk(const Progress &progress) const
{
    ChainWalk walked;
    QByteArray previous;
    qint64 expected = 1;
    bool chained = false; // records of older versions have no hash, and stand before all others
    m_database.each(selectRecord + u"ORDER BY sequence"_s, [&](const Row &row) {
        stopIfCancelled(progress);
        ++walked.records;
        if (walked.firstBreak)
            return;
        const AccessRecord record = toRecord(row);
        const auto hash = row.get<QByteArray>(6);
        const bool old = hash.isEmpty() && !chained;
        if (record.sequence != expected || (!old && hashOfRecord(previous, record) != hash))
            walked.firstBreak = record.sequence;
        chained = chained || !hash.isEmpty();
        previous = hash;
        ++expected;
    });
    return walked;
}

} // namespace huiyin
