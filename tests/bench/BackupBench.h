// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

#include <QString>

namespace huiyin::bench {

// A verified backup with its manifest, and its encrypted copy, while tickets are accepted into the file: how long it
// takes, and how long a clerk waits at most. The file gets some tickets more.
void benchSafety(const QString &path, Table &table);

} // namespace huiyin::bench
