// SPDX-License-Identifier: GPL-3.0-or-later
// A hand scanner reads the number of a ticket off a paper: it types, quickly, and ends with Enter.
#include "support/OpenOffice.h"
#include "support/Patience.h"
#include "support/Print.h"

#include "dispatch/DispatchPage.h"
#include "followup/FollowUpPage.h"
#include "shell/DutyWatch.h"
#include "tickets/ScannedNumbers.h"
#include "tickets/TicketDetail.h"
#include "tickets/TicketsPage.h"
#include "today/TodayPage.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

template <class P>
struct ScannedPage : OpenWork<P>
{
    explicit ScannedPage(HandlingOffice &prepared)
        : OpenWork<P>(prepared)
        , told(std::make_unique<QSignalSpy>(this->session.get(), &CaseSession::told))
    {
    }
    // As the keys come: to whatever has the focus.
    void type(const QString &text, int pause = 0, Qt::Key end = Qt::Key_Return) const
    {
        for (const QChar c : text) {
            QTest::keyClick(receiver(), c.toLatin1(), Qt::NoModifier, pause);
        }
        if (end != Qt::Key_unknown)
            QTest::keyClick(receiver(), end, Qt::NoModifier, pause);
    }
    [[nodiscard]] QWidget *receiver() const
    {
        QWidget *focus = QApplication::focusWidget();
        return focus ? focus : this->page.get();
    }

    std::unique_ptr<QSignalSpy> told;
};

template <class P>
void checkScanOpens(HandlingOffice &office, TicketId ticket, const QString &number)
{
    ScannedPage<P> scanned(office);
    QList<TicketId> wanted;
    QObject::connect(scanned.page.get(), &Page::ticketRequested, scanned.page.get(),
                     [&wanted](TicketId asked) { wanted.append(asked); });
    scanned.type(number);
    REQUIRE(QTest::qWaitFor([&] { return wanted.size() == 1; }, patience));
    CHECK(wanted.first() == ticket);
    // One at a time, and again.
    scanned.type(number);
    REQUIRE(QTest::qWaitFor([&] { return wanted.size() == 2; }, patience));
    // A hand is slower.
    scanned.type(number, ScannedNumbers::quickest + 15);
    QTest::qWait(100);
    CHECK(wanted.size() == 2);
}

} // namespace

TEST_CASE("a number that is scanned opens its ticket from the pages of the day's work", "[scanner]")
{
    HandlingOffice office;
    office.dispatched();
    office.replied();
    const TicketId ticket = office.accepted();
    const QString number = office.ticket(ticket).number;
    REQUIRE(number.size() >= ScannedNumbers::leastLength);
    SECTION("today")
    {
        checkScanOpens<TodayPage>(office, ticket, number);
    }
    SECTION("dispatch")
    {
        checkScanOpens<DispatchPage>(office, ticket, number);
    }
    SECTION("follow-up")
    {
        checkScanOpens<FollowUpPage>(office, ticket, number);
    }
}

namespace {

// The list of tickets, with one of them shown beside it.
struct ScannedList : ScannedPage<TicketsPage>
{
    explicit ScannedList(HandlingOffice &prepared, const QStringList &all)
        : ScannedPage(prepared)
        , table(page->findChild<QTableView *>(u"tickets.table"_s))
        , shown(page->findChild<QLabel *>(u"tickets.detail.number"_s))
    {
        REQUIRE(table);
        REQUIRE(shown);
        REQUIRE(QTest::qWaitFor([this, &all] { return table->model()->rowCount() == all.size(); }, patience));
        REQUIRE(QTest::qWaitFor([this, &all] { return all.contains(shown->text()); }, patience));
        // In whatever order the list is: one that isn't shown.
        other = all.first() == shown->text() ? all.last() : all.first();
    }

    QTableView *table;
    QLabel *shown;
    QString other;
};

QStringList fourTickets(HandlingOffice &office)
{
    QStringList numbers;
    for (int i = 0; i < 4; ++i)
        numbers.append(office.ticket(office.accepted()).number);
    return numbers;
}

} // namespace

TEST_CASE("a number that is scanned over the list of tickets is shown beside it", "[scanner]")
{
    HandlingOffice office;
    const QStringList numbers = fourTickets(office);
    ScannedList list(office, numbers);
    list.table->setFocus();
    list.type(list.other, 0, GENERATE(Qt::Key_Return, Qt::Key_Enter));
    REQUIRE(QTest::qWaitFor([&] { return list.shown->text() == list.other; }, patience));
    CHECK(list.table->hasFocus()); // Enter was the scanner's, it opens no row
}

TEST_CASE("a number and Enter in the search field show the ticket", "[scanner]")
{
    HandlingOffice office;
    const QStringList numbers = fourTickets(office);
    ScannedList list(office, numbers);
    list.page->search(list.other); // as the top bar hands it over
    REQUIRE(QTest::qWaitFor([&] { return list.shown->text() == list.other; }, patience));
    CHECK(list.table->model()->rowCount() == 1);
}

TEST_CASE("what isn't a scanned number is left to the page", "[scanner]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    const QString number = office.ticket(ticket).number;
    ScannedPage<TicketsPage> scanned(office);
    auto *table = scanned.page->findChild<QTableView *>(u"tickets.table"_s);
    REQUIRE(QTest::qWaitFor([table] { return table->model()->rowCount() == 1; }, patience));
    table->setFocus();
    SECTION("too short")
    {
        scanned.type(number.first(ScannedNumbers::leastLength - 1));
        QTest::qWait(100);
        CHECK(scanned.told->isEmpty());
    }
    SECTION("without Enter, or with it too late")
    {
        scanned.type(number, 0, Qt::Key_unknown);
        QTest::qWait(ScannedNumbers::quickest + 15);
        scanned.type(QString());
        QTest::qWait(100);
        CHECK(scanned.told->isEmpty());
    }
    SECTION("in a field that is written in")
    {
        auto *words = scanned.page->findChild<QLineEdit *>(u"tickets.words"_s);
        REQUIRE(words);
        words->setFocus();
        REQUIRE(QTest::qWaitFor([words] { return words->hasFocus(); }, patience));
        scanned.type(number, 0, Qt::Key_unknown);
        CHECK(words->text() == number);
    }
    SECTION("a number that is not there is told")
    {
        scanned.type(u"19990101-0001"_s);
        REQUIRE(QTest::qWaitFor([&] { return scanned.told->size() == 1; }, patience));
        CHECK(scanned.told->first().first().toString() == u"There is no ticket “19990101-0001”."_s);
    }
}
