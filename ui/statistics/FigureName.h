// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"
#include "domain/Period.h"
#include "statistics/Figure.h"

#include <QString>

namespace huiyin {

// What a figure counts, in the language of the window: "Closed", "住建", "铁西区政府 · closed".
QString figureName(FigureKey figure, const CodeTables &tables, const Period &period);

} // namespace huiyin
