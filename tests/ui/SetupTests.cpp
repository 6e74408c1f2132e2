// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar and deadlines in the set-up, on a sample office, as the administrator uses them.
#include "setup/SetupPage.h"
#include "storage/CalendarRepository.h"
#include "ui/FigurePages.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

class SetupDesk
{
public:
    SetupDesk()
        : sample(u"siping-2020-02"_s)
        , page(sample.context())
    {
        REQUIRE(sample.isOpen);
        page.resize(1180, 700);
        page.show();
    }

    template <class W>
    W *find(const QString &name)
    {
        W *found = page.findChild<W *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    void click(const QString &name)
    {
        auto *button = find<QPushButton>(name);
        CHECK(button->isEnabled());
        button->click();
    }
    int rows(const QString &name) { return find<QTreeView>(name)->model()->rowCount(); }
    QString cell(const QString &name, int row, int column)
    {
        return find<QTreeView>(name)->model()->index(row, column).data().toString();
    }
    // Until a dialog has closed.
    bool gone(const QString &name)
    {
        return QTest::qWaitFor([this, name] { return !page.findChild<QDialog *>(name); }, 5'000);
    }
    const WorkCalendar &calendar() { return sample.session.deadlines().calendar(); }

    OpenSample sample;
    SetupPage page;
};

} // namespace

TEST_CASE("the administrator sets a day of the office's own and takes it back", "[ui][setup]")
{
    SetupDesk desk;
    desk.page.showPart(u"calendar"_s);
    const QString table = u"setup.calendar.table"_s;
    REQUIRE(QTest::qWaitFor([&] { return desk.rows(table) > 20; }, 5'000));
    const int before = desk.rows(table);
    const QDate day(2020, 3, 3);
    CHECK(desk.calendar().isWorkingDay(day));

    desk.click(u"setup.calendar.add"_s);
    auto *save = desk.find<QPushButton>(u"setup.day.save"_s);
    desk.find<QDateEdit>(u"setup.day.day"_s)->setDate(day);
    save->click();
    auto *fault = desk.find<QLabel>(u"setup.day.name.fault"_s);
    REQUIRE(QTest::qWaitFor([&] { return fault->isVisible(); }, 5'000)); // a name is needed
    QTest::keyClicks(desk.find<QLineEdit>(u"setup.day.name"_s), u"x"_s);
    REQUIRE(QTest::qWaitFor([&] { return save->isEnabled(); }, 5'000));
    save->click();
    REQUIRE(desk.gone(u"setup.day"_s));
    REQUIRE(QTest::qWaitFor([&] { return desk.rows(table) == before + 1; }, 5'000));
    CHECK_FALSE(desk.calendar().isWorkingDay(day));

    auto *view = desk.find<QTreeView>(table);
    for (int row = 0; row < desk.rows(table); ++row) {
        if (desk.cell(table, row, 0) == u"2020-03-03")
            view->setCurrentIndex(view->model()->index(row, 0));
    }
    desk.click(u"setup.calendar.remove"_s);
    REQUIRE(QTest::qWaitFor([&] { return desk.rows(table) == before; }, 5'000));
    CHECK(desk.calendar().isWorkingDay(day));
}

TEST_CASE("a notice is stored only when all of it was understood", "[ui][setup]")
{
    SetupDesk desk;
    desk.page.showPart(u"calendar"_s);
    CHECK_FALSE(desk.calendar().isKnownYear(2027));
    desk.click(u"setup.calendar.import"_s);
    auto *text = desk.find<QPlainTextEdit>(u"setup.notice.text"_s);
    auto *store = desk.find<QPushButton>(u"setup.notice.store"_s);
    CHECK_FALSE(store->isEnabled());
    text->setPlainText(u"date,name,working\n2027-01-01,元旦,0\n2027-01-32,元旦,0\n"_s);
    CHECK_FALSE(store->isEnabled());
    CHECK(desk.cell(u"setup.notice.table"_s, 0, 0) == u"3:1"_s);
    text->setPlainText(u"date,name,working\n2027-01-01,元旦,0\n2027-01-02,元旦,1\n"_s);
    CHECK(store->isEnabled());
    CHECK(desk.rows(u"setup.notice.table"_s) == 2);
    CHECK(desk.find<QLabel>(u"setup.notice.summary"_s)->text().contains(u"261"_s)); // 261 weekdays, less one, plus one
    store->click();
    REQUIRE(desk.gone(u"setup.notice"_s));
    CHECK(desk.calendar().isKnownYear(2027));
    CHECK(desk.calendar().isWorkingDay(QDate(2027, 1, 2)));
    CHECK(desk.find<QSpinBox>(u"setup.calendar.year"_s)->value() == 2027);
}

TEST_CASE("a changed rule shows what would move, and what is ticked moves", "[ui][setup]")
{
    SetupDesk desk;
    desk.page.showPart(u"deadlines"_s);
    const QString table = u"setup.deadlines.table"_s;
    CHECK(desk.rows(table) == 5);
    CHECK(desk.cell(table, 0, 0) == u"特急"_s); // asked first
    CHECK(desk.cell(table, 4, 0) == u"一般事项"_s);
    auto *view = desk.find<QTreeView>(table);
    view->setCurrentIndex(view->model()->index(4, 0));
    desk.click(u"setup.deadlines.edit"_s);
    desk.find<QSpinBox>(u"setup.rule.amount"_s)->setValue(60);
    desk.click(u"setup.rule.save"_s);
    REQUIRE(desk.gone(u"setup.rule"_s));
    CHECK(desk.sample.session.deadlines().rules().at(3).limit.amount == 60);

    desk.click(u"setup.deadlines.moves"_s);
    const QString moves = u"setup.dueMoves.table"_s;
    REQUIRE(QTest::qWaitFor([&] { return desk.rows(moves) > 0; }, 10'000));
    auto *move = desk.find<QPushButton>(u"setup.dueMoves.move"_s);
    const int all = desk.rows(moves);
    desk.click(u"setup.dueMoves.none"_s);
    CHECK_FALSE(move->isEnabled());
    desk.find<QTreeView>(moves)->model()->setData(desk.find<QTreeView>(moves)->model()->index(0, 0), Qt::Checked,
                                                  Qt::CheckStateRole);
    CHECK(move->isEnabled());
    move->click();
    REQUIRE(QTest::qWaitFor([&] { return desk.rows(moves) == all - 1; }, 10'000));
    CHECK(desk.sample.messages.shown.isEmpty());
}
