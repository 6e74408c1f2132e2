// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets are printed out of a list: what is asked, what is recorded, what is refused.
#include "support/HandlingOffice.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include "handling/TicketPrinting.h"
#include "shell/CaseSession.h"
#include "storage/AccessRepository.h"
#include "tickets/ListPaper.h"
#include "tickets/TicketList.h"

#include <catch2/catch.hpp>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms

// A list of tickets in a window of its own.
struct Counter
{
    explicit Counter(HandlingOffice &prepared, CaseFile::Mode mode = CaseFile::Mode::Write)
        : office(prepared)
    {
        office.close();
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), mode);
        REQUIRE(QTest::qWaitFor([this] { return session->isOpen(); }, patience));
        window = std::make_unique<QWidget>();
        window->resize(900, 600);
        window->show();
        REQUIRE(QTest::qWaitForWindowExposed(window.get()));
    }

    template <class T>
    T *child(const QString &name) const
    {
        T *found = window->findChild<T *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    QDialog *ask(const QList<TicketId> &tickets) const
    {
        askPrint(*session, window.get(), tickets);
        return child<QDialog>(u"handling.print"_s);
    }
    void preview() const { child<QPushButton>(u"handling.print.save"_s)->click(); }
    [[nodiscard]] bool waitForPreview() const
    {
        return QTest::qWaitFor([this] { return window->findChild<QDialog *>(u"printPreview"_s) != nullptr; }, patience);
    }
    QString waitForRefusal() const
    {
        auto *fault = child<QLabel>(u"handling.print.paper.fault"_s);
        REQUIRE(QTest::qWaitFor([fault] { return !fault->text().isEmpty(); }, patience));
        return fault->text();
    }
    // The records of the file, the newest first.
    QList<AccessRecord> records()
    {
        window.reset();
        session.reset();
        office.open();
        return AccessRepository(office.file->database()).newest(100);
    }

    HandlingOffice &office;
    QuietMessages messages;
    std::unique_ptr<CaseSession> session;
    std::unique_ptr<QWidget> window;
};

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
    counter.child<QAction>(u"printPreview.pdf"_s)->trigger();
    auto *place = counter.child<QFileDialog>(u"printPreview.pdfDialog"_s);
    const QString path = office.folder.filePath(u"sheets.pdf"_s);
    Q_EMIT place->fileSelected(path);
    REQUIRE(QTest::qWaitFor([&] { return QFile::exists(path); }, patience));

    const QList<AccessRecord> records = counter.records();
    REQUIRE(records.size() == 1);
    CHECK(records[0].action == u"export"_s);
    CHECK(records[0].details == u"tickets on paper, masked"_s);
    CHECK_FALSE(records[0].ticket);
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
    counter.child<QAction>(u"printPreview.pdf"_s)->trigger();
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
        CHECK(record.details == u"requester,phone,address"_s);
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
        counter.preview();
        CHECK(counter.waitForRefusal() == u"None of these tickets is in the hands of a department."_s);
        // Another paper of it can be had.
        CHECK(counter.child<QPushButton>(u"handling.print.save"_s)->isEnabled());
        counter.child<QComboBox>(u"handling.print.paper"_s)->setCurrentIndex(1);
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
    REQUIRE(paper->count() == 3);
    auto *citizen = counter.child<QCheckBox>(u"handling.print.citizen"_s);
    citizen->setChecked(true);
    paper->setCurrentIndex(2);
    CHECK_FALSE(citizen->isChecked()); // a list is masked always
    CHECK_FALSE(citizen->isEnabled());
    counter.preview();
    REQUIRE(counter.waitForPreview());
}

TEST_CASE("a long list has its heading and its number on every page", "[ticketprinting]")
{
    HandlingOffice office;
    Counter counter(office);
    const TicketText text(*counter.session);
    QList<TicketRow> rows;
    for (int i = 0; i < 100; ++i) {
        rows.append({.id = TicketId(i + 1),
                     .number = u"20200210-%1"_s.arg(i + 1, 4, 10, QChar(u'0')),
                     .receivedAt = office.clock.now(),
                     .title = u"请回电13800001111，平东小区单元停水多日无人处理，居民多次反映未果"_s});
    }
    const PaperContext context{
        .office = counter.session->office(), .tables = counter.session->codeTables(), .printedAt = office.clock.now()};
    const QList<TicketField> columns{TicketField::Number, TicketField::Title, TicketField::State};
    const SheetPages pages({listSheet(rows, columns, text, u"未办结"_s, context)}, SheetPages::Format::Landscape);
    CHECK(pages.isLandscape());
    REQUIRE(pages.count() > 2);
    QString all;
    for (int page = 0; page < pages.count(); ++page) {
        const QStringList lines = pages.linesOf(page);
        CHECK(lines.contains(TicketText::heading(TicketField::Number)));
        CHECK(lines.contains(TicketText::heading(TicketField::State)));
        CHECK_FALSE(lines.contains(TicketText::heading(TicketField::Category)));
        CHECK(lines.contains(u"未办结；共100件"_s));
        CHECK(lines.contains(u"第%1页　共%2页"_s.arg(page + 1).arg(pages.count())));
        all += lines.join(u'\n');
    }
    CHECK(all.count(u"20200210-"_s) == 100);
    CHECK_FALSE(all.contains(u"13800001111"_s));
}

TEST_CASE("the conditions of a list stand above it in words", "[ticketprinting]")
{
    HandlingOffice office;
    const CodeTables tables = office.tables();
    const OfficeZone zone;
    CHECK(filterInWords({}, tables, zone).isEmpty());
    CHECK(filterInWords({.receivedFrom = at("2020-02-09 00:00"),
                         .receivedBefore = at("2020-03-01 00:00"),
                         .openOnly = true,
                         .requestType = tables.requestTypes.at(2).id,
                         .department = office.water,
                         .marks = Mark::Difficult,
                         .text = u"停水 13800001111"_s},
                        tables, zone)
          == u"2020-02-09起，至2020-02-29，未办结，类型：投诉，承办单位：供水公司，疑难，含“停水 138****1111”"_s);
}
