// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket is brought to its end beside the list, as a dispatcher and a follow-up clerk do it.
#include "support/HandlingOffice.h"
#include "support/PageAudit.h"
#include "support/Patience.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include "controls/ActionButton.h"
#include "controls/Chip.h"
#include "controls/CodePicker.h"
#include "handling/CommandDialog.h"
#include "handling/TicketCommands.h"
#include "storage/AccessRepository.h"
#include "storage/FollowUpRepository.h"
#include "tickets/TicketDetail.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

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
        for (const QAction *action : entriesOf(menu))
            texts.append(wordsOf(action));
        return texts;
    }
    // With those of the menus below it, each behind the entry that opens it.
    static QList<QAction *> entriesOf(const QMenu &menu)
    {
        QList<QAction *> entries;
        for (QAction *action : menu.actions()) {
            if (action->isSeparator())
                continue;
            entries.append(action);
            if (const QMenu *below = action->menu())
                entries += entriesOf(*below);
        }
        return entries;
    }
    // An entry of a menu without its key and its ellipsis.
    static QString wordsOf(const QAction *action)
    {
        QString text = action->text();
        if (text.startsWith(u'&'))
            text = text.mid(4);
        return text.endsWith(u'…') ? text.chopped(1) : text;
    }
    // What the window's status line is given.
    [[nodiscard]] QString waitForTold()
    {
        QSignalSpy told(session.get(), &CaseSession::told);
        detail->nextAction()->trigger();
        REQUIRE(told.wait(patience));
        return told.first().first().toString();
    }

    // Gives a command from the menu, or the usual next one, and waits for its dialog.
    CommandDialog *ask(const QString &action = {})
    {
        QAction *given = action.isEmpty() ? detail->nextAction() : detail->findChild<QAction *>(action);
        REQUIRE(given);
        given->trigger();
        REQUIRE(QTest::qWaitFor([this] { return dialog() != nullptr; }, patience));
        dialog()->activateWindow();
        REQUIRE(QTest::qWaitFor([this] { return QApplication::activeWindow() == dialog(); }, patience));
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

TicketId atTwoDepartments(HandlingOffice &office)
{
    const TicketId ticket = office.accepted();
    office.must(office.book->dispatch({.ticket = ticket, .lead = office.water, .coHandlers = {office.housing}}));
    return ticket;
}

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
    Desk desk(atTwoDepartments);
    const auto ofDepartment = [&desk](const QString &name) {
        const QStringList all = desk.possible();
        QStringList below;
        for (qsizetype i = all.indexOf(name) + 1;
             i > 0 && i < all.size() && all[i] != u"供水公司" && all[i] != u"住建局"; ++i)
            below.append(all[i]);
        return below;
    };
    CHECK(desk.possible().count(u"供水公司"_s) == 1); // once, above what concerns it
    CHECK(ofDepartment(u"供水公司"_s).contains(u"Enter the reply"_s));
    CHECK(ofDepartment(u"住建局"_s).contains(u"Enter the reply"_s));
    QMenu menu;
    desk.detail->findChild<TicketCommands *>()->fillMenu(&menu);
    bool below = false;
    for (QAction *action : Desk::entriesOf(menu)) {
        below = below || Desk::wordsOf(action) == u"住建局";
        if (below && Desk::wordsOf(action) == u"Sign for") {
            action->trigger();
            break;
        }
    }
    REQUIRE(QTest::qWaitFor([&] { return !ofDepartment(u"住建局"_s).contains(u"Sign for"_s); }, patience));
    CHECK(ofDepartment(u"供水公司"_s).contains(u"Sign for"_s));
}

TEST_CASE("every entry of the ticket's menu has a key of its own, and an ellipsis where something is asked",
          "[handling]")
{
    Desk desk(atTwoDepartments);
    QMenu menu;
    desk.detail->findChild<TicketCommands *>()->fillMenu(&menu);
    QSet<QChar> keys;
    bool remind = false;
    bool sign = false;
    for (const QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isEnabled())
            continue;
        const QString text = action->text();
        INFO(text.toStdString());
        REQUIRE(text.startsWith(u'&'));
        CHECK(text.count(u'&') == 1);
        CHECK_FALSE(keys.contains(text[1]));
        keys.insert(text[1]);
        remind = remind || text.endsWith(u"Remind…");
        sign = sign || text.endsWith(u"Sign for");
    }
    CHECK(keys.size() > 10);
    CHECK(remind);
    CHECK(sign);
}

TEST_CASE("a command has the same key whatever its ticket's state, and shares it with none beside it", "[handling]")
{
    QHash<QString, QString> keys; // by the words of the entry
    const auto learn = [&keys](const auto &prepare) {
        Desk desk(prepare);
        QMenu menu;
        desk.detail->findChild<TicketCommands *>()->fillMenu(&menu);
        QSet<QString> here;
        for (const QAction *action : menu.actions()) {
            if (action->isSeparator() || !action->isEnabled())
                continue;
            const QString words = Desk::wordsOf(action);
            const QString key = action->text().mid(1, 1);
            INFO(action->text().toStdString());
            CHECK_FALSE(here.contains(key));
            here.insert(key);
            CHECK(keys.value(words, key) == key);
            keys.insert(words, key);
        }
    };
    learn([](HandlingOffice &office) { return office.accepted(); });
    const QString print = keys.value(u"Print the ticket"_s);
    CHECK(print == u"Z");
    CHECK(keys.value(u"Dispatch"_s) == u"1");
    learn([](HandlingOffice &office) { return office.dispatched(); });
    CHECK(keys.value(u"Sign for"_s) == u"6");
    CHECK(keys.value(u"Remind"_s) == u"G");
    learn([](HandlingOffice &office) {
        const TicketId ticket = office.dispatched();
        office.must(office.book->reply({.dispatch = *office.lead(ticket).id, .text = u"已修复。"_s}));
        return ticket;
    });
    CHECK(keys.size() > 20);
}

TEST_CASE("each co-handler has a menu of its own, so that the ticket's menu fits a small screen", "[handling]")
{
    Desk desk(atTwoDepartments);
    QMenu menu;
    desk.detail->findChild<TicketCommands *>()->fillMenu(&menu);
    QList<const QMenu *> below;
    for (const QAction *action : menu.actions()) {
        if (action->menu()) {
            CHECK(Desk::wordsOf(action) == u"住建局");
            below.append(action->menu());
        }
    }
    REQUIRE(below.size() == 1);
    REQUIRE(below.first()->actions().size() > 2);
    CHECK(below.first()->actions().first()->text() == u"&6  Sign for");
    CHECK(menu.actions().size() <= 24); // with the lines that part them
}

TEST_CASE("what is typed into a picker goes with the key that submits, and what its list doesn't hold stops it",
          "[handling]")
{
    Desk desk([](HandlingOffice &office) { return office.accepted(); });
    desk.ask();
    auto *lead = desk.field<CodePicker>(u"department"_s);
    lead->setFocus();
    lead->insert(u"供水"_s);
    QTest::keyClick(lead, Qt::Key_Tab);
    CHECK(lead->valueText() == u"供水公司");
    auto *co = desk.field<CodePicker>(u"coHandlers.picker"_s);
    co->setFocus();
    co->insert(u"没有这家"_s);
    QTest::keyClick(desk.dialog(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.fault(u"coHandlers"_s).contains(u"没有这家"_s));
    REQUIRE(desk.dialog());
    CHECK(co->hasFocus());
    co->selectAll();
    co->insert(u"住建"_s);
    QTest::keyClick(desk.dialog(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&desk] { return !desk.dialog(); }, patience));
    desk.waitForNext(u"Sign for"_s);
    desk.detail.reset();
    desk.session.reset();
    desk.office.open();
    CHECK(desk.office.lead(desk.ticket).department == desk.office.water);
    CHECK(desk.office.dispatches(desk.ticket).size() == 2);
}

TEST_CASE("a picker that is left with the mouse takes what it shows", "[handling]")
{
    Desk desk([](HandlingOffice &office) { return office.accepted(); });
    desk.ask();
    auto *lead = desk.field<CodePicker>(u"department"_s);
    lead->setFocus();
    lead->insert(u"住建"_s);
    CHECK(lead->hasPending());
    auto *text = desk.field<QPlainTextEdit>(u"instruction"_s);
    QTest::mouseClick(text->viewport(), Qt::LeftButton);
    CHECK(lead->valueText() == u"住建局");
    CHECK_FALSE(lead->hasPending());
    lead->setFocus();
    lead->insert(u"公安"_s);
    QTest::keyClick(lead, Qt::Key_Escape); // thought better of
    CHECK(lead->valueText() == u"住建局");
}

TEST_CASE("a form that is given up asks for what was typed, and for nothing else", "[handling]")
{
    Desk desk([](HandlingOffice &office) { return office.accepted(); });
    CommandDialog *dialog = desk.ask(u"handling.not_acceptedAction"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&desk] { return !desk.dialog(); }, patience));
    CHECK(desk.messages.shown.isEmpty());

    dialog = desk.ask(u"handling.not_acceptedAction"_s);
    auto *ground = desk.field<QPlainTextEdit>(u"ground"_s);
    ground->insertPlainText(u"属法院受理范围"_s);
    desk.messages.reply = 1; // go on filling in
    QTest::keyClick(dialog, Qt::Key_Escape);
    CHECK(desk.messages.shown.size() == 1);
    REQUIRE(desk.dialog() == dialog);
    CHECK(ground->toPlainText() == u"属法院受理范围"_s);
    desk.messages.reply = 0; // throw away
    QTest::mouseClick(desk.field<QPushButton>(u"cancel"_s), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&desk] { return !desk.dialog(); }, patience));
    CHECK(desk.messages.shown.size() == 2);
}

TEST_CASE("what is done without a dialog is told, with the ticket and the department", "[handling]")
{
    Desk desk([](HandlingOffice &office) { return office.dispatched(); });
    desk.waitForNext(u"Sign for"_s);
    const QString number = desk.detail->findChild<QLabel *>(u"tickets.detail.number"_s)->text();
    const QString signedText = desk.waitForTold();
    CHECK(signedText.contains(number));
    CHECK(signedText.contains(u"供水公司"_s));
    desk.waitForNext(u"Enter the reply"_s);
    desk.ask();
    desk.field<QPlainTextEdit>(u"text"_s)->insertPlainText(u"已更换水管，恢复供水。"_s);
    desk.submitAndClose();
    desk.waitForNext(u"Accept the reply"_s);
    CHECK(desk.waitForTold().contains(u"已更换水管"_s)); // which reply it was
}

TEST_CASE("a receipt that was told later is signed for with its time", "[handling]")
{
    Desk desk([](HandlingOffice &office) {
        const TicketId ticket = office.dispatched();
        office.clock.set(at("2020-02-10 15:00"));
        return ticket;
    });
    QMenu menu;
    desk.detail->findChild<TicketCommands *>()->fillMenu(&menu);
    for (QAction *action : menu.actions()) {
        if (Desk::wordsOf(action).startsWith(u"Sign for, "))
            action->trigger();
    }
    REQUIRE(QTest::qWaitFor([&desk] { return desk.dialog() != nullptr; }, patience));
    desk.field<QDateTimeEdit>(u"at"_s)->setTime(QTime(10, 30));
    desk.submitAndClose();
    desk.waitForNext(u"Enter the reply"_s);
    desk.detail.reset();
    desk.session.reset();
    desk.office.open();
    CHECK(desk.office.lead(desk.ticket).signedAt == at("2020-02-10 10:30"));
}

TEST_CASE("the unit that did the work is shown, and stands in the form of a second reply", "[handling]")
{
    Desk desk([](HandlingOffice &office) {
        const TicketId ticket = office.dispatched();
        office.must(office.book->reply(
            {.dispatch = *office.lead(ticket).id, .text = u"已更换水管。"_s, .subUnit = u"城东维修所"_s}));
        return ticket;
    });
    desk.waitForNext(u"Accept the reply"_s);
    const auto shows = [&desk](const QString &words) {
        return std::ranges::any_of(desk.detail->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    CHECK(shows(u"城东维修所"_s));
    desk.ask(u"handling.reply_sent_backAction"_s);
    desk.field<QPlainTextEdit>(u"ground"_s)->insertPlainText(u"请写明时间"_s);
    desk.submitAndClose();
    desk.waitForNext(u"Enter the reply"_s);
    desk.ask();
    CHECK(desk.field<QLineEdit>(u"subUnit"_s)->text() == u"城东维修所"_s);
}

TEST_CASE("a ticket tells one due time: the one in force, and what it was at first", "[handling]")
{
    Desk desk([](HandlingOffice &office) {
        const TicketId ticket = office.dispatched();
        const Dispatch lead = office.lead(ticket);
        office.must(office.book->sign(*lead.id));
        office.must(office.book->askExtension(
            {.dispatch = *lead.id, .dueAt = at("2020-02-20 17:00"), .reason = u"等待配件"_s}));
        office.must(office.book->grantExtension(*lead.id));
        return ticket;
    });
    const auto *due = desk.detail->findChild<QLabel *>(u"tickets.detail.due"_s);
    REQUIRE(due);
    CHECK(due->text().startsWith(u"2020-02-20 17:00"));
    CHECK(due->text().contains(u"2020-02-17 17:00"));
    CHECK(due->text().contains(QString(QChar::Nbsp) + u'·')); // no line begins with it
}

TEST_CASE("the dialogs of suspending and resuming tell the due time that comes of it", "[handling][suspension]")
{
    Desk desk([](HandlingOffice &office) {
        const auto rules = Deadlines::of(*office.file).rules();
        DeadlineRule rule = *std::ranges::find(rules, u"一般事项"_s, &DeadlineRule::name);
        rule.suspensionDays = 10;
        office.must(office.book->saveDeadlineRule(rule));
        const TicketId ticket = office.dispatched();
        office.must(office.book->sign(*office.lead(ticket).id));
        return ticket;
    });
    desk.ask(u"handling.suspendedAction"_s);
    desk.field<QPlainTextEdit>(u"ground"_s)->insertPlainText(u"等待鉴定"_s);
    desk.field<QDateEdit>(u"lastDay"_s)->setDate(QDate(2020, 2, 12));
    const auto *result = desk.dialog()->findChild<QLabel *>(u"handling.suspended.result"_s);
    REQUIRE(result);
    const QString three = result->text();
    desk.field<QDateEdit>(u"lastDay"_s)->setDate(QDate(2020, 2, 13));
    CHECK(result->text() != three);
    const QString told = result->text();
    CHECK(told.contains(u"2020-02-24"_s)); // the tenth working day, Tuesday the 11th being the first
    desk.submitAndClose();
    desk.waitForNext(u"Let the time run again"_s);
    const auto *due = desk.detail->findChild<QLabel *>(u"tickets.detail.due"_s);
    REQUIRE(due);
    CHECK(told.contains(due->text().first(16)));
    const auto cardSays = [&desk](const QString &words) {
        return std::ranges::any_of(desk.detail->findChildren<QLabel *>(), [&](const QLabel *label) {
            return QString(label->text()).replace(QChar::Nbsp, u' ').contains(words);
        });
    };
    CHECK(cardSays(u"to 02-13"_s));
    CHECK_FALSE(cardSays(u"02-14 00:00"_s));

    desk.ask();
    const auto *resumed = desk.dialog()->findChild<QLabel *>(u"handling.resumed.result"_s);
    REQUIRE(resumed);
    const QString shown = resumed->text();
    desk.submitAndClose();
    REQUIRE(QTest::qWaitFor([&desk] { return desk.next() == u"Enter the reply"; }, patience));
    due = desk.detail->findChild<QLabel *>(u"tickets.detail.due"_s);
    CHECK(shown.contains(due->text().first(16)));
}

TEST_CASE("a call back beside the ticket shows whom to call and takes the keys of the follow-up page", "[handling]")
{
    Desk desk([](HandlingOffice &office) { return office.replied(); });
    desk.waitForNext(u"Follow up"_s);
    desk.ask();
    const auto *who = desk.dialog()->findChild<QLabel *>(u"handling.followUp.requester"_s);
    REQUIRE(who);
    CHECK_FALSE(who->text().contains(u"13800001111"_s));
    QTest::keyClick(desk.dialog(), Qt::Key_V, Qt::AltModifier);
    REQUIRE(QTest::qWaitFor([who] { return who->text().contains(u"13800001111"_s); }, patience));
    QTest::keyClick(desk.dialog(), Qt::Key_2, Qt::AltModifier);
    auto *comment = desk.dialog()->findChild<QPlainTextEdit *>(u"handling.followUp.comment"_s);
    REQUIRE(comment);
    CHECK(comment->hasFocus());
    desk.submitAndClose();
    desk.waitForNext(QString());
    desk.detail.reset();
    desk.session.reset();
    desk.office.open();
    const auto calls = FollowUpRepository(desk.office.file->database()).ofTicket(desk.ticket);
    REQUIRE(calls.size() == 1);
    CHECK(calls.first().satisfaction == Satisfaction::Satisfied);
    const auto records = AccessRepository(desk.office.file->database()).newest(10);
    CHECK(std::ranges::any_of(records, [](const AccessRecord &record) { return record.action == u"view"; }));
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

TEST_CASE("more time is offered as long as it may have been asked for in time", "[handling]")
{
    const bool late = GENERATE(false, true);
    Desk desk([late](HandlingOffice &office) {
        const TicketId ticket = office.dispatched();
        const QDateTime due = office.lead(ticket).dueAt.value();
        office.clock.set(late ? due.addSecs(60) : due.addSecs(-60));
        HandlingOffice::must(office.book->sign(*office.lead(ticket).id));
        office.clock.set(due.addDays(30));
        return ticket;
    });
    // What was asked before the due time may be entered later; who signed for it only then has asked for nothing before.
    CHECK(desk.possible().contains(displayName(Command::AskExtension)) == !late);
}

TEST_CASE("an address does not say the area twice", "[handling]")
{
    Desk desk([](HandlingOffice &office) {
        REQUIRE(office.book->saveArea({.name = u"红嘴经开区"_s}));
        const auto saved = office.book->accept({.channel = office.phone(),
                                                .area = office.tables().areas.first().id,
                                                .address = u"红嘴经开区新立街"_s,
                                                .title = u"井盖异响"_s,
                                                .content = u"井盖异响。"_s});
        INFO((saved ? QString() : saved.error().reason).toStdString());
        REQUIRE(saved);
        return saved->id;
    });
    const auto *address = desk.detail->findChild<QLabel *>(u"tickets.detail.address"_s);
    REQUIRE(address);
    CHECK(address->text().count(u"红嘴经开区"_s) == 1);
}
