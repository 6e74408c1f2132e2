// SPDX-License-Identifier: GPL-3.0-or-later
// Departments' sheets go out of the window and come back into it.
#include "support/OpenOffice.h"

#include "controls/NoticeBar.h"
#include "dispatch/GiveSheetsDialog.h"
#include "dispatch/TakeSheetDialog.h"
#include "exchange/DepartmentSheetColumns.h"
#include "shell/CaseTrial.h"
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/WorkbookWriter.h"
#include "support/Patience.h"

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

// What the water company has been given, and has filled in.
QString returnedSheet(HandlingOffice &office, const QTemporaryDir &folder, const QString &repliedAt = {})
{
    const QString path = folder.filePath(u"sheet.xlsx"_s);
    const auto given = office.book->giveSheet({.department = office.water});
    REQUIRE(given);
    writeDepartmentSheet(*given, path, false, office.file->office(), office.tables());
    return filled(path, headingOf(SheetField::Reply), repliedAt);
}

// The window over an office, with a sheet that comes back into it.
struct SheetDesk : OpenOffice
{
    explicit SheetDesk(HandlingOffice &prepared)
        : OpenOffice(prepared)
    {
        window.resize(1366, 768);
        window.show();
    }
    TakeSheetDialog *take(const QString &path)
    {
        auto *dialog = new TakeSheetDialog(context(), path, &window);
        dialog->open();
        return dialog;
    }
    static QStandardItemModel *rowsOf(const TakeSheetDialog *dialog, int count)
    {
        auto *rows =
            qobject_cast<QStandardItemModel *>(dialog->findChild<QTreeView *>(u"dispatch.takeSheet.table"_s)->model());
        REQUIRE(QTest::qWaitFor([&] { return rows->rowCount() == count; }, patience));
        return rows;
    }
    // "notice", or "missing": what of the sheet can't be read.
    static QString toldBy(const TakeSheetDialog *dialog, const QString &bar)
    {
        auto *notice = dialog->findChild<NoticeBar *>(u"dispatch.takeSheet."_s + bar);
        REQUIRE(QTest::qWaitFor([&] { return !notice->text().isEmpty(); }, patience));
        return notice->text();
    }

    QWidget window;
};

} // namespace

TEST_CASE("a department's sheet goes out of the window and comes back into it", "[ui][dispatch][sheets]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const TicketId other = office.dispatched();
    HandlingOffice::must(office.book->dispatch({.ticket = office.accepted(), .lead = office.housing}));
    const QTemporaryDir folder;
    {
        SheetDesk desk(office);
        auto *give = new GiveSheetsDialog(desk.context(), &desk.window);
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
        auto *take = desk.take(back);
        auto *rows = SheetDesk::rowsOf(take, 2);
        CHECK(take->findChild<QLabel *>(u"dispatch.takeSheet.summary"_s)->text().contains(u"20200210-01"_s));
        CHECK(rows->item(0)->checkState() == Qt::Checked);
        CHECK(rows->item(0, 2)->text().contains(u"已为王*国修好。"_s)); // masked as all that is shown is
        rows->item(1)->setCheckState(Qt::Unchecked);
        take->findChild<QPushButton *>(u"dispatch.takeSheet.enter"_s)->click();
        CHECK_FALSE(SheetDesk::toldBy(take, u"notice"_s).isEmpty());
        // What was entered can't be entered again; what was left out still can.
        REQUIRE(QTest::qWaitFor([&] { return rows->rowCount() == 2 && !rows->item(0)->isCheckable(); }, patience));
        CHECK(rows->item(1)->isCheckable());
        take->done(QDialog::Accepted);

        // A heading that was written anew: what stands below it is not passed over in silence.
        auto *lost = desk.take(filled(folder.filePath(files.first()), u"处理情况"_s));
        CHECK(SheetDesk::toldBy(lost, u"missing"_s).contains(u"反馈内容"_s));
        lost->done(QDialog::Rejected);

        auto *wrong = desk.take(office.path());
        CHECK_FALSE(SheetDesk::toldBy(wrong, u"notice"_s).isEmpty());
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

TEST_CASE("nothing is tried in a file that is open for reading only", "[ui][dispatch][sheets]")
{
    HandlingOffice office;
    office.close();
    QuietMessages messages;
    CaseSession session(messages, office.clock);
    session.open(office.path(), CaseFile::Mode::Read);
    REQUIRE(QTest::qWaitFor([&] { return session.isOpen(); }, patience));
    QWidget window;
    window.show();
    bool failed = false;
    session.trial(
        &window, u"trial"_s, [](CaseBook &, Progress &) { return std::optional(1); }, [](int) { CHECK(false); },
        [&failed](const std::exception_ptr &) { failed = true; });
    REQUIRE(QTest::qWaitFor([&failed] { return failed; }, patience));
    CHECK_FALSE(window.findChild<ProgressDialog *>());
}

TEST_CASE("what was entered is told though the sheet is gone afterwards", "[ui][dispatch][sheets]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const QTemporaryDir folder;
    const QString back = returnedSheet(office, folder);
    {
        SheetDesk desk(office);
        auto *take = desk.take(back);
        auto *rows = SheetDesk::rowsOf(take, 1);
        REQUIRE(QFile::remove(back)); // the stick was pulled out
        take->findChild<QPushButton *>(u"dispatch.takeSheet.enter"_s)->click();
        CHECK_FALSE(SheetDesk::toldBy(take, u"missing"_s).isEmpty());
        CHECK(SheetDesk::toldBy(take, u"notice"_s).contains(u'1'));
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
    const QString back = returnedSheet(office, folder, u"2030-01-01 10:00"_s); // not yet
    {
        SheetDesk desk(office);
        const QSignalSpy saved(desk.session.get(), &CaseSession::saved);
        auto *take = desk.take(back);
        auto *table = take->findChild<QTreeView *>(u"dispatch.takeSheet.table"_s);
        const auto *rows = SheetDesk::rowsOf(take, 1);
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
