// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin::test {

// The case file that went out with the first version, brought to a later version by that version's scripts alone.
// `version`: 1 to the present one.
void makeOldFile(const QString &path, int version);

// Opens it for writing and changes nothing.
int versionOfFile(const QString &path);

// Of a file that makeOldFile() made and that was, or was to be, brought up to date: which version it has now. Once.
struct OldFileState
{
    int version = 0;
    QString faults{}; // "": it holds what it held, opens, and whoever was brought up to date has a copy of the old one
};
// Opens it for writing, which brings it up to date. `mustBeNew`: somebody was told that it was.
OldFileState examineOldFile(const QString &path, int oldVersion, bool mustBeNew = false);

} // namespace huiyin::test
