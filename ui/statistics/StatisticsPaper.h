// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "domain/Office.h"

#include <QByteArray>

namespace huiyin {

// The figures of a period as a document to print: headline figures, charts and tables. Chinese, as all documents.
BulletinDocument statisticsDocument(const Statistics &figures, const Office &office, QDate date);

// The charts of a period below one another as one picture.
QByteArray chartsAsPng(const Statistics &figures);
QByteArray chartsAsSvg(const Statistics &figures);

} // namespace huiyin
