// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Rescue.h"

#include "domain/Progress.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/OfficeRepository.h"
#include "storage/PartialFile.h"
#include "storage/SafeFile.h"
#include "storage/Schema.h"
#include "storage/SearchIndex.h"
#include "storage/StorageError.h"
#include "storage/Transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// What is made anew from the rest.
bool isDerived(const QString &table)
{
    return table.startsWith(u"ticket_search") || table == u"search_state" || table == u"search_pending"
           || table == u"figure_day" || table.startsWith(u"sqlite_");
}

// A row that can't be had is a failure of the disk, or of what is written there.
bool isLoss(const StorageError &error)
{
    constexpr int inputOutput = 10; // SQLITE_IOERR: beyond the end of a file that was cut off
    return error.kind() == StorageError::Kind::Damaged || error.kind() == StorageError::Kind::NotCaseFile
           || error.kind() == StorageError::Kind::Constraint || (error.nativeCode() & 0xFF) == inputOutput;
}

// One table on its way from the damaged file ("hurt") into the new one.
class TableRescue
{
public:
    TableRescue(Database &database, const QString &table, RescueReport &report)
        : m_database(database)
        , m_table(table)
        , m_report(report)
    {
        QStringList intact; // no text holds a U+0000: that is a page of zeros
        const auto names = database.all(
            u"SELECT name, type FROM pragma_table_info(?) WHERE name IN (SELECT name FROM pragma_table_info(?, 'hurt'))"_s,
            [](const Row &row) { return std::pair(row.get<QString>(0), row.get<QString>(1)); }, table, table);
        QStringList columns;
        for (const auto &[name, type] : names) {
            const QString quoted = u'"' + name + u'"';
            columns.append(quoted);
            if (type == u"TEXT")
                intact.append(u" AND ifnull(instr("_s + quoted + u", char(0)), 0) = 0"_s);
        }
        m_copy = u"INSERT INTO main.%1(%2) SELECT %2 FROM hurt.%1 WHERE "_s.arg(table, columns.join(u", "_s));
        m_intact = intact.join(QString());
    }

    void run(const Progress &progress)
    {
        const bool hasRowIds =
            m_database.value<qint64>(u"SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'"_s, m_table) == 0;
        m_database.exec(u"DELETE FROM main."_s + m_table); // what the scripts put into a new file
        if (hasRowIds)
            copyByRowIds(progress);
        else
            copyByKeys();
        m_report.rows[m_table] = m_database.value<qint64>(u"SELECT count(*) FROM main."_s + m_table).value_or(0);
    }

private:
    void copyByRowIds(const Progress &progress)
    {
        constexpr qint64 atOnce = 256;
        const QString seek = u"SELECT rowid FROM hurt.%1 WHERE rowid >= ? ORDER BY rowid LIMIT 1"_s.arg(m_table);
        qint64 from = std::numeric_limits<qint64>::min() / 2;
        for (;;) {
            stopIfCancelled(progress);
            const auto next = seekPast(seek, from);
            if (!next)
                return;
            copy(*next, *next + atOnce - 1);
            from = *next + atOnce;
        }
    }

    // The first row from there on that can be found; nullopt: there is none.
    std::optional<qint64> seekPast(const QString &seek, qint64 from)
    {
        // A page of rows that can't be read is passed step by step; beyond many, in strides that grow.
        constexpr int small = 64;
        constexpr int many = 20'000;
        constexpr qint64 end = std::numeric_limits<qint64>::max() / 4;
        if (from < 1) { // nearly always there is nothing before 1
            try {
                return m_database.value<qint64>(seek, from);
            } catch (const StorageError &error) {
                if (!isLoss(error))
                    throw;
                from = 1;
            }
        }
        qint64 stride = 0;
        qint64 at = from;
        for (int tries = 0; at < end; ++tries, at += stride) {
            try {
                auto found = m_database.value<qint64>(seek, at);
                if (tries == 0)
                    return found;
                // Back over what the last stride has left out.
                for (qint64 before = at - 1; stride <= 8 && before > at - stride; --before) {
                    try {
                        found = m_database.value<qint64>(seek, before);
                    } catch (const StorageError &) {
                        break;
                    }
                }
                lose(from, found ? *found - 1 : -1);
                return found;
            } catch (const StorageError &error) {
                if (!isLoss(error))
                    throw;
                stride = tries < small ? 1 : tries < many ? std::min<qint64>(8, tries / small) : stride * 2;
            }
        }
        lose(from, -1);
        return std::nullopt;
    }

    // What can be had of these rows: all at once, or else by halves.
    void copy(qint64 from, qint64 to)
    {
        try {
            m_database.exec(m_copy + u"rowid BETWEEN ? AND ?"_s + m_intact, from, to);
            if (m_intact.isEmpty())
                return;
            m_database.each(
                u"SELECT rowid FROM hurt.%1 WHERE rowid BETWEEN ? AND ? AND NOT (1%2)"_s.arg(m_table, m_intact),
                [this](const Row &row) { lose(row.get<qint64>(0), row.get<qint64>(0)); }, from, to);
        } catch (const StorageError &error) {
            if (!isLoss(error))
                throw;
            if (from == to) {
                lose(from, to);
                return;
            }
            const qint64 middle = from + (to - from) / 2;
            m_database.exec(u"DELETE FROM main.%1 WHERE rowid BETWEEN ? AND ?"_s.arg(m_table), from, to);
            copy(from, middle);
            copy(middle + 1, to);
        }
    }

    // Without numbers of rows: from the beginning until something can't be read, and from the end.
    void copyByKeys()
    {
        const QStringList keys = m_database.all(
            u"SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"_s,
            [](const Row &row) { return row.get<QString>(0); }, m_table);
        try {
            m_database.exec(m_copy + u"1"_s + m_intact);
            return;
        } catch (const StorageError &error) {
            if (!isLoss(error))
                throw;
        }
        QString copyOne = m_copy + u"1"_s + m_intact + u" ORDER BY %1 LIMIT 1 OFFSET ?"_s;
        copyOne.replace(u"INSERT INTO"_s, u"INSERT OR IGNORE INTO"_s);
        for (const QString &direction : {u""_s, u" DESC"_s}) {
            QStringList order;
            for (const QString &key : keys)
                order.append(key + direction);
            try {
                for (qint64 i = 0; m_database.exec(QString(copyOne).replace(u"%1"_s, order.join(u", "_s)), i) > 0;
                     ++i) {
                }
            } catch (const StorageError &error) {
                if (!isLoss(error))
                    throw;
            }
        }
        m_report.doubts.append({.object = m_table, .message = Text::tr("Rows in the middle of this table are lost.")});
    }

    // `to` -1: to the end.
    void lose(qint64 from, qint64 to)
    {
        if (to >= 0 && to < from)
            return;
        const QString rows = to < 0       ? Text::tr("%1 and after").arg(from)
                             : from == to ? QString::number(from)
                                          : QString(QString::number(from) + u'–' + QString::number(to));
        m_report.doubts.append({.object = m_table + u' ' + rows, .message = Text::tr("Could not be read.")});
    }

    Database &m_database;
    QString m_table;
    RescueReport &m_report;
    QString m_copy;
    QString m_intact;
};

// References to what is lost are emptied; what can't be without is left out.
void settleReferences(Database &database, RescueReport &report)
{
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
            return;
        Transaction transaction(database);
        for (const Orphan &orphan : orphans) {
            const auto column = database.value<QString>(
                u"SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE id = ?"_s, orphan.table, orphan.key);
            if (!column)
                continue;
            if (!orphan.row) {
                database.exec(u"DELETE FROM main.%1 WHERE %2 NOT IN (SELECT rowid FROM main.%3)"_s.arg(
                    orphan.table, *column, orphan.parent));
                continue;
            }
            const QString object = orphan.table + u' ' + QString::number(*orphan.row);
            try {
                database.exec(u"UPDATE main.%1 SET %2 = NULL WHERE rowid = ?"_s.arg(orphan.table, *column),
                              *orphan.row);
                report.doubts.append(
                    {.object = object,
                     .message = Text::tr("Its “%1” referred to something lost, and is empty now.").arg(*column)});
            } catch (const StorageError &error) {
                constexpr int mismatch = 20; // SQLITE_MISMATCH: it is the row's own number
                if (error.kind() != StorageError::Kind::Constraint && error.nativeCode() != mismatch)
                    throw;
                database.exec(u"DELETE FROM main.%1 WHERE rowid = ?"_s.arg(orphan.table), *orphan.row);
                --report.rows[orphan.table];
                report.doubts.append(
                    {.object = object,
                     .message = Text::tr("Was left out: what it belongs to (%1) is lost.").arg(*column)});
            }
        }
        transaction.commit();
    }
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
        report.doubts.append({.object = number, .message = Text::tr("The texts of this ticket are lost.")});
    }
    report.tickets =
        database.value<qint64>(u"SELECT count(*) FROM ticket WHERE number IS NOT NULL"_s).value_or(0) - numbered;
}

// The number givers know how many were given on each day.
void findMissing(Database &database, RescueReport &report)
{
    const auto there = database.all(u"SELECT number FROM ticket WHERE number IS NOT NULL"_s,
                                    [](const Row &row) { return row.get<QString>(0); });
    const QSet<QString> numbers(there.cbegin(), there.cend());
    database.each(u"SELECT span, last FROM number_series WHERE series = 'ticket' ORDER BY span"_s, [&](const Row &row) {
        const QString day = row.get<QString>(0);
        constexpr qint64 most = 999'999; // of a day; what stands there may be anything
        if (row.get<qint64>(1) > most) {
            report.doubts.append({.object = u"number_series "_s + day,
                                  .message = Text::tr("The number giver of this day is damaged: which of its tickets "
                                                      "are missing can't be told.")});
            return;
        }
        for (qint64 i = 1; i <= row.get<qint64>(1); ++i) {
            const QString number = u"%1-%2"_s.arg(day).arg(i, 4, 10, QLatin1Char('0'));
            if (!numbers.contains(number))
                report.missing.append(number);
        }
    });
}

QString attached(const QString &path)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    url.setQuery(u"mode=ro"_s);
    return url.toString(QUrl::FullyEncoded);
}

// The tables at the damaged file's own version, without triggers: they would write down everything as a change.
void copyTables(Database &database, const QString &damaged, const Progress &progress, RescueReport &report)
{
    const auto triggers =
        database.all(u"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"_s,
                     [](const Row &row) { return std::pair(row.get<QString>(0), row.get<QString>(1)); });
    for (const auto &[name, sql] : triggers)
        database.exec(u"DROP TRIGGER "_s + name);
    database.exec(u"PRAGMA foreign_keys = 0"_s);
    // Nobody has the file yet: it is brought to the disk as a whole before it gets its name.
    database.exec(u"PRAGMA synchronous = 0"_s);
    database.exec(u"ATTACH ? AS hurt"_s, attached(damaged));
    const QStringList tables =
        database.all(u"SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY rowid"_s,
                     [](const Row &row) { return row.get<QString>(0); });
    for (const QString &table : tables) {
        if (isDerived(table))
            continue;
        TableRescue(database, table, report).run(progress);
    }
    database.exec(u"DETACH hurt"_s);
    if (!OfficeRepository(database).load()) {
        OfficeRepository(database).insert({.name = u"【待核对】办公室名称未能恢复"_s});
        report.doubts.append({.object = u"office"_s, .message = Text::tr("The record of the office is lost.")});
    }
    database.exec(u"INSERT OR IGNORE INTO clock(id) VALUES(1)"_s);
    settleReferences(database, report);
    markTextless(database, report);
    findMissing(database, report);
    for (const auto &[name, sql] : triggers)
        database.exec(sql);
    database.exec(u"PRAGMA synchronous = 2"_s);
    database.exec(u"PRAGMA foreign_keys = 1"_s);
}

} // namespace

QString RescueReport::text() const
{
    QStringList lines{Text::tr("%n ticket(s) were brought over whole.", nullptr, static_cast<int>(tickets)),
                      Text::tr("%n ticket(s) are missing:", nullptr, static_cast<int>(missing.size()))};
    lines += missing;
    lines.append(Text::tr("To be looked into:"));
    for (const Doubt &doubt : doubts)
        lines.append(doubt.object + u": " + doubt.message);
    return lines.join(u'\n') + u'\n';
}

QString rescueListOf(const QString &target)
{
    return target + u".txt";
}

RescueReport rescue(const QString &damaged, const QString &target, const Progress &progress)
{
    const QString name = QFileInfo(damaged).fileName();
    const Schema schema = Schema::shipped();
    int version = 0;
    try {
        Database probe(damaged, Database::Access::Read);
        version = schema.verify(probe);
    } catch (const StorageError &error) {
        if (error.kind() != StorageError::Kind::Damaged && error.kind() != StorageError::Kind::NotCaseFile)
            throw;
        throw StorageError(
            error.kind(),
            Text::tr("Nothing can be rescued from “%1”: its beginning, with the list of its tables, can't "
                     "be read. Use the newest backup.")
                .arg(name),
            error.technical());
    }
    if (version < schema.version()) {
        throw StorageError(StorageError::Kind::Other,
                           Text::tr("“%1” was written by an older program (file version %2). Rescue it with that "
                                    "program, or use the newest backup.")
                               .arg(name)
                               .arg(version));
    }
    RescueReport report;
    PartialFile partial(target, false);
    SafeFile list(rescueListOf(target), false); // an earlier list is not replaced
    {
        Database database(partial.path(), Database::Access::Create);
        schema.migrate(database, 0);
        copyTables(database, damaged, progress, report);
        database.checkpoint();
    }
    {
        // As whoever opens it will find it.
        CaseFile file(partial.path(), CaseFile::Mode::Write);
        Progress quiet;
        (void)repairCounters(file, quiet);
        SearchIndex(file.database()).rebuild(quiet);
        stopIfCancelled(progress);
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
