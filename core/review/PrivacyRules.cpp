// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PrivacyRules.h"

#include "review/PublicationMask.h"
#include "review/ReviewLine.h"

#include <QCoreApplication>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

// A line, or a cell with its column's heading.
struct Piece
{
    int line = 0;
    qsizetype start = 0; // in the line
    TextPart part{};
};

QList<Piece> piecesOf(const ReviewText &text)
{
    const QList<bool> inTable = text.linesInTables();
    QList<Piece> pieces;
    for (int i = 0; i < text.lines.size(); ++i) {
        if (!inTable[i])
            pieces.append({.line = i, .part = {.text = text.lines[i]}});
    }
    for (const ReviewTable &table : text.tables) {
        const ReviewRow &head = table.rows.first();
        for (const ReviewRow &row : table.rows) {
            for (qsizetype i = 0; i < row.cells.size(); ++i) {
                const qsizetype start = text.lines[row.line].indexOf(row.cells[i], row.columns[i]);
                const QString heading = row.line != head.line && i < head.cells.size() ? head.cells[i] : QString();
                if (start >= 0)
                    pieces.append(
                        {.line = row.line, .start = start, .part = {.text = row.cells[i], .heading = heading}});
            }
        }
    }
    return pieces;
}

} // namespace

QList<Finding> checkPrivacy(const ReviewText &text)
{
    const QList<Piece> pieces = piecesOf(text);
    QList<TextPart> parts;
    for (const Piece &piece : pieces)
        parts.append(piece.part);
    const auto places = personalPlacesIn(parts);
    QList<Finding> findings;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const ReviewLine line{.number = pieces[i].line, .text = text.lines[pieces[i].line]};
        for (const PersonalPlace &place : places[i]) {
            const QString message =
                place.certain ? Text::tr("%1: not to be published.") : Text::tr("It may be a citizen's: %1.");
            Finding finding = line.finding(pieces[i].start + place.start, place.length, Finding::Kind::Privacy,
                                           message.arg(displayName(place.kind)));
            finding.doubtful = !place.certain;
            findings.append(finding);
        }
    }
    return findings;
}

} // namespace huiyin
