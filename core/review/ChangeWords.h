// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Mention.h"

namespace huiyin {

// What the words and the counts of a change say: 较上月的4000件增加200件, 同比增长5%.

// 同比增长, 较上月下降了, 增幅为: a change of what was told before, of nothing else.
bool isPlainChange(const QString &label);

// 增加200件，达到4200件: what it has come to, behind the change.
bool saysWhatItIs(const Mention &after, const Mention &change);

// 同比 is against another number than the one of last month.
bool isAgainst(const Mention &change, const Mention &from);

// What lies between the two, the way that the change says.
PrintedCount difference(const Mention &from, const Mention &to, bool grown);

// With its sign.
PrintedCount moved(const Mention &change);

// What it was before a change, by what it is now.
PrintedCount beforeOf(const Mention &current, const Mention &change);

} // namespace huiyin
