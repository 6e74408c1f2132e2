// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Changes.h"
#include "domain/ImportBatch.h"
#include "domain/Outcome.h"
#include "domain/Progress.h"
#include "exchange/ForeignSheet.h"

#include <QList>

namespace huiyin {

class CaseBook;
class CaseFile;

// Profiles

// The kept ones that this version of the program understands, by name.
QList<SheetProfile> sheetProfiles(CaseFile &file);
// Keeps one under its name, in the place of another of this name. By whoever may import.
Outcome<Changes> keepSheetProfile(CaseBook &book, const SheetProfile &profile);
Outcome<Changes> dropSheetProfile(CaseBook &book, const QString &name);

// Imports that were made

// The newest first.
QList<ImportBatch> latestImports(CaseFile &file, int count);

struct UndoneImport
{
    qint64 rows = 0; // taken out
    Changes changes{};
};

// Takes the tickets, calls, dispatches and follow-ups of an import out again, as long as nobody has worked with them: the
// history keeps one event in their place (撤销导入). All or nothing. Names that the import added to the lists stay, numbers
// that it used are not given again. Refused when the import replaced rows, since what they were before is in the backup
// alone; when its tickets were worked on; when it went on with older tickets. StorageError means that nothing was done.
Outcome<UndoneImport> undoImport(CaseBook &book, qint64 batch, Progress &progress);

} // namespace huiyin
