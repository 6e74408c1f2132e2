// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/ReviewLine.h"

#include <QHash>

#include <optional>

namespace huiyin {

// The parts of a total as a sentence lists them. Indexes into the line's mentions.
struct PartGroup
{
    QList<qsizetype> parents{}; // what the total may be, the likeliest first
    QList<qsizetype> items{};
    QHash<qsizetype, qsizetype> shares{}; // of an item, its percentage
    bool inBrackets = false;
    bool isNested = false; // parts of a part
    int depth = 0;
    int sentence = 0;
    int segment = 0;
};

// The lists of parts in a line, those of parts of a part too.
QList<PartGroup> partGroupsIn(const ReviewLine &line);

// May this be a number that others are parts of?
bool mayBeTotal(const Mention &mention);

// 占, 占比, 占总数的: "", of the total. 占水电气问题: of that part. nullopt: no share at all.
std::optional<QString> baseNamedBy(const Mention &share, const Mention &item);

} // namespace huiyin
