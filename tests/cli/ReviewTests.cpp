// SPDX-License-Identifier: GPL-3.0-or-later
// `huiyin-cli review`: what a script can rely on.
#include "support/CommandLine.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace huiyin::test;

namespace {

const auto texts = QStringLiteral(HUIYIN_TEST_DATA "/review/");

} // namespace

TEST_CASE("review tells each finding with its place, and by its exit code that there is one", "[cli][review]")
{
    const Result json = run({u"review"_s, texts + u"faulty/share-copied.txt"_s, u"--format"_s, u"json"_s});
    CHECK(json.code == 1);
    const QJsonArray findings = QJsonDocument::fromJson(json.out).array();
    REQUIRE(findings.size() == 1);
    const QJsonObject finding = findings[0].toObject();
    CHECK(finding[u"line"_s] == 2);
    CHECK(finding[u"column"_s] == 69);
    CHECK(finding[u"kind"_s] == u"percentage"_s);
    CHECK(finding[u"text"_s] == u"7.8%"_s);
    CHECK(finding[u"expected"_s] == u"13.4%"_s);
    CHECK(finding[u"doubtful"_s] == false);
    CHECK(finding[u"message"_s].toString().contains(u"3401件"_s));

    const Result text = run({u"review"_s, texts + u"faulty/mean.txt"_s});
    CHECK(text.code == 1);
    CHECK(QString::fromUtf8(text.out).startsWith(u"2:22: Balance: 110.6件: "_s));
    CHECK(text.out.contains("(doubtful)"));
}

TEST_CASE("review of a sound text finds nothing and exits with 0", "[cli][review]")
{
    const Result json = run({u"review"_s, texts + u"clean/changes.txt"_s, u"--format"_s, u"json"_s});
    CHECK(json.code == 0);
    CHECK(QJsonDocument::fromJson(json.out).isArray());
    CHECK(QJsonDocument::fromJson(json.out).array().isEmpty());
}

TEST_CASE("a text that can't be read is exit code 3, wrong usage 2", "[cli][review]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"scan.pdf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("%PDF-1.7");
    file.close();
    const Result unreadable = run({u"review"_s, path});
    CHECK(unreadable.code == 3);
    CHECK(unreadable.out.isEmpty());
    CHECK(unreadable.err.contains("scan.pdf"));
    CHECK(run({u"review"_s, folder.filePath(u"missing.txt"_s)}).code == 3);
    CHECK(run({u"review"_s}).code == 2);
    CHECK(run({u"review"_s, path, u"--format"_s, u"xml"_s}).code == 2);
}

TEST_CASE("no bulletin that the program writes is accused", "[cli][review]")
{
    struct Sample
    {
        QString demo;
        QStringList period;
    };
    const QList<Sample> samples{{u"siping-2020-02"_s, {u"--from"_s, u"2020-02-09"_s, u"--to"_s, u"2020-02-29"_s}},
                                {u"siping-2023-12"_s, {u"--month"_s, u"2023-12"_s}},
                                {u"xiangtan-county-2016-q3"_s, {u"--quarter"_s, u"2016Q3"_s}}};
    QTemporaryDir folder;
    for (const Sample &sample : samples) {
        const QString file = folder.filePath(sample.demo + u".huiyin");
        REQUIRE(run({u"create"_s, file, u"--demo"_s, sample.demo}).code == 0);
        for (const QString &layout : {u"siping-monthly"_s, u"siping-press"_s, u"xiangtan-quarterly"_s, u"annual"_s}) {
            for (const QString &suffix : {u"txt"_s, u"html"_s, u"docx"_s}) {
                const QString path = folder.filePath(sample.demo + layout + u'.' + suffix);
                const QStringList to{u"--layout"_s, layout, u"-o"_s, path};
                REQUIRE(run(QStringList{u"bulletin"_s, file} + sample.period + to).code == 0);
                const Result result = run({u"review"_s, path});
                CAPTURE(path.toStdString(), result.out.toStdString());
                CHECK(result.code == 0);
            }
        }
    }
}

TEST_CASE("mask writes the text without citizens' data, or tells every place in code points", "[cli][mask]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"text.txt"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(u"𠮷林路。市民谭建国反映，电话13912345678。\n咨询电话0434-3266666\n"_s.toUtf8());
    file.close();

    const Result text = run({u"mask"_s, path});
    CHECK(text.code == 0);
    CHECK(text.out == u"𠮷林路。市民谭某反映，电话****。\n咨询电话****\n"_s.toUtf8());
    CHECK(text.err.contains("1 place"));

    const QJsonArray places = QJsonDocument::fromJson(run({u"mask"_s, path, u"--format"_s, u"json"_s}).out).array();
    REQUIRE(places.size() == 3);
    const QJsonObject name = places[0].toObject();
    CHECK(name[u"start"_s] == 6); // 𠮷 is one
    CHECK(name[u"length"_s] == 3);
    CHECK(name[u"kind"_s] == u"name"_s);
    CHECK(name[u"text"_s] == u"谭建国"_s);
    CHECK(name[u"replacement"_s] == u"谭某"_s);
    CHECK(name[u"certain"_s] == true);
    CHECK(places[2].toObject()[u"certain"_s] == false);

    const QString out = folder.filePath(u"out.txt"_s);
    CHECK(run({u"mask"_s, path, u"-o"_s, out}).code == 0);
    CHECK(bytesOf(out) == text.out);
    CHECK(run({u"mask"_s, path, u"-o"_s, out}).code == 1); // it exists
    CHECK(run({u"mask"_s, path, u"-o"_s, out, u"--force"_s}).code == 0);
    CHECK(run({u"mask"_s, folder.filePath(u"missing.txt"_s)}).code == 3);
}
