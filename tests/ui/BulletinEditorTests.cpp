// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a bulletin: its figures stay linked, its parts stay what they are.
#include "support/EditedBulletin.h"

#include "bulletin/BulletinJson.h"
#include "shell/ClipboardGuard.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QMimeData>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// The sentence of the total: …8570个，受理6610件，办结6572件，…
const auto total = u"受理6610件"_s;

} // namespace

TEST_CASE("a bulletin that nobody touched comes back as it was, in every layout", "[ui][editor]")
{
    const auto all = layouts();
    REQUIRE(all.size() >= 4);
    for (const LayoutInfo &layout : all) {
        INFO(layout.name.toStdString());
        const BulletinDocument &set = sampleBulletin(layout.name);
        REQUIRE_FALSE(set.blocks.isEmpty());
        OpenEditor open(set);
        CHECK(open.editor.document().blocks == set.blocks);
        CHECK(toJson(open.editor.document()) == toJson(set));
        CHECK(open.editor.document().figures.calls == set.figures.calls);
        CHECK_FALSE(open.text()->isUndoAvailable());
    }
}

TEST_CASE("texts with line feeds, empty paragraphs and odd tables come back as they were", "[ui][editor]")
{
    BulletinDocument odd;
    odd.title = u"题目"_s;
    odd.blocks = {BulletinTable{.title = u"空表"_s, .header = {u"单位"_s, u"件数"_s}, .origin = u"1"_s},
                  BulletinTable{.rows = {{{.text = u"甲\n乙"_s}}, {{.text = u"丙"_s}, {.text = u"1"_s}}}},
                  BulletinParagraph{.spans = {{.text = u"一"_s}, {.text = u"二\r\n三"_s}, {.text = QString()}}},
                  BulletinParagraph{.origin = u"2"_s}, BulletinHeading{.level = 3, .text = u"1.小标题"_s}};
    OpenEditor open(odd);
    CHECK(open.editor.document().blocks == odd.blocks);
    open.standBefore(u"三"_s);
    open.type(u"x"_s);
    const BulletinDocument now = open.editor.document();
    CHECK(std::get<BulletinParagraph>(now.blocks[2]).text() == u"一二\nx三");
    CHECK(now.blocks[1] == odd.blocks[1]);
}

TEST_CASE("writing in a paragraph changes that one alone, and is told once", "[ui][editor]")
{
    const BulletinDocument &set = sampleBulletin();
    OpenEditor open;
    QSignalSpy edited(&open.editor, &BulletinEditor::edited);
    open.standBefore(u"件正在办理"_s);
    open.type(u"abc"_s);
    CHECK(edited.isEmpty());
    QCoreApplication::processEvents();
    CHECK(edited.size() == 1);
    const BulletinDocument now = open.editor.document();
    REQUIRE(now.blocks.size() == set.blocks.size());
    int changed = 0;
    for (qsizetype i = 0; i < set.blocks.size(); ++i) {
        if (now.blocks[i] != set.blocks[i]) {
            ++changed;
            CHECK(originOf(now.blocks[i]) == originOf(set.blocks[i]));
        }
    }
    CHECK(changed == 1);
    open.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.editor.document().blocks == set.blocks);
}

TEST_CASE("a figure stays linked as long as it says what it stands for", "[ui][editor]")
{
    OpenEditor open;
    const BulletinSpan accepted = open.span(total, u"6610"_s);
    REQUIRE(accepted.figure);
    REQUIRE(accepted.form == u"accepted");

    SECTION("words just before and just behind it are no part of it")
    {
        open.standBefore(u"6610"_s);
        open.type(u"1"_s);
        open.standBehind(u"6610"_s);
        open.type(u"2"_s);
        CHECK(open.span(u"受理166102件"_s, u"6610"_s) == accepted);
        open.standBehind(u"6610"_s);
        QInputMethodEvent composing(u"yu"_s, {});
        QApplication::sendEvent(&open.editor, &composing);
        CHECK(open.editor.textCursor().block().layout()->preeditAreaText() == u"yu");
        CHECK(open.span(u"受理166102件"_s, u"6610"_s) == accepted);
        open.compose({}, u"余"_s);
        CHECK(open.editor.textCursor().block().layout()->preeditAreaText().isEmpty());
        CHECK(open.span(u"受理16610余2件"_s, u"6610"_s) == accepted);
    }
    SECTION("and neither where it begins a paragraph")
    {
        BulletinDocument document;
        document.blocks = {BulletinParagraph{.spans = {accepted, {.text = u"件"_s}}}};
        open.editor.setDocument(document);
        open.standBefore(u"6610"_s);
        open.compose(u"gong"_s, u"共"_s);
        CHECK(open.paragraph(u"6610"_s).spans == QList<BulletinSpan>{{.text = u"共"_s}, accepted, {.text = u"件"_s}});
    }
    SECTION("what is typed within it overtypes it")
    {
        open.standBefore(u"6610"_s, 2);
        open.type(u"9"_s);
        const BulletinSpan over = open.span(u"受理66910件"_s, u"66910"_s);
        CHECK(over.overtyped);
        CHECK(over.figure == accepted.figure);
        CHECK(over.form == accepted.form);
        open.key(Qt::Key_Backspace);
        CHECK(open.span(total, u"6610"_s) == accepted);
    }
    SECTION("its last digit can be corrected")
    {
        open.standBehind(u"6610"_s);
        open.key(Qt::Key_Backspace);
        open.type(u"5"_s);
        const BulletinSpan over = open.span(u"受理6615件"_s, u"6615"_s);
        CHECK(over.text == u"6615");
        CHECK(over.overtyped);
        CHECK(over.figure == accepted.figure);
    }
    SECTION("what is typed over the whole of it stands for it")
    {
        open.select(u"6610"_s);
        open.type(u"6"_s);
        open.type(u"7"_s);
        const BulletinSpan over = open.span(u"受理67件"_s, u"67"_s);
        CHECK(over.text == u"67");
        CHECK(over.overtyped);
        CHECK(over.figure == accepted.figure);
        open.key(Qt::Key_Z, Qt::ControlModifier);
        open.key(Qt::Key_Z, Qt::ControlModifier);
        CHECK(open.span(total, u"6610"_s) == accepted);
    }
    SECTION("an input method overtypes it too")
    {
        open.select(u"6610"_s);
        open.compose(u"liuqian"_s, u"六千余"_s);
        const BulletinSpan over = open.span(u"受理六千余件"_s, u"六千余"_s);
        CHECK(over.text == u"六千余");
        CHECK(over.overtyped);
        CHECK(over.figure == accepted.figure);
    }
    SECTION("deleted whole it is gone")
    {
        open.select(u"6610"_s);
        open.key(Qt::Key_Delete);
        const BulletinParagraph left = open.paragraph(u"受理件"_s);
        for (const BulletinSpan &span : left.spans)
            CHECK(span.figure != accepted.figure);
    }
    SECTION("it is put back by the key, as what it stands for now")
    {
        open.standBefore(u"6610"_s, 2);
        CHECK_FALSE(open.editor.putBackAction()->isEnabled());
        open.type(u"9"_s);
        CHECK(open.editor.putBackAction()->isEnabled());
        open.editor.setPrinter(
            [](const BulletinSpan &span) { return span.form == u"accepted" ? u"6623"_s : QString(); });
        open.key(Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        const BulletinSpan back = open.span(u"受理6623件"_s, u"6623"_s);
        CHECK_FALSE(back.overtyped);
        CHECK(back.figure == accepted.figure);
        CHECK_FALSE(open.editor.putBackAction()->isEnabled());
        open.key(Qt::Key_Z, Qt::ControlModifier);
        CHECK(open.span(u"受理66910件"_s, u"66910"_s).overtyped);
    }
    SECTION("Alt+Enter and Ctrl with a click open its tickets")
    {
        QSignalSpy requested(&open.editor, &BulletinEditor::figureRequested);
        open.standBefore(u"6610"_s, 1);
        const QPoint place = open.editor.cursorRect().center() + QPoint(2, 0);
        open.key(Qt::Key_Return, Qt::AltModifier);
        REQUIRE(requested.size() == 1);
        CHECK(requested.first().first().value<FigureKey>() == accepted.figure);
        QTest::mouseClick(open.editor.viewport(), Qt::LeftButton, Qt::ControlModifier, place);
        CHECK(requested.size() == 2);
        open.editor.setFigureNames([](FigureKey) { return u"Accepted"_s; });
        CHECK(open.editor.toolTipAt(open.editor.textCursor().position()).startsWith(u"Accepted"));
    }
    SECTION("another one is put in linked, beside it and not within it")
    {
        open.standBefore(u"6610"_s, 2);
        const BulletinSpan closed = open.span(total, u"6572"_s);
        open.editor.insertFigure(closed);
        const BulletinParagraph now = open.paragraph(u"受理66106572件"_s);
        CHECK(now.spans.contains(accepted));
        CHECK(std::ranges::count(now.spans, closed) == 2);
    }
    SECTION("broken by Enter its halves are no figure that could be opened as it")
    {
        open.standBefore(u"6610"_s, 2);
        open.key(Qt::Key_Return);
        CHECK(open.span(u"受理66"_s, u"66"_s).overtyped);
        const BulletinParagraph second = open.paragraph(u"10件，"_s);
        CHECK(second.spans.first().text.startsWith(u"10件"));
        CHECK_FALSE(second.spans.first().figure);
        CHECK(second.origin.isEmpty());
    }
}

TEST_CASE("words are taken hold of as Chinese is written, without spaces", "[ui][editor]")
{
    BulletinDocument document;
    document.blocks = {BulletinParagraph{.spans = {{.text = u"经与居民见面，增长1,234.5%的来电VIP 用户已答复。"_s}}}};
    OpenEditor open(document);
    const auto chosenAt = [&](const QString &words) {
        open.standBefore(words);
        QTest::mouseDClick(open.editor.viewport(), Qt::LeftButton, {},
                           open.editor.cursorRect().center() + QPoint(6, 0));
        return open.editor.textCursor().selectedText();
    };
    CHECK(chosenAt(u"居民"_s) == u"经与居民见面");
    CHECK(chosenAt(u"234"_s) == u"1,234.5%");
    CHECK(chosenAt(u"%"_s) == u"1,234.5%");
    CHECK(chosenAt(u"来电"_s) == u"的来电");
    CHECK(chosenAt(u"IP"_s) == u"VIP");
    CHECK(chosenAt(u"。"_s) == u"。");

    open.standBehind(u"见面"_s);
    open.key(Qt::Key_Backspace, Qt::ControlModifier);
    CHECK(open.paragraph(u"增长"_s).text() == u"，增长1,234.5%的来电VIP 用户已答复。");
    open.standBefore(u"VIP"_s);
    open.key(Qt::Key_Delete, Qt::ControlModifier);
    CHECK(open.paragraph(u"增长"_s).text() == u"，增长1,234.5%的来电用户已答复。");
    open.standBefore(u"1,234"_s);
    open.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    open.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(open.editor.textCursor().selectedText() == u"1,234.5%的来电用户已答复");
    open.key(Qt::Key_Left, Qt::ControlModifier);
    CHECK_FALSE(open.editor.textCursor().hasSelection());
}

TEST_CASE("a figure is chosen whole, and what is written over it stays its figure", "[ui][editor]")
{
    OpenEditor open;
    open.standBefore(u"受理6610件"_s, 3);
    QTest::mouseDClick(open.editor.viewport(), Qt::LeftButton, {}, open.editor.cursorRect().center() + QPoint(4, 0));
    CHECK(open.editor.textCursor().selectedText() == u"6610");
    open.type(u"6611"_s);
    const BulletinSpan written = open.span(u"受理6611件"_s, u"6611"_s);
    CHECK(written.figure);
    CHECK(written.overtyped);
}

TEST_CASE("Enter makes a paragraph of the editor's own, Backspace joins", "[ui][editor]")
{
    const BulletinDocument &set = sampleBulletin();
    OpenEditor open;
    const BulletinParagraph whole = open.paragraph(total);
    open.standBefore(u"，受理6610"_s);
    open.key(Qt::Key_Return);
    CHECK(open.paragraph(u"8570"_s).origin == whole.origin);
    CHECK(open.paragraph(total).origin.isEmpty());
    CHECK(open.editor.document().blocks.size() == set.blocks.size() + 1);
    open.key(Qt::Key_Backspace);
    CHECK(open.editor.document().blocks == set.blocks);

    SECTION("before a paragraph it makes room for another one")
    {
        open.standBefore(whole.text().first(8));
        open.key(Qt::Key_Return);
        CHECK(open.editor.document().blocks == set.blocks); // nothing is written yet
        open.key(Qt::Key_Up);
        open.compose({}, u"编者按"_s);
        const BulletinDocument now = open.editor.document();
        REQUIRE(now.blocks.size() == set.blocks.size() + 1);
        CHECK(now.blocks.first() == BulletinBlock(BulletinParagraph{.spans = {{.text = u"编者按"_s}}}));
        CHECK(now.blocks[1] == set.blocks.first());
    }
    SECTION("a paragraph becomes a heading and a paragraph again")
    {
        open.standBefore(total);
        open.key(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        const BulletinDocument now = open.editor.document();
        const auto *heading = std::get_if<BulletinHeading>(&now.blocks.first());
        REQUIRE(heading);
        CHECK(heading->level == 2);
        CHECK(heading->text == whole.text());
        CHECK(heading->origin == whole.origin);
        CHECK(open.editor.headingActions().at(2)->isChecked());
        open.key(Qt::Key_0, Qt::ControlModifier | Qt::AltModifier);
        CHECK(open.editor.document().blocks == set.blocks);
    }
}

TEST_CASE("the title is written in, and stays a line of its own", "[ui][editor]")
{
    const BulletinDocument &set = sampleBulletin();
    OpenEditor open;
    open.standBefore(set.title);
    open.type(u"x"_s);
    CHECK(open.editor.document().title == QString(u'x' + set.title));
    CHECK(open.editor.blockAtCursor() == -1);
    open.key(Qt::Key_Backspace);
    open.key(Qt::Key_End);
    open.key(Qt::Key_Delete);
    CHECK(open.editor.document().blocks == set.blocks);
    open.key(Qt::Key_Down);
    open.key(Qt::Key_Home);
    open.key(Qt::Key_Backspace);
    CHECK(open.editor.document().blocks == set.blocks);
    CHECK(open.editor.document().title == set.title);
    // All of it away: the title is an empty line then, and something else can be written below.
    open.key(Qt::Key_A, Qt::ControlModifier);
    open.key(Qt::Key_Delete);
    CHECK(open.editor.document().title.isEmpty());
    CHECK(open.editor.document().blocks.isEmpty());
    open.compose({}, u"新题目"_s);
    open.key(Qt::Key_Return);
    open.compose({}, u"正文"_s);
    CHECK(open.editor.document().title == u"新题目");
    CHECK(open.editor.document().blocks == QList<BulletinBlock>{BulletinParagraph{.spans = {{.text = u"正文"_s}}}});
    while (open.text()->isUndoAvailable())
        open.editor.undo();
    CHECK(open.editor.document().blocks == set.blocks);
    CHECK(open.editor.document().title == set.title);
}

TEST_CASE("what is copied in the editor keeps its figures, what comes from elsewhere is plain", "[ui][editor]")
{
    OpenEditor open;
    const BulletinSpan accepted = open.span(total, u"6610"_s);

    SECTION("a sentence with its figures")
    {
        open.select(total);
        open.key(Qt::Key_C, Qt::ControlModifier);
        CHECK(QApplication::clipboard()->text() == total);
        open.standBefore(u"件正在办理"_s);
        open.key(Qt::Key_V, Qt::ControlModifier);
        CHECK(std::ranges::count(open.paragraph(total).spans, accepted) == 2);
    }
    SECTION("it stays in the clipboard, but for what may be a citizen's")
    {
        const ClipboardGuard guard(nullptr, std::chrono::milliseconds(0));
        open.select(total);
        open.key(Qt::Key_C, Qt::ControlModifier);
        CHECK_FALSE(guard.isHolding());
        open.standBefore(total);
        open.type(u"13800001111"_s);
        open.select(u"13800001111"_s);
        open.key(Qt::Key_X, Qt::ControlModifier);
        CHECK(guard.isHolding());
        CHECK(QTest::qWaitFor([] { return QApplication::clipboard()->text().isEmpty(); }));
        const QList<BulletinBlock> blocks = open.editor.document().blocks;
        const BulletinParagraph sentence = open.paragraph(total);
        open.editor.setMarks({{.block = blocks.indexOf(BulletinBlock(sentence)),
                               .start = static_cast<int>(sentence.text().indexOf(total)),
                               .length = 4,
                               .tone = TextMark::Tone::Privacy}});
        open.select(total);
        open.key(Qt::Key_C, Qt::ControlModifier);
        CHECK(guard.isHolding());
    }
    SECTION("a part of a figure is words")
    {
        open.standBefore(u"6610"_s);
        open.key(Qt::Key_Right, Qt::ShiftModifier);
        open.key(Qt::Key_C, Qt::ControlModifier);
        open.standBefore(u"件正在办理"_s);
        open.key(Qt::Key_V, Qt::ControlModifier);
        CHECK(std::ranges::count_if(open.paragraph(total).spans,
                                    [&](const BulletinSpan &span) { return span.figure == accepted.figure; })
              == 1);
    }
    SECTION("a stranger's text becomes paragraphs without what can't be seen")
    {
        const qsizetype before = open.editor.document().blocks.size();
        auto *data = new QMimeData;
        data->setHtml(u"<b>甲</b><p>乙"_s);
        data->setText(u"　　第一段\u0007。\r\n\r\n　　第二段。\n第三段。"_s);
        QApplication::clipboard()->setMimeData(data);
        open.standBefore(u"，受理6610"_s);
        open.key(Qt::Key_V, Qt::ControlModifier);
        const BulletinDocument now = open.editor.document();
        CHECK(now.blocks.size() == before + 3);
        CHECK(open.paragraph(u"第一段"_s).text().endsWith(u"第一段。"));
        CHECK(open.paragraph(u"第二段"_s).text() == u"第二段。");
        CHECK(open.paragraph(u"第三段"_s).text() == u"第三段。");
        CHECK(open.paragraph(total).origin.isEmpty());
        open.key(Qt::Key_Z, Qt::ControlModifier);
        CHECK(open.editor.document().blocks == sampleBulletin().blocks);
    }
    SECTION("in the title it is one line")
    {
        QApplication::clipboard()->setText(u"甲\n乙"_s);
        open.select(sampleBulletin().title);
        open.key(Qt::Key_V, Qt::ControlModifier);
        CHECK(open.editor.document().title == u"甲 乙");
        CHECK(open.editor.document().blocks == sampleBulletin().blocks);
    }
    SECTION("a chart moves as one character and stays the chart that it was")
    {
        const BulletinDocument &set = sampleBulletin();
        const qsizetype index = firstOf<BulletinChart>(set);
        REQUIRE(index > 0);
        QTextCursor cursor = open.text()->find(QString(QChar(QChar::ObjectReplacementCharacter)));
        REQUIRE(cursor.hasSelection());
        open.editor.setTextCursor(cursor);
        open.key(Qt::Key_X, Qt::ControlModifier);
        CHECK(open.editor.document().blocks.size() == set.blocks.size() - 1);
        open.standBefore(u"，受理6610"_s);
        open.key(Qt::Key_V, Qt::ControlModifier);
        const BulletinDocument now = open.editor.document();
        REQUIRE(now.blocks.size() == set.blocks.size() + 1);
        CHECK(now.blocks[1] == set.blocks[index]);
    }
}

TEST_CASE("the cells of a table are written in, its heading isn't", "[ui][editor]")
{
    const BulletinDocument &set = sampleBulletin();
    const qsizetype index = firstOf<BulletinTable>(set);
    REQUIRE(index >= 0);
    const auto before = std::get<BulletinTable>(set.blocks[index]);
    OpenEditor open;
    const auto now = [&] { return std::get<BulletinTable>(open.editor.document().blocks[index]); };
    auto *table = open.text()->rootFrame()->childFrames().isEmpty()
                      ? nullptr
                      : qobject_cast<QTextTable *>(open.text()->rootFrame()->childFrames().first());
    REQUIRE(table);
    REQUIRE(before.rows.first().size() > 1);
    REQUIRE(before.rows.first()[1].figure);

    open.editor.setTextCursor(table->cellAt(0, 0).firstCursorPosition());
    open.type(u"x"_s);
    open.key(Qt::Key_Delete);
    open.compose(u"ni"_s, u"你"_s);
    CHECK(open.editor.document().blocks == set.blocks);

    open.editor.setTextCursor(table->cellAt(1, 1).lastCursorPosition());
    open.type(u"9"_s);
    BulletinTable expected = before;
    expected.rows[0][1].text += u'9';
    expected.rows[0][1].overtyped = true;
    CHECK(now() == expected);
    open.key(Qt::Key_Backspace);
    CHECK(now() == before);
    // Neither key leaves its cell.
    open.key(Qt::Key_Home);
    open.key(Qt::Key_Backspace);
    CHECK(now() == before);
    open.key(Qt::Key_Return);
    CHECK(table->cellAt(open.editor.textCursor()).row() == 2);
    CHECK(open.editor.document().blocks == set.blocks);
    CHECK(open.editor.blockAtCursor() == index);
    // Two columns emptied at once: the headings stay.
    QTextCursor cells(table->cellAt(0, 1).firstCursorPosition());
    cells.setPosition(table->cellAt(2, 1).lastPosition(), QTextCursor::KeepAnchor);
    open.editor.setTextCursor(cells);
    REQUIRE(open.editor.textCursor().hasComplexSelection());
    open.key(Qt::Key_Delete);
    CHECK(now().header == before.header);
    CHECK(now().rows[0][1].text.isEmpty());
    CHECK_FALSE(now().rows[0][1].figure);
    CHECK(now().rows[2] == before.rows[2]);
}

TEST_CASE("cases come in beside their section and go again", "[ui][editor]")
{
    const BulletinDocument &set = sampleBulletin();
    OpenEditor open;
    open.standBefore(total);
    const int stood = open.editor.textCursor().position();
    const QString origin = originOf(set.blocks[1]);
    const QList<BulletinParagraph> two{{.spans = {{.text = u"甲案"_s}}, .origin = u"5/ticket 17"_s},
                                       {.spans = {{.text = u"乙案"_s}}, .origin = u"5/ticket 18"_s}};
    const qsizetype tableIndex = firstOf<BulletinTable>(set);
    for (qsizetype i = 0; i < set.blocks.size(); ++i) {
        INFO(i);
        CHECK(open.editor.insertParagraphs(two, originOf(set.blocks[i]), BulletinEditor::Side::After));
        QList<BulletinBlock> expected = set.blocks;
        expected.insert(i + 1, two[1]);
        expected.insert(i + 1, two[0]);
        CHECK(open.editor.document().blocks == expected);
        CHECK(open.editor.removeOrigin(u"5/ticket 18"_s));
        CHECK(open.editor.removeOrigin(u"5/ticket 17"_s));
        CHECK_FALSE(open.editor.removeOrigin(u"5/ticket 17"_s));
        CHECK(open.editor.document().blocks == set.blocks);
    }
    CHECK(open.editor.insertParagraphs(two, originOf(set.blocks[tableIndex]), BulletinEditor::Side::Before));
    CHECK(open.editor.document().blocks[tableIndex] == BulletinBlock(two[0]));
    CHECK(open.editor.textCursor().position() == stood);
    CHECK_FALSE(open.editor.insertParagraphs(two, u"none"_s, BulletinEditor::Side::Before));
    CHECK(open.editor.document().blocks.last() == BulletinBlock(two[1]));
    // Every block can go.
    for (const BulletinBlock &block : set.blocks)
        CHECK(open.editor.removeOrigin(originOf(block)));
    CHECK(open.editor.document().blocks == QList<BulletinBlock>{two[0], two[1], two[0], two[1]});
    while (open.text()->isUndoAvailable())
        open.editor.undo();
    CHECK(open.editor.document().blocks == set.blocks);
}

namespace {

// Drops data on the sentence of the total. False: the text doesn't take them.
bool dropOnTotal(OpenEditor &open, const QMimeData &data)
{
    open.standBefore(total);
    const QPointF place = open.editor.cursorRect().center();
    QDragEnterEvent enter(place.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(open.editor.viewport(), &enter);
    QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(open.editor.viewport(), &drop);
    return enter.isAccepted();
}

} // namespace

TEST_CASE("tickets that are dropped on the text ask to become cases there", "[ui][editor]")
{
    OpenEditor open;
    QSignalSpy dropped(&open.editor, &BulletinEditor::casesDropped);
    QMimeData data;
    data.setData(BulletinEditor::ticketFormat(), QByteArrayLiteral("17,18"));
    CHECK(dropOnTotal(open, data));
    REQUIRE(dropped.size() == 1);
    CHECK(dropped.first().at(0).value<QList<TicketId>>() == QList<TicketId>{TicketId(17), TicketId(18)});
    CHECK(dropped.first().at(1).toLongLong() == 0);
    CHECK(open.editor.document().blocks == sampleBulletin().blocks);
}

TEST_CASE("a hot spot that is dropped on the text asks to be told there", "[ui][editor]")
{
    OpenEditor open;
    QSignalSpy dropped(&open.editor, &BulletinEditor::hotSpotDropped);
    QMimeData data;
    data.setData(BulletinEditor::hotSpotFormat(), QByteArrayLiteral("0"));
    CHECK(dropOnTotal(open, data));
    REQUIRE(dropped.size() == 1);
    CHECK(dropped.first().at(0).toLongLong() == 0);
    CHECK(dropped.first().at(1).toLongLong() == 0);
    data.setData(BulletinEditor::hotSpotFormat(), QByteArrayLiteral("-1,x"));
    dropOnTotal(open, data);
    CHECK(dropped.size() == 1);
    CHECK(open.editor.document().blocks == sampleBulletin().blocks);
}
