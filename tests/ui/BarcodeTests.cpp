// SPDX-License-Identifier: GPL-3.0-or-later
// Barcodes: what they hold, how wide they are, how they are read.
#include "support/PaperOffice.h"
#include "support/Print.h"

#include "paper/Barcode.h"

#include <catch2/catch.hpp>

#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <numeric>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// Reads a row of dark and light as a scanner does; the check symbol must be right.
QString scanned(const QImage &image, int y)
{
    QList<int> runs; // dark and light in turn
    bool dark = false;
    for (int x = 0; x < image.width(); ++x) {
        const bool isDark = qGray(image.pixel(x, y)) < 128;
        if (isDark != dark || runs.isEmpty()) {
            if (runs.isEmpty() && !isDark)
                continue;
            runs.append(0);
            dark = isDark;
        }
        ++runs.last();
    }
    if (runs.size() % 2 == 0)
        runs.removeLast(); // the light behind the stop
    if (runs.size() < 7 + 6)
        return {};
    QList<int> symbols;
    for (qsizetype i = 0; i + 7 < runs.size(); i += 6) {
        const qreal module = std::accumulate(runs.cbegin() + i, runs.cbegin() + i + 6, 0) / 11.0;
        QList<int> widths;
        for (qsizetype k = i; k < i + 6; ++k)
            widths.append(qRound(runs[k] / module));
        int found = -1;
        for (int value = 0; value < 106; ++value) {
            if (code128Widths({value}) == widths)
                found = value;
        }
        if (found < 0)
            return {};
        symbols.append(found);
    }
    int sum = symbols.first();
    for (qsizetype i = 1; i + 1 < symbols.size(); ++i)
        sum += static_cast<int>(i) * symbols[i];
    if (symbols.size() < 3 || sum % 103 != symbols.last())
        return {};
    QString text;
    bool pairs = symbols.first() == 105;
    for (qsizetype i = 1; i + 1 < symbols.size(); ++i) {
        if (pairs && symbols[i] < 100)
            text += QString::number(symbols[i]).rightJustified(2, u'0');
        else if (pairs || symbols[i] == 99)
            pairs = !pairs;
        else
            text += QChar(symbols[i] + 0x20);
    }
    return text;
}

} // namespace

TEST_CASE("a barcode has the published check symbol", "[ticketpaper][barcode]")
{
    // Published examples of Code 128: sets B and C.
    CHECK(code128Symbols(u"Wikipedia"_s) == QList<int>{104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88, 106});
    CHECK(code128Symbols(u"1234"_s) == QList<int>{105, 12, 34, 82, 106});
    // Digits in pairs, the dash in set B, digits again.
    const QList<int> number = code128Symbols(u"20200210-0001"_s);
    CHECK(number.first(9) == QList<int>{105, 20, 20, 2, 10, 100, 13, 99, 0});
    CHECK(number.size() == 12);
    // An odd digit stays outside of the pairs.
    CHECK(code128Symbols(u"12345"_s).first(5) == QList<int>{105, 12, 34, 100, 21});
    CHECK(code128Symbols(u"a12345"_s).first(6) == QList<int>{104, 65, 17, 99, 23, 45});
    CHECK(code128Symbols(u"a12b"_s).first(5) == QList<int>{104, 65, 17, 18, 66});
    // What it can't hold it doesn't hold.
    CHECK(code128Symbols(QString()).isEmpty());
    CHECK(code128Symbols(u"四平2020"_s).isEmpty());
    CHECK(code128Symbols(u"20\n20"_s).isEmpty());
}

TEST_CASE("every symbol of a barcode is eleven modules wide and unlike the others", "[ticketpaper][barcode]")
{
    QSet<QList<int>> seen;
    for (int value = 0; value < 106; ++value) {
        const QList<int> widths = code128Widths({value});
        INFO(value);
        REQUIRE(widths.size() == 6);
        CHECK(std::accumulate(widths.cbegin(), widths.cend(), 0) == 11);
        CHECK((widths[0] + widths[2] + widths[4]) % 2 == 0); // bars of even, spaces of odd width
        seen.insert(widths);
    }
    CHECK(seen.size() == 106);
    CHECK(code128Widths({106}) == QList<int>{2, 3, 3, 1, 1, 1, 2});
}

TEST_CASE("a barcode is wide enough to be read, or isn't there", "[ticketpaper][barcode]")
{
    const qreal width = fromMillimetres(80);
    const QList<QRectF> bars = barcode(u"20200210-0001"_s, width, 30);
    REQUIRE_FALSE(bars.isEmpty());
    qreal narrowest = width;
    for (const QRectF &bar : bars)
        narrowest = qMin(narrowest, bar.width());
    CHECK(narrowest >= fromMillimetres(0.25) - 1e-6);
    CHECK(bars.last().right() == Approx(width));
    CHECK(bars.first().left() >= 10 * narrowest);
    CHECK(barcode(u"A-very-long-number-of-another-office-2020-02-10"_s, width, 30).isEmpty());
}

TEST_CASE("the barcode of a printed sheet is read back", "[ticketpaper][barcode]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const SheetPages pages(openDispatchSheets(wholeTicket(office, ticket), paperContext(office)));
    const QImage image = drawnPage(pages, 0, 300);
    const QString number = office.ticket(ticket).number;
    // Through the bars, right of the number in words.
    constexpr qreal dots = 300 / 25.4;
    int read = 0;
    for (int y = 0; y < image.height() / 3; ++y) {
        const QString text = scanned(image.copy(qRound(106 * dots), y, qRound(90 * dots), 1), 0);
        if (text == number)
            ++read;
        else
            CHECK(text.isEmpty());
    }
    CHECK(read > 8 * dots); // nine millimetres high

    const QString reader = QStandardPaths::findExecutable(u"zbarimg"_s);
    if (reader.isEmpty())
        return;
    QTemporaryDir folder;
    REQUIRE(image.save(folder.filePath(u"sheet.png"_s)));
    QProcess process;
    process.start(reader, {u"-q"_s, u"--raw"_s, folder.filePath(u"sheet.png"_s)});
    REQUIRE(process.waitForFinished(30'000));
    CHECK(QString::fromUtf8(process.readAllStandardOutput()).trimmed() == number);
}
