// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TableRescue.h"

#include "domain/Progress.h"
#include "storage/Database.h"
#include "storage/RescueLosses.h"
#include "storage/StorageError.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// One table on its way from the damaged file ("hurt") into the new one.
class TableRescue
{
public:
    TableRescue(Database &database, const QString &table, RescueLosses &losses)
        : m_database(database)
        , m_table(table)
        , m_losses(losses)
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
        if (hasRowIds)
            copyByRowIds(progress);
        else
            copyByKeys();
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
            constexpr qint64 last = std::numeric_limits<qint64>::max();
            if (*next > last - atOnce) { // damage makes such numbers
                copy(*next, last);
                return;
            }
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
                m_losses.lose(m_table, from, found ? *found - 1 : RescueLosses::end);
                return found;
            } catch (const StorageError &error) {
                if (!isLoss(error))
                    throw;
                stride = tries < small ? 1 : tries < many ? std::min<qint64>(8, tries / small) : stride * 2;
            }
        }
        m_losses.lose(m_table, from, RescueLosses::end);
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
                [this](const Row &row) { m_losses.lose(m_table, row.get<qint64>(0), row.get<qint64>(0)); }, from, to);
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
        m_losses.loseMiddle(m_table);
    }

    Database &m_database;
    QString m_table;
    RescueLosses &m_losses;
    QString m_copy;
    QString m_intact;
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
    TableRescue(database, table, losses).run(progress);
}

} // namespace huiyin
