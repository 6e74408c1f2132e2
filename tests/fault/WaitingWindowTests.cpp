// SPDX-License-Identifier: GPL-3.0-or-later
// Another program holds the case file while a clerk saves: the window goes on, says what it waits for, and saves when
// it can, or tells that it couldn't.
#include "shell/StatusLine.h"
#include "storage/Database.h"
#include "storage/TicketRepository.h"
#include "support/Print.h"
#include "ui/SafeOffice.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char fileVariable[] = "HUIYIN_HELD_FILE";
constexpr char timeVariable[] = "HUIYIN_HELD_FOR"; // ms

// Another program in the middle of a transaction.
class Holder
{
public:
    Holder(const QString &path, int milliseconds)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(fileVariable), path);
        environment.insert(QString::fromLatin1(timeVariable), QString::number(milliseconds));
        m_process.setProcessEnvironment(environment);
        m_process.start(QCoreApplication::applicationFilePath(), {u"[.holder]"_s});
        REQUIRE(m_process.waitForStarted());
        QByteArray told;
        while (!told.contains("held") && m_process.waitForReadyRead(patience))
            told += m_process.readAllStandardOutput();
        REQUIRE(told.contains("held"));
    }
    ~Holder() { waitForEnd(); }
    Q_DISABLE_COPY_MOVE(Holder)
    void waitForEnd() { m_process.waitForFinished(patience); }

private:
    QProcess m_process;
};

// The longest that the window's loop of events took for one round, ms.
class Pulse
{
public:
    Pulse()
    {
        m_watch.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_timer.start(10);
    }
    qint64 longest()
    {
        beat();
        return m_longest;
    }

private:
    void beat() { m_longest = std::max(m_longest, m_watch.restart()); }

    QTimer m_timer;
    QElapsedTimer m_watch;
    qint64 m_longest = 0;
};

struct Saving
{
    qint64 saidAfter = -1; // ms; -1: never
    qint64 ended = 0;      // ms
    qint64 longest = 0;    // ms
    bool isSaved = false;
};

// A window at rest: its pages are made, and nothing is written any more.
struct QuietWindow : SafeOffice
{
    QuietWindow();
    // Saves a ticket while another program holds the file so long, ms.
    Saving saveMeanwhile(int heldFor);
};

QuietWindow::QuietWindow()
{
    open();
    REQUIRE(window->showPage(u"tickets"_s)); // pages are made when they are first shown
    REQUIRE(window->showPage(u"today"_s));
    REQUIRE(QTest::qWaitFor([&] { return !window->session()->isWriting() && window->session()->upkeep().isEmpty(); },
                            patience));
    QTest::qWait(1'000);
}

Saving QuietWindow::saveMeanwhile(int heldFor)
{
    Holder holder(office.path(), heldFor);
    const auto *label = child<QLabel>(u"shell.saved"_s);
    Saving saving;
    Pulse pulse;
    QElapsedTimer watch;
    watch.start();
    window->session()->command(
        window.get(),
        [phone = phone](CaseBook &book) {
            return book.accept({.channel = phone, .title = u"停水"_s, .content = u"停水"_s});
        },
        [&saving](const SavedTicket &) { saving.isSaved = true; }, [](const Refusal &) {});
    int page = 0;
    const QStringList pages{u"tickets"_s, u"today"_s};
    const bool isOver = QTest::qWaitFor(
        [&] {
            if (saving.saidAfter < 0 && label->text() == StatusLine::tr("Waiting for the case file…"))
                saving.saidAfter = watch.elapsed();
            if (watch.elapsed() > 1'500 * (page + 1) && page < pages.size()) // the clerk looks at something else
                (void)window->showPage(pages[page++]);
            return !window->session()->isWriting();
        },
        patience);
    REQUIRE(isOver);
    saving.ended = watch.elapsed();
    saving.longest = pulse.longest();
    CHECK(label->text() == StatusLine::tr("Saved"));
    WARN("held for " << heldFor << " ms: said after " << saving.saidAfter << " ms, "
                     << (saving.isSaved ? "saved" : "told") << " after " << saving.ended
                     << " ms, the window's longest stop " << saving.longest << " ms");
    CHECK(saving.saidAfter >= 900); // ms: who waits no longer is told nothing
    holder.waitForEnd();
    return saving;
}

} // namespace

// Run by the tests below in a process of its own.
TEST_CASE("another program holds the case file", "[.holder]")
{
    const QString path = qEnvironmentVariable(fileVariable);
    REQUIRE_FALSE(path.isEmpty());
    Database database(path, Database::Access::Write);
    database.exec(u"BEGIN IMMEDIATE"_s);
    (void)std::printf("held\n");
    (void)std::fflush(stdout);
    QThread::msleep(qEnvironmentVariable(timeVariable).toULong());
    database.exec(u"ROLLBACK"_s);
}

TEST_CASE("a window that waits for the case file says so, goes on, and saves in the end", "[waiting]")
{
    QuietWindow safe;
    const Saving saving = safe.saveMeanwhile(3'000);
    CHECK(saving.isSaved);
    CHECK(saving.saidAfter < 2'500);
    CHECK(saving.longest < 2'000); // a window that waited itself would have stopped for three seconds
    CHECK(safe.messages->shown.isEmpty());
}

TEST_CASE("a case file that is held for ten seconds stops no window, and a save that failed is told",
          "[.long][waiting-long]")
{
    QuietWindow safe;
    const Saving saving = safe.saveMeanwhile(10'000);
    CHECK_FALSE(saving.isSaved);
    CHECK(saving.saidAfter < 1'500);
    CHECK(saving.ended < 10'000);
    CHECK(saving.longest < 200);
    REQUIRE(safe.messages->shown.size() == 1);
    CHECK(safe.messages->shown.first().level == Message::Level::Warning);
    safe.work(); // the same again
    CHECK_FALSE(safe.number.isEmpty());
}

TEST_CASE("what is typed while the file is held too long is saved once it is free, without another key",
          "[window][waiting]")
{
    QuietWindow quiet;
    REQUIRE(quiet.window->showPage(u"intake"_s));
    auto *content = quiet.child<QPlainTextEdit>(u"intake.content"_s);
    Holder holder(quiet.office.path(), 7'000); // a save gives up after five seconds
    content->setFocus();
    QTest::keyClicks(content, u"no water since yesterday"_s);
    const auto isKept = [&quiet] {
        CaseFile file(quiet.office.path(), CaseFile::Mode::Read);
        const TicketRepository tickets(file.database());
        const auto ids = tickets.matching({.drafts = true});
        return std::ranges::any_of(
            ids, [&tickets](TicketId id) { return tickets.byId(id)->content == u"no water since yesterday"; });
    };
    CHECK_FALSE(isKept());
    CHECK(QTest::qWaitFor(isKept, patience));
    CHECK(content->toPlainText() == u"no water since yesterday");
}
