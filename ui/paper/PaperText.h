// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "paper/PaperFonts.h"
#include "paper/PaperPiece.h"

#include <QColor>
#include <QList>

class QPainter;

namespace huiyin {

struct TextStyle
{
    FontRole role = FontRole::FangSong;
    qreal pixels = 21;
    QColor colour{Qt::black};
    Qt::Alignment alignment = Qt::AlignLeft; // AlignJustify: filled by spacing, digits of a number kept together
    qreal firstIndent = 0;
    qreal letterSpacing = 0;
    bool bold = false;

    [[nodiscard]] QFont font() const;
};

// A line of a broken text: its baseline is at y = 0, its areas reach from `-pixels` to a little below it.
struct BrokenLine
{
    PaperLine line{};
    qreal width = 0;
    QList<PaperArea> areas{};
};

// Breaks a text into lines as Chinese rules have it: no ，。） at the start, no （《“ at the end, numbers whole, and what is
// unbroken() as long as it is no longer than a line.
QList<BrokenLine> breakLines(const QList<BulletinSpan> &spans, const TextStyle &style, qreal width);

// With a sign between its characters (U+2060) that keeps them on one line. Broken lines don't hold it any more.
QString unbroken(const QString &text);

// Lines of about the same length, for a centred title.
QList<BrokenLine> breakEvenly(const QString &text, const TextStyle &style, qreal width);

qreal textWidth(const QString &text, const TextStyle &style);

// The baseline of a line in its pitch: the square of the Chinese characters stands in the middle, whichever face.
constexpr qreal baselineIn(qreal pitch, qreal pixels)
{
    return pitch / 2 + 0.38 * pixels;
}

void drawLine(QPainter *painter, const PaperLine &line);

} // namespace huiyin
