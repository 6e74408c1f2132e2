// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/HandlingOffice.h"

#include "domain/Progress.h"
#include "paper/PaperFonts.h"
#include "paper/PdfFile.h"
#include "paper/SheetPages.h"
#include "tickets/PaperKind.h"

#include <catch2/catch.hpp>

#include <QFile>
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

// A PDF of the pages; with a folder for it, HUIYIN_PAPERS=…, it is written there to be looked at.
inline void writeToLookAt(const QString &name, const SheetPages &pages, const QList<int> &which = {})
{
    Progress unheard;
    const QByteArray pdf = pdfOf(pages, name, QStringLiteral("测试市市长公开电话办公室"), unheard, which);
    CHECK(pdf.startsWith("%PDF"));
    const QString folder = qEnvironmentVariable("HUIYIN_PAPERS");
    if (folder.isEmpty())
        return;
    QFile file(folder + QLatin1Char('/') + name + QStringLiteral(".pdf"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
}

// An office whose departments write on paper.
struct PaperOffice : HandlingOffice
{
    // A matter told at length, with all that a paper may have to hide.
    TicketId waterCut()
    {
        const auto saved =
            book->accept({.channel = phone(),
                          .requestType = tables().requestTypes.at(1).id,
                          .address = QStringLiteral("平东小区5号楼3单元502室"),
                          .title = QStringLiteral("平东小区5号楼3单元停水三日"),
                          .content = QStringLiteral(
                              "王建国来电反映，平东小区5号楼3单元自2月8日起停水，物业答复管道破裂，至今无人维修，"
                              "楼内有老人和孩子，生活不便，希望有关部门尽快处理。联系电话13800001111，"
                              "也可联系其妻李红3221234。"),
                          .requester = QStringLiteral("王建国"),
                          .phone = QStringLiteral("13800001111")});
        REQUIRE(saved);
        return saved->id;
    }
    void remind(TicketId ticket, ReminderLevel level, const QString &text)
    {
        must(book->remind({.dispatch = *lead(ticket).id, .level = level, .text = text}));
    }
    void followUp(TicketId ticket, const FollowUpRequest &answer)
    {
        FollowUpRequest request = answer;
        request.ticket = ticket;
        must(book->followUp(request));
    }
    [[nodiscard]] PaperContext context(bool withCitizen = false)
    {
        PaperContext paper = paperContext(*this, withCitizen);
        paper.office.hotline = QStringLiteral("12345市长热线");
        return paper;
    }
};

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
