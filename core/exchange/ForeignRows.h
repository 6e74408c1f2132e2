// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ForeignTable.h"
#include "exchange/RowSource.h"

#include <memory>
#include <optional>

namespace huiyin {

// The rows of a sheet of another program as rows of one of our tables: the first one is the heading, in our words. Rows
// above the sheet's own headings don't come; nor do those that say nothing of this table (a sum, a signature, a ticket that
// went to no department). A cell that names several departments (县住建局、自来水公司) makes a row of each: the first leads,
// the others are co-handlers, unless the profile reads the role from a column.
class ForeignRows final : public RowSource
{
public:
    // Throws FileError when no row near the top has all the headings of the profile. `kind` is a table of it.
    ForeignRows(std::unique_ptr<RowSource> rows, const SheetProfile &profile, TableKind kind);

    bool next() override;
    [[nodiscard]] qint64 line() const override { return m_atHeading ? m_headingLine : m_rows->line(); }
    [[nodiscard]] int fieldCount() const override { return static_cast<int>(m_table.fields().size()); }
    [[nodiscard]] QStringView field(int column) const override;
    [[nodiscard]] bool isBlank() const override;
    [[nodiscard]] std::optional<RowFault> fault() const override;
    [[nodiscard]] QString fieldFault(int column) const override;
    [[nodiscard]] qint64 bytesRead() const override { return m_rows->bytesRead(); }
    [[nodiscard]] QString title(int column) const override { return m_table.title(column); }
    [[nodiscard]] QString notice() const override { return m_table.notice(); }

private:
    std::unique_ptr<RowSource> m_rows;
    ForeignTable m_table;
    qint64 m_headingLine = 0;
    bool m_atHeading = false;
    bool m_toldHeading = false;
};

} // namespace huiyin
