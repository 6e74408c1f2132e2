// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace huiyin {

// A row of a table, with the column of the line at which each cell stands.
struct ReviewRow
{
    int line = 0; // from 0: which of the lines
    QStringList cells{};
    QList<int> columns{}; // from 0
};

struct ReviewTable
{
    QList<ReviewRow> rows{};
    bool mayLackCells = false; // made by hand with gaps: a blank cell leaves no trace
};

// A bulletin as the checks read it, whatever file it came from. The texts of its paragraphs and of the rows of its
// tables are lines; digits, brackets and signs are as they are printed.
struct ReviewText
{
    QStringList lines{};
    QList<ReviewTable> tables{};

    [[nodiscard]] QList<bool> linesInTables() const; // of each line: is it a row?
};

// Plain text. Lines that are parted into the same columns by tabs, bars or wide gaps are a table.
ReviewText reviewTextOf(const QString &text);

} // namespace huiyin
