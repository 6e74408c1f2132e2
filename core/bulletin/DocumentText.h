// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "review/ReviewText.h"

#include <QList>
#include <QString>

namespace huiyin {

// A stretch of one of a document's texts.
struct DocumentPlace
{
    enum class Part { Masthead, IssueLine, Title, Block };

    Part part = Part::Block;
    qsizetype block = -1;  // its index; -1 in the head
    qsizetype row = -1;    // of a table's `rows`, of a chart's bars; -1: a heading cell, or no cell
    qsizetype column = -1; // of a table; -1: its title, or no table
    qsizetype start = 0;   // in the heading, the paragraph, the cell …; UTF-16 units
    qsizetype length = 0;

    // Are both of one text?
    [[nodiscard]] bool isBeside(const DocumentPlace &other) const
    {
        return part == other.part && block == other.block && row == other.row && column == other.column;
    }
    bool operator==(const DocumentPlace &) const = default;
};

// A text of a document, whole.
struct DocumentText
{
    DocumentPlace place{};
    QString text{};
    QString heading{}; // of a cell, its column's
};

// All texts that are printed, in their order, but for those that are the office's own: its name, the date, the axes of
// charts. None is empty.
QList<DocumentText> textsOf(const BulletinDocument &document);

// The text at a place; "" when there is no such place.
QString textAt(const BulletinDocument &document, const DocumentPlace &place);

// A document as the checks read it, a line a text or row of a table, and the way back.
struct DocumentLines
{
    struct Line
    {
        DocumentPlace place{};    // of a row: without its column
        QList<qsizetype> cells{}; // of a row: where each begins
    };

    ReviewText text{};
    QList<Line> lines{};

    // `line` and `column` from 1, as findings have them.
    [[nodiscard]] DocumentPlace placeOf(int line, int column, int length) const;
    // The first line of a block, from 1; 1 when it has none.
    [[nodiscard]] int lineOf(qsizetype block) const;
};
DocumentLines reviewTextOf(const BulletinDocument &document);

} // namespace huiyin
