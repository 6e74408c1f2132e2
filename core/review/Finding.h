// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"

#include <QString>

namespace huiyin {

// Something in a bulletin's text that can't be right, or may not be.
struct Finding
{
    enum class Kind {
        Sum,                  // parts that don't add up to their total
        Balance,              // closed and open that are not the accepted
        Percentage,           // a percentage that its own counts don't give
        ImpossiblePercentage, // one that no whole number of its total can give
        Change,               // a change whose count, rate or word contradict each other
        Period,               // title of one month, text of another; a day that doesn't exist
        ComparisonWord,       // 同比 for a month-on-month change
        Blank,                // a blank where a number belongs
        Population,           // a base that is not the stated one, or that is not stated at all
        Privacy               // a telephone or identity number, a number plate, a flat
    };

    int line = 1;   // from 1
    int column = 1; // from 1, in UTF-16 units
    int length = 0;
    Kind kind = Kind::Sum;
    QString text{};     // as it is printed
    QString expected{}; // "" when it can't be said
    QString message{};  // what contradicts what, and the likely cause; in the language of the user
    bool doubtful = false;

    bool operator==(const Finding &) const = default;
};

template <>
std::span<const CodeEntry<Finding::Kind>> codeTable<Finding::Kind>();

} // namespace huiyin
