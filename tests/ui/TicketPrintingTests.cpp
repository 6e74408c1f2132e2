// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets are printed out of a list: what is asked, what is recorded, what is refused.
#include "support/PageAudit.h"
#include "support/Print.h"
#include "support/PrintCounter.h"

#include "controls/NoticeBar.h"
#include "handling/TicketPrinting.h"
#include "setup/RecordsSection.h"
#include "shell/CaseSession.h"
#include "shell/DutyWatch.h"
#include "statistics/PageView.h"
#include "statistics/PrintPreview.h"
#include "storage/AccessRepository.h"
#include "storage/Database.h"
#include "storage/Transaction.h"
#include "tickets/TicketList.h"

#include <catch2/catch.hpp>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("a batch without citizens' data leaves one record and shows a preview", "[ticketprinting]")
{
    HandlingOffice office;
    const QList<TicketId> tickets{office.dispatched(), office.dispatched(), office.accepted()};
    Counter counter(office);
    counter.ask(tickets);
    CHECK_FALSE(counter.child<QCheckBox>(u"handling.print.citizen"_s)->isChecked()); // unless somebody wants it
    counter.preview();
    REQUIRE(counter.waitForPreview());
    CHECK(counter.messages.shown.isEmpty());

    // From the preview they can be written as a PDF too.
    counter.child<QPushButton>(u"printPreview.pdf"_s)->click();
    auto *place = counter.child<QFileDialog>(u"printPreview.pdfDialog"_s);
    const QString path = office.folder.filePath(u"sheets.pdf"_s);
    CHECK(QFileInfo(place->selectedFiles().value(0)).fileName() == u"承办单-2件-20200210.pdf"_s);
    Q_EMIT place->fileSelected(office.folder.filePath(u"sheets"_s)); // the system's own dialog may leave out the suffix
    REQUIRE(QTest::qWaitFor([&] { return QFile::exists(path); }, patience));
    REQUIRE(QTest::qWaitFor([&] { return counter.messages.shown.size() == 1; }, patience));
    // Where one stands already that is asked.
    const QByteArray before = fileBytes(path);
    QFile changed(path);
    REQUIRE(changed.open(QIODevice::Append));
    changed.write("\n%kept");
    changed.close();
    counter.messages.reply = 1;
    Q_EMIT place->fileSelected(office.folder.filePath(u"sheets"_s));
    CHECK(counter.messages.shown.last().contains(u"sheets.pdf"_s));
    QTest::qWait(200);
    CHECK(fileBytes(path) == before + "\n%kept");

    const QList<AccessRecord> records = counter.records();
    REQUIRE(records.size() == 1);
    CHECK(records[0].action == u"export"_s);
    CHECK(records[0].details == u"tickets on paper, masked; dispatch_sheet; tickets 2; pages 2"_s);
    CHECK_FALSE(records[0].ticket); // of two
}

TEST_CASE("what is printed of one ticket is called by its number", "[ticketprinting]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const QString number = office.ticket(ticket).number;
    Counter counter(office);
    counter.ask({ticket});
    counter.preview();
    REQUIRE(counter.waitForPreview());
    CHECK(counter.child<QDialog>(u"printPreview"_s)->windowTitle()
          == displayName(PaperKind::DispatchSheets) + u' ' + number);
    counter.child<QPushButton>(u"printPreview.pdf"_s)->click();
    const auto *place = counter.child<QFileDialog>(u"printPreview.pdfDialog"_s);
    CHECK(QFileInfo(place->selectedFiles().value(0)).fileName() == u"承办单-%1.pdf"_s.arg(number));
}

TEST_CASE("each ticket printed with the citizen's data leaves a record", "[ticketprinting]")
{
    HandlingOffice office;
    const QList<TicketId> tickets{office.dispatched(), office.dispatched()};
    const TicketId waiting = office.accepted(); // no sheet, no record
    Counter counter(office);
    counter.ask(tickets + QList<TicketId>{waiting});
    counter.child<QCheckBox>(u"handling.print.citizen"_s)->setChecked(true);
    counter.preview();
    REQUIRE(counter.waitForPreview());
    counter.child<QPushButton>(u"printPreview.pdf"_s)->click();
    const QString path = office.folder.filePath(u"sheets.pdf"_s);
    Q_EMIT counter.child<QFileDialog>(u"printPreview.pdfDialog"_s)->fileSelected(path);
    REQUIRE(QTest::qWaitFor([&] { return QFile::exists(path); }, patience));
    QProcess reader;
    reader.start(u"pdftotext"_s, {path, u"-"_s});
    if (reader.waitForFinished()) {
        // Each sheet says by which record it is known.
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        CHECK(text.contains(u"查阅记录第1号"_s));
        CHECK(text.contains(u"查阅记录第2号"_s));
        CHECK_FALSE(text.contains(u"查阅记录第3号"_s));
    } else {
        WARN("pdftotext isn't installed: the PDF's text was not read");
    }
    const QList<AccessRecord> records = counter.records();
    REQUIRE(records.size() == 2);
    QList<TicketId> printed;
    for (const AccessRecord &record : records) {
        CHECK(record.action == u"print"_s);
        CHECK(record.details == u"requester,phone,address; dispatch_sheet; tickets 2; pages 2"_s);
        REQUIRE(record.ticket);
        printed.prepend(*record.ticket);
    }
    CHECK(printed == tickets);
}

TEST_CASE("what can't be printed is told, and nothing is recorded", "[ticketprinting]")
{
    HandlingOffice office;
    const TicketId waiting = office.accepted();
    Counter counter(office);
    SECTION("no department has it in hand")
    {
        counter.ask({waiting});
        counter.waitForOffer();
        counter.choose(PaperKind::DispatchSheets); // as somebody who was quicker than the look
        counter.preview();
        CHECK(counter.waitForRefusal() == u"None of these tickets is in the hands of a department."_s);
        // Another paper of it can be had.
        CHECK(counter.child<QPushButton>(u"handling.print.save"_s)->isEnabled());
        counter.choose(PaperKind::WholeTickets);
        counter.preview();
        REQUIRE(counter.waitForPreview());
        CHECK(counter.records().size() == 1);
    }
    SECTION("too many")
    {
        counter.ask(QList<TicketId>(mostPrinted + 1, waiting));
        counter.preview();
        CHECK(counter.waitForRefusal().contains(u"500"_s));
        CHECK(counter.records().isEmpty());
    }
}

TEST_CASE("in a file that is open for reading only nobody is named on paper", "[ticketprinting]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    Counter counter(office, CaseFile::Mode::Read);
    counter.ask({ticket});
    CHECK_FALSE(counter.child<QCheckBox>(u"handling.print.citizen"_s)->isEnabled());
}

TEST_CASE("a list is printed with the columns in sight", "[ticketprinting]")
{
    HandlingOffice office;
    for (int i = 0; i < 3; ++i)
        office.accepted();
    Counter counter(office);
    TicketList list(*counter.session, u"tickets"_s, {}, {}, counter.window.get());
    list.show();
    list.activate();
    list.setFilter({.openOnly = true});
    REQUIRE(QTest::qWaitFor([&] { return list.chosenCount() == 1; }, patience));
    list.printAction()->trigger();
    auto *paper = counter.child<QComboBox>(u"handling.print.paper"_s);
    REQUIRE(paper->count() == 8);
    auto *citizen = counter.child<QCheckBox>(u"handling.print.citizen"_s);
    citizen->setChecked(true);
    counter.choose(PaperKind::List);
    CHECK_FALSE(citizen->isChecked()); // a list is masked always
    CHECK_FALSE(citizen->isEnabled());
    counter.preview();
    REQUIRE(counter.waitForPreview());
}

TEST_CASE("a record says what was printed, and names the ticket of one", "[ticketprinting]")
{
    HandlingOffice office;
    const TicketId open = office.dispatched();
    const TicketId hidden = office.dispatched();
    {
        Ticket ticket = office.ticket(hidden);
        ticket.confidentiality = Confidentiality::Anonymous;
        Transaction transaction(office.file->database());
        REQUIRE(TicketRepository(office.file->database()).update(ticket));
        transaction.commit();
    }
    Counter counter(office);
    SECTION("of one ticket, masked")
    {
        counter.ask({open});
        counter.choose(PaperKind::WholeTickets);
        counter.preview();
        // The paper that was laid out counts, not what the dialog shows by then.
        counter.choose(PaperKind::DispatchSheets);
        REQUIRE(counter.waitForPreview());
        const QList<AccessRecord> records = counter.records();
        REQUIRE(records.size() == 1);
        CHECK(records[0].details == u"tickets on paper, masked; whole_ticket; tickets 1; pages 1"_s);
        CHECK(records[0].ticket == open);
    }
    SECTION("a citizen who was not named is not told to have been")
    {
        counter.ask({open, hidden});
        counter.child<QCheckBox>(u"handling.print.citizen"_s)->setChecked(true);
        counter.preview();
        REQUIRE(counter.waitForPreview());
        const QList<AccessRecord> records = counter.records();
        REQUIRE(records.size() == 2);
        CHECK(records[0].ticket == hidden);
        CHECK(records[0].details.startsWith(u"tickets on paper, masked; "_s));
        CHECK(records[1].ticket == open);
        CHECK(records[1].details.startsWith(u"requester,phone,address; "_s));
    }
}

TEST_CASE("the access records tell in words what was printed", "[ticketprinting]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    REQUIRE(office.book->recordPrint({ticket}, UnmaskedUse::DispatchSheets,
                                     u"requester,phone,address; dispatch_sheet; tickets 3; pages 4"_s));
    HandlingOffice::must(office.book->recordExport(
        Command::ReadCases, u"tickets on paper, masked; whole_ticket; tickets 1; pages 2"_s, {}, ticket));
    HandlingOffice::must(
        office.book->recordExport(Command::ReadCases, u"list of tickets, masked; ticket_list; tickets 60; pages 3"_s));
    CHECK_FALSE(office.book->recordExport(Command::ReadCases, u"list of tickets, masked"_s, {}, TicketId(999)));
    const QString number = office.ticket(ticket).number;
    Counter counter(office);
    DutyWatch duties(*counter.session);
    RecordsSection section({.session = *counter.session, .messages = counter.messages, .duties = duties});
    section.show();
    const auto *table = section.findChild<QTableView *>(u"setup.records.table"_s);
    REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() == 3; }, patience));
    const auto cell = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
    CHECK(cell(0, 4).startsWith(u"masked list of tickets · on paper · "_s));
    CHECK(cell(0, 4).contains(u"60"_s));
    CHECK(cell(1, 3) == number);
    CHECK(cell(1, 4).startsWith(u"masked papers of tickets · whole tickets on paper · "_s));
    CHECK(cell(2, 3) == number);
    CHECK(cell(2, 4).startsWith(u"name, telephone, address · dispatch sheets · "_s));
}

TEST_CASE("a record that can't be written leaves the dialog alive", "[ticketprinting]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    office.file->database().exec(u"CREATE TRIGGER broken BEFORE INSERT ON access_record "
                                 "BEGIN SELECT RAISE(ABORT, 'no record'); END"_s);
    const bool withCitizen = GENERATE(false, true);
    Counter counter(office);
    counter.ask({ticket});
    counter.child<QCheckBox>(u"handling.print.citizen"_s)->setChecked(withCitizen);
    counter.preview();
    auto *button = counter.child<QPushButton>(u"handling.print.save"_s);
    CHECK_FALSE(button->isEnabled());
    REQUIRE(QTest::qWaitFor([&] { return button->isEnabled(); }, patience));
    CHECK(counter.messages.shown.size() == 1);
    CHECK_FALSE(counter.window->findChild<QDialog *>(u"printPreview"_s));
}

TEST_CASE("a printer that can't be used is told of, and a file is written whole or not at all",
          "[ticketprinting][print]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const auto facts = WholeTicket::read(*office.file, ticket);
    const PaperContext context{
        .office = {.name = u"测试"_s}, .tables = office.tables(), .printedAt = office.clock.now()};
    const PaperSheet sheet = ticketSheet(*facts, context);
    Counter counter(office);
    const Preview preview{.pages = std::make_shared<const SheetPages>(QList<PaperSheet>{sheet, sheet, sheet}),
                          .title = u"办理单"_s,
                          .anyThread = GENERATE(true, false)};
    const auto printerTo = [](const QString &path) {
        auto printer = std::make_shared<QPrinter>();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(path);
        return printer;
    };
    const auto told = [&counter] { return counter.messages.shown.size(); };
    // Nowhere to print to.
    print(*counter.session, counter.window.get(), preview, printerTo(QString()));
    REQUIRE(QTest::qWaitFor([&] { return told() == 1; }, patience));
    CHECK(counter.messages.shown[0] == u"The pages could not be printed."_s);
    // A file that can't be made.
    print(*counter.session, counter.window.get(), preview, printerTo(office.folder.filePath(u"none/sheets.pdf"_s)));
    REQUIRE(QTest::qWaitFor([&] { return told() == 2; }, patience));
    CHECK(counter.messages.shown[1] != u"The pages have been written."_s);
    // One that can, with the pages that were asked for.
    const QString path = office.folder.filePath(u"sheets.pdf"_s);
    const auto printer = printerTo(path);
    printer->setPrintRange(QPrinter::PageRange);
    printer->setFromTo(2, 3);
    print(*counter.session, counter.window.get(), preview, printer);
    REQUIRE(QTest::qWaitFor([&] { return told() == 3; }, patience));
    CHECK(counter.messages.shown[2] == u"The pages have been written."_s);
    CHECK(fileBytes(path).count("/Type /Page\n") == 2);
    CHECK_FALSE(QFile::permissions(path).testFlag(QFileDevice::ReadOther));
}

TEST_CASE("a preview paints what is in sight, however much there is", "[ticketprinting][print]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const auto facts = WholeTicket::read(*office.file, ticket);
    const PaperContext context{
        .office = {.name = u"测试"_s}, .tables = office.tables(), .printedAt = office.clock.now()};
    const PaperSheet sheet = openDispatchSheets(*facts, context).first();
    Counter counter(office);
    const int count = GENERATE(1, 50, 200, 500);
    const auto pages = std::make_shared<const SheetPages>(QList<PaperSheet>(count, sheet));
    REQUIRE(pages->count() == count);
    QElapsedTimer timer;
    timer.start();
    showPrintPreview(*counter.session, counter.window.get(), {.pages = pages, .title = u"承办单"_s, .anyThread = true});
    auto *view = counter.child<PageView>(u"printPreview.pages"_s);
    REQUIRE(QTest::qWaitForWindowExposed(view->window()));
    REQUIRE(QTest::qWaitFor([view] { return view->paintedPages() > 0; }, patience));
    WARN(count << " sheets: " << timer.elapsed() << " ms until the first is seen");
    CHECK(doubledKeys(view->window()) == QStringList());
    CHECK(cutTexts(view->window()) == QStringList());
    CHECK(namelessControls(view->window()) == QStringList());
    auto *page = counter.child<QSpinBox>(u"printPreview.page"_s);
    CHECK(page->maximum() == count);
    page->setValue(count);
    QTest::qWait(100);
    CHECK(view->paintedPages() <= 8);
    CHECK(page->value() == count);
    view->zoom(0.5);
    QTest::qWait(100);
    CHECK(view->paintedPages() <= 16);
    // Of very large pictures hardly any is kept but what is in sight.
    view->zoom(100);
    for (int number = 1; number <= std::min(count, 5); ++number) {
        page->setValue(number);
        QTest::qWait(50);
    }
    CHECK(view->paintedPages() <= 3);
}

TEST_CASE("a ticket that is changed while its pages are looked at is told", "[ticketprinting][print]")
{
    HandlingOffice office;
    const QList<TicketId> tickets{office.dispatched(), office.dispatched()};
    const TicketId other = office.dispatched();
    const QString number = office.ticket(tickets[0]).number;
    Counter counter(office);
    const auto correct = [&](TicketId ticket) {
        bool done = false;
        counter.session->command(
            counter.window.get(), [ticket](CaseBook &book) { return book.setMark(ticket, Mark::Difficult, true); },
            [&](const Changes &) { done = true; }, [&](const Refusal &) { done = true; });
        REQUIRE(QTest::qWaitFor([&] { return done; }, patience));
    };
    counter.ask(tickets);
    counter.preview();
    REQUIRE(counter.waitForPreview());
    const auto *notice = counter.child<NoticeBar>(u"printPreview.stale"_s);
    CHECK_FALSE(notice->isVisible());
    correct(other);
    CHECK_FALSE(notice->isVisible());
    correct(tickets[0]);
    CHECK(notice->isVisible());
    CHECK(notice->text().startsWith(u"Changed since these pages were made: %1. "_s.arg(number)));
    CHECK(cutTexts(notice->window()) == QStringList());
}
