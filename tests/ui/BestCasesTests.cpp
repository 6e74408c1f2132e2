// SPDX-License-Identifier: GPL-3.0-or-later
// 十佳案例 in the window: from a suggestion to the notice of the result.
#include "bulletin/BestCasesDialog.h"
#include "bulletin/BulletinPage.h"
#include "controls/NoticeBar.h"
#include "controls/SegmentedButtons.h"
#include "handling/CommandDialog.h"
#include "support/OpenOffice.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTreeView>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// A year with two closed cases, of which one is marked as solved well; the dialog is in front.
struct YearsEnd
{
    YearsEnd()
    {
        for (TicketId *one : {&marked, &plain}) {
            *one = office.accepted();
            HandlingOffice::must(office.book->answerDirectly(*one, u"已答复"_s));
        }
        HandlingOffice::must(office.book->setMark(marked, Mark::PickedSolved, true));
        office.clock.set(at("2020-03-02 09:00"));
        work = std::make_unique<OpenWork<BulletinPage>>(office);
        REQUIRE(QTest::qWaitFor([this] { return work->page->document().has_value(); }, patience));
        QTest::mouseClick(work->child<QPushButton>(u"bulletin.bestCases"_s), Qt::LeftButton);
        dialog = work->child<BestCasesDialog>(u"bulletin.best"_s);
        wait();
    }
    void wait() const
    {
        REQUIRE(QTest::qWaitFor([this] { return dialog->isShown(); }, patience));
    }
    template <class T>
    [[nodiscard]] T *find(const QString &name) const
    {
        T *found = dialog->findChild<T *>(u"bulletin.best."_s + name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    [[nodiscard]] QStandardItemModel *model() const
    {
        return qobject_cast<QStandardItemModel *>(find<QTreeView>(u"table"_s)->model());
    }
    // Presses a button, and waits until the file says otherwise.
    void press(const QString &name) const
    {
        QSignalSpy shown(dialog, &BestCasesDialog::shown);
        auto *button = find<QPushButton>(name);
        REQUIRE(button->isVisible());
        REQUIRE(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        REQUIRE((shown.count() > 0 || shown.wait(patience)));
    }
    void nominateSuggested() const
    {
        QTest::mouseClick(find<QAbstractButton>(u"suggested"_s), Qt::LeftButton);
        REQUIRE(model()->rowCount() == 1);
        QTest::mouseClick(find<QPushButton>(u"act"_s), Qt::LeftButton);
        auto *ask = dialog->findChild<CommandDialog *>();
        REQUIRE(ask);
        auto *reason = ask->findChild<QPlainTextEdit *>(ask->objectName() + u".ground"_s);
        REQUIRE(reason);
        reason->setPlainText(u"多部门联动，当天解决。"_s);
        QSignalSpy shown(dialog, &BestCasesDialog::shown);
        QTest::mouseClick(ask->findChild<QPushButton *>(ask->objectName() + u".save"_s), Qt::LeftButton);
        REQUIRE((shown.count() > 0 || shown.wait(patience)));
        QTest::mouseClick(find<QAbstractButton>(u"shortlist"_s), Qt::LeftButton);
        REQUIRE(model()->rowCount() == 1);
    }

    HandlingOffice office;
    TicketId marked{0};
    TicketId plain{0};
    std::unique_ptr<OpenWork<BulletinPage>> work;
    BestCasesDialog *dialog = nullptr;
};

} // namespace

TEST_CASE("the year's best cases are nominated, voted on and told in a notice", "[ui][best]")
{
    YearsEnd room;
    CHECK(room.model()->rowCount() == 0);
    CHECK_FALSE(room.find<QPushButton>(u"act"_s)->isEnabled()); // nothing to vote on
    room.nominateSuggested();
    CHECK(room.model()->item(0, 3)->text() == u"多部门联动，当天解决。");

    room.press(u"act"_s); // the vote is on
    REQUIRE(room.model()->item(0)->isCheckable());
    CHECK_FALSE(room.find<QPushButton>(u"withdraw"_s)->isVisible());
    room.model()->item(0)->setCheckState(Qt::Checked);
    // Neither a look at the others nor a hasty Close takes the ticks away.
    QTest::mouseClick(room.find<QAbstractButton>(u"suggested"_s), Qt::LeftButton);
    QTest::mouseClick(room.find<QAbstractButton>(u"shortlist"_s), Qt::LeftButton);
    CHECK(room.model()->item(0)->checkState() == Qt::Checked);
    room.dialog->reject();
    CHECK(room.dialog->isVisible());
    CHECK(room.find<NoticeBar>(u"notice"_s)->isVisible());
    room.press(u"act"_s); // saved
    CHECK(room.model()->item(0)->checkState() == Qt::Checked);

    // Closing is for good: it is asked first.
    QTest::mouseClick(room.find<QPushButton>(u"closeVote"_s), Qt::LeftButton);
    auto *notice = room.find<NoticeBar>(u"notice"_s);
    REQUIRE(notice->isVisible());
    QPushButton *yes = nullptr;
    for (QPushButton *button : notice->findChildren<QPushButton *>()) {
        if (button->isVisible() && !yes)
            yes = button;
    }
    REQUIRE(yes);
    QSignalSpy closed(room.dialog, &BestCasesDialog::shown);
    QTest::mouseClick(yes, Qt::LeftButton);
    REQUIRE((closed.count() > 0 || closed.wait(patience)));
    CHECK(room.model()->columnCount() == 7);
    CHECK(room.model()->item(0, 5)->text() == u"1");

    QSignalSpy composed(room.work->page.get(), &BulletinPage::bulletinShown);
    QTest::mouseClick(room.find<QPushButton>(u"act"_s), Qt::LeftButton);
    REQUIRE((composed.count() > 0 || composed.wait(patience)));
    REQUIRE(QTest::qWaitFor([&room] { return room.work->page->document()->title.contains(u"十佳案例评选结果"_s); },
                            patience));
    CHECK(room.work->page->document()->figures.question.period == Period::year(2020));
}

TEST_CASE("a nomination is withdrawn before the vote, and a vote is taken back", "[ui][best]")
{
    YearsEnd room;
    room.nominateSuggested();
    room.press(u"act"_s);
    room.press(u"takeBack"_s);
    CHECK_FALSE(room.model()->item(0)->isCheckable());
    room.press(u"withdraw"_s);
    CHECK(room.model()->rowCount() == 0);
    QTest::mouseClick(room.find<QAbstractButton>(u"suggested"_s), Qt::LeftButton);
    CHECK(room.model()->rowCount() == 1);

    SECTION("a case opens its ticket")
    {
        TicketId asked{0};
        QObject::connect(room.work->page.get(), &Page::ticketRequested, room.work->page.get(),
                         [&asked](TicketId ticket) { asked = ticket; });
        QTest::mouseClick(room.find<QPushButton>(u"ticket"_s), Qt::LeftButton);
        CHECK(asked == room.marked);
    }
}
