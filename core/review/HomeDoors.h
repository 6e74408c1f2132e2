// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace huiyin {

// Where somebody lives: house, staircase, floor and flat.
struct FoundDoor
{
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    bool certain = true; // false: it may be an office, a shop, or no home at all

    bool operator==(const FoundDoor &) const = default;
};

// 5号楼4单元301室, 5号楼2-301, 12-3-501, 二单元501, 28号601室, 锦绣路8号, 五组23号, in their order, none over another. Counts (共12栋860户,
// 15座200个), the doors of offices (市政府2号楼215室) and what is no house (92#汽油, 高速公路3号出口) are none.
QList<FoundDoor> doorsIn(const QString &plain); // as asPlain() writes it

// Without its numbers: *号楼*单元*室.
QString withoutDoorNumbers(QString text);

} // namespace huiyin
