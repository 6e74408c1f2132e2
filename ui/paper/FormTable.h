// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/PaperPiece.h"

#include <QList>
#include <QString>

namespace huiyin {

// A cell of a printed form.
struct FormCell
{
    QString text{};
    bool isLabel = false; // in 黑体 in the middle
    qreal width = 0;      // pixels; 0: that of labels, or an equal share of what the others leave
    bool atFoot = false;  // at the right of the cell's foot, as a date below a stamp
    bool atTop = false;   // as what is written into a cell with room for more
};

struct FormRow
{
    QList<FormCell> cells{};
    qreal leastHeight = 0;
    bool keepWithNext = false;
    qreal pixels = 16;     // 小四
    bool mayBreak = false; // however low it is
};

FormRow formRow(const QString &label, const QString &text);
FormRow formRow(const QString &label, const QString &text, const QString &secondLabel, const QString &secondText);
FormRow formHeading(const QString &text); // across the whole width

// A form with a frame as pieces of the flow. A row that is higher than a third of `mostHeight`, or that says so, may
// break between its lines; its frame is closed on either page.
QList<PaperPiece> formPieces(const QList<FormRow> &rows, qreal width, qreal mostHeight);

} // namespace huiyin
