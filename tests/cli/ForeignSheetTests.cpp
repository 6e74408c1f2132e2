// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of other programs on the command line: read by a profile that the case file keeps, or by one in a file.
#include "support/CommandLine.h"
#include "support/Office.h"

#include "exchange/Imports.h"
#include "exchange/SheetGlance.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

const QByteArray registerSheet = "二月来电登记,,,,,,\n"
                                 "序号,工单号,登记时间,诉求内容,责任单位,办理结果,来电人电话\n"
                                 "1,SP20200209001,2020-02-09 08:31,一区停水,自来水公司,实际解决,13800000001\n"
                                 "2,SP20200209002,2020-02-09 09:00,二区占道,县城管局,,13800000002\n";

// An office that keeps a profile, and the sheet that it is for.
struct Desk
{
    Desk()
    {
        write(sheet, registerSheet);
        Progress quiet;
        SheetProfile profile = guessProfile(glanceAt(sheet, QString(), quiet));
        profile.name = u"省平台"_s;
        REQUIRE(faultsOf(profile).isEmpty());
        REQUIRE(keepSheetProfile(*office.book, profile));
        office.close();
    }
    [[nodiscard]] qsizetype found(const QString &file, const QString &words) const
    {
        return run({u"find"_s, file, words, u"--format"_s, u"json"_s}).json()[u"count"].toInt(-1);
    }

    TestOffice office;
    QTemporaryDir folder;
    QString sheet = folder.filePath(u"登记.csv"_s);
};

} // namespace

TEST_CASE("a sheet of another program is imported by a profile that the case file keeps", "[cli][foreign]")
{
    const Desk desk;
    const QString file = desk.office.path();
    const QStringList import{u"import"_s, file, desk.sheet, u"--create-missing"_s};
    CHECK(run(import).code == 1); // without a profile it is no table of ours
    const Result check = run(import + QStringList{u"--profile"_s, u"省平台"_s, u"--check"_s});
    INFO(check.out.toStdString() + check.err.toStdString());
    CHECK(check.code == 0);
    CHECK(desk.found(file, u"停水"_s) == 0);
    const Result done = run(import + QStringList{u"--profile"_s, u"省平台"_s});
    INFO(done.out.toStdString() + done.err.toStdString());
    REQUIRE(done.code == 0);
    CHECK(done.err.contains("tickets: 2 added"));
    CHECK(done.err.contains("dispatches: 2 added"));
    CHECK(desk.found(file, u"停水"_s) == 1);
    const Result again = run(import + QStringList{u"--profile"_s, u"省平台"_s});
    CHECK(again.code == 1); // the keys exist
    CHECK(again.out.contains("登记.csv:3: "));
}

TEST_CASE("a profile goes to another office as a file", "[cli][foreign]")
{
    const Desk desk;
    const Result list = run({u"profiles"_s, desk.office.path(), u"--format"_s, u"json"_s});
    REQUIRE(list.code == 0);
    const QJsonArray profiles = list.json()[u"profiles"].toArray();
    REQUIRE(profiles.size() == 1);
    const QJsonObject profile = profiles[0].toObject();
    CHECK(profile[u"name"].toString() == u"省平台");
    CHECK(profile[u"tables"].toArray().contains(u"tickets"_s));
    CHECK(profile[u"needed_headings"].toArray().contains(u"登记时间"_s));
    CHECK(run({u"profiles"_s, desk.office.path()}).out.startsWith("省平台  tickets"));

    const QString definition = desk.folder.filePath(u"省平台.json"_s);
    write(definition, QJsonDocument(profile[u"definition"].toObject()).toJson());
    const QString other = desk.folder.filePath(u"other.huiyin"_s);
    REQUIRE(run({u"create"_s, other}).code == 0);
    const Result none = run({u"profiles"_s, other});
    CHECK(none.code == 0);
    CHECK(none.out.isEmpty());
    CHECK_FALSE(none.err.isEmpty());
    const Result done = run({u"import"_s, other, desk.sheet, u"--create-missing"_s, u"--profile"_s, definition});
    INFO(done.out.toStdString() + done.err.toStdString());
    REQUIRE(done.code == 0);
    CHECK(desk.found(other, u"停水"_s) == 1);
}

TEST_CASE("a profile that isn't there, or doesn't fit, is told and nothing is stored", "[cli][foreign]")
{
    const Desk desk;
    const QString file = desk.office.path();
    const QStringList import{u"import"_s, file, desk.sheet, u"--create-missing"_s};
    const Result unknown = run(import + QStringList{u"--profile"_s, u"市平台"_s});
    CHECK(unknown.code == 1);
    CHECK(unknown.err.contains("省平台")); // which there are
    const Result noProfile = run(import + QStringList{u"--profile"_s, desk.sheet});
    CHECK(noProfile.code == 1);
    CHECK(noProfile.err.contains("登记.csv"));
    CHECK(run(import + QStringList{u"--sheet"_s, u"二月"_s}).code == 2);
    const QString other = desk.folder.filePath(u"other.csv"_s);
    write(other, "号,日期\n1,2020-02-09\n");
    const Result misfit = run({u"import"_s, file, other, u"--profile"_s, u"省平台"_s});
    CHECK(misfit.code == 1);
    CHECK(misfit.out.contains("other.csv"));
    CHECK(desk.found(file, u"停水"_s) == 0);
    CHECK(desk.found(file, u"1"_s) == 0);
}
