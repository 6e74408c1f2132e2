// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace huiyin {

// What a file or folder lies on.
struct Medium
{
    static constexpr qint64 scarce = qint64{1} << 30; // bytes: below it the user is warned
    static constexpr qint64 tooLittle = 200'000'000;  // bytes: below it only what a call brings is saved

    QByteArray fileSystem{}; // as the system calls it: "ext4", "cifs"
    qint64 available = -1;   // bytes that this user can still write; -1: not known

    [[nodiscard]] bool isNetwork() const; // where locks and flushing can't be relied on
    [[nodiscard]] bool isScarce() const { return available >= 0 && available < scarce; }

    static Medium of(const QString &path); // of its folder when nothing stands there yet
    // For tests: what of() tells instead; {}: the truth again.
    static void setProbe(std::function<Medium(const QString &path)> probe);
};

// Before work that can wait: throws StorageError DiskFull when less than Medium::tooLittle is left for the tickets.
void requireRoom(const QString &path);

// Before a case file is written to: throws StorageError ReadOnly when it lies on a network drive.
void requireLocal(const QString &path);

} // namespace huiyin
