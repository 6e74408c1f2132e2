// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Mention.h"

namespace huiyin {

// 由812件增至1036件: the second number is no change but what was reached, and the first what it was before; both count what
// stands before 由. 较上周450件, 比2022年的47.86万件: what it was before, too. 其余21件正在办理: what its words behind say.
void readLevels(QList<Mention> &mentions);

} // namespace huiyin
