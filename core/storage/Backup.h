// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

class Database;
class Progress;

// A consistent copy of an open case file, while others read and write it. The copy is made under another name,
// verified (its structure, its references, the chain of its history), flushed to the disk and only then given its
// name. True when the copy is sound, false when it is the faithful copy of a file that has faults in its records.
// Throws StorageError; then nothing stands at `target` that was not there. Can be cancelled between its steps.
bool copyDatabase(Database &database, const QString &target, bool overwrite, const Progress &progress);

// The same of a case file that is not open here: a verified copy while another program works with it.
bool backUp(const QString &path, const QString &target, bool overwrite, const Progress &progress);

} // namespace huiyin
