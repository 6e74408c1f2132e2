// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ForeignSheet.h"
#include "exchange/Tables.h"

#include <QFileInfo>
#include <QString>

#include <map>
#include <memory>

namespace huiyin {

class ImportContext;
class Workbook;

// Where the rows of a table stand: a CSV file, or a sheet of a workbook.
struct TableSource
{
    QFileInfo file{};
    std::shared_ptr<Workbook> workbook{}; // none: a CSV file
    qsizetype sheet = 0;                  // in workbook->sheets()
    // Of a sheet of another program: how it is read, and as which table.
    std::shared_ptr<const SheetProfile> profile{};
    TableKind kind = TableKind::Tickets;

    [[nodiscard]] QString fileName() const { return file.fileName(); }
    [[nodiscard]] QString sheetName() const; // "" of a CSV file
    [[nodiscard]] QString name() const;      // tickets.csv, book.xlsx!工单
    [[nodiscard]] qint64 bytes() const;      // to go through, for the progress
};

using TableSources = std::map<TableKind, TableSource>; // in the order of the import

// The tables of a file, or of the files of a folder. A CSV file is known by its name or, alone, by its headings; a sheet of
// a workbook by its name, by its headings or, if it is the only one, by the name of its file. A sheet named 说明 is passed
// over in silence; what else may hold rows and isn't taken is told, so that nobody misses it. What is wrong is reported to
// the context.
TableSources findTables(ImportContext &context, const QString &path);

// A sheet of another program, as a table for each one of its profile. What is wrong is reported to the context.
TableSources foreignTables(ImportContext &context, const QString &path, const ForeignSheet &foreign);

// The visible sheets of a workbook, and the one "" of a text file. Throws FileError as Workbook does, and with what to do
// about a file that is no table.
QStringList sheetNames(const QString &path);
// One of them, "" being the first. Throws FileError when there is none with this name.
TableSource sheetSource(const QString &path, const QString &sheet);

// The one table of a file that holds one of this kind. Throws FileError when the file is no table, or has several sheets of
// which none bears the table's name.
TableSource tableSource(const QString &path, const Table &table);

} // namespace huiyin
