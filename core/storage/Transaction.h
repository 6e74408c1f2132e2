// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace huiyin {

class Database;

// BEGIN IMMEDIATE … COMMIT. Whatever leaves the scope before commit() rolls everything back. Inside an outer one it
// joins: only the outermost commits, and one that is abandoned makes the outer commit fail.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    // A failure that is reported here has saved nothing, or is Kind::Uncertain. Where COMMIT reports one and the file holds
    // the changes all the same, this returns as usual.
    void commit();
    // It was only a trial: what was to be done after it, as for a refusal, isn't done either. Of the outermost one.
    void forgetAfterwards();

private:
    Database &m_database;
    bool m_done = false;
};

// One unchanging view of the file for several queries that must agree with each other.
class ReadTransaction
{
public:
    explicit ReadTransaction(Database &database);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Database &m_database;
    bool m_outermost;
};

} // namespace huiyin
