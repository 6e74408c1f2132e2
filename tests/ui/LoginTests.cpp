// SPDX-License-Identifier: GPL-3.0-or-later
// Who works in the window: logging in, the locked screen, another user at the same PC.
#include "controls/EntryDialog.h"
#include "shell/CaseSession.h"
#include "shell/ChainWatch.h"
#include "shell/LoginPage.h"
#include "shell/SessionLock.h"
#include "shell/Settings.h"
#include "storage/Database.h"
#include "support/LoginDesk.h"
#include "support/Patience.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

using Desk = LoginDesk;

} // namespace

TEST_CASE("who leaves the choice of a first password standing is logged out after the idle time", "[login]")
{
    LoginDesk desk;
    desk.logInClerk();
    auto *password = desk.child<QLineEdit>("login.password");
    CHECK_FALSE(password->isVisible());
    REQUIRE(desk.window->session()->isLoggedIn());
    desk.office.clock.advance(qint64{desk.window->session()->idleMinutes()} * 60);
    REQUIRE(QTest::qWaitFor([password] { return password->isVisible(); }, patience));
    CHECK_FALSE(desk.window->session()->isLoggedIn());
    CHECK_FALSE(desk.child<QLineEdit>("login.new")->isVisible());
    CHECK(password->text().isEmpty());
    // The password that was given still opens, and the choice is asked for again.
    desk.logInClerk();
    desk.changePassword(u"wo-de-mi-ma"_s);
    CHECK(desk.waitForPages());
}

TEST_CASE("nothing of the file is shown before somebody has logged in", "[login]")
{
    Desk desk;
    CHECK_FALSE(desk.window->session()->isLoggedIn());
    CHECK(desk.window->currentPage().isEmpty());
    CHECK_FALSE(desk.action("shell.callAction")->isEnabled());
    CHECK_FALSE(desk.action("shell.export")->isEnabled());
    desk.logIn(desk.chief, u"wrong"_s);
    CHECK(desk.child<QLabel>("login.fault")->text().contains(u"wrong"_s));
    CHECK_FALSE(desk.window->session()->isLoggedIn());
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    CHECK(desk.window->session()->user() == desk.chief);
    CHECK(desk.action("shell.callAction")->isEnabled());
    CHECK(desk.child<QLineEdit>("login.password")->text().isEmpty());
}

TEST_CASE("a password that somebody else gave is changed before anything else", "[login]")
{
    Desk desk;
    desk.logIn(u"wang"_s, desk.clerks);
    REQUIRE(QTest::qWaitFor([&desk] { return desk.child<QLineEdit>("login.new")->isVisible(); }, patience));
    CHECK(desk.window->currentPage().isEmpty());
    desk.changePassword(u"12345678"_s);
    REQUIRE(QTest::qWaitFor([&desk] { return desk.child<QLabel>("login.fault")->isVisible(); }, patience));
    desk.changePassword(u"wo-de-mi-ma"_s);
    REQUIRE(desk.waitForPages());
    CHECK(desk.window->session()->roles() == Role::Operator);
}

TEST_CASE("a locked screen hides what is open, and gives it back to whoever locked it", "[login]")
{
    Desk desk;
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    desk.window->showPage(u"intake"_s);
    auto *content = desk.child<QPlainTextEdit>("intake.content");
    content->insertPlainText(u"反映人来电，小区停水。"_s);
    auto *dialog = new QDialog(desk.window.get());
    dialog->open();
    desk.action("shell.lock")->trigger();
    desk.waitForLogin();
    CHECK_FALSE(content->isVisible());
    CHECK_FALSE(dialog->isVisible());
    CHECK_FALSE(desk.action("shell.callAction")->isEnabled());
    CHECK_FALSE(desk.action("shell.page.tickets")->isEnabled());

    SECTION("the same one goes on")
    {
        desk.logIn(desk.chief, desk.chiefs);
        REQUIRE(QTest::qWaitFor([content] { return content->isVisible(); }, patience));
        CHECK(content->toPlainText() == u"反映人来电，小区停水。"_s);
        CHECK(dialog->isVisible());
        CHECK(desk.window->currentPage() == u"intake"_s);
    }
    SECTION("another starts anew; what was being written waits as a draft")
    {
        delete dialog;
        desk.logIn(u"wang"_s, desk.clerks);
        REQUIRE(QTest::qWaitFor([&desk] { return desk.child<QLineEdit>("login.new")->isVisible(); }, patience));
        desk.changePassword(u"wo-de-mi-ma"_s);
        REQUIRE(desk.waitForPages());
        CHECK(desk.window->session()->user() == u"王芳"_s);
        desk.window.reset();
        desk.office.open();
        const TicketRepository tickets(desk.office.file->database());
        CHECK(tickets.draftsOf(desk.chief).size() == 1);
        CHECK(tickets.draftsOf(u"王芳"_s).isEmpty());
    }
}

TEST_CASE("a screen that nobody has touched is locked, also when the computer slept meanwhile", "[login]")
{
    Desk desk;
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    desk.window->showPage(u"intake"_s);
    auto *content = desk.child<QPlainTextEdit>("intake.content");
    content->setFocus();
    desk.office.clock.advance(9 * 60);
    QTest::keyClick(content, Qt::Key_A);
    CHECK(content->toPlainText() == u"a"_s);
    desk.office.clock.advance(9 * 60); // a touch counts anew
    QTest::keyClick(content, Qt::Key_B);
    CHECK(content->isVisible());
    desk.office.clock.advance(11 * 60);
    QTest::keyClick(content, Qt::Key_C);
    desk.waitForLogin();
    CHECK(content->toPlainText() == u"ab"_s); // who touched it first is not known
}

TEST_CASE("when the desktop locks its screen, the case file is locked with it", "[login]")
{
    Desk desk;
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    auto *desktop = desk.window->findChild<SessionLock *>();
    REQUIRE(desktop);
    Q_EMIT desktop->locked(); // SessionLockTests: what it takes
    desk.waitForLogin();
    CHECK_FALSE(desk.action("shell.callAction")->isEnabled());
    desk.logIn(desk.chief, desk.chiefs);
    CHECK(desk.waitForPages());
}

TEST_CASE("what another login would lose is told first, and the locked window doesn't close over it", "[login]")
{
    Desk desk;
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    auto *dialog = new EntryDialog(u"test.entry"_s, u"Reply"_s, desk.window.get());
    auto *typed = new QLineEdit;
    dialog->addField(u"text"_s, u"Text"_s, typed);
    dialog->open();
    typed->setText(u"已办理"_s);
    desk.action("shell.lock")->trigger();
    desk.waitForLogin();
    const auto fault = [&desk] { return desk.child<QLabel>("login.fault")->text(); };
    desk.window->close();
    CHECK(desk.window->isVisible());
    CHECK(fault().contains(desk.chief));
    CHECK(desk.messages->shown.isEmpty());

    desk.logIn(u"wang"_s, desk.clerks);
    REQUIRE(QTest::qWaitFor([&desk] { return desk.child<QLineEdit>("login.new")->isVisible(); }, patience));
    desk.changePassword(u"wo-de-mi-ma"_s);
    REQUIRE(QTest::qWaitFor([&] { return fault().contains(desk.chief); }, patience));
    CHECK(fault().contains(u"lost then"_s));
    CHECK_FALSE(desk.window->session()->isLoggedIn());
    CHECK(desk.child<LoginPage>("login")->isVisible());

    SECTION("whoever has typed it finds it again")
    {
        desk.logIn(desk.chief, desk.chiefs);
        REQUIRE(QTest::qWaitFor([dialog] { return dialog->isVisible(); }, patience));
    }
    SECTION("another who logs in once more goes on")
    {
        const QPointer<EntryDialog> gone(dialog);
        desk.logIn(u"wang"_s, u"wo-de-mi-ma"_s);
        REQUIRE(desk.waitForPages());
        CHECK(desk.window->session()->user() == u"王芳"_s);
        CHECK_FALSE(gone);
        desk.window->close(); // and nothing asks any more
        CHECK(QTest::qWaitFor([&desk] { return !desk.window->isVisible(); }, patience));
    }
}

TEST_CASE("a question that keeps nothing holds up nobody", "[login]")
{
    Desk desk;
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    auto *dialog = new EntryDialog(u"test.question"_s, u"Print"_s, desk.window.get());
    CHECK(dialog->wouldLose());
    dialog->setKeepsNothing();
    dialog->open();
    desk.action("shell.lock")->trigger();
    desk.waitForLogin();
    desk.window->close();
    CHECK(QTest::qWaitFor([&desk] { return !desk.window->isVisible(); }, patience));
}

TEST_CASE("an older copy is told of, also where it is opened for reading only", "[login][chain]")
{
    HandlingOffice office;
    office.accepted();
    office.close();
    const auto notice = [&office](CaseFile::Mode mode) {
        MainWindow window(office.clock, std::make_unique<QuietMessages>());
        window.show();
        QSignalSpy opened(&window, &MainWindow::fileOpened);
        window.openFile(office.path(), mode);
        REQUIRE((!opened.isEmpty() || opened.wait(patience)));
        QStringList texts;
        for (const QLabel *label : window.findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    };
    const QString older = office.folder.filePath(u"older.huiyin"_s);
    REQUIRE(QFile::copy(office.path(), older));
    CHECK_FALSE(notice(CaseFile::Mode::Write).contains(u"it is an older copy"_s));
    office.open();
    office.accepted();
    office.close();
    CHECK_FALSE(notice(CaseFile::Mode::Write).contains(u"it is an older copy"_s));
    REQUIRE(QFile::remove(office.path()));
    REQUIRE(QFile::copy(older, office.path()));
    const QString told = notice(CaseFile::Mode::Read);
    CHECK(told.contains(u"it is an older copy"_s));
    CHECK(told.contains(u"Nothing can be changed."_s));
}

TEST_CASE("a file whose last records are gone is known by the computer that saw them", "[login][chain]")
{
    HandlingOffice office;
    office.accepted();
    office.close();
    const auto verdict = [&office](bool meant = false) {
        QuietMessages messages;
        CaseSession session(messages, office.clock);
        QSignalSpy opened(&session, &CaseSession::opened);
        session.open(office.path(), CaseFile::Mode::Write);
        REQUIRE(opened.wait(patience));
        const ChainVerdict found = session.chains().verdict();
        if (meant)
            session.chains().accept();
        return found;
    };
    CHECK(verdict() == ChainVerdict::Sound); // never seen before
    office.open();
    office.accepted();
    office.close();
    CHECK(verdict() == ChainVerdict::Sound); // it goes on
    const QString older = office.folder.filePath(u"older.huiyin"_s);
    REQUIRE(QFile::copy(office.path(), older));
    office.open();
    office.accepted();
    office.close();
    CHECK(verdict() == ChainVerdict::Sound);

    REQUIRE(QFile::remove(office.path()));
    REQUIRE(QFile::copy(older, office.path()));
    CHECK(verdict() == ChainVerdict::Shorter);
    CHECK(verdict() == ChainVerdict::Shorter); // until somebody says that it is meant so
    CHECK(verdict(true) == ChainVerdict::Shorter);
    CHECK(verdict() == ChainVerdict::Sound);
}

TEST_CASE("an auditor's seals go on in the window, and he is told when what he sealed was changed", "[login][seal]")
{
    Desk desk;
    const auto seals = [&desk] {
        desk.office.open();
        const auto count = desk.office.file->database().value<qint64>(u"SELECT count(*) FROM seal"_s);
        desk.office.close();
        return count.value_or(-1);
    };
    const auto shownNotice = [&desk] {
        QString shown;
        for (const QLabel *label : desk.window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"sealed is not as it was"_s))
                shown = label->text();
        }
        return shown;
    };
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    CHECK(shownNotice().isEmpty());
    desk.window.reset(); // what came after the login's seal is nothing: one seal
    CHECK(seals() == 1);

    desk.office.open();
    for (const auto &guard : {u"history_no_update"_s, u"history_no_delete"_s})
        desk.office.file->database().exec(u"DROP TRIGGER IF EXISTS "_s + guard);
    desk.office.file->database().exec(u"UPDATE history SET hash = zeroblob(32)"_s);
    desk.office.close();
    // On another computer, which has never seen the file.
    settings().clear();
    desk.openWindow();
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    CHECK(shownNotice().contains(u'1'));
    QPushButton *button = nullptr;
    for (auto *one : desk.window->findChildren<QPushButton *>()) {
        if (one->isVisible() && one->text() == u"Begin new seals")
            button = one;
    }
    REQUIRE(button);
    button->click();
    CHECK(shownNotice().isEmpty());
    desk.window.reset();
    CHECK(seals() == 2);
    desk.openWindow();
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    CHECK(shownNotice().isEmpty());
}

TEST_CASE("what a role may not do can't be chosen", "[login]")
{
    Desk desk;
    desk.logIn(u"wang"_s, desk.clerks);
    REQUIRE(QTest::qWaitFor([&desk] { return desk.child<QLineEdit>("login.new")->isVisible(); }, patience));
    desk.changePassword(u"wo-de-mi-ma"_s);
    REQUIRE(desk.waitForPages());
    desk.window->showPage(u"intake"_s);
    CHECK(desk.child<QAction>("intake.acceptAction")->isEnabled());
    CHECK_FALSE(desk.child<QAction>("intake.dispatchAction")->isEnabled()); // dispatchers do that
    desk.window->showPage(u"setup"_s);
    CHECK_FALSE(desk.child<QPushButton>("setup.users.add")->isEnabled());
}

TEST_CASE("the screen is locked by its key while a dialog is open, and the dialog comes back as it was", "[login]")
{
    Desk desk;
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    auto *dialog = new EntryDialog(u"test.entry"_s, u"Reply"_s, desk.window.get());
    auto *text = new QLineEdit;
    dialog->addField(u"text"_s, u"Text"_s, text);
    dialog->open();
    REQUIRE(QTest::qWaitForWindowActive(dialog));
    text->insert(u"已办理"_s);
    QTest::keyClick(text, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    desk.waitForLogin();
    CHECK_FALSE(dialog->isVisible());
    const auto says = [&desk](const QString &words) {
        return std::ranges::any_of(desk.child<LoginPage>("login")->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    CHECK_FALSE(says(u"kept as drafts"_s)); // there is no call
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(QTest::qWaitFor([dialog] { return dialog->isVisible(); }, patience));
    CHECK(text->text() == u"已办理"_s);

    dialog->done(QDialog::Rejected);
    desk.window->showPage(u"intake"_s);
    desk.child<QPlainTextEdit>("intake.content")->insertPlainText(u"小区停水"_s);
    desk.action("shell.lock")->trigger();
    desk.waitForLogin();
    CHECK(says(u"kept as drafts"_s));
}

TEST_CASE("an unsaved record of the office is told of before somebody else works", "[login]")
{
    Desk desk;
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    QSignalSpy told(desk.window->session(), &CaseSession::told);
    Page *setup = desk.window->showPage(u"setup"_s);
    REQUIRE(setup);
    desk.window->showPage(u"today"_s);
    CHECK(told.isEmpty());
    CHECK_FALSE(setup->wouldLose());
    desk.window->showPage(u"setup"_s);
    QTest::keyClicks(desk.child<QLineEdit>("setup.office.name"), u"x"_s);
    CHECK(setup->wouldLose());
    desk.window->showPage(u"today"_s);
    CHECK(told.size() == 1);
    CHECK(desk.child<QLabel>("shell.told")->isVisible());
    desk.action("shell.lock")->trigger();
    desk.waitForLogin();
    desk.logIn(u"wang"_s, desk.clerks);
    REQUIRE(QTest::qWaitFor([&desk] { return desk.child<QLineEdit>("login.new")->isVisible(); }, patience));
    desk.changePassword(u"wo-de-mi-ma"_s);
    REQUIRE(QTest::qWaitFor([&] { return desk.child<QLabel>("login.fault")->text().contains(desk.chief); }, patience));
    CHECK_FALSE(desk.window->session()->isLoggedIn());
}

TEST_CASE("a password is judged before it is typed again", "[login]")
{
    Desk desk;
    desk.logIn(desk.chief, desk.chiefs);
    REQUIRE(desk.waitForPages());
    desk.action("shell.password")->trigger();
    auto *dialog = desk.child<QDialog>("shell.passwordDialog");
    dialog->activateWindow();
    REQUIRE(QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }, patience));
    auto *next = desk.child<QLineEdit>("shell.passwordDialog.password");
    const auto *fault = desk.child<QLabel>("shell.passwordDialog.password.fault");
    next->setFocus();
    REQUIRE(next->hasFocus());
    QTest::keyClicks(next, u"20200202"_s);
    QTest::keyClick(next, Qt::Key_Tab);
    CHECK(fault->isVisible());
    CHECK(desk.child<QLineEdit>("shell.passwordDialog.again")->hasFocus());
    next->setFocus();
    next->selectAll();
    QTest::keyClicks(next, u"yu-tian-2020"_s);
    QTest::keyClick(next, Qt::Key_Tab);
    CHECK_FALSE(fault->isVisible());
    // Too short and repeated differently: both are told.
    next->setText(u"yu-t"_s);
    desk.child<QLineEdit>("shell.passwordDialog.again")->setText(u"yu-u"_s);
    desk.child<QPushButton>("shell.passwordDialog.save")->click();
    CHECK(fault->isVisible());
    CHECK(desk.child<QLabel>("shell.passwordDialog.again.fault")->isVisible());
    next->setText(u"yu-tian-2020"_s);
    desk.child<QPushButton>("shell.passwordDialog.save")->click();
    CHECK_FALSE(fault->isVisible());
    CHECK(desk.child<QLabel>("shell.passwordDialog.again.fault")->isVisible());
    dialog->reject(); // a password half typed is nothing to keep
    CHECK(desk.messages->shown.isEmpty());
}
