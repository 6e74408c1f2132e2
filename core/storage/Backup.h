// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace huiyin {

class CaseFile;
class Database;
class Progress;

// A consistent copy of an open case file, while others read and write it. The copy is made under another name,
// verified (its structure, its references, the chain of its history), flushed to the disk and only then given its
// name. True when the copy is sound, false when it is the faithful copy of a file that has faults in its records.
// Throws StorageError; then nothing stands at `target` that was not there. Can be cancelled between its steps.
// `whole` is called with the path of the verified copy, and whether it is sound, before it gets its name; no connection
// is open on it then.
using WhenWhole = std::function<void(const QString &path, bool sound)>;
bool copyDatabase(Database &database, const QString &target, bool overwrite, const Progress &progress,
                  const WhenWhole &whole = {});

// The same of a case file that is open here for reading, by a connection of its own; throws Kind::Moved when it doesn't
// stand any more where it was opened.
bool backUp(CaseFile &file, const QString &target, bool overwrite, const Progress &progress);

// The same of a case file that is not open here: a verified copy while another program works with it.
bool backUp(const QString &path, const QString &target, bool overwrite, const Progress &progress,
            const WhenWhole &whole = {});

// Of a copy that came here by other means, as from a backup; nobody else has it open. False: sound as a file, but some
// of its records are not as they were written. Throws StorageError of Kind::Damaged when it isn't sound.
bool verifyBackup(const QString &path);

} // namespace huiyin
