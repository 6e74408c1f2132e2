// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/OfficeZone.h"
#include "statistics/Statistics.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace huiyin {

// The figures as the contract's JSON.
QJsonObject toJson(const Statistics &figures, const OfficeZone &zone, PercentStyle style = {});

// The figures as tables to read (Chinese, fixed width).
QString toText(const Statistics &figures, const OfficeZone &zone, PercentStyle style = {});

// The figures one a row: section, name, figure, value, printed. The first row names the columns.
QString toCsv(const Statistics &figures, const OfficeZone &zone, PercentStyle style = {});

} // namespace huiyin
