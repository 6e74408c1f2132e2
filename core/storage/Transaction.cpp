// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Transaction.h"

#include "storage/Database.h"

#include <QLoggingCategory>

#include <new>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// False: it may still be open, and ends with its connection, which has to be made anew.
bool rollBack(Database &database)
{
    try {
        database.exec(u"ROLLBACK"_s);
        return true;
    } catch (const std::exception &error) { // there may be no memory for it either
        // SQLite has rolled back by itself after errors such as a full disk; then there is nothing left to undo.
        constexpr int noTransaction = 1; // SQLITE_ERROR: no transaction is active
        const auto *told = dynamic_cast<const StorageError *>(&error);
        if (told && told->nativeCode() == noTransaction)
            return true;
        qWarning("rollback: %s", error.what());
        return false;
    }
}

} // namespace

Transaction::Transaction(Database &database)
    : m_database(database)
{
    // IMMEDIATE: a deferred transaction that turns into a write fails at once, whatever the busy timeout.
    if (m_database.m_transactionDepth == 0) {
        m_database.regain();
        try {
            m_database.exec(u"BEGIN IMMEDIATE"_s);
            m_database.rememberLog();
        } catch (...) {
            if (!rollBack(m_database)) // it may have begun, and nobody else would end it
                m_database.m_lost = true;
            throw;
        }
        m_database.m_abandoned = false;
        m_database.m_witness = {};
    }
    ++m_database.m_transactionDepth;
}

Transaction::~Transaction()
{
    if (m_done)
        return;
    m_database.m_abandoned = true;
    if (--m_database.m_transactionDepth > 0)
        return;
    if (!rollBack(m_database))
        m_database.m_lost = true;
    m_database.transactionEnded();
}

void Transaction::commit()
{
    Q_ASSERT(!m_done);
    if (m_database.m_transactionDepth > 1) {
        --m_database.m_transactionDepth;
        m_done = true;
        return;
    }
    if (m_database.m_abandoned)
        throw StorageError(StorageError::Kind::Other, u"An inner transaction was abandoned."_s);
    if (m_database.m_beforeCommit)
        m_database.m_beforeCommit();
    m_database.checkPlace();
    try {
        m_database.exec(u"COMMIT"_s);
    } catch (const StorageError &error) {
        // It may have been carried out all the same: to do it again would be to do it twice.
        if (!m_database.wasCommitted(error))
            throw;
    } catch (const std::bad_alloc &) { // before it was carried out, or after
        if (!m_database.wasCommitted(StorageError(StorageError::Kind::Other, u"There was no memory for a COMMIT."_s)))
            throw;
    }
    m_database.m_transactionDepth = 0;
    m_done = true;
    m_database.transactionEnded();
}

void Transaction::forgetAfterwards()
{
    Q_ASSERT(m_database.m_transactionDepth == 1);
    m_database.m_afterTransaction.clear();
}

ReadTransaction::ReadTransaction(Database &database)
    : m_database(database)
    , m_outermost(database.transactionDepth() == 0 && !database.m_reading)
{
    if (m_outermost) {
        m_database.regain();
        try {
            m_database.exec(u"BEGIN"_s);
        } catch (...) {
            if (!rollBack(m_database))
                m_database.m_lost = true;
            throw;
        }
        m_database.m_reading = true;
    }
}

ReadTransaction::~ReadTransaction()
{
    if (!m_outermost)
        return;
    m_database.m_reading = false;
    try {
        m_database.exec(u"COMMIT"_s);
    } catch (const StorageError &error) {
        qWarning("end of reading: %s", error.what());
    }
}

} // namespace huiyin
