// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

#include <QString>

namespace huiyin::bench {

// Similar tickets and suggestions: how quickly they come, and how often the category and the department that a ticket
// had in the end are the first, or among the first three, that its text would have had suggested when it came in.
void benchSimilar(const QString &path, Table &table);

} // namespace huiyin::bench
