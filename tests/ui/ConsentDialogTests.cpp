// SPDX-License-Identifier: GPL-3.0-or-later
// Two persons in the window: printing and exporting whole lists, giving roles.
#include "controls/NoticeBar.h"
#include "controls/PasswordField.h"
#include "handling/TicketPrinting.h"
#include "setup/ExportSection.h"
#include "setup/UsersSection.h"
#include "shell/ConsentDialog.h"
#include "shell/DutyWatch.h"
#include "shell/MainWindow.h"
#include "shell/Page.h"
#include "spreadsheet/Workbook.h"
#include "storage/AccessRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Patience.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include <catch2/catch.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

const auto chiefs = u"zhu-ren-2020"_s;
const auto auditors = u"shen-ji-2020"_s;

// The chief is at work; 李娜 is auditor, if there are several.
struct Desk
{
    explicit Desk(bool several = true, int tickets = 0)
    {
        const UserRepository users(office.file->database());
        chief = users.all().first().name;
        CaseBook book(*office.file, office.clock, chief);
        for (int i = 0; i < tickets; ++i)
            ids.append(office.dispatched());
        if (several) {
            HandlingOffice::must(book.setPassword(*users.all().first().id, chiefs));
            HandlingOffice::must(book.saveUser({.login = u"lina"_s, .name = u"李娜"_s, .roles = Role::Auditor}));
            HandlingOffice::must(book.setPassword(*users.byName(u"李娜"_s)->id, auditors));
            User own = *users.byName(u"李娜"_s);
            own.mustChange = false; // it is her own by now
            users.update(own);
        }
        office.close();
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), CaseFile::Mode::Write);
        REQUIRE(QTest::qWaitFor([this] { return session->isOpen(); }, patience));
        if (several) {
            session->logIn(
                session.get(), chief, chiefs, [](const User &) {}, [](const Refusal &) {});
            REQUIRE(QTest::qWaitFor([this] { return session->isLoggedIn(); }, patience));
        }
        duties = std::make_unique<DutyWatch>(*session);
        window = std::make_unique<QWidget>();
        window->resize(900, 600);
        window->show();
        REQUIRE(QTest::qWaitForWindowExposed(window.get()));
    }
    [[nodiscard]] PageContext context() { return {.session = *session, .messages = messages, .duties = *duties}; }
    template <class T>
    T *child(const QString &name) const
    {
        T *found = window->findChild<T *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    ConsentDialog *waitForConsent() const
    {
        REQUIRE(QTest::qWaitFor([this] { return window->findChild<ConsentDialog *>() != nullptr; }, patience));
        return window->findChild<ConsentDialog *>();
    }
    bool isGone() const
    {
        return QTest::qWaitFor([this] { return !window->findChild<ConsentDialog *>(); }, patience);
    }
    void agree(const QString &reason, const QString &password) const
    {
        child<QLineEdit>(u"shell.consent.reason"_s)->setText(reason);
        child<PasswordField>(u"shell.consent.password"_s)->setText(password);
        child<QPushButton>(u"shell.consent.save"_s)->click();
    }
    QString waitForFault(const QString &field) const
    {
        auto *fault = child<QLabel>(u"shell.consent."_s + field + u".fault");
        REQUIRE(QTest::qWaitFor([fault] { return fault->isVisible(); }, patience));
        return fault->text();
    }
    QList<AccessRecord> records()
    {
        window.reset();
        duties.reset();
        session.reset();
        office.open();
        return AccessRepository(office.file->database()).newest(100);
    }

    HandlingOffice office;
    QString chief;
    QList<TicketId> ids;
    QuietMessages messages;
    std::unique_ptr<CaseSession> session;
    std::unique_ptr<DutyWatch> duties;
    std::unique_ptr<QWidget> window;
};

void printWhole(Desk &desk)
{
    askPrint(*desk.session, desk.window.get(), desk.ids);
    auto *paper = desk.child<QComboBox>(u"handling.print.paper"_s);
    paper->setCurrentIndex(paper->findData(static_cast<int>(PaperKind::WholeTickets)));
    desk.child<QCheckBox>(u"handling.print.citizen"_s)->setChecked(true);
    desk.child<QPushButton>(u"handling.print.save"_s)->click();
}

} // namespace

TEST_CASE("many whole tickets with citizens' data are printed by two persons", "[consentdialog]")
{
    Desk desk(true, static_cast<int>(mostWithoutConsent) + 1);
    printWhole(desk);
    auto *dialog = desk.waitForConsent();
    CHECK(desk.child<QLineEdit>(u"shell.consent.reason"_s)->hasFocus());
    auto *second = desk.child<QComboBox>(u"shell.consent.second"_s);
    REQUIRE(second->count() == 1);
    CHECK(second->currentText() == u"李娜"_s); // there is one only
    const auto hasPreview = [&desk] { return desk.window->findChild<QDialog *>(u"printPreview"_s) != nullptr; };

    SECTION("agreed")
    {
        desk.agree({}, auditors);
        desk.waitForFault(u"reason"_s);
        desk.agree(u"年度归档"_s, chiefs);
        desk.waitForFault(u"password"_s);
        CHECK(desk.child<PasswordField>(u"shell.consent.password"_s)->text().isEmpty());
        CHECK(desk.child<QLineEdit>(u"shell.consent.reason"_s)->text() == u"年度归档"_s);
        CHECK_FALSE(hasPreview());
        // By keyboard: the last field's Enter.
        desk.child<PasswordField>(u"shell.consent.password"_s)->setText(auditors);
        QTest::keyClick(desk.child<PasswordField>(u"shell.consent.password"_s), Qt::Key_Return);
        REQUIRE(QTest::qWaitFor(hasPreview, patience));
        CHECK(desk.session->user() == desk.chief);
        const QList<AccessRecord> records = desk.records();
        REQUIRE(records.size() == mostWithoutConsent + 1);
        CHECK(records.first().user == desk.chief);
        CHECK(ConsentNote::of(records.first().details).second == u"李娜"_s);
        CHECK(ConsentNote::of(records.first().details).reason == u"年度归档"_s);
    }
    SECTION("thought better of")
    {
        dialog->reject();
        REQUIRE(desk.isGone());
        CHECK(desk.child<QPushButton>(u"handling.print.save"_s)->isEnabled());
        CHECK_FALSE(hasPreview());
        CHECK(desk.records().isEmpty());
    }
}

TEST_CASE("twenty whole tickets, or any number of dispatch sheets, are printed by one", "[consentdialog]")
{
    const bool sheets = GENERATE(true, false);
    Desk desk(true, static_cast<int>(mostWithoutConsent) + (sheets ? 1 : 0));
    if (sheets) {
        askPrint(*desk.session, desk.window.get(), desk.ids);
        desk.child<QCheckBox>(u"handling.print.citizen"_s)->setChecked(true);
        desk.child<QPushButton>(u"handling.print.save"_s)->click();
    } else {
        printWhole(desk);
    }
    REQUIRE(QTest::qWaitFor([&] { return desk.window->findChild<QDialog *>(u"printPreview"_s) != nullptr; }, patience));
    CHECK_FALSE(desk.window->findChild<ConsentDialog *>());
    CHECK(desk.records().size() == desk.ids.size());
}

TEST_CASE("an export of the tables asks for the reason, of an office of one for nothing else", "[consentdialog]")
{
    Desk desk(false);
    ExportSection section(desk.context(), desk.window.get());
    const QString folder = desk.office.folder.filePath(u"tables"_s);
    desk.child<QLineEdit>(u"setup.export.folder"_s)->setText(folder);
    desk.child<QComboBox>(u"setup.export.data"_s)->setCurrentIndex(1);
    desk.child<QPushButton>(u"setup.export.run"_s)->click();
    desk.waitForConsent();
    CHECK_FALSE(desk.window->findChild<PasswordField *>());
    CHECK_FALSE(QFile::exists(folder));
    desk.child<QLineEdit>(u"shell.consent.reason"_s)->setText(u"年度归档"_s);
    desk.child<QPushButton>(u"shell.consent.save"_s)->click();
    REQUIRE(QTest::qWaitFor([&folder] { return QFile::exists(folder + u"/tickets.csv"); }, patience));
    REQUIRE(
        QTest::qWaitFor([&] { return !desk.child<NoticeBar>(u"setup.export.notice"_s)->text().isEmpty(); }, patience));
}

TEST_CASE("tables go out masked unless somebody asks for them in full, and a failed export is recorded as one",
          "[consentdialog]")
{
    Desk desk(true, 1);
    ExportSection section(desk.context(), desk.window.get());
    const QString folder = desk.office.folder.filePath(u"tables"_s);
    desk.child<QLineEdit>(u"setup.export.folder"_s)->setText(folder);
    auto *notice = desk.child<NoticeBar>(u"setup.export.notice"_s);
    auto *run = desk.child<QPushButton>(u"setup.export.run"_s);
    // Beside the window.
    const auto recorded = [&desk] {
        CaseFile file(desk.office.path(), CaseFile::Mode::Read);
        return AccessRepository(file.database()).newest(100);
    };
    const qsizetype before = recorded().size();
    run->click();
    REQUIRE(QTest::qWaitFor([&] { return notice->text().contains(u"Exported"); }, patience));
    CHECK_FALSE(desk.window->findChild<ConsentDialog *>());
    QFile tickets(folder + u"/tickets.csv"_s);
    REQUIRE(tickets.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(tickets.readAll());
    CHECK(text.contains(u"138****1111"));
    CHECK_FALSE(text.contains(u"13800001111"));
    CHECK_FALSE(text.contains(u"王建国"));
    QList<AccessRecord> records = recorded();
    REQUIRE(records.size() == before + 1);
    CHECK(records.first().action == u"export"_s);
    CHECK(records.first().details == u"export masked"_s);

    run->click(); // an export stands there
    REQUIRE(QTest::qWaitFor([&] { return recorded().size() == before + 3; }, patience));
    records = recorded();
    CHECK(records[1].action == u"export"_s);
    CHECK(records[0].action == u"export"_s);
    CHECK(records[0].user == records[1].user);
    const ConsentNote failed = ConsentNote::of(records[0].details);
    CHECK(failed.what == u"nothing left: export masked"_s);
    CHECK_FALSE(failed.reason.isEmpty());
    CHECK(QTest::qWaitFor([run] { return run->isEnabled(); }, patience));
}

TEST_CASE("however often the export is pressed, its consent is asked once", "[consentdialog]")
{
    Desk desk(false);
    ExportSection section(desk.context(), desk.window.get());
    auto *run = desk.child<QPushButton>(u"setup.export.run"_s);
    desk.child<QComboBox>(u"setup.export.data"_s)->setCurrentIndex(1);
    run->click();
    run->click();
    ConsentDialog *dialog = desk.waitForConsent();
    QTest::qWait(200);
    CHECK(desk.window->findChildren<ConsentDialog *>().size() == 1);
    CHECK_FALSE(run->isEnabled());
    dialog->done(QDialog::Rejected);
    CHECK(run->isEnabled()); // thought better of
}

TEST_CASE("the tables go out as a workbook with the same consent, and the place follows the form", "[consentdialog]")
{
    Desk desk(false);
    ExportSection section(desk.context(), desk.window.get());
    auto *place = desk.child<QLineEdit>(u"setup.export.folder"_s);
    auto *form = desk.child<QComboBox>(u"setup.export.form"_s);
    place->setText(desk.office.folder.filePath(u"tables"_s));
    form->setCurrentIndex(1);
    CHECK(place->text() == desk.office.folder.filePath(u"tables.xlsx"_s));
    form->setCurrentIndex(0);
    CHECK(place->text() == desk.office.folder.filePath(u"tables"_s));
    form->setCurrentIndex(1);
    desk.child<QComboBox>(u"setup.export.data"_s)->setCurrentIndex(1);
    desk.child<QPushButton>(u"setup.export.run"_s)->click();
    desk.waitForConsent();
    CHECK_FALSE(QFile::exists(place->text()));
    desk.child<QLineEdit>(u"shell.consent.reason"_s)->setText(u"年度归档"_s);
    desk.child<QPushButton>(u"shell.consent.save"_s)->click();
    REQUIRE(QTest::qWaitFor([place] { return QFile::exists(place->text()); }, patience));
    REQUIRE(
        QTest::qWaitFor([&] { return !desk.child<NoticeBar>(u"setup.export.notice"_s)->text().isEmpty(); }, patience));
    CHECK(Workbook(place->text()).sheets().size() == 11); // ten tables, and what they are
}

TEST_CASE("a user who was added is the one that is chosen", "[consentdialog][setup]")
{
    Desk desk;
    UsersSection section(desk.context(), desk.window.get());
    auto *table = desk.child<QTableView>(u"setup.users.table"_s);
    REQUIRE(QTest::qWaitFor([table] { return table->model()->rowCount() == 2; }, patience));
    CHECK(table->currentIndex().row() == 0);
    desk.child<QPushButton>(u"setup.users.add"_s)->click();
    desk.child<QLineEdit>(u"setup.user.name"_s)->setText(u"王芳"_s);
    desk.child<QLineEdit>(u"setup.user.login"_s)->setText(u"wang"_s);
    desk.child<QPushButton>(u"setup.user.save"_s)->click();
    REQUIRE(QTest::qWaitFor([table] { return table->model()->rowCount() == 3; }, patience));
    CHECK(table->currentIndex().row() == 2);
    // With the third person the chief's roles are to be parted.
    auto *parting = desk.child<NoticeBar>(u"setup.users.parting"_s);
    CHECK(parting->text().contains(desk.chief));
    CHECK_FALSE(parting->text().contains(u"王芳"_s));
}

TEST_CASE("two of the three administrators in one person are refused at the roles, an appointment takes two persons",
          "[consentdialog][setup]")
{
    Desk desk;
    UsersSection section(desk.context(), desk.window.get());
    auto *table = desk.child<QTableView>(u"setup.users.table"_s);
    REQUIRE(QTest::qWaitFor([table] { return table->model()->rowCount() == 2; }, patience));
    desk.child<QPushButton>(u"setup.users.add"_s)->click();
    desk.child<QLineEdit>(u"setup.user.name"_s)->setText(u"王芳"_s);
    desk.child<QLineEdit>(u"setup.user.login"_s)->setText(u"wang"_s);
    desk.child<QCheckBox>(u"setup.user.role.supervisor"_s)->setChecked(true);
    desk.child<QCheckBox>(u"setup.user.role.auditor"_s)->setChecked(true);
    auto *save = desk.child<QPushButton>(u"setup.user.save"_s);
    save->click();
    auto *fault = desk.child<QLabel>(u"setup.user.roles.fault"_s);
    REQUIRE(QTest::qWaitFor([fault] { return fault->isVisible(); }, patience));
    CHECK(fault->text().contains(u"王芳"_s));
    REQUIRE(QTest::qWaitFor([save] { return save->isEnabled(); }, patience));

    desk.child<QCheckBox>(u"setup.user.role.auditor"_s)->setChecked(false);
    save->click();
    desk.waitForConsent();
    desk.agree(u"新任主任"_s, auditors);
    REQUIRE(QTest::qWaitFor([table] { return table->model()->rowCount() == 3; }, patience));
    CHECK(QTest::qWaitFor([&] { return !desk.window->findChild<QWidget *>(u"setup.user"_s); }, patience));
}

TEST_CASE("the administrator is told once that roles are to be parted", "[consentdialog]")
{
    HandlingOffice office;
    {
        CaseBook book(*office.file, office.clock, UserRepository(office.file->database()).all().first().name);
        HandlingOffice::must(book.saveUser({.login = u"wang"_s, .name = u"王芳"_s, .roles = Role::Operator}));
        HandlingOffice::must(book.saveUser({.login = u"zhao"_s, .name = u"赵敏"_s, .roles = Role::Operator}));
        HandlingOffice::must(book.setPassword(*UserRepository(office.file->database()).all().first().id, chiefs));
    }
    office.close();
    const auto told = [&office] {
        MainWindow window(office.clock, std::make_unique<QuietMessages>());
        window.show();
        window.openFile(office.path());
        auto *user = window.findChild<QComboBox *>(u"login.user"_s);
        REQUIRE(user);
        REQUIRE(QTest::qWaitFor([user] { return user->isVisible() && user->count() == 3; }, patience));
        user->setCurrentIndex(0);
        auto *password = window.findChild<PasswordField *>(u"login.password"_s);
        password->setText(chiefs);
        QTest::keyClick(password, Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&window] { return window.currentPage() == u"today"; }, patience));
        auto *notice = window.findChild<NoticeBar *>(u"shell.notice"_s);
        REQUIRE(notice);
        // Other things may be told before, and beside it.
        auto *offer = notice->findChild<QPushButton *>();
        if (!QTest::qWaitFor([offer] { return offer->isVisible() && offer->text() == u"Show the users"; }, 1'000))
            return false;
        offer->click(); // to where they are parted
        CHECK(window.currentPage() == u"setup"_s);
        auto *parting = window.findChild<NoticeBar *>(u"setup.users.parting"_s);
        REQUIRE(parting);
        CHECK(QTest::qWaitFor([parting] { return parting->isVisible(); }, patience));
        return true;
    };
    CHECK(told());
    CHECK_FALSE(told()); // again
}
