// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringList>

namespace huiyin {

// The texts of a JSON array; empty for anything else.
QStringList stringList(const QJsonValue &value);

} // namespace huiyin
