// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QByteArray>
#include <QList>
#include <QString>

QT_BEGIN_NAMESPACE
class QPrinter;
QT_END_NAMESPACE

namespace huiyin {

class PrintedPages;
class Progress;

// The bulletin as a PDF whose text can be found and copied, with title and office in its properties.
QByteArray pdfOf(const BulletinDocument &document);
// `which`: pages from 0 in their order; none for all. Throws StorageError of Kind::Cancelled when stopped.
QByteArray pdfOf(const PrintedPages &pages, const QString &title, const QString &author, Progress &progress,
                 const QList<int> &which = {});

// Throws FileError when the file can't be written, or exists and must not be replaced.
void writePdf(const BulletinDocument &document, const QString &path, bool overwrite);

// The pages `first` to `last` (from 0) as they go onto paper; blank ones where both sides are printed and a page must
// begin a leaf.
constexpr int blankPage = -1;
QList<int> printOrder(const PrintedPages &pages, int first, int last, bool onBothSides);
// Those that a printer was asked for (all, or a range), in its order.
QList<int> printOrder(const PrintedPages &pages, const QPrinter &printer);

// Prints them, each as large as the paper allows. False: the printer can't be used, or gave up.
bool printPages(const PrintedPages &pages, QPrinter &printer, Progress &progress);

// Qt takes the first code of a glyph, and in some faces (Noto CJK) that is a CJK radical: 工作 would be found only as
// ⼯作. Replaces the radicals in the PDF's tables of characters, in place.
void repairRadicals(QByteArray &pdf);

} // namespace huiyin
