// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Period.h"
#include "domain/Progress.h"

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
    bool overwrite = false; // an export that stands there is replaced; a folder that holds anything else is not
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

} // namespace huiyin
