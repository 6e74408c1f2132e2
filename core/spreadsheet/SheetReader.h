// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"
#include "spreadsheet/CellText.h"
#include "spreadsheet/Workbook.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace huiyin {

class PartXml;

// A cell as its program left it.
struct SheetCell
{
    enum class Kind {
        Empty,
        Text,
        Number,
        Boolean,
        Date,
        Time,
        DateTime,
        Error,     // text: the program's word for it, #N/A
        Uncounted, // a formula whose result the program didn't leave
    };

    Kind kind = Kind::Empty;
    QString text{};     // as a person would type it: 13800000000, true, 2020-02-09 08:31:05
    double number = 0;  // of Number, Boolean; of dates the count of days
    QDateTime moment{}; // of Date and DateTime: its date() and time() are those of the wall
};

// The rows of one sheet, one at a time, in the order in which they stand. Only rows that the file holds come; a spreadsheet
// leaves out empty ones. A cell that was merged downwards counts for each row that it covers, if the row holds anything
// else; one merged to the right counts in its first column only. Throws FileError as Workbook does.
class SheetReader
{
public:
    // `sheet` is a position in workbook.sheets(); the workbook must outlive the reader.
    SheetReader(Workbook &workbook, qsizetype sheet, const Progress &progress = Progress());
    ~SheetReader();

    // False at the end of the sheet, which is sound then.
    bool next();

    [[nodiscard]] qint64 row() const { return m_row; }     // counted from 1, as spreadsheets show it
    [[nodiscard]] int cellCount() const { return m_used; } // up to the last that holds something
    // Valid until next(); an empty one beyond the last.
    [[nodiscard]] const SheetCell &cell(int column) const;
    [[nodiscard]] bool isBlank() const; // no cell holds more than white space
    [[nodiscard]] qint64 bytesRead() const;

private:
    // A column that a merged cell covers down to a row.
    struct Covered
    {
        qint64 until = 0;
        SheetCell cell{};
    };

    void findMerged(const QString &part);
    void readRow();
    void readCell(int column);
    void set(SheetCell &cell, const QString &type, const QString &value, qsizetype style);
    void setNumber(SheetCell &cell, const QString &value, qsizetype style);
    void cover();

    Workbook &m_workbook;
    std::unique_ptr<PartXml> m_xml;
    QList<CellRange> m_merged; // downwards only, by their first rows
    qsizetype m_nextMerged = 0;
    std::vector<Covered> m_covered; // by column
    std::vector<SheetCell> m_cells;
    int m_used = 0;
    qint64 m_row = 0;
    qint64 m_text = 0; // UTF-16 units so far
    bool m_inRows = false;
};

} // namespace huiyin
