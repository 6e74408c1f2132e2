// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/PaperPiece.h"

#include <QStringList>

namespace huiyin {

// 版记 (GB/T 9704): lines of 四号仿宋 one character in on both sides, the first rule and the last of 0.35 mm, those between
// of 0.25 mm. What does not fit its line goes on below the first character after 抄送：
QList<PaperPiece> imprintPieces(const QStringList &lines, qreal width);

} // namespace huiyin
