// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/OfficeZone.h"
#include "exchange/TableOutput.h"
#include "storage/SafeFile.h"

#include <QString>

class QFileInfo;

namespace huiyin {

// A new folder of CSV files, a table each; gone again unless it was finished.
class CsvFolder final : public TableOutput
{
public:
    // An export that stands there is replaced if `overwrite` says so; a folder that holds anything else is not. Throws
    // StorageError and FileError.
    CsvFolder(const QString &target, bool overwrite, const OfficeZone &zone);
    ~CsvFolder() override;
    CsvFolder(const CsvFolder &) = delete;
    CsvFolder &operator=(const CsvFolder &) = delete;

    std::unique_ptr<TableWriter> begin(const Table &table, const QList<int> &columns) override;
    [[nodiscard]] QString nameOf(const Table &table) const override;
    void finish() override;

private:
    void refuseToReplace(const QFileInfo &info, bool overwrite) const;
    [[nodiscard]] FileError cantName() const;

    const OfficeZone &m_zone;
    QString m_target;
    QString m_path; // "" once it has its name
    bool m_replaces = false;
};

} // namespace huiyin
