// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

namespace huiyin::bench {

// How long a large sheet takes to be written and read, against CSV with the same cells.
void benchSheets(Table &table);

} // namespace huiyin::bench
