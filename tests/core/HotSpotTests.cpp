// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Random.h"
#include "statistics/HotSpots.h"
#include "statistics/Significance.h"
#include "storage/StorageError.h"
#include "support/GeneratedOffice.h"
#include "support/HotSpotOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

TEST_CASE("The binomial tail is exact")
{
    CHECK(binomialTail(0, 10, 0.3) == 1);
    CHECK(binomialTail(11, 10, 0.3) == 0);
    CHECK(binomialTail(10, 10, 0.5) == Approx(1.0 / 1024));
    CHECK(binomialTail(5, 10, 0.5) == Approx(0.623046875));
    CHECK(binomialTail(1, 10, 0.1) == Approx(1 - std::pow(0.9, 10)));
    CHECK(binomialTail(3, 3, 0) == 0);
    CHECK(binomialTail(3, 3, 1) == 1);
    // Against the sum, term by term.
    for (const double probability : {0.05, 0.37, 0.5, 0.93}) {
        double tail = 0;
        for (qint64 k = 60; k >= 0; --k) {
            tail += std::exp(std::lgamma(61) - std::lgamma(static_cast<double>(k + 1))
                             - std::lgamma(static_cast<double>(61 - k)) + static_cast<double>(k) * std::log(probability)
                             + static_cast<double>(60 - k) * std::log1p(-probability));
            CHECK(binomialTail(k, 60, probability) == Approx(std::min(tail, 1.0)).epsilon(1e-9));
        }
    }
    // Far out and very many.
    CHECK(binomialTail(600, 1000, 0.5) == Approx(1.364e-10).epsilon(0.001));
    CHECK(binomialTail(500'000, 1'000'000, 0.5) == Approx(0.5).epsilon(0.001));
    CHECK(binomialTail(4760, 6807, 0.49) < 1e-100);
}

TEST_CASE("Of many tests only so many are called significant as the false discovery rate allows")
{
    // The example of Benjamini and Hochberg (1995), section 3.
    const std::vector<double> published{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                        0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000};
    CHECK(falseDiscoveryLimit(published, 15, 0.05) == 0.0095);
    CHECK(falseDiscoveryLimit({}, 0, 0.05) == 0);
    CHECK(falseDiscoveryLimit({0.2, 0.9}, 2, 0.05) == 0);
    CHECK(falseDiscoveryLimit({0.04}, 1, 0.05) == 0.04);
    CHECK(falseDiscoveryLimit({0.04}, 2, 0.05) == 0);
}

TEST_CASE_METHOD(HotSpotOffice, "A subject that grew in an area is found once, where it grew", "[hot]")
{
    for (const QDate day : {december, november, lastDecember}) {
        putMany(40, day, u"交通"_s, u"铁西区"_s);
        putMany(10, day, u"停水"_s, u"铁西区"_s);
        putMany(10, day, u"停水"_s, u"铁东区"_s);
    }
    CHECK(find().subjects.isEmpty());
    CHECK(find().hasPrevious);

    putMany(25, december, u"停水"_s, u"铁东区"_s);
    const HotSpots found = find();
    REQUIRE(found.subjects.size() == 1);
    const GrowingSubject &subject = found.subjects.first();
    CHECK(subject.category == idOf(codes.categories, u"停水"_s));
    CHECK(subject.area == idOf(codes.areas, u"铁东区"_s));
    CHECK(subject.tickets == 35);
    CHECK(subject.behind.size() == 35);
    CHECK(subject.previous->tickets == 10);
    CHECK(subject.previous->expected == Approx(10 * 85.0 / 60));
    CHECK(subject.lastYear->tickets == 10);
    CHECK(subject.probability == std::max(subject.previous->probability, subject.lastYear->probability));
    CHECK(subject.probability < 0.01);
    CHECK(found.subjectsTested >= 5);
    for (const TicketId id : subject.behind) {
        const auto ticket = TicketRepository(file->database()).byId(id);
        CHECK(ticket->category == subject.category);
        CHECK(ticket->area == subject.area);
        CHECK(file->zone().day(ticket->receivedAt).month() == 12);
    }
}

TEST_CASE_METHOD(HotSpotOffice, "What grew as everything grew, or as every winter, is not news", "[hot]")
{
    SECTION("three times as many of all")
    {
        for (const QDate day : {november, lastDecember}) {
            putMany(30, day, u"交通"_s, u"铁西区"_s);
            putMany(15, day, u"停水"_s, u"铁东区"_s);
        }
        putMany(90, december, u"交通"_s, u"铁西区"_s);
        putMany(45, december, u"停水"_s, u"铁东区"_s);
    }
    SECTION("as last December")
    {
        putMany(60, november, u"交通"_s, u"铁西区"_s);
        putMany(2, november, u"停水"_s, u"铁东区"_s);
        for (const QDate day : {december, lastDecember}) {
            putMany(60, day, u"交通"_s, u"铁西区"_s);
            putMany(40, day, u"停水"_s, u"铁东区"_s);
        }
    }
    SECTION("four tickets are too few")
    {
        for (const QDate day : {december, november, lastDecember})
            putMany(200, day, u"交通"_s, u"铁西区"_s);
        putMany(4, december, u"停水"_s, u"铁东区"_s);
    }
    CHECK(find().subjects.isEmpty());
}

TEST_CASE_METHOD(HotSpotOffice, "Merged tickets count, drafts, void ones and boards beside the total don't", "[hot]")
{
    for (const QDate day : {december, november}) {
        putMany(60, day, u"交通"_s, u"铁西区"_s);
        putMany(3, day, u"停水"_s, u"铁东区"_s);
    }
    const TicketId root = put(december, u"停水"_s, u"铁东区"_s);
    Database &database = file->database();
    const auto change = [&database](TicketId id, const QString &set) {
        database.exec(u"UPDATE ticket SET "_s + set + u" WHERE id = ?"_s, id);
    };
    SECTION("merged")
    {
        for (int i = 0; i < 20; ++i) {
            change(put(december, u"停水"_s, u"铁东区"_s),
                   u"state = 'closed', resolution = 'merged', closed_at = received_at, merged_into = %1"_s.arg(
                       root.value()));
        }
        const HotSpots found = find();
        REQUIRE(found.subjects.size() == 1);
        CHECK(found.subjects.first().tickets == 24);
        CHECK_FALSE(found.subjects.first().lastYear); // the office was not there yet
    }
    SECTION("void and drafts")
    {
        for (int i = 0; i < 10; ++i) {
            change(put(december, u"停水"_s, u"铁东区"_s),
                   u"state = 'void', resolution = 'void', closed_at = received_at"_s);
            change(put(december, u"停水"_s, u"铁东区"_s), u"state = 'draft', number = NULL"_s);
        }
        CHECK(find().subjects.isEmpty());
    }
    SECTION("beside the total")
    {
        REQUIRE(book->saveChannel({.name = u"转办平台"_s, .inTotal = false}));
        codes = tables();
        for (int i = 0; i < 20; ++i)
            put(december, u"停水"_s, u"铁东区"_s, {}, u"事项"_s, {}, {}, u"转办平台"_s);
        CHECK(find().subjects.isEmpty());
    }
}

TEST_CASE_METHOD(HotSpotOffice, "Growth everywhere is told once, for everywhere", "[hot]")
{
    for (const QDate day : {december, november}) {
        putMany(100, day, u"交通"_s, u"铁西区"_s);
        putMany(100, day, u"交通"_s, u"铁东区"_s);
        putMany(8, day, u"停水"_s, u"铁东区"_s);
        putMany(8, day, u"停水"_s, u"铁西区"_s);
    }
    putMany(20, december, u"停水"_s, u"铁东区"_s);
    putMany(20, december, u"停水"_s, u"铁西区"_s);
    const HotSpots found = find();
    REQUIRE(found.subjects.size() == 1);
    CHECK_FALSE(found.subjects.first().area);
    CHECK(found.subjects.first().tickets == 56);
}

TEST_CASE_METHOD(HotSpotOffice, "One matter at one place that several tell of is a cluster", "[hot]")
{
    // What else goes on: everywhere another matter.
    static const QStringList matters{u"公交车到站不停"_s, u"路灯不亮"_s, u"垃圾清运不及时"_s, u"咨询公积金提取"_s,
                                     u"噪声影响休息"_s};
    for (int i = 0; i < 430; ++i) {
        const QString matter = matters[i % matters.size()];
        put(i < 400 ? november : december, u"交通"_s, u"铁西区"_s, u"铁西区电力%1小区"_s.arg(i), matter,
            u"反映人来电反映,%1,第%2次"_s.arg(matter).arg(i), u"1380000%1"_s.arg(i, 4, 10, QChar(u'0')));
    }
    const auto outage = [this](QDate day, int building, const QString &phone) {
        return put(day, u"停水"_s, u"铁东区"_s, u"铁东区阳光花园%1号楼2单元"_s.arg(building), u"阳光花园整个小区停水"_s,
                   u"反映人来电反映,阳光花园二次供水泵房故障,%1号楼停水"_s.arg(building), phone);
    };
    QList<TicketId> told;
    SECTION("five callers")
    {
        for (int i = 1; i <= 5; ++i)
            told.prepend(outage(december, i, u"1390000000%1"_s.arg(i)));
        const HotSpots found = find();
        REQUIRE(found.clusters.size() == 1);
        const MatterCluster &cluster = found.clusters.first();
        CHECK(cluster.place == u"阳光花园"_s);
        CHECK(cluster.area == idOf(codes.areas, u"铁东区"_s));
        CHECK(cluster.category == idOf(codes.categories, u"停水"_s));
        CHECK(cluster.title == u"阳光花园整个小区停水"_s);
        CHECK(cluster.tickets == 5);
        CHECK(cluster.numbers == 5);
        CHECK(cluster.isCompared);
        CHECK(cluster.yearBefore == 0);
        CHECK(cluster.probability == Approx(std::pow(35.0 / 435, 5)));
        CHECK(cluster.behind == told);
    }
    SECTION("one caller who doesn't give up is none")
    {
        for (int i = 1; i <= 6; ++i)
            outage(december, i, u"13900000001"_s);
        CHECK(find().clusters.isEmpty());
    }
    SECTION("three are too few")
    {
        for (int i = 1; i <= 3; ++i)
            outage(december, i, u"1390000000%1"_s.arg(i));
        CHECK(find().clusters.isEmpty());
    }
    SECTION("a place that tells of it every month is no news")
    {
        for (int i = 1; i <= 5; ++i) {
            outage(december, i, u"1390000000%1"_s.arg(i));
            outage(november, i, u"1390000001%1"_s.arg(i));
            outage(QDate(2023, 6, 1), i, u"1390000002%1"_s.arg(i));
            outage(QDate(2023, 8, 1), i, u"1390000003%1"_s.arg(i));
        }
        CHECK(find().clusters.isEmpty());
        CHECK(find(Period::month(2023, 6)).clusters.size() == 1);
    }
    SECTION("different matters at one place are none")
    {
        for (int i = 0; i < 5; ++i)
            put(december, u"交通"_s, u"铁东区"_s, u"铁东区阳光花园%1号楼"_s.arg(i), matters[i], matters[i],
                u"1390000000%1"_s.arg(i));
        CHECK(find().clusters.isEmpty());
    }
}

TEST_CASE_METHOD(HotSpotOffice, "A stray ticket of former times is no time to compare with", "[hot]")
{
    putMany(60, december, u"交通"_s, u"铁西区"_s);
    for (int i = 1; i <= 6; ++i) {
        put(december, u"停水"_s, u"铁东区"_s, u"阳光花园%1号楼"_s.arg(i), u"二次供水泵房故障停水"_s, u"泵房故障停水"_s,
            u"1390000000%1"_s.arg(i));
    }
    putMany(1, november, u"交通"_s, u"铁西区"_s);
    putMany(2, lastDecember, u"停水"_s, u"铁东区"_s);
    const HotSpots found = find();
    CHECK_FALSE(found.hasPrevious);
    CHECK_FALSE(found.hasLastYear);
    CHECK_FALSE(found.hasYearBefore);
    REQUIRE(found.clusters.size() == 1);
    CHECK_FALSE(found.clusters.first().isCompared);
}

TEST_CASE_METHOD(HotSpotOffice, "An estate of the same name in another district is another place", "[hot]")
{
    const auto outage = [this](QDate day, const QString &area, int number) {
        put(day, u"停水"_s, area, area + u"幸福小区%1号楼"_s.arg(number), u"幸福小区停水"_s, u"二次供水泵房故障停水"_s,
            u"139000000%1"_s.arg(number, 2, 10, QChar(u'0')));
    };
    for (int i = 0; i < 300; ++i)
        put(november, u"交通"_s, u"铁西区"_s, u"铁西区电力%1小区"_s.arg(i), u"公交车第%1路"_s.arg(i * 37), u"等车"_s);
    for (int i = 1; i <= 30; ++i)
        outage(QDate(2023, 7, 1), u"铁西区"_s, i);
    for (int i = 1; i <= 6; ++i)
        outage(december, u"铁东区"_s, i);
    const HotSpots found = find();
    REQUIRE(found.clusters.size() == 1);
    CHECK(found.clusters.first().area == idOf(codes.areas, u"铁东区"_s));
    CHECK(found.clusters.first().yearBefore == 0);
    CHECK(found.clusters.first().isCompared);
}

TEST_CASE_METHOD(HotSpotOffice, "With nothing to compare with it says so, and shows what is many", "[hot]")
{
    CHECK(find().subjects.isEmpty());
    CHECK_FALSE(find().hasPrevious);
    for (int i = 1; i <= 6; ++i)
        put(december, u"停水"_s, u"铁东区"_s, u"阳光花园%1号楼"_s.arg(i), u"二次供水泵房故障停水"_s, u"泵房故障停水"_s,
            u"1390000000%1"_s.arg(i));
    for (int i = 0; i < 20; ++i)
        put(december, u"交通"_s, u"铁西区"_s, u"电力小区"_s, u"公交车第%1路不进站"_s.arg(i * 37),
            u"等车%1分钟"_s.arg(i * 13));
    const HotSpots found = find();
    CHECK_FALSE(found.hasPrevious);
    CHECK(found.subjects.isEmpty());
    REQUIRE_FALSE(found.clusters.isEmpty());
    const auto outage = std::ranges::find(found.clusters, u"阳光花园"_s, &MatterCluster::place);
    REQUIRE(outage != found.clusters.end());
    CHECK(outage->tickets == 6);
    CHECK_FALSE(outage->isCompared);
}

TEST_CASE("Where nothing has changed next to nothing is called a hot spot", "[hot]")
{
    // Ten offices whose tickets fall on categories and areas by the same chances in all three periods.
    int called = 0;
    for (quint64 seed = 1; seed <= 10; ++seed) {
        HotSpotOffice office;
        Random random(seed);
        const QStringList categories{u"水、电、气"_s, u"停水"_s, u"交通"_s};
        const QStringList areas{u"铁东区"_s, u"铁西区"_s};
        for (const QDate day : {december, november, lastDecember}) {
            for (int i = 0; i < 150; ++i)
                office.put(day, random.pick(categories), random.pick(areas));
        }
        called += office.find().subjects.isEmpty() ? 0 : 1;
    }
    CHECK(called <= 1);
}

TEST_CASE("An outbreak of a generated office is found, and its tickets are those of the filter", "[hot]")
{
    GeneratedOffice office({.tickets = 20'000, .years = 2, .seed = 3});
    const CodeTables tables = CodeTableRepository(office.database()).load();
    int clusters = 0;
    for (int month = 1; month <= 12; ++month) {
        const HotSpots found = findHotSpots(*office.file, {.period = Period::month(2023, month)}, tables);
        for (const GrowingSubject &subject : found.subjects) {
            const qint64 listed =
                TicketRepository(office.database())
                    .count({.receivedFrom = office.file->zone().toUtcTime(QDate(2023, month, 1)),
                            .receivedBefore = office.file->zone().toUtcTime(QDate(2023, month, 1).addMonths(1)),
                            .category = subject.category,
                            .area = subject.area});
            CHECK(subject.tickets == subject.behind.size());
            CHECK(subject.tickets <= listed);
        }
        for (const MatterCluster &cluster : found.clusters) {
            CHECK(cluster.behind.size() == cluster.tickets);
            CHECK(cluster.numbers >= HotSpots::leastNumbers);
        }
        clusters += static_cast<int>(found.clusters.size());
    }
    CHECK(clusters > 0);

    struct Stopped : Progress
    {
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    CHECK_THROWS_AS(findHotSpots(*office.file, {.period = Period::month(2023, 3)}, tables, Stopped()), StorageError);
}
