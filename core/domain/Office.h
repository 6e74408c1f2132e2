// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/OfficeZone.h"

#include <QString>

namespace huiyin {

// The office that keeps the case file.
struct Office
{
    QString name{};    // 四平市市长公开电话办公室, as bulletins print it
    QString hotline{}; // 12345市长热线
    QByteArray zone = QByteArrayLiteral("Asia/Shanghai");

    bool operator==(const Office &) const = default;
};

} // namespace huiyin
