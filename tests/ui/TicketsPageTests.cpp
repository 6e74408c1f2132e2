// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Office.h"
#include "support/PageAudit.h"
#include "support/Patience.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include "controls/Chip.h"
#include "controls/Tag.h"
#include "domain/PersonalText.h"
#include "domain/Progress.h"
#include "handling/BatchCommands.h"
#include "shell/DutyWatch.h"
#include "spreadsheet/SheetReader.h"
#include "storage/AccessRepository.h"
#include "storage/SafeFile.h"
#include "tickets/CallListModel.h"
#include "tickets/CallsView.h"
#include "tickets/HitText.h"
#include "tickets/ListExport.h"
#include "tickets/ListReading.h"
#include "tickets/TicketDetail.h"
#include "tickets/TicketFilterBar.h"
#include "tickets/TicketList.h"
#include "tickets/TicketListModel.h"
#include "tickets/TicketsPage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace huiyin;
using huiyin::test::at;
using huiyin::test::cutTexts;
using huiyin::test::patience;
using huiyin::test::QuietMessages;
using huiyin::test::TestOffice;

namespace {

const QString mobile = u"13843452207"_s;

// An office with tickets of three days, and a session on it.
struct TicketOffice
{
    TicketOffice()
    {
        office.clock.set(at("2020-02-12 18:00"));
        const ChannelId phone = office.phone();
        const auto types = office.tables().requestTypes;
        REQUIRE(office.book->saveCategory({.name = u"水、电、气"_s}));
        REQUIRE(office.book->saveCategory({.name = u"住建"_s}));
        const CategoryId water = *office.tables().categories.first().id;
        const CategoryId housing = *office.tables().categories.last().id;
        int i = 0;
        const QList<std::pair<QString, CategoryId>> matters{
            {u"单元自来水管冻裂停水"_s, water}, {u"物业不开发票"_s, housing}, {u"平东小区停水"_s, water}};
        for (const auto &[title, category] : matters) {
            ++i;
            const QDateTime received = at("2020-02-10 10:00").addDays(i - 1).addSecs(i);
            const auto saved = office.book->accept({.call = CallFacts{.startedAt = received,
                                                                      .phone = mobile,
                                                                      .caller = u"肖建国"_s,
                                                                      .note = u"回拨13843452207"_s},
                                                    .channel = phone,
                                                    .requestType = types[i].id,
                                                    .category = category,
                                                    .address = u"铁东区平东小区5号楼4单元"_s,
                                                    .title = title,
                                                    .content = u"反映人来电反映，联系电话13843452207。"_s,
                                                    .requester = u"肖建国"_s,
                                                    .phone = mobile,
                                                    .urgency = i == 3 ? Urgency::Urgent : Urgency::Normal});
            REQUIRE(saved.has_value());
            tickets.append(saved->id);
        }
        REQUIRE(office.book->registerCall({.facts = {.startedAt = at("2020-02-12 08:40"), .phone = u"04345551234"_s},
                                           .outcome = CallOutcome::Invalid}));
        office.close();
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), CaseFile::Mode::Write);
        REQUIRE(QTest::qWaitFor([this] { return session->isOpen(); }, patience));
    }

    // Ends the session and looks into the file.
    CaseFile &file()
    {
        session.reset();
        office.open();
        return *office.file;
    }

    TestOffice office;
    QuietMessages messages;
    std::unique_ptr<CaseSession> session;
    QList<TicketId> tickets;
};

// The page in a window of its own, as the main window shows it.
struct OpenPage
{
    explicit OpenPage(TicketOffice &office)
        : duties(*office.session)
        , page({.session = *office.session, .messages = office.messages, .duties = duties})
    {
        page.resize(1218, 680);
        page.show();
        page.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        page.activated();
    }
    template <class T>
    T *child(const char *name)
    {
        T *found = page.findChild<T *>(QLatin1StringView(name));
        REQUIRE(found);
        return found;
    }
    QTableView *table() { return child<QTableView>("tickets.table"); }
    void waitForRows(int count)
    {
        REQUIRE(QTest::qWaitFor([&] { return table()->model()->rowCount() == count; }, patience));
        REQUIRE(QTest::qWaitFor([&] { return count == 0 || !cell(0, TicketField::Number).isEmpty(); }, patience));
    }
    QString cell(int row, TicketField column)
    {
        return table()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    DutyWatch duties;
    TicketsPage page;
};

} // namespace

TEST_CASE("a citizen's data are masked as the office shows them", "[tickets]")
{
    auto [plain, masked] = GENERATE(table<const char *, const char *>(
        {{"张三", "张*"}, {"张小三", "张*三"}, {"欧阳小三", "欧阳**"}, {"肖先生", "肖先生"}, {"", ""}}));
    CHECK(maskedName(QString::fromUtf8(plain)) == QString::fromUtf8(masked));
    CHECK(maskedPhone(u"13843452207"_s) == u"138****2207"_s);
    CHECK(maskedPhone(u"0434-3661234"_s) == u"0434-*****34"_s);
    CHECK(maskedAddress(u"铁东区平东小区5号楼4单元"_s) == u"铁东区平东小区****"_s);
    CHECK(maskedAddress(u"铁东区"_s) == u"铁东区"_s);
    CHECK(maskedText(u"电话13843452207，身份证220302199001011234"_s) == u"电话138****2207，身份证220302********1234"_s);
    CHECK(maskedText(u"工单20200226-0187"_s) == u"工单20200226-0187"_s);
}

TEST_CASE("the list of tickets reads its rows when they are looked at", "[tickets]")
{
    TicketOffice office;
    TicketListModel model(*office.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setIds(office.tickets);
    CHECK(model.rowCount() == 3);
    const QModelIndex title = model.index(2, static_cast<int>(TicketField::Title));
    CHECK(title.data().toString().isEmpty());
    REQUIRE(QTest::qWaitFor([&] { return !title.data().toString().isEmpty(); }, patience));
    CHECK(title.data().toString() == u"平东小区停水"_s);
    const QModelIndex urgency = model.index(2, static_cast<int>(TicketField::Urgency));
    CHECK(urgency.data(TagDelegate::ToneRole).toInt() == static_cast<int>(Tone::Warn));
    CHECK_FALSE(model.index(0, static_cast<int>(TicketField::Urgency)).data(TagDelegate::ToneRole).isValid());
    model.setIds(QList<TicketId>{office.tickets.first()});
    CHECK(model.rowCount() == 1);
    model.forgetAll();
    model.setIds({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("words and a click on a heading narrow and order the tickets", "[tickets]")
{
    TicketOffice office;
    OpenPage open(office);
    open.waitForRows(3);
    auto *words = open.child<QLineEdit>("tickets.words");
    QTest::keyClick(open.table(), Qt::Key_F, Qt::ControlModifier);
    CHECK(words->hasFocus());
    words->setText(u"停水"_s);
    open.waitForRows(2);
    CHECK(open.cell(0, TicketField::Title).contains(u"停水"_s));
    CHECK(open.child<QLabel>("tickets.count")->text().contains(u'2'));

    open.table()->horizontalHeader()->setSortIndicator(static_cast<int>(TicketField::Number), Qt::AscendingOrder);
    REQUIRE(QTest::qWaitFor([&] { return open.cell(0, TicketField::Number).startsWith(u"20200210"_s); }, patience));
    open.table()->horizontalHeader()->setSortIndicator(static_cast<int>(TicketField::Urgency), Qt::DescendingOrder);
    REQUIRE(QTest::qWaitFor([&] { return open.cell(0, TicketField::Number).startsWith(u"20200212"_s); }, patience));

    // The words are shown where they stand.
    open.page.showTicket(office.tickets.last());
    words->setText(u"停水 平東小區停"_s);
    open.waitForRows(1);
    const auto *title = open.child<QLabel>("tickets.detail.title");
    REQUIRE(QTest::qWaitFor([&] { return title->text().contains(u">平东小区停水</span>"_s); }, patience));

    words->setText(u"没有这样的词"_s);
    open.waitForRows(0);
    CHECK_FALSE(open.table()->isVisible()); // it says what to do instead
}

TEST_CASE("words that look like markup are shown as they are", "[tickets]")
{
    QLabel label;
    setHitText(&label, u"<b>停水</b>\n两天"_s, SearchQuery(u"停水"_s));
    CHECK(label.textFormat() == Qt::RichText);
    CHECK(label.text().startsWith(u"&lt;b&gt;<span"_s));
    CHECK(label.text().contains(u"<br>两天"_s));
    setHitText(&label, u"<b>停水</b>"_s, SearchQuery(u"停电"_s));
    CHECK(label.textFormat() == Qt::PlainText);
    CHECK(label.text() == u"<b>停水</b>"_s);
}

TEST_CASE("a figure opens its tickets, and its chip gives the others back", "[tickets]")
{
    TicketOffice office;
    OpenPage open(office);
    open.page.showTickets({.among = QList<TicketId>{office.tickets[1]}}, u"住建"_s);
    open.waitForRows(1);
    CHECK(open.cell(0, TicketField::Title) == u"物业不开发票"_s);
    auto *chip = open.child<Chip>("tickets.chip.given");
    CHECK(chip->text() == u"住建"_s);
    QTest::mouseClick(chip, Qt::LeftButton);
    open.waitForRows(3);

    open.page.showTicket(office.tickets[0]);
    REQUIRE(QTest::qWaitFor(
        [&] { return open.child<QLabel>("tickets.detail.title")->text() == u"单元自来水管冻裂停水"_s; }, patience));
    open.page.search(u"不开发票"_s);
    open.waitForRows(1);
}

TEST_CASE("the detail masks the citizen until the key, and the key leaves a record", "[tickets]")
{
    TicketOffice office;
    {
        OpenPage open(office);
        open.waitForRows(3);
        open.page.showTicket(office.tickets[1]);
        auto *detail = open.child<TicketDetail>("tickets.detail");
        REQUIRE(QTest::qWaitFor([&] { return open.child<QLabel>("tickets.detail.title")->text() == u"物业不开发票"_s; },
                                patience));
        const auto showsPhone = [&] {
            const auto labels = open.page.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(mobile); });
        };
        CHECK_FALSE(showsPhone());
        CHECK(open.child<QLabel>("tickets.detail.requester")->text().contains(u"138****2207"_s));
        CHECK_FALSE(open.child<QLabel>("tickets.detail.address")->text().contains(u"4单元"_s));
        open.table()->setFocus();
        QTest::keyClick(open.table(), Qt::Key_V, Qt::AltModifier);
        REQUIRE(QTest::qWaitFor([&] { return detail->isRevealed(); }, patience));
        CHECK(open.child<QLabel>("tickets.detail.requester")->text().contains(mobile));
        // Another ticket is masked again.
        open.page.showTicket(office.tickets[0]);
        CHECK_FALSE(detail->isRevealed());
    }
    const auto records = AccessRepository(office.file().database()).ofTicket(office.tickets[1]);
    REQUIRE(records.size() == 1);
    CHECK(records.first().action == u"view"_s);
    CHECK_FALSE(records.first().details.contains(mobile));
}

TEST_CASE("no cell of the calls holds a whole telephone number", "[tickets]")
{
    TicketOffice office;
    CallListModel model(*office.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CallIds ids;
    office.session->read(
        &model, [](CaseFile &file) { return CallRepository(file.database()).list({.text = u"2207"_s}); },
        [&](const CallIds &found) { ids = found; });
    REQUIRE(QTest::qWaitFor([&] { return ids.size() == 3; }, patience));
    model.setIds(ids);
    (void)model.index(0, 0).data();
    REQUIRE(QTest::qWaitFor([&] { return !model.index(0, 0).data().toString().isEmpty(); }, patience));
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            CHECK_FALSE(model.index(row, column).data().toString().contains(mobile));
    }
    CHECK(model.index(0, static_cast<int>(CallField::Phone)).data().toString() == u"138****2207"_s);
    CHECK(model.index(0, static_cast<int>(CallField::Ticket)).data().toString().startsWith(u"202002"_s));
}

TEST_CASE("the chosen tickets are copied for a spreadsheet", "[tickets]")
{
    TicketOffice office;
    OpenPage open(office);
    open.waitForRows(3);
    QApplication::clipboard()->clear();
    open.table()->setFocus();
    open.table()->selectAll();
    QTest::keyClick(open.table(), Qt::Key_C, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([] { return QApplication::clipboard()->text().count(u'\n') == 3; }, patience));
    CHECK(QApplication::clipboard()->text().contains(u"物业不开发票\t"_s));
    CHECK_FALSE(QApplication::clipboard()->text().contains(mobile));
}

TEST_CASE("an exported list has headings and runs no formula", "[tickets]")
{
    TicketOffice office;
    const TicketText text(*office.session);
    const QString path = office.office.folder.filePath(u"list.csv"_s);
    Progress progress;
    CaseFile &file = office.file();
    {
        auto ticket = *TicketRepository(file.database()).byId(office.tickets[0]);
        ticket.title = u"=1+1"_s;
        Transaction transaction(file.database());
        REQUIRE(TicketRepository(file.database()).update(ticket));
        transaction.commit();
    }
    writeTable(file, text, office.tickets, {TicketField::Number, TicketField::Title}, path, false, progress);
    QFile csv(path);
    REQUIRE(csv.open(QIODevice::ReadOnly));
    const QString content = QString::fromUtf8(csv.readAll());
    CHECK(content.count(u'\n') == 4);
    CHECK(content.contains(u"\"'=1+1\""_s));
    const QString book = office.office.folder.filePath(u"list.xlsx"_s);
    writeTable(file, text, office.tickets, {TicketField::Number, TicketField::Title}, book, false, progress);
    Workbook workbook(book);
    SheetReader reader(workbook, 0);
    REQUIRE(reader.next());
    CHECK(reader.cell(1).text == TicketText::heading(TicketField::Title));
    QStringList titles;
    while (reader.next())
        titles.append(reader.cell(1).text);
    CHECK(titles.size() == 3);
    CHECK(titles.contains(u"=1+1"_s)); // as a text
}

TEST_CASE("in a list as a workbook times are dates and citizens stay masked", "[tickets]")
{
    TicketOffice office;
    const TicketText text(*office.session);
    const QString path = office.office.folder.filePath(u"list.xlsx"_s);
    Progress progress;
    CaseFile &file = office.file();
    writeTable(file, text, office.tickets, {TicketField::Received, TicketField::Title}, path, false, progress);
    {
        Workbook workbook(path);
        SheetReader reader(workbook, 0);
        REQUIRE(reader.next());
        CHECK(reader.cell(0).text == TicketText::heading(TicketField::Received));
        for (const TicketId id : office.tickets.mid(0, office.tickets.size())) {
            REQUIRE(reader.next());
            CHECK(reader.cell(0).kind == SheetCell::Kind::DateTime);
            const QDateTime wall = file.zone().toLocal(TicketRepository(file.database()).byId(id)->receivedAt);
            CHECK(reader.cell(0).moment.toString(u"yyyy-MM-dd HH:mm:ss"_s) == wall.toString(u"yyyy-MM-dd HH:mm:ss"_s));
        }
    }
    CHECK_THROWS_AS(writeTable(file, text, office.tickets, {TicketField::Received}, path, false, progress), FileError);
    const CallIds calls = readCallList(file, {}, Qt::AscendingOrder, ListStep::Whole, progress).ids;
    REQUIRE(calls.size() == 4);
    writeTable(file, text, calls, {CallField::Started, CallField::Phone}, path, true, progress);
    Workbook workbook(path);
    SheetReader reader(workbook, 0);
    REQUIRE(reader.next());
    int masked = 0;
    while (reader.next()) {
        CHECK(reader.cell(0).kind == SheetCell::Kind::DateTime);
        masked += reader.cell(1).text.contains(u'*') ? 1 : 0;
        CHECK_FALSE(reader.cell(1).text.contains(mobile));
    }
    CHECK(masked > 0);
}

TEST_CASE("the foot of a narrow list cuts nothing off", "[tickets]")
{
    TicketOffice office;
    TicketList list(*office.session, u"tickets"_s);
    const BatchCommands batch(*office.session, &list);
    list.setFilter({});
    list.resize(360, 400);
    list.show();
    auto *table = list.findChild<QTableView *>(u"tickets.table"_s);
    REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() == 3; }, patience));
    table->selectAll();
    QTest::qWait(50);
    const auto *count = list.findChild<QLabel *>(u"tickets.count"_s);
    const auto *copy = list.findChild<QPushButton *>(u"tickets.copyButton"_s);
    const auto top = [&list](const QWidget *widget) { return widget->mapTo(&list, QPoint(0, 0)).y(); };
    CHECK(list.width() == 360);
    CHECK(cutTexts(list.foot()) == QStringList());
    CHECK(top(copy) >= top(count) + count->height()); // one above the other
    list.resize(700, 400);
    QTest::qWait(50);
    CHECK(cutTexts(list.foot()) == QStringList());
    CHECK(top(copy) < top(count) + count->height()); // in one row again
}

TEST_CASE("the calls show their own list", "[tickets]")
{
    TicketOffice office;
    OpenPage open(office);
    open.waitForRows(3);
    QTest::keyClick(open.table(), Qt::Key_T, Qt::ControlModifier);
    auto *calls = open.child<QTableView>("calls.table");
    REQUIRE(QTest::qWaitFor([&] { return calls->model()->rowCount() == 4; }, patience));
    auto *words = open.child<QLineEdit>("calls.words");
    words->setText(u"5551234"_s);
    REQUIRE(QTest::qWaitFor([&] { return calls->model()->rowCount() == 1; }, patience));
}
