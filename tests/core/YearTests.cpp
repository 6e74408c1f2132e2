// SPDX-License-Identifier: GPL-3.0-or-later
// The months of a year under one cut-off, what was published of them, and the units by grade.
#include "bulletin/BulletinText.h"
#include "bulletin/DocumentReview.h"
#include "bulletin/LayoutCheck.h"
#include "bulletin/MonthWording.h"
#include "bulletin/Publication.h"
#include "statistics/StatisticsBuilder.h"
#include "support/HandlingOffice.h"
#include "support/Pressroom.h"

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

BulletinDocument composed(CaseFile &file, const QString &layout, const Period &period,
                          std::optional<QDateTime> cutOff = {})
{
    return composeBulletin(file, {.layout = layout, .period = period, .cutOff = cutOff, .date = QDate(2021, 1, 5)});
}

QStringList cells(const BulletinTable &table)
{
    QStringList lines{table.header.join(u'|')};
    for (const auto &row : table.rows) {
        QStringList texts;
        for (const BulletinSpan &cell : row)
            texts.append(cell.text);
        lines.append(texts.join(u'|'));
    }
    return lines;
}

const BulletinTable *tableOf(const BulletinDocument &document, const QString &title)
{
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *table = std::get_if<BulletinTable>(&block); table && table->title == title)
            return table;
    }
    return nullptr;
}

QString described(const DocumentReview &review)
{
    QStringList lines;
    for (const DocumentFinding &found : review.findings)
        lines.append(found.finding.text + u": " + found.finding.message);
    return lines.join(u'\n');
}

// January: three, closed in January, February and April; February: two, one closed in March; May: one, open.
class FirstHalf : public Pressroom
{
public:
    FirstHalf()
    {
        const auto add = [this](const char *received, const char *closed) {
            ticket({.receivedAt = at(received), .closedAt = closed ? std::optional(at(closed)) : std::nullopt});
        };
        add("2020-01-01 00:00", "2020-01-05 09:00");
        add("2020-01-15 09:00", "2020-02-03 09:00");
        add("2020-01-31 23:59", "2020-04-02 09:00");
        add("2020-02-01 00:00", "2020-03-02 09:00");
        add("2020-02-29 10:00", nullptr);
        add("2020-05-06 10:00", nullptr);
        // Counted nowhere: 作废, and another year's.
        ticket({.receivedAt = at("2020-01-20 09:00"), .state = TicketState::Void, .closedAt = at("2020-01-21 09:00")});
        add("2021-01-01 00:00", nullptr);
    }
};

} // namespace

TEST_CASE("months add up to quarters and the year, all closed by one cut-off", "[year]")
{
    FirstHalf office;
    const Statistics figures =
        buildStatistics(*office.file, {.period = Period::year(2020), .cutOff = at("2020-06-01")});
    REQUIRE(figures.byMonth.size() == 12);
    qint64 accepted = 0;
    qint64 closed = 0;
    qint64 open = 0;
    for (const MonthFigures &month : figures.byMonth) {
        CHECK(month.month.kind == Period::Kind::Month);
        CHECK(month.accepted == month.closed + month.open);
        accepted += month.accepted;
        closed += month.closed;
        open += month.open;
    }
    CHECK(accepted == figures.accepted);
    CHECK(closed == figures.closed);
    CHECK(open == figures.open);
    CHECK(figures.byMonth[0].accepted == 3);
    CHECK(figures.byMonth[0].closed == 3); // the one of April too, by the cut-off of all

    SECTION("an earlier cut-off is the same for each month")
    {
        const Statistics earlier =
            buildStatistics(*office.file, {.period = Period::year(2020), .cutOff = at("2020-03-01")});
        CHECK(earlier.byMonth[0].closed == 2);
        CHECK(earlier.byMonth[1].closed == 0);
        CHECK(earlier.byMonth[4].accepted == 0); // not received yet
    }
    SECTION("the months of two quarters come to what the quarters count")
    {
        for (const int quarter : {1, 2}) {
            const Statistics own =
                buildStatistics(*office.file, {.period = Period::quarter(2020, quarter), .cutOff = at("2020-06-01")});
            qint64 months = 0;
            for (int i = 0; i < 3; ++i)
                months += figures.byMonth[(quarter - 1) * 3 + i].accepted;
            CHECK(own.accepted == months);
        }
    }
    SECTION("each opens the tickets that it counts")
    {
        const FigureKey february{.measure = Measure::ClosedByMonth, .row = 1};
        CHECK(ticketsBehind(*office.file, figures.question, february).size() == 1);
        CHECK(figureFromCode(figureCode(february)) == february);
    }
}

TEST_CASE("a period that cuts months off has their parts alone", "[year]")
{
    const QList<Period> months = monthsOf(Period::days(QDate(2019, 12, 28), QDate(2020, 2, 29)));
    REQUIRE(months.size() == 3);
    CHECK(months[0] == Period::days(QDate(2019, 12, 28), QDate(2019, 12, 31)));
    CHECK(months[1] == Period::month(2020, 1));
    CHECK(months[2] == Period::month(2020, 2));
    CHECK(monthsOf(Period::days(QDate(2020, 2, 9), QDate(2020, 2, 10))).size() == 1);
    CHECK(monthsOf({}).isEmpty());
}

TEST_CASE("the annual report has a table of months with quarters, and says its cut-off", "[year][layouts]")
{
    FirstHalf office;
    const BulletinDocument document = composed(*office.file, u"annual"_s, Period::year(2020), at("2020-06-01"));
    CHECK(toText(document).contains(u"各月办结情况均截至2020年5月31日，按同一时点统计，各月相加即为2020年总数。"_s));
    CHECK_FALSE(toText(document).contains(u"当月通报"_s));
    const BulletinTable *months = tableOf(document, u"各月受理办结情况"_s);
    REQUIRE(months);
    CHECK(cells(*months)
          == QStringList{u"月份|受理|办结|在办|办结率"_s, u"1月|3|3|0|100.00%"_s, u"2月|2|1|1|50.00%"_s,
                         u"第一季度小计|5|4|1|80.00%"_s, u"5月|1|0|1|0.00%"_s, u"第二季度小计|1|0|1|0.00%"_s,
                         u"合计|6|4|2|66.67%"_s});
    CHECK(months->rows[0][1].figure == FigureKey{.measure = Measure::AcceptedByMonth, .row = 0});
    CHECK(months->rows.last()[1].figure == FigureKey{.measure = Measure::Accepted});
    CHECK(described(reviewDocument(document, printerOf(document))) == QString());
    // A chart of them, closed of accepted.
    const auto chart = std::ranges::find_if(document.blocks, [](const BulletinBlock &block) {
        const auto *one = std::get_if<BulletinChart>(&block);
        return one && one->kind == BulletinChart::Kind::Months;
    });
    REQUIRE(chart != document.blocks.end());
    const ChartData &bars = std::get<BulletinChart>(*chart).bars;
    REQUIRE(bars.bars.size() == 3); // as the table has them
    CHECK(bars.bars[1].valueText() == u"1/2");
    // A month has no months.
    CHECK_FALSE(tableOf(composed(*office.file, u"annual"_s, Period::month(2020, 1)), u"各月受理办结情况"_s));
}

TEST_CASE("what an issue of a month said stands beside what is counted now, with what came since", "[year][layouts]")
{
    HandlingOffice office;
    const TicketId answered = office.accepted();
    HandlingOffice::must(office.book->answerDirectly(answered, u"已答复"_s));
    const TicketId later = office.dispatched();
    const TicketId wrong = office.dispatched();
    (void)office.dispatched();
    office.clock.set(at("2020-03-02 09:00"));
    const auto begun = beginBulletin(
        *office.book, {.layout = u"annual"_s, .period = Period::month(2020, 2), .date = QDate(2020, 3, 2)});
    REQUIRE(begun);
    const auto year = [&office] { return composed(*office.file, u"annual"_s, Period::year(2020)); };
    CHECK_FALSE(toText(year()).contains(u"当月通报"_s)); // a draft has told nobody anything
    REQUIRE(publishBulletin(*office.book, begun->id, begun->version));

    SECTION("while nothing has changed there is nothing to explain")
    {
        const BulletinTable months = *tableOf(year(), u"各月受理办结情况"_s);
        CHECK(cells(months)
              == QStringList{u"月份|受理|办结|在办|办结率|当月通报受理|当月通报办结"_s, u"2月|4|1|3|25.00%|4|1"_s,
                             u"合计|4|1|3|25.00%|4|1"_s});
        CHECK_FALSE(toText(year()).contains(u"说明如下"_s));
    }
    SECTION("closed later, entered later, made void")
    {
        HandlingOffice::must(office.book->reply({.dispatch = *office.lead(later).id, .text = u"已更换水管。"_s}));
        HandlingOffice::must(office.book->acceptReply(*office.lead(later).id));
        HandlingOffice::must(
            office.book->followUp({.ticket = later, .reached = true, .satisfaction = Satisfaction::Satisfied}));
        if (office.ticket(later).state != TicketState::Closed)
            HandlingOffice::must(office.book->close(later));
        HandlingOffice::must(office.book->makeVoid(wrong, u"重复登记"_s));
        {
            Transaction transaction(office.file->database());
            (void)TicketRepository(office.file->database())
                .insert({.number = u"补1"_s,
                         .receivedAt = at("2020-02-20 09:00"),
                         .channel = office.phone(),
                         .title = u"补录"_s,
                         .state = TicketState::Closed,
                         .resolution = Resolution::AnsweredDirectly,
                         .closedAt = at("2020-02-21 09:00")});
            transaction.commit();
        }
        const Statistics figures = buildStatistics(*office.file, {.period = Period::year(2020)});
        const QList<MonthIssue> issues = monthIssues(*office.file, figures);
        REQUIRE(issues.size() == 1);
        const MonthIssue &issue = issues.first();
        CHECK(issue.month == Period::month(2020, 2));
        CHECK(figures.byMonth[1].accepted == issue.accepted + issue.added - issue.gone);
        CHECK(figures.byMonth[1].closed == issue.closed + issue.closedSince + issue.addedClosed - issue.closedGone);
        const BulletinDocument document = year();
        CHECK(toText(document).contains(
            u"与当月通报不一致的，说明如下：2月通报截至2020年2月29日，受理4件，办结1件，此后又"
            "办结1件，补录更正增加受理1件、办结1件，更正减少受理1件。"_s));
        CHECK(cells(*tableOf(document, u"各月受理办结情况"_s)).at(1) == u"2月|4|3|1|75.00%|4|1");
        CHECK(described(reviewDocument(document, printerOf(document))) == QString());
    }
    SECTION("a ticket that was closed and is open again")
    {
        HandlingOffice::must(office.book->reopen(answered, u"群众再次反映"_s));
        CHECK(toText(year()).contains(u"受理4件，办结1件，当时已办结而现未计入办结1件。"_s));
    }
    SECTION("months without an issue leave the sum of the issues unsaid")
    {
        office.clock.set(at("2020-05-06 09:00"));
        (void)office.accepted();
        const BulletinTable months = *tableOf(year(), u"各月受理办结情况"_s);
        CHECK(cells(months).mid(1)
              == QStringList{u"2月|4|1|3|25.00%|4|1"_s, u"第一季度小计|4|1|3|25.00%|4|1"_s, u"5月|1|0|1|0.00%|—|—"_s,
                             u"第二季度小计|1|0|1|0.00%|—|—"_s, u"合计|5|1|4|20.00%|—|—"_s});
    }
    SECTION("only the last issue of a month counts")
    {
        (void)office.book->makeVoid(wrong, u"重复登记"_s);
        const auto again = beginBulletin(
            *office.book, {.layout = u"city-monthly"_s, .period = Period::month(2020, 2), .date = QDate(2020, 3, 9)});
        REQUIRE(again);
        office.clock.advance(60);
        const auto published = publishBulletin(*office.book, again->id, again->version);
        INFO((published ? QString() : published.error().reason).toStdString());
        REQUIRE(published);
        CHECK(cells(*tableOf(year(), u"各月受理办结情况"_s)).at(1) == u"2月|3|1|2|33.33%|3|1");
    }
}

TEST_CASE("units are told by grades, with reasons and without a ranking; those with few cases apart", "[year][layouts]")
{
    Pressroom office;
    for (const auto &[name, onTime, late] : {std::tuple(u"甲局"_s, 20, 0), std::tuple(u"乙局"_s, 24, 1),
                                             std::tuple(u"丙局"_s, 10, 10), std::tuple(u"丁局"_s, 3, 0)})
        office.dispatched(office.entry(Department{.name = name}), onTime, late, 0);
    const BulletinDocument document = composed(*office.file, u"units-grades"_s, Period::month(2020, 2));
    const QString text = toText(document);
    CHECK(text.contains(u"参加本期分档的单位3个。另有1个单位承办不足10件，不分档，单独列出。"_s));
    CHECK(text.contains(u"A档：办结率不低于98%、按时办结率不低于98%、满意率不低于90%；"_s));
    CHECK(text.contains(u"；D档：其余单位。本通报只分档，不排名。"_s));
    CHECK(text.contains(u"A档1个：甲局；B档1个：乙局；D档1个：丙局。"_s));
    CHECK_FALSE(text.contains(u"名次"_s));
    const BulletinTable *graded = tableOf(document, u"承办单位分档情况"_s);
    REQUIRE(graded);
    CHECK(cells(*graded)
          == QStringList{u"分档|单位|承办|办结率|按时办结率|满意率|未列入上一档的原因"_s, u"A|甲局|20|100%|100%|—|"_s,
                         u"B|乙局|25|100%|96%|—|按时办结率96%，低于A档的98%"_s,
                         u"D|丙局|20|100%|50%|—|按时办结率50%，低于C档的90%"_s});
    const BulletinTable *few = tableOf(document, u"不分档单位（承办不足10件）"_s);
    REQUIRE(few);
    CHECK(cells(*few) == QStringList{u"单位|承办|办结|在办|办结率|按时办结率"_s, u"丁局|3|3|0|100%|100%"_s});
    CHECK(described(reviewDocument(document, printerOf(document))) == QString());

    SECTION("nobody with enough cases, nobody graded")
    {
        Pressroom small;
        small.dispatched(small.entry(Department{.name = u"丁局"_s}), 3, 0, 0);
        const BulletinDocument none = composed(*small.file, u"units-grades"_s, Period::month(2020, 2));
        CHECK(toText(none).contains(u"承办件数不少于10件的单位没有，本期不分档。"_s));
        CHECK_FALSE(tableOf(none, u"承办单位分档情况"_s));
    }
}

TEST_CASE("a layout that speaks of grades without a rule is told so", "[year][layouts]")
{
    const auto faults = [](const char *text) {
        return checkLayout(QJsonDocument::fromJson(QByteArray(text)).object());
    };
    CHECK(faults(R"({"title": "x", "sections": [{"paragraph": [{"each": "grades", "item": "{name}{count}{units}"}]}]})")
              .size()
          == 1);
    CHECK(faults(R"({"title": "x", "sections": [{"table": "departments", "of_grades": ["A"],
                     "columns": [{"title": "单位", "value": "{name}"}]}]})")
              .size()
          == 1);
    CHECK(faults(R"({"title": "x", "grade": {"bands": [{"grade": "A"}]}, "sections": [{"paragraph": [
                     {"text": "{graded}{ungraded}{grade_least}"},
                     {"each": "departments", "of_grades": ["A"], "item": "{name}{grade}{grade_reason}"}]}]})")
              .isEmpty());
    CHECK(
        faults(R"({"title": "x", "grade": {"bands": [{"grade": "A", "from": {"no_rate": 1}}]}, "sections": []})").size()
        == 1);
    CHECK(faults(R"({"title": "x", "sections": [{"paragraph": [{"text": "{graded}"}]}]})").size() == 1);
}
