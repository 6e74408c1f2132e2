// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

class Database;

// A consistent copy of an open case file, while others read and write it. The copy is made under another name,
// verified (its structure, its references, the chain of its history), flushed to
// the disk and only then given its name. Throws StorageError; then nothing stands at `target` that was not there.
void copyDatabase(Database &database, const QString &target, bool overwrite = false);

// The same of a case file that is not open here: a verified copy while another program works with it.
void backUp(const QString &path, const QString &target, bool overwrite = false);

} // namespace huiyin
