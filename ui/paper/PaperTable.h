// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "paper/PaperPiece.h"

#include <QList>

namespace huiyin {

// Open as bulletins have it; dense for a list of many rows: low rows, and a heading that is longer than what stands below
// it takes two lines.
enum class TableDensity { Open, Dense };

// A table as pieces of the flow: its title, its header, a piece a row. The header is the piece to be printed again on
// every page; `header` of the rows counts within the list. No row is higher than `mostHeight`.
QList<PaperPiece> tablePieces(const BulletinTable &table, qreal width, qreal mostHeight,
                              TableDensity density = TableDensity::Open);

} // namespace huiyin
