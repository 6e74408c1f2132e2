// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/HistoryRepository.h"
#include "storage/StorageError.h"
#include "support/ExchangeFixture.h"

#include <QJsonObject>
#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

TEST_CASE("a ticket with its number and time alone takes every default", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,received_at", "T1,2020-02-09"});
    const ImportReport report = desk.importAll();
    REQUIRE(report.stored);
    CHECK(report.tables.value(u"tickets"_s) == ImportCounts{.added = 1});
    CHECK(report.notices == QStringList());

    const Ticket ticket = *desk.ticket("T1");
    CHECK(ticket.receivedAt == at("2020-02-09 00:00"));
    CHECK(ticket.channel == desk.office.phone());
    CHECK(ticket.urgency == Urgency::Normal);
    CHECK(ticket.confidentiality == Confidentiality::Open);
    CHECK(ticket.requesterKind == RequesterKind::Citizen);
    CHECK(ticket.state == TicketState::Accepted);
    CHECK_FALSE(ticket.resolution);
    CHECK_FALSE(ticket.dueAt);
}

TEST_CASE("every column of every table is taken over, in English", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("channels.csv",
             {"name,parent,unit_word,is_phone,in_total", "县长信箱,人民网,封,0,false", "人民网,,条,否,1"});
    desk.put("request_types.csv", {"name", "咨询", "感谢"});
    desk.put("categories.csv", {"path,code", "水、电、气/停水,0102", "水、电、气,01"});
    desk.put("topics.csv", {"name,from,to", "疫情,2020-01-20,2020/6/30"});
    desk.put("areas.csv", {"path", "铁西区/平东街道"});
    desk.put("departments.csv",
             {"name,short_name,group,parent,aliases,phone",
              "四平市供水有限公司,供水公司,公共企业,住建局,自来水公司;水司,0434-1234567", "住建局,,市直部门,,,"});
    desk.put("tickets.csv",
             {"number,received_at,channel,channel_reference,request_type,category,topic,area,address,title,content,"
              "requester,"
              "phone,requester_kind,confidentiality,urgency,received_by,due_at,resolution,answer,closed_at,ground,"
              "merged_into,"
              "repeat_of,marks",
              "T1,2020-02-09 08:31:05,县长信箱,R-77,感谢,水、电、气/停水,疫情,铁西区/平东街道,英雄大街 3 "
              "号,停水,\"停水,\n两天了\",王某,"
              "13800000000,enterprise,hidden,urgent,话务员01,2020-02-14 17:00,handled,已恢复,2020-02-12 10:00,,,,"
              "difficult;picked_solved",
              "T2,2020-02-10T09:00,,,,,,,,,,,,,,,,,merged,,,同一事项,T1,,",
              "T3,2020-02-11 09:00,,,,,,,,,,,,,,,,,not_accepted,,2020-02-11 09:10,法院已受理,,T1,"});
    desk.put(
        "calls.csv",
        {"reference,started_at,answered_at,ended_at,direction,phone,caller,operator,outcome,topic,ticket,note",
         "C1,2020-02-10 08:58,2020-02-10 08:58:07,2020-02-10 09:04,in,13800000000,王某,话务员01,ticket,疫情,T2,备注",
         "C2,2020-02-10 10:00,,,out,,,,transferred,,,", "C3,2020-02-12 10:00,,,,,,,repeat,,T1,"});
    desk.put(
        "dispatches.csv",
        {"ticket,department,round,role,dispatched_at,due_at,original_due_at,extended_at,signed_at,returned_at,"
         "return_ground,replied_at,reply,claimed_result,closed_at",
         "T1,供水公司,1,lead,2020-02-09 09:00,2020-02-20 17:00,2020-02-14 17:00,2020-02-13 10:00,2020-02-09 10:00,,,"
         "2020-02-11 16:00,已修复,solved,2020-02-12 10:00",
         "T1,住建局,2,co_handler,2020-02-09 09:00,2020-02-14 17:00,,,,2020-02-09 11:00,不属本单位,,,,"});
    desk.put("follow_ups.csv",
             {"ticket,at,by,method,reached,solved,satisfaction,comment",
              "T1,2020-02-13 09:00,回访员01,sms,1,0,basically_satisfied,还行", "T1,2020-02-14 09:00,,,,,,"});
    const ImportReport report = desk.importAll();
    CHECK(ImportDesk::texts(report) == QStringList());
    REQUIRE(report.stored);

    const CodeTables tables = desk.office.tables();
    const Channel mailbox = *std::ranges::find(tables.channels, u"县长信箱"_s, &Channel::name);
    CHECK(nameOf(tables.channels, mailbox.parent) == u"人民网"_s);
    CHECK(mailbox.unitWord == u"封"_s);
    CHECK_FALSE(mailbox.isPhone);
    CHECK_FALSE(mailbox.inTotal);
    const Topic topic = tables.topics.first();
    CHECK(topic.from == QDate(2020, 1, 20));
    CHECK(topic.to == QDate(2020, 6, 30));
    const Department water = *std::ranges::find(tables.departments, u"供水公司"_s, &Department::shortName);
    CHECK(nameOf(tables.departments, water.parent) == u"住建局"_s);
    CHECK(water.aliases == QStringList{u"自来水公司"_s, u"水司"_s});
    CHECK(water.phone == u"0434-1234567"_s);
    CHECK(water.group == u"公共企业"_s);

    const Ticket one = *desk.ticket("T1");
    CHECK(one.receivedAt == at("2020-02-09 08:31:05"));
    CHECK(nameOf(tables.channels, std::optional(one.channel)) == u"县长信箱"_s);
    CHECK(one.channelReference == u"R-77"_s);
    CHECK(nameOf(tables.requestTypes, one.requestType) == u"感谢"_s);
    CHECK(pathOf(tables.categories, one.category) == u"水、电、气/停水"_s);
    CHECK(findById(tables.categories, one.category)->code == u"0102"_s);
    CHECK(nameOf(tables.topics, one.topic) == u"疫情"_s);
    CHECK(pathOf(tables.areas, one.area) == u"铁西区/平东街道"_s);
    CHECK(one.address == u"英雄大街 3 号"_s);
    CHECK(one.content == u"停水,\n两天了"_s);
    CHECK(one.phone == u"13800000000"_s);
    CHECK(one.requesterKind == RequesterKind::Enterprise);
    CHECK(one.confidentiality == Confidentiality::Hidden);
    CHECK(one.urgency == Urgency::Urgent);
    CHECK(one.receivedBy == u"话务员01"_s);
    CHECK(one.dueAt == at("2020-02-14 17:00"));
    CHECK(one.resolution == Resolution::Handled);
    CHECK(one.answer == u"已恢复"_s);
    CHECK(one.closedAt == at("2020-02-12 10:00"));
    CHECK(one.marks == (Mark::Difficult | Mark::PickedSolved));
    CHECK(one.state == TicketState::Closed);
    const Ticket two = *desk.ticket("T2");
    CHECK(two.mergedInto == one.id);
    CHECK(two.resolution == Resolution::Merged);
    CHECK(two.state == TicketState::Closed);
    const Ticket three = *desk.ticket("T3");
    CHECK(three.repeatOf == one.id);
    CHECK(three.ground == u"法院已受理"_s);

    const Call call = *desk.call("C1");
    CHECK(call.startedAt == at("2020-02-10 08:58"));
    CHECK(call.answeredAt == at("2020-02-10 08:58:07"));
    CHECK(call.endedAt == at("2020-02-10 09:04"));
    CHECK(call.outcome == CallOutcome::Ticket);
    CHECK(call.ticket == two.id);
    CHECK(nameOf(tables.topics, call.topic) == u"疫情"_s);
    CHECK(call.note == u"备注"_s);
    CHECK(desk.call("C2")->direction == CallDirection::Out);
    CHECK(desk.call("C3")->ticket == one.id);

    const QList<Dispatch> dispatches = desk.dispatches("T1");
    REQUIRE(dispatches.size() == 2);
    CHECK(dispatches[0].department == water.id);
    CHECK(dispatches[0].dueAt == at("2020-02-20 17:00"));
    CHECK(dispatches[0].originalDueAt == at("2020-02-14 17:00"));
    CHECK(dispatches[0].extendedAt == at("2020-02-13 10:00"));
    CHECK(dispatches[0].claimedResult == ClaimedResult::Solved);
    CHECK(dispatches[1].round == 2);
    CHECK(dispatches[1].role == DispatchRole::CoHandler);
    CHECK(dispatches[1].originalDueAt == at("2020-02-14 17:00")); // empty: the due time
    CHECK(dispatches[1].returnedAt == at("2020-02-09 11:00"));
    CHECK(dispatches[1].returnGround == u"不属本单位"_s);
    const QList<FollowUp> followUps = desk.followUps("T1");
    REQUIRE(followUps.size() == 2);
    CHECK(followUps[0].method == FollowUpMethod::Sms);
    CHECK(followUps[0].reached);
    CHECK(followUps[0].solved == false);
    CHECK(followUps[0].satisfaction == Satisfaction::BasicallySatisfied);
    CHECK_FALSE(followUps[1].reached);
    CHECK_FALSE(followUps[1].solved);
    CHECK_FALSE(followUps[1].satisfaction);
}

TEST_CASE("files, headings and words may be Chinese, in any order, and in GB18030", "[exchange][import]")
{
    const bool gb18030 = GENERATE(false, true);
    ImportDesk desk;
    const auto put = [&](const char *name, std::initializer_list<const char *> rows) {
        const QByteArray bytes = lines(rows);
        if (!gb18030) {
            desk.put(name, "\xEF\xBB\xBF" + bytes);
        } else {
            QStringEncoder encoder("GB18030");
            desk.put(name, QByteArray(encoder.encode(QString::fromUtf8(bytes))));
        }
    };
    put("工单.CSV",
        {" 受理时间 ,工单编号,紧急程度,保密要求,反映人类型,办结方式,办结时间,标记,诉求类型,标题",
         "2020/2/9 8:31,GD-1,特急,对承办单位保密,企业,直接解答,2020-02-09 08:40,疑难；突出问题,投诉,朱镕与囧事𠮷"});
    put("承办单位.csv", {"名称,简称", "自来水公司,水司"});
    put("承办.csv", {"工单编号,承办单位,派单时间,主办协办,办理结果", "GD-1,水司,2020-02-09 09:00,协办,拒绝办理"});
    put("来电.csv", {"来电编号,来电时间,方向,处理方式,工单编号", "LD-1,2020-02-09 08:30,呼入,转工单,GD-1",
                     "LD-2,2020-02-09 08:35,呼出,直接解答,"});
    put("回访.csv", {"工单编号,回访时间,回访方式,是否接通,是否解决,满意度", "GD-1,2020-02-10,上门,是,否,非常不满意"});
    const ImportReport report = desk.importAll();
    CHECK(ImportDesk::texts(report) == QStringList());
    REQUIRE(report.stored);
    const Ticket ticket = *desk.ticket("GD-1");
    CHECK(ticket.title == u"朱镕与囧事𠮷"_s);
    CHECK(ticket.urgency == Urgency::Critical);
    CHECK(ticket.confidentiality == Confidentiality::Hidden);
    CHECK(ticket.requesterKind == RequesterKind::Enterprise);
    CHECK(ticket.resolution == Resolution::AnsweredDirectly);
    CHECK(ticket.marks == (Mark::Difficult | Mark::PickedProblem));
    CHECK(desk.dispatches("GD-1").first().role == DispatchRole::CoHandler);
    CHECK(desk.dispatches("GD-1").first().claimedResult == ClaimedResult::Refused);
    CHECK(desk.call("LD-1")->ticket == ticket.id);
    CHECK(desk.call("LD-2")->direction == CallDirection::Out);
    CHECK(desk.followUps("GD-1").first().satisfaction == Satisfaction::VeryDissatisfied);
    CHECK(desk.followUps("GD-1").first().method == FollowUpMethod::Visit);
}

TEST_CASE("a wrong cell is reported with its file, line and column as the file names it", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv",
             {"number,received_at,urgency,marks,phone,closed_at,resolution,category", "T1,2020-02-30,,,,,,",
              "T2,43870.35,soon,,,,,", ",2020-02-09,,strange,1.38E+10,,,", "T4,,,,,,not_accepted,",
              "T5,2020-02-09 10:00,,,,2020-02-08 10:00,,", "T6,2020-02-09,,,,,handled,没有/这类",
              "T7,2020-02-09,,,,,,a//b", "2.02E+11,2020-02-09,,,,,,"});
    const ImportReport report = desk.importAll();
    CHECK_FALSE(report.stored);
    CHECK(ImportDesk::texts(report)
          == strings({
              "tickets.csv:2: received_at: “2020-02-30” is not a time. Write it as 2020-02-09 08:31.",
              "tickets.csv:3: received_at: “43870.35” is a spreadsheet's day number. Format the column as a date and "
              "time and save "
              "the file.",
              "tickets.csv:3: urgency: “soon” is none of the words for this column: 一般 (normal), 急 (urgent), 特急 "
              "(critical).",
              "tickets.csv:4: number: The cell is empty, and every row needs it.",
              "tickets.csv:4: phone: “1.38E+10” is a telephone number that the spreadsheet has rounded. Format the "
              "column as text, "
              "enter the number again and save the file.",
              "tickets.csv:4: marks: “strange” is not one of the marks.",
              "tickets.csv:5: received_at: The cell is empty, and every row needs it.",
              "tickets.csv:5: closed_at: A ticket that was not accepted needs the time when it was closed.",
              "tickets.csv:6: closed_at: The ticket was closed before it was received.",
              "tickets.csv:7: category: “没有/这类” is not in the case file's list.",
              "tickets.csv:8: category: “a//b” is no path: a level of it is empty.",
              "tickets.csv:9: number: “2.02E+11” is a number that the spreadsheet has rounded. Format the column as "
              "text, enter the "
              "number again and save the file.",
          }));
    CHECK(desk.ticketCount() == 0);

    desk.clear();
    desk.put("工单.csv", {"工单编号,受理时间,联系电话", "A,2020-02-09,1.38e10"});
    CHECK(ImportDesk::places(desk.importAll()) == QStringList{u"工单.csv:2: 联系电话"_s});
}

TEST_CASE("the heading must hold the required columns once; unknown ones are told", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,title,colour,标题", "T1,停水,red,断水"});
    desk.put("calls.csv", {"reference,started_at,ticket", "C1,2020-02-09,T1"});
    const ImportReport report = desk.importAll();
    // The call names a ticket that nobody could read: it is not to blame.
    CHECK(ImportDesk::places(report) == QStringList{u"tickets.csv:1: 标题"_s, u"tickets.csv:1: received_at"_s});
    CHECK(report.notices == strings({"tickets.csv: the column “colour” is not known and was passed over."}));

    desk.clear();
    desk.put("tickets.csv", {"number;received_at", "T1;2020-02-09"});
    CHECK(ImportDesk::texts(desk.importAll()).first().contains(u"parted by something else than commas"_s));
    desk.put("tickets.csv", QByteArray());
    CHECK(ImportDesk::texts(desk.importAll())
          == strings({"tickets.csv:1: The file is empty. Its first line names the columns."}));
}

TEST_CASE("a row with more fields than the heading is an error, one with fewer is filled up", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,received_at,title,content", "T1,2020-02-09,停水,两天,了", "", ",,,",
                             "T2,2020-02-09", "T3,2020-02-09,\"停水\"了"});
    desk.put("calls.csv", {"reference,started_at,ticket", "C1,2020-02-09,T1", "C2,2020-02-09,T2", "C3,2020-02-09,T3"});
    CHECK(ImportDesk::texts(desk.importAll())
          == strings(
              {"tickets.csv:2: The row has 5 fields, and the heading has 4. A text with a comma in it must stand in "
               "quotation marks.",
               "tickets.csv:6: title: After a closing quotation mark there is more text. A quotation mark within a "
               "text is written twice."}));
}

TEST_CASE("one broken row among fifty thousand: nothing is stored and every error is told", "[exchange][import]")
{
    ImportDesk desk;
    QByteArray tickets("number,received_at,title\n");
    for (int i = 1; i <= 50'000; ++i)
        tickets += "T" + QByteArray::number(i) + (i == 31'415 ? ",yesterday,停水\n" : ",2020-02-09 08:31,停水\n");
    desk.put("tickets.csv", tickets);
    desk.put("calls.csv", {"reference,started_at,ticket", "C1,2020-02-09,T31415", "C2,2020-02-09,T50001"});
    CountingProgress progress;
    const ImportReport report = importTables(*desk.office.book, desk.tables(), {}, progress);
    CHECK_FALSE(report.stored);
    CHECK(
        ImportDesk::texts(report)
        == strings({"tickets.csv:31416: received_at: “yesterday” is not a time. Write it as 2020-02-09 08:31.",
                    "calls.csv:3: ticket: There is no ticket “T50001”, neither in the case file nor in this import."}));
    CHECK(report.tables.value(u"tickets"_s).added == 49'999);
    CHECK(desk.ticketCount() == 0);
    CHECK(progress.reports >= 100);
    CHECK(progress.lastFile == u"calls.csv"_s);
    CHECK(progress.lastDone <= progress.lastTotal);
    CHECK(progress.lastTotal == tickets.size() + QFile(desk.path("calls.csv")).size());
}

TEST_CASE("a check reports what would be and stores nothing", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("request_types.csv", {"name", "感谢"});
    desk.put("tickets.csv", {"number,received_at,request_type", "T1,2020-02-09,感谢"});
    const CodeTables before = desk.office.tables();
    const ImportReport report = desk.importAll({.checkOnly = true});
    CHECK_FALSE(report.stored);
    CHECK(report.errors.isEmpty());
    CHECK(report.tables.value(u"tickets"_s).added == 1);
    CHECK(desk.ticketCount() == 0);
    CHECK(desk.office.tables() == before);
    CHECK(HistoryRepository(desk.office.file->database()).of(u"import"_s, 1).isEmpty());
}

TEST_CASE("a stopped import leaves the case file as it was", "[exchange][import]")
{
    ImportDesk desk;
    QByteArray tickets("number,received_at\n");
    for (int i = 1; i <= 5'000; ++i)
        tickets += "T" + QByteArray::number(i) + ",2020-02-09 08:31\n";
    desk.put("tickets.csv", tickets);
    CountingProgress progress;
    progress.stopAfter = 4;
    try {
        (void)importTables(*desk.office.book, desk.tables(), {}, progress);
        FAIL("it went on");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::Cancelled);
    }
    CHECK(progress.reports == 5);
    CHECK(desk.ticketCount() == 0);
    CHECK(desk.importAll().stored);
}

TEST_CASE("an import is one event of the history, whatever it holds", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,received_at", "T1,2020-02-09", "T2,2020-02-09"});
    desk.put("calls.csv", {"reference,started_at", "C1,2020-02-09"});
    desk.store();
    const HistoryRepository history(desk.office.file->database());
    const QList<HistoryEvent> events = history.of(u"import"_s, 1);
    REQUIRE(events.size() == 1);
    CHECK(events.first().action == u"imported"_s);
    CHECK(events.first().user == u"话务员03"_s);
    CHECK(events.first().details[u"source"_s].toString() == u"tables"_s);
    CHECK(events.first().details[u"tables"_s].toObject()[u"tickets"_s].toObject()[u"added"_s].toInt() == 2);
    CHECK(history.of(u"ticket"_s, desk.ticket("T1")->id->value()).isEmpty());
    CHECK_FALSE(history.firstBreak());
}

TEST_CASE("a single file is imported by its name, or by its headings", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,received_at", "T1,2020-02-09"});
    desk.put("二月份.csv", {"来电编号,来电时间,工单编号", "C1,2020-02-09,T1"});
    desk.put("names.csv", {"name", "咨询"});
    desk.put("wrong.csv", QByteArray("PK\x03\x04"));
    CHECK(desk.importFile("tickets.csv").stored);
    CHECK(desk.importFile("二月份.csv").stored);
    CHECK(desk.call("C1")->outcome == CallOutcome::Ticket);
    CHECK(ImportDesk::texts(desk.importFile("names.csv")).first().startsWith(u"names.csv: Neither the name"_s));
    CHECK(ImportDesk::texts(desk.importFile("wrong.csv")).first().startsWith(u"wrong.csv: The file is damaged"_s));
    CHECK(ImportDesk::texts(desk.importFile("nowhere.csv")) == strings({"nowhere.csv: There is no such file."}));
}

TEST_CASE("a folder is gone through by the names of its files, and others are told", "[exchange][import]")
{
    ImportDesk desk;
    CHECK(ImportDesk::texts(desk.importAll()).first().startsWith(u"tables: The folder holds no table"_s));
    desk.put("tickets.csv", {"number,received_at", "T1,2020-02-09"});
    desk.put("old.csv", {"number,received_at", "T9,2020-02-09"});
    desk.put("figures.xls", QByteArray("x"));
    desk.put("readme.md", QByteArray("x"));
    CHECK(
        desk.importAll({.checkOnly = true}).notices
        == strings({"figures.xls was passed over: it is neither an .xlsx file nor a CSV file with the name of a table.",
                    "old.csv was passed over: it is neither an .xlsx file nor a CSV file with the name of a table."}));
    desk.put("工单.csv", {"number,received_at", "T2,2020-02-09"});
    CHECK(ImportDesk::texts(desk.importAll())
          == strings({"工单.csv: The same table is here twice; the other is tickets.csv."}));
}

TEST_CASE("a number that is taken names both rows", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("departments.csv", {"name,short_name", "自来水公司,水司"});
    desk.put("tickets.csv", {"number,received_at,title", "T1,2020-02-09 08:31,停水"});
    desk.put("calls.csv", {"reference,started_at", "C1,2020-02-09 08:31"});
    desk.put("dispatches.csv", {"ticket,department,dispatched_at", "T1,水司,2020-02-09 09:00"});
    desk.put("follow_ups.csv", {"ticket,at", "T1,2020-02-10 09:00"});
    desk.store();
    desk.put("tickets.csv",
             {"number,received_at", "T1,2020-02-10", "T2,2020-02-10", "T2,2020-02-10", "T3,soon", "T3,2020-02-10"});
    desk.put("calls.csv", {"reference,started_at", "C1,2020-02-10", "C2,2020-02-10", "C2,2020-02-10"});
    desk.put("dispatches.csv", {"ticket,department,round,dispatched_at", "T1,自来水公司,1,2020-02-10",
                                "T1,水司,2,2020-02-10", "T1,自来水公司,2,2020-02-10"});
    desk.put("follow_ups.csv", {"ticket,at", "T1,2020-02-10 09:00", "T1,2020-02-11 09:00", "T1,2020-02-11 09:00:00"});
    CHECK(
        ImportDesk::texts(desk.importAll())
        == strings({
            "tickets.csv:2: number: There is a ticket “T1” already: in the case file, “停水”, received 2020-02-09 "
            "08:31.",
            "tickets.csv:4: number: There is a ticket “T2” already: tickets.csv:3.",
            "tickets.csv:5: received_at: “soon” is not a time. Write it as 2020-02-09 08:31.",
            "tickets.csv:6: number: There is a ticket “T3” already: tickets.csv:5.",
            "calls.csv:2: reference: There is a call “C1” already: in the case file, started 2020-02-09 08:31.",
            "calls.csv:4: reference: There is a call “C2” already: calls.csv:3.",
            "dispatches.csv:2: ticket: The ticket “T1” was given to “自来水公司” in round 1 already: in the case file, "
            "dispatched 2020-02-09 09:00.",
            "dispatches.csv:4: ticket: The ticket “T1” was given to “自来水公司” in round 2 already: dispatches.csv:3.",
            "follow_ups.csv:2: at: The ticket “T1” has a follow-up of that time already: in the case file.",
            "follow_ups.csv:4: at: The ticket “T1” has a follow-up of that time already: follow_ups.csv:3.",
        }));
}

TEST_CASE("an update replaces rows, keeps what the file doesn't tell, and is in the history", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("departments.csv", {"name", "自来水公司"});
    desk.put("tickets.csv", {"number,received_at,title,phone,marks", "T1,2020-02-09 08:31,停水,13800000000,leader",
                             "T2,2020-02-09 08:32,断电,,"});
    desk.put("calls.csv", {"reference,started_at,note", "C1,2020-02-09 08:31,一"});
    desk.put("dispatches.csv",
             {"ticket,department,dispatched_at,due_at", "T1,自来水公司,2020-02-09 09:00,2020-02-14 17:00"});
    desk.put("follow_ups.csv", {"ticket,at,comment", "T1,2020-02-10 09:00,好"});
    desk.store();
    const Ticket before = *desk.ticket("T1");
    CHECK(before.state == TicketState::InProgress);

    desk.put("tickets.csv",
             {"number,received_at,title,closed_at,resolution", "T1,2020-02-09 08:31,停水两天,2020-02-12 10:00,办理",
              "T2,2020-02-09 08:32,断电,,", "T3,2020-02-10,新,,"});
    desk.put("calls.csv", {"reference,started_at,note,outcome,ticket", "C1,2020-02-09 08:31,二,ticket,T1"});
    desk.put("dispatches.csv",
             {"ticket,department,dispatched_at,replied_at", "T1,自来水公司,2020-02-09 09:00,2020-02-11 10:00"});
    desk.put("follow_ups.csv", {"ticket,at,satisfaction", "T1,2020-02-10 09:00,满意"});
    const ImportReport report = desk.importAll({.update = true});
    CHECK(ImportDesk::texts(report) == QStringList());
    CHECK(report.tables.value(u"tickets"_s) == ImportCounts{.added = 1, .replaced = 1, .same = 1});
    CHECK(report.tables.value(u"calls"_s) == ImportCounts{.replaced = 1});
    CHECK(report.tables.value(u"dispatches"_s) == ImportCounts{.replaced = 1});
    CHECK(report.tables.value(u"follow_ups"_s) == ImportCounts{.replaced = 1});

    const Ticket after = *desk.ticket("T1");
    CHECK(after.id == before.id);
    CHECK(after.title == u"停水两天"_s);
    CHECK(after.phone == u"13800000000"_s);
    CHECK(after.marks == Marks(Mark::Leader));
    CHECK(after.state == TicketState::Closed);
    CHECK(after.version == before.version + 1);
    CHECK(desk.call("C1")->note == u"二"_s);
    CHECK(desk.call("C1")->outcome == CallOutcome::Ticket);
    CHECK(desk.dispatches("T1").first().dueAt == at("2020-02-14 17:00"));
    CHECK(desk.dispatches("T1").first().repliedAt == at("2020-02-11 10:00"));
    CHECK(desk.followUps("T1").first().comment == u"好"_s);
    CHECK(desk.followUps("T1").first().satisfaction == Satisfaction::Satisfied);

    const HistoryRepository history(desk.office.file->database());
    const QList<HistoryEvent> events = history.of(u"ticket"_s, before.id->value());
    REQUIRE(events.size() == 1);
    CHECK(events.first().action == u"changed_by_import"_s);
    CHECK(events.first().details[u"resolution"_s].toObject()[u"to"_s].toString() == u"handled"_s);
    CHECK(events.first().details.contains(u"texts"_s));
    CHECK(history.of(u"ticket"_s, desk.ticket("T2")->id->value()).isEmpty());
}

TEST_CASE("an update with our own export changes nothing, to the millisecond", "[exchange][import]")
{
    ImportDesk desk;
    desk.office.clock.set(at("2020-02-10 09:00").addMSecs(789));
    REQUIRE(desk.office.book->answerDirectly({.call = CallFacts{.startedAt = desk.office.clock.now()},
                                              .channel = desk.office.phone(),
                                              .title = u"公交"_s,
                                              .content = u"几点末班"_s,
                                              .answer = u"十点"_s}));
    const Ticket before = *desk.ticket("20200210-0001");
    FollowUpRepository(desk.office.file->database())
        .insert({.ticket = *before.id, .at = desk.office.clock.now(), .reached = true});
    Progress progress;
    const QString folder = desk.tables() + u"-out"_s;
    (void)exportTables(*desk.office.file, folder, {}, progress);
    const ImportReport report = importTables(*desk.office.book, folder, {.update = true}, progress);
    CHECK(ImportDesk::texts(report) == QStringList());
    for (const ImportCounts &counts : report.tables)
        CHECK(counts == ImportCounts{.same = counts.same});
    CHECK(*desk.ticket("20200210-0001") == before);
    CHECK(desk.followUps("20200210-0001").size() == 1);
}

TEST_CASE("a name that is not in the lists is an error, or is added when asked", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,received_at,channel,request_type,category,topic,area",
                             "T1,2020-02-09,网站,感谢,水、电、气／停水,疫情,铁西区/平东街道",
                             "T2,2020-02-09,网站,,水、电、气/停电,,"});
    desk.put("dispatches.csv", {"ticket,department,dispatched_at", "T1,自来水公司,2020-02-09 09:00"});
    CHECK(ImportDesk::places(desk.importAll())
          == strings({"tickets.csv:2: channel", "tickets.csv:2: request_type", "tickets.csv:2: category",
                      "tickets.csv:2: topic", "tickets.csv:2: area", "tickets.csv:3: channel",
                      "tickets.csv:3: category", "dispatches.csv:2: department"}));

    const ImportReport report = desk.importAll({.createMissing = true});
    REQUIRE(report.stored);
    CHECK(report.tables.value(u"categories"_s).added == 3);
    CHECK(report.notices.first() == u"tickets.csv:2: “网站” was not in the table channels and was added."_s);
    const CodeTables tables = desk.office.tables();
    CHECK(pathOf(tables.categories, desk.ticket("T1")->category) == u"水、电、气/停水"_s);
    CHECK(pathOf(tables.categories, desk.ticket("T2")->category) == u"水、电、气/停电"_s);
    CHECK(pathOf(tables.areas, desk.ticket("T1")->area) == u"铁西区/平东街道"_s);
    CHECK(nameOf(tables.departments, std::optional(desk.dispatches("T1").first().department)) == u"自来水公司"_s);
    CHECK(desk.ticket("T1")->state == TicketState::InProgress);
    CHECK(desk.ticket("T2")->state == TicketState::Accepted);
}

TEST_CASE("a department is found by its name, its short name and its aliases, if they tell one", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("departments.csv", {"name,short_name,aliases", "四平市供水有限公司,供水公司,自来水公司；水司",
                                 "铁西区政府,铁西区,", "铁西区供水站,,水司;自来水"});
    desk.put("tickets.csv", {"number,received_at", "T1,2020-02-09"});
    desk.put("dispatches.csv", {"ticket,department,dispatched_at", "T1,自来水公司,2020-02-09", "T1,铁西区,2020-02-09",
                                "T1,水司,2020-02-09", "T1,水利局,2020-02-09"});
    CHECK(ImportDesk::texts(desk.importAll())
          == strings(
              {"dispatches.csv:4: department: More than one entry of the case file bears the name “水司”. Write its "
               "full name.",
               "dispatches.csv:5: department: “水利局” is not in the case file's list."}));
}

TEST_CASE("a row of a code table that is there is the same, or taken over and told", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("channels.csv", {"name,unit_word,is_phone,in_total", "12345热线,件,1,1", "县长信箱,封,0,0"});
    desk.put("categories.csv", {"path,code", "住建,7", "住建/供热,71"});
    desk.store();
    desk.put("channels.csv", {"name,unit_word", "12345热线,件次", "县长信箱,封", "县长信箱,封", "网站,条"});
    desk.put("categories.csv", {"path", "住建/供热", "住建"});
    const ImportReport report = desk.importAll();
    REQUIRE(report.stored);
    CHECK(report.tables.value(u"channels"_s) == ImportCounts{.added = 1, .replaced = 1, .same = 2});
    CHECK(report.tables.value(u"categories"_s) == ImportCounts{.same = 2});
    CHECK(report.notices
          == strings({"channels.csv:2: “12345热线” was there already and differed; the row of the table was taken."}));
    const CodeTables tables = desk.office.tables();
    CHECK(tables.channels.first().unitWord == u"件次"_s);
    CHECK(tables.channels.first().isPhone); // the file has no such column
    CHECK_FALSE(tables.channels[1].inTotal);
    CHECK(std::ranges::find(tables.categories, u"供热"_s, &Category::name)->code == u"71"_s);
}

TEST_CASE("a parent may come later, must exist, and nothing lies below itself", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("departments.csv", {"name,parent", "一科,住建局", "住建局,市政府", "甲,乙", "乙,甲", "丙,丙"});
    CHECK(ImportDesk::texts(desk.importAll())
          == strings({"departments.csv:3: parent: “市政府” is not in the case file's list.",
                      "departments.csv:5: parent: “乙” can't lie below itself.",
                      "departments.csv:6: parent: “丙” can't lie below itself."}));
    desk.put("departments.csv", {"name,parent", "一科,住建局", "住建局,市政府"});
    desk.store({.createMissing = true});
    const CodeTables tables = desk.office.tables();
    CHECK(nameOf(tables.departments, tables.departments[0].parent) == u"住建局"_s);
    CHECK(nameOf(tables.departments, tables.departments[1].parent) == u"市政府"_s);
}

TEST_CASE("the order of the rows is the order of a table", "[exchange][import]")
{
    ImportDesk desk;
    const auto paths = [&desk] {
        QStringList list;
        const CodeTables tables = desk.office.tables();
        for (const Category &category : tables.categories)
            list.append(pathOf(tables.categories, category.id));
        return list;
    };
    // A parent takes the place of its own row, or of the first row below it when it has none.
    desk.put("categories.csv", {"path", "水/停水", "住建", "水", "路/坑"});
    desk.put("request_types.csv", {"name", "投诉", "咨询", "感谢"});
    desk.put("tickets.csv", {"number,received_at", "T1,2020-02-09"});
    desk.store();
    CHECK(paths() == strings({"水/停水", "住建", "水", "路", "路/坑"}));
    // The case file was new: the rows set the order of what was there by default, too.
    CHECK(desk.office.tables().requestTypes.first().name == u"投诉"_s);
    CHECK(desk.office.tables().requestTypes[2].name == u"感谢"_s);
    // From then on the office's order stays, and new rows come after it.
    desk.put("categories.csv", {"path", "教育", "住建", "水/停水"});
    desk.store();
    CHECK(paths() == strings({"水/停水", "住建", "水", "路", "路/坑", "教育"}));
}

TEST_CASE("a row in error is reported once, not by every row that refers to it", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("departments.csv", {"name,phone", "自来水公司,1.38E+10"});
    desk.put("topics.csv", {"name,from,to", "疫情,2020-02-01,2020-01-01"});
    desk.put("tickets.csv", {"number,received_at,topic,merged_into,resolution", "T1,soon,,,", "T2,2020-02-09,疫情,,",
                             "T3,2020-02-09,,T1,merged", "T4,2020-02-09,,,"});
    desk.put("calls.csv", {"reference,started_at,ticket,topic", "C1,2020-02-09,T1,疫情", "C2,2020-02-09,T2,"});
    desk.put("dispatches.csv",
             {"ticket,department,dispatched_at", "T4,自来水公司,2020-02-09", "T2,自来水公司,2020-02-09"});
    desk.put("follow_ups.csv", {"ticket,at", "T1,2020-02-10"});
    CHECK(ImportDesk::places(desk.importAll())
          == strings({"topics.csv:2: to", "departments.csv:2: phone", "tickets.csv:2: received_at"}));
}

TEST_CASE("tickets may refer to tickets further down and in the case file", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,received_at", "OLD,2019-02-09"});
    desk.store();
    desk.put("tickets.csv", {"number,received_at,resolution,merged_into,repeat_of", "T1,2020-02-09,并单,T3,",
                             "T2,2020-02-09,,,T3", "T3,2020-02-10,merged,OLD,", "T4,2020-02-10,,,T1"});
    desk.store();
    CHECK(desk.ticket("T1")->mergedInto == desk.ticket("T3")->id);
    CHECK(desk.ticket("T1")->resolution == Resolution::Merged);
    CHECK(desk.ticket("T1")->state == TicketState::Closed);
    CHECK(desk.ticket("T2")->repeatOf == desk.ticket("T3")->id);
    CHECK(desk.ticket("T3")->mergedInto == desk.ticket("OLD")->id);
    CHECK(desk.ticket("T4")->repeatOf == desk.ticket("T1")->id);
}

TEST_CASE("merging is refused in circles, into itself, into nothing, and half told", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv",
             {"number,received_at,resolution,merged_into,repeat_of", "A,2020-02-09,merged,B,", "B,2020-02-09,merged,C,",
              "C,2020-02-09,merged,A,", "D,2020-02-09,merged,A,", "E,2020-02-09,merged,E,E", "F,2020-02-09,merged,,",
              "G,2020-02-09,handled,D,", "H,2020-02-09,merged,X,", "I,2020-02-09,,,X"});
    const ImportReport report = desk.importAll();
    CHECK(ImportDesk::texts(report)
          == strings(
              {"tickets.csv:2: merged_into: Tickets are merged into each other in a circle: A → B → C → A.",
               "tickets.csv:6: merged_into: A ticket can't refer to itself.",
               "tickets.csv:6: repeat_of: A ticket can't refer to itself.",
               "tickets.csv:7: merged_into: A merged ticket needs the number of the ticket that it was merged into.",
               "tickets.csv:8: resolution: A ticket that was merged into another has the resolution merged (并单).",
               "tickets.csv:9: merged_into: There is no ticket “X”, neither in the case file nor in this import.",
               "tickets.csv:10: repeat_of: There is no ticket “X”, neither in the case file nor in this import."}));
    // An update can close a circle with what is in the case file.
    desk.put("tickets.csv", {"number,received_at,resolution,merged_into", "A,2020-02-09,,", "B,2020-02-09,merged,A"});
    desk.store();
    desk.put("tickets.csv", {"number,received_at,resolution,merged_into", "A,2020-02-09,merged,B"});
    CHECK(ImportDesk::places(desk.importAll({.update = true})) == strings({"tickets.csv:2: merged_into"}));
}

TEST_CASE("a call has a ticket exactly when its outcome says so", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,received_at", "T1,2020-02-09"});
    desk.put("calls.csv", {"reference,started_at,outcome,ticket", "C1,2020-02-09,,T1", "C2,2020-02-09,,",
                           "C3,2020-02-09,重复来电,T1", "C4,2020-02-09,Invalid,"});
    desk.store();
    CHECK(desk.call("C1")->outcome == CallOutcome::Ticket);
    CHECK(desk.call("C2")->outcome == CallOutcome::Answered);
    CHECK(desk.call("C3")->outcome == CallOutcome::Repeat);
    CHECK(desk.call("C4")->outcome == CallOutcome::Invalid);
    desk.put("calls.csv",
             {"reference,started_at,outcome,ticket,answered_at,ended_at", "D1,2020-02-09,ticket,,,",
              "D2,2020-02-09,answered,T1,,", "D3,2020-02-09,,T8,,", "D4,2020-02-09 10:00,,,2020-02-09 09:59,",
              "D5,2020-02-09 10:00,,,2020-02-09 10:01,2020-02-09 10:00:30", "D6,2020-02-09 10:00,,,,2020-02-08",
              "D7,2020-02-09 10:00,,,,2020-02-09"});
    CHECK(ImportDesk::places(desk.importAll())
          == strings({"calls.csv:2: ticket", "calls.csv:3: ticket", "calls.csv:4: ticket", "calls.csv:5: answered_at",
                      "calls.csv:6: ended_at", "calls.csv:7: ended_at", "calls.csv:8: ended_at"}));
    CHECK(ImportDesk::texts(desk.importAll()).last()
          == u"calls.csv:8: ended_at: The call ended before it started. A date without a time is 00:00."_s);
}

TEST_CASE("a dispatch and a follow-up are checked like any other row", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("departments.csv", {"name", "自来水公司"});
    desk.put("tickets.csv", {"number,received_at", "T1,2020-02-09"});
    desk.put("dispatches.csv",
             {"ticket,department,round,dispatched_at,replied_at,closed_at,role", ",自来水公司,,2020-02-09,,,",
              "T1,,,2020-02-09,,,", "T1,自来水公司,0,2020-02-09,,,", "T1,自来水公司,二,,,,",
              "T1,自来水公司,２,2020-02-09 10:00,2020-02-09 09:00,2020-02-08,", "T9,自来水公司,,2020-02-09,,,boss"});
    desk.put("follow_ups.csv", {"ticket,at,reached,solved,satisfaction,method", ",2020-02-09,,,,", "T1,,,,,",
                                "T1,2020-02-09,maybe,2,good,pigeon"});
    CHECK(ImportDesk::places(desk.importAll())
          == strings({"dispatches.csv:2: ticket", "dispatches.csv:3: department", "dispatches.csv:4: round",
                      "dispatches.csv:5: round", "dispatches.csv:5: dispatched_at", "dispatches.csv:6: replied_at",
                      "dispatches.csv:6: closed_at", "dispatches.csv:7: ticket", "dispatches.csv:7: role",
                      "follow_ups.csv:2: ticket", "follow_ups.csv:3: at", "follow_ups.csv:4: method",
                      "follow_ups.csv:4: reached", "follow_ups.csv:4: solved", "follow_ups.csv:4: satisfaction"}));
}

TEST_CASE("the state of a ticket follows from what is told of it", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("departments.csv", {"name", "自来水公司"});
    desk.put("tickets.csv", {"number,received_at,resolution,closed_at", "T1,2020-02-09,,", "T2,2020-02-09,,",
                             "T3,2020-02-09,handled,2020-02-10", "T4,2020-02-09,void,"});
    desk.put("dispatches.csv",
             {"ticket,department,dispatched_at", "T2,自来水公司,2020-02-09", "T3,自来水公司,2020-02-09"});
    desk.store();
    CHECK(desk.ticket("T1")->state == TicketState::Accepted);
    CHECK(desk.ticket("T2")->state == TicketState::InProgress);
    CHECK(desk.ticket("T3")->state == TicketState::Closed);
    CHECK(desk.ticket("T4")->state == TicketState::Void);
    desk.put("dispatches.csv", {"ticket,department,dispatched_at", "T1,自来水公司,2020-02-10"});
    desk.store();
    CHECK(desk.ticket("T1")->state == TicketState::InProgress);
}

TEST_CASE("a ticket without a channel came by telephone, which is made when there is none", "[exchange][import]")
{
    ImportDesk desk;
    const CodeTables tables = desk.office.tables();
    Channel hotline = tables.channels.first();
    hotline.name = u"来信"_s;
    hotline.isPhone = false;
    REQUIRE(desk.office.book->saveChannel(hotline));
    desk.put("tickets.csv", {"number,received_at,channel", "T1,2020-02-09,", "T2,2020-02-09,来信"});
    desk.store();

    CHECK(nameOf(desk.office.tables().channels, std::optional(desk.ticket("T1")->channel)) == u"12345热线"_s);
    CHECK(nameOf(desk.office.tables().channels, std::optional(desk.ticket("T2")->channel)) == u"来信"_s);
}

TEST_CASE("texts pass the gate: full-width numbers, line ends, formulas, what can't be stored", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv", QByteArray("number,received_at,title,phone,content\r\n"
                                       "T1,2020-02-09,'=1+1,１３８ ００００ ００００,\"a\r\nb\rc\"\r\n"
                                       "T2,2020-02-09,''-x,'+86-434,'不是公式\r\n"));
    desk.store();
    CHECK(desk.ticket("T1")->title == u"=1+1"_s);
    CHECK(desk.ticket("T1")->phone == u"13800000000"_s);
    CHECK(desk.ticket("T1")->content == u"a\nb\nc"_s);
    CHECK(desk.ticket("T2")->title == u"'-x"_s);
    CHECK(desk.ticket("T2")->phone == u"+86-434"_s);
    CHECK(desk.ticket("T2")->content == u"'不是公式"_s);
    desk.put("tickets.csv", lines({"number,received_at,title", "T3,2020-02-09,a%b",
                                   "T4,2020-02-09,\xE2\x80\xAE"
                                   "c"})
                                .replace('%', '\0'));
    CHECK(ImportDesk::places(desk.importAll()) == strings({"tickets.csv:2: title", "tickets.csv:3: title"}));
}

TEST_CASE("the numbers that we give go on around imported ones", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("tickets.csv", {"number,received_at", "20200210-0001,2020-02-10 08:00"});
    desk.put("calls.csv", {"reference,started_at", "20200210-C0004,2020-02-10 08:00"});
    desk.store();
    REQUIRE(desk.office.book->registerCall({.facts = {.startedAt = desk.office.clock.now()}}));
    CHECK(desk.call("20200210-C0005"));
    const auto saved =
        desk.office.book->accept({.channel = desk.office.phone(), .title = u"停水"_s, .content = u"两天"_s});
    REQUIRE(saved);
    CHECK(saved->number == u"20200210-0002"_s);
}

TEST_CASE("a cell of nothing but invisible characters is empty", "[exchange][import]")
{
    ImportDesk desk;
    desk.put("categories.csv", {"path", "\x01"});
    desk.put("tickets.csv",
             {"number,received_at,channel", "\xEF\xBB\xBF,2020-02-09,", "T2,\x02,", "T3,2020-02-09,\x03"});
    desk.put("dispatches.csv", {"ticket,department,dispatched_at", "\x01,\x01,2020-02-09"});
    desk.put("follow_ups.csv", {"ticket,at", "\x01,2020-02-09"});
    CHECK(ImportDesk::places(desk.importAll())
          == strings({"categories.csv:2: path", "tickets.csv:2: number", "tickets.csv:3: received_at",
                      "dispatches.csv:2: ticket", "dispatches.csv:2: department", "follow_ups.csv:2: ticket"}));
}
