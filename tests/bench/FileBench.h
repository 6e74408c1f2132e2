// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

#include <QString>

namespace huiyin::bench {

// What the case file and the core do without a window, on a generated file at `path` (made when nothing is there).
// Temporary copies lie beside it.
void benchFile(const QString &path, qint64 tickets, bool inPlace, Table &table);

} // namespace huiyin::bench
