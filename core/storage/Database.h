// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Row.h"
#include "storage/StorageError.h"

#include <QList>
#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace huiyin {

// One connection to one SQLite file. Made, used and destroyed in one thread. Every failure is a StorageError.
class Database
{
public:
    enum class Access {
        Write,  // the one connection that writes and checkpoints; its owner holds the OwnerLock
        Read,   // beside a writer, or alone; never changes the file
        Create, // as Write, into an empty file that the caller has just made
    };

    Database(const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] Access access() const { return m_access; }

    // Runs a statement; returns the number of rows that it changed.
    template <class... Args>
    qint64 exec(const QString &sql, const Args &...args)
    {
        Statement statement(*this, sql, {toSql(args)...});
        return statement.changed();
    }

    // Runs an INSERT; returns the new row's id.
    template <class... Args>
    qint64 insert(const QString &sql, const Args &...args)
    {
        Statement statement(*this, sql, {toSql(args)...});
        return statement.lastId();
    }

    // All rows of a query, each made by `map(const Row &)`.
    template <class Map, class... Args>
    auto all(const QString &sql, Map map, const Args &...args)
    {
        QList<std::decay_t<decltype(map(std::declval<const Row &>()))>> list;
        each(
            sql, [&](const Row &row) { list.append(map(row)); }, args...);
        return list;
    }

    // Calls `visit(const Row &)` for every row, holding one row at a time.
    template <class Visit, class... Args>
    void each(const QString &sql, Visit visit, const Args &...args)
    {
        Statement statement(*this, sql, {toSql(args)...});
        while (statement.next())
            visit(statement.row());
    }

    // The first row's first column; nullopt when there is no row or it is NULL.
    template <class T, class... Args>
    std::optional<T> value(const QString &sql, const Args &...args)
    {
        Statement statement(*this, sql, {toSql(args)...});
        if (!statement.next() || statement.row().isNull(0))
            return std::nullopt;
        return statement.row().template get<T>(0);
    }

    // The first row, made by `map`; nullopt when there is none.
    template <class Map, class... Args>
    auto first(const QString &sql, Map map, const Args &...args)
    {
        std::optional<std::decay_t<decltype(map(std::declval<const Row &>()))>> result;
        Statement statement(*this, sql, {toSql(args)...});
        if (statement.next())
            result = map(statement.row());
        return result;
    }

    // Runs a script: statements separated by a line "--;".
    void runScript(const QString &script);

    // A query whose rows are fetched one by one by its owner. Statements of the same text are prepared once.
    class Statement
    {
    public:
        Statement(Database &database, const QString &sql, const QVariantList &arguments);
        ~Statement();
        Statement(const Statement &) = delete;
        Statement &operator=(const Statement &) = delete;

        bool next();
        [[nodiscard]] Row row() const { return Row(*m_query); }
        [[nodiscard]] qint64 changed() const { return m_query->numRowsAffected(); }
        [[nodiscard]] qint64 lastId() const { return m_query->lastInsertId().toLongLong(); }

    private:
        Database &m_database;
        QString m_sql;
        std::unique_ptr<QSqlQuery> m_query;
        bool m_isKept = true; // a statement holds on to what was bound to it: not to a photograph
    };

    // Brings everything from the journal into the file itself; throws when that can't be done, as on a full disk.
    void checkpoint();
    // The same as far as it goes without waiting for anybody.
    void checkpointQuietly();
    // Sets the journal mode of a file that was copied by another program; a rollback journal may lose the last ticket
    // at a power cut.
    void ensureWal();

    // Called at the end of every transaction, inside it: what must never be left undone. It may write, and throw.
    void setBeforeCommit(std::function<void()> work) { m_beforeCommit = std::move(work); }

    // Inside a transaction: how to tell, after a COMMIT that reported failure, whether the file holds what was written.
    // The last one given counts. A transaction without any is taken for not saved.
    void setWitness(std::function<bool(Database &)> witness) { m_witness = std::move(witness); }

    // Does the work when no transaction is open any more: at once, or after the present one has ended, either way. What
    // must be written even though the command that it belongs to is undone. Its failure is logged, not told.
    void afterTransaction(std::function<void()> work);

    // For tests: is told of every statement in the thread that runs it. To be set while no connection is open.
    static void setObserver(std::function<void(const QString &sql)> observer);
    // The same once a statement has been carried out: what it throws then is a failure that comes too late.
    static void setAfterwards(std::function<void(const QString &sql)> observer);

    [[nodiscard]] int transactionDepth() const { return m_transactionDepth; }

private:
    friend class Transaction;
    friend class ReadTransaction;

    void open();
    void configure();
    void transactionEnded();
    void reopen();
    void regain(); // the connection, where it was lost
    [[nodiscard]] bool wasCommitted(const StorageError &error);
    [[noreturn]] void fail(const QSqlError &error, const QString &sql) const;
    std::unique_ptr<QSqlQuery> takePrepared(const QString &sql);
    void keepPrepared(const QString &sql, std::unique_ptr<QSqlQuery> query);

    QString m_path;
    Access m_access;
    QString m_connection;
    std::map<QString, std::vector<std::unique_ptr<QSqlQuery>>> m_prepared; // idle statements by their text
    int m_transactionDepth = 0;
    bool m_abandoned = false; // an inner transaction was left without commit
    bool m_reading = false;
    bool m_lost = false; // the connection could not be opened again
    std::function<bool(Database &)> m_witness;
    std::function<void()> m_beforeCommit;
    std::vector<std::function<void()>> m_afterTransaction;
};

} // namespace huiyin
