// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

namespace huiyin::bench {

// A month of 43,739 tickets: our bulletin against what LibreOffice Calc takes to load its table alone. Left out, with a
// word, where LibreOffice is not installed.
void benchAgainstCalc(Table &table);

} // namespace huiyin::bench
