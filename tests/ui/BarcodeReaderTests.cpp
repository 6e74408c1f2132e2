// SPDX-License-Identifier: GPL-3.0-or-later
// The barcodes of the papers, read by a reader that isn't ours.
#include "support/PaperOffice.h"
#include "support/Print.h"

#include "tickets/PaperKind.h"

#include <catch2/catch.hpp>

#include <QTransform>

#include <memory>

#ifdef HUIYIN_ZBAR
#include <zbar.h>
#endif

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

#ifdef HUIYIN_ZBAR

namespace {

// What stands in the bars of Code 128 on a picture.
QStringList readBars(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels;
    for (int y = 0; y < grey.height(); ++y)
        pixels.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_CODE128, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::Image image(static_cast<unsigned>(grey.width()), static_cast<unsigned>(grey.height()), "Y800",
                      pixels.constData(), static_cast<unsigned long>(pixels.size()));
    scanner.scan(image);
    QStringList read;
    for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol)
        read.append(QString::fromStdString(symbol->get_data()));
    image.set_data(nullptr, 0);
    return read;
}

// As a camera or a worn scanner sees it.
QImage turned(const QImage &picture, qreal degrees)
{
    QImage image(picture.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(image.width() / 2.0, image.height() / 2.0);
    painter.rotate(degrees);
    painter.drawImage(QPointF(-image.width() / 2.0, -image.height() / 2.0), picture);
    return image;
}

QImage blurred(const QImage &picture)
{
    const QImage from = picture.convertToFormat(QImage::Format_Grayscale8);
    QImage to = from.copy();
    for (int y = 1; y + 1 < from.height(); ++y) {
        uchar *line = to.scanLine(y);
        for (int x = 1; x + 1 < from.width(); ++x) {
            int sum = 0;
            for (int dy = -1; dy <= 1; ++dy) {
                const uchar *row = from.constScanLine(y + dy);
                sum += row[x - 1] + row[x] + row[x + 1];
            }
            line[x] = static_cast<uchar>(sum / 9);
        }
    }
    return to;
}

} // namespace

TEST_CASE("a reader reads the number off every paper", "[barcode][barcodereader]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const DispatchId id = *office.lead(ticket).id;
    HandlingOffice::must(office.book->remind({.dispatch = id, .text = u"请抓紧。"_s}));
    HandlingOffice::must(office.book->sign(id));
    HandlingOffice::must(office.book->askReturn({.dispatch = id, .ground = u"无关"_s}));
    HandlingOffice::must(office.book->refuseReturn(id, u"有关"_s));
    WholeTicket facts = wholeTicket(office, ticket);
    facts.followUps = {{.ticket = ticket, .at = office.clock.now(), .reached = true}};
    facts.explanations = {{.ticket = ticket, .at = office.clock.now(), .text = u"说明"_s}};
    const QStringList number{office.ticket(ticket).number};
    for (const PaperKind kind : {PaperKind::DispatchSheets, PaperKind::Notices, PaperKind::Rulings,
                                 PaperKind::FollowUps, PaperKind::Explanations, PaperKind::WholeTickets}) {
        INFO(std::string(code(kind).data()));
        const SheetPages pages(sheetsOf(kind, facts, paperContext(office)));
        REQUIRE(pages.count() > 0);
        CHECK(readBars(drawnPage(pages, 0, 150)) == number);
    }
}

TEST_CASE("a reader reads a number that was scanned askew, blurred or small", "[barcode][barcodereader]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const SheetPages pages(openDispatchSheets(wholeTicket(office, ticket), paperContext(office)));
    const QStringList number{office.ticket(ticket).number};
    for (const int dots : {150, 200, 300}) {
        INFO(dots);
        const QImage page = drawnPage(pages, 0, dots);
        CHECK(readBars(page) == number);
        for (const qreal degrees : {-3.0, -1.0, 1.5, 3.0}) {
            INFO(degrees);
            CHECK(readBars(turned(page, degrees)) == number);
        }
    }
    // The narrowest bar has to be wider than the blur.
    CHECK(readBars(blurred(drawnPage(pages, 0, 200))) == number);
    CHECK(readBars(blurred(turned(drawnPage(pages, 0, 300), 2))) == number);
    // No bars, nothing read.
    QImage white(400, 400, QImage::Format_RGB32);
    white.fill(Qt::white);
    CHECK(readBars(white).isEmpty());
}

TEST_CASE("a number of another office's form is read too", "[barcode][barcodereader]")
{
    HandlingOffice office;
    WholeTicket facts = wholeTicket(office, office.dispatched());
    facts.ticket.number = GENERATE(u"SP2020021000001"_s, u"2020-000017"_s, u"12345"_s);
    const SheetPages pages({ticketSheet(facts, paperContext(office))});
    CHECK(readBars(drawnPage(pages, 0, 150)) == QStringList{facts.ticket.number});
}

#else

TEST_CASE("a reader reads the number off every paper", "[barcode][barcodereader]")
{
    WARN("the papers' barcodes were not read back: libzbar-dev isn't installed");
}

#endif
