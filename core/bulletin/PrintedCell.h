// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace huiyin {

// What stands in a cell of a bulletin's table, told by its text alone: an editor may have written it.

// Digits with their signs, or — for none: set flush right on paper.
bool isPrintedNumber(const QString &text);

// A number to count with: 6610, 99.4%, +8.0%, -12.
struct PrintedNumber
{
    double value = 0; // 0.994 of 99.4%
    int decimals = 0;
    bool isPercentage = false;
    bool isSigned = false; // a plus is printed too

    bool operator==(const PrintedNumber &) const = default;
};
// nullopt for words, 3/5, 1-2, dates, and what has more digits than a spreadsheet keeps.
std::optional<PrintedNumber> printedNumber(const QString &text);

} // namespace huiyin
