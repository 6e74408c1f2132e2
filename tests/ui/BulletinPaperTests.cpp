// SPDX-License-Identifier: GPL-3.0-or-later
// Where GB/T 9704 wants the parts of a bulletin on its pages.
#include "exchange/BulletinDocx.h"
#include "paper/BulletinPages.h"
#include "paper/BulletinWord.h"
#include "spreadsheet/ZipPackage.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

constexpr int dotsPerMillimetre = 8;

// A page as it is printed.
QImage printed(const BulletinPages &pages, int page)
{
    QImage image(210 * dotsPerMillimetre, 297 * dotsPerMillimetre, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    pages.paint(page, &painter, image.rect());
    return image;
}

bool isInk(QRgb pixel)
{
    return qGray(pixel) < 160;
}

// What is printed in a part of a page, in millimetres; null when there is nothing.
QRectF inkIn(const QImage &image, const QRectF &millimetres)
{
    const QRect part =
        QRectF(millimetres.topLeft() * dotsPerMillimetre, millimetres.size() * dotsPerMillimetre).toRect();
    QRect ink;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            if (isInk(image.pixel(x, y)))
                ink |= QRect(x, y, 1, 1);
        }
    }
    return {QPointF(ink.topLeft()) / dotsPerMillimetre, QSizeF(ink.size()) / dotsPerMillimetre};
}

// How thick the line is that lies at a height, across the middle of the text.
qreal ruleThickness(const QImage &image, qreal millimetres)
{
    qreal darkness = 0;
    for (int y = qRound((millimetres - 1) * dotsPerMillimetre); y <= qRound((millimetres + 1) * dotsPerMillimetre); ++y)
        darkness += (255 - qGray(image.pixel(105 * dotsPerMillimetre, y))) / 255.0;
    return darkness / dotsPerMillimetre;
}

constexpr QRectF numberPlace(20, 262.5, 170, 14); // below the text

BulletinParagraph linesOfText(int lines)
{
    return {.spans = {{.text = QString(28 * lines - 4, u'国')}}};
}

const QStringList imprint{u"抄送：市委办公室，市人大常委会办公室，市政府办公室，市政协办公室，各县（市）区人民政府。"_s,
                          u"四平市市长公开电话办公室\t2020年3月2日印发"_s};

} // namespace

TEST_CASE("page numbers stand 7 mm below the text, odd ones right and even ones left, one character in",
          "[paper][page]")
{
    BulletinDocument document;
    document.blocks.append(linesOfText(60));
    const BulletinPages pages(document);
    REQUIRE(pages.count() == 3);
    for (int page = 0; page < 2; ++page) {
        const QRectF number = inkIn(printed(pages, page), numberPlace);
        INFO(page);
        REQUIRE(number.isValid());
        CHECK(number.center().y() == Approx(37 + 225 + 7).margin(1.2)); // its dashes are its middle
        constexpr qreal character = 5;                                  // 四号
        if (page % 2 == 0)
            CHECK(number.right() == Approx(28 + 155.6 - character).margin(1.5));
        else
            CHECK(number.left() == Approx(28 + character).margin(1.5));
    }
}

TEST_CASE("the imprint stands at the foot of the last side, which is a back", "[paper][page]")
{
    BulletinDocument document;
    document.imprint = imprint;
    const auto [lines, sides, isNumbered] =
        GENERATE(table<int, int, bool>({{3, 2, true},     // alone on the back of the first side
                                        {30, 2, true},    // below the text of the second
                                        {44, 4, false},   // no room on the second: a blank one, then the imprint
                                        {50, 4, true}})); // on the back of the third
    document.blocks.append(linesOfText(lines));
    const BulletinPages pages(document);
    INFO(lines);
    REQUIRE(pages.count() == sides);
    const int last = sides - 1;
    CHECK(pages.linesOf(last).contains(u"2020年3月2日印发"_s));
    CHECK(pages.linesOf(last).contains(u"抄送："_s));
    const QImage image = printed(pages, last);
    // The last rule lies on the edge of the text and is as thick as the first; below it there is the number alone.
    CHECK(ruleThickness(image, 37 + 225) == Approx(0.35).margin(0.08));
    const qreal height = 8.0 * 3; // two lines of 抄送, one of the office
    CHECK(ruleThickness(image, 37 + 225 - height) == Approx(0.35).margin(0.08));
    CHECK(ruleThickness(image, 37 + 225 - 8) == Approx(0.25).margin(0.08));
    CHECK(inkIn(image, numberPlace).isValid() == isNumbered);
    if (!isNumbered) {
        CHECK(pages.linesOf(last - 1).isEmpty());
        CHECK_FALSE(inkIn(printed(pages, last - 1), numberPlace).isValid());
        CHECK(inkIn(printed(pages, last - 2), numberPlace).isValid());
    }
}

TEST_CASE("what goes on of 抄送 stands below its first name, and the date one character in", "[paper][page]")
{
    BulletinDocument document;
    document.imprint = imprint;
    const BulletinPages pages(document);
    REQUIRE(pages.count() == 2);
    const QImage image = printed(pages, 1);
    constexpr qreal character = 5.03; // 四号
    const QRectF first = inkIn(image, QRectF(28, 37 + 225 - 23, 156, 6));
    const QRectF second = inkIn(image, QRectF(28, 37 + 225 - 15, 156, 6));
    const QRectF office = inkIn(image, QRectF(28, 37 + 225 - 7, 156, 6));
    CHECK(first.left() == Approx(28 + character).margin(1));
    CHECK(second.left() == Approx(28 + 4 * character).margin(1));
    CHECK(office.right() == Approx(28 + 155.6 - character).margin(1));
}

TEST_CASE("an imprint longer than half a page follows the text like any list", "[paper][page]")
{
    BulletinDocument document;
    document.blocks.append(linesOfText(2));
    for (int i = 1; i <= 40; ++i)
        document.imprint.append(u"发：第%1单位"_s.arg(i));
    const BulletinPages pages(document);
    CHECK(pages.count() == 2);
    CHECK(pages.linesOf(0).contains(u"第1单位"_s));
    CHECK(pages.linesOf(1).contains(u"第40单位"_s));
}

TEST_CASE("an annex begins a page, with its heading and with its table's header once", "[paper][page]")
{
    BulletinDocument document;
    document.blocks.append(linesOfText(2));
    document.blocks.append(BulletinHeading{.text = u"附表"_s});
    BulletinTable table{.title = u"承办单位办理情况"_s, .header = {u"单位"_s, u"件数"_s}, .onNewPage = true};
    for (int i = 1; i <= 4; ++i)
        table.rows.append({{.text = u"第%1单位"_s.arg(i)}, {.text = QString::number(i)}});
    document.blocks.append(table);
    document.blocks.append(linesOfText(1));
    SECTION("below a heading")
    {
        const BulletinPages pages(document);
        CHECK(pages.count() == 2);
        CHECK(pages.linesOf(1).value(0) == u"附表"_s);
        CHECK(pages.linesOf(1).value(1) == u"承办单位办理情况"_s);
    }
    SECTION("without one")
    {
        document.blocks.removeAt(1);
        const BulletinPages pages(document);
        CHECK(pages.count() == 2);
        CHECK(pages.linesOf(1).value(0) == u"承办单位办理情况"_s);
        CHECK(pages.linesOf(1).count(u"件数"_s) == 1);
    }
    SECTION("at the very beginning")
    {
        document.blocks.remove(0, 2);
        CHECK(BulletinPages(document).count() == 1);
    }
}

TEST_CASE("the red rule lies 4 mm below the office and the date", "[paper][page]")
{
    BulletinDocument document{.masthead = u"国国国国"_s, .office = u"国国国国"_s};
    const BulletinPages pages(document);
    const QImage image = printed(pages, 0);
    // The rule is red and reaches across the text; the characters above it are black.
    int rule = 0;
    for (int y = 40 * dotsPerMillimetre; y < 90 * dotsPerMillimetre && rule == 0; ++y) {
        const QColor colour(image.pixel(150 * dotsPerMillimetre, y));
        if (colour.red() > 150 && colour.green() < 100)
            rule = y;
    }
    REQUIRE(rule > 0);
    const qreal top = qreal(rule) / dotsPerMillimetre;
    const QRectF office = inkIn(image, QRectF(28, top - 9, 24, 8.5));
    CHECK(top - office.bottom() == Approx(4).margin(1));
    CHECK(QColor(image.pixel(29 * dotsPerMillimetre, rule + 2)).red() > 150);
    CHECK(QColor(image.pixel(183 * dotsPerMillimetre, rule + 2)).red() > 150);
}

TEST_CASE("a chart stands in a .docx as wide as the text, at 300 dots an inch, its title as a caption above it",
          "[paper][docx]")
{
    BulletinDocument document;
    BulletinChart chart{.bars = {.title = u"诉求类别占比"_s, .subtitle = u"单位：件"_s}};
    chart.bars.bars = {{.label = u"住建"_s, .value = 765, .note = u"17.2%"_s}};
    document.blocks = {linesOfText(1), chart};
    QTemporaryDir folder;
    const QString path = folder.filePath(u"b.docx"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(docxOf(document, wordPictures(document)));
    file.close();
    ZipPackage package(path);
    const QByteArray png = package.open(u"word/media/chart1.png"_s)->readWhole(10'000'000);
    const QImage picture = QImage::fromData(png, "PNG");
    REQUIRE_FALSE(picture.isNull());
    CHECK(picture.width() == Approx(588 * 300 / 96.0).margin(2));
    CHECK(picture.dotsPerMeterX() == Approx(300 / 0.0254).margin(2));
    const QByteArray body = package.open(u"word/document.xml"_s)->readWhole(10'000'000);
    CHECK(body.contains("<w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:t xml:space=\"preserve\">诉求类别占比"));
    // No room is left in the picture where its title would stand.
    BulletinDocument untitled = document;
    std::get<BulletinChart>(untitled.blocks[1]).bars.title.clear();
    const bool isSame = wordPictures(untitled) == wordPictures(document);
    CHECK(isSame);
}
