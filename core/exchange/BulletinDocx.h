// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QByteArray>
#include <QMap>

namespace huiyin {

// The bulletin as a .docx that Word and WPS edit: headings that are headings, tables that are tables, by the measures of
// GB/T 9704. `chartPngs` holds the charts' pictures at 300 dpi, without their titles, by the index of their block; a
// chart without one is left out. It knows its title and its office and nothing of who made it, where or when: the same
// document gives the same bytes. Throws FileError.
QByteArray docxOf(const BulletinDocument &document, const QMap<qsizetype, QByteArray> &chartPngs);

// Writes it. Throws FileError when the file can't be written, or exists and must not be replaced.
void writeBulletinDocx(const QString &path, bool overwrite, const BulletinDocument &document,
                       const QMap<qsizetype, QByteArray> &chartPngs);

// What a chart shows, in words: 条形图：诉求类别占比。单位：件。住建765（17.2%）、……
QString chartInWords(const BulletinChart &chart);

} // namespace huiyin
