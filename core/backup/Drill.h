// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/BackupFolder.h"

#include <QStringList>

namespace huiyin {

class CaseBook;

// 恢复演练: an untested backup is a hope.
struct DrillReport
{
    QString name{};               // of the backup, as records tell it
    QStringList findings{};       // sentences; empty: it can be restored, and holds what it should
    bool figuresCompared = false; // with those of the case file, which had not changed since

    [[nodiscard]] bool passed() const { return findings.isEmpty(); }
};

// Restores the backup into a temporary file beside it, for its owner alone, and compares: its checksum, its counts, the
// ends of its chains, the figures of the last closed month as they were when it was made and, when the case file has not
// changed since, as they are. Takes the temporary file away. Throws only Cancelled.
DrillReport drillBackup(const KeptBackup &backup, CaseFile &file, const Progress &progress = {});

// What can be tried of the newest encrypted copy on another medium without its passphrase: that its bytes are those that
// were written, and that its header, with the wrapped key, is whole. Sentences; empty: all is as it should be, or there is
// none yet. Throws only Cancelled.
QStringList drillMedium(const QString &folder, CaseFile &file, const Progress &progress = {});

} // namespace huiyin
