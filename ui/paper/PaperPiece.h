// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/Figure.h"

#include <QColor>
#include <QFont>
#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTextLayout>

namespace huiyin {

// What pages are made of. All lengths are pixels of 1/96 inch from the piece's upper left corner, at the left edge of
// the text area.

struct PaperLine
{
    QString text{};
    QFont font{};
    QColor colour{Qt::black};
    QList<QTextLayout::FormatRange> formats{}; // the spacing that fills the line
    QPointF baseline{};                        // of its left end
};

struct PaperRule
{
    QLineF line{};
    qreal width = 1;
    QColor colour{Qt::black};
};

// Where a figure is printed.
struct PaperArea
{
    QRectF rect{};
    FigureKey figure{};
};

// A part of the text flow that never breaks over pages: a line, a row of a table, a chart, a gap.
struct PaperPiece
{
    qreal height = 0;
    bool isGap = false;        // left out at the top of a page
    bool keepWithNext = false; // a heading, a table's title
    bool beginsPage = false;   // an annex
    qsizetype block = -1;      // of the document; -1: its head
    qsizetype header = -1;     // the piece that is printed again when a page begins with this one
    qsizetype chart = -1;      // which picture fills the piece
    QList<PaperLine> lines{};
    QList<PaperRule> rules{};
    QList<PaperArea> areas{};
    QList<QRectF> bars{};       // filled, as those of a barcode
    QList<PaperRule> opening{}; // drawn where a page begins with the piece,
    QList<PaperRule> closing{}; // and where one ends with it: the frame of a row that breaks
};

} // namespace huiyin
