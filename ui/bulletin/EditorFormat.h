// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QList>
#include <QString>
#include <QTextBlock>
#include <QTextFormat>

#include <optional>

class QTextDocument;

namespace huiyin {

// What the formats of an editor's text say of a bulletin: which paragraph is what, which characters are a figure. How
// that looks stands in EditorLook, so that a change of theme or size is no change of the text.

enum class EditorKind {
    Text,
    Title, // of the bulletin, always the first
    Heading,
    Chart,      // one character, alone in its paragraph
    TableTitle, // stands directly before its table
    HeaderCell,
    Cell,
};

enum EditorProperty {
    KindProperty = QTextFormat::UserProperty + 0x100, // of a paragraph: EditorKind
    LevelProperty,                                    // of a heading
    NumericProperty,                                  // of a cell: its column holds numbers
    PartProperty, // of a paragraph, table or chart: the number of the block that it came as
    SpanProperty, // of characters: the number of their span
    FigureProperty,
    FormProperty,
    PrintedProperty, // as the figure is printed; none when it came overtyped
};
constexpr int chartObject = QTextFormat::UserObject + 1;

// Sizes in pixels at a zoom of 1: paper's 28 characters of 21 pixels in a line, made smaller.
constexpr qreal editorPixels = 16;
constexpr qreal editorColumn = 28 * editorPixels;
constexpr qreal editorSide = 52;
constexpr qreal editorPitch = 29;

EditorKind kindOf(const QTextBlock &block);
int levelOf(const QTextBlock &block);
int partOf(const QTextBlock &block); // 0: the editor's own
// For a paragraph of this document: its indent follows the document's (QTextDocument::indentWidth is two characters).
QTextBlockFormat paragraphFormat(const QTextDocument *document, EditorKind kind, int level = 0, int part = 0);

// A span in its paragraph. `number` is 0 for plain words; `start` counts from the paragraph's beginning.
struct PlacedSpan
{
    int start = 0;
    int length = 0;
    int number = 0;
    BulletinSpan span{};
    std::optional<QString> printed{};
    QTextCharFormat format{};

    [[nodiscard]] int end() const { return start + length; }
};
QList<PlacedSpan> placedSpans(const QTextBlock &block);

// The figure that a position of the text stands in, or else touches.
std::optional<PlacedSpan> figureSpanAt(const QTextBlock &block, int position);

// Line feeds stand in a paragraph as line separators; what Qt keeps for its own use is dropped.
QString inEditor(const QString &text);
QString outOfEditor(const QString &text);

// Words one after the other are one span, empty ones are none: how an editor gives spans back.
QList<BulletinSpan> joinedSpans(const QList<BulletinSpan> &spans);
// The same to a reader.
bool isSame(const BulletinBlock &one, const BulletinBlock &other);

} // namespace huiyin
