// SPDX-License-Identifier: GPL-3.0-or-later
// What a layout can ask for: how a block's figures are printed, which rows it names, its own rates, its tables.
#include "bulletin/BlockStyle.h"
#include "bulletin/Wording.h"
#include "support/Pressroom.h"
#include "support/Print.h"

#include <numeric>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

QList<qint64> balanced(const QList<qint64> &counts, qint64 base, Balance balance, int decimals,
                       Rounding rounding = Rounding::HalfUp)
{
    QList<Ratio> shares;
    for (const qint64 count : counts)
        shares.append({.numerator = count, .denominator = base});
    return balancedUnits(shares, {.percent = {.decimals = decimals, .rounding = rounding}, .balance = balance});
}

} // namespace

TEST_CASE("what is cut off is never rounded up", "[layouts]")
{
    const PercentStyle cutOff{.decimals = 1, .rounding = Rounding::Truncate};
    CHECK(percent({9995, 10'000}) == u"100.0%"_s);
    CHECK(percent({9995, 10'000}, cutOff) == u"99.9%"_s);
    CHECK(percent({99'999, 100'000}, {.decimals = 2, .rounding = Rounding::Truncate}) == u"99.99%"_s);
    CHECK(percent({0, 7}, cutOff) == u"0.0%"_s);
    CHECK(percent({7, 7}, cutOff) == u"100.0%"_s);
    CHECK(percent({2, 3}, cutOff) == u"66.6%"_s);
    CHECK(percent({1, 0}, cutOff) == u"—"_s);
}

TEST_CASE("shares of a list are balanced to what the list is", "[layouts]")
{
    const QList<qint64> equal{1, 1, 1};
    CHECK(balanced(equal, 3, Balance::None, 1) == QList<qint64>{333, 333, 333});
    CHECK(balanced(equal, 3, Balance::LastItem, 1) == QList<qint64>{333, 333, 334});
    CHECK(balanced(equal, 3, Balance::LargestRemainder, 1) == QList<qint64>{334, 333, 333});
    CHECK(balanced({2, 1}, 3, Balance::LargestRemainder, 0) == QList<qint64>{67, 33});
    for (const Balance balance : {Balance::None, Balance::LastItem, Balance::LargestRemainder}) {
        CHECK(balanced({5}, 5, balance, 1) == QList<qint64>{1000});
        CHECK(balanced({0, 5}, 5, balance, 1) == QList<qint64>{0, 1000});
        CHECK(balanced({}, 5, balance, 1).isEmpty());
    }
    // A list that is a part of the whole comes to its own share, not to 100%.
    CHECK(balanced(equal, 9, Balance::LastItem, 1) == QList<qint64>{111, 111, 111});
    CHECK(balanced({9995, 5}, 10'000, Balance::None, 1) == QList<qint64>{1000, 1});
    CHECK(balanced({9995, 5}, 10'000, Balance::LastItem, 1) == QList<qint64>{1000, 0});
    CHECK(balanced({9995, 5}, 10'000, Balance::LargestRemainder, 1) == QList<qint64>{1000, 0});
    CHECK(balanced({9995, 5}, 10'000, Balance::None, 1, Rounding::Truncate) == QList<qint64>{999, 0});
    // Two hundred that are rounded up leave nothing for the last: then each is cut off and no share falls below 0.
    const QList<qint64> many = balanced(QList<qint64>(200, 1), 200, Balance::LastItem, 0);
    CHECK(std::accumulate(many.begin(), many.end(), qint64{0}) == 100);
    CHECK(std::ranges::min(many) == 0);
}

TEST_CASE("each block prints its figures in its own style", "[layouts]")
{
    Pressroom office;
    office.category(u"道路"_s, 2);
    office.category(u"供水"_s, 1);
    const QByteArray list = R"({"each": "categories", "item": "{name}{share}")";
    CHECK(office.sentence(list + "}") == u"道路66.7%；供水33.3%"_s);
    CHECK(office.sentence(list + R"(, "decimals": 2, "rounding": "truncate"})") == u"道路66.66%；供水33.33%"_s);
    CHECK(office.sentence(list + R"(, "decimals": 0, "balance": "last_item"}, {"text": "，{open}件"})")
          == u"道路67%；供水33%，3件"_s);
    CHECK(office.sentence(R"({"text": "{closure_rate}"}, {"decimals": 2, "text": "、{closure_rate}"},
                              {"drop_zeros": true, "text": "、{closure_rate}"})",
                          R"("decimals": 1, )")
          == u"0.0%、0.00%、0%"_s);
    CHECK(office.sentence(R"({"text": "{accepted}{unit}"}, {"each": "types", "item": "{count}{unit}", "unit": "宗"})",
                          R"("unit": "件次", )")
          == u"3件次3宗"_s);
}

TEST_CASE("a list names the largest and sums up the rest", "[layouts]")
{
    Pressroom office;
    office.category(u"其他问题"_s, 4);
    office.category(u"噪声问题"_s, 5);
    office.category(u"道路"_s, 3);
    office.category(u"供水"_s, 2);
    office.category(u"绿化"_s, 1);
    const QByteArray list =
        R"({"each": "categories", "item": "{issue_name}{count}件，占{share}", "drop_zeros": true, )";
    CHECK(office.sentence(list
                          + R"("limit": 2, "prefix": "排名前{items}位的是：", "suffix": "，合计占{listed_share}。"})")
          == u"排名前2位的是：噪声问题5件，占33.3%；道路问题3件，占20%，合计占53.3%。"_s);
    CHECK(office.sentence(list + R"("limit": 2, "rest": "{plain_names}等其他{kinds}类问题{count}件，占{share}"})")
          == u"噪声问题5件，占33.3%；道路问题3件，占20%；供水和绿化等其他3类问题7件，占46.7%"_s);
    // What is called 其他 is merged with the small ones, and doesn't give them its name.
    CHECK(office.sentence(list + R"("least": 3, "rest": "{plain_names}等其他问题{count}件，占{share}"})")
          == u"噪声问题5件，占33.3%；道路问题3件，占20%；供水和绿化等其他问题7件，占46.7%"_s);
    CHECK(office.sentence(list + R"("least": 9, "rest_names": 3, "rest": "{plain_names}等其他问题{count}件"})")
          == u"噪声、道路和供水等其他问题15件"_s);
    // Nothing small: 其他 stands for itself, and last.
    CHECK(office.sentence(list + R"("least": 1, "rest": "{names}等"})").endsWith(u"；其他问题4件，占26.7%"));
    CHECK(office.sentence(R"({"each": "categories", "item": "{name}", "order": "catalogue", "last": ["噪声问题"],
                              "separator": "、"})")
          == u"道路、供水、绿化、噪声问题、其他问题"_s);
    // A single one that is left has a name of its own.
    CHECK(office.sentence(
              R"({"each": "categories", "limit": 4, "item": "{name}{n}", "rest": "{names}等", "separator": "、"})")
          == u"噪声问题1、道路2、供水3、绿化4、其他问题5"_s);
    // It is one of those that are named.
    CHECK(office.sentence(
              R"({"each": "categories", "limit": 4, "prefix": "{items}类{listed}件占{listed_share}共{all}件：",
                              "item": "{name}", "rest": "{names}等", "separator": "、"})")
          == u"5类15件占100%共15件：噪声问题、道路、供水、绿化、其他问题"_s);
    CHECK_THROWS_AS(office.sentence(list + R"("by": "beauty"})"), LayoutError);
}

TEST_CASE("hot topics are the categories that have grown, with the category's own figures", "[layouts]")
{
    Pressroom office;
    const CategoryId water = office.category(u"停水"_s, 20);
    const CategoryId road = office.category(u"道路"_s, 20);
    for (const char *earlier : {"2020-01-06 09:00", "2019-02-04 09:00"}) {
        office.ofCategory(water, 2, earlier);
        office.ofCategory(road, 38, earlier);
    }
    const QByteArray part =
        R"({"when": "hot_topics", "each": "hot_topics", "item": "（{ordinal}）{issue_name}。{count}件，占比{share}{also}。",
            "also": [{"when": "count_previous", "text": "，环比{count_previous}"}, {"when": "area_count", "text": "，集中在{areas}"}]})";
    CHECK(office.sentence(part) == u"（一）停水问题。20件，占比50.0%，环比增长900.0%。"_s);
    CHECK(office.sentence(R"({"when": "!hot_topics", "text": "没有"})").isEmpty());
}

TEST_CASE("hot topics below another category are compared with what they were, alone and together", "[layouts]")
{
    Pressroom office;
    const CategoryId supply = office.entry(Category{.name = u"供水"_s});
    const CategoryId water = office.entry(Category{.parent = supply, .name = u"停水"_s});
    const CategoryId road = office.category(u"道路"_s, 20);
    office.ofCategory(water, 20);
    for (const char *earlier : {"2020-01-06 09:00", "2019-02-04 09:00"}) {
        office.ofCategory(water, 2, earlier);
        office.ofCategory(road, 38, earlier);
    }
    CHECK(office.sentence(R"({"each": "hot_topics", "item": "{name}环比{count_previous}"})")
          == u"停水环比增长900.0%"_s);
    // Its share is of all, and was 2 of 40 then; of the water supply it was all.
    CHECK(office.sentence(R"({"each": "hot_topics", "item": "{name}{share}{share_previous}"})")
          == u"停水50.0%上升45.0个百分点"_s);
    CHECK(office
              .table(R"({"table": "hot_topics", "total": true, "columns": [{"title": "类别", "value": "{name}"},
                           {"title": "占比", "value": "{share}"}, {"title": "环比", "value": "{share_previous:signed}"}]})")
              .last()
          == u"合计|50.0%|+45.0"_s);
    CHECK(office
              .table(R"({"table": "hot_topics", "total": true, "columns": [{"title": "类别", "value": "{name}"},
                           {"title": "件数", "value": "{count}"}, {"title": "环比", "value": "{count_previous}"}]})")
              .last()
          == u"合计|20|增长900.0%"_s);
}

TEST_CASE("the total of topics is compared with the same topics", "[layouts]")
{
    Pressroom office;
    const TopicId heating = office.entry(Topic{.name = u"供暖"_s});
    const TopicId snow = office.entry(Topic{.name = u"除雪"_s});
    const auto add = [&](TopicId topic, int count, const char *received) {
        for (int i = 0; i < count; ++i)
            office.ticket({.receivedAt = at(received), .topic = topic});
    };
    add(heating, 3, "2020-02-03 09:00");
    add(snow, 1, "2020-02-03 09:00");
    add(heating, 2, "2020-01-06 09:00");
    add(snow, 6, "2020-01-06 09:00");
    CHECK(office
              .table(R"({"table": "topics", "total": true, "columns": [{"title": "专题", "value": "{name}"},
                           {"title": "受理", "value": "{accepted}"}, {"title": "环比", "value": "{accepted_previous}"}]})",
                     R"("exclude_topics": ["供暖"], )")
              .last()
          == u"合计|3|增长50.0%"_s);
}

TEST_CASE("an issue that has no running number says none, however the layout sets it", "[layouts]")
{
    Pressroom office;
    const auto line = [&](const QByteArray &form) {
        return composeBulletin(*office.file,
                               {.layoutText = R"({"title": "x", "issue_line": ")" + form + R"(", "sections": []})",
                                .period = Period::month(2020, 2),
                                .issue = 3,
                                .date = QDate(2020, 3, 2)})
            .issueLine;
    };
    CHECK(line("第{issue}期（总第{running}期）") == u"第3期"_s);
    CHECK(line("第{issue}期 总第{running}期") == u"第3期"_s);
    CHECK(line("总第{running}期　第{issue}期") == u"第3期"_s);
    CHECK(line("第{issue}期总第{running}期") == u"第3期"_s);
}

TEST_CASE("an issue that has a running number alone says that", "[layouts]")
{
    Pressroom office;
    const auto line = [&](const QByteArray &form) {
        return composeBulletin(*office.file,
                               {.layoutText = R"({"title": "x", "issue_line": ")" + form + R"(", "sections": []})",
                                .period = Period::month(2020, 2),
                                .runningIssue = 87,
                                .date = QDate(2020, 3, 2)})
            .issueLine;
    };
    CHECK(line("总第{running}期") == u"总第87期"_s);
    CHECK(line("第{issue}期（总第{running}期）") == u"总第87期"_s);
    CHECK(line("第{issue}期 总第{running}期") == u"总第87期"_s);
    CHECK(line("总第{running}期　第{issue}期") == u"总第87期"_s);
    CHECK(line("增刊第{issue}期（总第{running}期）") == u"增刊（总第87期）"_s);
}

TEST_CASE("changes are cut off and lose their zeros as the rates beside them do", "[layouts]")
{
    const WordingScope words{{u"rate"_s, word(WordingChange{.now = {381, 460}, .before = {348, 472}, .ofRate = true})},
                             {u"quarter"_s, word(WordingChange{.now = {1, 4}, .before = {0, 4}, .ofRate = true})},
                             {u"count"_s, word(WordingChange{.now = {21'140, 1}, .before = {20'991, 1}})},
                             {u"fewer"_s, word(WordingChange{.now = {20'990, 1}, .before = {20'991, 1}})}};
    const auto print = [&](const PercentStyle &style, const QString &text) {
        return BulletinParagraph{.spans = Wording({.percent = style}).expand(text, {&words})}.text();
    };
    const PercentStyle cutOff{.decimals = 2, .dropZeros = true, .rounding = Rounding::Truncate};
    CHECK(print({.decimals = 2}, u"{rate:signed}、{quarter}"_s) == u"+9.10、上升25.00个百分点"_s);
    CHECK(print(cutOff, u"{rate:signed}、{quarter}"_s) == u"+9.09、上升25个百分点"_s);
    // What is too little for a percentage has changed all the same.
    CHECK(print({.decimals = 0}, u"{count}、{fewer}"_s) == u"增长1%、减少1件"_s);
    CHECK(print({.decimals = 0, .rounding = Rounding::Truncate}, u"{count}"_s) == u"增加149件"_s);
    CHECK(print({}, u"{fewer}、{fewer:signed}"_s) == u"减少1件、0.0%"_s);
}

TEST_CASE("what several rows come to in shares has changed by what they have changed", "[layouts]")
{
    Pressroom office;
    const CategoryId road = office.category(u"道路"_s, 5);
    const CategoryId water = office.category(u"供水"_s, 3);
    office.category(u"绿化"_s, 2); // none in January
    office.ofCategory(road, 4, "2020-01-06 09:00");
    office.ofCategory(water, 6, "2020-01-06 09:00");
    CHECK(office.sentence(R"({"each": "categories", "limit": 1, "item": "{name}{share}{share_previous}",
                              "rest": "其他{share}{share_previous}"})")
          == u"道路50.0%上升10.0个百分点；其他50.0%下降10.0个百分点"_s);
    CHECK(
        office
            .table(
                R"({"table": "categories", "limit": 2, "total": true, "columns": [{"title": "类别", "value": "{name}"},
                         {"title": "占比", "value": "{share}"}, {"title": "环比", "value": "{share_previous:signed}"}]})")
            .last()
        == u"合计|80.0%|-20.0"_s);
}

TEST_CASE("the types of a channel have shares of what counts in it", "[layouts]")
{
    Pressroom office;
    const ChannelId board = office.entry(Channel{.name = u"留言板"_s, .inTotal = false});
    const ChannelId ofMayor = office.entry(Channel{.name = u"市长留言"_s, .parent = board, .inTotal = true});
    const auto types = office.tables().requestTypes;
    const auto add = [&](ChannelId channel, const QString &type, int count) {
        const auto found = std::ranges::find(types, type, &RequestType::name);
        REQUIRE(found != types.end());
        for (int i = 0; i < count; ++i)
            office.ticket({.channel = channel, .requestType = found->id});
    };
    add(board, u"咨询"_s, 1);
    add(board, u"投诉"_s, 2);
    add(ofMayor, u"咨询"_s, 3);
    CHECK(office.sentence(R"({"each": "channels", "filter": "written", "item": "{n}、{name}{count}件：{types}",
                              "types": {"item": "{name}{count}件占{share}", "separator": "、"}})")
          == u"1、留言板3件：投诉2件占66.7%、咨询1件占33.3%"_s);
}

TEST_CASE("a rate is of what the layout says that it is of", "[layouts]")
{
    Pressroom office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s});
    office.dispatched(water, 5, 2, 1);
    office.ticket({.resolution = Resolution::AnsweredDirectly, .closedAt = at("2020-02-03 09:10")});
    office.ticket({.resolution = Resolution::NotAccepted, .closedAt = at("2020-02-03 09:10")});
    office.ticket({.receivedAt = at("2020-01-20 09:00"), .closedAt = at("2020-02-04 09:00")});
    office.ticket({.receivedAt = at("2020-01-20 09:00")});
    // 10 received, 9 closed, 1 direct, 8 dispatched (7 closed, 3 overdue, 8 due), 2 carried over (1 closed)
    const auto rate = [&](const QByteArray &numerator, const QByteArray &denominator) {
        return office.sentence(R"({"text": "{own}"})", R"("rates": {"own": {"name": "率", "numerator": ")" + numerator
                                                           + R"(", "denominator": ")" + denominator + R"("}}, )");
    };
    CHECK(rate("closed", "accepted") == u"90.0%"_s);
    CHECK(rate("dispatched_closed", "dispatched") == u"87.5%"_s);
    CHECK(rate("closed", "valid") == u"100%"_s);
    CHECK(rate("dispatched_closed", "due") == u"87.5%"_s);
    CHECK(rate("direct+dispatched_closed", "accepted") == u"80.0%"_s);
    CHECK(rate("closed+carried_over_closed", "accepted+carried_over") == u"83.3%"_s);
    CHECK(rate("on_time", "due") == u"62.5%"_s);
    CHECK(rate("dispatched-overdue", "dispatched") == u"62.5%"_s);
    CHECK(rate("overdue", "dispatched") == u"37.5%"_s);
    CHECK(rate("closed_late", "due") == u"25.0%"_s);
    CHECK(rate("open_late", "due") == u"12.5%"_s);
    CHECK(rate("direct", "calls") == u"—"_s); // no calls
    CHECK(rate("rated-dissatisfied", "rated") == u"—"_s);
    CHECK_THROWS_AS(rate("closed*2", "accepted"), LayoutError);
    CHECK_THROWS_AS(rate("beauty", "accepted"), LayoutError);

    // In a row the counts are those of the row, and what the row doesn't count is not taken from the office.
    const QByteArray rates =
        R"("rates": {"own": {"name": "超期率", "numerator": "overdue", "denominator": "dispatched"},
                                          "office": {"name": "率", "numerator": "closed", "denominator": "accepted"}}, )";
    CHECK(office.sentence(R"({"each": "departments", "item": "{name}{own}"})", rates) == u"水务集团37.5%"_s);
    CHECK_THROWS_AS(office.sentence(R"({"each": "departments", "item": "{name}{office}"})", rates), LayoutError);
    CHECK(
        office.table(
            R"({"table": "departments", "columns": [{"title": "单位", "value": "{name}"}, {"value": "{own}"}]})", rates)
        == QStringList{u"单位|超期率"_s, u"水务集团|37.5%"_s});
    const auto document = office.compose(R"({"title": "x", "rates": {"own": {"name": "率", "numerator": "overdue",
        "denominator": "due"}}, "sections": [{"paragraph": [{"text": "{own}"}]}]})");
    const auto &span = std::get<BulletinParagraph>(document.blocks.first()).spans.first();
    CHECK(span.figure == FigureKey{.measure = Measure::DispatchedOverdue});
    CHECK(span.form == u"own"_s);
}

TEST_CASE("changes are percentages, small ones counts, of rates points, and of nothing a stroke", "[layouts]")
{
    Pressroom office;
    const CategoryId road = office.category(u"道路"_s, 4);
    office.ofCategory(road, 5, "2020-01-03 09:00");
    const CategoryId water = office.category(u"供水"_s, 1);
    office.ofCategory(water, 1, "2020-01-03 09:00");
    office.ofCategory(water, 2, "2019-02-03 09:00");
    office.category(u"绿化"_s, 1);
    office.ticket({.receivedAt = at("2020-01-04 09:00"), .closedAt = at("2020-01-05 09:00")});
    office.ticket({.receivedAt = at("2020-02-04 09:00"), .closedAt = at("2020-02-05 09:00")});
    const QByteArray list = R"({"each": "categories", "order": "catalogue", "names": ["道路", "供水", "绿化"], )";
    CHECK(office.sentence(list + R"("item": "{name}{count_previous}"})") == u"道路下降20.0%；供水持平；绿化/"_s);
    CHECK(office.sentence(list + R"("small_change": 10, "item": "{name}{count_previous}"})")
          == u"道路减少1件；供水持平；绿化/"_s);
    CHECK(office.sentence(list
                          + R"("item": "{count_previous:signed}、{count_previous:signed_count}、{count_last_year}"})")
          == u"-20.0%、-1、/；0.0%、0、下降50.0%；/、/、/"_s);
    CHECK(office.sentence(list + R"("item": "{share}{share_previous}{share_previous:signed}"})")
          == u"57.1%下降14.3个百分点-14.3；14.3%持平0.0；14.3%//"_s);
    CHECK(office.sentence(list + R"("item": "{name}{also}", "also": [{"when": "count_previous", "text": "有"}]})")
          == u"道路有；供水有；绿化"_s);
    CHECK(office.sentence(R"({"text": "{accepted_previous}、{closure_rate_previous}、{open_previous:count}"})")
          == u"持平、持平、持平"_s);
    CHECK(office.sentence(R"({"text": "{accepted_last_year}、{accepted_last_year:count}、{merged_last_year}"})")
          == u"增长250.0%、增加5件、/"_s);
}

TEST_CASE("units in a sentence, those that are late, and what is said of some only", "[layouts]")
{
    Pressroom office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s, .group = u"公共企业"_s});
    const DepartmentId east = office.entry(Department{.name = u"铁东区"_s, .group = u"县市区"_s});
    const DepartmentId west = office.entry(Department{.name = u"铁西区"_s, .group = u"县市区"_s});
    office.dispatched(water, 4, 0, 0);
    office.dispatched(east, 1, 1, 1);
    office.dispatched(west, 0, 0, 2);
    CHECK(office.sentence(R"({"each": "departments", "group_order": ["县市区"],
            "item": "{name}承办{dispatched}件，办结{closed}件，{closure_rate}{also}",
            "also": [{"when": "open_late", "text": "，超期未办{open_late}件"}]})")
          == u"铁东区承办3件，办结2件，66.7%，超期未办1件；铁西区承办2件，办结0件，0.0%，超期未办2件；"
             "水务集团承办4件，办结4件，100%"_s);
    CHECK(office.sentence(R"({"text": "超期{overdue}件"}, {"each": "departments", "only": "overdue", "by": "overdue",
            "prefix": "，其中", "item": "{name}{overdue}件", "separator": "、"})")
          == u"超期4件，其中铁东区2件、铁西区2件"_s);
    CHECK(office.sentence(R"({"each": "departments", "by": "closure_rate", "ascending": true, "limit": 1,
            "of_groups": ["县市区"], "item": "{name}{share}"})")
          == u"铁西区22.2%"_s);
    CHECK(office.sentence(R"({"each": "departments", "limit": 1, "item": "{name}{dispatched}",
            "rest": "其他{kinds}个单位承办{dispatched}件，{closure_rate}"})")
          == u"水务集团4；其他2个单位承办5件，40.0%"_s);
    CHECK(office.sentence(R"({"when": "overdue", "text": "有超期"}, {"when": "!supervised", "text": "，没有督办"})")
          == u"有超期，没有督办"_s);
}

TEST_CASE("counts in ten thousands have the decimals of their block", "[layouts]")
{
    const WordingScope words{{u"n"_s, word(qint64{123'456})}, {u"small"_s, word(qint64{9'999})}};
    const auto print = [&](const BlockStyle &style, const QString &text) {
        return BulletinParagraph{.spans = Wording(style).expand(text, {&words})}.text();
    };
    CHECK(print({}, u"{n:wan}、{small:wan}、{n}"_s) == u"12.35万、9999、123456"_s);
    CHECK(print({.wanDecimals = 1}, u"{n:wan}"_s) == u"12.3万"_s);
    CHECK(print({.percent = {.rounding = Rounding::Truncate}}, u"{n:wan}"_s) == u"12.34万"_s);
}

TEST_CASE("the unit word stands behind ten thousands once, and behind what is below them", "[layouts]")
{
    const auto [count, printed, withoutZeros] = GENERATE(table<qint64, const char *, const char *>({
        {0, "0件", "0件"},
        {9'999, "9999件", "9999件"},
        {10'000, "1.00万件", "1万件"},
        {10'049, "1.00万件", "1万件"},
        {10'050, "1.01万件", "1.01万件"},
        {43'651, "4.37万件", "4.37万件"},
        {43'000, "4.30万件", "4.3万件"},
        {99'995, "10.00万件", "10万件"},
        {2'069'600, "206.96万件", "206.96万件"},
    }));
    const WordingScope words{{u"n"_s, word(count)}};
    const auto print = [&words](const BlockStyle &style) {
        return BulletinParagraph{.spans = Wording(style).expand(u"{n:wan}件"_s, {&words})}.text().toStdString();
    };
    CHECK(print({}) == printed);
    CHECK(print({.percent = {.dropZeros = true}}) == withoutZeros);
}
