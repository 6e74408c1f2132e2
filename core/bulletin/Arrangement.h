// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/DocumentText.h"
#include "review/Finding.h"

namespace huiyin {

// What may be wrong in a bulletin's arrangement: numbers that skip (一、三、), a heading with nothing below it, 附表 where
// there is no table. All of it is doubtful.
QList<Finding> checkArrangement(const BulletinDocument &document, const DocumentLines &lines);

} // namespace huiyin
