// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TableRescue.h"

#include "domain/Progress.h"
#include "storage/Database.h"
#include "storage/RescueLosses.h"
#include "storage/StorageError.h"

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// One table on its way from the damaged file ("hurt") into the new one. What a damaged tree gives need not be in the order
// that it tells, nor between the bounds that were asked for: every step ends by itself.
class TableRescue
{
public:
    TableRescue(Database &database, const QString &table, RescueLosses &losses, const Progress &progress)
        : m_database(database)
        , m_table(table)
        , m_losses(losses)
        , m_progress(progress)
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
        m_columns = columns.join(u", "_s);
        m_insert = u"INTO main.%1(%2) SELECT %2 FROM "_s.arg(table, m_columns);
        m_intact = intact.join(QString());
    }

    void run()
    {
        const bool hasRowIds =
            m_database.value<qint64>(u"SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'"_s, m_table) == 0;
        if (m_columns.isEmpty()) { // it is not in the list of tables any more
            if (hasRowIds)
                m_losses.lose(m_table, 1, RescueLosses::end);
            else
                m_losses.loseMiddle(m_table);
        } else if (hasRowIds) {
            copyByRowIds();
        } else {
            copyByKeys();
        }
    }

private:
    void copyByRowIds()
    {
        constexpr qint64 atOnce = 256;
        qint64 from = std::numeric_limits<qint64>::min() / 2;
        for (;;) {
            stopIfCancelled(m_progress);
            const auto next = seekPast(from);
            if (!next)
                return;
            if (*next > RescueLosses::end - atOnce) {
                copy(*next, RescueLosses::end);
                return;
            }
            copy(*next, *next + atOnce - 1);
            from = *next + atOnce;
        }
    }

    // The first row from there on that SQLite finds. The second condition is asked of the row itself.
    std::optional<qint64> seek(qint64 from)
    {
        return m_database.value<qint64>(
            u"SELECT rowid FROM hurt.%1 WHERE rowid >= ? AND +rowid >= ? ORDER BY rowid LIMIT 1"_s.arg(m_table), from,
            from);
    }

    // The same past what can't be read; nullopt: there is none.
    std::optional<qint64> seekPast(qint64 from)
    {
        constexpr qint64 far = std::numeric_limits<qint64>::max() / 4;
        if (from < 1) { // nearly always there is nothing before 1
            try {
                return seek(from);
            } catch (const StorageError &error) {
                if (!isLoss(error))
                    throw;
                from = 1;
            }
        }
        if (const Sought found = trySeek(from); found.isReadable)
            return found.first;
        for (qint64 at = from; at < far;) {
            stopIfCancelled(m_progress);
            const qint64 before = at; // can't be read
            at += strideAfter(at - from);
            if (const Sought found = trySeek(at); found.isReadable) {
                const auto first = firstBetween(before, at, found.first);
                m_losses.lose(m_table, from, first ? *first - 1 : RescueLosses::end);
                return first;
            }
        }
        m_losses.lose(m_table, from, RescueLosses::end);
        return std::nullopt;
    }

    // The rows of a page are passed one by one, then by steps that grow with the way: a branch of the tree that is lost
    // takes some hundred of them, and so does a table without a root. What they leave out the pages have.
    static qint64 strideAfter(qint64 way)
    {
        constexpr qint64 fine = 64;
        constexpr qint64 many = 1'000'000; // rows
        return std::max<qint64>(1, way < many ? way / fine : way / 4);
    }

    struct Sought
    {
        bool isReadable = false;
        std::optional<qint64> first{}; // row from there on
    };

    Sought trySeek(qint64 at)
    {
        try {
            return {.isReadable = true, .first = seek(at)};
        } catch (const StorageError &error) {
            if (!isLoss(error))
                throw;
            return {};
        }
    }

    // Back over what the last step has left out: where reading begins, between what can't be read and what can.
    std::optional<qint64> firstBetween(qint64 lost, qint64 read, std::optional<qint64> first)
    {
        while (read - lost > 1) {
            const qint64 middle = lost + (read - lost) / 2;
            if (const Sought found = trySeek(middle); found.isReadable) {
                read = middle;
                first = found.first;
            } else {
                lost = middle;
            }
        }
        return first;
    }

    // What can be had of these rows: all at once, or else by halves.
    void copy(qint64 from, qint64 to)
    {
        const QString these = u"hurt.%1 WHERE rowid BETWEEN ? AND ? AND +rowid >= ?"_s.arg(m_table);
        try {
            m_database.exec(u"INSERT "_s + m_insert + these + m_intact, from, to, from);
            if (m_intact.isEmpty())
                return;
            m_database.each(
                u"SELECT rowid FROM %1 AND NOT (1%2)"_s.arg(these, m_intact),
                [this](const Row &row) { m_losses.lose(m_table, row.get<qint64>(0), row.get<qint64>(0)); }, from, to,
                from);
        } catch (const StorageError &error) {
            if (!isLoss(error))
                throw;
            if (from == to) {
                m_losses.lose(m_table, from, to);
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
            const QString all = u"hurt.%1 WHERE 1"_s.arg(m_table);
            m_database.exec(u"INSERT "_s + m_insert + all + m_intact);
            if (m_database.value<qint64>(u"SELECT EXISTS(SELECT 1 FROM %1 AND NOT (1%2))"_s.arg(all, m_intact)) == 1)
                m_losses.loseMiddle(m_table);
            return;
        } catch (const StorageError &error) {
            if (!isLoss(error))
                throw;
        }
        m_losses.loseMiddle(m_table);
        for (const QString &direction : {u""_s, u" DESC"_s}) {
            QStringList order;
            for (const QString &key : keys)
                order.append(key + direction);
            copyReadableFrom(order.join(u", "_s));
        }
    }

    // First counted how many rows can be read in this order, then those copied at once.
    void copyReadableFrom(const QString &order)
    {
        const QString rows = u"SELECT %1 FROM hurt.%2 ORDER BY %3"_s.arg(m_columns, m_table, order);
        qint64 readable = 0;
        try {
            m_database.each(rows, [this, &readable](const Row &) {
                constexpr qint64 often = 4096;
                if (++readable % often == 0)
                    stopIfCancelled(m_progress);
            });
        } catch (const StorageError &error) {
            if (!isLoss(error))
                throw;
        }
        try {
            m_database.exec(u"INSERT OR IGNORE %1(%2 LIMIT ?) WHERE 1%3"_s.arg(m_insert, rows, m_intact), readable);
        } catch (const StorageError &error) {
            if (!isLoss(error))
                throw;
        }
    }

    Database &m_database;
    QString m_table;
    RescueLosses &m_losses;
    const Progress &m_progress;
    QString m_columns; // that both files have
    QString m_insert;  // "INTO … SELECT … FROM "
    QString m_intact;  // " AND …", the condition of a row that no zeros got into
};

} // namespace

bool isLoss(const StorageError &error)
{
    constexpr int inputOutput = 10; // SQLITE_IOERR: beyond the end of a file that was cut off
    return error.kind() == StorageError::Kind::Damaged || error.kind() == StorageError::Kind::NotCaseFile
           || error.kind() == StorageError::Kind::Constraint || (error.nativeCode() & 0xFF) == inputOutput;
}

void copyReadable(Database &database, const QString &table, RescueLosses &losses, const Progress &progress)
{
    TableRescue(database, table, losses, progress).run();
}

} // namespace huiyin
