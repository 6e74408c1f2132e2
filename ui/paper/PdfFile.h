// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QByteArray>
#include <QString>

QT_BEGIN_NAMESPACE
class QPrinter;
QT_END_NAMESPACE

namespace huiyin {

class PrintedPages;

// The bulletin as a PDF whose text can be found and copied, with title and office in its properties.
QByteArray pdfOf(const BulletinDocument &document);
QByteArray pdfOf(const PrintedPages &pages, const QString &title, const QString &author);

// Throws FileError when the file can't be written, or exists and must not be replaced.
void writePdf(const BulletinDocument &document, const QString &path, bool overwrite);

// Prints the pages that the printer was asked for (all, or a range), each as large as the paper allows. False: the
// printer can't be used.
bool printPages(const PrintedPages &pages, QPrinter &printer);

// Qt takes the first code of a glyph, and in some faces (Noto CJK) that is a CJK radical: 工作 would be found only as
// ⼯作. Replaces the radicals in the PDF's tables of characters, in place.
void repairRadicals(QByteArray &pdf);

} // namespace huiyin
