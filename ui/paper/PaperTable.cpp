// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/PaperTable.h"

#include "bulletin/PrintedCell.h"
#include "bulletin/TableColumns.h"
#include "paper/PaperText.h"

#include <algorithm>
#include <array>

namespace huiyin {

namespace {

constexpr qreal thin = 0.75; // less than a pixel vanishes in some viewers
constexpr qreal thick = 1.5;

// 小四, 五号, at which headings and words may wrap, and smaller.
constexpr std::array<qreal, 7> sizes{16, 15, 14, 13, 12, 11, 10};
constexpr qsizetype firstWrapping = 2;

using Cells = QList<BulletinSpan>;

struct Column
{
    qreal body = 0;    // its widest cell
    qreal heading = 0; // its heading in one line
    qreal broken = 0;  // the wider line of its heading in two
    bool isNumeric = true;
    qreal left = 0;
    qreal width = 0;
};

class TableSetter
{
public:
    TableSetter(const BulletinTable &table, qreal width, TableDensity density)
        : m_header(table.foldedHeader())
        , m_rows(table.foldedRows())
        , m_groupSize(qMax<qsizetype>(1, table.header.size()))
        , m_hasTotal(table.hasTotal)
        , m_width(width)
        , m_density(density)
    {
        qsizetype count = m_header.size();
        for (const Cells &row : m_rows)
            count = qMax(count, row.size());
        m_columns.resize(count);
        // Rows of a list are low: its headings take two lines, and its type is never large.
        const qsizetype first = density == TableDensity::Dense ? firstWrapping : 0;
        const qsizetype tried = static_cast<qsizetype>(sizes.size()) - first;
        const auto planAt = [&](qsizetype i) {
            measure(sizes[static_cast<std::size_t>(first + i)]);
            return plan();
        };
        measure(sizes[static_cast<std::size_t>(first + fittingSize(tried, firstWrapping - first, planAt))]);
        place();
    }

    [[nodiscard]] PaperPiece header() const
    {
        QList<QList<BrokenLine>> cells;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            TextStyle style{.role = FontRole::Hei, .pixels = m_pixels, .alignment = Qt::AlignHCenter};
            QString heading = m_header.value(i);
            if (textWidth(heading, style) > inner(i))
                heading = headingLines(heading).join(u'\n');
            cells.append(breakLines({{.text = heading}}, style, inner(i)));
        }
        return row(cells, 0, linesIn(cells), true, false);
    }

    [[nodiscard]] QList<PaperPiece> body(qreal mostHeight) const
    {
        QList<PaperPiece> pieces;
        const auto mostLines = qMax<qsizetype>(1, static_cast<qsizetype>((mostHeight - 2 * pad()) / lineHeight()));
        for (qsizetype r = 0; r < m_rows.size(); ++r) {
            const bool isTotal = m_hasTotal && r == m_rows.size() - 1;
            QList<QList<BrokenLine>> cells;
            for (qsizetype i = 0; i < m_columns.size(); ++i)
                cells.append(cell(m_rows[r].value(i), i, isTotal));
            // A cell longer than a page goes on in a further row.
            const qsizetype lines = linesIn(cells);
            for (qsizetype from = 0; from < lines; from += mostLines)
                pieces.append(row(cells, from, qMin(mostLines, lines - from), false, isTotal));
        }
        // Neither the first nor the last row stands alone on a page, nor a total.
        if (pieces.size() > 3) {
            pieces.first().keepWithNext = true;
            pieces[pieces.size() - 2].keepWithNext = true;
        }
        return pieces;
    }

private:
    void measure(qreal pixels)
    {
        m_pixels = pixels;
        const TextStyle text{.role = FontRole::Song, .pixels = pixels};
        const TextStyle head{.role = FontRole::Hei, .pixels = pixels};
        for (Column &column : m_columns)
            column = {};
        for (qsizetype i = 0; i < m_header.size(); ++i) {
            m_columns[i].heading = textWidth(m_header[i], head);
            for (const QString &line : headingLines(m_header[i]))
                m_columns[i].broken = qMax(m_columns[i].broken, textWidth(line, head) + 0.5);
        }
        for (const Cells &row : m_rows) {
            for (qsizetype i = 0; i < row.size(); ++i) {
                if (row[i].text.isEmpty())
                    continue;
                Column &column = m_columns[i];
                const bool isTotal = m_hasTotal && &row == &m_rows.last();
                column.body = qMax(column.body, textWidth(row[i].text, isTotal ? head : text));
                column.isNumeric = column.isNumeric && (isTotal || isPrintedNumber(row[i].text));
            }
        }
        // Folded groups are of one shape.
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            for (qsizetype k = i % m_groupSize; k < m_columns.size(); k += m_groupSize)
                m_columns[i].body = qMax(m_columns[i].body, m_columns[k].body);
        }
    }

    [[nodiscard]] ColumnPlan plan() const
    {
        constexpr qreal leastCharacters = 4; // of words in a line
        QList<ColumnWish> needs;
        for (const Column &column : m_columns) {
            const qreal words = column.isNumeric ? column.body : qMin(column.body, leastCharacters * m_pixels);
            const qreal beside = 2 * side() + 1; // a pixel for what is rounded
            ColumnWish need{.whole = qMax(column.body, column.heading) + beside,
                            .body = qMax(column.body, column.broken) + beside,
                            .least = qMax(words, column.broken) + beside};
            if (m_density == TableDensity::Dense)
                need.whole = need.body;
            needs.append(need);
        }
        return planColumns(needs, m_width);
    }

    void place()
    {
        const QList<double> widths = plan().widths;
        qreal x = 0;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            m_columns[i].left = x;
            m_columns[i].width = widths[i];
            x += widths[i];
        }
    }

    [[nodiscard]] qreal side() const { return m_pixels * 0.4; }
    [[nodiscard]] qreal pad() const { return m_pixels * (m_density == TableDensity::Dense ? 0.1 : 0.36); }
    [[nodiscard]] qreal lineHeight() const { return m_pixels * (m_density == TableDensity::Dense ? 1.2 : 1.35); }
    [[nodiscard]] qreal inner(qsizetype column) const { return m_columns[column].width - 2 * side(); }

    static qsizetype linesIn(const QList<QList<BrokenLine>> &cells)
    {
        qsizetype lines = 1;
        for (const QList<BrokenLine> &cell : cells)
            lines = qMax(lines, cell.size());
        return lines;
    }

    [[nodiscard]] QList<BrokenLine> cell(const BulletinSpan &span, qsizetype index, bool isTotal) const
    {
        if (span.text.isEmpty())
            return {};
        const Column &column = m_columns[index];
        TextStyle style{.role = isTotal ? FontRole::Hei : FontRole::Song, .pixels = m_pixels};
        // A short column stands in the middle as one block: names flush left in it, numbers flush right.
        const qreal block = qMin(column.body, inner(index));
        const qreal offset = (inner(index) - block) / 2;
        const bool isWide = column.body > inner(index);
        if (isTotal && !isPrintedNumber(span.text))
            style.alignment = Qt::AlignHCenter;
        else if (column.isNumeric)
            style.alignment = Qt::AlignRight;
        const qreal room = style.alignment == Qt::AlignHCenter || isWide ? inner(index) : block + 0.5;
        QList<BrokenLine> lines =
            breakLines({span}, style, qMax(room, textWidthAtLeast(span.text, style, inner(index))));
        const qreal shift = style.alignment == Qt::AlignHCenter || isWide ? 0 : offset;
        for (BrokenLine &line : lines) {
            line.line.baseline.rx() += shift;
            for (PaperArea &area : line.areas)
                area.rect.translate(shift, 0);
        }
        return lines;
    }

    // A total in a heavier face may be a little wider than the column's other numbers.
    [[nodiscard]] static qreal textWidthAtLeast(const QString &text, const TextStyle &style, qreal most)
    {
        return qMin(textWidth(text, style) + 0.5, most);
    }

    [[nodiscard]] PaperPiece row(const QList<QList<BrokenLine>> &cells, qsizetype from, qsizetype count, bool isHeader,
                                 bool isTotal) const
    {
        PaperPiece piece;
        piece.height = static_cast<qreal>(count) * lineHeight() + 2 * pad();
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const Column &column = m_columns[i];
            const QList<BrokenLine> lines = cells[i].mid(from, count);
            // Short cells stand in the middle of a high row.
            const qreal high = static_cast<qreal>(lines.size()) * lineHeight();
            qreal y = (piece.height - high) / 2;
            for (const BrokenLine &broken : lines) {
                const QPointF corner(column.left + side(), y + baselineIn(lineHeight(), m_pixels));
                PaperLine line = broken.line;
                line.baseline += corner;
                piece.lines.append(line);
                for (PaperArea area : broken.areas) {
                    area.rect.translate(corner);
                    piece.areas.append(area);
                }
                y += lineHeight();
            }
        }
        const qreal right = m_columns.isEmpty() ? m_width : m_columns.last().left + m_columns.last().width;
        piece.rules.append({QLineF(0, 0, right, 0), isHeader ? thick : thin});
        piece.rules.append({QLineF(0, piece.height, right, piece.height), isHeader || !isTotal ? thin : thick});
        for (qsizetype i = 0; i <= m_columns.size(); ++i) {
            const qreal x = i < m_columns.size() ? m_columns[i].left : right;
            const bool isEdge = i == 0 || i == m_columns.size();
            const bool startsGroup = !isEdge && i % m_groupSize == 0 && !isTotal;
            piece.rules.append({QLineF(x, 0, x, piece.height), isEdge || startsGroup ? thick : thin});
        }
        return piece;
    }

    QStringList m_header;
    QList<Cells> m_rows;
    qsizetype m_groupSize;
    bool m_hasTotal;
    qreal m_width;
    TableDensity m_density;
    qreal m_pixels = 0;
    QList<Column> m_columns;
};

} // namespace

QList<PaperPiece> tablePieces(const BulletinTable &table, qreal width, qreal mostHeight, TableDensity density)
{
    QList<PaperPiece> pieces;
    if (!table.title.isEmpty()) {
        constexpr qreal pixels = 19; // 四号
        constexpr qreal pitch = pixels * 1.6;
        const TextStyle style{.role = FontRole::Hei, .pixels = pixels, .alignment = Qt::AlignHCenter};
        for (const BrokenLine &broken : breakEvenly(table.title, style, width)) {
            PaperPiece piece{.height = pitch, .keepWithNext = true};
            piece.lines.append(broken.line);
            piece.lines.last().baseline.ry() += baselineIn(pitch, pixels);
            pieces.append(piece);
        }
        pieces.last().height += 5;
    }
    const TableSetter setter(table, width, density);
    qsizetype headerIndex = -1;
    qreal headerHeight = 0;
    if (!table.header.isEmpty()) {
        headerIndex = pieces.size();
        pieces.append(setter.header());
        pieces.last().keepWithNext = true;
        headerHeight = pieces.last().height;
    }
    for (PaperPiece piece : setter.body(mostHeight - headerHeight)) {
        piece.header = headerIndex;
        pieces.append(piece);
    }
    return pieces;
}

} // namespace huiyin
