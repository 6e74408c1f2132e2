// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"

#include <QString>

namespace huiyin::cli {

// A verified copy of a case file, encrypted with the key that stands in it. Throws as the commands do.
void encryptedBackup(const QString &path, const QString &out, bool overwrite, const Progress &progress);

} // namespace huiyin::cli
