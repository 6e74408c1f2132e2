// SPDX-License-Identifier: GPL-3.0-or-later
#include "FigurePages.h"

#include "bulletin/BulletinOutline.h"
#include "bulletin/BulletinPage.h"
#include "bulletin/BulletinPreview.h"
#include "bulletin/MaterialPanel.h"
#include "controls/TwoLineList.h"

#include <QAbstractButton>
#include <QFile>
#include <QScrollBar>
#include <QSpinBox>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

struct ShownPage : ShownPageOf<BulletinPage>
{
    explicit ShownPage(OpenSample &sample)
        : ShownPageOf(sample, &BulletinPage::bulletinShown,
                      [](const BulletinPage &one) { return one.document().has_value(); })
    {
    }
};

} // namespace

TEST_CASE("the bulletin of the sample office is composed and previewed", "[ui][bulletin]")
{
    OpenSample sample(u"siping-2020-02"_s);
    REQUIRE(sample.isOpen);
    ShownPage shown(sample);
    REQUIRE(shown.ready);
    CHECK(shown.page.document()->figures.calls == 8570);
    CHECK(shown.page.document()->figures.categoryBase == 4460);
    CHECK(shown.find<TwoLineList>(u"bulletin.cases"_s)->count() > 0);
    auto *preview = shown.find<BulletinPreview>(u"bulletin.preview"_s);
    CHECK(preview->verticalScrollBar()->maximum() > 0);
    REQUIRE(preview->figureCount() > 20);

    SECTION("a part of the outline scrolls to it")
    {
        auto *outline = shown.find<BulletinOutline>(u"bulletin.outline"_s);
        outline->setCurrentRow(outline->count() - 1);
        CHECK(preview->verticalScrollBar()->value() > 0);
    }
    SECTION("a number of the issue comes into the head, and the place is kept")
    {
        preview->verticalScrollBar()->setValue(300);
        QSignalSpy again(&shown.page, &BulletinPage::bulletinShown);
        shown.find<QSpinBox>(u"bulletin.issue"_s)->setValue(2);
        shown.find<QSpinBox>(u"bulletin.runningIssue"_s)->setValue(86);
        REQUIRE(again.wait(20'000));
        CHECK(shown.page.document()->issueLine == u"第2期（总第86期）");
        CHECK(preview->verticalScrollBar()->value() == 300);
    }
    SECTION("hot spots are suggested, and open their tickets")
    {
        auto *material = shown.find<MaterialPanel>(u"bulletin.material"_s);
        REQUIRE(QTest::qWaitFor([&] { return material->hotSpots().has_value(); }, 20'000));
        CHECK(material->hotSpots()->question == shown.page.document()->figures.question);
        CHECK_FALSE(material->hotSpots()->hasPrevious); // the sample office has one month alone
        auto *list = shown.find<TwoLineList>(u"bulletin.hotSpots"_s);
        CHECK_FALSE(list->isVisible());
        auto *part = shown.find<QAbstractButton>(u"bulletin.spotsPart"_s);
        // With the epidemic's tickets, which the question leaves out, there is something.
        QSignalSpy shownAgain(material, &MaterialPanel::hotSpotsShown);
        material->lookForHotSpots({.period = material->hotSpots()->question.period});
        REQUIRE(shownAgain.wait(20'000));
        const HotSpots &found = *material->hotSpots();
        REQUIRE_FALSE(found.clusters.isEmpty());
        CHECK(part->text().endsWith(QString::number(found.clusters.size())));
        QTest::mouseClick(part, Qt::LeftButton);
        REQUIRE(list->isVisible());
        REQUIRE(list->count() == found.clusters.size() + 1); // the heading
        QList<TicketFilter> filters;
        QString title;
        QObject::connect(&shown.page, &Page::ticketsRequested, &shown.page,
                         [&](const TicketFilter &filter, const QString &text) {
                             filters.append(filter);
                             title = text;
                         });
        list->setFocus();
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Return);
        REQUIRE(filters.size() == 1);
        CHECK(filters.first().among == found.clusters.first().behind);
        CHECK(title.contains(found.clusters.first().place));

        // The same question again doesn't ask again.
        QSignalSpy again(material, &MaterialPanel::hotSpotsShown);
        material->lookForHotSpots(found.question);
        CHECK_FALSE(again.wait(300));
    }
    SECTION("a figure in the text opens its tickets")
    {
        QList<TicketFilter> filters;
        QObject::connect(&shown.page, &Page::ticketsRequested, &shown.page,
                         [&](const TicketFilter &filter, const QString &) { filters.append(filter); });
        qsizetype closed = -1;
        for (qsizetype i = 0; i < preview->figureCount() && closed < 0; ++i) {
            if (preview->figure(i).measure == Measure::Closed)
                closed = i;
        }
        REQUIRE(closed >= 0);
        preview->verticalScrollBar()->setValue(qRound(preview->figureRect(closed).top()) - 100);
        QTest::mouseClick(preview->viewport(), Qt::LeftButton, {}, preview->figureRect(closed).center().toPoint());
        REQUIRE(QTest::qWaitFor([&] { return !filters.isEmpty(); }, 20'000));
        CHECK(filters.first().among->size() == 6572);
    }
}

TEST_CASE("a bulletin is saved in each of its forms", "[ui][bulletin]")
{
    const auto [format, suffix, part] = GENERATE(table<BulletinPage::Format, const char *, const char *>(
        {{BulletinPage::Format::Pdf, "pdf", "%PDF-"},
         {BulletinPage::Format::Word, "docx", "word/media/"},
         {BulletinPage::Format::Workbook, "xlsx", "xl/charts/"},
         {BulletinPage::Format::Text, "txt", "湘潭"},
         {BulletinPage::Format::Html, "html", "data:image/svg+xml"}}));
    OpenSample sample(u"xiangtan-county-2016-q3"_s);
    REQUIRE(sample.isOpen);
    ShownPage shown(sample);
    REQUIRE(shown.ready);
    QSignalSpy exported(&shown.page, &BulletinPage::exported);
    const QString path = sample.path(u"bulletin."_s + QLatin1StringView(suffix));
    shown.page.exportTo(path, format);
    REQUIRE(exported.wait(20'000));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().contains(part));
    CHECK(sample.messages.shown.isEmpty());

    sample.messages.answer = 1; // a second time it asks, and the answer is no
    shown.page.exportTo(path, format);
    CHECK(QTest::qWaitFor([&sample] { return sample.messages.asked.size() == 1; }));
    // What left the file is on record.
    CHECK(sample.records(u"export"_s).size() >= 2);
}
