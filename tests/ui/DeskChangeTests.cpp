// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody leaves the desk, another comes, or another file does, while something is still under way.
#include "controls/EntryDialog.h"
#include "controls/NoticeBar.h"
#include "shell/ChainWatch.h"
#include "shell/Messages.h"
#include "shell/Page.h"
#include "support/LoginDesk.h"
#include "support/Patience.h"
#include "support/SecretDesk.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QMessageBox>
#include <QPointer>
#include <QSignalSpy>
#include <QThread>
#include <QToolButton>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// A session without a window, on an office of two administrators.
struct Counter
{
    Counter()
    {
        const UserRepository users(office.file->database());
        first = users.all().first();
        CaseBook book(*office.file, office.clock, first.name);
        HandlingOffice::must(book.setPassword(*first.id, u"zhu-ren-2020"_s));
        HandlingOffice::must(book.saveUser({.login = u"wang"_s, .name = u"王芳"_s, .roles = Role::Administrator}));
        HandlingOffice::must(book.setPassword(*users.byName(u"王芳"_s)->id, u"hua-wu-2020"_s));
        first = *users.byName(first.name);
        office.close();
        session.open(office.path(), CaseFile::Mode::Write);
        REQUIRE(QTest::qWaitFor([this] { return session.isOpen(); }, patience));
    }
    void logIn(const QString &login, const QString &password)
    {
        session.logIn(
            &session, login, password, [](const User &) {}, [](const Refusal &) {});
    }
    bool isUser(const QString &name)
    {
        return QTest::qWaitFor([&] { return session.user() == name; }, patience);
    }
    // In whose name commands are carried out.
    QString nameInBook()
    {
        std::optional<QString> name;
        session.command(
            &session, [](CaseBook &book) -> Outcome<Changes> { return Refusal{.reason = book.user()}; },
            [](const Changes &) {}, [&name](const Refusal &refusal) { name = refusal.reason; });
        REQUIRE(QTest::qWaitFor([&name] { return name.has_value(); }, patience));
        return *name;
    }

    HandlingOffice office;
    User first;
    QuietMessages messages;
    CaseSession session{messages, office.clock};
};

QPushButton *visibleButton(QWidget *in, const QString &text)
{
    const auto buttons = in->findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(
        buttons, [&](const QPushButton *button) { return button->isVisible() && button->text() == text; });
    return found == buttons.end() ? nullptr : *found;
}

} // namespace

TEST_CASE("who logs in while another's long work ends gives commands in his own name", "[login][deskchange]")
{
    Counter counter;
    counter.logIn(counter.first.login, u"zhu-ren-2020"_s);
    REQUIRE(counter.isUser(counter.first.name));
    CHECK(counter.nameInBook() == counter.first.name);

    // It may have changed users: the roles of the one who works are looked up again, and the other's password is being
    // tried meanwhile.
    QWidget window;
    counter.session.longTask(
        &window, u"work"_s, [](CaseBook &, Progress &) { return Changes{.everything = true}; }, [](const Changes &) {});
    counter.logIn(u"wang"_s, u"hua-wu-2020"_s);
    REQUIRE(counter.isUser(u"王芳"_s));
    QTest::qWait(200);
    CHECK(counter.nameInBook() == u"王芳"_s);
    CHECK(counter.session.roles() == Role::Administrator);
}

TEST_CASE("who says of himself that he doesn't work here any more has no rights left", "[login][deskchange]")
{
    Counter counter;
    counter.logIn(counter.first.login, u"zhu-ren-2020"_s);
    REQUIRE(counter.isUser(counter.first.name));
    REQUIRE(counter.session.may(Command::ManageUsers));
    QSignalSpy changed(&counter.session, &CaseSession::userChanged);
    User gone = counter.first;
    gone.retired = true;
    std::optional<Refusal> refused;
    counter.session.command(
        &counter.session, [gone](CaseBook &book) { return book.saveUser(gone); }, [](const Changes &) {},
        [&refused](const Refusal &refusal) { refused = refusal; });
    REQUIRE((!changed.isEmpty() || changed.wait(patience)));
    CHECK_FALSE(refused);
    CHECK_FALSE(counter.session.may(Command::ManageUsers));
    CHECK_FALSE(counter.session.may(Command::ReadCases));
}

TEST_CASE("rows that are still being read when the screen is locked don't stay in the clipboard",
          "[privacy][clipboard][deskchange]")
{
    QApplication::clipboard()->clear();
    SecretDesk desk;
    desk.logInAsChief();
    desk.show(u"tickets"_s);
    auto *table = desk.table(u"tickets"_s, SecretOffice::people);
    table->setFocus();
    table->selectAll();
    QSignalSpy copied(QApplication::clipboard(), &QClipboard::dataChanged);
    desk.child<QAction>("tickets.copy")->trigger();
    desk.child<QAction>("shell.lock")->trigger();
    REQUIRE((!copied.isEmpty() || copied.wait(patience)));
    QTest::qWait(100);
    CHECK(QApplication::clipboard()->text().isEmpty());

    // Back at work, copying works as before.
    desk.logIn(desk.office.chief, desk.office.chiefs);
    REQUIRE(QTest::qWaitFor([table] { return table->isVisible(); }, patience));
    desk.child<QAction>("tickets.copy")->trigger();
    CHECK(QTest::qWaitFor([] { return !QApplication::clipboard()->text().isEmpty(); }, patience));
    QTest::qWait(100);
    CHECK_FALSE(QApplication::clipboard()->text().isEmpty());
}

TEST_CASE("a message to one user is not kept for the next, and a question to him is answered", "[login][deskchange]")
{
    LoginDesk desk(false);
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    std::optional<int> answer;
    Messages &messages = desk.window->session()->messages();
    messages.show({.what = u"王建国的工单"_s});
    messages.ask(desk.window.get(), {.message = {.what = u"关闭？"_s}, .answers = {u"关闭"_s, u"返回"_s}},
                 [&answer](int chosen) { answer = chosen; });
    QList<QPointer<QMessageBox>> boxes;
    for (QMessageBox *box : desk.window->findChildren<QMessageBox *>())
        boxes.append(box);
    REQUIRE(boxes.size() == 2);
    desk.action("shell.lock")->trigger();
    desk.waitForLogin();

    SECTION("who was told finds it again")
    {
        desk.logIn(desk.chief, desk.chiefs);
        REQUIRE(desk.waitForPages());
        CHECK_FALSE(answer);
        for (const QPointer<QMessageBox> &box : std::as_const(boxes))
            CHECK((box && box->isVisible()));
    }
    SECTION("another works")
    {
        desk.logInClerk();
        desk.changePassword(u"wo-de-mi-ma"_s);
        REQUIRE(desk.waitForPages());
        CHECK(answer == 1);
        for (const QPointer<QMessageBox> &box : std::as_const(boxes))
            CHECK(box.isNull());
    }
}

TEST_CASE("a question that goes with the dialog it stands in is answered as by Esc, once", "[window][deskchange]")
{
    QWidget window;
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    auto messages = std::make_unique<DialogMessages>(&window);
    auto *dialog = new QDialog(&window);
    dialog->open();
    QList<int> answers;
    messages->ask(&window, {.message = {.what = u"?"_s}, .answers = {u"a"_s, u"b"_s, u"c"_s}},
                  [&answers](int answer) { answers.append(answer); });
    const QPointer<QMessageBox> box(dialog->findChild<QMessageBox *>());
    REQUIRE(box);
    SECTION("unanswered")
    {
        delete dialog;
        CHECK(answers == QList{2});
    }
    SECTION("answered before")
    {
        visibleButton(box, u"b"_s)->click();
        delete dialog;
        CHECK(answers == QList{1});
    }
    SECTION("with all that it belongs to")
    {
        messages.reset();
        delete dialog;
        CHECK(answers.isEmpty());
    }
    CHECK(box.isNull());
}

TEST_CASE("while another chooses a password, nothing goes on of what the one before had open", "[login][deskchange]")
{
    LoginDesk desk;
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    const QPointer<Page> chiefs = desk.window->showPage(u"tickets"_s);
    REQUIRE(chiefs);
    desk.action("shell.lock")->trigger();
    desk.waitForLogin();
    CHECK(chiefs);
    desk.logInClerk();
    CHECK(chiefs.isNull());
    CHECK(desk.child<LoginPage>("login")->isVisible());
    desk.changePassword(u"wo-de-mi-ma"_s);
    REQUIRE(desk.waitForPages());
    CHECK(desk.window->session()->user() == u"王芳"_s);
    CHECK(desk.window->showPage(u"tickets"_s));
}

TEST_CASE("at a locked screen nothing is offered whose dialog would stay hidden", "[login][deskchange]")
{
    LoginDesk desk;
    const QList<const char *> names{"shell.new", "shell.open", "shell.help", "shell.about"};
    const auto offered = [&] {
        return std::ranges::count_if(names, [&](const char *name) { return desk.action(name)->isEnabled(); });
    };
    CHECK(offered() == names.size()); // nobody's work is behind it
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    CHECK(offered() == names.size());
    desk.action("shell.lock")->trigger();
    desk.waitForLogin();
    CHECK(offered() == 0);
    CHECK(desk.child<QPushButton>("login.close")->isEnabled()); // the way to another file
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    CHECK(offered() == names.size());
}

TEST_CASE("a file that was being opened doesn't take a dialog away unasked", "[window][deskchange]")
{
    TestOffice here;
    TestOffice there;
    here.close();
    there.close();
    auto quiet = std::make_unique<QuietMessages>();
    QuietMessages *messages = quiet.get();
    MainWindow window(here.clock, std::move(quiet));
    window.show();
    window.openFile(here.path());
    REQUIRE(QTest::qWaitFor([&] { return window.currentPage() == u"today"_s; }, patience));
    const QString first = window.session()->path();
    auto *text = new QLineEdit;
    const QPointer<EntryDialog> dialog(new EntryDialog(u"test.entry"_s, u"Reply"_s, &window));
    dialog->addField(u"text"_s, u"Text"_s, text);
    dialog->open();

    SECTION("something was filled in")
    {
        text->setText(u"已办理"_s);
        messages->reply = 1; // stay
        window.openFile(there.path());
        REQUIRE(QTest::qWaitFor([&] { return !messages->shown.isEmpty(); }, patience));
        QTest::qWait(200);
        CHECK(window.session()->path() == first);
        REQUIRE(dialog);
        CHECK(text->text() == u"已办理"_s);
        messages->reply = 0;
        window.openFile(there.path());
        CHECK(QTest::qWaitFor([&] { return window.session() && window.session()->path() != first; }, patience));
        CHECK(dialog.isNull());
    }
    SECTION("nothing was")
    {
        window.openFile(there.path());
        CHECK(QTest::qWaitFor([&] { return window.session() && window.session()->path() != first; }, patience));
        CHECK(messages->shown.isEmpty());
    }
}

TEST_CASE("that the file has gone is told before any other trouble, and every notice can be dismissed",
          "[window][deskchange]")
{
    TestOffice office;
    office.close();
    MainWindow window(office.clock, std::make_unique<QuietMessages>());
    window.show();
    window.openFile(office.path());
    REQUIRE(QTest::qWaitFor([&] { return window.currentPage() == u"today"_s; }, patience));
    auto *notice = window.findChild<NoticeBar *>(u"shell.notice"_s);
    REQUIRE(notice);
    ChainWatch &chains = window.session()->chains();
    const auto says = [notice](const QString &words) {
        return QTest::qWaitFor([&] { return notice->isVisible() && notice->text().contains(words); }, patience);
    };
    REQUIRE(QTest::qWaitFor([&chains] { return chains.check().has_value(); }, patience)); // else it fails meanwhile
    const auto trouble = u"Only an auditor may"_s;
    Q_EMIT chains.refused(trouble);
    REQUIRE(says(trouble));
    const QString away = office.path() + u".away";
    REQUIRE(QFile::rename(office.path(), away));
    REQUIRE(says(u"it was moved, renamed or deleted"_s));
    CHECK(visibleButton(notice, u"Save what is open elsewhere…"_s));
    REQUIRE(QFile::rename(away, office.path()));
    REQUIRE(says(trouble)); // that was not done with

    auto *dismiss = notice->findChild<QToolButton *>();
    REQUIRE(dismiss);
    dismiss->click();
    CHECK(QTest::qWaitFor([&] { return !notice->text().contains(trouble); }, patience));
    Q_EMIT chains.changed(); // whatever is told next
    QTest::qWait(50);
    CHECK_FALSE(notice->text().contains(trouble));
}
