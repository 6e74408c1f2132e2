// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/FormTable.h"

#include "paper/PaperText.h"

#include <algorithm>

namespace huiyin {

namespace {

constexpr qreal thin = 0.75; // less than a pixel vanishes in some viewers
constexpr qreal thick = 1.5;
constexpr qreal labelWidth = 84;
constexpr qreal side = 7;
constexpr qreal pad = 4;

struct SetCell
{
    QList<BrokenLine> lines{};
    qreal left = 0;
    qreal width = 0;
    bool isLabel = false;
    bool atFoot = false;
    bool atTop = false;
};

class RowSetter
{
public:
    RowSetter(const FormRow &row, qreal width, bool isFirst, bool isLast)
        : m_row(row)
        , m_width(width)
        , m_pitch(row.pixels * 1.4)
        , m_isFirst(isFirst)
        , m_isLast(isLast)
    {
        qreal fixed = 0;
        qsizetype open = 0;
        for (const FormCell &cell : row.cells) {
            fixed += fixedWidth(cell);
            open += fixedWidth(cell) > 0 ? 0 : 1;
        }
        const qreal share = open > 0 ? (width - fixed) / static_cast<qreal>(open) : 0;
        qreal x = 0;
        for (const FormCell &cell : row.cells) {
            SetCell set{.left = x,
                        .width = fixedWidth(cell) > 0 ? fixedWidth(cell) : share,
                        .isLabel = cell.isLabel,
                        .atFoot = cell.atFoot,
                        .atTop = cell.atTop};
            TextStyle style{.role = cell.isLabel ? FontRole::Hei : FontRole::FangSong,
                            .pixels = row.pixels,
                            .alignment = cell.isLabel  ? Qt::AlignHCenter
                                         : cell.atFoot ? Qt::AlignRight
                                                       : Qt::AlignJustify};
            if (!cell.text.isEmpty())
                set.lines = breakLines({{.text = cell.text}}, style, set.width - 2 * side);
            m_lines = std::max(m_lines, set.lines.size());
            x += set.width;
            m_cells.append(set);
        }
    }

    [[nodiscard]] qreal height() const
    {
        return std::max(m_row.leastHeight, static_cast<qreal>(m_lines) * m_pitch + 2 * pad);
    }

    [[nodiscard]] PaperPiece whole() const
    {
        PaperPiece piece{.height = height(), .keepWithNext = m_row.keepWithNext};
        for (const SetCell &cell : m_cells) {
            const qreal high = static_cast<qreal>(cell.lines.size()) * m_pitch;
            const qreal middle = (piece.height - high) / 2;
            addLines(piece, cell, cell.lines,
                     cell.atFoot  ? piece.height - high - pad
                     : cell.atTop ? std::min(pad + m_pitch / 4, middle)
                                  : middle);
        }
        addSides(piece);
        piece.rules.append(edge(0, m_isFirst));
        piece.rules.append(edge(piece.height, m_isLast));
        return piece;
    }

    // A piece a line, so that a page can end behind any but the first and the one before the last.
    [[nodiscard]] QList<PaperPiece> broken() const
    {
        QList<PaperPiece> pieces;
        for (qsizetype line = 0; line < m_lines; ++line) {
            const bool isFirst = line == 0;
            const bool isLast = line == m_lines - 1;
            PaperPiece piece{.height = m_pitch + (isFirst ? pad : 0) + (isLast ? pad : 0),
                             .keepWithNext = isFirst || line == m_lines - 2 || (isLast && m_row.keepWithNext)};
            for (const SetCell &cell : m_cells)
                addLines(piece, cell, cell.lines.mid(line, 1), isFirst ? pad : 0);
            addSides(piece);
            if (isFirst)
                piece.rules.append(edge(0, m_isFirst));
            if (isLast)
                piece.rules.append(edge(piece.height, m_isLast));
            piece.opening.append(edge(0, true));
            piece.closing.append(edge(piece.height, true));
            pieces.append(piece);
        }
        return pieces;
    }

private:
    [[nodiscard]] qreal fixedWidth(const FormCell &cell) const
    {
        if (cell.width > 0)
            return cell.width;
        return cell.isLabel && m_row.cells.size() > 1 ? labelWidth : 0;
    }

    void addLines(PaperPiece &piece, const SetCell &cell, const QList<BrokenLine> &lines, qreal y) const
    {
        for (const BrokenLine &broken : lines) {
            PaperLine line = broken.line;
            line.baseline += QPointF(cell.left + side, y + baselineIn(m_pitch, m_row.pixels));
            piece.lines.append(line);
            y += m_pitch;
        }
    }

    void addSides(PaperPiece &piece) const
    {
        for (const SetCell &cell : m_cells)
            piece.rules.append({QLineF(cell.left, 0, cell.left, piece.height), cell.left > 0 ? thin : thick});
        piece.rules.append({QLineF(m_width, 0, m_width, piece.height), thick});
    }

    [[nodiscard]] PaperRule edge(qreal y, bool isOuter) const
    {
        return {QLineF(0, y, m_width, y), isOuter ? thick : thin};
    }

    const FormRow &m_row;
    qreal m_width;
    qreal m_pitch;
    bool m_isFirst;
    bool m_isLast;
    qsizetype m_lines = 1;
    QList<SetCell> m_cells;
};

} // namespace

FormRow formRow(const QString &label, const QString &text)
{
    return {.cells = {{.text = label, .isLabel = true}, {.text = text}}};
}

FormRow formRow(const QString &label, const QString &text, const QString &secondLabel, const QString &secondText)
{
    return {.cells = {{.text = label, .isLabel = true},
                      {.text = text},
                      {.text = secondLabel, .isLabel = true},
                      {.text = secondText}}};
}

FormRow formHeading(const QString &text)
{
    return {.cells = {{.text = text, .isLabel = true}}, .leastHeight = 34, .keepWithNext = true};
}

QList<PaperPiece> formPieces(const QList<FormRow> &rows, qreal width, qreal mostHeight)
{
    QList<PaperPiece> pieces;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const RowSetter setter(rows[i], width, i == 0, i == rows.size() - 1);
        const bool mayBreak =
            rows[i].leastHeight < setter.height() && (rows[i].mayBreak || setter.height() > mostHeight / 3);
        if (mayBreak)
            pieces += setter.broken();
        else
            pieces.append(setter.whole());
        // The frame is closed where a page ends or begins between rows, too.
        if (!mayBreak) {
            pieces.last().opening.append({QLineF(0, 0, width, 0), thick});
            pieces.last().closing.append({QLineF(0, pieces.last().height, width, pieces.last().height), thick});
        }
    }
    // The last row doesn't stand alone on a page.
    if (pieces.size() > 2)
        pieces[pieces.size() - 2].keepWithNext = true;
    return pieces;
}

} // namespace huiyin
