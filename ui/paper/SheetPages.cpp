// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/SheetPages.h"

#include "paper/PaperFonts.h"
#include "paper/PaperText.h"

#include <QFontMetricsF>
#include <QPainter>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal footPixels = 13;
constexpr qreal footGap = fromMillimetres(7); // below the text

struct Paper
{
    QSizeF size{};
    QRectF text{};
};

// 天头 at least 25 mm, as GB/T 9704 has it for tables; the left margin takes the binding.
Paper paperOf(SheetPages::Format format)
{
    const qreal mm = fromMillimetres(1);
    if (format == SheetPages::Format::Landscape)
        return {.size = QSizeF(297, 210) * mm, .text = QRectF(QPointF(20, 25) * mm, QSizeF(257, 163) * mm)};
    return {.size = QSizeF(210, 297) * mm, .text = QRectF(QPointF(27, 26) * mm, QSizeF(160, 245) * mm)};
}

// Faintly across the page, below its text: a copy of a part still tells whose it is.
void drawMark(QPainter *painter, const QSizeF &size, const QString &text)
{
    constexpr qreal pixels = 15;
    constexpr qreal slant = -30; // degrees
    constexpr qreal between = fromMillimetres(42);
    constexpr qreal beside = fromMillimetres(18);
    constexpr int grey = 226; // of 255: it stays legible on a copy and leaves the text so
    const TextStyle style{.role = FontRole::Song, .pixels = pixels};
    painter->save();
    painter->setClipRect(QRectF(QPointF(), size));
    painter->setPen(QColor(grey, grey, grey));
    painter->setFont(style.font());
    painter->rotate(slant);
    const qreal step = textWidth(text, style) + beside;
    const qreal reach = size.width() + size.height();
    int row = 0;
    for (qreal y = 0; y < reach; y += between, ++row) {
        for (qreal x = -size.height() - row % 2 * step / 2; x < size.width(); x += step)
            painter->drawText(QPointF(x, y), text);
    }
    painter->restore();
}

qreal heightOf(const QList<PaperPiece> &pieces)
{
    qreal height = 0;
    for (const PaperPiece &piece : pieces)
        height += piece.height;
    return height;
}

TextStyle footStyle()
{
    return {.role = FontRole::Song, .pixels = footPixels};
}

// With the number that a page is known by, which is never cut.
QString footOf(const PaperSheet &sheet, qreal room)
{
    const QString mark = sheet.mark.isEmpty() ? QString() : QString(u'　' + sheet.mark);
    const QFontMetricsF metrics(footStyle().font());
    return metrics.elidedText(sheet.foot, Qt::ElideRight, room - metrics.horizontalAdvance(mark)) + mark;
}

} // namespace

SheetPages::SheetPages(QList<PaperSheet> sheets, Format format)
    : m_sheets(std::move(sheets))
    , m_format(format)
{
    for (qsizetype i = 0; i < m_sheets.size(); ++i) {
        const PaperSheet &sheet = m_sheets[i];
        m_laid.push_back(pagesOf(sheet.flow, textSize(format).height() - heightOf(sheet.head)));
        for (size_t page = 0; page < m_laid.back().size(); ++page)
            m_pages.push_back({.sheet = i, .page = page});
    }
}

QSizeF SheetPages::textSize(Format format)
{
    return paperOf(format).text.size();
}

qreal SheetPages::roomLeft(const PaperSheet &sheet, Format format)
{
    const qreal height = textSize(format).height() - heightOf(sheet.head);
    const auto pages = pagesOf(sheet.flow, height);
    if (pages.back().empty())
        return height;
    const PlacedPiece &last = pages.back().back();
    return height - last.y - sheet.flow[last.piece].height;
}

int SheetPages::pageCount(const PaperSheet &sheet, Format format)
{
    return static_cast<int>(pagesOf(sheet.flow, textSize(format).height() - heightOf(sheet.head)).size());
}

// Each sheet goes to another department.
bool SheetPages::beginsLeaf(int page) const
{
    return page >= 0 && page < count() && m_pages[static_cast<size_t>(page)].page == 0;
}

void SheetPages::paint(int page, QPainter *painter, const QRectF &target) const
{
    if (page < 0 || page >= count())
        return;
    const Paper paper = paperOf(m_format);
    const PrintedPage &printed = m_pages[static_cast<size_t>(page)];
    const PaperSheet &sheet = m_sheets[printed.sheet];
    const PlacedPage &placed = m_laid[static_cast<size_t>(printed.sheet)][printed.page];
    const qreal scale = qMin(target.width() / paper.size.width(), target.height() / paper.size.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::TextAntialiasing);
    painter->translate(target.left() + (target.width() - paper.size.width() * scale) / 2,
                       target.top() + (target.height() - paper.size.height() * scale) / 2);
    painter->scale(scale, scale);
    const QString number = pageNumber(page);
    const QString foot = footOf(sheet, footRoom(number));
    if (!sheet.mark.isEmpty())
        drawMark(painter, paper.size, foot);
    painter->translate(paper.text.topLeft());

    painter->save();
    for (const PaperPiece &piece : sheet.head) {
        drawPiece(painter, piece);
        painter->translate(0, piece.height);
    }
    for (size_t i = 0; i < placed.size(); ++i) {
        const PaperPiece &piece = sheet.flow[placed[i].piece];
        painter->save();
        painter->translate(0, placed[i].y);
        drawPiece(painter, piece);
        if (i == 0)
            drawRules(painter, piece.opening);
        if (i + 1 == placed.size())
            drawRules(painter, piece.closing);
        painter->restore();
    }
    painter->restore();

    const TextStyle style = footStyle();
    const qreal y = paper.text.height() + footGap;
    drawLine(painter, {.text = foot, .font = style.font(), .baseline = QPointF(0, y)});
    drawLine(
        painter,
        {.text = number, .font = style.font(), .baseline = QPointF(paper.text.width() - textWidth(number, style), y)});
    painter->restore();
}

// Beside the number of the page.
qreal SheetPages::footRoom(const QString &number) const
{
    return textSize(m_format).width() - textWidth(number, footStyle()) - footPixels;
}

QString SheetPages::pageNumber(int page) const
{
    const PrintedPage &printed = m_pages[static_cast<size_t>(page)];
    return u"第%1页　共%2页"_s.arg(printed.page + 1).arg(m_laid[static_cast<size_t>(printed.sheet)].size());
}

QStringList SheetPages::linesOf(int page) const
{
    QStringList lines;
    if (page < 0 || page >= count())
        return lines;
    const PrintedPage &printed = m_pages[static_cast<size_t>(page)];
    const PaperSheet &sheet = m_sheets[printed.sheet];
    const auto add = [&lines](const PaperPiece &piece) {
        for (const PaperLine &line : piece.lines)
            lines.append(line.text);
    };
    for (const PaperPiece &piece : sheet.head)
        add(piece);
    for (const PlacedPiece &placed : m_laid[static_cast<size_t>(printed.sheet)][printed.page])
        add(sheet.flow[placed.piece]);
    const QString number = pageNumber(page);
    lines.append(footOf(sheet, footRoom(number)));
    lines.append(number);
    return lines;
}

} // namespace huiyin
