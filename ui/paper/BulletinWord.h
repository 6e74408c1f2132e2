// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QByteArray>

namespace huiyin {

// The bulletin as a .docx with its charts as pictures. In the window's thread: it draws. Throws FileError.
QByteArray docxWithCharts(const BulletinDocument &document);

} // namespace huiyin
