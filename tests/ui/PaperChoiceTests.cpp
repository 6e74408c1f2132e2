// SPDX-License-Identifier: GPL-3.0-or-later
// Which papers are offered of which tickets, and how a command leads to its paper.
#include "support/PageAudit.h"
#include "support/Print.h"
#include "support/PrintCounter.h"

#include "controls/NoticeBar.h"
#include "handling/BatchCommands.h"
#include "handling/TicketCommands.h"
#include "tickets/TicketDetail.h"
#include "tickets/TicketList.h"

#include <QAbstractButton>
#include <QAction>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

bool isOffered(const Counter &counter, PaperKind kind)
{
    const auto *paper = counter.child<QComboBox>(u"handling.print.paper"_s);
    const auto *items = qobject_cast<const QStandardItemModel *>(paper->model());
    REQUIRE(items);
    return items->item(paper->findData(static_cast<int>(kind)))->isEnabled();
}

} // namespace

TEST_CASE("only papers that the tickets have are offered, the others tell why not", "[paperchoice]")
{
    HandlingOffice office;
    const TicketId waiting = office.accepted();
    const TicketId sent = office.dispatched();
    HandlingOffice::must(office.book->remind({.dispatch = *office.lead(sent).id, .text = u"请抓紧。"_s}));
    const TicketId replied = office.replied();
    struct Case
    {
        TicketId ticket;
        QList<PaperKind> offered;
    };
    const Case cases[] = {
        {waiting, {PaperKind::WholeTickets}},
        {sent, {PaperKind::DispatchSheets, PaperKind::Notices, PaperKind::WholeTickets}},
        {replied, {PaperKind::FollowUpForms, PaperKind::WholeTickets}},
    };
    Counter counter(office);
    for (const Case &one : cases) {
        const std::unique_ptr<QDialog> dialog(counter.ask({one.ticket}));
        counter.waitForOffer();
        for (const auto &entry : codeTable<PaperKind>()) {
            if (entry.value == PaperKind::List)
                continue;
            INFO(one.ticket.value() << ' ' << entry.code);
            CHECK(isOffered(counter, entry.value) == one.offered.contains(entry.value));
            const auto *paper = counter.child<QComboBox>(u"handling.print.paper"_s);
            const int row = paper->findData(static_cast<int>(entry.value));
            if (!one.offered.contains(entry.value))
                CHECK(paper->itemText(row).endsWith(u" – "_s + paper->itemData(row, Qt::ToolTipRole).toString()));
        }
        CHECK(one.offered.contains(counter.chosen()));
        CHECK_FALSE(counter.child<QLabel>(u"handling.print.without"_s)->isVisible());
        CHECK(cutTexts(dialog.get()) == QStringList());
        CHECK(namelessControls(dialog.get()) == QStringList());
    }
}

TEST_CASE("tickets without the paper are named before it is printed, and above the pages", "[paperchoice]")
{
    HandlingOffice office;
    QList<TicketId> tickets{office.dispatched()};
    QStringList numbers;
    for (int i = 0; i < 5; ++i) {
        tickets.append(office.accepted());
        numbers.append(office.ticket(tickets.last()).number);
    }
    Counter counter(office);
    counter.ask(tickets);
    counter.waitForOffer();
    CHECK(counter.chosen() == PaperKind::DispatchSheets);
    const auto *without = counter.child<QLabel>(u"handling.print.without"_s);
    CHECK(without->isVisible());
    CHECK(without->text() == u"Without such a paper: %1, %2, %3 and 2 more"_s.arg(numbers[0], numbers[1], numbers[2]));
    counter.choose(PaperKind::WholeTickets);
    CHECK_FALSE(without->isVisible());
    counter.choose(PaperKind::DispatchSheets);
    CHECK(without->isVisible());
    counter.preview();
    REQUIRE(counter.waitForPreview());
    const QString above = counter.child<QLabel>(u"printPreview.remark"_s)->text();
    CHECK(above == u"Without such a paper: "_s + numbers.join(u", "_s));
}

TEST_CASE("a preview of all tickets has nothing to remark", "[paperchoice]")
{
    HandlingOffice office;
    const QList<TicketId> tickets{office.dispatched(), office.dispatched()};
    Counter counter(office);
    counter.ask(tickets);
    counter.waitForOffer();
    counter.preview();
    REQUIRE(counter.waitForPreview());
    CHECK_FALSE(counter.window->findChild<QLabel *>(u"printPreview.remark"_s));
}

TEST_CASE("what was chosen stays chosen while the papers are looked up", "[paperchoice]")
{
    HandlingOffice office;
    const TicketId waiting = office.accepted();
    Counter counter(office);
    counter.ask({waiting});
    auto *paper = counter.child<QComboBox>(u"handling.print.paper"_s);
    counter.choose(PaperKind::Notices);
    Q_EMIT paper->activated(paper->currentIndex()); // by hand
    counter.waitForOffer();
    CHECK(counter.chosen() == PaperKind::Notices);
    CHECK(counter.child<QLabel>(u"handling.print.without"_s)->text()
          == u"No department has been reminded of these tickets."_s);
    counter.preview();
    CHECK(counter.waitForRefusal() == u"No department has been reminded of these tickets."_s);
    CHECK(counter.records().isEmpty());
}

TEST_CASE("every paper is recorded by its own name", "[paperchoice]")
{
    HandlingOffice office;
    const TicketId sent = office.dispatched();
    HandlingOffice::must(office.book->remind({.dispatch = *office.lead(sent).id, .text = u"请抓紧。"_s}));
    const TicketId replied = office.replied();
    const auto [ticket, kind, file] = GENERATE_COPY(table<TicketId, PaperKind, QString>(
        {{sent, PaperKind::Notices, u"notice"_s}, {replied, PaperKind::FollowUpForms, u"follow_up_form"_s}}));
    Counter counter(office);
    counter.ask({ticket}, kind);
    counter.waitForOffer();
    CHECK(counter.chosen() == kind);
    counter.preview();
    REQUIRE(counter.waitForPreview());
    const QList<AccessRecord> records = counter.records();
    REQUIRE(records.size() == 1);
    CHECK(records[0].details == u"tickets on paper, masked; %1; tickets 1; pages 1"_s.arg(file));
}

TEST_CASE("whoever has given a reminder or a ruling is led to its paper", "[paperchoice]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const TicketId other = office.accepted();
    const bool isRuling = GENERATE(false, true);
    if (isRuling)
        HandlingOffice::must(office.book->askReturn({.dispatch = *office.lead(ticket).id, .ground = u"不属其职责"_s}));
    const QString number = office.ticket(ticket).number;
    Counter counter(office);
    TicketDetail detail(*counter.session, u"tickets"_s, counter.window.get());
    detail.resize(500, 600);
    detail.show();
    detail.showTicket(ticket);
    const QString action = isRuling ? u"returned"_s : u"reminded"_s;
    auto *command = detail.findChild<QAction *>(u"handling."_s + action + u"Action"_s);
    REQUIRE(command);
    REQUIRE(QTest::qWaitFor([command] { return command->isEnabled(); }, patience));
    command->trigger();
    if (!isRuling)
        counter.child<QPlainTextEdit>(u"handling.reminded.ground"_s)->setPlainText(u"请抓紧。"_s);
    auto *notice = detail.findChild<NoticeBar *>(u"tickets.detail.paper"_s);
    REQUIRE(notice);
    CHECK(notice->text().isEmpty());
    counter.child<QPushButton>(u"handling."_s + action + u".save"_s)->click();
    REQUIRE(QTest::qWaitFor([notice] { return !notice->text().isEmpty(); }, patience));
    CHECK(notice->text()
          == (isRuling ? u"Done: Grant the return %1 供水公司"_s : u"Done: Remind %1 供水公司"_s).arg(number));
    // A queue goes on by itself; the paper of what was done can still be had, but not for ever.
    detail.goOnTo(other);
    CHECK(notice->isVisible());
    QAbstractButton *link = nullptr;
    const auto buttons = notice->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->text().contains(u"rint"_s))
            link = button;
    }
    REQUIRE(link);
    link->click();
    CHECK(notice->text().isEmpty());
    counter.waitForOffer();
    CHECK(counter.chosen() == (isRuling ? PaperKind::Rulings : PaperKind::Notices));
    counter.preview();
    REQUIRE(counter.waitForPreview());
}

TEST_CASE("whoever has reminded of several tickets at once is led to their notices", "[paperchoice]")
{
    HandlingOffice office;
    office.accepted(); // nobody can be reminded of it
    const QList<TicketId> sent{office.dispatched(), office.dispatched()};
    Counter counter(office);
    TicketList list(*counter.session, u"dispatch"_s, {}, {}, counter.window.get());
    BatchCommands batch(*counter.session, &list);
    list.resize(800, 500);
    list.show();
    list.activate();
    list.setFilter({.openOnly = true});
    auto *table = counter.child<QTableView>(u"dispatch.table"_s);
    REQUIRE(QTest::qWaitFor([table] { return table->model()->rowCount() == 3; }, patience));
    table->selectAll();
    REQUIRE(QTest::qWaitFor([&list] { return list.chosenCount() == 3; }, patience));
    auto *notice = counter.child<NoticeBar>(u"dispatch.batchPaper"_s);
    CHECK_FALSE(notice->isVisible());
    batch.action()->trigger();
    auto *menu = counter.child<QMenu>(u"handling.batchMenu"_s);
    menu->findChild<QAction *>(u"handling.batch.reminded"_s)->trigger();
    menu->close();
    counter.child<QPlainTextEdit>(u"handling.reminded.ground"_s)->setPlainText(u"请抓紧。"_s);
    counter.child<QPushButton>(u"handling.reminded.save"_s)->click();
    REQUIRE(QTest::qWaitFor([notice] { return notice->isVisible(); }, patience));
    CHECK(notice->text().contains(u'2'));
    CHECK(cutTexts(&list) == QStringList());
    CHECK(namelessControls(&list) == QStringList());
    const auto buttons = notice->findChildren<QPushButton *>();
    const auto link = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->text() == u"Print the notices"_s; });
    REQUIRE(link != buttons.end());
    (*link)->click();
    CHECK_FALSE(notice->isVisible());
    counter.waitForOffer();
    CHECK(counter.chosen() == PaperKind::Notices);
    counter.preview();
    REQUIRE(counter.waitForPreview());
    CHECK(counter.child<QSpinBox>(u"printPreview.page"_s)->maximum() == 2);
}

TEST_CASE("the link to a paper goes with the ticket that is chosen next, and with the second that a queue goes on to",
          "[paperchoice]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const QList<TicketId> others{office.accepted(), office.accepted()};
    Counter counter(office);
    TicketDetail detail(*counter.session, u"tickets"_s, counter.window.get());
    detail.show();
    detail.showTicket(ticket);
    auto *notice = detail.findChild<NoticeBar *>(u"tickets.detail.paper"_s);
    auto *commands = detail.findChild<TicketCommands *>();
    REQUIRE(commands);
    Q_EMIT commands->paperReady(ticket, PaperKind::Notices, u"催办"_s);
    CHECK(notice->isVisible());
    SECTION("chosen")
    {
        detail.showTicket(others[0]);
        CHECK_FALSE(notice->isVisible());
    }
    SECTION("gone on to")
    {
        detail.goOnTo(others[0]);
        CHECK(notice->isVisible());
        detail.goOnTo(others[1]);
        CHECK_FALSE(notice->isVisible());
    }
}
