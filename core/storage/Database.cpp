// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>
#include <QUrl>

#include <atomic>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Storage
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

StorageError::Kind kindOf(int nativeCode)
{
    using Kind = StorageError::Kind;
    constexpr int hotJournal = 776; // SQLITE_READONLY_ROLLBACK
    if (nativeCode == hotJournal)
        return Kind::Interrupted;
    switch (nativeCode & 0xFF) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Kind::Busy;
    case 8: // SQLITE_READONLY
        return Kind::ReadOnly;
    case 11: // SQLITE_CORRUPT
        return Kind::Damaged;
    case 13: // SQLITE_FULL
        return Kind::DiskFull;
    case 19: // SQLITE_CONSTRAINT
        return Kind::Constraint;
    case 26: // SQLITE_NOTADB
        return Kind::NotCaseFile;
    default:
        return Kind::Other;
    }
}

QString sentence(StorageError::Kind kind, const QString &path)
{
    using Kind = StorageError::Kind;
    const QString name = QFileInfo(path).fileName();
    switch (kind) {
    case Kind::Busy:
        return Storage::tr("“%1” is busy with another program's work. Nothing was saved. Try again in a moment.")
            .arg(name);
    case Kind::ReadOnly:
        return Storage::tr("“%1” can't be written: it or its folder is read-only. Nothing was saved.").arg(name);
    case Kind::Damaged:
        return Storage::tr(
                   "“%1” can't be read in one place and may be damaged. Make a copy of it before anything else, "
                   "then check it.")
            .arg(name);
    case Kind::DiskFull:
        return Storage::tr("The disk that holds “%1” is full. Nothing was saved. Free some space and try again.")
            .arg(name);
    case Kind::NotCaseFile:
        return Storage::tr("“%1” is not a case file of this program. It was left as it is.").arg(name);
    case Kind::Moved:
        return Storage::tr("“%1” isn't at its place any more: it was moved, renamed, deleted or replaced, or its drive "
                           "has gone. Nothing was saved. Leave what you have typed as it is, and save what is open "
                           "elsewhere.")
            .arg(name);
    case Kind::Constraint:
        return Storage::tr("A record contradicts the rules of the case file “%1”. Nothing was saved.").arg(name);
    case Kind::Interrupted:
        return Storage::tr(
                   "“%1” was left by a program in the middle of its work. Open it once for writing: that brings "
                   "it back to its last saved state.")
            .arg(name);
    default:
        return Storage::tr("“%1” can't be read or written. Nothing was saved.").arg(name);
    }
}

QString uriOf(const QString &path, const QString &query)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

std::function<void(const QString &)> &statementObserver()
{
    static std::function<void(const QString &)> observer;
    return observer;
}

std::function<void(const QString &)> &afterwardsObserver()
{
    static std::function<void(const QString &)> observer;
    return observer;
}

// Qt keeps connections by name, and a name belongs to one thread.
QString nextConnectionName()
{
    static std::atomic<int> counter = 0;
    return u"huiyin-%1"_s.arg(++counter);
}

// A file in WAL mode on a medium that can't be written has no room for SQLite's sidecar files; read as it stands.
bool mustReadImmutable(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (QFileInfo(folder).isWritable() || QFileInfo(path + u"-wal").size() > 0)
        return false;
    // Where only this user may not write, another may be at work: SQLite's files beside it tell.
    return QStorageInfo(folder).isReadOnly()
           || (!QFileInfo::exists(path + u"-wal") && !QFileInfo::exists(path + u"-shm"));
}

} // namespace

Database::Database(const QString &path, Access access)
    : m_path(QFileInfo(path).absoluteFilePath())
    , m_access(access)
    , m_connection(nextConnectionName())
{
    try {
        open();
        configure();
    } catch (...) {
        m_prepared.clear();
        QSqlDatabase::removeDatabase(m_connection);
        throw;
    }
}

Database::~Database()
{
    m_prepared.clear();
    {
        QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::open()
{
    if (!QFileInfo::exists(m_path)) {
        // SQLite would make an empty file in its place.
        throw StorageError(StorageError::Kind::Missing,
                           Storage::tr("There is no file “%1”.").arg(QDir::toNativeSeparators(m_path)));
    }
    const FilePlace place(m_path);
    if (m_place.isKnown() && m_place.state() != FilePlace::State::There) // opened anew, and it would be another one
        throw StorageError(StorageError::Kind::Moved, sentence(StorageError::Kind::Moved, m_path));
    m_place = place;
    m_log = FilePlace();
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    QString query = m_access == Access::Read ? u"mode=ro"_s : u"mode=rw"_s;
    if (m_access == Access::Read && mustReadImmutable(m_path))
        query = u"mode=ro&immutable=1"_s;
    connection.setDatabaseName(uriOf(m_path, query));
    QString options = u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s;
    if (m_access == Access::Read)
        options += u";QSQLITE_OPEN_READONLY"_s;
    connection.setConnectOptions(options);
    if (!connection.open())
        fail(connection.lastError(), u"open"_s);
}

void Database::configure()
{
    // Set and read back: a misspelt or refused PRAGMA reports success.
    const auto set = [this](const QString &pragma, qint64 wanted) {
        exec(u"PRAGMA "_s + pragma + u" = "_s + QString::number(wanted));
        const auto now = value<qint64>(u"PRAGMA "_s + pragma);
        if (now != wanted) {
            throw StorageError(StorageError::Kind::Other, sentence(StorageError::Kind::Other, m_path),
                               u"PRAGMA %1 stayed at %2"_s.arg(pragma).arg(now.value_or(-1)));
        }
    };
    if (m_access == Access::Create)
        ensureWal();
    set(u"foreign_keys"_s, 1);
    set(u"recursive_triggers"_s, 1); // else INSERT OR REPLACE gets past the history's triggers
    set(u"trusted_schema"_s, 0);
    set(u"cell_size_check"_s, 1);
    set(u"temp_store"_s, 2);
    // KB. The upper levels of a large file's trees fit in, which SQLite's 2 MB are too small for; the window has three
    // connections.
    set(u"cache_size"_s, -12288);
    if (m_access == Access::Read) {
        set(u"query_only"_s, 1);
        // Only the writer checkpoints: SQLite before 3.51.3 can lose rows when two connections do at once.
        set(u"wal_autocheckpoint"_s, 0);
    } else {
        set(u"synchronous"_s, 2); // FULL: NORMAL loses acknowledged tickets at a power cut
        set(u"secure_delete"_s, 1);
        exec(u"PRAGMA journal_size_limit = 67108864"_s);
    }
}

void Database::ensureWal()
{
    m_log = FilePlace();
    const auto mode = value<QString>(u"PRAGMA journal_mode = WAL"_s);
    if (mode != u"wal")
        throw StorageError(StorageError::Kind::Other, sentence(StorageError::Kind::Other, m_path),
                           u"journal_mode stayed at "_s + mode.value_or(QString()));
}

void Database::rememberLog()
{
    // A file that nobody has yet is written without a log.
    if (m_log.state() != FilePlace::State::There && value<QString>(u"PRAGMA journal_mode"_s) != u"wal")
        m_log = FilePlace();
    if (!m_log.isKnown())
        m_log = FilePlace(m_path + u"-wal"_s);
}

// SQLite goes on writing to a file that has lost its name, and what it writes is gone with the program.
void Database::checkPlace() const
{
    if (m_place.state() == FilePlace::State::There && m_log.state() == FilePlace::State::There)
        return;
    throw StorageError(StorageError::Kind::Moved, sentence(StorageError::Kind::Moved, m_path));
}

void Database::setObserver(std::function<void(const QString &)> observer)
{
    statementObserver() = std::move(observer);
}

void Database::setAfterwards(std::function<void(const QString &)> observer)
{
    afterwardsObserver() = std::move(observer);
}

void Database::reopen()
{
    m_lost = true;
    m_prepared.clear();
    {
        QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
    open();
    configure();
    m_lost = false;
}

void Database::regain()
{
    if (m_lost)
        reopen();
}

// Asks the file itself, by this connection or, when that is of no use any more, by a new one.
bool Database::wasCommitted(const StorageError &error)
{
    // A connection whose lock could not be given up would fail for ever; the next transaction begins with a new one.
    const bool isDoubtful = error.kind() == StorageError::Kind::Other && m_access == Access::Write;
    if (!m_witness || m_access != Access::Write) {
        m_lost = isDoubtful;
        return false;
    }
    const auto ask = [this] {
        try {
            exec(u"ROLLBACK"_s);
        } catch (const StorageError &rollback) {
            // Mostly there is nothing left to undo. Else the transaction is still open, and its own connection would find
            // in it what nobody else ever will.
            constexpr int noTransaction = 1; // SQLITE_ERROR: no transaction is active
            if (rollback.nativeCode() != noTransaction)
                throw;
        }
        return m_witness(*this);
    };
    try {
        bool saved = false;
        try {
            saved = ask();
        } catch (const std::exception &) { // or there was no memory to ask
            reopen();
            saved = ask();
        }
        if (saved) {
            qWarning("commit: reported as failed, found in the file; %s", error.what());
            return true;
        }
        // A log that was written whole and then not made safe could come back after a crash, unless something is
        // written over it.
        constexpr int writingFailed = 778; // SQLITE_IOERR_WRITE: it was not written whole
        if (error.kind() == StorageError::Kind::Other && error.nativeCode() != writingFailed)
            exec(u"UPDATE office SET name = name"_s);
        m_lost = isDoubtful;
        return false;
    } catch (const std::exception &later) {
        throw StorageError(
            StorageError::Kind::Uncertain,
            Storage::tr("The disk failed while “%1” was being saved, and whether the last entry is in it can't be "
                        "found out now. Leave what you have typed as it is, and see that the disk can be reached; then "
                        "open the file again and look for the entry before you give it once more.")
                .arg(QFileInfo(m_path).fileName()),
            QString::fromUtf8(error.what()) + u"; "_s + QString::fromUtf8(later.what()), error.nativeCode());
    }
}

void Database::checkpoint()
{
    // The verdict is in the row, not in whether the statement succeeded.
    const auto busy = value<qint64>(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (busy != 0)
        throw StorageError(StorageError::Kind::Busy, sentence(StorageError::Kind::Busy, m_path), u"wal_checkpoint"_s);
}

void Database::afterTransaction(std::function<void()> work)
{
    m_afterTransaction.push_back(std::move(work));
    if (m_transactionDepth == 0)
        transactionEnded();
}

void Database::transactionEnded()
{
    // What is done here may begin transactions of its own.
    const auto works = std::exchange(m_afterTransaction, {});
    for (const auto &work : works) {
        try {
            work();
        } catch (const std::exception &error) { // nor may want of memory make what was saved a failure
            qWarning("after a transaction: %s", error.what());
        }
    }
}

void Database::checkpointQuietly()
{
    (void)value<qint64>(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

void Database::fail(const QSqlError &error, const QString &sql) const
{
    const int code = error.nativeErrorCode().toInt();
    const StorageError::Kind kind = kindOf(code);
    throw StorageError(kind, sentence(kind, m_path),
                       u"SQLite %1: %2; %3"_s.arg(code).arg(error.text(), sql.simplified().left(300)), code);
}

std::unique_ptr<QSqlQuery> Database::takePrepared(const QString &sql)
{
    // The disk was gone when it was to be opened again; it may be back. Inside a transaction there is no way back.
    if (m_lost && m_transactionDepth == 0 && !QSqlDatabase::database(m_connection, false).isOpen())
        regain();
    if (const auto found = m_prepared.find(sql); found != m_prepared.end() && !found->second.empty()) {
        auto query = std::move(found->second.back());
        found->second.pop_back();
        return query;
    }
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_connection, false));
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        fail(query->lastError(), sql);
    return query;
}

void Database::keepPrepared(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    constexpr size_t enough = 256;
    if (m_prepared.size() >= enough)
        m_prepared.clear();
    m_prepared[sql].push_back(std::move(query));
}

void Database::runScript(const QString &script)
{
    const QStringList statements = script.split(u"\n--;"_s);
    for (const QString &statement : statements) {
        bool hasCode = false;
        const auto lines = QStringView(statement).split(u'\n');
        for (const QStringView line : lines)
            hasCode = hasCode || (!line.trimmed().isEmpty() && !line.trimmed().startsWith(u"--"));
        if (hasCode)
            exec(statement);
    }
}

Database::Statement::Statement(Database &database, const QString &sql, const QVariantList &arguments)
    : m_database(database)
    , m_sql(sql)
    , m_query(database.takePrepared(sql))
{
    if (const auto &observer = statementObserver())
        observer(sql);
    // The driver refuses a wrong number of values.
    constexpr qsizetype large = qsizetype{64} * 1024; // bytes
    for (int i = 0; i < arguments.size(); ++i) {
        m_query->bindValue(i, arguments[i]);
        if (arguments[i].typeId() == QMetaType::QByteArray && arguments[i].toByteArray().size() > large)
            m_isKept = false;
    }
    if (!m_query->exec())
        m_database.fail(m_query->lastError(), m_sql);
    if (const auto &observer = afterwardsObserver())
        observer(sql);
}

Database::Statement::~Statement()
{
    m_query->finish();
    if (m_isKept)
        m_database.keepPrepared(m_sql, std::move(m_query));
}

bool Database::Statement::next()
{
    if (m_query->next())
        return true;
    if (m_query->lastError().type() != QSqlError::NoError)
        m_database.fail(m_query->lastError(), m_sql);
    return false;
}

} // namespace huiyin
