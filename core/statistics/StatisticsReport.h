// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/OfficeZone.h"
#include "statistics/Statistics.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace huiyin {

// The figures as the contract's JSON.
QJsonObject toJson(const Statistics &figures, const OfficeZone &zone, PercentStyle style = {});

// The figures one a row: section, name, figure, value, printed. The first row names the columns.
QList<QStringList> figureRows(const Statistics &figures, const OfficeZone &zone, PercentStyle style = {});

// The figures as tables to read (Chinese, fixed width), and as figureRows() in CSV.
QString toText(const Statistics &figures, const OfficeZone &zone, PercentStyle style = {});
QString toCsv(const Statistics &figures, const OfficeZone &zone, PercentStyle style = {});

} // namespace huiyin
