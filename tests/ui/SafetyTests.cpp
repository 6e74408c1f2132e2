// SPDX-License-Identifier: GPL-3.0-or-later
// Backups where something is odd: another file stands at the place, the folders are one, a backup itself is open.
#include "controls/NoticeBar.h"
#include "shell/BackupTable.h"
#include "shell/FileCommands.h"
#include "shell/RestoreDialog.h"
#include "shell/StructureWatch.h"
#include "storage/Medium.h"
#include "storage/TicketRepository.h"
#include "support/DamagedFile.h"
#include "support/Print.h"
#include "ui/SafeOffice.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

#ifndef Q_OS_WIN // nobody can do that there to a file that SQLite has open
TEST_CASE("what was put in the case file's place is no backup of it, and closing then asks first",
          "[window][backup][place]")
{
    SafeOffice safe;
    safe.open();
    safe.keeper()->backUp(BackupReason::ByHand);
    safe.waitForBackups(1);
    const QString aside = safe.office.folder.filePath(u"aside.huiyin"_s);
    REQUIRE(QFile::rename(safe.office.path(), aside));
    HandlingOffice other;
    other.close();
    REQUIRE(QFile::copy(other.path(), safe.office.path()));
    safe.office.clock.advance(3600);
    safe.keeper()->backUp(BackupReason::ByHand);
    REQUIRE(QTest::qWaitFor([&] { return !safe.keeper()->stand().isRunning; }, patience));
    CHECK(safe.keeper()->stand().problem.contains(u"isn't at its place"));
    CHECK(backupsIn(safe.backups).size() == 1);
    REQUIRE(safe.messages->shown.size() == 1);

    safe.messages->answer = 1; // go back
    safe.window->close();
    REQUIRE(safe.messages->asked.size() == 1);
    CHECK(safe.messages->asked.first().state.contains(u"2020-02-10 09:00"));
    CHECK(safe.window->isVisible());
    REQUIRE(safe.window->session());
    REQUIRE(QFile::remove(safe.office.path()));
    REQUIRE(QFile::rename(aside, safe.office.path()));
    safe.work(); // it goes on where it was
    safe.office.clock.advance(3600);
    safe.keeper()->consider();
    safe.waitForBackups(2);
    REQUIRE(QTest::qWaitFor([&] { return !safe.window->session()->isWriting(); }, patience)); // the trial's record
    REQUIRE(QFile::rename(safe.office.path(), aside));
    safe.messages->answer = 0; // close all the same
    QSignalSpy closed(safe.window.get(), &MainWindow::fileClosed);
    safe.window->close();
    REQUIRE((!closed.isEmpty() || closed.wait(patience)));
    CHECK(safe.messages->asked.size() == 2);
}
#endif

TEST_CASE("a second medium in the folder of the backups is told to be none", "[window][backup]")
{
    SafeOffice safe;
    safe.office.open();
    HandlingOffice::must(safe.office.book->setBackupKey(makeBackupKey(u"春风十里不如你的回音2020"_s).key));
    safe.office.close();
    settings().setValue(u"backups/"_s + safe.fileKey + u"/medium", QString(safe.backups + u"/."));
    safe.open();
    safe.keeper()->consider();
    safe.waitForBackups(1); // and no encrypted one beside it
    CHECK(safe.keeper()->stand().problem.isEmpty());
    CHECK(safe.keeper()->stand().mediumProblem.contains(u"Choose another"));
    const QString told = safe.child<NoticeBar>(u"shell.notice"_s)->text();
    CHECK(told.contains(u"The backup was made"));
    CHECK(safe.child<QLabel>(u"shell.backup"_s)->text().contains(u"no copy on the second medium"));
}

TEST_CASE(
    "in place of a lost case file no other office's backup is offered, and what is newer is told of a file that is "
    "not open",
    "[window][backup][restore]")
{
    SafeOffice safe;
    safe.office.open();
    const KeptBackup own = backUpInto(safe.backups, safe.office.path(), BackupReason::ByHand, safe.office.clock);
    const TicketId later = safe.office.accepted();
    const QString number = safe.office.ticket(later).number;
    safe.office.close();
    // Of another office, in the same folder and with a higher number.
    HandlingOffice other;
    const QString renamed = other.folder.filePath(u"elsewhere.huiyin"_s);
    other.close();
    REQUIRE(QFile::copy(other.path(), renamed));
    const KeptBackup foreign = backUpInto(safe.backups, renamed, BackupReason::ByHand, other.clock);
    REQUIRE(foreign.number > own.number);

    KeptMessages messages;
    RestoreDialog dialog(nullptr, safe.office.path(), safe.office.clock, messages, safe.window.get());
    dialog.open();
    auto *table = dialog.findChild<BackupTable *>();
    REQUIRE(QTest::qWaitFor([table] { return table->current() != nullptr; }, patience));
    CHECK(table->backups().size() == 1);
    CHECK(table->current()->path == own.path);
    auto *preview = dialog.findChild<QLabel *>(u"shell.restore.preview"_s);
    REQUIRE(QTest::qWaitFor([&] { return preview->text().contains(number); }, patience));
    REQUIRE(QFile::remove(safe.office.path()));
    table->clearSelection();
    dialog.choose(own.path);
    CHECK(QTest::qWaitFor([&] { return preview->text().contains(u"no file to compare"); }, patience));
}

TEST_CASE("who has opened a backup itself is told that none is made of it", "[window][backup]")
{
    SafeOffice safe;
    const KeptBackup made = backUpInto(safe.backups, safe.office.path(), BackupReason::ByHand, safe.office.clock);
    QSignalSpy opened(safe.window.get(), &MainWindow::fileOpened);
    safe.window->openFile(made.path);
    REQUIRE((!opened.isEmpty() || opened.wait(patience)));
    auto *notice = safe.child<NoticeBar>(u"shell.notice"_s);
    REQUIRE(QTest::qWaitFor([notice] { return notice->text().contains(u"opened a backup itself"); }, patience));
    CHECK(safe.keeper()->stand().isBackup);
    CHECK_FALSE(safe.keeper()->stand().isOn);
}

TEST_CASE("after a sudden end the structure of the file is gone through, and damage is told", "[window][structure]")
{
    SafeOffice safe;
    const auto key = [&safe](const QString &name) -> QString { return u"structure/"_s + safe.fileKey + u'/' + name; };
    const auto structure = [&safe] { return safe.window->session()->findChild<StructureWatch *>(); };
    settings().setValue(key(u"checked"_s), safe.office.clock.now().toUTC().toString(Qt::ISODateWithMs));
    SECTION("not when it was closed as it should be, and was looked at this week")
    {
        safe.open();
        REQUIRE(QTest::qWaitFor([&] { return settings().value(key(u"open"_s)).toBool(); }, patience));
        QTest::qWait(300);
        CHECK_FALSE(structure()->wasChecked());
        QSignalSpy closed(safe.window.get(), &MainWindow::fileClosed);
        safe.messages->answer = 0;
        safe.window->closeFile();
        REQUIRE((!closed.isEmpty() || closed.wait(patience)));
        CHECK_FALSE(settings().contains(key(u"open"_s)));
    }
    SECTION("a sound one")
    {
        settings().setValue(key(u"open"_s), true);
        safe.open();
        REQUIRE(QTest::qWaitFor([&] { return structure()->wasChecked(); }, patience));
        CHECK(structure()->damageText().isEmpty());
    }
    SECTION("a damaged one")
    {
        settings().setValue(key(u"open"_s), true);
        damageTable(safe.office.path(), u"attachment_content"_s);
        safe.open();
        auto *notice = safe.child<NoticeBar>(u"shell.notice"_s);
        REQUIRE(QTest::qWaitFor([notice] { return notice->text().contains(u"Contents of attachments"); }, patience));
        CHECK(safe.child<QAction>(u"shell.rescue"_s)->isEnabled());
        QStringList offers;
        for (const QPushButton *button : notice->findChildren<QPushButton *>()) {
            if (button->isVisible())
                offers.append(button->text());
        }
        CHECK(offers.contains(u"Restore a backup…"_s));
        CHECK(offers.contains(u"Rescue what can be read…"_s));
        CHECK_FALSE(settings().contains(key(u"checked"_s)));
        // Dismissed for now; as long as the damage is there it is told again with each opening.
        safe.messages->answer = 0;
        for (QToolButton *button : notice->findChildren<QToolButton *>())
            button->click();
        CHECK_FALSE(notice->isVisible());
        QSignalSpy closed(safe.window.get(), &MainWindow::fileClosed);
        safe.window->closeFile();
        REQUIRE((!closed.isEmpty() || closed.wait(patience)));
        safe.open();
        CHECK(QTest::qWaitFor([notice] { return notice->text().contains(u"Contents of attachments"); }, patience));
    }
}

TEST_CASE("a damaged file that is open is closed and rescued into the file that is chosen", "[window][structure]")
{
    SafeOffice safe;
    settings().setValue(QString(u"structure/"_s + safe.fileKey + u"/open"_s), true);
    damageTable(safe.office.path(), u"attachment_content"_s);
    safe.open();
    auto *notice = safe.child<NoticeBar>(u"shell.notice"_s);
    REQUIRE(QTest::qWaitFor([notice] { return notice->text().contains(u"Contents of attachments"); }, patience));
    const QList<QPushButton *> offers = notice->findChildren<QPushButton *>();
    const auto rescue = std::ranges::find(offers, u"Rescue what can be read…"_s, &QPushButton::text);
    REQUIRE(rescue != offers.end());
    (*rescue)->click();
    const QString target = safe.office.folder.filePath(u"rescued.huiyin"_s);
    auto *dialog = safe.child<QFileDialog>(u"shell.rescue.target"_s);
    dialog->selectFile(target);
    QSignalSpy closed(safe.window.get(), &MainWindow::fileClosed);
    QSignalSpy opened(safe.window.get(), &MainWindow::fileOpened);
    auto *name = dialog->findChild<QLineEdit *>();
    REQUIRE(name);
    QTest::keyClick(name, Qt::Key_Return);
    REQUIRE((!opened.isEmpty() || opened.wait(patience)));
    CHECK(closed.size() == 1);
    CHECK(safe.window->session()->path() == target);
    REQUIRE(safe.messages->shown.size() == 1);
    CHECK(safe.messages->shown.first().what.contains(u"Tickets brought over whole: 1"));
}

TEST_CASE("a case file whose first page is destroyed is not sent away as some other file, but rescued",
          "[window][structure]")
{
    SafeOffice safe;
    const QString first = safe.office.folder.filePath(u"first page.huiyin"_s);
    REQUIRE(QFile::copy(safe.office.path(), first));
    {
        QFile file(first);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.write(QByteArray(4096, 'x')) == 4096);
    }
    const QString letter = safe.office.folder.filePath(u"letter.txt"_s);
    {
        QFile file(letter);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write("Some other file.") > 0);
    }
    safe.window->openFile(letter);
    REQUIRE(QTest::qWaitFor([&] { return !safe.messages->shown.isEmpty(); }, patience));
    CHECK(safe.messages->shown.first().what.contains(u"is not a case file"));
    CHECK(safe.messages->asked.isEmpty());

    safe.messages->answer = 0;
    safe.window->openFile(first);
    REQUIRE(QTest::qWaitFor([&] { return !safe.messages->asked.isEmpty(); }, patience));
    CHECK(safe.messages->asked.first().what.contains(u"is not a case file"));
    CHECK(safe.messages->asked.first().todo.contains(u"can be rescued"));
    REQUIRE(QTest::qWaitFor([&] { return safe.window->findChild<QFileDialog *>() != nullptr; }, patience));
    CHECK(safe.window->findChild<QFileDialog *>()->objectName() == u"shell.rescue.target");
}

TEST_CASE("a case file of a network drive is copied to this computer, checked and opened there", "[window][medium]")
{
    SafeOffice safe;
    const QString here = safe.office.folder.filePath(u"here.huiyin"_s);
    const auto restored = qScopeGuard([] { Medium::setProbe({}); });
    Medium::setProbe([far = safe.office.path(), folder = safe.office.folder.path()](const QString &path) {
        const bool isFar = path == far || path.startsWith(QString(folder + u"/far"));
        return Medium{.fileSystem = isFar ? "cifs" : "ext4", .available = Medium::scarce};
    });
    safe.window->openFile(safe.office.path());
    REQUIRE(QTest::qWaitFor([&] { return !safe.messages->asked.isEmpty(); }, patience));
    CHECK(safe.messages->asked.first().what.contains(u"network drive"));
    auto *files = safe.window->findChild<FileCommands *>();
    REQUIRE(files);
    files->copyTo(safe.office.path(), safe.office.folder.filePath(u"far.huiyin"_s));
    REQUIRE(safe.messages->shown.size() == 1);
    CHECK_FALSE(QFile::exists(safe.office.folder.filePath(u"far.huiyin"_s)));
    QSignalSpy opened(safe.window.get(), &MainWindow::fileOpened);
    files->copyTo(safe.office.path(), here);
    REQUIRE((!opened.isEmpty() || opened.wait(patience)));
    CHECK(safe.window->session()->path() == here);
    CHECK_FALSE(safe.window->session()->isReadOnly());
    CHECK(safe.messages->shown.last().todo.contains(u"office.huiyin"));
}

TEST_CASE("of a case file that is gone only its own backups are offered, and who cancels gets nothing",
          "[window][backup][restore]")
{
    SafeOffice safe;
    (void)backUpInto(safe.backups, safe.office.path(), BackupReason::ByHand, safe.office.clock);
    const QString other = safe.office.folder.filePath(u"other.huiyin"_s);
    const auto nothingIsBegun = [&safe] {
        QTest::qWait(200);
        return !safe.window->findChild<RestoreDialog *>() && !safe.window->findChild<QFileDialog *>()
               && !safe.window->session();
    };
    SECTION("there are none of it")
    {
        safe.messages->answer = 0;
        safe.window->openFile(other);
        REQUIRE(QTest::qWaitFor([&] { return !safe.messages->shown.isEmpty(); }, patience));
        CHECK(safe.messages->asked.isEmpty());
        CHECK(nothingIsBegun());
    }
    SECTION("there are, and nobody wants them")
    {
        REQUIRE(QFile::remove(safe.office.path()));
        safe.messages->answer = 1; // the other answer of two: cancel
        safe.window->openFile(safe.office.path());
        REQUIRE(QTest::qWaitFor([&] { return !safe.messages->asked.isEmpty(); }, patience));
        CHECK(nothingIsBegun());
    }
    SECTION("a file that is damaged may be rescued as well")
    {
        zero(safe.office.path(), listPages(safe.office.path()));
        safe.messages->answer = 1;
        safe.window->openFile(safe.office.path());
        REQUIRE(
            QTest::qWaitFor([&] { return safe.window->findChild<QFileDialog *>(u"shell.rescue.target"_s); }, patience));
        CHECK(safe.messages->asked.size() == 1);
        CHECK_FALSE(safe.window->findChild<RestoreDialog *>());
    }
}

TEST_CASE("a missing second medium is mentioned again after a week, and not before", "[window][backup]")
{
    SafeOffice safe;
    const QString key = u"backups/"_s + safe.fileKey + u"/toldOfMedium";
    const QDateTime now = safe.office.clock.now();
    const auto [ago, isMentioned] = GENERATE(table<int, bool>({{6, false}, {7, true}, {-1, true}})); // days
    settings().setValue(key, now.addDays(-ago).toString(Qt::ISODateWithMs));
    safe.open();
    safe.keeper()->backUp(BackupReason::ByHand);
    safe.waitForBackups(1);
    const auto *notice = safe.child<NoticeBar>(u"shell.notice"_s);
    const auto isSaid = [notice] { return notice->text().contains(u"on this computer only"); };
    if (isMentioned)
        CHECK(QTest::qWaitFor(isSaid, patience));
    else
        CHECK_FALSE(isSaid());
    CHECK((settings().value(key).toString() == now.toString(Qt::ISODateWithMs)) == isMentioned);
}

TEST_CASE("a history of backups in which nothing stands yet says what will", "[window][backup][setup]")
{
    SafeOffice safe;
    safe.open();
    safe.window->showPage(u"setup"_s)->showPart(u"backups"_s);
    safe.child<QPushButton>(u"setup.backups.log"_s)->click();
    auto *none = safe.child<QWidget>(u"setup.log.none"_s);
    REQUIRE(QTest::qWaitFor([none] { return none->isVisible(); }, patience));
    CHECK_FALSE(safe.child<QTreeView>(u"setup.log.table"_s)->isVisible());
}

TEST_CASE("what was saved elsewhere is opened at once when the user wants it, in place of the file of now",
          "[window][place]")
{
    SafeOffice safe;
    safe.open();
    safe.work();
    auto *files = safe.window->findChild<FileCommands *>();
    REQUIRE(files);
    const QString elsewhere = safe.office.folder.filePath(u"elsewhere.huiyin"_s);
    const QString before = safe.window->session()->path();
    const auto save = [&](int answer) {
        safe.messages->asked.clear();
        safe.messages->answer = answer;
        files->saveElsewhere(*safe.window->session());
        auto *dialog = safe.window->findChild<QFileDialog *>();
        REQUIRE(dialog);
        Q_EMIT dialog->fileSelected(elsewhere);
        dialog->close();
        REQUIRE(QTest::qWaitFor([&] { return !safe.messages->asked.isEmpty(); }, patience));
        CHECK(safe.messages->asked.first().state == QDir::toNativeSeparators(elsewhere));
    };
    save(1); // not now
    QTest::qWait(300);
    CHECK(safe.window->session()->path() == before);
    QSignalSpy opened(safe.window.get(), &MainWindow::fileOpened);
    save(0);
    REQUIRE((!opened.isEmpty() || opened.wait(patience)));
    CHECK(safe.window->session()->path() == elsewhere);
    const auto ticket = [&safe](CaseFile &file) { return TicketRepository(file.database()).idOf(safe.number); };
    CaseFile saved(elsewhere, CaseFile::Mode::Read);
    CHECK(ticket(saved));
}

TEST_CASE("the newest verified backup stays in the list when another folder is chosen, until there is a newer one",
          "[window][backup][setup]")
{
    SafeOffice safe;
    safe.open();
    safe.keeper()->backUp(BackupReason::ByHand);
    safe.waitForBackups(1);
    Page *page = safe.window->showPage(u"setup"_s);
    page->showPart(u"backups"_s);
    auto *table = safe.child<BackupTable>(u"setup.backups.table"_s);
    REQUIRE(QTest::qWaitFor([table] { return table->backups().size() == 1; }, patience));
    const QString path = table->backups().first().backup.path;
    const QString other = safe.office.folder.filePath(u"other"_s);
    QSignalSpy changed(safe.keeper(), &BackupKeeper::changed);
    safe.keeper()->setFolder(other);
    REQUIRE((!changed.isEmpty() || changed.wait(patience)));
    REQUIRE(QTest::qWaitFor([&] { return table->backups().size() == 1 && !table->backups().first().folder.isEmpty(); },
                            patience));
    CHECK(table->backups().first().backup.path == path);
    CHECK(table->backups().first().backup.counts());
    CHECK(table->model()->index(0, 4).data().toString() == QDir::toNativeSeparators(safe.backups));

    safe.office.clock.advance(3600);
    safe.keeper()->backUp(BackupReason::ByHand);
    REQUIRE(QTest::qWaitFor([&] { return backupsIn(other, safe.fileKey).size() == 1; }, patience));
    REQUIRE(QTest::qWaitFor([&] { return table->backups().size() == 1 && table->backups().first().folder.isEmpty(); },
                            patience));
    CHECK(table->backups().first().backup.path.startsWith(other));
}

TEST_CASE("what was done about backups stands in their history", "[window][backup][setup]")
{
    SafeOffice safe;
    safe.open();
    Page *page = safe.window->showPage(u"setup"_s);
    page->showPart(u"backups"_s);
    bool isDone = false;
    safe.keeper()->drill([&isDone] { isDone = true; });
    REQUIRE(QTest::qWaitFor([&] { return isDone && !safe.window->session()->isWriting(); }, patience));
    safe.child<QPushButton>(u"setup.backups.log"_s)->click();
    auto *log = safe.child<QTreeView>(u"setup.log.table"_s);
    REQUIRE(QTest::qWaitFor([log] { return log->model()->rowCount() == 1; }, patience));
    const QString text = log->model()->index(0, 2).data().toString();
    CHECK(text.startsWith(u"Trial restore passed: backup number 1 of 2020-02-10 09:00"));
}
