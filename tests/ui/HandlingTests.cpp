// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket is brought to its end beside the list, as a dispatcher and a follow-up clerk do it.
#include "support/HandlingOffice.h"
#include "support/PageAudit.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include "controls/ActionButton.h"
#include "controls/Chip.h"
#include "controls/CodePicker.h"
#include "handling/CommandDialog.h"
#include "handling/TicketCommands.h"
#include "tickets/TicketDetail.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

constexpr int patience = 5'000; // ms

// The detail of one ticket in a window of its own.
class Desk
{
public:
    explicit Desk(const std::function<TicketId(HandlingOffice &)> &prepare)
        : ticket(prepare(office))
    {
        office.close();
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), CaseFile::Mode::Write);
        REQUIRE(QTest::qWaitFor([this] { return session->isOpen(); }, patience));
        detail = std::make_unique<TicketDetail>(*session, u"tickets"_s);
        detail->resize(380, 640);
        detail->show();
        REQUIRE(QTest::qWaitForWindowExposed(detail.get()));
        detail->addAction(detail->nextAction());
        detail->showTicket(ticket);
        REQUIRE(QTest::qWaitFor([this] { return detail->moreAction()->isEnabled(); }, patience));
    }

    [[nodiscard]] QString next() const
    {
        const auto *button = detail->findChild<ActionButton *>(u"tickets.next"_s);
        return button->isVisible() ? button->text() : QString();
    }
    void waitForNext(const QString &text)
    {
        INFO(text.toStdString());
        REQUIRE(QTest::qWaitFor([&] { return next() == text; }, patience));
    }
    [[nodiscard]] QStringList possible() const
    {
        QMenu menu;
        detail->findChild<TicketCommands *>()->fillMenu(&menu);
        QStringList texts;
        for (const QAction *action : menu.actions()) {
            if (!action->isSeparator())
                texts.append(action->text());
        }
        return texts;
    }

    // Gives a command from the menu, or the usual next one, and waits for its dialog.
    CommandDialog *ask(const QString &action = {})
    {
        QAction *given = action.isEmpty() ? detail->nextAction() : detail->findChild<QAction *>(action);
        REQUIRE(given);
        given->trigger();
        REQUIRE(QTest::qWaitFor([this] { return dialog() != nullptr; }, patience));
        return dialog();
    }
    [[nodiscard]] CommandDialog *dialog() const
    {
        for (CommandDialog *open : detail->findChildren<CommandDialog *>()) {
            if (open->isVisible())
                return open;
        }
        return nullptr;
    }
    template <class T>
    T *field(const QString &name) const
    {
        T *found = dialog()->findChild<T *>(dialog()->objectName() + u'.' + name);
        REQUIRE(found);
        return found;
    }
    void submit() const { QTest::mouseClick(field<QPushButton>(u"save"_s), Qt::LeftButton); }
    void submitAndClose()
    {
        submit();
        REQUIRE(QTest::qWaitFor([this] { return !dialog(); }, patience));
    }
    // What the dialog says at a field, once it has said something.
    [[nodiscard]] QString fault(const QString &name) const
    {
        const auto *label = field<QLabel>(name + u".fault"_s);
        REQUIRE(QTest::qWaitFor([label] { return label->isVisible(); }, patience));
        return label->text();
    }

    QuietMessages messages;
    HandlingOffice office;
    TicketId ticket;
    std::unique_ptr<CaseSession> session;
    std::unique_ptr<TicketDetail> detail;
};

} // namespace

TEST_CASE("a dispatcher and a follow-up clerk bring a ticket to its end", "[handling]")
{
    Desk desk([](HandlingOffice &office) { return office.accepted(); });
    CHECK(desk.next() == u"Dispatch");

    desk.ask();
    desk.submit();
    CHECK(desk.fault(u"department"_s).contains(u"Choose a department"_s));
    auto *lead = desk.field<CodePicker>(u"department"_s);
    lead->setFocus();
    lead->insert(u"供水"_s);
    QTest::keyClick(lead, Qt::Key_Return);
    CHECK(lead->valueText() == u"供水公司");
    auto *co = desk.field<CodePicker>(u"coHandlers.picker"_s);
    co->setFocus();
    co->insert(u"住建"_s);
    QTest::keyClick(co, Qt::Key_Return);
    CHECK(desk.dialog()->findChildren<Chip *>().size() == 1);
    desk.field<QPlainTextEdit>(u"instruction"_s)->insertPlainText(u"请今日抢修"_s);
    desk.submitAndClose();

    desk.waitForNext(u"Sign for"_s);
    CHECK(desk.possible().contains(u"Add co-handlers"));
    CHECK_FALSE(desk.possible().contains(u"Follow up"));
    CHECK_FALSE(desk.possible().contains(u"Give a yellow card")); // not overdue
    desk.detail->nextAction()->trigger();
    desk.waitForNext(u"Enter the reply"_s);

    desk.ask();
    desk.submit();
    CHECK(desk.fault(u"text"_s).contains(u"Write down what the department replies"));
    desk.field<QPlainTextEdit>(u"text"_s)->insertPlainText(u"已更换水管，恢复供水。"_s);
    QTest::keyClick(desk.dialog(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&desk] { return !desk.dialog(); }, patience));
    // Pressed once more by the same hand it doesn't accept what was entered just now.
    desk.detail->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(desk.detail.get()));
    QTest::keyClick(desk.detail.get(), Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(desk.dialog());
    desk.waitForNext(u"Accept the reply"_s);
    QTest::qWait(EntryDialog::keyRest + 50);
    CHECK(desk.next() == u"Accept the reply"_s);
    QTest::keyClick(desk.detail.get(), Qt::Key_Return, Qt::ControlModifier);
    desk.waitForNext(u"Follow up"_s);

    desk.ask();
    const auto choice = [&desk](const char *name) {
        auto *found = desk.dialog()->findChild<QAbstractButton *>(QLatin1StringView("handling.followUp.")
                                                                  + QLatin1StringView(name));
        REQUIRE(found);
        return found;
    };
    choice("reached.no")->click();
    CHECK_FALSE(choice("satisfaction.0")->isEnabled());
    CHECK(choice("nextStep.0")->isChecked()); // nothing yet
    choice("reached.yes")->click();
    choice("satisfaction.3")->click(); // dissatisfied
    CHECK(choice("nextStep.2")->isChecked());
    CHECK(desk.dialog()->findChild<QPlainTextEdit *>(u"handling.followUp.redoGround"_s)->isVisible());
    choice("satisfaction.0")->click();
    CHECK(choice("nextStep.1")->isChecked()); // to be closed
    desk.submitAndClose();
    desk.waitForNext(QString());
    CHECK(desk.possible().contains(u"Reopen"));
    CHECK(desk.messages.shown.isEmpty());

    desk.detail.reset();
    desk.session.reset();
    desk.office.open();
    CHECK(desk.office.ticket(desk.ticket).resolution == Resolution::Handled);
    CHECK(desk.office.dispatches(desk.ticket).size() == 2);
    CHECK(desk.office.lead(desk.ticket).instruction == u"请今日抢修"_s);
}

TEST_CASE("a reply of yesterday is entered with its time, a wrong one refused at its field", "[handling]")
{
    Desk desk([](HandlingOffice &office) {
        const TicketId ticket = office.dispatched();
        office.must(office.book->sign(*office.lead(ticket).id));
        office.clock.set(at("2020-02-12 09:00"));
        return ticket;
    });
    desk.waitForNext(u"Enter the reply"_s);
    desk.ask();
    desk.field<QPlainTextEdit>(u"text"_s)->insertPlainText(u"已修好。"_s);
    auto *time = desk.field<QDateTimeEdit>(u"at"_s);
    CHECK(time->text() == u"2020-02-12 09:00");
    time->setDate(QDate(2020, 2, 9));
    desk.submit();
    CHECK(desk.fault(u"at"_s).contains(u"2020-02-10 09:00"));
    CHECK(desk.field<QPlainTextEdit>(u"text"_s)->toPlainText() == u"已修好。"_s);
    time->setDate(QDate(2020, 2, 11));
    desk.submitAndClose();
    desk.waitForNext(u"Accept the reply"_s);
    desk.detail.reset();
    desk.session.reset();
    desk.office.open();
    CHECK(desk.office.lead(desk.ticket).repliedAt == at("2020-02-11 09:00"));
}

TEST_CASE("nothing is done with a ticket that another one takes the place of", "[handling]")
{
    TicketId other(0);
    Desk desk([&other](HandlingOffice &office) {
        other = office.accepted();
        return office.replied();
    });
    desk.waitForNext(u"Follow up"_s);
    desk.detail->showTicket(other);
    CHECK_FALSE(desk.detail->nextAction()->isEnabled()); // until the other is here
    desk.waitForNext(u"Dispatch"_s);
}

TEST_CASE("with several departments at work each can be chosen", "[handling]")
{
    Desk desk([](HandlingOffice &office) {
        const TicketId ticket = office.accepted();
        office.must(office.book->dispatch({.ticket = ticket, .lead = office.water, .coHandlers = {office.housing}}));
        return ticket;
    });
    CHECK(desk.possible().contains(u"Enter the reply · 供水公司"_s));
    CHECK(desk.possible().contains(u"Enter the reply · 住建局"_s));
    QMenu menu;
    desk.detail->findChild<TicketCommands *>()->fillMenu(&menu);
    for (QAction *action : menu.actions()) {
        if (action->text() == u"Sign for · 住建局")
            action->trigger();
    }
    REQUIRE(QTest::qWaitFor([&] { return !desk.possible().contains(u"Sign for · 住建局"_s); }, patience));
    CHECK(desk.possible().contains(u"Sign for · 供水公司"_s));
}

TEST_CASE("a command that is refused at once says so beside the ticket", "[handling]")
{
    Desk desk([](HandlingOffice &office) { return office.replied(); });
    desk.waitForNext(u"Follow up"_s);
    desk.detail->findChild<QAction *>(u"handling.closedAction"_s)->trigger();
    const auto *notice = desk.detail->findChild<QWidget *>(u"tickets.detail.notice"_s);
    REQUIRE(QTest::qWaitFor([notice] { return notice->isVisible(); }, patience));
    CHECK(desk.next() == u"Follow up");
}

TEST_CASE("dialogs of the handling are complete for keyboard and screen reader", "[handling]")
{
    const auto prepare = GENERATE(table<const char *, std::function<TicketId(HandlingOffice &)>>(
        {{"handling.dispatchedAction", [](HandlingOffice &office) { return office.accepted(); }},
         {"handling.mergedAction", [](HandlingOffice &office) { return office.accepted(); }},
         {"handling.repliedAction", [](HandlingOffice &office) { return office.dispatched(); }},
         {"handling.followed_upAction", [](HandlingOffice &office) { return office.replied(); }}}));
    Desk desk(std::get<1>(prepare));
    CommandDialog *dialog = desk.ask(QString::fromLatin1(std::get<0>(prepare)));
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    CHECK(namelessControls(dialog) == QStringList());
    CHECK(cutTexts(dialog) == QStringList());
    CHECK(doubledKeys(dialog) == QStringList());
    dialog->reject();
}
