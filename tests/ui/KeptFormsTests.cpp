// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed to correct a ticket, to handle many of them, to end a call and to take in a notice is there again after a
// crash, as it is for the other forms (KeptWordsTests).
#include "casework/KeepingWords.h"
#include "casework/SecondSave.h"
#include "controls/CodePicker.h"
#include "controls/CompareDialog.h"
#include "handling/BatchCommands.h"
#include "handling/CorrectionWords.h"
#include "intake/IntakePage.h"
#include "setup/NoticeDialog.h"
#include "shell/LoginPage.h"
#include "storage/ReminderRepository.h"
#include "storage/TicketRepository.h"
#include "support/KeptDesk.h"
#include "support/LoginDesk.h"
#include "support/PageAudit.h"
#include "tickets/TicketList.h"

#include <catch2/catch.hpp>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRadioButton>
#include <QSpinBox>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

template <class T>
T *part(const QWidget *form, const QString &name)
{
    T *found = form->findChild<T *>(form->objectName() + u'.' + name);
    INFO(name.toStdString());
    REQUIRE(found);
    return found;
}

template <class D>
D *waitForDialog(const QWidget *window)
{
    D *found = nullptr;
    REQUIRE(QTest::qWaitFor(
        [&] {
            found = window->findChild<D *>();
            return found && found->isVisible();
        },
        patience));
    return found;
}

bool waitForNone(const QWidget *window)
{
    return QTest::qWaitFor([window] { return !window->findChild<QDialog *>(); }, patience);
}

CorrectionRequest corrected(const Ticket &ticket)
{
    CorrectionRequest request = correctionOf(ticket);
    request.content = u"反映人来电，三单元停水。"_s;
    request.requesterKind = RequesterKind::Enterprise;
    return request;
}

// All tickets of an office chosen in their list.
struct Batch : OpenOffice
{
    explicit Batch(HandlingOffice &prepared, int rows)
        : OpenOffice(prepared)
        , list(std::make_unique<TicketList>(*session, u"tickets"_s))
        , commands(new BatchCommands(*session, list.get()))
    {
        show(list.get());
        list->setFilter({});
        auto *table = list->findChild<QTableView *>(u"tickets.table"_s);
        REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() == rows; }, patience));
        table->selectAll();
    }
    CommandDialog *ask(const QString &command)
    {
        commands->action()->trigger();
        auto *menu = list->findChild<QMenu *>(u"handling.batchMenu"_s);
        REQUIRE(menu);
        auto *action = menu->findChild<QAction *>(u"handling.batch."_s + command);
        REQUIRE(action);
        action->trigger();
        menu->close();
        return waitForDialog<CommandDialog>(list.get());
    }
    HandlingOffice &crash()
    {
        list.reset();
        return close();
    }

    std::unique_ptr<TicketList> list;
    BatchCommands *commands;
};

} // namespace

TEST_CASE("a correction is kept with the ticket as it was when it was begun", "[drafts]")
{
    HandlingOffice office;
    const Ticket ticket = office.ticket(office.accepted());
    const BegunCorrection begun{.base = correctionOf(ticket), .mine = corrected(ticket)};
    const TypedWords words = wordsOf(begun);
    CHECK(words.text() == begun.mine.content); // what was changed, and no more
    const auto stored = typedWordsOf(contentOf({words}));
    REQUIRE(stored.size() == 1);
    const auto back = correctionIn(stored.first(), *ticket.id);
    REQUIRE(back);
    CHECK(back->base == begun.base);
    CHECK(back->mine == begun.mine);
    CHECK_FALSE(correctionIn({.words = {{u"text"_s, u"别的表单"_s}}}, *ticket.id));
}

TEST_CASE("a correction that was being typed when the program ended is offered, taken up and saved", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    {
        KeptDesk desk(office, ticket);
        CommandDialog *dialog = desk.ask(u"corrected"_s);
        QTest::qWait(1'000);
        CHECK(keptIn(*desk.session).isEmpty()); // nobody has typed anything
        part<QPlainTextEdit>(dialog, u"content"_s)->setPlainText(u"三单元停水。"_s);
        part<QComboBox>(dialog, u"requesterKind"_s)->setCurrentIndex(1);
        REQUIRE(waitForKept(*desk.session, {u"三单元停水。"_s}));
        desk.crash();
    }
    const bool meanwhile = GENERATE(false, true); // another corrects it before the form is opened again
    if (meanwhile) {
        CorrectionRequest request = correctionOf(office.ticket(ticket));
        request.content = u"四单元停水。"_s;
        request.address = u"平东小区6号楼"_s;
        HandlingOffice::must(office.book->correct(request));
    }
    {
        KeptDesk desk(office, ticket);
        CommandDialog *dialog = desk.ask(u"corrected"_s);
        REQUIRE(offers(barOf(dialog)));
        button(barOf(dialog), u"Take up"_s)->click();
        CHECK(part<QPlainTextEdit>(dialog, u"content"_s)->toPlainText() == u"三单元停水。"_s);
        CHECK(part<QComboBox>(dialog, u"requesterKind"_s)->currentIndex() == 1);
        part<QPushButton>(dialog, u"save"_s)->click();
        if (meanwhile) { // it was begun on what the other has changed: nothing of his is overwritten unseen
            auto *compare = waitForDialog<CompareDialog>(desk.detail.get());
            CHECK(part<QRadioButton>(compare, u"address.theirs"_s)->isChecked());
            CHECK_FALSE(part<QRadioButton>(compare, u"content.mine"_s)->isChecked());
            part<QRadioButton>(compare, u"content.mine"_s)->click();
            part<QPushButton>(compare, u"save"_s)->click();
        }
        REQUIRE(waitForNone(desk.detail.get()));
        CHECK(waitForKept(*desk.session, {}));
        desk.crash();
    }
    CHECK(office.ticket(ticket).content == u"三单元停水。"_s);
    CHECK(office.ticket(ticket).address == (meanwhile ? u"平东小区6号楼"_s : u"平东小区5号楼"_s));
    CHECK(office.ticket(ticket).requesterKind != RequesterKind::Citizen);
}

TEST_CASE("a correction that is refused goes on being kept, and is gone when it is thrown away", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    KeptDesk desk(office, ticket);
    CommandDialog *dialog = desk.ask(u"corrected"_s);
    part<QLineEdit>(dialog, u"title"_s)->clear();
    part<QPlainTextEdit>(dialog, u"content"_s)->setPlainText(u"三单元停水。"_s);
    auto *save = part<QPushButton>(dialog, u"save"_s);
    save->click();
    REQUIRE(QTest::qWaitFor([save] { return save->isEnabled(); }, patience));
    part<QPlainTextEdit>(dialog, u"content"_s)->setPlainText(u"三单元停水两天。"_s);
    REQUIRE(waitForKept(*desk.session, {u"三单元停水两天。"_s}));
    desk.messages.reply = 0; // throw away
    dialog->reject();
    CHECK(waitForKept(*desk.session, {}));
}

TEST_CASE("which department was chosen comes back with the words", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    {
        KeptDesk desk(office, ticket);
        CommandDialog *dialog = desk.ask(u"dispatched"_s);
        part<CodePicker>(dialog, u"department"_s)->choose(std::optional(office.housing), u"住建局"_s);
        part<QPlainTextEdit>(dialog, u"instruction"_s)->setPlainText(u"请速办"_s);
        REQUIRE(waitForKept(*desk.session, {u"请速办"_s}));
        desk.crash();
    }
    {
        KeptDesk desk(office, ticket);
        CommandDialog *dialog = desk.ask(u"dispatched"_s);
        REQUIRE(offers(barOf(dialog)));
        button(barOf(dialog), u"Take up"_s)->click();
        CHECK(part<CodePicker>(dialog, u"department"_s)->chosen<DepartmentId>() == office.housing);
        part<QPushButton>(dialog, u"save"_s)->click();
        REQUIRE(waitForNone(desk.detail.get()));
        desk.crash();
    }
    CHECK(office.lead(ticket).department == office.housing);
    CHECK(office.lead(ticket).instruction == u"请速办"_s);
}

TEST_CASE("words for many tickets are offered with the next choice, and gone once one has taken them", "[ui][drafts]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    office.clock.advance(60);
    office.accepted(); // no department has it: it refuses
    office.clock.advance(60);
    {
        Batch batch(office, 2);
        CommandDialog *dialog = batch.ask(u"reminded"_s);
        part<QPlainTextEdit>(dialog, u"ground"_s)->setPlainText(u"请尽快办理"_s);
        REQUIRE(waitForKept(*batch.session, {u"请尽快办理"_s}));
        batch.crash();
    }
    {
        Batch batch(office, 2);
        CommandDialog *dialog = batch.ask(u"reminded"_s);
        REQUIRE(offers(barOf(dialog)));
        button(barOf(dialog), u"Take up"_s)->click();
        CHECK(part<QPlainTextEdit>(dialog, u"ground"_s)->toPlainText() == u"请尽快办理"_s);
        part<QPushButton>(dialog, u"save"_s)->click();
        REQUIRE(waitForNone(batch.list.get()));
        CHECK(waitForKept(*batch.session, {}));
        batch.crash();
    }
    const auto reminders = ReminderRepository(office.file->database()).ofTicket(ticket);
    REQUIRE(reminders.size() == 1);
    CHECK(reminders.first().text == u"请尽快办理"_s);
}

TEST_CASE("what was typed to dispatch a call from Intake is offered with its draft", "[ui][drafts][intake]")
{
    HandlingOffice office;
    {
        OpenWork<IntakePage> work(office);
        work.page->startCall();
        work.child<QPlainTextEdit>(u"intake.content"_s)->setPlainText(u"小区停水。"_s);
        work.child<QAction>(u"intake.dispatchAction"_s)->trigger(); // the draft is not in the file yet
        auto *dialog = waitForDialog<CommandDialog>(work.page.get());
        REQUIRE(QTest::qWaitFor([dialog] { return dialog->wordsPlace().has_value(); }, patience));
        part<QPlainTextEdit>(dialog, u"instruction"_s)->setPlainText(u"请当日到场"_s);
        REQUIRE(waitForKept(*work.session, {u"请当日到场"_s}));
        work.close();
    }
    const auto drafts = TicketRepository(office.file->database()).matching({.state = TicketState::Draft});
    REQUIRE(drafts.size() == 1);
    OpenWork<IntakePage> work(office);
    auto *notice = work.child<NoticeBar>(u"intake.notice"_s);
    REQUIRE(QTest::qWaitFor([&] { return !notice->text().isEmpty(); }, patience));
    notice->findChild<QPushButton *>()->click();
    REQUIRE(work.child<QPlainTextEdit>(u"intake.content"_s)->toPlainText() == u"小区停水。"_s);
    work.child<QAction>(u"intake.dispatchAction"_s)->trigger();
    auto *dialog = waitForDialog<CommandDialog>(work.page.get());
    REQUIRE(offers(barOf(dialog)));
    button(barOf(dialog), u"Take up"_s)->click();
    SECTION("dispatched")
    {
        auto *save = part<QPushButton>(dialog, u"save"_s);
        save->click(); // to nobody yet
        REQUIRE(QTest::qWaitFor([save] { return save->isEnabled(); }, patience));
        CHECK(keptIn(*work.session) == QStringList{u"请当日到场"_s});
        part<CodePicker>(dialog, u"department"_s)->choose(std::optional(office.water), u"供水公司"_s);
        save->click();
        REQUIRE(waitForNone(work.page.get()));
        CHECK(waitForKept(*work.session, {}));
        work.close();
        CHECK(office.lead(drafts.first()).instruction == u"请当日到场"_s);
    }
    SECTION("the draft is thrown away")
    {
        delete dialog;
        CHECK(waitForKept(*work.session, {u"请当日到场"_s}));
        work.give([id = drafts.first()](CaseBook &book) { return book.discardDraft(id); });
        CHECK(waitForKept(*work.session, {}));
    }
}

TEST_CASE("the text of a notice that was not stored is offered, and gone once it is", "[ui][drafts][setup]")
{
    HandlingOffice office;
    const QString text = u"date,name,working\n2027-01-01,元旦,0\n2027-01-02,元旦,1\n"_s;
    const auto opened = [](OpenOffice &desk, QWidget &window) {
        OpenOffice::show(&window);
        auto *dialog = new NoticeDialog(desk.context(), 2027, &window);
        dialog->open();
        return dialog;
    };
    {
        OpenOffice desk(office);
        QWidget window;
        NoticeDialog *dialog = opened(desk, window);
        dialog->setText(text);
        REQUIRE(waitForKept(*desk.session, {text.trimmed()}));
        delete dialog;
        desk.close();
    }
    OpenOffice desk(office);
    QWidget window;
    NoticeDialog *dialog = opened(desk, window);
    REQUIRE(offers(barOf(dialog)));
    CHECK(cutTexts(dialog) == QStringList());
    button(barOf(dialog), u"Take up"_s)->click();
    CHECK(part<QPlainTextEdit>(dialog, u"text"_s)->toPlainText() == text);
    CHECK(part<QSpinBox>(dialog, u"year"_s)->value() == 2027);
    SECTION("stored")
    {
        part<QPushButton>(dialog, u"store"_s)->click();
        REQUIRE(waitForNone(&window));
        CHECK(waitForKept(*desk.session, {}));
        CHECK(desk.session->deadlines().calendar().isKnownYear(2027));
    }
    SECTION("given up")
    {
        dialog->reject();
        CHECK(waitForKept(*desk.session, {}));
    }
}

TEST_CASE("another login is told that what is typed into a form is kept, and it is", "[login][drafts]")
{
    LoginDesk desk;
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    const WordsPlace place = WordsPlace::ofSeveral(Command::Remind);
    auto *dialog = new CommandDialog(*desk.window->session(), Command::Remind, {}, desk.window.get());
    dialog->keepWords(place);
    QPlainTextEdit *typed = dialog->addText(u"ground"_s, u"Text"_s);
    dialog->start([] { return [](CaseBook &) -> Outcome<Changes> { return Changes{}; }; });
    REQUIRE(QTest::qWaitFor([&desk] { return !desk.window->session()->isWriting(); }, patience));
    typed->setPlainText(u"请尽快办理"_s);
    desk.action("shell.lock")->trigger();
    desk.waitForLogin();
    desk.logIn(u"wang"_s, desk.clerks);
    REQUIRE(QTest::qWaitFor([&desk] { return desk.child<QLineEdit>("login.new")->isVisible(); }, patience));
    desk.changePassword(u"wo-de-mi-ma"_s);
    const auto fault = [&desk] { return desk.child<QLabel>("login.fault")->text(); };
    REQUIRE(QTest::qWaitFor([&] { return fault().contains(desk.chief); }, patience));
    CHECK(fault().contains(u"is kept"_s));
    CHECK_FALSE(fault().contains(u"lost"_s));
    const QPointer<CommandDialog> gone(dialog);
    desk.logIn(u"wang"_s, u"wo-de-mi-ma"_s);
    REQUIRE(desk.waitForPages());
    CHECK_FALSE(gone);
    desk.window->close();
    REQUIRE(QTest::qWaitFor([&desk] { return !desk.window->isVisible(); }, patience));
    desk.window.reset();
    CaseFile file(desk.office.path(), CaseFile::Mode::Read);
    const auto kept = KeptDraftRepository(file.database()).find(desk.chief, place.kind(), place.object);
    REQUIRE(kept);
    CHECK(kept->words.first().text() == u"请尽快办理"_s);
}
