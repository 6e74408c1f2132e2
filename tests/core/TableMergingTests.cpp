// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor has written in a table stays with what its row tells of, whatever becomes of the rows.
#include "bulletin/BulletinJson.h"
#include "bulletin/Merging.h"
#include "support/Pressroom.h"

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

BulletinTable &tableOf(BulletinDocument &document)
{
    return std::get<BulletinTable>(document.blocks.first());
}

QStringList rowsOf(BulletinDocument document)
{
    QStringList rows;
    for (const auto &row : tableOf(document).rows) {
        QStringList cells;
        for (const BulletinSpan &cell : row)
            cells.append(cell.text);
        rows.append(cells.join(u'|'));
    }
    return rows;
}

// As a draft has it: what is kept is read again.
BulletinDocument kept(const BulletinDocument &document)
{
    return *bulletinFromJson(toJson(document));
}

MergedBulletin mergedWith(const BulletinDocument &edited, const BulletinDocument &before, const BulletinDocument &now)
{
    return merged(kept(edited), kept(before), now, printerOf(now));
}

void overtype(BulletinSpan &cell, const QString &text)
{
    cell.text = text;
    cell.overtyped = true;
}

} // namespace

TEST_CASE("tables side by side keep what was written in each of them", "[bulletin][draft]")
{
    Pressroom office;
    const auto &types = office.tables().requestTypes;
    REQUIRE(types.size() >= 4);
    const auto add = [&](qsizetype type, int count) {
        for (int i = 0; i < count; ++i)
            office.ticket({.requestType = types[type].id});
    };
    add(0, 4);
    add(1, 3);
    add(2, 2);
    add(3, 1);
    const QByteArray layout = R"({"title": "x", "sections": [{"table": "beside", "title": "来源与类型", "total": true,
        "tables": [{"table": "channels", "total": true, "columns": [{"title": "来源", "value": "{name}"},
                                                                    {"title": "件数", "value": "{received}"}]},
                   {"table": "types", "by": "count", "total": true,
                    "columns": [{"title": "类型", "value": "{name}"}, {"title": "件数", "value": "{count}"}]}]}]})";
    const BulletinDocument before = office.compose(layout);
    BulletinDocument edited = before;
    REQUIRE(tableOf(edited).rows.size() == 5);
    tableOf(edited).rows[0][0].text = u"热线"_s; // its one channel
    overtype(tableOf(edited).rows[2][3], u"约2"_s);
    const QString third = tableOf(edited).rows[2][2].text;

    SECTION("while nothing has changed the table stands as it was written")
    {
        const auto result = mergedWith(edited, before, before);
        CHECK(rowsOf(result.document) == rowsOf(edited));
        CHECK(result.diverged.isEmpty());
    }
    SECTION("what stands in another order now takes its own along")
    {
        add(2, 5);
        const BulletinDocument now = office.compose(layout);
        const auto result = mergedWith(edited, before, now);
        QStringList expected = rowsOf(now);
        CHECK(expected[0].endsWith(third + u"|7"_s));
        expected[0] = u"热线|15|%1|约2"_s.arg(third);
        CHECK(rowsOf(result.document) == expected);
        CHECK(result.diverged.isEmpty());
    }
}

TEST_CASE("a table whose first column is no name is merged by what its rows tell of", "[bulletin][draft]")
{
    Pressroom office;
    const DepartmentId first = office.entry(Department{.name = u"甲局"_s});
    const DepartmentId second = office.entry(Department{.name = u"乙局"_s});
    office.dispatched(first, 3, 0, 0);
    office.dispatched(second, 2, 0, 0);
    const QByteArray layout = R"({"title": "x", "sections": [{"table": "departments", "by": "dispatched",
        "columns": [{"title": "序号", "value": "{n}"}, {"title": "单位", "value": "{name}"},
                    {"title": "件数", "value": "{dispatched}"}, {"title": "备注", "value": "—"}]}]})";
    const BulletinDocument before = office.compose(layout);
    BulletinDocument edited = before;
    tableOf(edited).rows[0][1].text = u"甲局（含分局）"_s;
    tableOf(edited).rows[0][3].text = u"已约谈"_s;

    office.dispatched(second, 5, 0, 0);
    const BulletinDocument now = office.compose(layout);
    const QStringList expected{u"1|乙局|7|—"_s, u"2|甲局（含分局）|3|已约谈"_s};
    const auto result = mergedWith(edited, before, now);
    CHECK(rowsOf(result.document) == expected);
    CHECK(result.diverged.isEmpty());

    SECTION("in a draft that was kept before rows had keys, at least each row is found once")
    {
        BulletinDocument old = before;
        tableOf(old).cellKeys.clear();
        BulletinDocument oldEdited = old;
        tableOf(oldEdited).rows[1][3].text = u"已约谈"_s;
        CHECK(rowsOf(mergedWith(oldEdited, old, before).document)
              == QStringList{u"1|甲局|3|—"_s, u"2|乙局|2|已约谈"_s});
    }
}

TEST_CASE("rows of the same name below several categories keep what was written in each", "[bulletin][draft]")
{
    Pressroom office;
    const CategoryId roads = office.entry(Category{.name = u"道路"_s});
    const CategoryId water = office.entry(Category{.name = u"供水"_s});
    const CategoryId roadsOther = office.entry(Category{.parent = roads, .name = u"其他"_s});
    const CategoryId waterOther = office.entry(Category{.parent = water, .name = u"其他"_s});
    office.ofCategory(roadsOther, 3);
    office.ofCategory(waterOther, 2);
    const QByteArray layout = R"({"title": "x", "sections": [{"table": "categories", "by": "count", "children": true,
        "columns": [{"title": "类别", "value": "{name}"}, {"title": "件数", "value": "{count}"}]}]})";
    const BulletinDocument before = office.compose(layout);
    REQUIRE(rowsOf(before) == QStringList{u"道路|3"_s, u"其中：其他|3"_s, u"供水|2"_s, u"其中：其他|2"_s});
    BulletinDocument edited = before;
    overtype(tableOf(edited).rows[1][1], u"三"_s);
    overtype(tableOf(edited).rows[3][1], u"二"_s);
    office.ofCategory(waterOther, 9);
    const auto result = mergedWith(edited, before, office.compose(layout));
    CHECK(rowsOf(result.document) == QStringList{u"供水|11"_s, u"其中：其他|二"_s, u"道路|3"_s, u"其中：其他|三"_s});
}

TEST_CASE("what was written in a row that is not printed any more is told", "[bulletin][draft]")
{
    Pressroom office;
    const CategoryId roads = office.category(u"道路"_s, 3);
    (void)office.category(u"供水"_s, 2);
    const QByteArray layout = R"({"title": "x", "sections": [{"table": "categories", "by": "count", "limit": 1,
        "columns": [{"title": "类别", "value": "{name}"}, {"title": "件数", "value": "{count}"}]}]})";
    const BulletinDocument before = office.compose(layout);
    BulletinDocument edited = before;
    overtype(tableOf(edited).rows[0][1], u"三"_s);
    (void)roads;
    (void)office.category(u"路灯"_s, 7);
    const auto result = mergedWith(edited, before, office.compose(layout));
    CHECK(rowsOf(result.document) == QStringList{u"路灯|7"_s});
    CHECK(result.diverged == QStringList{tableOf(edited).origin});

    SECTION("and where its table was not printed for once, what was typed over a figure comes back with it")
    {
        BulletinDocument none = before;
        none.blocks.clear();
        const auto back = mergedWith(edited, none, before);
        CHECK(rowsOf(back.document) == QStringList{u"道路|三"_s});
        CHECK(back.diverged == QStringList{tableOf(edited).origin});
    }
}
