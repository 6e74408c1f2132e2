// SPDX-License-Identifier: GPL-3.0-or-later
// An issue of the bulletin from its draft to what became of it, as an editor has it in the window.
#include "bulletin/BulletinComposer.h"
#include "bulletin/BulletinEditor.h"
#include "bulletin/BulletinPage.h"
#include "bulletin/BulletinPreview.h"
#include "bulletin/BulletinText.h"
#include "bulletin/ChecksPanel.h"
#include "bulletin/IssueFields.h"
#include "bulletin/RestatementPanel.h"
#include "controls/NoticeBar.h"
#include "controls/TwoLineList.h"
#include "exchange/BulletinDocx.h"
#include "support/OpenOffice.h"

#include <QDateEdit>
#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// February with three tickets, of which one is closed, on the 2nd of March; the bulletin page is in front.
struct Newsroom
{
    Newsroom()
    {
        first = office.accepted();
        HandlingOffice::must(office.book->answerDirectly(first, u"已答复"_s));
        second = office.dispatched();
        third = office.dispatched();
        office.clock.set(at("2020-03-02 09:00"));
        work = std::make_unique<OpenWork<BulletinPage>>(office);
        REQUIRE(QTest::qWaitFor([this] { return work->page->document().has_value(); }, patience));
    }

    BulletinComposer *begun()
    {
        auto *composer = work->page->composer();
        QSignalSpy shown(composer, &BulletinComposer::shown);
        QSignalSpy checked(composer, &BulletinComposer::checked);
        QTest::mouseClick(work->child<QPushButton>(u"bulletin.draft"_s), Qt::LeftButton);
        REQUIRE((shown.count() > 0 || shown.wait(patience)));
        REQUIRE((checked.count() > 0 || checked.wait(patience)));
        return composer;
    }
    // Types behind the last words of the text.
    void type(const QString &words)
    {
        auto *editor = work->child<BulletinEditor>(u"bulletin.editor"_s);
        QTextCursor end(editor->QTextEdit::document());
        end.movePosition(QTextCursor::End);
        editor->setTextCursor(end);
        QSignalSpy checked(work->page->composer(), &BulletinComposer::checked);
        editor->insertParagraphs({BulletinParagraph{.spans = {{.text = words}}}}, QString(),
                                 BulletinEditor::Side::After);
        REQUIRE(checked.wait(patience));
    }
    // Do the words stand in the file by now?
    bool isWritten(const QString &words)
    {
        std::optional<bool> found;
        const auto reading = work->session->read(
            work->session.get(),
            [words](CaseFile &file) { return toText(bulletinOf(file, BulletinId(1))->document).contains(words); },
            [&found](bool answer) { found = answer; });
        REQUIRE(QTest::qWaitFor([&found] { return found.has_value(); }, patience));
        return *found;
    }
    void waitUntilSaved()
    {
        REQUIRE(QTest::qWaitFor([this] { return work->page->composer()->isSaved(); }, patience));
    }
    void publish()
    {
        waitUntilSaved();
        auto *composer = work->page->composer();
        QSignalSpy shown(composer, &BulletinComposer::shown);
        QTest::mouseClick(work->child<QPushButton>(u"bulletin.publish"_s), Qt::LeftButton);
        REQUIRE((shown.count() > 0 || shown.wait(patience)));
    }

    HandlingOffice office;
    TicketId first{0};
    TicketId second{0};
    TicketId third{0};
    std::unique_ptr<OpenWork<BulletinPage>> work;
};

} // namespace

TEST_CASE("what an editor writes into a draft is saved by itself and there again", "[ui][bulletin][composer]")
{
    Newsroom room;
    BulletinComposer *composer = room.begun();
    room.type(u"本月无停水事故。"_s);
    room.waitUntilSaved();
    CHECK(toText(*composer->goingOut()).contains(u"本月无停水事故。"));

    HandlingOffice &office = room.work->close();
    const auto all = bulletinsOf(*office.file);
    REQUIRE(all.size() == 1);
    CHECK(all.first().state == BulletinState::Draft);
    CHECK(toText(bulletinOf(*office.file, *all.first().id)->document).contains(u"本月无停水事故。"));
}

TEST_CASE("figures of a draft follow the case file while it is written", "[ui][bulletin][composer]")
{
    Newsroom room;
    BulletinComposer *composer = room.begun();
    room.type(u"本月无停水事故。"_s);
    CHECK(toText(*composer->goingOut()).contains(u"诉求3件"));
    room.work->give([third = room.third](CaseBook &book) { return book.makeVoid(third, u"误录"_s); });
    CHECK(QTest::qWaitFor([&] { return toText(*composer->goingOut()).contains(u"诉求2件"); }, patience));
    CHECK(toText(*composer->goingOut()).contains(u"本月无停水事故。"));
}

TEST_CASE("a doubtful number stops publication until the editor has decided it, and leaves in no form",
          "[ui][bulletin][composer]")
{
    Newsroom room;
    BulletinComposer *composer = room.begun();
    room.type(u"市民王建国（电话13800001111）反映问题。咨询电话0434-3266666。"_s);
    auto *checks = room.work->child<ChecksPanel>(u"bulletin.checks"_s);
    CHECK(checks->stoppingCount() == 1);
    const QString leaving = toText(*composer->goingOut());
    CHECK_FALSE(leaving.contains(u"王建国"));
    CHECK_FALSE(leaving.contains(u"13800001111"));
    CHECK(leaving.contains(u"王某"));
    CHECK_FALSE(docxOf(*composer->goingOut(), {}).contains("13800001111"));

    room.waitUntilSaved();
    QTest::mouseClick(room.work->child<QPushButton>(u"bulletin.publish"_s), Qt::LeftButton);
    auto *notice = room.work->child<NoticeBar>(u"bulletin.draftNotice"_s);
    REQUIRE(QTest::qWaitFor([&] { return notice->text().contains(u"3266666"); }, patience));
    auto *list = room.work->child<TwoLineList>(u"bulletin.checkList"_s);
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->text().contains(u"3266666"))
            list->setCurrentRow(row);
    }
    QSignalSpy checked(composer, &BulletinComposer::checked);
    QTest::mouseClick(room.work->child<QPushButton>(u"bulletin.checkSecond"_s), Qt::LeftButton);
    REQUIRE(checked.wait(patience));
    CHECK(checks->stoppingCount() == 0);
    CHECK(toText(*composer->goingOut()).contains(u"0434-3266666"));

    SECTION("what was decided can be decided otherwise, or not at all")
    {
        const auto pressed = [&](const QString &button) {
            QSignalSpy again(composer, &BulletinComposer::checked);
            QTest::mouseClick(room.work->child<QPushButton>(button), Qt::LeftButton);
            REQUIRE(again.wait(patience));
        };
        pressed(u"bulletin.checkFirst"_s); // Mask
        CHECK(checks->stoppingCount() == 0);
        CHECK_FALSE(toText(*composer->goingOut()).contains(u"3266666"));
        pressed(u"bulletin.checkSecond"_s); // Withdraw
        CHECK(checks->stoppingCount() == 1);
    }
}

TEST_CASE("a published issue stays as it went out, and tells what its tickets became", "[ui][bulletin][composer]")
{
    Newsroom room;
    BulletinComposer *composer = room.begun();
    room.work->child<QSpinBox>(u"bulletin.draftIssue"_s)->setValue(2);
    REQUIRE(QTest::qWaitFor([&] { return composer->goingOut()->issueLine == u"第2期"_s; }, patience));
    room.publish();
    CHECK(room.work->child<BulletinPreview>(u"bulletin.frozen"_s)->isVisible());
    CHECK_FALSE(room.work->child<BulletinEditor>(u"bulletin.editor"_s)->isVisible());
    const QString text = toText(*composer->goingOut());
    CHECK(text.contains(u"第2期"));

    room.work->give([third = room.third](CaseBook &book) { return book.makeVoid(third, u"误录"_s); });
    auto *restated = room.work->child<RestatementPanel>(u"bulletin.restatement"_s);
    REQUIRE(QTest::qWaitFor([&] { return !restated->restatement().isEmpty(); }, patience));
    CHECK(toText(*composer->goingOut()) == text);
    QList<TicketFilter> opened;
    QObject::connect(room.work->page.get(), &Page::ticketsRequested, room.work->page.get(),
                     [&](const TicketFilter &filter, const QString &) { opened.append(filter); });
    auto *list = room.work->child<TwoLineList>(u"bulletin.restatementList"_s);
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return !opened.isEmpty(); }, patience));
    CHECK(opened.first().among == QList{room.third});

    SECTION("back among the issues it is listed, and opens again")
    {
        QTest::mouseClick(room.work->page->composer()->bar()->findChild<QPushButton *>(u"bulletin.back"_s),
                          Qt::LeftButton);
        CHECK_FALSE(room.work->page->isComposing());
        auto *issues = room.work->child<TwoLineList>(u"bulletin.issues"_s);
        REQUIRE(QTest::qWaitFor([&] { return issues->currentKey() || issues->setCurrentKey(1); }, patience));
        QSignalSpy shown(composer, &BulletinComposer::shown);
        QTest::keyClick(issues, Qt::Key_Return);
        REQUIRE((shown.count() > 0 || shown.wait(patience)));
        CHECK(toText(*composer->goingOut()) == text);
    }
}

TEST_CASE("a draft that another has changed is told, not written over", "[ui][bulletin][composer]")
{
    Newsroom room;
    (void)room.begun();
    room.work->give([](CaseBook &book) -> Outcome<SavedBulletin> {
        const BulletinDraft draft = *bulletinOf(book.file(), BulletinId(1));
        BulletinDraft other = draft;
        other.document.title = u"另一标题"_s;
        return saveBulletin(book, other);
    });
    room.type(u"本月无停水事故。"_s);
    auto *editor = room.work->child<BulletinEditor>(u"bulletin.editor"_s);
    REQUIRE(QTest::qWaitFor([&] { return editor->isReadOnly(); }, patience));
    CHECK(bulletinOf(*room.work->close().file, BulletinId(1))->document.title == u"另一标题"_s);
}

TEST_CASE("the checks take neither the cursor nor the selection from who writes", "[ui][bulletin][composer]")
{
    Newsroom room;
    (void)room.begun();
    room.type(u"咨询电话0434-3266666。"_s);
    auto *list = room.work->child<TwoLineList>(u"bulletin.checkList"_s);
    auto *editor = room.work->child<BulletinEditor>(u"bulletin.editor"_s);
    const auto goTo = [list](const QString &words) {
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->text().contains(words))
                list->setCurrentRow(row);
        }
    };
    goTo(u"3266666"_s);
    CHECK(editor->textCursor().selectedText().contains(u"3266666"));

    room.type(u"本月无停水事故。"_s); // and the text is checked again
    QTextCursor end(editor->QTextEdit::document());
    end.movePosition(QTextCursor::End);
    editor->setTextCursor(end);
    QSignalSpy checked(room.work->page->composer(), &BulletinComposer::checked);
    QTest::keyClick(editor, Qt::Key_1);
    REQUIRE(checked.wait(patience));
    CHECK_FALSE(editor->textCursor().hasSelection());
    CHECK(editor->textCursor().atEnd());
    // The entry is still the same one.
    REQUIRE(list->currentItem());
    CHECK(list->currentItem()->text().contains(u"3266666"));
}

TEST_CASE("the list of checks stays where its reader is, and starts at what is left when one is mended",
          "[ui][bulletin][composer]")
{
    ChecksPanel panel;
    panel.resize(280, 300);
    panel.show();
    auto *list = panel.findChild<TwoLineList *>(u"bulletin.checkList"_s);
    REQUIRE(list);
    ChecksPanel::Content content;
    content.review.findings = {{.finding = {.text = u"6611件"_s, .message = u"不符"_s}, .fingerprint = u"a"_s},
                               {.finding = {.text = u"99%"_s, .message = u"不符"_s}, .fingerprint = u"b"_s}};
    for (int i = 0; i < 60; ++i)
        content.review.passed.append({.text = u"%1件相符"_s.arg(i)});
    panel.setContent(content);
    CHECK(list->verticalScrollBar()->value() == 0);

    // Another check with the same result moves nothing.
    list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum() / 2);
    const int place = list->verticalScrollBar()->value();
    REQUIRE(place > 0);
    panel.setContent(content);
    CHECK(list->verticalScrollBar()->value() == place);

    const auto rowOf = [list](const QString &words) {
        const auto found = list->findItems(words, Qt::MatchContains);
        return found.isEmpty() ? -1 : list->row(found.first());
    };
    list->setCurrentRow(rowOf(u"99%"_s));
    content.review.findings.removeFirst();
    panel.setContent(content);
    CHECK(list->currentRow() == rowOf(u"99%"_s));

    list->setCurrentRow(rowOf(u"40件相符"_s));
    content.review.passed.removeAt(40);
    panel.setContent(content);
    CHECK_FALSE(list->currentKey());
    CHECK(list->verticalScrollBar()->value() == 0);
}

TEST_CASE("an issue is published behind the save that is under way, with its last words", "[ui][bulletin][composer]")
{
    Newsroom room;
    BulletinComposer *composer = room.begun();
    room.type(u"本月无停水事故。"_s);
    composer->saveNow();
    QSignalSpy shown(composer, &BulletinComposer::shown);
    QTest::mouseClick(room.work->child<QPushButton>(u"bulletin.publish"_s), Qt::LeftButton);
    REQUIRE((shown.count() > 0 || shown.wait(patience)));
    CHECK(toText(*composer->goingOut()).contains(u"本月无停水事故。"));
    QTest::qWait(400); // nothing is saved behind it
    CHECK(room.work->child<NoticeBar>(u"bulletin.draftNotice"_s)->text().isEmpty());
    CHECK(bulletinsOf(*room.work->close().file).first().state == BulletinState::Published);
}

TEST_CASE("what was written last in a draft is saved before the page goes", "[ui][bulletin][composer]")
{
    Newsroom room;
    BulletinComposer *composer = room.begun();
    auto *editor = room.work->child<BulletinEditor>(u"bulletin.editor"_s);
    const auto write = [editor](const QString &words) {
        QSignalSpy edited(editor, &BulletinEditor::edited);
        editor->insertParagraphs({BulletinParagraph{.spans = {{.text = words}}}}, QString(),
                                 BulletinEditor::Side::After);
        REQUIRE(edited.wait(patience));
    };
    write(u"本月无停水事故。"_s);
    composer->saveNow();
    write(u"下月检修管网。"_s);
    std::optional<bool> mayGo;
    room.work->page->leave([&mayGo](bool may) { mayGo = may; });
    REQUIRE(QTest::qWaitFor([&mayGo] { return mayGo.has_value(); }, patience));
    CHECK(*mayGo);
    HandlingOffice &office = room.work->close();
    const QString text = toText(bulletinOf(*office.file, BulletinId(1))->document);
    CHECK(text.contains(u"本月无停水事故。"));
    CHECK(text.contains(u"下月检修管网。"));
}

TEST_CASE("another click begins no second draft", "[ui][bulletin][composer]")
{
    Newsroom room;
    auto *button = room.work->child<QPushButton>(u"bulletin.draft"_s);
    QSignalSpy shown(room.work->page->composer(), &BulletinComposer::shown);
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton);
    REQUIRE((shown.count() > 0 || shown.wait(patience)));
    QTest::qWait(300);
    CHECK(bulletinsOf(*room.work->close().file).size() == 1);
}

TEST_CASE("a draft that is left and opened again at once has its last words", "[ui][bulletin][composer]")
{
    Newsroom room;
    BulletinComposer *composer = room.begun();
    room.type(u"本月无停水事故。"_s);
    QSignalSpy shown(composer, &BulletinComposer::shown);
    QTest::mouseClick(composer->bar()->findChild<QPushButton *>(u"bulletin.back"_s), Qt::LeftButton);
    room.work->page->openIssue(BulletinId(1));
    REQUIRE((shown.count() > 0 || shown.wait(patience)));
    CHECK(toText(*composer->goingOut()).contains(u"本月无停水事故。"));
}

TEST_CASE("a page that stays after all goes on saving what is written", "[ui][bulletin][composer]")
{
    Newsroom room;
    (void)room.begun();
    room.type(u"本月无停水事故。"_s);
    std::optional<bool> mayGo;
    room.work->page->leave([&mayGo](bool may) { mayGo = may; });
    REQUIRE(QTest::qWaitFor([&mayGo] { return mayGo.has_value(); }, patience));
    CHECK(*mayGo);
    room.type(u"下月检修管网。"_s); // another page has said: go back
    room.waitUntilSaved();
    CHECK(toText(bulletinOf(*room.work->close().file, BulletinId(1))->document).contains(u"下月检修管网。"));
}

TEST_CASE("who leaves a draft that another has changed is asked, and may go", "[ui][bulletin][composer]")
{
    Newsroom room;
    (void)room.begun();
    room.waitUntilSaved();
    room.work->give([](CaseBook &book) -> Outcome<SavedBulletin> {
        BulletinDraft other = *bulletinOf(book.file(), BulletinId(1));
        other.document.title = u"另一标题"_s;
        return saveBulletin(book, other);
    });
    room.type(u"本月无停水事故。"_s);
    auto *editor = room.work->child<BulletinEditor>(u"bulletin.editor"_s);
    REQUIRE(QTest::qWaitFor([&] { return editor->isReadOnly(); }, patience));
    CHECK_FALSE(room.work->child<QSpinBox>(u"bulletin.draftIssue"_s)->isEnabled()); // it would be dropped
    for (const int chosen : {0, 1}) {
        room.work->messages.reply = chosen; // stay, leave all the same
        std::optional<bool> mayGo;
        room.work->page->leave([&mayGo](bool may) { mayGo = may; });
        REQUIRE(QTest::qWaitFor([&mayGo] { return mayGo.has_value(); }, patience));
        CHECK(*mayGo == (chosen == 1));
    }
}

TEST_CASE("who writes without a pause is saved all the same", "[ui][bulletin][composer]")
{
    Newsroom room;
    BulletinComposer *composer = room.begun();
    room.waitUntilSaved();
    auto *editor = room.work->child<BulletinEditor>(u"bulletin.editor"_s);
    bool isSaved = false;
    QElapsedTimer writing;
    writing.start();
    while (!isSaved && writing.elapsed() < patience) {
        editor->insertParagraphs({BulletinParagraph{.spans = {{.text = u"水管一"_s}}}}, QString(),
                                 BulletinEditor::Side::After);
        QTest::qWait(200); // shorter than the pause that it waits for
        isSaved = room.isWritten(u"水管一"_s);
    }
    CHECK(isSaved);
    composer->close();
}

TEST_CASE("an issue's day is today until another is chosen", "[ui][bulletin][composer]")
{
    IssueFields fields(u"bulletin."_s, QDate(2020, 3, 2));
    fields.setToday(QDate(2020, 3, 3)); // the page stood open over night
    CHECK(fields.values().date == QDate(2020, 3, 3));
    fields.findChild<QDateEdit *>()->setDate(QDate(2020, 3, 1));
    fields.setToday(QDate(2020, 3, 4));
    CHECK(fields.values().date == QDate(2020, 3, 1));
}
