// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/FileFacts.h"

#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/Transaction.h"

using namespace Qt::StringLiterals;

namespace huiyin {

FileFacts factsOf(CaseFile &file)
{
    Database &database = file.database();
    const ReadTransaction view(database);
    const auto count = [&database](const QString &sql) { return database.value<qint64>(sql).value_or(0); };
    return {.fileKey = fileKeyOf(file),
            .version = static_cast<int>(count(u"PRAGMA user_version"_s)),
            .tickets = count(u"SELECT count(*) FROM ticket"_s),
            .calls = count(u"SELECT count(*) FROM call"_s),
            .history = count(u"SELECT count(*) FROM history"_s),
            .access = count(u"SELECT count(*) FROM access_record"_s),
            .end = chainEndOf(file)};
}

FileFacts factsOfOlder(Database &database)
{
    const ReadTransaction view(database);
    const auto value = [&database](const QString &sql) { return database.value<qint64>(sql).value_or(0); };
    const auto count = [&](const QString &table) -> qint64 {
        const bool isThere =
            database.value<qint64>(u"SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"_s, table) == 1;
        return isThere ? value(u"SELECT count(*) FROM "_s + table) : 0;
    };
    FileFacts facts{.version = static_cast<int>(value(u"PRAGMA user_version"_s)),
                    .tickets = count(u"ticket"_s),
                    .calls = count(u"call"_s),
                    .history = count(u"history"_s),
                    .access = count(u"access_record"_s)};
    facts.end.history = value(u"SELECT sequence FROM history ORDER BY sequence DESC LIMIT 1"_s);
    facts.end.historyHash =
        database.value<QByteArray>(u"SELECT hash FROM history ORDER BY sequence DESC LIMIT 1"_s).value_or(QByteArray());
    return facts;
}

NewerRecords newerThan(CaseFile &file, const ChainEnd &copy)
{
    Database &database = file.database();
    const ReadTransaction view(database);
    NewerRecords newer{.verdict = compareWith(file, copy)};
    newer.events =
        database.value<qint64>(u"SELECT count(*) FROM history WHERE sequence > ?"_s, copy.history).value_or(0);
    newer.tickets = database
                        .value<qint64>(u"SELECT count(DISTINCT object_id) FROM history "
                                       "WHERE sequence > ? AND object = 'ticket'"_s,
                                       copy.history)
                        .value_or(0);
    newer.firstTickets = database.all(
        u"SELECT t.number FROM ticket t WHERE t.number IS NOT NULL AND t.id IN "
        "(SELECT object_id FROM history WHERE sequence > ? AND object = 'ticket') ORDER BY t.id LIMIT ?"_s,
        [](const Row &row) { return row.get<QString>(0); }, copy.history, NewerRecords::told);
    return newer;
}

} // namespace huiyin
