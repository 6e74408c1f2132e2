// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QtGlobal>

namespace huiyin {

class CaseFile;
class Progress;

struct StructureReport
{
    QStringList damaged{}; // tables with a place that can't be read
    qint64 orphans = 0;    // records that refer to one that is missing
    bool wasMoved = false; // the file was gone from its place: nothing can be told

    [[nodiscard]] bool isWhole() const { return damaged.isEmpty() && orphans == 0; }
};

// Goes through the structure of a case file table by table, and through what refers to what; seconds in a large file. Changes
// nothing, and can be stopped between two tables. A single failure of the disk reads as damage, so that what is found is
// looked for once more by a new connection. Throws StorageError, Kind::Cancelled when it was stopped.
StructureReport checkStructure(CaseFile &file, const Progress &progress);

} // namespace huiyin
