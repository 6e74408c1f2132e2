// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/BackupFolder.h"
#include "support/HandlingOffice.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>

namespace huiyin::test {

// An office with a folder for its backups.
class BackupDesk : public HandlingOffice
{
public:
    BackupDesk() { (void)dispatched(); }

    KeptBackup backUpNow(BackupReason reason = BackupReason::Change)
    {
        return backUpInto(backups, path(), reason, clock);
    }
    [[nodiscard]] QList<KeptBackup> kept() const { return backupsIn(backups, fileKeyOf(*file)); }

    QString backups = folder.filePath(QStringLiteral("备份"));
};

inline QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

inline void flip(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(file.size() / 2));
    const QByteArray byte = file.read(1);
    REQUIRE(file.seek(file.size() / 2));
    REQUIRE(file.write(QByteArray(1, static_cast<char>(byte[0] ^ 1))) == 1);
}

} // namespace huiyin::test
