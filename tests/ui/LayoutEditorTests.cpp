// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts of bulletins in the set-up, on a sample office: listed, copied, edited beside the data, saved and taken back.
#include "bulletin/LayoutKeys.h"
#include "bulletin/LayoutText.h"
#include "bulletin/OfficeLayouts.h"
#include "layouts/LayoutEditor.h"
#include "layouts/LayoutFields.h"
#include "layouts/LayoutForm.h"
#include "layouts/LayoutLabels.h"
#include "layouts/LayoutPreview.h"
#include "layouts/LayoutSection.h"
#include "layouts/LayoutTree.h"
#include "layouts/SentenceField.h"
#include "setup/SetupPage.h"
#include "storage/BulletinRepository.h"
#include "support/PageAudit.h"
#include "support/Waiting.h"
#include "ui/FigurePages.h"

#include <catch2/catch.hpp>

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

class LayoutDesk
{
public:
    LayoutDesk()
        : sample(u"siping-2020-02"_s)
        , page(sample.context())
    {
        REQUIRE(sample.isOpen);
        page.resize(1200, 700);
        page.show();
        page.showPart(u"layouts"_s);
        section = page.findChild<LayoutSection *>();
        REQUIRE(section);
        editor = section->editor();
        REQUIRE(waitFor([this] { return table()->model()->rowCount() >= 7; }));
    }

    template <class W>
    W *find(const QString &name)
    {
        W *found = page.findChild<W *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    QTreeView *table() { return find<QTreeView>(u"setup.layouts.table"_s); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    int rowOf(const QString &name)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (cell(row, 1) == name)
                return row;
        }
        return -1;
    }
    void chooseLayout(const QString &name) { table()->setCurrentIndex(table()->model()->index(rowOf(name), 0)); }
    void edit(const QString &name)
    {
        chooseLayout(name);
        find<QPushButton>(u"setup.layouts.edit"_s)->click();
        REQUIRE(waitFor([this] { return editor->isOpen(); }));
        REQUIRE(waitFor([this] { return preview()->document().has_value(); }));
    }
    LayoutPreview *preview() { return page.findChild<LayoutPreview *>(); }
    LayoutTree *tree() { return page.findChild<LayoutTree *>(); }
    // As a click on it would.
    void choose(const QString &path)
    {
        tree()->choose(path);
        REQUIRE(tree()->chosen() == path);
        Q_EMIT tree()->placeChosen(path);
    }
    void type(const QString &key, const QString &text)
    {
        auto *field = find<SentenceField>(u"layouts.form."_s + key);
        field->selectAll();
        field->insertPlainText(text);
    }
    void save()
    {
        QSignalSpy saved(editor, &LayoutEditor::saved);
        editor->save();
        REQUIRE((saved.count() > 0 || saved.wait(patience)));
    }
    std::optional<OfficeLayout> stored(const QString &name)
    {
        CaseFile file(sample.path(u"office.huiyin"_s), CaseFile::Mode::Read);
        return LayoutRepository(file.database()).byName(name);
    }
    QStringList printed()
    {
        QStringList texts;
        for (const BulletinBlock &block : preview()->document()->blocks) {
            if (const auto *paragraph = std::get_if<BulletinParagraph>(&block))
                texts.append(paragraph->text());
            if (const auto *heading = std::get_if<BulletinHeading>(&block))
                texts.append(heading->text);
        }
        return texts;
    }

    OpenSample sample;
    SetupPage page;
    LayoutSection *section = nullptr;
    LayoutEditor *editor = nullptr;
};

} // namespace

TEST_CASE("a shipped layout that is edited becomes the office's own, until the shipped one is taken back",
          "[ui][layouted]")
{
    LayoutDesk desk;
    CHECK(desk.cell(desk.rowOf(u"annual"_s), 3) == u"shipped"_s);
    CHECK_FALSE(desk.find<QPushButton>(u"setup.layouts.remove"_s)->isEnabled());
    desk.edit(u"annual"_s);
    CHECK_FALSE(desk.editor->isChanged());
    desk.choose(u"sections/0"_s);
    desk.type(u"heading"_s, u"一、全年情况"_s);
    CHECK(desk.editor->isChanged());
    CHECK(desk.page.wouldLose());
    REQUIRE(waitFor([&] { return desk.printed().contains(u"一、全年情况"_s); })); // beside the data
    desk.save();
    CHECK_FALSE(desk.editor->isChanged());
    const auto own = desk.stored(u"annual"_s);
    REQUIRE(own);
    CHECK(readLayout(QString::fromUtf8(own->content)).layout == desk.editor->draft().layout());
    // Saved again, on the version that it has now.
    desk.type(u"heading"_s, u"一、总体"_s);
    desk.save();
    CHECK(desk.stored(u"annual"_s)->version == own->version + 1);
    desk.find<QPushButton>(u"layouts.back"_s)->click();
    CHECK_FALSE(desk.editor->isOpen());
    REQUIRE(waitFor([&] { return desk.cell(desk.rowOf(u"annual"_s), 3) == u"own, in its place"_s; }));

    desk.sample.messages.answer = 0;
    desk.chooseLayout(u"annual"_s);
    desk.find<QPushButton>(u"setup.layouts.remove"_s)->click();
    REQUIRE(waitFor([&] { return desk.cell(desk.rowOf(u"annual"_s), 3) == u"shipped"_s; }));
    CHECK_FALSE(desk.stored(u"annual"_s));
}

TEST_CASE("a layout with a fault is not saved, and the fault leads to its place", "[ui][layouted]")
{
    LayoutDesk desk;
    desk.edit(u"county-weekly"_s);
    desk.choose(u"sections/0"_s);
    desk.type(u"heading"_s, u"共{没有这个}件"_s);
    REQUIRE(waitFor([&] { return desk.editor->faults().size() == 1; }));
    auto *list = desk.find<QListWidget>(u"layouts.faults"_s);
    CHECK(list->count() == 1);
    desk.choose(u"sections/1"_s);
    desk.editor->save();
    CHECK(desk.tree()->chosen() == u"sections/0"_s); // it leads there
    CHECK_FALSE(desk.stored(u"county-weekly"_s));
    CHECK(desk.editor->isChanged());
    desk.choose(u"sections/1"_s);
    Q_EMIT list->itemActivated(list->item(0));
    CHECK(desk.tree()->chosen() == u"sections/0"_s);
    desk.type(u"heading"_s, u"一、总体情况"_s);
    REQUIRE(waitFor([&] { return desk.editor->faults().isEmpty(); }));
}

TEST_CASE("fields write what the layout keeps, and undo takes it back", "[ui][layouted]")
{
    LayoutDesk desk;
    desk.edit(u"county-weekly"_s);
    const QJsonObject before = desk.editor->draft().layout();
    desk.choose(u"sections/4/paragraph/2"_s);
    auto *limit = desk.find<QSpinBox>(u"layouts.form.limit"_s);
    CHECK(limit->value() == 5);
    limit->setValue(3);
    CHECK(desk.editor->draft().value(u"sections/4/paragraph/2/limit"_s) == 3);
    auto *balance = desk.find<QComboBox>(u"layouts.form.balance"_s);
    balance->setCurrentIndex(balance->findData(QString())); // as above
    Q_EMIT balance->activated(balance->currentIndex());
    CHECK(desk.editor->draft().value(u"sections/4/paragraph/2/balance"_s).isUndefined());
    auto *decimals = desk.find<QSpinBox>(u"layouts.form.decimals"_s);
    CHECK(decimals->specialValueText().contains(u'1')); // of the layout, named
    auto *when = desk.find<ConditionsField>(u"layouts.form.when"_s);
    when->choose(u"accepted"_s, true);
    when->choose(u"calls"_s, false);
    CHECK(desk.editor->draft().value(u"sections/4/paragraph/2/when"_s) == u"accepted,!calls"_s);
    // Sentences are written in the office's words, and kept in the layout's.
    auto *item = desk.find<SentenceField>(u"layouts.form.item"_s);
    CHECK_FALSE(item->toPlainText().contains(u"issue_name"));
    CHECK(item->sentence() == u"{issue_name}{count}件，占{share}"_s);
    item->moveCursor(QTextCursor::End);
    item->insertWord(u"closed"_s);
    CHECK(desk.editor->draft().value(u"sections/4/paragraph/2/item"_s)
          == u"{issue_name}{count}件，占{share}{closed}"_s);
    REQUIRE(waitFor([&] { return !desk.find<QPushButton>(u"layouts.save"_s)->text().isEmpty(); }));
    for (int step = 0; step < 20 && desk.editor->draft().canUndo(); ++step)
        desk.find<QToolButton>(u"layouts.undo"_s)->click();
    CHECK(desk.editor->draft().layout() == before);
    CHECK_FALSE(desk.editor->isChanged());
}

TEST_CASE("sections are added from what is ready-made, moved, copied and deleted", "[ui][layouted]")
{
    LayoutDesk desk;
    desk.edit(u"annual"_s);
    const auto count = [&] { return desk.editor->draft().value(u"sections"_s).toArray().size(); };
    const auto before = count();
    desk.choose(u"sections/1"_s);
    auto *menu = desk.find<QMenu>(u"layouts.addMenu"_s);
    Q_EMIT menu->aboutToShow();
    QAction *overdue = nullptr;
    const auto groups = menu->actions();
    for (QAction *group : groups) {
        const auto entries = group->menu() ? group->menu()->actions() : QList<QAction *>();
        for (QAction *entry : entries) {
            if (entry->text() == u"Overdue units" && !overdue)
                overdue = entry;
        }
    }
    REQUIRE(overdue);
    overdue->trigger();
    CHECK(count() == before + 1);
    CHECK(desk.tree()->chosen() == u"sections/2"_s);
    desk.find<QToolButton>(u"layouts.up"_s)->click();
    CHECK(desk.tree()->chosen() == u"sections/1"_s);
    desk.find<QToolButton>(u"layouts.copy"_s)->click();
    CHECK(count() == before + 2);
    desk.find<QToolButton>(u"layouts.remove"_s)->click();
    CHECK(count() == before + 1);
    REQUIRE(waitFor([&] {
        const QStringList texts = desk.printed();
        return std::ranges::any_of(texts, [](const QString &text) { return text.contains(u"超期"); });
    }));
}

TEST_CASE("the text of a layout is kept in step, and a broken one tells its line", "[ui][layouted]")
{
    LayoutDesk desk;
    desk.edit(u"annual"_s);
    desk.find<QAbstractButton>(u"layouts.viewText"_s)->click();
    auto *text = desk.find<QPlainTextEdit>(u"layouts.text"_s);
    const QString page = text->toPlainText();
    CHECK(readLayout(page).layout == desk.editor->draft().layout());
    text->setPlainText(QString(page).replace(u"一、总体情况"_s, u"一、概况"_s));
    REQUIRE(waitFor([&] { return desk.editor->draft().value(u"sections/0/heading"_s) == u"一、概况"_s; }));
    text->setPlainText(page.left(page.size() / 2));
    REQUIRE(waitFor([&] { return !desk.editor->faults().isEmpty(); }));
    desk.find<QAbstractButton>(u"layouts.viewFields"_s)->click();
    CHECK(text->isVisible()); // it is mended first
    desk.editor->save();
    CHECK_FALSE(desk.stored(u"annual"_s));
    text->setPlainText(page);
    REQUIRE(waitFor([&] { return desk.editor->faults().isEmpty(); }));
    desk.find<QAbstractButton>(u"layouts.viewFields"_s)->click();
    CHECK_FALSE(text->isVisible());
}

TEST_CASE("every part of a layout has its fields, with names, and with room for their words", "[ui][layouted]")
{
    LayoutDesk desk;
    for (const QString &name : {u"city-monthly"_s, u"siping-monthly"_s}) {
        desk.edit(name);
        QStringList paths;
        const std::function<void(const QList<LayoutNode> &)> collect = [&](const QList<LayoutNode> &nodes) {
            for (const LayoutNode &node : nodes) {
                paths.append(node.path);
                collect(node.children);
            }
        };
        collect(outlineOf(desk.editor->draft().layout()));
        REQUIRE(paths.size() > 30);
        for (const QString &path : std::as_const(paths)) {
            desk.choose(path);
            QTest::qWait(1);
            INFO(name.toStdString() << " " << path.toStdString());
            const QStringList nameless = namelessControls(desk.editor);
            CHECK(nameless.join(u'\n').toStdString() == "");
            const QStringList cut = cutTexts(desk.editor);
            CHECK(cut.join(u'\n').toStdString() == "");
        }
        // On a small screen the preview gives way, and takes the fields' place when it is asked for.
        desk.page.resize(760, 500);
        desk.choose(u"sections/1"_s);
        QTest::qWait(20);
        CHECK(cutTexts(desk.editor).join(u'\n').toStdString() == "");
        CHECK_FALSE(desk.preview()->isVisible());
        desk.find<QPushButton>(u"layouts.beside"_s)->click();
        CHECK(desk.preview()->isVisible());
        CHECK_FALSE(desk.find<LayoutForm>(u"layouts.form"_s)->isVisible());
        desk.find<QPushButton>(u"layouts.beside"_s)->click();
        desk.page.resize(1200, 700);
        QTest::qWait(20);
        CHECK(desk.preview()->isVisible());
        // Looking changes nothing.
        CHECK_FALSE(desk.editor->isChanged());
        desk.find<QPushButton>(u"layouts.back"_s)->click();
    }
}

TEST_CASE("each key that a layout may have, and each of its choices, has a name", "[ui][layouted]")
{
    QTranslator texts; // in English some are called like their keys
    REQUIRE(texts.load(u":/i18n/huiyin_zh_CN.qm"_s));
    QCoreApplication::installTranslator(&texts);
    QList<LayoutKeys> all{layoutKeys(),
                          statusKeys(),
                          channelGroupKeys(),
                          alsoKeys(),
                          columnKeys(),
                          gradeKeys(),
                          bandKeys(),
                          rateKeys(),
                          nestedKeys(false),
                          nestedKeys(true),
                          partKeys({{u"each"_s, u"categories"_s}}),
                          partKeys({{u"each"_s, u"departments"_s}}),
                          partKeys({{u"text"_s, QString()}})};
    for (const QString &kind : sectionKinds())
        all.append(sectionKeys({{kind, u"departments"_s}}));
    for (const LayoutKeys &keys : std::as_const(all)) {
        REQUIRE_FALSE(keys.isEmpty());
        for (const LayoutKey &key : keys) {
            INFO(key.key.toStdString());
            if (key.kind == LayoutKey::Kind::List || key.kind == LayoutKey::Kind::Object)
                continue; // branches of the tree
            CHECK(keyLabel(key.key) != key.key);
            for (const QString &choice : key.choices)
                CHECK(choiceLabel(key.key, choice) != choice);
        }
    }
}

TEST_CASE("what is typed into a layout is kept, and offered when it is opened again", "[ui][layouted]")
{
    LayoutDesk desk;
    desk.edit(u"annual"_s);
    desk.choose(u"sections/0"_s);
    desk.type(u"heading"_s, u"一、还没写完"_s);
    desk.sample.messages.answer = 2; // go back
    desk.find<QPushButton>(u"layouts.back"_s)->click();
    CHECK(desk.editor->isOpen());
    desk.sample.messages.answer = 0; // keep for later
    desk.find<QPushButton>(u"layouts.back"_s)->click();
    CHECK_FALSE(desk.editor->isOpen());
    CHECK_FALSE(desk.page.wouldLose());
    desk.edit(u"annual"_s);
    CHECK(desk.editor->draft().value(u"sections/0/heading"_s) == u"一、总体情况"_s);
    auto *bar = desk.find<QWidget>(u"layouts.kept"_s);
    REQUIRE(waitFor([&] { return bar->isVisible(); }));
    const auto buttons = bar->findChildren<QPushButton *>();
    const auto takeUp = std::ranges::find(buttons, u"Take up"_s, &QPushButton::text);
    REQUIRE(takeUp != buttons.end());
    (*takeUp)->click();
    CHECK(desk.editor->draft().value(u"sections/0/heading"_s) == u"一、还没写完"_s);
}

TEST_CASE("a layout that somebody else has saved meanwhile is not overwritten unasked", "[ui][layouted]")
{
    LayoutDesk desk;
    desk.edit(u"annual"_s);
    desk.choose(u"sections/0"_s);
    desk.type(u"heading"_s, u"一、我的"_s);
    QJsonObject theirs = desk.editor->draft().layout();
    theirs[u"masthead"] = u"他人的刊头"_s;
    bool done = false;
    desk.sample.session.command(
        &desk.page,
        [theirs](CaseBook &book) {
            return saveLayout(book, {.name = u"annual"_s, .title = u"年报"_s, .content = layoutText(theirs)});
        },
        [&](const Changes &) { done = true; }, [](const Refusal &) {});
    REQUIRE(waitFor([&] { return done; }));
    desk.editor->save();
    auto *bar = desk.find<QWidget>(u"layouts.notice"_s);
    const auto button = [&](const QString &text) {
        const auto all = bar->findChildren<QPushButton *>();
        const auto found = std::ranges::find(all, text, &QPushButton::text);
        return found == all.end() ? nullptr : *found;
    };
    REQUIRE(waitFor([&] { return button(u"Take theirs"_s) && button(u"Take theirs"_s)->isVisible(); }));
    CHECK(QString::fromUtf8(desk.stored(u"annual"_s)->content).contains(u"他人的刊头"));
    button(u"Take theirs"_s)->click();
    CHECK(desk.editor->draft().value(u"masthead"_s) == u"他人的刊头"_s);
    desk.find<QToolButton>(u"layouts.undo"_s)->click();
    CHECK(desk.editor->draft().value(u"sections/0/heading"_s) == u"一、我的"_s);
    desk.save();
    CHECK(QString::fromUtf8(desk.stored(u"annual"_s)->content).contains(u"一、我的"));
}

TEST_CASE("a layout is copied, given away as a file, and taken in when it has no faults", "[ui][layouted]")
{
    LayoutDesk desk;
    desk.chooseLayout(u"annual"_s);
    desk.find<QPushButton>(u"setup.layouts.copy"_s)->click();
    REQUIRE(waitFor([&] { return desk.page.findChild<QDialog *>(u"setup.layout"_s); }));
    CHECK(desk.find<QLineEdit>(u"setup.layout.name"_s)->text() == u"annual-2"_s);
    desk.find<QLineEdit>(u"setup.layout.title"_s)->setText(u"本市年报"_s);
    desk.find<QPushButton>(u"setup.layout.save"_s)->click();
    REQUIRE(waitFor([&] { return desk.rowOf(u"annual-2"_s) >= 0; }));
    CHECK(desk.cell(desk.rowOf(u"annual-2"_s), 3) == u"own"_s);
    CHECK(desk.cell(desk.rowOf(u"annual-2"_s), 0) == u"本市年报"_s);

    desk.chooseLayout(u"annual-2"_s);
    const QString path = desk.sample.path(u"layout.json"_s);
    desk.section->exportTo(path);
    REQUIRE(waitFor([&] { return QFile::exists(path); }));
    QFile file(path);
    REQUIRE(waitFor([&] { return file.open(QIODevice::ReadOnly); }));
    const QString text = QString::fromUtf8(file.readAll());
    CHECK(readLayout(text).layout.has_value());

    REQUIRE(waitFor([&] { return !desk.page.findChild<QDialog *>(u"setup.layout"_s); }));
    desk.section->importFrom(path);
    REQUIRE(waitFor([&] { return desk.page.findChild<QDialog *>(u"setup.layout"_s); }));
    CHECK(desk.find<QLineEdit>(u"setup.layout.name"_s)->text() == u"annual-2-2"_s);
    desk.find<QPushButton>(u"setup.layout.save"_s)->click();
    REQUIRE(waitFor([&] { return desk.rowOf(u"annual-2-2"_s) >= 0; }));

    const QString faulty = desk.sample.path(u"faulty.json"_s);
    QFile other(faulty);
    REQUIRE(other.open(QIODevice::WriteOnly));
    other.write(R"({"title": "x", "sections": [{"heading": "{nothing}"}]})");
    other.close();
    desk.section->importFrom(faulty);
    REQUIRE(waitFor([&] { return !desk.sample.messages.shown.isEmpty(); }));
    CHECK(desk.sample.messages.shown.last().state.contains(u"sections/0/heading"));
    other.setFileName(desk.sample.path(u"none.json"_s));
    REQUIRE(other.open(QIODevice::WriteOnly));
    other.write("no JSON");
    other.close();
    desk.section->importFrom(other.fileName());
    auto *notice = desk.find<QWidget>(u"setup.layouts.notice"_s);
    REQUIRE(waitFor([&] {
        const auto labels = notice->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"Line 1"); });
    }));
}
