// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

namespace huiyin::cli {

// The commands that draw start a QApplication without a screen; all others need none.
void writeBulletinPdf(const BulletinDocument &document, const QString &path, bool overwrite);

// The HTML page with its charts.
QString bulletinHtml(const BulletinDocument &document);

} // namespace huiyin::cli
