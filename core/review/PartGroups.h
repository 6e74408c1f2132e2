// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/ReviewLine.h"
#include "review/ShareRuns.h"

#include <QHash>
#include <QSet>

namespace huiyin {

// The parts of a total as a sentence lists them. Indexes into the line's mentions.
struct PartGroup
{
    QList<qsizetype> parents{}; // what the total may be, the likeliest first
    QList<qsizetype> items{};
    QSet<qsizetype> unsure{};             // items that may be said of the total instead
    QHash<qsizetype, qsizetype> shares{}; // of an item, its percentage
    QList<ShareRun> runs{};               // shares of several items together
    bool inBrackets = false;
    bool isNested = false; // parts of a part
    bool isOpened = false; // by 其中 or its like, not by its shares alone
    bool isWhole = false;  // 按渠道分, 从类型看: of all that was received
    bool isMixed = false;  // 接听来电8947个，其中转办2274件; A县、B县各3件: no plain sum
    int depth = 0;
    int sentence = 0;
    int segment = 0;
};

// The lists of parts in a line, those of parts of a part too.
QList<PartGroup> partGroupsIn(const ReviewLine &line);

// May this be a number that others are parts of?
bool mayBeTotal(const Mention &mention);

// Shares that are of no list's items: 合计6057件，占总量的48.53%; 1036件，占总量8640件的11.99%; shares that are more than all.
// (LooseShares.cpp)
QList<Finding> checkLooseShares(const ReviewLine &line, const QList<Mention> &headline, const QList<PartGroup> &groups,
                                QList<Passed> *passed);

} // namespace huiyin
