// SPDX-License-Identifier: GPL-3.0-or-later
// Hot spots with the tickets behind them, and how a bulletin tells of one.
#include "bulletin/Composer.h"
#include "bulletin/DocumentReview.h"
#include "bulletin/HotSpotParagraph.h"
#include "bulletin/Merging.h"
#include "support/HotSpotOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// A county whose December brought no water to one district, and dust to one estate: against November and against last
// December, with all else as ever.
struct OutbreakOffice : HotSpotOffice
{
    OutbreakOffice()
    {
        static const QStringList matters{u"公交车到站不停"_s, u"路灯不亮"_s, u"咨询班次"_s, u"信号灯损坏"_s,
                                         u"路面坑洼"_s};
        int caller = 0;
        for (const QDate day : {december, november, lastDecember}) {
            for (int i = 0; i < 60; ++i, ++caller) {
                const QString matter = matters[i % matters.size()];
                const QString area = i % 2 ? u"铁西区"_s : u"铁东区"_s;
                put(day, u"交通"_s, area, u"%1电力%2小区"_s.arg(area).arg(caller), matter,
                    u"%1,第%2次"_s.arg(matter).arg(caller), u"1380000%1"_s.arg(caller, 4, 10, QChar(u'0')));
            }
            for (int i = 0; i < 6; ++i) {
                for (const QString &area : {u"铁东区"_s, u"铁西区"_s}) {
                    const TicketId id = put(day, u"停水"_s, area, {}, u"咨询停水原因"_s);
                    if (day == december && area == u"铁东区")
                        outage.append(id);
                }
            }
        }
        for (int i = 0; i < 24; ++i)
            outage.append(put(december, u"停水"_s, u"铁东区"_s, {}, i < 14 ? u"高层停水"_s : u"停水不提前通知"_s));
        for (int i = 1; i <= 9; ++i) {
            dust.append(put(december, u"交通"_s, u"铁西区"_s, u"铁西区新月花园%1号楼"_s.arg(i), u"新月花园工地扬尘"_s,
                            u"反映人来电反映,新月花园旁工地扬尘严重,夜间渣土车不断"_s, u"1391111000%1"_s.arg(i)));
        }
    }

    QList<TicketId> outage;
    QList<TicketId> dust;
};

QList<TicketId> sorted(QList<TicketId> ids)
{
    std::ranges::sort(ids, {}, [](TicketId id) { return id.value(); });
    return ids;
}

} // namespace

TEST_CASE_METHOD(OutbreakOffice,
                 "What grew against last month and last year, and one place's matter, have their tickets", "[hot]")
{
    const HotSpots found = find();
    CHECK(found.hasPrevious);
    CHECK(found.hasLastYear);
    REQUIRE(found.subjects.size() == 1);
    const GrowingSubject &subject = found.subjects.first();
    CHECK(subject.category == idOf(codes.categories, u"停水"_s));
    CHECK(subject.area == idOf(codes.areas, u"铁东区"_s));
    CHECK(subject.tickets == 30);
    CHECK(subject.previous->tickets == 6);
    CHECK(subject.lastYear->tickets == 6);
    CHECK(sorted(subject.behind) == sorted(outage));
    REQUIRE(found.clusters.size() == 1);
    CHECK(found.clusters.first().place == u"新月花园"_s);
    CHECK(sorted(found.clusters.first().behind) == sorted(dust));
}

TEST_CASE_METHOD(OutbreakOffice, "What grew in one of the two comparisons only is not suggested", "[hot]")
{
    putMany(30, november, u"停水"_s, u"铁东区"_s); // there was as much already last month
    CHECK(find().subjects.isEmpty());
}

TEST_CASE_METHOD(OutbreakOffice, "A hot spot is told with the bulletin's own figures, which stay linked",
                 "[hot][bulletin]")
{
    const HotSpots found = find();
    REQUIRE(found.subjects.size() == 1);
    const BulletinDocument composed = composeBulletin(
        *file, {.layout = u"siping-monthly"_s, .period = Period::month(2023, 12), .date = QDate(2024, 1, 5)});
    const FigurePrinter printer = printerOf(composed);
    const HotSpotTelling telling{.tables = codes,
                                 .figures = composed.figures,
                                 .printer = printer,
                                 .matters = usualMatters(*file, found.subjects.first().behind)};
    CHECK(telling.matters == QStringList{u"高层停水"_s, u"停水不提前通知"_s, u"停水原因"_s});
    const BulletinParagraph told = hotSpotParagraph(found.subjects.first(), telling);
    CHECK(told.text()
          == u"（一）停水问题。36件，占水、电、气问题100%。其中铁东区30件次，上期6件次，去年同期6件次。"
             "主要反映高层停水、停水不提前通知、停水原因等问题。");
    const FigureKey water{.measure = Measure::ByCategory, .row = found.subjects.first().category.value()};
    REQUIRE(told.spans.size() == 5);
    CHECK(told.spans[1] == BulletinSpan{.text = u"36"_s, .figure = water, .form = u"count"_s});
    CHECK(told.spans[3].figure == water);

    // One more ticket, and its figures are printed anew wherever the editor has put it.
    BulletinDocument edited = composed;
    edited.blocks.append(told);
    put(december, u"停水"_s, u"铁西区"_s);
    const BulletinDocument later = composeBulletin(
        *file, {.layout = u"siping-monthly"_s, .period = Period::month(2023, 12), .date = QDate(2024, 1, 5)});
    const MergedBulletin now = merged(edited, composed, later, printerOf(later));
    CHECK(std::get<BulletinParagraph>(now.document.blocks.last()).text().startsWith(u"（一）停水问题。37件，"));
    const DocumentReview review = reviewDocument(now.document, printerOf(later));
    for (const DocumentFinding &finding : review.findings) {
        INFO(finding.finding.message.toStdString());
        CHECK(finding.place.block != now.document.blocks.size() - 1);
    }

    const BulletinParagraph place =
        hotSpotParagraph(found.clusters.first(), {.tables = codes,
                                                  .figures = composed.figures,
                                                  .printer = printer,
                                                  .matters = usualMatters(*file, found.clusters.first().behind)});
    CHECK(place.text() == u"（一）新月花园交通问题。共反映9件次。主要反映新月花园工地扬尘等问题。");
}

TEST_CASE_METHOD(HotSpotOffice, "What people say of a hot spot names none of them", "[hot]")
{
    Ticket told{.number = u"T1"_s,
                .receivedAt = at("2023-12-10 09:00"),
                .channel = phoneChannel(),
                .title = u"王建国家（13800001111）停水"_s,
                .requester = u"王建国"_s};
    Transaction transaction(file->database());
    const TicketId first = TicketRepository(file->database()).insert(told);
    told.number = u"T2"_s;
    told.title = u"李秀英与王建国家停水"_s;
    told.requester = u"李秀英"_s;
    const TicketId second = TicketRepository(file->database()).insert(told);
    transaction.commit();
    const QStringList matters = usualMatters(*file, {first, second});
    REQUIRE(matters.size() == 2);
    for (const QString &matter : matters) {
        CHECK_FALSE(matter.contains(u"王建国"));
        CHECK_FALSE(matter.contains(u"李秀英"));
        CHECK_FALSE(matter.contains(u"13800001111"));
    }
}

TEST_CASE("A hot spot takes the number that comes next", "[hot]")
{
    const auto paragraph = [](const QString &text) { return BulletinParagraph{.spans = {{.text = text}}}; };
    const QList<BulletinBlock> blocks{paragraph(u"（一）停水问题。"_s), paragraph(u"（十）供热问题。"_s),
                                      paragraph(u"2月份共受理…"_s),
                                      BulletinHeading{.level = 2, .text = u"（三）其他"_s}};
    CHECK(numberBehind(blocks, 0) == 2);
    CHECK(numberBehind(blocks, 1) == 11);
    CHECK(numberBehind(blocks, 2) == 1);
    CHECK(numberBehind(blocks, 3) == 4);
    CHECK(numberBehind(blocks, -1) == 1);
    CHECK(numberBehind(blocks, 9) == 1);
}
