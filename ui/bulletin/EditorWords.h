// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

namespace huiyin {

// Words as a writer of Chinese takes hold of them, who writes no spaces: a linked figure, a number with its %, a Latin
// word, or the Chinese between two signs. Qt's own would go to the next ASCII sign, over several sentences.

// The word of the character behind the cursor, at the end of a block of the one before it.
QTextCursor wordAt(const QTextCursor &cursor);

// The word before or behind the cursor in its block, with the spaces between, chosen from the cursor on.
QTextCursor wordBefore(const QTextCursor &cursor);
QTextCursor wordBehind(const QTextCursor &cursor);

} // namespace huiyin
