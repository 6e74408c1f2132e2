// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Office.h"
#include "domain/OfficeZone.h"
#include "exchange/Export.h"
#include "exchange/TableOutput.h"
#include "spreadsheet/WorkbookWriter.h"

namespace huiyin {

// A workbook of tables, a sheet each.
class SheetBook final : public TableOutput
{
public:
    SheetBook(const QString &path, const ExportOptions &options, const Office &office, const OfficeZone &zone);

    // Throws FileError when a table has more rows than a sheet holds, before any is written.
    void refuseTooMany(CaseFile &file, const ExportOptions &options) const;

    std::unique_ptr<TableWriter> begin(const Table &table, const QList<int> &columns) override;
    [[nodiscard]] QString nameOf(const Table &table) const override;
    void finish() override;

private:
    const OfficeZone &m_zone;
    bool m_inChinese;
    QString m_office;
    QString m_day;
    WorkbookWriter m_book;
};

} // namespace huiyin
