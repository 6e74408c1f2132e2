// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>

class QPrinter;
class QWidget;

namespace huiyin {

class CaseSession;
class PrintedPages;

// Pages to be shown before they are printed.
struct Preview
{
    std::shared_ptr<const PrintedPages> pages{};
    QString title{};        // of the window, and of the document at the printer
    QString pdfName{};      // "": they are not offered as a PDF
    QString remark{};       // above the pages: what isn't among them
    bool anyThread = false; // they can be painted outside of the window's thread: sheets, but no charts
    // Numbers of the tickets that the pages are about, and which of them have been changed since they were read. More
    // that change while the preview stands are told too.
    QHash<TicketId, QString> tickets{};
    QSet<TicketId> changed{};
};

// Numbers of tickets as far as there is room for them: 20200210-0001, 20200210-0002 and 5 more.
QString numbersInWords(const QStringList &numbers, qsizetype told);

// Shows how pages will be printed, and prints them from there. Only pages in sight are painted, however many there are.
void showPrintPreview(CaseSession &session, QWidget *parent, const Preview &preview);

// Prints what the printer was asked for; a PDF that it was asked for is a file that stands there whole or not at all.
// What goes wrong is told. `parent` is the window that it happens in.
void print(CaseSession &session, QWidget *parent, const Preview &preview, const std::shared_ptr<QPrinter> &printer);

} // namespace huiyin
