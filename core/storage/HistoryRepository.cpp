// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/HistoryRepository.h"

#include "storage/Database.h"
#include "storage/StorageError.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

HistoryEvent toEvent(const Row &row)
{
    return {.sequence = row.get<qint64>(0),
            .at = row.get<QDateTime>(1),
            .user = row.get<QString>(2),
            .operation = row.get<QString>(3),
            .object = row.get<QString>(4),
            .objectId = row.get<qint64>(5),
            .action = row.get<QString>(6),
            .details = QJsonDocument::fromJson(row.get<QString>(7).toUtf8()).object()};
}

const auto selectEvent =
    u"SELECT sequence, at, user, operation, object, object_id, action, details, hash FROM history "_s;

} // namespace

void HistoryRepository::append(const HistoryEvent &event) const
{
    HistoryEvent next = event;
    QByteArray previousHash;
    if (const auto last =
            m_database.first(u"SELECT sequence, hash FROM history ORDER BY sequence DESC LIMIT 1"_s,
                             [](const Row &row) { return std::pair(row.get<qint64>(0), row.get<QByteArray>(1)); })) {
        next.sequence = last->first + 1;
        previousHash = last->second;
    } else {
        next.sequence = 1;
    }
    const QByteArray details = detailsText(next);
    m_database.exec(u"INSERT INTO history(sequence, at, user, operation, object, object_id, action, details, hash) "
                    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    next.sequence, next.at, next.user, next.operation, next.object, next.objectId, next.action,
                    QString::fromUtf8(details), chainHash(previousHash, next, details));
    m_database.setWitness(
        [operation = next.operation](Database &database) { return HistoryRepository(database).contains(operation); });
}

QList<HistoryEvent> HistoryRepository::of(const QString &object, qint64 objectId) const
{
    return m_database.all(selectEvent + u"WHERE object = ? AND object_id = ? ORDER BY sequence"_s, toEvent, object,
                          objectId);
}

QList<HistoryEvent> HistoryRepository::latestOf(const QString &object, int count) const
{
    return m_database.all(selectEvent + u"WHERE object = ? ORDER BY sequence DESC LIMIT ?"_s, toEvent, object, count);
}

bool HistoryRepository::contains(const QString &operation) const
{
    return m_database.value<qint64>(u"SELECT 1 FROM history WHERE operation = ? LIMIT 1"_s, operation).has_value();
}

ChainWalk HistoryRepository::walk(const Progress &progress) const
{
    ChainWalk walked;
    QByteArray previousHash;
    qint64 expected = 1;
    m_database.each(selectEvent + u"ORDER BY sequence"_s, [&](const Row &row) {
        stopIfCancelled(progress);
        ++walked.records;
        if (walked.firstBreak)
            return;
        const HistoryEvent event = toEvent(row);
        const auto hash = row.get<QByteArray>(8);
        if (event.sequence != expected || chainHash(previousHash, event, row.get<QString>(7).toUtf8()) != hash)
            walked.firstBreak = event.sequence;
        previousHash = hash;
        ++expected;
    });
    return walked;
}

} // namespace huiyin
