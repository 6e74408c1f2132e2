// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into the forms of a ticket, of a call back and of an article is there again after a crash.
#include "casework/KeepingWords.h"
#include "controls/NoticeBar.h"
#include "followup/FollowUpPage.h"
#include "handling/CommandDialog.h"
#include "knowledge/ArticleDialog.h"
#include "knowledge/KnowledgePage.h"
#include "shell/OpenPages.h"
#include "storage/KeptDraftRepository.h"
#include "storage/UserRepository.h"
#include "support/KeptDesk.h"
#include "support/OpenOffice.h"
#include "support/Print.h"
#include "tickets/TicketDetail.h"

#include <catch2/catch.hpp>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

using Desk = KeptDesk;

QPlainTextEdit *textOf(const CommandDialog *dialog, const QString &field = u"text"_s)
{
    auto *edit = dialog->findChild<QPlainTextEdit *>(dialog->objectName() + u'.' + field);
    REQUIRE(edit);
    return edit;
}

} // namespace

TEST_CASE("a reply that was being typed when the program ended is offered, taken up and saved", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    {
        Desk desk(office, ticket);
        CommandDialog *dialog = desk.ask(u"replied"_s);
        textOf(dialog)->setPlainText(u"已更换水管。"_s);
        dialog->findChild<QComboBox *>(u"handling.replied.result"_s)->setCurrentIndex(1);
        REQUIRE(waitForKept(*desk.session, {u"已更换水管。"_s}));
        CHECK(barOf(dialog)->isHidden()); // what stands in the form is not offered
        desk.crash();
    }
    {
        Desk desk(office, ticket);
        CommandDialog *dialog = desk.ask(u"replied"_s);
        REQUIRE(offers(barOf(dialog)));
        CHECK(barOf(dialog)->text().contains(u"09:00"));
        CHECK(textOf(dialog)->toPlainText().isEmpty());
        button(barOf(dialog), u"Take up"_s)->click();
        CHECK(textOf(dialog)->toPlainText() == u"已更换水管。"_s);
        CHECK(dialog->findChild<QComboBox *>(u"handling.replied.result"_s)->currentIndex() == 1);
        CHECK(barOf(dialog)->isHidden());
        dialog->findChild<QPushButton *>(u"handling.replied.save"_s)->click();
        REQUIRE(QTest::qWaitFor([&] { return !desk.detail->findChild<CommandDialog *>(); }, patience));
        CHECK(waitForKept(*desk.session, {}));
        desk.crash();
    }
    CHECK(office.lead(ticket).reply == u"已更换水管。"_s);
    CHECK_FALSE(office.lead(ticket).repliedAt.value_or(QDateTime())
                < office.clock.now()); // "now", not when it was typed
}

TEST_CASE("what is thrown away, or dropped, is not offered again", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    Desk desk(office, ticket);
    CommandDialog *dialog = desk.ask(u"return_asked"_s);
    textOf(dialog, u"ground"_s)->setPlainText(u"不归我们管"_s);
    REQUIRE(waitForKept(*desk.session, {u"不归我们管"_s}));
    desk.messages.reply = 0; // throw away
    dialog->reject();
    CHECK(waitForKept(*desk.session, {}));
    // Closed right after the last key: nothing of it comes behind.
    dialog = desk.ask(u"return_asked"_s);
    textOf(dialog, u"ground"_s)->setPlainText(u"又来了"_s);
    dialog->reject();
    QTest::qWait(1'500);
    CHECK(keptIn(*desk.session).isEmpty());
    // The form goes, as with the window: what was typed is offered, and dropped.
    dialog = desk.ask(u"return_asked"_s);
    textOf(dialog, u"ground"_s)->setPlainText(u"留着"_s);
    delete dialog;
    dialog = desk.ask(u"return_asked"_s);
    REQUIRE(offers(barOf(dialog)));
    button(barOf(dialog), u"Drop"_s)->click();
    CHECK(barOf(dialog)->isHidden());
    CHECK(waitForKept(*desk.session, {}));
}

TEST_CASE("words that nobody has decided on stay beside those that are typed now", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    Desk desk(office, ticket);
    CommandDialog *dialog = desk.ask(u"replied"_s);
    textOf(dialog)->setPlainText(u"上午的话"_s);
    delete dialog;
    dialog = desk.ask(u"replied"_s);
    REQUIRE(offers(barOf(dialog)));
    textOf(dialog)->setPlainText(u"下午的话"_s);
    REQUIRE(waitForKept(*desk.session, {u"下午的话"_s, u"上午的话"_s}));
    // Taking one up puts the other one aside.
    button(barOf(dialog), u"Take up"_s)->click();
    CHECK(textOf(dialog)->toPlainText() == u"上午的话"_s);
    CHECK(waitForKept(*desk.session, {u"上午的话"_s, u"下午的话"_s}));
    REQUIRE(barOf(dialog)->isVisible());
    button(barOf(dialog), u"Take up"_s)->click();
    CHECK(textOf(dialog)->toPlainText() == u"下午的话"_s);
    // Saved, all of it is gone.
    dialog->findChild<QPushButton *>(u"handling.replied.save"_s)->click();
    REQUIRE(QTest::qWaitFor([&] { return !desk.detail->findChild<CommandDialog *>(); }, patience));
    CHECK(waitForKept(*desk.session, {}));
}

TEST_CASE("a refused form goes on keeping what is typed", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    Desk desk(office, ticket);
    CommandDialog *dialog = desk.ask(u"replied"_s);
    dialog->findChild<QPushButton *>(u"handling.replied.save"_s)->click(); // without words
    auto *save = dialog->findChild<QPushButton *>(u"handling.replied.save"_s);
    REQUIRE(QTest::qWaitFor([save] { return save->isEnabled(); }, patience));
    textOf(dialog)->setPlainText(u"已更换水管。"_s);
    CHECK(waitForKept(*desk.session, {u"已更换水管。"_s}));
}

TEST_CASE("what another has typed is offered to nobody else", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const WordsPlace place = WordsPlace::of(Command::Reply, *office.lead(ticket).id);
    REQUIRE(keepWords(*office.book, place, {{.at = office.clock.now(), .words = {{u"text"_s, u"别人的话"_s}}}}));
    Desk desk(office, ticket);
    CommandDialog *dialog = desk.ask(u"replied"_s);
    textOf(dialog)->setPlainText(u"自己的话"_s);
    REQUIRE(waitForKept(*desk.session, {u"自己的话"_s}));
    CHECK(barOf(dialog)->isHidden());
    HandlingOffice &after = desk.crash();
    CHECK(KeptDraftRepository(after.file->database()).of(u"话务员03"_s).size() == 1);
}

TEST_CASE("words for what can't be done any more are offered beside the ticket to be copied", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const QString user = UserRepository(office.file->database()).all().first().name;
    CaseBook book(*office.file, office.clock, user);
    const DispatchId dispatch = *office.lead(ticket).id;
    REQUIRE(keepWords(book, WordsPlace::of(Command::Reply, dispatch),
                      {{.at = office.clock.now(), .words = {{u"text"_s, u"没存上的反馈"_s}}}}));
    {
        Desk desk(office, ticket);
        QTest::qWait(300);
        CHECK(desk.detail->findChild<NoticeBar *>(u"tickets.detail.words"_s)->isHidden()); // its form can be opened
        desk.crash();
    }
    office.must(office.book->makeVoid(ticket, u"重复"_s)); // meanwhile
    Desk desk(office, ticket);
    auto *bar = desk.detail->findChild<NoticeBar *>(u"tickets.detail.words"_s);
    REQUIRE(offers(bar));
    CHECK(bar->text().contains(displayName(Command::Reply)));
    CHECK_FALSE(bar->text().contains(u"没存上的反馈"_s)); // it may be a citizen's words
    button(bar, u"Copy"_s)->click();
    CHECK(QApplication::clipboard()->text() == u"没存上的反馈"_s);
    button(bar, u"Drop"_s)->click();
    CHECK(waitForKept(*desk.session, {}));
    CHECK(QTest::qWaitFor([bar] { return bar->isHidden(); }, patience));
}

TEST_CASE("the note of a call back is there again after the program ended", "[ui][drafts][followup]")
{
    HandlingOffice office;
    const TicketId ticket = office.replied();
    {
        OpenWork<FollowUpPage> work(office);
        auto *comment = work.child<QPlainTextEdit>(u"followup.comment"_s);
        REQUIRE(QTest::qWaitFor([comment] { return comment->isEnabled(); }, patience));
        work.child<QAbstractButton>(u"followup.reached.yes"_s)->click();
        comment->setPlainText(u"还是没水"_s);
        REQUIRE(waitForKept(*work.session, {u"还是没水"_s}));
        work.close();
    }
    {
        OpenWork<FollowUpPage> work(office);
        auto *comment = work.child<QPlainTextEdit>(u"followup.comment"_s);
        auto *bar = work.child<NoticeBar>(u"followup.kept"_s);
        REQUIRE(offers(bar));
        CHECK(comment->toPlainText().isEmpty());
        button(bar, u"Take up"_s)->click();
        CHECK(comment->toPlainText() == u"还是没水"_s);
        auto *save = work.child<QPushButton>(u"followup.save"_s);
        REQUIRE(save->isEnabled()); // that he was reached is known again
        save->click();
        CHECK(waitForKept(*work.session, {}));
        work.close();
    }
    const auto followUps = FollowUpRepository(office.file->database()).ofTicket(ticket);
    REQUIRE(followUps.size() == 1);
    CHECK(followUps.first().comment == u"还是没水"_s);
}

TEST_CASE("calls back that are given up are gone from the file", "[ui][drafts][followup]")
{
    HandlingOffice office;
    office.replied();
    OpenWork<FollowUpPage> work(office);
    auto *comment = work.child<QPlainTextEdit>(u"followup.comment"_s);
    REQUIRE(QTest::qWaitFor([comment] { return comment->isEnabled(); }, patience));
    comment->setPlainText(u"请下午再打"_s);
    REQUIRE(waitForKept(*work.session, {u"请下午再打"_s}));
    bool left = false;
    work.messages.reply = 0; // give them up
    work.page->leave([&left](bool leave) { left = leave; });
    CHECK(left);
    CHECK(waitForKept(*work.session, {}));
}

TEST_CASE("an article that was being written when the program ended waits to be gone on with",
          "[ui][drafts][knowledge]")
{
    HandlingOffice office;
    const auto dialogOf = [](OpenWork<KnowledgePage> &work) {
        ArticleDialog *found = nullptr;
        REQUIRE(QTest::qWaitFor(
            [&] {
                found = work.page->window()->findChild<ArticleDialog *>();
                return found && found->isVisible();
            },
            patience));
        return found;
    };
    {
        OpenWork<KnowledgePage> work(office);
        work.child<QAction>(u"knowledge.newAction"_s)->trigger();
        dialogOf(work)->findChild<QPlainTextEdit *>(u"knowledge.article.answer"_s)->setPlainText(u"拨打供水热线"_s);
        REQUIRE(waitForKept(*work.session, {u"拨打供水热线"_s}));
        work.close();
    }
    OpenWork<KnowledgePage> work(office);
    auto *bar = work.child<NoticeBar>(u"knowledge.kept"_s);
    REQUIRE(offers(bar));
    bar->findChild<QPushButton *>()->click();
    ArticleDialog *dialog = dialogOf(work);
    CHECK(dialog->findChild<QPlainTextEdit *>(u"knowledge.article.answer"_s)->toPlainText() == u"拨打供水热线"_s);
    work.messages.reply = 1; // throw away
    dialog->findChild<QPlainTextEdit *>(u"knowledge.article.answer"_s)->setPlainText(u"不写了"_s);
    dialog->reject();
    CHECK(waitForKept(*work.session, {}));
    CHECK(bar->isHidden());
}

TEST_CASE("before the screen is locked everything that is typed is kept", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    Desk desk(office, ticket);
    QStackedWidget stack;
    OpenPages pages(&stack, desk.detail.get());
    CommandDialog *dialog = desk.ask(u"replied"_s);
    REQUIRE(QTest::qWaitFor([&desk] { return !desk.session->isWriting(); }, patience));
    textOf(dialog)->setPlainText(u"刚打的字"_s);
    (void)pages.keep();
    CHECK(desk.session->isWriting()); // at once, and not after a pause
    CHECK(waitForKept(*desk.session, {u"刚打的字"_s}));
}
