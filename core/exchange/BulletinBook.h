// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QString>

namespace huiyin {

// The tables and charts of a bulletin as a workbook to count on with: a sheet a table, unfolded, its numbers and
// percentages as numbers that look as they are printed; the charts as the spreadsheet's own on one sheet, 图表, beside
// their numbers. Whatever an editor has written stays text. Throws FileError.
void writeBulletinBook(const QString &path, bool overwrite, const BulletinDocument &document);

} // namespace huiyin
