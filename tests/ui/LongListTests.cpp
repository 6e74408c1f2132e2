// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/DutyWatch.h"
#include "support/Office.h"
#include "support/Patience.h"
#include "support/Print.h"
#include "ui/FigurePages.h"

#include "exchange/DemoOffice.h"
#include "storage/Database.h"
#include "storage/SearchIndex.h"
#include "tickets/TicketListModel.h"
#include "tickets/TicketsPage.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace huiyin;
using huiyin::test::at;
using huiyin::test::patience;

namespace {

struct OpenFile
{
    explicit OpenFile(const QString &path)
        : session(messages, clock)
    {
        session.open(path, CaseFile::Mode::Write);
        REQUIRE(QTest::qWaitFor([this] { return session.isOpen(); }, patience));
    }

    FixedClock clock{at("2024-01-02 09:00")};
    huiyin::test::KeptMessages messages;
    CaseSession session;
};

} // namespace

TEST_CASE("a long list comes whole, keeps its place and takes in what is new", "[tickets]")
{
    constexpr int count = 21'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"long.huiyin"_s);
    Progress quiet;
    generateCaseFile(path, {.tickets = count, .years = 2}, SystemClock(), quiet);
    OpenFile file(path);
    DutyWatch duties(file.session);
    TicketsPage page({.session = file.session, .messages = file.messages, .duties = duties});
    page.resize(1218, 680);
    page.show();
    REQUIRE(QTest::qWaitForWindowExposed(&page));
    page.activated();
    auto *table = page.findChild<QTableView *>(u"tickets.table"_s);
    REQUIRE(table);
    const auto *label = page.findChild<QLabel *>(u"tickets.count"_s);
    const auto cell = [table](int row, TicketField column) {
        return table->model()->index(row, static_cast<int>(column)).data().toString();
    };
    REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() == count; }, patience));
    CHECK(label->text().contains(QLocale().toString(count)));
    // In the middle, at the end.
    for (const int row : {count / 2, count - 1}) {
        table->scrollTo(table->model()->index(row, 0));
        REQUIRE(QTest::qWaitFor([&] { return !cell(row, TicketField::Number).isEmpty(); }, patience));
    }
    CHECK(cell(count - 1, TicketField::Number).startsWith(u"2022"_s));

    // A call comes in while somebody reads further down.
    table->setCurrentIndex(table->model()->index(9'000, 0));
    const QString current = cell(9'000, TicketField::Number);
    const int before = table->verticalScrollBar()->value();
    bool taken = false;
    const ChannelId phone = *file.session.codeTables().channels.first().id;
    file.session.command(
        &page,
        [phone](CaseBook &book) {
            return book.accept({.channel = phone, .title = u"新来的停水"_s, .content = u"停水两天"_s});
        },
        [&](const SavedTicket &) { taken = true; }, [](const Refusal &) { FAIL("refused"); });
    REQUIRE(QTest::qWaitFor([&] { return taken && table->model()->rowCount() == count + 1; }, patience));
    CHECK(table->currentIndex().row() == 9'001);
    CHECK(table->verticalScrollBar()->value() == before + table->visualRect(table->model()->index(0, 0)).height());
    REQUIRE(QTest::qWaitFor([&] { return cell(9'001, TicketField::Number) == current; }, patience));
    REQUIRE(QTest::qWaitFor([&] { return cell(0, TicketField::Title) == u"新来的停水"_s; }, patience));

    // A letter of last year, written down today, comes to its place further down.
    const auto letter = std::ranges::find(file.session.codeTables().channels, false, &Channel::isPhone);
    REQUIRE(letter != file.session.codeTables().channels.end());
    taken = false;
    file.session.command(
        &page,
        [channel = *letter->id, received = file.clock.now().addDays(-400)](CaseBook &book) {
            return book.accept(
                {.receivedAt = received, .channel = channel, .title = u"去年的来信"_s, .content = u"路灯不亮"_s});
        },
        [&](const SavedTicket &) { taken = true; }, [](const Refusal &) { FAIL("refused"); });
    REQUIRE(QTest::qWaitFor([&] { return taken && table->model()->rowCount() == count + 2; }, patience));
    REQUIRE(QTest::qWaitFor([&] { return cell(0, TicketField::Title) == u"新来的停水"_s; }, patience));

    // In a narrowed list too.
    auto *words = page.findChild<QLineEdit *>(u"tickets.words"_s);
    words->setText(u"反映"_s);
    const int narrowed = [&] {
        REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() < count && !label->text().contains(u'…'); },
                                patience));
        return table->model()->rowCount();
    }();
    REQUIRE(narrowed > 2'000);
    table->setCurrentIndex(table->model()->index(1'800, 0));
    taken = false;
    file.clock.advance(60);
    file.session.command(
        &page,
        [phone](CaseBook &book) {
            return book.accept({.channel = phone, .title = u"路灯"_s, .content = u"反映人来电反映路灯不亮"_s});
        },
        [&](const SavedTicket &) { taken = true; }, [](const Refusal &) { FAIL("refused"); });
    REQUIRE(QTest::qWaitFor([&] { return taken && table->model()->rowCount() == narrowed + 1; }, patience));
    CHECK(table->currentIndex().row() == 1'801);

    // Words while the list is being read: the last ones count.
    for (const QString &text : {u"停"_s, u"停水"_s, u"新来的停水"_s}) {
        words->setText(text);
        QTest::qWait(5);
    }
    REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() == 1; }, patience));
    CHECK(file.messages.shown.isEmpty());
}

TEST_CASE("the search index of an older file is built while the window works", "[tickets]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.huiyin"_s);
    Progress quiet;
    generateCaseFile(path, {.tickets = 30'000, .years = 2}, SystemClock(), quiet);
    {
        // As a migration leaves a large file.
        CaseFile file(path, CaseFile::Mode::Write);
        file.database().exec(u"UPDATE search_state SET built_to = 0"_s);
        file.database().exec(u"INSERT INTO ticket_search(ticket_search) VALUES('delete-all')"_s);
    }
    QStringList told;
    {
        OpenFile file(path);
        QObject::connect(&file.session, &CaseSession::upkeepChanged, &file.session,
                         [&] { told.append(file.session.upkeep()); });
        REQUIRE(QTest::qWaitFor([&] { return told.size() >= 2; }, patience));
        CHECK(told.first().contains(u'%'));
        // Closed in between: it is built on the next time.
    }
    {
        OpenFile file(path);
        REQUIRE(QTest::qWaitFor([&] { return !file.session.upkeep().isEmpty(); }, patience));
        REQUIRE(QTest::qWaitFor([&] { return file.session.upkeep().isEmpty(); }, patience));
    }
    CaseFile file(path, CaseFile::Mode::Read);
    CHECK(SearchIndex(file.database()).state().complete);
    CHECK(SearchIndex(file.database()).isTrue(quiet));
}
