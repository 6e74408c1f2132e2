// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/PaperPiece.h"

#include <vector>

class QPainter;

namespace huiyin {

// Where a piece stands on its page.
struct PlacedPiece
{
    qsizetype piece = 0;
    qreal y = 0;
};
using PlacedPage = std::vector<PlacedPiece>;

// Breaks a flow into pages of this height: never within a piece, nor behind one that is kept with the next. There is
// one page at least.
std::vector<PlacedPage> pagesOf(const QList<PaperPiece> &pieces, qreal height);

// Rules, bars and lines of a piece at the painter's origin.
void drawPiece(QPainter *painter, const PaperPiece &piece);
void drawRules(QPainter *painter, const QList<PaperRule> &rules);

} // namespace huiyin
