// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/HandlingOffice.h"

#include "paper/PaperFonts.h"
#include "paper/SheetPages.h"
#include "tickets/TicketPaper.h"

#include <QImage>
#include <QPainter>

namespace huiyin::test {

inline QString textOf(const SheetPages &pages)
{
    QStringList lines;
    for (int page = 0; page < pages.count(); ++page)
        lines += pages.linesOf(page);
    return lines.join(QLatin1Char('\n'));
}

// Without the ends of lines, so that a text is found wherever it was broken.
inline QString runningTextOf(const SheetPages &pages)
{
    return textOf(pages).remove(QLatin1Char('\n'));
}

inline PaperContext paperContext(HandlingOffice &office, bool withCitizen = false)
{
    return {.office = {.name = QStringLiteral("测试市市长公开电话办公室")},
            .tables = office.tables(),
            .printedAt = office.clock.now(),
            .printedBy = QStringLiteral("派单员"),
            .withCitizen = withCitizen};
}

inline WholeTicket wholeTicket(HandlingOffice &office, TicketId ticket)
{
    return *WholeTicket::read(*office.file, ticket);
}

// A page as it is drawn with so many dots an inch.
inline QImage drawnPage(const SheetPages &pages, int page, int dotsAnInch)
{
    const qreal dots = dotsAnInch / 25.4;
    const QSizeF size = pages.isLandscape() ? QSizeF(297, 210) : QSizeF(210, 297);
    QImage image((size * dots).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    pages.paint(page, &painter, image.rect());
    return image;
}

} // namespace huiyin::test
