// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace huiyin {

// How a name is typed by the first letters of its pinyin: "gs" for 供水, "yh" (and "yx") for 银行. Letters and
// digits stay as they are, other signs are left out. A name of many readings gives the first `most` of them.
QStringList pinyinInitials(const QString &name, qsizetype most = 16);

} // namespace huiyin
