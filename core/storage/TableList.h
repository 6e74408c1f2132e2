// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace huiyin {

class DamagedPages;
class Database;
class Progress;
struct TreePage;

// An entry of the list of tables (sqlite_schema) that every SQLite file begins with.
struct TableListEntry
{
    QString type{}; // table, index, trigger, view
    QString name{};
    QString sql{};    // by which it was made; "" when SQLite made it by itself
    quint32 root = 0; // the page of its root; 0 when it has none
};

// The list as SQLite reads it. Throws StorageError.
QList<TableListEntry> tableListOf(Database &database);

// What a page of rows holds of the list; nothing when it is a page of another table. `pageOf`: as for rowAt.
QList<TableListEntry> tableListOn(const QByteArray &bytes, const TreePage &tree, int usable,
                                  const std::function<QByteArray(quint32)> &pageOf);

// What is left of the list in the pages of a file, wherever they lie. Throws StorageError: Cancelled.
QList<TableListEntry> tableListIn(const DamagedPages &pages, const Progress &progress);

} // namespace huiyin
