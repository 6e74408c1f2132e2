// SPDX-License-Identifier: GPL-3.0-or-later
#include "FigurePages.h"

#include "paper/ChartFactory.h"
#include "spreadsheet/SheetReader.h"
#include "statistics/FigureTable.h"
#include "statistics/FigureTile.h"
#include "statistics/QuestionBar.h"
#include "statistics/StatisticsPage.h"

#include <QChartView>
#include <QFile>
#include <QGraphicsSimpleTextItem>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

struct ShownPage : ShownPageOf<StatisticsPage>
{
    explicit ShownPage(OpenSample &sample)
        : ShownPageOf(sample, &StatisticsPage::figuresShown,
                      [](const StatisticsPage &one) { return one.figures().has_value(); })
    {
    }
};

// The middle of a label that a chart shows, in the view.
QPoint placeOf(const QChartView *view, const QString &label)
{
    const auto items = view->scene()->items();
    for (const QGraphicsItem *item : items) {
        const auto *text = qgraphicsitem_cast<const QGraphicsSimpleTextItem *>(item);
        if (text && text->text() == label)
            return view->mapFromScene(text->mapToScene(text->boundingRect().center()));
    }
    FAIL("the chart has no such label");
    return {};
}

} // namespace

TEST_CASE("the statistics of the sample office are those of its published bulletin", "[ui][statistics]")
{
    OpenSample sample(u"siping-2020-02"_s);
    REQUIRE(sample.isOpen);
    ShownPage shown(sample);
    REQUIRE(shown.ready);

    const Statistics &figures = *shown.page.figures();
    CHECK(figures.question.period == Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29)));
    CHECK(figures.excludedTopics == QStringList{u"疫情"_s});
    CHECK(shown.find<FigureTile>(u"statistics.callsTile"_s)->content().value == u"8,570");
    CHECK(shown.find<FigureTile>(u"statistics.acceptedTile"_s)->content().value == u"6,610");
    CHECK(shown.find<FigureTile>(u"statistics.closedTile"_s)->content().value == u"6,572");
    const auto *rate = shown.find<FigureTile>(u"statistics.closureRateTile"_s);
    CHECK(rate->content().value == u"99.4%");
    CHECK(rate->content().base == u"6572 / 6610");
    for (const QString &change : rate->content().changes)
        CHECK(change.contains(u"—"_s)); // nothing to compare with

    const FigureTableData &categories = shown.find<FigureTable>(u"statistics.categoryTable"_s)->table();
    CHECK(categories.rows.first().name == u"住建");
    CHECK(categories.rows.first().cells[0].text == u"765");
    CHECK(categories.rows.first().cells[1].text == u"17.2%");
    CHECK(categories.rows.last().name == u"农村、土地和其它");
    CHECK(categories.rows.last().cells[0].text == u"1728");
    CHECK(shown.find<FigureTable>(u"statistics.departmentTable"_s)->table().rows.size() == 25);
}

TEST_CASE("the statistics show redo, follow-up, solved and handling times, each with its tickets", "[ui][statistics]")
{
    OpenSample sample(u"siping-2020-02"_s);
    REQUIRE(sample.isOpen);
    ShownPage shown(sample);
    REQUIRE(shown.ready);
    const Statistics &figures = *shown.page.figures();
    const auto tile = [&shown](const QString &name) {
        return shown.find<FigureTile>(u"statistics."_s + name + u"Tile");
    };
    CHECK(tile(u"redoRate"_s)->content().value == percent(figures.dispatched.redoRate));
    CHECK(tile(u"followUpRate"_s)->content().base == u"519 / 519");
    CHECK(tile(u"handlingTime"_s)->content().value.startsWith(figures.handling.mean.printed()));
    CHECK(tile(u"workingTime"_s)->content().value.startsWith(figures.handling.workingMean.printed()));
    CHECK(tile(u"workingTime"_s)->toolTip().contains(u"6.5"_s));

    int opened = -1;
    int wanted = 0;
    QObject::connect(&shown.page, &Page::ticketsRequested, &shown.page, [&](const TicketFilter &filter) {
        opened = int(filter.among->size());
        ++wanted;
    });
    const auto opens = [&](const FigureKey &figure, qint64 count) {
        const int before = wanted;
        Q_EMIT shown.find<FigureTable>(u"statistics.departmentTable"_s)->figureRequested(figure);
        return QTest::qWaitFor([&] { return wanted > before; }, 20'000) && opened == count;
    };
    const DepartmentFigures &first = figures.byDepartment.first();
    const FigureTableData &table = shown.find<FigureTable>(u"statistics.departmentTable"_s)->table();
    const qsizetype satisfaction = table.columns.indexOf(u"satisfactionRate"_s);
    const qsizetype working = table.columns.indexOf(u"workingMean"_s);
    REQUIRE(satisfaction >= 0);
    REQUIRE(working >= 0);
    const auto &cells = table.rows.first().cells;
    REQUIRE(cells.size() == table.columns.size());
    REQUIRE(table.header.size() == table.columns.size() + 1);
    CHECK(cells[satisfaction].text == percent(first.followUp.satisfactionRate));
    CHECK(cells[working].text == first.handling.workingMean.printed());
    CHECK(opens(*cells[satisfaction].figure, first.followUp.satisfactionRate.numerator));
    CHECK(opens(*cells[working].figure, first.handling.workingMean.count));
}

TEST_CASE("the usual columns of the tables fit, others can be chosen and stay chosen", "[ui][statistics]")
{
    OpenSample sample(u"siping-2020-02"_s);
    REQUIRE(sample.isOpen);
    const auto shownColumns = [](FigureTable *table) { return table->shownTable().header.size() - 1; };
    qsizetype usual = 0;
    {
        ShownPage shown(sample);
        REQUIRE(shown.ready);
        for (const QString &name : {u"department"_s, u"category"_s}) {
            INFO(name.toStdString());
            shown.find<QToolButton>(u"statistics."_s + name + u"Switch")->click();
            auto *table = shown.find<FigureTable>(u"statistics."_s + name + u"Table");
            QTest::qWait(50);
            REQUIRE(table->isVisible());
            CHECK(shownColumns(table) >= 3);
            CHECK(table->header()->length() <= table->viewport()->width());
        }
        auto *table = shown.find<FigureTable>(u"statistics.departmentTable"_s);
        QMenu menu;
        table->fillColumnMenu(&menu);
        REQUIRE(menu.actions().size() == table->table().columns.size() + 2); // a line and the usual ones
        QAction *redone = menu.actions()[table->table().columns.indexOf(u"redone"_s)];
        CHECK_FALSE(redone->isChecked());
        CHECK_FALSE(menu.actions().last()->isEnabled()); // these are the usual ones
        usual = shownColumns(table);
        redone->trigger();
        CHECK(shownColumns(table) == usual + 1);
        CHECK(toTsv(table->shownTable()).section(u'\n', 0, 0).count(u'\t') == shownColumns(table));
    }
    ShownPage again(sample);
    REQUIRE(again.ready);
    again.find<QToolButton>(u"statistics.departmentSwitch"_s)->click();
    QTest::qWait(50);
    auto *table = again.find<FigureTable>(u"statistics.departmentTable"_s);
    CHECK(shownColumns(table) == usual + 1);
    QMenu menu;
    table->fillColumnMenu(&menu);
    menu.actions().last()->trigger();
    CHECK(shownColumns(table) == usual);
    again.page.resize(2400, 900); // room for all of them
    QTest::qWait(50);
    CHECK(shownColumns(table) == table->table().usualColumns.size());
}

TEST_CASE("a figure opens as many tickets as it says", "[ui][statistics]")
{
    OpenSample sample(u"siping-2020-02"_s);
    REQUIRE(sample.isOpen);
    ShownPage shown(sample);
    REQUIRE(shown.ready);
    TicketFilter filter;
    QString title;
    int count = 0;
    QObject::connect(&shown.page, &Page::ticketsRequested, &shown.page, [&](const TicketFilter &f, const QString &t) {
        filter = f;
        title = t;
        ++count;
    });
    const auto arrived = [&](int wanted) { return QTest::qWaitFor([&] { return count == wanted; }, 20'000); };

    SECTION("a bar")
    {
        auto *view = shown.find<QChartView>(u"statistics.categoryChart"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, placeOf(view, u"住建"_s));
        REQUIRE(arrived(1));
        CHECK(filter.among->size() == 765);
        CHECK(title.contains(u"住建"_s));
        CHECK(title.contains(u"765"_s));
    }
    SECTION("a tile, with the keyboard")
    {
        QTest::keyClick(shown.find<FigureTile>(u"statistics.closedTile"_s), Qt::Key_Return);
        REQUIRE(arrived(1));
        CHECK(filter.among->size() == 6572);
    }
    SECTION("a row of a table, with the keyboard")
    {
        shown.find<QToolButton>(u"statistics.departmentSwitch"_s)->click();
        auto *table = shown.find<FigureTable>(u"statistics.departmentTable"_s);
        REQUIRE(table->isVisible());
        QTest::keyClick(table, Qt::Key_Return);
        REQUIRE(arrived(1));
        CHECK(filter.among->size() == 133);
    }
    SECTION("the newest of two wishes")
    {
        QTest::mouseClick(shown.find<FigureTile>(u"statistics.acceptedTile"_s), Qt::LeftButton);
        QTest::mouseClick(shown.find<FigureTile>(u"statistics.closureRateTile"_s), Qt::LeftButton);
        REQUIRE(arrived(1));
        QTest::qWait(300);
        CHECK(count == 1);
        CHECK(filter.among->size() == 6572);
    }
}

TEST_CASE("no text of a chart is cut on the statistics page", "[ui][statistics]")
{
    const QString name = GENERATE(u"siping-2020-02"_s, u"xiangtan-county-2016-q3"_s);
    OpenSample sample(name);
    REQUIRE(sample.isOpen);
    ShownPage shown(sample);
    REQUIRE(shown.ready);
    const auto views = shown.page.findChildren<QChartView *>();
    REQUIRE(views.size() == 6);
    for (const int width : {1218, 900, 660}) {
        shown.page.resize(width, 660);
        QTest::qWait(50);
        for (const QChartView *view : views) {
            INFO(view->objectName().toStdString() << " at " << width);
            if (view->isVisible())
                CHECK_FALSE(hasCutText(*view->chart()));
        }
    }
}

TEST_CASE("saving the statistics never replaces a file unasked", "[ui][statistics]")
{
    OpenSample sample(u"xiangtan-county-2016-q3"_s);
    REQUIRE(sample.isOpen);
    ShownPage shown(sample);
    REQUIRE(shown.ready);
    QSignalSpy exported(&shown.page, &StatisticsPage::exported);
    const QString path = sample.path(u"figures.pdf"_s);

    shown.page.exportTo(path, StatisticsPage::Format::Pdf);
    REQUIRE(exported.wait(20'000));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
    file.close();

    const QByteArray mine = "mine";
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(mine);
    file.close();
    sample.messages.answer = 1; // keep it
    shown.page.exportTo(path, StatisticsPage::Format::Pdf);
    CHECK(sample.messages.asked.size() == 1);
    QTest::qWait(200);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == mine);
    file.close();

    sample.messages.answer = 0; // replace it
    shown.page.exportTo(path, StatisticsPage::Format::Pdf);
    REQUIRE(exported.wait(20'000));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
    CHECK(sample.messages.shown.isEmpty());
}

TEST_CASE("the pictures and the table of the statistics are written", "[ui][statistics]")
{
    const auto [format, suffix, start] = GENERATE(table<StatisticsPage::Format, const char *, const char *>(
        {{StatisticsPage::Format::Png, "png", "\x89PNG"},
         {StatisticsPage::Format::Svg, "svg", "<?xml"},
         {StatisticsPage::Format::Csv, "csv", "\xEF\xBB\xBF\"section\""},
         {StatisticsPage::Format::Xlsx, "xlsx", "PK"}}));
    OpenSample sample(u"xiangtan-county-2016-q3"_s);
    REQUIRE(sample.isOpen);
    ShownPage shown(sample);
    REQUIRE(shown.ready);
    QSignalSpy exported(&shown.page, &StatisticsPage::exported);
    const QString path = sample.path(u"figures."_s + QLatin1StringView(suffix));
    shown.page.exportTo(path, format);
    REQUIRE(exported.wait(20'000));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().startsWith(start));
    if (format != StatisticsPage::Format::Xlsx)
        return;
    Workbook workbook(path);
    int counts = 0;
    for (qsizetype i = 0; i < workbook.sheets().size(); ++i) {
        SheetReader reader(workbook, i);
        while (reader.next()) {
            for (int column = 0; column < reader.cellCount(); ++column)
                counts += reader.cell(column).kind == SheetCell::Kind::Number ? 1 : 0;
        }
    }
    CHECK(workbook.sheetOf(u"承办单位"_s));
    CHECK(counts > 100); // to count with
}
