// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Office.h"
#include "domain/OfficeZone.h"
#include "statistics/Statistics.h"

#include <QDate>
#include <QString>

namespace huiyin {

// The figures of a period as a workbook for people: a sheet a subject (总体, 来源渠道, 诉求类别, 承办单位 …) as they stand on
// the page, with numbers to count with. Programs read CSV or JSON. Throws FileError.
void writeFigureBook(const QString &path, bool overwrite, const Statistics &figures, const Office &office,
                     const OfficeZone &zone, QDate today);

} // namespace huiyin
