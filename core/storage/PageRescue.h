// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/TableShape.h"

#include <QMap>
#include <QSet>
#include <QString>

#include <vector>

namespace huiyin {

class Database;
class DamagedPages;
class Progress;
class RescueLosses;

struct PageRescue
{
    qint64 rows = 0;         // brought over
    quint32 lostPages = 0;   // are zeros, or can't be read
    quint32 pages = 0;       // of the file
    qint64 undecided = 0;    // rows that may be of several tables: left out
    QSet<QString> numbers{}; // of tickets, as far as their index is left
};

// Brings over what lies in the pages of a damaged file and is not in the new one yet: rows that decode whole, fit their
// table and keep its rules. Nothing of a page that was given free. `tellLosses`: nothing else has read the file before.
// Throws StorageError; Cancelled.
PageRescue rescuePages(Database &database, const DamagedPages &pages, const std::vector<TableShape> &shapes,
                       bool tellLosses, RescueLosses &losses, const Progress &progress);

} // namespace huiyin
