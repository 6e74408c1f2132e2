// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ForeignSheet.h"
#include "exchange/RowSource.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace huiyin {

// The fields of a row, cleaned as headings are.
QStringList fieldsOf(const RowSource &row);
// Headings told apart where two are the same: 备注, 备注 (2).
QStringList foreignHeadings(const QStringList &fields);
// Reads up to the row that has all the headings of the profile, and gives the headings of that row. Throws FileError when
// there is none near the top.
QStringList findForeignHeadings(RowSource &rows, const SheetProfile &profile);

// The row of another program's sheet that is being read, as rows of one of our tables. Several tables can look at the
// same row one after another.
class ForeignTable
{
public:
    // `row` outlives it; `kind` is a table of the profile; `headings` are those of findForeignHeadings().
    ForeignTable(const RowSource &row, const SheetProfile &profile, TableKind kind, const QStringList &headings);

    void takeHeading(); // in our words
    // False: the row is none of this table, or none of its own.
    bool takeRow();
    // The next row of ours that the same row makes: a co-handler.
    bool takeNext();

    [[nodiscard]] const QStringList &fields() const { return m_fields; }
    [[nodiscard]] QString fieldFault(int column) const; // of the row, as of RowSource
    [[nodiscard]] QString title(int column) const;
    [[nodiscard]] QString notice() const; // of the rows that were passed over
    // As the cell stands, before the profile's words; of a heading or a cell that holds nothing "".
    [[nodiscard]] QString wordOf(int column) const { return m_words.value(column).simplified(); }

private:
    struct Place
    {
        std::vector<int> fields; // of the sheet
        QString separator;       // between them
    };

    [[nodiscard]] QString read(const ColumnMatch &match, const Place &place) const;
    [[nodiscard]] QString translated(const ColumnMatch &match, const QString &word) const;
    [[nodiscard]] bool saysNothing() const;
    void splitDepartments();

    const RowSource &m_row;
    TableMatch m_table;
    bool m_isCompanion = false;  // of the table that the sheet is about
    std::vector<Place> m_places; // as m_table.columns
    QStringList m_fields;
    QStringList m_words;      // the same, before they were translated
    QStringList m_before;     // the row before: a cell that was merged over several rows makes it come again
    QStringList m_coHandlers; // still to come of this row
    QList<qint64> m_passedOver;
    qsizetype m_passedOverCount = 0;
};

} // namespace huiyin
