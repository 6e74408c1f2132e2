// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"

#include <QList>
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
        Privacy,              // a citizen's name, number, plate or flat
        CaseFile,             // a figure that the case file counts otherwise; of our own bulletins only
        Arrangement // numbers of headings that skip, an empty section, a table that isn't there, 前三位 of two
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

// Something that was checked and holds.
struct Passed
{
    int line = 1;   // from 1
    QString text{}; // 6610件 = 6572件 closed + 38件 open; in the language of the user

    bool operator==(const Passed &) const = default;
};

} // namespace huiyin
