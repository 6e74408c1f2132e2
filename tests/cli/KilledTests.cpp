// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed in the middle of writing: nothing is lost, and nothing half done is taken for whole.
#include "support/CommandLine.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace huiyin::test;

namespace {

// Enough that the rows outgrow SQLite's cache and reach the disk long before the import ends.
void writeManyTickets(const QString &path, int count)
{
    QByteArray table = "number,received_at,channel,category,title,content\r\n";
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(6, '0');
        table += "T" + number + ",2020-02-10 09:00,电话,供水,第" + number + "号停水,"
                 + QByteArray("小区停水已有两天，请尽快恢复。").repeated(8) + "\r\n";
    }
    write(path, table);
}

// Everything in a case file, as the export writes it.
QMap<QString, QByteArray> contentsOf(const QString &file, const QString &folder)
{
    const Result result = run({u"export"_s, file, folder});
    INFO(result.err.toStdString());
    REQUIRE(result.code == 0);
    QMap<QString, QByteArray> tables;
    const QStringList names = QDir(folder).entryList({u"*.csv"_s});
    for (const QString &name : names)
        tables.insert(name, bytesOf(QDir(folder).filePath(name)));
    REQUIRE(!tables.isEmpty());
    return tables;
}

} // namespace

TEST_CASE("an import that is killed leaves the file as it was", "[cli][import]")
{
    constexpr int rows = 30'000;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.huiyin"_s);
    const QString table = folder.filePath(u"tickets.csv"_s);
    const QString journal = file + u"-wal"_s;
    REQUIRE(run({u"create"_s, file}).code == 0);
    const auto before = contentsOf(file, folder.filePath(u"before"_s));
    writeManyTickets(table, rows);

    for (const qint64 written : {qint64(1) << 20, qint64(8) << 20}) {
        QProcess process;
        process.setProcessEnvironment(plainEnvironment());
        process.start(QStringLiteral(HUIYIN_CLI), {u"import"_s, file, table, u"--create-missing"_s});
        REQUIRE(process.waitForStarted());
        QElapsedTimer waiting;
        waiting.start();
        const auto size = [&] { return QFileInfo(journal).size(); }; // 0: not there yet
        while (size() < written && process.state() == QProcess::Running && waiting.elapsed() < 120'000)
            process.waitForFinished(1);
        REQUIRE(process.state() == QProcess::Running); // in the middle of it
        process.kill();
        process.waitForFinished();
        REQUIRE(process.exitStatus() == QProcess::CrashExit);

        CHECK(run({u"check"_s, file}).code == 0);
        CHECK(contentsOf(file, folder.filePath(QString::number(written))) == before);
    }

    const Result again = run({u"import"_s, file, table, u"--create-missing"_s});
    INFO(again.err.toStdString());
    CHECK(again.code == 0);
    const auto after = contentsOf(file, folder.filePath(u"after"_s));
    CHECK(after.value(u"tickets.csv"_s).count("号停水") == rows);
}

TEST_CASE("a search index whose making is killed is not asked until it is whole", "[cli][search]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.huiyin"_s);
    REQUIRE(run({u"generate"_s, file, u"--tickets"_s, u"26000"_s, u"--years"_s, u"1"_s}).code == 0);
    const auto answers = [&file]() -> QByteArray {
        QByteArray all;
        for (const QString &words : {u"停水"_s, u"噪声扰民"_s, u"水"_s, u"2207"_s, u"供热 -温度"_s})
            all += run({u"find"_s, file, words, u"--format"_s, u"json"_s, u"--limit"_s, u"5000"_s}).out;
        return all + run({u"stats"_s, file, u"--year"_s, u"2023"_s, u"--format"_s, u"json"_s}).out;
    };
    const QByteArray before = answers();
    REQUIRE(before.contains("20231231"));

    const QStringList rebuild{u"check"_s, file, u"--rebuild-search"_s};
    for (const int milliseconds : {300, 900}) {
        QProcess process;
        process.setProcessEnvironment(plainEnvironment());
        process.start(QStringLiteral(HUIYIN_CLI), rebuild);
        REQUIRE(process.waitForStarted());
        process.waitForFinished(milliseconds);
        process.kill();
        process.waitForFinished();
        REQUIRE(process.exitStatus() == QProcess::CrashExit);

        CHECK(answers() == before); // by reading every text
        const Result found = run({u"check"_s, file, u"--format"_s, u"json"_s});
        CHECK(found.code == 1);
        CHECK(found.out.count("\"kind\"") == 1);
        CHECK(found.out.contains("\"search\""));
    }
    CHECK(run(rebuild).code == 0);
    CHECK(run({u"check"_s, file}).code == 0);
    CHECK(answers() == before);
}
