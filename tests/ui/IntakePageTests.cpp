// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Office.h"
#include "support/Patience.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include "casework/SecondSave.h"
#include "controls/Chip.h"
#include "controls/CodePicker.h"
#include "controls/CompareDialog.h"
#include "controls/NoticeBar.h"
#include "controls/SegmentedButtons.h"
#include "intake/CallerHistory.h"
#include "intake/IntakeDraft.h"
#include "intake/IntakePage.h"
#include "intake/ShortTicketList.h"
#include "intake/SimilarPanel.h"
#include "intake/SuggestionPanel.h"
#include "shell/DutyWatch.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace huiyin;
using huiyin::test::at;
using huiyin::test::patience;
using huiyin::test::QuietMessages;
using huiyin::test::TestOffice;

namespace {

struct IntakeOffice
{
    IntakeOffice()
    {
        office.clock.set(at("2020-02-26 10:50"));
        REQUIRE(office.book->saveCategory({.name = u"供水"_s}));
        REQUIRE(office.book->saveArea({.name = u"铁东区"_s}));
        REQUIRE(office.book->saveChannel({.name = u"县长信箱"_s}));
        office.close();
        openSession();
    }
    void openSession()
    {
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), CaseFile::Mode::Write);
        REQUIRE(QTest::qWaitFor([this] { return session->isOpen(); }, patience));
    }
    CaseFile &file()
    {
        session.reset();
        office.open();
        return *office.file;
    }

    TestOffice office;
    QuietMessages messages;
    std::unique_ptr<CaseSession> session;
};

struct OpenPage
{
    explicit OpenPage(IntakeOffice &office)
        : duties(*office.session)
        , page(std::make_unique<IntakePage>(
              PageContext{.session = *office.session, .messages = office.messages, .duties = duties}))
    {
        page->resize(1218, 680);
        page->show();
        page->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        page->activated();
    }
    template <class T>
    T *child(const char *name)
    {
        T *found = page->findChild<T *>(QLatin1StringView(name));
        REQUIRE(found);
        return found;
    }
    DutyWatch duties;
    std::unique_ptr<IntakePage> page;
};

// Chinese comes through an input method: shown while it is composed, then committed. (Keys can't bring it.)
void compose(QWidget *widget, const QString &text)
{
    QInputMethodEvent preedit(u"fyr"_s, {});
    QApplication::sendEvent(widget, &preedit);
    QInputMethodEvent commit;
    commit.setCommitString(text);
    QApplication::sendEvent(widget, &commit);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    REQUIRE(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    QApplication::processEvents();
}

QString focusName()
{
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
}

} // namespace

TEST_CASE("a title is taken from the first words of the content", "[intake]")
{
    auto [content, title] = GENERATE(table<const char *, const char *>(
        {{"反映人来电反映，平东小区停水两天，要求恢复", "平东小区停水两天"},
         {"平东小区5号楼4单元自来水管昨夜冻裂整个单元停水物业不管", "平东小区5号楼4单元自来水管昨夜冻裂整个"},
         {"咨询医保", "咨询医保"},
         {"", ""}}));
    CHECK(proposedTitle(QString::fromUtf8(content)) == QString::fromUtf8(title));
}

TEST_CASE("a matter without a request type is told at the field, and saved all the same", "[intake]")
{
    IntakeOffice office;
    OpenPage open(office);
    open.page->startCall();
    auto *hint = open.child<QLabel>("intake.typeHint");
    CHECK_FALSE(hint->isVisible()); // nothing to save yet
    open.child<QPlainTextEdit>("intake.content")->insertPlainText(u"反映人来电，小区停水。"_s);
    CHECK(hint->isVisible());
    auto *type = open.child<SegmentedButtons>("intake.type");
    type->findChildren<QAbstractButton *>().first()->click();
    CHECK_FALSE(hint->isVisible());
}

TEST_CASE("Alt with a number types nothing where there is no similar ticket", "[intake]")
{
    IntakeOffice office;
    OpenPage open(office);
    open.page->startCall();
    auto *content = open.child<QPlainTextEdit>("intake.content");
    auto *address = open.child<QLineEdit>("intake.address");
    const auto type = [](QWidget *field, Qt::KeyboardModifiers modifiers) {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_1, modifiers, u"1"_s);
        QApplication::sendEvent(field, &key);
    };
    type(content, Qt::NoModifier);
    type(address, Qt::NoModifier);
    CHECK(content->toPlainText() == u"1"_s);
    CHECK(address->text() == u"1"_s);
    type(content, Qt::AltModifier);
    type(address, Qt::AltModifier);
    CHECK(content->toPlainText() == u"1"_s);
    CHECK(address->text() == u"1"_s);
}

TEST_CASE("a call becomes a ticket by the keyboard alone", "[intake]")
{
    IntakeOffice office;
    {
        OpenPage open(office);
        open.page->startCall();
        CHECK(focusName() == u"intake.phone"_s);
        compose(QApplication::focusWidget(), u"１３８"_s); // full-width digits
        QTest::keyClicks(QApplication::focusWidget(), u"00002207"_s);
        CHECK(open.child<QLineEdit>("intake.phone")->text() == u"13800002207"_s);
        press(Qt::Key_Return);
        CHECK(focusName() == u"intake.requester"_s);
        compose(QApplication::focusWidget(), u"佟先生"_s);
        press(Qt::Key_Return); // kind of caller
        press(Qt::Key_Return);
        CHECK(focusName() == u"intake.channel"_s);
        press(Qt::Key_Return); // request type: nothing is chosen yet
        press(Qt::Key_Space);
        press(Qt::Key_Right); // 求助
        press(Qt::Key_Return);
        CHECK(focusName() == u"intake.area"_s);
        compose(QApplication::focusWidget(), u"铁东"_s);
        press(Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([] { return focusName() == u"intake.address"_s; }, patience));
        compose(QApplication::focusWidget(), u"平东小区5号楼"_s);
        press(Qt::Key_Return);
        CHECK(focusName() == u"intake.category"_s);
        compose(QApplication::focusWidget(), u"供水"_s);
        press(Qt::Key_Tab);
        CHECK(focusName() == u"intake.title"_s);
        press(Qt::Key_Tab);
        CHECK(focusName() == u"intake.content"_s);
        compose(QApplication::focusWidget(), u"反映人来电反映，单元自来水管冻裂停水，要求修复。"_s);
        CHECK(open.child<QLineEdit>("intake.title")->placeholderText() == u"单元自来水管冻裂停水"_s);
        office.office.clock.advance(120);
        press(Qt::Key_Return, Qt::ControlModifier);
        auto *notice = open.child<NoticeBar>("intake.notice");
        REQUIRE(QTest::qWaitFor([&] { return notice->text().contains(u"20200226-0001"_s); }, patience));
        CHECK(open.child<QLineEdit>("intake.phone")->text().isEmpty());
        CHECK(focusName() == u"intake.phone"_s);
    }
    CaseFile &file = office.file();
    const TicketRepository tickets(file.database());
    const auto id = tickets.idOf(u"20200226-0001"_s);
    REQUIRE(id);
    const auto ticket = *tickets.byId(*id);
    const CodeTables tables = office.office.tables();
    CHECK(ticket.state == TicketState::Accepted);
    CHECK(ticket.phone == u"13800002207"_s);
    CHECK(ticket.requester == u"佟先生"_s);
    CHECK(ticket.title == u"单元自来水管冻裂停水"_s);
    CHECK(nameOf(tables.requestTypes, ticket.requestType) == u"求助"_s);
    CHECK(nameOf(tables.categories, ticket.category) == u"供水"_s);
    CHECK(nameOf(tables.areas, ticket.area) == u"铁东区"_s);
    CHECK(ticket.dueAt == at("2020-03-04 17:00"));
    const auto calls = CallRepository(file.database()).ofTicket(*id);
    REQUIRE(calls.size() == 1);
    CHECK(calls.first().outcome == CallOutcome::Ticket);
    CHECK(calls.first().startedAt == at("2020-02-26 10:50"));
    CHECK(calls.first().endedAt == at("2020-02-26 10:52"));
}

TEST_CASE("what was typed survives the page that goes, and is offered again", "[intake]")
{
    IntakeOffice office;
    {
        OpenPage open(office);
        open.page->startCall();
        QTest::keyClicks(QApplication::focusWidget(), u"13800002207"_s);
        open.child<QPlainTextEdit>("intake.content")->setPlainText(u"话没有说完"_s);
        open.page.reset(); // at once: the draft has had no time to save itself
    }
    office.session.reset();
    office.openSession();
    {
        OpenPage open(office);
        auto *notice = open.child<NoticeBar>("intake.notice");
        REQUIRE(QTest::qWaitFor([&] { return !notice->text().isEmpty(); }, patience));
        auto *goOn = notice->findChild<QPushButton *>();
        REQUIRE(goOn);
        QTest::mouseClick(goOn, Qt::LeftButton);
        CHECK(open.child<QPlainTextEdit>("intake.content")->toPlainText() == u"话没有说完"_s);
        CHECK(open.child<QLineEdit>("intake.phone")->text() == u"13800002207"_s);
        open.child<QPlainTextEdit>("intake.content")->setPlainText(u"话说完了"_s);
        press(Qt::Key_F7);
        REQUIRE(QTest::qWaitFor([&] { return notice->text().contains(u"20200226-0001"_s); }, patience));
    }
    CaseFile &file = office.file();
    const TicketRepository tickets(file.database());
    CHECK(tickets.matching({.state = TicketState::Draft}).isEmpty());
    CHECK(tickets.byId(*tickets.idOf(u"20200226-0001"_s))->content == u"话说完了"_s);
}

TEST_CASE("a draft saves itself a moment after the last key", "[intake]")
{
    IntakeOffice office;
    OpenPage open(office);
    open.page->startCall();
    QTest::keyClicks(QApplication::focusWidget(), u"1380000"_s);
    REQUIRE(QTest::qWaitFor([&] { return open.child<QLabel>("intake.saved")->text().contains(u"10:50"_s); }, patience));
    QTest::keyClicks(QApplication::focusWidget(), u"2207"_s);
    open.page.reset();
    CaseFile &file = office.file();
    const auto drafts = TicketRepository(file.database()).matching({.state = TicketState::Draft});
    REQUIRE(drafts.size() == 1); // saved over, not beside
    CHECK(TicketRepository(file.database()).byId(drafts.first())->phone == u"13800002207"_s);
}

TEST_CASE("typing without a pause is saved all the same", "[intake]")
{
    IntakeOffice office;
    OpenPage open(office);
    open.page->startCall();
    QElapsedTimer typing;
    typing.start();
    auto *saved = open.child<QLabel>("intake.saved");
    // Each key comes long before the pause that saves.
    while (!saved->text().contains(u"10:50"_s) && typing.elapsed() < 3 * patience)
        QTest::keyClick(open.child<QLineEdit>("intake.title"), Qt::Key_A, Qt::NoModifier, 100);
    CHECK(saved->text().contains(u"10:50"_s));
}

TEST_CASE("a letter that turns out to be a call becomes one", "[intake]")
{
    IntakeOffice office;
    {
        OpenPage open(office);
        press(Qt::Key_L, Qt::ControlModifier);
        auto *channel = open.child<CodePicker>("intake.channel");
        channel->setFocus();
        channel->selectAll();
        compose(channel, u"热线"_s);
        press(Qt::Key_Return);
        REQUIRE(channel->valueText().contains(u"热线"_s));
        open.child<QPlainTextEdit>("intake.content")->setPlainText(u"暖气不热"_s);
        open.child<QPlainTextEdit>("intake.content")->setFocus();
        press(Qt::Key_F7);
        REQUIRE(QTest::qWaitFor(
            [&] { return open.child<NoticeBar>("intake.notice")->text().contains(u"20200226-0001"_s); }, patience));
    }
    CaseFile &file = office.file();
    CHECK(CallRepository(file.database()).list({}).size() == 1);
}

TEST_CASE("what can't be saved is not lost without a word", "[intake]")
{
    IntakeOffice office;
    OpenPage open(office);
    open.page->startCall();
    open.child<QPlainTextEdit>("intake.content")->setPlainText(QString(30'000, u'长'));
    open.page->startCall(); // another is in front
    const auto leave = [&](int reply) {
        office.messages.reply = reply;
        std::optional<bool> answer;
        open.page->leave([&answer](bool go) { answer = go; });
        CHECK_FALSE(answer); // it is being saved
        REQUIRE(QTest::qWaitFor([&] { return answer.has_value(); }, patience));
        return *answer;
    };
    CHECK_FALSE(leave(1)); // go back
    CHECK(office.messages.shown.size() == 1);
    CHECK(open.child<QPlainTextEdit>("intake.content")->property("fault").toBool());
    CHECK(leave(0)); // close without it
    // Mended, it is saved and nothing is asked.
    open.child<QPlainTextEdit>("intake.content")->setPlainText(u"短"_s);
    CHECK(leave(1));
    INFO(office.messages.shown.join(u"|"_s).toStdString());
    CHECK(office.messages.shown.size() == 2);
}

TEST_CASE("a call is no repeat of another caller's ticket", "[intake]")
{
    IntakeOffice office;
    OpenPage open(office);
    open.page->startCall();
    QTest::keyClicks(QApplication::focusWidget(), u"13800002207"_s);
    open.child<QPlainTextEdit>("intake.content")->setPlainText(u"暖气不热"_s);
    press(Qt::Key_F7);
    auto *notice = open.child<NoticeBar>("intake.notice");
    REQUIRE(QTest::qWaitFor([&] { return notice->text().contains(u"20200226-0001"_s); }, patience));

    open.page->startCall();
    auto *history = open.child<CallerHistory>("intake.history");
    QTest::keyClicks(QApplication::focusWidget(), u"13800002207"_s);
    REQUIRE(QTest::qWaitFor([&] { return history->chosen().has_value(); }, patience));
    CHECK(open.child<QPushButton>("intake.repeat")->text().contains(u"20200226-0001"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    CHECK_FALSE(history->chosen()); // at once, though the list still shows
    CHECK_FALSE(open.child<QPushButton>("intake.repeat")->isEnabled());
}

TEST_CASE("a refusal is told at the field, and the focus goes there", "[intake]")
{
    IntakeOffice office;
    OpenPage open(office);
    open.page->startCall();
    QTest::keyClicks(QApplication::focusWidget(), u"13800002207"_s);
    auto *title = open.child<QLineEdit>("intake.title");
    title->setText(u"有标题没有内容"_s);
    press(Qt::Key_F7);
    auto *content = open.child<QPlainTextEdit>("intake.content");
    REQUIRE(QTest::qWaitFor([&] { return content->property("fault").toBool(); }, patience));
    CHECK(content->hasFocus());
    compose(content, u"内容"_s);
    CHECK_FALSE(content->property("fault").toBool());
    // Directly answered: first the field for the answer, then a refusal without one.
    press(Qt::Key_F5);
    CHECK(focusName() == u"intake.answer"_s);
    press(Qt::Key_F5);
    auto *answer = open.child<QPlainTextEdit>("intake.answer");
    REQUIRE(QTest::qWaitFor([&] { return answer->property("fault").toBool(); }, patience));
    compose(answer, u"已解释"_s);
    press(Qt::Key_F5);
    REQUIRE(QTest::qWaitFor([&] { return open.child<NoticeBar>("intake.notice")->text().contains(u"20200226-0001"_s); },
                            patience));
}

TEST_CASE("a call that was taken while the clock was wrong is received when it is put right", "[intake][clock]")
{
    IntakeOffice office;
    {
        OpenPage open(office);
        office.office.clock.set(at("2000-01-01 08:00"));
        open.page->startCall();
        QTest::keyClicks(QApplication::focusWidget(), u"13800002207"_s);
        auto *content = open.child<QPlainTextEdit>("intake.content");
        content->setFocus();
        compose(content, u"反映人来电，小区停水。"_s);
        press(Qt::Key_F7);
        auto *notice = open.child<NoticeBar>("intake.notice");
        REQUIRE(QTest::qWaitFor([&] { return notice->text().contains(u"2000-01-01 08:00"); }, patience));
        CHECK(content->toPlainText() == u"反映人来电，小区停水。"_s);
        office.office.clock.set(at("2020-02-26 10:55"));
        press(Qt::Key_F7);
        REQUIRE(QTest::qWaitFor([&] { return notice->text().contains(u"20200226-0001"_s); }, patience));
    }
    CaseFile &file = office.file();
    const auto tickets = TicketRepository(file.database()).matching({});
    REQUIRE(tickets.size() == 1);
    const auto ticket = TicketRepository(file.database()).byId(tickets[0]);
    CHECK(ticket->receivedAt == at("2020-02-26 10:55"));
    CHECK(ticket->dueAt > ticket->receivedAt);
    const auto calls = CallRepository(file.database()).ofTicket(tickets[0]);
    REQUIRE(calls.size() == 1);
    CHECK(calls.first().startedAt == at("2020-02-26 10:55"));
}

TEST_CASE("a caller's history appears, and one key makes the call a repeat", "[intake]")
{
    IntakeOffice office;
    {
        OpenPage open(office);
        open.page->startCall();
        QTest::keyClicks(QApplication::focusWidget(), u"13800002207"_s);
        open.child<QPlainTextEdit>("intake.content")->setPlainText(u"暖气不热"_s);
        press(Qt::Key_F7);
        auto *notice = open.child<NoticeBar>("intake.notice");
        REQUIRE(QTest::qWaitFor([&] { return notice->text().contains(u"20200226-0001"_s); }, patience));

        auto *history = open.child<CallerHistory>("intake.history");
        open.page->startCall();
        QTest::keyClicks(QApplication::focusWidget(), u"13800002207"_s);
        REQUIRE(QTest::qWaitFor([&] { return history->chosen().has_value(); }, patience));
        press(Qt::Key_F8);
        REQUIRE(QTest::qWaitFor([&] { return open.child<QLineEdit>("intake.phone")->text().isEmpty(); }, patience));
    }
    CaseFile &file = office.file();
    const auto calls = CallRepository(file.database()).list({.outcome = CallOutcome::Repeat});
    REQUIRE(calls.size() == 1);
    CHECK(CallRepository(file.database()).byId(calls[0])->ticket
          == TicketRepository(file.database()).idOf(u"20200226-0001"_s));
    CHECK(TicketRepository(file.database()).matching({.state = TicketState::Draft}).isEmpty());
}

TEST_CASE("similar tickets appear while a matter is written, and one key makes the call a repeat", "[intake]")
{
    IntakeOffice office;
    office.session.reset();
    office.office.open();
    REQUIRE(office.office.book->saveCategory({.name = u"交通"_s}));
    const CodeTables tables = office.office.tables();
    const CategoryId water = *tables.categories.first().id;
    TicketId first{0};
    for (const QString &flat : {u"1单元"_s, u"2单元"_s, u"3单元"_s}) {
        const IntakeRequest request{.call =
                                        CallFacts{.startedAt = office.office.clock.now(), .phone = u"13800001111"_s},
                                    .channel = office.office.phone(),
                                    .category = water,
                                    .address = u"平东小区5号楼"_s + flat,
                                    .title = flat + u"自来水管冻裂停水"_s,
                                    .content = u"反映人来电反映，自来水管冻裂，整个单元停水。"_s,
                                    .phone = u"13800001111"_s,
                                    .answer = u"已通知水务集团抢修。"_s};
        const auto saved = office.office.book->answerDirectly(request);
        REQUIRE(saved);
        first = saved->id;
        office.office.clock.advance(60);
    }
    office.office.close();
    office.openSession();
    {
        OpenPage open(office);
        auto *similar = open.child<SimilarPanel>("intake.similar");
        auto *list = open.child<ShortTicketList>("intake.similarTable");
        auto *suggestions = open.child<SuggestionPanel>("intake.suggestions");
        auto *category = open.child<CodePicker>("intake.category");
        auto *same = open.child<QAction>("intake.sameAction1");
        open.page->startCall();
        CHECK_FALSE(same->isEnabled());
        CHECK(suggestions->isHidden());

        open.child<QLineEdit>("intake.phone")->setText(QString());
        QTest::keyClicks(open.child<QLineEdit>("intake.phone"), u"13800002222"_s);
        compose(open.child<QLineEdit>("intake.address"), u"平东小区5栋2单元"_s);
        compose(open.child<QPlainTextEdit>("intake.content"), u"自来水管冻裂，停水两天"_s);
        REQUIRE(QTest::qWaitFor([&] { return list->ticketCount() == 3; }, patience));
        // The same unit stands first, and the reason beside it.
        CHECK(list->model()->index(0, 2).data().toString().startsWith(u"same unit"_s));
        CHECK(list->model()->index(1, 2).data().toString().startsWith(u"same building"_s));
        REQUIRE(QTest::qWaitFor([&] { return same->isEnabled(); }, patience));

        // Suggested, never filled in by itself.
        CHECK_FALSE(suggestions->isHidden());
        CHECK(suggestions->firstCategory() == water);
        CHECK_FALSE(category->value());
        CHECK(open.child<QPushButton>("intake.suggestedCategory1")->toolTip().contains(u"3 of 3"_s));
        press(Qt::Key_G, Qt::ControlModifier);
        CHECK(category->chosen<CategoryId>() == water);

        // Words that say something else find nothing, and the key is dead at once.
        auto *content = open.child<QPlainTextEdit>("intake.content");
        content->setPlainText(u"公交车到站不停"_s);
        open.child<QLineEdit>("intake.address")->setText(QString());
        compose(open.child<QLineEdit>("intake.address"), u"站前街"_s);
        CHECK_FALSE(same->isEnabled());
        CHECK_FALSE(similar->ticketAt(0));
        REQUIRE(QTest::qWaitFor([&] { return list->ticketCount() == 0; }, patience));
        CHECK(suggestions->isHidden());

        content->setPlainText(u"自来水管冻裂，停水两天"_s);
        REQUIRE(QTest::qWaitFor([&] { return same->isEnabled(); }, patience));
        const auto chosen = similar->ticketAt(0);
        REQUIRE(chosen);
        press(Qt::Key_1, Qt::AltModifier);
        REQUIRE(QTest::qWaitFor([&] { return open.child<QLineEdit>("intake.phone")->text().isEmpty(); }, patience));
        first = *chosen;
    }
    const QList<Call> calls = CallRepository(office.file().database()).ofPhone(u"13800002222"_s, 10);
    REQUIRE(calls.size() == 1);
    CHECK(calls.first().outcome == CallOutcome::Repeat);
    CHECK(calls.first().ticket == first);
}

TEST_CASE("several calls are open at once, each with its own words", "[intake]")
{
    IntakeOffice office;
    OpenPage open(office);
    open.page->startCall();
    QTest::keyClicks(QApplication::focusWidget(), u"13800000001"_s);
    open.page->startCall();
    auto *phone = open.child<QLineEdit>("intake.phone");
    CHECK(phone->text().isEmpty());
    QTest::keyClicks(QApplication::focusWidget(), u"13800000002"_s);
    press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(phone->text() == u"13800000001"_s);
    press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(phone->text() == u"13800000002"_s);
    // No tab tells a whole number.
    const auto tabs = open.page->topBarWidget()->findChildren<Chip *>();
    CHECK(tabs.size() == 2);
    for (const QAbstractButton *tab : tabs)
        CHECK(tab->text().contains(u"138****000"_s));
}

TEST_CASE("a letter has a time of receipt and its channel's own number instead of a call", "[intake]")
{
    IntakeOffice office;
    {
        OpenPage open(office);
        CHECK_FALSE(open.child<QWidget>("intake.receivedAt")->isVisible());
        press(Qt::Key_L, Qt::ControlModifier);
        CHECK(open.child<QWidget>("intake.receivedAt")->isVisible());
        CHECK(open.child<CodePicker>("intake.channel")->valueText() == u"县长信箱"_s);
        auto *reference = open.child<QLineEdit>("intake.channelReference");
        reference->setFocus();
        QTest::keyClicks(reference, u"XZ-7"_s);
        open.child<QPlainTextEdit>("intake.content")->setPlainText(u"道路坑洼"_s);
        press(Qt::Key_F7);
        REQUIRE(QTest::qWaitFor(
            [&] { return open.child<NoticeBar>("intake.notice")->text().contains(u"20200226-0001"_s); }, patience));
    }
    CaseFile &file = office.file();
    const TicketRepository tickets(file.database());
    const auto ticket = *tickets.byId(*tickets.idOf(u"20200226-0001"_s));
    CHECK(ticket.channelReference == u"XZ-7"_s);
    CHECK(CallRepository(file.database()).ofTicket(*ticket.id).isEmpty());
}

TEST_CASE("a call can end without a ticket", "[intake]")
{
    IntakeOffice office;
    {
        OpenPage open(office);
        open.page->startCall();
        QTest::keyClicks(QApplication::focusWidget(), u"13800002207"_s);
        auto *action = open.page->findChild<QAction *>(u"intake.end.transferred"_s);
        REQUIRE(action);
        action->trigger();
        REQUIRE(QTest::qWaitFor([&] { return open.child<QLineEdit>("intake.phone")->text().isEmpty(); }, patience));
    }
    CaseFile &file = office.file();
    CHECK(CallRepository(file.database()).list({.outcome = CallOutcome::Transferred}).size() == 1);
    CHECK(TicketRepository(file.database()).matching({.drafts = true}).isEmpty());
}

TEST_CASE("a category is found by the first letters of its pinyin", "[intake]")
{
    QList<Category> categories;
    qint64 id = 0;
    for (const QString &name : {u"供水"_s, u"供热"_s, u"公交"_s, u"物业"_s})
        categories.append({.id = CategoryId(++id), .name = name});
    const QList<CodeChoice> choices = choicesOf(categories);
    const auto found = [&](const QString &typed) {
        QStringList names;
        const QList<CodeChoice> all = matching(choices, typed);
        for (const CodeChoice &choice : all)
            names.append(choice.text);
        return names;
    };
    CHECK(found(u"gs"_s) == QStringList{u"供水"_s});
    CHECK(found(u"g"_s) == QStringList{u"供水"_s, u"供热"_s, u"公交"_s});
    CHECK(found(u"WY"_s) == QStringList{u"物业"_s});
    CHECK(found(u"供"_s) == QStringList{u"供水"_s, u"供热"_s});
    CHECK(found(u"xx"_s).isEmpty());
}

TEST_CASE("a draft that was changed in another place is offered for comparison, and the typing stays", "[intake]")
{
    IntakeOffice office;
    OpenPage open(office);
    open.page->startCall();
    auto *content = open.child<QPlainTextEdit>("intake.content");
    content->setPlainText(u"停水三天"_s);
    open.page->keep();
    const auto draftIn = [](CaseFile &file) -> std::optional<Ticket> {
        const TicketRepository tickets(file.database());
        const auto ids = tickets.draftsOf(u"话务员"_s);
        return ids.isEmpty() ? std::nullopt : tickets.byId(ids.first());
    };
    bool changed = false;
    office.session->command(
        open.page.get(),
        [draftIn](CaseBook &book) -> Outcome<SavedTicket> {
            const auto draft = draftIn(book.file());
            if (!draft)
                return Refusal{u"no draft"_s};
            IntakeRequest theirs = draftOf(*draft, {});
            theirs.address = u"平东小区"_s;
            theirs.content = u"停水五天"_s;
            return book.saveDraft(theirs);
        },
        [&](const SavedTicket &) { changed = true; },
        [](const Refusal &refusal) { FAIL(refusal.reason.toStdString()); });
    REQUIRE(QTest::qWaitFor([&] { return changed; }, patience));

    content->setPlainText(u"停水三天，求尽快恢复"_s);
    open.page->keep();
    auto *notice = open.child<NoticeBar>("intake.notice");
    REQUIRE(QTest::qWaitFor([&] { return notice->text().contains(u"changed in another place"_s); }, patience));
    CHECK(content->toPlainText() == u"停水三天，求尽快恢复"_s);
    notice->findChild<QPushButton *>()->click();
    CompareDialog *compare = nullptr;
    REQUIRE(QTest::qWaitFor(
        [&] {
            compare = open.page->findChild<CompareDialog *>();
            return compare && compare->isVisible();
        },
        patience));
    compare->findChild<QAbstractButton *>(u"intake.compare.content.mine"_s)->click();
    compare->findChild<QAbstractButton *>(u"intake.compare.save"_s)->click();
    REQUIRE(QTest::qWaitFor([&] { return !open.page->findChild<CompareDialog *>(); }, patience));
    CHECK(content->toPlainText() == u"停水三天，求尽快恢复"_s);
    CHECK(open.child<QLineEdit>("intake.address")->text() == u"平东小区"_s);
    CHECK(notice->text().isEmpty());
    std::optional<Ticket> stored;
    office.session->read(open.page.get(), draftIn, [&](const std::optional<Ticket> &ticket) { stored = ticket; });
    REQUIRE(QTest::qWaitFor([&] { return stored.has_value(); }, patience));
    CHECK(stored->content == u"停水三天，求尽快恢复"_s);
    CHECK(stored->address == u"平东小区"_s);
}

TEST_CASE("what is typed into a picker of the sheet goes with the key that saves it", "[intake]")
{
    IntakeOffice office;
    {
        OpenPage open(office);
        open.page->startCall();
        compose(open.child<QPlainTextEdit>("intake.content"), u"自来水管冻裂"_s);
        auto *category = open.child<CodePicker>("intake.category");
        auto *notice = open.child<NoticeBar>("intake.notice");
        category->setFocus();
        compose(category, u"没有这一类"_s);
        press(Qt::Key_F7);
        CHECK(focusName() == u"intake.category"_s);
        CHECK(notice->isHidden()); // nothing is saved
        const auto says = [&](const QString &words) {
            return std::ranges::any_of(open.page->findChildren<QLabel *>(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        CHECK(says(u"没有这一类"_s));
        category->selectAll();
        compose(category, u"供"_s);
        CHECK_FALSE(category->value());
        press(Qt::Key_F7);
        REQUIRE(QTest::qWaitFor([notice] { return !notice->isHidden(); }, patience));
    }
    CaseFile &file = office.file();
    const auto ids = TicketRepository(file.database()).matching({.state = TicketState::Accepted});
    REQUIRE(ids.size() == 1);
    CHECK(TicketRepository(file.database()).byId(ids.first())->category.has_value());
}
