// SPDX-License-Identifier: GPL-3.0-or-later
// The command line against the computer's clock and its time zone.
#include "casework/ClockDoubt.h"
#include "storage/Database.h"
#include "support/CommandLine.h"
#include "support/Office.h"

#include <QDir>
#include <QJsonArray>
#include <QMap>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

class OtherClock final : public Clock
{
public:
    explicit OtherClock(int days)
        : m_days(days)
    {
    }
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc().addDays(m_days); }

private:
    int m_days;
};

// A case file that was written by a computer whose clock was so many days ahead of this one's.
QString officeOf(const QTemporaryDir &folder, int days)
{
    const QString path = folder.filePath(u"a.huiyin"_s);
    const OtherClock clock(days);
    CaseFile::create(path, {.name = u"测试市市长公开电话办公室"_s},
                     [&clock](Database &database) { fillDefaults(database, clock.now()); });
    CaseFile file(path, CaseFile::Mode::Write);
    CaseBook book(file, clock, u"话务员"_s);
    const ChannelId phone = *CodeTableRepository(file.database()).load().channels.first().id;
    REQUIRE(book.accept({.channel = phone, .title = u"停水"_s, .content = u"停水"_s}));
    return path;
}

const QByteArray tickets =
    "number,received_at,title,content,urgency,closed_at,resolution\n"
    "20200210-0001,2020-02-10 08:31,单元停水,反映人来电，单元停水。,normal,2020-02-12 16:00,handled\n"
    "20200229-0002,2020-02-29 23:59:59,路灯不亮,路灯不亮三天。,urgent,,\n"
    "20200301-0003,2020-03-01 00:00,噪声扰民,夜间施工。,critical,2020-03-01 09:00,explained\n";

struct Run
{
    QByteArray stats;
    QByteArray february;
    QByteArray due;
    QMap<QString, QByteArray> tables;
    QStringList rows;
    bool operator==(const Run &) const = default;
};

Result runIn(const QByteArray &zone, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = plainEnvironment();
    environment.insert(u"TZ"_s, QString::fromLatin1(zone));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(HUIYIN_CLI), arguments);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(120'000));
    return {.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

Run workIn(const QByteArray &zone)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.huiyin"_s);
    const QString in = folder.filePath(u"in"_s);
    const QString out = folder.filePath(u"out"_s);
    REQUIRE(QDir().mkpath(in));
    write(in + u"/tickets.csv"_s, tickets);
    INFO(zone.toStdString());
    REQUIRE(runIn(zone, {u"create"_s, file}).code == 0);
    const Result imported = runIn(zone, {u"import"_s, file, in, u"--create-missing"_s});
    INFO(imported.out.toStdString() + imported.err.toStdString());
    REQUIRE(imported.code == 0);
    CHECK(runIn(zone, {u"check"_s, file}).code == 0);
    Run done;
    const auto take = [&](const QStringList &arguments) {
        const Result result = runIn(zone, arguments);
        REQUIRE(result.code == 0);
        return result.out;
    };
    done.stats = take({u"stats"_s, file, u"--year"_s, u"2020"_s, u"--format"_s, u"json"_s});
    done.february = take({u"stats"_s, file, u"--month"_s, u"2020-02"_s, u"--format"_s, u"json"_s});
    done.due = take({u"due"_s, file, u"--received"_s, u"2020-02-10 08:31"_s, u"--format"_s, u"json"_s});
    REQUIRE(runIn(zone, {u"export"_s, file, out}).code == 0);
    const QStringList names = QDir(out).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names)
        done.tables.insert(name, bytesOf(out + u'/' + name));
    // What stands in the file itself, without what is random or of now.
    Database database(file, Database::Access::Read);
    for (
        const QString &sql :
        {u"SELECT number || ' ' || received_at || ' ' || ifnull(closed_at, '-') || ' ' || ifnull(due_at, '-') FROM ticket ORDER BY id"_s,
         u"SELECT name || ' ' || zone FROM office"_s,
         u"SELECT series || ' ' || span || ' ' || last FROM number_series ORDER BY series, span"_s})
        done.rows += database.all(sql, [](const Row &row) { return row.get<QString>(0); });
    return done;
}

} // namespace

TEST_CASE("file and figures are the same in every time zone of the computer", "[cli][clock]")
{
    const Run shanghai = workIn("Asia/Shanghai");
    CHECK(shanghai.rows.size() >= 4);
    CHECK(shanghai.rows.first().startsWith(u"20200210-0001 1581294660000 ")); // 08:31 at +08:00
    CHECK(QJsonDocument::fromJson(shanghai.stats)[u"tickets"][u"accepted"].toInt() == 3);
    CHECK(QJsonDocument::fromJson(shanghai.february)[u"tickets"][u"accepted"].toInt() == 2);
    CHECK(shanghai.tables.value(u"tickets.csv"_s).contains("2020-02-29 23:59:59"));
    for (const char *zone : {"UTC", "Asia/Urumqi", "America/New_York"}) {
        INFO(zone);
        CHECK(workIn(zone) == shanghai);
    }
}

TEST_CASE("the command line stores nothing by a clock that stands before the records, and check tells it",
          "[cli][clock]")
{
    const QTemporaryDir folder;
    const QString file = officeOf(folder, 2);
    const QString table = folder.filePath(u"tickets.csv"_s);
    write(table, tickets);
    const QByteArray before = hashOf(file);
    const Result imported = run({u"import"_s, file, table});
    CHECK(imported.code == 1);
    INFO(imported.out.toStdString() + imported.err.toStdString());
    CHECK(QByteArray(imported.out + imported.err).contains("clock"));
    CHECK(hashOf(file) == before);
    CHECK(run({u"import"_s, file, table, u"--check"_s}).code == 0);
    const Result checked = run({u"check"_s, file, u"--format"_s, u"json"_s});
    CHECK(checked.code == 1);
    const QJsonArray findings = checked.json()[u"findings"].toArray();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0][u"kind"].toString() == u"clock");
    CHECK(run({u"stats"_s, file, u"--year"_s, u"2020"_s}).code == 0);
}

TEST_CASE("a file that was written with a right clock is imported into, however long it rested", "[cli][clock]")
{
    const QTemporaryDir folder;
    const QString file = officeOf(folder, -800);
    const QString table = folder.filePath(u"tickets.csv"_s);
    write(table, tickets);
    CHECK(run({u"check"_s, file}).code == 0);
    const Result imported = run({u"import"_s, file, table});
    INFO(imported.out.toStdString() + imported.err.toStdString());
    CHECK(imported.code == 0);
}
