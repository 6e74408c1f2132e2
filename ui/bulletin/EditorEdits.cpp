// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/EditorEdits.h"

#include "domain/Text.h"

#include <QSet>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr QChar endOfFrame(0xfdd1);

bool isWall(const QTextBlock &block)
{
    const EditorKind kind = kindOf(block);
    return kind == EditorKind::Title || kind == EditorKind::TableTitle
           || (kind == EditorKind::Chart && block.length() > 1);
}

// One line of words without figures.
bool isLine(const QTextBlock &block)
{
    const EditorKind kind = kindOf(block);
    return kind != EditorKind::Text && kind != EditorKind::Chart;
}

void removeRange(QTextDocument *document, int from, int to)
{
    QTextCursor range(document);
    range.setPosition(from);
    range.setPosition(to, QTextCursor::KeepAnchor);
    range.removeSelectedText();
}

void setFormatAt(QTextDocument *document, int position, const QTextBlockFormat &format)
{
    QTextCursor at(document);
    at.setPosition(position);
    at.setBlockFormat(format);
}

// A chart whose character is gone, or a title whose table is gone, is an ordinary paragraph.
void mendKind(QTextDocument *document, int position)
{
    const QTextBlock block = document->findBlock(position);
    const QTextBlock next = block.next();
    const bool lostTable =
        kindOf(block) == EditorKind::TableTitle && (!next.isValid() || !QTextCursor(next).currentTable());
    const bool lostChart = kindOf(block) == EditorKind::Chart && block.length() == 1;
    if (lostTable || lostChart)
        setFormatAt(document, position, paragraphFormat(document, EditorKind::Text));
}

void clearCells(const QTextCursor &cursor)
{
    int row = 0;
    int rows = 0;
    int column = 0;
    int columns = 0;
    cursor.selectedTableCells(&row, &rows, &column, &columns);
    const QTextTable *table = cursor.currentTable();
    for (int r = row; r < row + rows; ++r) {
        for (int c = column; c < column + columns; ++c) {
            const QTextTableCell cell = table->cellAt(r, c);
            if (kindOf(cell.firstCursorPosition().block()) == EditorKind::Cell)
                removeRange(cursor.document(), cell.firstPosition(), cell.lastPosition());
        }
    }
}

QList<BulletinSpan> clipped(const QTextBlock &block, int from, int to)
{
    QList<BulletinSpan> spans;
    const auto placed = placedSpans(block);
    for (const PlacedSpan &one : placed) {
        const int start = std::max(from - block.position(), one.start);
        const int end = std::min(to - block.position(), one.end());
        if (start >= end)
            continue;
        if (start == one.start && end == one.end())
            spans.append(one.span);
        else
            spans.append({.text = one.span.text.mid(start - one.start, end - start)});
    }
    return spans;
}

QString textOf(const BulletinBlock &block)
{
    if (const auto *heading = std::get_if<BulletinHeading>(&block))
        return heading->text;
    if (const auto *paragraph = std::get_if<BulletinParagraph>(&block))
        return paragraph->text();
    if (const auto *table = std::get_if<BulletinTable>(&block)) {
        QStringList lines{table->title, table->header.join(u'\t')};
        for (const QList<BulletinSpan> &row : table->rows) {
            QStringList cells;
            for (const BulletinSpan &cell : row)
                cells.append(cell.text);
            lines.append(cells.join(u'\t'));
        }
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    return std::get<BulletinChart>(block).title;
}

} // namespace

bool mayWrite(const QTextCursor &cursor)
{
    return cursor.hasComplexSelection() || kindOf(cursor.block()) != EditorKind::HeaderCell;
}

void removeSelection(QTextCursor &cursor)
{
    if (!cursor.hasSelection() || !mayWrite(cursor))
        return;
    QTextDocument *document = cursor.document();
    const int from = cursor.selectionStart();
    int to = cursor.selectionEnd();
    cursor.beginEditBlock();
    if (cursor.hasComplexSelection()) {
        clearCells(cursor);
        cursor.setPosition(from);
        cursor.endEditBlock();
        return;
    }
    const QTextBlock first = document->findBlock(from);
    QTextBlock last = document->findBlock(to);
    const QTextBlockFormat firstFormat = first.blockFormat();
    const QTextBlockFormat lastFormat = last.blockFormat();
    const bool firstWhole = from == first.position();
    const bool behindTable = first != last && document->characterAt(last.position() - 1) == endOfFrame;
    const auto isEmptyWords = [](const QTextBlock &block) {
        return block.length() == 1 && (kindOf(block) == EditorKind::Text || kindOf(block) == EditorKind::Heading);
    };
    if (first == last) {
        removeRange(document, from, to);
    } else if (!isWall(first) && !isWall(last)) {
        const bool keepsLast = firstWhole && to < last.position() + last.length() - 1;
        removeRange(document, from, to);
        setFormatAt(document, from, keepsLast ? lastFormat : firstFormat);
    } else if (!behindTable && to == last.position() && isEmptyWords(last)) {
        removeRange(document, from, to);
        setFormatAt(document, from, firstFormat);
    } else if (isEmptyWords(first) && to == last.position()) {
        removeRange(document, from, to);
        setFormatAt(document, from, lastFormat);
    } else {
        // The break before the last paragraph stays.
        int start = last.position();
        if (behindTable) {
            QTextCursor before(document);
            before.setPosition(start);
            before.insertBlock(lastFormat, {});
            setFormatAt(document, start, paragraphFormat(document, EditorKind::Text));
            ++start;
            ++to;
        }
        removeRange(document, start, to);
        mendKind(document, start);
        removeRange(document, from, start - 1);
        setFormatAt(document, from, firstFormat);
    }
    mendKind(document, from);
    cursor.setPosition(from);
    cursor.endEditBlock();
}

void leaveChart(QTextCursor &cursor)
{
    if (kindOf(cursor.block()) != EditorKind::Chart)
        return;
    cursor.beginEditBlock();
    if (cursor.block().length() == 1) {
        cursor.setBlockFormat(paragraphFormat(cursor.document(), EditorKind::Text));
    } else if (cursor.atBlockStart()) {
        cursor.insertBlock(cursor.blockFormat(), {});
        cursor.movePosition(QTextCursor::PreviousBlock);
        cursor.setBlockFormat(paragraphFormat(cursor.document(), EditorKind::Text));
    } else {
        cursor.insertBlock(paragraphFormat(cursor.document(), EditorKind::Text), {});
    }
    cursor.endEditBlock();
}

void breakParagraph(QTextCursor &cursor)
{
    if (!mayWrite(cursor))
        return;
    cursor.beginEditBlock();
    removeSelection(cursor);
    const QTextBlock block = cursor.block();
    switch (kindOf(block)) {
    case EditorKind::Chart:
        leaveChart(cursor);
        break;
    case EditorKind::Title:
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertBlock(paragraphFormat(cursor.document(), EditorKind::Text), {});
        break;
    case EditorKind::TableTitle:
    case EditorKind::HeaderCell:
        cursor.movePosition(QTextCursor::NextBlock);
        break;
    case EditorKind::Cell: {
        const QTextTable *table = cursor.currentTable();
        const QTextTableCell cell = table ? table->cellAt(cursor) : QTextTableCell();
        if (cell.isValid() && cell.row() + 1 < table->rows())
            cursor = table->cellAt(cell.row() + 1, cell.column()).lastCursorPosition();
        else
            cursor.movePosition(QTextCursor::NextBlock);
        break;
    }
    case EditorKind::Heading:
    case EditorKind::Text:
        if (cursor.atBlockStart() && block.length() > 1) {
            const QTextBlockFormat own = cursor.blockFormat();
            cursor.insertBlock(own, {});
            QTextCursor before(cursor);
            before.movePosition(QTextCursor::PreviousBlock);
            before.setBlockFormat(paragraphFormat(cursor.document(), EditorKind::Text));
            break;
        }
        cursor.insertBlock(paragraphFormat(cursor.document(), EditorKind::Text), {});
        // The second part of a figure that was broken is words.
        if (const auto second = figureSpanAt(cursor.block(), cursor.position())) {
            const auto firstPart = figureSpanAt(block, cursor.position() - 1);
            if (firstPart && firstPart->number == second->number) {
                QTextCursor words(cursor);
                words.setPosition(cursor.position() + second->length, QTextCursor::KeepAnchor);
                words.setCharFormat({});
            }
        }
        break;
    }
    cursor.endEditBlock();
}

QTextCharFormat formatForTyping(const QTextCursor &cursor, int openSpan)
{
    const QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
    const int from = cursor.selectionStart() - block.position();
    const int to = cursor.selectionEnd() - block.position();
    const bool inCell = kindOf(block) == EditorKind::Cell;
    const auto spans = placedSpans(block);
    for (const PlacedSpan &placed : spans) {
        if (placed.number == 0 || from < placed.start || to > placed.end())
            continue;
        if (cursor.hasSelection() || (from > placed.start && to < placed.end()) || inCell || placed.number == openSpan)
            return placed.format;
    }
    return {};
}

QList<BulletinBlock> pieceOf(const EditorText &text, const QTextCursor &cursor)
{
    QList<BulletinBlock> piece;
    if (!cursor.hasSelection() || cursor.hasComplexSelection())
        return piece;
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    const QTextBlock first = text.document()->findBlock(from);
    if (first == text.document()->findBlock(to) && kindOf(first) != EditorKind::Chart) {
        piece.append(BulletinParagraph{.spans = clipped(first, from, to)});
        return piece;
    }
    if (first == text.titleBlock())
        piece.append(BulletinParagraph{.spans = clipped(first, from, to)});
    const auto places = text.places();
    for (const EditorText::Place &place : places) {
        if (place.table) {
            if (from < place.table->firstPosition() && to > place.table->lastPosition())
                piece.append(text.blockOf(place));
            else if (place.block.isValid() && from < place.position() + place.block.length() && to > place.position())
                piece.append(BulletinParagraph{.spans = clipped(place.block, from, to)});
            continue;
        }
        const int start = place.position();
        const int end = start + place.block.length() - 1;
        if (from <= start && to >= end && end > start) {
            piece.append(text.blockOf(place));
        } else if (from < end && to > start && kindOf(place.block) != EditorKind::Chart) {
            piece.append(BulletinParagraph{.spans = clipped(place.block, from, to)});
        }
    }
    return piece;
}

QString plainTextOf(const QTextCursor &cursor, const QList<BulletinBlock> &piece)
{
    QStringList lines;
    if (cursor.hasComplexSelection()) {
        int row = 0;
        int rows = 0;
        int column = 0;
        int columns = 0;
        cursor.selectedTableCells(&row, &rows, &column, &columns);
        for (int r = row; r < row + rows; ++r) {
            QStringList cells;
            for (int c = column; c < column + columns; ++c)
                cells.append(outOfEditor(cursor.currentTable()->cellAt(r, c).firstCursorPosition().block().text()));
            lines.append(cells.join(u'\t'));
        }
    }
    for (const BulletinBlock &block : piece)
        lines.append(textOf(block));
    return lines.join(u'\n');
}

QList<BulletinBlock> pieceOfWords(const QString &words)
{
    QList<BulletinBlock> piece;
    const QStringList lines = forceClean(words).split(u'\n');
    for (const QString &line : lines) {
        QString text = line;
        text.replace(u'\t', u' ');
        // Indents are made of spaces elsewhere; here they are the paragraph's.
        qsizetype indent = 0;
        while (lines.size() > 1 && indent < text.size() && text[indent].isSpace())
            ++indent;
        text = text.sliced(indent);
        if (!text.trimmed().isEmpty() || lines.size() == 1)
            piece.append(BulletinParagraph{.spans = {{.text = text}}});
    }
    return piece;
}

void insertPiece(EditorText &text, QTextCursor &cursor, const QList<BulletinBlock> &piece)
{
    if (piece.isEmpty() || !mayWrite(cursor))
        return;
    cursor.beginEditBlock();
    const QTextCharFormat around = formatForTyping(cursor, 0);
    removeSelection(cursor);
    if (isLine(cursor.block()) && (kindOf(cursor.block()) != EditorKind::Heading || piece.size() == 1)) {
        const auto *only = piece.size() == 1 ? std::get_if<BulletinParagraph>(&piece.first()) : nullptr;
        if (only && kindOf(cursor.block()) == EditorKind::Cell && cursor.block().length() == 1) {
            text.insertSpans(cursor, only->spans);
        } else {
            QStringList words;
            for (const BulletinBlock &block : piece)
                words.append(textOf(block).replace(u'\n', u' '));
            cursor.insertText(inEditor(words.join(u' ')), around);
        }
        cursor.endEditBlock();
        return;
    }
    leaveChart(cursor);
    QList<BulletinBlock> rest = piece;
    const auto *first = std::get_if<BulletinParagraph>(&rest.first());
    const bool intoEmpty = cursor.block().length() == 1;
    if (first && (!intoEmpty || (rest.size() == 1 && first->origin.isEmpty()))) {
        const bool isWords = first->spans.size() == 1 && !first->spans.first().figure;
        if (isWords)
            cursor.insertText(inEditor(first->spans.first().text), around);
        else
            text.insertSpans(cursor, first->spans);
        rest.removeFirst();
    }
    if (!rest.isEmpty()) {
        QSet<QString> origins;
        const auto places = text.places();
        for (const EditorText::Place &place : places)
            origins.insert(originOf(text.blockOf(place)));
        for (BulletinBlock &block : rest) {
            if (origins.contains(originOf(block)))
                setOrigin(block, {});
        }
        // What follows the cursor comes behind the piece; a paragraph with nothing left of it goes.
        const int here = cursor.position();
        if (!cursor.atBlockEnd())
            breakParagraph(cursor);
        const QTextBlock left = text.document()->findBlock(here);
        const int end = text.insertAfter(text.placeAt(left.position()), rest);
        if (left.isValid() && left.length() == 1 && kindOf(left) == EditorKind::Text && left.position() > end
            && left.next().isValid() && !QTextCursor(left.next()).currentTable()) {
            const QTextBlockFormat next = left.next().blockFormat();
            QTextCursor empty(left);
            empty.deleteChar();
            empty.setBlockFormat(next);
        }
        cursor.setPosition(end);
    }
    cursor.endEditBlock();
}

} // namespace huiyin
