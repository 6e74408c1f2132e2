// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Ratio.h"
#include "support/Print.h"

using namespace Qt::StringLiterals;
using namespace huiyin;

TEST_CASE("percentages of published bulletins come out as they were printed", "[ratio]")
{
    struct Printed
    {
        qint64 numerator;
        qint64 denominator;
        PercentStyle style;
        const char16_t *text;
    };
    const auto row = GENERATE(values<Printed>({
        {6572, 6610, {}, u"99.4%"},
        {43365, 43739, {}, u"99.1%"},
        {8736, 43739, {}, u"20.0%"},
        {1549, 8736, {}, u"17.7%"},
        {269, 4460, {.decimals = 1, .dropZeros = true}, u"6%"},
        {269, 4460, {}, u"6.0%"},
        {134, 144, {.decimals = 0}, u"93%"},
        {1, 3, {.decimals = 2}, u"33.33%"},
        {1, 8, {.decimals = 2}, u"12.50%"},
        {1, 8, {.decimals = 2, .dropZeros = true}, u"12.5%"},
        {1, 1, {.decimals = 1, .dropZeros = true}, u"100%"},
        {10, 100, {.decimals = 0, .dropZeros = true}, u"10%"},
        {0, 5, {}, u"0.0%"},
        {0, 0, {}, u"—"},
        {5, 0, {}, u"—"},
    }));
    CHECK(percent({row.numerator, row.denominator}, row.style) == QString::fromUtf16(row.text));
}

TEST_CASE("halves are rounded up, exactly", "[ratio]")
{
    CHECK(percent({5, 10'000}) == u"0.1%"_s); // 0.05
    CHECK(percent({49'999, 100'000'000}) == u"0.0%"_s);
    CHECK(percent({1005, 100'000}, {.decimals = 2}) == u"1.01%"_s); // 1.005, which binary fractions get wrong
    CHECK(percent({2'069'600, 2'069'600}) == u"100.0%"_s);
    CHECK(quotient(2'069'600, 10'000, 2) == u"206.96"_s);
    CHECK(quotient(97'632, 86'400, 2) == u"1.13"_s);
    CHECK(quotient(1, 2, 0) == u"1"_s);
}

TEST_CASE("changes carry their sign, and nothing changes by minus zero", "[ratio]")
{
    CHECK(signedPercent({8, 100}) == u"+8.0%"_s);
    CHECK(signedPercent({-8, 100}) == u"-8.0%"_s);
    CHECK(signedPercent({0, 100}) == u"0.0%"_s);
    CHECK(signedPercent({-1, 100'000}) == u"0.0%"_s);
    CHECK(signedPercent({1, 100'000}) == u"0.0%"_s);
    CHECK(signedPercent({5, 0}) == u"—"_s);
    CHECK(points({994, 1000}, {992, 1000}) == u"+0.2"_s);
    CHECK(points({992, 1000}, {994, 1000}) == u"-0.2"_s);
    CHECK(points({1, 2}, {1, 2}) == u"0.0"_s);
    CHECK(points({1, 2}, {0, 0}) == u"—"_s);
    // between the exact rates, not between the printed ones: 66.67 − 33.33 = 33.3
    CHECK(points({2, 3}, {1, 3}) == u"+33.3"_s);
}
