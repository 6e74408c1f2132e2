// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"

#include <QList>
#include <QString>

namespace huiyin {

class CaseFile;

// One thing that is not as it should be in a case file.
struct CheckFinding
{
    QString kind;    // integrity reference state merge history counter search attachment clock
    QString object;  // "ticket 20200209-0001", a table, a row of the history
    QString message; // a sentence
    // An auditor has looked into it and begun new seals, as the message tells: no fault of the file as it is now.
    bool acknowledged = false;

    bool operator==(const CheckFinding &) const = default;
};

// Goes through a whole case file: SQLite's own check, references, states that contradict their times, merges that run
// in a circle, the chain of the history, the number givers, the search index, the kept figures, the contents
// of attachments. Reads only; may take minutes on a large file.
QList<CheckFinding> checkFile(CaseFile &file, Progress &progress);

// Sets every number giver to the highest number in use and keeps the facts of days anew that were wrong; returns how
// many of both were wrong.
int repairCounters(CaseFile &file, Progress &progress);

// Whether there is anything among them that nobody has acknowledged.
bool hasFaults(const QList<CheckFinding> &findings);

} // namespace huiyin
