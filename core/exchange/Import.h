// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"
#include "exchange/ForeignSheet.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace huiyin {

class CaseBook;

struct ImportOptions
{
    bool createMissing = false; // a name that is not in the code tables is added, not refused
    bool update = false;        // a row whose key exists replaces it
    bool checkOnly = false;     // go through everything and store nothing
    // The file is a sheet of another program, or a register kept by hand; none: its tables are those of the contract.
    std::optional<ForeignSheet> foreign{};
};

// Where a row stands, as errors name it: tickets.csv:5 for a line of a CSV file, book.xlsx:工单!5 for a row of a sheet.
// Line 0: the file, or the sheet, as a whole.
QString placeText(const QString &file, const QString &sheet, qint64 line);

// What is wrong, and where. A record's line is where it starts; the heading is line 1.
struct ImportIssue
{
    QString file{};   // without its folder
    QString sheet{};  // of a workbook; "" of a CSV file
    qint64 line = 0;  // in a sheet its row; 0: the file or the sheet as a whole
    QString column{}; // as the file's heading says it; "" when it is none in particular
    QString message{};

    [[nodiscard]] QString text() const; // file:line: column: why, or file:sheet!row: column: why

    bool operator==(const ImportIssue &) const = default;
};

// What became of the rows of a table. Entries of code tables that rows of other tables made are added ones too.
struct ImportCounts
{
    qint64 added = 0;
    qint64 replaced = 0;
    qint64 same = 0; // were there already, and equal

    bool operator==(const ImportCounts &) const = default;
};

struct ImportReport
{
    QList<ImportIssue> errors{};
    QStringList notices{};
    QMap<QString, ImportCounts> tables{}; // by the table's English name
    bool stored = false;                  // false: nothing was changed
};

// Imports a CSV file, a workbook (.xlsx), or those of a folder, that are named or headed as the tables of the contract. All
// or nothing: when any row is in error, everything is gone through for the sake of the report and nothing is stored. Throws
// StorageError (of Kind::Cancelled when `progress` says so), and then nothing was stored either.
ImportReport importTables(CaseBook &book, const QString &path, const ImportOptions &options, Progress &progress);

} // namespace huiyin
