// SPDX-License-Identifier: GPL-3.0-or-later
// What the window tells of records that are not as they were written: the auditor's seals, another end of the chains,
// and both chains gone through whole.
#include "controls/NoticeBar.h"
#include "shell/ChainWatch.h"
#include "shell/LoginPage.h"
#include "shell/MainWindow.h"
#include "shell/Settings.h"
#include "storage/AccessRepository.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Patience.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include <catch2/catch.hpp>

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

const auto chiefs = u"zhu-ren-2020"_s;
const auto given = u"lin-shi-2020"_s; // by the chief, to be changed at the first login
const auto audits = u"shen-ji-2020"_s;
const auto clerks = u"hua-wu-2020"_s;

// An office of three, one of them its auditor, and the window on its file.
class AuditedDesk
{
public:
    AuditedDesk()
    {
        settings().clear();
        const UserRepository users(office.file->database());
        const User first = users.all().first();
        chief = first.name;
        CaseBook book(*office.file, office.clock, chief);
        HandlingOffice::must(book.saveUser(
            {.id = first.id, .login = first.login, .name = chief, .roles = Role::Administrator | Role::Operator}));
        HandlingOffice::must(book.setPassword(*first.id, chiefs));
        HandlingOffice::must(book.saveUser({.login = u"audit"_s, .name = u"审计员"_s, .roles = Role::Auditor}));
        HandlingOffice::must(book.setPassword(*users.byName(u"审计员"_s)->id, given));
        HandlingOffice::must(book.saveUser({.login = u"wang"_s, .name = u"王芳"_s, .roles = Role::Operator}));
        HandlingOffice::must(book.setPassword(*users.byName(u"王芳"_s)->id, clerks));
        for (int i = 0; i < 3; ++i)
            HandlingOffice::must(office.book->recordView(office.dispatched()));
        office.close();
    }
    // In the window; the first time with another password than the one that was given.
    void logIn(const QString &name, const QString &password, const QString &own = {})
    {
        enter(name, password);
        if (!own.isEmpty()) {
            REQUIRE(QTest::qWaitFor([this] { return child<QLineEdit>("login.new")->isVisible(); }, patience));
            child<QLineEdit>("login.new")->setText(own);
            type("login.again", own);
        }
        REQUIRE(QTest::qWaitFor(
            [this] { return !child<LoginPage>("login")->isVisible() && !window->currentPage().isEmpty(); }, patience));
    }
    // Waits for nothing that comes of it.
    void enter(const QString &name, const QString &password)
    {
        if (!window) {
            window = std::make_unique<MainWindow>(office.clock, std::make_unique<QuietMessages>());
            window->setWindowState(Qt::WindowNoState);
            window->resize(1366, 768);
            window->show();
            window->openFile(office.path());
        }
        REQUIRE(QTest::qWaitFor([this] { return child<LoginPage>("login")->isVisible(); }, patience));
        REQUIRE(QTest::qWaitFor([this] { return child<QComboBox>("login.user")->count() == 3; }, patience));
        child<QComboBox>("login.user")->setCurrentText(name);
        type("login.password", password);
    }
    void logInAuditor() { logIn(u"audit"_s, audits); }
    void type(const char *field, const QString &text)
    {
        child<QLineEdit>(field)->setText(text);
        QTest::keyClick(child<QLineEdit>(field), Qt::Key_Return);
    }
    template <class T>
    T *child(const char *name)
    {
        T *found = window->findChild<T *>(QLatin1StringView(name));
        REQUIRE(found);
        return found;
    }
    QString notice() { return child<NoticeBar>("shell.notice")->text(); }
    bool waitForNotice(const QString &words)
    {
        return QTest::qWaitFor([&] { return notice().contains(words); }, patience);
    }
    // What the notice offers to do; nullptr: nothing.
    QPushButton *offer()
    {
        auto *button = child<NoticeBar>("shell.notice")->findChild<QPushButton *>();
        return button->isVisible() ? button : nullptr;
    }
    QString setUpRemark()
    {
        Page *setup = window->showPage(u"setup"_s);
        REQUIRE(setup);
        setup->showPart(u"records"_s);
        const auto *records = child<QWidget>("setup.records");
        QString told;
        const bool shown = QTest::qWaitFor(
            [&] {
                for (const QLabel *label : records->findChildren<QLabel *>()) {
                    if (label->text().contains(u"The newest"))
                        told = label->text();
                }
                return !told.isEmpty();
            },
            patience);
        REQUIRE(shown);
        return told;
    }
    // With the window closed, as with another program.
    void change(const QStringList &statements)
    {
        window.reset();
        office.open();
        Database &database = office.file->database();
        const auto guards = database.all(
            u"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('history', 'access_record')"_s,
            [](const Row &row) { return std::pair(row.get<QString>(0), row.get<QString>(1)); });
        for (const auto &guard : guards)
            database.exec(u"DROP TRIGGER "_s + guard.first);
        for (const QString &statement : statements)
            database.exec(statement);
        for (const auto &guard : guards)
            database.exec(guard.second);
        office.close();
    }
    template <class T>
    T value(const QString &query)
    {
        window.reset();
        office.open();
        const auto found = office.file->database().value<T>(query);
        office.close();
        REQUIRE(found);
        return *found;
    }
    qint64 seals() { return value<qint64>(u"SELECT count(*) FROM seal"_s); }

    HandlingOffice office;
    QString chief;
    std::unique_ptr<MainWindow> window;
};

const auto firstSeals = u"no seals of yours"_s;

} // namespace

TEST_CASE("an auditor who has changed the password that was given to him seals in that same session", "[login][seal]")
{
    AuditedDesk desk;
    desk.logIn(u"audit"_s, given, audits);
    CHECK(desk.window->session()->chains().sealReport() == SealReport{.state = SealReport::State::None});
    CHECK(desk.seals() >= 1);

    // He was told nothing of an exchanged key the next time.
    desk.logInAuditor();
    CHECK(desk.window->session()->chains().sealReport()->state == SealReport::State::Sound);
}

TEST_CASE("an auditor without seals is told so at his login, once", "[login][seal]")
{
    AuditedDesk desk;
    desk.logIn(u"audit"_s, given, audits);
    CHECK(desk.notice().contains(firstSeals));
    desk.child<QAction>("shell.lock")->trigger();
    desk.logInAuditor(); // the screen was locked: that is no other session
    CHECK_FALSE(desk.notice().contains(firstSeals));
    desk.window.reset();
    desk.logInAuditor();
    CHECK_FALSE(desk.notice().contains(firstSeals));
}

TEST_CASE("new seals after a change of the password open with the new one", "[login][seal]")
{
    AuditedDesk desk;
    desk.logIn(u"audit"_s, given, audits);
    desk.window.reset();
    desk.logInAuditor();
    desk.change({u"UPDATE history SET hash = zeroblob(32)"_s});
    settings().clear();
    desk.logInAuditor();
    REQUIRE(desk.notice().contains(u"What you sealed is not as it was"_s));
    desk.child<QAction>("shell.password")->trigger();
    const auto fresh = u"xin-mi-ma-2020"_s;
    auto *dialog = desk.child<QDialog>("shell.passwordDialog");
    const QPointer<QDialog> open(dialog);
    desk.child<QLineEdit>("shell.passwordDialog.old")->setText(audits);
    desk.child<QLineEdit>("shell.passwordDialog.password")->setText(fresh);
    desk.type("shell.passwordDialog.again", fresh);
    REQUIRE(QTest::qWaitFor([&open] { return !open || !open->isVisible(); }, patience));
    REQUIRE(desk.offer());
    CHECK(desk.offer()->text() == u"Begin new seals"_s);
    desk.offer()->click();
    CHECK_FALSE(desk.notice().contains(u"What you sealed"_s));
    desk.window.reset();
    desk.logIn(u"audit"_s, fresh);
    CHECK(desk.window->session()->chains().sealReport()->state == SealReport::State::Sound);
}

TEST_CASE("only an auditor answers for another end of the history, and the history tells it", "[login][chain]")
{
    AuditedDesk desk;
    desk.logIn(u"wang"_s, clerks, u"wo-de-mi-ma"_s);
    desk.window.reset();
    const QString older = desk.office.folder.filePath(u"older.huiyin"_s);
    REQUIRE(QFile::copy(desk.office.path(), older));
    desk.logIn(u"wang"_s, u"wo-de-mi-ma"_s);
    desk.window.reset();
    const auto gone = desk.value<qint64>(u"SELECT max(sequence) FROM history"_s);
    REQUIRE(QFile::remove(desk.office.path()));
    REQUIRE(QFile::copy(older, desk.office.path()));

    for (const auto &[name, password] : {std::pair(u"wang"_s, u"wo-de-mi-ma"_s), std::pair(desk.chief, chiefs)}) {
        desk.window.reset();
        desk.logIn(name, password);
        REQUIRE(desk.waitForNotice(u"this computer saw"_s));
        REQUIRE(desk.waitForNotice(u"Tell the auditor"_s));
        CHECK(desk.offer() == nullptr);
    }
    desk.window.reset();
    desk.logIn(u"audit"_s, given, audits);
    REQUIRE(desk.waitForNotice(u"this computer saw"_s));
    REQUIRE(QTest::qWaitFor([&desk] { return desk.offer() != nullptr; }, patience));
    CHECK(desk.offer()->text() == u"Accept the file as it is"_s);
    CHECK(desk.notice().contains(u"the history keeps"_s));
    CHECK_FALSE(desk.notice().contains(u"Tell the auditor"_s));
    desk.offer()->click();
    CHECK(QTest::qWaitFor([&desk] { return !desk.notice().contains(u"this computer saw"_s); }, patience));
    CHECK(desk.window->session()->chains().verdict() == ChainVerdict::Sound);
    desk.window.reset();
    desk.office.open();
    QList<HistoryEvent> events = HistoryRepository(desk.office.file->database()).of(u"office"_s, 1);
    events.removeIf([](const HistoryEvent &event) { return event.action != u"chain_accepted"; });
    desk.office.close();
    REQUIRE(events.size() == 1);
    CHECK(events.first().user == u"审计员"_s);
    CHECK(events.first().details[u"from"][u"history"][u"record"].toInteger() == gone);
    desk.logInAuditor();
    CHECK_FALSE(desk.notice().contains(u"this computer saw"_s));
}

TEST_CASE("after an auditor's login all records are gone through, and he is told what came of it", "[login][chain]")
{
    AuditedDesk desk;
    desk.logIn(u"audit"_s, given, audits);
    SECTION("all are as they were written")
    {
        REQUIRE(desk.waitForNotice(u"All records were gone through"_s));
        const auto check = desk.window->session()->chains().check();
        REQUIRE(check);
        CHECK(check->isSound());
        CHECK(check->access.records == 3);
        CHECK(desk.notice().contains(QLocale().toString(check->history.records)));
        const QString remark = desk.setUpRemark();
        CHECK(remark.contains(u"All records were last gone through on 2020-02-10 09:00"_s));
        CHECK(remark.contains(QLocale().toString(check->history.records)));
        // He has looked at what it names.
        CHECK(
            QTest::qWaitFor([&desk] { return !desk.notice().contains(u"All records were gone through"_s); }, patience));
    }
    SECTION("one of the history was changed, long before the seals")
    {
        desk.change({u"UPDATE history SET user = '别人' WHERE sequence = 3"_s});
        desk.logInAuditor();
        REQUIRE(desk.waitForNotice(u"Record number 3 of the history"_s));
        CHECK_FALSE(desk.notice().contains(u"tell the auditor"_s)); // who is he himself
        CHECK(desk.setUpRemark().contains(u"Record number 3 of the history"_s));
    }
    SECTION("a look at a citizen's data was taken out")
    {
        desk.change({u"DELETE FROM access_record WHERE sequence = 2"_s});
        desk.logInAuditor();
        REQUIRE(desk.waitForNotice(u"Access record number 3"_s));
    }
}

TEST_CASE("who thinks long of a new password is told all the same what came of his records", "[login][chain]")
{
    AuditedDesk desk;
    desk.enter(u"audit"_s, given);
    REQUIRE(QTest::qWaitFor([&desk] { return desk.child<QLineEdit>("login.new")->isVisible(); }, patience));
    REQUIRE(QTest::qWaitFor([&desk] { return desk.window->session()->chains().wasChecked(); }, patience));
    desk.child<QLineEdit>("login.new")->setText(audits);
    desk.type("login.again", audits);
    CHECK(desk.waitForNotice(u"All records were gone through"_s));
}

TEST_CASE("going through the records ends when the auditor leaves", "[login][chain]")
{
    AuditedDesk desk;
    desk.logIn(u"audit"_s, given, audits);
    desk.window.reset();
    desk.enter(u"audit"_s, audits);
    const auto checked = [&desk] { return desk.window->session()->chains().wasChecked(); };
    const auto checks = [&desk] { return desk.window->session()->chains().isChecking(); };
    REQUIRE(QTest::qWaitFor(checks, patience));
    CHECK_FALSE(checked());
    desk.child<QAction>("shell.switchUser")->trigger();
    REQUIRE(QTest::qWaitFor([&desk] { return desk.child<LoginPage>("login")->isVisible(); }, patience));
    CHECK_FALSE(checks());
    CHECK_FALSE(checked());
    desk.enter(u"audit"_s, audits);
    REQUIRE(QTest::qWaitFor(checks, patience));
    desk.window->close(); // and nothing waits for it
    CHECK(desk.seals() >= 2);
}

TEST_CASE("without an auditor all records are gone through once a week", "[login][chain]")
{
    AuditedDesk desk;
    desk.logIn(desk.chief, chiefs);
    const auto at = [&desk] { return desk.window->session()->chains().check(); };
    REQUIRE(QTest::qWaitFor([&at] { return at().has_value(); }, patience));
    const QDateTime first = desk.office.clock.now();
    CHECK(at()->at == first);
    CHECK(desk.notice().isEmpty()); // he has asked for nothing
    desk.window.reset();
    desk.office.clock.advance(qint64{6} * 24 * 3600);
    desk.logIn(desk.chief, chiefs);
    CHECK_FALSE(desk.window->session()->chains().isChecking());
    CHECK(at()->at == first);
    desk.change({u"UPDATE history SET user = '别人' WHERE sequence = 2"_s});
    desk.office.clock.advance(qint64{24} * 3600);
    desk.logIn(desk.chief, chiefs);
    REQUIRE(desk.waitForNotice(u"Record number 2 of the history"_s));
}
