// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"
#include "support/Office.h"

#include "casework/Seals.h"
#include "storage/AccessRepository.h"
#include "storage/Database.h"
#include "storage/UserRepository.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// One sample office for the tests that only read.
const QString &sample()
{
    static const QTemporaryDir folder;
    static const QString path = [] {
        const QString made = folder.filePath(u"a.huiyin"_s);
        const Result result = run({u"create"_s, made, u"--demo"_s, u"siping-2020-02"_s});
        REQUIRE(result.code == 0);
        return made;
    }();
    return path;
}

const QStringList february{u"--from"_s, u"2020-02-09"_s, u"--to"_s, u"2020-02-29"_s};

} // namespace

TEST_CASE("the figures of the sample office come out as JSON", "[cli]")
{
    const Result result = run(QStringList{u"stats"_s, sample()} + february
                              + QStringList{u"--exclude-topic"_s, u"疫情"_s, u"--format"_s, u"json"_s});
    REQUIRE(result.code == 0);
    CHECK(result.err.isEmpty());
    const QJsonObject json = result.json();
    CHECK(json[u"calls"][u"total"].toInt() == 8570);
    CHECK(json[u"tickets"][u"accepted"].toInt() == 6610);
    CHECK(json[u"tickets"][u"closure_rate"][u"printed"].toString() == u"99.4%"_s);
    CHECK(json[u"period"][u"cut_off"].toString() == u"2020-03-01T00:00:00"_s);
    CHECK(json[u"by_category"][u"base"].toInt() == 4460);
    CHECK(json[u"by_category"][u"rows"][0][u"share"][u"printed"].toString() == u"17.2%"_s);
    CHECK(json[u"by_department"].toArray().size() == 25);
    CHECK(json[u"dispatched"][u"total"].toInt() == 557);
    CHECK(json[u"dispatched"][u"closed"].toInt() == 519);
}

TEST_CASE("hot spots are suggested with their tickets and their method", "[cli]")
{
    const Result result = run(QStringList{u"hotspots"_s, sample()} + february + QStringList{u"--format"_s, u"json"_s});
    REQUIRE(result.code == 0);
    const QJsonObject json = result.json();
    CHECK(json[u"label"].toString() == u"2020年2月9日至2月29日"_s);
    CHECK(json[u"method"].toString().contains(u"Benjamini"_s));
    CHECK(json[u"subjects"].toArray().isEmpty()); // nothing to compare with
    const QJsonArray places = json[u"places"].toArray();
    REQUIRE_FALSE(places.isEmpty());
    CHECK(places[0][u"tickets"].toArray().size() == places[0][u"count"].toInt());
    CHECK(places[0][u"count"].toInt() >= 4);
    CHECK(places[0][u"probability"].isNull());
    const Result text = run(QStringList{u"hotspots"_s, sample()} + february);
    CHECK(text.code == 0);
    CHECK(text.out.contains(places[0][u"place"].toString().toUtf8()));
    CHECK(run({u"hotspots"_s, sample()}).code == 2);
    CHECK(run(QStringList{u"hotspots"_s, sample(), u"--format"_s, u"xml"_s} + february).code == 2);
}

TEST_CASE("percentages are printed as asked", "[cli]")
{
    const auto traffic = [](const QStringList &options) {
        const Result result = run(QStringList{u"stats"_s, sample()} + february
                                  + QStringList{u"--exclude-topic"_s, u"疫情"_s, u"--format"_s, u"json"_s} + options);
        const QJsonArray rows = result.json()[u"by_category"][u"rows"].toArray();
        for (const auto &row : rows) {
            if (row[u"name"_s].toString() == u"交通")
                return row[u"share"_s][u"printed"_s].toString();
        }
        return QString();
    };
    CHECK(traffic({}) == u"6.0%"_s);
    CHECK(traffic({u"--drop-zeros"_s}) == u"6%"_s);
    CHECK(traffic({u"--decimals"_s, u"0"_s}) == u"6%"_s);
    CHECK(traffic({u"--decimals"_s, u"2"_s}) == u"6.03%"_s);
}

TEST_CASE("a bare date as cut-off includes its day", "[cli]")
{
    const auto accepted = [](const QString &cutOff) {
        return run(QStringList{u"stats"_s, sample()} + february
                   + QStringList{u"--format"_s, u"json"_s, u"--cut-off"_s, cutOff})
            .json();
    };
    CHECK(accepted(u"2020-02-29"_s)[u"tickets"][u"accepted"].toInt() == 6610);
    CHECK(accepted(u"2020-02-29"_s)[u"period"][u"cut_off"].toString() == u"2020-03-01T00:00:00"_s);
    CHECK(accepted(u"2020-02-29 00:00"_s)[u"period"][u"cut_off"].toString() == u"2020-02-29T00:00:00"_s);
    CHECK(accepted(u"2020-02-29 00:00"_s)[u"tickets"][u"accepted"].toInt() < 6610);
}

TEST_CASE("the bulletin is written as text, page, PDF, document and workbook, and nothing is overwritten unasked",
          "[cli]")
{
    const QTemporaryDir folder;
    const QString text = folder.filePath(u"b.txt"_s);
    const QStringList command =
        QStringList{u"bulletin"_s, sample()} + february
        + QStringList{u"--layout"_s, u"siping-monthly"_s, u"--issue"_s, u"2"_s, u"--running"_s, u"86"_s, u"-o"_s};
    REQUIRE(run(command + QStringList{text}).code == 0);
    QFile golden(QStringLiteral(HUIYIN_TEST_DATA "/bulletins/siping-2020-02.txt"));
    REQUIRE(golden.open(QIODevice::ReadOnly));
    CHECK(bytesOf(text).contains(golden.readAll().trimmed()));
    CHECK(bytesOf(text).contains("第2期（总第86期）"));
    CHECK(run(command + QStringList{text}).code == 1);
    CHECK(run(command + QStringList{text, u"--force"_s}).code == 0);

    const QString page = folder.filePath(u"b.html"_s);
    REQUIRE(run(command + QStringList{page}).code == 0);
    CHECK(bytesOf(page).contains("占17.2%"));
    CHECK(bytesOf(page).contains("data:image/svg+xml"));
    const QString pdf = folder.filePath(u"b.pdf"_s);
    REQUIRE(run(command + QStringList{pdf}).code == 0);
    CHECK(bytesOf(pdf).startsWith("%PDF"));
    const QString word = folder.filePath(u"b.docx"_s);
    REQUIRE(run(command + QStringList{word}).code == 0);
    CHECK(bytesOf(word).contains("word/media/chart2.png"));
    CHECK(run(command + QStringList{word}).code == 1);
    const QString book = folder.filePath(u"b.xlsx"_s);
    REQUIRE(run(command + QStringList{book}).code == 0);
    CHECK(bytesOf(book).contains("xl/charts/chart2.xml"));
    CHECK(run(command + QStringList{book}).code == 1);
    CHECK(run(command + QStringList{folder.filePath(u"b.odt"_s)}).code == 2);
    CHECK(run(command + QStringList{folder.filePath(u"no/such/b.txt"_s)}).code == 1);
}

TEST_CASE("reading commands leave the file's bytes alone", "[cli]")
{
    const QByteArray before = hashOf(sample());
    CHECK(run(QStringList{u"stats"_s, sample()} + february).code == 0);
    CHECK(run({u"find"_s, sample(), u"停水"_s}).code == 0);
    CHECK(run({u"check"_s, sample()}).code == 0);
    CHECK(run({u"due"_s, sample(), u"--received"_s, u"2020-02-09"_s}).code == 0);
    CHECK(hashOf(sample()) == before);
}

TEST_CASE("tickets are found by two-character words, newest first", "[cli]")
{
    const Result result = run({u"find"_s, sample(), u"停水"_s, u"--limit"_s, u"3"_s, u"--format"_s, u"json"_s});
    REQUIRE(result.code == 0);
    const QJsonArray rows = result.json()[u"rows"].toArray();
    REQUIRE(rows.size() == 3);
    CHECK(result.json()[u"count"].toInt() == 3);
    CHECK(result.json()[u"more"].toBool());
    CHECK(rows[0][u"received_at"].toString() >= rows[1][u"received_at"].toString());
    for (const char16_t *key : {u"number", u"title", u"state", u"department"})
        CHECK_FALSE(rows[0][QString::fromUtf16(key)].isUndefined());

    const auto count = [](const QStringList &more) {
        return run(QStringList{u"find"_s, sample()} + more
                   + QStringList{u"--limit"_s, u"100000"_s, u"--format"_s, u"json"_s})
            .json()[u"count"]
            .toInt();
    };
    const int all = count({u"停水"_s});
    CHECK(count({u"停水 物业"_s}) < all);
    CHECK(count({u"停水 -物业"_s}) == all - count({u"停水 物业"_s}));
    CHECK(count({u"%"_s}) == 0);                                 // a letter like any other
    CHECK(count({u""_s, u"--state"_s, u"in_progress"_s}) == 40); // 38, and two letters
    CHECK(
        count({u""_s, u"--department"_s, u"市管廊建设公司"_s, u"--from"_s, u"2020-02-01"_s, u"--to"_s, u"2020-02-29"_s})
        >= 1);
    CHECK(run({u"find"_s, sample(), u"x"_s, u"--department"_s, u"没有"_s}).code == 1);
}

TEST_CASE("due times are told with their rule", "[cli]")
{
    const auto due = [](const QStringList &options) {
        return run(QStringList{u"due"_s, sample()} + options + QStringList{u"--format"_s, u"json"_s}).json();
    };
    CHECK(due({u"--received"_s, u"2024-09-30 10:00"_s, u"--limit"_s, u"5wd"_s})[u"due_at"].toString()
          == u"2024-10-12T17:00:00"_s);
    CHECK(due({u"--received"_s, u"2026-09-18"_s, u"--limit"_s, u"2wd"_s})[u"due_at"].toString()
          == u"2026-09-21T17:00:00"_s);
    CHECK(due({u"--received"_s, u"2020-02-10 09:00"_s, u"--type"_s, u"咨询"_s})[u"due_at"].toString()
          == u"2020-02-11T17:00:00"_s);
    CHECK(due({u"--received"_s, u"2020-02-10 09:00"_s, u"--urgency"_s, u"critical"_s})[u"due_at"].toString()
          == u"2020-02-10T11:00:00"_s);
    CHECK_FALSE(due({u"--received"_s, u"2020-02-10 09:00"_s})[u"provisional"].toBool());
    CHECK(due({u"--received"_s, u"2030-02-10 09:00"_s})[u"provisional"].toBool());
    CHECK(run({u"due"_s, sample(), u"--received"_s, u"tomorrow"_s}).code == 2);
    CHECK(run({u"due"_s, sample(), u"--received"_s, u"2020-02-10"_s, u"--limit"_s, u"5x"_s}).code == 2);
}

TEST_CASE("wrong usage is told apart from a refusal", "[cli]")
{
    const QTemporaryDir folder;
    const auto code = [](const QStringList &arguments) {
        const Result result = run(arguments);
        CHECK(result.out.isEmpty());
        CHECK(result.err.count('\n') == 1); // one clear line why
        return result.code;
    };
    CHECK(code({}) == 2);
    CHECK(code({u"fly"_s}) == 2);
    CHECK(code({u"stats"_s}) == 2);
    CHECK(code({u"stats"_s, sample()}) == 2);
    CHECK(code({u"stats"_s, sample(), u"--month"_s, u"2020-13"_s}) == 2);
    CHECK(code({u"stats"_s, sample(), u"--month"_s, u"2020-02"_s, u"--year"_s, u"2020"_s}) == 2);
    CHECK(code({u"stats"_s, sample(), u"--from"_s, u"2020-02-02"_s}) == 2);
    CHECK(code({u"stats"_s, sample(), u"--month"_s, u"2020-02"_s, u"--decimals"_s, u"3"_s}) == 2);
    CHECK(code({u"stats"_s, sample(), u"--month"_s, u"2020-02"_s, u"--nonsense"_s}) == 2);
    CHECK(code({u"create"_s, folder.filePath(u"x.huiyin"_s), u"--demo"_s, u"nowhere"_s}) == 2);
    CHECK(code({u"stats"_s, sample(), u"--month"_s, u"2020-02"_s, u"--exclude-topic"_s, u"没有"_s}) == 1);
    CHECK(code({u"stats"_s, folder.filePath(u"none.huiyin"_s), u"--month"_s, u"2020-02"_s}) == 1);
    CHECK(code({u"create"_s, sample()}) == 1);
    CHECK(code({u"generate"_s, sample(), u"--tickets"_s, u"5"_s}) == 1);
    CHECK(code({u"check"_s, folder.filePath(u"none.huiyin"_s)}) == 3);
}

TEST_CASE("every command has its help", "[cli]")
{
    CHECK(run({u"--help"_s}).out.contains("bulletin"));
    for (const QString &command : {u"create"_s, u"import"_s, u"stats"_s, u"bulletin"_s, u"find"_s, u"export"_s,
                                   u"due"_s, u"check"_s, u"backup"_s, u"restore"_s, u"generate"_s}) {
        const Result result = run({command, u"--help"_s});
        CHECK(result.code == 0);
        CHECK(result.out.contains(QByteArray("huiyin-cli " + command.toUtf8())));
        CHECK(result.err.isEmpty());
    }
    CHECK(run({u"--version"_s}).code == 0);
}

TEST_CASE("a damaged file is found out, a foreign one is no input", "[cli]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.huiyin"_s);
    write(path, "not a case file at all, only text");
    CHECK(run({u"check"_s, path}).code == 3);
    CHECK(run({u"stats"_s, path, u"--month"_s, u"2020-02"_s}).code == 1);

    QByteArray bytes = bytesOf(sample());
    for (qsizetype page = 40; page < 60; ++page)
        bytes.replace(page * 4096 + 200, 800, QByteArray(800, 'z'));
    write(path, bytes);
    const Result result = run({u"check"_s, path, u"--format"_s, u"json"_s});
    CHECK(result.code == 1);
    CHECK_FALSE(result.json()[u"ok"].toBool());
    CHECK_FALSE(result.json()[u"findings"].toArray().isEmpty());
}

TEST_CASE("a backup is a case file of the same figures", "[cli]")
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.huiyin"_s);
    REQUIRE(run({u"backup"_s, sample(), copy}).code == 0);
    CHECK(run({u"backup"_s, sample(), copy}).code == 1);
    CHECK(run({u"backup"_s, sample(), copy, u"--force"_s}).code == 0);
    const auto stats = [](const QString &path) {
        return run(QStringList{u"stats"_s, path} + february + QStringList{u"--format"_s, u"json"_s}).json();
    };
    CHECK(stats(copy) == stats(sample()));
}

TEST_CASE("what is exported gives the same figures when it is imported", "[cli]")
{
    const QTemporaryDir folder;
    const QString tables = folder.filePath(GENERATE(as<QString>{}, u"tables"_s, u"book.xlsx"_s));
    const QString second = folder.filePath(u"second.huiyin"_s);
    REQUIRE(run({u"export"_s, sample(), tables}).code == 0);
    CHECK(run({u"export"_s, sample(), tables}).code == 1);
    CHECK(run({u"export"_s, sample(), tables, u"--force"_s}).code == 0);
    CHECK(run({u"export"_s, sample(), tables + u"-masked"_s, u"--masked"_s}).code == 0);
    REQUIRE(run({u"create"_s, second, u"--office"_s, u"四平市市长公开电话办公室"_s}).code == 0);
    CHECK(run({u"import"_s, second, tables, u"--check"_s}).code == 0);
    const Result imported = run({u"import"_s, second, tables});
    INFO(imported.out.toStdString() + imported.err.toStdString());
    REQUIRE(imported.code == 0);
    const auto stats = [](const QString &path) {
        QJsonObject json = run(QStringList{u"stats"_s, path} + february
                               + QStringList{u"--exclude-topic"_s, u"疫情"_s, u"--format"_s, u"json"_s})
                               .json();
        // The new office has its default channel beside the imported ones; it is empty.
        QJsonArray channels;
        const QJsonArray all = json[u"by_channel"].toArray();
        for (const auto &channel : all) {
            if (channel[u"received"_s].toInt() > 0)
                channels.append(channel);
        }
        json[u"by_channel"] = channels;
        return json;
    };
    CHECK(stats(second) == stats(sample()));
    CHECK(run({u"check"_s, second}).code == 0);
    CHECK(QDir(folder.path()).entryList({u"*partial*"_s}, QDir::AllEntries).isEmpty());
}

TEST_CASE("the knowledge base goes out and comes in by itself", "[cli]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"office.huiyin"_s);
    const QString second = folder.filePath(u"second.huiyin"_s);
    const QString articles = folder.filePath(u"articles.csv"_s);
    const QString faulty = folder.filePath(u"faulty.csv"_s);
    const QString out = folder.filePath(GENERATE(as<QString>{}, u"out.csv"_s, u"out.xlsx"_s));
    REQUIRE(run({u"create"_s, file}).code == 0);
    REQUIRE(run({u"create"_s, second}).code == 0);
    write(articles, "问题,答案,有效期至\r\n供暖何时开始？,十月二十五日。,2026-12-31\r\n停水找谁？,供水公司。,\r\n");
    write(faulty, "问题,答案\r\n甲,答\r\n乙,\r\n");

    const Result refused = run({u"import"_s, file, faulty, u"--knowledge"_s});
    CHECK(refused.code == 1);
    CHECK(refused.out.startsWith("faulty.csv:3: 答案: "));
    CHECK(run({u"import"_s, file, articles, u"--knowledge"_s, u"--check"_s}).err.contains("2 would be added"));
    CHECK(run({u"import"_s, file, articles, u"--knowledge"_s}).err.contains("knowledge: 2 added, 0 replaced, 0 the"));
    CHECK(run({u"import"_s, file, articles, u"--knowledge"_s}).err.contains("knowledge: 0 added, 0 replaced, 2 the"));
    CHECK(run({u"import"_s, file, articles, u"--knowledge"_s, u"--update"_s}).code == 2);

    REQUIRE(run({u"export"_s, file, out, u"--knowledge"_s}).code == 0);
    CHECK(run({u"export"_s, file, out, u"--knowledge"_s}).code == 1);
    CHECK(run({u"export"_s, file, out, u"--knowledge"_s, u"--force"_s}).code == 0);
    CHECK(run({u"export"_s, file, out, u"--knowledge"_s, u"--masked"_s}).code == 2);
    CHECK(run({u"import"_s, second, out, u"--knowledge"_s}).err.contains("knowledge: 2 added, 0 replaced, 0 the"));
    write(articles, "question,answer\r\n停水找谁？,物业或供水公司。\r\n");
    CHECK(run({u"import"_s, second, articles, u"--knowledge"_s}).err.contains("knowledge: 0 added, 1 replaced, 0 the"));
    CHECK(run({u"check"_s, second}).code == 0);
}

TEST_CASE("an error in a workbook names its sheet and row", "[cli]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"office.huiyin"_s);
    REQUIRE(run({u"create"_s, file}).code == 0);
    // The sheet has the headings of the tickets, and columns that they don't have.
    const Result result =
        run({u"import"_s, file, QStringLiteral(HUIYIN_TEST_DATA "/spreadsheet/libreoffice.xlsx"), u"--check"_s});
    INFO(result.out.toStdString() + result.err.toStdString());
    CHECK(result.code == 0);
    CHECK(result.err.contains("libreoffice.xlsx:工单"));
    const QString locked = QStringLiteral(HUIYIN_TEST_DATA "/spreadsheet/protected.xlsx");
    const Result refused = run({u"import"_s, file, locked});
    CHECK(refused.code == 1);
    CHECK(refused.out.startsWith("protected.xlsx: "));
}

TEST_CASE("a broken import names every place and stores nothing", "[cli]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"office.huiyin"_s);
    REQUIRE(run({u"create"_s, file}).code == 0);
    const QString table = folder.filePath(u"tickets.csv"_s);
    write(table, "number,received_at,title\r\nA1,2020-02-09 08:00,好的\r\nA2,not a time,坏的\r\n,2020-02-09,无号\r\n");
    const Result result = run({u"import"_s, file, table});
    CHECK(result.code == 1);
    CHECK(result.out.contains("tickets.csv:3: received_at: "));
    CHECK(result.out.contains("tickets.csv:4: number: "));
    CHECK(run({u"find"_s, file, u""_s, u"--format"_s, u"json"_s}).json()[u"count"].toInt() == 0);
}

TEST_CASE("a large file is generated, the same for the same seed", "[cli]")
{
    const QTemporaryDir folder;
    const auto stats = [&](const QString &name, const QString &seed) {
        const QString path = folder.filePath(name);
        REQUIRE(run({u"generate"_s, path, u"--tickets"_s, u"800"_s, u"--years"_s, u"1"_s, u"--seed"_s, seed}).code
                == 0);
        CHECK(run({u"check"_s, path}).code == 0);
        return run({u"stats"_s, path, u"--year"_s, u"2023"_s, u"--format"_s, u"json"_s}).json();
    };
    const QJsonObject one = stats(u"1.huiyin"_s, u"1"_s);
    CHECK(one[u"tickets"][u"accepted"].toInt() > 700);
    CHECK(stats(u"2.huiyin"_s, u"1"_s) == one);
    CHECK(stats(u"3.huiyin"_s, u"2"_s) != one);
}

TEST_CASE("what is asked for twice, or is no day, is refused before the file is touched", "[cli]")
{
    const QString none = u"/nowhere/no.huiyin"_s;
    const auto usage = [&](const QStringList &options) {
        return run(QStringList{u"stats"_s, none} + options).code == 2;
    };
    CHECK(usage({u"--month"_s, u"2020-02"_s, u"--month"_s, u"2020-03"_s}));
    CHECK(usage({u"--from"_s, u"2020-02-09garbage"_s, u"--to"_s, u"2020-02-29"_s}));
    CHECK(usage({u"--from"_s, u"2020-02-09 10:00"_s, u"--to"_s, u"2020-02-29"_s}));
    CHECK(usage({u"--year"_s, u"0001"_s}));
    CHECK(usage({u"--month"_s, u"2020-02"_s, u"--cut-off"_s, u"nonsense"_s}));
    CHECK(run({u"bulletin"_s, none, u"--month"_s, u"2020-02"_s, u"--layout"_s, u"annual"_s, u"--running"_s, u"5"_s,
               u"-o"_s, u"b.txt"_s})
              .code
          == 2);
}

TEST_CASE("the form of a bulletin goes by its suffix, however that is written", "[cli]")
{
    const QTemporaryDir folder;
    const QString page = folder.filePath(u"b.Html"_s);
    const Result result = run(QStringList{u"bulletin"_s, sample()} + february
                              + QStringList{u"--layout"_s, u"siping-press"_s, u"-o"_s, page});
    CHECK(result.code == 0);
    CHECK(bytesOf(page).contains("data:image/svg+xml"));
}

#ifdef Q_OS_LINUX
TEST_CASE("lost output is no success", "[cli]")
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(HUIYIN_CLI),
                  QStringList{u"stats"_s, sample()} + february + QStringList{u"--format"_s, u"json"_s});
    REQUIRE(process.waitForFinished(60'000));
    CHECK(process.exitCode() == 1);
}
#endif

TEST_CASE("once accounts have passwords, whoever reads citizens' data says who it is, and it is recorded", "[cli]")
{
    TestOffice office;
    const UserRepository users(office.file->database());
    const User first = users.all().first();
    {
        CaseBook book(*office.file, office.clock, first.name);
        REQUIRE(book.accept({.channel = office.phone(), .title = u"小区停水"_s, .content = u"停水两天"_s}));
        REQUIRE(book.setPassword(*first.id, u"zhu-ren-2020"_s));
        REQUIRE(book.saveUser({.login = u"wang"_s, .name = u"王芳"_s, .roles = Role::Operator}));
        REQUIRE(book.setPassword(*users.byName(u"王芳"_s)->id, u"hua-wu-2020"_s));
    }
    office.close();
    const QStringList find{u"find"_s, office.path(), u"停水"_s};
    const Result nobody = run(find);
    CHECK(nobody.code == 1);
    CHECK(nobody.out.isEmpty());
    CHECK(nobody.err.contains("--user"));
    CHECK(run(find + QStringList{u"--user"_s, first.login}, "wrong\n").code == 1);
    CHECK(run(find + QStringList{u"--user"_s, u"niemand"_s}, "zhu-ren-2020\n").code == 1);
    const Result found = run(find + QStringList{u"--user"_s, first.login}, "zhu-ren-2020\n");
    CHECK(found.code == 0);
    CHECK(found.out.contains("小区停水"));
    CHECK(run(find + QStringList{u"--user"_s, first.name}, "zhu-ren-2020\r\n").code == 0); // by the name as well
    // A password that somebody else gave opens nothing yet.
    CHECK(run(find + QStringList{u"--user"_s, u"wang"_s}, "hua-wu-2020\n").code == 1);

    office.open();
    {
        CaseBook own(*office.file, office.clock, u"王芳"_s, Role::Operator);
        REQUIRE(own.changeOwnPassword(u"hua-wu-2020"_s, u"wo-de-mi-ma"_s));
    }
    office.close();
    QTemporaryDir folder;
    const QStringList exported{u"export"_s, office.path(), folder.filePath(u"tables"_s)};
    CHECK(run(exported + QStringList{u"--user"_s, u"wang"_s}, "wo-de-mi-ma\n").code == 1); // not the operator's right
    CHECK_FALSE(QFile::exists(folder.filePath(u"tables"_s)));
    // All of it takes a reason and a second person.
    const QStringList alone = exported + QStringList{u"--user"_s, first.login};
    CHECK(run(alone, "zhu-ren-2020\n").err.contains("--reason"));
    const QStringList why = alone + QStringList{u"--reason"_s, u"年度归档"_s};
    CHECK(run(why, "zhu-ren-2020\n").err.contains("--second"));
    CHECK(run(why + QStringList{u"--second"_s, first.login}, "zhu-ren-2020\nzhu-ren-2020\n").code == 1);
    CHECK(run(why + QStringList{u"--second"_s, u"wang"_s}, "zhu-ren-2020\nwrong\n").code == 1);
    CHECK_FALSE(QFile::exists(folder.filePath(u"tables"_s)));
    CHECK(run(why + QStringList{u"--second"_s, u"wang"_s}, "zhu-ren-2020\nwo-de-mi-ma\n").code == 0);
    CHECK(QFile::exists(folder.filePath(u"tables"_s)));
    // One that fails is told by a second record.
    CHECK(run(why + QStringList{u"--second"_s, u"wang"_s}, "zhu-ren-2020\nwo-de-mi-ma\n").code == 1);
    const QString issue = folder.filePath(u"bulletin.txt"_s);
    CHECK(run({u"bulletin"_s, office.path(), u"--month"_s, u"2020-02"_s, u"--layout"_s, u"annual"_s,
               u"--exclude-topic"_s, u"无此专题"_s, u"-o"_s, issue, u"--user"_s, first.login},
              "zhu-ren-2020\n")
              .code
          == 1);
    CHECK_FALSE(QFile::exists(issue));

    // Who doesn't keep the knowledge base takes none of it here.
    const QStringList knowledge{u"export"_s, office.path(), folder.filePath(u"articles.csv"_s), u"--knowledge"_s};
    CHECK(run(knowledge + QStringList{u"--user"_s, u"wang"_s}, "wo-de-mi-ma\n").code == 1);
    CHECK_FALSE(QFile::exists(knowledge[2]));
    CHECK(run(knowledge + QStringList{u"--user"_s, first.login}, "zhu-ren-2020\n").code == 0);

    // Figures hold no citizen's data, and a check none either.
    CHECK(run({u"stats"_s, office.path(), u"--month"_s, u"2020-02"_s}).code == 0);
    CHECK(run({u"check"_s, office.path()}).code == 0);

    office.open();
    QStringList records;
    const auto newest = AccessRepository(office.file->database()).newest(12);
    for (const AccessRecord &record : newest)
        records.append(record.user + u' ' + record.action + u' ' + record.details);
    CHECK(records.takeFirst() == first.name + u" export knowledge base");
    CHECK(records.takeFirst() == u"王芳 refused right knowledge_changed"_s);
    CHECK(records.takeFirst()
          == first.name + u" export nothing left: bulletin\nreason: There is no topic “无此专题” in this case file.");
    CHECK(records.takeFirst() == first.name + u" export bulletin");
    const QString failed = records.value(0);
    CHECK(failed.startsWith(first.name + u" export nothing left: export\nreason: "));
    CHECK(records
          == QStringList{failed, first.name + u" export export\nreason: 年度归档\nsecond: 王芳"_s,
                         first.name + u" export export\nreason: 年度归档\nsecond: 王芳"_s,
                         u"王芳 refused right exported"_s, first.name + u" view find"_s, first.name + u" view find"_s});
    // An auditor's seals are tried with his password.
    const QStringList check{u"check"_s, office.path(), u"--user"_s, first.login};
    {
        const auto seals = Seals::open(*office.file, office.clock,
                                       *UserRepository(office.file->database()).byName(first.name), u"zhu-ren-2020"_s);
        CHECK(seals->report().state == SealReport::State::None);
    }
    office.close();
    CHECK(run(check, "zhu-ren-2020\n").code == 0);
    CHECK(run(check, "wrong\n").code == 1);
    CHECK(run({u"check"_s, office.path(), u"--user"_s, u"wang"_s}, "wo-de-mi-ma\n").code == 1); // has none
    office.open();
    const auto guard =
        office.file->database().value<QString>(u"SELECT sql FROM sqlite_schema WHERE name = 'seal_no_update'"_s);
    REQUIRE(guard);
    office.file->database().exec(u"DROP TRIGGER seal_no_update"_s);
    office.file->database().exec(u"UPDATE seal SET at = at + 1, history_hash = zeroblob(32)"_s);
    office.file->database().exec(*guard);
    office.close();
    const Result changed = run(check, "zhu-ren-2020\n");
    CHECK(changed.code == 1);
    CHECK(changed.out.contains("seal 1 of "));
    CHECK(run({u"check"_s, office.path()}).code == 1);
    // Looked into by the auditor: told, but no fault of the file any more.
    office.open();
    Seals::open(*office.file, office.clock, *UserRepository(office.file->database()).byName(first.name),
                u"zhu-ren-2020"_s)
        ->beginAnew();
    office.close();
    const Result settled = run(check, "zhu-ren-2020\n");
    CHECK(settled.code == 0);
    CHECK(settled.out.contains("acknowledged: seal 1: "));
    CHECK(settled.out.contains(first.name.toUtf8()));
    const QJsonObject told = run({u"check"_s, office.path(), u"--format"_s, u"json"_s}).json();
    CHECK(told[u"ok"].toBool());
    CHECK(told[u"findings"].toArray().isEmpty());
    CHECK(told[u"acknowledged"].toArray().size() == 1);
}

TEST_CASE("a check mentions roles that are to be parted, and finds no fault in them", "[cli]")
{
    TestOffice office;
    const auto add = [&office](const QString &name) {
        REQUIRE(office.book->saveUser({.login = name, .name = name, .roles = Role::Operator}));
    };
    const QStringList check{u"check"_s, office.path(), u"--format"_s, u"json"_s};
    add(u"王芳"_s);
    office.close();
    CHECK(run(check).err.isEmpty());
    office.open();
    add(u"赵敏"_s);
    office.close();
    const Result result = run(check);
    CHECK(result.code == 0);
    CHECK(result.json()[u"ok"].toBool());
    CHECK(result.err.contains(builtInUser().toUtf8()));
    CHECK_FALSE(result.err.contains("王芳"));
}

TEST_CASE("a damaged attachment is found, with the ticket that has it", "[cli]")
{
    TestOffice office;
    const auto saved = office.book->accept({.channel = office.phone(), .title = u"路面坑洼"_s, .content = u"坑洼"_s});
    REQUIRE(saved);
    const QByteArray content = "signed reply " + QByteArray(300, 'x');
    REQUIRE(office.book->attach({.ticket = saved->id, .name = u"回复.txt"_s, .content = content}));
    office.close();
    CHECK(run({u"check"_s, office.path()}).code == 0);

    QByteArray bytes = bytesOf(office.path());
    const qsizetype at = bytes.indexOf("signed reply");
    REQUIRE(at > 0);
    REQUIRE(bytes.count("signed reply") == 1);
    bytes[at] = 'S'; // SQLite's own check doesn't notice
    write(office.path(), bytes);
    const Result result = run({u"check"_s, office.path(), u"--format"_s, u"json"_s});
    CHECK(result.code == 1);
    const QJsonArray findings = result.json()[u"findings"].toArray();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0][u"kind"].toString() == u"attachment");
    CHECK(findings[0][u"object"].toString() == u"ticket "_s + saved->number);
    CHECK(findings[0][u"message"].toString().contains(u"回复.txt"));
}
