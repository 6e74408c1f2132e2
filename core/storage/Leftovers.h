// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

// Takes away what a program that was stopped in the middle has left beside a case file: copies of it that never got
// their names (PartialFile), with SQLite's files beside them. The caller holds its OwnerLock. Not those that may belong to
// another file, or to a program that is at work. What can't be taken away stays, and is told in the log.
void removeLeftovers(const QString &path);

} // namespace huiyin
