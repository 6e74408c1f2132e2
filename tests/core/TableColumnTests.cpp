// SPDX-License-Identifier: GPL-3.0-or-later
// How wide the columns of a printed table are.
#include "bulletin/TableColumns.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace huiyin;
using Fit = ColumnPlan::Fit;

TEST_CASE("headings are broken between words", "[columns]")
{
    const auto broken = [](const QString &heading) { return headingLines(heading).join(u'|').toStdString(); };
    CHECK(broken(u"件数"_s) == "件数");
    CHECK(broken(u"办结率"_s) == "办结率");
    CHECK(broken(u"按时办结率"_s) == "按时|办结率");
    CHECK(broken(u"平均工作日"_s) == "平均|工作日");
    CHECK(broken(u"平均等待（秒）"_s) == "平均等待|（秒）");
    CHECK(broken(u"超时未办"_s) == "超时|未办");
    CHECK(broken(u"交办总量"_s) == "交办|总量");
    CHECK(broken(u"不满意率"_s) == "不满意|率");
    CHECK(broken(u"工单编号"_s) == "工单|编号");
}

TEST_CASE("a table that has room is as wide as the text", "[columns]")
{
    const ColumnPlan plan = planColumns({{100, 100, 50}, {50, 40, 40}, {50, 50, 50}}, 400);
    CHECK(plan.fit == Fit::Whole);
    CHECK(plan.widths == QList<double>{200, 100, 100});
}

TEST_CASE("headings wrap before any cell does, those that lack least not at all", "[columns]")
{
    const ColumnPlan plan = planColumns({{100, 100, 50}, {60, 40, 40}, {45, 40, 40}}, 195);
    CHECK(plan.fit == Fit::HeadingsWrap);
    CHECK(plan.widths == QList<double>{100, 50, 45});
}

TEST_CASE("sentences get the room, numbers stay whole", "[columns]")
{
    // A name, three numbers, and the reasons of a grade.
    const ColumnPlan plan = planColumns({{90, 90, 60}, {70, 45, 45}, {70, 50, 50}, {70, 50, 50}, {900, 900, 60}}, 588);
    CHECK(plan.fit == Fit::CellsWrap);
    CHECK(plan.hasLongText);
    CHECK(plan.widths[0] == 90);
    CHECK(plan.widths[1] == 45);
    CHECK(plan.widths[2] == 50);
    CHECK(plan.widths[4] == Approx(588 - 90 - 45 - 50 - 50));
}

TEST_CASE("whatever stands in it, a table is as wide as the text and no number is broken", "[columns]")
{
    std::mt19937 random(7);
    const auto upTo = [&random](int most) { return static_cast<double>(1 + random() % static_cast<unsigned>(most)); };
    for (int i = 0; i < 2'000; ++i) {
        QList<ColumnWish> needs;
        const auto columns = static_cast<int>(upTo(14));
        for (int c = 0; c < columns; ++c) {
            const double least = upTo(60);
            const double body = least + (random() % 3 == 0 ? upTo(700) : 0);
            needs.append({.whole = body + (random() % 2 == 0 ? upTo(80) : 0), .body = body, .least = least});
        }
        const ColumnPlan plan = planColumns(needs, 588);
        REQUIRE(plan.widths.size() == columns);
        const double sum = std::accumulate(plan.widths.cbegin(), plan.widths.cend(), 0.0);
        CAPTURE(i, columns, sum, static_cast<int>(plan.fit));
        REQUIRE(sum == Approx(588));
        for (int c = 0; c < columns; ++c)
            REQUIRE(plan.widths[c] >= (plan.fit == Fit::Crowded ? 0 : needs[c].least - 1e-6));
    }
}

TEST_CASE("type gets smaller until nothing wraps, not for sentences, and wraps headings first", "[columns]")
{
    using Fits = QList<Fit>;
    const auto [fits, hasLongText, chosen] = GENERATE(table<Fits, bool, int>({
        {{Fit::Whole, Fit::Whole, Fit::Whole, Fit::Whole, Fit::Whole}, false, 0},
        {{Fit::HeadingsWrap, Fit::Whole, Fit::Whole, Fit::Whole, Fit::Whole}, false, 1},
        {{Fit::CellsWrap, Fit::HeadingsWrap, Fit::HeadingsWrap, Fit::Whole, Fit::Whole}, false, 2},
        {{Fit::CellsWrap, Fit::CellsWrap, Fit::CellsWrap, Fit::HeadingsWrap, Fit::Whole}, false, 3},
        {{Fit::CellsWrap, Fit::CellsWrap, Fit::CellsWrap, Fit::CellsWrap, Fit::CellsWrap}, false, 2},
        {{Fit::CellsWrap, Fit::CellsWrap, Fit::CellsWrap, Fit::HeadingsWrap, Fit::Whole}, true, 2},
        {{Fit::Crowded, Fit::Crowded, Fit::Crowded, Fit::Crowded, Fit::CellsWrap}, true, 4},
        {{Fit::Crowded, Fit::Crowded, Fit::Crowded, Fit::Crowded, Fit::Crowded}, false, 4},
    }));
    const auto planAt = [&fits = fits, longText = hasLongText](qsizetype i) {
        return ColumnPlan{.fit = fits[i], .hasLongText = longText};
    };
    CHECK(fittingSize(5, 2, planAt) == chosen);
}
