// SPDX-License-Identifier: GPL-3.0-or-later
// Departments' sheets go out of the window and come back into it.
#include "support/HandlingOffice.h"
#include "support/QuietMessages.h"

#include "controls/NoticeBar.h"
#include "dispatch/GiveSheetsDialog.h"
#include "dispatch/TakeSheetDialog.h"
#include "exchange/DepartmentSheetColumns.h"
#include "shell/CaseTrial.h"
#include "shell/DutyWatch.h"
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/WorkbookWriter.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <catch2/catch.hpp>

#include <atomic>
#include <optional>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

constexpr int patience = 10'000; // ms

// The rows of a sheet as text, with a reply in each, as another program would save them; below which heading.
QString filled(const QString &path, const QString &replyHeading = headingOf(SheetField::Reply),
               const QString &repliedAt = {})
{
    Workbook book(path);
    SheetReader reader(book, 0);
    QList<QStringList> rows;
    while (reader.next()) {
        QStringList cells;
        for (int i = 0; i < static_cast<int>(sheetHeadings.size()); ++i)
            cells.append(reader.cell(i).text);
        rows.append(cells);
    }
    rows.first()[static_cast<qsizetype>(SheetField::Reply)] = replyHeading;
    QList<SheetColumn> columns;
    for (const QString &heading : std::as_const(rows.first()))
        columns.append({.heading = heading, .kind = SheetColumn::Kind::LongText});
    const QString target = QFileInfo(path).absolutePath() + u"/back.xlsx"_s;
    WorkbookWriter writer(target, true, {});
    SheetWriter &sheet = writer.addSheet({.name = u"Sheet1"_s, .columns = columns});
    for (QStringList row : rows.mid(1)) {
        row[static_cast<qsizetype>(SheetField::Result)] = u"实际解决"_s;
        row[static_cast<qsizetype>(SheetField::Reply)] = u"已为王建国修好。"_s;
        row[static_cast<qsizetype>(SheetField::RepliedAt)] = repliedAt;
        for (const QString &cell : std::as_const(row))
            sheet.text(cell);
        sheet.endRow();
    }
    writer.commit();
    return target;
}

} // namespace

TEST_CASE("a department's sheet goes out of the window and comes back into it", "[ui][dispatch][sheets]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const TicketId other = office.dispatched();
    HandlingOffice::must(office.book->dispatch({.ticket = office.accepted(), .lead = office.housing}));
    office.close();
    QuietMessages messages;
    QTemporaryDir folder;
    {
        CaseSession session(messages, office.clock);
        session.open(office.path(), CaseFile::Mode::Write);
        REQUIRE(QTest::qWaitFor([&] { return session.isOpen(); }, patience));
        DutyWatch duties(session);
        QWidget window;
        window.resize(1366, 768);
        window.show();
        const PageContext context{session, messages, duties};

        auto *give = new GiveSheetsDialog(context, &window);
        give->open();
        auto *departments = give->findChild<QTreeView *>(u"dispatch.giveSheets.table"_s);
        auto *model = qobject_cast<QStandardItemModel *>(departments->model());
        auto *write = give->findChild<QPushButton *>(u"dispatch.giveSheets.give"_s);
        REQUIRE(QTest::qWaitFor([&] { return model->rowCount() == 2; }, patience));
        CHECK_FALSE(write->isEnabled());
        CHECK(model->item(0, 0)->text() == u"供水公司"_s);
        CHECK(model->item(0, 1)->text() == u"2"_s);
        model->item(0)->setCheckState(Qt::Checked);
        CHECK(write->isEnabled());
        give->giveInto(folder.path());
        auto *given = give->findChild<NoticeBar *>(u"dispatch.giveSheets.notice"_s);
        REQUIRE(QTest::qWaitFor([&] { return !given->text().isEmpty(); }, patience));
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        REQUIRE(files == QStringList(u"供水公司-待办-20200210-01.xlsx"_s));
        give->done(QDialog::Accepted);

        const QString back = filled(folder.filePath(files.first()));
        auto *take = new TakeSheetDialog(context, back, &window);
        take->open();
        auto *rows =
            qobject_cast<QStandardItemModel *>(take->findChild<QTreeView *>(u"dispatch.takeSheet.table"_s)->model());
        REQUIRE(QTest::qWaitFor([&] { return rows->rowCount() == 2; }, patience));
        CHECK(take->findChild<QLabel *>(u"dispatch.takeSheet.summary"_s)->text().contains(u"20200210-01"_s));
        CHECK(rows->item(0)->checkState() == Qt::Checked);
        CHECK(rows->item(0, 2)->text().contains(u"已为王*国修好。"_s)); // masked as all that is shown is
        rows->item(1)->setCheckState(Qt::Unchecked);
        take->findChild<QPushButton *>(u"dispatch.takeSheet.enter"_s)->click();
        auto *entered = take->findChild<NoticeBar *>(u"dispatch.takeSheet.notice"_s);
        REQUIRE(QTest::qWaitFor([&] { return !entered->text().isEmpty(); }, patience));
        // What was entered can't be entered again; what was left out still can.
        REQUIRE(QTest::qWaitFor([&] { return rows->rowCount() == 2 && !rows->item(0)->isCheckable(); }, patience));
        CHECK(rows->item(1)->isCheckable());
        take->done(QDialog::Accepted);

        // A heading that was written anew: what stands below it is not passed over in silence.
        auto *lost = new TakeSheetDialog(context, filled(folder.filePath(files.first()), u"处理情况"_s), &window);
        lost->open();
        auto *gone = lost->findChild<NoticeBar *>(u"dispatch.takeSheet.missing"_s);
        REQUIRE(QTest::qWaitFor([&] { return !gone->text().isEmpty(); }, patience));
        CHECK(gone->text().contains(u"反馈内容"_s));
        lost->done(QDialog::Rejected);

        auto *wrong = new TakeSheetDialog(context, office.path(), &window);
        wrong->open();
        auto *fault = wrong->findChild<NoticeBar *>(u"dispatch.takeSheet.notice"_s);
        REQUIRE(QTest::qWaitFor([&] { return !fault->text().isEmpty(); }, patience));
        wrong->done(QDialog::Rejected);
    }
    office.open();
    CHECK(office.lead(ticket).reply == u"已为王建国修好。"_s);
    CHECK(stateOf(office.lead(other)) == DispatchState::Sent);
}

TEST_CASE("a trial lets waiting commands go first, saves nothing, and can be stopped", "[ui][dispatch][sheets]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    office.close();
    QuietMessages messages;
    CaseSession session(messages, office.clock);
    session.open(office.path(), CaseFile::Mode::Write);
    REQUIRE(QTest::qWaitFor([&] { return session.isOpen(); }, patience));
    QWidget window;
    window.show();
    const QSignalSpy saved(&session, &CaseSession::saved);
    const QSignalSpy changed(&session, &CaseSession::changed);
    QSemaphore goOn;
    std::atomic<int> calls = 0;
    const auto step = [&](CaseBook &, Progress &) -> std::optional<int> {
        constexpr int last = 3;
        if (++calls == 1)
            goOn.acquire(); // until the command waits behind it
        return calls < last ? std::nullopt : std::optional<int>(calls);
    };
    SECTION("commands in between")
    {
        int came = 0;
        int callsAtCommand = 0;
        session.trial(&window, u"trial"_s, step, [&came](int value) { came = value; });
        session.command(
            &window,
            [&](CaseBook &book) {
                callsAtCommand = calls;
                return book.recordView(ticket);
            },
            [](const Changes &) {}, [](const Refusal &) {});
        CHECK(saved.isEmpty());
        goOn.release();
        REQUIRE(QTest::qWaitFor([&came] { return came == 3; }, patience));
        CHECK(callsAtCommand == 1);
        CHECK(QTest::qWaitFor([&saved] { return saved.size() == 1; }, patience)); // the command alone
        CHECK(changed.size() == 1);
    }
    SECTION("stopped")
    {
        bool failed = false;
        session.trial(
            &window, u"trial"_s, step, [](int) { CHECK(false); },
            [&failed](const std::exception_ptr &) { failed = true; });
        REQUIRE(QTest::qWaitFor([&calls] { return calls == 1; }, patience));
        auto *dialog = window.findChild<ProgressDialog *>();
        REQUIRE(dialog);
        dialog->reject();
        goOn.release();
        REQUIRE(QTest::qWaitFor([&failed] { return failed; }, patience));
        CHECK(calls == 1);
        CHECK(saved.isEmpty());
    }
}

TEST_CASE("what was entered is told though the sheet is gone afterwards", "[ui][dispatch][sheets]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const QTemporaryDir folder;
    {
        const auto given = office.book->giveSheet({.department = office.water});
        REQUIRE(given);
        writeDepartmentSheet(*given, folder.filePath(u"sheet.xlsx"_s), false, office.file->office(), office.tables());
    }
    const QString back = filled(folder.filePath(u"sheet.xlsx"_s));
    office.close();
    QuietMessages messages;
    {
        CaseSession session(messages, office.clock);
        session.open(office.path(), CaseFile::Mode::Write);
        REQUIRE(QTest::qWaitFor([&] { return session.isOpen(); }, patience));
        DutyWatch duties(session);
        QWidget window;
        window.resize(1366, 768);
        window.show();
        auto *take = new TakeSheetDialog({session, messages, duties}, back, &window);
        take->open();
        auto *rows =
            qobject_cast<QStandardItemModel *>(take->findChild<QTreeView *>(u"dispatch.takeSheet.table"_s)->model());
        REQUIRE(QTest::qWaitFor([&] { return rows->rowCount() == 1; }, patience));
        REQUIRE(QFile::remove(back)); // the stick was pulled out
        take->findChild<QPushButton *>(u"dispatch.takeSheet.enter"_s)->click();
        auto *gone = take->findChild<NoticeBar *>(u"dispatch.takeSheet.missing"_s);
        REQUIRE(QTest::qWaitFor([&] { return !gone->text().isEmpty(); }, patience));
        CHECK(take->findChild<NoticeBar *>(u"dispatch.takeSheet.notice"_s)->text().contains(u'1'));
        CHECK(rows->rowCount() == 0);
        take->done(QDialog::Accepted);
    }
    office.open();
    CHECK(stateOf(office.lead(ticket)) == DispatchState::Replied);
}

TEST_CASE("what can't be entered is not ticked, and why can be read without a mouse", "[ui][dispatch][sheets]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const QTemporaryDir folder;
    {
        const auto given = office.book->giveSheet({.department = office.water});
        REQUIRE(given);
        writeDepartmentSheet(*given, folder.filePath(u"sheet.xlsx"_s), false, office.file->office(), office.tables());
    }
    const QString back =
        filled(folder.filePath(u"sheet.xlsx"_s), headingOf(SheetField::Reply), u"2030-01-01 10:00"_s); // not yet
    office.close();
    QuietMessages messages;
    {
        CaseSession session(messages, office.clock);
        session.open(office.path(), CaseFile::Mode::Write);
        REQUIRE(QTest::qWaitFor([&] { return session.isOpen(); }, patience));
        DutyWatch duties(session);
        QWidget window;
        window.resize(1366, 768);
        window.show();
        const QSignalSpy saved(&session, &CaseSession::saved);
        auto *take = new TakeSheetDialog({session, messages, duties}, back, &window);
        take->open();
        auto *table = take->findChild<QTreeView *>(u"dispatch.takeSheet.table"_s);
        auto *rows = qobject_cast<QStandardItemModel *>(table->model());
        REQUIRE(QTest::qWaitFor([&] { return rows->rowCount() == 1; }, patience));
        CHECK_FALSE(rows->item(0)->isCheckable());
        CHECK_FALSE(take->findChild<QPushButton *>(u"dispatch.takeSheet.enter"_s)->isEnabled());
        const QString why = rows->item(0, 4)->text();
        CHECK_FALSE(why.isEmpty());
        const auto *full = take->findChild<QPlainTextEdit *>(u"dispatch.takeSheet.full"_s);
        REQUIRE(full);
        CHECK(full->toPlainText().contains(why));
        CHECK(full->toPlainText().contains(u"已为王*国修好。"_s));
        CHECK_FALSE(table->horizontalScrollBar()->isVisible());
        CHECK(saved.isEmpty()); // what was tried was not saved
        take->done(QDialog::Rejected);
    }
    office.open();
    CHECK(stateOf(office.lead(ticket)) == DispatchState::Sent);
}
