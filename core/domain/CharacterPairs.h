// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodePoints.h"
#include "domain/SearchText.h"

#include <QStringView>

#include <vector>

namespace huiyin {

// Two neighbouring characters as one number: two code points of 21 bits. Chinese has no spaces; a pair is the shortest
// word that texts are searched and compared by.
using CharacterPair = quint64;
constexpr int codePointBits = 21;

constexpr CharacterPair characterPair(char32_t first, char32_t second)
{
    return (CharacterPair{first} << codePointBits) | second;
}

struct PlacedPair
{
    CharacterPair pair = 0;
    qsizetype at = 0;  // of its first character, in UTF-16 units
    qsizetype end = 0; // behind its second one
};

// The pairs of a folded text in their order; none over punctuation or white space.
inline std::vector<PlacedPair> pairsOf(QStringView folded)
{
    std::vector<PlacedPair> pairs;
    char32_t before = 0;
    qsizetype beforeAt = 0;
    CodePoints each(folded);
    while (each.hasNext()) {
        const qsizetype at = each.place();
        const char32_t c = each.next();
        const bool indexed = isIndexed(c);
        if (indexed && before != 0)
            pairs.push_back({.pair = characterPair(before, c), .at = beforeAt, .end = each.place()});
        before = indexed ? c : 0;
        beforeAt = at;
    }
    return pairs;
}

} // namespace huiyin
