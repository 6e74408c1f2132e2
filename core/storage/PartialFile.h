// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/OwnerLock.h"

#include <QString>

#include <memory>

namespace huiyin {

// A case file on its way: made beside its place under another name, readable by its owner only, and given its name
// when it is whole and on the disk. Left without finish() it leaves nothing behind.
class PartialFile
{
public:
    // Throws StorageError: Exists when something stands at `target` that may not be replaced, InUse when a program has
    // it open for writing, Other when an interrupted program has left its journal there (whatever got the name would
    // be mixed with it), ReadOnly when no file can be made.
    PartialFile(const QString &target, bool overwrite);
    ~PartialFile();
    PartialFile(const PartialFile &) = delete;
    PartialFile &operator=(const PartialFile &) = delete;

    // Empty until somebody writes it. No connection may be open on it when finish() is called.
    [[nodiscard]] QString path() const { return m_path; }
    void finish();

private:
    QString m_target;
    QString m_path;
    bool m_overwrite;
    std::unique_ptr<OwnerLock> m_lock; // of what is replaced
};

} // namespace huiyin
