// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Office.h"
#include "domain/OfficeZone.h"
#include "statistics/Statistics.h"

#include <QDate>
#include <QString>

namespace huiyin {

// The figures of a period as a workbook: one a row, as figureRows() has them, with counts to count with. Throws FileError.
void writeFigureBook(const QString &path, bool overwrite, const Statistics &figures, const Office &office,
                     const OfficeZone &zone, QDate today);

} // namespace huiyin
