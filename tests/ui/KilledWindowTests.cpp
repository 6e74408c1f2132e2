// SPDX-License-Identifier: GPL-3.0-or-later
// The window is killed while somebody types: what was typed until two seconds before is there again.
#include "shell/CaseSession.h"
#include "shell/MainWindow.h"
#include "storage/KeptDraftRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cstdio>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms
constexpr char officeVariable[] = "HUIYIN_TYPIST_OFFICE";
constexpr char formVariable[] = "HUIYIN_TYPIST_FORM";

// Where somebody types.
enum class Form { Intake, CallBack };

char keyAt(qsizetype i)
{
    return static_cast<char>('a' + i % 26);
}

// What the killed window had been told, and when, by its own clock.
struct Typed
{
    QList<qint64> at{}; // ms
};

Typed typedOf(const QByteArray &output)
{
    Typed typed;
    const auto lines = output.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("typed ") && line.endsWith(';'))
            typed.at.append(line.mid(6).chopped(1).toLongLong());
    }
    return typed;
}

// What the file holds of what was typed.
QString keptOf(TestOffice &office, Form form)
{
    if (form == Form::Intake) {
        const TicketRepository tickets(office.file->database());
        const auto drafts = tickets.matching({.drafts = true});
        REQUIRE(drafts.size() <= 1);
        return drafts.isEmpty() ? QString() : tickets.byId(drafts.first())->content;
    }
    const QString user = UserRepository(office.file->database()).all().first().name;
    const auto kept = KeptDraftRepository(office.file->database()).of(user);
    REQUIRE(kept.size() <= 1);
    return kept.isEmpty() ? QString() : kept.first().words.first().text();
}

// Types into a window of its own and kills it after a while. How long the lost typing had taken, in ms.
qint64 lostByKilling(int afterFirstKey, Form form)
{
    HandlingOffice office;
    if (form == Form::CallBack)
        office.replied(); // there is one to be called back
    office.close();
    QProcess typist;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(officeVariable), office.path());
    environment.insert(QString::fromLatin1(formVariable), form == Form::Intake ? u"intake"_s : u"followup"_s);
    typist.setProcessEnvironment(environment);
    typist.start(QCoreApplication::applicationFilePath(), {u"[.typist]"_s});
    REQUIRE(typist.waitForStarted());
    QByteArray output;
    QElapsedTimer waiting;
    waiting.start();
    const auto hears = [&] {
        typist.waitForReadyRead(20);
        output += typist.readAllStandardOutput();
        return !typedOf(output).at.isEmpty();
    };
    while (!hears() && waiting.elapsed() < patience) {
    }
    REQUIRE_FALSE(typedOf(output).at.isEmpty());
    waiting.start();
    while (waiting.elapsed() < afterFirstKey)
        typist.waitForReadyRead(static_cast<int>(std::max<qint64>(1, afterFirstKey - waiting.elapsed())));
    REQUIRE(typist.state() == QProcess::Running);
    typist.kill(); // no goodbye
    typist.waitForFinished();
    output += typist.readAllStandardOutput();
    REQUIRE(typist.exitStatus() == QProcess::CrashExit);
    const Typed typed = typedOf(output);

    office.open();
    const QString kept = keptOf(office, form);
    for (qsizetype i = 0; i < kept.size(); ++i)
        REQUIRE(kept[i] == QLatin1Char(keyAt(i))); // nothing else than what was typed
    CHECK(typed.at.size() > 1);
    if (kept.size() >= typed.at.size())
        return 0;
    return typed.at.last() - typed.at[kept.size()];
}

void killManyTimes(int rounds, int budget, Form form) // ms
{
    QRandomGenerator random(20200209);
    QElapsedTimer spent;
    spent.start();
    qint64 most = 0;
    qint64 sum = 0;
    int done = 0;
    for (; done < rounds && spent.elapsed() < budget; ++done) {
        const int after = random.bounded(200, 4'500);
        const qint64 lost = lostByKilling(after, form);
        INFO("killed " << after << " ms after the first key");
        CHECK(lost <= 2'000);
        most = std::max(most, lost);
        sum += lost;
    }
    WARN(done << " kills: at most " << most << " ms of typing lost, " << sum / std::max(done, 1) << " ms on average");
}

} // namespace

// Run by the tests below in a process of its own.
TEST_CASE("somebody types until the window is killed", "[.typist]")
{
    const QString path = qEnvironmentVariable(officeVariable);
    REQUIRE_FALSE(path.isEmpty());
    const SystemClock clock;
    MainWindow window(clock, std::make_unique<QuietMessages>());
    window.show();
    window.openFile(path);
    REQUIRE(QTest::qWaitFor([&] { return window.currentPage() == u"today"_s; }, patience));
    const QString page = qEnvironmentVariable(formVariable);
    REQUIRE(window.showPage(page));
    auto *content = window.findChild<QPlainTextEdit *>(page == u"intake" ? u"intake.content"_s : u"followup.comment"_s);
    REQUIRE(content);
    REQUIRE(QTest::qWaitFor([content] { return content->isEnabled(); }, patience));
    content->setFocus();
    QElapsedTimer time;
    time.start();
    for (qsizetype i = 0; time.elapsed() < patience; ++i) {
        const qint64 at = time.elapsed();
        QTest::keyClick(content, keyAt(i));
        std::printf("typed %lld;\n", static_cast<long long>(at));
        std::fflush(stdout);
        QTest::qWait(20 + static_cast<int>(i * 7 % 60)); // now faster, now slower, with pauses
        if (i % 23 == 22)
            QTest::qWait(400);
    }
}

TEST_CASE("a window that is killed loses no more than two seconds of typing", "[intake][killed]")
{
    killManyTimes(2, 9'000, Form::Intake);
}

TEST_CASE("a window that is killed again and again loses no more than two seconds of typing", "[.long][killed]")
{
    killManyTimes(1'000, 170'000, Form::Intake);
}

TEST_CASE("of the note of a call back no more is lost either", "[drafts][killed]")
{
    killManyTimes(50, 15'000, Form::CallBack);
}

TEST_CASE("of the note of a call back no more is lost, fifty times over", "[.long][drafts][killed]")
{
    killManyTimes(50, 300'000, Form::CallBack);
}
