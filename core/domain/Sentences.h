// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace huiyin {

// Sentences one after another, parted by a space; not behind a Chinese stop, which brings its own. Empty ones are left out.
QString joinedSentences(const QStringList &sentences);

} // namespace huiyin
