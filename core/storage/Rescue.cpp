// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Rescue.h"

#include "domain/Progress.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/DamagedPages.h"
#include "storage/DamagedVersion.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/OfficeRepository.h"
#include "storage/OwnerLock.h"
#include "storage/PageRescue.h"
#include "storage/PartialFile.h"
#include "storage/RescueLosses.h"
#include "storage/SafeFile.h"
#include "storage/Schema.h"
#include "storage/SearchIndex.h"
#include "storage/StorageError.h"
#include "storage/TableRescue.h"
#include "storage/TableShape.h"
#include "storage/Transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QSet>
#include <QUrl>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// A page of a code table that is lost takes all its names with it, and every ticket would go for want of its channel: an
// entry of the same number, named as lost, keeps them as they were.
void standInForCodes(Database &database, RescueReport &report)
{
    struct Reference
    {
        QString table;
        QString column;
        QString code;
    };
    const auto references = database.all(
        u"SELECT t.name, f.\"from\", f.\"table\" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f "
        "WHERE t.type = 'table' AND t.name <> f.\"table\" "
        "AND f.\"table\" IN ('channel', 'request_type', 'category', 'topic', 'area', 'department')"_s,
        [](const Row &row) {
            return Reference{row.get<QString>(0), row.get<QString>(1), row.get<QString>(2)};
        });
    const auto standIn = [&](const QString &code, qint64 id, qint64 from) {
        const QString name = u"【待核对】原名称未能恢复 %1"_s.arg(from);
        database.exec(u"INSERT INTO main.%1(id, name, position) VALUES(?, ?, ?)"_s.arg(code), id, name, id);
        report.doubts.append({.object = Text::tr("%1, record %2").arg(tableWord(code)).arg(id),
                              .message = Text::tr("Its name is lost. It is called “%1” now: rename it.").arg(name)});
    };
    constexpr qint64 largest = CodeTableRepository::largestId;
    Transaction transaction(database);
    for (const Reference &reference : references) {
        const auto lost = database.all(
            u"SELECT DISTINCT %1 FROM main.%2 WHERE %1 BETWEEN 1 AND ? AND %1 NOT IN (SELECT id FROM main.%3)"_s.arg(
                reference.column, reference.table, reference.code),
            [](const Row &row) { return row.get<qint64>(0); }, largest);
        for (const qint64 id : lost)
            standIn(reference.code, id, id);
    }
    // No list can be kept by a number that can't be: it gets one behind all others.
    QMap<QString, QSet<qint64>> others; // by code table
    const auto note = [&](const QString &table, const QString &column, const QString &code) {
        database.each(
            u"SELECT DISTINCT %1 FROM main.%2 WHERE %1 NOT BETWEEN 1 AND ?"_s.arg(column, table),
            [&](const Row &row) { others[code].insert(row.get<qint64>(0)); }, largest);
    };
    for (const Reference &reference : references) {
        note(reference.code, u"id"_s, reference.code);
        note(reference.table, reference.column, reference.code);
    }
    for (auto code = others.cbegin(); code != others.cend(); ++code) {
        for (const qint64 id : *code) {
            const qint64 number =
                1
                + database
                      .value<qint64>(u"SELECT max(id) FROM main.%1 WHERE id BETWEEN 1 AND ?"_s.arg(code.key()), largest)
                      .value_or(0);
            if (number > largest)
                break;
            if (database.exec(u"UPDATE main.%1 SET id = ? WHERE id = ?"_s.arg(code.key()), number, id) == 0)
                standIn(code.key(), number, id);
            for (const Reference &reference : references) {
                if (reference.code == code.key())
                    database.exec(u"UPDATE main.%1 SET %2 = ? WHERE %2 = ?"_s.arg(reference.table, reference.column),
                                  number, id);
            }
        }
    }
    transaction.commit();
}

// References to what is lost are emptied; what can't be without is left out.
void settleReferences(Database &database, RescueReport &report)
{
    RecordDoubts doubts;
    constexpr int deepest = 10; // a reminder of a dispatch of a ticket
    for (int pass = 0; pass < deepest; ++pass) {
        struct Orphan
        {
            QString table;
            std::optional<qint64> row;
            QString parent;
            qint64 key;
        };
        const auto orphans = database.all(u"PRAGMA main.foreign_key_check"_s, [](const Row &row) {
            return Orphan{row.get<QString>(0), row.get<std::optional<qint64>>(1), row.get<QString>(2),
                          row.get<qint64>(3)};
        });
        if (orphans.isEmpty())
            break;
        Transaction transaction(database);
        QSet<QStringList> keyed; // table, column, parent; of rows without numbers
        for (const Orphan &orphan : orphans) {
            const auto column = database.value<QString>(
                u"SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE id = ?"_s, orphan.table, orphan.key);
            if (!column)
                continue;
            if (!orphan.row) {
                keyed.insert({orphan.table, *column, orphan.parent});
                continue;
            }
            try {
                database.exec(u"UPDATE main.%1 SET %2 = NULL WHERE rowid = ?"_s.arg(orphan.table, *column),
                              *orphan.row);
                doubts.add(
                    orphan.table, *orphan.row, *orphan.row,
                    Text::tr("It referred to something lost (%1), and does no more.").arg(tableWord(orphan.parent)));
            } catch (const StorageError &error) {
                constexpr int mismatch = 20; // SQLITE_MISMATCH: it is the row's own number
                if (error.kind() != StorageError::Kind::Constraint && error.nativeCode() != mismatch)
                    throw;
                database.exec(u"DELETE FROM main.%1 WHERE rowid = ?"_s.arg(orphan.table), *orphan.row);
                doubts.add(orphan.table, *orphan.row, *orphan.row,
                           Text::tr("Was left out: what it belongs to (%1) is lost.").arg(tableWord(orphan.parent)));
            }
        }
        for (const QStringList &names : std::as_const(keyed)) {
            const qint64 left = database.exec(
                u"DELETE FROM main.%1 WHERE %2 NOT IN (SELECT rowid FROM main.%3)"_s.arg(names[0], names[1], names[2]));
            if (left > 0) {
                report.doubts.append(
                    {.object = tableWord(names[0]),
                     .message = Text::tr("%n record(s) were left out: what they belong to (%1) is lost.", nullptr,
                                         static_cast<int>(left))
                                    .arg(tableWord(names[2]))});
            }
        }
        transaction.commit();
    }
    doubts.tell(report);
}

// A ticket without its texts can't be shown; it says so itself.
void markTextless(Database &database, RescueReport &report)
{
    const auto bare =
        database.all(u"SELECT id, ifnull(number, '') FROM ticket WHERE id NOT IN (SELECT ticket FROM ticket_text)"_s,
                     [](const Row &row) { return std::pair(row.get<qint64>(0), row.get<QString>(1)); });
    qint64 numbered = 0;
    for (const auto &[id, number] : bare) {
        numbered += number.isEmpty() ? 0 : 1;
        database.exec(u"INSERT INTO ticket_text(ticket, title) VALUES(?, ?)"_s, id, u"【待核对】原文未能恢复"_s);
        const QString object =
            number.isEmpty() ? Text::tr("%1, record %2").arg(tableWord(u"ticket"_s)).arg(id) : number; // a draft
        report.doubts.append({.object = object, .message = Text::tr("The texts of this ticket are lost.")});
    }
    report.tickets =
        database.value<qint64>(u"SELECT count(*) FROM ticket WHERE number IS NOT NULL"_s).value_or(0) - numbered;
}

// The number givers know how many were given on each day, and so do the tickets that are there, and the index of the
// numbers (`given`). `mayLackDays`: number givers may be lost themselves; else a day without one had its numbers elsewhere.
void findMissing(Database &database, const QSet<QString> &given, bool mayLackDays, RescueReport &report)
{
    const auto there = database.all(u"SELECT number FROM ticket WHERE number IS NOT NULL"_s,
                                    [](const Row &row) { return row.get<QString>(0); });
    const QSet<QString> numbers(there.cbegin(), there.cend());
    QMap<QString, qint64> last;      // by day
    constexpr qint64 most = 999'999; // of a day; what stands there may be anything
    database.each(u"SELECT span, last FROM number_series WHERE series = 'ticket' ORDER BY span"_s, [&](const Row &row) {
        if (row.get<qint64>(1) <= most) {
            last.insert(row.get<QString>(0), row.get<qint64>(1));
            return;
        }
        report.doubts.append(
            {.object = Text::tr("%1, record %2").arg(tableWord(u"number_series"_s), row.get<QString>(0)),
             .message = Text::tr("The number giver of this day is damaged: which of its tickets "
                                 "are missing can't be told.")});
    });
    for (const QSet<QString> &some : {numbers, given}) {
        for (const QString &number : some) {
            const QString day = number.section(u'-', 0, 0);
            const qint64 one = number.section(u'-', 1).toLongLong();
            if (one > 0 && one <= most && day.size() == 8 && (mayLackDays || last.contains(day)))
                last[day] = std::max(last.value(day), one);
        }
    }
    for (auto day = last.cbegin(); day != last.cend(); ++day) {
        for (qint64 i = 1; i <= *day; ++i) {
            const QString number = u"%1-%2"_s.arg(day.key()).arg(i, 4, 10, QLatin1Char('0'));
            if (!numbers.contains(number))
                report.missing.append(number);
        }
    }
}

QString attached(const QString &path)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    url.setQuery(u"mode=ro"_s);
    return url.toString(QUrl::FullyEncoded);
}

// Row by row through SQLite. False: something of the file keeps it from going on.
bool readBySql(Database &database, const QStringList &tables, const QString &damaged, RescueLosses &losses,
               const Progress &progress)
{
    bool isReadable = true;
    database.exec(u"ATTACH ? AS hurt"_s, attached(damaged));
    try {
        for (const QString &table : tables)
            copyReadable(database, table, losses, progress);
    } catch (const StorageError &error) {
        if (!isLoss(error))
            throw;
        isReadable = false;
    }
    database.exec(u"DETACH hurt"_s);
    return isReadable;
}

void readPages(Database &database, const DamagedPages &pages, const QString &damaged, bool wasRead,
               const std::vector<TableShape> &shapes, RescueLosses &losses, const Progress &progress, PageRescue &found,
               RescueReport &report)
{
    found = rescuePages(database, pages, shapes, !wasRead, losses, progress);
    if (found.lostPages > 0) {
        report.doubts.append({.object = QFileInfo(damaged).fileName(),
                              .message = Text::tr("%1 of the %2 pages of the file are empty or can't be read.")
                                             .arg(found.lostPages)
                                             .arg(found.pages)});
    }
    if (found.undecided > 0) {
        report.doubts.append({.object = QFileInfo(damaged).fileName(),
                              .message = Text::tr("%n record(s) were left out: whose they are can't be told.", nullptr,
                                                  static_cast<int>(found.undecided))});
    }
}

// What can be read of the damaged file, into the empty tables of the new one. Their triggers are away meanwhile: they would
// write down everything as a change.
void copyTables(Database &database, const QString &damaged, bool hasList, const std::vector<TableShape> &shapes,
                const Progress &progress, RescueReport &report)
{
    const auto triggers =
        database.all(u"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"_s,
                     [](const Row &row) { return std::pair(row.get<QString>(0), row.get<QString>(1)); });
    for (const auto &[name, sql] : triggers)
        database.exec(u"DROP TRIGGER "_s + name);
    database.exec(u"PRAGMA foreign_keys = 0"_s);
    QStringList tables = database.all(u"SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY rowid"_s,
                                      [](const Row &row) { return row.get<QString>(0); });
    tables.removeIf(isDerived);
    for (const QString &table : std::as_const(tables))
        database.exec(u"DELETE FROM main."_s + table); // what the scripts put into a new file
    RescueLosses losses;
    PageRescue found;
    const bool wasRead = hasList && readBySql(database, tables, damaged, losses, progress);
    // SQLite reads a log up to the first damaged place, and says nothing.
    const DamagedPages pages(damaged, progress);
    if (!wasRead || !losses.isEmpty())
        readPages(database, pages, damaged, wasRead, shapes, losses, progress, found, report);
    const auto isEmpty = [&database](const QString &table) {
        return database.value<qint64>(u"SELECT EXISTS(SELECT 1 FROM main.%1)"_s.arg(table)) == 0;
    };
    if (std::ranges::all_of(tables, isEmpty))
        throw nothingToRescue(damaged, {});
    if (pages.isLogLost()) {
        report.doubts.append({.object = QFileInfo(damaged).fileName() + u"-wal",
                              .message = Text::tr("This log can't be read, or not to its end: what was saved last "
                                                  "may be missing.")});
    }
    if (!OfficeRepository(database).load()) {
        OfficeRepository(database).insert({.name = u"【待核对】办公室名称未能恢复"_s});
        report.doubts.append(
            {.object = tableWord(u"office"_s), .message = Text::tr("The record of the office is lost.")});
    }
    if (tables.contains(u"clock"_s))
        database.exec(u"INSERT OR IGNORE INTO clock(id) VALUES(1)"_s);
    if (!wasRead && database.value<qint64>(u"SELECT count(*) FROM number_series"_s) == 0)
        losses.loseMiddle(u"number_series"_s);
    losses.tell(database, report);
    standInForCodes(database, report);
    settleReferences(database, report);
    markTextless(database, report);
    findMissing(database, found.numbers, found.pages > 0, report);
    for (const QString &table : std::as_const(tables))
        report.rows[table] = database.value<qint64>(u"SELECT count(*) FROM main."_s + table).value_or(0);
    for (const auto &[name, sql] : triggers)
        database.exec(sql);
    database.exec(u"PRAGMA foreign_keys = 1"_s);
}

// A rescue is an event, as a restore is. What it lists is in the list beside the file.
void recordRescue(Database &database, const QString &damaged, const RescueStamp &stamp, const RescueReport &report)
{
    QJsonObject rows;
    for (auto table = report.rows.cbegin(); table != report.rows.cend(); ++table) {
        if (*table > 0)
            rows.insert(table.key(), *table);
    }
    Transaction transaction(database);
    HistoryRepository(database).append({.at = stamp.at,
                                        .user = stamp.user,
                                        .operation = QUuid::createUuid().toString(QUuid::WithoutBraces),
                                        .object = u"backup"_s,
                                        .action = u"rescued"_s,
                                        .details = {{u"from"_s, QFileInfo(damaged).fileName()},
                                                    {u"tickets"_s, report.tickets},
                                                    {u"missing"_s, report.missing.size()},
                                                    {u"doubts"_s, report.doubts.size()},
                                                    {u"rows"_s, rows}}});
    transaction.commit();
}

} // namespace

QString RescueReport::text() const
{
    QStringList lines{Text::tr("%n ticket(s) were brought over whole.", nullptr, static_cast<int>(tickets))};
    if (missing.isEmpty() && doubts.isEmpty())
        lines.append(Text::tr("Nothing is missing, and nothing has to be looked into."));
    if (!missing.isEmpty()) {
        lines.append(Text::tr("%n ticket(s) are missing:", nullptr, static_cast<int>(missing.size())));
        lines += missing;
    }
    if (!doubts.isEmpty())
        lines.append(Text::tr("To be looked into:"));
    for (const Doubt &doubt : doubts)
        lines.append(Text::tr("%1: %2", "a record and what is told of it").arg(doubt.object, doubt.message));
    return lines.join(u'\n') + u'\n';
}

QString rescueListOf(const QString &target)
{
    return target + u".txt";
}

RescueReport rescue(const QString &damaged, const QString &target, const RescueStamp &stamp, const Progress &progress)
{
    if (const QString holder = OwnerLock::holder(damaged); !holder.isEmpty()) {
        throw StorageError(
            StorageError::Kind::InUse,
            Text::tr("“%1” is open for writing by %2. Close it first: nothing can be rescued from a file "
                     "that changes meanwhile.")
                .arg(QFileInfo(damaged).fileName(), holder));
    }
    RescueReport report;
    PartialFile partial(target, false);
    SafeFile list(rescueListOf(target), false); // an earlier list is not replaced
    const Schema schema = Schema::shipped();
    const DamagedVersion version = damagedVersion(damaged, target, schema, progress);
    if (!version.isTold) {
        report.doubts.append(
            {.object = QFileInfo(damaged).fileName(),
             .message = Text::tr("Which version of the program wrote this file can't be told any more. "
                                 "It was read as one of the present version.")});
    }
    {
        Database database(partial.path(), Database::Access::Create);
        // Nobody has the file yet: it is brought to the disk as a whole before it gets its name.
        database.exec(u"PRAGMA synchronous = 0"_s);
        const Schema itsSchema = schema.upTo(version.number);
        const std::vector<TableShape> shapes = shapesOf(database, makeTables(database, itsSchema));
        copyTables(database, damaged, version.hasList, shapes, progress, report);
        if (version.number < schema.version())
            schema.migrate(database, version.number);
        database.exec(u"PRAGMA synchronous = 2"_s);
        database.checkpoint();
    }
    {
        // As whoever opens it will find it.
        CaseFile file(partial.path(), CaseFile::Mode::Write);
        Progress quiet;
        (void)repairCounters(file, quiet);
        SearchIndex(file.database()).rebuild(quiet);
        stopIfCancelled(progress);
        recordRescue(file.database(), damaged, stamp, report);
        const auto findings = checkFile(file, quiet);
        for (const CheckFinding &finding : findings)
            report.doubts.append({.object = finding.object, .message = finding.message});
        file.database().checkpoint();
    }
    list.write(report.text().toUtf8());
    list.commit();
    try {
        partial.finish();
    } catch (...) {
        QFile::remove(rescueListOf(target));
        throw;
    }
    return report;
}

} // namespace huiyin
