// SPDX-License-Identifier: GPL-3.0-or-later
// Cases and hot spots on their way into the text of a bulletin.
#include "bulletin/BulletinComposer.h"
#include "bulletin/BulletinEditor.h"
#include "bulletin/BulletinPage.h"
#include "bulletin/BulletinText.h"
#include "bulletin/DocumentMask.h"
#include "bulletin/MaterialPanel.h"
#include "controls/TwoLineList.h"
#include "support/OpenOffice.h"

#include <QAbstractButton>
#include <QAction>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// A draft of February with two tickets that are long overdue, asked on the 2nd of March.
struct CaseRoom
{
    CaseRoom()
    {
        first = office.dispatched();
        second = office.dispatched();
        office.clock.set(at("2020-03-02 09:00"));
        work = std::make_unique<OpenWork<BulletinPage>>(office);
        REQUIRE(QTest::qWaitFor([this] { return work->page->document().has_value(); }, patience));
        composer = work->page->composer();
        QSignalSpy shown(composer, &BulletinComposer::shown);
        QTest::mouseClick(work->child<QPushButton>(u"bulletin.draft"_s), Qt::LeftButton);
        REQUIRE((shown.count() > 0 || shown.wait(patience)));
        material = work->child<MaterialPanel>(u"bulletin.draftMaterial"_s);
        REQUIRE(QTest::qWaitFor([this] { return material->suggestions().has_value(); }, patience));
        editor = work->child<BulletinEditor>(u"bulletin.editor"_s);
        QTest::mouseClick(work->child<QAbstractButton>(u"bulletin.draftSuggestedPart"_s), Qt::LeftButton);
        list = work->child<TwoLineList>(u"bulletin.draftSuggested"_s);
    }

    [[nodiscard]] QString text() const
    {
        BulletinDocument document = editor->document();
        return toText(document);
    }
    bool waitForCases(const QList<TicketId> &tickets)
    {
        return QTest::qWaitFor([&] { return casesIn(editor->document()) == tickets; }, patience);
    }
    [[nodiscard]] QString remarkOf(TicketId ticket) const
    {
        for (int row = 0; row < list->count(); ++row) {
            const QString told = list->item(row)->data(Qt::AccessibleTextRole).toString();
            if (list->item(row)->data(Qt::UserRole).toLongLong() == ticket.value())
                return told;
        }
        return {};
    }

    HandlingOffice office;
    TicketId first{0};
    TicketId second{0};
    std::unique_ptr<OpenWork<BulletinPage>> work;
    BulletinComposer *composer = nullptr;
    MaterialPanel *material = nullptr;
    BulletinEditor *editor = nullptr;
    TwoLineList *list = nullptr;
};

} // namespace

TEST_CASE("suggested cases are listed with their reason, and open their ticket", "[ui][bulletin][material]")
{
    CaseRoom room;
    REQUIRE(room.list->isVisible());
    REQUIRE(room.list->count() == 3); // with the heading
    CHECK(room.remarkOf(room.first).contains(u"overdue"));
    QList<TicketId> opened;
    QObject::connect(room.composer, &BulletinComposer::ticketRequested, room.composer,
                     [&](TicketId ticket) { opened.append(ticket); });
    room.list->setFocus();
    room.list->setCurrentRow(1);
    QTest::keyClick(room.list, Qt::Key_Return);
    CHECK(opened == QList{room.material->suggestions()->cases.first().ticket});
}

TEST_CASE("a case is put into the text by a key, stays there, and its citizen goes out masked",
          "[ui][bulletin][material]")
{
    CaseRoom room;
    QTextCursor end(room.editor->QTextEdit::document());
    end.movePosition(QTextCursor::End);
    room.editor->setTextCursor(end);
    room.list->setFocus();
    REQUIRE(room.list->setCurrentKey(room.first.value()));
    QTest::keyClick(room.list, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(room.waitForCases({room.first}));
    CHECK(room.text().contains(u"单元停水问题。2月10日，反映人来电，单元停水。"));
    CHECK(room.text().contains(u"目前仍在办理，已超期"));
    CHECK(QTest::qWaitFor([&] { return room.remarkOf(room.first).contains(u"in the text"); }, patience));
    CHECK_FALSE(room.remarkOf(room.second).contains(u"in the text"));

    // The next one comes behind it.
    REQUIRE(room.list->setCurrentKey(room.second.value()));
    QTest::keyClick(room.list, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(room.waitForCases({room.first, room.second}));
    room.editor->undo();
    REQUIRE(room.waitForCases({room.first}));

    // What the ticket knows of its citizen is masked at once, wherever it stands.
    QTextCursor cursor(room.editor->QTextEdit::document());
    cursor.movePosition(QTextCursor::End);
    room.editor->setTextCursor(cursor);
    room.editor->insertPlainText(u"王建国家在平东小区5号楼。"_s);
    const QString leaving = toText(*room.composer->goingOut());
    CHECK_FALSE(leaving.contains(u"王建国"));
    CHECK_FALSE(leaving.contains(u"5号楼"));

    // Taken back and given again by one key each.
    room.editor->undo();
    room.editor->undo();
    REQUIRE(room.waitForCases({}));
    room.work->give([second = room.second](CaseBook &book) { return book.makeVoid(second, u"误录"_s); });
    REQUIRE(QTest::qWaitFor([&] { return room.text().contains(u"诉求1件"); }, patience));
    CHECK(room.waitForCases({}));
}

TEST_CASE("several cases are dragged into the text together", "[ui][bulletin][material]")
{
    CaseRoom room;
    room.list->setCurrentRow(1);
    room.list->item(1)->setSelected(true);
    room.list->item(2)->setSelected(true);
    const QList<qint64> keys = room.list->chosenKeys();
    REQUIRE(keys.size() == 2);
    struct Dragged : TwoLineList
    {
        using TwoLineList::mimeData;
    };
    std::unique_ptr<QMimeData> data(
        (room.list->*(&Dragged::mimeData))({room.list->item(2), room.list->item(0), room.list->item(1)}));
    REQUIRE(data);
    CHECK(data->formats() == QStringList{BulletinEditor::ticketFormat()}); // the words of a ticket go nowhere else
    const QByteArray ids = data->data(BulletinEditor::ticketFormat());
    CHECK(ids == QByteArray::number(keys[0]) + ',' + QByteArray::number(keys[1]));

    QTextCursor title(room.editor->QTextEdit::document());
    room.editor->setTextCursor(title);
    const QPointF place = room.editor->cursorRect(title).center();
    QDragEnterEvent enter(place.toPoint(), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(room.editor->viewport(), &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(room.editor->viewport(), &drop);
    REQUIRE(room.waitForCases({TicketId(keys[0]), TicketId(keys[1])}));
    CHECK(originOf(room.editor->document().blocks.first()) == caseOrigin(TicketId(keys[0]))); // behind the title
    room.editor->undo();
    CHECK(room.waitForCases({}));
}

TEST_CASE("a suggested case is picked for a list of the bulletin by its menu", "[ui][bulletin][material]")
{
    CaseRoom room;
    REQUIRE(room.list->setCurrentKey(room.second.value()));
    Q_EMIT room.list->customContextMenuRequested(QPoint(-1, -1));
    const auto menuOf = [&] { return room.list->findChild<QMenu *>(u"bulletin.draftSuggestedMenu"_s); };
    REQUIRE(QTest::qWaitFor([&] { return menuOf() != nullptr; }, patience));
    auto *pick = menuOf()->findChild<QAction *>(u"picked_problem"_s);
    REQUIRE(pick);
    CHECK_FALSE(pick->isChecked());
    pick->trigger();
    menuOf()->close();
    // Told as picked, and soon as in the text.
    CHECK(QTest::qWaitFor(
        [&] {
            const QString remark = room.remarkOf(room.second);
            return remark.contains(u"picked") || remark.contains(u"in the text");
        },
        patience));
    auto *picked = room.work->child<TwoLineList>(u"bulletin.draftCases"_s);
    CHECK(QTest::qWaitFor([&] { return picked->setCurrentKey(room.second.value()); }, patience));
    // The layout's list has it, too.
    CHECK(QTest::qWaitFor([&] { return casesIn(room.editor->document()) == QList{room.second}; }, patience));
}

TEST_CASE("in the preview cases are suggested and picked, and nothing can be put into it", "[ui][bulletin][material]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    office.clock.set(at("2020-03-02 09:00"));
    OpenWork<BulletinPage> work(office);
    auto *material = work.child<MaterialPanel>(u"bulletin.material"_s);
    REQUIRE(QTest::qWaitFor([&] { return material->suggestions().has_value(); }, patience));
    REQUIRE(material->suggestions()->cases.size() == 1);
    CHECK(material->suggestions()->cases.first().ticket == ticket);
    QSignalSpy put(material, &MaterialPanel::casesPut);
    QTest::mouseClick(work.child<QAbstractButton>(u"bulletin.suggestedPart"_s), Qt::LeftButton);
    auto *list = work.child<TwoLineList>(u"bulletin.suggested"_s);
    list->setFocus();
    list->setCurrentRow(1);
    CHECK_FALSE(work.child<QAction>(u"bulletin.suggestedPut"_s)->isEnabled());
    QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
    CHECK(put.isEmpty());
}

TEST_CASE("a click beside a draft chooses a case, a double click opens its ticket", "[ui][bulletin][material]")
{
    CaseRoom room;
    QList<TicketId> opened;
    QObject::connect(room.work->page.get(), &Page::ticketRequested, room.work->page.get(),
                     [&opened](TicketId ticket) { opened.append(ticket); });
    REQUIRE(room.list->setCurrentKey(room.first.value()));
    const QPoint at = room.list->visualItemRect(room.list->currentItem()).center();
    QTest::mouseClick(room.list->viewport(), Qt::LeftButton, {}, at);
    CHECK(opened.isEmpty());
    CHECK(room.list->currentKey() == room.first.value());
    QTest::mouseDClick(room.list->viewport(), Qt::LeftButton, {}, at);
    CHECK(opened == QList{room.first});
}
