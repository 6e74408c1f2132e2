// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/EditorWords.h"

#include "bulletin/EditorFormat.h"

#include <QTextBlock>

#include <algorithm>

namespace huiyin {

namespace {

enum class Sort { Space, Number, Latin, Ideograph, Sign };

struct Word
{
    int start = 0; // in the block
    int end = 0;
    Sort sort = Sort::Sign;
};

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// 1,234.5% is one number.
Sort sortAt(const QString &text, int at)
{
    const QChar c = text[at];
    const bool behindDigit = at > 0 && isAsciiDigit(text[at - 1]);
    if (isAsciiDigit(c) || ((c == u'%' || c == u'％') && behindDigit))
        return Sort::Number;
    if ((c == u'.' || c == u',') && behindDigit && at + 1 < text.size() && isAsciiDigit(text[at + 1]))
        return Sort::Number;
    if (c.isSpace())
        return Sort::Space;
    if (c.script() == QChar::Script_Han || c.isSurrogate())
        return Sort::Ideograph;
    return c.isLetterOrNumber() ? Sort::Latin : Sort::Sign;
}

// The word that covers the character at a place in the block.
Word wordOver(const QTextBlock &block, int at)
{
    const QString text = block.text();
    const auto spans = placedSpans(block);
    const auto figureOver = [&spans](int place) {
        return std::ranges::find_if(spans, [place](const PlacedSpan &placed) {
            return placed.number != 0 && place >= placed.start && place < placed.end();
        });
    };
    const auto isFigure = [&](int place) { return figureOver(place) != spans.end(); };
    if (const auto figure = figureOver(at); figure != spans.end())
        return {figure->start, figure->end(), Sort::Number};
    Word word{at, at + 1, sortAt(text, at)};
    if (word.sort == Sort::Sign)
        return word;
    while (word.start > 0 && sortAt(text, word.start - 1) == word.sort && !isFigure(word.start - 1))
        --word.start;
    while (word.end < text.size() && sortAt(text, word.end) == word.sort && !isFigure(word.end))
        ++word.end;
    return word;
}

QTextCursor chosen(const QTextCursor &cursor, int anchor, int position)
{
    QTextCursor result(cursor);
    const int start = cursor.block().position();
    result.setPosition(start + anchor);
    result.setPosition(start + position, QTextCursor::KeepAnchor);
    return result;
}

} // namespace

QTextCursor wordAt(const QTextCursor &cursor)
{
    const auto length = static_cast<int>(cursor.block().text().size());
    if (length == 0)
        return cursor;
    const Word word = wordOver(cursor.block(), std::min(cursor.positionInBlock(), length - 1));
    return chosen(cursor, word.start, word.end);
}

QTextCursor wordBefore(const QTextCursor &cursor)
{
    const QTextBlock block = cursor.block();
    const int from = cursor.positionInBlock();
    int to = from;
    Sort sort = Sort::Space;
    while (to > 0 && sort == Sort::Space) {
        const Word word = wordOver(block, to - 1);
        sort = word.sort;
        to = word.start;
    }
    return chosen(cursor, from, to);
}

QTextCursor wordBehind(const QTextCursor &cursor)
{
    const QTextBlock block = cursor.block();
    const auto length = static_cast<int>(block.text().size());
    const int from = cursor.positionInBlock();
    int to = from < length ? wordOver(block, from).end : from;
    while (to < length && sortAt(block.text(), to) == Sort::Space)
        ++to;
    return chosen(cursor, from, to);
}

} // namespace huiyin
