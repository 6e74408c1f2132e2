// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the cells of a written workbook look. Within this room only: it needs libxlsxwriter's header.

#include "spreadsheet/WorkbookWriter.h"

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

    lxw_format *heading = nullptr;
    lxw_format *label = nullptr;
    lxw_format *note = nullptr;
    lxw_format *cells[8][2]{}; // by kind; unlocked
};

} // namespace huiyin
