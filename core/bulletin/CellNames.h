// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

namespace huiyin {

// What a cell of a table tells of: 热线 in 热线 812件, and 咨询 of the table beside it.

// The word for it in its row; "" where there is none.
QString cellName(const BulletinTable &table, qsizetype row, qsizetype column);

// The same whenever the bulletin is composed anew, whatever it is called and wherever it stands; of a table that was kept
// without such keys its name.
QString cellKey(const BulletinTable &table, qsizetype row, qsizetype column);

// Has every row of it keys?
bool hasKeys(const BulletinTable &table);

} // namespace huiyin
