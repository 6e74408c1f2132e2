// SPDX-License-Identifier: GPL-3.0-or-later
// What a layout can ask for: how a block's figures are printed, which rows it names, its own rates, its tables.
#include "bulletin/BlockStyle.h"
#include "bulletin/BulletinText.h"
#include "bulletin/Composer.h"
#include "bulletin/Wording.h"
#include "support/Office.h"
#include "support/Print.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// An office of February 2020, with what a test puts into it; the layout is the test's own.
class Pressroom : public TestOffice
{
public:
    template <class T>
    auto entry(const T &value)
    {
        Transaction transaction(file->database());
        const auto id = CodeTableRepository(file->database()).save(value);
        transaction.commit();
        return id;
    }

    TicketId ticket(Ticket ticket)
    {
        ticket.number = u"T%1"_s.arg(++m_number);
        if (ticket.channel == ChannelId(0))
            ticket.channel = phone();
        if (!ticket.receivedAt.isValid())
            ticket.receivedAt = at("2020-02-03 09:00");
        if (ticket.state == TicketState::Accepted && ticket.closedAt)
            ticket.state = TicketState::Closed;
        Transaction transaction(file->database());
        const TicketId id = TicketRepository(file->database()).insert(ticket);
        transaction.commit();
        return id;
    }
    void ofCategory(CategoryId category, int count, const char *received = "2020-02-03 09:00")
    {
        for (int i = 0; i < count; ++i)
            ticket({.receivedAt = at(received), .category = category});
    }
    CategoryId category(const QString &name, int count, const char *received = "2020-02-03 09:00")
    {
        const CategoryId id = entry(Category{.name = name});
        ofCategory(id, count, received);
        return id;
    }
    // Tickets that were dispatched: some closed on time, some closed late, some open and overdue.
    void dispatched(DepartmentId department, int onTime, int late, int overdue)
    {
        const auto add = [&](const char *closed) {
            const std::optional<QDateTime> closedAt = closed ? std::optional(at(closed)) : std::nullopt;
            const TicketId id = ticket({.closedAt = closedAt});
            Transaction transaction(file->database());
            (void)DispatchRepository(file->database())
                .insert({.ticket = id,
                         .department = department,
                         .dispatchedAt = at("2020-02-03 10:00"),
                         .dueAt = at("2020-02-10 17:00"),
                         .repliedAt = closedAt,
                         .closedAt = closedAt});
            transaction.commit();
        };
        for (int i = 0; i < onTime; ++i)
            add("2020-02-05 09:00");
        for (int i = 0; i < late; ++i)
            add("2020-02-12 09:00");
        for (int i = 0; i < overdue; ++i)
            add(nullptr);
    }

    BulletinDocument compose(const QByteArray &layout)
    {
        REQUIRE(QJsonDocument::fromJson(layout).isObject());
        return composeBulletin(*file,
                               {.layoutText = layout, .period = Period::month(2020, 2), .date = QDate(2020, 3, 2)});
    }
    // What a layout prints whose only paragraph has these parts; `more` are further keys of the layout.
    QString sentence(const QByteArray &parts, const QByteArray &more = {})
    {
        const auto document = compose(R"({"title": "x", )" + more + R"("sections": [{"paragraph": [)" + parts + "]}]}");
        return document.blocks.isEmpty() ? QString() : std::get<BulletinParagraph>(document.blocks.first()).text();
    }
    // A table's cells, each row joined by |, the header first.
    QStringList table(const QByteArray &section, const QByteArray &more = {})
    {
        const auto document = compose(R"({"title": "x", )" + more + R"("sections": [)" + section + "]}");
        REQUIRE(document.blocks.size() == 1);
        const auto &table = std::get<BulletinTable>(document.blocks.first());
        QStringList lines{table.foldedHeader().join(u'|')};
        const auto rows = table.foldedRows();
        for (const auto &row : rows) {
            QStringList cells;
            for (const BulletinSpan &cell : row)
                cells.append(cell.text);
            lines.append(cells.join(u'|'));
        }
        return lines;
    }

private:
    int m_number = 0;
};

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
    CHECK_THROWS_AS(office.sentence(list + R"("by": "beauty"})"), LayoutError);
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
