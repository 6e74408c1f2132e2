// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says when the computer's clock or its time zone is not what the case file takes it for.
#include "controls/NoticeBar.h"
#include "shell/CaseSession.h"
#include "shell/MainWindow.h"
#include "shell/ScreenLock.h"
#include "storage/HistoryRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Patience.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include <catch2/catch.hpp>

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// The window on an office that has worked up to 2020-03-10 09:00.
struct Desk
{
    Desk()
    {
        (void)office.dispatched();
        office.clock.set(at("2020-03-10 09:00"));
        (void)office.accepted();
        request = {.channel = office.phone(), .title = u"停水"_s, .content = u"停水"_s};
    }
    void open()
    {
        office.close();
        auto quiet = std::make_unique<QuietMessages>();
        messages = quiet.get();
        window = std::make_unique<MainWindow>(office.clock, std::move(quiet));
        window->resize(1366, 768);
        window->show();
        QSignalSpy opened(window.get(), &MainWindow::fileOpened);
        window->openFile(office.path());
        REQUIRE(QTest::qWaitFor([&opened] { return !opened.isEmpty(); }, patience));
    }
    NoticeBar *bar() { return window->findChild<NoticeBar *>(u"shell.clock"_s); }
    bool saysSoon(const QString &words)
    {
        return QTest::qWaitFor([&] { return bar()->isVisible() && bar()->text().contains(words); }, patience);
    }
    bool silentSoon()
    {
        return QTest::qWaitFor([this] { return !bar()->isVisible(); }, patience);
    }
    QPushButton *button(const QString &text)
    {
        const auto buttons = bar()->findChildren<QPushButton *>();
        for (QPushButton *one : buttons) {
            if (one->isVisible() && one->text() == text)
                return one;
        }
        return nullptr;
    }
    // The refusal, "" when it was accepted.
    std::optional<Refusal> accept()
    {
        bool answered = false;
        std::optional<Refusal> refused;
        window->session()->command(
            window.get(), [this](CaseBook &book) { return book.accept(request); },
            [&](const SavedTicket &) { answered = true; },
            [&](const Refusal &refusal) {
                refused = refusal;
                answered = true;
            });
        REQUIRE(QTest::qWaitFor([&answered] { return answered; }, patience));
        return refused;
    }

    HandlingOffice office;
    IntakeRequest request;
    QuietMessages *messages = nullptr;
    std::unique_ptr<MainWindow> window;
};

class Zone
{
public:
    explicit Zone(const char *id)
        : m_before(qgetenv("TZ"))
    {
        set(id);
    }
    ~Zone() { set(m_before); }
    Zone(const Zone &) = delete;
    Zone &operator=(const Zone &) = delete;

private:
    static void set(const QByteArray &id)
    {
        qputenv("TZ", id);
        tzset();
    }
    QByteArray m_before;
};

} // namespace

TEST_CASE("the window says at once that the clock can't be right, and looks again when asked", "[window][clock]")
{
    Desk desk;
    desk.office.clock.set(at("2000-01-01 08:00"));
    desk.open();
    REQUIRE(desk.saysSoon(u"2000-01-01 08:00"_s));
    CHECK(desk.bar()->text().contains(u"2020-03-10 09:00"));
    CHECK(desk.accept()->kind == Refusal::Kind::Clock);
    REQUIRE(desk.button(u"Check again"_s));
    QTest::mouseClick(desk.button(u"Check again"_s), Qt::LeftButton);
    CHECK(desk.saysSoon(u"2000-01-01 08:00"_s));
    desk.office.clock.set(at("2020-03-10 10:00"));
    QTest::mouseClick(desk.button(u"Check again"_s), Qt::LeftButton);
    CHECK(desk.silentSoon());
    CHECK_FALSE(desk.accept());
}

TEST_CASE("whoever may confirms the clock in the window, and the history keeps it", "[window][clock]")
{
    Desk desk;
    desk.office.clock.set(at("2021-03-10 09:00"));
    desk.open();
    REQUIRE(desk.saysSoon(u"2021-03-10 09:00"_s));
    REQUIRE(desk.button(u"The clock is right"_s));
    desk.messages->reply = 1; // not yet
    QTest::mouseClick(desk.button(u"The clock is right"_s), Qt::LeftButton);
    CHECK(desk.messages->shown.last().contains(u"2021-03-10 09:00"));
    CHECK(desk.messages->shown.last().contains(u"2020-03-10 09:00: ticket 2020"));
    CHECK(desk.accept()->kind == Refusal::Kind::Clock);
    REQUIRE(desk.saysSoon(u"2021-03-10 09:00"_s));
    desk.messages->reply = 0;
    QTest::mouseClick(desk.button(u"The clock is right"_s), Qt::LeftButton);
    REQUIRE(desk.silentSoon());
    CHECK_FALSE(desk.accept());
    const QString user = desk.window->session()->user();
    desk.window.reset();
    desk.office.open();
    const auto events = HistoryRepository(desk.office.file->database()).latestOf(u"clock"_s, 5);
    REQUIRE(events.size() == 1);
    CHECK(events.first().user == user);
}

TEST_CASE("a clock that jumps while work goes on is told with the first command", "[window][clock]")
{
    Desk desk;
    desk.open();
    CHECK_FALSE(desk.accept());
    CHECK_FALSE(desk.bar()->isVisible());
    desk.office.clock.set(at("2020-03-09 09:00"));
    CHECK(desk.accept()->kind == Refusal::Kind::Clock);
    CHECK(desk.saysSoon(u"2020-03-09 09:00"_s));
}

TEST_CASE("a clock that jumps is told soon, also when nobody gives a command", "[window][clock]")
{
    Desk desk;
    desk.open();
    desk.office.clock.set(at("2036-03-09 09:00"));
    CHECK(desk.saysSoon(u"2036-03-09 09:00"_s));
    desk.office.clock.set(at("2020-03-10 09:05"));
    CHECK(desk.silentSoon());
}

TEST_CASE("a computer in another time zone is told once", "[window][clock]")
{
    const auto [zone, offset] = GENERATE(table<const char *, const char *>(
        {{"Asia/Shanghai", ""}, {"UTC", "+00:00"}, {"Asia/Urumqi", "+06:00"}, {"America/New_York", "−04:00"}}));
    const Zone elsewhere(zone);
    Desk desk;
    desk.open();
    if (*offset == '\0') {
        CHECK_FALSE(desk.accept());
        QTest::qWait(200);
        CHECK_FALSE(desk.bar()->isVisible());
        return;
    }
    REQUIRE(desk.saysSoon(QString::fromUtf8(offset)));
    CHECK(desk.bar()->text().contains(u"+08:00"));
    CHECK_FALSE(desk.button(u"Check again"_s));
    desk.window->openFile(desk.office.path(), CaseFile::Mode::Read);
    REQUIRE(
        QTest::qWaitFor([&desk] { return desk.window->session() && desk.window->session()->isReadOnly(); }, patience));
    QTest::qWait(200);
    CHECK_FALSE(desk.bar()->isVisible());
}

TEST_CASE("the screen is locked after its time by the wall's clock and by the computer's own", "[window][clock]")
{
    using namespace std::chrono_literals;
    FixedClock clock(at("2020-02-10 09:00"));
    QWidget window;
    ScreenLock lock(&window, clock);
    QSignalSpy idle(&lock, &ScreenLock::idle);
    SECTION("it slept: the wall's clock alone has moved")
    {
        lock.watch(1h);
        clock.advance(59 * 60);
        QTest::qWait(50);
        CHECK(idle.isEmpty());
        clock.advance(60);
        CHECK(QTest::qWaitFor([&idle] { return !idle.isEmpty(); }, 8'000));
    }
    SECTION("the wall's clock was set back, or stands")
    {
        lock.watch(300ms);
        clock.set(at("2000-01-01 08:00"));
        CHECK(QTest::qWaitFor([&idle] { return !idle.isEmpty(); }, 5'000));
    }
}
