// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets on paper: barcodes, forms, dispatch sheets, whole tickets, lists.
#include "support/PaperOffice.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include "paper/Barcode.h"
#include "paper/FormTable.h"
#include "paper/PdfFile.h"
#include "shell/CaseSession.h"
#include "storage/StorageError.h"
#include "tickets/ListPaper.h"
#include "tickets/TicketPaper.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QImage>
#include <QPrinter>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// Reads a row of dark and light as a scanner does; the check symbol must be right.
QString scanned(const QImage &image, int y)
{
    QList<int> runs; // dark and light in turn
    bool dark = false;
    for (int x = 0; x < image.width(); ++x) {
        const bool isDark = qGray(image.pixel(x, y)) < 128;
        if (isDark != dark || runs.isEmpty()) {
            if (runs.isEmpty() && !isDark)
                continue;
            runs.append(0);
            dark = isDark;
        }
        ++runs.last();
    }
    if (runs.size() % 2 == 0)
        runs.removeLast(); // the light behind the stop
    if (runs.size() < 7 + 6)
        return {};
    QList<int> symbols;
    for (qsizetype i = 0; i + 7 < runs.size(); i += 6) {
        const qreal module = std::accumulate(runs.cbegin() + i, runs.cbegin() + i + 6, 0) / 11.0;
        QList<int> widths;
        for (qsizetype k = i; k < i + 6; ++k)
            widths.append(qRound(runs[k] / module));
        int found = -1;
        for (int value = 0; value < 106; ++value) {
            if (code128Widths({value}) == widths)
                found = value;
        }
        if (found < 0)
            return {};
        symbols.append(found);
    }
    int sum = symbols.first();
    for (qsizetype i = 1; i + 1 < symbols.size(); ++i)
        sum += static_cast<int>(i) * symbols[i];
    if (symbols.size() < 3 || sum % 103 != symbols.last())
        return {};
    QString text;
    bool pairs = symbols.first() == 105;
    for (qsizetype i = 1; i + 1 < symbols.size(); ++i) {
        if (pairs && symbols[i] < 100)
            text += QString::number(symbols[i]).rightJustified(2, u'0');
        else if (pairs || symbols[i] == 99)
            pairs = !pairs;
        else
            text += QChar(symbols[i] + 0x20);
    }
    return text;
}

} // namespace

TEST_CASE("a barcode has the published check symbol", "[ticketpaper][barcode]")
{
    // Published examples of Code 128: sets B and C.
    CHECK(code128Symbols(u"Wikipedia"_s) == QList<int>{104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88, 106});
    CHECK(code128Symbols(u"1234"_s) == QList<int>{105, 12, 34, 82, 106});
    // Digits in pairs, the dash in set B, digits again.
    const QList<int> number = code128Symbols(u"20200210-0001"_s);
    CHECK(number.first(9) == QList<int>{105, 20, 20, 2, 10, 100, 13, 99, 0});
    CHECK(number.size() == 12);
    // An odd digit stays outside of the pairs.
    CHECK(code128Symbols(u"12345"_s).first(5) == QList<int>{105, 12, 34, 100, 21});
    CHECK(code128Symbols(u"a12345"_s).first(6) == QList<int>{104, 65, 17, 99, 23, 45});
    CHECK(code128Symbols(u"a12b"_s).first(5) == QList<int>{104, 65, 17, 18, 66});
    // What it can't hold it doesn't hold.
    CHECK(code128Symbols(QString()).isEmpty());
    CHECK(code128Symbols(u"四平2020"_s).isEmpty());
    CHECK(code128Symbols(u"20\n20"_s).isEmpty());
}

TEST_CASE("every symbol of a barcode is eleven modules wide and unlike the others", "[ticketpaper][barcode]")
{
    QSet<QList<int>> seen;
    for (int value = 0; value < 106; ++value) {
        const QList<int> widths = code128Widths({value});
        INFO(value);
        REQUIRE(widths.size() == 6);
        CHECK(std::accumulate(widths.cbegin(), widths.cend(), 0) == 11);
        CHECK((widths[0] + widths[2] + widths[4]) % 2 == 0); // bars of even, spaces of odd width
        seen.insert(widths);
    }
    CHECK(seen.size() == 106);
    CHECK(code128Widths({106}) == QList<int>{2, 3, 3, 1, 1, 1, 2});
}

TEST_CASE("a barcode is wide enough to be read, or isn't there", "[ticketpaper][barcode]")
{
    const qreal width = fromMillimetres(80);
    const QList<QRectF> bars = barcode(u"20200210-0001"_s, width, 30);
    REQUIRE_FALSE(bars.isEmpty());
    qreal narrowest = width;
    for (const QRectF &bar : bars)
        narrowest = qMin(narrowest, bar.width());
    CHECK(narrowest >= fromMillimetres(0.25) - 1e-6);
    CHECK(bars.last().right() == Approx(width));
    CHECK(bars.first().left() >= 10 * narrowest);
    CHECK(barcode(u"A-very-long-number-of-another-office-2020-02-10"_s, width, 30).isEmpty());
}

TEST_CASE("the barcode of a printed sheet is read back", "[ticketpaper][barcode]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const SheetPages pages(openDispatchSheets(wholeTicket(office, ticket), paperContext(office)));
    const QImage image = drawnPage(pages, 0, 300);
    const QString number = office.ticket(ticket).number;
    // Through the bars, right of the number in words.
    constexpr qreal dots = 300 / 25.4;
    int read = 0;
    for (int y = 0; y < image.height() / 3; ++y) {
        const QString text = scanned(image.copy(qRound(106 * dots), y, qRound(90 * dots), 1), 0);
        if (text == number)
            ++read;
        else
            CHECK(text.isEmpty());
    }
    CHECK(read > 8 * dots); // nine millimetres high

    const QString reader = QStandardPaths::findExecutable(u"zbarimg"_s);
    if (reader.isEmpty())
        return;
    QTemporaryDir folder;
    REQUIRE(image.save(folder.filePath(u"sheet.png"_s)));
    QProcess process;
    process.start(reader, {u"-q"_s, u"--raw"_s, folder.filePath(u"sheet.png"_s)});
    REQUIRE(process.waitForFinished(30'000));
    CHECK(QString::fromUtf8(process.readAllStandardOutput()).trimmed() == number);
}

TEST_CASE("a dispatch sheet fits on one page and tells what the department must know", "[ticketpaper]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    HandlingOffice::must(office.book->dispatch(
        {.ticket = ticket, .lead = office.water, .coHandlers = {office.housing}, .instruction = u"请当日到场。"_s}));
    const SheetPages pages(openDispatchSheets(wholeTicket(office, ticket), paperContext(office)));
    REQUIRE(pages.count() == 2); // one for each department
    const QString lead = pages.linesOf(0).join(u'\n');
    for (const auto &text : {u"测试市市长公开电话办公室"_s, u"承办单"_s, u"供水公司（主办）"_s, u"协办单位"_s,
                             u"住建局"_s, u"请当日到场。"_s, u"2020-02-10 09:00"_s, u"求助"_s, u"一般"_s, u"单元停水"_s,
                             u"□ 实际解决　　　□ 解释说明　　　□ 拒绝办理"_s, u"签收人"_s, u"负责人"_s, u"先行联系"_s,
                             u"打印：2020-02-10 09:00　派单员"_s, u"第1页　共1页"_s}) {
        INFO(text.toStdString());
        CHECK(lead.contains(text));
    }
    CHECK(lead.contains(u"工单编号："_s + office.ticket(ticket).number));
    const QString other = pages.linesOf(1).join(u'\n');
    CHECK(other.contains(u"住建局（协办）"_s));
    CHECK(other.contains(u"主办单位"_s));
    // The deadline with its rule, wherever its lines end.
    const Dispatch dispatch = office.lead(ticket);
    REQUIRE(dispatch.dueAt);
    CHECK_FALSE(dispatch.dueRule.isEmpty());
    const QString running = runningTextOf(pages);
    CHECK(running.contains(OfficeZone().toLocal(*dispatch.dueAt).toString(u"yyyy-MM-dd HH:mm"_s) + u"前（"_s
                           + dispatch.dueRule));
}

TEST_CASE("a citizen is masked on paper unless asked for, and never named against his will", "[ticketpaper]")
{
    HandlingOffice office;
    const auto sheetOf = [&](Confidentiality confidentiality, bool withCitizen) {
        const auto saved = office.book->accept({.channel = office.phone(),
                                                .requestType = office.tables().requestTypes.at(1).id,
                                                .address = u"平东小区5号楼3单元"_s,
                                                .title = u"单元停水"_s,
                                                .content = u"王建国来电，电话13800001111，平东小区5号楼3单元停水。"_s,
                                                .requester = u"王建国"_s,
                                                .phone = u"13800001111"_s,
                                                .confidentiality = confidentiality});
        REQUIRE(saved);
        HandlingOffice::must(office.book->dispatch({.ticket = saved->id, .lead = office.water}));
        const WholeTicket facts = wholeTicket(office, saved->id);
        const PaperContext paper = paperContext(office, withCitizen);
        return QString(runningTextOf(SheetPages(openDispatchSheets(facts, paper)))
                       + runningTextOf(SheetPages({ticketSheet(facts, paper)})));
    };
    const QStringList personal{u"王建国"_s, u"13800001111"_s, u"5号楼3单元"_s};
    const QString with = sheetOf(Confidentiality::Open, true);
    for (const QString &text : personal)
        CHECK(with.contains(text));
    const auto checkHidden = [&](const QString &paper) {
        for (const QString &text : personal) {
            INFO(text.toStdString());
            CHECK_FALSE(paper.contains(text));
        }
    };
    const QString without = sheetOf(Confidentiality::Open, false);
    checkHidden(without);
    CHECK(without.contains(u"王*国"_s));
    CHECK(without.contains(u"138****1111"_s));
    const bool asked = GENERATE(true, false);
    const auto checkNothing = [&](const QString &paper) {
        checkHidden(paper);
        CHECK_FALSE(paper.contains(u"王"_s));
        CHECK_FALSE(paper.contains(u"1111"_s));
        CHECK(paper.contains(u"****来电，电话****，****停水。"_s));
    };
    const QString hidden = sheetOf(Confidentiality::Hidden, asked);
    checkNothing(hidden);
    CHECK(hidden.contains(u"对承办单位保密"_s));
    const QString anonymous = sheetOf(Confidentiality::Anonymous, asked);
    checkNothing(anonymous);
    CHECK(anonymous.contains(u"匿名"_s));
}

TEST_CASE("whoever else has called is masked in the text of a paper too", "[ticketpaper]")
{
    HandlingOffice office;
    WholeTicket facts = wholeTicket(office, office.dispatched());
    facts.ticket.address = u"平东小区5号楼3单元"_s;
    facts.ticket.content = u"5号楼3单元停水，请联系李红，电话3221234或0434-3221234。"_s;
    facts.calls.append({.phone = u"0434-3221234"_s, .caller = u"李红"_s, .note = u"李红再次来电"_s});
    const auto paperOf = [&](bool withCitizen) -> QString {
        const PaperContext paper = paperContext(office, withCitizen);
        return runningTextOf(SheetPages(openDispatchSheets(facts, paper)))
               + runningTextOf(SheetPages({ticketSheet(facts, paper)}));
    };
    const QStringList personal{u"李红"_s, u"3221234"_s, u"5号楼"_s, u"3单元"_s};
    const QString masked = paperOf(false);
    const QString open = paperOf(true);
    for (const QString &text : personal) {
        INFO(text.toStdString());
        CHECK_FALSE(masked.contains(text));
        CHECK(open.contains(text));
    }
    facts.ticket.confidentiality = Confidentiality::Hidden;
    const QString hidden = paperOf(true);
    for (const QString &text : personal + QStringList{u"李*"_s, u"*34"_s}) {
        INFO(text.toStdString());
        CHECK_FALSE(hidden.contains(text));
    }
}

TEST_CASE("a sheet with a typed reply isn't torn apart to fill the page", "[ticketpaper]")
{
    HandlingOffice office;
    const int characters = GENERATE(100, 300, 490, 600, 700, 860, 1500);
    INFO(characters);
    const TicketId ticket = office.dispatched();
    WholeTicket facts = wholeTicket(office, ticket);
    Dispatch &dispatch = facts.dispatches.first();
    dispatch.signedAt = dispatch.dispatchedAt;
    dispatch.repliedAt = dispatch.dispatchedAt.addSecs(3600);
    dispatch.reply = QString(characters, u'修');
    const SheetPages pages(openDispatchSheets(facts, paperContext(office)));
    CHECK(pages.count() == (characters <= 300 ? 1 : characters < 1500 ? 2 : 3));
    // The reply begins on the first page, below what it answers.
    CHECK(pages.linesOf(0).contains(u"办理情况"_s));
    CHECK(runningTextOf(pages).count(u'修') == characters);
    CHECK(pages.linesOf(pages.count() - 1).contains(u"负责人"_s));
}

TEST_CASE("a dispatch sheet has room for a stamp, and says where it goes and what is special about it", "[ticketpaper]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    WholeTicket facts = wholeTicket(office, ticket);
    PaperContext paper = paperContext(office);
    paper.office.hotline = u"12345市长热线"_s;
    const auto text = [&] { return runningTextOf(SheetPages(openDispatchSheets(facts, paper))); };
    for (const auto &part :
         {u"承办单位（盖章）"_s, u"年　　月　　日"_s, u"将本单退回测试市市长公开电话办公室（12345市长热线）。"_s}) {
        INFO(part.toStdString());
        CHECK(text().contains(part));
    }
    CHECK_FALSE(text().contains(u"标　　记"_s));
    CHECK_FALSE(text().contains(u"附　　件"_s));
    facts.ticket.marks = Mark::Leader | Mark::Difficult | Mark::Excluded;
    facts.attachments = {{.name = u"照片.jpg"_s}, {.name = u"旧.jpg"_s, .removedAt = office.clock.now()}};
    CHECK(text().contains(u"标　　记批示、疑难附　　件1件"_s)); // not what is the office's own
}

TEST_CASE("a department that has to do it again reads why", "[ticketpaper]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    office.clock.set(at("2020-02-11 10:00"));
    HandlingOffice::must(office.book->reply(
        {.dispatch = *office.lead(ticket).id, .text = u"王建国家正在处理。"_s, .result = ClaimedResult::Explained}));
    HandlingOffice::must(office.book->sendBackReply(*office.lead(ticket).id, u"未写明结果"_s));
    const auto sheet = [&] {
        return runningTextOf(SheetPages(openDispatchSheets(wholeTicket(office, ticket), paperContext(office))));
    };
    CHECK(sheet().contains(u"被退反馈2020-02-11 10:00　解释说明。王*国家正在处理。退回意见未写明结果"_s));
    CHECK(sheet().contains(u"□ 解释说明"_s)); // it is asked again

    office.clock.set(at("2020-02-12 10:00"));
    HandlingOffice::must(office.book->reply(
        {.dispatch = *office.lead(ticket).id, .text = u"已更换水管。"_s, .result = ClaimedResult::Solved}));
    HandlingOffice::must(office.book->acceptReply(*office.lead(ticket).id));
    HandlingOffice::must(office.book->followUp({.ticket = ticket,
                                                .reached = true,
                                                .solved = false,
                                                .satisfaction = Satisfaction::Dissatisfied,
                                                .comment = u"还是没水"_s,
                                                .nextStep = NextStep::Redo,
                                                .redoGround = u"请再次到场。"_s}));
    const QString again = sheet();
    CHECK(again.contains(u"第2次交办"_s));
    CHECK(again.contains(u"前次办理供水公司　2020-02-12 10:00　实际解决。已更换水管。"_s));
    CHECK(again.contains(u"回访意见2020-02-12 10:00，未解决，不满意，还是没水"_s));
    CHECK_FALSE(again.contains(u"退回意见"_s));
}

TEST_CASE("the steps of a dispatch stand in the order of time, each with what belongs to it", "[ticketpaper]")
{
    HandlingOffice office;
    WholeTicket facts = wholeTicket(office, office.dispatched());
    Dispatch &dispatch = facts.dispatches.first();
    dispatch.suspendedAt = at("2020-02-10 10:00");
    dispatch.suspendedUntil = at("2020-02-20 10:00");
    dispatch.repliedAt = at("2020-02-21 10:00");
    dispatch.returnAskedAt = at("2020-02-22 10:00");
    dispatch.extensionAskedAt = at("2020-02-10 09:30");
    dispatch.extensionDueAt = at("2020-02-28 10:00");
    const QString text = runningTextOf(SheetPages({ticketSheet(facts, paperContext(office))}));
    QList<qsizetype> places;
    for (const auto &part : {u"2020-02-10 09:30 申请延期，拟延至 2020-02-28 10:00"_s,
                             u"2020-02-10 10:00 暂停计时，暂停至 2020-02-20 10:00"_s, u"2020-02-21 10:00 反馈"_s,
                             u"2020-02-22 10:00 申请退单"_s}) {
        INFO(part.toStdString());
        places.append(text.indexOf(part));
        CHECK(places.last() > 0);
    }
    CHECK(std::is_sorted(places.cbegin(), places.cend()));
}

TEST_CASE("no two departments' sheets share a leaf", "[ticketpaper][print]")
{
    HandlingOffice office;
    const WholeTicket facts = wholeTicket(office, office.dispatched());
    const PaperSheet one = dispatchSheet(facts, facts.dispatches.first(), paperContext(office));
    WholeTicket wordy = facts;
    wordy.ticket.content = QString(1'200, u'水');
    const PaperSheet two = dispatchSheet(wordy, facts.dispatches.first(), paperContext(office));
    REQUIRE(SheetPages::pageCount(one) == 1);
    REQUIRE(SheetPages::pageCount(two) == 2);
    const SheetPages pages({one, two, one});
    CHECK(printOrder(pages, 0, 3, false) == QList<int>{0, 1, 2, 3});
    CHECK(printOrder(pages, 0, 3, true) == QList<int>{0, blankPage, 1, 2, 3, blankPage});
    CHECK(printOrder(pages, 2, 3, true) == QList<int>{2, blankPage, 3, blankPage});
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setPrintRange(QPrinter::PageRange);
    printer.setFromTo(3, 4);
    printer.setPageOrder(QPrinter::LastPageFirst);
    CHECK(printOrder(pages, printer) == QList<int>{3, 2});
}

TEST_CASE("a PDF can be stopped between its pages", "[ticketpaper][pdf]")
{
    class Stopping final : public Progress
    {
    public:
        void report(qint64 done, [[maybe_unused]] qint64 total, [[maybe_unused]] const QString &what) override
        {
            m_done = done;
        }
        [[nodiscard]] bool cancelled() const override { return m_done >= 1; }
        qint64 m_done = 0;
    };
    HandlingOffice office;
    const WholeTicket facts = wholeTicket(office, office.dispatched());
    const PaperSheet sheet = ticketSheet(facts, paperContext(office));
    Stopping progress;
    CHECK_THROWS_AS(pdfOf(SheetPages({sheet, sheet, sheet, sheet}), u"办理单"_s, QString(), progress), StorageError);
    CHECK(progress.m_done == 1);
}

// With a folder for it, HUIYIN_PAPERS=…, the papers are written there to be looked at.
TEST_CASE("the papers in all their kinds", "[ticketpaper][pdf][look]")
{
    const QString folder = qEnvironmentVariable("HUIYIN_PAPERS");
    HandlingOffice office;
    const auto saved = office.book->accept(
        {.channel = office.phone(),
         .requestType = office.tables().requestTypes.at(1).id,
         .address = u"平东小区5号楼3单元502室"_s,
         .title = u"平东小区5号楼3单元停水三日"_s,
         .content =
             u"王建国来电反映，平东小区5号楼3单元自2月8日起停水，物业答复管道破裂，至今无人维修，"
             u"楼内有老人和孩子，生活不便，希望有关部门尽快处理。联系电话13800001111，也可联系其妻李红3221234。"_s,
         .requester = u"王建国"_s,
         .phone = u"13800001111"_s});
    REQUIRE(saved);
    HandlingOffice::must(office.book->dispatch({.ticket = saved->id,
                                                .lead = office.water,
                                                .coHandlers = {office.housing},
                                                .instruction = u"请当日到场核实，两日内恢复供水。"_s}));
    WholeTicket facts = wholeTicket(office, saved->id);
    facts.calls.append({.phone = u"0434-3221234"_s, .caller = u"李红"_s});
    PaperContext masked = paperContext(office);
    masked.office.hotline = u"12345市长热线"_s;
    PaperContext open = masked;
    open.withCitizen = true;
    const auto write = [&](const QString &name, const QList<PaperSheet> &sheets) {
        Progress unheard;
        const QByteArray pdf = pdfOf(SheetPages(sheets), name, open.office.name, unheard);
        CHECK(pdf.startsWith("%PDF"));
        if (folder.isEmpty())
            return;
        QFile file(folder + u'/' + name + u".pdf"_s);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(pdf);
    };
    write(u"dispatch-open"_s, openDispatchSheets(facts, open));
    write(u"dispatch-masked"_s, openDispatchSheets(facts, masked));
    WholeTicket anonymous = facts;
    anonymous.ticket.confidentiality = Confidentiality::Anonymous;
    anonymous.ticket.marks = Mark::Leader | Mark::Supervised;
    anonymous.attachments = {{.name = u"照片.jpg"_s}};
    write(u"dispatch-anonymous"_s, openDispatchSheets(anonymous, open));
    WholeTicket replied = facts;
    replied.dispatches.first().repliedAt = office.clock.now();
    replied.dispatches.first().claimedResult = ClaimedResult::Solved;
    replied.dispatches.first().reply = u"经现场核实，该单元供水主管道破裂，已于当日更换。"_s.repeated(29);
    write(u"dispatch-replied"_s, openDispatchSheets(replied, open));
    const DispatchId first = *office.lead(saved->id).id;
    office.clock.set(at("2020-02-11 11:30"));
    HandlingOffice::must(office.book->sign(first));
    HandlingOffice::must(office.book->remind({.dispatch = first, .text = u"请抓紧。"_s}));
    HandlingOffice::must(
        office.book->reply({.dispatch = first, .text = u"正在处理。"_s, .result = ClaimedResult::Explained}));
    HandlingOffice::must(office.book->sendBackReply(first, u"未写明何时恢复供水，请补充。"_s));
    write(u"dispatch-sent-back"_s, openDispatchSheets(wholeTicket(office, saved->id), open));
    office.clock.set(at("2020-02-12 15:20"));
    HandlingOffice::must(office.book->reply(
        {.dispatch = first, .text = u"已更换水管，2月12日15时恢复供水。"_s, .result = ClaimedResult::Solved}));
    HandlingOffice::must(office.book->acceptReply(first));
    for (const Dispatch &dispatch : office.dispatches(saved->id)) {
        if (dispatch.role == DispatchRole::CoHandler) {
            HandlingOffice::must(office.book->reply({.dispatch = *dispatch.id, .text = u"已督促物业。"_s}));
            HandlingOffice::must(office.book->acceptReply(*dispatch.id));
        }
    }
    office.clock.set(at("2020-02-13 09:10"));
    HandlingOffice::must(office.book->followUp({.ticket = saved->id,
                                                .reached = true,
                                                .solved = false,
                                                .satisfaction = Satisfaction::Dissatisfied,
                                                .comment = u"水压仍然很低"_s,
                                                .nextStep = NextStep::Redo,
                                                .redoGround = u"请再次到场。"_s}));
    const WholeTicket again = wholeTicket(office, saved->id);
    // A list as long as some pages.
    Progress quiet;
    const QList<ListedTicket> listed(60, readListed(*office.file, {saved->id}, quiet).first());
    write(u"dispatch-round-2"_s, openDispatchSheets(again, open));
    write(u"whole-ticket"_s, {ticketSheet(again, open)});
    write(u"batch"_s, openDispatchSheets(facts, masked) + openDispatchSheets(replied, masked));
    office.close();
    QuietMessages messages;
    CaseSession session(messages, office.clock);
    session.open(office.path(), CaseFile::Mode::Read);
    REQUIRE(QTest::qWaitFor([&session] { return session.isOpen(); }, 20'000));
    QList<TicketField> columns;
    for (int column = 0; column < ticketFieldCount; ++column)
        columns.append(static_cast<TicketField>(column));
    const PaperSheet list =
        listSheet(listed, columns, TicketText(session), {.narrowed = u"未办结，承办单位：供水公司"_s}, masked);
    const PaperSheet chosen = listSheet(listed.first(3), columns, TicketText(session),
                                        {.narrowed = u"未办结，承办单位：供水公司"_s, .isChosen = true}, masked);
    const QByteArray lists =
        pdfOf(SheetPages({list, chosen}, SheetPages::Format::Landscape), u"工单清单"_s, masked.office.name, quiet);
    CHECK(lists.startsWith("%PDF"));
    if (!folder.isEmpty()) {
        QFile file(folder + u"/list.pdf"_s);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(lists);
    }
}

TEST_CASE("a long text goes on to a second page below the same head", "[ticketpaper]")
{
    HandlingOffice office;
    const QString sentence = u"反映小区供水管道破裂多日无人维修，希望有关部门尽快处理。"_s;
    const int sentences = GENERATE(8, 36, 44, 150);
    INFO(sentences);
    const auto saved = office.book->accept({.channel = office.phone(),
                                            .requestType = office.tables().requestTypes.at(1).id,
                                            .title = u"供水"_s,
                                            .content = sentence.repeated(sentences)});
    REQUIRE(saved);
    HandlingOffice::must(office.book->dispatch({.ticket = saved->id, .lead = office.water}));
    const SheetPages pages(openDispatchSheets(wholeTicket(office, saved->id), paperContext(office)));
    CHECK(pages.count() == (sentences <= 8 ? 1 : sentences <= 44 ? 2 : 5));
    const QString number = office.ticket(saved->id).number;
    QString all;
    for (int page = 0; page < pages.count(); ++page) {
        const QStringList lines = pages.linesOf(page);
        CHECK(lines.contains(u"承办单"_s));
        CHECK(lines.contains(u"工单编号："_s + number));
        CHECK(lines.contains(u"第%1页　共%2页"_s.arg(page + 1).arg(pages.count())));
        // No page without a row of its own.
        CHECK(lines.size() > 6);
        for (const QString &line : lines) {
            if (sentence.contains(line) || line.contains(u"反映小区"_s) || line.contains(u"，"_s))
                all += line;
        }
    }
    CHECK(all.count(u"尽快处理。"_s) >= sentences - 1); // none is lost over the end of a page
    // What is filled in by hand stays together, on the last page.
    const QStringList last = pages.linesOf(pages.count() - 1);
    CHECK(last.contains(u"签收人"_s));
    CHECK(last.contains(u"办理情况"_s));
    CHECK(last.contains(u"负责人"_s));
}

TEST_CASE("only dispatches that a department has in hand have a sheet", "[ticketpaper]")
{
    HandlingOffice office;
    CHECK(openDispatchSheets(wholeTicket(office, office.accepted()), paperContext(office)).isEmpty());
    CHECK(openDispatchSheets(wholeTicket(office, office.dispatched()), paperContext(office)).size() == 1);
    CHECK(openDispatchSheets(wholeTicket(office, office.replied()), paperContext(office)).isEmpty());
}

TEST_CASE("a ticket on paper proves what was done and when", "[ticketpaper]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const DispatchId first = *office.lead(ticket).id;
    office.clock.set(at("2020-02-10 10:00"));
    HandlingOffice::must(office.book->sign(first));
    HandlingOffice::must(office.book->remind({.dispatch = first, .text = u"请抓紧。"_s}));
    office.clock.set(at("2020-02-11 11:30"));
    HandlingOffice::must(office.book->reply({.dispatch = first, .text = u"正在处理。"_s}));
    HandlingOffice::must(office.book->sendBackReply(first, u"未写明结果"_s));
    office.clock.set(at("2020-02-12 15:20"));
    HandlingOffice::must(office.book->reply({.dispatch = first, .text = u"已更换水管。"_s}));
    HandlingOffice::must(office.book->acceptReply(first));
    HandlingOffice::must(office.book->followUp({.ticket = ticket,
                                                .reached = true,
                                                .solved = true,
                                                .satisfaction = Satisfaction::Satisfied,
                                                .comment = u"水来了"_s,
                                                .nextStep = NextStep::Close}));
    const SheetPages pages({ticketSheet(wholeTicket(office, ticket), paperContext(office))});
    const QString text = runningTextOf(pages);
    for (const auto &part : {u"办理单"_s, u"主办：供水公司"_s, u"2020-02-10 10:00 签收"_s, u"请抓紧。"_s, u"被退反馈"_s,
                             u"正在处理。"_s, u"未写明结果"_s, u"2020-02-12 15:20 反馈"_s, u"已更换水管。"_s,
                             u"已解决，满意，水来了"_s, u"办理记录"_s, u"审核退回：未写明结果"_s, u"办结"_s}) {
        INFO(part.toStdString());
        CHECK(text.contains(part));
    }
}

TEST_CASE("every event of the history has its Chinese word", "[ticketpaper]")
{
    for (const Command command : allCommands()) {
        const CommandRule &rule = ruleOf(command);
        if (rule.ticketStates == 0 && command != Command::Accept && command != Command::SaveDraft)
            continue; // nothing that happens to a ticket
        if (command == Command::RevealCitizen)
            continue; // leaves an access record, no event
        INFO(rule.action);
        CHECK_FALSE(chineseEvent(QString::fromLatin1(rule.action)).isEmpty());
    }
    CHECK(chineseEvent(u"unheard_of"_s).isEmpty());
}

TEST_CASE("a form that breaks is framed on either page", "[ticketpaper]")
{
    const QList<PaperPiece> pieces = formPieces({formRow(u"内容"_s, QString(2'000, u'国'))}, 600, 400);
    REQUIRE(pieces.size() > 20);
    CHECK(pieces.first().keepWithNext);
    CHECK_FALSE(pieces[1].keepWithNext);
    CHECK(pieces[pieces.size() - 2].keepWithNext);
    for (const PaperPiece &piece : pieces) {
        CHECK(piece.opening.size() == 1);
        CHECK(piece.closing.size() == 1);
        CHECK(piece.height <= 40);
    }
}

TEST_CASE("the sheets are a PDF whose text can be found", "[ticketpaper][pdf]")
{
    const QString tool = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (tool.isEmpty())
        return;
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    const WholeTicket facts = wholeTicket(office, ticket);
    QList<PaperSheet> sheets = openDispatchSheets(facts, paperContext(office));
    sheets.append(ticketSheet(facts, paperContext(office)));
    QTemporaryDir folder;
    QFile file(folder.filePath(u"sheets.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    Progress unheard;
    file.write(pdfOf(SheetPages(sheets), u"承办单"_s, u"测试市市长公开电话办公室"_s, unheard));
    file.close();
    QProcess process;
    process.start(tool, {file.fileName(), u"-"_s});
    REQUIRE(process.waitForFinished(30'000));
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    for (const auto &part : {u"供水公司"_s, u"工单编号"_s, u"单元停水"_s, u"办理记录"_s}) {
        INFO(part.toStdString());
        CHECK(text.contains(part));
    }
    CHECK_FALSE(text.contains(u"13800001111"_s));
}
