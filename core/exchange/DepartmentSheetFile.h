// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/CaseBook.h"
#include "domain/CodeTables.h"
#include "domain/DepartmentSheet.h"
#include "domain/Office.h"
#include "domain/PersonalText.h"
#include "domain/Progress.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

class CaseFile;

// A department's sheet as an .xlsx file: what it has in hand, locked, with room for what it has done about it.

// How many dispatches each department has in hand; those with none are left out.
QHash<DepartmentId, int> dispatchesAtDepartments(CaseFile &file, const Progress &progress = {});

// "市住建局-待办-20261123-01.xlsx"
QString departmentSheetFileName(const GivenSheet &given, const CodeTables &tables);
// Throws FileError; then nothing stands at `path` that was not there.
void writeDepartmentSheet(const GivenSheet &given, const QString &path, bool overwrite, const Office &office,
                          const CodeTables &tables);

// What a row of a sheet that came back is worth.
enum class SheetVerdict {
    New,         // filled in, and fit to be entered
    Nothing,     // not filled in
    SameAgain,   // entered already, word for word
    FilledAgain, // entered before, and other words now
    Outdated,    // the dispatch has moved on since the sheet was made
    Faulty,      // a cell can't be read, what was filled in makes no sense, or the office's rules refuse it
    Twice,       // stands in the sheet more than once
    Tampered,    // number and check code don't belong together
    Unknown,     // no ticket of this file has the number
};

struct ReturnedRow
{
    QString place{};  // "5" as the spreadsheet counts; with the name of its sheet when several were read
    QString number{}; // of the ticket, as it stands there
    SheetVerdict verdict = SheetVerdict::Nothing;
    QString why{};     // a sentence for the user; "" for New and Nothing without a remark
    QString title{};   // masked
    Citizen citizen{}; // whose data are masked in what the department wrote, too
    Dispatch now{};    // as the file holds it; without an id when the row belongs to none
    SheetRowRequest request{};
    bool isLegible = true; // else cells can't be read, and the request is not what was meant
    bool possible = false; // it may be entered; unless it is New, only when the user decides so
};

// A sheet that came back, compared with the case file.
struct ReturnedSheet
{
    QString number{}; // of the sheet that most rows belong to; "" when none is ours
    DepartmentId department{0};
    QDateTime madeAt{};
    QList<ReturnedRow> rows{};
    // Tickets that stood on it, are still with the department, and have no row any more, not even one that was changed.
    QStringList missing{};
    // Columns to be filled in that it doesn't have any more or has twice: what was written there was not read.
    QStringList lostColumns{};
};

// Reads the visible sheets that have the columns 工单编号 and 校验码. Throws FileError for a file that can't be read or has no
// such sheet, and StorageError of Kind::Cancelled. Changes nothing.
ReturnedSheet readDepartmentSheet(CaseFile &file, const QString &path, const Progress &progress = Progress());

// Asks the commands of the rows that may be entered, without entering any: what they refuse is not possible, with their
// reason, and what was New is Faulty. A refusal: nobody may enter any at present, and the rows are left as they are.
std::optional<Refusal> tryRows(ReturnedSheet &sheet, CaseBook &book);
// The same of some of the rows, as many as there are from `from` on: for a trial that lets commands in between.
std::optional<Refusal> tryRows(ReturnedSheet &sheet, CaseBook &book, qsizetype from, qsizetype count);

} // namespace huiyin
