// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/ImprintPieces.h"

#include "bulletin/BulletinDocument.h"
#include "paper/PaperText.h"

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal pixels = 19; // 四号
constexpr qreal pitch = fromMillimetres(8);
constexpr qreal thick = fromMillimetres(0.35);
constexpr qreal thin = fromMillimetres(0.25);

// 抄送：, whose names stand below one another; "" where no such word leads the line
QString leadOf(const QString &text)
{
    constexpr qsizetype longest = 4;
    const qsizetype colon = text.indexOf(u'：');
    return colon >= 0 && colon < longest ? text.first(colon + 1) : QString();
}

} // namespace

QList<PaperPiece> imprintPieces(const QStringList &lines, qreal width)
{
    const TextStyle style{.pixels = pixels};
    QList<PaperPiece> pieces;
    for (const QString &text : lines) {
        const auto [left, right] = sidesOf(text);
        const QString lead = leadOf(left);
        const qreal hang = lead.isEmpty() ? 0 : textWidth(lead, style);
        const qreal rightWidth = right.isEmpty() ? 0 : textWidth(right, style) + pixels;
        const qreal room = qMax(width / 4, width - 2 * pixels - hang - rightWidth);
        QList<BrokenLine> broken = breakLines({{.text = left.sliced(lead.size())}}, style, room);
        if (broken.isEmpty())
            broken.append(BrokenLine{});
        const qsizetype first = pieces.size();
        for (const BrokenLine &one : std::as_const(broken)) {
            PaperPiece piece{.height = pitch, .keepWithNext = true};
            PaperLine line = one.line;
            line.baseline += QPointF(pixels + hang, baselineIn(pitch, pixels));
            if (!line.text.isEmpty())
                piece.lines.append(line);
            pieces.append(piece);
        }
        const auto place = [](PaperPiece &piece, const QString &words, const TextStyle &as, qreal x) {
            piece.lines.append({.text = words, .font = as.font(), .baseline = QPointF(x, baselineIn(pitch, pixels))});
        };
        if (!lead.isEmpty())
            place(pieces[first], lead, style, pixels);
        if (!right.isEmpty())
            place(pieces.last(), right, style, width - pixels - textWidth(right, style));
        pieces[first].rules.append({QLineF(0, 0, width, 0), first == 0 ? thick : thin});
    }
    if (!pieces.isEmpty()) {
        pieces.last().keepWithNext = false;
        pieces.last().rules.append({QLineF(0, pitch, width, pitch), thick});
    }
    return pieces;
}

} // namespace huiyin
