// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/OfficeZone.h"
#include "statistics/Statistics.h"

#include <QByteArray>
#include <QJsonObject>

namespace huiyin {

// The figures as the contract's JSON.
QJsonObject toJson(const Statistics &figures, const OfficeZone &zone, PercentStyle style = {});

// The figures as tables to read (Chinese, fixed width) and as one CSV: section, name, figure, value.
QString toText(const Statistics &figures, const OfficeZone &zone, PercentStyle style = {});
QString toCsv(const Statistics &figures, const OfficeZone &zone, PercentStyle style = {});

} // namespace huiyin
