// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QByteArray>
#include <QMap>

namespace huiyin {

// The bulletin as plain text: paragraphs indented by two full-width spaces, tables in columns, no charts.
QString toText(const BulletinDocument &document);

// The bulletin as one HTML page. `chartSvgs` holds the charts' pictures (SVG) by the index of their block.
QString toHtml(const BulletinDocument &document, const QMap<qsizetype, QByteArray> &chartSvgs = {});

} // namespace huiyin
