// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that a layout can ask for.
#include "support/Pressroom.h"
#include "support/Print.h"

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

TEST_CASE("tables of units: regions first, with subtotals, full status and signed changes", "[layouts]")
{
    Pressroom office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s, .group = u"公共企业"_s});
    const DepartmentId east = office.entry(Department{.name = u"铁东区"_s, .group = u"县市区"_s});
    const DepartmentId west = office.entry(Department{.name = u"铁西区"_s, .group = u"县市区"_s});
    office.dispatched(water, 4, 0, 0);
    office.dispatched(east, 1, 1, 1);
    office.dispatched(west, 0, 0, 2);
    CHECK(office.table(R"({"table": "departments", "group_order": ["县市区"], "subtotal": "{group}小计", "total": true,
            "total_name": "总计", "columns": [
            {"title": "序号", "value": "{n}"}, {"title": "单位", "value": "{name}"}, {"title": "承办", "value": "{dispatched}"},
            {"title": "办结", "value": "{closed}"}, {"title": "在办", "value": "{open_in_time}"},
            {"title": "超时未办", "value": "{open_late}"}, {"value": "{closure_rate}"}]})")
          == QStringList{u"序号|单位|承办|办结|在办|超时未办|办结率"_s, u"1|铁东区|3|2|0|1|66.7%"_s,
                         u"2|铁西区|2|0|0|2|0.0%"_s, u"|县市区小计|5|2|0|3|40.0%"_s, u"3|水务集团|4|4|0|0|100.0%"_s,
                         u"|公共企业小计|4|4|0|0|100.0%"_s, u"|总计|9|6|0|3|66.7%"_s});
    CHECK(office.table(R"({"table": "departments", "total": true, "columns": [{"title": "单位", "value": "{name}"},
            {"title": "占比", "value": "{share}"}, {"title": "环比", "value": "{dispatched_previous:signed}"}]})")
          == QStringList{u"单位|占比|环比"_s, u"水务集团|44.4%|/"_s, u"铁东区|33.3%|/"_s, u"铁西区|22.2%|/"_s,
                         u"合计|100.0%|/"_s});
    CHECK_THROWS_AS(office.table(R"({"table": "departments", "columns": [{"title": "名次", "value": "{rank}"}]})"),
                    LayoutError);
    CHECK(office.table(R"({"table": "departments", "rank": "closure_rate", "columns": [
            {"title": "名次", "value": "{rank}"}, {"title": "单位", "value": "{name}"}], "total": true})")
          == QStringList{u"名次|单位"_s, u"1|水务集团"_s, u"2|铁东区"_s, u"3|铁西区"_s, u"|合计"_s});
}

TEST_CASE("the units of a group stand together above their subtotal", "[layouts]")
{
    Pressroom office;
    office.dispatched(office.entry(Department{.name = u"甲局"_s, .group = u"部门"_s}), 3, 0, 0);
    office.dispatched(office.entry(Department{.name = u"乙区"_s, .group = u"县市区"_s}), 2, 0, 0);
    office.dispatched(office.entry(Department{.name = u"丙局"_s, .group = u"部门"_s}), 1, 0, 0);
    CHECK(office.table(R"({"table": "departments", "subtotal": "小计", "limit": 2, "rest": "其他", "columns": [
            {"title": "单位", "value": "{name}"}, {"title": "件数", "value": "{dispatched}"}]})")
          == QStringList{u"单位|件数"_s, u"甲局|3"_s, u"丙局|1"_s, u"小计|4"_s, u"乙区|2"_s, u"小计|2"_s});
}

TEST_CASE("the total of a table compares with all that there was before", "[layouts]")
{
    Pressroom office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s});
    office.dispatched(water, 3, 0, 0);
    // In January another unit had two, and none in February.
    const DepartmentId police = office.entry(Department{.name = u"公安局"_s});
    for (int i = 0; i < 2; ++i) {
        const TicketId id = office.ticket({.receivedAt = at("2020-01-10 09:00")});
        Transaction transaction(office.file->database());
        (void)DispatchRepository(office.file->database())
            .insert({.ticket = id, .department = police, .dispatchedAt = at("2020-01-10 10:00")});
        transaction.commit();
    }
    CHECK(office.table(R"({"table": "departments", "total": true, "columns": [{"title": "单位", "value": "{name}"},
            {"title": "环比", "value": "{dispatched_previous:signed_count}"}]})")
          == QStringList{u"单位|环比"_s, u"水务集团|/"_s, u"合计|+1"_s});
}

TEST_CASE("channels stand beside types, categories three abreast, the telephone for itself", "[layouts]")
{
    Pressroom office;
    for (const QString &name : {u"甲"_s, u"乙"_s, u"丙"_s, u"丁"_s})
        office.category(name, 1);
    CHECK(office.table(R"({"table": "categories", "groups": 3, "balance": "largest_remainder", "decimals": 0,
            "order": "catalogue", "columns": [{"title": "类别", "value": "{name}"}, {"title": "占比", "value": "{share}"}]})")
          == QStringList{u"类别|占比|类别|占比|类别|占比"_s, u"甲|25%|丙|25%||"_s, u"乙|25%|丁|25%||"_s});
    const QString channel = office.tables().channels.first().name;
    CHECK(
        office.table(R"({"table": "beside", "tables": [
            {"table": "channels", "total": true, "columns": [{"title": "渠道", "value": "{name}"}, {"title": "件数", "value": "{received}"}]},
            {"table": "categories", "limit": 2, "rest": "其余", "total": true, "columns": [{"title": "类别", "value": "{name}{count}"}]}]})")
        == QStringList{u"渠道|件数|类别"_s, QString(channel + u"|4|甲1"), u"||乙1"_s, u"||其余2"_s, u"合计|4|合计4"_s});

    const auto call = [&](const char *started, int waits, int talks, CallDirection direction) {
        Transaction transaction(office.file->database());
        Call one{
            .reference = u"C%1"_s.arg(
                CallRepository(office.file->database()).countStarted(at("2000-01-01 00:00"), at("2030-01-01 00:00"))),
            .direction = direction,
            .startedAt = at(started)};
        if (waits >= 0) {
            one.answeredAt = at(started).addSecs(waits);
            one.endedAt = one.answeredAt->addSecs(talks);
        }
        (void)CallRepository(office.file->database()).insert(one);
        transaction.commit();
    };
    call("2020-02-03 09:00", 10, 100, CallDirection::In);
    call("2020-02-03 09:10", 21, 50, CallDirection::In);
    call("2020-02-03 09:20", -1, 0, CallDirection::In);
    call("2020-02-03 09:30", 5, 30, CallDirection::Out);
    call("2020-03-01 00:00", 5, 30, CallDirection::Out); // another month
    CHECK(office.table(R"({"table": "calls", "total": true, "columns": [{"title": "类别", "value": "{name}"},
            {"title": "话务量", "value": "{calls}"}, {"title": "接通率", "value": "{answer_rate}"},
            {"title": "平均等待", "value": "{mean_wait}"}, {"title": "平均通话", "value": "{mean_talk}"}]})")
          == QStringList{u"类别|话务量|接通率|平均等待|平均通话"_s, u"接听|3|66.7%|16|75"_s, u"呼出|1|100.0%|5|30"_s,
                         u"合计|4|75.0%|12|60"_s});
}

TEST_CASE("units are graded by thresholds, with reasons, and not when they have too few", "[layouts]")
{
    Pressroom office;
    for (const auto &[name, onTime, late] : {std::tuple(u"甲局"_s, 20, 0), std::tuple(u"乙局"_s, 19, 1),
                                             std::tuple(u"丙局"_s, 10, 10), std::tuple(u"丁局"_s, 1, 0)})
        office.dispatched(office.entry(Department{.name = name}), onTime, late, 0);
    const QByteArray grade = R"("grade": {"least": 5, "bands": [
            {"grade": "A", "from": {"on_time_rate": 95.5, "satisfaction_rate": 90}}, {"grade": "B", "from": {"on_time_rate": 95}},
            {"grade": "C", "to": {"overdue_rate": 40}}, {"grade": "D"}]})";
    const QByteArray rates =
        R"("rates": {"overdue_rate": {"name": "超期率", "numerator": "overdue", "denominator": "dispatched"}}, )";
    CHECK(office.table(
              R"({"table": "departments", "order": "catalogue", "total": true, "rank": "on_time_rate", "columns": [
            {"title": "单位", "value": "{name}"}, {"title": "分档", "value": "{grade}"}, {"title": "名次", "value": "{rank}"},
            {"title": "说明", "value": "{grade_reason}"}], )"
                  + grade + "}",
              rates)
          == QStringList{u"单位|分档|名次|说明"_s, u"甲局|A|1|"_s, u"乙局|B|2|按时办结率95.0%，低于A档的95.5%"_s,
                         u"丙局|D|3|超期率50.0%，高于C档的40%"_s, u"丁局|—|—|件数不足5件，不分档"_s, u"合计|||"_s});
}

TEST_CASE("the total of some units is the total of these units", "[layouts]")
{
    Pressroom office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s, .group = u"公共企业"_s});
    const DepartmentId east = office.entry(Department{.name = u"铁东区"_s, .group = u"县市区"_s});
    const auto rated = [&](DepartmentId department, Satisfaction satisfaction) {
        const TicketId id = office.ticket({.closedAt = at("2020-02-05 09:00")});
        Transaction transaction(office.file->database());
        (void)DispatchRepository(office.file->database())
            .insert({.ticket = id,
                     .department = department,
                     .dispatchedAt = at("2020-02-03 10:00"),
                     .claimedResult = ClaimedResult::Solved,
                     .closedAt = at("2020-02-05 09:00")});
        (void)FollowUpRepository(office.file->database())
            .insert({.ticket = id, .at = at("2020-02-05 08:45"), .reached = true, .satisfaction = satisfaction});
        transaction.commit();
    };
    rated(water, Satisfaction::Satisfied);
    rated(water, Satisfaction::Satisfied);
    rated(water, Satisfaction::Dissatisfied);
    rated(east, Satisfaction::Satisfied);
    const QByteArray columns =
        R"("columns": [{"title": "单位", "value": "{name}"}, {"title": "承办", "value": "{dispatched}"},
            {"title": "参评", "value": "{rated}"}, {"title": "满意", "value": "{satisfied}"},
            {"title": "满意率", "value": "{satisfaction_rate}"}, {"title": "平均", "value": "{mean_days}"}]})";
    const QByteArray table = R"({"table": "departments", "total": true, )";
    const QString ofWater = u"合计|3|3|2|66.7%|—"_s;
    CHECK(office.table(table + R"("of_groups": ["公共企业"], )" + columns).last() == ofWater);
    CHECK(office.table(table + R"("names": ["水务集团"], )" + columns).last() == ofWater);
    CHECK(office.table(table + R"("limit": 1, )" + columns).last() == ofWater);
    CHECK(office.table(table + R"("only": "dissatisfied", )" + columns).last() == ofWater);
    CHECK(office.table(table + R"("limit": 1, "rest": "其他", )" + columns).last().startsWith(u"合计|4|4|3|75.0%|2"));
    CHECK(office.table(table + columns).last().startsWith(u"合计|4|4|3|75.0%|2"));
    CHECK(office.table(table + R"("of_groups": ["公共企业"], "columns": [{"title": "", "value": "{rated_previous}"}]})")
              .last()
          == u"/"_s);
}

TEST_CASE("the total of the units of one grade is compared with the same units", "[layouts]")
{
    Pressroom office;
    const DepartmentId water = office.entry(Department{.name = u"水务集团"_s});
    const DepartmentId police = office.entry(Department{.name = u"公安局"_s});
    office.dispatched(water, 3, 0, 0);
    office.dispatched(police, 0, 0, 2);
    const auto earlier = [&](DepartmentId department, int count) {
        for (int i = 0; i < count; ++i) {
            const TicketId id = office.ticket({.receivedAt = at("2020-01-10 09:00")});
            Transaction transaction(office.file->database());
            (void)DispatchRepository(office.file->database())
                .insert({.ticket = id, .department = department, .dispatchedAt = at("2020-01-10 10:00")});
            transaction.commit();
        }
    };
    earlier(water, 2);
    earlier(police, 5);
    CHECK(office.table(R"({"table": "departments", "of_grades": ["A"], "total": true, "columns": [
            {"title": "单位", "value": "{name}"}, {"title": "环比", "value": "{dispatched_previous:signed_count}"}]})",
                       R"("grade": {"bands": [{"grade": "A", "from": {"closure_rate": 90}}, {"grade": "B"}]}, )")
          == QStringList{u"单位|环比"_s, u"水务集团|+1"_s, u"合计|+1"_s});
}

TEST_CASE("a cell whose figure the row doesn't have is blank, and not the whole office's", "[layouts]")
{
    Pressroom office;
    const auto type = office.tables().requestTypes.first();
    for (int i = 0; i < 3; ++i)
        office.ticket({.requestType = type.id, .closedAt = at("2020-02-05 09:00")});
    const QByteArray columns =
        R"("columns": [{"title": "类型", "value": "{name}"}, {"title": "件数", "value": "{count}{unit}"},
            {"title": "办结", "value": "{closed}"}, {"title": "说明", "value": "{month}{closure_rate}"}]})";
    CHECK(office.table(R"({"table": "types", "total": true, "unit": "宗", )" + columns)
          == QStringList{u"类型|件数|办结|说明"_s, QString(type.name + u"|3宗||"), u"合计|3宗||"_s});
    const QString channel = office.tables().channels.first().name;
    CHECK(office.table(R"({"table": "channels", "children": true, )" + columns)
          == QStringList{u"类型|件数|办结|说明"_s, QString(channel + u"|3件|3|2020年2月100.0%"),
                         QString(u"其中：" + type.name + u"|3件||")});
}

TEST_CASE("tables beside each other are printed as what holds them says, unless they say otherwise", "[layouts]")
{
    Pressroom office;
    const auto types = office.tables().requestTypes;
    for (int i = 0; i < 3; ++i)
        office.ticket({.requestType = types[i == 0 ? 1 : 0].id});
    const QByteArray section = R"({"table": "beside", "title": "单位：{unit}", "decimals": 2, "unit": "宗", "tables": [
            {"table": "types", "columns": [{"title": "类型", "value": "{name}"}, {"title": "占比", "value": "{share}"}]},
            {"table": "categories", "decimals": 0, "title": "x", "columns": [{"title": "类别", "value": "{share}"}]}]})";
    CHECK(office.table(section)
          == QStringList{u"类型|占比|类别"_s, QString(types[0].name + u"|66.67%|100%"),
                         QString(types[1].name + u"|33.33%|")});
    const auto document = office.compose(R"({"title": "x", "sections": [)" + section + "]}");
    CHECK(std::get<BulletinTable>(document.blocks.first()).title == u"单位：宗"_s);
}

TEST_CASE("where little is good the least is the first in the ranking", "[layouts]")
{
    Pressroom office;
    office.dispatched(office.entry(Department{.name = u"甲局"_s}), 4, 0, 0);
    office.dispatched(office.entry(Department{.name = u"乙局"_s}), 2, 0, 2);
    const auto ranked = [&](const QByteArray &more) {
        return office.table(R"({"table": "departments", "rank": "late", "order": "catalogue", )" + more
                                + R"("columns": [
            {"title": "名次", "value": "{rank}"}, {"title": "单位", "value": "{name}"}]})",
                            R"("rates": {"late": {"name": "超期率", "numerator": "overdue", "denominator": "due"}}, )");
    };
    const QStringList least{u"名次|单位"_s, u"1|甲局"_s, u"2|乙局"_s};
    CHECK(ranked(R"("by": "late", "ascending": true, )") == least);
    CHECK(ranked(R"("grade": {"bands": [{"grade": "A", "to": {"late": 5}}, {"grade": "B"}]}, )") == least);
    CHECK(ranked({}) == QStringList{u"名次|单位"_s, u"2|甲局"_s, u"1|乙局"_s});
    // Ordered by something else, the highest stays the first.
    CHECK(ranked(R"("by": "dispatched", "ascending": true, )")
          == QStringList{u"名次|单位"_s, u"2|甲局"_s, u"1|乙局"_s});
}

TEST_CASE("a reason doesn't print a rate that keeps what it is said to miss", "[layouts]")
{
    Pressroom office;
    office.dispatched(office.entry(Department{.name = u"甲局"_s}), 2, 0, 1);
    const auto reason = [&](const QByteArray &side, const QByteArray &threshold, const QByteArray &more = {}) {
        return office
            .table(R"({"table": "departments", )" + more + R"("grade": {"bands": [{"grade": "A", ")" + side
                   + R"(": {"on_time_rate": )" + threshold + R"(}}, {"grade": "B"}]},
            "columns": [{"title": "说明", "value": "{grade_reason}"}]})")
            .last();
    };
    CHECK(reason("from", "90") == u"按时办结率66.7%，低于A档的90%"_s);
    CHECK(reason("from", "66.7") == u"按时办结率66.67%，低于A档的66.7%"_s);
    CHECK(reason("from", "66.67") == u"按时办结率66.667%，低于A档的66.67%"_s);
    CHECK(reason("to", "66.6", R"("rounding": "truncate", )") == u"按时办结率66.66%，高于A档的66.6%"_s);
}

TEST_CASE("a unit that keeps no band is not told as one with too few cases", "[layouts]")
{
    Pressroom office;
    office.dispatched(office.entry(Department{.name = u"甲局"_s}), 0, 0, 3);
    office.dispatched(office.entry(Department{.name = u"乙局"_s}), 1, 0, 0);
    CHECK(office.sentence(R"({"text": "{graded}、{ungraded}"})",
                          R"("grade": {"least": 2, "bands": [{"grade": "A", "from": {"closure_rate": 98}}]}, )")
          == u"1、1"_s);
}
