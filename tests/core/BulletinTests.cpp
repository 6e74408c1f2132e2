// SPDX-License-Identifier: GPL-3.0-or-later
// The published sentences are the expected output.
#include "bulletin/BulletinText.h"
#include "bulletin/Composer.h"
#include "bulletin/PickedCases.h"
#include "exchange/DemoOffice.h"
#include "support/Office.h"
#include "support/Print.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

BulletinDocument compose(const QString &demo, const QString &layout, const Period &period,
                         QDate date = QDate(2020, 3, 2))
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"demo.huiyin"_s);
    Progress progress;
    createDemo(path, demo, SystemClock(), progress);
    CaseFile file(path, CaseFile::Mode::Read);
    return composeBulletin(file, {.layout = layout, .period = period, .issue = 3, .runningIssue = 7, .date = date});
}

QStringList paragraphs(const BulletinDocument &document)
{
    QStringList texts;
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *paragraph = std::get_if<BulletinParagraph>(&block))
            texts.append(paragraph->text());
    }
    return texts;
}

// A closed and picked ticket of 11 February 2020.
Ticket ticketOf(const QString &number, const QString &title, ChannelId channel)
{
    Ticket ticket;
    ticket.number = number;
    ticket.receivedAt = at("2020-02-11 09:00");
    ticket.channel = channel;
    ticket.title = title;
    ticket.content = title;
    ticket.state = TicketState::Closed;
    ticket.resolution = Resolution::Handled;
    ticket.closedAt = at("2020-02-20 09:00");
    ticket.marks = Mark::PickedSolved;
    return ticket;
}

QStringList golden(const QString &name)
{
    QFile file(QStringLiteral(HUIYIN_TEST_DATA "/bulletins/") + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

TEST_CASE("the bulletin of February 2020 prints the published paragraph", "[bulletin]")
{
    const BulletinDocument document =
        compose(u"siping-2020-02"_s, u"siping-monthly"_s, Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29)));
    CHECK(document.title == u"2月份12345市民服务热线办理情况"_s);
    CHECK(document.issueLine == u"第3期（总第7期）"_s);
    CHECK(paragraphs(document).first() == golden(u"siping-2020-02.txt"_s).first());

    const BulletinTable *table = nullptr;
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *found = std::get_if<BulletinTable>(&block))
            table = found;
    }
    REQUIRE(table);
    const auto rows = table->foldedRows();
    REQUIRE(rows.size() == 13); // 25 departments in two groups, the last cells blank
    CHECK(rows[0][0].text == u"铁西区政府"_s);
    CHECK(rows[0][3].text == u"市卫健委"_s);
    CHECK(rows[12][0].text == u"市富国公司"_s);
    CHECK(rows[12][3].text.isEmpty());
    CHECK(rows[0][1].figure == FigureKey{.measure = Measure::ByDepartment, .row = 1});
}

TEST_CASE("the report of December 2023 prints the published paragraphs", "[bulletin]")
{
    const auto texts = paragraphs(compose(u"siping-2023-12"_s, u"siping-press"_s, Period::month(2023, 12)));
    const QStringList expected = golden(u"siping-2023-12.txt"_s);
    CHECK(texts[0] == expected[0]);
    CHECK(texts[1] == expected[1]);
}

TEST_CASE("the quarter of Xiangtan county prints the published sentences", "[bulletin]")
{
    const BulletinDocument document =
        compose(u"xiangtan-county-2016-q3"_s, u"xiangtan-quarterly"_s, Period::quarter(2016, 3), QDate(2016, 10, 10));
    CHECK(document.issueLine == u"2016年第3期（总第7期）"_s);
    const QStringList expected = golden(u"xiangtan-county-2016-q3.txt"_s);
    CHECK(paragraphs(document)[0] == expected[0]);
    CHECK(paragraphs(document)[1] == expected[1]);
}

TEST_CASE("this year is said in the year itself", "[bulletin]")
{
    const auto texts = paragraphs(
        compose(u"xiangtan-county-2016-q3"_s, u"xiangtan-quarterly"_s, Period::quarter(2016, 3), QDate(2017, 1, 5)));
    CHECK(texts[0].startsWith(u"2016年第三季度，"));
    CHECK(texts[1].startsWith(u"2016年3季度"));
}

TEST_CASE("a bulletin says when it was cut off before its time, and what its shares are of", "[bulletin]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"demo.huiyin"_s);
    Progress progress;
    createDemo(path, u"siping-2020-02"_s, SystemClock(), progress);
    CaseFile file(path, CaseFile::Mode::Read);
    const auto topics = CodeTableRepository(file.database()).load().topics;
    REQUIRE(topics.size() == 1);
    const auto all = layouts();
    for (const LayoutInfo &layout : all) {
        INFO(layout.name.toStdString());
        BulletinRequest request{.layout = layout.name,
                                .period = Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29)),
                                .excludedTopics = QList<TopicId>{*topics.first().id},
                                .date = QDate(2020, 3, 2)};
        const QString whole = toText(composeBulletin(file, request));
        CHECK_FALSE(whole.contains(u"截至"));
        const bool hasShares = layout.name != u"units-grades" && layout.name != u"best-cases";
        CHECK(whole.contains(u"4460件") == hasShares); // what is left without the topic
        request.cutOff = file.zone().toUtcTime(QDate(2020, 2, 21));
        CHECK(toText(composeBulletin(file, request)).contains(u"（截至2020年2月20日）"));
    }
}

TEST_CASE("a stretch of days is not called the month", "[bulletin]")
{
    const auto document =
        compose(u"siping-2020-02"_s, u"siping-press"_s, Period::days(QDate(2020, 2, 28), QDate(2020, 2, 29)));
    CHECK_FALSE(document.title.contains(u"2月份"));
    CHECK(document.title.contains(u"2月28日"));
}

TEST_CASE("a picked case says no more than is known at the cut-off, and no number", "[bulletin]")
{
    TestOffice office;
    for (const QString &name : {u"甲局"_s, u"乙局"_s})
        REQUIRE(office.book->saveDepartment({.name = name}));
    const auto departments = office.tables().departments;
    const auto put = [&](const QString &number, const QString &title) {
        return TicketRepository(office.file->database()).insert(ticketOf(number, title, office.phone()));
    };
    Transaction transaction(office.file->database());
    const TicketId leaking = put(u"20200211-0001"_s, u"张建国（13812345678）家漏水"_s);
    const TicketId moved = put(u"20200211-0002"_s, u"路灯不亮"_s);
    Ticket later = ticketOf(u"20200211-0003"_s, u"井盖缺失"_s, office.phone());
    later.closedAt = at("2020-03-02 09:00");
    TicketRepository(office.file->database()).insert(later);
    const DispatchRepository dispatches(office.file->database());
    Dispatch first{.ticket = leaking,
                   .department = *departments[0].id,
                   .dispatchedAt = at("2020-02-11 10:00"),
                   .repliedAt = at("2020-02-19 10:00"),
                   .claimedResult = ClaimedResult::Explained,
                   .closedAt = at("2020-02-19 11:00")};
    dispatches.insert(first);
    first.ticket = moved;
    first.claimedResult = ClaimedResult::Solved;
    first.returnedAt = at("2020-03-05 10:00"); // after the cut-off
    dispatches.insert(first);
    dispatches.insert(
        {.ticket = moved, .department = *departments[1].id, .round = 2, .dispatchedAt = at("2020-03-06 10:00")});
    transaction.commit();

    const auto cases = pickedCases(*office.file, {.period = Period::month(2020, 2)}, Mark::PickedSolved);
    REQUIRE(cases.size() == 2); // the third was closed after the cut-off: it is no solved case yet
    CHECK(cases[0].title == u"张建国（138****5678）家漏水"_s);
    CHECK(cases[0].result == u"已办结"_s); // the department itself claims no more
    CHECK(cases[1].department == departments[0].id);
    CHECK(cases[1].result == u"已实际解决"_s);
}

TEST_CASE("every layout composes for an office that has nothing yet, and prints no half sentence", "[bulletin]")
{
    TestOffice office;
    office.clock.set(at("2020-03-02 09:00"));
    const auto all = layouts();
    REQUIRE(all.size() == 9);
    for (const LayoutInfo &layout : all) {
        INFO(layout.name.toStdString());
        for (const Period &period : {Period::month(2020, 2), Period::quarter(2020, 1), Period::year(2020)}) {
            const QString text = toText(
                composeBulletin(*office.file, {.layout = layout.name, .period = period, .date = QDate(2020, 3, 2)}));
            CHECK_FALSE(text.contains(u'{'));
            CHECK_FALSE(text.contains(u"；。"));
            CHECK_FALSE(text.contains(u"，，"));
            CHECK_FALSE(text.contains(u"其中。"));
        }
    }
}

TEST_CASE("printed punctuation is full-width", "[bulletin]")
{
    const BulletinDocument document = compose(u"xiangtan-county-2016-q3"_s, u"annual"_s, Period::year(2016));
    const auto texts = paragraphs(document);
    for (const QString &text : texts) {
        for (const QChar c : text)
            CHECK_FALSE((c == u',' || c == u';' || c == u':' || c == u'(' || c == u')' || c == u'!' || c == u'?'));
    }
}

TEST_CASE("a bulletin can speak of quality: satisfaction, solved, redo, working days, each with its tickets",
          "[bulletin]")
{
    TestOffice office;
    {
        Transaction transaction(office.file->database());
        const CodeTableRepository codes(office.file->database());
        const DepartmentId water = codes.save(Department{.name = u"水务集团"_s});
        const DepartmentId housing = codes.save(Department{.name = u"住建局"_s});
        const DispatchRepository dispatches(office.file->database());
        const auto add = [&](const QString &number, DepartmentId department, Satisfaction satisfaction) {
            Ticket ticket = ticketOf(number, u"停水"_s, office.phone());
            ticket.marks = {};
            ticket.receivedAt = at("2020-02-11 09:00");
            ticket.closedAt = at("2020-02-13 09:00");
            const TicketId id = TicketRepository(office.file->database()).insert(ticket);
            (void)dispatches.insert({.ticket = id,
                                     .department = department,
                                     .dispatchedAt = at("2020-02-11 10:00"),
                                     .claimedResult = ClaimedResult::Solved,
                                     .closedAt = at("2020-02-12 10:00")});
            (void)FollowUpRepository(office.file->database())
                .insert({.ticket = id, .at = at("2020-02-13 08:45"), .reached = true, .satisfaction = satisfaction});
            return id;
        };
        const TicketId redone = add(u"T1"_s, water, Satisfaction::Dissatisfied);
        add(u"T2"_s, water, Satisfaction::Satisfied);
        add(u"T3"_s, housing, Satisfaction::VerySatisfied);
        (void)dispatches.insert({.ticket = redone,
                                 .department = water,
                                 .round = 2,
                                 .dispatchedAt = at("2020-02-12 11:00"),
                                 .claimedResult = ClaimedResult::Solved,
                                 .closedAt = at("2020-02-12 16:00")});
        transaction.commit();
    }
    const BulletinDocument document =
        composeBulletin(*office.file, {.layout = u"annual"_s, .period = Period::year(2020), .date = QDate(2021, 1, 4)});
    const QString text = paragraphs(document).join(u'\n');
    CHECK(text.contains(u"综合满意率66.67%。诉求解决率100%。重办1件，重办率33.33%。"_s));
    CHECK(text.contains(u"诉求平均处理时长2.00天。"_s));
    CHECK(text.contains(u"按工作时间计，诉求平均处理时长2.00个工作日。"_s));

    const BulletinTable *quality = nullptr;
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *table = std::get_if<BulletinTable>(&block); table && table->title == u"承办单位办理质量"_s)
            quality = table;
    }
    REQUIRE(quality);
    const auto cells = [&](qsizetype row) {
        QStringList texts;
        for (const BulletinSpan &cell : quality->rows[row])
            texts.append(cell.text);
        return texts;
    };
    REQUIRE(quality->rows.size() == 3);
    CHECK(cells(0)
          == QStringList{u"水务集团"_s, u"50.00%"_s, u"100.00%"_s, u"50.00%"_s, u"0.00%"_s, u"2.00"_s, u"2.00"_s});
    CHECK(cells(1)
          == QStringList{u"住建局"_s, u"100.00%"_s, u"100.00%"_s, u"0.00%"_s, u"0.00%"_s, u"2.00"_s, u"2.00"_s});
    CHECK(cells(2) == QStringList{u"合计"_s, u"66.67%"_s, u"100.00%"_s, u"33.33%"_s, u"0.00%"_s, u"2.00"_s, u"2.00"_s});
    REQUIRE(quality->rows[0][1].figure);
    CHECK(quality->rows[0][1].figure->measure == Measure::ByDepartmentFollowUpSatisfied);
    CHECK(quality->rows[0][6].figure->measure == Measure::ByDepartmentLed);
}

TEST_CASE("without follow-ups a bulletin says nothing of satisfaction", "[bulletin]")
{
    const TestOffice office;
    const QString text =
        paragraphs(composeBulletin(*office.file,
                                   {.layout = u"annual"_s, .period = Period::year(2020), .date = QDate(2021, 1, 4)}))
            .join(u'\n');
    for (const QString &word : {u"满意率"_s, u"解决率"_s, u"重办"_s, u"处理时长"_s, u"—"_s})
        CHECK_FALSE(text.contains(word));
}

TEST_CASE("an unknown layout is refused with those that there are", "[bulletin]")
{
    const TestOffice office;
    CHECK_THROWS_WITH(composeBulletin(*office.file, {.layout = u"../x"_s, .period = Period::year(2020)}),
                      Catch::Contains("siping-monthly"));
}

TEST_CASE("a table folded into two groups keeps its total below both", "[bulletin]")
{
    BulletinTable table{.header = {u"部门"_s, u"件数"_s}, .columnGroups = 2, .hasTotal = true};
    for (const QString &name : {u"甲"_s, u"乙"_s, u"丙"_s, u"合计"_s})
        table.rows.append({{.text = name}, {.text = u"1"_s}});
    const auto rows = table.foldedRows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0][2].text == u"丙"_s);
    CHECK(rows[1][2].text.isEmpty());
    CHECK(rows[2][0].text == u"合计"_s);
    CHECK(table.foldedHeader().size() == 4);
}

TEST_CASE("on the HTML page numbers stand right and sentences left, a total in a heavier face", "[bulletin]")
{
    BulletinTable table{.header = {u"单位"_s, u"件数"_s, u"同比"_s, u"说明"_s}, .hasTotal = true};
    for (const QStringList &row : {QStringList{u"市住建局"_s, u"638/7"_s, u"/"_s, u"满意率低于90%"_s},
                                   QStringList{u"市公安局"_s, u"12345"_s, u"+8.0%"_s, QString()},
                                   QStringList{u"合计"_s, u"13000"_s, QString(), QString()}}) {
        QList<BulletinSpan> cells;
        for (const QString &cell : row)
            cells.append({.text = cell});
        table.rows.append(cells);
    }
    BulletinDocument document{.date = QDate(2020, 3, 2)};
    document.blocks = {table};
    const QString html = toHtml(document, {});
    CHECK(html.contains(u"<tr><td>市住建局</td><td class=\"n\" align=\"right\" nowrap>638/7</td><td class=\"n\" "
                        u"align=\"right\" nowrap>/</td>"
                        "<td>满意率低于90%</td></tr>"_s));
    CHECK(html.contains(u"<tr class=\"sum\"><td>合计</td><td class=\"n\" align=\"right\" nowrap>13000</td>"_s));
    CHECK_FALSE(html.contains(u"<caption>"_s));
}

TEST_CASE("on the HTML page an annex begins a page when it is printed", "[bulletin]")
{
    BulletinDocument document{.date = QDate(2020, 3, 2)};
    document.blocks = {BulletinHeading{.text = u"一、情况"_s}, BulletinHeading{.text = u"附件1"_s, .onNewPage = true},
                       BulletinParagraph{.spans = {{.text = u"说明"_s}}},
                       BulletinTable{.title = u"附表1"_s, .header = {u"单位"_s}, .onNewPage = true}};
    const QString html = toHtml(document, {});
    CHECK(html.contains(u"<h2>一、情况</h2>"_s) != html.contains(u"<h2 class=\"page\">一、情况</h2>"_s));
    CHECK(html.count(u" class=\"page\">"_s) == 2);
    CHECK(html.contains(u"<table border=\"1\" cellspacing=\"0\" class=\"page\">"_s));
    CHECK(html.contains(u".page{break-before:page"_s));
}

TEST_CASE("the HTML page escapes what clerks type", "[bulletin]")
{
    BulletinDocument document{.masthead = u"<b>&"_s, .date = QDate(2020, 3, 2)};
    document.blocks = {BulletinParagraph{{{.text = u"<script>"_s}}}, BulletinChart{}};
    const QString html = toHtml(document, {{1, "<?xml version=\"1.0\"?><svg></svg>"}});
    CHECK(html.contains(u"&lt;b&gt;&amp;"));
    CHECK_FALSE(html.contains(u"<script>"));
    CHECK(html.contains(u"<figure><img alt=\"\" src=\"data:image/svg+xml;base64,PD94bWwgdm"_s));
}
