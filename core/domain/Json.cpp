// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Json.h"

#include <QJsonArray>

namespace huiyin {

QStringList stringList(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array)
        list.append(entry.toString());
    return list;
}

} // namespace huiyin
