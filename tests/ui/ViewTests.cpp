// SPDX-License-Identifier: GPL-3.0-or-later
// The views of the lists of tickets and calls, as a clerk saves, chooses, changes and deletes them.
#include "support/HandlingOffice.h"
#include "support/PageAudit.h"
#include "support/Print.h"
#include "support/QuietMessages.h"
#include "support/Waiting.h"

#include "casework/ListViews.h"
#include "controls/CodePicker.h"
#include "controls/EntryDialog.h"
#include "controls/NoticeBar.h"
#include "controls/PeriodPicker.h"
#include "shell/DutyWatch.h"
#include "storage/SavedViewRepository.h"
#include "tickets/CallsView.h"
#include "tickets/TicketFilterBar.h"
#include "tickets/TicketList.h"
#include "tickets/TicketsPage.h"
#include "tickets/ViewButton.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// An office with one ticket at the water company and one at none, and the page over it.
struct ViewDesk
{
    explicit ViewDesk(const std::function<void(HandlingOffice &)> &prepare = {},
                      CaseFile::Mode mode = CaseFile::Mode::Write)
    {
        office.dispatched();
        office.accepted();
        HandlingOffice::must(office.book->registerCall(
            {.facts = {.startedAt = office.clock.now(), .phone = u"04345551234"_s}, .outcome = CallOutcome::Invalid}));
        if (prepare)
            prepare(office);
        office.close();
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), mode);
        REQUIRE(waitFor([this] { return session->isOpen(); }));
        duties = std::make_unique<DutyWatch>(*session);
        page = std::make_unique<TicketsPage>(PageContext{.session = *session, .messages = messages, .duties = *duties});
        page->resize(1218, 680);
        page->show();
        page->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        page->activated();
        waitForRows(2);
    }
    template <class T>
    T *child(const char *name)
    {
        T *found = page->findChild<T *>(QLatin1StringView(name));
        INFO(name);
        REQUIRE(found);
        return found;
    }
    ViewButton *views() { return child<ViewButton>("tickets.views"); }
    TicketFilterBar *bar() { return page->findChild<TicketFilterBar *>(); }
    TicketList *list() { return page->findChild<TicketList *>(); }
    void waitForRows(int count)
    {
        REQUIRE(waitFor([&] { return child<QTableView>("tickets.table")->model()->rowCount() == count; }));
    }
    // Opens the menu and chooses from it; "" when it isn't there, or can't be chosen.
    bool choose(ViewButton *button, const QString &action)
    {
        button->openMenu();
        auto *menu = button->findChild<QMenu *>();
        REQUIRE(menu);
        auto *found = menu->findChild<QAction *>(button->objectName() + u'.' + action);
        const bool can = found && found->isEnabled();
        if (can)
            found->trigger();
        delete menu;
        return can;
    }
    QStringList menuTexts(ViewButton *button)
    {
        button->openMenu();
        auto *menu = button->findChild<QMenu *>();
        QStringList texts;
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                texts.append((action->isEnabled() ? QString() : u"-"_s) + action->text());
        }
        delete menu;
        return texts;
    }
    bool chooseView(ViewButton *button, const QString &name)
    {
        for (const SavedView &view : button->views()) {
            if (view.name == name)
                return choose(button, u"view."_s + QString::number(view.id->value()));
        }
        return false;
    }
    EntryDialog *entry()
    {
        EntryDialog *found = nullptr;
        REQUIRE(waitFor([&] {
            found = page->findChild<EntryDialog *>();
            return found && found->isVisible();
        }));
        return found;
    }
    void saveAs(ViewButton *button, const QString &name, bool forAll = false)
    {
        REQUIRE(choose(button, u"saveAs"_s));
        EntryDialog *ask = entry();
        ask->findChild<QLineEdit *>(ask->objectName() + u".name")->setText(name);
        if (auto *scope = ask->findChild<QComboBox *>(ask->objectName() + u".owner"))
            scope->setCurrentIndex(forAll ? 1 : 0);
        ask->findChild<QPushButton *>(ask->objectName() + u".save")->click();
        REQUIRE(waitFor([&] { return !page->findChild<EntryDialog *>(); }));
        REQUIRE(waitFor([&] {
            return std::ranges::any_of(button->views(), [&](const SavedView &view) { return view.name == name; });
        }));
    }
    template <class Act>
    void command(Act act)
    {
        bool done = false;
        session->command(
            page.get(), act, [&done](const auto &) { done = true; },
            [](const Refusal &refusal) { FAIL(refusal.reason.toStdString()); });
        REQUIRE(waitFor([&] { return done; }));
    }

    QuietMessages messages;
    HandlingOffice office;
    std::unique_ptr<CaseSession> session;
    std::unique_ptr<DutyWatch> duties;
    std::unique_ptr<TicketsPage> page;
};

} // namespace

TEST_CASE("a view is saved, marked when the list asks for something else, chosen again and deleted", "[ui][views]")
{
    ViewDesk desk;
    ViewButton *views = desk.views();
    CHECK(views->text() == u"Views");
    auto *department = desk.child<CodePicker>("tickets.department");
    department->choose(std::optional(desk.office.water), u"供水公司"_s);
    Q_EMIT department->valueChosen();
    desk.waitForRows(1);
    QHeaderView *header = desk.child<QTableView>("tickets.table")->horizontalHeader();
    header->setSortIndicator(static_cast<int>(TicketField::Number), Qt::AscendingOrder);
    header->setSectionHidden(static_cast<int>(TicketField::Category), true);
    desk.saveAs(views, u"供水公司的"_s);
    CHECK(views->text() == u"供水公司的");

    auto *words = desk.child<QLineEdit>("tickets.words");
    words->setText(u"没有"_s);
    desk.waitForRows(0);
    CHECK(views->text() == u"供水公司的 · changed");
    words->clear();
    desk.waitForRows(1);
    CHECK(views->text() == u"供水公司的");
    // Another order is a change too; the new one is kept when it is saved.
    header->setSortIndicator(static_cast<int>(TicketField::Deadline), Qt::AscendingOrder);
    CHECK(views->text().endsWith(u"changed"));
    REQUIRE(desk.choose(views, u"save"_s));
    REQUIRE(waitFor([&] { return views->text() == u"供水公司的"; }));

    // All tickets: nothing of the view is left. It has its columns, the user his.
    REQUIRE(desk.choose(views, u"all"_s));
    desk.waitForRows(2);
    CHECK(views->text() == u"Views");
    CHECK_FALSE(department->value());
    header->setSectionHidden(static_cast<int>(TicketField::Category), false);
    header->setSortIndicator(static_cast<int>(TicketField::Number), Qt::DescendingOrder);
    REQUIRE(desk.chooseView(views, u"供水公司的"_s));
    desk.waitForRows(1);
    CHECK(desk.bar()->filter().department == desk.office.water);
    CHECK(header->isSectionHidden(static_cast<int>(TicketField::Category)));
    CHECK(desk.list()->order() == TicketOrder{.by = TicketOrder::By::DueAt, .order = Qt::AscendingOrder});
    REQUIRE(desk.choose(views, u"all"_s));
    desk.waitForRows(2);
    CHECK_FALSE(header->isSectionHidden(static_cast<int>(TicketField::Category)));
    CHECK(desk.list()->order() == TicketOrder{.by = TicketOrder::By::Number, .order = Qt::DescendingOrder});

    REQUIRE(desk.chooseView(views, u"供水公司的"_s));
    REQUIRE(desk.choose(views, u"rename"_s));
    EntryDialog *ask = desk.entry();
    CHECK(namelessControls(ask) == QStringList());
    ask->findChild<QLineEdit *>(ask->objectName() + u".name")->setText(u"水司"_s);
    ask->findChild<QPushButton *>(ask->objectName() + u".save")->click();
    REQUIRE(waitFor([&] { return views->text() == u"水司"; }));
    desk.messages.reply = 1; // keep it
    REQUIRE(desk.choose(views, u"delete"_s));
    CHECK(views->text() == u"水司");
    desk.messages.reply = 0;
    REQUIRE(desk.choose(views, u"delete"_s));
    REQUIRE(waitFor([&] { return views->text() == u"Views" && views->views().isEmpty(); }));
}

TEST_CASE("a period told from today moves with it, a fixed one stays", "[ui][views]")
{
    ViewDesk desk;
    auto *picker = desk.child<PeriodPicker>("tickets.period");
    Q_EMIT picker->relativeChosen(RelativePeriod::ThisMonth);
    CHECK(picker->text() == u"This month");
    desk.saveAs(desk.views(), u"本月"_s);
    Q_EMIT picker->periodChosen(Period::month(2020, 2));
    CHECK(desk.views()->text().endsWith(u"changed")); // the same tickets today, not next month
    desk.saveAs(desk.views(), u"二月"_s);
    const OfficeZone zone;
    CHECK(desk.bar()->filter().receivedFrom == zone.toUtcTime(QDate(2020, 2, 1)));

    desk.office.clock.set(at("2020-03-05 09:00"));
    REQUIRE(desk.chooseView(desk.views(), u"本月"_s));
    CHECK(desk.bar()->filter().receivedFrom == zone.toUtcTime(QDate(2020, 3, 1)));
    CHECK(desk.bar()->filter().receivedBefore == zone.toUtcTime(QDate(2020, 4, 1)));
    CHECK(desk.views()->text() == u"本月");
    REQUIRE(desk.chooseView(desk.views(), u"二月"_s));
    CHECK(desk.bar()->filter().receivedFrom == zone.toUtcTime(QDate(2020, 2, 1)));
}

TEST_CASE("the pane of a list's period offers what is told from today", "[ui][views]")
{
    PeriodPicker picker;
    picker.show();
    std::optional<RelativePeriod> chosen;
    QObject::connect(&picker, &PeriodPicker::relativeChosen, &picker, [&](RelativePeriod one) { chosen = one; });
    picker.openPane();
    CHECK_FALSE(
        picker.findChild<QAbstractButton *>(u"period.last_month"_s)->isVisible()); // of figures: only fixed ones
    picker.findChild<QFrame *>(u"popup"_s)->close();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    picker.setOffersRelative(true);
    picker.setPeriod(ListPeriod{.relative = RelativePeriod::Today}, QDate(2020, 2, 10));
    picker.openPane();
    auto *month = picker.findChild<QAbstractButton *>(u"period.last_month"_s);
    REQUIRE(month->isVisible());
    CHECK(picker.findChild<QAbstractButton *>(u"period.today"_s)->isChecked());
    month->click();
    CHECK(chosen == RelativePeriod::LastMonth);
    // Nothing chosen yet: what is usual is offered first, and any period can be chosen, also the one it begins with.
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    picker.setNone(u"Any time"_s, QDate(2020, 2, 10));
    std::optional<Period> fixed;
    QObject::connect(&picker, &PeriodPicker::periodChosen, &picker, [&](const Period &one) { fixed = one; });
    picker.openPane();
    CHECK(picker.findChild<QAbstractButton *>(u"period.last_month"_s)->isVisible());
    picker.findChild<QAbstractButton *>(u"period.apply"_s)->click();
    CHECK(fixed == Period::days(QDate(2020, 1, 1), QDate(2020, 1, 1)));
}

TEST_CASE("views of the office follow whoever changes them, private ones are nobody else's", "[ui][views]")
{
    ViewDesk desk([](HandlingOffice &office) {
        CaseBook other(*office.file, office.clock, u"王芳"_s);
        REQUIRE(other.saveView({.name = u"王芳的"_s, .owner = u"王芳"_s, .definition = definitionOf(TicketView())}));
        REQUIRE(
            other.saveView({.name = u"全办"_s, .definition = definitionOf(TicketView{.asked = {.text = u"停水"_s}})}));
    });
    ViewButton *views = desk.views();
    REQUIRE(waitFor([&] { return !views->views().isEmpty(); }));
    CHECK_FALSE(desk.menuTexts(views).contains(u"王芳的"_s));
    REQUIRE(desk.chooseView(views, u"全办"_s));
    desk.waitForRows(2);
    // Changed elsewhere while it is shown as it was saved: the list follows.
    SavedView view = *views->shown();
    view.definition = definitionOf(TicketView{.asked = {.text = u"没有"_s}});
    view.name = u"全办的"_s;
    desk.command([view](CaseBook &book) { return book.saveView(view); });
    desk.waitForRows(0);
    CHECK(views->text() == u"全办的");
    // The clerk's own words are left alone.
    desk.child<QLineEdit>("tickets.words")->setText(u"停水"_s);
    desk.waitForRows(2);
    view = *views->shown();
    view.definition = definitionOf(TicketView{.asked = {.text = u"停电"_s}});
    desk.command([view](CaseBook &book) { return book.saveView(view); });
    REQUIRE(waitFor([&] { return views->shown()->definition == view.definition; }));
    CHECK(desk.child<QLineEdit>("tickets.words")->text() == u"停水");
    CHECK(views->text().endsWith(u"changed"));
    desk.command([id = *view.id](CaseBook &book) { return book.deleteView(id); });
    REQUIRE(waitFor([&] { return views->text() == u"Views"; }));
    CHECK(desk.child<QLineEdit>("tickets.words")->text() == u"停水"); // the list stays as it stands
}

TEST_CASE("a view of a retired department still opens and says so; one of a newer program doesn't open", "[ui][views]")
{
    ViewDesk desk([](HandlingOffice &office) {
        REQUIRE(office.book->saveView(
            {.name = u"水司"_s, .definition = definitionOf(TicketView{.asked = {.department = office.water}})}));
        Department water = *findById(office.tables().departments, std::optional(office.water));
        water.retired = true;
        HandlingOffice::must(office.book->saveDepartment(water));
        Transaction transaction(office.file->database());
        (void)SavedViewRepository(office.file->database())
            .insert({.name = u"将来"_s, .definition = "{\"version\":2}", .updatedAt = office.clock.now()});
        transaction.commit();
    });
    ViewButton *views = desk.views();
    REQUIRE(waitFor([&] { return views->views().size() == 2; }));
    REQUIRE(desk.chooseView(views, u"水司"_s));
    desk.waitForRows(1);
    auto *notice = desk.child<NoticeBar>("tickets.notice");
    CHECK(notice->text().contains(u"供水公司"_s));
    CHECK(desk.child<CodePicker>("tickets.department")->valueText() == u"供水公司");
    CHECK(views->text() == u"水司");
    REQUIRE(desk.chooseView(views, u"将来"_s));
    CHECK(notice->text().contains(u"newer program"_s));
    CHECK(views->text() == u"水司"); // still what is shown
}

TEST_CASE("in a file that is only read views are chosen, and saving is off and says why", "[ui][views]")
{
    ViewDesk desk(
        [](HandlingOffice &office) {
            REQUIRE(office.book->saveView(
                {.name = u"停水"_s, .definition = definitionOf(TicketView{.asked = {.text = u"没有"_s}})}));
        },
        CaseFile::Mode::Read);
    ViewButton *views = desk.views();
    REQUIRE(waitFor([&] { return views->views().size() == 1; }));
    REQUIRE(desk.chooseView(views, u"停水"_s));
    desk.waitForRows(0);
    CHECK_FALSE(desk.choose(views, u"saveAs"_s));
    CHECK_FALSE(desk.choose(views, u"save"_s));
    CHECK_FALSE(desk.choose(views, u"delete"_s));
    CHECK(desk.menuTexts(views).last().contains(u"reading only"_s));
}

TEST_CASE("a list that was opened from elsewhere leaves its view, and can be kept as one", "[ui][views]")
{
    ViewDesk desk([](HandlingOffice &office) {
        REQUIRE(office.book->saveView(
            {.name = u"停水"_s, .definition = definitionOf(TicketView{.asked = {.text = u"没有"_s}})}));
    });
    ViewButton *views = desk.views();
    REQUIRE(waitFor([&] { return views->views().size() == 1; }));
    REQUIRE(desk.chooseView(views, u"停水"_s));
    desk.waitForRows(0);
    desk.page->showTickets({.duty = Duty::Sign}, u"待签收"_s);
    desk.waitForRows(1);
    CHECK(views->text() == u"Views");
    desk.saveAs(views, u"等签收"_s, true);
    REQUIRE(desk.choose(views, u"all"_s));
    desk.waitForRows(2);
    REQUIRE(desk.chooseView(views, u"等签收"_s));
    desk.waitForRows(1);
    CHECK(desk.bar()->filter().duty == Duty::Sign);
    CHECK(views->text() == u"等签收"); // the moments of now are no change
    CHECK(desk.menuTexts(views).filter(u"For the whole office"_s).size() == 1);
    // Whoever searches all tickets starts over.
    desk.page->search(u"停水"_s);
    desk.waitForRows(2);
    CHECK(views->text() == u"Views");
}

TEST_CASE("the calls have views of their own", "[ui][views]")
{
    ViewDesk desk;
    QTest::keyClick(desk.child<QTableView>("tickets.table"), Qt::Key_T, Qt::ControlModifier);
    auto *table = desk.child<QTableView>("calls.table");
    REQUIRE(waitFor([&] { return table->model()->rowCount() == 1; }));
    auto *views = desk.child<ViewButton>("calls.views");
    auto *words = desk.child<QLineEdit>("calls.words");
    words->setText(u"5551234"_s);
    Q_EMIT words->returnPressed();
    Q_EMIT desk.child<PeriodPicker>("calls.period")->relativeChosen(RelativePeriod::Today);
    table->horizontalHeader()->setSortIndicator(static_cast<int>(CallField::Started), Qt::AscendingOrder);
    desk.saveAs(views, u"无效来电"_s);
    CHECK(views->text() == u"无效来电");
    words->setText(u"别的"_s);
    REQUIRE(waitFor([&] { return table->model()->rowCount() == 0; }));
    CHECK(views->text().endsWith(u"changed"));
    REQUIRE(desk.choose(views, u"all"_s));
    REQUIRE(waitFor([&] { return table->model()->rowCount() == 1; }));
    CHECK(words->text().isEmpty());
    REQUIRE(desk.chooseView(views, u"无效来电"_s));
    CHECK(words->text() == u"5551234");
    CHECK(desk.child<PeriodPicker>("calls.period")->relative() == RelativePeriod::Today);
    CHECK(table->horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder);
    CHECK_FALSE(desk.chooseView(desk.views(), u"无效来电"_s)); // the tickets have theirs
}

TEST_CASE("a name that is taken is told in the form", "[ui][views]")
{
    ViewDesk desk;
    desk.saveAs(desk.views(), u"全部"_s);
    REQUIRE(desk.choose(desk.views(), u"saveAs"_s));
    EntryDialog *ask = desk.entry();
    ask->findChild<QLineEdit *>(ask->objectName() + u".name")->setText(u"全部"_s);
    ask->findChild<QPushButton *>(ask->objectName() + u".save")->click();
    auto *fault = ask->findChild<QLabel *>(ask->objectName() + u".name.fault");
    REQUIRE(waitFor([&] { return fault->isVisible(); }));
    CHECK(fault->text().contains(u"全部"_s));
}
