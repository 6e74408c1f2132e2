// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Finding.h"
#include "review/ReviewLine.h"
#include "review/ReviewText.h"

namespace huiyin {

// A table's rows (承办 = 办结 + 在办, its rates and shares) and its total row; and whether it speaks of the number that
// the text says was dispatched. Folded tables (部门 件数 办结 部门 件数 办结) are read as one.
QList<Finding> checkTable(const ReviewText &text, const ReviewTable &table, const QList<ReviewLine> &lines,
                          QList<Passed> *passed = nullptr);

} // namespace huiyin
