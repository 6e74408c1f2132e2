// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QString>

namespace huiyin {

// The bulletin as one HTML page with its charts as drawings. In the window's thread: it draws.
QString htmlWithCharts(const BulletinDocument &document);

} // namespace huiyin
