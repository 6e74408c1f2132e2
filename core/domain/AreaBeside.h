// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace huiyin {

// What of an area's path has to stand beside an address, which often begins with a part of it: 铁东区/四马路街道 beside
// 铁东区铁北小区 is 铁东区铁北小区（四马路街道）. The address itself stays as it was written.
struct AreaBeside
{
    QStringList before{};
    QStringList behind{}; // in brackets

    bool operator==(const AreaBeside &) const = default;
};

AreaBeside areaBeside(const QString &areaPath, const QString &address);
// Area and address as one text without spaces. `shown` is the address as it may be shown: masked, or as it is.
QString placeText(const QString &areaPath, const QString &address, const QString &shown);

} // namespace huiyin
