// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QByteArray>
#include <QMap>

namespace huiyin {

// The charts of a bulletin as pictures for its .docx, by the index of their block. In the window's thread: it draws.
QMap<qsizetype, QByteArray> wordPictures(const BulletinDocument &document);

} // namespace huiyin
