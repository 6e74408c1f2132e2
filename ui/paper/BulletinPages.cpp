// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/BulletinPages.h"

#include "domain/Period.h"
#include "paper/ChartExport.h"
#include "paper/ImprintPieces.h"
#include "paper/PaperFlow.h"
#include "paper/PaperFonts.h"
#include "paper/PaperTable.h"
#include "paper/PaperText.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <limits>
#include <type_traits>
#include <variant>
#include <vector>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

// GB/T 9704: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm
constexpr qreal pageWidth = fromMillimetres(210);
constexpr qreal pageHeight = fromMillimetres(297);
constexpr qreal textLeft = fromMillimetres(28);
constexpr qreal textTop = fromMillimetres(37);
constexpr qreal textHeight = fromMillimetres(225);
constexpr qreal linePitch = textHeight / 22;
// 28 characters of 16 pt would be 158 mm; 15.75 pt are 21 px, and 28 of them 155.6 mm.
constexpr qreal bodyPixels = 21;
constexpr qreal textWidthPixels = 28 * bodyPixels;
constexpr qreal titlePixels = 29;  // 二号
constexpr qreal numberPixels = 19; // 四号
constexpr QColor red(0xc8, 0x16, 0x1d);

PaperPiece gap(qreal height)
{
    return {.height = height, .isGap = true};
}

QList<PaperPiece> asPieces(const QList<BrokenLine> &lines, qreal pixels, qreal pitch = linePitch)
{
    QList<PaperPiece> pieces;
    for (const BrokenLine &broken : lines) {
        const qreal baseline = baselineIn(pitch, pixels);
        PaperPiece piece{.height = pitch};
        piece.lines.append(broken.line);
        piece.lines.last().baseline.ry() += baseline;
        piece.areas = broken.areas;
        for (PaperArea &area : piece.areas)
            area.rect.translate(0, baseline);
        pieces.append(piece);
    }
    return pieces;
}

TextStyle headingStyle(int level)
{
    TextStyle style{.pixels = bodyPixels, .firstIndent = 2 * bodyPixels};
    if (level <= 1)
        style.role = FontRole::Hei;
    else if (level == 2)
        style.role = FontRole::Kai;
    return style;
}

// Large and letter-spaced, but never wider than the text.
TextStyle mastheadStyle(const QString &text)
{
    constexpr int largest = 64;
    constexpr int smallest = 17;
    constexpr qreal most = textWidthPixels * 0.92;
    TextStyle style{.role = FontRole::XiaoBiaoSong, .colour = red, .alignment = Qt::AlignHCenter};
    const auto widthAt = [&](int pixels) {
        style.pixels = pixels;
        style.letterSpacing = pixels * 0.18;
        return textWidth(text, style);
    };
    // The width follows the size, nearly: each further size that is tried loads the face once more.
    int pixels = largest;
    if (const qreal width = widthAt(largest); width > most)
        pixels = std::clamp(qFloor(largest * most / width) + 1, smallest, largest);
    while (widthAt(pixels) > most && pixels > smallest)
        --pixels;
    return style;
}

} // namespace

struct BulletinPages::Flow
{
    explicit Flow(const BulletinDocument &document)
    {
        addHead(document);
        addTitle(document.title);
        for (qsizetype i = 0; i < document.blocks.size(); ++i)
            addBlock(document, i);
        const QList<PaperPiece> imprint = imprintPieces(document.imprint, textWidthPixels);
        qreal height = 0;
        for (const PaperPiece &piece : imprint)
            height += piece.height;
        const bool isList = height > textHeight / 2; // no foot of a page
        if (isList)
            add(imprint);
        pages = pagesOf(pieces, textHeight);
        if (!isList && !imprint.isEmpty())
            addImprint(imprint, height);
    }

    // 版记 stands at the foot of the last side of the last sheet, its last rule on the edge of the text. Where it has no
    // room below the text a blank side comes before it, and neither has a number (GB/T 9704, 7.5).
    void addImprint(const QList<PaperPiece> &imprint, qreal height)
    {
        qreal used = 0;
        for (const PlacedPiece &placed : pages.back())
            used = qMax(used, placed.y + pieces[placed.piece].height);
        const bool isBack = pages.size() % 2 == 0;
        if (isBack && used + linePitch + height > textHeight) {
            numbered = static_cast<int>(pages.size());
            pages.emplace_back();
            pages.emplace_back();
        } else if (!isBack) {
            pages.emplace_back();
        }
        qreal y = textHeight - height;
        for (const PaperPiece &piece : imprint) {
            pages.back().push_back({.piece = pieces.size(), .y = y});
            y += piece.height;
            pieces.append(piece);
        }
    }

    void add(QList<PaperPiece> added, qsizetype block = -1)
    {
        const qsizetype offset = pieces.size();
        for (PaperPiece &piece : added) {
            piece.block = block;
            if (piece.header >= 0)
                piece.header += offset;
            pieces.append(piece);
        }
    }

    // 报头: the red name, the issue below it, office and date on one line, a red rule.
    void addHead(const BulletinDocument &document)
    {
        if (!document.masthead.isEmpty()) {
            const TextStyle style = mastheadStyle(document.masthead);
            const qreal pitch = style.pixels * 1.7;
            add(asPieces(breakLines({{.text = document.masthead}}, style, textWidthPixels), style.pixels, pitch));
        }
        if (!document.issueLine.isEmpty()) {
            const TextStyle style{.pixels = bodyPixels, .alignment = Qt::AlignHCenter};
            add(asPieces(breakLines({{.text = document.issueLine}}, style, textWidthPixels), style.pixels));
        }
        const QString date = document.date.isValid() ? chineseDate(document.date) : QString();
        if (!document.office.isEmpty() || !date.isEmpty()) {
            const TextStyle left{.pixels = bodyPixels};
            const TextStyle right{.pixels = bodyPixels, .alignment = Qt::AlignRight};
            const qreal dateWidth = textWidth(date, right);
            // A long name of the office wraps beside the date.
            QList<PaperPiece> lines = asPieces(
                breakLines({{.text = document.office}}, left, textWidthPixels - dateWidth - bodyPixels), bodyPixels);
            const QList<PaperPiece> dateLine =
                asPieces(breakLines({{.text = date}}, right, textWidthPixels), bodyPixels);
            if (lines.isEmpty())
                lines = dateLine;
            else if (!dateLine.isEmpty())
                lines.last().lines += dateLine.first().lines;
            add(lines);
        }
        if (document.masthead.isEmpty())
            return;
        // 4 mm below the characters, which stand in the middle of their line
        const qreal y = fromMillimetres(4) - (linePitch - bodyPixels) / 2;
        PaperPiece rule{.height = y + 2};
        rule.rules.append({QLineF(0, y, textWidthPixels, y), 2.4, red});
        pieces.append(rule);
        pieces.append(gap(linePitch * 0.9));
    }

    void addTitle(const QString &title)
    {
        if (title.isEmpty())
            return;
        const TextStyle style{.role = FontRole::XiaoBiaoSong, .pixels = titlePixels, .alignment = Qt::AlignHCenter};
        QList<PaperPiece> lines = asPieces(breakEvenly(title, style, textWidthPixels), titlePixels);
        for (PaperPiece &line : lines)
            line.keepWithNext = true;
        add(lines);
        pieces.append(gap(linePitch * 0.8));
    }

    void addBlock(const BulletinDocument &document, qsizetype index)
    {
        const qsizetype first = pieces.size();
        std::visit(
            [&](const auto &block) {
                using Block = std::decay_t<decltype(block)>;
                if constexpr (std::is_same_v<Block, BulletinHeading>)
                    addHeading(block, index);
                else if constexpr (std::is_same_v<Block, BulletinParagraph>)
                    addParagraph(block, index);
                else if constexpr (std::is_same_v<Block, BulletinTable>)
                    addTable(block, index);
                else
                    addChart(document, block, index);
            },
            document.blocks[index]);
        for (qsizetype i = first; i < pieces.size(); ++i)
            pieces[i].block = index;
        const auto begin =
            std::find_if(pieces.begin() + first, pieces.end(), [](const PaperPiece &piece) { return !piece.isGap; });
        if (begin != pieces.end())
            begin->beginsPage = beginsPage(document.blocks, index);
    }

    void addHeading(const BulletinHeading &heading, qsizetype index)
    {
        QList<PaperPiece> lines =
            asPieces(breakLines({{.text = heading.text}}, headingStyle(heading.level), textWidthPixels), bodyPixels);
        for (PaperPiece &line : lines)
            line.keepWithNext = true;
        add(lines, index);
    }

    void addParagraph(const BulletinParagraph &paragraph, qsizetype index)
    {
        const TextStyle style{.pixels = bodyPixels, .alignment = Qt::AlignJustify, .firstIndent = 2 * bodyPixels};
        QList<PaperPiece> lines = asPieces(breakLines(paragraph.spans, style, textWidthPixels), bodyPixels);
        // Below a heading at the foot of a page one line is too little.
        if (!pieces.isEmpty() && pieces.last().keepWithNext && lines.size() > 1)
            lines.first().keepWithNext = true;
        add(lines, index);
    }

    void addTable(const BulletinTable &table, qsizetype index)
    {
        pieces.append(gap(linePitch * 0.4));
        QList<PaperPiece> rows = tablePieces(table, textWidthPixels, textHeight);
        qreal height = 0;
        for (const PaperPiece &row : rows)
            height += row.height;
        // A small table stays whole; a large one breaks between rows.
        for (qsizetype i = 0; height <= textHeight * 0.6 && i + 1 < rows.size(); ++i)
            rows[i].keepWithNext = true;
        add(rows, index);
        pieces.append(gap(linePitch * 0.6));
    }

    void addChart(const BulletinDocument &document, const BulletinChart &block, qsizetype index)
    {
        pieces.append(gap(linePitch * 0.4));
        charts.push_back({.plan = paperChart(block, document.percentStyle, textWidthPixels, textHeight * 0.85)});
        add({{.height = charts.back().plan.size.height(), .chart = static_cast<qsizetype>(charts.size()) - 1}}, index);
        pieces.append(gap(linePitch * 0.4));
    }

    QList<PaperPiece> pieces;
    // Drawn when the page is first looked at.
    struct Chart
    {
        PaperChart plan{};
        mutable std::optional<ChartPicture> drawn{};
    };
    [[nodiscard]] const ChartPicture &chart(qsizetype index) const
    {
        const Chart &one = charts[static_cast<size_t>(index)];
        if (!one.drawn)
            one.drawn.emplace(one.plan.draw());
        return *one.drawn;
    }
    std::vector<Chart> charts;
    std::vector<PlacedPage> pages;
    int numbered = std::numeric_limits<int>::max(); // pages from the first that have a number
};

BulletinPages::BulletinPages(const BulletinDocument &document)
    : m_flow(std::make_unique<const Flow>(document))
{
}

BulletinPages::~BulletinPages() = default;
BulletinPages::BulletinPages(BulletinPages &&) noexcept = default;
BulletinPages &BulletinPages::operator=(BulletinPages &&) noexcept = default;

int BulletinPages::count() const
{
    return static_cast<int>(m_flow->pages.size());
}

void BulletinPages::paint(int page, QPainter *painter, const QRectF &target) const
{
    if (page < 0 || page >= count())
        return;
    const qreal scale = qMin(target.width() / pageWidth, target.height() / pageHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::TextAntialiasing);
    painter->translate(target.left() + (target.width() - pageWidth * scale) / 2,
                       target.top() + (target.height() - pageHeight * scale) / 2);
    painter->scale(scale, scale);

    for (const PlacedPiece &placed : m_flow->pages[static_cast<size_t>(page)]) {
        const PaperPiece &piece = m_flow->pieces[placed.piece];
        painter->save();
        painter->translate(textLeft, textTop + placed.y);
        if (piece.chart >= 0) {
            const ChartPicture &chart = m_flow->chart(piece.chart);
            chart.paint(painter, {QPointF(0, 0), chart.size()});
        }
        drawPiece(painter, piece);
        painter->restore();
    }

    if (page >= m_flow->numbered) {
        painter->restore();
        return;
    }
    // — 1 —: its dashes 7 mm below the text, odd pages on the right, one character in.
    const TextStyle style{.role = FontRole::Song, .pixels = numberPixels};
    const QString number = u"— "_s + QString::number(page + 1) + u" —"_s;
    const qreal left =
        page % 2 == 0 ? textLeft + textWidthPixels - numberPixels - textWidth(number, style) : textLeft + numberPixels;
    drawLine(painter, {.text = number,
                       .font = style.font(),
                       .baseline = QPointF(left, textTop + textHeight + fromMillimetres(7) + 0.38 * numberPixels)});
    painter->restore();
}

QList<BulletinPages::FigureArea> BulletinPages::figureAreas(int page) const
{
    QList<FigureArea> areas;
    if (page < 0 || page >= count())
        return areas;
    for (const PlacedPiece &placed : m_flow->pages[static_cast<size_t>(page)]) {
        const PaperPiece &piece = m_flow->pieces[placed.piece];
        for (const PaperArea &area : piece.areas) {
            const QRectF rect = area.rect.translated(textLeft, textTop + placed.y);
            areas.append({.millimetres = QRectF(rect.topLeft() / fromMillimetres(1), rect.size() / fromMillimetres(1)),
                          .figure = area.figure,
                          .block = piece.block});
        }
    }
    return areas;
}

std::optional<FigureKey> BulletinPages::figureAt(int page, QPointF millimetres) const
{
    for (const FigureArea &area : figureAreas(page)) {
        if (area.millimetres.contains(millimetres))
            return area.figure;
    }
    if (page < 0 || page >= count())
        return std::nullopt;
    const QPointF point = millimetres * fromMillimetres(1) - QPointF(textLeft, textTop);
    for (const PlacedPiece &placed : m_flow->pages[static_cast<size_t>(page)]) {
        const PaperPiece &piece = m_flow->pieces[placed.piece];
        if (piece.chart < 0)
            continue;
        const ChartPicture &chart = m_flow->chart(piece.chart);
        const QPointF inChart = point - QPointF(0, placed.y);
        if (QRectF(QPointF(0, 0), chart.size()).contains(inChart))
            return chart.figureAt(inChart);
    }
    return std::nullopt;
}

std::optional<qsizetype> BulletinPages::blockAt(int page, QPointF millimetres) const
{
    if (page < 0 || page >= count())
        return std::nullopt;
    const qreal y = millimetres.y() * fromMillimetres(1) - textTop;
    for (const PlacedPiece &placed : m_flow->pages[static_cast<size_t>(page)]) {
        const PaperPiece &piece = m_flow->pieces[placed.piece];
        if (piece.block >= 0 && y >= placed.y && y < placed.y + piece.height)
            return piece.block;
    }
    return std::nullopt;
}

std::optional<int> BulletinPages::pageOf(qsizetype block) const
{
    for (size_t page = 0; page < m_flow->pages.size(); ++page) {
        for (const PlacedPiece &placed : m_flow->pages[page]) {
            if (m_flow->pieces[placed.piece].block == block)
                return static_cast<int>(page);
        }
    }
    return std::nullopt;
}

QStringList BulletinPages::linesOf(int page) const
{
    QStringList lines;
    if (page < 0 || page >= count())
        return lines;
    for (const PlacedPiece &placed : m_flow->pages[static_cast<size_t>(page)]) {
        for (const PaperLine &line : m_flow->pieces[placed.piece].lines)
            lines.append(line.text);
    }
    return lines;
}

} // namespace huiyin
