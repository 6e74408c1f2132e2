// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the cells of a written workbook look. Within this room only: it needs libxlsxwriter's header.

#include "spreadsheet/WorkbookWriter.h"

#include <QByteArray>
#include <QHash>

#include <xlsxwriter.h>

namespace huiyin {

struct WorkbookWriter::Formats
{
    static constexpr uint8_t a4 = 9;

    explicit Formats(lxw_workbook *book);

    [[nodiscard]] lxw_format *of(const SheetColumn &column) const
    {
        return cells[static_cast<size_t>(column.kind)][column.unlocked ? 1 : 0];
    }

    // As a number is printed: 0.0%, +0;-0;0
    lxw_format *ofNumber(const SheetNumber &number, bool isTotal);
    lxw_format *ofCode(const QByteArray &code, bool isTotal = false);

    lxw_workbook *book = nullptr;
    QHash<QByteArray, lxw_format *> codes{};
    lxw_format *heading = nullptr;
    lxw_format *label = nullptr;
    lxw_format *note = nullptr;
    lxw_format *total = nullptr; // a text of a total
    lxw_format *cells[8][2]{};   // by kind; unlocked
};

} // namespace huiyin
