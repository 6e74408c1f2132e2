// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/PaperFlow.h"

#include "paper/PaperText.h"

#include <QPainter>

namespace huiyin {

namespace {

constexpr qreal roundingRoom = 0.5;

// What a piece needs together with all that it is kept with.
qreal neededFrom(const QList<PaperPiece> &pieces, qsizetype index)
{
    qreal height = 0;
    for (qsizetype i = index; i < pieces.size(); ++i) {
        height += pieces[i].height;
        if (!pieces[i].keepWithNext && !pieces[i].isGap)
            break;
    }
    return height;
}

} // namespace

std::vector<PlacedPage> pagesOf(const QList<PaperPiece> &pieces, qreal height)
{
    std::vector<PlacedPage> pages(1);
    qreal y = 0;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const PaperPiece &piece = pieces[i];
        if (piece.isGap) {
            y += y > 0 ? piece.height : 0;
            continue;
        }
        qreal need = neededFrom(pieces, i);
        if (need > height) // kept together with more than a page: can't be
            need = piece.height;
        if (y > 0 && (piece.beginsPage || y + need > height + roundingRoom)) {
            pages.emplace_back();
            y = 0;
            if (piece.header >= 0 && !piece.beginsPage) {
                pages.back().push_back({.piece = piece.header});
                y = pieces[piece.header].height;
            }
        }
        pages.back().push_back({.piece = i, .y = y});
        y += piece.height;
    }
    return pages;
}

void drawRules(QPainter *painter, const QList<PaperRule> &rules)
{
    for (const PaperRule &rule : rules) {
        painter->setPen(QPen(rule.colour, rule.width, Qt::SolidLine, Qt::SquareCap));
        painter->drawLine(rule.line);
    }
}

void drawPiece(QPainter *painter, const PaperPiece &piece)
{
    drawRules(painter, piece.rules);
    for (const QRectF &bar : piece.bars)
        painter->fillRect(bar, Qt::black);
    for (const PaperLine &line : piece.lines)
        drawLine(painter, line);
}

} // namespace huiyin
