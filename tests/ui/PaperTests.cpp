// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Progress.h"
#include "paper/BulletinPages.h"
#include "paper/ChartExport.h"
#include "paper/ChartFactory.h"
#include "paper/PaperFonts.h"
#include "paper/PaperText.h"
#include "paper/PdfFile.h"
#include "paper/RadicalTable.h"
#include "storage/SafeFile.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QGraphicsScene>
#include <QGraphicsSceneMouseEvent>
#include <QImage>
#include <QPainter>
#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

// The figures of February 2020, of Siping's bulletin.
Statistics figures()
{
    Statistics figures;
    figures.question.period = Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29));
    figures.cutOff = QDateTime(QDate(2020, 2, 29), QTime(16, 0), Qt::UTC);
    figures.accepted = 6610;
    figures.categoryBase = 4460;
    figures.excludedTopics = QStringList{u"疫情"_s};
    const std::pair<const char16_t *, qint64> categories[] = {
        {u"农村、土地和其它", 1728}, {u"住建", 765}, {u"犬类", 21}, {u"住房公积金", 708}, {u"水、电、气", 407}};
    qint64 id = 0;
    for (const auto &[name, count] : categories) {
        figures.byCategory.append({.id = CategoryId(++id),
                                   .name = QString::fromUtf16(name),
                                   .count = count,
                                   .share = {count, figures.categoryBase}});
    }
    figures.byCategory[1].children = {{.id = CategoryId(21), .name = u"物业"_s, .count = 300, .share = {300, 765}},
                                      {.id = CategoryId(22), .name = u"供热"_s, .count = 465, .share = {465, 765}}};
    for (qint64 i = 0; i < 25; ++i) {
        figures.byDepartment.append({.id = DepartmentId(i + 1),
                                     .name = u"四平市铁东区第%1公用事业管理服务中心（供热燃气管理办公室）"_s.arg(i + 1),
                                     .dispatched = 10 + i,
                                     .closed = 9 + i,
                                     .open = 1,
                                     .closureRate = {9 + i, 10 + i}});
    }
    for (int day = 0; day < 21; ++day)
        figures.byDay.append({.day = QDate(2020, 2, 9).addDays(day), .calls = 400, .accepted = 200 + day * 7 % 60});
    return figures;
}

BulletinDocument bulletin()
{
    BulletinDocument document;
    document.masthead = u"市长公开电话办理情况"_s;
    document.issueLine = u"第2期（总第86期）"_s;
    document.office = u"四平市市长公开电话办公室"_s;
    document.date = QDate(2020, 3, 2);
    document.title = u"2月份12345市民服务热线办理情况"_s;
    document.figures = figures();
    return document;
}

BulletinParagraph paragraph(const QString &text)
{
    return {.spans = {{.text = text, .figure = std::nullopt}}};
}

BulletinSpan cell(const QString &text)
{
    return {.text = text, .figure = std::nullopt};
}

// A text without punctuation that fills about so many lines.
QString filler(int lines)
{
    return QString(28 * lines - 4, u'国');
}

const QString sentence =
    u"《市长信箱》、《地方领导留言板》共16件，办结14件（含“互联网+督办”平台3件），还有2件正在办理中；"
    u"办结率99.4%。其中：住建问题765件，占17.2%！水、电、气问题407件，占9.1%？"_s;

// What a tool of poppler says about a file; nullopt when the tool isn't installed.
std::optional<QString> runTool(const QString &tool, const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(tool);
    if (program.isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30'000))
        return std::nullopt;
    return QString::fromUtf8(process.readAllStandardOutput());
}

void click(QGraphicsScene &scene, QPointF position)
{
    for (const QEvent::Type type : {QEvent::GraphicsSceneMousePress, QEvent::GraphicsSceneMouseRelease}) {
        QGraphicsSceneMouseEvent event(type);
        event.setButton(Qt::LeftButton);
        event.setButtons(type == QEvent::GraphicsSceneMousePress ? Qt::LeftButton : Qt::NoButton);
        event.setScenePos(position);
        event.setButtonDownScenePos(Qt::LeftButton, position);
        QApplication::sendEvent(&scene, &event);
    }
}

} // namespace

TEST_CASE("no chart cuts a Chinese name, however narrow it is", "[paper][chart]")
{
    const int width = GENERATE(range(500, 901, 50));
    const ChartLook look = GENERATE(ChartLook::light(), ChartLook::dark(), ChartLook::paper());
    const Statistics all = figures();
    const Statistics lastYear = figures();
    for (const ChartData &data : {departmentChart(all, {}), categoryChart(all, {}, {CategoryId(2)})}) {
        const ChartPicture full(makeBarChart(data, look), QSizeF(width, recommendedHeight(data, look, width)));
        CHECK_FALSE(hasCutText(full.chart()));
        // Less height than asked for: smaller type, still whole.
        const ChartPicture low(makeBarChart(data, look), QSizeF(width, 420));
        CHECK_FALSE(hasCutText(low.chart()));
    }
    const ChartPicture days(makeLineChart(dayChart(all, &lastYear), look), QSizeF(width, 220));
    CHECK_FALSE(hasCutText(days.chart()));
}

TEST_CASE("the check for cut text finds what Qt Charts cuts", "[paper][chart]")
{
    auto chart = makeBarChart(categoryChart(figures(), {}), ChartLook::light());
    CHECK_FALSE(hasCutText(*chart));
    new QGraphicsSimpleTextItem(u"住房公…"_s, chart.get());
    CHECK(hasCutText(*chart));
}

TEST_CASE("bars are sorted by size and 其他 comes last in grey", "[paper][chart]")
{
    const ChartData data = categoryChart(figures(), {.decimals = 1, .dropZeros = true});
    QStringList names;
    for (const ChartBar &bar : data.bars)
        names.append(bar.label);
    CHECK(names.join(u' ') == u"住建 住房公积金 水、电、气 犬类 农村、土地和其它"_s);
    CHECK(data.bars.first().note == u"17.2%"_s);
    CHECK_FALSE(data.bars.first().muted);
    CHECK(data.bars.last().muted);
    CHECK(data.subtitle == u"单位：件 · 以4460件为基数（不含疫情） · 截至2020年3月1日0时"_s);

    SECTION("an unfolded category shows its parts below it, sorted too")
    {
        const ChartData unfolded = categoryChart(figures(), {}, {CategoryId(2)});
        CHECK(unfolded.bars[1].label == u"供热"_s);
        CHECK(unfolded.bars[1].level == 1);
        CHECK(unfolded.bars[2].label == u"物业"_s);
        CHECK(unfolded.bars[3].level == 0);
    }
    SECTION("bars beyond a number are folded into one that adds up")
    {
        const ChartData few = shortened(departmentChart(figures(), {}), 11, u"个单位"_s, {});
        REQUIRE(few.bars.size() == 11);
        CHECK(few.bars.last().label == u"其余15个单位"_s);
        CHECK(few.bars.last().total == 15 * 10 + 14 * 15 / 2);
        CHECK(few.bars.last().value == *few.bars.last().total - 15);
        CHECK(few.bars.last().muted);
    }
}

TEST_CASE("the whole row of a bar opens the figure of the bar", "[paper][chart]")
{
    const ChartData data = categoryChart(figures(), {});
    auto *chart = makeBarChart(data, ChartLook::light()).release();
    QGraphicsScene scene;
    scene.addItem(chart);
    chart->resize(600, 300);
    const QRectF plot = chart->plotArea();
    const qreal row = plot.height() / static_cast<qreal>(data.bars.size());

    std::optional<FigureKey> clicked;
    QObject::connect(ChartPointer::of(*chart), &ChartPointer::clicked, &scene,
                     [&clicked](const FigureKey &figure) { clicked = figure; });
    for (qsizetype i = 0; i < data.bars.size(); ++i) {
        const qreal y = plot.top() + (static_cast<qreal>(i) + 0.5) * row;
        for (const qreal x : {20.0, 300.0, 580.0}) {
            CHECK(figureAt(*chart, QPointF(x, y)) == data.bars[i].figure);
            clicked.reset();
            click(scene, QPointF(x, y));
            CHECK(clicked == data.bars[i].figure);
        }
    }
    CHECK_FALSE(figureAt(*chart, QPointF(300, 5)));
}

TEST_CASE("a day of the line opens its figure", "[paper][chart]")
{
    const ChartPicture picture(makeLineChart(dayChart(figures()), ChartLook::light()), QSizeF(640, 220));
    const QRectF plot = picture.chart().plotArea();
    const auto figure = picture.figureAt({plot.left() + plot.width() / 2 + 2, plot.center().y()});
    REQUIRE(figure);
    CHECK(*figure == FigureKey{.measure = Measure::AcceptedByDay, .row = 10});
}

TEST_CASE("axis steps are 1, 2 or 5 times a power of ten", "[paper][chart]")
{
    const auto [largest, wanted, step] = GENERATE(table<qint64, int, qint64>(
        {{0, 5, 1}, {3, 5, 1}, {7, 5, 2}, {25, 5, 5}, {404, 5, 100}, {1728, 5, 500}, {99'999, 4, 50'000}}));
    CHECK(niceStep(largest, wanted) == step);
}

TEST_CASE("a chart without bars says so", "[paper][chart]")
{
    const ChartPicture picture(makeBarChart({.title = u"诉求类别占比"_s}, ChartLook::paper()), QSizeF(500, 120));
    CHECK(picture.svg().contains("（本期没有数据）"));
}

TEST_CASE("what belongs together stays on one line as long as it fits", "[paper]")
{
    const TextStyle style{.pixels = 16};
    const QString name = u"四平市铁西区住房和城乡建设局"_s;
    const QString role = u"（主办）"_s;
    const auto lines = [&style](const QString &text, qreal width) {
        QStringList texts;
        const auto broken = breakLines({cell(text)}, style, width);
        for (const BrokenLine &line : broken) {
            CHECK(line.width <= width + 0.01);
            texts.append(line.line.text);
        }
        return texts;
    };
    int parted = 0;
    for (int characters = 4; characters <= 20; ++characters) {
        const qreal width = characters * style.pixels + 2;
        const QStringList plain = lines(name + role, width);
        const QStringList whole = lines(name + unbroken(role), width);
        INFO(whole.join(u'|').toStdString());
        CHECK(whole.join(QString()) == name + role); // nothing of what keeps it together is left
        CHECK(std::ranges::any_of(whole, [&role](const QString &line) { return line.contains(role); }));
        parted += std::ranges::none_of(plain, [&role](const QString &line) { return line.contains(role); }) ? 1 : 0;
    }
    CHECK(parted > 2);
    // Longer than a line, it breaks all the same, and a character of two units stays one.
    CHECK(lines(unbroken(name), 6 * style.pixels).size() > 2);
    CHECK(lines(unbroken(u"𠮷田"_s), 100) == QStringList{u"𠮷田"_s});
}

TEST_CASE("a chart is exported as vectors and as a picture", "[paper][chart]")
{
    const ChartPicture picture(makeBarChart(categoryChart(figures(), {}), ChartLook::paper()), QSizeF(600, 300));
    const QByteArray svg = picture.svg();
    CHECK(svg.contains("住房公积金"));
    CHECK(svg.contains("17.2%"));
    CHECK_FALSE(svg.contains("<image"));

    QImage image;
    REQUIRE(image.loadFromData(picture.png(192), "PNG"));
    CHECK(image.width() == 1200);
    CHECK(image.height() == 600);
    CHECK(qRound(image.dotsPerMeterX() * 0.0254) == 192);
    // Its ground reaches every corner.
    CHECK(image.pixelColor(1199, 599) == QColor(Qt::white));
}

TEST_CASE("a page holds 22 lines of 28 characters", "[paper][page]")
{
    BulletinDocument document;
    document.blocks.append(paragraph(QString(28 * 22 * 3, u'国')));
    const BulletinPages pages(document);
    CHECK(pages.count() == 4); // two characters of indent make one line more
    const QStringList lines = pages.linesOf(0);
    CHECK(lines.size() == 22);
    CHECK(lines[0].size() == 26);
    CHECK(lines[1].size() == 28);
}

TEST_CASE("no line starts or ends with a sign that may not stand there", "[paper][page]")
{
    const int shift = GENERATE(range(0, 28, 3));
    BulletinDocument document;
    document.blocks.append(paragraph(QString(shift, u'国') + sentence.repeated(12)));
    const BulletinPages pages(document);
    for (int page = 0; page < pages.count(); ++page) {
        for (const QString &line : pages.linesOf(page)) {
            INFO(line.toStdString());
            REQUIRE_FALSE(line.isEmpty());
            CHECK_FALSE(u"，。；：、！？）》”%"_s.contains(line.front()));
            CHECK_FALSE(u"（《“"_s.contains(line.back()));
        }
    }
}

TEST_CASE("a number is never broken over two lines", "[paper][page]")
{
    BulletinDocument document;
    document.blocks.append(paragraph(u"办结率99.4%受理12345件"_s.repeated(60)));
    const BulletinPages pages(document);
    static const QRegularExpression whole(u"99\\.4%|12345"_s);
    for (int page = 0; page < pages.count(); ++page) {
        for (QString line : pages.linesOf(page)) {
            const QString text = line;
            line.remove(whole);
            INFO(text.toStdString());
            CHECK_FALSE(line.contains(QRegularExpression(u"[0-9.%]"_s)));
        }
    }
}

TEST_CASE("no heading stands alone at the foot of a page", "[paper][page]")
{
    const int lines = GENERATE(range(10, 24));
    BulletinDocument document = bulletin();
    document.blocks.append(paragraph(filler(lines)));
    for (int i = 0; i < 20; ++i) {
        document.blocks.append(BulletinHeading{.level = 1, .text = u"一、反映比较突出的问题"_s});
        document.blocks.append(BulletinHeading{.level = 2, .text = u"（一）关于疫情方面"_s});
        document.blocks.append(paragraph(filler(3)));
    }
    document.blocks.append(BulletinHeading{.level = 1, .text = u"二、图表"_s});
    document.blocks.append(chartOf(BulletinChart::Kind::Categories, {}, figures(), {}));
    const BulletinPages pages(document);
    for (int page = 0; page < pages.count(); ++page) {
        const QString last = pages.linesOf(page).value(pages.linesOf(page).size() - 1);
        CHECK_FALSE(last.startsWith(u"一、"));
        CHECK_FALSE(last.startsWith(u"（一）"));
    }
    // Nor is a heading parted from its chart.
    CHECK(pages.pageOf(document.blocks.size() - 1) == pages.pageOf(document.blocks.size() - 2));
}

TEST_CASE("a table's header is printed again on every page and no row is split", "[paper][page]")
{
    BulletinDocument document = bulletin();
    BulletinTable table{.title = u"部门办理情况"_s, .header = {u"部门"_s, u"主要问题"_s, u"件数"_s}, .hasTotal = true};
    for (int i = 1; i <= 120; ++i) {
        table.rows.append(
            {cell(u"第%1单位"_s.arg(i)),
             cell(i % 4 == 0 ? u"群众反映小区内遛大型犬不拴牵引绳，多次交办未得到有效解决，居民意见较大"_s : u"供热"_s),
             {.text = QString::number(i), .figure = FigureKey{.measure = Measure::ByDepartment, .row = i}}});
    }
    table.rows.append({cell(u"合计"_s), cell({}), cell(u"7260"_s)});
    document.blocks.append(table);
    const BulletinPages pages(document);
    REQUIRE(pages.count() >= 4);
    QStringList names;
    for (int page = 0; page < pages.count(); ++page) {
        const QStringList lines = pages.linesOf(page);
        CHECK(lines.count(u"主要问题"_s) == 1);
        for (const QString &line : lines) {
            if (line.startsWith(u"第") && line.endsWith(u"单位"))
                names.append(line);
        }
        // A row's cells are all on its page.
        for (const auto &area : pages.figureAreas(page))
            CHECK(lines.contains(u"第%1单位"_s.arg(area.figure.row)));
    }
    CHECK(names.size() == 120);
    CHECK(pages.linesOf(pages.count() - 1).contains(u"合计"_s));
    CHECK(pages.linesOf(pages.count() - 1).contains(u"第120单位"_s));
}

TEST_CASE("a small table stays on one page", "[paper][page]")
{
    const int lines = GENERATE(range(1, 22, 4));
    BulletinDocument document;
    document.blocks.append(paragraph(filler(lines)));
    document.blocks.append(BulletinHeading{.level = 1, .text = u"四、承办单位"_s});
    BulletinTable table{.title = u"办理情况"_s, .header = {u"部门"_s, u"件数"_s}};
    for (int i = 1; i <= 10; ++i)
        table.rows.append({cell(u"第%1单位"_s.arg(i)), cell(QString::number(i))});
    document.blocks.append(table);
    const BulletinPages pages(document);
    const int page = *pages.pageOf(2);
    CHECK(pages.linesOf(page).contains(u"四、承办单位"_s));
    CHECK(pages.linesOf(page).contains(u"第1单位"_s));
    CHECK(pages.linesOf(page).contains(u"第10单位"_s));
}

TEST_CASE("a cell longer than a page goes on in a further row", "[paper][page]")
{
    BulletinDocument document;
    document.blocks.append(
        BulletinTable{.header = {u"单位"_s, u"内容"_s}, .rows = {{cell(u"市住建局"_s), cell(sentence.repeated(60))}}});
    const BulletinPages pages(document);
    CHECK(pages.count() >= 2);
    CHECK(pages.count() < 10);
}

TEST_CASE("a printed figure knows where it stands", "[paper][page]")
{
    BulletinDocument document = bulletin();
    const FigureKey calls{.measure = Measure::Calls};
    document.blocks.append(BulletinParagraph{
        .spans = {cell(u"共接到群众各种诉求电话"_s), {.text = u"8570"_s, .figure = calls}, cell(u"个。"_s)}});
    document.blocks.append(chartOf(BulletinChart::Kind::Categories, {}, figures(), {}));
    const BulletinPages pages(document);
    const auto areas = pages.figureAreas(0);
    REQUIRE(areas.size() == 1);
    CHECK(areas.first().block == 0);
    CHECK(pages.figureAt(0, areas.first().millimetres.center()) == calls);
    CHECK_FALSE(pages.figureAt(0, areas.first().millimetres.center() - QPointF(20, 0)));
    CHECK(areas.first().millimetres.left() > 28 + 13 * 5.5); // two of indent and eleven characters before it
    CHECK(pages.blockAt(0, areas.first().millimetres.center()) == 0);

    // The chart stands below the paragraph; its rows answer too.
    bool found = false;
    for (qreal y = areas.first().millimetres.bottom(); y < 260; y += 1)
        found = found || pages.figureAt(0, {100, y}) == FigureKey{.measure = Measure::ByCategory, .row = 2};
    CHECK(found);
}

TEST_CASE("a bulletin without anything is one empty page", "[paper][page]")
{
    const BulletinPages pages((BulletinDocument()));
    CHECK(pages.count() == 1);
    CHECK(pages.linesOf(0).isEmpty());
}

TEST_CASE("the face in use is told for every role", "[paper][fonts]")
{
    CHECK(facesInUse().size() == 5);
    for (const FaceInUse &face : facesInUse()) {
        CHECK_FALSE(face.wanted.isEmpty());
        CHECK(face == faceInUse(face.role));
    }
}

TEST_CASE("radicals in a table of characters become ideographs", "[paper][pdf]")
{
    CHECK(unifiedIdeograph(0x2F2F) == u'工');
    CHECK(unifiedIdeograph(0x2EA0) == u'民');
    CHECK(unifiedIdeograph(u'工') == 0);

    QByteArray pdf = "<2f2f> begincmap\n<0000> <2f2f> [<2f2f> <4e00> <2EA0> ]\nendcmap <2f2f>";
    const qsizetype size = pdf.size();
    repairRadicals(pdf);
    CHECK(pdf == "<2f2f> begincmap\n<0000> <2f2f> [<5de5> <4e00> <6c11> ]\nendcmap <2f2f>");
    CHECK(pdf.size() == size);
}

TEST_CASE("the PDF's text is found, its pages counted, its properties filled", "[paper][pdf]")
{
    BulletinDocument document = bulletin();
    document.blocks.append(BulletinHeading{.level = 1, .text = u"一、工作情况"_s});
    document.blocks.append(paragraph(u"人民群众反映的问题，有关部门做了大量工作，办结率99.4%。"_s));
    document.blocks.append(paragraph(sentence.repeated(20)));
    document.blocks.append(chartOf(BulletinChart::Kind::Departments, {}, figures(), {}));
    document.blocks.append(
        BulletinTable{.header = {u"部门"_s, u"工作"_s}, .rows = {{cell(u"市民政局"_s), cell(u"工业"_s)}}});
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"简报.pdf"_s);
    writePdf(document, path, false);

    SECTION("an existing file is replaced only when asked")
    {
        CHECK_THROWS_AS(writePdf(document, path, false), FileError);
        CHECK_NOTHROW(writePdf(document, path, true));
    }
    SECTION("text")
    {
        const auto text = runTool(u"pdftotext"_s, {path, u"-"_s});
        if (!text) {
            WARN("pdftotext isn't installed: the PDF's text was not read");
            return;
        }
        for (const QString &word : {u"工作"_s, u"人民群众"_s, u"办结率"_s, u"市长公开电话办理情况"_s, u"市民政局"_s,
                                    u"工业"_s, u"承办单位办结情况"_s, u"其余10个单位"_s})
            CHECK((word + (text->contains(word) ? u" found"_s : u" missing"_s)) == QString(word + u" found"_s));
        for (const QChar c : *text)
            CHECK_FALSE((c.unicode() >= 0x2E80 && c.unicode() <= 0x2FDF));
    }
    SECTION("pages and properties")
    {
        const auto info = runTool(u"pdfinfo"_s, {path});
        if (!info) {
            WARN("pdfinfo isn't installed: the PDF's properties were not read");
            return;
        }
        const QString pageCount = QString::number(BulletinPages(document).count());
        CHECK(info->contains(QRegularExpression(u"Pages: +"_s + pageCount + u"\\b"_s)));
        CHECK(info->contains(u"A4"_s));
        CHECK(info->contains(QRegularExpression(u"Author: +四平市市长公开电话办公室"_s)));
        CHECK(info->contains(QRegularExpression(u"Title: +市长公开电话办理情况第2期（总第86期） 2月份"_s)));
    }
    SECTION("nothing is a picture")
    {
        const auto images = runTool(u"pdfimages"_s, {u"-list"_s, path});
        if (images)
            CHECK(images->trimmed().count(u'\n') <= 1); // the heading of the list
    }
}

TEST_CASE("a range of pages is printed, and the page fits any target", "[paper][print]")
{
    BulletinDocument document = bulletin();
    document.blocks.append(paragraph(sentence.repeated(60)));
    const BulletinPages pages(document);
    REQUIRE(pages.count() >= 4);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"print.pdf"_s);
    {
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setPrintRange(QPrinter::PageRange);
        printer.setFromTo(2, 3);
        Progress unheard;
        CHECK(printPages(pages, printer, unheard));
    }
    CHECK(QFileInfo(path).size() > 1000);
    if (const auto info = runTool(u"pdfinfo"_s, {path}))
        CHECK(info->contains(QRegularExpression(u"Pages: +2\\b"_s)));

    // Wider than a page: in the middle, nothing outside the text's width.
    QImage image(800, 600, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        pages.paint(0, &painter, image.rect());
    }
    int dark = 0;
    for (int y = 0; y < 600; ++y) {
        CHECK(image.pixelColor(190, y) == QColor(Qt::white));
        for (int x = 0; x < 800; ++x)
            dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    CHECK(dark > 1000);
}
