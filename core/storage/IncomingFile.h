// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "domain/Progress.h"

#include <QByteArray>
#include <QString>

namespace huiyin {

// A file from outside, whole in memory.
struct IncomingFile
{
    QString name{}; // without its folder
    QByteArray content{};
};

// Reads a plain file of at most `limit` bytes. Refused, with its name in the sentence: a folder, a device or a pipe, a
// file that is empty or too large (before it is read), that can't be read, that changes meanwhile, and the open case
// file itself: closing it here would take SQLite's locks away. May be stopped by `progress`.
Outcome<IncomingFile> readIncomingFile(const QString &path, qint64 limit, const QString &caseFile, Progress &progress);

// Whether a path leads to the case file or to one of the files that SQLite keeps beside it, by whatever name.
bool belongsToCaseFile(const QString &path, const QString &caseFile);

} // namespace huiyin
