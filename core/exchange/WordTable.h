// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

namespace huiyin {

class WordXml;

inline constexpr int textTwips = 8848; // 版心: 28 characters of 15.8 pt

inline constexpr int leftTwips = 1588; // 订口 28 mm

// How wide a text is, in hundredths of its size. Half-width characters are half as wide in the official faces, but in what
// stands for them on a computer without these somewhat wider.
int wordWidth(const QString &text);

// A table of the bulletin, as it is folded on paper: columns as wide as what stands in them, numbers flush right, the
// heading repeated on every page, no row over two pages. A small one stays on one page.
void writeWordTable(WordXml &xml, const BulletinTable &table);

// 版记: lines between rules at the foot of the page on which the text ends.
void writeWordColophon(WordXml &xml, const QStringList &lines);

} // namespace huiyin
