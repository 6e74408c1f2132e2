// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/FigureTable.h"
#include "statistics/Statistics.h"

namespace huiyin {

// The tables of the page, made from the figures of a period.
FigureTableData categoryTable(const Statistics &figures);
FigureTableData departmentTable(const Statistics &figures);
FigureTableData channelTable(const Statistics &figures);
FigureTableData requestTypeTable(const Statistics &figures);
FigureTableData topicTable(const Statistics &figures);
// `reference`: the same days of another period, named by `referenceName`; nullptr: none.
FigureTableData dayTable(const Statistics &figures, const Statistics *reference, const QString &referenceName);

} // namespace huiyin
