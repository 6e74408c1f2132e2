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
