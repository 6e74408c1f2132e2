// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet of another program comes in by a matching of its columns, and goes out again, in the set-up.
#include "controls/NoticeBar.h"
#include "setup/ColumnMatchView.h"
#include "setup/ImportSection.h"
#include "support/Patience.h"
#include "ui/FigurePages.h"

#include <catch2/catch.hpp>

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

class MatchDesk
{
public:
    MatchDesk()
        : sample(u"siping-2020-02"_s)
        , section(sample.context())
    {
        REQUIRE(sample.isOpen);
        section.resize(1100, 700);
        section.show();
        QFile file(path());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("市平台工单明细,,,,,\r\n工单号,登记时间,诉求内容,诉求类型,责任单位,备注\r\n"
                   "SP1,2020-02-27 08:31,路灯不亮,请教,,x\r\nSP2,2020-02-27 09:00,井盖丢失,咨询,,y\r\n合计,2,,,,\r\n");
        section.setPath(path());
    }

    [[nodiscard]] QString path() const { return folder.filePath(u"明细.csv"_s); }
    template <class W>
    W *find(const QString &name)
    {
        W *found = nullptr;
        INFO(name.toStdString());
        REQUIRE(QTest::qWaitFor([&] { return (found = section.findChild<W *>(name)) != nullptr; }, patience));
        return found;
    }
    void click(const QString &name)
    {
        auto *button = find<QPushButton>(name);
        INFO(name.toStdString());
        REQUIRE(QTest::qWaitFor([button] { return button->isEnabled(); }, patience));
        button->click();
    }
    QString choice(const QString &name) { return find<QComboBox>(name)->currentText(); }
    bool gone(const QString &name)
    {
        return QTest::qWaitFor([this, name] { return !section.findChild<QDialog *>(name); }, patience);
    }
    // Opens the matching and waits until the sheet was looked at.
    void openMatch()
    {
        click(u"setup.import.match"_s);
        auto *use = find<QPushButton>(u"setup.match.use"_s);
        REQUIRE(QTest::qWaitFor([use] { return use->isEnabled(); }, patience));
    }

    QTemporaryDir folder;
    OpenSample sample;
    ImportSection section;
};

} // namespace

TEST_CASE("the columns of another program's sheet are matched, its words translated, and it is imported",
          "[ui][setup][match]")
{
    MatchDesk desk;
    // as it stands it is none of our tables, and the way on is offered
    desk.click(u"setup.import.check"_s);
    auto *notice = desk.find<QWidget>(u"setup.import.notice"_s);
    REQUIRE(QTest::qWaitFor([notice] { return notice->isVisible(); }, patience));

    desk.openMatch();
    CHECK(desk.choice(u"setup.match.tickets.number"_s) == u"工单号");
    CHECK(desk.choice(u"setup.match.tickets.received_at"_s) == u"登记时间");
    CHECK(desk.choice(u"setup.match.dispatches.department"_s) == u"责任单位");
    CHECK(desk.find<QLabel>(u"setup.match.summary"_s)->text().contains(u"备注"));
    desk.find<QTabWidget>(u"setup.match.tabs"_s)->setCurrentIndex(1);
    auto *meaning = desk.find<QComboBox>(u"setup.match.word0"_s);
    CHECK(meaning->accessibleName() == u"请教");
    CHECK_FALSE(desk.section.findChild<QComboBox *>(u"setup.match.word1"_s)); // 咨询 is known
    meaning->setCurrentText(u"咨询"_s);
    desk.find<QLineEdit>(u"setup.match.name"_s)->setText(u"市平台"_s);
    desk.click(u"setup.match.use"_s);
    REQUIRE(desk.gone(u"setup.match"_s));

    // it is checked at once; storing is the clerk's own step
    auto *store = desk.find<QPushButton>(u"setup.import.store"_s);
    REQUIRE(QTest::qWaitFor([store] { return store->isEnabled(); }, patience));
    CHECK(desk.find<QLabel>(u"setup.import.matched"_s)->text().contains(u"市平台"));
    store->click();
    REQUIRE(QTest::qWaitFor([store] { return !store->isEnabled(); }, patience));

    SECTION("the kept matching is proposed for the next sheet of the kind")
    {
        desk.section.setPath(desk.folder.filePath(u"missing.csv"_s));
        CHECK_FALSE(desk.find<QLabel>(u"setup.import.matched"_s)->isVisible());
        desk.section.setPath(desk.path());
        desk.openMatch();
        CHECK(desk.choice(u"setup.match.profile"_s) == u"市平台");
        desk.click(u"setup.match.drop"_s);
        CHECK(QTest::qWaitFor([&] { return desk.choice(u"setup.match.profile"_s) != u"市平台"; }, patience));
    }
    SECTION("the import is taken back")
    {
        desk.click(u"setup.import.log"_s);
        auto *list = desk.find<QTreeView>(u"setup.imports.list"_s);
        REQUIRE(QTest::qWaitFor([list] { return list->model()->rowCount() > 0; }, patience));
        CHECK(list->model()->index(0, 2).data().toString() == u"明细.csv");
        desk.sample.messages.answer = 0;
        desk.click(u"setup.imports.undo"_s);
        CHECK(QTest::qWaitFor([list] { return !list->model()->index(0, 4).data().toString().isEmpty(); }, patience));
        CHECK_FALSE(desk.find<QPushButton>(u"setup.imports.undo"_s)->isEnabled());
    }
}

TEST_CASE("a matching without a required column is refused in the dialog, with the column", "[ui][setup][match]")
{
    MatchDesk desk;
    desk.openMatch();
    auto *number = desk.find<QComboBox>(u"setup.match.tickets.number"_s);
    number->setCurrentIndex(0);
    desk.click(u"setup.match.use"_s);
    auto *notice = desk.find<NoticeBar>(u"setup.match.notice"_s);
    CHECK(notice->isVisible());
    INFO(notice->text().toStdString());
    CHECK((notice->text().contains(u"工单编号") || notice->text().contains(u"number")));
    CHECK(desk.section.findChild<QDialog *>(u"setup.match"_s));
}

TEST_CASE("columns that are joined are those that were ticked, and what is used is none of the unused",
          "[ui][setup][match]")
{
    MatchDesk desk;
    desk.openMatch();
    const auto *summary = desk.find<QLabel>(u"setup.match.summary"_s);
    CHECK(summary->text().contains(u"备注"));
    CHECK_FALSE(summary->text().contains(u"诉求内容"));
    auto *content = desk.find<QComboBox>(u"setup.match.tickets.content"_s);
    const auto chooseSeveral = [&] {
        content->setCurrentIndex(content->count() - 1);
        Q_EMIT content->activated(content->count() - 1);
        return desk.find<QListWidget>(u"setup.match.several.list"_s);
    };
    QListWidget *list = chooseSeveral();
    for (const QString &heading : {u"诉求内容"_s, u"备注"_s})
        list->findItems(heading, Qt::MatchExactly).first()->setCheckState(Qt::Checked);
    desk.find<QDialog>(u"setup.match.several"_s)->accept();
    REQUIRE(desk.gone(u"setup.match.several"_s));
    CHECK(content->currentText() == u"诉求内容 + 备注");
    CHECK_FALSE(summary->text().contains(u"备注"));

    // Without its department a dispatch is none, whatever else of it is matched.
    const auto used = [&] {
        auto *view = desk.section.findChild<ColumnMatchView *>();
        REQUIRE(view);
        QList<TableKind> kinds;
        for (const TableMatch &table : view->matches())
            kinds.append(table.kind);
        return kinds;
    };
    CHECK(used() == QList{TableKind::Tickets, TableKind::Dispatches});
    desk.find<QComboBox>(u"setup.match.dispatches.department"_s)->setCurrentIndex(0);
    CHECK(used() == QList{TableKind::Tickets});
}

TEST_CASE("what is the same in every row stays when the matching is taken up again", "[ui][setup][match]")
{
    MatchDesk desk;
    desk.openMatch();
    desk.find<QLineEdit>(u"setup.match.tickets.number.fixed"_s)->setText(u"市-"_s);
    desk.find<QLineEdit>(u"setup.match.name"_s)->setText(u"市平台"_s);
    desk.click(u"setup.match.use"_s);
    REQUIRE(desk.gone(u"setup.match"_s));
    desk.openMatch();
    CHECK(desk.choice(u"setup.match.profile"_s) == u"市平台");
    CHECK(desk.find<QLineEdit>(u"setup.match.tickets.number.fixed"_s)->text() == u"市-");
    CHECK(desk.choice(u"setup.match.tickets.number"_s) == u"工单号");
}
