// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

namespace huiyin::bench {

// Search and suggestions over as many articles as the largest offices have, in a file of their own.
void benchKnowledge(Table &table);

} // namespace huiyin::bench
