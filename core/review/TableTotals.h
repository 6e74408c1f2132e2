// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/TableRecords.h"

namespace huiyin {

// What the rows of a table are, by their names: which of them are sums of others.

// 合计, 部门合计, 小计, 累计
bool isTotalWord(const QString &name);

// A heading or a name without spaces, brackets and the sign of percent.
QString bareTableWord(const QString &word);

// By itself; of several totals findTotals() tells which is of the others.
TableRecord::Kind kindOfRecord(const TableRecord &record, const QList<TableColumn> &columns);

// 部门合计 of its group and 总计 of all; 全县 below or above its townships, 一季度 below its months: a total by another name.
void findTotals(QList<TableRecord> &records);

} // namespace huiyin
