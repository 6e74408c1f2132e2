// SPDX-License-Identifier: GPL-3.0-or-later
// The inputs that the fuzzers began with, and those that broke something once (tests/fuzz).
#include "fuzz/FuzzTarget.h"
#include "support/Patience.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <catch2/catch.hpp>

using namespace huiyin::fuzz;

TEST_CASE("what once broke a way into the program is read or refused", "[fuzz]")
{
    const QDir corpus(QStringLiteral(HUIYIN_TEST_DATA "/fuzz"));
    const auto handler = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    QStringList folders = corpus.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const TargetEntry &entry : fuzzTargets()) {
        INFO(entry.name);
        CHECK(folders.removeOne(QString::fromLatin1(entry.name)));
        const QDir folder(corpus.filePath(QString::fromLatin1(entry.name)));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        CHECK(!names.isEmpty());
        const auto target = entry.make();
        for (const QString &name : names) {
            INFO(name.toStdString());
            QFile file(folder.filePath(name));
            REQUIRE(file.open(QIODevice::ReadOnly));
            QElapsedTimer watch;
            watch.start();
            CHECK_NOTHROW(target->run(file.readAll()));
            CHECK(watch.elapsed() < huiyin::test::patience); // ms; the fuzzers hold each to 5 s
        }
    }
    CHECK(folders.isEmpty()); // of no target
    qInstallMessageHandler(handler);
}
