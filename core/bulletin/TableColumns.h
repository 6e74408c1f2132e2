// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include <functional>

namespace huiyin {

// How wide the columns of a printed table are, in whatever unit: on paper and in a .docx alike.

// What a column wants; each is at least what comes behind it.
struct ColumnWish
{
    double whole = 0; // everything in one line
    double body = 0;  // its cells in one line, its heading in two
    double least = 0; // below it a number or a word would break
};

struct ColumnPlan
{
    enum class Fit {
        Whole,        // nothing wraps
        HeadingsWrap, // into two lines
        CellsWrap,    // those of words; numbers stay whole
        Crowded       // not even that
    };
    Fit fit = Fit::Whole;
    bool hasLongText = false; // a column of sentences, which has to wrap at any size
    QList<double> widths{};
};

// Numbers get what they want; of several columns of words the longer text gets the more room.
ColumnPlan planColumns(const QList<ColumnWish> &wishes, double width);

// Which of `count` sizes of type, the largest first: the first at which nothing wraps. From `firstWrapping` on headings may
// wrap, and cells if a smaller size or two don't help.
qsizetype fittingSize(qsizetype count, qsizetype firstWrapping, const std::function<ColumnPlan(qsizetype)> &planAt);

// A heading in the two lines that it takes in a narrow column, broken between words: 按时|办结率, 平均等待|（秒）.
// A short one stays whole.
QStringList headingLines(const QString &heading);

} // namespace huiyin
