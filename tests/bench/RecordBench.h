// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

namespace huiyin::bench {

// How long the records of half a million acts take to be verified (goal G24), and a password (G25).
void benchRecords(Table &table);

} // namespace huiyin::bench
