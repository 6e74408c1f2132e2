// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/PaperPiece.h"

#include <QList>
#include <QString>

namespace huiyin {

// Code 128 (ISO/IEC 15417): the values of the symbols from the start to the check symbol and the stop; digits in pairs
// where that is shorter. Empty: the text is empty or has other characters than those of ASCII from blank to ~.
QList<int> code128Symbols(const QString &text);

// The widths of bars and spaces in turn, in modules, beginning and ending with a bar.
QList<int> code128Widths(const QList<int> &symbols);

// The bars of a text, flush right within `width`, in pixels of 1/96 inch from its upper left corner. The light zone of
// ten modules is kept within it on the left; on the right it is the margin of the paper. Empty: the text has no barcode,
// or one of readable size doesn't fit.
QList<QRectF> barcode(const QString &text, qreal width, qreal height);

} // namespace huiyin
