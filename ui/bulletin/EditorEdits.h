// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/EditorText.h"

#include <QTextCursor>

namespace huiyin {

// What keys, clipboard and drops do to the text of a bulletin, so that it stays one: nothing grows into the title, a
// chart or a table, and the headings of tables stay as they are. Each is one step to undo.

// Not in the heading of a table.
bool mayWrite(const QTextCursor &cursor);

// What is selected goes; paragraphs become one only where both are words.
void removeSelection(QTextCursor &cursor);

// Enter: the second part is the editor's own, and so is a new paragraph at the beginning or the end of one.
void breakParagraph(QTextCursor &cursor);

// A paragraph to write in, where the cursor stands beside a chart.
void leaveChart(QTextCursor &cursor);

// What is typed here belongs to the figure around it, or else to none; `openSpan` is the one that is being written in.
// A selection within one figure is written over.
QTextCharFormat formatForTyping(const QTextCursor &cursor, int openSpan);

// A copy of what is selected. Figures that are selected in part are words.
QList<BulletinBlock> pieceOf(const EditorText &text, const QTextCursor &cursor);
QString plainTextOf(const QTextCursor &cursor, const QList<BulletinBlock> &piece);

// Puts it in at the cursor, over what is selected. Origins that the text has already are not given a second time.
void insertPiece(EditorText &text, QTextCursor &cursor, const QList<BulletinBlock> &piece);

// A stranger's text: clean, a paragraph a line, without indents and empty lines.
QList<BulletinBlock> pieceOfWords(const QString &words);

} // namespace huiyin
