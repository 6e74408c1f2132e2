// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/HotSpots.h"

namespace huiyin {

class CaseFile;
class MatterSource;
class Progress;

// Tickets that were received in it: from a moment on, before another; ms since 1970.
struct ReceiptSpan
{
    qint64 from = 0;
    qint64 before = 0;
};

// One matter at one place: adds to the result the clusters of a span in which `now` tickets count, and what was asked of
// them. Throws StorageError.
void findClusters(CaseFile &file, const CodeTables &tables, const MatterSource &source, ReceiptSpan span, qint64 now,
                  HotSpots &result, const Progress &progress);

} // namespace huiyin
