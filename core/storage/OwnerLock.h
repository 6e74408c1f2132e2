// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QLockFile;

namespace huiyin {

// The machine-wide right to write one case file, held as a lock file beside it ("office.huiyin.lock"). Links to the
// same file meet at the same lock; its other names meet at a second one in the folder for temporary files, which is held
// as soon as it is open. A lock left by a program that has died is taken over.
class OwnerLock
{
public:
    // Throws StorageError InUse, naming the holder, or ReadOnly when no lock can be written beside the file.
    explicit OwnerLock(const QString &path);
    ~OwnerLock();

    // Who holds the lock of this file now, in words ("huiyin on the computer OFFICE-PC (user zhang), since 08:30"); "" when nobody does.
    static QString holder(const QString &path);

private:
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QLockFile> m_shared; // of all the names of one file
};

} // namespace huiyin
