// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/PdfFile.h"

#include "domain/Progress.h"
#include "paper/BulletinPages.h"
#include "paper/RadicalTable.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>

#include <algorithm>
#include <optional>
#include <utility>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

constexpr int pdfResolution = 1200;

// The number behind the last `name` of the file, which stands in its trailer.
std::optional<qint64> trailerNumber(const QByteArray &pdf, const QByteArray &name)
{
    const qsizetype at = pdf.lastIndexOf(name);
    if (at < 0)
        return std::nullopt;
    qsizetype from = at + name.size();
    while (from < pdf.size() && (pdf[from] == ' ' || pdf[from] == '\n'))
        ++from;
    qsizetype to = from;
    while (to < pdf.size() && pdf[to] >= '0' && pdf[to] <= '9')
        ++to;
    bool ok = false;
    const qint64 number = pdf.mid(from, to - from).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

// QPdfWriter 6.4 knows title and creator but no author: the properties are written again at the end of the file, as
// PDF lets a file be updated. Left alone where the file isn't of the expected form.
void addAuthor(QByteArray &pdf, const QString &author)
{
    const std::optional<qint64> info = trailerNumber(pdf, "/Info");
    const std::optional<qint64> root = trailerNumber(pdf, "/Root");
    const std::optional<qint64> size = trailerNumber(pdf, "/Size");
    const std::optional<qint64> start = trailerNumber(pdf, "startxref");
    if (author.isEmpty() || !info || !root || !size || !start)
        return;
    const QByteArray head = '\n' + QByteArray::number(*info) + " 0 obj\n<<";
    const qsizetype from = pdf.indexOf(head) + 1;
    const qsizetype to = pdf.indexOf(">>\nendobj\n", from);
    if (from <= 0 || to < 0)
        return;
    QByteArray text = "FEFF";
    for (const QChar c : author)
        text += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    const QByteArray object = pdf.mid(from, to - from) + "\n/Author <" + text + ">\n>>\nendobj\n";

    const qsizetype objectAt = pdf.size();
    pdf += object;
    const qsizetype tableAt = pdf.size();
    pdf += "xref\n" + QByteArray::number(*info) + " 1\n" + QByteArray::number(objectAt).rightJustified(10, '0')
           + " 00000 n \ntrailer\n<<\n/Size " + QByteArray::number(*size) + "\n/Info " + QByteArray::number(*info)
           + " 0 R\n/Root " + QByteArray::number(*root) + " 0 R\n/Prev " + QByteArray::number(*start)
           + "\n>>\nstartxref\n" + QByteArray::number(tableAt) + "\n%%EOF\n";
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Exchanges the hex values of four digits in one table of characters.
void repairTable(QByteArray &pdf, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i + 5 < to; ++i) {
        if (pdf[i] != '<' || pdf[i + 5] != '>')
            continue;
        const QByteArray digits = pdf.mid(i + 1, 4);
        if (!std::all_of(digits.cbegin(), digits.cend(), isHexDigit))
            continue;
        const char16_t ideograph = unifiedIdeograph(static_cast<char16_t>(digits.toUShort(nullptr, 16)));
        if (ideograph != 0)
            pdf.replace(i + 1, 4, QByteArray::number(ideograph, 16).rightJustified(4, '0'));
        i += 5;
    }
}

} // namespace

void repairRadicals(QByteArray &pdf)
{
    for (qsizetype from = pdf.indexOf("begincmap"); from >= 0; from = pdf.indexOf("begincmap", from + 1)) {
        // Glyph numbers stand in the same brackets, but before the values' list: only values are looked at.
        const qsizetype end = pdf.indexOf("endcmap", from);
        if (end < 0)
            return;
        for (qsizetype list = pdf.indexOf('[', from); list >= 0 && list < end; list = pdf.indexOf('[', list + 1)) {
            const qsizetype close = pdf.indexOf(']', list);
            if (close < 0 || close > end)
                break;
            repairTable(pdf, list + 1, close);
        }
    }
}

QByteArray pdfOf(const PrintedPages &pages, const QString &title, const QString &author, Progress &progress,
                 const QList<int> &which)
{
    const auto count = which.isEmpty() ? pages.count() : static_cast<int>(which.size());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(pdfResolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        if (pages.isLandscape())
            writer.setPageOrientation(QPageLayout::Landscape);
        writer.setPageMargins({});
        writer.setTitle(title);
        writer.setCreator(u"Huiyin 回音"_s);
        QPainter painter(&writer);
        for (int i = 0; i < count; ++i) {
            stopIfCancelled(progress);
            progress.report(i, count, QString());
            if (i > 0)
                writer.newPage();
            pages.paint(which.isEmpty() ? i : which[i], &painter, QRectF(0, 0, writer.width(), writer.height()));
        }
    }
    QByteArray pdf = buffer.data();
    repairRadicals(pdf);
    addAuthor(pdf, author);
    return pdf;
}

QByteArray pdfOf(const BulletinDocument &document)
{
    QString title = document.masthead + document.issueLine;
    if (!document.title.isEmpty())
        title = title.isEmpty() ? document.title : title + u' ' + document.title;
    Progress unheard;
    return pdfOf(BulletinPages(document), title, document.office, unheard);
}

void writePdf(const BulletinDocument &document, const QString &path, bool overwrite)
{
    const QByteArray pdf = pdfOf(document);
    SafeFile file(path, overwrite);
    file.write(pdf);
    file.commit();
}

QList<int> printOrder(const PrintedPages &pages, int first, int last, bool onBothSides)
{
    const auto fill = [onBothSides](QList<int> &order) {
        if (onBothSides && order.size() % 2 == 1)
            order.append(blankPage);
    };
    QList<int> order;
    for (int page = first; page <= last; ++page) {
        if (pages.beginsLeaf(page))
            fill(order);
        order.append(page);
    }
    if (pages.beginsLeaf(0))
        fill(order); // the next copy begins a leaf too
    return order;
}

QList<int> printOrder(const PrintedPages &pages, const QPrinter &printer)
{
    int first = 1, last = pages.count();
    if (printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0) {
        first = qBound(1, printer.fromPage(), last);
        last = qBound(first, printer.toPage(), last);
    }
    const bool onBothSides =
        printer.duplex() == QPrinter::DuplexLongSide || printer.duplex() == QPrinter::DuplexShortSide;
    QList<int> order = printOrder(pages, first - 1, last - 1, onBothSides);
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::reverse(order.begin(), order.end());
    return order;
}

bool printPages(const PrintedPages &pages, QPrinter &printer, Progress &progress)
{
    printer.setFullPage(true);
    const QList<int> order = printOrder(pages, printer);
    // Copies that the driver doesn't make itself are printed one whole set after the other.
    const int copies = printer.supportsMultipleCopies() ? 1 : qMax(1, printer.copyCount());
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    qint64 done = 0;
    for (int copy = 0; copy < copies; ++copy) {
        for (const int page : order) {
            if (progress.cancelled()) {
                printer.abort();
                painter.end();
                return false;
            }
            progress.report(done, order.size() * copies, QString());
            if (done++ > 0 && !printer.newPage())
                return false;
            if (page != blankPage)
                pages.paint(page, &painter, printer.paperRect(QPrinter::DevicePixel));
        }
    }
    return painter.end();
}

} // namespace huiyin
