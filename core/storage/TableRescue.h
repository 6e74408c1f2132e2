// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

class Database;
class Progress;
class RescueLosses;
class StorageError;

// A row that can't be had is a failure of the disk, or of what is written there.
bool isLoss(const StorageError &error);

// Copies what SQLite can still read of a table of the damaged file, attached as "hurt", into the empty one of the same
// name. Throws StorageError for what is no loss; Cancelled.
void copyReadable(Database &database, const QString &table, RescueLosses &losses, const Progress &progress);

} // namespace huiyin
