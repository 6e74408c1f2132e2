// SPDX-License-Identifier: GPL-3.0-or-later
// Backups in the window: made by themselves, made when it is closed, and restored from.
#include "casework/BackupKey.h"
#include "controls/NoticeBar.h"
#include "controls/PasswordField.h"
#include "setup/BackupSection.h"
#include "shell/BackupKeeper.h"
#include "shell/BackupTable.h"
#include "shell/ChainWatch.h"
#include "shell/MainWindow.h"
#include "shell/RestoreDialog.h"
#include "shell/Settings.h"
#include "storage/AccessRepository.h"
#include "storage/HistoryRepository.h"
#include "storage/SafeFile.h"
#include "storage/TicketRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"
#include "ui/FigurePages.h"
#include "ui/SafeOffice.h"

#include <catch2/catch.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

TEST_CASE("the window makes a backup half an hour after the last one, when something was changed", "[window][backup]")
{
    SafeOffice safe;
    safe.open();
    safe.keeper()->consider(); // there is none at all yet
    safe.waitForBackups(1);
    CHECK(safe.keeper()->stand().last == safe.office.clock.now());
    auto *line = safe.child<QLabel>(u"shell.backup"_s);
    CHECK(line->isVisible());
    CHECK(line->text().contains(u"09:00"));

    safe.office.clock.advance(3600);
    // The drill of the month is recorded, and is a change of its own.
    REQUIRE(QTest::qWaitFor([&] { return !safe.window->session()->isWriting(); }, patience));
    CHECK(safe.keeper()->stand().drilled);
    CHECK(safe.keeper()->stand().drillProblem.isEmpty());
    safe.keeper()->consider();
    safe.waitForBackups(2);

    safe.office.clock.advance(3600);
    safe.keeper()->consider();
    QTest::qWait(300);
    CHECK(safe.kept().size() == 2); // nothing was changed
    safe.work();
    safe.keeper()->consider();
    safe.waitForBackups(3);
    safe.work();
    safe.office.clock.advance(29 * 60);
    safe.keeper()->consider();
    QTest::qWait(300);
    CHECK(safe.kept().size() == 3); // not yet
    safe.office.clock.advance(2 * 60);
    safe.keeper()->consider();
    safe.waitForBackups(4);
    // A clock that was set back holds nothing up.
    safe.work();
    safe.office.clock.advance(-86'400);
    safe.keeper()->consider();
    safe.waitForBackups(5);
    for (const KeptBackup &backup : safe.kept())
        CHECK(isIntact(backup));
    CHECK(safe.messages->shown.isEmpty());
}

TEST_CASE("the window makes a last backup when it is closed, and only when something was changed", "[window][backup]")
{
    SafeOffice safe;
    safe.open();
    safe.keeper()->backUp(BackupReason::ByHand);
    safe.waitForBackups(1);
    SECTION("with a change the window waits for it")
    {
        safe.work();
        QSignalSpy closed(safe.window.get(), &MainWindow::fileClosed);
        safe.window->close();
        CHECK(closed.isEmpty()); // not at once
        CHECK(safe.window->findChild<QDialog *>(u"shell.savingCopy"_s));
        REQUIRE(closed.wait(patience));
        CHECK(safe.window->isHidden());
        REQUIRE(safe.kept().size() == 2);
        CHECK(safe.kept().first().manifest->reason == BackupReason::Closing);
        CHECK(safe.kept().first().manifest->facts.tickets == 2);
    }
    SECTION("without one it closes at once")
    {
        QSignalSpy closed(safe.window.get(), &MainWindow::fileClosed);
        safe.window->close();
        CHECK(closed.size() == 1);
        CHECK(safe.kept().size() == 1);
    }
    SECTION("the user goes without")
    {
        safe.work();
        QSignalSpy closed(safe.window.get(), &MainWindow::fileClosed);
        safe.window->closeFile();
        safe.child<QPushButton>(u"shell.savingCopy.without"_s)->click();
        REQUIRE((!closed.isEmpty() || closed.wait(patience)));
        CHECK_FALSE(safe.window->session());
        QTest::qWait(500);
        for (const KeptBackup &backup : safe.kept())
            CHECK(backup.counts()); // whole, or not there
    }
    SECTION("where none can be made the user is asked")
    {
        safe.work();
        REQUIRE(QDir(safe.backups).removeRecursively());
        QFile file(safe.backups);
        REQUIRE(file.open(QIODevice::WriteOnly)); // no folder
        file.close();
        safe.messages->answer = 1; // go back
        safe.window->close();
        REQUIRE(QTest::qWaitFor([&] { return !safe.messages->asked.isEmpty(); }, patience));
        CHECK(safe.window->isVisible());
        REQUIRE(safe.window->session());
        safe.messages->answer = 0;
        QSignalSpy closed(safe.window.get(), &MainWindow::fileClosed);
        safe.window->close();
        REQUIRE((!closed.isEmpty() || closed.wait(patience)));
    }
}

TEST_CASE("each backup goes to the second medium, encrypted, and the window tells when none did", "[window][backup]")
{
    SafeOffice safe;
    const auto phrase = u"春风十里不如你的回音2020"_s;
    const NewBackupKey key = makeBackupKey(phrase);
    safe.office.open();
    HandlingOffice::must(safe.office.book->setBackupKey(key.key));
    safe.office.close();
    const QString medium = safe.office.folder.filePath(u"stick"_s);
    settings().setValue(u"backups/"_s + safe.fileKey + u"/medium", medium);
    safe.open();
    auto *line = safe.child<QLabel>(u"shell.backup"_s);
    safe.keeper()->consider();
    safe.waitForBackups(1);
    CHECK_FALSE(safe.keeper()->stand().onMedium); // the stick isn't there: no error
    CHECK(safe.keeper()->stand().problem.isEmpty());
    CHECK(safe.messages->shown.isEmpty());
    CHECK(line->text().contains(u"second medium missing"));
    CHECK(safe.child<NoticeBar>(u"shell.notice"_s)->text().contains(u"no copy on the second medium"));

    REQUIRE(QDir().mkdir(medium));
    safe.work();
    safe.office.clock.advance(3600);
    safe.keeper()->consider();
    safe.waitForBackups(2);
    CHECK(safe.keeper()->stand().onMedium == safe.office.clock.now());
    CHECK(backupsIn(medium, safe.fileKey).size() == 1);
    CHECK(line->text() == u"Backup 10:00"_s);
    CHECK(safe.child<NoticeBar>(u"shell.notice"_s)->text().isEmpty());
    safe.office.clock.advance(8 * 86'400);
    CHECK(safe.keeper()->stand().isMediumDue(safe.office.clock.now()));
}

TEST_CASE("a backup is restored in the window: with a reason, the present file moved aside",
          "[window][backup][restore]")
{
    SafeOffice safe;
    safe.open();
    safe.keeper()->backUp(BackupReason::ByHand);
    safe.waitForBackups(1);
    safe.work();
    REQUIRE_FALSE(safe.number.isEmpty());
    const QString later = safe.number;

    safe.child<QAction>(u"shell.restore"_s)->trigger();
    auto *dialog = safe.window->findChild<RestoreDialog *>();
    REQUIRE(dialog);
    auto *table = dialog->findChild<BackupTable *>();
    REQUIRE(QTest::qWaitFor([table] { return table->current() != nullptr; }, patience));
    auto *preview = safe.child<QLabel>(u"shell.restore.preview"_s);
    REQUIRE(QTest::qWaitFor([&] { return preview->text().contains(later); }, patience)); // by its number
    CHECK_FALSE(safe.child<PasswordField>(u"shell.restore.passphrase"_s)->isEnabled());
    safe.child<QPushButton>(u"shell.restore.save"_s)->click();
    REQUIRE(QTest::qWaitFor([&] { return safe.window->findChild<QLineEdit *>(u"shell.consent.reason"_s); }, patience));
    safe.child<QLineEdit>(u"shell.consent.reason"_s)->setText(u"误操作，恢复到上午"_s);
    QSignalSpy opened(safe.window.get(), &MainWindow::fileOpened);
    safe.child<QPushButton>(u"shell.consent.save"_s)->click();
    REQUIRE(opened.wait(patience));

    CHECK(safe.window->session()->path() == QFileInfo(safe.office.path()).absoluteFilePath());
    // Nobody is left with the notice of an older copy.
    CHECK(QTest::qWaitFor([&] { return safe.window->session()->chains().verdict() == ChainVerdict::Sound; }, patience));
    const QStringList aside = QDir(safe.office.folder.path()).entryList({u"office-replaced-*.huiyin"_s});
    REQUIRE(aside.size() == 1);
    CHECK(QDir(safe.office.folder.path()).entryList({u"office-restored-*"_s}).isEmpty());
    REQUIRE_FALSE(safe.messages->shown.isEmpty());
    CHECK(safe.messages->shown.last().state.contains(aside.first()));
    safe.waitForBackups(2); // the one before the restore
    CHECK(safe.kept().first().manifest->reason == BackupReason::BeforeRestore);
    safe.window.reset();
    {
        CaseFile now(safe.office.path(), CaseFile::Mode::Read);
        CHECK_FALSE(TicketRepository(now.database()).idOf(later));
        const HistoryEvent last = HistoryRepository(now.database()).latestOf(u"backup"_s, 1).first();
        CHECK(last.action == u"restored");
        CHECK(last.details[u"backup"].toString().contains(u"误操作"));
    }
    CaseFile before(safe.office.folder.filePath(aside.first()), CaseFile::Mode::Read);
    CHECK(TicketRepository(before.database()).idOf(later));
}

TEST_CASE("a case file that is gone is restored from the page of welcome", "[window][backup][restore]")
{
    SafeOffice safe;
    safe.open();
    safe.keeper()->backUp(BackupReason::ByHand);
    safe.waitForBackups(1);
    QSignalSpy closed(safe.window.get(), &MainWindow::fileClosed);
    safe.window->closeFile();
    REQUIRE((!closed.isEmpty() || closed.wait(patience)));
    REQUIRE(QFile::remove(safe.office.path()));
    safe.messages->answer = 0; // restore
    safe.window->openFile(safe.office.path());
    REQUIRE(QTest::qWaitFor([&] { return safe.window->findChild<RestoreDialog *>(); }, patience));
    auto *table = safe.window->findChild<RestoreDialog *>()->findChild<BackupTable *>();
    REQUIRE(QTest::qWaitFor([table] { return table->current() != nullptr; }, patience));
    CHECK(safe.child<QComboBox>(u"shell.restore.where"_s)->count() == 2);
    QSignalSpy opened(safe.window.get(), &MainWindow::fileOpened);
    safe.child<QPushButton>(u"shell.restore.save"_s)->click();
    REQUIRE(opened.wait(patience));
    CHECK(safe.window->session()->path() == QFileInfo(safe.office.path()).absoluteFilePath());
}

TEST_CASE("the set-up lists the backups and sets the passphrase", "[window][backup][setup]")
{
    SafeOffice safe;
    safe.open();
    Page *page = safe.window->showPage(u"setup"_s);
    page->showPart(u"backups"_s);
    auto *section = page->findChild<BackupSection *>();
    REQUIRE(section);
    auto *now = safe.child<QPushButton>(u"setup.backups.now"_s);
    REQUIRE(QTest::qWaitFor([now] { return now->isEnabled(); }, patience));
    now->click();
    auto *table = safe.child<BackupTable>(u"setup.backups.table"_s);
    REQUIRE(QTest::qWaitFor([table] { return table->backups().size() == 1; }, patience));
    CHECK(table->backups().first().backup.counts());
    REQUIRE(QTest::qWaitFor([now] { return now->isEnabled(); }, patience));
    safe.child<QPushButton>(u"setup.backups.drill"_s)->click();
    REQUIRE(QTest::qWaitFor([&] { return safe.keeper()->stand().drilled.has_value(); }, patience));
    CHECK(safe.keeper()->stand().drillProblem.isEmpty());

    safe.child<QPushButton>(u"setup.backups.passphrase"_s)->click();
    const auto type = [&safe](const QString &first, const QString &again) {
        safe.child<PasswordField>(u"setup.passphrase.password"_s)->setText(first);
        safe.child<PasswordField>(u"setup.passphrase.again"_s)->setText(again);
        safe.child<QPushButton>(u"setup.passphrase.save"_s)->click();
    };
    type(u"short"_s, u"short"_s);
    CHECK(safe.child<QLabel>(u"setup.passphrase.password.fault"_s)->isVisible());
    type(u"春风十里不如你的回音2020"_s, u"春风十里不如你的回声2020"_s);
    CHECK(safe.child<QLabel>(u"setup.passphrase.again.fault"_s)->isVisible());
    CHECK_FALSE(safe.keeper()->stand().hasKey);
    type(u"春风十里不如你的回音2020"_s, u"春风十里不如你的回音2020"_s);
    REQUIRE(QTest::qWaitFor([&] { return safe.keeper()->stand().hasKey; }, patience));
    CHECK(safe.child<QPushButton>(u"setup.backups.sheet"_s)->isEnabled());
    // The recovery sheet is shown next: who has seen it is recorded.
    CHECK(QTest::qWaitFor(
        [&] {
            CaseFile file(safe.office.path(), CaseFile::Mode::Read);
            const auto newest = AccessRepository(file.database()).newest(1);
            return !newest.isEmpty() && newest.first().action == u"view" && newest.first().details == u"recovery sheet";
        },
        patience));
}

TEST_CASE("before tables are taken in, a backup is made of what was changed", "[window][backup][import]")
{
    SafeOffice safe;
    const QString table = safe.office.folder.filePath(u"tickets.csv"_s);
    QFile file(table);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write("number,received_at,channel,title,content\r\nT1,2020-02-10 08:00,电话,停水,停水\r\n") > 0);
    file.close();
    safe.open();
    Page *page = safe.window->showPage(u"setup"_s);
    page->showPart(u"import"_s);
    safe.child<QLineEdit>(u"setup.import.path"_s)->setText(table);
    safe.child<QCheckBox>(u"setup.import.createMissing"_s)->setChecked(true);
    safe.child<QPushButton>(u"setup.import.check"_s)->click();
    auto *store = safe.child<QPushButton>(u"setup.import.store"_s);
    REQUIRE(QTest::qWaitFor([store] { return store->isEnabled(); }, patience));
    CHECK(safe.kept().isEmpty()); // a check changes nothing
    QSignalSpy saved(safe.window->session(), &CaseSession::saved);
    store->click();
    REQUIRE((!saved.isEmpty() || saved.wait(patience)));
    safe.waitForBackups(1);
    CHECK(safe.kept().first().manifest->reason == BackupReason::BeforeImport);
    CHECK(safe.kept().first().manifest->facts.tickets == 1); // without what came in
    CHECK(safe.keeper()->isDue());
}

TEST_CASE("a damaged case file with backups is restored from its accounts' consent, and refused without",
          "[window][backup][restore]")
{
    SafeOffice safe;
    safe.office.open();
    const UserRepository users(safe.office.file->database());
    const User chief = users.all().first();
    CaseBook book(*safe.office.file, safe.office.clock, chief.name);
    HandlingOffice::must(book.setPassword(*chief.id, u"zhu-ren-2020"_s));
    User own = *users.byName(chief.name);
    own.mustChange = false;
    users.update(own);
    safe.office.close();
    (void)backUpInto(safe.backups, safe.office.path(), BackupReason::ByHand, safe.office.clock);
    QFile file(safe.office.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.write(QByteArray(4096, 'x')) == 4096); // its first page
    file.close();
    safe.messages->answer = 0; // restore
    safe.window->openFile(safe.office.path());
    REQUIRE(QTest::qWaitFor([&] { return safe.window->findChild<RestoreDialog *>(); }, patience));
    auto *table = safe.window->findChild<RestoreDialog *>()->findChild<BackupTable *>();
    REQUIRE(QTest::qWaitFor([table] { return table->current() != nullptr; }, patience));
    auto *restore = safe.child<QPushButton>(u"shell.restore.save"_s);
    restore->click();
    auto *fault = safe.child<QLabel>(u"shell.restore.user.fault"_s);
    REQUIRE(QTest::qWaitFor([fault] { return fault->isVisible(); }, patience));
    CHECK(QDir(safe.office.folder.path()).entryList({u"office-re*"_s}).isEmpty());
    safe.child<QLineEdit>(u"shell.restore.user"_s)->setText(chief.login);
    safe.child<PasswordField>(u"shell.restore.password"_s)->setText(u"zhu-ren-2020"_s);
    safe.child<QLineEdit>(u"shell.restore.reason"_s)->setText(u"磁盘损坏"_s);
    restore->click();
    REQUIRE(QTest::qWaitFor([&] { return safe.window->session() != nullptr; }, patience));
    CHECK(QDir(safe.office.folder.path()).entryList({u"office-replaced-*.huiyin"_s}).size() == 1);
    safe.window.reset();
    CaseFile now(safe.office.path(), CaseFile::Mode::Read);
    CHECK(HistoryRepository(now.database()).latestOf(u"backup"_s, 1).first().user == chief.name);
}
