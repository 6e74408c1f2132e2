// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Period.h"
#include "domain/Progress.h"

#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>

namespace huiyin {

class CaseFile;

struct ExportOptions
{
    // With a period: the tickets received in it and the calls started in it, and whatever tickets these can't be read
    // without (merged into them, or referred to by them, at any remove). Code tables are whole all the same, but for
    // retired names that no exported row has.
    std::optional<Period> period{};
    // Names, telephones and addresses are masked as on the screen, wherever they stand in a text too. The figures are the
    // same; nothing brings the data back.
    bool masked = false;
    bool overwrite = false; // an export that stands there is replaced; a folder that holds anything else is not
    // Of a workbook: sheets, headings and words in Chinese, as people read them; else in English, as in CSV files. The
    // import takes either.
    bool inChinese = false;
    QString by{}; // of a workbook: who exports, and when, for its first sheet
    QDateTime at{};
};

struct ExportReport
{
    QMap<QString, qint64> rows{}; // by the table's English name
};

// Writes all tables as CSV files into a new folder, from one unchanging view of the case file, such that the import of
// the folder into a new case file gives the same figures. The folder stands there whole or not at all. Drafts are left
// out. Times are told to the second, as in the tables; what the case file knows more exactly is cut off. Throws
// StorageError and FileError.
ExportReport exportTables(CaseFile &file, const QString &folder, const ExportOptions &options, Progress &progress);

// The same as a workbook (.xlsx), a sheet each, times as dates of the spreadsheet, numbers of telephones and tickets as
// text. Its first sheet 说明 says whose it is, who made it and when, and what it holds. Throws FileError besides for a table
// of more rows than a sheet holds, and for a text that is too long for a cell; CSV has neither limit.
ExportReport exportWorkbook(CaseFile &file, const QString &path, const ExportOptions &options, Progress &progress);

} // namespace huiyin
