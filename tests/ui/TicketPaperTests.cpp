// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets on paper: barcodes, forms, dispatch sheets, whole tickets, lists.
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include "paper/Barcode.h"
#include "paper/FormTable.h"
#include "paper/PaperFonts.h"
#include "paper/PdfFile.h"
#include "tickets/TicketPaper.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

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

QString textOf(const SheetPages &pages)
{
    QStringList lines;
    for (int page = 0; page < pages.count(); ++page)
        lines += pages.linesOf(page);
    return lines.join(u'\n');
}
// Without the ends of lines, so that a text is found wherever it was broken.
QString runningTextOf(const SheetPages &pages)
{
    return textOf(pages).remove(u'\n');
}

PaperContext context(HandlingOffice &office, bool withCitizen = false)
{
    return {.office = {.name = u"测试市市长公开电话办公室"_s},
            .tables = office.tables(),
            .printedAt = office.clock.now(),
            .printedBy = u"派单员"_s,
            .withCitizen = withCitizen};
}

WholeTicket whole(HandlingOffice &office, TicketId ticket)
{
    return *WholeTicket::read(*office.file, ticket);
}

// The first page as a laser printer of 300 dots an inch draws it.
QImage drawn(const SheetPages &pages, int page = 0)
{
    constexpr qreal dots = 300 / 25.4;
    const QSizeF size = pages.isLandscape() ? QSizeF(297, 210) : QSizeF(210, 297);
    QImage image((size * dots).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    pages.paint(page, &painter, image.rect());
    return image;
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
    const SheetPages pages(openDispatchSheets(whole(office, ticket), context(office)));
    const QImage image = drawn(pages);
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
    const SheetPages pages(openDispatchSheets(whole(office, ticket), context(office)));
    REQUIRE(pages.count() == 2); // one for each department
    const QString lead = pages.linesOf(0).join(u'\n');
    for (const auto &text : {u"测试市市长公开电话办公室"_s, u"承办单"_s, u"供水公司（主办）"_s, u"协办单位"_s,
                             u"住建局"_s, u"请当日到场。"_s, u"2020-02-10 09:00"_s, u"求助"_s, u"一般"_s, u"单元停水"_s,
                             u"□ 实际解决　　　□ 解释说明"_s, u"签收人"_s, u"负责人"_s,
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
        const WholeTicket facts = whole(office, saved->id);
        const PaperContext paper = context(office, withCitizen);
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
    const QString hidden = sheetOf(Confidentiality::Hidden, asked);
    checkHidden(hidden);
    CHECK(hidden.contains(u"对承办单位保密"_s));
    const QString anonymous = sheetOf(Confidentiality::Anonymous, asked);
    checkHidden(anonymous);
    CHECK(anonymous.contains(u"匿名"_s));
}

TEST_CASE("a long text goes on to a second page below the same head", "[ticketpaper]")
{
    HandlingOffice office;
    const QString sentence = u"反映小区供水管道破裂多日无人维修，希望有关部门尽快处理。"_s;
    const int sentences = GENERATE(14, 36, 44, 150);
    INFO(sentences);
    const auto saved = office.book->accept({.channel = office.phone(),
                                            .requestType = office.tables().requestTypes.at(1).id,
                                            .title = u"供水"_s,
                                            .content = sentence.repeated(sentences)});
    REQUIRE(saved);
    HandlingOffice::must(office.book->dispatch({.ticket = saved->id, .lead = office.water}));
    const SheetPages pages(openDispatchSheets(whole(office, saved->id), context(office)));
    CHECK(pages.count() == (sentences <= 14 ? 1 : sentences <= 44 ? 2 : 5));
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
    CHECK(openDispatchSheets(whole(office, office.accepted()), context(office)).isEmpty());
    CHECK(openDispatchSheets(whole(office, office.dispatched()), context(office)).size() == 1);
    CHECK(openDispatchSheets(whole(office, office.replied()), context(office)).isEmpty());
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
    const SheetPages pages({ticketSheet(whole(office, ticket), context(office))});
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
    const WholeTicket facts = whole(office, ticket);
    QList<PaperSheet> sheets = openDispatchSheets(facts, context(office));
    sheets.append(ticketSheet(facts, context(office)));
    QTemporaryDir folder;
    QFile file(folder.filePath(u"sheets.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdfOf(SheetPages(sheets), u"承办单"_s, u"测试市市长公开电话办公室"_s));
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
