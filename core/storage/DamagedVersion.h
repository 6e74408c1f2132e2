// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

class Progress;
class Schema;
class StorageError;

// By which version of the program a damaged file was written: whose tables it has.
struct DamagedVersion
{
    int number = 0;
    bool isTold = true; // by the file's header, or by what is left of its list of tables; else the present one is taken
    bool hasList = false; // SQLite can read the list of tables
};

// The list of tables is believed before the header, which says nothing but a number: that version is taken whose list
// agrees with all that is left of it; of several the one in the header, or the newest (what an older one lacks is
// missing there at most, while an older one would lack tables and columns that the file has).
// `target`: beside it a file is made for a moment. Throws StorageError: Damaged when nothing is found that may
// be a case file, NotCaseFile, Newer, Other when its texts are in UTF-16; Cancelled.
DamagedVersion damagedVersion(const QString &damaged, const QString &target, const Schema &schema,
                              const Progress &progress);

// What is thrown where no records of a case file are found: Damaged.
StorageError nothingToRescue(const QString &damaged, const QString &technical);

} // namespace huiyin
