// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace huiyin::test {

// A drive of a few megabytes in memory, full as a real one gets full. Only where this process may mount (root, or
// `unshare -rm`); whoever may not is told by isThere().
class SmallDrive
{
public:
    // False, with a word about it, where this process may not mount.
    static bool canBeMade();

    explicit SmallDrive(qint64 bytes);
    ~SmallDrive();
    SmallDrive(const SmallDrive &) = delete;
    SmallDrive &operator=(const SmallDrive &) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] qint64 room() const; // bytes that are left
    bool resize(qint64 bytes) const;

private:
    QTemporaryDir m_folder;
    bool m_isThere = false;
};

} // namespace huiyin::test
