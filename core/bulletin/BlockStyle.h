// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/Ratio.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace huiyin {

// What is done about shares of one list that don't add up to what the whole list has.
enum class Balance {
    None,            // nothing: 99.9% and 100.1% are printed without comment
    LastItem,        // the last one takes the rest
    LargestRemainder // each is cut off, what is left goes to those that lost most
};

// How the figures of one block are printed: a part of a paragraph, a table, a section. What a block doesn't say it has
// from the layout.
struct BlockStyle
{
    PercentStyle percent{};
    Balance balance = Balance::None;
    int wanDecimals = 2;    // of a count in 万
    qint64 smallChange = 0; // what had fewer before is compared in tickets, not in percent
    QString unit = QStringLiteral("件");
};

// `decimals`, `drop_zeros`, `rounding`, `balance`, `wan`, `small_change`, `unit` of a block. Throws LayoutError.
BlockStyle styleOf(const QJsonObject &block, const BlockStyle &above = {});

// The shares of one list, in whole numbers of their last decimal, balanced as the style says: to what all of them
// together are, which is 100% for a whole list. All have one denominator, not 0.
QList<qint64> balancedUnits(const QList<Ratio> &shares, const BlockStyle &style);

} // namespace huiyin
