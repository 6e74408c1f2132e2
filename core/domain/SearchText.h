// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace huiyin {

// The form in which search compares texts. Compatibility forms are unified (full-width letters, ㎡, U+F900 …) by
// Unicode's NFKD, case is folded, traditional characters become simplified ones, invisible format characters are left
// out. White space is left out too, but between two Latin words or numbers, where one space stands. What is stored
// stays as it was typed. Two texts of equal folding are the same to search.
//
// The index is built of folded texts: whoever changes what this does counts foldingVersion up, and every case file
// builds its index anew.
constexpr int foldingVersion = 1;

QString foldForSearch(QStringView text);

// A folded text that knows where each of its parts came from.
struct FoldedText
{
    QString text;
    QList<qsizetype> origins; // for each UTF-16 unit of `text` its place in the source; one more for the end
};
FoldedText foldWithOrigins(QStringView text);

// A character that the search index knows: no punctuation, no white space. In a folded text.
bool isIndexed(char32_t c);

} // namespace huiyin
