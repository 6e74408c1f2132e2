// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSet>
#include <QString>

#include <vector>

namespace huiyin {

class Database;
class Schema;
struct StoredRow;

// What the rows of a table, or the entries of an index, look like in the file: by it they are told apart where what
// says whose they are is lost.
struct TableShape
{
    enum class Type : quint8 { Any, Integer, Text, Blob };
    struct Column
    {
        QString name{};
        Type type = Type::Any;
        bool mayBeNull = true;
        bool isRowId = false; // stored as NULL: the number of the row is its value
    };

    QString name{};
    std::vector<Column> columns{}; // in the order in which they are stored
    QSet<int> widths{};            // with how many of them versions of this program have written rows
    bool isTree = true;            // by row numbers; else by keys: an index, or a table without row numbers
    bool isKept = false;           // a table with what was entered; else it is made anew from the rest
    quint32 root = 0;              // the page of its root in a new file
    QString indexed{};             // of an index: the table whose row numbers are its last column

    [[nodiscard]] bool fits(const StoredRow &row) const;
    // All that it says can be taken for what was written. False where bytes became zeros or others.
    [[nodiscard]] bool isIntact(const StoredRow &row) const;
};

// What is made anew from the rest: the search index, the kept figures.
bool isDerived(const QString &table);

// Makes the tables of a case file in an empty one, by the scripts one by one, and tells how many columns each table had.
QMap<QString, QSet<int>> makeTables(Database &database, const Schema &schema);

// Of all tables and indexes of a case file that is new, and of the list of them (sqlite_schema).
std::vector<TableShape> shapesOf(Database &database, const QMap<QString, QSet<int>> &widths);

} // namespace huiyin
