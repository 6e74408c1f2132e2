// SPDX-License-Identifier: GPL-3.0-or-later
// What a clerk has typed and chosen stays his, whatever the keys, the lists and the disk do meanwhile.
#include "support/OpenOffice.h"
#include "support/Patience.h"
#include "support/Print.h"

#include "controls/NoticeBar.h"
#include "followup/FollowUpPage.h"
#include "handling/BatchCommands.h"
#include "handling/CommandDialog.h"
#include "handling/TicketCommands.h"
#include "intake/CallerHistory.h"
#include "intake/IntakePage.h"
#include "intake/ShortTicketList.h"
#include "shell/DutyWatch.h"
#include "storage/CallRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/StorageError.h"
#include "tickets/CallsView.h"
#include "tickets/ListExport.h"
#include "tickets/TicketDetail.h"
#include "tickets/TicketList.h"

#include <catch2/catch.hpp>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

template <class T>
T *child(const QWidget *widget, const QString &name)
{
    T *found = widget->findChild<T *>(name);
    INFO(name.toStdString());
    REQUIRE(found);
    return found;
}

// As the keyboard does it: pressed once, then again and again until it is let go.
void hold(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers, int times = 6)
{
    REQUIRE(widget);
    QTest::simulateEvent(widget, true, key, modifiers, QString(), false);
    for (int i = 0; i < times; ++i) {
        QTest::qWait(30);
        if (QWidget *now = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow())
            QTest::simulateEvent(now, true, key, modifiers, QString(), true);
    }
    QTest::qWait(30);
}

CommandDialog *dialogOf(const QWidget *widget)
{
    const auto dialogs = widget->findChildren<CommandDialog *>();
    for (CommandDialog *dialog : dialogs) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

TEST_CASE("the ticket that is chosen in a caller's history stays chosen while drafts are saved", "[intake][desk]")
{
    HandlingOffice office;
    const TicketId older = office.accepted();
    office.clock.advance(60);
    const TicketId newer = office.accepted();
    office.clock.advance(60);
    const ChannelId line = office.phone();
    OpenOffice open(office);
    const auto page = open.shown<IntakePage>();
    page->startCall();
    QTest::keyClicks(QApplication::focusWidget(), u"13800001111"_s);
    auto *history = child<CallerHistory>(page.get(), u"intake.history"_s);
    REQUIRE(QTest::qWaitFor([&] { return history->chosen() == newer; }, patience));
    auto *table = child<ShortTicketList>(page.get(), u"intake.historyTable"_s);
    table->selectRow(1);
    REQUIRE(history->chosen() == older);

    SECTION("of the one that is being written")
    {
        QSignalSpy changed(open.session.get(), &CaseSession::changed);
        child<QPlainTextEdit>(page.get(), u"intake.content"_s)->insertPlainText(u"又停水了"_s);
        REQUIRE(changed.wait(patience));
    }
    SECTION("and when another ticket of the caller's comes above it")
    {
        open.give([line](CaseBook &book) {
            return book.accept({.channel = line,
                                .title = u"第三次停水"_s,
                                .content = u"反映人来电，又停水。"_s,
                                .phone = u"13800001111"_s});
        });
        REQUIRE(QTest::qWaitFor([&] { return table->rowCount() == 3; }, patience));
    }
    QTest::qWait(500); // it is read again a moment after
    CHECK(history->chosen() == older);
    CHECK(child<QPushButton>(page.get(), u"intake.repeat"_s)->text().contains(u"-0001"_s));
}

TEST_CASE("a key that is held ends one call, and not those behind it", "[intake][desk]")
{
    HandlingOffice office;
    OpenOffice open(office);
    const QString user = open.session->user();
    {
        const auto page = open.shown<IntakePage>();
        auto *content = child<QPlainTextEdit>(page.get(), u"intake.content"_s);
        auto *notice = child<NoticeBar>(page.get(), u"intake.notice"_s);
        for (const QString &words : {u"小区停水两天。"_s, u"路灯不亮一周。"_s, u"暖气不热三天。"_s}) {
            page->startCall();
            content->insertPlainText(words);
        }
        content->setFocus();
        hold(content, Qt::Key_F7, Qt::NoModifier, 12);
        REQUIRE(QTest::qWaitFor([&] { return notice->text().contains(u"-0001"_s); }, patience));
        CHECK(content->toPlainText() == u"路灯不亮一周。"_s);
    }
    HandlingOffice &after = open.close();
    CHECK(TicketRepository(after.file->database()).matching({.state = TicketState::Accepted}).size() == 1);
    CHECK(TicketRepository(after.file->database()).draftsOf(user).size() == 2);
}

TEST_CASE("the key that opens a form does not submit it while it is held", "[handling][desk]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    HandlingOffice::must(office.book->askReturn({.dispatch = *office.lead(ticket).id, .ground = u"不属于我单位"_s}));
    OpenOffice open(office);
    const auto detail = std::make_unique<TicketDetail>(*open.session, u"tickets"_s);
    OpenOffice::show(detail.get());
    detail->addAction(detail->nextAction());
    detail->showTicket(ticket);
    REQUIRE(QTest::qWaitFor([&] { return detail->nextAction()->isEnabled(); }, patience));
    const bool byControl = GENERATE(true, false);
    if (byControl) {
        detail->focusText();
        hold(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    } else {
        detail->nextAction()->trigger();
        REQUIRE(QTest::qWaitFor([&] { return dialogOf(detail.get()) != nullptr; }, patience));
        auto *save = child<QPushButton>(dialogOf(detail.get()), dialogOf(detail.get())->objectName() + u".save"_s);
        save->setFocus();
        for (QWidget *held : {static_cast<QWidget *>(save), static_cast<QWidget *>(dialogOf(detail.get()))})
            QTest::simulateEvent(held, true, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QTest::qWait(100);
    }
    CommandDialog *dialog = dialogOf(detail.get());
    REQUIRE(dialog); // it stands there, to be read
    const auto asked = [&] {
        bool isAsked = false;
        bool read = false;
        open.session->read(
            detail.get(), [ticket](CaseFile &file) { return DispatchRepository(file.database()).ofTicket(ticket); },
            [&](const QList<Dispatch> &dispatches) {
                isAsked = stateOf(dispatches.first()) == DispatchState::ReturnAsked;
                read = true;
            });
        REQUIRE(QTest::qWaitFor([&read] { return read; }, patience));
        return isAsked;
    };
    CHECK(asked());
    // Pressed anew, it does.
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return !dialogOf(detail.get()); }, patience));
    CHECK_FALSE(asked());
}

TEST_CASE("a call back is no try before it is said whether the citizen was reached", "[followup][desk]")
{
    HandlingOffice office;
    const TicketId ticket = office.replied();
    OpenOffice open(office);
    {
        const auto detail = std::make_unique<TicketDetail>(*open.session, u"tickets"_s);
        OpenOffice::show(detail.get());
        detail->showTicket(ticket);
        REQUIRE(QTest::qWaitFor([&] { return detail->nextAction()->isEnabled(); }, patience));
        detail->nextAction()->trigger();
        REQUIRE(QTest::qWaitFor([&] { return dialogOf(detail.get()) != nullptr; }, patience));
        CommandDialog *dialog = dialogOf(detail.get());
        child<QPlainTextEdit>(dialog, u"handling.followUp.comment"_s)->insertPlainText(u"请下午再打"_s);
        child<QPushButton>(dialog, dialog->objectName() + u".save"_s)->click();
        const QPointer<QLabel> fault = child<QLabel>(dialog, dialog->objectName() + u".fault"_s);
        REQUIRE(QTest::qWaitFor([&] { return !fault || fault->isVisible(); }, patience));
        REQUIRE(fault); // it has not gone with a dialog that was done
    }
    HandlingOffice &after = open.close();
    CHECK(FollowUpRepository(after.file->database()).ofTicket(ticket).isEmpty());
}

TEST_CASE("a comment that was typed first says nothing of whether the citizen was reached", "[followup][desk]")
{
    HandlingOffice office;
    const TicketId first = office.replied();
    office.clock.advance(60);
    const TicketId second = office.replied();
    office.clock.advance(60);
    OpenOffice open(office);
    const auto page = open.shown<FollowUpPage>();
    auto *table = child<QTableView>(page.get(), u"followup.table"_s);
    auto *detail = child<TicketDetail>(page.get(), u"followup.detail"_s);
    auto *comment = child<QPlainTextEdit>(page.get(), u"followup.comment"_s);
    const auto *save = child<QAction>(page.get(), u"followup.saveAction"_s);
    REQUIRE(QTest::qWaitFor([&] { return detail->ticket() == first && comment->isEnabled(); }, patience));
    comment->insertPlainText(u"号码无误"_s);
    table->setCurrentIndex(table->model()->index(1, 0));
    REQUIRE(QTest::qWaitFor([&] { return detail->ticket() == second && comment->toPlainText().isEmpty(); }, patience));
    table->setCurrentIndex(table->model()->index(0, 0));
    REQUIRE(QTest::qWaitFor([&] { return comment->toPlainText() == u"号码无误"_s; }, patience));
    CHECK_FALSE(save->isEnabled());
    CHECK_FALSE(child<QAbstractButton>(page.get(), u"followup.reached.no"_s)->isChecked());
    // What was said stays said.
    child<QAction>(page.get(), u"followup.notReachedAction"_s)->trigger();
    table->setCurrentIndex(table->model()->index(1, 0));
    REQUIRE(QTest::qWaitFor([&] { return detail->ticket() == second && comment->toPlainText().isEmpty(); }, patience));
    table->setCurrentIndex(table->model()->index(0, 0));
    REQUIRE(QTest::qWaitFor([&] { return comment->toPlainText() == u"号码无误"_s; }, patience));
    CHECK(save->isEnabled());
    CHECK(child<QAbstractButton>(page.get(), u"followup.reached.no"_s)->isChecked());
}

TEST_CASE("what is typed after the key that saves is told not to be in the ticket", "[intake][desk]")
{
    HandlingOffice office;
    OpenOffice open(office);
    const auto page = open.shown<IntakePage>();
    auto *content = child<QPlainTextEdit>(page.get(), u"intake.content"_s);
    auto *notice = child<NoticeBar>(page.get(), u"intake.notice"_s);
    const auto save = [&](const QString &later) -> QString {
        page->startCall();
        notice->clear();
        content->insertPlainText(u"小区停水。"_s);
        child<QAction>(page.get(), u"intake.acceptAction"_s)->trigger();
        if (!later.isEmpty())
            content->insertPlainText(later); // before the answer of the case book can have come
        REQUIRE(QTest::qWaitFor([&] { return !notice->text().isEmpty(); }, patience));
        return notice->text();
    };
    const QString plain = save({});
    const QString warned = save(u"另外电也停了。"_s);
    INFO(warned.toStdString());
    CHECK(warned.contains(u"-0002"_s));
    CHECK(warned.size() > plain.size() + 10);
}

TEST_CASE("a draft at the back that can't be saved is told, and again when it comes to the front", "[intake][desk]")
{
    HandlingOffice office;
    OpenOffice open(office);
    const auto page = open.shown<IntakePage>();
    auto *content = child<QPlainTextEdit>(page.get(), u"intake.content"_s);
    auto *notice = child<NoticeBar>(page.get(), u"intake.notice"_s);
    page->startCall();
    content->setPlainText(QString(30'000, u'长'));
    page->startCall(); // it goes to the back, and is saved there in vain
    REQUIRE(QTest::qWaitFor([&] { return !notice->text().isEmpty(); }, patience));
    CHECK(content->toPlainText().isEmpty());
    CHECK_FALSE(content->property("fault").toBool());
    child<QAction>(page.get(), u"intake.previousAction"_s)->trigger();
    CHECK(content->toPlainText().size() == 30'000);
    CHECK(content->property("fault").toBool());
}

TEST_CASE("tickets that all refuse are named in the form, each with its reason", "[handling][desk]")
{
    HandlingOffice office;
    const TicketId closed = office.accepted();
    HandlingOffice::must(office.book->notAccept(closed, u"属法院受理范围"_s));
    office.clock.advance(60);
    const TicketId waiting = office.accepted();
    office.clock.advance(60);
    OpenOffice open(office);
    TicketList list(*open.session, u"tickets"_s);
    BatchCommands batch(*open.session, &list);
    OpenOffice::show(&list);
    list.setFilter({});
    auto *table = child<QTableView>(&list, u"tickets.table"_s);
    REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() == 2; }, patience));
    table->selectAll();
    batch.action()->trigger();
    auto *menu = child<QMenu>(&list, u"handling.batchMenu"_s);
    child<QAction>(menu, u"handling.batch.reminded"_s)->trigger(); // neither is at a department
    menu->close();
    REQUIRE(QTest::qWaitFor([&] { return dialogOf(&list) != nullptr; }, patience));
    CommandDialog *dialog = dialogOf(&list);
    child<QPlainTextEdit>(dialog, dialog->objectName() + u".ground"_s)->setPlainText(u"请尽快办理"_s);
    child<QPushButton>(dialog, dialog->objectName() + u".save"_s)->click();
    auto *fault = child<QLabel>(dialog, dialog->objectName() + u".fault"_s);
    REQUIRE(QTest::qWaitFor([&] { return fault->isVisible(); }, patience));
    INFO(fault->text().toStdString());
    CHECK(fault->text().contains(u"-0001"_s));
    CHECK(fault->text().contains(u"-0002"_s));
    dialog->done(QDialog::Rejected);
    (void)waiting;
}

TEST_CASE("a list that is read again leaves in sight what was in sight", "[tickets][desk]")
{
    HandlingOffice office;
    QList<TicketId> tickets;
    for (int i = 0; i < 60; ++i) {
        tickets.append(office.accepted());
        office.clock.advance(60);
    }
    OpenOffice open(office);
    TicketList list(*open.session, u"tickets"_s);
    OpenOffice::show(&list);
    list.setFilter({});
    auto *table = child<QTableView>(&list, u"tickets.table"_s);
    REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() == 60; }, patience));
    table->selectAll();
    REQUIRE(list.chosenCount() == 60);
    QScrollBar *bar = table->verticalScrollBar();
    bar->setValue(bar->maximum());
    const int place = bar->value();
    REQUIRE(place > 0);
    open.give([&](CaseBook &book) { return book.changeUrgency(tickets.first(), Urgency::Urgent); });
    QTest::qWait(700);
    CHECK(bar->value() == place);
    CHECK(list.chosenCount() == 60);
    // One has gone: those that are left stay chosen, and the reader where he was.
    list.setFilter({.state = TicketState::Accepted});
    QTest::qWait(300);
    table->selectAll();
    bar->setValue(bar->maximum() / 2);
    const int middle = bar->value();
    open.give([&](CaseBook &book) { return book.notAccept(tickets.first(), u"属法院受理范围"_s); });
    REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() == 59; }, patience));
    CHECK(bar->value() == middle);
    CHECK(list.chosenCount() == 59);
}

TEST_CASE("the calls that are chosen stay chosen when another one comes", "[tickets][desk]")
{
    HandlingOffice office;
    const auto call = [&] {
        return CallRequest{.facts = {.startedAt = office.clock.now(), .phone = u"04345551234"_s}};
    };
    for (int i = 0; i < 5; ++i) {
        HandlingOffice::must(office.book->registerCall(call()));
        office.clock.advance(60);
    }
    OpenOffice open(office);
    CallsView calls(*open.session);
    OpenOffice::show(&calls);
    calls.activate();
    REQUIRE(QTest::qWaitFor([&] { return calls.table()->model()->rowCount() == 5; }, patience));
    calls.table()->selectAll();
    REQUIRE(calls.chosen().size() == 5);
    const CallIds before = calls.chosen();
    open.give([request = call()](CaseBook &book) { return book.registerCall(request); });
    REQUIRE(QTest::qWaitFor([&] { return calls.table()->model()->rowCount() == 6; }, patience));
    CHECK(calls.chosen() == before);
}

TEST_CASE("what is copied for a spreadsheet runs no formula there", "[tickets][desk]")
{
    HandlingOffice office;
    const auto saved = office.book->accept({.channel = office.phone(),
                                            .title = u"=HYPERLINK(\"http://x\")"_s,
                                            .content = u"反映人来电。"_s,
                                            .phone = u"13800001111"_s});
    REQUIRE(saved);
    OpenOffice open(office);
    const TicketText text(*open.session);
    HandlingOffice &after = open.close();
    const QString rows =
        tabbedRows(*after.file, text, TicketIds({saved->id}), {TicketField::Number, TicketField::Title});
    CHECK(rows.contains(u"\t'=HYPERLINK"_s));
    CHECK_FALSE(rows.contains(u"\t="_s));
}
