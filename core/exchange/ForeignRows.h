// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ForeignSheet.h"
#include "exchange/RowSource.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace huiyin {

// The fields of a row, cleaned as headings are.
QStringList fieldsOf(const RowSource &row);
// Headings told apart where two are the same: 备注, 备注 (2).
QStringList foreignHeadings(const QStringList &fields);

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
    [[nodiscard]] qint64 line() const override
    {
        return m_headingLine > 0 && m_atHeading ? m_headingLine : m_rows->line();
    }
    [[nodiscard]] int fieldCount() const override { return static_cast<int>(m_fields.size()); }
    [[nodiscard]] QStringView field(int column) const override;
    [[nodiscard]] bool isBlank() const override;
    [[nodiscard]] std::optional<RowFault> fault() const override;
    [[nodiscard]] QString fieldFault(int column) const override;
    [[nodiscard]] qint64 bytesRead() const override { return m_rows->bytesRead(); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString notice() const override;

    // As the cell stands, before the profile's words; of a heading or a cell that holds nothing "".
    [[nodiscard]] QString wordOf(int column) const;
    [[nodiscard]] const ColumnMatch &match(int column) const { return m_table.columns[column]; }

private:
    struct Place
    {
        std::vector<int> fields; // of the sheet
        QString separator;       // between them
    };

    bool readRow();
    void readHeading();
    [[nodiscard]] QString read(const ColumnMatch &match, const Place &place) const;
    [[nodiscard]] QString translated(const ColumnMatch &match, const QString &word) const;
    [[nodiscard]] bool saysNothing() const;
    void splitDepartments();

    std::unique_ptr<RowSource> m_rows;
    TableMatch m_table;
    bool m_isCompanion = false;  // of the table that the sheet is about
    std::vector<Place> m_places; // as m_table.columns
    QStringList m_fields;
    QStringList m_words;      // the same, before they were translated
    QStringList m_before;     // the row before: a cell that was merged over several rows makes it come again
    QStringList m_coHandlers; // still to come of this row
    QList<qint64> m_passedOver;
    qsizetype m_passedOverCount = 0;
    qint64 m_headingLine = 0;
    bool m_atHeading = false;
    bool m_toldHeading = false;
};

} // namespace huiyin
