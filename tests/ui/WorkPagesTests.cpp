// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the day's work: what waits, its queues, the calls back.
#include "dispatch/DispatchPage.h"
#include "followup/FollowUpPage.h"
#include "setup/SetupPage.h"
#include "shell/DutyWatch.h"
#include "support/OpenOffice.h"
#include "support/Patience.h"
#include "support/Print.h"
#include "tickets/TicketDetail.h"
#include "today/ComingDays.h"
#include "today/CountTile.h"
#include "today/TodayPage.h"

#include "calendar/HolidayData.h"

#include <catch2/catch.hpp>

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

TEST_CASE("the day's page counts what waits, and each number opens it", "[today]")
{
    HandlingOffice office;
    office.dispatched();
    office.accepted();
    office.replied();
    REQUIRE(office.book->saveDraft({.channel = office.phone(), .content = u"没写完"_s}));
    office.clock.set(at("2020-02-17 10:00")); // the day on which all three are due
    OpenWork<TodayPage> work(office);
    const auto count = [&](const char *tile) {
        return work.child<CountTile>(u"today."_s + QLatin1StringView(tile))->count();
    };
    REQUIRE(QTest::qWaitFor([&] { return count("dispatch").has_value(); }, patience));
    CHECK(count("dispatch") == 1);
    CHECK(count("sign") == 1);
    CHECK(count("followUp") == 1);
    CHECK(count("dueToday") == 2); // the reply of the third has come
    CHECK(count("red") == 0);
    CHECK(work.waitForRows(u"today.pressingTable"_s, 2));

    QSignalSpy parts(work.page.get(), &Page::partRequested);
    QSignalSpy lists(work.page.get(), &Page::ticketsRequested);
    QTest::keyClick(work.child<CountTile>(u"today.sign"_s), Qt::Key_Return);
    REQUIRE(parts.size() == 1);
    CHECK(parts.first().at(0).toString() == u"dispatch"_s);
    CHECK(parts.first().at(1).toString() == u"sign"_s);
    QTest::mouseClick(work.child<CountTile>(u"today.dueToday"_s), Qt::LeftButton);
    REQUIRE(lists.size() == 1);
    CHECK(lists.first().at(0).value<TicketFilter>().duty == Duty::DueToday);
}

TEST_CASE("the coming days tell rest, holidays and make-up days", "[today]")
{
    const HolidayData data = HolidayData::shipped();
    WorkCalendar calendar;
    for (auto year = data.years.cbegin(); year != data.years.cend(); ++year) {
        calendar.setKnownYear(year.key());
        for (auto day = year->cbegin(); day != year->cend(); ++day)
            calendar.setSpecialDay(day.key(), *day);
    }
    const QList<ComingDay> days = comingDays(calendar, QDate(2020, 4, 20), 4);
    REQUIRE(days.size() == 4);
    CHECK(days.at(0).kind == ComingDay::Kind::Rest);
    CHECK(days.at(0).from == QDate(2020, 4, 25)); // the 26th is worked
    CHECK(days.at(0).to == QDate(2020, 4, 25));
    CHECK(days.at(1).kind == ComingDay::Kind::MakeUp);
    CHECK(days.at(1).from == QDate(2020, 4, 26));
    CHECK(days.at(2).kind == ComingDay::Kind::Holiday);
    CHECK(days.at(2).from == QDate(2020, 5, 1));
    CHECK(days.at(2).to == QDate(2020, 5, 5));
    CHECK(days.at(3).from == QDate(2020, 5, 9));
}

TEST_CASE("what is done leaves its queue, and the next one is in front", "[dispatch]")
{
    HandlingOffice office;
    QList<TicketId> tickets;
    for (int i = 0; i < 3; ++i) {
        tickets.append(office.dispatched());
        office.clock.advance(60);
    }
    OpenWork<DispatchPage> work(office);
    work.page->showPart(u"sign"_s);
    REQUIRE(work.waitForRows(u"dispatch.table"_s, 3));
    auto *detail = work.child<TicketDetail>(u"dispatch.detail"_s);
    auto *table = work.child<QTableView>(u"dispatch.table"_s);
    table->setCurrentIndex(table->model()->index(1, 0));
    REQUIRE(QTest::qWaitFor([&] { return detail->ticket() == tickets.at(1) && detail->nextAction()->isEnabled(); },
                            patience));
    detail->nextAction()->trigger(); // signed for
    REQUIRE(work.waitForRows(u"dispatch.table"_s, 2));
    CHECK(QTest::qWaitFor([&] { return detail->ticket() == tickets.at(2); }, patience));

    // The rest at once.
    table->selectAll();
    work.child<QAction>(u"dispatch.batchAction"_s)->trigger();
    auto *menu = work.child<QMenu>(u"handling.batchMenu"_s);
    auto *sign = menu->findChild<QAction *>(u"handling.batch.signed"_s);
    REQUIRE(sign);
    sign->trigger();
    menu->close();
    REQUIRE(work.waitForRows(u"dispatch.table"_s, 0));
    CHECK(work.messages.shown.isEmpty());
    HandlingOffice &after = work.close();
    for (const TicketId ticket : tickets)
        CHECK(after.stateOfLead(ticket) == DispatchState::InHand);
}

TEST_CASE("calls back are noted down by keys, one after another", "[followup]")
{
    HandlingOffice office;
    const TicketId first = office.replied();
    office.clock.advance(60);
    const TicketId second = office.replied();
    office.clock.advance(60);
    OpenWork<FollowUpPage> work(office);
    REQUIRE(work.waitForRows(u"followup.table"_s, 2));
    auto *detail = work.child<TicketDetail>(u"followup.detail"_s);
    auto *save = work.child<QAction>(u"followup.saveAction"_s);
    auto *comment = work.child<QPlainTextEdit>(u"followup.comment"_s);
    REQUIRE(QTest::qWaitFor([&] { return detail->ticket() == first && comment->isEnabled(); }, patience));
    CHECK_FALSE(save->isEnabled()); // nobody has said what came of it
    work.child<QAction>(u"followup.satisfaction2Action"_s)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return save->isEnabled(); }, patience));
    CHECK(work.child<QAbstractButton>(u"followup.nextStep.1"_s)->isChecked());
    save->trigger();
    REQUIRE(work.waitForRows(u"followup.table"_s, 1));
    const auto *number = work.child<QLabel>(u"followup.detail.number"_s);
    REQUIRE(QTest::qWaitFor(
        [&] { return detail->ticket() == second && number->text().endsWith(u"-0002"_s) && comment->isEnabled(); },
        patience));
    CHECK_FALSE(save->isEnabled());

    // Dissatisfied: to be done over, and what is missing is asked for.
    work.child<QTableView>(u"followup.table"_s)->setFocus();
    work.child<QAction>(u"followup.satisfaction4Action"_s)->trigger();
    CHECK(comment->hasFocus()); // what the citizen says besides is typed at once
    REQUIRE(QTest::qWaitFor([&] { return save->isEnabled(); }, patience));
    save->trigger();
    auto *missing = work.child<QPlainTextEdit>(u"followup.redoGround"_s);
    REQUIRE(QTest::qWaitFor([&] { return missing->hasFocus() && save->isEnabled(); }, patience));
    missing->insertPlainText(u"仍未恢复供水"_s);
    save->trigger();
    REQUIRE(work.waitForRows(u"followup.table"_s, 0));
    HandlingOffice &after = work.close();
    CHECK(after.ticket(first).state == TicketState::Closed);
    CHECK(after.lead(second).round == 2);
    CHECK(after.lead(second).instruction == u"仍未恢复供水"_s);
}

TEST_CASE("what is typed about one call back waits while another is looked at", "[followup]")
{
    HandlingOffice office;
    const TicketId first = office.replied();
    office.clock.advance(60);
    const TicketId second = office.replied();
    OpenWork<FollowUpPage> work(office);
    REQUIRE(work.waitForRows(u"followup.table"_s, 2));
    auto *detail = work.child<TicketDetail>(u"followup.detail"_s);
    auto *table = work.child<QTableView>(u"followup.table"_s);
    auto *comment = work.child<QPlainTextEdit>(u"followup.comment"_s);
    REQUIRE(QTest::qWaitFor([&] { return detail->ticket() == first && comment->isEnabled(); }, patience));
    comment->insertPlainText(u"请下午再打"_s);
    table->setCurrentIndex(table->model()->index(1, 0));
    REQUIRE(QTest::qWaitFor([&] { return detail->ticket() == second && comment->toPlainText().isEmpty(); }, patience));
    table->setCurrentIndex(table->model()->index(0, 0));
    CHECK(QTest::qWaitFor([&] { return comment->toPlainText() == u"请下午再打"_s; }, patience));
    bool left = true;
    work.messages.reply = 1; // go back
    work.page->leave([&left](bool leave) { left = leave; });
    CHECK_FALSE(left);
}

TEST_CASE("a list of the set-up that is empty takes its first entry by the key", "[setup]")
{
    HandlingOffice office;
    OpenWork<SetupPage> work(office);
    work.page->showPart(u"areas"_s);
    auto *add = work.child<QPushButton>(u"setup.areas.add"_s);
    REQUIRE(work.child<QWidget>(u"setup.areas.table"_s)->isHidden());
    work.page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(work.page.get()));
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Insert);
    REQUIRE(QTest::qWaitFor([&] { return work.page->findChild<QDialog *>(u"setup.area"_s) != nullptr; }, patience));
}
