// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringView>

#include <optional>

namespace huiyin {

// How spreadsheets write texts, names and places.

// A cell's text holds at most so many UTF-16 units, a sheet so many rows and columns.
inline constexpr qsizetype mostCellText = 32767;
inline constexpr qint64 mostSheetRows = 1048576;
inline constexpr int mostSheetColumns = 16384;

// _xHHHH_ stands for the character of that number: so a text that looks like it must be written otherwise.
QString escapedCellText(const QString &text);
QString unescapedCellText(const QString &text);

// "C5" of column 2 (counted from 0) and row 5 (counted from 1); "AA" of column 26.
QString columnLetters(int column);
QString cellName(int column, qint64 row);

struct CellPlace
{
    int column = 0; // counted from 0
    qint64 row = 0; // counted from 1

    bool operator==(const CellPlace &) const = default;
};
// Of "C5" or "$C$5"; nullopt when it is no cell of a sheet.
std::optional<CellPlace> cellPlace(QStringView name);

struct CellRange
{
    CellPlace from{};
    CellPlace to{};

    bool operator==(const CellRange &) const = default;
};
// Of "A2:C5", or "A2" alone.
std::optional<CellRange> cellRange(QStringView text);

// A name that every spreadsheet takes for a sheet, and that is not among `taken` (in lower case), to which it is added.
QString safeSheetName(const QString &name, QSet<QString> &taken);

} // namespace huiyin
