// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Finding.h"
#include "review/ReviewLine.h"
#include "review/ReviewText.h"

namespace huiyin {

// The tables of a text: their rows (承办 = 办结 + 在办, their rates and shares) and their totals; and whether one speaks of
// the number that the text says was dispatched. Folded tables (部门 件数 办结 部门 件数 办结) are read as one.
QList<Finding> checkTables(const ReviewText &text, const QList<ReviewLine> &lines, QList<Passed> *passed = nullptr);

} // namespace huiyin
