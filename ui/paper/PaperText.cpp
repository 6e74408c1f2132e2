// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/PaperText.h"

#include <QPainter>
#include <QTextLayout>

namespace huiyin {

namespace {

constexpr qreal endless = 1e6;
constexpr QChar joiner{0x2060};

// In parts of a character. With more than that between two characters a reader of the PDF takes it for a blank; at a
// seam, behind punctuation or beside a number, more goes unseen.
constexpr qreal mostStretch = 0.095;

QTextOption options(bool wrap)
{
    QTextOption option;
    option.setWrapMode(wrap ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setUseDesignMetrics(true);
    return option;
}

// Letters, digits and what belongs to a number stay together: 99.1%, 5:30, No.3.
bool isHalfWidth(QChar c)
{
    return c.unicode() > 0x20 && c.unicode() < 0x250;
}

// Whether space may be added between two characters.
bool mayStretch(QChar before, QChar after)
{
    if (before.isHighSurrogate() || after.isMark() || after.unicode() == 0x200D)
        return false;
    // Dashes and ellipses are one sign of two characters.
    if (before == after && (before.unicode() == 0x2014 || before.unicode() == 0x2026))
        return false;
    return !(isHalfWidth(before) && isHalfWidth(after));
}

bool isPause(QChar c)
{
    return QStringView(u"，。；：、！？）》”").contains(c);
}

bool isSeam(QChar before, QChar after)
{
    return isPause(before) || isHalfWidth(before) != isHalfWidth(after);
}

// Spacing that fills a line: the same everywhere as far as that goes, the rest at the seams.
QList<QTextLayout::FormatRange> stretched(const QString &text, qreal slack, qreal most)
{
    int places = 0, seams = 0;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (!mayStretch(text[i], text[i + 1]))
            continue;
        ++places;
        seams += isSeam(text[i], text[i + 1]) ? 1 : 0;
    }
    if (places == 0)
        return {};
    const qreal even = seams > 0 ? qMin(slack / places, most) : slack / places;
    const qreal further = seams > 0 ? (slack - even * places) / seams : 0;
    QList<QTextLayout::FormatRange> ranges;
    qreal before = -1;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (!mayStretch(text[i], text[i + 1]))
            continue;
        // Spacing comes after a character; a surrogate pair is one.
        const auto start = static_cast<int>(text[i].isLowSurrogate() ? i - 1 : i);
        const int end = static_cast<int>(i) + 1;
        const qreal spacing = even + (isSeam(text[i], text[i + 1]) ? further : 0);
        if (!ranges.isEmpty() && ranges.last().start + ranges.last().length == start
            && qFuzzyCompare(before, spacing)) {
            ranges.last().length = end - ranges.last().start;
            continue;
        }
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = end - start;
        range.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        range.format.setFontLetterSpacing(spacing);
        ranges.append(range);
        before = spacing;
    }
    return ranges;
}

// A text on one line, as it is drawn.
struct SingleLine
{
    explicit SingleLine(const PaperLine &line)
        : layout(line.text, line.font)
    {
        layout.setTextOption(options(false));
        layout.setFormats(line.formats);
        layout.beginLayout();
        textLine = layout.createLine();
        textLine.setLineWidth(endless);
        layout.endLayout();
    }
    QTextLayout layout;
    QTextLine textLine;
};

struct Break
{
    qsizetype start = 0;
    qsizetype length = 0;
    qreal width = 0;
    bool endsParagraph = false;
};

QList<Break> breaks(const QString &text, const QFont &font, qreal width, qreal firstIndent)
{
    QTextLayout layout(text, font);
    layout.setTextOption(options(true));
    QList<Break> result;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(1.0, width - (result.isEmpty() ? firstIndent : 0)));
        Break found{.start = line.textStart(), .length = line.textLength(), .width = line.naturalTextWidth()};
        while (found.length > 0 && text[found.start + found.length - 1].isSpace()) {
            if (text[found.start + found.length - 1] == QChar::LineSeparator)
                found.endsParagraph = true;
            --found.length;
        }
        result.append(found);
    }
    layout.endLayout();
    if (!result.isEmpty())
        result.last().endsParagraph = true;
    return result;
}

QList<PaperArea> areasOf(const QList<BulletinSpan> &spans, const Break &found, const QTextLine &line, qreal left,
                         qreal pixels)
{
    QList<PaperArea> areas;
    qsizetype start = 0;
    for (const BulletinSpan &span : spans) {
        const qsizetype from = qMax(start, found.start);
        const qsizetype to = qMin(start + span.text.size(), found.start + found.length);
        start += span.text.size();
        if (!span.figure || from >= to)
            continue;
        const qreal x1 = line.cursorToX(static_cast<int>(from - found.start));
        const qreal x2 = line.cursorToX(static_cast<int>(to - found.start));
        areas.append({.rect = QRectF(left + x1, -pixels, x2 - x1, pixels * 1.25), .figure = *span.figure});
    }
    return areas;
}

QList<BrokenLine> linesOf(const QList<BulletinSpan> &spans, const QString &text, const QList<Break> &found,
                          const TextStyle &style, qreal width)
{
    const QFont font = style.font();
    QList<BrokenLine> lines;
    for (const Break &part : found) {
        BrokenLine broken;
        broken.line.text = text.mid(part.start, part.length).remove(joiner);
        broken.line.font = font;
        broken.line.colour = style.colour;
        const qreal indent = lines.isEmpty() ? style.firstIndent : 0;
        const qreal slack = width - indent - part.width;
        // A line that misses more than a few characters was broken by something long: left as it is.
        if (style.alignment == Qt::AlignJustify && !part.endsParagraph && slack > 0.01 && slack < 4 * style.pixels)
            broken.line.formats = stretched(broken.line.text, slack, mostStretch * style.pixels);
        const SingleLine single(broken.line);
        // The spacing behind the last character isn't seen.
        broken.width = qMax(0.0, single.textLine.naturalTextWidth() - style.letterSpacing);
        qreal x = indent;
        if (style.alignment == Qt::AlignHCenter)
            x = (width - broken.width) / 2;
        else if (style.alignment == Qt::AlignRight)
            x = width - broken.width;
        broken.line.baseline = QPointF(x, 0);
        broken.areas = areasOf(spans, part, single.textLine, x, style.pixels);
        lines.append(broken);
    }
    return lines;
}

QString joinedText(const QList<BulletinSpan> &spans)
{
    QString text;
    for (const BulletinSpan &span : spans)
        text += span.text;
    text.replace(u'\n', QChar::LineSeparator);
    return text;
}

} // namespace

QFont TextStyle::font() const
{
    QFont font = paperFont(role, pixels);
    if (bold)
        font.setBold(true);
    if (letterSpacing > 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, letterSpacing);
    return font;
}

QList<BrokenLine> breakLines(const QList<BulletinSpan> &spans, const TextStyle &style, qreal width)
{
    const QString text = joinedText(spans);
    return linesOf(spans, text, breaks(text, style.font(), width, style.firstIndent), style, width);
}

QString unbroken(const QString &text)
{
    QString joined;
    for (const QChar c : text) {
        if (!joined.isEmpty() && !c.isLowSurrogate())
            joined += joiner;
        joined += c;
    }
    return joined;
}

QList<BrokenLine> breakEvenly(const QString &text, const TextStyle &style, qreal width)
{
    const QList<BulletinSpan> spans{{.text = text}};
    const QString joined = joinedText(spans);
    const QFont font = style.font();
    // A character free on either side.
    const qreal room = width - 2 * style.pixels;
    QList<Break> found = breaks(joined, font, room, 0);
    const qsizetype count = found.size();
    // The narrowest column that needs no more lines.
    for (qreal narrow = room - style.pixels; count > 1 && narrow > width / 3; narrow -= style.pixels / 2) {
        const QList<Break> tried = breaks(joined, font, narrow, 0);
        if (tried.size() > count)
            break;
        found = tried;
    }
    return linesOf(spans, joined, found, style, width);
}

qreal textWidth(const QString &text, const TextStyle &style)
{
    const SingleLine single({.text = text, .font = style.font()});
    return qMax(0.0, single.textLine.naturalTextWidth() - style.letterSpacing);
}

void drawLine(QPainter *painter, const PaperLine &line)
{
    const SingleLine single(line);
    painter->setPen(line.colour);
    single.layout.draw(painter, QPointF(line.baseline.x(), line.baseline.y() - single.textLine.ascent()));
}

} // namespace huiyin
