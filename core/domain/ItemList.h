// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace huiyin {

// Names, numbers, words one after another within a sentence, parted as the reader's language does: "a, b", “a、b”.
[[nodiscard]] QString joinedItems(const QStringList &items);

} // namespace huiyin
