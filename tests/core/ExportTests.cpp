// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/DemoOffice.h"
#include "exchange/Tables.h"
#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsReport.h"
#include "storage/FileCheck.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "support/ExchangeFixture.h"
#include "support/HandlingOffice.h"

#include <QJsonDocument>
#include <QMap>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

QMap<QString, QByteArray> filesOf(const QString &folder)
{
    QMap<QString, QByteArray> files;
    const QStringList names = QDir(folder).entryList(QDir::Files);
    for (const QString &name : names)
        files.insert(name, readFile(folder + u'/' + name));
    return files;
}

// The rows of an exported table without its heading, quotes and byte order mark.
QStringList rowsOf(const QString &folder, const char *table)
{
    QStringList rows =
        QString::fromUtf8(readFile(folder + u'/' + QString::fromUtf8(table))).remove(u'"').split(u"\r\n"_s);
    rows.removeFirst();
    rows.removeLast();
    return rows;
}

QStringList firstCells(const QString &folder, const char *table)
{
    QStringList cells;
    const QStringList rows = rowsOf(folder, table);
    for (const QString &row : rows)
        cells.append(row.section(u',', 0, 0));
    return cells;
}

void fill(const ImportDesk &desk)
{
    desk.put("channels.csv", {"name,parent,unit_word,is_phone,in_total", "县长信箱,人民网,封,0,0", "12345热线,,件,1,1",
                              "人民网,,条,0,1"});
    desk.put("request_types.csv", {"name", "投诉", "咨询", "求助", "举报", "建议", "表扬", "其他"});
    desk.put("categories.csv", {"path,code", "水、电、气/停水,12", "住建,2", "水、电、气,1", "-其他,"});
    desk.put("topics.csv", {"name,from,to", "疫情,2020-01-20,", "创城,,2020-06-30"});
    desk.put("areas.csv", {"path", "铁西区", "铁西区/平东街道"});
    desk.put("departments.csv", {"name,short_name,group,parent,aliases,phone",
                                 "供水公司,水司,公共企业,住建局,自来水;水厂,+86-434", "住建局,,市直部门,,,"});
    desk.put("tickets.csv",
             {"number,received_at,channel,channel_reference,request_type,category,topic,area,address,title,content,"
              "requester,"
              "phone,requester_kind,confidentiality,urgency,received_by,due_at,resolution,answer,closed_at,ground,"
              "merged_into,"
              "repeat_of,marks",
              "T5,2020-02-12 08:00,,,,,,,,=SUM(A1),\"说：\"\"停水\"\"\n\n两天\",,,,,,,,,,,,,,",
              "T1,2020-02-09 08:31:05,县长信箱,R-77,咨询,水、电、气/停水,疫情,铁西区/平东街道,英雄大街,停水,内容,王某,"
              "'+86138,enterprise,hidden,urgent,话务员01,2020-02-14 17:00,handled,已恢复,2020-02-12 10:00,,,,"
              "difficult;picked_solved",
              "T2,2020-02-10 09:00,,,,-其他,,,,,,,,,,,,,merged,,,同一事项,T5,,",
              "T3,2020-02-11 09:00,,,,,,,,,,,,,,,,,not_accepted,,2020-02-11 09:10,法院,,T1,",
              "T4,2020-02-11 09:00,,,,,,,,,,,,,,,,,void,,,误录,,,"});
    desk.put(
        "calls.csv",
        {"reference,started_at,answered_at,ended_at,direction,phone,caller,operator,outcome,topic,ticket,note",
         "C2,2020-02-10 10:00,,,out,,,,transferred,,,",
         "C1,2020-02-10 08:58,2020-02-10 08:58:07,2020-02-10 09:04,in,138,王某,话务员01,ticket,疫情,T2,\"备,注\""});
    desk.put(
        "dispatches.csv",
        {"ticket,department,round,role,dispatched_at,due_at,original_due_at,extended_at,signed_at,returned_at,"
         "return_ground,replied_at,reply,claimed_result,closed_at",
         "T5,住建局,1,lead,2020-02-12 09:00,2020-02-14 17:00,,,,,,,,,",
         "T1,供水公司,2,lead,2020-02-10 09:00,2020-02-20 17:00,2020-02-14 17:00,2020-02-13 10:00,2020-02-10 10:00,,,"
         "2020-02-11 16:00,已修复,solved,2020-02-12 10:00",
         "T1,住建局,1,co_handler,2020-02-09 09:00,,,,,2020-02-09 11:00,不属本单位,,,,"});
    desk.put("follow_ups.csv", {"ticket,at,by,method,reached,solved,satisfaction,comment", "T1,2020-02-14 09:00,,,,,,",
                                "T1,2020-02-13 09:00,回访员01,sms,1,0,basically_satisfied,还行"});
}

} // namespace

TEST_CASE("what is exported, imported and exported again is the same to the byte", "[exchange][export]")
{
    ImportDesk desk;
    fill(desk);
    desk.store();
    // Drafts are not exported, nor those that were thrown away.
    const auto draft = desk.office.book->saveDraft({.channel = desk.office.phone(), .title = u"草稿"_s});
    REQUIRE(draft);
    REQUIRE(desk.office.book->saveDraft({.channel = desk.office.phone(), .title = u"另一个"_s}));
    REQUIRE(desk.office.book->discardDraft(draft->id));
    Progress progress;
    const QString first = desk.tables() + u"-1"_s;
    const ExportReport report = exportTables(*desk.office.file, first, {}, progress);
    CHECK(report.rows.value(u"tickets"_s) == 5);
    CHECK(report.rows.value(u"calls"_s) == 2);
    CHECK(report.rows.value(u"dispatches"_s) == 3);
    CHECK(report.rows.value(u"follow_ups"_s) == 2);
    CHECK(report.rows.value(u"categories"_s) == 4);
    CHECK(filesOf(first).size() == 10);

    ImportDesk copy;
    const ImportReport imported = importTables(*copy.office.book, first, {}, progress);
    CHECK(ImportDesk::texts(imported) == QStringList());
    REQUIRE(imported.stored);
    const QString second = copy.tables() + u"-2"_s;
    (void)exportTables(*copy.office.file, second, {}, progress);
    const auto before = filesOf(first);
    const auto after = filesOf(second);
    for (auto file = before.begin(); file != before.end(); ++file) {
        INFO(file.key().toStdString());
        CHECK(QString::fromUtf8(after.value(file.key())) == QString::fromUtf8(file.value()));
    }
    CHECK(copy.ticket("T5")->title == u"=SUM(A1)"_s);
    CHECK(copy.ticket("T5")->content == u"说：\"停水\"\n\n两天"_s);
    CHECK(copy.ticket("T4")->state == TicketState::Void);
}

TEST_CASE("the first of several replies goes out and comes in again, for the timely reply rate", "[exchange][export]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const DispatchId id = *office.lead(ticket).id;
    office.clock.advance(3600);
    REQUIRE(office.book->reply({.dispatch = id, .text = u"一"_s}));
    REQUIRE(office.book->sendBackReply(id, u"请写明时间"_s));
    office.clock.set(at("2020-03-02 09:00")); // long after it was due
    REQUIRE(office.book->reply({.dispatch = id, .text = u"二"_s}));
    const Ratio timely = buildStatistics(*office.file, {.period = Period::month(2020, 2),
                                                        .cutOff = at("2020-04-01 00:00"),
                                                        .excludedTopics = {},
                                                        .withChange = false})
                             .byChannel.first()
                             .timelyReplyRate;
    CHECK(timely == Ratio{1, 1});

    QTemporaryDir folder;
    Progress progress;
    (void)exportTables(*office.file, folder.filePath(u"tables"_s), {}, progress);
    TestOffice copy("2020-03-02 10:00");
    const ImportReport imported = importTables(*copy.book, folder.filePath(u"tables"_s), {}, progress);
    REQUIRE(imported.stored);
    CHECK(buildStatistics(*copy.file, {.period = Period::month(2020, 2),
                                       .cutOff = at("2020-04-01 00:00"),
                                       .excludedTopics = {},
                                       .withChange = false})
              .byChannel.first()
              .timelyReplyRate
          == timely);
}

TEST_CASE("an export has the agreed columns, codes in English and tickets by time", "[exchange][export]")
{
    ImportDesk desk;
    fill(desk);
    desk.store();
    Progress progress;
    const QString folder = desk.tables() + u"-1"_s;
    (void)exportTables(*desk.office.file, folder, {}, progress);
    CHECK(readFile(folder + u"/request_types.csv"_s).startsWith("\xEF\xBB\xBF\"name\"\r\n\"投诉\"\r\n"));
    CHECK(readFile(folder + u"/channels.csv"_s)
              .startsWith("\xEF\xBB\xBF\"name\",\"parent\",\"unit_word\",\"is_phone\",\"in_total\"\r\n"
                          "\"县长信箱\",\"人民网\",\"封\",\"0\",\"0\"\r\n"));
    CHECK(firstCells(folder, "tickets.csv") == strings({"T1", "T2", "T3", "T4", "T5"}));
    CHECK(rowsOf(folder, "tickets.csv")
              .first()
              .endsWith(u",2020-02-14 17:00,handled,已恢复,2020-02-12 10:00,,,,difficult;picked_solved"_s));
    CHECK(rowsOf(folder, "dispatches.csv").first()
          == u"T1,住建局,1,co_handler,2020-02-09 09:00,,,,,2020-02-09 11:00,不属本单位,,,,"_s);
    CHECK(rowsOf(folder, "follow_ups.csv").first()
          == u"T1,2020-02-13 09:00,回访员01,sms,1,0,basically_satisfied,还行"_s);
    CHECK(rowsOf(folder, "departments.csv").first() == u"供水公司,水司,公共企业,住建局,自来水;水厂,'+86-434"_s);
}

TEST_CASE("a masked export holds nobody's data in any table, and the same figures", "[exchange][export]")
{
    ImportDesk desk;
    desk.put("tickets.csv",
             {"number,received_at,title,content,requester,phone,address,answer",
              "T1,2020-02-09 "
              "08:31,王小五家停水,王小五说13800001234打不通,王小五,13800001234,铁东区平东小区5号楼502室,已答复王小五"});
    desk.put("departments.csv", {"name", "自来水公司"});
    desk.put("dispatches.csv", {"ticket,department,dispatched_at,replied_at,reply",
                                "T1,自来水公司,2020-02-09 09:00,2020-02-10,已到5号楼502室找王小五"});
    desk.put("follow_ups.csv", {"ticket,at,reached,comment", "T1,2020-02-11,1,王小五很满意"});
    desk.put("calls.csv", {"reference,started_at,outcome,ticket,phone,caller,note",
                           "C1,2020-02-09 08:30,ticket,T1,13800001234,王小五,王小五再打"});
    desk.store();
    Progress progress;
    const QString folder = desk.tables() + u"-masked"_s;
    (void)exportTables(*desk.office.file, folder, {.masked = true}, progress);
    const QStringList names = QDir(folder).entryList(QDir::Files);
    CHECK(names.size() == 10);
    for (const QString &name : names) {
        const QString text = QString::fromUtf8(readFile(folder + u'/' + name));
        INFO(name.toStdString());
        for (const QString &secret : {u"王小五"_s, u"13800001234"_s, u"5号楼"_s, u"502"_s})
            CHECK_FALSE(text.contains(secret));
    }
    CHECK(rowsOf(folder, "tickets.csv").first().contains(u"王*五"_s));
    CHECK(rowsOf(folder, "tickets.csv").first().contains(u"138****1234"_s));

    TestOffice other;
    const ImportReport report = importTables(*other.book, folder, {}, progress);
    CHECK(ImportDesk::texts(report) == QStringList());
    CHECK(report.tables.value(u"tickets"_s).added == 1);
}

TEST_CASE("a retired name goes out with the rows that have it, and stays retired", "[exchange][export]")
{
    ImportDesk desk;
    desk.put("departments.csv", {"name,parent,retired", "供水公司,住建局,1", "住建局,,是", "供电公司,,1", "教育局,,0"});
    desk.put("tickets.csv", {"number,received_at,request_type", "T1,2020-02-09,表扬"});
    desk.put("dispatches.csv", {"ticket,department,dispatched_at", "T1,供水公司,2020-02-09"});
    desk.store();
    RequestType praise = desk.office.tables().requestTypes[5];
    praise.retired = true;
    REQUIRE(desk.office.book->saveRequestType(praise));
    Progress progress;
    const QString folder = desk.tables() + u"-1"_s;
    (void)exportTables(*desk.office.file, folder, {}, progress);
    CHECK(rowsOf(folder, "request_types.csv")[5] == u"表扬,1"_s);
    CHECK(rowsOf(folder, "channels.csv") == strings({"12345热线,,件,1,1"}));
    CHECK(rowsOf(folder, "departments.csv") == strings({"供水公司,,,住建局,,,1", "住建局,,,,,,1", "教育局,,,,,,0"}));
    ImportDesk copy;
    REQUIRE(importTables(*copy.office.book, folder, {}, progress).stored);
    CHECK(copy.office.tables().requestTypes == desk.office.tables().requestTypes);
    CHECK(copy.office.tables().departments.first().retired);
}

TEST_CASE("a whole book brings its own lists into a new case file", "[exchange][import]")
{
    ImportDesk desk;
    RequestType praise = desk.office.tables().requestTypes[5];
    praise.name = u"感谢"_s;
    REQUIRE(desk.office.book->saveRequestType(praise));
    Progress progress;
    const QString folder = desk.tables() + u"-1"_s;
    (void)exportTables(*desk.office.file, folder, {}, progress);

    ImportDesk copy;
    REQUIRE(copy.office.book->saveRequestType({.name = u"自定"_s}));
    const ImportReport report = importTables(*copy.office.book, folder, {}, progress);
    CHECK(report.notices
          == strings(
              {"“表扬” came with the new case file and is not in the imported table request_types. It was retired."}));
    const CodeTables tables = copy.office.tables();
    CHECK(tables.requestTypes[5].name == u"感谢"_s);
    CHECK(std::ranges::find(tables.requestTypes, u"表扬"_s, &RequestType::name)->retired);
    CHECK_FALSE(std::ranges::find(tables.requestTypes, u"自定"_s, &RequestType::name)->retired); // the office's own
    // A table alone only adds to the lists.
    ImportDesk other;
    other.put("request_types.csv", {"name", "感谢"});
    other.store();
    CHECK_FALSE(std::ranges::any_of(other.office.tables().requestTypes, &RequestType::retired));
}

TEST_CASE("a period is exported with every ticket that its own can't be read without", "[exchange][export]")
{
    ImportDesk desk;
    desk.put("departments.csv", {"name", "供水公司"});
    desk.put("tickets.csv", {"number,received_at,resolution,merged_into,repeat_of",
                             "JAN1,2020-01-05,,,",                 // asked after by a February call
                             "JAN2,2020-01-06,,,JAN0",             // repeated by FEB1
                             "JAN0,2020-01-01,,,",                 // repeated by JAN2
                             "JAN9,2020-01-09,,,",                 // nobody refers to it
                             "FEB1,2020-02-01 00:00,,,JAN2",       // the first moment
                             "FEB2,2020-02-29 23:59,,,",           // the last minute
                             "MAR1,2020-03-01 00:00,merged,FEB2,", // merged into a February ticket
                             "MAR2,2020-03-02,merged,MAR1,",       // merged into that one
                             "MAR3,2020-03-03,,,FEB1"});           // only refers to February
    desk.put("calls.csv",
             {"reference,started_at,outcome,ticket", "C1,2020-02-10,repeat,JAN1", "C2,2020-03-01,repeat,JAN9"});
    desk.put("dispatches.csv", {"ticket,department,dispatched_at", "MAR2,供水公司,2020-03-02",
                                "JAN9,供水公司,2020-01-09", "JAN0,供水公司,2020-01-02", "FEB2,供水公司,2020-03-01"});
    desk.put("follow_ups.csv", {"ticket,at", "MAR3,2020-03-05", "JAN1,2020-01-09"});
    desk.store();
    Progress progress;
    const QString folder = desk.tables() + u"-feb"_s;
    (void)exportTables(*desk.office.file, folder, {.period = Period::month(2020, 2)}, progress);
    CHECK(firstCells(folder, "tickets.csv") == strings({"JAN0", "JAN1", "JAN2", "FEB1", "FEB2", "MAR1", "MAR2"}));
    CHECK(firstCells(folder, "calls.csv") == strings({"C1"}));
    CHECK(firstCells(folder, "dispatches.csv") == strings({"JAN0", "FEB2", "MAR2"}));
    CHECK(firstCells(folder, "follow_ups.csv") == strings({"JAN1"}));
    ImportDesk copy;
    CHECK(ImportDesk::texts(importTables(*copy.office.book, folder, {}, progress)) == QStringList());
}

TEST_CASE("an export replaces only an export, and only when asked", "[exchange][export]")
{
    ImportDesk desk;
    Progress progress;
    const QString folder = desk.tables() + u"-1"_s;
    const auto kind = [&](const QString &path, bool overwrite) {
        try {
            (void)exportTables(*desk.office.file, path, {.overwrite = overwrite}, progress);
        } catch (const StorageError &error) {
            return std::optional(error.kind());
        }
        return std::optional<StorageError::Kind>();
    };
    CHECK_FALSE(kind(folder, false));
    CHECK(kind(folder, false) == StorageError::Kind::Exists);
    desk.put("tickets.csv", {"number,received_at", "T1,2020-02-09"});
    desk.store();
    CHECK_FALSE(kind(folder + u'/', true));
    CHECK(firstCells(folder, "tickets.csv") == strings({"T1"}));
    writeFile(folder + u"/letter.txt"_s, "mine");
    CHECK(kind(folder, true) == StorageError::Kind::Exists);
    CHECK(readFile(folder + u"/letter.txt"_s) == "mine");
    CHECK(kind(desk.office.path(), true) == StorageError::Kind::Exists);
    CHECK_THROWS_AS(exportTables(*desk.office.file, folder + u"/none/deeper"_s, {}, progress), FileError);
    // Nothing half done stays behind.
    CHECK(QDir(QFileInfo(folder).path()).entryList({u"*partial*"_s, u"*old-*"_s}, QDir::AllEntries).isEmpty());
}

TEST_CASE("a stopped export leaves nothing behind, and a reader can export", "[exchange][export]")
{
    ImportDesk desk;
    QByteArray tickets("number,received_at\n");
    for (int i = 1; i <= 3'000; ++i)
        tickets += "T" + QByteArray::number(i) + ",2020-02-09 08:31\n";
    desk.put("tickets.csv", tickets);
    desk.store();
    const QString folder = desk.tables() + u"-1"_s;
    CountingProgress progress;
    progress.stopAfter = 2;
    CHECK_THROWS_AS(exportTables(*desk.office.file, folder, {}, progress), StorageError);
    CHECK(QDir(QFileInfo(folder).path()).entryList({u"*-1*"_s}, QDir::AllEntries).isEmpty());

    CaseFile reader(desk.office.path(), CaseFile::Mode::Read);
    CountingProgress whole;
    CHECK(exportTables(reader, folder, {}, whole).rows.value(u"tickets"_s) == 3'000);
    CHECK(whole.reports == 6);
    CHECK(whole.lastTotal == 3'000);
}

TEST_CASE("a sample office comes through export and import with the same rows and the same figures",
          "[exchange][export]")
{
    const auto name = GENERATE(as<QString>{}, u"siping-2020-02"_s, u"xiangtan-county-2016-q3"_s);
    const QTemporaryDir folder;
    Progress progress;
    createDemo(folder.filePath(u"demo.huiyin"_s), name, SystemClock(), progress);
    CaseFile demo(folder.filePath(u"demo.huiyin"_s), CaseFile::Mode::Read);
    const QString first = folder.filePath(u"first"_s);
    (void)exportTables(demo, first, {}, progress);

    ImportDesk copy;
    const ImportReport report = importTables(*copy.office.book, first, {}, progress);
    CHECK(ImportDesk::texts(report).mid(0, 5) == QStringList());
    REQUIRE(report.stored);
    const QString second = folder.filePath(u"second"_s);
    (void)exportTables(*copy.office.file, second, {}, progress);
    const auto before = filesOf(first);
    const auto after = filesOf(second);
    for (auto file = before.begin(); file != before.end(); ++file) {
        INFO(file.key().toStdString());
        CHECK((after.value(file.key()) == file.value()));
    }

    Period period;
    const QList<DemoInfo> offices = demoOffices();
    for (const DemoInfo &office : offices) {
        if (office.name == name)
            period = office.period;
    }
    REQUIRE(period.isValid());
    const auto figures = [&period](CaseFile &file) {
        return QJsonDocument(toJson(buildStatistics(file, {.period = period}), file.zone())).toJson();
    };
    CHECK(figures(*copy.office.file).toStdString() == figures(demo).toStdString());
    CHECK(checkFile(*copy.office.file, progress).isEmpty());
}
